"""De prioritering: initiatieven naar bijdrage, risico en kosten, alleen of samen gescoord."""

from __future__ import annotations

import pandas as pd

from kennis.widget.veld import Veld


class Prioritering(Veld):
    """Zet initiatieven op bijdrage aan de doelen en risico; de cirkel toont de kosten.

    dossier: een `Dossier`, een DataFrame met initiatieven, of {"initiatieven": rijen, "criteria": …, "scores": …}.
    maat: "oppervlakte" (zo lezen mensen cirkels) of "diameter" (zo doet de bron het).

    Fouten: `InvoerFout` met alles wat er in de invoer niet klopt.

    Bron: het keuzeprioriteringsmodel in het verdiepingsdocument van Vitaal Thuis, naar Beijen, Broos en Lucas (2007).

    >>> lijst = [{"naam": "Thuismeten", "bijdrage": 8, "risico": 3, "kosten": 20}]
    >>> Prioritering({"initiatieven": lijst}).volgorde().loc[0, "Reden"]
    'Nu doen: bijdrage 8, risico 3.'
    """

    def volgorde(self) -> pd.DataFrame:
        """Geef de volgorde, met de reden en wat haar zou veranderen."""
        rijen = [{**rij, "anders": " ".join(rij["anders"])} for rij in self.uitkomst()["volgorde"]]
        kolommen = {"plaats": "Plaats", "naam": "Naam", "reden": "Reden", "anders": "Wat dit zou veranderen"}
        return pd.DataFrame(rijen, columns=list(kolommen)).rename(columns=kolommen)
