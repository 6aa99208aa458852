"""De knelpuntenwijzer: wat knelt, wat al werkt, wie aan zet is en wat de eerste stap is."""

from __future__ import annotations

import pandas as pd

from kennis.widget.kiezer import Kiezer


class Knelpuntenwijzer(Kiezer):
    """Zoek een uitweg bij een knelpunt in de bekostiging, en maak een lijst van wie wat doet.

    dossier: een `Dossier`, een DataFrame met de sectie knelpunten_keuze, of {"knelpunten_keuze": rijen}.
    Leeg mag. Met `wet`, `wie` en `structureel` filter je (bijvoorbeeld `wet=["wmo", "wlz"]`);
    wat niet aan één wet gebonden is, staat er altijd bij.

    Fouten: `InvoerFout` met alles wat er in de invoer niet klopt.

    Bron: hoofdstuk 3 en 5 van Nivel (2024), in de kennistabel nivel_knelpunten.

    >>> Knelpuntenwijzer(wet=["wmo"], wie=["gemeente"]).zoek()["Knelpunt"].tolist()[0]
    'Vaak problemen bij de overstap naar de Wlz'
    """

    def zoek(self) -> pd.DataFrame:
        """Geef de knelpunten die bij de filters passen."""
        opties = {o["sleutel"]: o for o in self.regels()["opties"]}
        blijft = [opties[o["sleutel"]] for o in self.uitkomst()["opties"] if not o["valt_af"]]
        kolommen = {"titel": "Knelpunt", "gevonden": "Wat er gedaan is", "aan_zet": "Wie aan zet is", "stap": "Eerste stap"}
        return pd.DataFrame(blijft, columns=list(kolommen)).rename(columns=kolommen)

    def advies(self) -> pd.DataFrame:
        """Geef de lijst van de lezer: per knelpunt de stap, wie en wanneer, en wat wij erbij weten."""
        regels, lijst = self.regels(), self.uitkomst()["lijst"]
        opties = {o["sleutel"]: o for o in regels["opties"]}
        tabel = self.tabel.rename(columns={"knelpunt": "Knelpunt", "stap": "Eerste stap", "wie": "Wie", "wanneer": "Wanneer", "notitie": "Notitie"})
        for veld in regels["velden"]:
            if veld.get("lijst"):
                tabel[veld["titel"]] = [opties.get(ding["sleutel"], {}).get(veld["sleutel"], "") for ding in lijst]
        return tabel

    def overzicht(self) -> pd.DataFrame:
        """Geef de lijst, of zolang die leeg is wat er te kiezen valt."""
        return self.zoek() if self.tabel.empty else self.advies()

    def alt(self) -> str:
        """Zeg hoeveel er op de lijst staat en wie er het vaakst aan zet is."""
        partijen = [f"{p['naam']} {len(p['bij'])}" for p in self.uitkomst()["partijen"] if p["bij"]]
        return f"Wie aan zet is bij {len(self.tabel)} knelpunten: {', '.join(partijen) or 'nog niemand'}."

    def notities(self) -> list[str]:
        """Zeg waar de knelpunten vandaan komen en waar de wijzer voor dient."""
        regels = self.regels()
        return [*(regels["teksten"][naam] for naam in ("vast", "punten")), *regels["tips"], regels["teksten"]["voorbehoud"]]
