"""De stakeholdermatrix: macht en belang van elke partij, het advies, en wie wint en wie betaalt."""

from __future__ import annotations

import pandas as pd

from kennis.widget.veld import Veld


class Stakeholdermatrix(Veld):
    """Zet partijen op macht en belang.

    dossier: een `Dossier`, een DataFrame of lijst van stakeholders, of {"stakeholders": rijen}. Leeg mag.
    Macht en belang lopen van 0 tot en met 10; precies 5 telt als groot.

    Fouten: `InvoerFout` met alles wat er in de invoer niet klopt.

    Bron: het raster is van Mendelow (1981); de namen van de groepen lopen samen met Bryson (2004).
    Het verdiepingsdocument van Vitaal Thuis vraagt per partij inbreng en opbrengst.

    >>> matrix = Stakeholdermatrix({"stakeholders": [{"naam": "Menzis", "soort": "zorgverzekeraar", "macht": 9, "belang": 7}]})
    >>> matrix.advies().loc[0, "Vak"]
    'Sleutelspelers'
    """

    def saldo(self) -> pd.DataFrame:
        """Geef per partij het oordeel, de opbrengst min de inbreng, en wat daarvan echt te innen is (euro per jaar)."""
        kolommen = {"naam": "Naam", "oordeel": "Per saldo", "netto": "Opbrengst min inbreng", "kas": "Echt te innen min inbreng"}
        return pd.DataFrame(self.uitkomst()["saldo"]["partijen"], columns=list(kolommen)).rename(columns=kolommen)
