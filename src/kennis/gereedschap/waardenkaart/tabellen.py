"""Wat de waardenkaart uit de kennistabellen haalt: de achttien waarden."""

from __future__ import annotations

from typing import Any

from kennis import tabellen
from kennis.dossier import als_rijen


def stellingen(regels: dict[str, Any]) -> list[dict[str, Any]]:
    """Geef de waarden, op volgorde van de bron; wat zij betekenen staat erbij."""
    rijen = als_rijen(tabellen.laad("vilans_waarden"))
    return [{"sleutel": rij["sleutel"], "deel": "waarden", "groep": "waarden", "tekst": rij["waarde"], "uitleg": rij["omschrijving"]} for rij in rijen]
