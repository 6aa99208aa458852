"""De eigen richtlijnen van het boek: tabel, figuur, begrippenlijst, bronnenlijst, case en bouwgegevens."""

from __future__ import annotations

import datetime
import html
import itertools
import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import pandas as pd
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

import kennis
from kennis import casebestand, figuren, tabellen
from kennis.dossier import sectie
from kennis.kolommen import leeg
from kennis.regels.zinnen import als_tekst

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


def tekst_met_links(tekst: str, document: str) -> list[nodes.Node]:
    """Maak van celtekst knopen. Alleen markdownlinks tellen als opmaak; al het andere is tekst."""
    knopen: list[nodes.Node] = []
    einde = 0
    for gevonden in LINK.finditer(tekst):
        knopen.append(nodes.Text(tekst[einde : gevonden.start()]))
        knopen.append(_link(gevonden[1], gevonden[2], document))
        einde = gevonden.end()
    return [*knopen, nodes.Text(tekst[einde:])]


def _link(tekst: str, doel: str, document: str) -> nodes.Node:
    if doel.startswith(("http://", "https://", "mailto:")):
        return nodes.reference("", tekst, refuri=doel, internal=False)
    if doel.startswith("#"):
        gegevens = {"reftype": "ref", "reftarget": doel[1:]}
    else:
        pad = os.path.normpath(PurePosixPath("/", document).parent / doel.rsplit(".", 1)[0])
        gegevens = {"reftype": "doc", "reftarget": pad.replace(os.sep, "/")}
    verwijzing = addnodes.pending_xref("", refdomain="std", refdoc=document, refexplicit=True, refwarn=True, **gegevens)
    verwijzing += nodes.inline("", tekst)
    return verwijzing


def maak_tabel(koppen: Sequence[str], rijen: Iterable[Sequence[Any]], document: str, titel: str = "") -> nodes.table:
    """Maak een docutils-tabel met koppen, rijen en een titel."""
    tabel = nodes.table(classes=["kb-tabel"])
    if titel:
        tabel += nodes.title("", titel)
    groep = nodes.tgroup(cols=len(koppen))
    tabel += groep
    groep += [nodes.colspec(colwidth=1) for _ in koppen]
    kop = nodes.thead("", _rij([[nodes.Text(k)] for k in koppen]))
    romp = nodes.tbody("", *[_rij([tekst_met_links(als_tekst(cel), document) for cel in rij]) for rij in rijen])
    groep += [kop, romp]
    return tabel


def _rij(cellen: Iterable[list[nodes.Node]]) -> nodes.row:
    return nodes.row("", *[nodes.entry("", nodes.paragraph("", "", *cel)) for cel in cellen])


def bronlinks(sleutels: Any, document: str) -> list[nodes.Node]:
    """Maak links van bronsleutels die met komma's gescheiden zijn."""
    if leeg(sleutels):
        return []
    bekend = tabellen.bronnen()
    knopen: list[nodes.Node] = []
    for sleutel in [s.strip() for s in str(sleutels).split(",")]:
        if knopen:
            knopen.append(nodes.Text(", "))
        kort = bekend[sleutel]["kort"] if sleutel in bekend else sleutel
        knopen.append(_link(kort, f"#bron-{sleutel}", document))
    return knopen


class Tabel(SphinxDirective):
    """Toon een kennistabel: `:::{tabel} naam`, met zo nodig kolommen, waar en titel.

    Met `:ingeklapt:` staat alleen de titel er, en klapt de lezer de tabel zelf open. Met `:woorden: + = kan goed; - = lastig`
    staan er woorden in plaats van tekens.
    """

    required_arguments = 1
    option_spec = {
        "kolommen": directives.unchanged,
        "waar": directives.unchanged,
        "titel": directives.unchanged,
        "woorden": directives.unchanged,
        "bron": directives.unchanged_required,
        "ingeklapt": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        naam = self.arguments[0]
        self.env.note_dependency(str(tabellen.MAP / f"{naam}.csv"))
        self.env.note_dependency(str(tabellen.MAP / f"{naam}.yml"))
        beschrijving = tabellen.beschrijving(naam)
        rijen = kies(tabellen.laad(naam), self.options.get("waar", ""))
        if rijen.empty:
            raise self.error(f"de tabel '{naam}' heeft geen rijen met {self.options['waar']}")
        gevraagd = [k.strip() for k in self.options.get("kolommen", "").split(",") if k.strip()]
        sleutels = gevraagd or [k for k in beschrijving.kolommen.sleutels if k not in ("sleutel", "bron", "vindplaats")]
        onbekend = [s for s in sleutels if s not in beschrijving.kolommen.sleutels]
        if onbekend:
            raise self.error(f"de tabel '{naam}' heeft geen kolom {', '.join(onbekend)}")
        koppen = [_kop(beschrijving.kolommen[s]) for s in sleutels]
        titel = self.options.get("titel", beschrijving.titel)
        woorden = lees_woorden(self.options.get("woorden", ""))
        cellen = [[woorden.get(cel, cel) for cel in rij] for rij in rijen[sleutels].itertuples(index=False)]
        if "ingeklapt" not in self.options:
            return [maak_tabel(koppen, cellen, self.env.docname, titel), *self._bron(rijen)]
        return inklap(titel, [maak_tabel(koppen, cellen, self.env.docname), *self._bron(rijen)])

    def _bron(self, rijen: pd.DataFrame) -> list[nodes.Node]:
        if "bron" not in rijen or "bron" in self.options.get("kolommen", ""):
            return []
        regel = nodes.paragraph(classes=["kb-tabelbron"])
        regel += nodes.Text("Bron: ")
        if "bron" in self.options:
            regel += tekst_met_links(met_punt(self.options["bron"]), self.env.docname)
            return [regel]
        groepen = rijen.fillna("").groupby("bron", sort=False)
        for nummer, (sleutels, groep) in enumerate(groepen):
            if nummer:
                regel += nodes.Text("; ")
            regel += bronlinks(sleutels, self.env.docname)
            plaatsen = list(dict.fromkeys(deel.strip() for p in groep.get("vindplaats", []) for deel in p.split(";") if deel.strip()))
            if plaatsen:
                regel += nodes.Text(", " + "; ".join(plaatsen))
        regel += nodes.Text(".")
        return [regel]


def lees_woorden(tekst: str) -> dict[Any, str]:
    """Lees wat er in plaats van een teken komt te staan.

    >>> lees_woorden("+ = + kan goed; - = lastig")
    {'+': '+ kan goed', '-': 'lastig'}
    """
    paren = [deel.partition("=") for deel in tekst.split(";") if deel.strip()]
    return {teken.strip(): woorden.strip() for teken, _, woorden in paren}


def inklap(titel: str, knopen: Sequence[nodes.Node], klasse: str = "kb-inklap") -> list[nodes.Node]:
    """Zet knopen achter een titel die de lezer openklapt."""
    opening = f'<details class="{klasse}"><summary>{html.escape(titel)}</summary>'
    return [nodes.raw("", opening, format="html"), *knopen, nodes.raw("", "</details>", format="html")]


def kies(rijen: pd.DataFrame, waar: str) -> pd.DataFrame:
    """Houd de rijen over die voldoen aan "kolom=waarde" (meer voorwaarden met een komma)."""
    for voorwaarde in [v for v in waar.split(",") if v.strip()]:
        kolom, _, waarde = (deel.strip() for deel in voorwaarde.partition("="))
        rijen = rijen[rijen[kolom].astype(str) == waarde]
    return rijen


def _kop(kolom: Any) -> str:
    return f"{kolom.kop} ({kolom.eenheid})" if kolom.eenheid else kolom.kop


class Figuur(SphinxDirective):
    """Toon een figuur met alt-tekst, onderschrift en de tabel erachter: `:::{figuur} nivel_modellen.belemmeringen`.

    Met `:zonder-tabel:` blijft de tabel weg, omdat er op de bladzijde al een staat die hetzelfde en meer zegt.
    """

    required_arguments = 1
    option_spec = {"titel": directives.unchanged, "zonder-tabel": directives.flag}

    def run(self) -> list[nodes.Node]:
        plaat = figuren.plaat(self.arguments[0])
        figuur = nodes.figure(classes=["kb-figuur"])
        figuur += nodes.raw("", figuur_html(plaat), format="html")
        titel = self.options.get("titel", plaat.titel)
        bijschrift = nodes.caption("", "", nodes.Text(met_punt(titel) + " "))
        if plaat.bron:
            bron = tekst_met_links(met_punt(zonder_haken(plaat.bron)), self.env.docname)
            bijschrift += nodes.inline("", "", nodes.Text("Bron: "), *bron, classes=["kb-figuurbron"])
        figuur += bijschrift
        if "zonder-tabel" in self.options:
            return [figuur]
        achter = nodes.container(classes=["kb-achter"])
        achter += nodes.raw("", "<details><summary>De gegevens als tabel</summary>", format="html")
        koppen = [str(k) for k in plaat.tabel.columns]
        achter += maak_tabel(koppen, plaat.tabel.itertuples(index=False), self.env.docname)
        achter += nodes.raw("", "</details>", format="html")
        return [figuur, achter]


def met_punt(zin: str) -> str:
    """Sluit een zin af met een punt, als er nog geen leesteken staat.

    >>> met_punt("Wie betaalt"), met_punt("Wie betaalt?")
    ('Wie betaalt.', 'Wie betaalt?')
    """
    return zin if zin.endswith((".", "?", "!")) else f"{zin}."


def zonder_haken(bron: str) -> str:
    """Haal de haken weg waarmee een bron begint en die daarbij hoort; "Bron:" staat er al voor.

    >>> zonder_haken("([RIVM](#bron-rivm), p. 15). De lijn is van ons")
    '[RIVM](#bron-rivm), p. 15. De lijn is van ons'
    """
    diepte = 0
    for plek, letter in enumerate(bron if bron.startswith("(") else ""):
        diepte += {"(": 1, ")": -1}.get(letter, 0)
        if not diepte:
            return bron[1:plek] + bron[plek + 1 :]
    return bron


def figuur_html(plaat: figuren.Plaat) -> str:
    """Geef de svg van een plaat, met de alt-tekst voor wie haar niet ziet."""
    return figuren.svg(plaat.figuur).replace("<svg", f'<svg role="img" aria-label="{html.escape(plaat.alt)}"', 1)


class Begrippenlijst(SphinxDirective):
    """Toon alle begrippen op alfabet, elk met een anker `begrip-<sleutel>`."""

    def run(self) -> list[nodes.Node]:
        begrippen = sorted(tabellen.begrippen().items(), key=lambda paar: paar[1]["begrip"].lower())
        per_letter = {letter: list(groep) for letter, groep in itertools.groupby(begrippen, lambda paar: paar[1]["begrip"][0].upper())}
        wijzer = nodes.paragraph("", "Spring naar: ", classes=["kb-letters", "kb-niet-zoeken"])
        for letter in per_letter:
            wijzer += [nodes.reference("", letter, refid=f"letter-{letter.lower()}", internal=True), nodes.Text(" ")]
        lijsten = [self._letter(letter, groep) for letter, groep in per_letter.items()]
        return [wijzer, *lijsten]

    def _letter(self, letter: str, begrippen: list[tuple[str, dict[str, Any]]]) -> nodes.definition_list:
        lijst = nodes.definition_list(classes=["kb-begrippen"], ids=[f"letter-{letter.lower()}"])
        for sleutel, rij in begrippen:
            anker = f"begrip-{sleutel}"
            meld_anker(self.env, anker, rij["begrip"])
            term = nodes.term("", rij["begrip"], ids=[anker])
            if rij["ook"]:
                term += nodes.inline("", f" ({rij['ook']})", classes=["kb-ook"])
            uitleg = nodes.paragraph("", "", *tekst_met_links(rij["uitleg"], self.env.docname))
            if rij["bron"]:
                uitleg += [nodes.Text(" ("), *bronlinks(rij["bron"], self.env.docname), nodes.Text(")")]
            lijst += nodes.definition_list_item("", term, nodes.definition("", uitleg))
        return lijst


class Bronnenlijst(SphinxDirective):
    """Toon de bronnen uit één of meer tabellen, elk met een anker `bron-<sleutel>`.

    Het anker staat op de pagina die `:anker:` meekrijgt, zodat elke bron er één heeft.
    """

    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {"anker": directives.flag}

    def run(self) -> list[nodes.Node]:
        rijen = [rij for naam in self.arguments[0].split(",") for rij in tabellen.laad(naam.strip()).to_dict("records")]
        rijen.sort(key=lambda rij: (str(rij["auteurs"] or rij["titel"]).lower(), str(rij["jaar"] or "")))
        lijst = nodes.bullet_list(classes=["kb-bronnen"])
        for rij in rijen:
            regel = nodes.paragraph("", "", *self._regel(rij))
            onderdeel = nodes.list_item("", regel)
            if "anker" in self.options:
                anker = f"bron-{rij['sleutel']}"
                onderdeel["ids"].append(anker)
                meld_anker(self.env, anker, rij["kort"])
            lijst += onderdeel
        return [lijst]

    def _regel(self, rij: dict[str, Any]) -> list[nodes.Node]:
        jaar = "" if leeg(rij["jaar"]) else f" ({als_tekst(rij['jaar'])})"
        titel = nodes.emphasis("", rij["titel"])
        # Zonder auteur komt de titel eerst; een regel die met een jaartal begint, zegt een lezer niets.
        knopen: list[nodes.Node] = (
            [titel, nodes.Text(f"{jaar}. ")] if leeg(rij["auteurs"]) else [nodes.Text(f"{als_tekst(rij['auteurs'])}{jaar}. "), titel, nodes.Text(". ")]
        )
        if not leeg(rij["uitgever"]):
            knopen.append(nodes.Text(f"{rij['uitgever']}. "))
        adres = rij["url"] if leeg(rij.get("doi")) or not leeg(rij["url"]) else f"https://doi.org/{rij['doi']}"
        if not leeg(adres):
            knopen += [nodes.reference("", adres, refuri=adres, internal=False), nodes.Text(" ")]
        if not leeg(rij["opmerking"]):
            knopen.append(nodes.Text(rij["opmerking"]))
        return knopen


def meld_anker(env: BuildEnvironment, anker: str, titel: str) -> None:
    """Maak een anker vindbaar vanaf elke pagina, met `[tekst](#anker)`."""
    domein = env.get_domain("std")
    domein.anonlabels[anker] = env.docname, anker
    domein.labels[anker] = env.docname, anker, titel


class Case(SphinxDirective):
    """Toon een case uit `cases/`: samenvatting, wat er illustratief is, en de secties."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        naam = self.arguments[0]
        for pad in sorted((casebestand.MAP / naam).glob("*")):
            self.env.note_dependency(str(pad))
        dossier = casebestand.case(naam)
        knopen: list[nodes.Node] = [nodes.paragraph("", dossier.samenvatting)]
        if dossier.illustratief:
            knopen.append(nodes.note("", nodes.paragraph("", f"Illustratief: {dossier.illustratief}")))
        if "feiten" in dossier.secties:
            knopen.append(self._feiten(dossier))
        for sectienaam in [naam for naam in dossier.secties if naam != "feiten"]:
            knopen += self._sectie(sectienaam, dossier.secties[sectienaam])
        return [*knopen, self._bron(dossier)]

    def _feiten(self, dossier: Any) -> nodes.table:
        """Zet de feiten per onderwerp bij elkaar, elk met zijn vindplaats erachter."""
        eerste = dossier.bronnen[0]["sleutel"] if dossier.bronnen else ""
        tabel = maak_tabel(["Onderwerp", sectie("feiten").kolommen["feit"].kop], [], self.env.docname, sectie("feiten").titel)
        (romp,) = tabel.findall(nodes.tbody)
        for onderwerp, groep in dossier.secties["feiten"].groupby("soort", sort=False):
            feiten = [nodes.list_item("", nodes.paragraph("", "", *self._feit(feit, eerste))) for feit in groep.to_dict("records")]
            cel = nodes.entry("", nodes.paragraph("", onderwerp))
            romp += nodes.row("", cel, nodes.entry("", nodes.bullet_list("", *feiten, classes=["kb-feiten"])))
        return tabel

    def _feit(self, feit: dict[str, Any], eerste: str) -> list[nodes.Node]:
        """Geef een feit met zijn vindplaats; de bron staat erbij als het niet de eerste van de case is."""
        bron = [] if feit["bron"] == eerste else bronlinks(feit["bron"], self.env.docname)
        plaats = [] if leeg(feit["vindplaats"]) else [nodes.Text(feit["vindplaats"])]
        tussen = [nodes.Text(", ")] if bron and plaats else []
        waar = nodes.inline("", "", nodes.Text(" ("), *bron, *tussen, *plaats, nodes.Text(")"), classes=["kb-vindplaats"])
        return [*tekst_met_links(feit["feit"], self.env.docname), *([waar] if bron or plaats else [])]

    def _sectie(self, naam: str, rijen: pd.DataFrame) -> list[nodes.Node]:
        """Wat een gereedschap toont, staat ingeklapt en zonder lege kolommen."""
        kolommen = [k for k in sectie(naam).kolommen.lijst if k.sleutel not in ("bron", "illustratief") and not rijen[k.sleutel].map(leeg).all()]
        inhoud = [[*rij] for rij in rijen[[k.sleutel for k in kolommen]].itertuples(index=False)]
        if "illustratief" in rijen and (rijen["illustratief"] == "ja").any():
            kolommen = [*kolommen, sectie(naam).kolommen["illustratief"]]
            inhoud = [[*rij, waarde] for rij, waarde in zip(inhoud, rijen["illustratief"], strict=True)]
        titel = f"{sectie(naam).titel} ({len(rijen)})"
        return inklap(titel, [maak_tabel([k.kop for k in kolommen], inhoud, self.env.docname)], "kb-achter")

    def _bron(self, dossier: Any) -> nodes.Node:
        regel = nodes.paragraph("", "Bron: ", classes=["kb-tabelbron"])
        for nummer, bron in enumerate(dossier.bronnen):
            if nummer:
                regel += nodes.Text("; ")
            regel += bronlinks(bron["sleutel"], self.env.docname)
            if bron.get("vindplaats"):
                regel += nodes.Text(f", {bron['vindplaats']}")
        return regel


class Bouwgegevens(SphinxDirective):
    """Toon de datum en de versie van deze bouw."""

    def run(self) -> list[nodes.Node]:
        tijd = float(os.environ.get("SOURCE_DATE_EPOCH") or datetime.datetime.now().timestamp())
        # In UTC, zodat dezelfde bron overal dezelfde pagina geeft.
        datum = datetime.datetime.fromtimestamp(tijd, datetime.UTC)
        maanden = "januari februari maart april mei juni juli augustus september oktober november december".split()
        zin = f"Gebouwd op {datum.day} {maanden[datum.month - 1]} {datum.year}, versie {kennis.__version__}"
        return [nodes.paragraph("", f"{zin}{_commit()}.")]


def _commit() -> str:
    try:
        uit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=Path(__file__).parent, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return f" ({uit.stdout.strip()})"


class Begripuitleg(SphinxPostTransform):
    """Geef een link naar een begrip de uitleg mee, en begrippen en bronnen een eigen klasse."""

    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        begrippen = tabellen.begrippen()
        for link in self.document.findall(nodes.reference):
            anker = link.get("refid") or link.get("refuri", "").rpartition("#")[2]
            soort, _, sleutel = anker.partition("-")
            if soort == "begrip" and sleutel in begrippen:
                link["classes"].append("kb-begrip")
                link["reftitle"] = LINK.sub(r"\1", begrippen[sleutel]["uitleg"])
            elif soort == "bron":
                link["classes"].append("kb-bron")


def setup(app: Sphinx) -> None:
    """Meld de richtlijnen aan."""
    for naam, klasse in {
        "tabel": Tabel,
        "figuur": Figuur,
        "begrippenlijst": Begrippenlijst,
        "bronnenlijst": Bronnenlijst,
        "case": Case,
        "bouwgegevens": Bouwgegevens,
    }.items():
        app.add_directive(naam, klasse)
    app.add_post_transform(Begripuitleg)
