"""Bouwt de index voor MiniSearch 7, met wat de pagina verder nodig heeft."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from kennis.boek.zoeken import synoniemen, voorbewerking
from kennis.boek.zoeken.bladzijden import SOORTEN, Bladzijde, Sectie

VELDEN = ("titel", "pagina", "tekst", "delen", "vragen")
INGEPAKT = ("titel", "tekst", "delen", "vragen")
AARDEN = ("", "begrip", "vraag")


def velden(bladzijde: Bladzijde, sectie: Sectie, lexicon: Collection[str]) -> list[list[str]]:
    """Geef de zoektermen van een sectie, per veld."""
    titel, tekst = voorbewerking.inhoudswoorden(sectie.titel), voorbewerking.inhoudswoorden(sectie.tekst)
    delen = [deel for woord in titel + tekst for deel in voorbewerking.delen(woord, lexicon)]
    stammen = [[voorbewerking.stam(woord) for woord in woorden] for woorden in (titel, tekst)]
    vragen = [term for vraag in sectie.vragen for term in voorbewerking.termen(vraag)]
    return [stammen[0], voorbewerking.termen(bladzijde.titel), stammen[1], delen, vragen]


def pak_in(documenten: Sequence[Sequence[Sequence[str]]]) -> dict[str, str]:
    """Geef de termen, en per term op welke plek hij staat, zo klein mogelijk opgeschreven.

    Per term staat er `titel|tekst|delen|vragen`, en per veld de secties: de afstand tot de vorige (vanaf -1), met
    `*n` als de term er vaker dan één keer staat. Het veld `pagina` volgt uit de titels van de pagina's.
    `pagina/uitpakken.js` maakt er het JSON van MiniSearch van.

    >>> pak_in([[["zorg"], [], ["zorg", "zorg"], [], []], [[], [], ["zorg"], ["geld"], []]])
    {'termen': 'geld\\nzorg', 'plekken': '||2\\n1|1*2 1'}
    """
    plekken: dict[str, list[list[tuple[int, int]]]] = {}
    for nummer, document in enumerate(documenten):
        for veld, geteld in enumerate(Counter(document[VELDEN.index(naam)]) for naam in INGEPAKT):
            for term, n in geteld.items():
                plekken.setdefault(term, [[] for _ in INGEPAKT])[veld].append((nummer, n))
    termen = sorted(plekken)
    regels = ("|".join(_afstanden(veld) for veld in plekken[term]).rstrip("|") for term in termen)
    return {"termen": "\n".join(termen), "plekken": "\n".join(regels)}


def _afstanden(plekken: Sequence[tuple[int, int]]) -> str:
    vorige = [-1, *(nummer for nummer, _ in plekken)]
    paren = zip(vorige, plekken, strict=False)
    return " ".join(_36(nummer - voor) + (f"*{_36(n)}" if n > 1 else "") for voor, (nummer, n) in paren)


def _36(getal: int) -> str:
    """Schrijf een getal 36-tallig, zoals `parseInt(tekst, 36)` het leest."""
    teken = "0123456789abcdefghijklmnopqrstuvwxyz"[getal % 36]
    return (_36(getal // 36) if getal >= 36 else "") + teken


def direct(secties: Sequence[tuple[Bladzijde, Sectie]], namen: Mapping[str, str]) -> dict[str, int]:
    """Geef per naam (als stammen) de plek die eerst komt als iemand precies die naam zoekt: een begrip of een gereedschap.

    `namen` geeft per gereedschap de bladzijde; de plek is de kop waar de naam in staat, of anders het begin van de bladzijde.
    """
    uit: dict[str, int] = {}
    for nummer, (_, sectie) in enumerate(secties):
        if sectie.aard == "begrip":
            ook = sectie.tekst.split("\n")[0] if sectie.tekst.startswith("(") else ""
            for naam in [sectie.titel, *ook.strip("()").split(",")]:
                uit.setdefault(" ".join(voorbewerking.termen(naam)), nummer)
    for naam, url in namen.items():
        eigen = [(nummer, sectie) for nummer, (bladzijde, sectie) in enumerate(secties) if bladzijde.url == url]
        plek = next((nummer for nummer, sectie in eigen if naam.lower() in sectie.titel.lower()), eigen[0][0] if eigen else -1)
        if plek >= 0:
            uit[" ".join(voorbewerking.termen(naam))] = plek
    uit.pop("", None)
    return uit


def bouw(bladzijden: Sequence[Bladzijde], namen: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Geef alles wat de zoekfunctie in de browser nodig heeft, behalve de teksten voor de fragmenten."""
    secties = [(nummer, bladzijde, sectie) for nummer, bladzijde in enumerate(bladzijden) for sectie in bladzijde.secties]
    lexicon = voorbewerking.lexicon(tekst for _, _, sectie in secties for tekst in (sectie.titel, sectie.tekst))
    documenten = [velden(bladzijde, sectie, lexicon) for _, bladzijde, sectie in secties]
    delen = list(dict.fromkeys(bladzijde.deel for bladzijde in bladzijden))
    bekend = {term for document in documenten for veld in document for term in veld}
    return {
        **pak_in(documenten),
        "stop": " ".join(sorted(voorbewerking.stopwoorden())),
        "geenDeel": " ".join(sorted(voorbewerking.geen_deel())),
        "synoniemen": synoniemen.vertaling(synoniemen.groepen(), bekend),
        "direct": direct([(bladzijde, sectie) for _, bladzijde, sectie in secties], namen or {}),
        "delen": delen,
        "soorten": SOORTEN,
        "paginas": [[bladzijde.url, bladzijde.titel, delen.index(bladzijde.deel)] for bladzijde in bladzijden],
        "secties": [
            [nummer, sectie.anker, sectie.titel, SOORTEN.index(sectie.soort) if sectie.soort else -1, int(sectie.half), AARDEN.index(sectie.aard)]
            for nummer, _, sectie in secties
        ],
    }


def schrijf(bladzijden: Sequence[Bladzijde], doel: Path, namen: Mapping[str, str] | None = None) -> None:
    """Schrijf `index.js` en per pagina `tekst/<nummer>.js`. Klassieke scripts: fetch werkt niet vanaf `file://`."""
    teksten = [_json([sectie.tekst for sectie in bladzijde.secties]) for bladzijde in bladzijden]
    inhoud = bouw(bladzijden, namen)
    inhoud["versie"] = hashlib.sha256("".join(teksten).encode()).hexdigest()[:8]
    (doel / "tekst").mkdir(parents=True, exist_ok=True)
    for oud in (doel / "tekst").glob("*.js"):
        oud.unlink()
    for nummer, tekst in enumerate(teksten):
        (doel / "tekst" / f"{nummer}.js").write_text(f"kbZoek.tekst({nummer},{tekst});\n", encoding="utf-8")
    (doel / "index.js").write_text(f"window.KB_ZOEK = JSON.parse({_json(_json(inhoud))});\n", encoding="utf-8")


def _json(waarde: Any) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
