"""De secties en velden die een dossier kan hebben, zoals `secties/*.json` en `velden.json` ze beschrijven."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kennis.kolommen import Fout, InvoerFout, Kolommen, naaste

MAP = Path(__file__).parents[1] / "secties"
_VELDEN = json.loads((Path(__file__).parent / "velden.json").read_text(encoding="utf-8"))
VELDEN = Kolommen(_VELDEN["velden"])
BRONNEN = Kolommen(_VELDEN["bronnen"])


@dataclass(frozen=True)
class Sectie:
    """Eén onderdeel van een dossier: naam, titel, uitleg en kolommen."""

    naam: str
    titel: str
    uitleg: str
    kolommen: Kolommen
    gegevens: Mapping[str, Any] = field(repr=False)


@cache
def _namen() -> tuple[str, ...]:
    return tuple(sorted(pad.stem for pad in MAP.glob("*.json")))


def sectienamen() -> list[str]:
    """Noem alle secties die een dossier kan hebben.

    >>> "stakeholders" in sectienamen()
    True
    """
    return list(_namen())


def sectie(naam: str) -> Sectie:
    """Geef de beschrijving van een sectie.

    Fouten: `InvoerFout` als de sectie niet bestaat, met de naam die erop lijkt.

    >>> sectie("stakeholders").kolommen["macht"].max
    10
    """
    if naam not in _namen():
        raise InvoerFout([onbekend(str(naam), str(naam))])
    return _sectie(naam)


def onbekend(naam: str, bestand: str) -> Fout:
    """Geef de fout bij een sectie die niet bestaat."""
    verwacht = "deze sectie bestaat niet; bekend zijn: " + ", ".join(_namen())
    return Fout(bestand, None, None, None, verwacht, naaste(naam, _namen()))


@cache
def _sectie(naam: str) -> Sectie:
    gegevens = json.loads((MAP / f"{naam}.json").read_text(encoding="utf-8"))
    return Sectie(naam, gegevens["titel"], gegevens["uitleg"], Kolommen(gegevens["kolommen"]), gegevens)


@cache
def beschrijvingen() -> dict[str, Mapping[str, Any]]:
    """Geef alle beschrijvingen als gewone data, zoals de JavaScript-kant ze krijgt: naam → titel, uitleg, kolommen."""
    return {naam: sectie(naam).gegevens for naam in _namen()}
