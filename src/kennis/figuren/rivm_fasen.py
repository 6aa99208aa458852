"""Figuren bij de fasen van een samenwerkingsverband en de vormen om een netwerk te besturen."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl
from kennis.figuren.netwerk import teken_netwerk
from kennis.regels.zinnen import hoofdletter

# Per vorm welke tekening erbij hoort, en wat eronder staat.
_VORMEN = {
    "zelfsturend": ("samen", "Iedereen bestuurt mee"),
    "leidend": ("deelnemer", "Eén deelnemer bestuurt en\nwerkt zelf mee in zorg of steun"),
    "nao": ("apart", "Een organisatie van buiten\nbestuurt en levert zelf geen zorg"),
}


def governancevormen() -> Plaat:
    """Teken de drie bestuursvormen: wie het netwerk coördineert."""
    tabel = tabellen.laad("rivm_governance")
    breed, hoog, straal = 4.3, 3.35, 0.85
    with stijl():
        figuur = Figure(figsize=(breed, hoog * len(tabel) + 0.35))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set(xlim=(0, breed), ylim=(hoog * len(tabel) + 0.35, 0))
        as_.axis("off")
        for nummer, rij in enumerate(tabel.itertuples()):
            tekening, onder = _VORMEN[rij.vorm]
            titel, boven = textwrap.wrap(hoofdletter(rij.naam), 34), hoog * nummer
            as_.text(breed / 2, boven + 0.35, "\n".join(titel), ha="center", va="center", fontsize=13, fontweight="bold", color=PALET["inkt"])
            teken_netwerk(as_, (breed / 2, boven + 0.85 + straal), straal, tekening, [""] * 6, apart="NAO", maat=1.25)
            as_.text(breed / 2, boven + 2.0 + straal, onder, ha="center", va="top", fontsize=11.5, color=PALET["inkt"])
        uitleg = "Dikke lijn: sturing. Dunne lijn: samen sturen.\nStippellijn: contact."
        as_.text(breed / 2, hoog * len(tabel) + 0.1, uitleg, ha="center", va="center", fontsize=10.5, color=PALET["inkt-zacht"])
    return Plaat(
        figuur=figuur,
        titel="Wie coördineert het netwerk? Drie vormen",
        alt=(
            "Drie kleine netwerken onder elkaar. Zelfsturend: zes organisaties zijn alle met elkaar verbonden en sturen samen. "
            "Leidende organisatie: één van de zes staat in het midden en stuurt de andere vijf aan. "
            "NAO: een aparte organisatie in het midden stuurt zes organisaties aan, die onderling contact houden."
        ),
        tabel=tabel[["naam", "coordinatie", "wanneer"]].rename(columns={"naam": "Vorm", "coordinatie": "Wie coördineert", "wanneer": "Wanneer"}),
        bron="[RIVM](#bron-rivm), figuur 1 en 2 (opnieuw getekend), naar [Provan en Kenis 2008](#bron-provan-kenis-2008)",
    )


_FASEN = {
    "1": ("Fase 1: starten", "petrol", "petrol-licht"),
    "2": ("Fase 2: verdiepen", "blauw", "blauw-licht"),
    "3-4": ("Fase 3 en 4: verbreden\nen integreren", "pruim", "pruim-licht"),
}


def fasen() -> Plaat:
    """Teken de fasen onder elkaar, met de thema's die de kennissynthese er uitwerkt."""
    lessen = tabellen.laad("rivm_fase_lessen")
    lessen = lessen[lessen["soort"] != "aanvulling"]
    rijen = [
        {"Fase": naam.replace("\n", " "), "Thema's": ", ".join(dict.fromkeys(lessen.loc[lessen["fase"] == sleutel, "thema"]))}
        for sleutel, (naam, _, _) in _FASEN.items()
    ]
    with stijl():
        figuur = Figure(figsize=(4.6, 5.2))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set_xlim(0, 100)
        as_.set_ylim(0, 113)
        as_.axis("off")
        for plek, ((naam, kleur, licht), rij) in enumerate(zip(_FASEN.values(), rijen, strict=True)):
            onder = (84, 45, 2)[plek]
            as_.add_patch(
                FancyBboxPatch(
                    (4, onder), 92, (27, 27, 31)[plek], boxstyle="round,pad=0,rounding_size=3", facecolor=PALET[licht], edgecolor=PALET[kleur], lw=1.5
                )
            )
            boven = onder + (27, 27, 31)[plek]
            as_.text(8, boven - 3.5, naam, fontsize=13, fontweight="bold", va="top", color=PALET["inkt"])
            regels = "\n".join(textwrap.wrap(rij["Thema's"], 38))
            lager = 12 if "\n" in naam else 7
            as_.text(8, boven - 3.5 - lager, regels, fontsize=11, va="top", linespacing=1.35, color=PALET["inkt"])
            if plek < 2:
                for x, van, naar in ((42, onder - 1, onder - 11), (58, onder - 11, onder - 1)):
                    as_.annotate("", xy=(x, naar), xytext=(x, van), arrowprops={"arrowstyle": "-|>", "color": PALET["inkt-zacht"], "lw": 1.6})
                as_.text(62, onder - 6, "soms terug", fontsize=10, va="center", color=PALET["inkt-zacht"])
    return Plaat(
        figuur=figuur,
        titel="De fasen, en de thema's die er spelen",
        alt=(
            "Drie vakken onder elkaar: fase 1 starten, fase 2 verdiepen, fase 3 en 4 verbreden en integreren. "
            "Pijlen lopen heen en terug. In elk vak staan de thema's van die fase."
        ),
        tabel=pd.DataFrame(rijen),
        bron="[RIVM](#bron-rivm), fase 1 tot en met 4 (p. 12 en 17-26)",
    )
