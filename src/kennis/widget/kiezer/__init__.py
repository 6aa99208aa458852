"""De kiezer: antwoorden of eisen, en opties op volgorde met redenen en twijfel."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from kennis.figuren.kiezer import teken_kiezer
from kennis.regels import kiezer
from kennis.widget import samenvoegen
from kennis.widget.basis import Gereedschap, laad_regels, laad_voorbeelden


def kaal(waarde: str | None) -> str:
    """Haal de opmaak uit tekst van een kennistabel: van een link blijven de woorden.

    >>> kaal("[Yee 2020](#bron-yee-2020) zegt")
    'Yee 2020 zegt'
    """
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", waarde or "")


class Kiezer(Gereedschap):
    """Een gereedschap dat opties weegt op wat de lezer antwoordt of eist."""

    soort = "kiezer"
    _esm = samenvoegen.module("kiezer")
    _css = samenvoegen.hele_stijl("kiezer")

    @classmethod
    def uit_tabellen(cls) -> dict[str, Any]:
        """Geef wat uit de kennistabellen komt en bij de regels hoort, zoals de opties en hun oordelen."""
        return {}

    @classmethod
    def regels(cls) -> dict[str, Any]:
        """Geef alle regels: de teksten van het gereedschap en de oordelen uit de kennistabellen."""
        return {**laad_regels(cls.naam), **cls.uit_tabellen()}

    @classmethod
    def maak_opzet(cls) -> dict[str, Any]:
        """Geef wat vastligt, met de oordelen uit de kennistabellen en de bedachte voorbeelden."""
        opzet = super().maak_opzet()
        eigen = [{"naam": naam, **v} for naam, v in laad_voorbeelden(cls.naam).items() if "titel" in v]
        return {**opzet, "regels": cls.regels(), "voorbeelden": [*eigen, *opzet["voorbeelden"]]}

    def uitkomst(self) -> dict[str, Any]:
        """Geef de opties op volgorde, de redenen, hoe zeker het is, en wat het zou kantelen, als gewone data."""
        return kiezer.uitkomst(self.stand["secties"], self.regels(), self.stand["keuzes"])

    def advies(self) -> pd.DataFrame:
        """Geef per optie de plaats, de punten, en wat past, schuurt en onduidelijk is."""
        regels, uit = self.regels(), self.uitkomst()
        titel = {v["sleutel"]: v["titel"] for v in regels["vragen"]}
        rijen = [
            {
                "Plaats": "valt af" if o["valt_af"] else str(o["plaats"]),
                regels["optie"].capitalize(): o["titel"],
                "Punten": kiezer.toon_punten(o, uit["totaal"]),
                **{
                    regels["oordelen"][teken].capitalize(): ", ".join(titel[r["vraag"]] for r in o["redenen"] if r["oordeel"] == teken)
                    for teken in regels["oordelen"]
                },
            }
            for o in uit["opties"]
        ]
        return pd.DataFrame(rijen)

    def overzicht(self) -> pd.DataFrame:
        """Geef de tabel bij het vaste beeld."""
        return self.advies()

    def kanteling(self) -> list[str]:
        """Zeg welk enkel antwoord een andere optie bovenaan zou zetten."""
        regels = self.regels()
        return [k["zin"] for k in self.uitkomst()["kanteling"]] or [regels["teksten"]["kantel_geen"]]

    def figuur(self) -> Figure:
        """Teken de stand met matplotlib."""
        return teken_kiezer(self.uitkomst(), self.stand["secties"], self.regels())

    def alt(self) -> str:
        """Zeg wie bovenaan staat en hoe zeker dat is."""
        return f"{laad_regels(self.naam)['titel']}. {self.uitkomst()['zekerheid']['zin']} De tabel eronder geeft dezelfde gegevens."

    def notities(self) -> list[str]:
        """Zeg hoe zeker de uitkomst is, van wie de punten zijn, en waar de kiezer voor dient."""
        regels, uit = self.regels(), self.uitkomst()
        tips = [regels["teksten"][naam] for naam in ("vast", "punten", *regels.get("tips", []), "voorbehoud")]
        streng = [uit["streng"]["zin"]] if uit["streng"] else []
        return [uit["zekerheid"]["zin"], *streng, *tips]
