"""Van tekst naar zoektermen. `pagina/taal.js` doet precies hetzelfde in de browser; een test vergelijkt ze."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

import yaml
from snowballstemmer import dutch_porter_stemmer

MAP = Path(__file__).parent
MINIMUM_DEEL = 4  # een deel van een samenstelling heeft minstens zoveel letters
MINIMUM_STAM = 3
MAXIMUM_DELEN = 4
TUSSENKLANKEN = ("", "s", "en", "e")

_GETAL = re.compile(r"(\d)[.,](?=\d)")
_WOORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STREEPJES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None})


@cache
def _lijsten() -> dict[str, str]:
    return yaml.safe_load((MAP / "stopwoorden.yml").read_text(encoding="utf-8"))


@cache
def stopwoorden() -> frozenset[str]:
    """Geef de woorden die niet meetellen."""
    return frozenset(f"{_lijsten()['taal']} {_lijsten()['vraag']}".split())


@cache
def geen_deel() -> frozenset[str]:
    """Geef de stammen die nooit een deel van een samenstelling zijn."""
    return frozenset(_lijsten()["geen_deel"].split())


def vouw(tekst: str) -> str:
    """Maak kleine letters zonder accenten, en getallen zonder punt of komma.

    >>> vouw("Coöperatie: 38.400 euro")
    'cooperatie: 38400 euro'
    """
    kaal = unicodedata.normalize("NFKD", tekst.translate(_STREEPJES)).translate(_STREEPJES)
    kaal = "".join(teken for teken in kaal if not unicodedata.category(teken).startswith("M")).lower()
    return _GETAL.sub(r"\1", kaal)


def woorden(tekst: str) -> list[str]:
    """Splits tekst in woorden; een woord met een streepje geeft de delen én het geheel.

    >>> woorden("GGZ-zorg in stap 3")
    ['ggz', 'zorg', 'ggzzorg', 'in', 'stap', '3']
    """
    gevonden = []
    for woord in _WOORD.findall(vouw(tekst)):
        delen = woord.split("-")
        gevonden += delen
        if len(delen) > 1:
            gevonden.append("".join(delen))
    return [woord for woord in gevonden if len(woord) > 1 or woord.isdigit()]


@cache
def stam(woord: str) -> str:
    """Geef de stam van een woord: het Nederlandse algoritme van Porter, met een paar meervouden erbij.

    Porter laat "modellen" en "model", "relaties" en "relatie", "brieven" en "brief" uit elkaar lopen.

    >>> stam("afspraken"), stam("bekostiging")
    ('afsprak', 'bekost')
    >>> [stam(woord) for woord in ("modellen", "relaties", "brieven", "ziektes", "ideeen")]
    ['model', 'relatie', 'brief', 'ziekt', 'idee']
    """
    woord = re.sub(r"(?<=ie)s$|(?<=ie)en$|(?<=ee)en$|(?<=[dgkt]e)s$", "", woord) if len(woord) > 5 else woord
    kort = _stammer().stemWord(woord)
    if re.search(r"([bfglmnprs])\1$", kort):
        kort = kort[:-1]
    return re.sub(r"[vz]$", lambda gevonden: "fs"["vz".index(gevonden[0])], kort)


@cache
def _stammer() -> dutch_porter_stemmer.DutchPorterStemmer:
    return dutch_porter_stemmer.DutchPorterStemmer()


def inhoudswoorden(tekst: str) -> list[str]:
    """Geef de woorden zonder de stopwoorden."""
    stop = stopwoorden()
    return [woord for woord in woorden(tekst) if woord not in stop]


def termen(tekst: str) -> list[str]:
    """Geef de stammen van alle woorden die meetellen.

    >>> termen("Wat zijn de afspraken?")
    ['afsprak']
    """
    return [stam(woord) for woord in inhoudswoorden(tekst)]


def lexicon(teksten: Iterable[str]) -> frozenset[str]:
    """Geef de stammen waaruit een samenstelling mag bestaan: die minstens twee keer voorkomen."""
    geteld = Counter(term for tekst in teksten for term in termen(tekst))
    vaak = {term for term, n in geteld.items() if n > 1 and len(term) >= MINIMUM_STAM and not term.isdigit()}
    return frozenset(vaak - geen_deel())


def delen(woord: str, bekend: Collection[str]) -> list[str]:
    """Splits een samenstelling in stammen die bekend zijn; leeg als dat niet lukt.

    De verdeling met de minste delen wint, en daarna die met het langste eerste deel.

    >>> delen("bekostigingsmodel", {"bekost", "model"})
    ['bekost', 'model']
    """
    for aantal in range(2, MAXIMUM_DELEN + 1):
        gevonden = _verdeel(woord, aantal, bekend)
        if gevonden:
            return gevonden
    return []


def _verdeel(rest: str, aantal: int, bekend: Collection[str]) -> list[str]:
    if aantal == 1:
        return [stam(rest)] if len(rest) >= MINIMUM_DEEL and stam(rest) in bekend else []
    for einde in range(len(rest) - MINIMUM_DEEL, MINIMUM_DEEL - 1, -1):
        deel = stam(rest[:einde])
        if deel not in bekend:
            continue
        for klank in TUSSENKLANKEN:
            if rest.startswith(klank, einde):
                vervolg = _verdeel(rest[einde + len(klank):], aantal - 1, bekend)
                if vervolg:
                    return [deel, *vervolg]
    return []
