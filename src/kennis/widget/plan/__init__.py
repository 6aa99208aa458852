"""Het plan: rijen die de lezer invult, met wat er nog mist. De soort van het monitorplan."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from kennis import tabellen
from kennis.dossier import sectie
from kennis.figuren.plan import teken_plan
from kennis.kolommen import leeg
from kennis.regels import plan
from kennis.widget import opzet
from kennis.widget.basis import Gereedschap


class Plan(Gereedschap):
    """Een gereedschap met een tabel: wat er per groep staat, wat er mist en wat opvalt."""

    _esm = opzet.module("plan")
    _css = opzet.stijl("plan")

    @classmethod
    def maak_opzet(cls) -> dict[str, Any]:
        """Geef wat vastligt, met de korte namen van de bronnen bij de ideeën."""
        opzet = super().maak_opzet()
        regels, alle = opzet["regels"], tabellen.bronnen()
        genoemd = {sleutel.strip() for rij in [*regels["ideeen"], *regels["openbaar"]] for sleutel in rij["bron"].split(",")}
        return {**opzet, "bronnen": {sleutel: alle[sleutel]["kort"] for sleutel in sorted(genoemd)}}

    def uitkomst(self) -> dict[str, Any]:
        """Geef de groepen met hun aantallen, wat ontbreekt, en meldingen, als gewone data."""
        return plan.uitkomst(self.stand["secties"], self.regels())

    def ontbreekt(self) -> pd.DataFrame:
        """Geef per rij wat er nog mist."""
        rijen = [{"Waar": rij["naam"], "Wat mist": ", ".join(rij["mist"])} for rij in self.uitkomst()["ontbreekt"]]
        return pd.DataFrame(rijen, columns=["Waar", "Wat mist"])

    def overzicht(self) -> pd.DataFrame:
        """Geef het hele plan als tabel, op volgorde van de groepen."""
        regels, uit = self.regels(), self.uitkomst()
        rijen = self.stand["secties"][regels["sectie"]]
        kolommen = {k.sleutel: k.kop for k in sectie(regels["sectie"]).kolommen.lijst if k.sleutel not in ("illustratief", "bron")}
        volgorde = [i for groep in uit["groepen"] for i in groep["rijen"]] + uit["los"]
        inhoud = [{kop: "" if leeg(rijen[i][s]) else rijen[i][s] for s, kop in kolommen.items()} for i in volgorde]
        tabel = pd.DataFrame(inhoud, columns=list(kolommen.values()))
        if uit["illustratief"]:
            tabel["Voorbeeld"] = ["voorbeeld" if rijen[i]["illustratief"] == "ja" else "" for i in volgorde]
        return tabel

    def figuur(self) -> Figure:
        """Teken per groep wat er staat en wat er mist."""
        return teken_plan(self.uitkomst(), self.regels())

    def alt(self) -> str:
        """Zeg per groep hoeveel er staat."""
        regels = self.regels()
        koppen = {s["kolom"]: s["kop"].lower() for s in regels["keten"] if s["kolom"] in regels["plaat"]}
        delen = [
            f"{g['titel']}: {len(g['dingen'])} {regels['ding'] if len(g['dingen']) == 1 else regels['dingen']}"
            + "".join(f", {koppen[k['kolom']]} {k['gevuld']} van {len(k['merken'])}" for k in g["kolommen"] if k["kolom"] in koppen and k["merken"])
            for g in self.uitkomst()["groepen"]
        ]
        return f"{regels['titel']}. {'; '.join(delen)}."

    def notities(self) -> list[str]:
        """Zeg wat opvalt, wat er mist, wat een voorbeeld is, en waar het plan voor dient."""
        teksten, uit = self.regels()["teksten"], self.uitkomst()
        mist = [f"{rij['naam']}: {', '.join(rij['mist'])}." for rij in uit["ontbreekt"]]
        voorbeeld = [teksten["illustratief"]] if uit["illustratief"] else []
        return [*uit["meldingen"], *mist, *voorbeeld, teksten["voorbehoud"]]
