"""Figuren bij de hoofdstukken: één stijl, één palet, elk met alt-tekst en de tabel erachter.

Een figuur is een functie zonder argumenten in een module van dit pakket, die een
`Plaat` geeft. In een hoofdstuk zet je hem neer met::

    :::{figuur} nivel_modellen.belemmeringen
    :::
"""

from __future__ import annotations

import importlib
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

# Het palet van het boek. Op een pagina wordt elke kleur een css-variabele met dezelfde naam
# (thema/kennisboek.css), zodat een figuur in het donker meekleurt.
PALET = {
    "inkt": "#1f2a30",
    "inkt-zacht": "#55636b",
    "lijn": "#c9d1d3",
    "vlak": "#f3f6f5",
    "papier": "#ffffff",
    "petrol": "#0b6b6f",
    "petrol-licht": "#d5e8e7",
    "steen": "#b5502a",
    "steen-licht": "#f6e0d5",
    "oker": "#94690a",
    "oker-licht": "#f5e9c8",
    "blauw": "#2d5f9e",
    "blauw-licht": "#dbe6f4",
    "pruim": "#7b4a83",
    "pruim-licht": "#ecdff0",
}
REEKS = [PALET[naam] for naam in ("petrol", "steen", "blauw", "oker", "pruim")]


@dataclass(frozen=True)
class Plaat:
    """Een figuur met alles wat een lezer nodig heeft die haar niet ziet.

    figuur: de matplotlib-figuur. titel: het onderschrift. alt: wat er te zien is, in een of
    twee zinnen. tabel: de cijfers erachter. bron: waar zij vandaan komen, met markdownlinks.
    """

    figuur: Figure
    titel: str
    alt: str
    tabel: pd.DataFrame
    bron: str


@contextmanager
def stijl() -> Iterator[None]:
    """Teken in de stijl van het boek; `with stijl():` om je tekenwerk heen."""
    with mpl.rc_context(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "kennisboek",
            "font.family": "sans-serif",
            "font.sans-serif": ["DejaVu Sans"],
            "font.size": 10,
            "text.color": PALET["inkt"],
            "axes.edgecolor": PALET["lijn"],
            "axes.labelcolor": PALET["inkt"],
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.prop_cycle": mpl.cycler(color=REEKS),
            "xtick.color": PALET["inkt-zacht"],
            "ytick.color": PALET["inkt"],
            "figure.facecolor": "none",
            "axes.facecolor": "none",
        }
    ):
        yield


def staven(
    tabel: pd.DataFrame, naam: str, waarde: str, *, totaal: float | None = None, eenheid: str = "", breedte: float = 7.0
) -> Figure:
    """Teken liggende staven met het getal erachter, de langste boven.

    naam en waarde zijn kolommen. Met `totaal` loopt de as tot dat getal en staat het erbij ("16 van 51").
    """
    rijen = tabel[[naam, waarde]].dropna().sort_values(waarde, kind="stable")
    with stijl():
        figuur = Figure(figsize=(breedte, 0.5 + 0.42 * len(rijen)), layout="constrained")
        as_ = figuur.subplots()
        as_.barh(_omslaan(rijen[naam], 38), rijen[waarde], color=PALET["petrol"], height=0.62)
        achter = f" van {totaal:g}" if totaal else ""
        for plek, getal in enumerate(rijen[waarde]):
            tekst = f"{getal:g}".replace(".", ",") + achter + eenheid
            as_.text(getal, plek, f" {tekst}", va="center", color=PALET["inkt"])
        as_.set_xlim(0, (totaal or rijen[waarde].max()) * 1.12)
        as_.tick_params(axis="y", length=0)
        as_.xaxis.set_visible(False)
        as_.spines["bottom"].set_visible(False)
    return figuur


def _omslaan(teksten: Sequence[str], lengte: int) -> list[str]:
    import textwrap

    return ["\n".join(textwrap.wrap(tekst, lengte)) for tekst in teksten]


def svg(figuur: Figure) -> str:
    """Geef een figuur als kleine inline-svg, die met de kleuren van de pagina meegaat."""
    with stijl():
        uit = io.StringIO()
        figuur.savefig(uit, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return _kleiner(uit.getvalue())


def _kleiner(bron: str) -> str:
    bron = bron[bron.index("<svg") :]
    bron = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->|<!DOCTYPE.*?>", "", bron, flags=re.S)
    # Een stijl in een svg geldt voor de hele pagina, en twee figuren op een pagina delen anders hun ids.
    bron = re.sub(r"<style.*?</style>", "", bron, flags=re.S).replace("<defs></defs>", "")
    bron = re.sub(r'<g id="[^"]*"', "<g", bron)
    bron = re.sub(r'<path d="[^"]*" style="fill: none"/>', "", bron)
    bron = re.sub(r'\s(?:xmlns:xlink|version)="[^"]*"', "", bron)
    # Alleen in een tag: in een tekst is 200.000 een bedrag.
    bron = re.sub(r"(\d+\.\d{2})\d+(?=[^<>]*>)", r"\1", bron)
    for naam, kleur in PALET.items():
        bron = re.sub(rf"{kleur}\b", f"var(--k-{naam},{kleur})", bron)
    bron = re.sub(r'(width|height)="[\d.]+pt"\s?', "", bron, count=2)
    bron = re.sub(r"font: ([^;\"]*?)'DejaVu Sans'[^;\"]*", r"font: \1var(--k-letter, sans-serif)", bron)
    bron = re.sub(r">\s+<", "><", bron).replace("\n", " ").replace("<g></g>", "")
    return re.sub(r"<defs>\s*</defs>", "", bron).strip()


def plaat(naam: str) -> Plaat:
    """Maak de figuur met deze naam: "module.functie", bijvoorbeeld "nivel_modellen.belemmeringen"."""
    module, _, functie = naam.partition(".")
    return getattr(importlib.import_module(f"kennis.figuren.{module}"), functie)()


def los(bron: str) -> str:
    """Maak een inline-svg geschikt als los bestand: vaste kleuren en een naamruimte."""
    bron = re.sub(r"var\(--k-[\w-]+,\s*(#\w+|sans-serif)\)", r"\1", bron)
    return bron if "xmlns=" in bron else bron.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
