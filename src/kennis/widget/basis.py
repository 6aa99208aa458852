"""De basis van elk gereedschap: een widget in een notebook, een vast beeld in het boek en op papier."""

from __future__ import annotations

import base64
import datetime
import html
import os
from collections.abc import Mapping
from typing import Any, Self

import anywidget
import pandas as pd
import traitlets
from matplotlib.figure import Figure

from kennis import casebestand, figuren
from kennis.beschrijving import eigen_teksten, laad_regels, laad_voorbeelden
from kennis.dossier import Dossier, als_rijen, beschrijvingen, sectie, zonder_leeg
from kennis.dossier.keuren import keur
from kennis.dossier.rijen import als_fout, als_ruw, maak_tabel
from kennis.kolommen import Fout, InvoerFout, hoogstens
from kennis.regels.zinnen import als_tekst

MIME = "application/vnd.kennis.gereedschap+json"


def in_boek() -> bool:
    """Zeg of het boek wordt gebouwd; dan is er geen levende widget, alleen het vaste beeld."""
    return os.environ.get("KENNIS_BOEK") == "1"


class Gereedschap(anywidget.AnyWidget):
    """Een gereedschap: het hele dossier, de regels, en een beeld van de secties die bij dit gereedschap horen.

    `stand` is {"velden": …, "secties": alle secties, "keuzes": die van dit gereedschap}. Wat erin komt, wordt één keer
    gecontroleerd; wat niet klopt, wordt geweigerd en verandert niets.

    Een soort (zoals veld) erft hiervan en geeft `uitkomst`, `figuur` en `overzicht`; een gereedschap erft van zijn
    soort. Hoe zij heten, staat één keer: in de naam van hun map.
    """

    naam = ""
    soort = ""

    opzet = traitlets.Dict(help="Wat vastligt: regels, kolommen van de secties, voorbeelden.").tag(sync=True)
    start = traitlets.Dict(help="De stand waarmee het gereedschap begon.").tag(sync=True)
    stand = traitlets.Dict(help="Wat er nu is ingevuld: de velden en secties van het dossier, en de keuzes van dit gereedschap.").tag(sync=True)

    def __init_subclass__(cls, **meer: Any) -> None:
        super().__init_subclass__(**meer)
        _, laag, map_, *_ = [*cls.__module__.split("."), "", ""]
        if laag == "widget":
            cls.soort = map_
        elif laag == "gereedschap":
            cls.naam = map_

    @classmethod
    def regels(cls) -> dict[str, Any]:
        """Geef de regels van dit gereedschap; zie `kennis.beschrijving.laad_regels`."""
        return laad_regels(cls.naam)

    def __init__(self, dossier: Dossier | Mapping[str, Any] | None = None, **keuzes: Any):
        begin = self._lees(dossier, keuzes)
        self._gekeurd = begin
        # In een notebook reist het hele dossier mee; hernoemen raakt dan elke sectie.
        super().__init__(opzet={**self.maak_opzet(), "secties": beschrijvingen()}, start=begin, stand=begin)

    @classmethod
    def voorbeeld(cls, naam: str = "gewoon") -> Self:
        """Geef het gereedschap met een verzonnen voorbeeld uit `voorbeelden.json` erin."""
        gekozen = laad_voorbeelden(cls.naam)[naam]
        return cls(gekozen["secties"], **gekozen.get("keuzes", {}))

    @classmethod
    def maak_opzet(cls) -> dict[str, Any]:
        """Geef wat vastligt: de regels, de kolommen van de secties, en de cases om te laden."""
        return {
            "regels": eigen_teksten(cls.regels()),
            "sectienamen": cls.sectienamen(),
            "secties": {naam: {"kolommen": _kolommen(naam)} for naam in cls.sectienamen()},
            "voorbeelden": cls._voorbeelden(),
        }

    # -- de secties van dit gereedschap ---------------------------------------------------------

    @classmethod
    def sectienamen(cls) -> list[str]:
        """Noem de secties van het dossier die dit gereedschap toont."""
        regels = cls.regels()
        return regels.get("secties", [regels["sectie"]])

    def _lees(self, dossier: Dossier | Mapping[str, Any] | None, keuzes: dict[str, Any]) -> dict[str, Any]:
        """Geef de stand bij een dossier, en houd vast wat daar niet in staat."""
        if isinstance(dossier, (pd.DataFrame, list)):
            dossier = {self.regels()["sectie"]: dossier}
        if not isinstance(dossier, Dossier):
            dossier = Dossier(dossier)
        elif fouten := dossier.controleer():
            # Een DataFrame van een dossier is in een notebook zo veranderd.
            raise InvoerFout(fouten)
        self._rest = {"keuzes": dossier.keuzes, "gewijzigd": dict(dossier.gewijzigd), "apart": dossier.apart}
        gelezen = {naam: als_rijen(tabel) for naam, tabel in dossier.secties.items()}
        return {
            "velden": dossier.velden,
            "secties": {**{naam: [] for naam in self.sectienamen()}, **gelezen},
            "keuzes": {**dossier.keuzes.get(self.naam, {}), **keuzes},
        }

    @classmethod
    def _voorbeelden(cls) -> list[dict[str, Any]]:
        hoofd = cls.regels()["sectie"]
        bedacht = [{"naam": naam, "titel": v["titel"], "secties": v["secties"]} for naam, v in laad_voorbeelden(cls.naam).items() if "titel" in v]
        gevonden = [(naam, casebestand.gegevens(naam)) for naam in casebestand.cases()]
        return bedacht + [
            {"naam": naam, "titel": case["velden"]["titel"], "secties": {s: zonder_leeg(case["secties"].get(s, [])) for s in cls.sectienamen()}}
            for naam, case in gevonden
            if case["secties"].get(hoofd)
        ]

    @property
    def tabel(self) -> pd.DataFrame:
        """De hoofdsectie als DataFrame. Wijs een DataFrame toe om het beeld te veranderen.

        Je krijgt telkens een kopie: wijzig die, en wijs haar weer toe.
        """
        hoofd = self.regels()["sectie"]
        return maak_tabel(hoofd, self.stand["secties"][hoofd])

    @tabel.setter
    def tabel(self, tabel: pd.DataFrame) -> None:
        hoofd = self.regels()["sectie"]
        self.stand = {**self.stand, "secties": {**self.stand["secties"], hoofd: als_ruw({hoofd: tabel})[hoofd].rijen}}

    @property
    def dossier(self) -> Dossier:
        """Het hele dossier, met alles wat er nu is ingevuld. Bewaar het met `matrix.dossier.bewaar("mijn.json")`.

        Wat dit gereedschap niet toont (andere secties, titel, bronnen, keuzes elders) is er nog zoals het was.
        """
        leeg_begonnen = {naam for naam in self.sectienamen() if not self.start["secties"][naam]}
        secties = {naam: rijen for naam, rijen in self.stand["secties"].items() if rijen or naam not in leeg_begonnen}
        keuzes = {**self._rest["keuzes"], **({self.naam: self.stand["keuzes"]} if self.stand["keuzes"] else {})}
        return Dossier.uit_gekeurd({**self._rest, "velden": self.stand["velden"], "secties": secties, "keuzes": keuzes})

    # -- controle -------------------------------------------------------------------------------

    @traitlets.validate("stand")
    def _keur(self, voorstel: Any) -> dict[str, Any]:
        stand = voorstel["value"]
        if stand is not self._gekeurd:
            self._gekeurd = self._gekeurde_stand(stand)
        return self._gekeurd

    def _gekeurde_stand(self, stand: Any) -> dict[str, Any]:
        """Controleer een stand die van buiten komt, en houd bij welke secties er veranderden.

        Een sectie die er niet in staat, blijft zoals zij was; leegmaken is een lege lijst geven.

        Fouten: `InvoerFout` met alles wat niet klopt.
        """
        oud = self._gekeurd
        if not isinstance(stand, dict) or not isinstance(stand.get("secties"), dict):
            raise InvoerFout([Fout(self.naam, None, None, None, "dit is geen stand van dit gereedschap")])
        velden, keuzes = stand.get("velden", oud["velden"]), stand.get("keuzes") or {}
        velden = velden if isinstance(velden, dict) else {"velden": velden}
        alles = {**velden, "secties": {**oud["secties"], **stand["secties"]}, "keuzes": {self.naam: keuzes}, "kennisdossier": 2}
        gekeurd, fouten, vreemd = keur(alles, "")
        if fouten := [*fouten, *map(als_fout, vreemd)]:
            raise InvoerFout(fouten)
        nu = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        anders = [naam for naam, rijen in gekeurd["secties"].items() if rijen != oud["secties"].get(naam)]
        self._rest["gewijzigd"] |= dict.fromkeys(anders, nu)
        return {"velden": gekeurd["velden"], "secties": gekeurd["secties"], "keuzes": gekeurd["keuzes"][self.naam]}

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Neem over wat de lezer deed; weiger wat niet klopt en stuur de laatste goede stand terug."""
        if "stand" in sync_data:
            try:
                self._gekeurd = self._gekeurde_stand(sync_data["stand"])
            except InvoerFout as fout:
                self.send({"soort": "afgewezen", "fouten": hoogstens([str(f) for f in fout.fouten])})
                self.send_state("stand")
                return
            sync_data = {**sync_data, "stand": self._gekeurd}
        super().set_state(sync_data)

    # -- beeld ----------------------------------------------------------------------------------

    def uitkomst(self) -> dict[str, Any]:
        """Geef alles wat uit de invoer volgt, als gewone data."""
        raise NotImplementedError

    def figuur(self) -> Figure:
        """Teken de stand met matplotlib."""
        raise NotImplementedError

    def overzicht(self) -> pd.DataFrame:
        """Geef de stand als tabel om te lezen, met het advies erbij."""
        raise NotImplementedError

    def alt(self) -> str:
        """Zeg in één zin wat er op de figuur te zien is."""
        return f"{self.regels()['titel']}. De tabel eronder geeft dezelfde gegevens."

    def notities(self) -> list[str]:
        """Geef zinnen die bij het vaste beeld horen, zoals wat er illustratief aan is."""
        return []

    def open(self) -> None:
        """Maak verbinding met de browser, behalve bij de bouw van het boek."""
        if not in_boek():
            super().open()

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        vast_beeld = self._vast()
        vast = {MIME: self._gegevens(vast_beeld), "text/html": self._html(vast_beeld), "text/plain": repr(self)}
        if self.comm is None or in_boek():
            return vast
        levend = super()._repr_mimebundle_(**kwargs)
        bundel = levend[0] if isinstance(levend, tuple) else levend
        return {**vast, **(bundel or {}), "text/plain": repr(self)}

    def __repr__(self) -> str:
        aantallen = ", ".join(f"{naam}: {len(self.stand['secties'][naam])}" for naam in self.sectienamen())
        return f"{type(self).__name__}({aantallen})"

    def _gegevens(self, vast: dict[str, Any] | None = None) -> dict[str, Any]:
        """Wat een pagina nodig heeft om dit gereedschap te tonen: de eigen secties; de regels komen er bij de bouw bij."""
        secties = {naam: zonder_leeg(self.stand["secties"][naam]) for naam in self.sectienamen()}
        start = {"secties": secties, "keuzes": self.stand["keuzes"]}
        return {"gereedschap": self.naam, "soort": self.soort, "start": start, **(vast or self._vast())}

    def _vast(self) -> dict[str, Any]:
        overzicht = self.overzicht()
        return {
            "svg": figuren.svg(self.figuur()),
            "alt": self.alt(),
            "tabel": {"koppen": list(overzicht.columns), "rijen": _teksten(overzicht)},
            "notities": self.notities(),
        }

    def _html(self, vast: dict[str, Any]) -> str:
        """Het vaste beeld voor een notebook zonder levende kern; als afbeelding, want JupyterLab weert losse svg."""
        beeld = base64.b64encode(figuren.los(vast["svg"]).encode("utf-8")).decode("ascii")
        plaatje = f'<img src="data:image/svg+xml;base64,{beeld}" alt="{html.escape(vast["alt"])}" style="max-width:100%;background:#fff">'
        return plaatje + html_tabel(self.regels()["titel"], vast["tabel"]) + "".join(f"<p>{html.escape(n)}</p>" for n in vast["notities"])


def zichtbare_kolommen(kolommen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Geef de kolommen van een sectie die een lezer ziet."""
    return [kolom for kolom in kolommen if not kolom.get("verborgen")]


def html_tabel(titel: str, tabel: Mapping[str, Any]) -> str:
    """Schrijf een tabel als html; alles is tekst."""
    kop = "".join(f'<th scope="col">{html.escape(k)}</th>' for k in tabel["koppen"])
    romp = "".join(
        "<tr>" + "".join(f'<th scope="row">{html.escape(c)}</th>' if not i else f"<td>{html.escape(c)}</td>" for i, c in enumerate(rij)) + "</tr>"
        for rij in tabel["rijen"]
    )
    return f"<table><caption>{html.escape(titel)}</caption><thead><tr>{kop}</tr></thead><tbody>{romp}</tbody></table>"


def _teksten(tabel: pd.DataFrame) -> list[list[str]]:
    return [[als_tekst(cel) for cel in rij] for rij in tabel.itertuples(index=False)]


def _kolommen(naam: str) -> list[dict[str, Any]]:
    return sectie(naam).gegevens["kolommen"]
