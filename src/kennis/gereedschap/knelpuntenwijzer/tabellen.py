"""Wat de knelpuntenwijzer uit de kennistabellen haalt: de knelpunten."""

from __future__ import annotations

from typing import Any

from kennis import tabellen
from kennis.dossier import als_rijen
from kennis.regels.zinnen import kaal


def opties(regels: dict[str, Any]) -> list[dict[str, Any]]:
    """Geef de knelpunten, met waar zij spelen en wie aan zet is."""
    return [_optie(rij) for rij in als_rijen(tabellen.laad("nivel_knelpunten"))]


def _optie(rij: dict[str, Any]) -> dict[str, Any]:
    wet, wie = rij["wet"].split(", "), rij["wie"].split(", ")
    blijvend = {"ja": "Ja.", "deels": "Voor een deel.", "nee": "Nee, nog niet."}[rij["structureel"]]
    wetten = [w.capitalize() for w in wet if w != "geen"]
    return {
        "sleutel": rij["sleutel"],
        "titel": rij["kort"],
        "cellen": {"wet": {"o": wet}, "wie": {"o": wie}, "structureel": {"o": [rij["structureel"]]}},
        "wie": wie,
        "uitleg": kaal(rij["knelpunt"]),
        "speelt_bij": kaal(rij["speelt_bij"]),
        "gevonden": kaal(rij["gevonden"]),
        "voorgesteld": kaal(rij["voorgesteld"]),
        "blijvend": blijvend,
        "project": kaal(rij["project"]),
        "raakt": ", ".join(wetten) or "Geen van de drie zorgwetten.",
        "aan_zet": ", ".join(wie),
        "stap": rij["eerste_stap"],
        "pagina": {"naar": rij["pagina"], "titel": kaal(rij["lees"])},
    }
