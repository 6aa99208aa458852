"""Regels voor kiezen en rangschikken: ieder verdeelt elk cijfer één keer, en de groep ziet wat zij deelt. Tweeling van rang.js.

Het belangrijkste krijgt het hoogste cijfer van de schaal, het volgende één minder, tot en met 1. Wie elk cijfer precies één keer
gaf, is klaar; wat die persoon dan niet koos, telt als 0. Van wie nog niet klaar is, is dat niet bekend.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from kennis.regels.basis import getal, vul

Antwoorden = dict[str, dict[str, Mapping[str, Any]]]


def klaar(antwoorden: Antwoorden, personen: Sequence[str], top: int) -> list[str]:
    """Noem wie elk cijfer van 1 tot en met `top` precies één keer gaf."""

    def cijfers(persoon: str) -> list[float]:
        gegeven = [getal(bij[persoon].get("score")) for bij in antwoorden.values() if persoon in bij]
        return sorted(score for score in gegeven if score is not None and score > 0)

    return [persoon for persoon in personen if cijfers(persoon) == list(range(1, top + 1))]


def vul_nullen(antwoorden: Antwoorden, wie: Sequence[str]) -> None:
    """Zet bij wie klaar is een 0 bij alles wat diegene niet koos."""
    for bij in antwoorden.values():
        for persoon in wie:
            bij.setdefault(persoon, {"score": 0})


def oordeel(stelling: Mapping[str, Any], wie: Sequence[str], iedereen: int, top: int) -> dict[str, bool]:
    """Zeg wat er over een waarde volgt uit wat wie klaar is koos; een ander oordeel dan voor iedereen vraagt dat iedereen klaar is."""
    scores = [punt["score"] for punt in stelling["punten"] if punt["persoon"] in wie]
    koos = sum(score > 0 for score in scores)
    compleet = len(scores) == iedereen >= 2
    return {
        "gedeeld": compleet and koos == iedereen,
        "top_en_niet": top in scores and 0 in scores,
        "enkel": compleet and koos == 1,
    }


def gekozen(stellingen: Sequence[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], list[str]]:
    """Geef wat iemand koos, het hoogste gemiddelde eerst en zonder de nullen, en de namen van wat niemand koos."""
    met = [{**s, "punten": [punt for punt in s["punten"] if punt["score"] > 0]} for s in stellingen]
    niet = [s["tekst"] for s in met if not s["punten"]]
    return sorted((s for s in met if s["punten"]), key=lambda s: -s["gemiddelde"]), niet


def paren(stellingen: Sequence[Mapping[str, Any]], wie: Sequence[str]) -> list[dict[str, Any]]:
    """Geef per twee personen die klaar zijn wat zij allebei kozen; de grootste afstand staat eerst."""
    gekozen = {persoon: {s["sleutel"] for s in stellingen for p in s["punten"] if p["persoon"] == persoon and p["score"] > 0} for persoon in wie}
    uit = []
    for een, ander in combinations(wie, 2):
        samen = [s["tekst"] for s in stellingen if s["sleutel"] in gekozen[een] & gekozen[ander]]
        uit.append({"een": een, "ander": ander, "gedeeld": len(samen), "samen": samen})
    return sorted(uit, key=lambda paar: paar["gedeeld"])


def meldingen(personen: Sequence[str], wie: Sequence[str], top: int, sjabloon: str) -> list[str]:
    """Noem wie nog niet klaar is."""
    return [vul(sjabloon, {"naam": persoon, "top": str(top)}) for persoon in personen if persoon not in wie]
