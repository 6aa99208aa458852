"""Kolommen: wat er in een tabel mag staan, en één lijst met alles wat er niet klopt.

Een beschrijving van kolommen is data (json of yml). Secties van een dossier en
kennistabellen gebruiken dezelfde beschrijving en dezelfde controle.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from kennis.woord import ONLEESBAAR, RICHTING, WITRUIMTE, leeg, leesbaar, schoon, schrijf_getal, schrijf_precies

LANGST = 10_000  # tekens in één cel
MEEST = 50  # fouten die de lezer te zien krijgt
_GETOOND = 80  # tekens van een waarde in een melding
_WOORD = 60  # een langer woord is geen tikfout in een naam


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
        plaats = [kort(self.bestand)]
        if self.rij is not None:
            plaats.append(f"rij {self.rij}")
        if self.kolom:
            plaats.append(f"kolom '{kort(self.kolom)}'")
        waarde = f" staat '{kort(self.waarde)}';" if self.waarde is not None else ""
        voorstel = f" Bedoel je '{self.voorstel}'?" if self.voorstel else ""
        punt = "" if self.verwacht.endswith("?") else "."
        return f"{', '.join(plaats)}:{waarde} {self.verwacht}{punt}{voorstel}"


class InvoerFout(ValueError):
    """Invoer klopt niet. De tekst noemt de eerste vijftig fouten; `fouten` is de hele lijst."""

    def __init__(self, fouten: Iterable[Fout]):
        self.fouten = list(fouten)
        aantal = len(self.fouten)
        kop = "1 fout gevonden" if aantal == 1 else f"{aantal} fouten gevonden"
        regels = "\n".join(f"  - {regel}" for regel in hoogstens([str(fout) for fout in self.fouten[: MEEST + 1]], aantal))
        super().__init__(f"{kop}; er is niets gewijzigd.\n{regels}")


def hoogstens(zinnen: list[str], aantal: int | None = None) -> list[str]:
    """Geef de eerste vijftig zinnen, en daarna hoeveel er nog zijn.

    >>> hoogstens(["a", "b"]), hoogstens(["x"] * 52)[-1]
    (['a', 'b'], 'en nog 2')
    """
    aantal = len(zinnen) if aantal is None else aantal
    return zinnen if aantal <= MEEST else [*zinnen[:MEEST], f"en nog {aantal - MEEST}"]


def kort(waarde: Any) -> str:
    """Schrijf een waarde zoals een melding haar noemt: één regel, hoogstens tachtig tekens, geen onleesbare tekens.

    >>> kort("a\x07b"), kort(-0.5), kort([1]), len(kort("x" * 500))
    ('a�b', '-0,5', '[…]', 80)
    """
    if isinstance(waarde, (list, tuple, dict)):
        return "{…}" if isinstance(waarde, dict) else "[…]"
    if waarde is None or isinstance(waarde, bool):
        return "niets" if waarde is None else "true" if waarde else "false"
    if isinstance(waarde, (int, float)):
        waarde = schrijf_getal(_als_getal(waarde)) or "geen getal"
    tekst = re.sub(r"[\r\n\t]+", " ", leesbaar(RICHTING.sub("", str(waarde))))
    return tekst if len(tekst) <= _GETOOND else tekst[: _GETOOND - 1] + "…"


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


_BEDRAG = re.compile(r"([+-]?)(?:€|euro?)?([+-]?[0-9.,]+?)(?:[.,][-–—]{1,2})?(k|duizend|mln|miljoen)?(?:€|euro?)?", re.I | re.A)
_MAAL = {"k": 1e3, "duizend": 1e3, "mln": 1e6, "miljoen": 1e6}


def lees_bedrag(waarde: Any) -> float:
    """Lees een bedrag in euro, zoals mensen het schrijven.

    Een punt met drie cijfers is hier een duizendtal; "€", "euro", ",-", "mln" en spaties mogen erbij.

    >>> lees_bedrag("120.000"), lees_bedrag("€ 80 000,-"), lees_bedrag("1250,50 euro"), lees_bedrag("1,5 mln")
    (120000.0, 80000.0, 1250.5, 1500000.0)
    """
    if not isinstance(waarde, str):
        return lees_getal(waarde)
    tekst = "".join(letter for letter in schoon(waarde).replace("−", "-") if letter not in WITRUIMTE)
    gevonden = _BEDRAG.fullmatch(tekst)
    if not gevonden:
        raise ValueError("geen getal")
    cijfers = gevonden[1] + gevonden[2]
    if re.fullmatch(r"[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+", cijfers):
        cijfers = cijfers.replace(".", "")
    return _eindig(lees_getal(cijfers) * _MAAL.get((gevonden[3] or "").lower(), 1.0))


def _als_getal(waarde: float) -> float:
    """Geef een getal als float; een geheel getal dat daar niet in past is oneindig."""
    try:
        return float(waarde)
    except OverflowError:
        return math.inf


def _eindig(waarde: Any) -> float:
    getal = _als_getal(waarde)
    if not math.isfinite(getal):
        raise ValueError("geen getal")
    return getal


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

    def lees(self, waarde: Any) -> Any:
        """Lees één cel: geef de nette waarde, of None als er niets staat.

        Fouten: `CelFout` met wat er had moeten staan.

        >>> Kolom("macht", "Macht", soort="getal", max=10).lees("7,5")
        7.5
        """
        if leeg(waarde):
            if self.verplicht:
                raise CelFout(f"deze cel is leeg; {self.verwachting}", toon=False)
            return self.standaard
        if self.soort in ("getal", "heel"):
            return self._lees_getal(waarde)
        tekst = self._lees_tekst(waarde)
        return self._lees_keuze(tekst) if self.soort == "keuze" else tekst

    def _lees_getal(self, waarde: Any) -> float:
        try:
            getal = lees_bedrag(waarde) if self.eenheid == "euro" else lees_getal(waarde)
        except ValueError as fout:
            kaal = schoon(waarde) if isinstance(waarde, str) else ""
            hoe = f" (schrijf {kaal.replace('.', '')} of {kaal.replace('.', ',')})" if str(fout) == "dubbelzinnig" else ""
            raise CelFout(self.verwachting + hoe) from None
        past = (self.min is None or getal >= self.min) and (self.max is None or getal <= self.max)
        if not past or (self.soort == "heel" and not getal.is_integer()):
            raise CelFout(self.verwachting)
        return int(getal) if self.soort == "heel" else getal

    def _lees_tekst(self, waarde: Any) -> str:
        if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
            tekst = schrijf_precies(_als_getal(waarde))
        else:
            tekst = schoon(waarde) if isinstance(waarde, str) else ""
        if not tekst:
            raise CelFout(self.verwachting)
        if ONLEESBAAR.search(tekst):
            raise CelFout("hierin staat een teken dat niet te lezen is; typ de tekst opnieuw")
        if len(tekst) > LANGST:
            raise CelFout(f"hier passen hoogstens {LANGST} tekens")
        return tekst

    def _lees_keuze(self, tekst: str) -> str:
        if tekst in self.waarden:
            return tekst
        klein = tekst.lower()
        for keuze in self.waarden:
            if keuze.lower() == klein:
                return keuze
        raise CelFout(self.verwachting)


class CelFout(ValueError):
    """Een cel klopt niet; de tekst zegt wat er hoort. `toon` zegt of de waarde in de melding hoort."""

    def __init__(self, verwacht: str, *, toon: bool = True):
        super().__init__(verwacht)
        self.verwacht, self.toon = verwacht, toon


class Kolommen:
    """De kolommen van één tabel, met de controle die erbij hoort."""

    def __init__(self, kolommen: Iterable[Mapping[str, Any]]):
        self.lijst = [Kolom.uit(kolom) for kolom in kolommen]
        self.sleutels = [kolom.sleutel for kolom in self.lijst]
        self.bekend = frozenset(self.sleutels)

    def __getitem__(self, sleutel: str) -> Kolom:
        return self.lijst[self.sleutels.index(sleutel)]

    @property
    def uniek(self) -> Kolom | None:
        """De kolom die een rij haar naam geeft, of None."""
        return next((kolom for kolom in self.lijst if kolom.uniek), None)

    def controleer_koppen(self, koppen: Iterable[str], bestand: str, rij: int = 1) -> list[Fout]:
        """Noem koppen die ontbreken, dubbel staan of niet bestaan (met het dichtstbijzijnde goede woord)."""
        gevonden = list(koppen)
        fouten: list[Fout] = []
        ontbreekt = [k.sleutel for k in self.lijst if k.verplicht and k.sleutel not in gevonden]
        vrij = [s for s in self.sleutels if s not in gevonden]
        dubbel = {kop for kop, aantal in Counter(gevonden).items() if aantal > 1}
        for kop in dict.fromkeys(gevonden):
            if kop not in self.sleutels:
                voorstel = naaste(kop, vrij or self.sleutels) if len(fouten) < MEEST else None
                if voorstel in ontbreekt:
                    ontbreekt.remove(voorstel)
                verwacht = "deze kolom bestaat niet; bekend zijn: " + ", ".join(self.sleutels)
                fouten.append(Fout(bestand, rij, kop or "(zonder naam)", None, verwacht, voorstel))
            elif kop in dubbel:
                fouten.append(Fout(bestand, rij, kop, None, "deze kolom staat er meer dan één keer"))
        fouten += [Fout(bestand, rij, k, None, "deze kolom ontbreekt") for k in ontbreekt]
        return fouten

    def controleer_rijen(
        self, rijen: Iterable[Mapping[str, Any]], bestand: str, nummers: Iterable[int] | None = None
    ) -> tuple[list[dict[str, Any]], list[Fout]]:
        """Geef de nette rijen en alle fouten; een cel die niet klopt, is in de nette rij leeg.

        nummers: de rijnummers in het bestand; anders telt de eerste rij als 1.
        """
        rijen = list(rijen)
        nummers = list(nummers) if nummers is not None else list(range(1, len(rijen) + 1))
        goed, fouten = [], []
        for nummer, rij in zip(nummers, rijen, strict=True):
            net = {}
            for kolom in self.lijst:
                net[kolom.sleutel], fout = self.controleer_cel(kolom, rij.get(kolom.sleutel), bestand, nummer, len(fouten) < MEEST)
                fouten += [fout] if fout else []
            for vreemd in [s for s, waarde in rij.items() if s not in self.bekend and not leeg(waarde)]:
                voorstel = naaste(str(vreemd), self.sleutels) if len(fouten) < MEEST else None
                fouten.append(Fout(bestand, nummer, str(vreemd) or "(zonder naam)", None, "deze kolom bestaat niet", voorstel))
            goed.append(net)
        return goed, fouten + self.dubbele(rijen, bestand, nummers)

    def controleer_cel(self, kolom: Kolom, waarde: Any, bestand: str, nummer: int | None, raad: bool = True) -> tuple[Any, Fout | None]:
        """Geef de nette waarde van een cel, en de fout als zij niet klopt; `raad` zoekt de naaste keuze erbij."""
        try:
            return kolom.lees(waarde), None
        except CelFout as fout:
            voorstel = naaste(schoon(waarde), kolom.waarden) if raad and fout.toon and kolom.soort == "keuze" and isinstance(waarde, str) else None
            return None, Fout(bestand, nummer, kolom.sleutel, kort(waarde) if fout.toon else None, fout.verwacht, voorstel)

    def dubbele(self, rijen: Iterable[Mapping[str, Any]], bestand: str, nummers: Iterable[int]) -> list[Fout]:
        """Noem elke naam die in een eerdere rij al stond; hoofdletters maken geen verschil."""
        fouten = []
        for kolom in self.lijst:
            if not kolom.uniek:
                continue
            eerder: dict[str, int] = {}
            for nummer, rij in zip(nummers, rijen, strict=True):
                naam = rij_naam(rij.get(kolom.sleutel))
                if not naam:
                    continue
                sleutel = naam.lower()
                if sleutel in eerder:
                    verwacht = f"deze naam staat ook in rij {eerder[sleutel]}; elke naam hoort één keer voor te komen"
                    fouten.append(Fout(bestand, nummer, kolom.sleutel, kort(rij[kolom.sleutel]), verwacht))
                eerder.setdefault(sleutel, nummer)
        return fouten


def rij_naam(waarde: Any) -> str:
    """Geef een naam als nette tekst, ook als zij als getal is ingevuld; leeg als er geen naam staat."""
    if isinstance(waarde, str):
        return schoon(waarde)
    if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
        return schrijf_precies(_als_getal(waarde))
    return ""


def naaste(woord: str, keuzes: Iterable[str]) -> str | None:
    """Geef de keuze die met de minste letters verschil op het woord lijkt, of None. Tweeling van kolommen.js.

    Een woord van meer dan zestig tekens is geen tikfout, en krijgt geen voorstel.

    >>> naaste("belnag", ["macht", "belang"])
    'belang'
    """
    return _naaste(str(woord), tuple(keuzes))


@lru_cache(maxsize=4096)
def _naaste(woord: str, keuzes: tuple[str, ...]) -> str | None:
    klein, beste, minst = woord.lower(), None, math.inf
    if len(woord) > _WOORD:
        return None
    for keuze in keuzes:
        grens = max(1.0, len(keuze) * 0.4)
        if abs(len(keuze.lower()) - len(klein)) <= grens and (afstand := _afstand(klein, keuze.lower())) <= grens and afstand < minst:
            beste, minst = keuze, afstand
    return beste


def _afstand(a: str, b: str) -> int:
    """Tel hoeveel letters er bij, weg of anders moeten om van a naar b te komen (Levenshtein)."""
    # Wat aan het begin en eind gelijk is, telt niet mee.
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    rij = list(range(len(b) + 1))
    for i, links in enumerate(a, start=1):
        nieuw = [i]
        for j, rechts in enumerate(b, start=1):
            nieuw.append(min(rij[j] + 1, nieuw[-1] + 1, rij[j - 1] + (links != rechts)))
        rij = nieuw
    return rij[-1]
