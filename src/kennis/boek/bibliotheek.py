"""De pagina met alle bronnen: `:::{bibliotheek}`, met de hoofdstukken die een bron gebruiken en bestanden om mee te nemen.

Welk hoofdstuk een bron gebruikt, staat nergens opgeschreven: het volgt uit de links naar `#bron-…` in de teksten,
tabellen en figuren van dat hoofdstuk. Die zijn pas allemaal bekend als elk hoofdstuk is gelezen; daarom krijgt een
rij eerst een lege plek, die later wordt gevuld.
"""

from __future__ import annotations

import html
import posixpath
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from kennis import bibliotheek, tabellen
from kennis.boek import thema
from kennis.boek.richtlijnen import maak_tabel

BESTANDEN = {"bibliotheek.csv": "csv, voor een rekenblad", "bibliotheek.bib": "BibTeX", "bibliotheek.ris": "RIS, voor Zotero, Mendeley en EndNote"}
VOLGORDES = {"soort": "soort", "titel": "titel", "maker": "maker", "jaar": "nieuwste eerst", "gebruik": "meest gebruikt"}
SCRIPT = "bibliotheek.js"
NASLAG = "naslag/"  # hier staan lijsten, geen hoofdstukken

# Meer hoofdstukken dan dit staan ingeklapt, anders is de rij langer dan de bron waard is.
MEEST = 3


class gebruikplek(nodes.General, nodes.Element):
    """De plek waar komt te staan welke hoofdstukken een bron gebruiken; `sleutel` is die van de bron."""


class Bibliotheek(SphinxDirective):
    """Toon alle bronnen in één tabel, met een zeef die JavaScript aanzet: `:::{bibliotheek}`."""

    def run(self) -> list[nodes.Node]:
        for naam in [*bibliotheek.bestanden(), "vilans_bibliotheek"]:
            self.env.note_dependency(str(tabellen.MAP / f"{naam}.csv"))
        pagina = _van_env(self.env)["pagina"]
        pagina.add(self.env.docname)
        rijen = bibliotheek.rijen()
        tabel = maak_tabel(["Bron", "Soort en thema", "Gebruikt in"], [], self.env.docname)
        # Wie in het boek zoekt, vindt een bron op de pagina Bronnen; twee keer hetzelfde helpt niet.
        tabel["classes"] += ["kb-bib", "kb-niet-zoeken"]
        (romp,) = tabel.findall(nodes.tbody)
        eerste: set[str] = set()
        for bron in rijen:
            rij = _rij(bron)
            if bron["soort"] not in eerste:
                rij["ids"].append(_anker(bron["soort"]))
            eerste.add(bron["soort"])
            romp += rij
        return [_meenemen(), nodes.raw("", zeef(rijen), format="html"), _wijzer(rijen), tabel]


def _meenemen() -> nodes.paragraph:
    regel = nodes.paragraph("", "Neem de hele lijst mee: ", classes=["kb-niet-zoeken"])
    for nummer, (naam, wat) in enumerate(BESTANDEN.items()):
        regel += nodes.raw("", f'{", " if nummer else ""}<a href="{naam}" download>{html.escape(wat)}</a>', format="html")
    regel += nodes.Text(".")
    return regel


def _wijzer(rijen: Sequence[dict[str, Any]]) -> nodes.paragraph:
    """Links naar de eerste rij van elke soort, voor wie geen JavaScript heeft."""
    wijzer = nodes.paragraph("", "Spring naar: ", classes=["kb-bibwijzer", "kb-niet-zoeken"])
    for nummer, (soort, aantal) in enumerate(Counter(bron["soort"] for bron in rijen).items()):
        wijzer += [nodes.Text(", " if nummer else ""), nodes.reference("", f"{soort} ({aantal})", refid=_anker(soort), internal=True)]
    return wijzer


def _anker(soort: str) -> str:
    return "soort-" + soort.replace(" ", "-")


def _rij(bron: dict[str, Any]) -> nodes.row:
    cellen = [
        [_titel(bron), *_wie(bron), *_opmerking(bron)],
        [_enkel(bron["soort"], "kb-bibsoort"), _enkel(", ".join(bron["thema"]), "kb-bibthema")],
        [gebruikplek("", sleutel=bron["sleutel"])],
    ]
    klassen = [f"uit-{_klasse(deel)}" for deel in bron["uit"]]
    return nodes.row("", *[nodes.entry("", *cel) for cel in cellen], classes=klassen)


def _enkel(tekst: str, klasse: str) -> nodes.paragraph:
    return nodes.paragraph("", "", nodes.inline("", tekst, classes=[klasse]))


def _klasse(deel: str) -> str:
    return deel.lower().replace(" ", "-")


def _titel(bron: dict[str, Any]) -> nodes.paragraph:
    adres = bron["url"] or (f"https://doi.org/{bron['doi']}" if bron["doi"] else "")
    titel = nodes.reference("", bron["titel"], refuri=adres, internal=False, classes=["kb-kaal"]) if adres else nodes.Text(bron["titel"])
    return nodes.paragraph("", "", titel, classes=["kb-bibtitel"])


def _wie(bron: dict[str, Any]) -> list[nodes.Node]:
    """Schrijf makers, uitgever en jaar; wat al in de titel of bij de maker staat, niet nog eens."""
    delen: list[list[nodes.Node]] = []
    if bron["auteurs"] and bron["auteurs"] != bron["titel"]:
        delen.append([nodes.inline("", bron["auteurs"], classes=["kb-makers"])])
    if bron["uitgever"] and bron["uitgever"] not in (bron["auteurs"], bron["titel"]):
        delen.append([nodes.Text(bron["uitgever"])])
    if bron["jaar"]:
        delen.append([nodes.inline("", bron["jaar"], classes=["kb-jaar"])])
    regel = nodes.paragraph(classes=["kb-bibwie"])
    for nummer, deel in enumerate(delen):
        regel += [nodes.Text(" · "), *deel] if nummer else deel
    return [regel] if delen else []


def _opmerking(bron: dict[str, Any]) -> list[nodes.Node]:
    return [nodes.paragraph("", bron["opmerking"], classes=["kb-bibwie"])] if bron["opmerking"] else []


def zeef(rijen: Sequence[dict[str, Any]]) -> str:
    """Geef de zoekregel en de keuzelijsten; zonder JavaScript zijn ze er niet."""
    per_soort = Counter(bron["soort"] for bron in rijen)
    per_thema = Counter(thema_ for bron in rijen for thema_ in bron["thema"])
    per_deel = Counter(deel for bron in rijen for deel in bron["uit"])
    delen = [deel for deel in (*bibliotheek.DELEN.values(), bibliotheek.LIJST_VILANS) if deel in per_deel]
    return (
        '<div class="kb-zeef kb-niet-zoeken" role="search" aria-label="In de bibliotheek">'
        '<div class="kb-zeefzoek"><label for="bib-zoek">Zoek een woord</label><input type="search" id="bib-zoek" name="zoek" autocomplete="off"></div>'
        + _keuzelijst("Soort", "soort", "alle soorten", [(s, f"{s} ({per_soort[s]})") for s in bibliotheek.soorten() if per_soort[s]])
        + _keuzelijst("Thema", "thema", "alle thema's", [(t, f"{t} ({per_thema[t]})") for t in bibliotheek.themas() if per_thema[t]])
        + _keuzelijst("Uit", "uit", "het hele boek", [(_klasse(d), f"{d} ({per_deel[d]})") for d in delen])
        + _keuzelijst("Volgorde", "volgorde", "", list(VOLGORDES.items()))
        + f'<p><span role="status">{len(rijen)} bronnen</span> <button type="button" hidden>Toon weer alles</button></p></div>'
    )


def _keuzelijst(naam: str, veld: str, alles: str, keuzes: Iterable[tuple[str, str]]) -> str:
    opties = ([("", alles)] if alles else []) + list(keuzes)
    binnen = "".join(f'<option value="{html.escape(waarde)}">{html.escape(tekst)}</option>' for waarde, tekst in opties)
    return f'<div><label for="bib-{veld}">{naam}</label><select id="bib-{veld}" name="{veld}" autocomplete="off">{binnen}</select></div>'


# -- wie gebruikt wat --------------------------------------------------------------------------------


def _van_env(env: BuildEnvironment) -> dict[str, Any]:
    if not hasattr(env, "kb_bibliotheek"):
        env.kb_bibliotheek = {"gebruik": {}, "pagina": set()}
    return env.kb_bibliotheek


def lees_gebruik(app: Sphinx, boom: nodes.document) -> None:
    """Onthoud welke bronnen een document aanhaalt."""
    doelen = (knoop.get("reftarget", "").lstrip("#") for knoop in boom.findall(addnodes.pending_xref))
    sleutels = {doel.removeprefix("bron-") for doel in doelen if doel.startswith("bron-")}
    if sleutels and not app.env.docname.startswith(NASLAG):
        _van_env(app.env)["gebruik"][app.env.docname] = sleutels


def vergeet(app: Sphinx, env: BuildEnvironment, document: str) -> None:
    """Vergeet wat van een document bekend was; het wordt opnieuw gelezen of is weg."""
    _van_env(env)["gebruik"].pop(document, None)
    _van_env(env)["pagina"].discard(document)


def voeg_samen(app: Sphinx, env: BuildEnvironment, documenten: list[str], ander: BuildEnvironment) -> None:
    """Neem over wat een ander proces heeft gelezen."""
    _van_env(env)["gebruik"].update({d: s for d, s in _van_env(ander)["gebruik"].items() if d in documenten})
    _van_env(env)["pagina"].update(_van_env(ander)["pagina"] & set(documenten))


def opnieuw(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Schrijf de pagina altijd opnieuw: elk gewijzigd hoofdstuk kan een bron meer of minder noemen."""
    return sorted(_van_env(env)["pagina"])


def gebruikt_in(env: BuildEnvironment) -> dict[str, list[str]]:
    """Geef per bron de documenten die haar gebruiken, in de volgorde van het boek."""
    gebruik = _van_env(env)["gebruik"]
    per_bron: dict[str, list[str]] = {}
    for document in [d for d in _in_volgorde(env) if d in gebruik]:
        for sleutel in gebruik[document]:
            per_bron.setdefault(sleutel, []).append(document)
    return per_bron


def _in_volgorde(env: BuildEnvironment) -> list[str]:
    """Geef alle documenten in de volgorde van de inhoudsopgave."""
    uit: list[str] = []
    te_doen = [env.config.root_doc]
    while te_doen:
        document = te_doen.pop(0)
        uit.append(document)
        te_doen = [*env.toctree_includes.get(document, []), *te_doen]
    return list(dict.fromkeys(uit))


class VulGebruik(SphinxPostTransform):
    """Zet op elke lege plek de hoofdstukken die de bron gebruiken."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        plekken = list(self.document.findall(gebruikplek))
        per_bron = gebruikt_in(self.env) if plekken else {}
        regels = bibliotheek.regels_vilans() if plekken else {}
        for plek in plekken:
            plek.replace_self(self._inhoud(per_bron.get(plek["sleutel"], []), regels.get(plek["sleutel"], [])))

    def _inhoud(self, documenten: list[str], regels: list[int]) -> list[nodes.Node]:
        links = [make_refnode(self.app.builder, self.env.docname, d, "", nodes.Text(self.env.titles[d].astext())) for d in documenten]
        if not links:
            return [nodes.paragraph("", "alleen in de bibliotheek van Vilans" if regels else "alleen in de literatuurlijst")]
        if len(links) <= MEEST:
            return [nodes.paragraph("", "", *[k for nummer, link in enumerate(links) for k in ([nodes.Text(", "), link] if nummer else [link])])]
        opening = f'<details class="kb-inklap"><summary>{len(links)} hoofdstukken</summary>'
        lijst = nodes.bullet_list("", *[nodes.list_item("", nodes.paragraph("", "", link)) for link in links])
        return [nodes.raw("", opening, format="html"), lijst, nodes.raw("", "</details>", format="html")]


# -- script en bestanden -----------------------------------------------------------------------------


def voeg_script_toe(app: Sphinx, pagina: str, sjabloon: str, context: dict[str, Any], boom: nodes.document | None) -> None:
    """Laad het script alleen op de pagina met de bibliotheek."""
    if pagina in _van_env(app.env)["pagina"]:
        context["kb_scripts"] = [*context.get("kb_scripts", []), thema.eigen_bestanden()[SCRIPT][0]]


def schrijf_bestanden(app: Sphinx, fout: Exception | None) -> None:
    """Zet de bestanden om mee te nemen naast de pagina."""
    if fout is not None or app.builder.format != "html":
        return
    titels = {sleutel: [app.env.titles[d].astext() for d in documenten] for sleutel, documenten in gebruikt_in(app.env).items()}
    for pagina in _van_env(app.env)["pagina"]:
        map_ = Path(app.outdir, posixpath.dirname(pagina))
        (map_ / "bibliotheek.csv").write_bytes(bibliotheek.als_csv(titels))
        (map_ / "bibliotheek.bib").write_text(bibliotheek.als_bibtex(), encoding="utf-8")
        (map_ / "bibliotheek.ris").write_bytes(bibliotheek.als_ris().encode("utf-8"))


def setup(app: Sphinx) -> None:
    """Meld de bibliotheek aan bij Sphinx."""
    app.add_node(gebruikplek)
    app.add_directive("bibliotheek", Bibliotheek)
    app.add_post_transform(VulGebruik)
    app.connect("doctree-read", lees_gebruik)
    app.connect("env-purge-doc", vergeet)
    app.connect("env-merge-info", voeg_samen)
    app.connect("env-updated", opnieuw)
    app.connect("html-page-context", voeg_script_toe, priority=900)
    app.connect("build-finished", schrijf_bestanden)
