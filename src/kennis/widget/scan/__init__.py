"""De scan: stellingen die mensen samen scoren. De soort van de fasewijzer."""

from __future__ import annotations

import os
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from kennis.dossier import Dossier, als_rijen
from kennis.figuren.scan import dingen_van, omschrijving, teken_scan
from kennis.regels import samen, scan
from kennis.regels.basis import toon, voeg_samen, vul
from kennis.regels.zinnen import hoofdletter
from kennis.widget import opzet
from kennis.widget.basis import Gereedschap


class Scan(Gereedschap):
    """Een gereedschap met stellingen: scores per persoon, spreiding, en wat aandacht vraagt."""

    _esm = opzet.module("scan")
    _css = opzet.stijl("scan")

    def uitkomst(self) -> dict[str, Any]:
        """Geef personen, per deel de stellingen, groepen en aandacht, en wat past, als gewone data."""
        return scan.uitkomst(self.stand["secties"], self.regels(), self.stand["keuzes"])

    def deel(self) -> dict[str, Any]:
        """Geef de uitkomst van het deel dat nu gekozen is (de keuze `deel`); anders het eerste."""
        delen = self.uitkomst()["delen"]
        return next((deel for deel in delen if deel["sleutel"] == self.stand["keuzes"].get("deel")), delen[0])

    def voeg_toe(self, ander: Dossier | pd.DataFrame | str | os.PathLike[str]) -> dict[str, int]:
        """Voeg de scores van een ander toe en geef hoeveel rijen er bij kwamen en vervangen zijn.

        ander: een `Dossier`, een DataFrame, of een bestand (.json of .csv) dat iemand bewaarde. Scoort dezelfde
        persoon dezelfde stelling, dan telt de nieuwe score. Een verzonnen voorbeeld verdwijnt.

        Fouten: `InvoerFout` met alles wat er in de invoer niet klopt; er verandert dan niets.
        """
        regel = self.regels()["voegSamen"]
        if isinstance(ander, (str, os.PathLike)):
            ander = Dossier.laad(ander)
        nieuw = ander[regel["sectie"]] if isinstance(ander, Dossier) else Dossier({regel["sectie"]: ander})[regel["sectie"]]
        samen = voeg_samen(self.stand["secties"][regel["sectie"]], als_rijen(nieuw), regel["sleutel"])
        self.stand = {**self.stand, "secties": {**self.stand["secties"], regel["sectie"]: samen["rijen"]}}
        return {"erbij": samen["erbij"], "vervangen": samen["vervangen"]}

    def aandacht(self) -> pd.DataFrame:
        """Geef wat in het gekozen deel aandacht vraagt, op volgorde, met de reden."""
        teksten = self.regels()["teksten"]
        kolommen = {"tekst": teksten["kop_stelling"], "signaal": teksten["kop_signaal_naam"], "reden": teksten["kop_reden"]}
        return pd.DataFrame(self.deel()["aandacht"], columns=list(kolommen)).rename(columns=kolommen)

    def overzicht(self) -> pd.DataFrame:
        """Geef per stelling het gemiddelde, het bereik en wat opvalt."""
        regels = self.regels()
        teksten, groepen = regels["teksten"], {groep["sleutel"]: groep["titel"] for groep in regels["groepen"]}
        rijen = [
            {
                hoofdletter(regels["groep"]): groepen[s["groep"]],
                teksten["kop_stelling"]: s["tekst"],
                teksten["kop_gemiddeld"]: toon(s["gemiddelde"]),
                teksten["kop_bereik"]: "–" if s["laagste"] is None else f"{toon(s['laagste'])} – {toon(s['hoogste'])}",
                teksten["kop_weet_niet"]: str(s["weet_niet"]),
                teksten["kop_signaal"]: "" if s["signaal"] is None else regels["signalen"][s["signaal"]]["naam"],
            }
            for s in sorted(self.deel()["stellingen"], key=lambda s: list(groepen).index(s["groep"]))
        ]
        return pd.DataFrame(rijen)

    def figuur(self) -> Figure:
        """Teken het gekozen deel, per groep of (keuze `beeld`: "stelling") per stelling."""
        dingen, onder = dingen_van(self.deel(), self.stand["keuzes"].get("beeld"), self.regels())
        return teken_scan(dingen, self.uitkomst()["personen"], self.regels(), onder)

    def alt(self) -> str:
        """Zeg per groep het gemiddelde en het bereik."""
        return omschrijving(self.deel(), self.regels())

    def notities(self) -> list[str]:
        """Zeg of het een voorbeeld is, wat opvalt, en waar de cijfers voor dienen."""
        teksten, uit = self.regels()["teksten"], self.uitkomst()
        past = [uit["past"]["zin"], *uit["past"]["zinnen"], teksten["past_uitleg"]] if uit["past"] else []
        voorbeeld = [teksten["illustratief"]] if uit["illustratief"] else []
        eigen = [*samen.paren(uit, self.regels()), *self._metingen(uit)]
        return [*voorbeeld, *uit["meldingen"], *eigen, *past, teksten["aandacht_uitleg"], teksten["gemiddelde"], teksten["voorbehoud"]]

    def _metingen(self, uit: dict[str, Any]) -> list[str]:
        """Zeg per groep wat elke meting gaf; een lege lijst als er maar één meting is."""
        regels, tabel = self.regels(), samen.metingen(uit, self.deel(), self.regels())
        if tabel is None:
            return []
        zinnen = [", ".join(f"{cel} ({kop})" for kop, cel in zip(tabel["koppen"][1:], cellen, strict=True)) for _, *cellen in tabel["rijen"]]
        waarden = [vul(regels["teksten"]["metingen_zin"], {"groep": rij[0], "waarden": zin}) for rij, zin in zip(tabel["rijen"], zinnen, strict=True)]
        return [f"{regels['teksten']['metingen']}, {self.deel()['titel']}. {'. '.join(waarden)}."]
