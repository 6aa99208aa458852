"""Tekst voor het verslag: schoonmaken, opsommen, datums en bedragen. Tweeling van tekst.js."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kennis.kolommen import leeg, schoon, schrijf_getal
from kennis.regels.basis import toon_euro, vul
from kennis.regels.zinnen import opsomming

TEKSTEN: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "teksten.json").read_text(encoding="utf-8"))
# Tekens die in een Word- of Excelbestand niet mogen staan; een programma weigert dan het hele bestand.
_VERBODEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def teksten_van(soort: str, regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef de zinnen van een soort, met die van het gereedschap (`regels.json`, onder `verslag.teksten`) erover."""
    return {**TEKSTEN[soort], **regels.get("verslag", {}).get("teksten", {})}


def zuiver(waarde: Any) -> str:
    """Geef tekst die elk bestand aankan: zonder stuurtekens, met één soort regeleinde.

    >>> zuiver("a\\x00b\\r\\nc "), zuiver(None)
    ('ab\\nc', '')
    """
    if not isinstance(waarde, str):
        return ""
    return schoon(_VERBODEN.sub("", waarde).replace("\r\n", "\n").replace("\r", "\n"))


def zuiver_alles(waarde: Any) -> Any:
    """Maak elke tekst in data schoon.

    >>> zuiver_alles([{"a": "x\\x01"}, 2])
    [{'a': 'x'}, 2]
    """
    if isinstance(waarde, dict):
        return {sleutel: zuiver_alles(w) for sleutel, w in waarde.items()}
    if isinstance(waarde, list):
        return [zuiver_alles(w) for w in waarde]
    return zuiver(waarde) if isinstance(waarde, str) else waarde


def noem(namen: Sequence[str], hoogstens: int = 8) -> str:
    """Zet namen achter elkaar; bij veel namen alleen de eerste, met hoeveel er nog zijn.

    >>> noem(["a", "b", "c"]), noem(["a", "b", "c", "d"], 3)
    ('a, b en c', 'a, b en nog 2')
    """
    if len(namen) <= hoogstens:
        return opsomming(namen)
    getoond = namen[: hoogstens - 1]
    return f"{', '.join(getoond)} {vul(TEKSTEN['model']['en_nog'], {'n': str(len(namen) - len(getoond))})}"


def klein(titel: str) -> str:
    """Schrijf een titel klein voor midden in een zin; een afkorting blijft staan.

    >>> klein("Nu doen"), klein("NAO")
    ('nu doen', 'NAO')
    """
    return titel if titel[1:2] != titel[1:2].lower() else titel[:1].lower() + titel[1:]


def bestandsnaam(titel: str) -> str:
    """Maak van een titel een bestandsnaam zonder vreemde tekens.

    >>> bestandsnaam("Zorg & welzijn in Één regio!"), bestandsnaam("???")
    ('zorg-welzijn-in-een-regio', 'mijn-plan')
    """
    kaal = re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFD", titel)).lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:60].strip("-") or "mijn-plan"


def bedrag(waarde: float) -> str:
    """Schrijf een bedrag; centen alleen als ze er zijn, zodat er staat wat is ingevuld.

    >>> bedrag(1250.5), bedrag(60000)
    ('€ 1.250,50', '€ 60.000')
    """
    centen = math.floor(abs(waarde) * 100 + 0.5)
    if centen % 100 == 0:
        return toon_euro(waarde)
    heel = toon_euro(float(centen // 100)).removeprefix("€ ")
    return f"{'−' if waarde < 0 else ''}€ {heel},{str(centen % 100).rjust(2, '0')}"


def celtekst(waarde: Any, soort: str) -> str:
    """Schrijf een cel van een tabel als tekst; `soort` is "tekst", "getal" of "euro".

    >>> celtekst(7.5, "getal"), celtekst(None, "euro"), celtekst("a", "getal")
    ('7,5', '', 'a')
    """
    if leeg(waarde):
        return ""
    if isinstance(waarde, bool) or not isinstance(waarde, (int, float)):
        return zuiver(waarde)
    if not math.isfinite(waarde):
        return ""
    return bedrag(waarde) if soort == "euro" else schrijf_getal(float(waarde))


def soort_van(kolom: Mapping[str, Any]) -> str:
    """Geef hoe de waarden van een kolom geschreven worden: "tekst", "getal" of "euro"."""
    if kolom.get("soort") not in ("getal", "heel"):
        return "tekst"
    return "euro" if kolom.get("eenheid") == "euro" else "getal"


def kop_van(kolommen: Sequence[Mapping[str, Any]], sleutel: str) -> str:
    """Geef hoe een kolom op het scherm heet."""
    return next((kolom["kop"] for kolom in kolommen if kolom["sleutel"] == sleutel), sleutel)


def cel_van(rij: Mapping[str, Any], kolom: Mapping[str, Any]) -> Any:
    """Geef de waarde van een cel voor een tabel: een getal blijft een getal, leeg wordt None."""
    waarde = rij.get(kolom["sleutel"])
    if leeg(waarde):
        return None
    is_getal = isinstance(waarde, (int, float)) and not isinstance(waarde, bool)
    return float(waarde) if is_getal and math.isfinite(waarde) else zuiver(waarde) or None


def getoond(kolommen: Sequence[Mapping[str, Any]], rijen: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Geef de kolommen waarin iets staat en die op het scherm horen."""
    return [kolom for kolom in kolommen if not kolom.get("verborgen") and any(cel_van(rij, kolom) is not None for rij in rijen)]


def met_voorbeeld(tabel: dict[str, Any], merken: Sequence[bool], t: Mapping[str, Any]) -> dict[str, Any]:
    """Zet achter een tabel een kolom die zegt welke rijen een voorbeeld van de makers zijn; zijn zij dat alle of geen, dan zegt de zin dat al."""
    if all(merken) or not any(merken):
        return tabel
    rijen = [[*rij, t["voorbeeldwoord"] if merk else None] for rij, merk in zip(tabel["rijen"], merken, strict=True)]
    return {**tabel, "koppen": [*tabel["koppen"], t["voorbeeldkop"]], "soorten": [*tabel["soorten"], "tekst"], "rijen": rijen}
