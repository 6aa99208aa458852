"""Een csv-bestand lezen zoals het uit een rekenblad komt, en zo terugschrijven dat Excel het goed opent."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kennis.kolommen import Fout, InvoerFout, leeg, schoon, schrijf_getal

# Een cel die hiermee begint kan een rekenblad als formule uitvoeren.
FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")


def ontcijfer(inhoud: bytes) -> str:
    """Maak tekst van bytes: UTF-8 (met of zonder BOM), en anders Windows-1252, zoals oudere Excels bewaren."""
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


def lees(inhoud: bytes | str, bestand: str) -> tuple[list[str], list[dict[str, str]], list[int]]:
    """Lees csv en geef de koppen, de rijen en hun regelnummers in het bestand.

    Het scheidingsteken (puntkomma, komma of tab) volgt uit de kopregel.

    Fouten: `InvoerFout` bij een leeg bestand, of rijen met te veel cellen.
    """
    tekst = ontcijfer(inhoud) if isinstance(inhoud, bytes) else inhoud.removeprefix("\ufeff")
    if leeg(tekst):
        raise InvoerFout([Fout(bestand, None, None, None, "het bestand is leeg; de eerste regel hoort de kolomnamen te geven")])
    kopregel = tekst.lstrip("\r\n").splitlines()[0]
    teken = max(";,\t", key=kopregel.count)
    lezer = csv.reader(io.StringIO(tekst), delimiter=teken)
    koppen: list[str] = []
    rijen, nummers, fouten = [], [], []
    begin = 1
    for cellen in lezer:
        nummer, begin = begin, lezer.line_num + 1
        if all(leeg(cel) for cel in cellen):
            continue
        if not koppen:
            koppen = [schoon(cel).lower() for cel in cellen]
            while koppen and not koppen[-1]:
                koppen.pop()
            continue
        te_veel = [cel for cel in cellen[len(koppen):] if not leeg(cel)]
        if te_veel:
            verwacht = f"deze rij heeft meer cellen dan de kopregel ({len(koppen)}); staat er een '{teken}' te veel?"
            fouten.append(Fout(bestand, nummer, None, te_veel[0], verwacht))
        rijen.append({kop: _zonder_wacht(cel) for kop, cel in zip(koppen, cellen, strict=False)})
        nummers.append(nummer)
    if fouten:
        raise InvoerFout(fouten)
    return koppen, rijen, nummers


def _zonder_wacht(cel: str) -> str:
    """Haal het aanhalingsteken weg dat `schrijf` voor een formuleteken zet."""
    return cel[1:] if cel[:1] == "'" and cel[1:2] in FORMULETEKENS else cel


def cel(waarde: Any) -> str:
    """Schrijf één cel: decimale komma, en een aanhalingsteken voor wat op een formule lijkt.

    >>> cel(7.5), cel(None), cel("=1+1")
    ('7,5', '', "'=1+1")
    """
    if leeg(waarde):
        return ""
    if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
        return schrijf_getal(waarde)
    tekst = str(waarde)
    return f"'{tekst}" if tekst.startswith(FORMULETEKENS) else tekst


def schrijf(rijen: Iterable[Mapping[str, Any]], koppen: Iterable[str]) -> bytes:
    """Schrijf rijen als csv voor een Nederlandse Excel: UTF-8 met BOM, puntkomma, decimale komma."""
    koppen = list(koppen)
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(koppen)
    schrijver.writerows([[cel(rij.get(kop)) for kop in koppen] for rij in rijen])
    return uit.getvalue().encode("utf-8-sig")


def laad(pad: Path, naam: str | None = None) -> tuple[list[str], list[dict[str, str]], list[int]]:
    """Lees een csv-bestand van schijf; `naam` is hoe het in meldingen heet."""
    return lees(pad.read_bytes(), naam or pad.name)
