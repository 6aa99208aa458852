"""Een csv-bestand lezen zoals het uit een rekenblad komt, en zo terugschrijven dat Excel het goed opent."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kennis.kolommen import Fout, InvoerFout, Kolommen, leeg, schoon, schrijf_precies

# Een cel die hiermee begint kan een rekenblad als formule uitvoeren. `schrijf` zet er een ' voor en `lees`
# haalt die weer weg; ook wat al met '= begint krijgt er één bij, zodat lezen en schrijven elkaars omgekeerde zijn.
FORMULE = re.compile(r"'*[=+\-@\t\r]")
MET_WACHT = re.compile(r"'+[=+\-@\t\r]")


@dataclass
class Cellen:
    """Wat er in een tabel staat: rijen van cellen zonder de lege, hun regelnummers, en wat er mis is aan de vorm."""

    rijen: list[list[str]] = field(default_factory=list)
    nummers: list[int] = field(default_factory=list)
    teken: str = ";"
    fouten: list[Fout] = field(default_factory=list)


@dataclass
class Inhoud:
    """Wat er in een csv-bestand staat: koppen, rijen (sleutel → tekst), regelnummers, en wat er mis is aan de vorm."""

    koppen: list[str] = field(default_factory=list)
    rijen: list[dict[str, str]] = field(default_factory=list)
    nummers: list[int] = field(default_factory=list)
    koprij: int = 1
    fouten: list[Fout] = field(default_factory=list)


def ontcijfer(inhoud: bytes) -> str:
    """Maak tekst van bytes: UTF-8 of UTF-16 (met of zonder BOM), en anders Windows-1252, zoals oudere Excels bewaren."""
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return inhoud.decode("utf-16", errors="replace")
    # Gewone tekst in UTF-16 heeft om en om een nul.
    begin = inhoud[:400]
    for plek, codering in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(begin) > 3 and begin[plek::2].count(0) > len(begin) * 0.3:
            return inhoud.decode(codering, errors="replace")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


def lees_cellen(inhoud: bytes | str, bestand: str, tekens: str = ";,\t") -> Cellen:
    """Haal de cellen uit csv, met hun echte regelnummers. Wat aan de vorm niet klopt staat in `fouten`.

    tekens: waaruit het scheidingsteken wordt gekozen; het vaakst in de eerste gevulde regel wint.
    """
    if isinstance(inhoud, bytes) and inhoud.startswith(b"PK\x03\x04"):
        return Cellen(fouten=[Fout(bestand, None, None, None, "dit is een rekenblad; bewaar het als xlsx, of als csv (gescheiden door puntkomma's)")])
    tekst = ontcijfer(inhoud) if isinstance(inhoud, bytes) else inhoud.removeprefix("\ufeff")
    kopregel = next((regel for regel in re.split(r"\r\n|\r|\n", tekst) if not leeg(regel)), "")
    uit = Cellen(teken=max(tekens, key=kopregel.count))
    # newline="": dan telt elk soort regeleinde, en blijft het binnen aanhalingstekens staan.
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=uit.teken)
    nummer, volgende = 1, 1
    try:
        for cellen in lezer:
            nummer, volgende = volgende, lezer.line_num + 1
            if not all(leeg(cel) for cel in cellen):
                uit.rijen.append(cellen)
                uit.nummers.append(nummer)
    except csv.Error:
        uit.fouten.append(Fout(bestand, volgende, None, None, "vanaf hier is een cel onleesbaar lang; staat er een aanhalingsteken te veel?"))
    if uit.rijen and not uit.fouten and _open_einde(tekst, nummer, uit.teken):
        uit.fouten.append(Fout(bestand, nummer, None, None, "een aanhalingsteken in deze rij wordt nergens gesloten"))
    return uit


def ontleed(inhoud: bytes | str, bestand: str) -> Inhoud:
    """Haal koppen en rijen uit csv, met hun echte regelnummers. Wat niet klopt staat in `fouten`.

    Het scheidingsteken (puntkomma, komma of tab) volgt uit de kopregel.
    """
    cellen = lees_cellen(inhoud, bestand)
    if not cellen.rijen:
        geen = [Fout(bestand, None, None, None, "het bestand is leeg; de eerste regel hoort de kolomnamen te geven")]
        return Inhoud(fouten=cellen.fouten or geen)
    koppen = [schoon(cel).lower() for cel in cellen.rijen[0]]
    while not koppen[-1]:
        koppen.pop()
    uit = Inhoud(koppen, nummers=cellen.nummers[1:], koprij=cellen.nummers[0])
    for nummer, rij in zip(uit.nummers, cellen.rijen[1:], strict=True):
        uit.fouten += te_veel(rij, len(koppen), cellen.teken, bestand, nummer)
        rij = rij + [""] * (len(koppen) - len(rij))
        uit.rijen.append({kop: zonder_wacht(cel) for kop, cel in zip(koppen, rij, strict=False)})
    uit.fouten += cellen.fouten
    return uit


def te_veel(rij: list[str], aantal: int, teken: str, bestand: str, nummer: int) -> list[Fout]:
    """Meld een rij met meer gevulde cellen dan er koppen zijn."""
    extra = [cel for cel in rij[aantal:] if not leeg(cel)]
    verwacht = f"deze rij heeft meer cellen dan de kopregel ({aantal}); staat er een '{teken}' te veel?"
    return [Fout(bestand, nummer, None, extra[0], verwacht)] if extra else []


def _open_einde(tekst: str, nummer: int, teken: str) -> bool:
    """Zeg of de laatste rij, die op regel `nummer` begint, met een open aanhalingsteken eindigt.

    Dan hoort een regel die erachter komt nog bij dezelfde rij.
    """
    regels = io.StringIO(tekst, newline="").readlines()[nummer - 1 :]
    zonder, met = (sum(1 for _ in csv.reader(deel, delimiter=teken)) for deel in (regels, [*regels, "x"]))
    return zonder == met


def lees(inhoud: bytes | str, bestand: str) -> tuple[list[str], list[dict[str, str]], list[int]]:
    """Lees csv en geef de koppen, de rijen en hun regelnummers in het bestand.

    Fouten: `InvoerFout` bij een leeg bestand, of bij rijen die niet te lezen zijn.
    """
    gelezen = ontleed(inhoud, bestand)
    if gelezen.fouten:
        raise InvoerFout(gelezen.fouten)
    return gelezen.koppen, gelezen.rijen, gelezen.nummers


def keur(gelezen: Inhoud, kolommen: Kolommen, bestand: str) -> tuple[list[dict[str, Any]], list[Fout]]:
    """Controleer wat gelezen is tegen de kolommen; geef de nette rijen en alle fouten tegelijk."""
    if not gelezen.koppen:
        return [], gelezen.fouten
    fouten = kolommen.controleer_koppen(gelezen.koppen, bestand, gelezen.koprij)
    # Wat over een hele kolom al gezegd is, staat niet bij elke rij nog eens.
    gemeld = {fout.kolom for fout in fouten} | {sleutel for sleutel in kolommen.sleutels if sleutel not in gelezen.koppen}
    rijen = [{k: w for k, w in rij.items() if k in kolommen.sleutels} for rij in gelezen.rijen]
    goed, meer = kolommen.controleer_rijen(rijen, bestand, gelezen.nummers)
    return goed, [*fouten, *gelezen.fouten, *(fout for fout in meer if fout.kolom not in gemeld)]


def zonder_wacht(cel: str) -> str:
    """Haal het aanhalingsteken weg dat `schrijf` voor een formuleteken zet."""
    return cel[1:] if MET_WACHT.match(cel) else cel


def cel(waarde: Any) -> str:
    """Schrijf één cel: decimale komma, en een aanhalingsteken voor wat op een formule lijkt.

    >>> cel(7.5), cel(None), cel("=1+1")
    ('7,5', '', "'=1+1")
    """
    if leeg(waarde):
        return ""
    if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
        return schrijf_precies(waarde)
    tekst = str(waarde)
    return f"'{tekst}" if FORMULE.match(tekst) else tekst


def schrijf(rijen: Iterable[Mapping[str, Any]], koppen: Iterable[str]) -> bytes:
    """Schrijf rijen als csv voor een Nederlandse Excel: UTF-8 met BOM, puntkomma, decimale komma."""
    koppen = list(koppen)
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(koppen)
    schrijver.writerows([[cel(rij.get(kop)) for kop in koppen] for rij in rijen])
    return uit.getvalue().encode("utf-8-sig", errors="replace")


def laad(pad: Path, naam: str | None = None) -> tuple[list[str], list[dict[str, str]], list[int]]:
    """Lees een csv-bestand van schijf; `naam` is hoe het in meldingen heet."""
    return lees(pad.read_bytes(), naam or pad.name)
