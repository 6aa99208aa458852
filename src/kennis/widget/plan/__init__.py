"""Het plan: rijen die de lezer invult, met wat er nog mist. De soort van het monitorplan."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from kennis import tabellen
from kennis.dossier import sectie
from kennis.figuren.plan import omschrijving, teken_plan
from kennis.kolommen import leeg
from kennis.regels import plan
from kennis.widget import opzet
from kennis.widget.basis import Gereedschap, zichtbare_kolommen


class Plan(Gereedschap):
    """Een gereedschap met rijen: wat er per groep staat, wat er mist en wat opvalt."""

    _esm = opzet.module("plan")
    _css = opzet.stijl("plan")

    @classmethod
    def maak_opzet(cls) -> dict[str, Any]:
        """Geef wat vastligt, met de korte namen van de bronnen bij de ideeën."""
        opzet = super().maak_opzet()
        regels, alle = opzet["regels"], tabellen.bronnen()
        rijen = [*regels.get("ideeen", []), *regels.get("openbaar", [])]
        genoemd = {sleutel.strip() for rij in rijen for sleutel in rij.get("bron", "").split(",") if sleutel.strip()}
        return {**opzet, "bronnen": {sleutel: alle[sleutel]["kort"] for sleutel in sorted(genoemd)}}

    def uitkomst(self) -> dict[str, Any]:
        """Geef de groepen met hun aantallen, wat ontbreekt, en meldingen, als gewone data."""
        return plan.uitkomst(self.stand["secties"], self.regels())

    def ontbreekt(self) -> pd.DataFrame:
        """Geef per rij wat er nog mist."""
        teksten = self.regels()["teksten"]
        koppen = [teksten["kop_waar"], teksten["kop_mist"]]
        return pd.DataFrame([[rij["naam"], ", ".join(rij["mist"])] for rij in self.uitkomst()["ontbreekt"]], columns=koppen)

    def overzicht(self) -> pd.DataFrame:
        """Geef het hele plan als tabel, op volgorde van de groepen."""
        regels, uit = self.regels(), self.uitkomst()
        rijen, teksten = self.stand["secties"][regels["sectie"]], regels["teksten"]
        kolommen = {k["sleutel"]: k["kop"] for k in zichtbare_kolommen(sectie(regels["sectie"]).gegevens["kolommen"])}
        volgorde = [i for groep in uit["groepen"] for i in groep["rijen"]] + uit["los"]
        inhoud = [{kop: "" if leeg(rijen[i][s]) else rijen[i][s] for s, kop in kolommen.items()} for i in volgorde]
        tabel = pd.DataFrame(inhoud, columns=list(kolommen.values()))
        if uit["illustratief"]:
            tabel[teksten["kop_voorbeeld"]] = [teksten["voorbeeld"] if rijen[i].get("illustratief") == "ja" else "" for i in volgorde]
        return tabel

    def figuur(self) -> Figure:
        """Teken per groep wat er staat en wat er mist."""
        return teken_plan(self.uitkomst(), self.regels())

    def alt(self) -> str:
        """Zeg per groep hoeveel er staat."""
        regels = self.regels()
        return f"{regels['titel']}. {omschrijving(self.uitkomst(), regels)}"

    def notities(self) -> list[str]:
        """Zeg wat opvalt, wat er mist, wat een voorbeeld is, en waar het plan voor dient."""
        teksten, uit = self.regels()["teksten"], self.uitkomst()
        mist = [f"{rij['naam']}: {', '.join(rij['mist'])}." for rij in uit["ontbreekt"]]
        voorbeeld = [teksten["illustratief"]] if uit["illustratief"] else []
        return [*uit["meldingen"], *mist, *voorbeeld, teksten["voorbehoud"]]
