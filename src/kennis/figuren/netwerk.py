"""Teken wie een netwerk bestuurt: de deelnemers in een kring, en de lijnen van sturing en contact. Alle maten zijn in inch.

Er zijn drie tekeningen, op naam: "samen" (iedereen stuurt met iedereen), "deelnemer" (één van de deelnemers stuurt en staat
in het midden) en "apart" (een aparte organisatie in het midden stuurt).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Circle, Rectangle

from kennis.figuren import PALET

TEKENINGEN = ("samen", "deelnemer", "apart")

Plek = tuple[float, float]


def teken_netwerk(
    as_: Axes, midden: Plek, straal: float, tekening: str, woorden: Sequence[str], *, leider: int = 0, apart: str = "", maat: float = 1.0
) -> None:
    """Teken één netwerk in een assenstelsel waarin y naar beneden loopt.

    tekening: een naam uit `TEKENINGEN`. woorden: per deelnemer wat er in zijn knoop staat, zoals een nummer. leider: de plaats van
    de deelnemer die stuurt, bij "deelnemer"; -1 is nog niet gekozen. apart: het woord in de aparte organisatie. maat: hoe groot de knopen zijn.

    Fouten: `ValueError` bij een tekening die niet bestaat.
    """
    if tekening not in TEKENINGEN:
        raise ValueError(f"Er is geen tekening '{tekening}'; wel: {', '.join(TEKENINGEN)}.")
    rand = [i for i in range(len(woorden)) if tekening != "deelnemer" or i != leider]
    plekken = _kring(midden, straal, len(rand))
    if tekening == "samen":
        as_.add_collection(LineCollection(list(combinations(plekken, 2)), colors=PALET["petrol"], linewidths=0.8, alpha=0.6, zorder=1))
    else:
        _teken_sturing(as_, midden, plekken)
    dik = max(0.02, min(0.125 * maat, math.pi * straal / max(1, len(rand)) - 0.01))
    for i, plek in zip(rand, plekken, strict=True):
        _knoop(as_, plek, woorden[i], stuurt=tekening == "samen", straal=dik)
    if tekening == "deelnemer":
        _knoop(as_, midden, "?" if leider < 0 else woorden[leider], stuurt=True, straal=0.17 * maat)
    if tekening == "apart":
        _teken_apart(as_, midden, apart, maat)


def _kring(midden: Plek, straal: float, aantal: int) -> list[Plek]:
    hoeken = [2 * math.pi * n / max(1, aantal) - math.pi / 2 for n in range(aantal)]
    return [(midden[0] + straal * math.cos(hoek), midden[1] + straal * math.sin(hoek)) for hoek in hoeken]


def _lijn(as_: Axes, een: Plek, ander: Plek, **stijl: object) -> None:
    as_.plot([een[0], ander[0]], [een[1], ander[1]], zorder=1, **stijl)


def _teken_sturing(as_: Axes, midden: Plek, plekken: Sequence[Plek]) -> None:
    """Teken dikke lijnen vanuit het midden, en stippellijnen tussen de deelnemers."""
    for plek in plekken:
        _lijn(as_, midden, plek, color=PALET["petrol"], linewidth=2.4)
    if len(plekken) > 2:
        for een, ander in zip(plekken, [*plekken[1:], plekken[0]], strict=True):
            _lijn(as_, een, ander, color=PALET["inkt-zacht"], linewidth=1, linestyle=":")


def _knoop(as_: Axes, plek: Plek, woord: str, *, stuurt: bool, straal: float) -> None:
    kleur = PALET["petrol" if stuurt else "petrol-licht"]
    as_.add_patch(Circle(plek, straal, facecolor=kleur, edgecolor=PALET["petrol"], linewidth=1, zorder=2))
    as_.text(*plek, woord, size=9, ha="center", va="center_baseline", color=PALET["papier" if stuurt else "inkt"], zorder=3)


def _teken_apart(as_: Axes, midden: Plek, woord: str, maat: float) -> None:
    breed, hoog = 0.48 * maat, 0.3 * maat
    as_.add_patch(Rectangle((midden[0] - breed / 2, midden[1] - hoog / 2), breed, hoog, facecolor=PALET["petrol"], edgecolor="none", zorder=2))
    as_.text(*midden, woord, size=9, weight="bold", ha="center", va="center_baseline", color=PALET["papier"], zorder=3)
