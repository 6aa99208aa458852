"""Alles nagaan wat een bouw niet ziet: tabellen, cases, gereedschappen, notebooks, beelden, links en de inhoudsopgave.

Elke controle geeft een lijst van zinnen; een lege lijst is goed. `controleer` voegt ze samen, zodat wie iets
wijzigt in één keer ziet wat er mis is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from kennis.boek.werk import stap

VERWIJZING = re.compile(r"(?:\]\(|href=\")(?:[^)\s\"]*)#((?:bron|begrip)-[^)\s\"]+)")
BEELD = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
IMG = re.compile(r"<img\b[^>]*>", re.I)
RICHTLIJN = re.compile(r"^\s*(`{3,}|:{3,})\{(image|figure|figuur|tabel|case)\}[ \t]*(\S*)[^\n]*\n(.*?)^\s*\1", re.M | re.S)
HEK = re.compile(r"\s*(`{3,}|~{3,}|:{3,})\s*(.*)")
# Attributen waarmee een bladzijde vanzelf iets ophaalt. Een gewone link (a href) doet dat pas na een klik.
HAALT_OP = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src"), ("embed", "src"),
            ("object", "data"), ("link", "href"), ("input", "src"), ("video", "poster"), ("track", "src"), ("image", "href"), ("use", "href"),
            ("img", "srcset"), ("source", "srcset")}  # fmt: skip
ROND = {"canonical", "license", "author", "me", "alternate", "next", "prev", "help", "bookmark"}
VAN_BUITEN = re.compile(r"(?:^|,\s*)\s*(?:https?:)?//[^\s,]+", re.I)
IN_CSS = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])((?:https?:)?//[^'\")\s]+)", re.I)


def controleer(map_: Path) -> list[str]:
    """Geef alles wat er niet klopt, van tabellen tot en met de gebouwde bladzijden."""
    fouten: list[str] = []
    for wat, controle in CONTROLES.items():
        with stap(wat):
            fouten += controle(map_)
    return fouten


# -- kennistabellen en cases ------------------------------------------------------------------------


def tabellen(map_: Path) -> list[str]:
    """Ga na of elke kennistabel te lezen is, bronnen heeft die bestaan, en een beschrijving heeft."""
    from kennis import bibliotheek, tabellen
    from kennis.kolommen import InvoerFout

    fouten = [
        f"tabellen/{pad.name}: hier hoort een beschrijving bij: {pad.stem}.yml."
        for pad in sorted(tabellen.MAP.glob("*.csv"))
        if not pad.with_suffix(".yml").exists()
    ]
    for naam in tabellen.namen():
        try:
            tabellen.laad(naam)
        except InvoerFout as fout:
            fouten += _zinnen(fout)
    if fouten:
        return fouten
    try:
        bronnen = tabellen.bronnen()
        tabellen.begrippen()
    except InvoerFout as fout:
        return _zinnen(fout)
    fouten += [str(fout) for fout in bibliotheek.fouten()]
    for naam in tabellen.namen():
        onbekend = [sleutel for sleutel in tabellen.beschrijving(naam).bron if sleutel not in bronnen]
        fouten += [f"tabellen/{naam}.yml: de bron '{sleutel}' bestaat niet." for sleutel in onbekend]
        rijen = tabellen.laad(naam).to_dict("records")
        for nummer, rij in zip(tabellen.regelnummers(naam), rijen, strict=True):
            plek = f"tabellen/{naam}.csv, rij {nummer}"
            fouten += [f"{plek}: de bron '{sleutel}' bestaat niet." for sleutel in _sleutels(rij.get("bron")) if sleutel not in bronnen]
            fouten += [zin for cel in rij.values() if isinstance(cel, str) for zin in _dode_links(cel, plek)]
    return fouten


def cases(map_: Path) -> list[str]:
    """Ga na of elke case te lezen is en bronnen noemt die bestaan."""
    from kennis import casebestand, tabellen
    from kennis.kolommen import InvoerFout

    # De cases van deze map, ook als het pakket ergens anders vandaan komt.
    casebestand.MAP, eerder = map_ / "cases", casebestand.MAP
    try:
        bronnen = tabellen.bronnen()
        los = [pad for pad in sorted((map_ / "cases").glob("*/")) if not (pad / "case.yml").exists()]
        fouten = [f"cases/{pad.name}: hier ontbreekt case.yml." for pad in los]
        for naam in casebestand.cases():
            try:
                dossier = casebestand.case(naam)
            except InvoerFout as fout:
                fouten += [f"cases/{zin}" for zin in _zinnen(fout)]
                continue
            genoemd = [bron["sleutel"] for bron in dossier.bronnen]
            genoemd += [s for tabel in dossier.secties.values() if "bron" in tabel for cel in tabel["bron"] for s in _sleutels(cel)]
            fouten += [f"cases/{naam}: de bron '{sleutel}' bestaat niet." for sleutel in dict.fromkeys(genoemd) if sleutel not in bronnen]
            if not (map_ / "book" / "cases" / f"{naam}.md").exists() and not (map_ / "book" / "cases" / f"{naam}.ipynb").exists():
                fouten.append(f"cases/{naam}: deze case heeft geen bladzijde; maak book/cases/{naam}.md.")
    except InvoerFout as fout:
        return _zinnen(fout)
    finally:
        casebestand.MAP = eerder
    return fouten


def gereedschappen(map_: Path) -> list[str]:
    """Ga na of elk gereedschap laadt en elk van zijn voorbeelden aankan."""
    from kennis import gereedschap
    from kennis.kolommen import InvoerFout

    fouten = []
    for naam in gereedschap.namen():
        try:
            fouten += _een_gereedschap(naam)
        except InvoerFout as fout:
            fouten += _zinnen(fout)
        except Exception as fout:  # noqa: BLE001 - elke fout in een gereedschap hoort in de lijst
            fouten.append(f"gereedschap/{naam}: laadt niet ({type(fout).__name__}: {fout}).")
    return fouten


def _een_gereedschap(naam: str) -> list[str]:
    from kennis import gereedschap
    from kennis.beschrijving import laad_voorbeelden
    from kennis.beschrijving.verwacht import afwijkingen

    klasse = gereedschap.klasse(naam)
    fouten = []
    for welk, voorbeeld in laad_voorbeelden(naam).items():
        try:
            een = klasse(voorbeeld.get("secties"), **voorbeeld.get("keuzes", {}))
            fouten += [f"gereedschap/{naam}/voorbeelden.json, '{welk}', {zin}." for zin in afwijkingen(een.uitkomst(), voorbeeld.get("verwacht", {}))]
            if not een.alt():
                fouten.append(f"gereedschap/{naam}: bij voorbeeld '{welk}' ontbreekt de alt-tekst.")
        except Exception as fout:  # noqa: BLE001
            fouten.append(f"gereedschap/{naam}/voorbeelden.json, '{welk}': {fout}")
    return fouten


# -- bladzijden -------------------------------------------------------------------------------------


def paginas(map_: Path) -> list[Path]:
    """Noem alle bladzijden in book/."""
    soorten = (".md", ".ipynb", ".rst")
    return sorted(pad for pad in (map_ / "book").rglob("*") if pad.suffix in soorten and ".ipynb_checkpoints" not in pad.parts)


def uit_inhoud(map_: Path) -> list[str]:
    """Geef de bladzijden die _toc.yml noemt, in volgorde."""
    import yaml

    def loop(deel: Any) -> Iterator[str]:
        if isinstance(deel, dict):
            yield from (str(deel[sleutel]) for sleutel in ("root", "file") if sleutel in deel)
            for sleutel in ("parts", "chapters", "sections", "subtrees", "entries"):
                yield from loop(deel.get(sleutel, []))
        elif isinstance(deel, list):
            for een in deel:
                yield from loop(een)

    return list(loop(yaml.safe_load((map_ / "_toc.yml").read_text(encoding="utf-8")) or {}))


def inhoud(map_: Path) -> list[str]:
    """Ga na of elke bladzijde in _toc.yml staat, en andersom."""
    genoemd = [re.sub(r"\.(md|ipynb|rst)$", "", naam) for naam in uit_inhoud(map_)]
    er = [pad.relative_to(map_ / "book").with_suffix("").as_posix() for pad in paginas(map_)]
    fouten = [f"_toc.yml: de bladzijde '{naam}' staat niet in book/." for naam in dict.fromkeys(genoemd) if naam not in er]
    fouten += [f"book/{naam}: deze bladzijde staat niet in _toc.yml." for naam in er if naam not in genoemd]
    fouten += [f"_toc.yml: '{naam}' staat er meer dan één keer." for naam in dict.fromkeys(genoemd) if genoemd.count(naam) > 1]
    return fouten + [f"book/{naam}: deze bladzijde is er twee keer (md en ipynb)." for naam in dict.fromkeys(er) if er.count(naam) > 1]


def _delen(pad: Path, map_: Path) -> Iterator[tuple[str, str]]:
    """Geef de lopende tekst van een bladzijde, met waar die staat; zonder codeblokken."""
    naam = pad.relative_to(map_).as_posix()
    if pad.suffix == ".ipynb":
        for nummer, cel in enumerate(_lees_notebook(pad).get("cells", []), start=1):
            if cel["cell_type"] == "markdown":
                yield f"{naam}, cel {nummer}", zonder_code(_bron(cel))
    else:
        yield naam, zonder_code(pad.read_text(encoding="utf-8"))


def zonder_code(tekst: str) -> str:
    """Laat codeblokken weg, want wat daarin staat is een voorbeeld. Een richtlijn (met een naam tussen accolades) blijft staan.

    >>> zonder_code("a\\n```\\nb\\n```\\n```{tabel} c\\n```\\nd")
    'a\\n```{tabel} c\\n```\\nd'
    """
    uit: list[str] = []
    open_: list[str] = []  # de hekken die nog dicht moeten; een codeblok is altijd het laatste
    in_code = False
    for regel in tekst.splitlines():
        hek = HEK.match(regel)
        if hek and not hek[2] and open_ and hek[1].startswith(open_[-1]):
            open_.pop()
            if in_code:
                in_code = False
                continue
        elif hek and not in_code and (hek[2].startswith("{") or hek[1][0] == ":"):
            open_.append(hek[1])
        elif hek and not in_code:
            open_.append(hek[1])
            in_code = True
        if not in_code:
            uit.append(regel)
    return "\n".join(uit)


def links(map_: Path) -> list[str]:
    """Ga na of elke link naar een bron of begrip ergens uitkomt, en elke tabel, figuur en case bestaat."""
    from kennis import casebestand, tabellen
    from kennis.kolommen import InvoerFout

    fouten = []
    try:
        bekend = {"tabel": set(tabellen.namen()), "case": set(casebestand.cases())}
        for pad in paginas(map_):
            for plek, tekst in _delen(pad, map_):
                fouten += _dode_links(tekst, plek)
                for _, soort, naam, _ in RICHTLIJN.findall(tekst):
                    if soort in bekend and naam not in bekend[soort]:
                        fouten.append(f"{plek}: de {soort} '{naam}' bestaat niet.")
    except InvoerFout as fout:
        return _zinnen(fout)
    return fouten


def beelden(map_: Path) -> list[str]:
    """Ga na of elk beeld en elke figuur een alt-tekst heeft."""
    fouten, platen = [], {}
    for pad in paginas(map_):
        for plek, tekst in _delen(pad, map_):
            fouten += [f"{plek}: het beeld '{bestand}' heeft geen alt-tekst." for alt, bestand in BEELD.findall(tekst) if not alt.strip()]
            fouten += [f"{plek}: een <img> heeft geen alt-tekst." for img in IMG.findall(tekst) if not re.search(r"\balt\s*=\s*[\"'][^\"']", img)]
            for _, soort, naam, opties in RICHTLIJN.findall(tekst):
                if soort in ("image", "figure") and not re.search(r"^\s*:alt:\s*\S", opties, re.M):
                    fouten.append(f"{plek}: het beeld '{naam}' heeft geen alt-tekst (:alt:).")
                elif soort == "figuur":
                    platen.setdefault(naam, plek)
    return fouten + [zin for naam, plek in platen.items() for zin in _plaat(naam, plek)]


def _plaat(naam: str, plek: str) -> list[str]:
    from kennis import figuren

    try:
        plaat = figuren.plaat(naam)
    except Exception as fout:  # noqa: BLE001 - elke fout in een figuur hoort in de lijst
        return [f"{plek}: de figuur '{naam}' is niet te tekenen ({type(fout).__name__}: {fout})."]
    leeg = [wat for wat, waarde in (("alt-tekst", plaat.alt), ("titel", plaat.titel)) if not str(waarde).strip()]
    return [f"{plek}: de figuur '{naam}' heeft geen {wat}." for wat in leeg]


def notebooks(map_: Path) -> list[str]:
    """Ga na of elk notebook zijn uitkomst bij zich heeft, zonder fouten en zonder wat per computer verschilt."""
    fouten = []
    for pad in paginas(map_):
        if pad.suffix == ".ipynb":
            naam = pad.relative_to(map_).as_posix()
            try:
                fouten += _een_notebook(_lees_notebook(pad), naam)
            except (ValueError, KeyError, TypeError):
                fouten.append(f"{naam}: dit is geen geldig notebook.")
    return fouten


def _een_notebook(notebook: dict[str, Any], naam: str) -> list[str]:
    fouten = []
    cellen = [(n, cel) for n, cel in enumerate(notebook["cells"], start=1) if cel["cell_type"] == "code" and _bron(cel).strip()]
    if not cellen:
        fouten.append(f"{naam}: er staat geen code in; maak er een .md van.")
    for nummer, cel in cellen:
        plek = f"{naam}, cel {nummer}"
        if cel.get("execution_count") is None:
            fouten.append(f"{plek}: de uitkomst ontbreekt. Draai: kennis voer-uit")
        if any(uitvoer["output_type"] == "error" for uitvoer in cel["outputs"]):
            fouten.append(f"{plek}: de bewaarde uitkomst is een foutmelding.")
        if any(uitvoer.get("name") == "stderr" for uitvoer in cel["outputs"]):
            fouten.append(f"{plek}: de bewaarde uitkomst bevat een waarschuwing.")
        if set(cel["metadata"].get("tags", [])) & {"raises-exception", "nbval-skip", "nbval-ignore-output"}:
            fouten.append(f"{plek}: een label zet de controle uit; haal het weg.")
        if "execution" in cel["metadata"]:
            fouten.append(f"{plek}: er staan tijden bij. Draai: kennis voer-uit")
        beeld = any(soort.startswith("image/") for uitvoer in cel["outputs"] for soort in uitvoer.get("data", {}))
        if beeld and not cel["metadata"].get("mystnb", {}).get("image", {}).get("alt"):
            fouten.append(f"{plek}: het beeld heeft geen alt-tekst; zet die in de metadata van de cel (mystnb, image, alt).")
    if "widgets" in notebook["metadata"]:
        fouten.append(f"{naam}: de stand van widgets staat erin. Draai: kennis voer-uit")
    return fouten


# -- gebouwde bladzijden ----------------------------------------------------------------------------


class _Lezer(HTMLParser):
    """Verzamel wat een bladzijde ophaalt, en beelden zonder alt-tekst."""

    def __init__(self) -> None:
        super().__init__()
        self.gehaald: list[str] = []
        self.zonder_alt: list[str] = []
        self._stijl = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = {sleutel: waarde or "" for sleutel, waarde in attrs}
        rond = tag == "link" and set(waarden.get("rel", "").lower().split()) <= ROND and waarden.get("rel")
        for sleutel, waarde in waarden.items():
            if (tag, sleutel.removeprefix("xlink:")) in HAALT_OP and not rond and VAN_BUITEN.search(waarde):
                self.gehaald.append(waarde)
        self.gehaald += IN_CSS.findall(waarden.get("style", ""))
        if tag == "img" and "alt" not in waarden:
            self.zonder_alt.append(waarden.get("src", "")[:80])
        if tag == "svg" and waarden.get("role") == "img" and not (waarden.get("aria-label") or waarden.get("aria-labelledby")):
            self.zonder_alt.append("svg")
        self._stijl = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._stijl = False

    def handle_data(self, data: str) -> None:
        if self._stijl:
            self.gehaald += IN_CSS.findall(data)


def site(map_: Path) -> list[str]:
    """Ga na of geen gebouwde bladzijde iets van buiten ophaalt, en elk beeld een alt-tekst heeft."""
    from kennis.boek import bouw

    fouten = []
    uit = bouw.site(map_)
    for pad in sorted(uit.rglob("*.html")) if uit.is_dir() else ():
        lezer = _Lezer()
        lezer.feed(pad.read_text(encoding="utf-8", errors="replace"))
        naam = pad.relative_to(uit).as_posix()
        fouten += [f"_build/html/{naam}: haalt iets van buiten op: {adres}" for adres in dict.fromkeys(lezer.gehaald)]
        fouten += [f"_build/html/{naam}: een beeld heeft geen alt-tekst: {beeld}" for beeld in dict.fromkeys(lezer.zonder_alt)]
    for pad in sorted(uit.rglob("*.css")) if uit.is_dir() else ():
        gevonden = dict.fromkeys(IN_CSS.findall(pad.read_text(encoding="utf-8", errors="replace")))
        fouten += [f"_build/html/{pad.relative_to(uit).as_posix()}: haalt iets van buiten op: {adres}" for adres in gevonden]
    return fouten


# -- hulp -------------------------------------------------------------------------------------------


def _zinnen(fout: Any) -> list[str]:
    return [str(een) for een in fout.fouten]


def _sleutels(cel: Any) -> list[str]:
    return [deel.strip() for deel in cel.split(",") if deel.strip()] if isinstance(cel, str) else []


def _dode_links(tekst: str, plek: str) -> list[str]:
    from kennis import tabellen
    from kennis.kolommen import naaste

    fouten = []
    for anker in dict.fromkeys(VERWIJZING.findall(tekst)):
        soort, _, sleutel = anker.partition("-")
        bekend = tabellen.bronnen() if soort == "bron" else tabellen.begrippen()
        if sleutel not in bekend:
            beste = naaste(sleutel, bekend)
            voorstel = f" Bedoel je '{beste}'?" if beste else ""
            fouten.append(f"{plek}: {'de bron' if soort == 'bron' else 'het begrip'} '{sleutel}' bestaat niet.{voorstel}")
    return fouten


def _lees_notebook(pad: Path) -> dict[str, Any]:
    return json.loads(pad.read_text(encoding="utf-8"))


def _bron(cel: dict[str, Any]) -> str:
    return cel["source"] if isinstance(cel["source"], str) else "".join(cel["source"])


CONTROLES: dict[str, Callable[[Path], list[str]]] = {
    "Kennistabellen": tabellen,
    "Cases": cases,
    "Gereedschappen": gereedschappen,
    "Inhoudsopgave": inhoud,
    "Links naar bronnen en begrippen": links,
    "Notebooks": notebooks,
    "Alt-teksten en figuren": beelden,
    "Gebouwde bladzijden": site,
}
