"""Figuren bij de bekostigingsmodellen van de kennissynthese Nivel.

In een hoofdstuk: `:::{figuur} nivel_modellen.belemmeringen`.
"""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl

BREEDTE = 5.0
NDAYISHIMIYE = "[Nivel](#bron-nivel), tabel 4.1, naar [Ndayishimiye 2023](#bron-ndayishimiye-2023)"
NAMEN = {"ffs": "Fee-for-service", "p4p": "Prestatiebeloning (P4P)"}
KORT = {
    "multimorbiditeit": "Multi-\nmorbi-\nditeit",
    "preventie": "Preventie",
    "overleg": "Overleg",
    "meer-zorgverleners": "Meer\nzorg-\nverleners",
    "betaaltitels": "Betaal-\ntitels",
    "controle": "Controle\nuitgaven",
    "wetten": "Aan-\nsluiting",
}


def _naam(model: str, variant: str | None = None) -> str:
    """De naam van een model, met de variant erachter."""
    namen = tabellen.laad("nivel_modellen").set_index("sleutel")["naam"]
    naam = NAMEN.get(model, namen[model])
    return f"{naam}: {variant}" if isinstance(variant, str) and variant else naam


def _vlak(hoogte: float) -> tuple[Figure, Axes]:
    """Een leeg tekenvlak waarop één eenheid één inch is en y naar beneden loopt."""
    figuur = Figure(figsize=(BREEDTE, hoogte))
    as_ = figuur.add_axes((0, 0, 1, 1))
    as_.set(xlim=(0, BREEDTE), ylim=(hoogte, 0))
    as_.axis("off")
    return figuur, as_


def belemmeringen() -> Plaat:
    """Wat de invoering van een nieuw model in de weg staat."""
    return _geteld("belemmering", "Wat een nieuw bekostigingsmodel in de weg staat", "steen")


def bevorderend() -> Plaat:
    """Wat de invoering van een nieuw model helpt."""
    return _geteld("bevorderend", "Wat helpt om een nieuw bekostigingsmodel in te voeren", "petrol")


def _geteld(soort: str, titel: str, kleur: str) -> Plaat:
    tabel = tabellen.laad("nivel_belemmeringen")
    tabel = tabel[tabel["soort"] == soort].sort_values("n", ascending=False, kind="stable")
    totaal = int(tabellen.beschrijving("nivel_belemmeringen").kolommen["n"].max)
    eerste, laatste = tabel.iloc[0], tabel.iloc[-1]
    return Plaat(
        figuur=_telstaven(tabel, totaal, kleur),
        titel=f"{titel}: in hoeveel van de {totaal} onderzoeken het thema voorkomt.",
        alt=(
            f"Staven met het aantal van {totaal} onderzoeken dat een thema noemt. Bovenaan staat {eerste['naam'].lower()} "
            f"met {eerste['n']}, onderaan {laatste['naam'].lower()} met {laatste['n']}."
        ),
        tabel=tabel[["naam", "n"]].rename(columns={"naam": "Thema", "n": f"Onderzoeken (van {totaal})"}).reset_index(drop=True),
        bron=NDAYISHIMIYE,
    )


def _telstaven(tabel: pd.DataFrame, totaal: int, kleur: str) -> Figure:
    """Staven met de naam erboven, zodat zij ook op een telefoon breed genoeg zijn."""
    stap, lengte = 0.56, 3.85
    with stijl():
        figuur, as_ = _vlak(stap * len(tabel) + 0.1)
        for plek, rij in enumerate(tabel.itertuples()):
            y = 0.24 + plek * stap
            as_.text(0.05, y, rij.naam, fontsize=11, va="center")
            as_.barh(y + 0.22, lengte, left=0.05, height=0.17, color=PALET["vlak"], edgecolor=PALET["lijn"], linewidth=0.6)
            as_.barh(y + 0.22, lengte * rij.n / totaal, left=0.05, height=0.17, color=PALET[kleur])
            as_.text(lengte + 0.15, y + 0.22, f"{rij.n} van {totaal}", fontsize=11, va="center")
    return figuur


def toepasbaarheid() -> Plaat:
    """Alle oordelen over de modellen, in een rustig raster."""
    tabel = tabellen.laad("nivel_toepasbaarheid")
    rijen = dict(iter(tabel.groupby("rij", sort=False)))
    plussen = {rij: (deel["oordeel"] == "+").sum() for rij, deel in rijen.items()}
    minnen = {rij: (deel["oordeel"] == "-").sum() for rij, deel in rijen.items()}
    volgorde = sorted(rijen, key=lambda rij: (-plussen[rij], minnen[rij]))
    breed = pd.DataFrame(
        [
            {"Model": _naam(*rijen[rij][["model", "variant"]].iloc[0]), **rijen[rij].set_index("criteriumnaam")["oordeel"]}
            for rij in volgorde
        ]
    )
    meeste = breed["Model"][[plussen[rij] == max(plussen.values()) for rij in volgorde]].tolist()
    return Plaat(
        figuur=_raster([rijen[rij] for rij in volgorde]),
        titel="Past het model bij samenwerken over domeinen heen? Plus: kan vrij gemakkelijk. Min: lastig. Vraagteken: onduidelijk.",
        alt=(
            f"Raster van {len(volgorde)} rijen met modellen en {tabel['criterium'].nunique()} criteria, met plus, min of vraagteken. "
            f"De meeste plussen ({max(plussen.values())}) hebben {' en '.join(meeste)}. "
            f"De minste ({min(plussen.values())}) heeft {breed['Model'].iloc[-1]}."
        ),
        tabel=breed,
        bron="[Nivel](#bron-nivel), tabel 4.2",
    )


def _raster(rijen: list[pd.DataFrame]) -> Figure:
    criteria = tabellen.laad("nivel_criteria")
    stap, links, kolom = 0.74, 0.08, (BREEDTE - 0.16) / len(criteria)
    with stijl():
        figuur, as_ = _vlak(1.1 + stap * len(rijen) + 0.42)
        _koppen(as_, criteria, links, kolom)
        for plek, deel in enumerate(rijen):
            y = 1.12 + plek * stap
            as_.plot([links, BREEDTE - links], [y - 0.11] * 2, color=PALET["lijn"], linewidth=0.8)
            as_.text(links, y + 0.05, _naam(*deel[["model", "variant"]].iloc[0]), fontsize=11, va="center", weight="bold")
            for k, oordeel in enumerate(deel["oordeel"]):
                _teken(as_, links + (k + 0.5) * kolom, y + 0.36, oordeel)
        _legenda(as_, 1.1 + stap * len(rijen) + 0.2)
    return figuur


def _koppen(as_: Axes, criteria: pd.DataFrame, links: float, kolom: float) -> None:
    """De criteria boven de kolommen, per perspectief bij elkaar."""
    for perspectief, deel in criteria.groupby("perspectief", sort=False):
        van, tot = links + deel.index[0] * kolom, links + (deel.index[-1] + 1) * kolom
        tekst = {"betalende instantie": "betaler"}.get(perspectief, perspectief).capitalize()
        as_.text((van + tot) / 2, 0.16, tekst, fontsize=10, ha="center", va="center", color=PALET["inkt-zacht"])
        as_.plot([van + 0.05, tot - 0.05], [0.32, 0.32], color=PALET["inkt-zacht"], linewidth=1)
    for k, sleutel in enumerate(criteria["sleutel"]):
        as_.text(links + (k + 0.5) * kolom, 0.62, KORT[sleutel], fontsize=10, ha="center", va="center", linespacing=1.15)


def _teken(as_: Axes, x: float, y: float, oordeel: str) -> None:
    """Een oordeel als teken in een rondje: gevuld, met een rand, of grijs zonder rand."""
    rand, vul, letter = {"+": ("petrol", "petrol", "papier"), "-": ("steen", "papier", "steen"), "?": ("vlak", "vlak", "inkt-zacht")}[oordeel]
    as_.plot([x], [y], "o", markersize=22, markerfacecolor=PALET[vul], markeredgecolor=PALET[rand], markeredgewidth=1.5)
    tekst = oordeel.replace("-", "\u2212")
    as_.text(x, y, tekst, fontsize=14, ha="center", va="center_baseline", color=PALET[letter], weight="bold")


def _legenda(as_: Axes, y: float) -> None:
    for x, oordeel, tekst in ((0.26, "+", "kan goed"), (1.66, "-", "lastig"), (2.86, "?", "onduidelijk")):
        _teken(as_, x, y, oordeel)
        as_.text(x + 0.26, y, tekst, fontsize=11, va="center")


def risico() -> Plaat:
    """Waar het financiële risico ligt, van betaler naar aanbieder."""
    tabel = tabellen.laad("nivel_risico")
    namen = tabel["naam"].tolist()
    return Plaat(
        figuur=_risicolijnen(tabel, namen),
        titel="Waar het financiële risico ligt: van de betaler (links) naar de aanbieder (rechts).",
        alt=(
            "Per model een lijn van betaler naar aanbieder met een stip. Bij fee-for-service ligt het risico bij de betaler, bij "
            "bundelbekostiging is het gedeeld, bij betaling per capita en populatiebekostiging ligt het bij de aanbieder. "
            "Open stippen zijn ons oordeel."
        ),
        tabel=pd.DataFrame({"Model": namen, "Risico ligt bij": tabel["risico"], "Grond": tabel["grond"]}),
        bron="[Nivel](#bron-nivel), par. 4.2; open stippen: ons oordeel",
    )


def _risicolijnen(tabel: pd.DataFrame, namen: list[str]) -> Figure:
    plek = dict(zip(tabellen.beschrijving("nivel_risico").kolommen["risico"].waarden, (0.55, 2.5, 4.45), strict=True))
    stap = 0.6
    with stijl():
        figuur, as_ = _vlak(0.55 + stap * len(tabel) + 0.4)
        for woord, x in plek.items():
            as_.text(x, 0.2, woord.capitalize(), fontsize=11, ha="center", va="center", color=PALET["inkt-zacht"])
        for rij, (naam, risico_, grond) in enumerate(zip(namen, tabel["risico"], tabel["grond"], strict=True)):
            y = 0.55 + rij * stap
            as_.text(0.1, y, naam, fontsize=11, va="center", weight="bold")
            as_.plot([plek["betaler"], plek["aanbieder"]], [y + 0.26] * 2, color=PALET["lijn"], linewidth=2, zorder=1)
            as_.plot(list(plek.values()), [y + 0.26] * 3, "|", color=PALET["lijn"], markersize=9, zorder=1)
            _stip(as_, plek[risico_], y + 0.26, grond == "bron")
        y = 0.55 + stap * len(tabel) + 0.12
        for x, uit_bron, tekst in ((0.2, True, "staat in de bron"), (2.1, False, "ons oordeel")):
            _stip(as_, x, y, uit_bron)
            as_.text(x + 0.18, y, tekst, fontsize=11, va="center")
    return figuur


def _stip(as_: Axes, x: float, y: float, gevuld: bool) -> None:
    vul = PALET["petrol"] if gevuld else PALET["papier"]
    as_.plot([x], [y], "o", markersize=13, markerfacecolor=vul, markeredgecolor=PALET["petrol"], markeredgewidth=2, zorder=3)


def ffs() -> Plaat:
    """Eén zorgverlener in één domein, tegenover meerdere domeinen met gaten ertussen."""
    tabel = tabellen.laad("nivel_ertussen")
    tussen = tabel[tabel["plek"] == "tussen"]["wat"].tolist()
    with stijl():
        figuur, as_ = _vlak(6.55)
        _een_domein(as_)
        _meer_domeinen(as_, tussen)
    return Plaat(
        figuur=figuur,
        titel="Fee-for-service past bij één zorgverlener in één domein. Bij meerdere domeinen valt er werk tussen.",
        alt=(
            "Boven: een huisarts geeft zorg aan één patiënt en de zorgverzekeraar betaalt uit de Zvw. Onder: dezelfde patiënt krijgt "
            f"zorg uit drie domeinen, elk met een eigen betaler. Ertussen valt: {', '.join(tussen).lower()}."
        ),
        tabel=tabel[["wat", "betaald", "waarom"]].rename(columns={"wat": "Wat", "betaald": "Betaald", "waarom": "Waarom"}),
        bron="[Nivel](#bron-nivel), par. 3.3, 4.2 en 4.3; opnieuw getekend naar de tekst bij figuur 2 en 3",
    )


def _een_domein(as_: Axes) -> None:
    as_.text(0.1, 0.2, "Eén zorgverlener, één domein", fontsize=12, weight="bold", va="center")
    _blok(as_, 0.1, 0.45, 1.4, 0.6, "Patiënt", "pruim")
    _blok(as_, 1.8, 0.45, 1.4, 0.6, "Huisarts", "petrol")
    _blok(as_, 3.5, 0.45, 1.4, 0.6, "Verzekeraar\n(Zvw)", "blauw")
    _pijl(as_, (1.8, 0.75), (1.5, 0.75))
    _pijl(as_, (3.5, 0.75), (3.2, 0.75))
    as_.text(1.65, 1.25, "zorg", fontsize=10, ha="center", va="center", color=PALET["inkt-zacht"])
    as_.text(3.35, 1.25, "geld per handeling", fontsize=10, ha="center", va="center", color=PALET["inkt-zacht"])


def _meer_domeinen(as_: Axes, tussen: list[str]) -> None:
    as_.plot([0.1, 4.9], [1.55, 1.55], color=PALET["lijn"], linewidth=1)
    as_.text(0.1, 1.82, "Meerdere zorgverleners en domeinen", fontsize=12, weight="bold", va="center")
    _blok(as_, 0.1, 2.05, 4.8, 0.45, "Patiënt", "pruim")
    hulp = (("Huisarts", "Verzekeraar\n(Zvw)"), ("Hulp thuis", "Gemeente\n(Wmo)"), ("Verpleeghuis", "Zorgkantoor\n(Wlz)"))
    for x, (zorg, betaler) in zip((0.1, 1.8, 3.5), hulp, strict=True):
        _pijl(as_, (x + 0.7, 2.85), (x + 0.7, 2.5))
        _blok(as_, x, 2.85, 1.4, 0.45, zorg, "petrol")
        _pijl(as_, (x + 0.7, 3.65), (x + 0.7, 3.3))
        _blok(as_, x, 3.65, 1.4, 0.6, betaler, "blauw")
    as_.text(2.5, 4.42, "elk met een eigen manier van betalen", fontsize=10, ha="center", va="center", color=PALET["inkt-zacht"])
    _blok(as_, 0.1, 4.65, 4.8, 1.8, "", "steen", gaten=True)
    as_.text(0.3, 4.87, "Valt ertussen: niet of moeilijk te betalen", fontsize=11, weight="bold", va="center", color=PALET["steen"])
    for rij, wat in enumerate(tussen):
        as_.text(0.3, 5.17 + rij * 0.25, f"–  {wat}", fontsize=11, va="center")


def _blok(as_: Axes, x: float, y: float, b: float, h: float, tekst: str, kleur: str, *, gaten: bool = False) -> None:
    lijn = (0, (4, 3)) if gaten else "-"
    as_.add_patch(
        FancyBboxPatch(
            (x, y), b, h, boxstyle="round,pad=0,rounding_size=0.06",
            facecolor=PALET[f"{kleur}-licht"], edgecolor=PALET[kleur], linewidth=1.3, linestyle=lijn,
        )
    )
    as_.text(x + b / 2, y + h / 2, "\n".join(textwrap.wrap(tekst, 24)) if "\n" not in tekst else tekst, fontsize=11, ha="center", va="center")


def _pijl(as_: Axes, van: tuple[float, float], naar: tuple[float, float]) -> None:
    as_.annotate("", xy=naar, xytext=van, arrowprops={"arrowstyle": "-|>", "color": PALET["inkt-zacht"], "linewidth": 1.2})
