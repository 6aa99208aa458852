"""De governancekiezer: welke vorm van besturen past volgens de theorie bij dit netwerk, en waar niet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from kennis import tabellen
from kennis.dossier import Dossier, als_rijen
from kennis.widget.basis import laad_regels
from kennis.widget.kiezer import Kiezer, kaal


class Governancekiezer(Kiezer):
    """Leg drie vormen van netwerkbestuur naast wat er bij jullie speelt.

    dossier: een `Dossier`, een DataFrame met de sectie governance, of {"governance": rijen}. Leeg mag.
    Heeft het dossier stakeholders, dan staan die in de tekening.

    Fouten: `InvoerFout` met alles wat er in de invoer niet klopt.

    Bron: de factoren zijn van Provan en Kenis (2008), de aanvulling is van het RIVM (2024).
    De theorie werkt met woorden; de punten zijn van ons.

    >>> kiezer = Governancekiezer.voorbeeld("start")
    >>> kiezer.advies().loc[0, "Vorm"]
    'Zelfsturend netwerk'
    """

    naam = "governancekiezer"

    @classmethod
    def uit_tabellen(cls) -> dict[str, Any]:
        """Haal de vormen uit de kennistabellen, met per factor wat past."""
        # Wat per vorm past en waarom, zit in de opties; het hoeft niet nog eens op de pagina.
        return {"opties": _opties(), "past": {}, "toelichting": {}}

    def _lees(self, dossier: Dossier | Mapping[str, Any] | None, keuzes: dict[str, Any]) -> dict[str, Any]:
        gelezen = super()._lees(dossier, keuzes)
        stakeholders = dossier["stakeholders"]["naam"].tolist() if isinstance(dossier, Dossier) else []
        rijen = gelezen["secties"]["governance"]
        if stakeholders and not any(rij["vraag"] == "organisaties" for rij in rijen):
            rijen.append({"vraag": "organisaties", "antwoord": "; ".join(stakeholders), "notitie": None})
        return gelezen

    def regel_nu(self) -> pd.DataFrame:
        """Geef wat je bij de gekozen vorm nu regelt, en wanneer je opnieuw kijkt."""
        soort = {"nu": "nu", "herzien": "later opnieuw"}
        rijen = [{"Wanneer": soort[a["soort"]], "Wat": a["tekst"]} for a in self.uitkomst()["acties"]]
        return pd.DataFrame(rijen, columns=["Wanneer", "Wat"])


@cache
def _opties() -> list[dict[str, Any]]:
    regels = laad_regels("governancekiezer")
    theorie = {(rij["vorm"], rij["factor"]): rij for rij in als_rijen(tabellen.laad("provan_kenis"))}
    return [_optie(rij, regels, theorie) for rij in als_rijen(tabellen.laad("rivm_governance"))]


def _optie(rij: dict[str, Any], regels: dict[str, Any], theorie: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    vorm = rij["vorm"]
    cellen = {vraag: {"o": past, **_uitleg(regels, vorm, vraag, theorie.get((vorm, vraag)))} for vraag, past in regels["past"][vorm].items()}
    tekst = {sleutel: kaal(rij[sleutel]) for sleutel in ("coordinatie", "wanneer", "voorwaarden", "voordelen", "nadelen")}
    return {"sleutel": vorm, "titel": rij["naam"][0].upper() + rij["naam"][1:], "cellen": cellen, **tekst}


def _uitleg(regels: dict[str, Any], vorm: str, vraag: str, theorie: dict[str, Any] | None) -> dict[str, Any]:
    """Geef toelichting en grond van een cel; een waarde die niet is teruggevonden, krijgt een merk."""
    if theorie is None:
        grond, zin = regels["toelichting"][vorm][vraag]
        return {"t": zin, "g": grond}
    if theorie["geverifieerd"] == "ja":
        return {"t": f"Provan en Kenis verwachten: {theorie['waarde']}. {kaal(theorie['toelichting'])}", "g": "bron"}
    return {"t": f"Zo kennen wij de tabel: {theorie['waarde']}. {kaal(theorie['toelichting'])}", "g": "niet nagezien", "n": True}
