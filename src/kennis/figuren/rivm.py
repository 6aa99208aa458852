"""Figuren bij de kennissynthese van het RIVM: doelen, doelgroepen, fasen en population health management."""

from __future__ import annotations

import math
import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from kennis.figuren import PALET, Plaat, stijl
from kennis.tabellen import laad

BREEDTE = 4.5
BRON_VRAGENLIJST = "([RIVM](#bron-rivm), 'Doelen en doelgroepen', p. 14)"
# Hoe een lijst van de vragenlijst boven de staven heet.
LIJSTEN = {
    "meest gekozen": "Lijst met de meest gekozen doelen en doelgroepen",
    "quintuple aim": "De vijf doelen van de Quintuple Aim",
    "IZA": "De doelgroepen uit het IZA",
}


def doelen() -> Plaat:
    """Staven: waar samenwerkingsverbanden zich op richten, per lijst van de bron."""
    tabel = laad("rivm_doelen")
    return Plaat(
        figuur=_lijsten(tabel, "doel", ["quintuple aim", "meest gekozen"]),
        titel="Op welke doelen samenwerkingsverbanden zich richten, in procenten van wie antwoordde",
        alt=(
            "Staven met percentages in twee lijsten. Van de vijf doelen van de Quintuple Aim komt kwaliteit het meest voor "
            "en het verkleinen van gezondheidsverschillen het minst. Uit de lijst met meest gekozen staan kwaliteit en "
            "zorg voorkomen bovenaan."
        ),
        tabel=_bij_figuur(tabel, "doel", "Doel"),
        bron=BRON_VRAGENLIJST,
    )


def doelgroepen() -> Plaat:
    """Staven: op welke groepen samenwerkingsverbanden zich richten, per lijst van de bron."""
    tabel = laad("rivm_doelgroepen")
    return Plaat(
        figuur=_lijsten(tabel, "doelgroep", ["IZA", "meest gekozen"]),
        titel="Op welke doelgroepen samenwerkingsverbanden zich richten, in procenten van wie antwoordde",
        alt=(
            "Staven met percentages in twee lijsten. Kwetsbare ouderen staan in beide lijsten het hoogst. Van de groepen uit "
            "het IZA staan mensen met kanker of een risico daarop onderaan."
        ),
        tabel=_bij_figuur(tabel, "doelgroep", "Doelgroep"),
        bron=BRON_VRAGENLIJST,
    )


def _bij_figuur(tabel: pd.DataFrame, naam: str, kop: str) -> pd.DataFrame:
    namen = {"lijst": "Lijst", "plaats": "Plaats in de lijst", naam: kop, "percentage": "Percentage"}
    return tabel[list(namen)].rename(columns=namen)


def _lijsten(tabel: pd.DataFrame, naam: str, lijsten: list[str]) -> Figure:
    """Zet per lijst een vak met staven onder elkaar; de naam staat boven de staaf, zodat het op een telefoon past."""
    groepen = [tabel[tabel["lijst"] == lijst] for lijst in lijsten]
    with stijl():
        rijen = [len(groep) for groep in groepen]
        figuur = Figure(figsize=(BREEDTE, 0.54 * sum(rijen) + 0.6 * len(rijen)), layout="constrained")
        figuur.get_layout_engine().set(hspace=0.06)
        assen = figuur.subplots(len(groepen), 1, height_ratios=rijen)
        for as_, lijst, groep, kleur in zip(assen, lijsten, groepen, ("petrol", "oker"), strict=True):
            _staven_met_naam(as_, groep[naam], groep["percentage"], PALET[kleur])
            as_.set_title(_omslaan(LIJSTEN[lijst], 38), loc="left", fontsize=10.5, fontweight="bold", pad=8)
    return figuur


def _staven_met_naam(as_: Axes, namen: pd.Series, waarden: pd.Series, kleur: str) -> None:
    for plek, (tekst, getal) in enumerate(zip(namen, waarden, strict=True)):
        as_.barh(plek + 0.24, 100, height=0.34, color=PALET["vlak"])
        as_.barh(plek + 0.24, getal, height=0.34, color=kleur)
        as_.text(0, plek - 0.02, tekst, va="bottom", fontsize=10)
        as_.text(102, plek + 0.24, f"{getal:g} %".replace(".", ","), va="center", fontsize=10, fontweight="bold")
    as_.set_xlim(0, 122)
    as_.set_ylim(len(namen) - 0.45, -0.5)
    as_.set_axis_off()


def quintuple_aim() -> Plaat:
    """Vijf doelen in een kring; elk doel raakt aan elk ander doel."""
    tabel = laad("rivm_aims")
    kleuren = {"Triple Aim": "petrol", "Quadruple Aim": "steen", "Quintuple Aim": "blauw"}
    with stijl():
        figuur, as_ = _vlak(BREEDTE, 5.7)
        midden_x, midden_y = BREEDTE / 2, 2.2
        plekken = [
            (midden_x + 1.5 * math.sin(2 * math.pi * i / 5), midden_y + 2.0 * math.cos(2 * math.pi * i / 5)) for i in range(5)
        ]
        for i, van in enumerate(plekken):
            for naar in plekken[i + 1 :]:
                as_.plot(*zip(van, naar, strict=True), color=PALET["lijn"], lw=1.6, zorder=1)
        for (x, y), (_, rij) in zip(plekken, tabel.iterrows(), strict=True):
            _kader(as_, x, y, 1.52, 0.95, f"{rij['nummer']}\n" + _omslaan(rij["doel"], 18), kleuren[rij["sinds"]], grootte=9.8)
        _kader(as_, midden_x, midden_y - 0.08, 0.92, 0.4, "balans", "inkt", grootte=10)
        for i, (naam, kleur) in enumerate(kleuren.items()):
            uitleg = ("doel 1 tot en met 3", "met doel 4 erbij", "met doel 5 erbij")[i]
            y = 5.58 - 0.22 * i
            as_.text(0.08, y, naam, color=PALET[kleur], fontsize=10.5, fontweight="bold", va="center")
            as_.text(1.6, y, uitleg, color=PALET["inkt-zacht"], fontsize=10.5, va="center")
    return Plaat(
        figuur=figuur,
        titel="Van Triple naar Quintuple Aim: vijf doelen die elkaar raken",
        alt=(
            "Vijf vakken in een kring, met lijnen van elk doel naar elk ander doel en in het midden het woord balans. Drie doelen "
            "horen bij de Triple Aim; de Quadruple Aim en de Quintuple Aim voegen er elk een toe."
        ),
        tabel=tabel[["nummer", "doel", "sinds"]].rename(columns={"nummer": "Nr.", "doel": "Doel", "sinds": "Sinds"}),
        bron="([RIVM](#bron-rivm), 'Doelen: de Triple Aim', p. 14-15; [Berwick 2008](#bron-berwick-2008), [Nundy 2022](#bron-nundy-2022))",
    )


def fasen() -> Plaat:
    """Vier fasen als trap; pijlen heen en terug laten zien dat het geen rechte weg is."""
    tabel = laad("rivm_fasen")
    kleuren = ("petrol", "oker", "blauw", "pruim")
    hoog, stap = 0.95, 1.5
    with stijl():
        figuur, as_ = _vlak(BREEDTE, stap * len(tabel) - 0.45)
        boven = stap * len(tabel) - 0.47
        for i, rij in tabel.iterrows():
            y = boven - 0.5 - stap * i
            tekst = f"Fase {rij['nummer']}: {rij['fase'].lower()}"
            _kader(as_, BREEDTE / 2, y, 4.36, hoog, "", kleuren[i])
            as_.text(BREEDTE / 2, y + 0.28, tekst, ha="center", va="center", fontsize=11, fontweight="bold")
            as_.text(BREEDTE / 2, y - 0.13, _omslaan(rij["uitleg"], 46), ha="center", va="center", fontsize=10)
            if i + 1 < len(tabel):
                _pijl(as_, (1.2, y - hoog / 2 - 0.02), (1.2, y - stap + hoog / 2 + 0.02), "inkt")
                _pijl(as_, (3.3, y - stap + hoog / 2 + 0.02), (3.3, y - hoog / 2 - 0.02), "steen", streep="--")
                midden = y - stap / 2
                as_.text(1.32, midden, "verder", va="center", fontsize=10, color=PALET["inkt-zacht"])
                as_.text(3.18, midden, "stap terug", va="center", ha="right", fontsize=10, color=PALET["steen"])
    koppen = {"nummer": "Fase", "fase": "Naam", "uitleg": "Wat je doet", "voorwaarde": "Wanneer het kan"}
    return Plaat(
        figuur=figuur,
        titel="De vier fasen: vooruit, en soms een stap terug",
        alt=(
            "Vier vakken onder elkaar: starten, verdiepen, verbreden en integreren. Tussen de vakken loopt steeds een pijl naar "
            "de volgende fase en een gestippelde pijl terug."
        ),
        tabel=tabel[list(koppen)].fillna("").rename(columns=koppen),
        bron="([RIVM](#bron-rivm), p. 12; [Van Vooren 2020](#bron-van-vooren-2020), [Erickson 2016](#bron-erickson-2016))",
    )


def phm() -> Plaat:
    """Vijf stappen in een kring, met een pijl van de laatste naar de eerste."""
    tabel = laad("rivm_phm")
    stappen = tabel[tabel["soort"] == "stap"].reset_index(drop=True)
    hoog, stap = 0.95, 1.25
    boven = stap * len(stappen) - 0.22
    with stijl():
        figuur, as_ = _vlak(BREEDTE, boven)
        for i, rij in stappen.iterrows():
            y = boven - 0.52 - stap * i
            _kader(as_, 1.95, y, 3.8, hoog, "", "petrol")
            as_.text(0.3, y, f"{rij['nummer']}", ha="center", va="center", fontsize=18, fontweight="bold", color=PALET["petrol"])
            as_.text(0.52, y + 0.29, rij["naam"], va="center", fontsize=10.5, fontweight="bold")
            as_.text(0.52, y - 0.12, _omslaan(rij["uitleg"], 40), va="center", fontsize=9.8)
            if i + 1 < len(stappen):
                _pijl(as_, (1.95, y - hoog / 2), (1.95, y - stap + hoog / 2), "inkt")
        laatste, eerste = boven - 0.52 - stap * (len(stappen) - 1), boven - 0.52
        as_.plot([3.85, 4.08, 4.08], [laatste, laatste, eerste], color=PALET["steen"], lw=1.6, ls="--")
        _pijl(as_, (4.09, eerste), (3.85, eerste), "steen")
        as_.text(4.28, boven / 2, "en weer van voren af aan", rotation=90, ha="center", va="center", fontsize=10.5, color=PALET["steen"])
    koppen = {"nummer": "Stap", "naam": "Naam", "uitleg": "Wat je doet"}
    return Plaat(
        figuur=figuur,
        titel="Population health management in vijf stappen",
        alt=(
            "Vijf genummerde vakken onder elkaar met pijlen: breng de populatie in beeld, meet de gezondheid, deel in naar risico, doe wat "
            "past, evalueer en verbeter. Een gestippelde lijn gaat van de laatste stap terug naar de eerste."
        ),
        tabel=stappen[list(koppen)].rename(columns=koppen),
        bron="([RIVM](#bron-rivm), p. 15; [WHO 2023](#bron-who-2023)). De lijn terug naar het begin is van de makers van dit boek",
    )


def cahn() -> Plaat:
    """De acht factoren rond de samenwerking."""
    tabel = laad("rivm_cahn")
    with stijl():
        figuur, as_ = _vlak(BREEDTE, 4.9)
        kern = (BREEDTE / 2, 2.45)
        links, rechts = 0.82, BREEDTE - 0.82
        plekken = [(x, y) for y in (4.48, 3.54, 1.36, 0.42) for x in (links, rechts)]
        for (x, y), (_, rij) in zip(plekken, tabel.iterrows(), strict=True):
            binnen = x + 0.77 if x < kern[0] else x - 0.77
            as_.plot([binnen, kern[0]], [y, kern[1]], color=PALET["lijn"], lw=1.6, zorder=1)
            naam = rij["component"].replace("Verantwoordelijkheid", "Verantwoor-\ndelijkheid")
            _kader(as_, x, y, 1.54, 0.76, naam, "petrol", grootte=10.5)
        _kader(as_, *kern, 2.0, 0.7, "samenwerken\nover domeinen heen", "inkt", grootte=10.5)
    koppen = {"component": "Factor", "uitleg": "Wat het is", "elementen": "Waar het uit bestaat"}
    return Plaat(
        figuur=figuur,
        titel="Wat van invloed is op de samenwerking: het CAHN-raamwerk",
        alt=(
            "Acht vakken rond een kern met de samenwerking over domeinen heen: sociale krachten, bronnen, financiën, relaties, "
            "regelgeving, markt, leiderschap en verantwoordelijkheid."
        ),
        tabel=tabel[list(koppen)].rename(columns=koppen),
        bron="([RIVM](#bron-rivm), tabel 1; [Steenkamer 2020](#bron-steenkamer-2020))",
    )


def _vlak(breedte: float, hoogte: float) -> tuple[Figure, Axes]:
    """Geef een leeg vlak met een as in inches, zonder randen."""
    figuur = Figure(figsize=(breedte, hoogte))
    as_ = figuur.add_axes((0, 0, 1, 1))
    as_.set_xlim(0, breedte)
    as_.set_ylim(0, hoogte)
    as_.set_axis_off()
    return figuur, as_


def _kader(as_: Axes, x: float, y: float, breedte: float, hoogte: float, tekst: str, kleur: str, grootte: float = 10) -> None:
    """Teken een vak met afgeronde hoeken rond (x, y), met de tekst erin."""
    vak = FancyBboxPatch(
        (x - breedte / 2, y - hoogte / 2),
        breedte,
        hoogte,
        boxstyle="round,pad=0,rounding_size=0.08",
        facecolor=PALET.get(f"{kleur}-licht", PALET["papier"]),
        edgecolor=PALET[kleur],
        linewidth=1.4,
        zorder=2,
    )
    as_.add_patch(vak)
    as_.text(x, y, tekst, ha="center", va="center", fontsize=grootte, zorder=3)


def _pijl(as_: Axes, van: tuple[float, float], naar: tuple[float, float], kleur: str, streep: str = "-") -> None:
    as_.add_patch(
        FancyArrowPatch(
            van, naar, arrowstyle="-|>", mutation_scale=13, color=PALET[kleur], linewidth=1.4, linestyle=streep, shrinkA=0, shrinkB=0
        )
    )


def _omslaan(tekst: str, lengte: int) -> str:
    return "\n".join(textwrap.wrap(tekst, lengte))
