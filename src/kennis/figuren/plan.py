"""Teken per groep wat er in een plan staat: een merk per rij, gevuld of leeg. Alle maten zijn in inch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from kennis.figuren import PALET, stijl
from kennis.regels.basis import vul
from kennis.regels.zinnen import hoofdletter

BREED, REGEL, STAP = 5.6, 0.2, 0.17
VULLING = {"vol": PALET["petrol"], "voorbeeld": PALET["petrol-licht"], "leeg": "none"}

Cel = tuple[str, Sequence[str]]


def teken_plan(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Figure:
    """Teken de groepen onder elkaar en de schakels naast elkaar.

    uitkomst: wat `regels.plan.uitkomst` geeft.
    """
    koppen = _koppen(regels)
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
            _streep(as_, y)
            as_.text(0.05, y + REGEL, groep["titel"].replace("$", r"\$"), size=9.5, color=PALET["petrol"], weight="bold")
            for nummer, cel in enumerate(rij):
                _teken_cel(as_, cel, nummer * vak + 0.05, y, per_regel)
            y += hoogte
        _streep(as_, y)
        _legenda(as_, y + REGEL * 0.8, regels["teksten"])
    return figuur


def _koppen(regels: Mapping[str, Any]) -> list[str]:
    return [hoofdletter(regels["dingen"]), *(schakel["kop"] for schakel in _schakels(regels))]


def _schakels(regels: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Geef de schakels van de keten die in de plaat staan; zonder `plaat` alle."""
    return [s for s in regels["keten"] if "plaat" not in regels or s["kolom"] in regels["plaat"]]


def _cellen(groep: Mapping[str, Any], regels: Mapping[str, Any]) -> list[Cel]:
    teksten, getoond = regels["teksten"], [schakel["kolom"] for schakel in _schakels(regels)]
    dingen = ["voorbeeld" if ding["voorbeeld"] else "vol" for ding in groep["dingen"]]
    uit: list[Cel] = [(str(len(dingen)) if dingen else teksten["geen"], dingen)]
    for kolom in groep["kolommen"]:
        if kolom["kolom"] in getoond:
            aantal = {"n": str(kolom["gevuld"]), "alle": str(len(kolom["merken"]))}
            uit.append((vul(teksten["van"], aantal) if kolom["merken"] else teksten["niets"], kolom["merken"]))
    return uit


def omschrijving(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> str:
    """Zeg per groep wat er staat, voor wie de figuur niet ziet."""
    koppen = [kop.lower() for kop in _koppen(regels)]
    zinnen = []
    for groep in uitkomst["groepen"]:
        delen = [f"{kop} {woord}" for kop, (woord, _) in zip(koppen, _cellen(groep, regels), strict=True)]
        zinnen.append(f"{groep['titel']}: {', '.join(delen)}")
    return f"{'. '.join(zinnen)}."


def _streep(as_: Axes, y: float) -> None:
    as_.plot([0, BREED], [y, y], color=PALET["lijn"], linewidth=1, clip_on=False)


def _teken_cel(as_: Axes, cel: Cel, x: float, y: float, per_regel: int) -> None:
    woord, merken = cel
    as_.text(x, y + REGEL * 2, woord, size=9, color=PALET["inkt-zacht"])
    for plek, merk in enumerate(merken):
        _merk(as_, x + STAP * (plek % per_regel + 0.4), y + REGEL * 2.6 + STAP * (plek // per_regel), merk)


def _legenda(as_: Axes, y: float, teksten: Mapping[str, str]) -> None:
    x = 0.12
    for merk, woord in (("vol", teksten["vol"]), ("leeg", teksten["mist"]), ("voorbeeld", teksten["voorbeeld_van_ons"])):
        _merk(as_, x, y, merk)
        as_.text(x + 0.12, y, woord, size=9, va="center_baseline")
        x += 0.4 + len(woord) * 0.085


def _merk(as_: Axes, x: float, y: float, merk: str) -> None:
    lijn = (0, (1.5, 1)) if merk == "voorbeeld" else "solid"
    as_.add_patch(Circle((x, y), 0.062, facecolor=VULLING[merk], edgecolor=PALET["petrol"], linewidth=1.2, linestyle=lijn, clip_on=False))
