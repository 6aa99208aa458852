"""De governancekiezer: welke vorm van besturen past volgens de theorie bij dit netwerk, en waar niet."""

from __future__ import annotations

import pandas as pd

from kennis.widget.kiezer import Kiezer


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

    def regel_nu(self) -> pd.DataFrame:
        """Geef wat je bij de gekozen vorm nu regelt, en wanneer je opnieuw kijkt."""
        soort = {"nu": "nu", "herzien": "later opnieuw"}
        rijen = [{"Wanneer": soort[a["soort"]], "Wat": a["tekst"]} for a in self.uitkomst()["acties"]]
        return pd.DataFrame(rijen, columns=["Wanneer", "Wat"])
