"""Figuren bij het deel over bekostiging: het zorgstelsel in schillen."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl

# Van buiten naar binnen: breedte, hoogte, vulkleur. Alle ovalen rusten op hetzelfde punt,
# zodat boven in elke schil ruimte is voor woorden.
_OVALEN = ((5.9, 7.1, "vlak"), (4.9, 5.25, "oker-licht"), (3.5, 3.25, "petrol-licht"), (1.8, 1.55, "papier"))
# De naam van elke schil: hoogte, tekst, kleur van de schil (zodat een lijn achter de naam ophoudt).
_NAMEN = (
    (6.65, "wetten en toezicht", "vlak"),
    (4.82, "financiers", "oker-licht"),
    (2.86, "zorgverleners", "petrol-licht"),
    (0.62, "patiënt", "papier"),
)
_KLEUR = {"Zvw": "petrol", "Wmo": "steen", "Wlz": "blauw"}
# Per wet: de plek van de wet, de financier, de zorg en de patiënt.
_WEGEN = {
    "Zvw": ((-1.55, 5.2), (-1.2, 3.55), (-0.78, 2.2), (-0.42, 1.1)),
    "Wmo": ((0.0, 5.62), (0.0, 4.2), (0.0, 2.2), (0.0, 1.1)),
    "Wlz": ((1.55, 5.2), (1.2, 3.55), (0.78, 2.2), (0.42, 1.1)),
}


def schillen() -> Plaat:
    """Het zorgstelsel in schillen: de patiënt in de kern, en drie wegen waarlangs het geld komt."""
    tabel = tabellen.laad("nivel_schillen")
    with stijl():
        figuur = Figure(figsize=(5.0, 6.2))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set_xlim(-3.0, 3.0)
        as_.set_ylim(-0.1, 7.2)
        as_.axis("off")
        for breedte, hoogte, kleur in _OVALEN:
            as_.add_patch(Ellipse((0, hoogte / 2), breedte, hoogte, facecolor=PALET[kleur], edgecolor=PALET["lijn"], linewidth=1.2))
        for wet, weg in _WEGEN.items():
            _teken_weg(as_, wet, weg, _financier(tabel, wet))
        _teken_namen(as_)
    return Plaat(
        figuur=figuur,
        titel="Het zorgstelsel in schillen: drie wetten, drie betalers, één patiënt",
        alt=(
            "Vier ovalen in elkaar. In de kern staat de patiënt, daaromheen de zorgverleners, dan de financiers "
            "en buitenom de wetten en het toezicht. Drie gekleurde lijnen lopen van buiten naar binnen: "
            "van de Zvw via de zorgverzekeraar, van de Wmo via de gemeente en van de Wlz via het zorgkantoor."
        ),
        tabel=tabel[["schil", "plek", "actor", "wet", "rol"]],
        bron="Opnieuw getekend naar de tekst van [Nivel](#bron-nivel), par. 1.2 en hoofdstuk 5; de gekleurde lijnen zijn van ons",
    )


def _financier(tabel: pd.DataFrame, wet: str) -> str:
    """De financier die bij een wet hoort."""
    return str(tabel.loc[(tabel["plek"] == "financiers") & (tabel["wet"] == wet), "actor"].iloc[0])


def _teken_weg(as_: Axes, wet: str, weg: tuple[tuple[float, float], ...], financier: str) -> None:
    kleur = PALET[_KLEUR[wet]]
    as_.plot(*zip(*weg, strict=True), color=kleur, linewidth=2.4, solid_capstyle="round", zorder=2)
    as_.plot(*weg[2], marker="o", markersize=8, color=kleur, zorder=3)
    for tekst, (x, y) in ((wet, weg[0]), (financier, weg[1])):
        vak = {"boxstyle": "round,pad=0.32", "facecolor": PALET["papier"], "edgecolor": kleur, "linewidth": 1.6}
        as_.text(x, y, tekst, ha="center", va="center", fontsize=11, color=kleur, weight="bold", bbox=vak, zorder=4)


def _teken_namen(as_: Axes) -> None:
    for y, tekst, schil in _NAMEN:
        vak = {"boxstyle": "square,pad=0.2", "facecolor": PALET[schil], "edgecolor": "none"}
        as_.text(0, y, tekst, ha="center", va="center", fontsize=12.5, weight="bold", bbox=vak, zorder=3)
    as_.text(0, 6.25, "NZa · ACM · IGJ · Zorginstituut", ha="center", va="center", fontsize=10.5, color=PALET["inkt-zacht"])
