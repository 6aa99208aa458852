"""Kolommen: wat er in een tabel mag staan, en één lijst met alles wat er niet klopt.

Een beschrijving van kolommen is data (json of yml). Secties van een dossier en
kennistabellen gebruiken dezelfde beschrijving en dezelfde controle.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, create_model

# Python en JavaScript kennen niet dezelfde witruimte; daarom staat zij hier uitgeschreven,
# gelijk aan WITRUIMTE in kolommen.js.
WITRUIMTE = " \t\n\r\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"


@dataclass(frozen=True)
class Fout:
    """Eén ding dat niet klopt, met de plaats en wat er had moeten staan."""

    bestand: str
    rij: int | None
    kolom: str | None
    waarde: str | None
    verwacht: str
    voorstel: str | None = None

    def __str__(self) -> str:
        plaats = [self.bestand]
        if self.rij is not None:
            plaats.append(f"rij {self.rij}")
        if self.kolom:
            plaats.append(f"kolom '{self.kolom}'")
        waarde = f" staat '{self.waarde}';" if self.waarde is not None else ""
        voorstel = f" Bedoel je '{self.voorstel}'?" if self.voorstel else ""
        punt = "" if self.verwacht.endswith("?") else "."
        return f"{', '.join(plaats)}:{waarde} {self.verwacht}{punt}{voorstel}"


class InvoerFout(ValueError):
    """Invoer klopt niet. De tekst noemt alle fouten; `fouten` is de lijst."""

    def __init__(self, fouten: Iterable[Fout]):
        self.fouten = list(fouten)
        aantal = len(self.fouten)
        kop = "1 fout gevonden" if aantal == 1 else f"{aantal} fouten gevonden"
        regels = "\n".join(f"  - {fout}" for fout in self.fouten)
        super().__init__(f"{kop}; er is niets gewijzigd.\n{regels}")


def schoon(waarde: Any) -> str:
    """Maak van een waarde nette tekst: NFC, zonder witruimte aan de randen.

    >>> schoon("  Menzis\\u00a0")
    'Menzis'
    """
    return unicodedata.normalize("NFC", str(waarde)).strip(WITRUIMTE)


def leeg(waarde: Any) -> bool:
    """Zeg of een cel leeg is (None, NaN of alleen witruimte)."""
    if waarde is None:
        return True
    if isinstance(waarde, float):
        return math.isnan(waarde)
    return isinstance(waarde, str) and schoon(waarde) == ""


def lees_getal(waarde: Any) -> float:
    """Lees een getal zoals een Nederlander het schrijft.

    Komma en punt zijn beide een decimaalteken. Een punt met precies drie cijfers
    erachter is dubbelzinnig (duizendtal of decimaal) en wordt geweigerd.

    >>> lees_getal("7,5"), lees_getal("€ 1.250,50"), lees_getal("1.200.000")
    (7.5, 1250.5, 1200000.0)
    >>> lees_getal("1.200")
    Traceback (most recent call last):
    ValueError: dubbelzinnig
    """
    if isinstance(waarde, bool):
        raise ValueError("geen getal")
    if isinstance(waarde, (int, float)):
        return _eindig(waarde)
    tekst = schoon(schoon(waarde).removeprefix("€"))
    if re.fullmatch(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}", tekst):
        raise ValueError("dubbelzinnig")
    if re.fullmatch(r"[+-]?[1-9][0-9]{0,2}((\.[0-9]{3})+,[0-9]+|(\.[0-9]{3}){2,})", tekst):
        tekst = tekst.replace(".", "")
    if not re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)?", tekst):
        raise ValueError("geen getal")
    return _eindig(tekst.replace(",", "."))


def lees_bedrag(waarde: Any) -> float:
    """Lees een bedrag in euro. Een punt met drie cijfers is hier een duizendtal, en "€", "euro" en spaties mogen erbij.

    >>> lees_bedrag("120.000"), lees_bedrag("€ 80 000"), lees_bedrag("1250,50 euro")
    (120000.0, 80000.0, 1250.5)
    """
    if not isinstance(waarde, str):
        return lees_getal(waarde)
    tekst = "".join(letter for letter in schoon(waarde) if letter not in WITRUIMTE)
    tekst = re.sub(r"^(€|euro?)|(€|euro?)$", "", tekst, flags=re.I)
    return lees_getal(tekst.replace(".", "") if re.fullmatch(r"[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+", tekst) else tekst)


def _eindig(waarde: Any) -> float:
    try:
        getal = float(waarde)
    except OverflowError:
        getal = math.inf
    if not math.isfinite(getal):
        raise ValueError("geen getal")
    return getal


def schrijf_getal(getal: float) -> str:
    """Schrijf een getal om te lezen: decimale komma, hoogstens tien cijfers, geen overbodige nullen.

    >>> schrijf_getal(7.50), schrijf_getal(3.0), schrijf_getal(1 / 3), schrijf_getal(2.5e10)
    ('7,5', '3', '0,3333333333', '25000000000')
    """
    return schrijf_precies(float(f"{getal:.10g}"))


def schrijf_precies(getal: float) -> str:
    """Schrijf een getal zo dat `lees_getal` precies hetzelfde getal teruggeeft, zonder e-macht.

    >>> schrijf_precies(0.1 + 0.2), schrijf_precies(1e22), schrijf_precies(-0.0)
    ('0,30000000000000004', '10000000000000000000000', '0')
    """
    if not math.isfinite(getal):
        return ""
    # Drie cijfers achter de komma lezen met een komma nooit dubbelzinnig.
    cijfers = format(Decimal(repr(float(getal) + 0.0)), "f")
    return (cijfers.rstrip("0").rstrip(".") if "." in cijfers else cijfers).replace(".", ",")


@dataclass(frozen=True)
class Kolom:
    """Eén kolom: sleutel, kop, uitleg en wat erin mag.

    `soort` is tekst, getal, heel (een heel getal) of keuze (één van `waarden`).
    `verwijst` is "sectie.kolom": de waarde moet daar voorkomen. `noemt` is zacht: namen van daar zijn
    suggesties en hernoemen mee, maar een andere naam mag. `alleen` beperkt dat tot rijen waarin een andere
    kolom een van die waarden heeft; `lid` zegt dat wie weg is ook hier weg hoort. `ook` zijn andere koppen
    die bij het inlezen gelden, en `verborgen` kolommen staan niet in formulieren en tabellen.
    """

    sleutel: str
    kop: str
    uitleg: str = ""
    soort: Literal["tekst", "getal", "heel", "keuze"] = "tekst"
    verplicht: bool = False
    uniek: bool = False
    min: float | None = None
    max: float | None = None
    waarden: tuple[str, ...] = ()
    eenheid: str = ""
    verwijst: str = ""
    groep: str = ""
    standaard: Any = None
    noemt: tuple[str, ...] = ()
    alleen: Mapping[str, list[str]] | None = None
    lid: bool = False
    ook: tuple[str, ...] = ()
    verborgen: bool = False

    @classmethod
    def uit(cls, gegevens: Mapping[str, Any]) -> Kolom:
        """Maak een kolom uit json of yml."""
        return cls(**{**gegevens, **{naam: tuple(gegevens.get(naam, ())) for naam in ("waarden", "noemt", "ook")}})

    @property
    def verwachting(self) -> str:
        """Wat er mag staan, als zin."""
        if self.soort == "keuze":
            wat = "hier hoort één van: " + ", ".join(self.waarden)
        elif self.soort in ("getal", "heel"):
            wat = "hier hoort een heel getal" if self.soort == "heel" else "hier hoort een getal"
            wat += self._grenzen()
        else:
            wat = "hier hoort tekst"
        return wat if self.verplicht else wat + ", of niets"

    def _grenzen(self) -> str:
        if self.min is not None and self.max is not None:
            return f" van {schrijf_getal(self.min)} tot en met {schrijf_getal(self.max)}"
        if self.min is not None:
            return f" van {schrijf_getal(self.min)} of hoger"
        if self.max is not None:
            return f" van hoogstens {schrijf_getal(self.max)}"
        return ""

    def type(self) -> Any:
        """Het type waarmee pydantic een cel controleert."""
        if self.soort == "keuze":
            kern: Any = Annotated[Literal[self.waarden], BeforeValidator(schoon)]
        elif self.soort in ("getal", "heel"):
            soort = int if self.soort == "heel" else float
            lees = lees_bedrag if self.eenheid == "euro" else lees_getal
            kern = Annotated[soort, Field(ge=self.min, le=self.max), BeforeValidator(lees)]
        else:
            kern = Annotated[str, BeforeValidator(schoon)]
        if self.verplicht:
            return Annotated[kern, BeforeValidator(_niet_leeg)]
        return Annotated[kern | None, BeforeValidator(lambda w: self.standaard if leeg(w) else w)]


def _niet_leeg(waarde: Any) -> Any:
    if leeg(waarde):
        raise ValueError("leeg")
    return waarde


class Kolommen:
    """De kolommen van één tabel, met de controle die erbij hoort."""

    def __init__(self, kolommen: Iterable[Mapping[str, Any]]):
        self.lijst = [Kolom.uit(kolom) for kolom in kolommen]
        self.sleutels = [kolom.sleutel for kolom in self.lijst]

    def __getitem__(self, sleutel: str) -> Kolom:
        return self.lijst[self.sleutels.index(sleutel)]

    @cached_property
    def _model(self) -> type[BaseModel]:
        velden = {kolom.sleutel: (kolom.type(), kolom.standaard if not kolom.verplicht else ...) for kolom in self.lijst}
        return create_model("Rij", __config__=ConfigDict(extra="forbid", protected_namespaces=()), **velden)

    def controleer_koppen(self, koppen: Iterable[str], bestand: str, rij: int = 1) -> list[Fout]:
        """Noem koppen die ontbreken, dubbel staan of niet bestaan (met het dichtstbijzijnde goede woord)."""
        gevonden = list(koppen)
        fouten = []
        ontbreekt = [k.sleutel for k in self.lijst if k.verplicht and k.sleutel not in gevonden]
        vrij = [s for s in self.sleutels if s not in gevonden]
        for kop in dict.fromkeys(gevonden):
            if kop not in self.sleutels:
                voorstel = naaste(kop, vrij or self.sleutels)
                if voorstel in ontbreekt:
                    ontbreekt.remove(voorstel)
                verwacht = "deze kolom bestaat niet; bekend zijn: " + ", ".join(self.sleutels)
                fouten.append(Fout(bestand, rij, kop or "(zonder naam)", None, verwacht, voorstel))
            elif gevonden.count(kop) > 1:
                fouten.append(Fout(bestand, rij, kop, None, "deze kolom staat er meer dan één keer"))
        fouten += [Fout(bestand, rij, k, None, "deze kolom ontbreekt") for k in ontbreekt]
        return fouten

    def controleer_rijen(
        self, rijen: Iterable[Mapping[str, Any]], bestand: str, nummers: Iterable[int] | None = None
    ) -> tuple[list[dict[str, Any]], list[Fout]]:
        """Geef de nette rijen en alle fouten. `nummers` zijn de rijnummers in het bestand."""
        rijen = list(rijen)
        nummers = list(nummers) if nummers is not None else list(range(1, len(rijen) + 1))
        goed, fouten = [], []
        for nummer, rij in zip(nummers, rijen, strict=True):
            try:
                goed.append(self._model.model_validate(dict(rij)).model_dump())
            except ValidationError as fout:
                fouten += [self._vertaal(e, rij, bestand, nummer) for e in fout.errors()]
        return goed, fouten + self._dubbele(rijen, nummers, bestand)

    def _vertaal(self, fout: Mapping[str, Any], rij: Mapping[str, Any], bestand: str, nummer: int) -> Fout:
        sleutel = str(fout["loc"][0])
        if sleutel not in self.sleutels:
            return Fout(bestand, nummer, sleutel or "(zonder naam)", None, "deze kolom bestaat niet", naaste(sleutel, self.sleutels))
        kolom = self[sleutel]
        if leeg(rij.get(sleutel)):
            return Fout(bestand, nummer, sleutel, None, f"deze cel is leeg; {kolom.verwachting}")
        waarde = _getoond(rij[sleutel])
        verwacht = kolom.verwachting
        if "dubbelzinnig" in str(fout.get("msg", "")):
            kaal = schoon(waarde)
            verwacht += f" (schrijf {kaal.replace('.', '')} of {kaal.replace('.', ',')})"
        voorstel = naaste(waarde, kolom.waarden) if kolom.soort == "keuze" else None
        return Fout(bestand, nummer, sleutel, waarde, verwacht, voorstel)

    def _dubbele(self, rijen: list[Mapping[str, Any]], nummers: list[int], bestand: str) -> list[Fout]:
        fouten = []
        for kolom in self.lijst:
            if not kolom.uniek:
                continue
            eerder: dict[str, int] = {}
            for nummer, rij in zip(nummers, rijen, strict=True):
                waarde = rij.get(kolom.sleutel)
                if leeg(waarde):
                    continue
                sleutel = schoon(waarde).lower()
                if sleutel in eerder:
                    verwacht = f"deze naam staat ook in rij {eerder[sleutel]}; elke naam hoort één keer voor te komen"
                    fouten.append(Fout(bestand, nummer, kolom.sleutel, _getoond(waarde), verwacht))
                eerder.setdefault(sleutel, nummer)
        return fouten


def _getoond(waarde: Any) -> str:
    """Een waarde zoals de lezer haar typte."""
    return schrijf_getal(waarde) if isinstance(waarde, float) and math.isfinite(waarde) else str(waarde)


def naaste(woord: str, keuzes: Iterable[str]) -> str | None:
    """Geef de keuze die met de minste letters verschil op het woord lijkt, of None. Tweeling van kolommen.js.

    >>> naaste("belnag", ["macht", "belang"])
    'belang'
    """
    klein = str(woord).lower()
    afstanden = [(_afstand(klein, keuze.lower()), keuze) for keuze in keuzes]
    if not afstanden:
        return None
    afstand, beste = min(afstanden, key=lambda paar: paar[0])
    return beste if afstand <= max(1, len(beste) * 0.4) else None


def _afstand(a: str, b: str) -> int:
    """Tel hoeveel letters er bij, weg of anders moeten om van a naar b te komen (Levenshtein)."""
    rij = list(range(len(b) + 1))
    for i, links in enumerate(a, start=1):
        nieuw = [i]
        for j, rechts in enumerate(b, start=1):
            nieuw.append(min(rij[j] + 1, nieuw[-1] + 1, rij[j - 1] + (links != rechts)))
        rij = nieuw
    return rij[-1]
