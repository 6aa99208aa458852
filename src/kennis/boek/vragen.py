"""Wat speelt er? De vragen uit de kennistabel `vragen`, als bladzijde (`:::{vragen}`) en als ingang (`:::{vragenwijzer}`).

Zonder JavaScript staat alles er: elke vraag is een `details` die de browser zelf opent, ook vanaf een link naar haar anker.
Met JavaScript kiest een lezer zijn rol (`thema/script/vragen.js`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from kennis import gereedschap, tabellen
from kennis.boek import thema
from kennis.boek.richtlijnen import meld_anker, tekst_met_links

PAGINA = "start/wat-speelt-er"
SCRIPT = "vragen.js"
DOEL = re.compile(r"\]\(([^)\s]+)\)")

GROEPEN = {
    "beginnen": "Samen beginnen",
    "vertrouwen": "Vertrouwen en besluiten",
    "plan": "Kiezen en een plan maken",
    "geld": "Het geld regelen",
    "mensen": "Professionals laten samenwerken",
    "inwoners": "Inwoners en patiënten laten meedoen",
    "data": "Gegevens, techniek en regels",
    "meten": "Weten of het werkt",
    "groeien": "Groter worden en volhouden",
}
ROLLEN = {
    "project": "Ik leid een project",
    "aanbieder": "Ik werk bij een zorgaanbieder",
    "verzekeraar": "Ik koop zorg in",
    "gemeente": "Ik werk bij een gemeente",
    "inwoners": "Ik spreek namens patiënten of inwoners",
}


def rijen() -> list[dict[str, Any]]:
    """Geef alle vragen, met de rollen als lijst."""
    return [rij | {"rollen": [rol.strip() for rol in rij["rollen"].split(",")]} for rij in tabellen.laad("vragen").fillna("").to_dict("records")]


def doelen(rij: dict[str, Any]) -> list[str]:
    """Geef waar een vraag naartoe wijst: `#anker` of een bestand vanaf `start/`.

    >>> doelen({"lees": "[a](#plek), [b](../nivel/kassier.md)"})
    ['#plek', '../nivel/kassier.md']
    """
    return DOEL.findall(rij["lees"])


class Vragen(SphinxDirective):
    """Toon de vragen van een groep, elk met antwoord, plaats, gereedschap en eerste stap: `:::{vragen} geld`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(tabellen.MAP / "vragen.csv"))
        groep = self.arguments[0]
        gekozen = [rij for rij in rijen() if rij["groep"] == groep]
        if not gekozen:
            raise self.error(f"er is geen groep vragen '{groep}'; kies uit {', '.join(GROEPEN)}")
        return [knoop for rij in gekozen for knoop in self._vraag(rij)]

    def _vraag(self, rij: dict[str, Any]) -> list[nodes.Node]:
        anker = f"vraag-{rij['sleutel']}"
        meld_anker(self.env, anker, rij["vraag"])
        begin = f'<details class="kb-inklap kb-vraag" data-rollen="{" ".join(rij["rollen"])}"><summary>{html.escape(rij["vraag"])}</summary>'
        vak = nodes.container(ids=[anker], classes=["kb-antwoord"])
        vak += nodes.paragraph("", "", *tekst_met_links(rij["antwoord"], self.env.docname))
        vak += _regel("Eerste stap", tekst_met_links(rij["stap"], self.env.docname))
        vak += _regel("Lees", tekst_met_links(rij["lees"], self.env.docname))
        if rij["gereedschap"]:
            vak += _regel("Doe het zelf", _gereedschap(rij["gereedschap"], self.env.docname))
        return [nodes.raw("", begin, format="html"), vak, nodes.raw("", "</details>", format="html")]


def _regel(kop: str, inhoud: Iterable[nodes.Node]) -> nodes.paragraph:
    return nodes.paragraph("", "", nodes.strong("", f"{kop}: "), *inhoud)


def _gereedschap(naam: str, document: str) -> list[nodes.Node]:
    regels = gereedschap.regels()[naam]
    return tekst_met_links(f"[{regels['titel']}](/{regels['verslag']['pagina']}.md): {kort(regels['uitleg'])}", document)


def kort(uitleg: str) -> str:
    """Geef de eerste zin van een uitleg.

    >>> kort("Zet elke partij op haar plek: hoeveel macht heeft zij? Per vak zie je meer.")
    'zet elke partij op haar plek: hoeveel macht heeft zij?'
    """
    zin = re.split(r"(?<=[.?!])\s", uitleg, maxsplit=1)[0]
    return zin[:1].lower() + zin[1:]


class Rolkeuze(SphinxDirective):
    """De knoppen om een rol te kiezen; zonder JavaScript zijn ze er niet, en staan alle vragen er: `:::{rolkeuze}`."""

    def run(self) -> list[nodes.Node]:
        for rol in ROLLEN:
            meld_anker(self.env, f"rol-{rol}", ROLLEN[rol])
        knoppen = "".join(
            f'<button type="button" id="rol-{rol}" aria-pressed="false" data-rol="{rol}">{naam}</button>' for rol, naam in ROLLEN.items()
        )
        tekst = (
            '<div class="kb-rolkeuze kb-niet-zoeken"><div role="group" aria-label="Toon vragen voor wie dit zegt">'
            f'<button type="button" aria-pressed="true" data-rol="">Alle vragen</button>{knoppen}</div><p role="status"></p></div>'
        )
        return [nodes.raw("", tekst, format="html")]


class Vragenwijzer(SphinxDirective):
    """Toon per groep de eerste vragen als links, met een link naar de rest: `:::{vragenwijzer}`."""

    option_spec = {"aantal": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(tabellen.MAP / "vragen.csv"))
        aantal = self.options.get("aantal", 4)
        vak = nodes.container(classes=["kb-wijzer"])
        for groep, titel in GROEPEN.items():
            eigen = [rij for rij in rijen() if rij["groep"] == groep]
            blok = nodes.container("", nodes.paragraph("", titel, classes=["kb-wijzerkop"]), classes=["kb-wijzergroep"])
            lijst = nodes.bullet_list("", *[_punt(self._link(rij["vraag"], f"vraag-{rij['sleutel']}")) for rij in eigen[:aantal]])
            if len(eigen) > aantal:
                lijst += _punt(self._link(f"Alle {len(eigen)} vragen hierover", f"vragen-{groep}"), "kb-meer")
            blok += lijst
            vak += blok
        return [vak]

    def _link(self, tekst: str, anker: str) -> nodes.Node:
        eigenschappen = {"refdomain": "std", "reftype": "ref", "reftarget": anker, "refdoc": self.env.docname, "refexplicit": True, "refwarn": True}
        return addnodes.pending_xref("", nodes.inline("", tekst), **eigenschappen)


def _punt(link: nodes.Node, *klassen: str) -> nodes.list_item:
    return nodes.list_item("", nodes.paragraph("", "", link), classes=list(klassen))


def voeg_script_toe(app: Sphinx, pagina: str, sjabloon: str, context: dict[str, Any], boom: nodes.document | None) -> None:
    """Laad het script alleen op de bladzijde met vragen."""
    if pagina == PAGINA:
        context["kb_scripts"] = [*context.get("kb_scripts", []), thema.eigen_bestanden()[SCRIPT][0]]


def setup(app: Sphinx) -> None:
    """Meld de richtlijnen aan bij Sphinx."""
    app.add_directive("vragen", Vragen)
    app.add_directive("vragenwijzer", Vragenwijzer)
    app.add_directive("rolkeuze", Rolkeuze)
    app.connect("html-page-context", voeg_script_toe, priority=900)
