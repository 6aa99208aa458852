"""Woorden aan elkaar zetten, breken en kaal maken: wat figuren, tabellen en regels delen. Tweeling van zinnen.js."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kennis.woord import leeg, schrijf_getal


def opsomming(namen: Sequence[str]) -> str:
    """Zet namen achter elkaar, met "en" voor de laatste.

    >>> opsomming(["a", "b", "c"]), opsomming(["a"]), opsomming([])
    ('a, b en c', 'a', '')
    """
    return f"{', '.join(namen[:-1])} en {namen[-1]}" if len(namen) > 1 else "".join(namen)


def aantal(getal: int, een: str, meer: str) -> str:
    """Zet een aantal voor zijn woord, enkelvoud of meervoud.

    >>> aantal(1, "doel", "doelen"), aantal(0, "doel", "doelen")
    ('1 doel', '0 doelen')
    """
    return f"{getal} {een if getal == 1 else meer}"


def hoofdletter(tekst: str) -> str:
    """Begin met een hoofdletter en laat de rest staan.

    >>> hoofdletter("NZa-regel"), hoofdletter("doelen")
    ('NZa-regel', 'Doelen')
    """
    return tekst[:1].upper() + tekst[1:]


def kaal(tekst: str | None) -> str:
    """Haal de opmaak uit tekst van een kennistabel: van een link blijven de woorden.

    >>> kaal("[Yee 2020](#bron-yee-2020) zegt"), kaal(None)
    ('Yee 2020 zegt', '')
    """
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", tekst or "")


def breek(tekst: str, letters: int) -> list[str]:
    """Breek tekst in regels van hoogstens zoveel letters, tussen woorden; een te lang woord wordt geknipt.

    letters: minstens 1. Geeft minstens één regel, ook van lege tekst.

    >>> breek("de wijk bij ons", 8), breek("samenwerkingsverband", 12)
    (['de wijk', 'bij ons'], ['samenwerking', 'sverband'])
    """
    regels: list[str] = []
    for woord in tekst.split(" "):
        for begin in range(0, len(woord), letters):
            deel = woord[begin : begin + letters]
            if regels and begin == 0 and len(regels[-1]) + 1 + len(deel) <= letters:
                regels[-1] += f" {deel}"
            else:
                regels.append(deel)
    return regels or [""]


def als_tekst(waarde: Any) -> str:
    """Schrijf de waarde van een cel zoals een lezer haar verwacht: niets als zij leeg is, getallen met een komma.

    >>> als_tekst(7.5), als_tekst(None), als_tekst("ja")
    ('7,5', '', 'ja')
    """
    if leeg(waarde):
        return ""
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    return schrijf_getal(waarde) if isinstance(waarde, (int, float)) else str(waarde)
