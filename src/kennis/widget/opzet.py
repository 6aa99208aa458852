"""Wat er van een gereedschap op een pagina staat, en wat pas komt als de lezer erom vraagt.

Meteen: `kern` (wat alle soorten delen) en het script en de opmaak van de soort. Later, via `laden.js`: de formulieren van
de soort, openen en bewaren, de lange teksten van het gereedschap, en `gegevens` met alle kolommen en cases.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from kennis import beschrijving
from kennis.casebestand import case, cases
from kennis.dossier import als_rijen, sectie, sectienamen, zonder_leeg
from kennis.widget import bundel

MAP = Path(__file__).resolve().parent
KERN = (MAP / "pagina.js", MAP / "kader.js", MAP / "laden.js")
# Wat geen soort gereedschap is, maar wel een eigen plek op een pagina heeft.
GEEN_SOORT = ("mijnplan",)
# Wat later komt en niet van een soort is: de naam voor `later(naam)`, en de module.
LATER = {
    "bewaarder": bundel.PAKKET / "dossier" / "bewaarder.js",
    "bewaren": MAP / "bewaren" / "index.js",
    "xlsx-lezen": MAP / "bewaren" / "xlsx.js",
    "docx": bundel.PAKKET / "verslag" / "naar_docx.js",
    "xlsx": bundel.PAKKET / "verslag" / "naar_xlsx.js",
}


def plekken() -> list[str]:
    """Noem wat een eigen plek op een pagina heeft: elke map met een `index.js`."""
    return sorted(pad.parent.name for pad in MAP.glob("*/index.js") if pad not in LATER.values())


def soorten() -> list[str]:
    """Noem de soorten gereedschap."""
    return [naam for naam in plekken() if naam not in GEEN_SOORT]


def _index(plek: str) -> Path:
    return MAP / plek / "index.js"


@cache
def later_delen() -> dict[str, Path]:
    """Geef wat later komt: per naam de module."""
    return {f"{pad.parent.name}-panelen": pad for pad in sorted(MAP.glob("*/panelen.js"))} | {n: pad for n, pad in LATER.items() if pad.exists()}


@cache
def stukken() -> list[bundel.Stuk]:
    """Verdeel alle modules over scripts. Wat twee soorten meteen nodig hebben, zit in de kern."""
    telling = Counter(pad for soort in soorten() for pad in bundel.volgorde([_index(soort)]))
    kern = [*KERN, *sorted(pad for pad, n in telling.items() if n > 1)]
    ingangen = {"kern": kern, **{plek: [_index(plek)] for plek in plekken()}, **{naam: [pad] for naam, pad in later_delen().items()}}
    na = {f"{plek}-panelen": plek for plek in plekken()}
    # Mijn plan heeft een eigen pagina, zonder gereedschap erbij.
    wereld = {naam: "soort" if plek in soorten() else plek for plek in plekken() for naam in (plek, f"{plek}-panelen")}
    return bundel.verdeel(ingangen, "kern", na, wereld)


class Opzet:
    """Alle scripts en opmaak van de gereedschappen op een site, op naam.

    regels: per gereedschap de regels. letters: het bestand (woff2) met de letters van de bladzijde; die gaan mee in een plaatje.
    """

    def __init__(self, regels: Mapping[str, Mapping[str, Any]], letters: Path | None = None):
        self.regels, self.letters = regels, letters

    @cached_property
    def bestanden(self) -> dict[str, str]:
        """De inhoud van elk bestand, op bestandsnaam."""
        paren = [*self._scripts.values(), *self._stijlen.values(), self._kern]
        return dict(paren)

    def scripts(self, gevraagd: Iterable[str]) -> list[str]:
        """Noem de scripts voor deze plekken op een pagina, in de volgorde waarin zij moeten draaien."""
        gevraagd = set(gevraagd)
        namen = [self._scripts[stuk.naam][0] for stuk in stukken()[1:] if stuk.voor & gevraagd]
        return [self._kern[0], *namen] if gevraagd else []

    def stijlen(self, gevraagd: Iterable[str]) -> list[str]:
        """Noem de opmaak voor deze plekken op een pagina."""
        gevraagd = sorted(set(gevraagd) & set(self._stijlen))
        return [self._stijlen[naam][0] for naam in ["kern", *gevraagd]] if gevraagd else []

    @cached_property
    def _scripts(self) -> dict[str, tuple[str, str]]:
        """Elk script behalve de kern: per naam de bestandsnaam en de inhoud."""
        elders = bundel.gebruikt_elders(stukken())
        inhoud = {stuk.naam: bundel.script(stuk, elders, self._slot(stuk.naam)) for stuk in stukken()[1:]}
        inhoud |= {naam: _geef_gegevens(naam, gegevens) for naam, gegevens in self._gegevens()}
        return {naam: (bundel.bestandsnaam(f"kennis-{naam}", tekst), tekst) for naam, tekst in inhoud.items()}

    @cached_property
    def _kern(self) -> tuple[str, str]:
        """De kern weet als enige hoe de andere bestanden heten."""
        delen = {naam: " ".join(self._scripts[stuk.naam][0] for stuk in stukken()[1:] if naam in stuk.voor) for naam in later_delen()}
        delen |= {naam: self._scripts[naam][0] for naam, _ in self._gegevens()}
        slot = f"{bundel.variabele(MAP / 'laden.js')}.kent({bundel.als_json(delen)});"
        tekst = bundel.script(stukken()[0], bundel.gebruikt_elders(stukken()) | {KERN[0]}, slot)
        return bundel.bestandsnaam("kennis-kern", tekst), tekst

    @cached_property
    def _stijlen(self) -> dict[str, tuple[str, str]]:
        inhoud = {"kern": _opmaak("gereedschap"), **{plek: _opmaak(f"{plek}/beeld", f"{plek}/panelen") for plek in plekken()}}
        return {naam: (bundel.bestandsnaam(f"kennis-{naam}", tekst, "css"), tekst) for naam, tekst in inhoud.items()}

    def _slot(self, naam: str) -> str:
        if naam in later_delen():
            return f"window.kennisModules[{naam!r}] = {bundel.variabele(later_delen()[naam])};"
        if naam in plekken():
            return f'window.kennisModules["{bundel.sleutel(KERN[0])}"].start({naam!r}, {bundel.variabele(_index(naam))}.standaard);'
        return ""

    def _gegevens(self) -> Iterator[tuple[str, Any]]:
        yield "gegevens", gegevens()
        if self.letters:
            yield "letters", base64.b64encode(self.letters.read_bytes()).decode("ascii")
        # Mijn plan heeft alle regels tegelijk nodig.
        yield "regels", {naam: dict(alle) for naam, alle in self.regels.items()}
        for naam, alle in self.regels.items():
            if later := splits(dict(alle), beschrijving.later(dict(alle)))[1]:
                yield f"regels-{naam}", later


def _geef_gegevens(naam: str, gegevens: Any) -> str:
    return f"window.kennisModules[{bundel.als_json(naam)}]={bundel.als_json(gegevens)};"


@cache
def gegevens() -> dict[str, Any]:
    """Geef wat alle gereedschappen later delen: de kolommen van elke sectie, en de inhoud van elke case."""
    inhoud = {naam: {s: zonder_leeg(als_rijen(t)) for s, t in case(naam).secties.items() if s != "feiten"} for naam in cases()}
    return {"secties": {naam: {"titel": sectie(naam).titel, "kolommen": sectie(naam).gegevens["kolommen"]} for naam in sectienamen()}, "cases": inhoud}


# -- in een notebook --------------------------------------------------------------------------------


@cache
def module(soort: str) -> str:
    """Geef de module van een soort gereedschap voor anywidget (in een notebook), met alles erin."""
    paden = {"bewaren": LATER["bewaren"], "panelen": MAP / soort / "panelen.js"}
    paden = {naam: pad for naam, pad in paden.items() if pad.exists()}
    delen = ", ".join(f"{naam}: {bundel.variabele(pad)}" for naam, pad in paden.items())
    alles = bundel.samen(bundel.volgorde([_index(soort), *paden.values()]))
    later = f"const delen = {{ {delen} }}, later = async (naam) => (naam ? delen[naam] : delen);"
    return bundel.klein(f"{alles}{later}export default {{ render: (wat) => {bundel.variabele(_index(soort))}.standaard.render({{ ...wat, later }}) }};")


@cache
def stijl(soort: str) -> str:
    """Geef de opmaak van een soort gereedschap in een notebook: wat alle soorten delen, en wat van deze soort is."""
    return _opmaak("gereedschap", f"{soort}/beeld", f"{soort}/panelen")


def _opmaak(*namen: str) -> str:
    paden = [MAP / f"{naam}.css" for naam in namen]
    return bundel.klein("".join(pad.read_text(encoding="utf-8") for pad in paden if pad.exists()), "css")


# -- meteen of later --------------------------------------------------------------------------------


def kolommen_later(soort: str) -> bool:
    """Zeg of een soort de kolommen pas bij de formulieren nodig heeft; dan staan ze niet op de pagina."""
    return (MAP / soort / "panelen.js").exists()


def splits(regels: dict[str, Any], paden: Sequence[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Deel regels in wat meteen op de pagina staat en wat later komt; `paden` noemt wat later komt.

    In een pad staat `*` voor alles, en `deel=2` voor de rijen van een lijst met die waarde. Een lijst komt in wat later
    komt terug als object met nummers, zodat het op zijn plek kan worden ingevuld.

    >>> splits({"opties": [{"titel": "A", "uitleg": "lang"}, {"titel": "B"}]}, ["opties.*.uitleg"])
    ({'opties': [{'titel': 'A'}, {'titel': 'B'}]}, {'opties': {'0': {'uitleg': 'lang'}}})
    """
    meteen, later = deepcopy(regels), {}
    for pad in paden:
        _verplaats(meteen, later, pad.split("."))
    return meteen, later


def _verplaats(van: Any, naar: dict[str, Any], stappen: list[str]) -> None:
    stap, *rest = stappen
    for sleutel in list(_sleutels(van, stap)):
        if not rest:
            naar[str(sleutel)] = van.pop(sleutel)
            continue
        deel = naar.setdefault(str(sleutel), {})
        _verplaats(van[sleutel], deel, rest)
        if not deel:
            del naar[str(sleutel)]


def _sleutels(van: Any, stap: str) -> list[Any]:
    """Noem de sleutels van een object, of de nummers van een lijst, die bij een stap van een pad horen."""
    alle = list(range(len(van))) if isinstance(van, list) else list(van)
    if "=" in stap:
        kolom, waarde = stap.split("=")
        return [sleutel for sleutel in alle if str(van[sleutel][kolom]) == waarde]
    return alle if stap == "*" else [sleutel for sleutel in alle if sleutel == stap]
