"""Van een dossier naar een bestand: Word, Excel of html, met de plaatjes van de gereedschappen erin."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure

from kennis import figuren
from kennis.dossier import Dossier, sectie, sectienamen
from kennis.verslag import bladen, model, naar_docx, naar_html, naar_xlsx

SOORTEN = ("docx", "xlsx", "html")
PUNTEN = 170  # per inch; scherp genoeg voor papier


@dataclass(frozen=True)
class Opgesteld:
    """Een verslag met wat nodig is om het te schrijven.

    dossier: waar het van gemaakt is. klassen: per gereedschap de klasse die zijn plaatje tekent. verslag: uit `model.maak`.
    """

    dossier: Dossier
    klassen: Mapping[str, Any]
    verslag: Mapping[str, Any]

    def figuren(self) -> dict[str, Figure]:
        """Teken van elk gereedschap in het verslag het plaatje."""
        delen = [deel for deel in self.verslag["delen"] if deel["soort"] == "figuur"]
        return {deel["gereedschap"]: self.klassen[deel["gereedschap"]](self.dossier, **deel["keuzes"]).figuur() for deel in delen}

    def schrijf(self, soort: str) -> bytes:
        """Geef het verslag als bestand.

        soort: "docx", "xlsx" of "html".

        Fouten: `ValueError` bij een andere soort.
        """
        if soort not in SOORTEN:
            raise ValueError(f"'{soort}' kan niet; kies uit {', '.join(SOORTEN)}.")
        if soort == "xlsx":
            return naar_xlsx.schrijf(bladen.maak_bladen(_kaal(self.dossier), self.verslag, beschrijvingen()))
        if soort == "docx":
            return naar_docx.schrijf(self.verslag, {naam: _png(figuur) for naam, figuur in self.figuren().items()})
        return naar_html.bestand(self.verslag, {naam: figuren.svg(figuur) for naam, figuur in self.figuren().items()}).encode("utf-8")


def stel_op(dossier: Dossier, klassen: Iterable[Any], volgorde: str = "wanneer") -> Opgesteld:
    """Stel het verslag van een dossier op.

    klassen: de gereedschappen die meedoen. volgorde: van de acties, "wanneer", "wie" of "ingevoerd".

    >>> stel_op(Dossier(titel="Zorg dichtbij"), []).verslag["titel"]
    'Zorg dichtbij'
    """
    alle = {klasse.naam: klasse for klasse in klassen}
    kolommen = {naam: beschrijving["kolommen"] for naam, beschrijving in beschrijvingen().items()}
    regels = [klasse.regels() for klasse in alle.values()]
    return Opgesteld(dossier, alle, model.maak(_kaal(dossier), regels, kolommen, volgorde))


def beschrijvingen() -> dict[str, dict[str, Any]]:
    """Geef per sectie haar titel en kolommen."""
    return {naam: {"titel": sectie(naam).titel, "kolommen": sectie(naam).gegevens["kolommen"]} for naam in sectienamen()}


def _kaal(dossier: Dossier) -> dict[str, Any]:
    """Geef het dossier zoals het in een bestand staat."""
    return json.loads(dossier.als_json())


def _png(figuur: Figure) -> bytes:
    uit = io.BytesIO()
    figuur.savefig(uit, format="png", dpi=PUNTEN, facecolor="white")
    return uit.getvalue()
