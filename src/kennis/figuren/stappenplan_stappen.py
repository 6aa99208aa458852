"""Figuren bij het stappenplan: de stappen van toen en nu, een visie, de benodigdheden en de weg naar een meting."""

from __future__ import annotations

import math
import re
import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, Polygon

from kennis.figuren import PALET, Plaat, stijl
from kennis.tabellen import laad

BREEDTE = 4.6


def overzicht() -> Plaat:
    """Twee kolommen: links de stappen van nu, rechts die van toen, met lijnen ertussen."""
    nu = laad("stappenplan_stappen")
    toen = {nummer: naam for oud in nu["oud"] for nummer, naam in _oud(oud).items()}
    hoog, stap, breed = 7.1, 0.82, 1.72
    links, rechts = 0.95, BREEDTE - 0.95
    # De oude stappen staan waar hun lijnen het minst kruisen, gerekend in stappen van links.
    plek_toen = {nummer: hoog - 0.92 - stap * (0.75 + 0.95 * i) for i, nummer in enumerate(toen)}
    plek_nu = {rij.nieuw: hoog - 0.92 - stap * i for i, rij in enumerate(nu.itertuples())}
    with stijl():
        figuur, as_ = _vlak(BREEDTE, hoog)
        for x, tekst in ((links, "Stappenplan\n(nu)"), (rechts, "Verdiepingsdocument\n(2021)")):
            as_.text(x, hoog - 0.05, tekst, ha="center", va="top", fontsize=10, fontweight="bold")
        for rij in nu.itertuples():
            for nummer in _oud(rij.oud):
                as_.plot([links + breed / 2, rechts - breed / 2], [plek_nu[rij.nieuw], plek_toen[nummer]], color=PALET["inkt-zacht"], lw=1.6, zorder=1)
            _stap(as_, links, plek_nu[rij.nieuw], breed, rij.nieuw, rij.naam, "blauw" if rij.nieuw[0] == "3" else "petrol")
        for nummer, naam in toen.items():
            _stap(as_, rechts, plek_toen[nummer], breed, nummer, naam, "oker")
    koppen = {"naam": "Stap", "oud": "Oude stap"}
    return Plaat(
        figuur=figuur,
        titel="De stappen van nu naast die van toen",
        alt=(
            "Links acht vakken met de stappen van nu: 0, 1, 2, 3A, 3B, 3C, 4 en 5. Rechts zes vakken met de oude stappen. Lijnen verbinden "
            "stap 1 met de oude stap 1, stap 2 met de oude stappen 2, 3 en 4, stap 3A met 3, stap 3B met 5 en stap 3C met 6. "
            "Stap 0, 4 en 5 hebben geen lijn, want die stonden niet in de oude versie."
        ),
        tabel=nu[list(koppen)].rename(columns=koppen),
        bron="[Stappenplan](#bron-stappenplan), stap 0 tot en met 5; [Verdiepingsdocument](#bron-verdieping), par. 2.1. De lijnen zijn van ons",
    )


def _oud(tekst: str) -> dict[str, str]:
    """Haal nummer en naam van de oude stappen uit een cel.

    >>> _oud("Stap 3: Benodigdheden bepalen; Stap 4: Plan opstellen")
    {'3': 'Benodigdheden bepalen', '4': 'Plan opstellen'}
    """
    return dict(re.findall(r"Stap (\d): ([^;]+)", tekst))


def _stap(as_: Axes, x: float, y: float, breed: float, nummer: str, naam: str, kleur: str) -> None:
    _kader(as_, x, y, breed, 0.7, "", kleur)
    as_.text(x - breed / 2 + 0.07, y, nummer, va="center", fontsize=11.5, fontweight="bold", color=PALET[kleur], zorder=3)
    naam = re.sub("financieringsafspraken", "Financierings-\nafspraken", re.sub(r"^Stap \w+: ", "", naam), flags=re.I)
    as_.text(x - breed / 2 + 0.4, y, _omslaan(naam[0].upper() + naam[1:], 16), va="center", fontsize=9.6, zorder=3)


def positieve_gezondheid() -> Plaat:
    """Een spinnenweb met zes assen; er staat geen score op, want het gaat om de dimensies."""
    tabel = laad("stappenplan_positieve_gezondheid")
    straal, midden = 1.12, (BREEDTE / 2, 1.78)
    hoeken = [math.pi / 2 - 2 * math.pi * i / len(tabel) for i in range(len(tabel))]
    with stijl():
        figuur, as_ = _vlak(BREEDTE, 3.56)
        for deel in (0.25, 0.5, 0.75, 1.0):
            rand = [_op_kring(midden, straal * deel, hoek) for hoek in hoeken]
            as_.add_patch(
                Polygon(rand, closed=True, facecolor=PALET["petrol-licht"] if deel == 1 else "none", edgecolor=PALET["petrol"], lw=1.1, zorder=2 - deel)
            )
        for hoek, rij in zip(hoeken, tabel.itertuples(), strict=True):
            as_.plot(*zip(midden, _op_kring(midden, straal, hoek), strict=True), color=PALET["petrol"], lw=1.1, zorder=2)
            x, y = _op_kring(midden, straal + 0.14, hoek)
            kant = "center" if abs(math.cos(hoek)) < 0.1 else "left" if math.cos(hoek) > 0 else "right"
            hoogte = "center" if kant != "center" else "bottom" if math.sin(hoek) > 0 else "top"
            tekst = f"{rij.nummer}\n" + _omslaan(rij.dimensie.replace("Sociaal-maatschappelijk", "Sociaal-maat-\nschappelijk"), 15 if kant != "center" else 30)
            as_.text(x, y, tekst, ha=kant, va=hoogte, fontsize=10.4)
    koppen = {"nummer": "Nr.", "dimensie": "Dimensie", "vraag": "Een vraag bij zorg thuis (van ons)"}
    return Plaat(
        figuur=figuur,
        titel="De zes dimensies van positieve gezondheid",
        alt=(
            "Een zeshoekig spinnenweb zonder scores. Op de zes punten staan lichaamsfuncties, mentaal welbevinden, zingeving, kwaliteit van "
            "leven, meedoen in de samenleving en dagelijks functioneren."
        ),
        tabel=tabel[list(koppen)].rename(columns=koppen),
        bron="[Institute for Positive Health](#bron-ipositivehealth); [Verdiepingsdocument](#bron-verdieping), figuur 2 (opnieuw getekend)",
    )


def zgt() -> Plaat:
    """De visie van het ziekenhuis als een ketting van zes vakken."""
    tabel = laad("stappenplan_zgt")
    hoog, stap = 0.86, 1.08
    boven = stap * len(tabel)
    with stijl():
        figuur, as_ = _vlak(BREEDTE, boven)
        for i, rij in enumerate(tabel.itertuples()):
            y = boven - 0.5 - stap * i
            _kader(as_, BREEDTE / 2, y, 4.4, hoog, "", "steen" if i == 0 else "pruim" if i == len(tabel) - 1 else "petrol")
            as_.text(0.25, y + 0.24, rij.onderdeel, va="center", fontsize=10.5, fontweight="bold", zorder=3)
            as_.text(0.25, y - 0.12, _omslaan(rij.wat, 50), va="center", fontsize=9.6, zorder=3)
            if i + 1 < len(tabel):
                _pijl(as_, (BREEDTE / 2, y - hoog / 2), (BREEDTE / 2, y - stap + hoog / 2))
    koppen = {"onderdeel": "Onderdeel", "wat": "Wat het was"}
    return Plaat(
        figuur=figuur,
        titel="Van verwachting naar praatplaat: de visie van ZGT",
        alt=(
            "Zes vakken onder elkaar met pijlen ertussen: aanleiding, inspiratie, basis, doelen, activiteiten en praatplaat. De aanleiding is de "
            "verwachting dat het ziekenhuis 56% van zijn DBC’s verliest als het niets doet."
        ),
        tabel=tabel[list(koppen)].rename(columns=koppen),
        bron="[Verdiepingsdocument](#bron-verdieping), par. 3.3. De praatplaat zelf ontbreekt in onze versie; de indeling en de volgorde zijn van ons",
    )


def benodigdheden() -> Plaat:
    """De patiënt in het midden, met de andere benodigdheden eromheen."""
    om = ("Expertise en\nmotivatie", "Technologie\nen ICT", "Logistiek", "Financiële\nmiddelen")
    plekken = ((0.98, 2.85), (BREEDTE - 0.98, 2.85), (0.98, 0.5), (BREEDTE - 0.98, 0.5))
    midden = (BREEDTE / 2, 1.67)
    with stijl():
        figuur, as_ = _vlak(BREEDTE, 3.35)
        for (x, y), naam, kleur in zip(plekken, om, ("petrol", "blauw", "oker", "pruim"), strict=True):
            as_.plot([x, midden[0]], [y, midden[1]], color=PALET["lijn"], lw=1.8, zorder=1)
            _kader(as_, x, y, 1.7, 0.74, naam, kleur, 11)
        _kader(as_, *midden, 2.5, 0.78, "Visie en behoefte\nvan de patiënt", "steen", 11.5)
    tabel = laad("stappenplan_regelen")[["onderdeel", "papier"]].rename(columns={"onderdeel": "Onderdeel", "papier": "Vraag in het plan"})
    return Plaat(
        figuur=figuur,
        titel="De patiënt staat in het midden, de rest vormt zich daaromheen",
        alt=(
            "In het midden de visie en behoefte van de patiënt, met lijnen naar vier vakken: expertise en motivatie, technologie en ICT, "
            "logistiek, en financiële middelen."
        ),
        tabel=tabel,
        bron="[Verdiepingsdocument](#bron-verdieping), par. 2.1 en 4.4",
    )


def uitkomst_naar_meting() -> Plaat:
    """Vier vakken van uitkomst naar meetinstrument, met COPD als voorbeeld."""
    rij = laad("stappenplan_copd_meten").set_index("sleutel").loc["polikliniek"]
    keten = (
        ("Uitkomst", "Wat er voor mensen verandert", "zorg dicht bij de patiënt"),
        ("Doel", "Wat jullie willen bereiken", rij["doel"].lower()),
        ("Indicator", "Wat je gaat meten", rij["indicator"].lower()),
        ("Meetinstrument", "Hoe je gaat meten", rij["instrument"].lower()),
    )
    hoog, stap = 1.0, 1.28
    boven = stap * len(keten) - 0.2
    with stijl():
        figuur, as_ = _vlak(BREEDTE, boven)
        for i, ((naam, uitleg, voorbeeld), kleur) in enumerate(zip(keten, ("petrol", "petrol", "blauw", "pruim"), strict=True)):
            y = boven - 0.53 - stap * i
            _kader(as_, BREEDTE / 2, y, 4.4, hoog, "", kleur)
            as_.text(0.25, y + 0.27, naam, va="center", fontsize=11.5, fontweight="bold", zorder=3)
            as_.text(BREEDTE - 0.25, y + 0.27, uitleg, ha="right", va="center", fontsize=9.8, zorder=3)
            as_.text(0.25, y - 0.18, _omslaan(f"Bij COPD: {voorbeeld}", 48), va="center", fontsize=10, zorder=3)
            if i + 1 < len(keten):
                _pijl(as_, (BREEDTE / 2, y - hoog / 2), (BREEDTE / 2, y - stap + hoog / 2))
    return Plaat(
        figuur=figuur,
        titel="Van uitkomst naar meetinstrument",
        alt=(
            "Vier vakken onder elkaar met pijlen: uitkomst, doel, indicator en meetinstrument. Als voorbeeld loopt er een doel over bezoeken "
            "aan de polikliniek door de vakken."
        ),
        tabel=pd.DataFrame(keten, columns=["Schakel", "Wat het is", "Voorbeeld bij COPD"]),
        bron=(
            "[Stappenplan](#bron-stappenplan), stap 3B; [Verdiepingsdocument](#bron-verdieping), par. 6.1 en 6.3. "
            "De uitleg bij uitkomst en doel, de indicator en het meetinstrument zijn van ons"
        ),
    )


def _vlak(breedte: float, hoogte: float) -> tuple[Figure, Axes]:
    """Geef een leeg vlak met een as in inches, zonder randen."""
    figuur = Figure(figsize=(breedte, hoogte))
    as_ = figuur.add_axes((0, 0, 1, 1))
    as_.set_xlim(0, breedte)
    as_.set_ylim(0, hoogte)
    as_.set_axis_off()
    return figuur, as_


def _kader(as_: Axes, x: float, y: float, breedte: float, hoogte: float, tekst: str, kleur: str, grootte: float = 9.8) -> None:
    """Teken een vak met afgeronde hoeken rond (x, y), met de tekst erin."""
    as_.add_patch(
        FancyBboxPatch(
            (x - breedte / 2, y - hoogte / 2),
            breedte,
            hoogte,
            boxstyle="round,pad=0,rounding_size=0.08",
            facecolor=PALET[f"{kleur}-licht"],
            edgecolor=PALET[kleur],
            linewidth=1.4,
            zorder=2,
        )
    )
    as_.text(x, y, tekst, ha="center", va="center", fontsize=grootte, zorder=3)


def _pijl(as_: Axes, van: tuple[float, float], naar: tuple[float, float]) -> None:
    as_.add_patch(FancyArrowPatch(van, naar, arrowstyle="-|>", mutation_scale=12, color=PALET["inkt"], linewidth=1.3, shrinkA=0, shrinkB=0))


def _op_kring(midden: tuple[float, float], straal: float, hoek: float) -> tuple[float, float]:
    return midden[0] + straal * math.cos(hoek), midden[1] + straal * math.sin(hoek)


def _omslaan(tekst: str, lengte: int) -> str:
    return "\n".join("\n".join(textwrap.wrap(regel, lengte)) for regel in tekst.split("\n"))
