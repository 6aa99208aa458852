"""Wat alle regels delen: afronden, getallen schrijven, sjablonen vullen. Tweeling van basis.js."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from kennis.kolommen import schoon


def getal(waarde: Any) -> float | None:
    """Geef een eindig getal, of None.

    >>> getal(3), getal(float("nan")), getal("3"), getal(True)
    (3.0, None, None, None)
    """
    if isinstance(waarde, bool) or not isinstance(waarde, (int, float)):
        return None
    return float(waarde) if math.isfinite(waarde) else None


def tekst(waarde: Any) -> str:
    """Geef nette tekst; leeg als er niets staat."""
    return schoon(waarde) if isinstance(waarde, str) else ""


def som(getallen: Iterable[float]) -> float:
    """Tel op van links naar rechts.

    Niet met `sum`: dat rekent sinds Python 3.12 nauwkeuriger dan JavaScript, en dan verschillen de twee.
    """
    totaal = 0.0
    for een in getallen:
        totaal += een
    return totaal


def gemiddelde(getallen: list[float]) -> float | None:
    """Geef het gemiddelde, of None van niets."""
    return som(getallen) / len(getallen) if getallen else None


def toon(waarde: float | None) -> str:
    """Schrijf een getal met hoogstens één decimaal, half naar boven.

    >>> toon(2.25), toon(3.0), toon(-0.04), toon(None)
    ('2,3', '3', '0', '–')
    """
    if waarde is None:
        return "–"
    tienden = math.floor(abs(waarde) * 10 + 0.5)
    heel, rest = tienden // 10, tienden % 10
    teken = "-" if waarde < 0 and tienden else ""
    return f"{teken}{heel},{rest}" if rest else f"{teken}{heel}"


def toon_euro(waarde: float | None) -> str:
    """Schrijf een bedrag in hele euro's met punten.

    >>> toon_euro(12500.4), toon_euro(-950)
    ('€ 12.500', '−€ 950')
    """
    if waarde is None:
        return "–"
    heel = math.floor(abs(waarde) + 0.5)
    return f"{'−' if waarde < 0 and heel else ''}€ {heel:,}".replace(",", ".")


def vul(sjabloon: str, waarden: Mapping[str, str]) -> str:
    """Vul `{sleutel}` in een sjabloon; wat ingevuld wordt, wordt niet opnieuw gelezen.

    >>> vul("{naam} wint {a}", {"naam": "{a}", "a": "2"})
    '{a} wint 2'
    """
    uit, plek = [], 0
    while (begin := sjabloon.find("{", plek)) >= 0 and (einde := sjabloon.find("}", begin)) >= 0:
        sleutel = sjabloon[begin + 1 : einde]
        uit += [sjabloon[plek:begin], waarden.get(sleutel, sjabloon[begin : einde + 1])]
        plek = einde + 1
    return "".join([*uit, sjabloon[plek:]])


def op_sleutel(rijen: Iterable[Mapping[str, Any]], sleutel: str) -> dict[str, Mapping[str, Any]]:
    """Geef rijen op naam; bij een dubbele naam telt de eerste."""
    uit: dict[str, Mapping[str, Any]] = {}
    for rij in rijen:
        uit.setdefault(tekst(rij.get(sleutel)), rij)
    return uit


def voeg_samen(
    rijen: Iterable[Mapping[str, Any]], nieuwe: Iterable[Mapping[str, Any]], sleutel: Iterable[str]
) -> dict[str, Any]:
    """Voeg rijen van een ander toe: zelfde sleutel vervangt, nieuwe komen achteraan, een voorbeeld van ons verdwijnt.

    >>> voeg_samen([{"wie": "a", "n": 1}], [{"wie": "a", "n": 2}, {"wie": "b", "n": 3}], ["wie"])
    {'rijen': [{'wie': 'a', 'n': 2}, {'wie': 'b', 'n': 3}], 'erbij': 1, 'vervangen': 1}
    """
    sleutel = list(sleutel)
    samen = {_id(rij, sleutel): rij for rij in rijen if tekst(rij.get("illustratief")) != "ja"}
    erbij = vervangen = 0
    for rij in nieuwe:
        oud = samen.get(_id(rij, sleutel))
        if oud is None:
            erbij += 1
        elif any(oud.get(k) != rij.get(k) for k in {**oud, **rij}):
            vervangen += 1
        samen[_id(rij, sleutel)] = rij
    return {"rijen": list(samen.values()), "erbij": erbij, "vervangen": vervangen}


def _id(rij: Mapping[str, Any], sleutel: list[str]) -> tuple[str, ...]:
    return tuple(tekst(rij.get(k)) for k in sleutel)
