"""Figuren bij de knelpunten in de bekostiging (kennissynthese Nivel)."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl
from kennis.kolommen import schrijf_getal

BRON = "[Nivel](#bron-nivel), par. {}"


def _vak(as_: Axes, midden: tuple[float, float], breedte: float, tekst: str, kleur: str) -> None:
    """Teken een vak met tekst erin; kleur is de naam van een paar in het palet."""
    x, y = midden
    as_.add_patch(
        FancyBboxPatch(
            (x - breedte / 2, y - 0.42),
            breedte,
            0.84,
            boxstyle="round,pad=0,rounding_size=0.12",
            facecolor=PALET[f"{kleur}-licht"],
            edgecolor=PALET[kleur],
            linewidth=1.4,
        )
    )
    as_.text(x, y, tekst, ha="center", va="center", fontsize=11, fontweight="bold")


def _pijl(as_: Axes, van: tuple[float, float], naar: tuple[float, float], kleur: str, lijn: str = "-") -> None:
    """Teken een pijl; een stippellijn is geen geld."""
    pijl = {"arrowstyle": "-|>", "color": PALET[kleur], "linewidth": 2, "linestyle": lijn, "shrinkA": 0, "shrinkB": 0}
    as_.annotate("", xy=naar, xytext=van, arrowprops=pijl)


def geldstroom_kassier() -> Plaat:
    """De stromen tussen verzekeraar, kassier en organisaties, en de verdeling van het budget."""
    stromen = tabellen.laad("nivel_geldstroom")
    budget = tabellen.laad("nivel_kassierbudget")
    wat = dict(zip(zip(stromen["van"], stromen["naar"], strict=True), stromen["wat"], strict=True))
    with stijl():
        figuur = Figure(figsize=(4.6, 7.4), layout="constrained")
        boven, onder = figuur.subplots(2, 1, height_ratios=[4.6, 1])
        _teken_stromen(boven, wat)
        _teken_budget(onder, budget)
    return Plaat(
        figuur=figuur,
        titel="Zo loopt het geld via de kassier",
        alt=(
            "De zorgverzekeraar geeft de kassier een budget op verwachte werklast. De organisaties sturen de kassier "
            "een rekening voor de werkelijke loonkosten en worden uit dat budget betaald. De kassier geeft signalen terug "
            "en de ketenregisseur stuurt de casemanagers aan. Ongeveer twee derde van het budget is voor werk met cliënten."
        ),
        tabel=stromen[["van", "naar", "wat", "soort"]],
        bron=BRON.format("3.1, kaders Kassier en Case-studie Kassier"),
    )


def _teken_stromen(as_: Axes, wat: dict[tuple[str, str], str]) -> None:
    as_.set_xlim(0, 10)
    as_.set_ylim(-0.8, 9.6)
    as_.set_axis_off()
    _vak(as_, (5, 9), 5.6, "Zorgverzekeraar", "blauw")
    _vak(as_, (5, 5.6), 5.6, "Kassier", "petrol")
    _vak(as_, (5, 2.2), 5.6, "Organisaties", "steen")
    _teken_paar(as_, 9, wat["Zorgverzekeraar", "Kassier"], wat["Kassier", "Zorgverzekeraar"])
    _teken_paar(as_, 5.6, wat["Kassier", "Organisaties"], wat["Organisaties", "Kassier"])
    as_.text(5, 1.45, "met de casemanagers in dienst", ha="center", va="center")
    _vak(as_, (5, 0.1), 5.6, "Ketenregisseur", "pruim")
    _pijl(as_, (5, 0.54), (5, 1.18), "pruim", "--")
    as_.text(5.3, 0.86, wat["Ketenregisseur", "Casemanagers"], ha="left", va="center", color=PALET["inkt-zacht"])
    as_.text(5, -0.72, "Doorgetrokken pijl: geld. Streepjes: geen geld.", ha="center", va="bottom", color=PALET["inkt-zacht"])


def _teken_paar(as_: Axes, y: float, heen: str, terug: str) -> None:
    """Teken onder het vak op hoogte y het geld naar beneden en wat er terugkomt."""
    _pijl(as_, (4.2, y - 0.46), (4.2, y - 2.94), "petrol")
    _pijl(as_, (5.8, y - 2.94), (5.8, y - 0.46), "inkt-zacht", "--")
    as_.text(3.9, y - 1.7, textwrap.fill(heen, 18), ha="right", va="center", color=PALET["petrol"])
    as_.text(6.1, y - 1.7, textwrap.fill(terug, 18), ha="left", va="center", color=PALET["inkt-zacht"])


def _teken_budget(as_: Axes, budget: pd.DataFrame) -> None:
    links = 0.0
    for kleur, rij in zip(("petrol", "oker"), budget.itertuples(), strict=True):
        deel = rij.teller / rij.noemer
        as_.barh(0, deel, left=links, color=PALET[f"{kleur}-licht"], edgecolor=PALET[kleur], height=0.9)
        as_.text(links + deel / 2, 0, f"ongeveer\n{rij.teller} van de {rij.noemer} delen", ha="center", va="center")
        as_.text(links + deel / 2, -0.62, rij.deel.replace(" en ", "\nen "), ha="center", va="top")
        links += deel
    as_.set_title("Waar het budget voor is", fontsize=11, loc="left", fontweight="bold")
    as_.set_xlim(0, 1)
    as_.set_ylim(-1.3, 0.5)
    as_.set_axis_off()


def samen_indiceren() -> Plaat:
    """De wachttijd voor en na, en de opbrengst per euro, van Samen indiceren."""
    tabel = tabellen.laad("nivel_businesscase")
    with stijl():
        figuur = Figure(figsize=(4.6, 4.4), layout="constrained")
        figuur.get_layout_engine().set(h_pad=0.12)
        labels = {"wachttijd": ("Eerst", "Daarna"), "sroi": ("Inleg", "Opbrengst")}
        for as_, rij in zip(figuur.subplots(len(tabel), 1), tabel.itertuples(), strict=True):
            _twee_staven(as_, rij, labels[rij.sleutel])
    return Plaat(
        figuur=figuur,
        titel="Samen indiceren: korter wachten, en meer terug dan erin ging",
        alt=(
            "Twee keer twee staven. Wachten op een Wmo-indicatie ging van twaalf naar ongeveer twee weken. "
            "Elke ingelegde euro leverde 2,39 euro op."
        ),
        tabel=tabel[["meting", "voor", "na", "eenheid", "toelichting"]],
        bron=BRON.format("3.2, kader Voorbeeld Business Case"),
    )


def _twee_staven(as_: Axes, rij: Any, labels: tuple[str, str]) -> None:
    ongeveer = "ongeveer " if rij.sleutel == "wachttijd" else ""
    teksten = (f"{schrijf_getal(rij.voor)} {rij.eenheid}", f"{ongeveer}{schrijf_getal(rij.na)} {rij.eenheid}")
    as_.barh([1, 0], [rij.voor, rij.na], color=[PALET["lijn"], PALET["petrol"]], height=0.66)
    for plek, (waarde, tekst) in enumerate(zip((rij.na, rij.voor), reversed(teksten), strict=True)):
        as_.text(waarde, plek, f" {tekst}", va="center")
    as_.set_yticks([1, 0], labels)
    as_.set_title(rij.meting, fontsize=11, loc="left", fontweight="bold")
    as_.set_xlim(0, max(rij.voor, rij.na) * 1.35)
    as_.tick_params(axis="y", length=0)
    as_.xaxis.set_visible(False)
    as_.spines["bottom"].set_visible(False)
