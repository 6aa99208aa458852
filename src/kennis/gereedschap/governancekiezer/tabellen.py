"""Wat de governancekiezer uit de kennistabellen haalt: de drie vormen, met per factor wat past.

Wat per vorm en antwoord past, staat in past.json; de woorden van Provan en Kenis staan in hun tabel.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kennis import tabellen
from kennis.dossier import als_rijen
from kennis.regels.zinnen import kaal


def opties(regels: dict[str, Any]) -> list[dict[str, Any]]:
    """Geef de drie vormen."""
    past = json.loads(Path(__file__).with_name("past.json").read_text(encoding="utf-8"))
    theorie = {(rij["vorm"], rij["factor"]): rij for rij in als_rijen(tabellen.laad("provan_kenis"))}
    return [_optie(rij, past, theorie) for rij in als_rijen(tabellen.laad("rivm_governance"))]


def _optie(rij: dict[str, Any], past: dict[str, Any], theorie: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    vorm = rij["vorm"]
    eigen = past["toelichting"][vorm]
    cellen = {vraag: {"o": oordeel, **_uitleg(eigen.get(vraag), theorie.get((vorm, vraag)))} for vraag, oordeel in past["past"][vorm].items()}
    tekst = {sleutel: kaal(rij[sleutel]) for sleutel in ("coordinatie", "wanneer", "voorwaarden", "voordelen", "nadelen")}
    return {"sleutel": vorm, "titel": rij["naam"][0].upper() + rij["naam"][1:], "cellen": cellen, **tekst}


def _uitleg(eigen: list[str] | None, theorie: dict[str, Any] | None) -> dict[str, Any]:
    """Geef toelichting en grond van een cel. Hoe zeker een waarde is, staat op de bladzijde over de vormen en niet bij elke uitkomst."""
    if theorie is None:
        grond, zin = eigen or ("", "")
        return {"t": zin, "g": grond}
    return {"t": f"Provan en Kenis verwachten: {theorie['waarde']}.", "g": "stelling"}
