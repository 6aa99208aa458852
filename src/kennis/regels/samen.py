"""Zinnen en tabellen bij een scan met `rang` of `moment`: wie wat met wie deelt, en metingen naast elkaar. Tweeling van samen.js."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kennis.regels.basis import toon, vul
from kennis.regels.zinnen import hoofdletter

Rij = Mapping[str, Any]


def paren(uit: Rij, regels: Rij) -> list[str]:
    """Zeg per twee personen wat zij delen."""
    teksten, top = regels["teksten"], str(regels["schaal"]["top"])
    zinnen = []
    for paar in uit.get("paren", []):
        samen = vul(teksten["paar_samen"], {"samen": ", ".join(paar["samen"])}) if paar["samen"] else ""
        zinnen.append(vul(teksten["paar"], {"een": paar["een"], "ander": paar["ander"], "n": str(paar["gedeeld"]), "top": top}) + samen)
    return zinnen


def metingen(uit: Rij, deel: Rij, regels: Rij) -> dict[str, Any] | None:
    """Geef de tabel van één deel, een kolom per meting: {koppen, rijen}; None als er nog niets te vergelijken is."""
    reeks = uit.get("metingen", [])
    if len(reeks) < 2:
        return None
    kolommen = [next(d for d in meting["delen"] if d["sleutel"] == deel["sleutel"]) for meting in reeks]
    rijen = [[groep["tekst"], *(toon(kolom["groepen"][i]["gemiddelde"]) for kolom in kolommen)] for i, groep in enumerate(deel["groepen"])]
    wie = [regels["teksten"]["metingen_wie"], *(str(len(kolom["wie"])) for kolom in kolommen)]
    return {"koppen": [hoofdletter(regels["groep"]), *(meting["titel"] for meting in reeks)], "rijen": [*rijen, wie]}
