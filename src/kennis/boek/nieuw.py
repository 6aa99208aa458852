"""Een kloppend begin maken voor een hoofdstuk, een case of een gereedschap. Overschrijft nooit iets."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from pathlib import Path
from string import Template

import yaml

from kennis.boek.werk import OpdrachtFout, zeg
from kennis.kolommen import naaste

SJABLONEN = Path(__file__).with_name("sjablonen")


def naar_naam(tekst: str) -> str:
    """Maak van een titel een naam voor een bestand.

    >>> naar_naam("Eén loket: wie beslist?")
    'een-loket-wie-beslist'
    """
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    naam = re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")
    if not naam:
        raise OpdrachtFout(f"Van '{tekst}' is geen naam te maken; gebruik letters of cijfers.")
    return naam


def _vul(sjabloon: str, **waarden: str) -> str:
    return Template((SJABLONEN / sjabloon).read_text(encoding="utf-8")).substitute(waarden)


def _schrijf(map_: Path, bestanden: dict[Path, str]) -> None:
    """Schrijf nieuwe bestanden; is er één al, dan geen enkel.

    Fouten: `OpdrachtFout` als een bestand al bestaat.
    """
    al = [pad.relative_to(map_).as_posix() for pad in bestanden if pad.exists()]
    if al:
        raise OpdrachtFout(f"Dit bestaat al en blijft zoals het is: {', '.join(al)}. Kies een andere naam.")
    for pad, inhoud in bestanden.items():
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(inhoud, encoding="utf-8", newline="\n")
        zeg(f"Gemaakt: {pad.relative_to(map_).as_posix()}")


# -- de inhoudsopgave -------------------------------------------------------------------------------


def delen(map_: Path) -> dict[str, list[str]]:
    """Geef de delen van het boek, elk met zijn bladzijden."""
    toc = yaml.safe_load((map_ / "_toc.yml").read_text(encoding="utf-8")) or {}
    return {str(deel.get("caption", "")): [str(h["file"]) for h in deel.get("chapters", []) if "file" in h] for deel in toc.get("parts", [])}


def vind_deel(map_: Path, gevraagd: str) -> str:
    """Geef het deel waarvan de naam (of een stuk ervan) gevraagd is.

    Fouten: `OpdrachtFout` als dat er geen of meer dan één is.
    """
    alle = list(delen(map_))
    klein = gevraagd.strip().lower()
    gevonden = [deel for deel in alle if deel.lower() == klein] or [deel for deel in alle if klein and klein in deel.lower()]
    if len(gevonden) == 1:
        return gevonden[0]
    if gevonden:
        raise OpdrachtFout(f"'{gevraagd}' past bij meer dan één deel: {', '.join(gevonden)}.")
    beste = naaste(gevraagd, alle)
    raad = f" Bedoel je '{beste}'?" if beste else ""
    raise OpdrachtFout(f"Het boek heeft geen deel '{gevraagd}'. Wel: {', '.join(alle)}.{raad}")


def zet_in_inhoud(map_: Path, deel: str, bestand: str) -> None:
    """Zet een bladzijde achteraan in een deel van _toc.yml; de rest van het bestand blijft letter voor letter gelijk."""
    from kennis.dossier import bestanden

    pad = map_ / "_toc.yml"
    regels = pad.read_text(encoding="utf-8").splitlines()
    begin = next(n for n, regel in enumerate(regels) if (k := re.match(r"\s*-?\s*caption:\s*(.+)$", regel)) and yaml.safe_load(k[1]) == deel)
    inspringing = len(regels[begin]) - len(regels[begin].lstrip())
    einde = next((n for n in range(begin + 1, len(regels)) if regels[n].strip() and len(regels[n]) - len(regels[n].lstrip()) <= inspringing), len(regels))
    while not regels[einde - 1].strip() or regels[einde - 1].lstrip().startswith("#"):
        einde -= 1
    hoofdstuk = next((r for r in regels[begin:einde] if re.match(r"\s*- file:", r)), " " * (inspringing + 4) + "- file:")
    regels.insert(einde, f"{hoofdstuk[: len(hoofdstuk) - len(hoofdstuk.lstrip())]}- file: {bestand}")
    bestanden.vervang(pad, ("\n".join(regels) + "\n").encode("utf-8"))
    zeg(f"Toegevoegd aan _toc.yml: {bestand} (deel {deel})")


# -- hoofdstuk, case, gereedschap -------------------------------------------------------------------


def hoofdstuk(map_: Path, titel: str, deel: str) -> Path:
    """Maak een hoofdstuk met de vaste opbouw, en zet het in de inhoudsopgave."""
    deel = vind_deel(map_, deel)
    mappen = [bestand.rpartition("/")[0] for bestand in delen(map_)[deel]]
    waar = max(mappen, key=mappen.count) if mappen else naar_naam(deel)
    pad = map_ / "book" / waar / f"{naar_naam(titel)}.md"
    if pad.with_suffix(".ipynb").exists():
        raise OpdrachtFout(f"Dit bestaat al en blijft zoals het is: {pad.with_suffix('.ipynb').relative_to(map_).as_posix()}.")
    _schrijf(map_, {pad: _vul("hoofdstuk.md", titel=titel, bron=_bron())})
    zet_in_inhoud(map_, deel, pad.relative_to(map_ / "book").with_suffix("").as_posix())
    zeg("Schrijf het hoofdstuk volgens docs/schrijfwijzer.md, en bekijk het met: kennis boek")
    return pad


def case(map_: Path, titel: str) -> Path:
    """Maak een case: de gegevens in cases/, een bladzijde, en een regel in de inhoudsopgave."""
    naam, deel = naar_naam(titel), vind_deel(map_, "cases")
    waarden = {"titel": titel, "titel_yml": json.dumps(titel, ensure_ascii=False), "naam": naam, "bron": _bron(), "datum": str(datetime.date.today())}
    map_case, bladzijde = map_ / "cases" / naam, map_ / "book" / "cases" / f"{naam}.md"
    bestanden = {map_case / soort: _vul(soort, **waarden) for soort in ("case.yml", "feiten.csv", "stakeholders.csv")}
    _schrijf(map_, {**bestanden, bladzijde: _vul("case.md", **waarden)})
    zet_in_inhoud(map_, deel, f"cases/{naam}")
    zeg("Vul de bestanden in (de csv's kunnen in een rekenblad open) en kijk ze na met: kennis controleer")
    return map_case


def gereedschap(map_: Path, titel: str, soort: str = "veld") -> Path:
    """Maak een gereedschap van een soort: een beschrijving die klopt, voorbeelden, en zo nodig een eigen sectie van het dossier.

    Een klasse is er pas nodig voor wat de soort niet kan.
    """
    from kennis.beschrijving import SOORTEN

    naam = naar_naam(titel).replace("-", "")
    if not naam.isidentifier():
        raise OpdrachtFout(f"'{naam}' kan geen naam van een gereedschap zijn; begin met een letter.")
    if soort not in SOORTEN:
        raise OpdrachtFout(f"De soort '{soort}' bestaat niet; kies uit: {', '.join(SOORTEN)}.")
    pakket, sjabloon = map_ / "src" / "kennis", f"gereedschap/{soort}"
    plekken = {"regels.json": pakket / "gereedschap" / naam, "voorbeelden.json": pakket / "gereedschap" / naam, "sectie.json": pakket / "secties"}
    waarden = {"titel": json.dumps(titel, ensure_ascii=False)[1:-1], "naam": naam}
    er = [bestand for bestand in plekken if (SJABLONEN / sjabloon / bestand).exists()]
    _schrijf(map_, {plekken[b] / (b if b != "sectie.json" else f"{naam}.json"): _vul(f"{sjabloon}/{b}", **waarden) for b in er})
    zeg(f"Probeer het in een notebook: from kennis import {naam.capitalize()}")
    zeg("Welke sleutels er zijn, staat in docs/sleutels.md. Kijk het na met: kennis controleer")
    return pakket / "gereedschap" / naam


def _bron() -> str:
    """Een bron die bestaat, om mee te beginnen."""
    from kennis import tabellen

    bekend = tabellen.bronnen()
    return "nivel" if "nivel" in bekend else next(iter(bekend))
