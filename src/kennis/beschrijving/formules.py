"""Formules nakijken voordat iemand ermee rekent: bestaan de namen, kloppen de assen, en past wat erbij komt bij elkaar?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kennis.dossier import sectie
from kennis.kolommen import naaste
from kennis.regels.formule import FUNCTIES, OVER_JAREN, Boom, FormuleFout, assen, delen_van, loopt, ontleed

Gegevens = dict[str, Any]
REKENEN = ("+", "-", "*", "/", "^")
# Wat een formule geeft die zelf niet klopt; dat is daar al gezegd.
ELDERS = "elders"


class Keurder:
    """Kijkt de formules van één rekenblad na.

    Een formule geeft een getal, tekst of een voorwaarde. Zij ligt op de assen van haar uitkomst; over andere assen
    hoort een functie te lopen (som, min, contante_waarde …).
    """

    def __init__(self, regels: Gegevens):
        self.regels = regels
        self.invoer = {deel["sectie"]: deel for deel in regels["invoer"]}
        self.groep = regels.get("groep", {}).get("naam", "")
        self.assen = {as_["naam"]: as_ for as_ in regels.get("assen", [])}
        self.eigen = {r["naam"]: r for r in regels["resultaten"]}
        self.eigen |= {f"{k['sectie']}.{k['naam']}": {**k, "per": [k["sectie"]]} for k in regels.get("kolommen", [])}
        self.bezig: list[str] = []

    def keur(self, formule: str, per: Sequence[str], soort: str, naam: str = "") -> str:
        """Geef wat er niet klopt, of niets.

        per: de assen die vastliggen. soort: wat de formule hoort te geven. naam: hoe de uitkomst heet, om een kring te zien.
        """
        self.bezig = [naam] if naam else []
        try:
            for as_ in per:
                self._as(as_)
            boom = ontleed(formule)
            geeft = self._kijk(boom, frozenset(per))
            if soort and geeft not in (soort, ELDERS):
                raise FormuleFout(f"deze formule geeft {_een(geeft)}, en hier hoort {_een(soort)}")
        except FormuleFout as fout:
            return fout.zin + (f" (bij teken {fout.plek + 1})" if fout.plek else "")
        return ""

    def _as(self, naam: str) -> None:
        mag = [*self._vaste_assen(), *(s for s, d in self.invoer.items() if not d.get("een"))]
        if naam not in mag:
            raise FormuleFout(f"'{naam}' is geen as; wel: {', '.join(mag)}")

    def _vaste_assen(self) -> list[str]:
        return [*(["jaar"] if "jaren" in self.regels else []), *([self.groep] if self.groep else []), *self.assen]

    # -- namen ------------------------------------------------------------------------------------

    def kent(self, naam: str) -> Sequence[str] | None:
        """Geef de assen van een naam, of None."""
        if naam in self.eigen:
            return self.eigen[naam].get("per", [])
        if naam in self._vaste_assen():
            return [naam]
        deel, _, kolom = naam.partition(".")
        if deel not in self.invoer or (kolom and kolom not in sectie(deel).kolommen.sleutels):
            return None
        return [] if self.invoer[deel].get("een") else [deel]

    def _alle(self) -> list[str]:
        kolommen = [f"{deel}.{kolom}" for deel in self.invoer for kolom in sectie(deel).kolommen.sleutels]
        return [*self.eigen, *kolommen, *self._vaste_assen()]

    def _soort_van(self, naam: str) -> str:
        """Zeg of een naam een getal, tekst of een voorwaarde is."""
        if naam in self.eigen:
            return self._soort_van_eigen(naam)
        if naam in self.assen:
            return "tekst" if isinstance(self.assen[naam]["waarden"][0], str) else "getal"
        if naam in ("jaar", self.groep):
            return "getal" if naam == "jaar" else "tekst"
        deel, _, kolom = naam.partition(".")
        return "voorwaarde" if not kolom else "getal" if sectie(deel).kolommen[kolom].soort in ("getal", "heel") else "tekst"

    def _soort_van_eigen(self, naam: str) -> str:
        if self.bezig[:1] == [naam]:
            raise FormuleFout(f"deze uitkomst rekent met zichzelf: {' → '.join([*self.bezig, naam])}")
        if naam in self.bezig:
            return ELDERS
        self.bezig.append(naam)
        try:
            return self._kijk(ontleed(self.eigen[naam]["formule"]), frozenset(self.eigen[naam].get("per", [])))
        except FormuleFout as fout:
            # Wat in een andere formule niet klopt, staat daar; alleen een kring gaat deze ook aan.
            if "rekent met zichzelf" in fout.zin:
                raise
            return ELDERS
        finally:
            self.bezig.pop()

    # -- kijken -----------------------------------------------------------------------------------

    def _kijk(self, boom: Boom, vast: frozenset[str]) -> str:
        """Geef wat een (deel van een) formule geeft; `vast` zijn de assen die vastliggen."""
        soort, plek, *rest = boom
        if soort == "vast":
            return "tekst" if isinstance(rest[0], str) else "getal"
        if soort == "naam":
            return self._kijk_naam(rest[0], plek, vast)
        if soort in ("min", "niet"):
            hoort = "getal" if soort == "min" else "voorwaarde"
            self._hoort(rest[0], vast, hoort)
            return hoort
        if soort == "op":
            return self._kijk_op(rest[0], rest[1:], plek, vast)
        return self._kijk_roep(boom, vast)

    def _kijk_naam(self, naam: str, plek: int, vast: frozenset[str]) -> str:
        op = self._assen(("naam", plek, naam))
        los = [as_ for as_ in op if as_ not in vast]
        if los:
            raise FormuleFout(f"'{naam}' heeft een waarde per {' en '.join(los)}; tel op met som(…), of zet de uitkomst per {' en '.join(los)}", plek=plek)
        return self._soort_van(naam)

    def _assen(self, boom: Boom) -> Sequence[str]:
        for naam, plek in _namen_in(boom):
            if self.kent(naam) is None:
                beste = naaste(naam, self._alle())
                raise FormuleFout(f"de naam '{naam}' bestaat niet" + (f"; bedoel je '{beste}'?" if beste else ""), plek=plek)
        return assen(boom, self.kent)

    def _hoort(self, boom: Boom, vast: frozenset[str], hoort: str) -> None:
        geeft = self._kijk(boom, vast)
        if geeft != hoort and ELDERS not in (geeft, hoort):
            raise FormuleFout(f"hier hoort {_een(hoort)}, en er staat {_een(geeft)}", plek=boom[1])

    def _gelijk(self, delen: Sequence[Boom], vast: frozenset[str]) -> str:
        soort = self._kijk(delen[0], vast)
        for deel in delen[1:]:
            self._hoort(deel, vast, soort)
        return soort

    def _kijk_op(self, teken: str, delen: Sequence[Boom], plek: int, vast: frozenset[str]) -> str:
        if teken in ("en", "of"):
            for deel in delen:
                self._hoort(deel, vast, "voorwaarde")
            return "voorwaarde"
        if self._gelijk(delen, vast) not in ("getal", ELDERS) and teken not in ("=", "<>"):
            raise FormuleFout(f"met {teken} hoort een getal te staan", plek=plek)
        return "getal" if teken in REKENEN else "voorwaarde"

    def _kijk_roep(self, boom: Boom, vast: frozenset[str]) -> str:
        _, plek, naam, delen = boom
        if naam == "als":
            self._hoort(delen[0], vast, "voorwaarde")
            return self._gelijk(delen[1:], vast)
        if naam == "anders":
            return self._gelijk(delen, vast)
        if naam == "bekend":
            self._kijk(delen[0], vast)
            return "voorwaarde"
        if naam in ("opgeteld", "reeks") and "jaar" not in vast:
            raise FormuleFout(f"{naam} hoort in een uitkomst per jaar", plek=plek)
        binnen = self._binnen(boom, vast) if loopt(boom) or naam == "opgeteld" else vast
        for nummer, deel in enumerate(delen):
            voorwaarde = naam == "aantal" or (nummer == 1 and naam in ("som", "gemiddelde"))
            self._hoort(deel, vast if nummer == 1 and naam == "contante_waarde" else binnen, "voorwaarde" if voorwaarde else "getal")
        return "getal"

    def _binnen(self, boom: Boom, vast: frozenset[str]) -> frozenset[str]:
        """Geef de assen die vastliggen binnen een functie die over assen loopt."""
        _, plek, naam, delen = boom
        over = {as_ for deel in (delen[:1] if naam == "contante_waarde" else delen) for as_ in self._assen(deel)}
        vrij = over - vast
        if naam in OVER_JAREN and "jaar" not in vrij:
            zin = f"{naam} telt zelf over de jaren en hoort niet in een uitkomst per jaar" if "jaar" in vast else f"{naam} hoort een waarde per jaar te krijgen"
            raise FormuleFout(zin, plek=plek)
        if not vrij and naam != "opgeteld":
            raise FormuleFout(f"{naam} heeft hier niets om over te lopen; er is maar één waarde", plek=plek)
        secties = sorted(vrij & set(self.invoer))
        if len(secties) > 1:
            raise FormuleFout(f"in één {naam} staan twee tabellen ({' en '.join(secties)}); tel ze apart op", plek=plek)
        return vast | vrij


def _een(soort: str) -> str:
    return {"getal": "een getal", "tekst": "tekst", "voorwaarde": "een voorwaarde"}[soort]


def _namen_in(boom: Boom) -> list[tuple[str, int]]:
    if boom[0] == "naam":
        return [(boom[2], boom[1])]
    return [paar for deel in delen_van(boom) for paar in _namen_in(deel)]


def functietabel() -> list[list[str]]:
    """Geef de functies van formules, met hoe je ze schrijft en wat zij doen."""
    return [list(uitleg.split(": ", 1)) for *_, uitleg in FUNCTIES.values()]
