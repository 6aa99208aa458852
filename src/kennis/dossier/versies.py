"""De versie van een dossier lezen, en een oudere vorm stap voor stap bijwerken. Tweeling van versies.js."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from kennis.kolommen import Fout

VERSIE = 2
DIEPST = 60  # dieper genest is geen dossier; dan loopt ook het lezen vast

GEEN_JSON = "dit is geen geldige json; het bestand is niet heel of is geen dossier"
TE_DIEP = "dit is te diep genest voor een dossier"
DUBBEL = "deze sleutel staat er in hetzelfde blok meer dan één keer; welke telt, is niet te zeggen"

_DELEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]')


def lees_json(tekst: str, bestand: str) -> tuple[Any, list[Fout]]:
    """Lees json-tekst; geef de gegevens en wat er mis is: niet heel, te diep, of een sleutel die dubbel staat.

    >>> lees_json('{"a": 1, "a": 2}', "x.json")[1][0].kolom
    'a'
    """
    try:
        gegevens = json.loads(tekst, parse_constant=_weiger, parse_int=_heel)
    except RecursionError:
        return None, [Fout(bestand, None, None, None, TE_DIEP)]
    except ValueError:
        return None, [Fout(bestand, None, None, None, GEEN_JSON)]
    dubbel, diepte = _bekijk(tekst)
    if diepte > DIEPST:
        return None, [Fout(bestand, None, None, None, TE_DIEP)]
    return gegevens, [Fout(bestand, None, sleutel, None, DUBBEL) for sleutel in dubbel]


def _heel(cijfers: str) -> float:
    """Lees een heel getal; wat in JavaScript geen heel getal meer is, is het hier ook niet."""
    return float(cijfers) if len(cijfers) > 20 or abs(int(cijfers)) > 2**53 else int(cijfers)


def _weiger(woord: str) -> None:
    raise ValueError(woord)


def _bekijk(tekst: str) -> tuple[list[str], int]:
    """Geef de sleutels die in één object dubbel staan, en hoe diep de tekst genest is."""
    dubbel: dict[str, None] = {}
    stapel: list[set[str] | None] = []
    diepst, vorige = 0, ""
    for gevonden in _DELEN.finditer(tekst):
        deel = gevonden[0]
        if deel in ("{", "["):
            stapel.append(set() if deel == "{" else None)
            diepst = max(diepst, len(stapel))
        elif deel in ("}", "]"):
            stapel.pop()
        elif deel[0] == '"' and stapel and stapel[-1] is not None and vorige in ("{", ","):
            sleutel = json.loads(deel)
            if sleutel in stapel[-1]:
                dubbel[sleutel] = None
            stapel[-1].add(sleutel)
        vorige = deel
    return list(dubbel), diepst


def _van_1(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Versie 1 had alleen een titel en secties; op een apparaat ook keuzes per gereedschap."""
    return {"keuzes": {}, **gegevens}


STAPPEN: list[Callable[[dict[str, Any]], dict[str, Any]]] = [_van_1]


def migreer(gegevens: dict[str, Any]) -> tuple[dict[str, Any], int | None]:
    """Breng een dossier naar de vorm van nu; geef het terug met de versie die het had, of None als die niet te lezen is.

    Een dossier zonder versie is van versie 1. Een nieuwere versie blijft zoals zij is.

    >>> migreer({"secties": {}})
    ({'keuzes': {}, 'secties': {}, 'kennisdossier': 2}, 1)
    """
    versie = gegevens.get("kennisdossier", 1)
    if isinstance(versie, bool) or not isinstance(versie, (int, float)) or not float(versie).is_integer() or versie < 1:
        return gegevens, None
    for stap in STAPPEN[int(versie) - 1 :]:
        gegevens = stap(gegevens)
    return {**gegevens, "kennisdossier": VERSIE}, int(versie)
