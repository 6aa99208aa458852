"""Teken per groep wat er in een rekenblad staat: een merk per rij, gevuld of leeg."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Circle

from kennis.figuren import PALET, stijl

BREED, REGEL, STAP = 5.6, 0.2, 0.17  # inch
VULLING = {"vol": PALET["petrol"], "voorbeeld": PALET["petrol-licht"], "leeg": "none"}


def teken_plan(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Figure:
    """Teken de groepen onder elkaar en de schakels naast elkaar."""
    koppen = [regels["dingen"].capitalize(), *(s["kop"] for s in regels["keten"] if s["kolom"] in regels["plaat"])]
    vak = BREED / len(koppen)
    per_regel = int((vak - 0.1) // STAP)
    cellen = [_cellen(groep, regels) for groep in uitkomst["groepen"]]
    hoogtes = [REGEL * 2.6 + STAP * max(1, *(-(-len(merken) // per_regel) for _, merken in rij)) + 0.1 for rij in cellen]
    hoog = REGEL * 1.5 + sum(hoogtes) + REGEL * 1.5
    with stijl():
        figuur = Figure(figsize=(BREED, hoog))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set(xlim=(0, BREED), ylim=(hoog, 0))
        as_.axis("off")
        for nummer, kop in enumerate(koppen):
            as_.text(nummer * vak + 0.05, REGEL, kop, size=9.5, weight="bold")
        y = REGEL * 1.5
        for groep, rij, hoogte in zip(uitkomst["groepen"], cellen, hoogtes, strict=True):
            as_.plot([0, BREED], [y, y], color=PALET["lijn"], linewidth=1, clip_on=False)
            as_.text(0.05, y + REGEL, groep["titel"], size=9.5, color=PALET["petrol"], weight="bold")
            for nummer, (woord, merken) in enumerate(rij):
                x = nummer * vak + 0.05
                as_.text(x, y + REGEL * 2, woord, size=9, color=PALET["inkt-zacht"])
                for plek, merk in enumerate(merken):
                    _merk(as_, x + STAP * (plek % per_regel + 0.4), y + REGEL * 2.6 + STAP * (plek // per_regel), merk)
            y += hoogte
        as_.plot([0, BREED], [y, y], color=PALET["lijn"], linewidth=1, clip_on=False)
        x = 0.12
        for merk, woord in (("vol", "ingevuld"), ("leeg", "mist nog"), ("voorbeeld", "voorbeeld van ons")):
            _merk(as_, x, y + REGEL * 0.8, merk)
            as_.text(x + 0.12, y + REGEL * 0.8, woord, size=9, va="center_baseline")
            x += 0.4 + len(woord) * 0.085
    return figuur


def _merk(as_: Any, x: float, y: float, merk: str) -> None:
    lijn = (0, (1.5, 1)) if merk == "voorbeeld" else "solid"
    as_.add_patch(Circle((x, y), 0.062, facecolor=VULLING[merk], edgecolor=PALET["petrol"], linewidth=1.2, linestyle=lijn, clip_on=False))


def _cellen(groep: Mapping[str, Any], regels: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    dingen = ["voorbeeld" if ding["voorbeeld"] else "vol" for ding in groep["dingen"]]
    uit = [(str(len(dingen)) if dingen else "nog geen", dingen)]
    for kolom in groep["kolommen"]:
        if kolom["kolom"] in regels["plaat"]:
            uit.append((f"{kolom['gevuld']} van {len(kolom['merken'])}" if kolom["merken"] else "–", kolom["merken"]))
    return uit
