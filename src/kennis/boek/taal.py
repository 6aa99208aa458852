"""Meet de zinnen van elk hoofdstuk: hoe lang zij zijn, en hoe vaak zij een reden of tegenstelling noemen.

Gemeten wordt de lopende tekst en de lijsten: geen koppen, ook geen vet kopje waarmee een punt begint, en geen tabellen,
code, bronregel, "Verder lezen" of "Bronnen". Wat tussen haakjes naar een bron verwijst, telt niet mee.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from kennis.boek.meet import WORTEL, percentiel

# De doelen uit de schrijfwijzer; zie docs/schrijfwijzer.md.
DOELEN = {"gemiddeld": "13 tot 15", "p90": "hoogstens 20", "kort": "onder 12%", "verbonden": "minstens 12%"}
KORT = 7  # een zin met minder woorden is kort
VERBINDING = re.compile(
    r"\b(omdat|doordat|dus|terwijl|zodat|maar|want|hoewel|daardoor|daarom|tenzij|namelijk|waardoor|immers)\b",
    re.IGNORECASE,
)
_SLOT = re.compile(r"^## (Verder lezen|Bronnen)\b.*", re.MULTILINE | re.DOTALL)
_BLOK = re.compile(r"^(`{3,}|~{3,}|:{3,}).*?^\1", re.MULTILINE | re.DOTALL)
_WEG = re.compile(r"^(#|\||\*Bron|\(.*\)=$|:|---|<)")
_HAAKJES = re.compile(r"\((?:[^()]*\[[^\]]*\]\(#bron[^)]*\)[^()]*|(?:par|p|hoofdstuk|kader|tabel|fase|stap)\.? [^()]*)(?:\([^()]*\)[^()]*)*\)")
_KOPJE = re.compile(r"^\*\*[^*]+[.:?!]\*\*\s*|^\*\*[^*]+\*\*:\s*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ZIN = re.compile(r"(?<=[.!?])[\"'”’*)]*\s+(?=[\"'“‘*(]*[A-ZÀ-Ý0-9])")
_WOORD = re.compile(r"[\w’'-]*[^\W\d_][\w’'-]*|\d+")


def zinnen(tekst: str) -> list[str]:
    """Geef de zinnen van een hoofdstuk in markdown.

    >>> zinnen("# Kop\\n\\nEen zin ([Nivel](#bron-nivel), par. 1). Nog een.\\n- Een punt.\\n\\n## Bronnen\\n\\nWeg.")
    ['Een zin.', 'Nog een.', 'Een punt.']
    """
    romp = _BLOK.sub("", _SLOT.sub("", tekst))
    uit = []
    for regel in romp.split("\n"):
        kaal = re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "", regel).strip()
        if not kaal or _WEG.match(kaal):
            continue
        kaal = _KOPJE.sub("", kaal)
        kaal = _LINK.sub(r"\1", _HAAKJES.sub("", kaal)).replace("**", "")
        kaal = re.sub(r"\s+([.,;:?!])", r"\1", kaal)
        uit += [zin.strip() for zin in _ZIN.split(kaal) if _WOORD.search(zin)]
    return uit


def cijfers(lijst: list[str]) -> dict[str, float]:
    """Vat zinnen samen: aantal, gemiddelde, p90, het aandeel korte zinnen en het aandeel met een verbindingswoord (0 tot 1).

    >>> cijfers(["Dit is kort.", "Wij wachten op de gemeente, omdat zij het geld voor dit jaar nog niet heeft."])
    {'zinnen': 2, 'gemiddeld': 9.0, 'p90': 15, 'kort': 0.5, 'verbonden': 0.5}
    """
    lengtes = [len(_WOORD.findall(zin)) for zin in lijst]
    aantal = len(lijst)
    return {
        "zinnen": aantal,
        "gemiddeld": round(sum(lengtes) / aantal, 1),
        "p90": percentiel(lengtes, 0.9),
        "kort": round(sum(lengte < KORT for lengte in lengtes) / aantal, 3),
        "verbonden": round(sum(bool(VERBINDING.search(zin)) for zin in lijst) / aantal, 3),
    }


def hoofdstukken(map_: Path = WORTEL) -> dict[str, list[str]]:
    """Geef per hoofdstuk (naam zonder einde) zijn zinnen; een notebook geeft de tekst van zijn cellen."""
    uit = {}
    for pad in sorted((map_ / "book").rglob("*")):
        if pad.suffix == ".md":
            tekst = pad.read_text(encoding="utf-8")
        elif pad.suffix == ".ipynb" and ".ipynb_checkpoints" not in pad.parts:
            cellen = json.loads(pad.read_text(encoding="utf-8"))["cells"]
            tekst = "\n\n".join("".join(cel["source"]) for cel in cellen if cel["cell_type"] == "markdown")
        else:
            continue
        gevonden = zinnen(tekst)
        if gevonden:
            uit[pad.relative_to(map_ / "book").with_suffix("").as_posix()] = gevonden
    return uit


def rijen(map_: Path = WORTEL) -> list[tuple[str, str, str, str, str, str]]:
    """Geef per hoofdstuk de cijfers als tekst, met het hele boek als laatste."""
    per_hoofdstuk = hoofdstukken(map_)
    alles = [zin for gevonden in per_hoofdstuk.values() for zin in gevonden]
    return [_rij(naam, cijfers(gevonden)) for naam, gevonden in [*per_hoofdstuk.items(), ("het hele boek", alles)]]


def _rij(naam: str, uit: dict[str, float]) -> tuple[str, str, str, str, str, str]:
    return naam, str(uit["zinnen"]), _komma(uit["gemiddeld"]), str(uit["p90"]), f"{_komma(uit['kort'] * 100)}%", f"{_komma(uit['verbonden'] * 100)}%"


def _komma(getal: float) -> str:
    return f"{getal:.1f}".replace(".", ",")


def hoofd(zeg: Callable[[str], None] = print, map_: Path = WORTEL) -> None:
    """Toon de cijfers van elk hoofdstuk als markdowntabel."""
    kop = ("hoofdstuk", "zinnen", "gemiddeld", "p90", f"< {KORT} woorden", "met verbindingswoord")
    doel = ("doel", "", *DOELEN.values())
    for rij in (kop, ("---",) * 6, doel, *rijen(map_)):
        zeg("| " + " | ".join(rij) + " |")
