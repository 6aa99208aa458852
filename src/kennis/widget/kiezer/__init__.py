"""De kiezer: antwoorden of eisen, en opties op volgorde met redenen en twijfel."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from kennis.figuren.kiezer import teken_kiezer
from kennis.regels import kiezer
from kennis.regels.basis import vul
from kennis.regels.zinnen import hoofdletter
from kennis.widget import opzet
from kennis.widget.basis import Gereedschap


class Kiezer(Gereedschap):
    """Een gereedschap dat opties weegt op wat de lezer antwoordt of eist."""

    _esm = opzet.module("kiezer")
    _css = opzet.stijl("kiezer")

    def uitkomst(self) -> dict[str, Any]:
        """Geef de opties op volgorde, de redenen, hoe zeker het is, en wat het zou kantelen, als gewone data."""
        return kiezer.uitkomst(self.stand["secties"], self.regels(), self.stand["keuzes"], self.stand["velden"])

    def advies(self) -> pd.DataFrame:
        """Geef per optie de plaats en de punten (als er een volgorde is), en wat past, schuurt en onduidelijk is."""
        regels, uit = self.regels(), self.uitkomst()
        titel, rang = {v["sleutel"]: v["titel"] for v in regels["vragen"]}, regels.get("rangschik", True)
        rijen = [
            {
                **({regels["teksten"]["kop_plaats"]: self._plaats(o)} if rang else {}),
                hoofdletter(regels["optie"]): o["titel"],
                **({regels["teksten"]["kop_punten"]: kiezer.toon_punten(o, uit["totaal"])} if rang else {}),
                **{
                    hoofdletter(regels["oordelen"][teken]): ", ".join(titel[r["vraag"]] for r in o["redenen"] if r["oordeel"] == teken)
                    for teken in regels["oordelen"]
                },
            }
            for o in uit["opties"]
        ]
        return pd.DataFrame(rijen)

    def _plaats(self, optie: dict[str, Any]) -> str:
        return self.regels()["teksten"]["valt_af"] if optie["valt_af"] else str(optie["plaats"] or "–")

    def overzicht(self) -> pd.DataFrame:
        """Geef de tabel bij het vaste beeld."""
        return self.advies()

    def kanteling(self) -> list[str]:
        """Zeg welk enkel antwoord de conclusie zou veranderen."""
        regels = self.regels()
        return [k["zin"] for k in self.uitkomst()["kanteling"]] or [regels["teksten"]["kantel_geen"]]

    def figuur(self) -> Figure:
        """Teken de stand met matplotlib."""
        return teken_kiezer(self.uitkomst(), self.regels())

    def alt(self) -> str:
        """Zeg wie bovenaan staat en hoe zeker dat is."""
        regels = self.regels()
        zin = vul(regels["teksten"]["figuur"], {"titel": regels["titel"], "zin": self.uitkomst()["zekerheid"]["zin"]})
        return f"{zin} De tabel eronder geeft dezelfde gegevens."

    def notities(self) -> list[str]:
        """Zeg hoe zeker de uitkomst is, van wie de punten zijn, en waar de kiezer voor dient."""
        regels, uit = self.regels(), self.uitkomst()
        teksten = regels["teksten"]
        zinnen = [uit["zekerheid"]["zin"], uit["tegen"], teksten["vast"], teksten["punten"], *regels.get("tips", []), teksten["voorbehoud"]]
        return [zin for zin in zinnen if zin]
