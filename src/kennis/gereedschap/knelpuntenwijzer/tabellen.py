"""Wat de knelpuntenwijzer uit de kennistabellen haalt: de knelpunten."""

from __future__ import annotations

from typing import Any

from kennis import tabellen
from kennis.dossier import als_rijen
from kennis.regels.zinnen import hoofdletter, kaal

# Wat niet aan één wet gebonden is, hoort bij elke wet die de lezer kiest.
WETTEN = ["zvw", "wlz", "wmo"]


def opties(regels: dict[str, Any]) -> list[dict[str, Any]]:
    """Geef de knelpunten, met waar zij spelen, wie aan zet is en wat je meeneemt."""
    return [_optie(rij) for rij in als_rijen(tabellen.laad("nivel_knelpunten"))]


def _optie(rij: dict[str, Any]) -> dict[str, Any]:
    wet, wie = rij["wet"].split(", "), rij["wie"].split(", ")
    blijvend = {"ja": "Ja.", "deels": "Voor een deel.", "nee": "Nee, nog niet."}[rij["structureel"]]
    genoemd = ", ".join(w.capitalize() for w in wet if w != "geen")
    los = "niet aan één wet gebonden" if "geen" in wet else ""
    return {
        "sleutel": rij["sleutel"],
        "titel": rij["kort"],
        **({"eerder": [rij["eerder"]]} if rij["eerder"] else {}),
        "cellen": {"wet": {"o": [*wet, *WETTEN] if "geen" in wet else wet}, "wie": {"o": wie}, "structureel": {"o": [rij["structureel"]]}},
        "wie": wie,
        "uitleg": kaal(rij["knelpunt"]),
        "speelt_bij": kaal(rij["speelt_bij"]),
        "gevonden": kaal(rij["gevonden"]),
        "voorgesteld": kaal(rij["voorgesteld"]),
        "blijvend": blijvend,
        "project": kaal(rij["project"]),
        "raakt": hoofdletter("; ".join(deel for deel in (genoemd, los) if deel)),
        "aan_zet": ", ".join(wie),
        "stap": kaal(rij["eerste_stap"]),
        "neem_mee": kaal(rij["neem_mee"]),
        "als_nee": kaal(rij["als_nee"]),
        "bron": f"Nivel (2024), {kaal(rij['vindplaats'])}",
        "pagina": {"naar": rij["pagina"], "titel": kaal(rij["lees"])},
    }
