"""De richtlijn `:::{mijnplan} CASE`: de plek van Mijn plan, met een case als voorbeeld, dat ook zonder JavaScript en op papier klopt."""

from __future__ import annotations

import html
import json
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from kennis import casebestand, figuren, gereedschap
from kennis.boek.gereedschapspagina import bestanden, bezoek_tekst
from kennis.verslag import naar_html
from kennis.verslag.opstellen import stel_op

REGELS = {"gereedschap": "mijnplan", "soort": "mijnplan", "titel": "Mijn plan", "sectie": "acties"}
OPZET = {"regels": REGELS, "sectienamen": ["acties", "mensen"], "voorbeelden": []}
ZONDER = "Deze pagina zet alles wat je in het boek invult in één plan. Daarvoor moet JavaScript aanstaan. Hieronder staat een voorbeeld."
MERK = "Dit is een voorbeeld: het plan van de case {titel}. Vul je zelf iets in, dan staat hier jouw plan."


# De soorten waarvan het plan plaatjes tekent; hun opmaak komt pas als er plaatjes zijn.
SOORTEN = ("veld", "kiezer", "scan", "plan", "rekenblad")


class mijnplanplek(nodes.General, nodes.Element):
    """De plek van Mijn plan in een document; `case` is het voorbeeld."""


class Mijnplan(SphinxDirective):
    """Zet Mijn plan neer, met een case als voorbeeld."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        naam = self.arguments[0]
        for pad in sorted((casebestand.MAP / naam).glob("*")):
            self.env.note_dependency(str(pad))
        return [mijnplanplek("", case=naam, document=self.env.docname)]


def voorbeeld(naam: str, adres: Any) -> str:
    """Geef het plan van een case als html, met de plaatjes erin."""
    gemaakt = stel_op(casebestand.case(naam), [gereedschap.klasse(n) for n in gereedschap.namen()])
    return naar_html.fragment(gemaakt.verslag, {naam: figuren.svg(figuur) for naam, figuur in gemaakt.figuren().items()}, adres, 2)


def bezoek_html(vertaler: Any, knoop: mijnplanplek) -> None:
    """Schrijf de plek in html."""
    naam, document = knoop["case"], knoop["document"]
    naar = vertaler.builder.get_relative_uri
    vertaler.body.append(plek_html(naam, lambda pagina: naar(document, pagina), bestanden().stijlen(SOORTEN)[1:]))
    raise nodes.SkipNode


def plek_html(naam: str, naar: Any, stijlen: list[str]) -> str:
    """Geef de html van Mijn plan; `naar` geeft de weg naar een bladzijde, `stijlen` is de opmaak van de plaatjes."""
    titel = html.escape(casebestand.case(naam).titel)
    beeld = voorbeeld(naam, lambda plek: f"{naar(plek['pagina'])}#kg-{plek['gereedschap']}" if plek["pagina"] else "")
    wortel = naar("index").removesuffix("index.html")
    gegevens = json.dumps({"opzet": OPZET, "start": {"secties": {}, "keuzes": {}}, "velden": {"titel": casebestand.case(naam).titel}}, ensure_ascii=False)
    return (
        f'<div class="kg-plek kp-plek" data-soort="mijnplan" data-gereedschap="mijnplan" data-case="{html.escape(naam)}" data-titel="{titel}"'
        f' data-wortel="{wortel}" data-stijlen="{" ".join(f"{wortel}_static/{stijl}" for stijl in stijlen)}">'
        f'<div class="kg-vast kp-vast"><noscript><p>{ZONDER}</p></noscript></div>'
        f'<div data-voorbeeld><p class="kp-merk">{MERK.format(titel=titel)}</p>{beeld}</div>'
        f'<script type="application/json">{gegevens.replace("<", chr(92) + "u003c")}</script></div>'
    )


def setup(app: Sphinx) -> None:
    """Meld de richtlijn en haar plek aan."""
    app.add_directive("mijnplan", Mijnplan)
    app.add_node(mijnplanplek, html=(bezoek_html, None), **dict.fromkeys(("latex", "text", "man", "texinfo"), (bezoek_tekst, None)))
