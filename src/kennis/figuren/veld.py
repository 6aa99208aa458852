"""Teken dingen op twee assen: het vaste beeld van een veld."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from kennis.figuren import PALET, stijl

BREED, HOOG = 5.6, 4.6  # inch; smal genoeg om op een telefoon leesbaar te blijven
LETTER = 0.062  # inch: geschatte breedte van een letter van 9 punten
TOP = 10.0


def teken_veld(uitkomst: Mapping[str, Any], rijen: Sequence[Mapping[str, Any]], regels: Mapping[str, Any], maat: str) -> Figure:
    """Teken de punten van een veld met hun namen; met `grootte` worden het cirkels naar `maat`."""
    with stijl():
        figuur = Figure(figsize=(BREED, HOOG))
        as_ = figuur.add_axes((0.07, 0.09, 0.915, 0.85))
        as_.set(xlim=(0, TOP), ylim=(0, TOP), xticks=[], yticks=[])
        for rand in as_.spines.values():
            rand.set_visible(False)
        _teken_vakken(as_, regels)
        _teken_punten(as_, uitkomst["punten"], rijen, regels, maat)
        figuur.text(0.005, 0.965, f"{regels['y']['titel']} ↑", weight="bold", va="center")
        figuur.text(0.985, 0.03, f"{regels['x']['titel']} →", weight="bold", ha="right", va="center")
        for plek, woord in ((0.07, regels["x"]["laag"]), (0.72, regels["x"]["hoog"])):
            figuur.text(plek, 0.03, woord, color=PALET["inkt-zacht"], va="center")
        for plek, woord in ((0.1, regels["y"]["laag"]), (0.72, regels["y"]["hoog"])):
            figuur.text(0.03, plek, woord, color=PALET["inkt-zacht"], rotation=90, ha="center", va="bottom")
    return figuur


def _teken_vakken(as_: Any, regels: Mapping[str, Any]) -> None:
    grens = regels["grens"]
    for kwadrant in regels["kwadranten"]:
        rechts, boven = kwadrant["x"] == "hoog", kwadrant["y"] == "hoog"
        x, y = grens * rechts, grens * boven
        breed, hoog = (TOP - grens if rechts else grens), (TOP - grens if boven else grens)
        vlak = Rectangle((x, y), breed, hoog, facecolor=PALET[f"{kwadrant['kleur']}-licht"], edgecolor=PALET["papier"], linewidth=2, clip_on=False)
        as_.add_patch(vlak)
        as_.text(
            x + breed - 0.15 if rechts else x + 0.15,
            y + hoog - 0.15 if boven else y + 0.15,
            kwadrant["titel"],
            ha="right" if rechts else "left",
            va="top" if boven else "bottom",
            color=PALET[kwadrant["kleur"]],
            size=9.5,
            weight="bold",
        )


def _straal(punt: Mapping[str, Any], regels: Mapping[str, Any], maat: str) -> float:
    """De straal in inch."""
    if "grootte" not in regels:
        return 0.075
    deel = punt[f"straal_{maat}"]
    return 0.075 if deel is None else max(0.04, deel * 0.42)


def _teken_punten(as_: Any, punten: Sequence[Mapping[str, Any]], rijen: Sequence[Mapping[str, Any]], regels: Mapping[str, Any], maat: str) -> None:
    kleur = {k["sleutel"]: PALET[k["kleur"]] for k in regels["kwadranten"]}
    breed, hoog = BREED * 0.915, HOOG * 0.85
    zichtbaar = [(p, r, _straal(p, regels, maat)) for p, r in zip(punten, rijen, strict=True) if p["kwadrant"]]
    zichtbaar.sort(key=lambda drie: -drie[2])
    plekken = [(p["x"] / TOP * breed, p["y"] / TOP * hoog, straal, p["naam"]) for p, _, straal in zichtbaar]
    namen = plaats_namen(plekken, breed, hoog, [_titelvlak(k, breed, hoog) for k in regels["kwadranten"]])
    schaal = as_.get_figure().dpi_scale_trans
    for (punt, rij, straal), (nx, ny, uitlijning) in zip(zichtbaar, namen, strict=True):
        _teken_spreiding(as_, punt)
        plek = (0.07 * BREED + punt["x"] / TOP * breed, 0.09 * HOOG + punt["y"] / TOP * hoog)
        illustratief = rij.get("illustratief") == "ja"
        cirkel = Circle(
            plek,
            straal,
            transform=schaal,
            facecolor=kleur[punt["kwadrant"]],
            alpha=0.75 if "grootte" in regels else 1.0,
            edgecolor=PALET["inkt" if illustratief else "papier"],
            linestyle=(0, (1.5, 1)) if illustratief else "solid",
            linewidth=1.4,
            clip_on=False,
        )
        as_.add_patch(cirkel)
        as_.text(nx / breed * TOP, ny / hoog * TOP, punt["naam"].replace("$", r"\$"), size=9, ha=uitlijning, va="center")


def _titelvlak(kwadrant: Mapping[str, Any], breed: float, hoog: float) -> tuple[float, float, float, float]:
    """Het vlak (x, y, breed, hoog; in inch) dat de naam van een vak inneemt."""
    lang = len(kwadrant["titel"]) * LETTER * 1.2 + 0.08
    return (breed - lang if kwadrant["x"] == "hoog" else 0, hoog - 0.25 if kwadrant["y"] == "hoog" else 0, lang, 0.25)


def _teken_spreiding(as_: Any, punt: Mapping[str, Any]) -> None:
    stijl_ = {"color": PALET["inkt-zacht"], "linewidth": 1.2, "clip_on": False}
    if punt["x_van"] is not None:
        as_.plot([punt["x_van"], punt["x_tot"]], [punt["y"]] * 2, **stijl_)
    if punt["y_van"] is not None:
        as_.plot([punt["x"]] * 2, [punt["y_van"], punt["y_tot"]], **stijl_)


def plaats_namen(
    punten: Sequence[tuple[float, float, float, str]], breed: float, hoog: float, vast: Sequence[tuple[float, float, float, float]]
) -> list[tuple[float, float, str]]:
    """Zet namen bij punten (x, y, straal, naam; in inch), zo dat ze elkaar en wat er al staat weinig raken. Tweeling van namen.js."""
    hoogte, uit = 0.16, []
    bezet = [*vast, *((x - r, y - r, 2 * r, 2 * r) for x, y, r, _ in punten)]
    for x, y, r, naam in punten:
        lang, gat = len(naam) * LETTER, r + 0.05
        plekken = [
            (x + gat, y, "left"),
            (x - gat - lang, y, "right"),
            (x - lang / 2, y + gat + hoogte / 2, "center"),
            (x - lang / 2, y - gat - hoogte / 2, "center"),
            (x + gat * 0.7, y + gat + hoogte * 0.2, "left"),
            (x + gat * 0.7, y - gat - hoogte * 0.2, "left"),
            (x - gat * 0.7 - lang, y + gat + hoogte * 0.2, "right"),
            (x - gat * 0.7 - lang, y - gat - hoogte * 0.2, "right"),
        ]
        kosten = []
        for nummer, (px, py, _) in enumerate(plekken):
            doos = (px, py - hoogte / 2, lang, hoogte)
            buiten = max(0, -doos[0]) + max(0, doos[0] + lang - breed) + max(0, -doos[1]) + max(0, doos[1] + hoogte - hoog)
            kosten.append(sum(_overlap(doos, b) for b in bezet) + buiten + nummer * 0.0005)
        px, py, uitlijning = plekken[kosten.index(min(kosten))]
        bezet.append((px, py - hoogte / 2, lang, hoogte))
        uit.append((px + {"left": 0, "right": lang, "center": lang / 2}[uitlijning], py, uitlijning))
    return uit


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> float:
    breed = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    hoog = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return max(0, breed) * max(0, hoog)
