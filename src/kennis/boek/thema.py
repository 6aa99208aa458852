"""Het thema van het boek: eigen raam, eigen css en js, en de opmaak van de blokken, op de kale basis van Sphinx.

Bij het bouwen:

- maakt `eigen_bestanden` van `thema/css` één opmaak en van `thema/script` kleine scripts;
- geeft `verrijk` de blokken (Kennis, Praktijk, Tools, Tips), de samenvatting en de bronregel hun klassen;
- maakt `paginagegevens` de navigatie, de inhoud van de pagina en de beschrijving, en laat weg wat de pagina niet gebruikt;
- ruimt `schrijf_css` de bestanden op die geen pagina laadt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from kennis.widget import bundel

MAP = Path(__file__).with_name("thema")
SOORTEN = ("Kennis", "Praktijk", "Tools", "Tips")
KOP_MET_SOORT = re.compile(rf"^({'|'.join(SOORTEN)}):\s+")

# Zoveel tekens in één cel is te veel voor een smalle kolom op een telefoon.
STAPEL_VANAF = 60

# Wat een pagina nodig heeft, mits dit in haar inhoud staat. De rest van dit lijstje blijft altijd weg.
ALLEEN_BIJ = {
    "pygments.css": 'class="highlight',
    "sphinx-design.min.css": "sd-",
    "design-tabs.js": "sd-tab-set",
    "tex-mml-chtml.js": 'class="math',
}
NOOIT = re.compile(
    r"^(basic|kennisboek|mystnb\.\w+)\.css$|^(documentation_options|doctools|sphinx_highlight|searchtools|language_data|translations)\.js$"
)
# Bestanden van Sphinx en myst-nb die na de bouw weg kunnen, want geen pagina laadt ze.
OVERBODIG = (
    "basic.css", "doctools.js", "documentation_options.js", "sphinx_highlight.js", "searchtools.js", "language_data.js", "translations.js",
    "file.png", "minus.png", "plus.png", "mystnb.*.css",
)  # fmt: skip


@dataclass
class Hoofdstuk:
    """Een regel in de navigatie: een pagina met de pagina's eronder."""

    naam: str
    titel: str
    kinderen: list[Hoofdstuk] = field(default_factory=list)

    def bevat(self, pagina: str) -> bool:
        """Zeg of deze pagina hier of eronder staat."""
        return self.naam == pagina or any(kind.bevat(pagina) for kind in self.kinderen)


@dataclass
class Deel:
    """Een deel van het boek met zijn hoofdstukken."""

    titel: str
    hoofdstukken: list[Hoofdstuk]

    def bevat(self, pagina: str) -> bool:
        """Zeg of deze pagina in dit deel staat."""
        return any(hoofdstuk.bevat(pagina) for hoofdstuk in self.hoofdstukken)


@dataclass
class Kop:
    """Een kop in "Op deze pagina"."""

    anker: str
    tekst: str
    soort: str
    kinderen: list[Kop] = field(default_factory=list)


# --- css ---------------------------------------------------------------------------------------------


@cache
def css_tekst() -> str:
    """Voeg de css-bestanden in volgorde van naam samen, zonder commentaar en overbodig wit."""
    return bundel.klein("\n".join(pad.read_text("utf8") for pad in sorted((MAP / "css").glob("*.css"))), "css")


@cache
def eigen_bestanden() -> dict[str, tuple[str, str]]:
    """Geef van elk eigen script en de opmaak de naam op de site (met een vingerafdruk) en de inhoud."""
    inhoud = {pad.name: bundel.los_script(pad) for pad in sorted((MAP / "script").glob("*.js"))} | {"kennisboek.css": css_tekst()}
    return {naam: (bundel.bestandsnaam(*_stam(naam, tekst)), tekst) for naam, tekst in inhoud.items()}


def _stam(naam: str, tekst: str) -> tuple[str, str, str]:
    stam, _, einde = naam.rpartition(".")
    return stam, tekst, einde


# Alleen wat van onszelf is. `file:` is voor wie het boek van schijf leest; `data:` voor plaatjes die een gereedschap maakt.
# Figuren van matplotlib hebben hun opmaak per element (style="…"); losse <style> en scripts in de pagina mogen niet.
CSP = (
    "default-src 'none'; script-src 'self' file:; style-src-elem 'self' file:; style-src-attr 'unsafe-inline'; "
    "img-src 'self' file: data:; font-src 'self' file:; base-uri 'none'; form-action 'none'"
)


# --- de inhoud van een pagina ------------------------------------------------------------------------


def verrijk(app: Sphinx, doctree: nodes.document, pagina: str) -> None:
    """Geef de vaste onderdelen van een hoofdstuk hun klassen, en zet de filterbalk neer."""
    if app.builder.format != "html":
        return
    _bronregel(doctree)
    for tabel in list(doctree.findall(nodes.table)):
        _stapel(tabel)
        # Een brede tabel schuift in haar eigen vak.
        vak = nodes.container(classes=["kb-rol"])
        tabel.parent.replace(tabel, vak)
        vak += tabel
    soorten = [_blok(sectie) for sectie in doctree.findall(nodes.section)]
    kort = [s for s in doctree.findall(nodes.section) if s[0].astext() == "In het kort"]
    for sectie in kort:
        sectie["classes"].append("kb-kort")
    aanwezig = [soort for soort in SOORTEN if soort in soorten]
    if len(aanwezig) > 1 and app.builder.name != "singlehtml":
        _filterbalk(doctree, next(iter(kort), None), aanwezig)


def _bronregel(doctree: nodes.document) -> None:
    """Merk de cursieve regel onder een titel ("Bron: … Stand: …") als bronregel."""
    for sectie in doctree.findall(nodes.section):
        regel = next((k for k in sectie.children[1:] if isinstance(k, nodes.Element)), None)
        if isinstance(regel, nodes.paragraph) and re.match(r"Bron(nen)?:", regel.astext()) and isinstance(regel[0], nodes.emphasis):
            regel["classes"].append("kb-stand")


def _stapel(tabel: nodes.table) -> None:
    """Zet in een tabel met veel tekst de kop in elke cel, zodat zij op een telefoon een stapel kan worden."""
    kop, romp = tabel.next_node(nodes.thead), tabel.next_node(nodes.tbody)
    if kop is None or romp is None:
        return
    koppen = [cel.astext() for cel in kop[-1]]
    cellen = [cel for rij in romp for cel in rij]
    gewoon = all(len(rij) == len(koppen) for rij in romp) and not any("morecols" in cel or "morerows" in cel for cel in cellen)
    if not gewoon or len(koppen) < 3 or max((len(cel.astext()) for cel in cellen), default=0) < STAPEL_VANAF:
        return
    tabel["classes"].append("kb-stapel")
    for rij in romp:
        for naam, cel in list(zip(koppen, rij, strict=True))[1:]:
            if not cel.astext().strip():
                cel["classes"].append("kb-leeg")
            elif isinstance(cel[0], nodes.paragraph) and naam:
                cel[0].insert(0, nodes.inline("", naam + " ", classes=["kb-celkop", "kb-niet-zoeken"]))


def _blok(sectie: nodes.section) -> str:
    """Maak van een sectie met een soort in haar kop een blok; geef de soort, of niets."""
    titel = sectie.next_node(nodes.title)
    gevonden = KOP_MET_SOORT.match(titel.astext()) if titel is not None and titel.parent is sectie else None
    eerste = titel.next_node(nodes.Text) if gevonden else None
    if gevonden is None or eerste is None or not eerste.startswith(gevonden[0]):
        return ""
    soort = gevonden[1]
    sectie["classes"] += ["kb-blok", f"kb-{soort.lower()}"]
    label = nodes.inline("", soort, nodes.inline("", ": ", classes=["kb-dubbelepunt"]), classes=["kb-soort"])
    eerste.parent.replace(eerste, [label, nodes.Text(_hoofdletter(eerste[len(gevonden[0]) :]))])
    return soort


def _hoofdletter(tekst: str) -> str:
    """Begin met een hoofdletter, behalve bij een woord dat er zelf al een heeft ("eHealth")."""
    return tekst[:1].upper() + tekst[1:] if tekst.split(" ")[0].islower() else tekst


def _filterbalk(doctree: nodes.document, kort: nodes.section | None, soorten: list[str]) -> None:
    """Zet de knoppen neer waarmee een lezer één soort blok kiest; zonder JavaScript zijn ze er niet."""
    knoppen = "".join(f'<button type="button" aria-pressed="false" data-soort="{s.lower()}" class="kb-{s.lower()}">{s}</button>' for s in soorten)
    html = (
        '<div class="kb-filter kb-niet-zoeken"><div role="group" aria-label="Toon alleen blokken van deze soort"><span>Toon</span>'
        f'<button type="button" aria-pressed="true" data-soort="alles">Alles</button>{knoppen}</div>'
        '<p role="status"></p></div>'
    )
    balk = nodes.raw("", html, format="html")
    if kort is not None:
        kort.parent.insert(kort.parent.index(kort) + 1, balk)
        return
    eerste_sectie = next(s for s in doctree.findall(nodes.section) if "kb-blok" in s["classes"])
    while isinstance(eerste_sectie.parent.parent, nodes.section):
        eerste_sectie = eerste_sectie.parent
    eerste_sectie.parent.insert(eerste_sectie.parent.index(eerste_sectie), balk)


def beschrijving(doctree: nodes.document, lengte: int = 160) -> str:
    """Maak de beschrijving van een pagina uit "In het kort", of anders uit haar eerste alinea."""
    kort = [s for s in doctree.findall(nodes.section) if "kb-kort" in s["classes"]]
    bron = kort[0] if kort else doctree
    alineas = (a for a in bron.findall(nodes.paragraph) if "kb-stand" not in a["classes"])
    tekst = " ".join(next((a.astext() for a in alineas), "").split())
    if len(tekst) <= lengte:
        return tekst
    return tekst[: lengte - 1].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"


def koppen(doctree: nodes.document) -> list[Kop]:
    """Geef de koppen van niveau 2 en 3 voor "Op deze pagina"."""
    hoofd = next(doctree.findall(nodes.section), None)
    return _koppen(hoofd, 2) if hoofd is not None else []


def _koppen(ouder: nodes.Element, diepte: int) -> list[Kop]:
    if not diepte:
        return []
    gevonden = []
    for sectie in ouder.children:
        if isinstance(sectie, nodes.section) and isinstance(sectie[0], nodes.title):
            soort = next((s.lower() for s in SOORTEN if f"kb-{s.lower()}" in sectie["classes"]), "")
            gevonden.append(Kop(sectie["ids"][0], sectie[0].astext(), soort, _koppen(sectie, diepte - 1)))
    return gevonden


def schoon(html: str) -> str:
    """Herstel wat pandas, Sphinx en myst-nb in de inhoud zetten en een lezer hindert."""
    html = html.replace('aria-label="Toggle hidden content"', "")
    html = re.sub(r"<style scoped>.*?</style>", "", html, flags=re.DOTALL)
    html = re.sub(r"<th([^>]*)>(?:\s|<p>|</p>)*</th>", r"<td\1></td>", html)
    for oud, tekst in (('checked="checked" ', "gedaan"), ("", "nog te doen")):
        html = html.replace(f'<input {oud}class="task-list', f'<input {oud}aria-label="{tekst}" class="task-list')
    pandas = r'<table border="\d+" class="dataframe"(.*?</table>)'
    html = re.sub(pandas, r'<div class="kb-rol"><table class="dataframe"\1</div>', html, flags=re.DOTALL)
    return re.sub(r'(<figure class="kb-figuur[^>]*>\s*<svg)([^>]*viewBox="0 0 ([\d.]+) )', _op_maat, html)


def _op_maat(svg: re.Match[str]) -> str:
    """Begrens de breedte van een figuur tot iets meer dan waarop zij getekend is (in punten)."""
    return f'{svg[1]} style="max-width:{float(svg[3]) * 1.5:.0f}px"{svg[2]}'


# --- de navigatie ------------------------------------------------------------------------------------


def navigatie(app: Sphinx) -> list[Deel]:
    """Maak de delen en hoofdstukken uit de inhoudsopgave."""
    kaart = app.config.external_site_map
    return [Deel(boom.caption or "", _hoofdstukken(app, kaart, boom)) for boom in kaart.root.subtrees]


def _hoofdstukken(app: Sphinx, kaart: Any, boom: Any) -> list[Hoofdstuk]:
    regels = []
    for bestand in boom.files():
        naam = re.sub(r"\.(md|ipynb|rst)$", "", bestand)
        if naam not in app.env.titles:
            continue
        document = kaart.get(bestand) or kaart.get(naam)
        titel = (document.title if document else None) or app.env.titles[naam].astext()
        kinderen = [h for tak in (document.subtrees if document else []) for h in _hoofdstukken(app, kaart, tak)]
        regels.append(Hoofdstuk(naam, titel, kinderen))
    return regels


# --- aansluiting op Sphinx ---------------------------------------------------------------------------


def paginagegevens(app: Sphinx, pagina: str, sjabloon: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Vul aan wat layout.html nodig heeft, en laat weg wat deze pagina niet gebruikt."""
    if app.config.html_theme != "kennisboek":
        return
    delen = navigatie(app)
    inhoud = context["body"] = schoon(context.get("body") or "")
    context["kb_delen"] = delen
    context["kb_deel"] = next((deel for deel in delen if deel.bevat(pagina)), None)
    context["kb_koppen"] = koppen(doctree) if doctree is not None and pagina != app.config.root_doc else []
    context["kb_beschrijving"] = beschrijving(doctree) if doctree is not None else ""
    context["kb_voet"] = [(n, t) for n, t in VOETLINKS if n in app.env.titles]
    context["kb_bestand"] = lambda naam: eigen_bestanden()[naam][0]
    context["kb_csp"] = CSP
    context["kb_notebook"] = context.get("sourcename", "").endswith(".ipynb")
    context["kb_lezen"] = "start/lezen" if "start/lezen" in app.env.titles else ""
    context["css_files"] = [b for b in context["css_files"] if _nodig(b, inhoud)]
    context["script_files"] = [b for b in context["script_files"] if _nodig(b, inhoud)]
    for script in context["script_files"]:
        eigenschappen = getattr(script, "attributes", {})
        if getattr(script, "filename", None) and not {"defer", "async", "type"} & set(eigenschappen):
            eigenschappen["defer"] = "defer"


VOETLINKS = (
    ("naslag/begrippen", "Begrippen"),
    ("naslag/bronnen", "Bronnen"),
    ("naslag/licentie", "Licentie"),
    ("naslag/colofon", "Colofon"),
)


def _nodig(bestand: Any, inhoud: str) -> bool:
    """Zeg of een pagina met deze inhoud dit css- of js-bestand nodig heeft."""
    naam = Path(str(getattr(bestand, "filename", bestand) or "").split("?")[0]).name
    if not naam:
        tekst = getattr(bestand, "attributes", {}).get("body") or ""
        return "DOCUMENTATION_OPTIONS" not in tekst and ("MathJax" not in tekst or 'class="math' in inhoud)
    if naam in ALLEEN_BIJ:
        return ALLEEN_BIJ[naam] in inhoud
    return not NOOIT.match(naam)


def nummer_per_pagina(app: Sphinx, builder: Any) -> None:
    """Laat de nummers van figuren en tabellen op elke pagina bij 1 beginnen."""
    app.env.toc_fignumbers = {
        pagina: {soort: {anker: (nummer,) for nummer, anker in enumerate(ankers, start=1)} for soort, ankers in soorten.items()}
        for pagina, soorten in app.env.toc_fignumbers.items()
    }


def zonder_opties(app: Sphinx, config: Any) -> None:
    """Jupyter Book geeft opties voor zijn eigen thema mee; dit thema heeft er geen. Zijn teken voor een link naar een kop houden we."""
    if config.html_theme == "kennisboek":
        config.html_theme_options, config.html_permalinks_icon = {}, "#"


def zet_uit(app: Sphinx) -> None:
    """Laat Sphinx geen zoekindex en zoekpagina maken; het boek heeft eigen zoeken."""
    if hasattr(app.builder, "search"):
        app.builder.search = False


def schrijf_css(app: Sphinx, fout: Exception | None) -> None:
    """Zet de samengevoegde css tussen de vaste bestanden, en haal weg wat geen pagina laadt."""
    if app.builder.format != "html" or app.config.html_theme != "kennisboek":
        return
    vast = Path(app.outdir, "_static")
    vast.mkdir(parents=True, exist_ok=True)
    for naam, inhoud in eigen_bestanden().values():
        (vast / naam).write_text(inhoud, "utf8")
    for patroon in OVERBODIG:
        for pad in vast.glob(patroon):
            pad.unlink()


def setup(app: Sphinx) -> None:
    """Meld het thema aan."""
    app.add_html_theme("kennisboek", str(MAP))
    app.connect("config-inited", zonder_opties, priority=900)
    app.connect("builder-inited", zet_uit)
    app.connect("write-started", nummer_per_pagina)
    app.connect("doctree-resolved", verrijk, priority=700)
    app.connect("html-page-context", paginagegevens, priority=900)
    app.connect("build-finished", schrijf_css, priority=900)
