"""Uitkomsten die met de hand zijn nagerekend: in `voorbeelden.json` staat bij een voorbeeld `verwacht`, met de som in `uitleg`.

`verwacht` noemt per pad wat eruit hoort te komen, zoals `punten[Menzis].kwadrant` of `resultaten[ncw].cellen.waarde`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kennis.beschrijving.basis import toon

NIETS = object()


def afwijkingen(uitkomst: Any, verwacht: Mapping[str, Any]) -> list[str]:
    """Geef wat anders is dan verwacht, met het pad.

    Een getal met decimalen is goed als het daarop afgerond gelijk is; een heel getal hoort precies te kloppen.

    >>> afwijkingen({"punten": [{"naam": "A", "x": 1.2345}]}, {"punten[A].x": 1.23, "punten[A].y": 2})
    ['punten[A].y: hier hoort 2, en er is niets']
    """
    uit = []
    for pad, hoort in verwacht.items():
        er = zoek(uitkomst, pad)
        if er is NIETS or not _gelijk(er, hoort):
            uit.append(f"{pad}: hier hoort {toon(hoort)}, en er {'is niets' if er is NIETS else 'staat ' + toon(er)}")
    return uit


def zoek(gegevens: Any, pad: str) -> Any:
    """Volg een pad: een naam, `[nummer]`, of `[naam]` voor de rij in een lijst die zo heet.

    >>> zoek({"a": [{"naam": "x", "b": 1}]}, "a[x].b"), zoek({"a": [1, 2]}, "a[1]")
    (1, 2)
    """
    for stap in re.findall(r"[^.\[\]]+(?=[.\[]|$)|\[[^\]]*\]", pad):
        gegevens = _rij(gegevens, stap[1:-1]) if stap.startswith("[") else gegevens.get(stap, NIETS) if isinstance(gegevens, Mapping) else NIETS
    return gegevens


def _rij(lijst: Any, naam: str) -> Any:
    if not isinstance(lijst, list):
        return NIETS
    if naam.isdigit():
        return lijst[int(naam)] if int(naam) < len(lijst) else NIETS
    return next((rij for rij in lijst if isinstance(rij, Mapping) and naam in (rij.get("naam"), rij.get("sleutel"))), NIETS)


def _gelijk(er: Any, hoort: Any) -> bool:
    if isinstance(hoort, float) and isinstance(er, (int, float)) and not isinstance(er, bool):
        marge = Decimal(10) ** Decimal(str(hoort)).as_tuple().exponent / 2
        return abs(Decimal(er) - Decimal(str(hoort))) <= marge
    return type(er) is bool and er is hoort if isinstance(hoort, bool) else er == hoort
