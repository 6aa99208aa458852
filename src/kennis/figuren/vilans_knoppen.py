"""Figuur bij het Limburgse Zesknoppenmodel: een paneel met zes draaiknoppen."""

from __future__ import annotations

import math
import textwrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl

BREEDTE, HOOGTE = 4.6, 6.7
_KLEUREN = ("petrol", "blauw", "pruim", "oker", "petrol", "blauw")
_WAT = {
    "basis": "waarden, visie, doelen, commitment",
    "coordinatie": "programma's op elkaar afstemmen",
    "teamwork": "hulpvrager centraal, rollen helder",
    "routine": "de verandering gaat vanzelf",
    "faciliteren": "geld, mensen, ICT, scholing, data",
    "systeem": "het stelsel en de samenleving",
}  # fmt: skip
_KOLOM, _RIJ, _STRAAL = 2.25, 2.16, 0.42  # afstand tussen knoppen, en hoe groot een knop is


def paneel() -> Plaat:
    """Zes knoppen in twee kolommen, met per knop waar zij over gaat."""
    knoppen = tabellen.laad("vilans_knoppen")
    with stijl():
        figuur = Figure(figsize=(BREEDTE, HOOGTE))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set_xlim(0, BREEDTE)
        as_.set_ylim(0, HOOGTE)
        as_.set_axis_off()
        as_.add_patch(
            FancyBboxPatch((0.06, 0.06), BREEDTE - 0.12, HOOGTE - 0.12, boxstyle="round,pad=0,rounding_size=0.15",
                           facecolor=PALET["vlak"], edgecolor=PALET["inkt-zacht"], linewidth=1.0)
        )  # fmt: skip
        for plek, rij in enumerate(knoppen.itertuples()):
            x, y = 1.17 + _KOLOM * (plek % 2), HOOGTE - 0.82 - _RIJ * (plek // 2)
            _knop(as_, x, y, f"{rij.nummer:g}", _KLEUREN[plek])
            as_.text(x, y - 0.76, rij.knop, ha="center", va="center", fontsize=11, fontweight="bold")
            as_.text(x, y - 0.94, "\n".join(textwrap.wrap(_WAT[rij.sleutel], 21)), ha="center", va="top", fontsize=10.2, linespacing=1.2)
    namen = {"nummer": "Knop", "knop": "Naam", "gaat_over": "Gaat over"}
    return Plaat(
        figuur=figuur,
        titel="Het Limburgse Zesknoppenmodel als paneel",
        alt=(
            "Een paneel met zes draaiknoppen in drie rijen: 1 gedeelde basis, 2 coördinatie, 3 mensgericht teamwork, 4 routine, "
            "5 faciliteren en 6 systeem. Onder elke knop staat kort waar zij over gaat."
        ),
        tabel=knoppen[list(namen)].rename(columns=namen),
        bron="Getekend naar [Vilans](#bron-vilans), p. 60-62",
    )


def _knop(as_: Axes, x: float, y: float, nummer: str, kleur: str) -> None:
    """Teken een draaiknop met streepjes eromheen; de wijzer staat in het midden."""
    for graden in range(-30, 211, 30):
        hoek = math.radians(graden)
        lijn = [(x + straal * math.cos(hoek), y + straal * math.sin(hoek)) for straal in (_STRAAL + 0.06, _STRAAL + 0.14)]
        as_.plot(*zip(*lijn, strict=True), color=PALET["inkt-zacht"], lw=1.2, solid_capstyle="round")
    as_.add_patch(Circle((x, y), _STRAAL, facecolor=PALET[f"{kleur}-licht"], edgecolor=PALET[kleur], linewidth=2))
    as_.plot([x, x], [y + _STRAAL * 0.55, y + _STRAAL * 0.9], color=PALET[kleur], lw=3, solid_capstyle="round")
    as_.text(x, y - 0.08, nummer, ha="center", va="center", fontsize=14, fontweight="bold")
