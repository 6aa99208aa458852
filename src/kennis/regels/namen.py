"""Namen bij punten zetten, zo dat een naam nooit op een ander punt, een andere naam of een vaste tekst ligt. Tweeling van namen.js.

Past een naam niet naast haar punt, dan staat zij verderop met een lijn ernaartoe; past dat ook niet, dan krijgt het punt
een nummer en hoort de naam in een lijst bij de figuur.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Punt = Mapping[str, float]
Doos = tuple[float, float, float, float]  # x en y van de hoek linksboven, breed en hoog; y loopt naar beneden

SMAL, BREED = "iljtfrI.,:;'|!()[]/- ", "mwMWQO@%&"
RICHTINGEN = [(1, 0), (-1, 0), (0, -1), (0, 1), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7)]
# Tussen die richtingen in, voor een nummer dat anders op een ander punt zou liggen.
RONDOM = [*RICHTINGEN, (0.9, -0.4), (0.9, 0.4), (-0.9, -0.4), (-0.9, 0.4), (0.4, -0.9), (0.4, 0.9), (-0.4, -0.9), (-0.4, 0.9)]
# Hoe ver een lijn mag zijn, in letterhoogten: een naam hoort dichtbij; een nummer mag verder weg.
VER = {"naam": (1.5, 3.0), "nummer": (0.5, 1.0, 1.5, 2.0, 2.75, 3.5, 4.5, 5.5, 6.5, 8.0)}
# Wat er na elkaar wordt geprobeerd, voor alle punten tegelijk: soort, met een lijn, en of vlakken om te mijden vrij blijven.
BEURTEN = [
    ("naam", False, True),
    ("naam", False, False),
    ("naam", True, True),
    ("nummer", False, True),
    ("nummer", False, False),
    ("nummer", True, False),
]
RONDES = 3


def breedte(tekst: str) -> float:
    """Schat hoe breed tekst is, in letterhoogten (em); ruim, want een ander lettertype kan breder zijn.

    >>> round(breedte("illi"), 2), round(breedte("WWWW"), 2)
    (1.44, 3.8)
    """
    totaal = 0.0
    for letter in tekst:
        totaal += 0.36 if letter in SMAL else 0.95 if letter in BREED else 1.05 if ord(letter) > 0x2E80 else 0.72 if letter.isupper() else 0.6
    return totaal


def plaats_namen(punten: Sequence[Punt], vak: Doos, vast: Sequence[Doos], gat: float, mijd: Sequence[Doos] = ()) -> list[dict[str, Any]]:
    """Geef per punt waar zijn naam of nummer komt.

    punten: {x, y, r} van de cirkel, {b, h} van de naam, en {nb, nh} van het nummer. vak: waar een naam binnen moet blijven.
    vast: vlakken die al bezet zijn. gat: de ruimte tussen een cirkel en haar naam. mijd: vlakken waar een naam liever niet op
    ligt, zoals een streep. Alles in één eenheid, met y naar beneden.

    Geeft per punt {soort, x, y, anker, lijn, doos}: `soort` is "naam", "nummer", of "binnen" (een nummer dat nergens past en
    in zijn eigen punt staat); x hoort bij `anker` (start, middle of end), y is de bovenkant; `lijn` is None of [x1, y1, x2, y2].

    >>> plek = plaats_namen([{"x": 50, "y": 50, "r": 5, "b": 40, "h": 10, "nb": 8, "nh": 10}], (0, 0, 200, 100), [], 2)[0]
    >>> plek["soort"], plek["x"], plek["y"], plek["anker"], plek["lijn"]
    ('naam', 57, 45.0, 'start', None)
    """
    beste: list[dict[str, Any]] | None = None
    volgorde = list(range(len(punten)))
    for _ in range(RONDES):
        plekken = _ronde(volgorde, punten, vak, vast, gat, mijd)
        if beste is None or _gelukt(plekken) > _gelukt(beste):
            beste = plekken
        # Wie geen plek naast zijn punt vond, mag in de volgende ronde eerst kiezen.
        tekort = [i for i in volgorde if not _naast(plekken[i])]
        if not tekort:
            break
        volgorde = [*tekort, *(i for i in volgorde if _naast(plekken[i]))]
    return beste or []


def _naast(plek: Mapping[str, Any]) -> bool:
    return plek["soort"] == "naam" and plek["lijn"] is None


def _gelukt(plekken: Sequence[Mapping[str, Any]]) -> int:
    return sum(3 if _naast(plek) else 2 if plek["soort"] == "naam" else 1 if plek["soort"] == "nummer" else 0 for plek in plekken)


def _ronde(volgorde: Sequence[int], punten: Sequence[Punt], vak: Doos, vast: Sequence[Doos], gat: float, mijd: Sequence[Doos]) -> list[dict[str, Any]]:
    uit: dict[int, dict[str, Any]] = {}
    bezet, lijnen = list(vast), []
    for soort, met_lijn, mijden in BEURTEN:
        for i in volgorde:
            if i in uit or not (plek := _zoek(i, punten, soort, met_lijn, vak, [*bezet, *mijd] if mijden else bezet, lijnen, gat)):
                continue
            uit[i] = plek
            bezet.append(plek["doos"])
            lijnen += [plek["lijn"]] if plek["lijn"] else []
    for i in (i for i in volgorde if i not in uit):
        uit[i] = _uiterst(i, punten, vak, bezet, gat)
        bezet.append(uit[i]["doos"])
    return [uit[i] for i in range(len(punten))]


def _uiterst(i: int, punten: Sequence[Punt], vak: Doos, bezet: Sequence[Doos], gat: float) -> dict[str, Any]:
    """Zet een nummer in zijn punt, en ligt daar een ander punt overheen, verderop met een lijn die iets anders mag kruisen."""
    plek = _binnen(punten[i])
    if not any(j != i and _raakt_punt(plek["doos"], p) for j, p in enumerate(punten)):
        return plek
    return _zoek(i, punten, "nummer", True, vak, bezet, [], gat, kruist=True) or plek


def _binnen(p: Punt) -> dict[str, Any]:
    doos = (p["x"] - p["nb"] / 2, p["y"] - p["nh"] / 2, p["nb"], p["nh"])
    return {"soort": "binnen", "x": p["x"], "y": doos[1], "anker": "middle", "lijn": None, "doos": doos}


def _zoek(
    i: int,
    punten: Sequence[Punt],
    soort: str,
    met_lijn: bool,
    vak: Doos,
    bezet: Sequence[Doos],
    lijnen: Sequence[list[float]],
    gat: float,
    kruist: bool = False,
) -> dict[str, Any] | None:
    """Geef de eerste plek die vrij is: eerst dichtbij, en rechts voor links voor boven voor onder voor schuin."""
    p = punten[i]
    breed, hoog = (p["b"], p["h"]) if soort == "naam" else (p["nb"], p["nh"])
    for ver in VER[soort] if met_lijn else (0.0,):
        for dx, dy in RONDOM if met_lijn and soort == "nummer" else RICHTINGEN:
            afstand = p["r"] + (ver * p["nh"] if met_lijn else gat)
            plek = _plek(p, dx, dy, afstand, breed, hoog)
            lijn = [p["x"] + dx * p["r"], p["y"] + dy * p["r"], p["x"] + dx * (afstand - gat / 2), p["y"] + dy * (afstand - gat / 2)]
            if _vrij(plek["doos"], i, punten, vak, bezet, lijnen) and (kruist or not met_lijn or _lijn_vrij(lijn, i, punten, bezet)):
                return {"soort": soort, **plek, "lijn": lijn if met_lijn else None}
    return None


def _plek(p: Punt, dx: float, dy: float, afstand: float, breed: float, hoog: float) -> dict[str, Any]:
    x, y = p["x"] + dx * afstand, p["y"] + dy * afstand
    links = x if dx > 0 else x - breed if dx < 0 else x - breed / 2
    boven = y if dy > 0 else y - hoog if dy < 0 else y - hoog / 2
    return {"x": x, "y": boven, "anker": "start" if dx > 0 else "end" if dx < 0 else "middle", "doos": (links, boven, breed, hoog)}


def _vrij(doos: Doos, i: int, punten: Sequence[Punt], vak: Doos, bezet: Sequence[Doos], lijnen: Sequence[list[float]]) -> bool:
    x, y, breed, hoog = doos
    if x < vak[0] or y < vak[1] or x + breed > vak[0] + vak[2] or y + hoog > vak[1] + vak[3]:
        return False
    if any(_dozen_raken(doos, ander) for ander in bezet) or any(_lijn_in_doos(lijn, doos) for lijn in lijnen):
        return False
    return not any(j != i and _raakt_punt(doos, p) for j, p in enumerate(punten))


def _dozen_raken(a: Doos, b: Doos) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def _raakt_punt(doos: Doos, p: Punt) -> bool:
    dx = max(doos[0] - p["x"], 0, p["x"] - doos[0] - doos[2])
    dy = max(doos[1] - p["y"], 0, p["y"] - doos[1] - doos[3])
    return dx * dx + dy * dy < p["r"] * p["r"]


def _lijn_in_doos(lijn: list[float], doos: Doos) -> bool:
    """Kijk op negen plekken van een lijn of zij in een vlak ligt; de lijnen zijn kort."""
    for stap in range(9):
        x, y = lijn[0] + (lijn[2] - lijn[0]) * stap / 8, lijn[1] + (lijn[3] - lijn[1]) * stap / 8
        if doos[0] < x < doos[0] + doos[2] and doos[1] < y < doos[1] + doos[3]:
            return True
    return False


def _lijn_vrij(lijn: list[float], i: int, punten: Sequence[Punt], bezet: Sequence[Doos]) -> bool:
    """Zeg of een lijn langs andere punten en namen gaat. Een punt dat over het eigen punt ligt, is niet te vermijden."""
    eigen = punten[i]
    anderen = [p for j, p in enumerate(punten) if j != i and not _punten_raken(eigen, p)]
    return not any(_lijn_raakt_punt(lijn, p) for p in anderen) and not any(_lijn_in_doos(lijn, doos) for doos in bezet)


def _punten_raken(a: Punt, b: Punt) -> bool:
    dx, dy, samen = a["x"] - b["x"], a["y"] - b["y"], a["r"] + b["r"]
    return dx * dx + dy * dy < samen * samen


def _lijn_raakt_punt(lijn: list[float], p: Punt) -> bool:
    x1, y1, x2, y2 = lijn
    lang = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)
    langs = ((p["x"] - x1) * (x2 - x1) + (p["y"] - y1) * (y2 - y1)) / lang if lang > 0 else 0
    deel = min(1, max(0, langs))
    dx, dy = x1 + deel * (x2 - x1) - p["x"], y1 + deel * (y2 - y1) - p["y"]
    return dx * dx + dy * dy < p["r"] * p["r"]
