"""Schrijf docs/sleutels.md: alle sleutels die in een `regels.json` mogen staan, per soort, uit de modellen zelf.

Maak het bestand opnieuw met `python -m kennis.beschrijving.sleutels`; een test zegt wanneer dat nodig is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kennis.beschrijving import SOORTEN, model, soortteksten
from kennis.beschrijving.basis import Regels, Sleutel, sleutels
from kennis.beschrijving.formules import functietabel

PAD = Path(__file__).parents[3] / "docs" / "sleutels.md"
KOP = """# Wat er in `regels.json` van een gereedschap mag staan

Dit bestand is gemaakt; wijzig het niet. De beschrijving staat in `src/kennis/beschrijving/`.
Maak het opnieuw met `python -m kennis.beschrijving.sleutels`.

Een pad noemt de weg naar een sleutel: `kwadranten.*.titel` is de `titel` van elk element van `kwadranten`.
Bij *later* staat wat pas op de pagina komt als de lezer iets doet; wat daar leeg is, staat er meteen.
De naam van een gereedschap is die van zijn map en staat nergens anders. Een sleutel die hier niet staat, is een fout.
"""
FORMULES = """## Formules

In een rekenblad staan formules als tekst.
Erin staan getallen (`1.5`, `25%`), tekst tussen aanhalingstekens, `+ - * / ^`, `= <> < <= > >=`, `en`, `of`, `niet`, en haakjes.
Een naam is een kolom (`kosten.bedrag`), een uitkomst, `jaar`, of de naam van de groep.
Een kolom heeft een waarde per rij, en een uitkomst een per as die bij `per` staat.
In een uitkomst per partij en jaar liggen die twee vast; over de rest hoort een functie te lopen: `som(kosten.bedrag, kosten.partij = partij)`.
Wat niet is ingevuld, is niet bekend, en wat ermee rekent dus ook; delen door nul geeft iets onbekends.
"""


def tekst() -> str:
    """Geef de hele tekst van docs/sleutels.md."""
    gedeeld = [s.pad for s in sleutels(Regels)]
    delen = [KOP, "## Elke soort", _tabel(sleutels(Regels))]
    for soort in SOORTEN:
        eigen = model(soort)
        delen += [f"## {soort}", (eigen.__doc__ or "").strip(), _tabel(s for s in sleutels(eigen) if s.pad not in gedeeld)]
        if teksten := soortteksten(soort):
            delen += ["Teksten die een gereedschap kan vervangen:", _rijen(["Sleutel", "Zin van de soort"], [[f"`{s}`", _zin(z)] for s, z in teksten.items()])]
    delen += [FORMULES, _rijen(["Functie", "Wat zij geeft"], [[f"`{vorm}`", wat] for vorm, wat in functietabel()])]
    return "\n\n".join(deel.strip() for deel in delen) + "\n"


def _tabel(alle: Iterable[Sleutel]) -> str:
    rijen = [[f"`{'.'.join(s.pad)}`", s.uitleg, s.soort, _standaard(s), _later(s.later)] for s in alle]
    return _rijen(["Sleutel", "Betekenis", "Wat er hoort", "Standaard", "Later"], rijen)


def _rijen(koppen: list[str], rijen: list[list[str]]) -> str:
    regels = [koppen, ["---"] * len(koppen), *([cel.replace("|", "\\|").replace("\n", " ") for cel in rij] for rij in rijen)]
    return "\n".join(f"| {' | '.join(rij)} |" for rij in regels)


def _zin(zin: str | None) -> str:
    return "*geeft het gereedschap zelf*" if zin is None else zin or "*leeg*"


def _standaard(sleutel: Sleutel) -> str:
    if sleutel.verplicht:
        return "**verplicht**"
    leeg: tuple[Any, ...] = (None, [], {}, "", False)
    return "–" if sleutel.standaard in leeg and sleutel.standaard != 0 else json.dumps(sleutel.standaard, ensure_ascii=False)


def _later(later: bool | str) -> str:
    return "" if not later else "later" if later is True else f"later, {later}"


if __name__ == "__main__":
    PAD.write_text(tekst(), encoding="utf-8", newline="\n")
