"""Schrijf een verslag als Word-bestand, met de gewone stijlen van Word zodat iedereen het verder kan bewerken. Tweeling van naar_docx.js."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from kennis.verslag.bladen import breedtes
from kennis.verslag.tekst import TEKSTEN, celtekst

Deel = Mapping[str, Any]
LETTER, KOP, VLAK, GRIJS = "Calibri", RGBColor(0x0B, 0x6B, 0x6F), "D5E8E7", RGBColor(0x55, 0x63, 0x6B)
BREED, FIGUUR_BREED, FIGUUR_HOOG = 16.5, 10.5, 8  # cm; BREED is wat er tussen de marges past


def schrijf(verslag: Deel, figuren: Mapping[str, bytes]) -> bytes:
    """Geef het verslag als .docx.

    figuren: per gereedschap een png; een figuur zonder plaatje blijft weg.
    """
    document = _begin(verslag["titel"])
    for deel in verslag["delen"]:
        match deel["soort"]:
            case "kop":
                document.add_heading(deel["tekst"], deel["niveau"])
            case "kenmerken":
                for naam, waarde in deel["paren"]:
                    alinea = document.add_paragraph()
                    alinea.add_run(f"{naam}: ").bold = True
                    alinea.add_run(waarde)
            case "alinea":
                _alinea(document, deel)
            case "opsomming" if deel["stijl"] != "verder":
                for regel in deel["regels"]:
                    document.add_paragraph(regel["tekst"], style="List Bullet")
            case "figuur" if deel["gereedschap"] in figuren:
                _figuur(document, deel, figuren[deel["gereedschap"]])
            case "tabel":
                _tabel(document, deel)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def _begin(titel: str) -> Any:
    document = Document()
    pagina = document.sections[0]
    pagina.page_width, pagina.page_height = Cm(21), Cm(29.7)
    pagina.left_margin = pagina.right_margin = Cm(2.25)
    pagina.top_margin = pagina.bottom_margin = Cm(2)
    # Word laat in deze eigenschap hoogstens 255 tekens toe; in het document zelf staat de hele titel.
    document.core_properties.title, document.core_properties.author, document.core_properties.language = titel[:255], "", "nl-NL"
    for naam, maat in (("Normal", 10.5), ("List Bullet", 10.5), ("Heading 1", 20), ("Heading 2", 14), ("Heading 3", 11)):
        _stijl(document.styles[naam], maat, KOP if naam.startswith("Heading") else None)
    _voet(pagina.footer.paragraphs[0], titel)
    return document


def _stijl(stijl: Any, maat: float, kleur: RGBColor | None) -> None:
    stijl.font.name, stijl.font.size = LETTER, Pt(maat)
    letters = stijl.element.get_or_add_rPr()
    # Een kop volgt anders het lettertype van het thema, en Word denkt dat het Engels is.
    for soort in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        letters.get_or_add_rFonts().set(qn(soort), LETTER)
    for soort in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        letters.rFonts.attrib.pop(qn(soort), None)
    taal = OxmlElement("w:lang")
    taal.set(qn("w:val"), "nl-NL")
    letters.append(taal)
    stijl.paragraph_format.space_after = Pt(2 if stijl.name == "List Bullet" else 4)
    if kleur is not None:
        stijl.font.color.rgb = kleur


def _voet(alinea: Paragraph, titel: str) -> None:
    """Zet titel en bladzijde onder aan elk blad."""
    alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    alinea.add_run(f"{titel} · {TEKSTEN['docx']['pagina']} ")
    for soort, inhoud in (("begin", None), (None, "PAGE"), ("end", None)):
        stuk = OxmlElement("w:fldChar" if soort else "w:instrText")
        if soort:
            stuk.set(qn("w:fldCharType"), soort)
        stuk.text = inhoud
        alinea.add_run()._r.append(stuk)
    for run in alinea.runs:
        run.font.size, run.font.color.rgb = Pt(9), GRIJS


def _alinea(document: Any, deel: Deel) -> None:
    alinea = document.add_paragraph()
    # De zin blijft bij het plaatje eronder.
    alinea.paragraph_format.keep_with_next = deel["stijl"] == "zin"
    run = alinea.add_run(deel["tekst"])
    run.bold = deel["stijl"] == "zin" or None
    if deel["stijl"] == "hint":
        run.font.color.rgb = GRIJS


def _figuur(document: Any, deel: Deel, png: bytes) -> None:
    plaatje = document.add_picture(io.BytesIO(png))
    maat = min(Cm(FIGUUR_BREED) / plaatje.width, Cm(FIGUUR_HOOG) / plaatje.height)
    plaatje.width, plaatje.height = int(plaatje.width * maat), int(plaatje.height * maat)
    plaatje._inline.docPr.set("descr", deel["alt"])
    plaatje._inline.docPr.set("title", deel["titel"])


def _tabel(document: Any, deel: Deel) -> None:
    titel = document.add_paragraph()
    titel.add_run(deel["titel"]).italic = True
    titel.paragraph_format.keep_with_next = True
    tabel = document.add_table(rows=1, cols=len(deel["koppen"]))
    tabel.style, tabel.alignment, tabel.autofit = "Table Grid", WD_TABLE_ALIGNMENT.LEFT, False
    for cel, kop in zip(tabel.rows[0].cells, deel["koppen"], strict=True):
        _cel(cel, kop, vet=True)
        _kleur(cel, VLAK)
    _rijmerk(tabel.rows[0], "w:tblHeader")
    for rij in deel["rijen"]:
        nieuw = tabel.add_row()
        _rijmerk(nieuw, "w:cantSplit")
        for cel, waarde, soort in zip(nieuw.cells, rij, deel["soorten"], strict=True):
            _cel(cel, celtekst(waarde, soort), rechts=soort != "tekst")
    tekens = breedtes(deel, 30, 8)
    for kolom, aantal in zip(tabel.columns, tekens, strict=True):
        for ding in (kolom, *kolom.cells):
            ding.width = Cm(BREED * aantal / sum(tekens))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _cel(cel: Any, woorden: str, *, vet: bool = False, rechts: bool = False) -> None:
    alinea = cel.paragraphs[0]
    run = alinea.add_run(woorden)
    run.font.size, run.bold = Pt(9), vet or None
    alinea.paragraph_format.space_after = Pt(0)
    if rechts:
        alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _kleur(cel: Any, kleur: str) -> None:
    vlak = OxmlElement("w:shd")
    for naam, waarde in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", kleur)):
        vlak.set(qn(naam), waarde)
    cel._tc.get_or_add_tcPr().append(vlak)


def _rijmerk(rij: Any, merk: str) -> None:
    rij._tr.get_or_add_trPr().append(OxmlElement(merk))
