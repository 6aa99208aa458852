"""Schrijf de bladen van een verslag als Excel-bestand: tekst is tekst, een getal is een getal. Tweeling van naar_xlsx.js."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from kennis.verslag.bladen import breedtes

VORMEN = {"euro": "€ #,##0", "centen": "€ #,##0.00", "getal": "General"}


def schrijf(bladen: Sequence[Mapping[str, Any]]) -> bytes:
    """Geef de bladen (uit `bladen.maak_bladen`) als .xlsx."""
    uit = io.BytesIO()
    opties = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(uit, opties) as boek:
        vormen = _vormen(boek)
        for blad in bladen:
            _blad(boek.add_worksheet(blad["naam"]), blad, vormen)
    return uit.getvalue()


def _vormen(boek: Any) -> dict[str, Any]:
    cel = {"text_wrap": True, "valign": "top"}
    vormen = {naam: boek.add_format({**cel, "num_format": vorm}) for naam, vorm in VORMEN.items()}
    return {"tekst": boek.add_format(cel), "kop": boek.add_format({**cel, "bold": True, "bg_color": "#D5E8E7", "bottom": 1}), **vormen}


def _blad(werkblad: Any, blad: Mapping[str, Any], vormen: Mapping[str, Any]) -> None:
    werkblad.freeze_panes(1, 0)
    for nummer, breed in enumerate(breedtes(blad)):
        werkblad.set_column(nummer, nummer, breed)
    for nummer, kop in enumerate(blad["koppen"]):
        werkblad.write_string(0, nummer, kop, vormen["kop"])
    for hoogte, rij in enumerate(blad["rijen"], start=1):
        for nummer, (waarde, soort) in enumerate(zip(rij, blad["soorten"], strict=True)):
            if isinstance(waarde, str) and waarde:
                werkblad.write_string(hoogte, nummer, waarde, vormen["tekst"])
            elif isinstance(waarde, float):
                werkblad.write_number(hoogte, nummer, waarde, vormen[vorm(waarde, soort)])


def vorm(waarde: float, soort: str) -> str:
    """Geef hoe een getal getoond wordt; centen alleen als ze er zijn.

    >>> vorm(12.5, "euro"), vorm(12.0, "euro"), vorm(7.25, "getal")
    ('centen', 'euro', 'getal')
    """
    return "centen" if soort == "euro" and waarde % 1 else "euro" if soort == "euro" else "getal"
