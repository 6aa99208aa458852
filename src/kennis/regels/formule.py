"""Formules als data: ontleden en uitrekenen, zonder eval. Tweeling van formule.js.

Een formule is tekst zoals `som(kosten.bedrag, kosten.partij = partij)`. Een naam kan op assen liggen: `kosten.bedrag`
heeft een waarde per rij van kosten, `saldo` misschien een per partij en jaar. Wat in een formule vastligt (zoals de
partij waar het nu om gaat), ligt vast; over de rest loopt een functie die optelt.

`None` is "niet bekend". Rekenen met iets onbekends geeft iets onbekends en nooit 0; delen door nul ook.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any

from kennis.regels.basis import som

Waarde = float | str | bool | None
Boom = tuple[Any, ...]

TEKEN = re.compile(r'(\d+(?:\.\d+)?%?)|("[^"]*")|([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)|(<=|>=|<>|[-+*/^=<>(),])')
# Van los naar vast; wat op één regel staat, bindt even sterk.
LAGEN = (("of",), ("en",), ("=", "<>", "<", "<=", ">", ">="), ("+", "-"), ("*", "/"))
VERGELIJKEN = 2
# Hoeveel waarden een functie vraagt, en wat zij geeft.
FUNCTIES = {
    "als": (3, 3, "als(voorwaarde, dan, anders): het ene of het andere."),
    "anders": (2, 2, "anders(waarde, reserve): de waarde, en de reserve zolang zij niet bekend is."),
    "bekend": (1, 1, "bekend(waarde): of de waarde bekend is."),
    "som": (1, 2, "som(waarde, voorwaarde): de som over rijen, jaren of partijen waar de voorwaarde geldt. Zonder rijen niet bekend."),
    "aantal": (1, 1, "aantal(voorwaarde): hoe vaak de voorwaarde geldt; aantal(kosten) telt de rijen."),
    "gemiddelde": (1, 2, "gemiddelde(waarde, voorwaarde): het gemiddelde over rijen, jaren of partijen."),
    "min": (1, 9, "min(waarde): de laagste over rijen, jaren of partijen; min(a, b): de laagste van twee."),
    "max": (1, 9, "max(waarde): de hoogste over rijen, jaren of partijen; max(a, b): de hoogste van twee."),
    "rond": (1, 2, "rond(waarde, decimalen): afgerond, een half van nul af; rond(waarde, -3) op duizenden."),
    "reeks": (2, 60, "reeks(a, b, c): in jaar 1 a, in jaar 2 b, daarna c; ook in jaar 0 geldt a."),
    "opgeteld": (1, 1, "opgeteld(waarde): de som van het eerste jaar tot en met dit jaar."),
    "contante_waarde": (2, 2, "contante_waarde(waarde, rente): de som over de jaren van waarde / (1 + rente)^jaar; de rente is een deel, dus 0.0225."),
    "terugverdientijd": (1, 1, "terugverdientijd(waarde): na hoeveel jaar de opgetelde waarde niet meer onder nul komt; zo niet, dan niet bekend."),
}
# Wat over rijen, jaren of partijen loopt. Bij min en max alleen met één waarde.
LUSSEN = ("som", "aantal", "gemiddelde", "min", "max", "contante_waarde", "terugverdientijd")
# Wat zelf over de jaren loopt.
OVER_JAREN = ("contante_waarde", "terugverdientijd")


class FormuleFout(ValueError):
    """Een formule klopt niet: de zin zegt wat, met de formule en het teken waar het misgaat."""

    def __init__(self, zin: str, formule: str = "", plek: int = 0):
        super().__init__(f'{zin}. Formule: "{formule}", bij teken {plek + 1}.' if formule else f"{zin}.")
        self.zin, self.plek = zin, plek


# -- ontleden -------------------------------------------------------------------------------------------------


@cache
def ontleed(formule: str) -> Boom:
    """Maak van een formule een boom: (soort, plek, …).

    Fouten: `FormuleFout` met wat er niet klopt en waar.

    >>> ontleed("1 + 2")
    ('op', 2, '+', ('vast', 0, 1.0), ('vast', 4, 2.0))
    >>> ontleed("som(kosten.bedrag")
    Traceback (most recent call last):
    kennis.regels.formule.FormuleFout: hier hoort een haakje sluiten. Formule: "som(kosten.bedrag", bij teken 18.
    """
    lezer = _Lezer(formule)
    boom = lezer.laag(0)
    if lezer.nu:
        hint = "; een getal schrijf je met een punt (1.5)" if lezer.nu == "," else ""
        raise lezer.fout(f"hier hoort de formule op te houden, en er staat '{lezer.nu}'{hint}")
    return boom


class _Lezer:
    def __init__(self, formule: str):
        self.formule, self.i = formule, 0
        self.tekens = list(self._tekens())

    def _tekens(self) -> Iterator[tuple[int, str]]:
        plek = 0
        while plek < len(self.formule):
            if self.formule[plek] in " \t\n":
                plek += 1
                continue
            teken = TEKEN.match(self.formule, plek)
            if not teken:
                raise FormuleFout(f"dit hoort niet in een formule: '{self.formule[plek]}'", self.formule, plek)
            yield plek, teken[0]
            plek = teken.end()

    @property
    def nu(self) -> str:
        return self.tekens[self.i][1] if self.i < len(self.tekens) else ""

    @property
    def plek(self) -> int:
        return self.tekens[self.i][0] if self.i < len(self.tekens) else len(self.formule)

    def fout(self, zin: str, plek: int | None = None) -> FormuleFout:
        return FormuleFout(zin, self.formule, self.plek if plek is None else plek)

    def neem(self) -> str:
        self.i += 1
        return self.tekens[self.i - 1][1]

    def laag(self, nummer: int) -> Boom:
        """Lees wat met de tekens van een laag aan elkaar zit."""
        if nummer == VERGELIJKEN and self.nu == "niet":
            plek = self.plek
            self.neem()
            return ("niet", plek, self.laag(nummer))
        if nummer == len(LAGEN):
            return self.teken()
        links = self.laag(nummer + 1)
        while self.nu in LAGEN[nummer]:
            plek, teken = self.plek, self.neem()
            links = ("op", plek, teken, links, self.laag(nummer + 1))
            if nummer == VERGELIJKEN and self.nu in LAGEN[nummer]:
                raise self.fout("vergelijk twee dingen tegelijk; zet anders haakjes")
        return links

    def teken(self) -> Boom:
        if self.nu == "-":
            plek = self.plek
            self.neem()
            return ("min", plek, self.teken())
        grond = self.atoom()
        if self.nu != "^":
            return grond
        plek = self.plek
        self.neem()
        return ("op", plek, "^", grond, self.teken())

    def atoom(self) -> Boom:
        plek, teken = self.plek, self.nu
        if teken == "(":
            self.neem()
            binnen = self.laag(0)
            self.sluit()
            return binnen
        if not teken or not (teken[0].isalnum() or teken[0] == '"') or teken in ("en", "of", "niet"):
            raise self.fout("hier hoort een getal, een naam of een haakje" + (f", en er staat '{teken}'" if teken else ", en de formule houdt op"))
        self.neem()
        if teken[0] == '"':
            return ("vast", plek, teken[1:-1])
        if teken[0].isdigit():
            return ("vast", plek, float(teken[:-1]) / 100 if teken.endswith("%") else float(teken))
        return self.functie(teken, plek) if self.nu == "(" else ("naam", plek, teken)

    def sluit(self) -> None:
        if self.nu != ")":
            raise self.fout("hier hoort een haakje sluiten")
        self.neem()

    def functie(self, naam: str, plek: int) -> Boom:
        if naam not in FUNCTIES:
            raise self.fout(f"de functie '{naam}' bestaat niet; wel: {', '.join(FUNCTIES)}", plek)
        self.neem()
        delen = [self.laag(0)] if self.nu != ")" else []
        while self.nu == ",":
            self.neem()
            delen.append(self.laag(0))
        self.sluit()
        minst, meest, _ = FUNCTIES[naam]
        if not minst <= len(delen) <= meest:
            vraagt = str(minst) if minst == meest else f"{minst} tot {meest}"
            wat, staan = "waarde" if vraagt == "1" else "waarden", "staat" if len(delen) == 1 else "staan"
            raise self.fout(f"{naam} vraagt {vraagt} {wat}, en er {staan} er {len(delen)}", plek)
        return ("roep", plek, naam, tuple(delen))


# -- assen ----------------------------------------------------------------------------------------------------


class Omgeving:
    """Waar een formule haar namen vindt.

    kent: naam → de assen waar zij op ligt, of None als zij niet bestaat. leden: as → haar leden op volgorde.
    lees: naam en plekken → de waarde; wat ontbreekt zet zij in `mist`, en een as zonder leden komt daar ook in.
    plekken: as → het lid waar het nu om gaat.
    """

    __slots__ = ("kent", "leden", "lees", "memo", "mist", "plekken")

    def __init__(
        self,
        kent: Callable[[str], Sequence[str] | None],
        leden: Callable[[str], Sequence[Any]],
        lees: Callable[[str, Mapping[str, Any]], Waarde],
        plekken: Mapping[str, Any] | None = None,
    ):
        self.kent, self.leden, self.lees, self.plekken = kent, leden, lees, plekken or {}
        self.mist: list[str] = []
        self.memo: dict[int, tuple[str, ...]] = {}

    def op(self, plekken: Mapping[str, Any]) -> Omgeving:
        """Geef dezelfde omgeving, met meer vaste plekken."""
        uit = object.__new__(Omgeving)
        uit.kent, uit.leden, uit.lees, uit.mist, uit.memo = self.kent, self.leden, self.lees, self.mist, self.memo
        uit.plekken = {**self.plekken, **plekken}
        return uit

    def assen(self, boom: Boom) -> tuple[str, ...]:
        """Geef de assen waar een formule op ligt; dezelfde boom wordt één keer bekeken."""
        if id(boom) not in self.memo:
            self.memo[id(boom)] = assen(boom, self.kent)
        return self.memo[id(boom)]


def assen(boom: Boom, kent: Callable[[str], Sequence[str] | None]) -> tuple[str, ...]:
    """Geef de assen waar een formule op ligt, in de volgorde waarin zij genoemd worden.

    Fouten: `FormuleFout` als een naam niet bestaat.
    """
    soort, _, *rest = boom
    if soort == "naam":
        gevonden = kent(rest[0])
        if gevonden is None:
            raise FormuleFout(f"de naam '{rest[0]}' bestaat niet")
        return tuple(gevonden)
    if soort == "roep" and loopt(boom):
        # De rente hoort niet bij wat er opgeteld wordt.
        return assen(boom[3][1], kent) if rest[0] == "contante_waarde" else ()
    eigen = ("jaar",) if soort == "roep" and rest[0] in ("opgeteld", "reeks") else ()
    return tuple(dict.fromkeys([*eigen, *(as_ for deel in delen_van(boom) for as_ in assen(deel, kent))]))


def loopt(boom: Boom) -> bool:
    """Zeg of een aanroep zelf over assen loopt."""
    return boom[2] in LUSSEN and (boom[2] not in ("min", "max") or len(boom[3]) == 1)


def delen_van(boom: Boom) -> Sequence[Boom]:
    """Geef de delen van een boom."""
    if boom[0] == "roep":
        return boom[3]
    return boom[3:] if boom[0] == "op" else boom[2:] if boom[0] in ("min", "niet") else ()


# -- rekenen --------------------------------------------------------------------------------------------------


def reken(boom: Boom, omgeving: Omgeving) -> Waarde:
    """Reken een formule uit; `None` is niet bekend.

    Fouten: `FormuleFout` als een naam niet bestaat of met zichzelf rekent.

    >>> reken(ontleed("(1 + 2) * 3 ^ 2"), Omgeving(lambda naam: None, lambda as_: [], lambda naam, plekken: None))
    27.0
    """
    soort, _, *rest = boom
    if soort == "vast":
        return rest[0]
    if soort == "naam":
        return omgeving.lees(rest[0], omgeving.plekken)
    if soort == "min":
        waarde = _getal(reken(rest[0], omgeving))
        return None if waarde is None else -waarde
    if soort == "niet":
        waarde = reken(rest[0], omgeving)
        return not waarde if isinstance(waarde, bool) else None
    if soort == "op":
        return _reken_op(rest[0], rest[1], rest[2], omgeving)
    return AANROEP[rest[0]](rest[1], omgeving)


def _getal(waarde: Waarde) -> float | None:
    """Geef een eindig getal; alles anders is niet bekend."""
    return waarde if isinstance(waarde, float) and math.isfinite(waarde) else None


def _reken_op(teken: str, links: Boom, rechts: Boom, omgeving: Omgeving) -> Waarde:
    if teken in ("en", "of"):
        return _logisch(teken == "of", links, rechts, omgeving)
    a, b = reken(links, omgeving), reken(rechts, omgeving)
    if a is None or b is None or type(a) is not type(b):
        return None
    if teken in LAGEN[VERGELIJKEN]:
        return _vergelijk(teken, a, b)
    return _getal(_som(teken, a, b)) if isinstance(a, float) else None


def _logisch(genoeg: bool, links: Boom, rechts: Boom, omgeving: Omgeving) -> Waarde:
    """Eén `waar` is genoeg voor of, één `onwaar` voor en; daarna doet het andere er niet toe."""
    a = reken(links, omgeving)
    if a is genoeg:
        return genoeg
    b = reken(rechts, omgeving)
    return b if b is genoeg or (b is a and isinstance(a, bool)) else None


def _vergelijk(teken: str, a: Any, b: Any) -> bool | None:
    if teken in ("=", "<>"):
        return (a == b) == (teken == "=")
    if not isinstance(a, float):
        return None
    return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[teken]


def _som(teken: str, a: float, b: float) -> float | None:
    if teken == "/":
        return a / b if b else None
    if teken == "^":
        return macht(a, b)
    return {"+": a + b, "-": a - b, "*": a * b}[teken]


def macht(grond: float, exponent: float) -> float | None:
    """Verhef tot een hele macht, door te vermenigvuldigen: zo rekenen Python en JavaScript precies gelijk.

    >>> macht(1.5, 2.0), macht(2.0, -1.0), macht(2.0, 0.5)
    (2.25, 0.5, None)
    """
    if not float(exponent).is_integer() or abs(exponent) > 1000:
        return None
    uit, factor, rest = 1.0, grond, int(abs(exponent))
    while rest:
        if rest % 2:
            uit *= factor
        factor *= factor
        rest //= 2
    if exponent >= 0:
        return uit
    return 1 / uit if uit else None


# -- functies -------------------------------------------------------------------------------------------------


def _vrij(delen: Sequence[Boom], omgeving: Omgeving) -> list[str]:
    return list(dict.fromkeys(as_ for deel in delen for as_ in omgeving.assen(deel) if as_ not in omgeving.plekken))


def _lus(delen: Sequence[Boom], omgeving: Omgeving) -> Iterator[Omgeving]:
    """Geef een omgeving voor elke combinatie van leden van de assen die nog niet vastliggen."""
    vrij = _vrij(delen, omgeving)
    for leden in product(*(omgeving.leden(as_) for as_ in vrij)):
        yield omgeving.op(dict(zip(vrij, leden, strict=True)))


def _waarden(delen: Sequence[Boom], omgeving: Omgeving) -> list[float] | None:
    """Geef de waarden waar de voorwaarde geldt, of None als er iets niet bekend is of als er niets is om over te lopen."""
    uit, leeg, onbekend = [], True, False
    for hier in _lus(delen, omgeving):
        leeg = False
        telt = reken(delen[1], hier) if len(delen) > 1 else True
        waarde = _getal(reken(delen[0], hier)) if telt is True else None
        if waarde is not None:
            uit.append(waarde)
        elif telt is not False:
            onbekend = True
    if leeg:
        omgeving.mist.extend(as_ for as_ in _vrij(delen, omgeving) if not omgeving.leden(as_))
    return None if leeg or onbekend else uit


def _als(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    voorwaarde = reken(delen[0], omgeving)
    return reken(delen[1 if voorwaarde else 2], omgeving) if isinstance(voorwaarde, bool) else None


def _stil(deel: Boom, omgeving: Omgeving) -> tuple[Waarde, Callable[[], None]]:
    """Reken uit, en geef een manier om te vergeten wat er daarbij ontbrak."""
    voor = len(omgeving.mist)
    waarde = reken(deel, omgeving)
    return waarde, lambda: omgeving.mist.__delitem__(slice(voor, None))


def _anders(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    waarde, vergeet = _stil(delen[0], omgeving)
    if waarde is not None:
        return waarde
    vergeet()
    return reken(delen[1], omgeving)


def _bekend(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    waarde, vergeet = _stil(delen[0], omgeving)
    vergeet()
    return waarde is not None


def _aantal(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    gevonden = [reken(delen[0], hier) for hier in _lus(delen, omgeving)]
    return float(sum(g is True for g in gevonden)) if all(isinstance(g, bool) for g in gevonden) else None


def _som_van(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    waarden = _waarden(delen, omgeving)
    return None if waarden is None else _getal(som(waarden))


def _gemiddelde(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    waarden = _waarden(delen, omgeving)
    return _getal(som(waarden) / len(waarden)) if waarden else None


def _uiterste(kies: Callable[[list[float]], float]) -> Callable[[Sequence[Boom], Omgeving], Waarde]:
    def reken_uit(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
        if len(delen) == 1:
            waarden = _waarden(delen, omgeving)
            return kies(waarden) if waarden else None
        alle = [_getal(reken(deel, omgeving)) for deel in delen]
        return None if None in alle else kies(alle)  # type: ignore[arg-type]

    return reken_uit


def _rond(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    waarde = _getal(reken(delen[0], omgeving))
    decimalen = _getal(reken(delen[1], omgeving)) if len(delen) > 1 else 0.0
    if waarde is None or decimalen is None or not decimalen.is_integer() or abs(decimalen) > 9:
        return None
    factor = macht(10.0, abs(decimalen)) or 1.0
    geschaald = abs(waarde) * factor if decimalen >= 0 else abs(waarde) / factor
    if not math.isfinite(geschaald):
        return None
    heel = float(math.floor(geschaald + 0.5))
    uit = heel / factor if decimalen >= 0 else heel * factor
    return _getal(-uit if waarde < 0 else uit)


def _jaar(naam: str, omgeving: Omgeving) -> float:
    if "jaar" not in omgeving.plekken:
        raise FormuleFout(f"{naam} hoort in een formule per jaar")
    return omgeving.plekken["jaar"]


def _reeks(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    return reken(delen[min(max(int(_jaar("reeks", omgeving)) - 1, 0), len(delen) - 1)], omgeving)


def _per_jaar(deel: Boom, omgeving: Omgeving, tot: float = math.inf) -> list[float] | None:
    """Geef per jaar de som over de andere assen die nog openstaan."""
    uit: list[float] = []
    onbekend = False
    for jaar in omgeving.leden("jaar"):
        if jaar <= tot:
            waarden = _waarden([deel], omgeving.op({"jaar": jaar}))
            onbekend = onbekend or waarden is None
            uit.append(som(waarden or []))
    return None if onbekend or not uit else uit


def _opgeteld(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    waarden = _per_jaar(delen[0], omgeving, _jaar("opgeteld", omgeving))
    return None if waarden is None else _getal(som(waarden))


def _contante_waarde(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    waarden, rente = _per_jaar(delen[0], omgeving), _getal(reken(delen[1], omgeving))
    if waarden is None or rente is None:
        return None
    factoren = [macht(1.0 + rente, float(jaar)) for jaar in omgeving.leden("jaar")]
    return _getal(som(w / f for w, f in zip(waarden, factoren, strict=True))) if all(factoren) else None  # type: ignore[operator]


def _terugverdientijd(delen: Sequence[Boom], omgeving: Omgeving) -> Waarde:
    waarden, jaren = _per_jaar(delen[0], omgeving), omgeving.leden("jaar")
    if waarden is None:
        return None
    stand, tijd = 0.0, float(jaren[0])
    for jaar, waarde in zip(jaren, waarden, strict=True):
        nieuw = stand + waarde
        # Binnen het jaar waarin de stand door nul gaat, rekenen wij naar rato.
        if stand < 0 <= nieuw:
            tijd = float(jaar) - 1 + (-stand / waarde)
        stand = nieuw
    return _getal(tijd) if stand >= 0 else None


AANROEP: dict[str, Callable[[Sequence[Boom], Omgeving], Waarde]] = {
    "als": _als,
    "anders": _anders,
    "bekend": _bekend,
    "som": _som_van,
    "aantal": _aantal,
    "gemiddelde": _gemiddelde,
    "min": _uiterste(min),
    "max": _uiterste(max),
    "rond": _rond,
    "reeks": _reeks,
    "opgeteld": _opgeteld,
    "contante_waarde": _contante_waarde,
    "terugverdientijd": _terugverdientijd,
}
