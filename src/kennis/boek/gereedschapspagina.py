"""Een gereedschap op een pagina: het vaste beeld, de gegevens, en het script dat er leven in brengt."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from kennis import beschrijving, casebestand, gereedschap
from kennis.widget import samenvoegen
from kennis.widget.basis import html_tabel, laad_regels


class gereedschapsplek(nodes.General, nodes.Element):
    """De plek van een gereedschap in een document; `gegevens` is wat het notebook gaf."""


def plek(gegevens: dict[str, Any]) -> nodes.Element:
    """Maak de plek voor een gereedschap."""
    return gereedschapsplek("", gegevens=gegevens)


def vast_beeld(gegevens: dict[str, Any]) -> str:
    """Het beeld zonder JavaScript en op papier: figuur, tabel en notities."""
    alt, titel = html.escape(gegevens["alt"]), html.escape(laad_regels(gegevens["gereedschap"])["titel"])
    svg = gegevens["svg"].replace("<svg", f'<svg role="img" aria-label="{alt}"', 1)
    tabel = html_tabel(laad_regels(gegevens["gereedschap"])["titel"], gegevens["tabel"])
    notities = "".join(f'<p class="kg-hint">{html.escape(notitie)}</p>' for notitie in gegevens["notities"])
    return (
        f'<div class="kg-vast"><div class="kg-vastbalk"></div><div class="kg-vastfiguur">{svg}</div>'
        f'<div class="kg-vasttabel kg-schuif" tabindex="0" role="region" aria-label="{titel}">{tabel}</div>{notities}</div>'
    )


def pagina_html(gegevens: dict[str, Any]) -> str:
    """De html van een gereedschap op een pagina."""
    naam = gegevens["gereedschap"]
    opzet = gereedschap.klasse(naam).maak_opzet()
    # De inhoud van een case komt mee met het script om te openen; de pagina noemt haar alleen.
    weg = {v["naam"]: {"naam": v["naam"], "titel": v["titel"]} for v in opzet["voorbeelden"] if v["naam"] in casebestand.cases()}
    opzet["voorbeelden"] = [weg.get(v["naam"], v) for v in opzet["voorbeelden"]]
    opzet["regels"], _ = samenvoegen.splits(opzet["regels"], beschrijving.later(opzet["regels"]))
    if samenvoegen.kolommen_later(gegevens["soort"]):
        del opzet["secties"]
    inhoud = {"opzet": opzet, "start": gegevens["start"]}
    # Een naam van een lezer kan "</script>" bevatten; zo blijft het tekst.
    tekst = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<div class="kg-plek" data-soort="{gegevens["soort"]}" data-gereedschap="{naam}">{vast_beeld(gegevens)}'
        f'<script type="application/json">{tekst}</script></div>'
    )


def bezoek_html(vertaler: Any, knoop: gereedschapsplek) -> None:
    """Schrijf de plek in html."""
    vertaler.body.append(pagina_html(knoop["gegevens"]))
    raise nodes.SkipNode


def bezoek_tekst(vertaler: Any, knoop: gereedschapsplek) -> None:
    """Elders (zoals in een inhoudsopgave) is de plek leeg."""
    raise nodes.SkipNode


def voeg_bestanden_toe(app: Sphinx, pagina: str, sjabloon: str, context: dict[str, Any], boom: nodes.document | None) -> None:
    """Laad script en opmaak alleen op een pagina waar een gereedschap staat."""
    if boom is None:
        return
    for soort in sorted({knoop["gegevens"]["soort"] for knoop in boom.findall(gereedschapsplek)}):
        app.add_css_file(samenvoegen.bestandsnaam(soort, "css"))
        app.add_js_file(samenvoegen.bestandsnaam(soort, "js"), loading_method="async")


def schrijf_bestanden(app: Sphinx) -> list[Any]:
    """Schrijf script en opmaak van elke soort in de statische map."""
    map_ = Path(app.outdir) / "_static"
    map_.mkdir(parents=True, exist_ok=True)
    for oud in map_.glob("kennis-*.*"):
        oud.unlink()
    for soort in sorted({gereedschap.klasse(naam).soort for naam in gereedschap.namen()}):
        (map_ / samenvoegen.bestandsnaam(soort, "js")).write_text(samenvoegen.script(soort), encoding="utf-8")
        (map_ / samenvoegen.bestandsnaam(f"{soort}-later", "js")).write_text(samenvoegen.laterscript(soort), encoding="utf-8")
        (map_ / samenvoegen.bestandsnaam(soort, "css")).write_text(samenvoegen.stijl(soort), encoding="utf-8")
    return []


def setup(app: Sphinx) -> None:
    """Meld de plek van een gereedschap aan bij Sphinx."""
    overig = dict.fromkeys(("latex", "text", "man", "texinfo"), (bezoek_tekst, None))
    app.add_node(gereedschapsplek, html=(bezoek_html, None), **overig)
    app.connect("html-page-context", voeg_bestanden_toe)
    app.connect("html-collect-pages", schrijf_bestanden)
