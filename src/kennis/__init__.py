"""Gereedschap bij het Kennisboek Juiste Zorg op de Juiste Plek.

Een `Dossier` houdt vast wat een lezer invult; een gereedschap als `Stakeholdermatrix`
laat één of meer secties ervan zien en veranderen::

    from kennis import Stakeholdermatrix, case

    matrix = Stakeholdermatrix(case("copd-inbeeld"))
    matrix            # de matrix, om te slepen
    matrix.tabel      # dezelfde gegevens als DataFrame
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

# Pas laden wat gevraagd wordt: wie alleen tabellen leest, wacht niet op widgets en matplotlib.
_WAAR = {
    "Dossier": "kennis.dossier",
    "InvoerFout": "kennis.kolommen",
    "case": "kennis.casebestand",
    "cases": "kennis.casebestand",
}
# Elke map met een beschrijving is een gereedschap, en heet zoals de map.
_GEREEDSCHAP = {pad.parent.name.capitalize(): pad.parent.name for pad in Path(__file__).parent.glob("gereedschap/*/regels.json")}
__all__ = sorted([*_WAAR, *_GEREEDSCHAP])
__version__ = "0.1.0"


def __getattr__(naam: str) -> Any:
    if naam in _GEREEDSCHAP:
        return importlib.import_module("kennis.gereedschap").klasse(_GEREEDSCHAP[naam])
    if naam not in _WAAR:
        raise AttributeError(f"kennis heeft geen '{naam}'; wel: {', '.join(__all__)}")
    return getattr(importlib.import_module(_WAAR[naam]), naam)


def __dir__() -> list[str]:
    return __all__
