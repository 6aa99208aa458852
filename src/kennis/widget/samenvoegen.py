"""JavaScript-modules samenvoegen tot één tekst, zonder bundelaar.

In een notebook laadt anywidget de tekst als losse module, waarin verwijzingen naar andere
bestanden niet werken; op een pagina van schijf (`file://`) zijn modules geblokkeerd. Daarom
worden de modules achter elkaar gezet: één keer als module, één keer als gewoon script.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import minify

from kennis import beschrijving
from kennis.casebestand import case, cases
from kennis.dossier import als_rijen, sectie, sectienamen, zonder_leeg

MAP = Path(__file__).resolve().parent
JS = "application/javascript"
_INVOER = re.compile(r'^import\s+(?:(\{[^}]*\})|(\w+))\s+from\s+"(\.[^"]+)";\n', re.M)
_UITVOER = re.compile(r"^export (?!default)", re.M)


def _modules(pad: Path, gezien: list[Path]) -> list[Path]:
    """Geef de modules in de volgorde waarin zij nodig zijn."""
    if pad in gezien:
        return gezien
    for gevonden in _INVOER.finditer(pad.read_text(encoding="utf-8")):
        _modules((pad.parent / gevonden[3]).resolve(), gezien)
    if pad not in gezien:
        gezien.append(pad)
    return gezien


def _kaal(pad: Path) -> str:
    """Geef een module zonder import en export, in een eigen bereik, met haar uitvoer als object. Json mag ook: dan is zij de waarde zelf."""
    if pad.suffix == ".json":
        return f"const {_naam(pad)} = {{ standaard: {json.dumps(json.loads(pad.read_text(encoding='utf-8')), ensure_ascii=False, separators=(',', ':'))} }};\n"
    bron = pad.read_text(encoding="utf-8")
    invoer = "".join(
        f"const {(gevonden[1] or gevonden[2]).replace(' as ', ': ')} = {_naam(pad.parent / gevonden[3])}{'' if gevonden[1] else '.standaard'};\n"
        for gevonden in _INVOER.finditer(bron)
    )
    namen = re.findall(r"^export (?:async )?(?:function|const|class) (\w+)", bron, re.M)
    romp = _UITVOER.sub("", _INVOER.sub("", bron))
    if "export default " in romp:
        romp = romp.replace("export default ", "const standaard = ", 1)
        namen.append("standaard")
    return f"const {_naam(pad)} = (() => {{\n{invoer}{romp}\nreturn {{ {', '.join(namen)} }};\n}})();\n"


def _naam(pad: Path) -> str:
    pad = pad.resolve()
    return "_" + "_".join(pad.with_suffix("").relative_to(MAP.parent).parts)


def _samen(*paden: Path) -> str:
    volgorde: list[Path] = []
    for pad in paden:
        _modules(pad.resolve(), volgorde)
    return "".join(_kaal(pad) for pad in volgorde)


def _klein(soort: str, bron: str) -> str:
    return minify.string(soort, bron)


def _later(soort: str) -> tuple[list[Path], str]:
    """Geef wat een soort pas nodig heeft als de lezer iets doet: de bestanden, en het object dat ze samen vormen."""
    paden = {"bewaren": MAP / "bewaren.js", "panelen": MAP / soort / "panelen.js"}
    paden = {naam: pad for naam, pad in paden.items() if pad.exists()}
    return list(paden.values()), ", ".join(f"{naam}: {_naam(pad)}" for naam, pad in paden.items())


@cache
def module(soort: str) -> str:
    """Geef de module van een soort gereedschap voor anywidget (in een notebook), met alles erin."""
    pad = MAP / soort / "index.js"
    paden, delen = _later(soort)
    geef = f"export default {{ render: (wat) => {_naam(pad)}.standaard.render({{ ...wat, later: async () => ({{ {delen} }}) }}) }};"
    return _klein(JS, _samen(pad, *paden) + geef)


@cache
def script(soort: str) -> str:
    """Geef het gewone script van een soort gereedschap, met de gastheer erbij (op een pagina)."""
    pad, gastheer = MAP / soort / "index.js", MAP / "pagina.js"
    aanroep = f'{_naam(gastheer)}.start("{soort}", {_naam(pad)}.standaard, "{bestandsnaam(f"{soort}-later", "js")}");'
    return _klein(JS, f"(() => {{\n{_samen(pad, gastheer)}{aanroep}\n}})();")


@cache
def laterscript(soort: str) -> str:
    """Geef wat een pagina pas laadt als de lezer iets doet: formulieren, openen, bewaren, delen, lange teksten, de kolommen en de cases."""
    alle = [beschrijving.laad_regels(naam) for naam in beschrijving.namen()]
    regels = {r["gereedschap"]: splits(r, beschrijving.later(r))[1] for r in alle if r["soort"] == soort}
    paden, delen = _later(soort)
    inhoud = {naam: {s: zonder_leeg(als_rijen(t)) for s, t in case(naam).secties.items() if s != "feiten"} for naam in cases()}
    kolommen = {naam: {"kolommen": sectie(naam).gegevens["kolommen"]} for naam in sectienamen()}
    delen_erbij = {"secties": kolommen, "cases": inhoud, "regels": regels}
    gegevens = ", ".join(f"{naam}: {json.dumps(w, ensure_ascii=False, separators=(',', ':'))}" for naam, w in delen_erbij.items())
    opmaak = f'document.head.append(Object.assign(document.createElement("style"), {{ textContent: {json.dumps(_opmaak(f"{soort}/panelen"))} }}));'
    return _klein(JS, f"(() => {{\n{_samen(*paden)}{opmaak}(window.kennisLater ??= {{}})[{soort!r}] = {{ {delen}, {gegevens} }};\n}})();")


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


@cache
def regels_script() -> str:
    """Geef alle rekenregels als één script dat `window.kennisRegels` vult (voor de vergelijking met Python)."""
    dossier = [MAP.parent / "dossier" / f"{naam}.js" for naam in ("versies", "keuren", "verwijzingen", "link", "invoer")]
    paden = [*sorted(MAP.parent.glob("regels/*.js")), MAP.parent / "kolommen.js", MAP.parent / "csvbestand.js", *dossier]
    namen = ", ".join(f"{pad.stem}: {_naam(pad)}" for pad in paden)
    return f"{_samen(*paden)}window.kennisRegels = {{ {namen} }};"


@cache
def stijl(soort: str) -> str:
    """Geef de opmaak van een soort gereedschap: wat alle soorten delen, en wat van deze soort is."""
    return _opmaak("gereedschap", f"{soort}/beeld")


@cache
def hele_stijl(soort: str) -> str:
    """Geef de opmaak van een soort in een notebook, met die van de panelen erbij."""
    return _opmaak("gereedschap", f"{soort}/beeld", f"{soort}/panelen")


def _opmaak(*namen: str) -> str:
    paden = [MAP / f"{naam}.css" for naam in namen]
    return _klein("text/css", "".join(pad.read_text(encoding="utf-8") for pad in paden if pad.exists()))


def bestandsnaam(soort: str, einde: str) -> str:
    """Geef de naam op de site, met een vingerafdruk zodat een browser nooit een oude versie houdt."""
    maak = stijl if einde == "css" else laterscript if soort.endswith("-later") else script
    inhoud = maak(soort.removesuffix("-later"))
    return f"kennis-{soort}.{hashlib.sha256(inhoud.encode('utf-8')).hexdigest()[:10]}.{einde}"
