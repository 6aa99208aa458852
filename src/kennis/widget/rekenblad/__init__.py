"""Het rekenblad: bedragen invullen, en formules als data geven uitkomsten, figuren en onzekerheid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from kennis.figuren.rekenblad import teken_rekenblad
from kennis.regels import rekenblad
from kennis.regels.rekenblad import namen_op_assen, toon_uitkomst
from kennis.regels.rekenbladkans import kans, kanszin
from kennis.widget import opzet
from kennis.widget.basis import Gereedschap


class Rekenblad(Gereedschap):
    """Een gereedschap dat rekent: uitkomsten per groep en jaar, en een zin voor de notulen."""

    _esm = opzet.module("rekenblad")
    _css = opzet.stijl("rekenblad")

    def uitkomst(self) -> dict[str, Any]:
        """Geef de uitkomsten, meldingen en de conclusie, als gewone data."""
        return rekenblad.uitkomst(self.stand["secties"], self.regels())

    def conclusie(self) -> str:
        """Geef de zin voor de notulen; zolang iets dat beslist ontbreekt, zegt zij wat."""
        return self.uitkomst()["conclusie"]["zin"]

    def resultaten(self) -> pd.DataFrame:
        """Geef elke uitkomst als getal: per groep en jaar, zoals waarschijnlijk, als alles tegenzit en als alles meezit."""
        uit = self.uitkomst()
        namen = namen_op_assen(uit, self.regels())
        rijen = [{"Uitkomst": r["titel"], **waar, **cel} for r in uit["resultaten"] for waar, cel in _cellen(r["cellen"], r["per"], namen)]
        teksten = self.regels()["teksten"]
        return pd.DataFrame(rijen).rename(columns={"waarde": teksten["waarde"], "tegen": teksten["als_tegen"], "mee": teksten["als_mee"]})

    def kans(self) -> dict[str, Any] | None:
        """Geef welk bedrag het meest uitmaakt (`tornado`) en een simulatie met een vaste start; None als niets onzeker is.

        Zie `kennis.regels.rekenbladkans.kans`.
        """
        return kans(self.stand["secties"], self.regels())

    def overzicht(self) -> pd.DataFrame:
        """Geef de uitkomsten als tabel om te lezen: een rij per uitkomst en groep, met een kolom per jaar."""
        uit, regels = self.uitkomst(), self.regels()
        teksten = regels["teksten"]
        koppen = [teksten["wat"], teksten["voor"], teksten["waarde"], *([teksten["als_tegen"], teksten["als_mee"]] if uit["onzeker"] else []), *uit["jaren"]]
        zichtbaar = {r["naam"] for r in regels["resultaten"] if r["toon"]}
        rijen = [rij for r in uit["resultaten"] if r["naam"] in zichtbaar for rij in _rijen(r, uit, regels)]
        return pd.DataFrame([[*rij[:2], *rij[2 : 5 if uit["onzeker"] else 3], *rij[5:]] for rij in rijen], columns=koppen)

    def figuur(self) -> Figure:
        """Teken de eerste figuur (of keuze `figuur`, vanaf 0) met matplotlib."""
        return teken_rekenblad(self.uitkomst(), self.regels(), int(self.stand["keuzes"].get("figuur", 0)))

    def alt(self) -> str:
        """Zeg wat eruit komt, en wat de figuur laat zien."""
        nummer = int(self.stand["keuzes"].get("figuur", 0))
        return f"{self.regels()['figuren'][nummer]['titel']}. {self.conclusie()}"

    def notities(self) -> list[str]:
        """Geef de conclusie, wat opvalt, en waar het rekenblad voor dient."""
        uit, teksten = self.uitkomst(), self.regels()["teksten"]
        bereik = [teksten["uitleg_bereik"] if uit["onzeker"] else teksten["zelfde"]] if uit["conclusie"]["soort"] != "onbekend" else []
        voorbeeld = [teksten["illustratief"]] if uit["illustratief"] else []
        zeker = self.kans()
        zin = [kanszin(zeker, self.regels())] if zeker else []
        return [uit["conclusie"]["zin"], *voorbeeld, *uit["meldingen"], *bereik, *zin, teksten["voorbehoud"]]


def _cellen(cellen: Any, per: list[str], namen: Mapping[str, list[str]]) -> list[tuple[dict[str, str], dict[str, Any]]]:
    """Maak van geneste cellen een platte lijst: waar, en de cel."""
    if not per:
        return [({}, cellen)]
    eigen = namen.get(per[0], [str(nummer + 1) for nummer in range(len(cellen))])
    return [({per[0].capitalize(): naam, **waar}, cel) for naam, deel in zip(eigen, cellen, strict=True) for waar, cel in _cellen(deel, per[1:], namen)]


def _rijen(resultaat: Mapping[str, Any], uit: Mapping[str, Any], regels: Mapping[str, Any]) -> list[list[str]]:
    """Schrijf een uitkomst als rijen: een per plek op haar assen, met de jaren naast elkaar."""
    op_jaar = resultaat["per"][-1:] == ["jaar"]
    assen = resultaat["per"][:-1] if op_jaar else resultaat["per"]
    rijen = []
    for waar, deel in _cellen(resultaat["cellen"], assen, namen_op_assen(uit, regels)):
        voor = ": ".join(waar.values())
        if op_jaar:
            rijen.append([resultaat["titel"], voor, "", "", "", *(toon_uitkomst(cel["waarde"], resultaat) for cel in deel)])
        else:
            waarden = [toon_uitkomst(deel[stand], resultaat) for stand in ("waarde", "tegen", "mee")]
            rijen.append([resultaat["titel"], voor, *waarden, *([""] * len(uit["jaren"]))])
    return rijen
