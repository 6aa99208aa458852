"""Figuren bij monitoren en evalueren (kennissynthese RIVM)."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl


def gemeten_doelen() -> Plaat:
    """Hoeveel van twintig initiatieven kwaliteit, gezondheid en kosten maten."""
    tabel = tabellen.laad("rivm_triple_aim_metingen")
    with stijl():
        figuur = Figure(figsize=(4.5, 4.0), layout="constrained")
        as_ = figuur.subplots()
        for plek, rij in enumerate(reversed(tabel.to_dict("records"))):
            _bereik(as_, plek, rij)
        _kale_as(as_, int(tabel["totaal"].max()))
        as_.set_yticks([])
        as_.set_xlabel("aantal van de 20 initiatieven;\ngekleurd is wat mogelijk is")
    return Plaat(
        figuur=figuur,
        titel="Kwaliteit werd veel gemeten, gezondheid en kosten weinig",
        alt="Elk domein van kwaliteit kwam bij 11 tot 20 van de 20 initiatieven voor. "
        "De meeste domeinen van gezondheid en van kosten kwamen bij hoogstens 6 initiatieven voor.",
        tabel=_met_koppen(tabel, domein="Domein", minstens="Minstens", hoogstens="Hoogstens", totaal="Van", uitleg="Uitleg"),
        bron="[Hendrikx 2016](#bron-hendrikx-2016), samenvatting",
    )


def _met_koppen(tabel: pd.DataFrame, **koppen: str) -> pd.DataFrame:
    """Houd de genoemde kolommen over, met de kop die een lezer ziet."""
    return tabel[list(koppen)].rename(columns=koppen)


def _bereik(as_: Axes, plek: int, rij: dict) -> None:
    """Teken één balk van minstens tot hoogstens, met naam en uitleg erboven."""
    kleur = "petrol" if rij["minstens"] else "steen"
    breed = rij["hoogstens"] - rij["minstens"]
    as_.barh(plek, rij["totaal"], color=PALET["vlak"], height=0.34)
    as_.barh(plek, breed, left=rij["minstens"], color=PALET[kleur], height=0.34)
    grens = (
        f"elk domein bij {rij['minstens']} of meer" if rij["minstens"] else f"meeste domeinen bij hoogstens {rij['hoogstens']}"
    )
    as_.text(0, plek + 0.24, f"{rij['domein']}:\n{grens}", va="bottom", fontsize=10.5)


def _kale_as(as_: Axes, totaal: int) -> None:
    as_.set_xlim(0, totaal)
    as_.set_ylim(-0.4, 2.85)
    as_.set_xticks([0, 5, 10, 15, 20])
    as_.spines["left"].set_visible(False)
    as_.tick_params(length=0)


def doel_en_oorzaak() -> Plaat:
    """Twee bedachte situaties: een gehaald doel is geen bewijs, een gemist doel ook niet."""
    tabel = tabellen.laad("rivm_oorzaak_voorbeeld")
    with stijl():
        figuur = Figure(figsize=(4.5, 6.6), layout="constrained")
        assen = figuur.subplots(2, 1, sharex=True)
        for as_, (situatie, deel) in zip(assen, tabel.groupby("situatie", sort=False), strict=True):
            _situatie(as_, str(situatie), deel)
        assen[-1].set_xlabel("jaren na de start")
        assen[-1].set_xticks(sorted(tabel["jaar"].unique()))
    return Plaat(
        figuur=figuur,
        titel="Een doel dat je haalt, bewijst nog niets; een doel dat je mist ook niet (bedacht voorbeeld)",
        alt="Twee grafieken met bedachte getallen. Boven halen jullie het doel, maar zonder jullie was het net zo gegaan. "
        "Onder halen jullie het doel niet, maar zonder jullie was de uitkomst gedaald.",
        tabel=_met_koppen(tabel, situatie="Situatie", jaar="Jaar", met="Met samenwerking", zonder="Zonder samenwerking", doel="Doel"),
        bron="Bedachte getallen bij ([RIVM](#bron-rivm), monitoring en evaluatie)",
    )


def _situatie(as_: Axes, situatie: str, deel: pd.DataFrame) -> None:
    """Teken de lijn met, de lijn zonder en het doel, met de namen bij de lijnen."""
    doel = deel["doel"].iloc[0]
    as_.axhline(doel, color=PALET["oker"], linewidth=1.2, linestyle=":")
    as_.text(0, doel + 1.2, "doel", color=PALET["oker"], va="bottom")
    as_.plot(deel["jaar"], deel["met"], color=PALET["petrol"], linewidth=3)
    as_.plot(deel["jaar"], deel["zonder"], color=PALET["steen"], linewidth=2, linestyle="--", marker="o", markersize=5)
    einde_met, einde_zonder = deel["met"].iloc[-1], deel["zonder"].iloc[-1]
    gelijk = einde_met == einde_zonder
    as_.text(4.15, einde_met, "met en\nzonder\njullie" if gelijk else "met jullie", color=PALET["petrol"], va="center")
    if not gelijk:
        as_.text(4.15, einde_zonder, "zonder\njullie", color=PALET["steen"], va="center")
    as_.set_title("\n".join(textwrap.wrap(situatie, 38)), loc="left", fontsize=11)
    as_.set_xlim(-0.1, 5.5)
    as_.set_ylim(15, 80)
    as_.set_yticks([])
    as_.set_ylabel("uitkomst")


def grootte_en_bestuur() -> Plaat:
    """Twee manieren om 37 % en 63 % te lezen, omdat de bron niet zegt waarvan het delen zijn."""
    tabel = tabellen.laad("rivm_netwerkgrootte")
    groot, klein = tabel["procent"]
    with stijl():
        figuur = Figure(figsize=(4.5, 5.0), layout="constrained")
        boven, onder = figuur.subplots(2, 1, height_ratios=[2, 1.25])
        _deel(boven, 1, [(groot, "petrol"), (100 - groot, "vlak")], "Netwerken met meer dan 50 organisaties")
        _deel(boven, 0, [(klein, "petrol"), (100 - klein, "vlak")], "Netwerken met 50 organisaties of minder")
        boven.set_title("Lezing 1: in elke groep het deel\ndat zichzelf stuurt", loc="left", fontsize=11)
        boven.set_ylim(-0.4, 1.75)
        _deel(onder, 0, [(groot, "petrol"), (klein, "blauw")], "Alle zelfsturende netwerken samen")
        onder.text(groot / 2, -0.3, "meer dan 50", ha="center", va="top", color=PALET["inkt"])
        onder.text(groot + klein / 2, -0.3, "50 of minder", ha="center", va="top", color=PALET["inkt"])
        onder.set_title("Lezing 2: hoe alle zelfsturende netwerken\nover de groottes verdeeld zijn", loc="left", fontsize=11)
        onder.set_ylim(-0.75, 0.75)
    return Plaat(
        figuur=figuur,
        titel="Twee manieren om 37 en 63 procent te lezen",
        alt="Lezing 1: van de netwerken met meer dan 50 organisaties stuurt 37 procent zichzelf, van de kleinere 63 procent. "
        "Lezing 2: van alle zelfsturende netwerken heeft 37 procent meer dan 50 organisaties en 63 procent minder.",
        tabel=_met_koppen(tabel, grootte="Grootte", procent="Procent"),
        bron="[RIVM](#bron-rivm), fase 3-4. De twee lezingen zijn van de makers van dit boek",
    )


def _deel(as_: Axes, plek: int, delen: list[tuple[float, str]], naam: str) -> None:
    """Teken één balk van 100 procent, verdeeld in delen, met de naam erboven."""
    links = 0.0
    for breed, kleur in delen:
        as_.barh(plek, breed, left=links, color=PALET[kleur], height=0.42, edgecolor=PALET["papier"])
        if kleur != "vlak":
            as_.text(links + breed / 2, plek, f"{breed:g} %", ha="center", va="center", color=PALET["papier"], fontweight="bold")
        links += breed
    as_.text(0, plek + 0.26, naam, va="bottom")
    as_.set_xlim(0, 100)
    as_.axis("off")
