"""Een dossier als werkmap van Excel (xlsx): een blad met de velden, en een blad per sectie met de koppen van het scherm.

Een getal heeft in een werkmap zestien cijfers; Excel zelf rekent met vijftien.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kennis.dossier import versies
from kennis.dossier.secties import BRONNEN, VELDEN, sectie
from kennis.kolommen import Fout, Kolommen

VOORBLAD, BRONBLAD, RESTBLAD = "Dossier", "Bronnen", "Niet wijzigen"
REST = ("keuzes", "gewijzigd", "apart")
_CEL = 16_000  # Excel kent hoogstens 32.767 tekens in een cel; een bijzonder teken telt daar soms dubbel
_BLAD = 31  # tekens in de naam van een blad
_VERBODEN = re.compile(r"[\\*?:/\[\]]")  # mag daar van Excel niet in
_BREEDST = 60
_RIJEN, _KOLOMMEN, _UITGEPAKT = 50_000, 200, 200_000_000  # meer is geen dossier, en loopt vast

TE_GROOT = "hierin staat meer dan in een dossier past"
GEEN_XLSX = "dit is geen werkmap van Excel (xlsx), of zij is niet heel"


def schrijf_xlsx(gegevens: Mapping[str, Any]) -> bytes:
    """Schrijf een gekeurd dossier (velden, secties, keuzes, gewijzigd, apart) als xlsx."""
    boek = openpyxl.Workbook()
    velden = {naam: waarde for naam, waarde in gegevens["velden"].items() if naam != "bronnen"}
    _vul(boek.active, VOORBLAD, ["Veld", "Waarde"], [[VELDEN[naam].kop, waarde] for naam, waarde in velden.items()])
    for naam, rijen in gegevens["secties"].items():
        _vul_sectie(boek.create_sheet(), sectie(naam).titel[:_BLAD], sectie(naam).kolommen, rijen)
    if gegevens["velden"].get("bronnen"):
        _vul_sectie(boek.create_sheet(), BRONBLAD, BRONNEN, gegevens["velden"]["bronnen"])
    rest = {naam: gegevens[naam] for naam in REST if gegevens[naam]}
    if rest:
        blad = boek.create_sheet()
        _vul(blad, RESTBLAD, ["kennisdossier", versies.VERSIE], [[naam, *_stukken(waarde)] for naam, waarde in rest.items()])
        blad.sheet_state = "hidden"
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def lees_xlsx(inhoud: bytes, bestand: str) -> tuple[dict[str, list[list[Any]]], list[Fout]]:
    """Geef de bladen van een werkmap als cellen, op naam van het blad; formules geven de waarde die Excel bewaarde."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            if sum(deel.file_size for deel in zip_.infolist()) > _UITGEPAKT:
                return {}, [Fout(bestand, None, None, None, TE_GROOT)]
        boek = openpyxl.load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True)
        bladen = {blad.title: [list(rij) for rij in blad.iter_rows(max_row=_RIJEN, max_col=_KOLOMMEN, values_only=True)] for blad in boek.worksheets}
        vol = [naam for naam, rijen in bladen.items() if len(rijen) == _RIJEN and any(cel is not None for cel in rijen[-1])]
        return bladen, [Fout(f"{bestand}, {naam}", None, None, None, TE_GROOT) for naam in vol]
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, SyntaxError, MemoryError, OverflowError):
        return {}, [Fout(bestand, None, None, None, GEEN_XLSX)]


def lees_rest(cellen: Iterable[list[Any]]) -> dict[str, Any]:
    """Lees het blad dat niet voor mensen is: keuzes, wijzigingstijden en wat apart staat; wat niet te lezen is, valt weg."""
    uit = {}
    for rij in cellen:
        if rij and rij[0] in REST:
            gegevens, fouten = versies.lees_json("".join(str(deel) for deel in rij[1:] if deel is not None), RESTBLAD)
            uit |= {rij[0]: gegevens if not fouten else rij[1:]}
    return uit


def _stukken(waarde: Any) -> list[str]:
    tekst = json.dumps(waarde, ensure_ascii=True, separators=(",", ":"))
    return [tekst[i : i + _CEL] for i in range(0, len(tekst), _CEL)]


def _vul_sectie(blad: Worksheet, titel: str, kolommen: Kolommen, rijen: list[dict[str, Any]]) -> None:
    zichtbaar = [k for k in kolommen.lijst if not k.verborgen or any(rij.get(k.sleutel) is not None for rij in rijen)]
    _vul(blad, titel, [k.kop for k in zichtbaar], [[rij.get(k.sleutel) for k in zichtbaar] for rij in rijen])


def _vul(blad: Worksheet, titel: str, koppen: list[Any], rijen: list[list[Any]]) -> None:
    """Zet koppen en rijen op een blad: koppen vet en vast, lange tekst over meer regels."""
    blad.title = _VERBODEN.sub("", titel)
    breedte = dict.fromkeys(range(len(koppen)), 10)
    for nummer, rij in enumerate([koppen, *rijen], start=1):
        for plek, waarde in enumerate(rij):
            _zet(blad, nummer, plek + 1, waarde)
            breedte[plek] = max(breedte.get(plek, 10), min(_BREEDST, len(str(waarde or "")) + 2))
    for plek in range(len(koppen)):
        blad.cell(1, plek + 1).font = Font(bold=True)
    for plek, maat in breedte.items():
        blad.column_dimensions[get_column_letter(plek + 1)].width = maat
    blad.freeze_panes = "A2"


def _zet(blad: Worksheet, rij: int, kolom: int, waarde: Any) -> None:
    if waarde is None:
        return
    cel = blad.cell(rij, kolom, waarde)
    if isinstance(waarde, str):
        # Tekst die met = begint is hier geen formule, ook niet nadat iemand de cel in Excel opent.
        cel.data_type = "s"
        cel.quotePrefix = waarde[:1] in "=+-@"
        cel.alignment = Alignment(wrap_text=True, vertical="top")
