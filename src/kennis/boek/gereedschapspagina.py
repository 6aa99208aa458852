"""Een gereedschap op een pagina: het vaste beeld, de gegevens, en het script dat er leven in brengt."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from kennis import beschrijving, casebestand, gereedschap
from kennis.widget import bundel
from kennis.widget import opzet as opzet_
from kennis.widget.basis import html_tabel, laad_regels

# Een plek van een soort gereedschap, of een andere plek met een eigen script, zoals Mijn plan.
PLEK = re.compile(r'<div[^>]*\sdata-soort="([\w-]+)"')


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
    opzet["regels"], _ = opzet_.splits(opzet["regels"], beschrijving.later(opzet["regels"]))
    if opzet_.kolommen_later(gegevens["soort"]):
        del opzet["secties"]
    inhoud = {"opzet": opzet, "start": gegevens["start"]}
    # Een naam van een lezer kan "</script>" bevatten; zo blijft het tekst.
    tekst = bundel.als_json(inhoud).replace("<", "\\u003c")
    return (
        f'<div class="kg-plek" id="kg-{naam}" data-soort="{gegevens["soort"]}" data-gereedschap="{naam}">{vast_beeld(gegevens)}'
        f'<script type="application/json">{tekst}</script></div>'
    )


def bezoek_html(vertaler: Any, knoop: gereedschapsplek) -> None:
    """Schrijf de plek in html."""
    vertaler.body.append(pagina_html(knoop["gegevens"]))
    raise nodes.SkipNode


def bezoek_tekst(vertaler: Any, knoop: gereedschapsplek) -> None:
    """Elders (zoals in een inhoudsopgave) is de plek leeg."""
    raise nodes.SkipNode


@cache
def bestanden() -> opzet_.Opzet:
    """Alle scripts en opmaak van de gereedschappen van dit boek."""
    return opzet_.Opzet(gereedschap.regels(), Path(__file__).parent / "thema" / "static" / "letters" / "schreefloos.woff2")


def voeg_bestanden_toe(app: Sphinx, pagina: str, sjabloon: str, context: dict[str, Any], boom: nodes.document | None) -> None:
    """Laad script en opmaak alleen op een pagina waar een gereedschap staat."""
    soorten = set(PLEK.findall(context.get("body") or "")) & set(opzet_.plekken())
    context["kb_stijlen"] = bestanden().stijlen(soorten) if soorten else []
    context["kb_scripts"] = bestanden().scripts(soorten) if soorten else []


def schrijf_bestanden(app: Sphinx) -> list[Any]:
    """Schrijf alle scripts en opmaak in de statische map."""
    map_ = Path(app.outdir) / "_static"
    map_.mkdir(parents=True, exist_ok=True)
    for oud in map_.glob("kennis-*.*"):
        oud.unlink()
    for naam, inhoud in bestanden().bestanden.items():
        (map_ / naam).write_text(inhoud, encoding="utf-8")
    return []


def setup(app: Sphinx) -> None:
    """Meld de plek van een gereedschap aan bij Sphinx."""
    overig = dict.fromkeys(("latex", "text", "man", "texinfo"), (bezoek_tekst, None))
    app.add_node(gereedschapsplek, html=(bezoek_html, None), **overig)
    app.connect("html-page-context", voeg_bestanden_toe)
    app.connect("html-collect-pages", schrijf_bestanden)
