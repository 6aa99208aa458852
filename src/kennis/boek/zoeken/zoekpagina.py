"""De bladzijde met zoekresultaten: `:::{zoekpagina}`. Zonder JavaScript staan er alle begrippen, om op te klikken."""

from __future__ import annotations

from itertools import groupby

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from kennis import tabellen


class Zoekpagina(SphinxDirective):
    """Zet de plek voor de resultaten neer, met alle begrippen eronder."""

    def run(self) -> list[nodes.Node]:
        plek = nodes.raw("", '<div class="kb-zoekpagina kb-niet-zoeken" role="search" aria-label="Op deze bladzijde"></div>', format="html")
        register = nodes.container(classes=["kb-register", "kb-niet-zoeken"])
        register += nodes.paragraph("", "Alle begrippen van dit boek, met hun uitleg:")
        begrippen = sorted(tabellen.begrippen().items(), key=lambda paar: paar[1]["begrip"].lower())
        for letter, groep in groupby(begrippen, lambda paar: paar[1]["begrip"][0].upper()):
            regel = nodes.paragraph("", "", nodes.strong("", f"{letter} "))
            for nummer, (sleutel, rij) in enumerate(groep):
                regel += [nodes.Text(", " if nummer else ""), self._link(rij["begrip"], f"begrip-{sleutel}")]
            register += regel
        return [plek, register]

    def _link(self, tekst: str, anker: str) -> nodes.Node:
        doel = {"refdomain": "std", "reftype": "ref", "reftarget": anker, "refdoc": self.env.docname, "refexplicit": True, "refwarn": True}
        return addnodes.pending_xref("", nodes.inline("", tekst), **doel)


def setup(app: Sphinx) -> None:
    """Meld de richtlijn aan."""
    app.add_directive("zoekpagina", Zoekpagina)
