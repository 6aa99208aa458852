"""Figuren bij de fasen van een samenwerkingsverband en de vormen om een netwerk te besturen."""

from __future__ import annotations

import math
import textwrap
from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl

_ONDER = {
    "zelfsturend": "Iedereen bestuurt mee",
    "leidend": "Eén deelnemer bestuurt en\nwerkt zelf mee in zorg of steun",
    "nao": "Een organisatie van buiten\nbestuurt en levert zelf geen zorg",
}


def _kring(aantal: int, straal: float = 1.0) -> list[tuple[float, float]]:
    hoeken = [math.pi / 2 + 2 * math.pi * i / aantal for i in range(aantal)]
    return [(straal * math.cos(h), straal * math.sin(h)) for h in hoeken]


def _lijn(as_: Axes, van: tuple[float, float], naar: tuple[float, float], *, sturing: bool) -> None:
    as_.plot(
        [van[0], naar[0]],
        [van[1], naar[1]],
        color=PALET["steen" if sturing else "inkt-zacht"],
        lw=2.2 if sturing else 0.9,
        ls="-" if sturing else (0, (3, 3)),
        zorder=1,
    )


def _stip(as_: Axes, plek: tuple[float, float], *, stuurt: bool, vierkant: bool = False) -> None:
    as_.plot(
        *plek,
        marker="s" if vierkant else "o",
        markersize=19 if vierkant else 20 if stuurt else 15,
        markerfacecolor=PALET["steen" if stuurt else "petrol-licht"],
        markeredgecolor=PALET["steen" if stuurt else "petrol"],
        markeredgewidth=1.6,
        zorder=2,
    )


def _zelfsturend(as_: Axes) -> None:
    punten = _kring(6)
    for i, een in enumerate(punten):
        for ander in punten[i + 1 :]:
            _lijn(as_, een, ander, sturing=True)
    for punt in punten:
        _stip(as_, punt, stuurt=True)


def _leidend(as_: Axes) -> None:
    punten = _kring(6)
    leider, rest = punten[0], punten[1:]
    for een, ander in pairwise(rest):
        _lijn(as_, een, ander, sturing=False)
    for punt in rest:
        _lijn(as_, leider, punt, sturing=True)
        _stip(as_, punt, stuurt=False)
    _stip(as_, leider, stuurt=True)


def _nao(as_: Axes) -> None:
    punten = [(-1.0, -0.15), (-0.62, -0.95), (0.0, -0.35), (0.62, -0.95), (1.0, -0.15)]
    for een, ander in pairwise(punten):
        _lijn(as_, een, ander, sturing=False)
    for punt in punten:
        _lijn(as_, (0.0, 1.0), punt, sturing=True)
        _stip(as_, punt, stuurt=False)
    _stip(as_, (0.0, 1.0), stuurt=True, vierkant=True)


def governancevormen() -> Plaat:
    """Teken de drie bestuursvormen: wie het netwerk coördineert."""
    tabel = tabellen.laad("rivm_governance")
    tekenaars = {"zelfsturend": _zelfsturend, "leidend": _leidend, "nao": _nao}
    with stijl():
        figuur = Figure(figsize=(4.3, 9.8))
        assen = figuur.subplots(3, 1)
        figuur.subplots_adjust(left=0.02, right=0.98, top=0.96, bottom=0.045, hspace=0.36)
        for as_, rij in zip(assen, tabel.itertuples(), strict=True):
            naam = rij.naam[0].upper() + rij.naam[1:]
            as_.set_title("\n".join(textwrap.wrap(naam, 34)), fontsize=13, fontweight="bold", color=PALET["inkt"], pad=8)
            tekenaars[rij.vorm](as_)
            as_.text(0, -1.42, _ONDER[rij.vorm], ha="center", va="top", fontsize=11.5, color=PALET["inkt"])
            as_.set_xlim(-1.75, 1.75)
            as_.set_ylim(-2.05, 1.3)
            as_.set_aspect("equal")
            as_.axis("off")
        figuur.text(0.5, 0.012, "Dikke lijn: sturing. Stippellijn: contact.", ha="center", va="bottom", fontsize=10.5, color=PALET["inkt-zacht"])
    return Plaat(
        figuur=figuur,
        titel="Wie coördineert het netwerk? Drie vormen",
        alt=(
            "Drie kleine netwerken onder elkaar. Zelfsturend: zes organisaties zijn alle met elkaar verbonden en sturen samen. "
            "Leidende organisatie: één van de zes stuurt de andere vijf aan. "
            "NAO: een aparte organisatie boven het netwerk stuurt vijf organisaties aan, die onderling contact houden."
        ),
        tabel=tabel[["naam", "coordinatie", "wanneer"]].rename(
            columns={"naam": "Vorm", "coordinatie": "Wie coördineert", "wanneer": "Wanneer"}
        ),
        bron="[RIVM](#bron-rivm), figuur 1 en 2 (opnieuw getekend), naar [Provan en Kenis 2008](#bron-provan-kenis-2008)",
    )


_FASEN = {
    "1": ("Fase 1: starten", "petrol", "petrol-licht"),
    "2": ("Fase 2: verdiepen", "blauw", "blauw-licht"),
    "3-4": ("Fase 3 en 4: verbreden\nen integreren", "pruim", "pruim-licht"),
}


def fasen() -> Plaat:
    """Teken de fasen onder elkaar, met de thema's die de kennissynthese er uitwerkt."""
    lessen = tabellen.laad("rivm_fase_lessen")
    lessen = lessen[lessen["soort"] != "aanvulling"]
    rijen = [
        {"Fase": naam.replace("\n", " "), "Thema's": ", ".join(dict.fromkeys(lessen.loc[lessen["fase"] == sleutel, "thema"]))}
        for sleutel, (naam, _, _) in _FASEN.items()
    ]
    with stijl():
        figuur = Figure(figsize=(4.6, 5.2))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set_xlim(0, 100)
        as_.set_ylim(0, 113)
        as_.axis("off")
        for plek, ((naam, kleur, licht), rij) in enumerate(zip(_FASEN.values(), rijen, strict=True)):
            onder = (84, 45, 2)[plek]
            as_.add_patch(
                FancyBboxPatch(
                    (4, onder), 92, (27, 27, 31)[plek], boxstyle="round,pad=0,rounding_size=3", facecolor=PALET[licht], edgecolor=PALET[kleur], lw=1.5
                )
            )
            boven = onder + (27, 27, 31)[plek]
            as_.text(8, boven - 3.5, naam, fontsize=13, fontweight="bold", va="top", color=PALET["inkt"])
            regels = "\n".join(textwrap.wrap(rij["Thema's"], 38))
            lager = 12 if "\n" in naam else 7
            as_.text(8, boven - 3.5 - lager, regels, fontsize=11, va="top", linespacing=1.35, color=PALET["inkt"])
            if plek < 2:
                for x, van, naar in ((42, onder - 1, onder - 11), (58, onder - 11, onder - 1)):
                    as_.annotate("", xy=(x, naar), xytext=(x, van), arrowprops={"arrowstyle": "-|>", "color": PALET["inkt-zacht"], "lw": 1.6})
                as_.text(62, onder - 6, "soms terug", fontsize=10, va="center", color=PALET["inkt-zacht"])
    return Plaat(
        figuur=figuur,
        titel="De fasen, en de thema's die er spelen",
        alt=(
            "Drie vakken onder elkaar: fase 1 starten, fase 2 verdiepen, fase 3 en 4 verbreden en integreren. "
            "Pijlen lopen heen en terug. In elk vak staan de thema's van die fase."
        ),
        tabel=pd.DataFrame(rijen),
        bron="[RIVM](#bron-rivm), fase 1 tot en met 4 (p. 12 en 17-26)",
    )
