"""Zoeken in het boek: een index die Python maakt, en een zoekveld dat in de browser van de lezer zoekt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from kennis.boek.zoeken import index, vragenlijst, zoekpagina
from kennis.boek.zoeken.bladzijden import lees_map
from kennis.boek.zoeken.meten import meet
from kennis.boek.zoeken.vragenlijst import Vragen
from kennis.widget import bundel

__all__ = ["bouw", "meet", "setup", "zet_klaar"]

MAP = Path(__file__).parent
PLEK = "_static/kb-zoek"
VAN_SPHINX = ("search.html", "searchindex.js", "_static/searchtools.js", "_static/language_data.js")
VERWIJZING = re.compile(r'(?:href|src|action)="[^"]*\b(search\.html|searchindex\.js|searchtools\.js)')

log = logging.getLogger(__name__)


@cache
def bestanden() -> dict[str, tuple[str, str]]:
    """Geef de scripts en de stijl van het zoeken: per naam de naam op de site (met een vingerafdruk) en de inhoud."""
    motor = bundel.los_script(MAP / "pagina" / "motor.js", voor=f"/*! {_licenties()} */\n")
    motornaam = bundel.bestandsnaam("motor", motor)
    ingang = MAP / "pagina" / "zoek.js"
    zoek = bundel.los_script(ingang, slot=f"{bundel.variabele(ingang)}.begin({motornaam!r});")
    stijl = bundel.klein((MAP / "pagina" / "zoek.css").read_text(encoding="utf-8"), "css")
    return {
        "motor.js": (motornaam, motor),
        "zoek.js": (bundel.bestandsnaam("zoek", zoek), zoek),
        "zoek.css": (bundel.bestandsnaam("zoek", stijl, "css"), stijl),
    }


def _licenties() -> str:
    """Geef de licenties van wat van anderen in de motor zit."""
    return "\n".join(pad.read_text(encoding="utf-8").strip() for pad in sorted((MAP / "derden").glob("*-licentie.txt")))


def zet_klaar(map_html: Path) -> None:
    """Zet het script en de stijl van het zoekveld en de motor in de map van het boek."""
    doel = map_html / PLEK
    doel.mkdir(parents=True, exist_ok=True)
    for oud in [*doel.glob("motor*.js"), *doel.glob("zoek*.*")]:
        oud.unlink()
    for naam, inhoud in bestanden().values():
        (doel / naam).write_text(inhoud, encoding="utf-8")


def bouw(map_html: Path, delen: dict[str, str], vragen: Vragen | None = None, namen: dict[str, str] | None = None) -> None:
    """Maak de index van een gebouwd boek.

    delen: per adres, in volgorde, het deel van het boek.
    vragen: per plek (adres en anker) de vragen waarop daar het antwoord staat.
    namen: per gereedschap het adres van zijn bladzijde.
    """
    bladzijden = lees_map(map_html, delen)
    vragenlijst.geef(bladzijden, vragen or {})
    index.schrijf(bladzijden, map_html / PLEK, namen)
    for naam in VAN_SPHINX:
        (map_html / naam).unlink(missing_ok=True)


def onderdelen(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    """Geef elk document met het deel van het boek waarin het staat, in de volgorde van de inhoudsopgave."""
    begin = env.config.root_doc
    yield begin, ""
    for boom in env.get_doctree(begin).findall(addnodes.toctree):
        for _, document in boom["entries"]:
            if document in env.found_docs:
                deel = boom.get("caption") or _titel(env, document)
                yield from ((onder, deel) for onder in _met_kinderen(env, document))


def _met_kinderen(env: BuildEnvironment, document: str) -> Iterator[str]:
    yield document
    for kind in env.toctree_includes.get(document, []):
        yield from _met_kinderen(env, kind)


def _titel(env: BuildEnvironment, document: str) -> str:
    return env.titles.get(document, nodes.title()).astext()


def _is_boek(app: Sphinx) -> bool:
    return app.builder.name in ("html", "dirhtml")


def _begin(app: Sphinx) -> None:
    """Zet de eigen zoekfunctie van Sphinx uit: die stamt de index anders dan de vraag en vindt dus weinig."""
    if _is_boek(app):
        app.builder.search = False
        zet_klaar(Path(app.outdir))
        app.add_css_file(f"kb-zoek/{bestanden()['zoek.css'][0]}")
        app.add_js_file(f"kb-zoek/{bestanden()['zoek.js'][0]}", loading_method="defer")


def _sjabloon(app: Sphinx, config: Config) -> None:
    """Laat het thema `zoekvak.html` vinden."""
    config.templates_path = [*config.templates_path, str(MAP / "sjabloon")]


def _einde(app: Sphinx, fout: Exception | None) -> None:
    if fout is not None or not _is_boek(app):
        return
    map_html = Path(app.outdir)
    bestanden = {document: _bestand(app.builder.get_target_uri(document)) for document in app.env.found_docs}
    delen = {bestanden[document]: deel for document, deel in onderdelen(app.env)}
    bouw(map_html, delen, vragenlijst.van_boek(app.env, bestanden), vragenlijst.gereedschappen(bestanden))
    for bestand in sorted(bestanden.values()):
        for naam in sorted(set(VERWIJZING.findall((map_html / bestand).read_text(encoding="utf-8")))):
            log.warning("%s verwijst naar %s, dat er niet meer is", bestand, naam)


def _bestand(adres: str) -> str:
    return f"{adres}index.html" if adres.endswith("/") or not adres else adres


def setup(app: Sphinx) -> None:
    """Meld het zoeken aan bij Sphinx."""
    zoekpagina.setup(app)
    app.connect("config-inited", _sjabloon)
    app.connect("builder-inited", _begin)
    app.connect("build-finished", _einde, priority=900)
