"""De kennis als data: tabellen uit de bronnen, elk met een beschrijving ernaast.

Naast `naam.csv` staat `naam.yml` met de titel, de uitleg, de bron, de datum en de
kolommen. `laad("naam")` geeft een gecontroleerd DataFrame.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from kennis import csvbestand
from kennis.kolommen import Fout, InvoerFout, Kolom, Kolommen, naaste

MAP = Path(__file__).parent


@dataclass(frozen=True)
class Beschrijving:
    """Wat een tabel is: titel, uitleg, bronnen, datum en kolommen."""

    naam: str
    titel: str
    uitleg: str
    bron: tuple[str, ...]
    datum: str
    kolommen: Kolommen


def namen() -> list[str]:
    """Noem alle kennistabellen."""
    return sorted(pad.stem for pad in MAP.glob("*.yml"))


@cache
def beschrijving(naam: str) -> Beschrijving:
    """Lees de beschrijving van een tabel (`naam.yml`)."""
    pad = MAP / f"{naam}.yml"
    if not pad.exists():
        raise InvoerFout([Fout(f"tabellen/{naam}.yml", None, None, None, "deze tabel bestaat niet", naaste(naam, namen()))])
    inhoud = _lees_yml(pad, f"tabellen/{naam}.yml")
    kolommen = [{"sleutel": sleutel, **(kolom or {})} for sleutel, kolom in inhoud["kolommen"].items()]
    return Beschrijving(
        naam=naam,
        titel=inhoud["titel"],
        uitleg=inhoud.get("uitleg", ""),
        bron=tuple(inhoud.get("bron", ())),
        datum=str(inhoud.get("datum", "")),
        kolommen=Kolommen(kolommen),
    )


def _lees_yml(pad: Path, bestand: str) -> dict[str, Any]:
    try:
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
    except yaml.YAMLError as fout:
        regel = getattr(getattr(fout, "problem_mark", None), "line", -1) + 1
        verwacht = "dit is geen geldige yml; let op dubbele punten en inspringen"
        raise InvoerFout([Fout(bestand, regel or None, None, None, verwacht)]) from None
    inhoud = inhoud if isinstance(inhoud, dict) else {}
    ontbreekt = [veld for veld in ("titel", "kolommen") if not inhoud.get(veld)]
    fouten = [Fout(bestand, None, veld, None, "dit veld ontbreekt") for veld in ontbreekt]
    kolommen = inhoud.get("kolommen") or {}
    for sleutel, kolom in kolommen.items() if isinstance(kolommen, dict) else ():
        vreemd = sorted(set(kolom or {}) - {veld.name for veld in fields(Kolom)})
        fouten += [Fout(bestand, None, f"{sleutel}: {eigenschap}", None, "deze eigenschap bestaat niet") for eigenschap in vreemd]
        if not (kolom or {}).get("kop"):
            fouten.append(Fout(bestand, None, sleutel, None, "deze kolom heeft geen 'kop'"))
    if fouten:
        raise InvoerFout(fouten)
    return inhoud


@cache
def _rijen(naam: str) -> tuple[dict[str, Any], ...]:
    goed, _, fouten = _gelezen(naam)
    if fouten:
        raise InvoerFout(fouten)
    return goed


@cache
def _gelezen(naam: str) -> tuple[tuple[dict[str, Any], ...], tuple[int, ...], tuple[Fout, ...]]:
    """Lees een tabel: de nette rijen, hun regelnummers en alle fouten."""
    kolommen, bestand, pad = beschrijving(naam).kolommen, f"tabellen/{naam}.csv", MAP / f"{naam}.csv"
    if not pad.exists():
        return (), (), (Fout(bestand, None, None, None, "dit bestand ontbreekt; er is wel een beschrijving (yml)"),)
    inhoud = csvbestand.ontleed(pad.read_bytes(), bestand)
    goed, fouten = csvbestand.keur(inhoud, kolommen, bestand)
    return tuple(goed), tuple(inhoud.nummers), tuple(fouten)


def laad(naam: str) -> pd.DataFrame:
    """Geef een kennistabel als DataFrame, in de volgorde van het bestand.

    Fouten: `InvoerFout` met alles wat er in het bestand niet klopt.

    >>> "uitleg" in laad("begrippen").columns
    True
    """
    return pd.DataFrame(list(_rijen(naam)), columns=beschrijving(naam).kolommen.sleutels)


def regelnummers(naam: str) -> tuple[int, ...]:
    """Geef per rij van een tabel op welke regel van het bestand zij staat."""
    return _gelezen(naam)[1]


def bronnen() -> dict[str, dict[str, Any]]:
    """Geef alle bronnen uit de tabellen `bronnen*`, op sleutel."""
    return _op_sleutel("bronnen")


def begrippen() -> dict[str, dict[str, Any]]:
    """Geef alle begrippen uit de tabellen `begrippen*`, op sleutel."""
    return _op_sleutel("begrippen")


def _op_sleutel(begin: str) -> dict[str, dict[str, Any]]:
    gevonden: dict[str, dict[str, Any]] = {}
    fouten = []
    for naam in namen():
        if naam == begin or naam.startswith(f"{begin}_"):
            for nummer, rij in zip(regelnummers(naam), _rijen(naam), strict=True):
                if rij["sleutel"] in gevonden:
                    fouten.append(Fout(f"tabellen/{naam}.csv", nummer, "sleutel", rij["sleutel"], "deze sleutel bestaat al"))
                gevonden[rij["sleutel"]] = rij
    if fouten:
        raise InvoerFout(fouten)
    return gevonden
