"""Wat een website nodig heeft om gevonden te worden: sitemap.xml, robots.txt, een 404.html die helpt, en het vaste adres per bladzijde.

Het adres van de website staat in de omgeving, als KENNIS_ADRES. Is dat er niet, dan komt er geen sitemap (die vraagt hele
adressen), en wijst 404.html naar de map waar zij zelf staat.
"""

from __future__ import annotations

import html
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from kennis.boek import thema

LINKS = (
    ("index", "De voorpagina"),
    ("start/wat-speelt-er", "Wat speelt er? Vragen uit de praktijk, met een antwoord"),
    ("zoeken", "Zoeken in het boek"),
    ("themas/index", "Per thema: RIVM, Vilans en Nivel naast elkaar"),
    ("naslag/begrippen", "Alle begrippen"),
)


def adres() -> str:
    """Geef het adres van de website, met een streep erachter, of niets."""
    gevonden = os.environ.get("KENNIS_ADRES", "").strip().rstrip("/")
    return f"{gevonden}/" if gevonden.startswith(("https://", "http://")) else ""


def sitemap(paginas: Iterable[str], basis: str) -> str:
    """Geef de sitemap van bladzijden (adressen vanaf de hoofdmap).

    >>> "<loc>https://voorbeeld.nl/start/lezen.html</loc>" in sitemap(["start/lezen.html"], "https://voorbeeld.nl/")
    True
    """
    regels = "".join(f"  <url><loc>{html.escape(basis + pagina)}</loc></url>\n" for pagina in sorted(paginas))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{regels}</urlset>\n'


def robots(basis: str) -> str:
    """Geef robots.txt: alles mag, en met een adres staat erbij waar de sitemap is."""
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {basis}sitemap.xml\n" if basis else "")


def niet_gevonden(titel: str, paginas: Iterable[str], basis: str) -> str:
    """Geef de bladzijde voor een adres dat er niet is; `paginas` zijn de documenten die er wel zijn."""
    bekend = set(paginas)
    punten = "".join(f'<li><a href="{basis}{naam}.html">{html.escape(tekst)}</a></li>' for naam, tekst in LINKS if naam in bekend)
    return (
        '<!DOCTYPE html>\n<html lang="nl" data-mode="auto" data-theme="light">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Deze bladzijde is er niet – {html.escape(titel)}</title>\n"
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(thema.CSP, quote=False)}">\n'
        f'<script src="{basis}_static/{thema.eigen_bestanden()["kop.js"][0]}"></script>\n'
        f'<script defer src="{basis}_static/{thema.eigen_bestanden()["kennisboek.js"][0]}"></script>\n'
        f'<link rel="stylesheet" href="{basis}_static/{thema.eigen_bestanden()["kennisboek.css"][0]}">\n</head>\n<body>\n'
        f'<header class="kb-kop"><a class="kb-merk" href="{basis}index.html"><span class="kb-merknaam"><b>{html.escape(titel)}</b></span></a>'
        '<button type="button" class="kb-kleurknop" id="kb-kleurknop"><span class="kb-icoon"></span>'
        '<span class="kb-alleen-voorgelezen">Kleuren kiezen</span></button></header>\n'
        '<main id="main-content" class="kb-hoofd"><article class="kb-artikel"><h1>Deze bladzijde is er niet</h1>\n'
        "<p>Misschien is zij verhuisd, of zit er een tikfout in het adres. Hier vind je de weg terug:</p>\n"
        f"<ul>{punten}</ul>\n</article></main>\n</body>\n</html>\n"
    )


def geef_adres(app: Sphinx, pagina: str, sjabloon: str, context: dict[str, Any], boom: nodes.document | None) -> None:
    """Geef een bladzijde haar vaste adres, als dat bekend is."""
    if boom is not None and adres():
        context["kb_adres"] = adres() + app.builder.get_target_uri(pagina)


def schrijf(app: Sphinx, fout: Exception | None) -> None:
    """Zet de bestanden in de hoofdmap van de website."""
    if fout is not None or app.builder.name != "html" or app.config.html_theme != "kennisboek":
        return
    map_, basis, paginas = Path(app.outdir), adres(), sorted(app.env.found_docs)
    (map_ / "robots.txt").write_text(robots(basis), encoding="utf-8")
    (map_ / "404.html").write_text(niet_gevonden(app.config.html_title or app.config.project, paginas, basis), encoding="utf-8")
    (map_ / "sitemap.xml").unlink(missing_ok=True)
    if basis:
        (map_ / "sitemap.xml").write_text(sitemap([app.builder.get_target_uri(p) for p in paginas], basis), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Meld dit onderdeel aan bij Sphinx."""
    app.connect("html-page-context", geef_adres)
    app.connect("build-finished", schrijf, priority=950)
