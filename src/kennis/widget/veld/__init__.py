"""Het veld: dingen op twee assen. De soort van de stakeholdermatrix en de prioritering."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from kennis.figuren.veld import teken_veld
from kennis.regels import veld
from kennis.regels.basis import toon, vul
from kennis.regels.saldo import saldo
from kennis.widget import opzet
from kennis.widget.basis import Gereedschap


class Veld(Gereedschap):
    """Een gereedschap op twee assen: verplaatsen, advies per kwadrant, en zo nodig volgorde en saldo."""

    _esm = opzet.module("veld")
    _css = opzet.stijl("veld")

    def uitkomst(self) -> dict[str, Any]:
        """Geef punten, kwadranten, meldingen, en zo nodig volgorde en saldo, als gewone data."""
        regels = self.regels()
        uit = veld.uitkomst(self.stand["secties"], regels)
        if "saldo" in regels:
            uit["saldo"] = saldo(self.stand["secties"][regels["sectie"]], regels["saldo"])
        return uit

    def advies(self) -> pd.DataFrame:
        """Geef per naam de plek, het vak en het advies."""
        regels = self.regels()
        teksten = regels["teksten"]
        kolommen = {
            "naam": teksten["naam"],
            "y": regels["y"]["titel"],
            "x": regels["x"]["titel"],
            "titel": teksten["vak"],
            "advies": teksten["advies"],
        }
        return pd.DataFrame(self.uitkomst()["punten"], columns=list(kolommen)).rename(columns=kolommen)

    def overzicht(self) -> pd.DataFrame:
        """Geef de tabel bij het vaste beeld."""
        tabel = self.advies()
        regels = self.regels()
        if "grootte" in regels:
            tabel.insert(3, regels["grootte"]["titel"], [punt["grootte"] for punt in self.uitkomst()["punten"]])
        for kop in (regels["x"]["titel"], regels["y"]["titel"]):
            tabel[kop] = [toon(None if pd.isna(w) else float(w)) for w in tabel[kop]]
        return tabel

    def _maat(self) -> str:
        return self.stand["keuzes"].get("maat", "oppervlakte")

    def figuur(self) -> Figure:
        """Teken het veld met matplotlib."""
        return teken_veld(self.uitkomst(), self.regels(), self._maat())

    def alt(self) -> str:
        """Zeg wie in welk vak staat."""
        regels = self.regels()
        namen = {"titel": regels["titel"], "x": regels["x"]["titel"].lower(), "y": regels["y"]["titel"].lower()}
        delen = [f"{k['titel']}: {', '.join(k['namen']) or regels['teksten']['niemand']}" for k in self.uitkomst()["kwadranten"]]
        return f"{vul(regels['teksten']['label'], namen)}. {'. '.join(delen)}."

    def notities(self) -> list[str]:
        """Zeg wat er illustratief is, waar de cirkel voor staat, en waar de matrix voor dient."""
        regels = self.regels()
        uit = []
        if any(punt["illustratief"] for punt in self.uitkomst()["punten"]):
            uit.append(regels["teksten"]["illustratief"])
        if "grootte" in regels:
            uit.append(regels["grootte"]["uitleg"][self._maat()])
        return [*uit, regels["teksten"]["voorbehoud"]]
