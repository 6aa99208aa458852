"""Figuur bij de lagen van integrale zorg: het regenboogmodel, opnieuw getekend."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, FancyBboxPatch, Rectangle

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl

BREEDTE, HOOGTE = 4.3, 6.1
_MIDDEN = (BREEDTE / 2, 1.55)
# Van binnen naar buiten: sleutel van de laag, halve breedte, kleur. De bogen zijn hoger dan breed, zodat de woorden erin passen.
_HOGER = 1.28
_BOGEN = (("hulpvrager", 0.9, "petrol"), ("professionals", 1.31, "blauw"), ("organisaties", 1.71, "pruim"), ("systeem", 2.11, "oker"))
_DOELEN = (0.74, 2.15, 3.56)


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
            boog = Ellipse(_MIDDEN, 2 * straal, 2 * straal * _HOGER, facecolor=PALET[f"{kleur}-licht"], edgecolor=PALET[kleur], linewidth=1.4)
            as_.add_patch(boog)
            boog.set_clip_path(Rectangle((0, _MIDDEN[1]), BREEDTE, HOOGTE, transform=as_.transData))
            as_.plot([_MIDDEN[0] - straal, _MIDDEN[0] + straal], [_MIDDEN[1]] * 2, color=PALET[kleur], linewidth=1.4)
            if sleutel != "hulpvrager":
                _boogtekst(as_, straal * _HOGER - 0.31, tabel.loc[sleutel, "naam"].lower(), tabel.loc[sleutel, "niveau"])
        as_.text(_MIDDEN[0], _MIDDEN[1] + 0.62, "hulpvrager\nen sociaal\nnetwerk", ha="center", va="center", fontsize=10.5, fontweight="bold", linespacing=1.15)
        as_.text(_MIDDEN[0], _MIDDEN[1] + 0.2, "micro", ha="center", va="center", fontsize=10, color=PALET["inkt-zacht"])
        for x, sleutel in zip(_DOELEN, ("betere-gezondheid", "betere-zorg", "lagere-kosten"), strict=True):
            _vak(as_, x, 5.18, 1.34, 0.58, tabel.loc[sleutel, "naam"].lower().replace(" ", "\n"), "papier", "inkt")
        as_.annotate("", xy=(2.15, 4.84), xytext=(2.15, 4.36), arrowprops={"arrowstyle": "-|>", "color": PALET["inkt-zacht"], "lw": 1.6})
        as_.text(2.15, 5.8, "waar het uiteindelijk om gaat", ha="center", va="center", fontsize=11, color=PALET["inkt-zacht"])
        _vak(as_, 1.1, 0.98, 2.02, 0.78, "harde voorwaarden\n(functioneel)", "vlak", "steen")
        _vak(as_, 3.2, 0.98, 2.02, 0.78, "zachte voorwaarden\n(normatief)", "vlak", "steen")
        rond = {"boxstyle": "circle,pad=0.12", "facecolor": PALET["papier"], "edgecolor": PALET["steen"]}
        as_.text(2.15, 0.98, "⇄", ha="center", va="center", fontsize=12, color=PALET["steen"], bbox=rond)
        as_.text(2.15, 0.3, "in balans, op elke laag", ha="center", va="center", fontsize=11, color=PALET["inkt-zacht"])
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
    as_.text(_MIDDEN[0], y + 0.06, naam, ha="center", va="center", fontsize=10.5, fontweight="bold")
    as_.text(_MIDDEN[0], y - 0.11, niveau, ha="center", va="center", fontsize=10, color=PALET["inkt-zacht"])


def _vak(as_: Axes, x: float, y: float, breedte: float, hoogte: float, tekst: str, vulling: str, rand: str) -> None:
    as_.add_patch(
        FancyBboxPatch(
            (x - breedte / 2, y - hoogte / 2), breedte, hoogte, boxstyle="round,pad=0,rounding_size=0.08",
            facecolor=PALET[vulling], edgecolor=PALET[rand], linewidth=1.4,
        )
    )  # fmt: skip
    as_.text(x, y, tekst, ha="center", va="center", fontsize=10.5, linespacing=1.25)
