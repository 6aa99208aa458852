"""Bouwt de index in het JSON-formaat van MiniSearch 7, met wat de pagina verder nodig heeft."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from kennis.boek.zoeken import synoniemen, voorbewerking
from kennis.boek.zoeken.bladzijden import SOORTEN, Bladzijde, Sectie

VELDEN = ("titel", "pagina", "tekst", "delen")


def velden(bladzijde: Bladzijde, sectie: Sectie, lexicon: Collection[str]) -> list[list[str]]:
    """Geef de zoektermen van een sectie, per veld."""
    titel, tekst = voorbewerking.inhoudswoorden(sectie.titel), voorbewerking.inhoudswoorden(sectie.tekst)
    delen = [deel for woord in titel + tekst for deel in voorbewerking.delen(woord, lexicon)]
    stammen = [[voorbewerking.stam(woord) for woord in woorden] for woorden in (titel, tekst)]
    return [stammen[0], voorbewerking.termen(bladzijde.titel), stammen[1], delen]


def minisearch(documenten: Sequence[Sequence[Sequence[str]]]) -> dict[str, Any]:
    """Geef wat `MiniSearch.loadJS` leest; `documenten` zijn de termen per veld."""
    index: dict[str, dict[str, dict[str, int]]] = {}
    lengten = [[len(set(veld)) for veld in document] for document in documenten]
    for nummer, document in enumerate(documenten):
        for veld, termen in enumerate(document):
            for term, n in Counter(termen).items():
                index.setdefault(term, {}).setdefault(str(veld), {})[str(nummer)] = n
    aantal = len(documenten)
    return {
        "documentCount": aantal,
        "nextId": aantal,
        "documentIds": {str(nummer): nummer for nummer in range(aantal)},
        "fieldIds": {veld: nummer for nummer, veld in enumerate(VELDEN)},
        "fieldLength": {str(nummer): lengte for nummer, lengte in enumerate(lengten)},
        "averageFieldLength": [sum(kolom) / aantal for kolom in zip(*lengten, strict=True)],
        "storedFields": {},
        "dirtCount": 0,
        "index": sorted(index.items()),
        "serializationVersion": 2,
    }


def bouw(bladzijden: Sequence[Bladzijde]) -> dict[str, Any]:
    """Geef alles wat de zoekfunctie in de browser nodig heeft, behalve de teksten voor de fragmenten."""
    secties = [(nummer, bladzijde, sectie) for nummer, bladzijde in enumerate(bladzijden) for sectie in bladzijde.secties]
    lexicon = voorbewerking.lexicon(tekst for _, _, sectie in secties for tekst in (sectie.titel, sectie.tekst))
    index = minisearch([velden(bladzijde, sectie, lexicon) for _, bladzijde, sectie in secties])
    delen = list(dict.fromkeys(bladzijde.deel for bladzijde in bladzijden))
    bekend = {term for term, _ in index["index"]}
    return {
        "index": index,
        "stop": " ".join(sorted(voorbewerking.stopwoorden())),
        "geenDeel": " ".join(sorted(voorbewerking.geen_deel())),
        "synoniemen": synoniemen.vertaling(synoniemen.groepen(), bekend),
        "delen": delen,
        "soorten": SOORTEN,
        "paginas": [[bladzijde.url, bladzijde.titel, delen.index(bladzijde.deel)] for bladzijde in bladzijden],
        "secties": [
            [nummer, sectie.anker, sectie.titel, SOORTEN.index(sectie.soort) if sectie.soort else -1, int(sectie.half)]
            for nummer, _, sectie in secties
        ],
    }


def schrijf(bladzijden: Sequence[Bladzijde], doel: Path) -> None:
    """Schrijf `index.js` en per pagina `tekst/<nummer>.js`. Klassieke scripts: fetch werkt niet vanaf `file://`."""
    teksten = [_json([sectie.tekst for sectie in bladzijde.secties]) for bladzijde in bladzijden]
    inhoud = bouw(bladzijden)
    inhoud["versie"] = hashlib.sha256("".join(teksten).encode()).hexdigest()[:8]
    (doel / "tekst").mkdir(parents=True, exist_ok=True)
    for oud in (doel / "tekst").glob("*.js"):
        oud.unlink()
    for nummer, tekst in enumerate(teksten):
        (doel / "tekst" / f"{nummer}.js").write_text(f"kbZoek.tekst({nummer},{tekst});\n", encoding="utf-8")
    (doel / "index.js").write_text(f"window.KB_ZOEK = JSON.parse({_json(_json(inhoud))});\n", encoding="utf-8")


def _json(waarde: Any) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
