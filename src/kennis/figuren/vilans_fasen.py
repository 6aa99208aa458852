"""Figuur bij het Ontwikkelingsmodel voor Ketenzorg: vier fasen en negen clusters."""

from __future__ import annotations

import textwrap
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl

BREEDTE, HOOGTE = 4.3, 7.6
_KLEUREN = ("petrol", "blauw", "pruim", "oker")
_ONDER, _HOOG, _STAP = 3.02, 0.84, 1.15  # onderste vak van de trap, hoogte van een vak, afstand tussen twee vakken
# Lange woorden passen niet op een regel van een klein vak.
_AFBREKEN = {"Resultaatmanagement": "Resultaat-\nmanagement", "Interprofessionele samenwerking": "Interprofes-\nsionele samen-\nwerking"}


def omk() -> Plaat:
    """Vier fasen als trap die omhoog loopt, met eronder de negen clusters."""
    fasen, clusters = tabellen.laad("vilans_omk_fasen"), tabellen.laad("vilans_omk_clusters")
    with stijl():
        figuur = Figure(figsize=(BREEDTE, HOOGTE))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set_xlim(0, BREEDTE)
        as_.set_ylim(0, HOOGTE)
        as_.set_axis_off()
        for plek, rij in enumerate(fasen.itertuples()):
            links, onder = 0.05 + 0.2 * plek, _ONDER + _STAP * plek
            _fase(as_, links, onder, rij, _KLEUREN[plek])
            if plek:
                _pijlen(as_, links, onder)
        as_.text(BREEDTE / 2, 2.6, "Daarnaast: 89 elementen in negen clusters", ha="center", va="center", fontsize=11, fontweight="bold")
        for plek, naam in enumerate(clusters["cluster"]):
            _cluster(as_, 0.05 + 1.42 * (plek % 3), 1.72 - 0.8 * (plek // 3), naam)
    namen = {"nummer": "Fase", "fase": "Naam", "kern": "Kern"}
    return Plaat(
        figuur=figuur,
        titel="Het Ontwikkelingsmodel voor Ketenzorg: vier fasen en negen clusters",
        alt=(
            "Een trap met vier treden van onder naar boven: initiatief en ontwerp, experiment en uitvoering, uitbouw en monitoring, "
            "verduurzaming en transformatie. Pijlen lopen omhoog en soms terug. Onder de trap staan de negen clusters in een raster."
        ),
        tabel=fasen[list(namen)].rename(columns=namen),
        bron="Getekend naar [Vilans](#bron-vilans), p. 48-50; het model is van [Minkman 2012](#bron-minkman-2012)",
    )


def _fase(as_: Axes, links: float, onder: float, rij: Any, kleur: str) -> None:
    breedte = 3.6
    as_.add_patch(_kader(links, onder, breedte, _HOOG, kleur))
    as_.text(links + 0.14, onder + _HOOG - 0.2, f"{rij.nummer:g}  {rij.fase}", va="center", fontsize=11, fontweight="bold")
    kern = "\n".join(textwrap.wrap(rij.kern, 40))
    as_.text(links + 0.14, onder + 0.29, kern, va="center", fontsize=10.3, linespacing=1.15)


def _pijlen(as_: Axes, links: float, onder: float) -> None:
    van, naar = onder - _STAP + _HOOG + 0.02, onder - 0.02
    as_.annotate("", xy=(links + 0.5, naar), xytext=(links + 0.5, van), arrowprops={"arrowstyle": "-|>", "color": PALET["inkt"], "lw": 1.5})
    as_.annotate("", xy=(links + 2.1, van), xytext=(links + 2.1, naar), arrowprops={"arrowstyle": "-|>", "color": PALET["steen"], "lw": 1.5, "ls": "--"})
    midden = (van + naar) / 2
    as_.text(links + 0.62, midden, "verder", va="center", fontsize=10.3, color=PALET["inkt-zacht"])
    as_.text(links + 2.22, midden, "soms terug", va="center", fontsize=10.3, color=PALET["steen"])


def _cluster(as_: Axes, links: float, onder: float, naam: str) -> None:
    tekst = _AFBREKEN.get(naam) or "\n".join(textwrap.wrap(naam, 18, break_on_hyphens=False))
    as_.add_patch(_kader(links, onder, 1.36, 0.7, ""))
    as_.text(links + 0.68, onder + 0.35, tekst, ha="center", va="center", fontsize=9.9, linespacing=1.15)


def _kader(links: float, onder: float, breedte: float, hoogte: float, kleur: str) -> FancyBboxPatch:
    return FancyBboxPatch(
        (links, onder), breedte, hoogte, boxstyle="round,pad=0,rounding_size=0.08",
        facecolor=PALET[f"{kleur}-licht" if kleur else "vlak"], edgecolor=PALET[kleur or "inkt-zacht"], linewidth=1.4 if kleur else 1.0,
    )  # fmt: skip
