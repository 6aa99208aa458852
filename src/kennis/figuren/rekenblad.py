"""Teken wat een rekenblad uitrekent: staven per jaar of vaste as (een baan per groep), of een staaf per groep."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from kennis.figuren import PALET, stijl
from kennis.regels.rekenblad import namen_op_assen, toon_waarde

Rij = Mapping[str, Any]
BREED, KANT = 5.6, 0.85  # inch
REGEL, BAAN, STAAF = 0.22, 0.62, 0.16


def teken_rekenblad(uitkomst: Rij, regels: Rij, nummer: int = 0) -> Figure:
    """Teken een figuur van het rekenblad; wat niet bekend is, krijgt een vraagteken."""
    vorm = regels["figuren"][nummer]
    resultaten = {r["naam"]: r for r in uitkomst["resultaten"]}
    resultaat = resultaten[vorm["resultaat"]]
    namen = namen_op_assen(uitkomst, regels)
    op_jaar = resultaat["per"][-1] != regels.get("groep", {}).get("naam")
    banen = _banen(resultaat, resultaten.get(vorm.get("samen", "")), namen, regels) if op_jaar else _rijen(resultaat, uitkomst)
    hoog = len(banen) * (BAAN + REGEL * 2.1 if op_jaar else REGEL * 1.3 + STAAF) + REGEL * 2.4
    with stijl():
        figuur = Figure(figsize=(BREED, hoog))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set(xlim=(0, BREED), ylim=(hoog, 0))
        as_.axis("off")
        if not any(_getal(cel["waarde"]) for _, cellen in banen for cel in cellen):
            as_.text(0.02, REGEL, regels["teksten"]["geen_figuur"], size=9, color=PALET["inkt-zacht"])
        elif op_jaar:
            _per_jaar(as_, banen, namen[resultaat["per"][-1]], resultaat["eenheid"])
        else:
            _per_groep(as_, banen, resultaat["eenheid"])
        _legenda(as_, hoog - REGEL * 0.6, regels["teksten"], bereik=not op_jaar and uitkomst["onzeker"])
    return figuur


def rond_getal(hoogste: float) -> float:
    """Geef een mooi rond getal dat hoogstens zo groot is: 1, 2 of 5 met nullen.

    >>> rond_getal(47000.0), rond_getal(0.0)
    (20000.0, 0.0)
    """
    if hoogste <= 0:
        return 0.0
    macht = 10.0 ** math.floor(math.log10(hoogste))
    return next((n * macht for n in (5, 2, 1) if n * macht <= hoogste), macht)


def _getal(waarde: Any) -> bool:
    return isinstance(waarde, (int, float)) and not isinstance(waarde, bool)


def _tekst(tekst: str) -> str:
    return tekst.replace("$", r"\$")


def _banen(resultaat: Rij, samen: Rij | None, namen: Mapping[str, Sequence[str]], regels: Rij) -> list[tuple[str, Sequence[Rij]]]:
    """Geef per baan een naam en een cel per jaar (of per lid van een vaste as); wat alle groepen samen doen, staat bovenaan."""
    boven = [(regels["teksten"]["samen"], samen["cellen"])] if samen else []
    if len(resultaat["per"]) == 1:
        return [*boven, (resultaat["titel"], resultaat["cellen"])]
    return [*boven, *zip(namen[resultaat["per"][0]], resultaat["cellen"], strict=True)]


def _rijen(resultaat: Rij, uitkomst: Rij) -> list[tuple[str, Sequence[Rij]]]:
    return [(naam, [cel]) for naam, cel in zip(uitkomst["groepen"], resultaat["cellen"], strict=True)]


def _rechthoek(as_: Any, x: float, y: float, breed: float, hoog: float, soort: str) -> None:
    as_.add_patch(Rectangle((x, y), breed, hoog, facecolor=PALET[soort], edgecolor="none", clip_on=False))


def _lijn(as_: Any, xs: Sequence[float], ys: Sequence[float], kleur: str, dik: float = 1.0) -> None:
    as_.plot(xs, ys, color=PALET[kleur], linewidth=dik, clip_on=False)


def _per_jaar(as_: Any, banen: Sequence[tuple[str, Sequence[Rij]]], jaren: Sequence[str], eenheid: str) -> None:
    waarden = [cel["waarde"] for _, cellen in banen for cel in cellen if _getal(cel["waarde"])]
    laag, hoog = min(0, *waarden), max(0, *waarden)
    schaal, vak = BAAN / (hoog - laag or 1), (BREED - KANT) / len(jaren)
    boven = 0.0
    for naam, cellen in banen:
        as_.text(0.02, boven + REGEL, _tekst(naam), size=9.5, weight="bold")
        nul = boven + REGEL * 1.8 + hoog * schaal
        rond = rond_getal(max(hoog, -laag))
        for waarde in (w for w in (rond, -rond) if w and laag <= w <= hoog):
            _lijn(as_, [KANT, BREED], [nul - waarde * schaal] * 2, "lijn")
            as_.text(KANT - 0.06, nul - waarde * schaal, toon_waarde(float(waarde), eenheid), size=9, color=PALET["inkt-zacht"], ha="right", va="center")
        _lijn(as_, [KANT, BREED], [nul] * 2, "inkt-zacht", 1.2)
        for nummer, cel in enumerate(cellen):
            _staaf(as_, cel["waarde"], KANT + nummer * vak, nul, schaal, vak)
        boven += BAAN + REGEL * 2.1
    stap = math.ceil((max(map(len, jaren)) * 0.075 + 0.06) / vak)
    for nummer in range(0, len(jaren), stap):
        as_.text(KANT + (nummer + 0.5) * vak, boven + REGEL * 0.6, jaren[nummer], size=9, color=PALET["inkt-zacht"], ha="center", va="top")


def _staaf(as_: Any, waarde: Any, links: float, nul: float, schaal: float, vak: float) -> None:
    if not _getal(waarde):
        as_.text(links + vak / 2, nul - 0.03, "?", size=9, color=PALET["inkt-zacht"], ha="center")
        return
    breed, hoog = min(0.5, vak * 0.72), abs(waarde) * schaal
    _rechthoek(as_, links + (vak - breed) / 2, nul if waarde < 0 else nul - hoog, breed, hoog, "steen" if waarde < 0 else "petrol")


def _per_groep(as_: Any, rijen: Sequence[tuple[str, Sequence[Rij]]], eenheid: str) -> None:
    """Teken een staaf per groep, met een streep van hoe slecht tot hoe goed het kan gaan."""
    waarden = [w for _, (cel,) in rijen for w in cel.values() if _getal(w)]
    laag, hoog = min(0, *waarden), max(0, *waarden)

    def naar_x(waarde: float) -> float:
        return 0.05 + (waarde - laag) / (hoog - laag or 1) * (BREED - 0.1)

    boven = 0.0
    for naam, (cel,) in rijen:
        midden = boven + REGEL + 0.05 + STAAF / 2
        as_.text(0.02, boven + REGEL, _tekst(naam), size=9.5, weight="bold")
        as_.text(BREED - 0.02, boven + REGEL, toon_waarde(cel["waarde"], eenheid, "?"), size=9, color=PALET["inkt-zacht"], ha="right")
        if _getal(cel["waarde"]):
            begin, einde = sorted((naar_x(0), naar_x(cel["waarde"])))
            _rechthoek(as_, begin, midden - STAAF / 2, einde - begin, STAAF, "steen" if cel["waarde"] < 0 else "petrol")
        if _getal(cel["tegen"]) and _getal(cel["mee"]) and cel["tegen"] != cel["mee"]:
            _lijn(as_, [naar_x(cel["tegen"]), naar_x(cel["mee"])], [midden] * 2, "inkt", 1.6)
            for waarde in (cel["tegen"], cel["mee"]):
                _lijn(as_, [naar_x(waarde)] * 2, [midden - 0.06, midden + 0.06], "inkt", 1.6)
        boven += REGEL * 1.3 + STAAF
    _lijn(as_, [naar_x(0)] * 2, [0, boven], "inkt-zacht", 1.2)


def _legenda(as_: Any, y: float, teksten: Rij, bereik: bool) -> None:
    x = 0.02
    for soort, woord in (("petrol", teksten["legenda_plus"]), ("steen", teksten["legenda_min"]), *([("", teksten["legenda_bereik"])] if bereik else [])):
        if soort:
            _rechthoek(as_, x, y - 0.11, 0.16, 0.12, soort)
        else:
            _lijn(as_, [x, x + 0.16], [y - 0.05] * 2, "inkt", 1.6)
        as_.text(x + 0.22, y, woord, size=9, color=PALET["inkt-zacht"])
        x += 0.4 + len(woord) * 0.075
