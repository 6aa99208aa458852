"""Regels voor een rekenblad: bedragen invullen, en formules (als data) die uitkomsten geven. Tweeling van rekenblad.js.

De invoer is `secties` (naam → lijst van rijen) en `regels` (gereedschap/<naam>/regels.json). Alles wordt drie keer
uitgerekend: zoals het waarschijnlijk gaat, als alles tegenzit, en als alles meezit. Wat niet bekend is, blijft niet
bekend, met wat eraan ontbreekt; een conclusie die daarvan afhangt, komt er niet.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from kennis.regels.basis import getal, tekst, toon, toon_euro, vul
from kennis.regels.formule import FormuleFout, Omgeving, Waarde, ontleed, reken
from kennis.regels.zinnen import opsomming

Rij = Mapping[str, Any]
Regels = Mapping[str, Any]
STANDEN = ("tegen", "waarde", "mee")
ACTIE = ("wat", "wie", "bij")


def uitkomst(secties: Mapping[str, Sequence[Rij]], regels: Regels) -> dict[str, Any]:
    """Geef alles wat uit de invoer volgt: per kolom en uitkomst de cellen, meldingen, en de conclusie.

    Een cel is {"waarde", "tegen", "mee"}; `None` is niet bekend. Cellen liggen genest op de assen van `per`.
    """
    midden = Blad(secties, regels)
    onzeker = midden.heeft_bereik()
    bladen = {stand: Blad(secties, regels, stand, midden.jaren) if onzeker and stand != "waarde" else midden for stand in STANDEN}
    return {
        "jaren": [midden.jaarnaam(jaar) for jaar in midden.jaren],
        "groepen": [midden.groepnaam(naam) for naam in midden.groepen],
        "assen": {naam: [midden.lidnaam(naam, lid) for lid in midden.leden(naam)] for naam in midden.assen},
        "kolommen": [_uitkomst(f"{k['sectie']}.{k['naam']}", k, [k["sectie"]], bladen) for k in regels.get("kolommen", [])],
        "resultaten": [_uitkomst(r["naam"], r, r.get("per", []), bladen) for r in regels["resultaten"]],
        "meldingen": [*_verkeerd_om(midden), *(zin for (zin,) in _zinnen("meldingen", ("zin",), bladen))],
        "acties": [dict(zip(ACTIE, velden, strict=True)) for velden in _zinnen("acties", ACTIE, bladen)],
        "conclusie": _conclusie(bladen),
        "onzeker": onzeker,
        "illustratief": any(tekst(rij.get("illustratief")) == "ja" for rijen in midden.rijen.values() for rij in rijen),
    }


class Blad:
    """Eén keer uitrekenen: de rijen, de assen en alle formules, in één stand."""

    def __init__(self, secties: Mapping[str, Sequence[Rij]], regels: Regels, stand: str = "waarde", jaren: list[float] | None = None):
        self.regels, self.stand = regels, stand
        self.invoer = {deel["sectie"]: deel for deel in regels["invoer"]}
        self.rijen = {naam: _rijen(deel, secties.get(naam, [])) for naam, deel in self.invoer.items()}
        self.groep = regels.get("groep", {}).get("naam", "")
        self.assen = {as_["naam"]: as_ for as_ in regels.get("assen", [])}
        self.groepen = self._groepen()
        self.namen = _namen(regels)
        self.memo: dict[tuple[Any, ...], tuple[Waarde, list[str]]] = {}
        self.bezig: list[str] = []
        self.jaren: list[float] = jaren or []
        self.omgeving = Omgeving(self.kent, self.leden, self.lees)
        if jaren is None:
            self.jaren = self._jaren()

    # -- assen ----------------------------------------------------------------------------------

    def _groepen(self) -> list[str]:
        """Noem de groepen in de volgorde waarin zij voorkomen; wat nergens bij hoort, staat achteraan."""
        paden = [pad.split(".") for pad in self.regels.get("groep", {}).get("uit", [])]
        namen = list(dict.fromkeys(tekst(rij.get(kolom)) for sectie, kolom in paden for rij in self.rijen[sectie]))
        return [naam for naam in namen if naam] + ([""] if "" in namen else [])

    def _jaren(self) -> list[float]:
        jaren = self.regels.get("jaren")
        tot = self.reken(jaren["tot"], {})[0] if jaren else None
        if not isinstance(tot, float):
            return []
        laatste = min(math.floor(tot), jaren["van"] + jaren["meest"] - 1)
        return [float(jaar) for jaar in range(jaren["van"], laatste + 1)]

    def kent(self, naam: str) -> Sequence[str] | None:
        """Geef de assen van een naam, of None als zij niet bestaat."""
        if naam in self.namen:
            return self.namen[naam]["per"]
        if self._is_as(naam):
            return [naam]
        deel = self.invoer.get(naam.split(".")[0])
        return None if deel is None else [] if deel.get("een") else [deel["sectie"]]

    def _is_as(self, naam: str) -> bool:
        return naam in ("jaar", self.groep) or naam in self.assen

    def leden(self, as_: str) -> Sequence[Any]:
        """Geef de leden van een as: jaren, groepen, waarden die vastliggen, of de nummers van rijen."""
        if as_ == "jaar":
            return self.jaren
        if as_ in self.assen:
            return [lid if isinstance(lid, str) else float(lid) for lid in self.assen[as_]["waarden"]]
        return self.groepen if as_ == self.groep else range(len(self.rijen[as_]))

    def plekken(self, per: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Geef elke combinatie van leden van deze assen."""
        for leden in product(*(self.leden(as_) for as_ in per)):
            yield dict(zip(per, leden, strict=True))

    # -- lezen en rekenen -------------------------------------------------------------------------

    def reken(self, formule: str, plekken: Mapping[str, Any]) -> tuple[Waarde, list[str]]:
        """Reken een formule uit; geef de waarde en wat eraan ontbreekt."""
        self.omgeving.mist.clear()
        waarde = reken(ontleed(formule), self.omgeving.op(plekken))
        return waarde, list(dict.fromkeys(self.omgeving.mist))

    def lees(self, naam: str, plekken: Mapping[str, Any]) -> Waarde:
        """Geef de waarde van een naam op deze plekken."""
        if naam in self.namen:
            return self._uitgerekend(naam, plekken)
        if self._is_as(naam):
            return plekken[naam]
        sectie, _, kolom = naam.partition(".")
        return self.cel(sectie, kolom, 0 if self.invoer[sectie].get("een") else plekken[sectie]) if kolom else True

    def _uitgerekend(self, naam: str, plekken: Mapping[str, Any]) -> Waarde:
        """Reken een uitkomst één keer uit per plek; wat eraan ontbrak, telt elke keer mee."""
        per = self.namen[naam]["per"]
        sleutel, mist = (naam, *(plekken[as_] for as_ in per)), self.omgeving.mist
        if sleutel not in self.memo:
            if naam in self.bezig:
                raise FormuleFout(f"deze uitkomst rekent met zichzelf: {' → '.join([*self.bezig[self.bezig.index(naam) :], naam])}")
            self.bezig.append(naam)
            voor = len(mist)
            waarde = reken(ontleed(self.namen[naam]["formule"]), self.omgeving.op({as_: plekken[as_] for as_ in per}))
            self.bezig.pop()
            self.memo[sleutel] = waarde, list(dict.fromkeys(mist[voor:]))
            del mist[voor:]
        waarde, eigen = self.memo[sleutel]
        mist.extend(eigen)
        return waarde

    def cel(self, sectie: str, kolom: str, nummer: int) -> Waarde:
        """Geef een ingevulde waarde. Tekst is altijd bekend; een leeg getal niet, tenzij er een standaard voor is."""
        deel, rij = self.invoer[sectie], self.rijen[sectie][nummer]
        if kolom not in deel["getallen"]:
            return tekst(rij.get(kolom))
        gevonden = [getal(rij.get(k)) for k in (self._bron(deel, kolom), kolom)]
        waarde = next((g for g in gevonden if g is not None), getal(deel.get("standaard", {}).get(kolom)))
        if waarde is None:
            self.omgeving.mist.append(self.noem(sectie, kolom, nummer))
        return waarde

    def _bron(self, deel: Rij, kolom: str) -> str:
        """Geef de kolom waar een waarde in deze stand vandaan komt."""
        bereik = next((b for b in deel.get("onzeker", []) if b["kolom"] == kolom), None)
        if bereik is None or self.stand == "waarde":
            return kolom
        return bereik["laag" if (bereik["gunstig"] == "laag") == (self.stand == "mee") else "hoog"]

    def heeft_bereik(self) -> bool:
        """Zeg of er ergens een laag of hoog bedrag staat."""
        paren = [(naam, b[kant]) for naam, deel in self.invoer.items() for b in deel.get("onzeker", []) for kant in ("laag", "hoog")]
        return any(getal(rij.get(kolom)) is not None for naam, kolom in paren for rij in self.rijen[naam])

    # -- namen ------------------------------------------------------------------------------------

    def noem(self, sectie: str, kolom: str, nummer: int) -> str:
        """Noem een cel zoals een lezer haar kent."""
        deel, teksten = self.invoer[sectie], self.regels["teksten"]
        kop = deel["getallen"][kolom]["kop"]
        return kop if deel.get("een") else vul(teksten["cel"], {"kop": kop, "rij": self.rijnaam(sectie, nummer)})

    def rijnaam(self, sectie: str, nummer: int) -> str:
        """Geef de naam van een rij, of haar nummer."""
        return tekst(self.rijen[sectie][nummer].get(self.invoer[sectie]["naamkolom"])) or vul(self.regels["teksten"]["rij"], {"nummer": str(nummer + 1)})

    def groepnaam(self, naam: str) -> str:
        """Geef de naam van een groep; zonder naam heet zij zoals de beschrijving zegt."""
        return naam or self.regels["groep"]["zonder"]

    def jaarnaam(self, jaar: float) -> str:
        """Geef het kalenderjaar als het begin bekend is, en anders het nummer."""
        formule = self.regels["jaren"].get("begin")
        begin = self.reken(formule, {})[0] if formule else None
        if isinstance(begin, float):
            return str(math.floor(begin + jaar))
        return vul(self.regels["teksten"]["jaar"], {"nummer": str(math.floor(jaar))})

    def lidnaam(self, as_: str, lid: Any) -> str:
        """Schrijf een lid van een as zoals een lezer het kent."""
        if as_ == "jaar":
            return self.jaarnaam(lid)
        return self.groepnaam(lid) if as_ == self.groep else toon_waarde(lid, self.assen[as_].get("eenheid", ""))

    def ontbreekt(self, mist: Sequence[str]) -> list[str]:
        """Schrijf wat er ontbreekt voor een lezer: een sectie zonder rijen, of een cel."""
        teksten, geen = self.regels["teksten"], {}
        for naam, deel in self.invoer.items():
            if not deel.get("een"):
                geen[naam] = [vul(teksten["geen_rijen"], {"dingen": deel["dingen"]})]
        if self.groep:
            # Zonder groepen ontbreken de rijen waar zij uit komen.
            geen[self.groep] = [zin for pad in self.regels["groep"]["uit"] for zin in geen[pad.split(".")[0]] if not self.rijen[pad.split(".")[0]]]
        return list(dict.fromkeys(zin for een in mist for zin in geen.get(een, [teksten["looptijd"] if een == "jaar" else een])))

    def toon(self, naam: str, plekken: Mapping[str, Any]) -> str:
        """Schrijf de waarde van een naam, met haar eenheid."""
        if self._is_as(naam):
            return self.lidnaam(naam, plekken[naam])
        sectie, _, kolom = naam.partition(".")
        vorm = self.namen.get(naam) or self.invoer[sectie]["getallen"].get(kolom, {})
        self.omgeving.mist.clear()
        waarde = self.lees(naam, plekken)
        return toon_uitkomst(waarde, {"eenheid": "", "niets": "", **vorm, "mist": self.omgeving.mist}, self.regels["teksten"]["onbekend"])


def _rijen(deel: Rij, rijen: Sequence[Rij]) -> list[Rij]:
    """Een deel met één rij heeft er altijd één, ook als er nog niets is ingevuld."""
    return [rijen[0] if rijen else {}] if deel.get("een") else list(rijen)


def _namen(regels: Regels) -> dict[str, dict[str, Any]]:
    """Geef per naam de assen, en van wat uitgerekend wordt ook de formule en de eenheid."""
    namen: dict[str, dict[str, Any]] = {}
    for kolom in regels.get("kolommen", []):
        namen[f"{kolom['sectie']}.{kolom['naam']}"] = {**kolom, "per": [kolom["sectie"]]}
    for een in regels["resultaten"]:
        namen[een["naam"]] = {**een, "per": een.get("per", [])}
    return namen


def _uitkomst(naam: str, vorm: Rij, per: Sequence[str], bladen: Mapping[str, Blad]) -> dict[str, Any]:
    mist: list[str] = []
    uit = {sleutel: vorm.get(sleutel, "") for sleutel in ("naam", "titel", "eenheid", "niets")}
    cellen = _cellen(naam, per, {}, bladen, mist)
    return {**uit, "per": list(per), "cellen": cellen, "mist": bladen["waarde"].ontbreekt(mist)}


def _cellen(naam: str, per: Sequence[str], vast: dict[str, Any], bladen: Mapping[str, Blad], mist: list[str]) -> Any:
    """Reken een naam uit op alle plekken, genest per as; verzamel wat er ontbreekt."""
    if per:
        return [_cellen(naam, per[1:], {**vast, per[0]: lid}, bladen, mist) for lid in bladen["waarde"].leden(per[0])]
    cel = {}
    for stand, blad in bladen.items():
        cel[stand], ontbreekt = blad.reken(naam, vast)
        if stand == "waarde":
            mist.extend(ontbreekt)
    return cel


# -- zinnen -------------------------------------------------------------------------------------


def _zinnen(soort: str, velden: Sequence[str], bladen: Mapping[str, Blad]) -> list[list[str]]:
    """Geef van elke melding of actie die geldt, per plek, de ingevulde zinnen."""
    blad = bladen["waarde"]
    return [
        [_vul_zin(een.get(veld, ""), plekken, bladen) for veld in velden]
        for een in blad.regels.get(soort, [])
        for plekken in blad.plekken(een.get("per", []))
        if blad.reken(een["wanneer"], plekken)[0] is True
    ]


def _vul_zin(zin: str, plekken: Mapping[str, Any], bladen: Mapping[str, Blad], stand: str = "waarde") -> str:
    """Vul namen in een zin; {naam.tegen} en {naam.mee} zijn de waarden als alles tegenzit of meezit."""
    waarden = {}
    for naam in plekken_in(zin):
        kaal, _, eigen = naam.rpartition(".")
        hier = bladen[eigen if eigen in bladen else stand]
        kaal = kaal if eigen in bladen else naam
        if hier.kent(kaal) is not None:
            waarden[naam] = hier.toon(kaal, plekken)
    return vul(zin, waarden)


def plekken_in(zin: str) -> list[str]:
    """Noem de namen tussen accolades in een zin.

    >>> plekken_in("Het levert {ncw} op, hoogstens {ncw.mee}.")
    ['ncw', 'ncw.mee']
    """
    return re.findall(r"\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)\}", zin)


def _verkeerd_om(blad: Blad) -> list[str]:
    """Noem de rijen waar laag, waarschijnlijk en hoog niet op volgorde staan."""
    uit = []
    for naam, deel in blad.invoer.items():
        for bereik in deel.get("onzeker", []):
            for nummer, rij in enumerate(blad.rijen[naam]):
                reeks = [g for g in (getal(rij.get(bereik[k])) for k in ("laag", "kolom", "hoog")) if g is not None]
                if reeks != sorted(reeks):
                    waarden = {"rij": blad.rijnaam(naam, nummer), "kop": deel["getallen"][bereik["kolom"]]["kop"]}
                    uit.append(vul(blad.regels["teksten"]["verkeerd_om"], waarden))
    return uit


def _conclusie(bladen: Mapping[str, Blad]) -> dict[str, Any]:
    """Geef de zin voor de notulen. Zolang iets dat beslist ontbreekt, zegt zij dat, en niets anders."""
    teksten = bladen["waarde"].regels["teksten"]
    geldt = {stand: _geldt(blad) for stand, blad in bladen.items()}
    nummer, mist = geldt["waarde"]
    if nummer is None:
        namen = bladen["waarde"].ontbreekt(mist)
        rest = [vul(teksten["en_meer"], {"aantal": str(len(namen) - 4)})] if len(namen) > 5 else []
        zin = vul(teksten["nog_niet"], {"mist": opsomming([*namen[:4], *rest] if rest else namen)}) if namen else teksten["niet_uit_te_rekenen"]
        return {"soort": "onbekend", "zin": zin, "mist": namen}
    anders = [vul(teksten[stand], {"zin": _zin(geldt[stand][0], bladen, stand)}) for stand in ("tegen", "mee") if geldt[stand][0] != nummer]
    return {"soort": "wankel" if anders else "zeker", "zin": " ".join([_zin(nummer, bladen, "waarde"), *anders]), "mist": []}


def _geldt(blad: Blad) -> tuple[int | None, list[str]]:
    """Geef het nummer van de eerste conclusie die geldt; is er een niet te zeggen, dan ook de volgende niet."""
    for nummer, conclusie in enumerate(blad.regels["conclusies"]):
        waar, mist = blad.reken(conclusie["wanneer"], {})
        if waar is not False:
            return (nummer, []) if waar is True else (None, mist)
    return None, []


def _zin(nummer: int | None, bladen: Mapping[str, Blad], stand: str) -> str:
    regels = bladen["waarde"].regels
    return regels["teksten"]["niet_uit_te_rekenen"] if nummer is None else _vul_zin(regels["conclusies"][nummer]["zin"], {}, bladen, stand)


def namen_op_assen(uit: Rij, regels: Regels) -> dict[str, list[str]]:
    """Geef van elke as met namen (jaar, de groep, de vaste assen) hoe haar leden heten.

    >>> namen_op_assen({"jaren": ["jaar 1"], "groepen": [], "assen": {"model": ["delen"]}}, {})
    {'model': ['delen'], 'jaar': ['jaar 1'], '': []}
    """
    return {**uit["assen"], "jaar": uit["jaren"], regels.get("groep", {}).get("naam", ""): uit["groepen"]}


# -- schrijven ----------------------------------------------------------------------------------


def toon_uitkomst(waarde: Waarde, vorm: Rij, onbekend: str = "–") -> str:
    """Schrijf een cel van een uitkomst. Ontbreekt er niets en is er toch geen waarde, dan staat er wat de beschrijving daarvoor geeft.

    >>> toon_uitkomst(None, {"eenheid": "jaar", "niets": "niet binnen deze jaren", "mist": []})
    'niet binnen deze jaren'
    """
    return toon_waarde(waarde, vorm["eenheid"], vorm["niets"] if vorm["niets"] and not vorm["mist"] else onbekend)


def toon_waarde(waarde: Waarde, eenheid: str, onbekend: str = "–") -> str:
    """Schrijf een waarde met haar eenheid: euro, procent, jaar, verhouding (twee decimalen) of niets.

    >>> toon_waarde(12500.0, "euro"), toon_waarde(2.5, "jaar"), toon_waarde(None, "euro"), toon_waarde(True, ""), toon_waarde(0.5, "verhouding")
    ('€ 12.500', '2,5 jaar', '–', 'ja', '0,50')
    """
    if waarde is None:
        return onbekend
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, str):
        return waarde
    if eenheid == "euro":
        return toon_euro(waarde)
    if eenheid == "verhouding":
        heel = math.floor(abs(waarde) * 100 + 0.5)
        return f"{'-' if waarde < 0 and heel else ''}{heel // 100},{heel % 100:02d}"
    return toon(waarde) + {"procent": "%", "jaar": " jaar"}.get(eenheid, "")
