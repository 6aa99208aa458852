"""Figuur bij de lagen van integrale zorg: het regenboogmodel, opnieuw getekend."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Wedge

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl

BREEDTE, HOOGTE = 5.0, 5.5
_MIDDEN = (BREEDTE / 2, 1.55)
# Van binnen naar buiten: sleutel van de laag, buitenstraal, kleur.
_BOGEN = (("hulpvrager", 0.95, "petrol"), ("professionals", 1.42, "blauw"), ("organisaties", 1.89, "pruim"), ("systeem", 2.36, "oker"))
_DOELEN = (0.86, 2.5, 4.14)


def regenboog() -> Plaat:
    """Vier lagen als regenboog, met de doelen erboven en de twee soorten voorwaarden eronder."""
    tabel = tabellen.laad("vilans_regenbooglagen").set_index("sleutel")
    with stijl():
        figuur = Figure(figsize=(BREEDTE, HOOGTE))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set_xlim(0, BREEDTE)
        as_.set_ylim(0, HOOGTE)
        as_.set_axis_off()
        for sleutel, straal, kleur in reversed(_BOGEN):
            as_.add_patch(Wedge(_MIDDEN, straal, 0, 180, facecolor=PALET[f"{kleur}-licht"], edgecolor=PALET[kleur], linewidth=1.4))
            if sleutel != "hulpvrager":
                _boogtekst(as_, straal - 0.235, tabel.loc[sleutel, "naam"].lower(), tabel.loc[sleutel, "niveau"])
        as_.text(_MIDDEN[0], _MIDDEN[1] + 0.5, "hulpvrager\nen sociaal\nnetwerk", ha="center", va="center", fontsize=10.5, fontweight="bold", linespacing=1.15)
        as_.text(_MIDDEN[0], _MIDDEN[1] + 0.11, "micro", ha="center", va="center", fontsize=9.5, color=PALET["inkt-zacht"])
        for x, sleutel in zip(_DOELEN, ("betere-gezondheid", "betere-zorg", "lagere-kosten"), strict=True):
            _vak(as_, x, 4.66, 1.52, 0.46, tabel.loc[sleutel, "naam"].lower(), "papier", "inkt")
        as_.annotate("", xy=(2.5, 4.4), xytext=(2.5, 3.96), arrowprops={"arrowstyle": "-|>", "color": PALET["inkt-zacht"], "lw": 1.6})
        as_.text(2.5, 5.17, "waar het uiteindelijk om gaat", ha="center", va="center", fontsize=10.5, color=PALET["inkt-zacht"])
        _vak(as_, 1.3, 0.98, 2.3, 0.78, "harde voorwaarden\n(functioneel)", "vlak", "steen")
        _vak(as_, 3.7, 0.98, 2.3, 0.78, "zachte voorwaarden\n(normatief)", "vlak", "steen")
        as_.text(2.5, 0.98, "⇄", ha="center", va="center", fontsize=12, fontweight="bold", color=PALET["steen"], bbox={"boxstyle": "circle,pad=0.12", "fc": PALET["papier"], "ec": PALET["steen"]})
        as_.text(2.5, 0.3, "in balans, op elke laag", ha="center", va="center", fontsize=10.5, color=PALET["inkt-zacht"])
    lijst = tabel.reset_index()[["soort", "naam", "niveau", "wat"]].fillna("")
    return Plaat(
        figuur=figuur,
        titel="Het regenboogmodel: vier lagen, twee soorten voorwaarden, drie doelen",
        alt=(
            "Vier halve cirkels om elkaar heen. In het midden de hulpvrager en het sociale netwerk, daaromheen de professionals, de "
            "organisaties en het systeem. Eronder twee vakken, harde en zachte voorwaarden, in balans op elke laag. Een pijl wijst omhoog "
            "naar drie doelen: betere gezondheid, betere zorg en lagere kosten."
        ),
        tabel=lijst.rename(columns={"soort": "Soort", "naam": "Naam", "niveau": "Niveau", "wat": "Wat hier gebeurt"}),
        bron="Opnieuw getekend naar de tekst van [Vilans](#bron-vilans), p. 45-46; het model is van [Valentijn 2015](#bron-valentijn-2015)",
    )


def _boogtekst(as_: Axes, hoogte: float, naam: str, niveau: str) -> None:
    y = _MIDDEN[1] + hoogte
    as_.text(_MIDDEN[0], y + 0.06, naam, ha="center", va="center", fontsize=11, fontweight="bold")
    as_.text(_MIDDEN[0], y - 0.13, niveau, ha="center", va="center", fontsize=9.5, color=PALET["inkt-zacht"])


def _vak(as_: Axes, x: float, y: float, breedte: float, hoogte: float, tekst: str, vulling: str, rand: str) -> None:
    as_.add_patch(
        FancyBboxPatch(
            (x - breedte / 2, y - hoogte / 2), breedte, hoogte, boxstyle="round,pad=0,rounding_size=0.08",
            facecolor=PALET[vulling], edgecolor=PALET[rand], linewidth=1.4,
        )
    )  # fmt: skip
    as_.text(x, y, tekst, ha="center", va="center", fontsize=10.5, linespacing=1.25)
