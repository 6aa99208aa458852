"""Teken dingen op twee assen: het vaste beeld van een veld. Alle maten zijn in inch, met y naar beneden."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from kennis.figuren import PALET, stijl
from kennis.regels.basis import vul
from kennis.regels.namen import breedte, plaats_namen
from kennis.regels.zinnen import breek

BREED = 5.6  # smal genoeg om op een telefoon leesbaar te blijven
LINKS, BOVEN, LANG, DIEP = 0.39, 0.28, 5.12, 3.9  # het vlak met de punten
REGEL, EM = 0.16, 9 / 72  # de hoogte van een regel, en die van een letter van 9 punten
TOP = 10.0
LETTERS = 84  # tekens die onder het veld op een regel passen


def teken_veld(uitkomst: Mapping[str, Any], regels: Mapping[str, Any], maat: str = "oppervlakte") -> Figure:
    """Teken de punten van een veld met hun namen; met `grootte` worden het cirkels naar `maat`.

    uitkomst: wat `regels.veld.uitkomst` geeft. maat: "oppervlakte" of "diameter". Past een naam nergens, dan krijgt haar punt
    een nummer en staat de naam eronder.
    """
    plekken = indeling(uitkomst["punten"], regels, maat)
    onder = _onder(uitkomst["punten"], plekken, regels, maat)
    hoog = BOVEN + DIEP + 0.34 + REGEL * len(onder) + (0.08 if onder else 0)
    with stijl():
        figuur = Figure(figsize=(BREED, hoog))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set(xlim=(0, BREED), ylim=(hoog, 0))
        as_.axis("off")
        _teken_vakken(as_, regels)
        for plek in plekken:
            _teken_punt(as_, plek)
        _teken_assen(as_, regels)
        for nummer, (zin, kleur) in enumerate(onder):
            as_.text(0.03, BOVEN + DIEP + 0.36 + REGEL * (nummer + 0.5), _veilig(zin), size=9, va="center", color=PALET[kleur])
    return figuur


def _veilig(tekst: str) -> str:
    return tekst.replace("$", r"\$")


def _x(waarde: float) -> float:
    return LINKS + waarde / TOP * LANG


def _y(waarde: float) -> float:
    return BOVEN + DIEP - waarde / TOP * DIEP


# -- de grond -------------------------------------------------------------------------------


def _vlak(kwadrant: Mapping[str, Any], regels: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Geef x, y, breed en hoog van een vak."""
    grens = regels["grens"]
    van_x, tot_x = (grens, TOP) if kwadrant["x"] == "hoog" else (0, grens)
    van_y, tot_y = (grens, TOP) if kwadrant["y"] == "hoog" else (0, grens)
    return _x(van_x), _y(tot_y), _x(tot_x) - _x(van_x), _y(van_y) - _y(tot_y)


def _titelvlak(kwadrant: Mapping[str, Any], regels: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Geef het vlak dat de naam van een vak inneemt, in zijn hoek."""
    x, y, breed, hoog = _vlak(kwadrant, regels)
    lang, dik = breedte(kwadrant["titel"]) * EM * 1.2 + 0.16, REGEL + 0.1
    return x + breed - lang if kwadrant["x"] == "hoog" else x, y if kwadrant["y"] == "hoog" else y + hoog - dik, lang, dik


def _teken_vakken(as_: Axes, regels: Mapping[str, Any]) -> None:
    for kwadrant in regels["kwadranten"]:
        x, y, breed, hoog = _vlak(kwadrant, regels)
        as_.add_patch(Rectangle((x, y), breed, hoog, facecolor=PALET[f"{kwadrant['kleur']}-licht"], edgecolor=PALET["papier"], linewidth=2))
        rechts, boven = kwadrant["x"] == "hoog", kwadrant["y"] == "hoog"
        plek = (x + breed - 0.08 if rechts else x + 0.08, y + 0.13 if boven else y + hoog - 0.13)
        uitlijning = "right" if rechts else "left"
        as_.text(*plek, kwadrant["titel"], size=9.5, weight="bold", color=PALET[kwadrant["kleur"]], ha=uitlijning, va="center")


def _teken_assen(as_: Axes, regels: Mapping[str, Any]) -> None:
    x, y, onder = regels["x"], regels["y"], BOVEN + DIEP + 0.16
    as_.text(0.03, 0.13, f"{y['titel']} ↑", weight="bold", va="center")
    as_.text(LINKS + LANG, onder, f"{x['titel']} →", weight="bold", ha="right", va="center")
    grijs = PALET["inkt-zacht"]
    for plek, woord in ((LINKS, x["laag"]), (LINKS + LANG * 0.7, x["hoog"])):
        as_.text(plek, onder, woord, color=grijs, va="center")
    for plek, woord in ((BOVEN + DIEP, y["laag"]), (BOVEN + DIEP * 0.25, y["hoog"])):
        as_.text(LINKS / 2, plek, woord, color=grijs, rotation=90, ha="center", va="bottom")


# -- de punten ------------------------------------------------------------------------------


def indeling(punten: Sequence[Mapping[str, Any]], regels: Mapping[str, Any], maat: str) -> list[dict[str, Any]]:
    """Geef per zichtbaar punt waar het staat en waar zijn naam of nummer komt; grote cirkels eerst."""
    kleur = {k["sleutel"]: k["kleur"] for k in regels["kwadranten"]}
    plekken = []
    for nummer, punt in enumerate(punten, start=1):
        if punt["kwadrant"] is None:
            continue
        zinnen = breek(punt["naam"], 24)
        plekken.append(
            {
                "punt": punt, "nummer": str(nummer), "zinnen": zinnen, "kleur": kleur[punt["kwadrant"]], "bel": "grootte" in regels,
                "x": _x(punt["x"]), "y": _y(punt["y"]), "r": _straal(punt, regels, maat),
                # Een naam van meer dan twee regels hoort in de lijst; hier krijgt het punt dan een nummer.
                "b": max(map(breedte, zinnen)) * EM if len(zinnen) <= 2 else BREED, "h": REGEL * len(zinnen),
                "nb": breedte(str(nummer)) * EM + 0.04, "nh": REGEL,
            }
        )  # fmt: skip
    plekken.sort(key=lambda plek: -plek["r"])
    namen = plaats_namen(plekken, (LINKS, BOVEN, LANG, DIEP), [_titelvlak(k, regels) for k in regels["kwadranten"]], 0.05, _strepen(punten))
    return [{**plek, "naam": naam} for plek, naam in zip(plekken, namen, strict=True)]


def _strepen(punten: Sequence[Mapping[str, Any]]) -> list[tuple[float, float, float, float]]:
    """Geef de strepen van de spreiding als smalle vlakken; een naam ligt daar liever niet op."""
    zichtbaar = [punt for punt in punten if punt["kwadrant"] is not None]
    langs = [(_x(p["x_van"]), _y(p["y"]) - 0.01, _x(p["x_tot"]) - _x(p["x_van"]), 0.02) for p in zichtbaar if p["x_van"] is not None]
    op = [(_x(p["x"]) - 0.01, _y(p["y_tot"]), 0.02, _y(p["y_van"]) - _y(p["y_tot"])) for p in zichtbaar if p["y_van"] is not None]
    return langs + op


def _straal(punt: Mapping[str, Any], regels: Mapping[str, Any], maat: str) -> float:
    if "grootte" not in regels:
        return 0.075
    deel = punt[f"straal_{maat}"]
    return 0.075 if deel is None else max(0.04, deel * 0.42)


def _teken_punt(as_: Axes, plek: Mapping[str, Any]) -> None:
    punt, naam = plek["punt"], plek["naam"]
    grijs = {"color": PALET["inkt-zacht"], "linewidth": 1.2}
    if punt["x_van"] is not None:
        as_.plot([_x(punt["x_van"]), _x(punt["x_tot"])], [plek["y"]] * 2, **grijs)
    if punt["y_van"] is not None:
        as_.plot([plek["x"]] * 2, [_y(punt["y_van"]), _y(punt["y_tot"])], **grijs)
    cirkel = Circle(
        (plek["x"], plek["y"]),
        plek["r"],
        facecolor=PALET[plek["kleur"]],
        alpha=0.75 if plek["bel"] else 1.0,
        edgecolor=PALET["inkt" if punt["illustratief"] else "papier"],
        linestyle=(0, (1.5, 1)) if punt["illustratief"] else "solid",
        linewidth=1.4,
        clip_on=False,
    )
    as_.add_patch(cirkel)
    if naam["lijn"]:
        x1, y1, x2, y2 = naam["lijn"]
        as_.plot([x1, x2], [y1, y2], color=PALET["inkt-zacht"], linewidth=0.8)
    zinnen = plek["zinnen"] if naam["soort"] == "naam" else [plek["nummer"]]
    uitlijning = {"start": "left", "middle": "center", "end": "right"}[naam["anker"]]
    for nummer, zin in enumerate(zinnen):
        zwaar = "normal" if naam["soort"] == "naam" else "bold"
        as_.text(naam["x"], naam["y"] + REGEL * (nummer + 0.5), _veilig(zin), size=9, weight=zwaar, ha=uitlijning, va="center_baseline")


def _onder(punten: Sequence[Mapping[str, Any]], plekken: Sequence[Mapping[str, Any]], regels: Mapping[str, Any], maat: str) -> list[tuple[str, str]]:
    """Geef de regels onder het veld, met hun kleur: welk nummer wie is, en wat de tekens betekenen."""
    genummerd = sorted((int(p["nummer"]), p["punt"]["naam"]) for p in plekken if p["naam"]["soort"] != "naam")
    teksten, zichtbaar = regels["teksten"], [punt for punt in punten if punt["kwadrant"] is not None]
    legenda = [vul(teksten[f"legenda_{maat}"], {"grootte": regels["grootte"]["titel"].lower()})] if "grootte" in regels else []
    if any(punt["x_van"] is not None or punt["y_van"] is not None for punt in zichtbaar):
        legenda.append(teksten["legenda_spreiding"])
    if any(punt["illustratief"] for punt in zichtbaar):
        legenda.append(teksten["legenda_illustratief"])
    if zonder := [punt["naam"] for punt in punten if punt["kwadrant"] is None]:
        legenda.append(vul(teksten["legenda_zonder"], {"namen": ", ".join(zonder)}))
    namen = textwrap.wrap(" · ".join(f"{nummer} {naam}" for nummer, naam in genummerd), LETTERS)
    return [*((zin, "inkt") for zin in namen), *((zin, "inkt-zacht") for zin in textwrap.wrap(" · ".join(legenda), LETTERS))]
