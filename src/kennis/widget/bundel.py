"""Van JavaScript-modules naar scripts voor de browser, zonder Node: keuren, verdelen, samenvoegen, klein maken.

In een notebook laadt anywidget de tekst als losse module, waarin verwijzingen naar andere bestanden niet
werken; op een pagina van schijf (`file://`) zijn modules geblokkeerd. Daarom komen de modules achter elkaar in één
script. Een module die in een ander script op de pagina staat, komt uit `window.kennisModules`.

Wat hier niet bekend is, is een fout met bestand en regel, en nooit stil `undefined` in de browser van een lezer.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import minify

PAKKET = Path(__file__).resolve().parents[1]
SOORTEN = {"js": "application/javascript", "css": "text/css"}

_NAAM = r"[A-Za-z_$][\w$]*"
_LIJST = r"\{(?P<lijst>[^}]*)\}"
_STATEMENT = re.compile(r"^(?:import|export)\b", re.M)
_INVOER = re.compile(rf'import\s+(?:{_LIJST}|\*\s+as\s+(?P<alles>{_NAAM})|(?P<standaard>{_NAAM}))\s+from\s+"(?P<pad>[^"]+)";?[ \t]*\n?')
_DOORGEEF = re.compile(rf'export\s+{_LIJST}\s+from\s+"(?P<pad>[^"]+)";?[ \t]*\n?')
_LIJST_UIT = re.compile(rf"export\s+{_LIJST}\s*;?[ \t]*(?:\n|$)")
_DING = re.compile(rf"export\s+(?=(?:async\s+)?function\b\s*\*?\s*(?P<f>{_NAAM})|class\s+(?P<k>{_NAAM})|const\s+(?P<c>{_NAAM})\s*=)")
_STANDAARD = re.compile(r"export\s+default\s+")
_UITLEG = 'schrijf `import { a } from "./b.js";` of `export` voor een function, class, const, default of lijst'


class BundelFout(ValueError):
    """Een module klopt niet; de tekst zegt in welk bestand, op welke regel, en wat er mis is."""


@dataclass(frozen=True)
class Invoer:
    """Wat een module van een andere gebruikt: `namen` geeft per naam daar de naam hier; leeg is de hele module."""

    regel: int
    van: Path
    namen: Mapping[str, str]
    als: str = ""


@dataclass(frozen=True)
class Module:
    """Een module zonder import en export: de romp, wat zij gebruikt, en wat zij geeft (naam buiten → naam binnen)."""

    pad: Path
    romp: str
    invoer: tuple[Invoer, ...]
    uitvoer: Mapping[str, str]


@dataclass(frozen=True)
class Stuk:
    """Een script: de modules in volgorde, welke ingangen het nodig hebben, en de modules waar het om begonnen is."""

    naam: str
    modules: tuple[Path, ...]
    voor: frozenset[str]
    ingang: tuple[Path, ...] = ()

    @property
    def elders(self) -> set[Path]:
        """De modules die dit script gebruikt en die in een ander script staan."""
        gebruikt = {invoer.van for pad in self.modules for invoer in lees(pad).invoer} | set(self.ingang)
        return gebruikt - set(self.modules)


# -- lezen en keuren --------------------------------------------------------------------------------


def waar(pad: Path, regel: int = 0) -> str:
    """Geef hoe een melding een bestand noemt: vanaf het pakket, met de regel."""
    naam = pad.relative_to(PAKKET).as_posix() if pad.is_relative_to(PAKKET) else str(pad)
    return f"{naam}, regel {regel}" if regel else naam


@cache
def lees(pad: Path) -> Module:
    """Lees een module en keur haar vorm.

    Fouten: `BundelFout` bij een import of export in een vorm die hier niet kan.
    """
    bron = pad.read_text(encoding="utf-8")
    if pad.suffix == ".json":
        return Module(pad, f"const standaard = {als_json(json.loads(bron))};", (), {"standaard": "standaard"})
    lezer = _Lezer(pad, bron)
    romp = lezer.lees()
    return Module(pad, romp, tuple(lezer.invoer), lezer.uitvoer)


class _Lezer:
    """Haalt import en export uit de tekst van een module."""

    def __init__(self, pad: Path, bron: str):
        self.pad, self.bron = pad, bron
        self.invoer: list[Invoer] = []
        self.uitvoer: dict[str, str] = {}

    def lees(self) -> str:
        stukken, tot = [], 0
        for begin in (gevonden.start() for gevonden in _STATEMENT.finditer(self.bron)):
            if begin < tot:
                continue
            vervanging, einde = self._statement(begin)
            stukken += [self.bron[tot:begin], vervanging]
            tot = einde
        return "".join([*stukken, self.bron[tot:]])

    def _statement(self, begin: int) -> tuple[str, int]:
        """Verwerk één import of export; geef wat ervoor in de plaats komt en waar de tekst verder gaat."""
        regel = self.bron.count("\n", 0, begin) + 1
        if gevonden := _INVOER.match(self.bron, begin):
            namen = {"standaard": gevonden["standaard"]} if gevonden["standaard"] else self._lijst(gevonden["lijst"] or "", regel)
            self.invoer.append(Invoer(regel, self._pad(gevonden["pad"], regel), namen, gevonden["alles"] or ""))
            return "", gevonden.end()
        if gevonden := _DOORGEEF.match(self.bron, begin):
            namen = self._lijst(gevonden["lijst"], regel)
            tijdelijk = {daar: f"_{len(self.invoer)}_{daar}" for daar in namen}
            self.invoer.append(Invoer(regel, self._pad(gevonden["pad"], regel), tijdelijk))
            return self._geef({buiten: tijdelijk[daar] for daar, buiten in namen.items()}, regel), gevonden.end()
        if gevonden := _LIJST_UIT.match(self.bron, begin):
            return self._geef({buiten: binnen for binnen, buiten in self._lijst(gevonden["lijst"], regel).items()}, regel), gevonden.end()
        if gevonden := _DING.match(self.bron, begin):
            naam = gevonden["f"] or gevonden["k"] or gevonden["c"]
            return self._geef({naam: naam}, regel), gevonden.end()
        if gevonden := _STANDAARD.match(self.bron, begin):
            self._geef({"standaard": "standaard"}, regel)
            return "const standaard = ", gevonden.end()
        raise BundelFout(f"{waar(self.pad, regel)}: deze vorm kan hier niet; {_UITLEG}.")

    def _lijst(self, tekst: str, regel: int) -> dict[str, str]:
        """Lees `a, b as c`; geef per naam links de naam rechts. `default` heet hier `standaard`."""
        uit = {}
        for deel in filter(None, (d.strip() for d in tekst.split(","))):
            gevonden = re.fullmatch(rf"({_NAAM})(?:\s+as\s+({_NAAM}))?", deel)
            if gevonden is None:
                raise BundelFout(f"{waar(self.pad, regel)}: '{deel}' is geen naam, of geen `naam as naam`.")
            links, rechts = ("standaard" if n == "default" else n for n in (gevonden[1], gevonden[2] or gevonden[1]))
            uit[links] = rechts
        return uit

    def _pad(self, tekst: str, regel: int) -> Path:
        pad = (self.pad.parent / tekst).resolve()
        if not tekst.startswith((".", "/")) or not pad.is_file():
            raise BundelFout(f'{waar(self.pad, regel)}: het bestand "{tekst}" bestaat niet.')
        return pad

    def _geef(self, namen: Mapping[str, str], regel: int) -> str:
        dubbel = set(namen) & set(self.uitvoer)
        if dubbel:
            raise BundelFout(f"{waar(self.pad, regel)}: '{min(dubbel)}' wordt twee keer geëxporteerd.")
        self.uitvoer |= namen
        return ""


def volgorde(ingangen: Iterable[Path]) -> list[Path]:
    """Geef alle modules die nodig zijn, elk na wat zij gebruikt.

    Fouten: `BundelFout` bij een kring, of als een module een naam vraagt die de andere niet geeft.
    """
    klaar: list[Path] = []
    for pad in ingangen:
        _volg(pad.resolve(), klaar, [])
    return klaar


def _volg(pad: Path, klaar: list[Path], weg: list[Path]) -> None:
    if pad in klaar:
        return
    if pad in weg:
        kring = [*weg[weg.index(pad) :], pad]
        raise BundelFout(f"Modules gebruiken elkaar in een kring: {' → '.join(waar(p) for p in kring)}.")
    module = lees(pad)
    for invoer in module.invoer:
        _volg(invoer.van, klaar, [*weg, pad])
        for naam in invoer.namen:
            if naam not in lees(invoer.van).uitvoer:
                wat = "geen `export default`" if naam == "standaard" else f"geen '{naam}'"
                wel = ", ".join(lees(invoer.van).uitvoer) or "niets"
                raise BundelFout(f"{waar(pad, invoer.regel)}: {waar(invoer.van)} heeft {wat}. Wel: {wel}.")
    klaar.append(pad)


# -- verdelen over scripts --------------------------------------------------------------------------


def verdeel(
    ingangen: Mapping[str, Sequence[Path]], eerst: str, na: Mapping[str, str] | None = None, wereld: Mapping[str, str] | None = None
) -> list[Stuk]:
    """Verdeel de modules over scripts, zodat een pagina geen module twee keer krijgt.

    eerst: de ingang die op elke pagina voorgaat.
    na: ingangen die altijd na een andere komen, zoals formulieren na hun gereedschap; wat daar al staat, hoeft niet nog eens.
    wereld: ingangen uit verschillende werelden staan nooit op één pagina; een ingang zonder wereld kan overal staan.

    Een module die meer ingangen nodig hebben, komt in een eigen stuk. Laad de stukken van een ingang in de volgorde waarin
    zij hier staan: wat een module gebruikt, staat altijd in hetzelfde stuk of eerder.
    """
    na, kern = na or {}, volgorde(ingangen[eerst])
    nodig: dict[Path, set[str]] = {}
    for naam in ingangen:
        for pad in volgorde(ingangen[naam]):
            nodig.setdefault(pad, set()).add(naam)
    groepen: dict[frozenset[str], list[Path]] = {_met_wie_volgt({naam}, na): [] for naam in ingangen if naam != eerst}
    for pad in volgorde(nodig):
        for deel in _per_wereld(nodig[pad], wereld or {}) if pad not in kern else ():
            groepen.setdefault(_met_wie_volgt(deel, na), []).append(pad)
    # Wat een module gebruikt, is minstens voor dezelfde ingangen; op grootte geordend staat het dus eerder.
    geordend = sorted(groepen.items(), key=lambda groep: (-len(groep[0]), sorted(groep[0])))
    stukken = [Stuk(eerst, tuple(kern), frozenset(ingangen), tuple(kern))]
    for groep, paden in geordend:
        voor = frozenset(naam for naam in groep if na.get(naam) not in groep)
        naam = next(iter(voor)) if len(voor) == 1 else _naam_gedeeld(paden[-1], stukken)
        stukken.append(Stuk(naam, tuple(paden), voor, tuple(pad.resolve() for pad in ingangen.get(naam, ()))))
    return stukken


def _naam_gedeeld(pad: Path, stukken: Sequence[Stuk]) -> str:
    """Noem een gedeeld stuk naar zijn laatste module; heet er al een zo (elke soort heeft een figuur), dan met de map erbij."""
    kort = f"gedeeld-{pad.stem}"
    return kort if kort not in [stuk.naam for stuk in stukken] else f"gedeeld-{sleutel(pad).replace('/', '-')}"


def _per_wereld(namen: set[str], wereld: Mapping[str, str]) -> list[set[str]]:
    """Splits de ingangen die een module nodig hebben, als zij nooit samen op een pagina staan."""
    if any(naam not in wereld for naam in namen):
        return [namen]
    return [{naam for naam in namen if wereld[naam] == een} for een in sorted({wereld[naam] for naam in namen})]


def _met_wie_volgt(namen: set[str], na: Mapping[str, str]) -> frozenset[str]:
    return frozenset(namen | {naam for naam, vorige in na.items() if vorige in namen})


def gebruikt_elders(stukken: Sequence[Stuk]) -> set[Path]:
    """Geef de modules die een ander stuk gebruikt dan waarin zij staan."""
    return {pad for stuk in stukken for pad in stuk.elders}


# -- schrijven --------------------------------------------------------------------------------------


def variabele(pad: Path) -> str:
    """Geef de variabele waarin een module staat."""
    return "_" + re.sub(r"\W", "_", sleutel(pad))


def sleutel(pad: Path) -> str:
    """Geef de naam van een module in `window.kennisModules`.

    >>> sleutel(PAKKET / "widget" / "dom.js")
    'widget/dom'
    """
    return (pad.relative_to(PAKKET) if pad.is_relative_to(PAKKET) else pad).with_suffix("").as_posix()


def samen(paden: Iterable[Path], elders: Iterable[Path] = ()) -> str:
    """Zet modules achter elkaar, elk in een eigen bereik; wat elders al geladen is, komt uit `window.kennisModules`."""
    van_elders = "".join(f"const {variabele(pad)} = window.kennisModules[{json.dumps(sleutel(pad))}];\n" for pad in elders)
    return van_elders + "".join(_los(lees(pad)) for pad in paden)


def _los(module: Module) -> str:
    regels = [_neem(invoer) for invoer in module.invoer]
    geef = ", ".join(buiten if buiten == binnen else f"{buiten}: {binnen}" for buiten, binnen in module.uitvoer.items())
    return f"const {variabele(module.pad)} = (() => {{\n{''.join(regels)}{module.romp}\nreturn {{ {geef} }};\n}})();\n"


def _neem(invoer: Invoer) -> str:
    van = variabele(invoer.van)
    if invoer.als:
        return f"const {invoer.als} = {van};\n"
    namen = ", ".join(daar if daar == hier else f"{daar}: {hier}" for daar, hier in invoer.namen.items())
    return f"const {{ {namen} }} = {van};\n"


def script(stuk: Stuk, geef: Iterable[Path] = (), slot: str = "") -> str:
    """Maak van een stuk een gewoon script. `geef` zijn de modules die andere scripts gebruiken, `slot` is wat het aan het eind doet."""
    te_geven = ", ".join(f"{json.dumps(sleutel(pad))}: {variabele(pad)}" for pad in stuk.modules if pad in set(geef))
    meld = f"Object.assign(window.kennisModules ??= {{}}, {{ {te_geven} }});\n" if te_geven else ""
    return klein(f'(() => {{\n"use strict";\n{samen(stuk.modules, sorted(stuk.elders))}{meld}{slot}\n}})();')


def los_script(ingang: Path, slot: str = "", voor: str = "") -> str:
    """Maak één script van een module met alles wat zij nodig heeft; `voor` komt er ongewijzigd boven (zoals een licentie)."""
    return voor + script(Stuk("", tuple(volgorde([ingang])), frozenset()), slot=slot)


def klein(tekst: str, einde: str = "js") -> str:
    """Maak script of opmaak klein."""
    return minify.string(SOORTEN[einde], tekst)


def als_json(waarde: object) -> str:
    """Schrijf gegevens zo kort als kan, zo dat het ook in een script klopt."""
    tekst = json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))
    return tekst.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def bestandsnaam(naam: str, inhoud: str, einde: str = "js") -> str:
    """Geef de naam op de site, met een vingerafdruk zodat een browser nooit een oude versie houdt.

    >>> bestandsnaam("kern", "let a;")
    'kern.f355802c.js'
    """
    return f"{naam}.{hashlib.sha256(inhoud.encode('utf-8')).hexdigest()[:8]}.{einde}"
