"""Word, Excel en html uit Python en uit de browser: met een ander programma geopend staat er wat het verslag zegt, en markup blijft tekst."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import shutil
import subprocess
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph

from kennis import verslag as verslag_
from kennis.verslag import bladen, model, naar_docx, naar_html, naar_xlsx
from kennis.verslag.tekst import celtekst

GEREEDSCHAP = "stakeholdermatrix"
DERDEN = Path(verslag_.__file__).parent / "derden"


@pytest.fixture(scope="module")
def gekozen(dossiers: list[dict[str, Any]], gewoon: Any, lastig: Any) -> list[dict[str, Any]]:
    """Een leeg dossier, twaalf bedachte, een zoals een projectleider het heeft, en een met elk lastig woord in elk tekstveld."""
    return [dossiers[0], *dossiers[2:14], gewoon, lastig]


@pytest.fixture(scope="module")
def verslagen(gekozen: Any, alle_regels: Any, alle_secties: Any) -> list[dict[str, Any]]:
    kolommen = {naam: s["kolommen"] for naam, s in alle_secties.items()}
    return [model.maak(dossier, alle_regels, kolommen) for dossier in gekozen]


@pytest.fixture(scope="module")
def alle_bladen(gekozen: Any, verslagen: Any, alle_secties: Any) -> list[Any]:
    return [bladen.maak_bladen(dossier, verslag, alle_secties) for dossier, verslag in zip(gekozen, verslagen, strict=True)]


@pytest.fixture(scope="module")
def in_browser(schrijvers_in_js: Callable[[str, Any], Any], verslagen: Any, alle_bladen: Any) -> dict[str, list[bytes]]:
    """Wat de browser van dezelfde verslagen maakt."""
    return {
        "docx": [base64.b64decode(t) for t in schrijvers_in_js("docx", verslagen)],
        "xlsx": [base64.b64decode(t) for t in schrijvers_in_js("xlsx", alle_bladen)],
    }


@pytest.fixture(scope="module")
def in_python(verslagen: Any, alle_bladen: Any, plaatje: bytes) -> dict[str, list[bytes]]:
    figuren = {GEREEDSCHAP: plaatje}
    return {"docx": [naar_docx.schrijf(v, figuren) for v in verslagen], "xlsx": [naar_xlsx.schrijf(b) for b in alle_bladen]}


# -- Word -------------------------------------------------------------------------------------


def verwacht(verslag: dict[str, Any]) -> list[Any]:
    """Wat er in een Word-bestand hoort te staan: koppen, alinea's, punten en tabellen, op volgorde."""
    uit: list[Any] = []
    for deel in verslag["delen"]:
        match deel["soort"]:
            case "kop":
                uit.append((f"kop {deel['niveau']}", deel["tekst"]))
            case "kenmerken":
                uit += [("alinea", f"{naam}: {waarde}") for naam, waarde in deel["paren"]]
            case "alinea":
                uit.append(("alinea", deel["tekst"]))
            case "opsomming" if deel["stijl"] != "verder":
                uit += [("punt", regel["tekst"]) for regel in deel["regels"]]
            case "tabel":
                cellen = [[celtekst(waarde, soort) for waarde, soort in zip(rij, deel["soorten"], strict=True)] for rij in deel["rijen"]]
                uit += [("alinea", deel["titel"]), ("tabel", [deel["koppen"], *cellen])]
    return [deel for deel in uit if deel[1]]


def lees_docx(inhoud: bytes) -> list[Any]:
    """Lees een Word-bestand met python-docx."""
    document = docx.Document(io.BytesIO(inhoud))
    uit: list[Any] = []
    for blok in document.element.body.iterchildren():
        if blok.tag.endswith("}tbl"):
            uit.append(("tabel", [[cel.text for cel in rij.cells] for rij in Table(blok, document).rows]))
        elif blok.tag.endswith("}p"):
            alinea = Paragraph(blok, document)
            stijl = blok.pPr.pStyle.val if blok.pPr is not None and blok.pPr.pStyle is not None else ""
            punt = stijl == "ListBullet" or (blok.pPr is not None and blok.pPr.numPr is not None)
            soort = f"kop {stijl[-1]}" if stijl.startswith("Heading") else "punt" if punt else "alinea"
            uit.append((soort, alinea.text))
    return [deel for deel in uit if deel[1]]


@pytest.mark.parametrize("taal", ["in_python", "in_browser"])
def test_word_zegt_wat_het_verslag_zegt(taal: str, verslagen: Any, request: pytest.FixtureRequest) -> None:
    for verslag, inhoud in zip(verslagen, request.getfixturevalue(taal)["docx"], strict=True):
        assert lees_docx(inhoud) == verwacht(verslag)


@pytest.mark.parametrize("taal", ["in_python", "in_browser"])
def test_het_plaatje_in_word_heeft_uitleg(taal: str, verslagen: Any, request: pytest.FixtureRequest) -> None:
    gezien = 0
    for verslag, inhoud in zip(verslagen, request.getfixturevalue(taal)["docx"], strict=True):
        deel = next((d for d in verslag["delen"] if d["soort"] == "figuur" and d["gereedschap"] == GEREEDSCHAP), None)
        document = docx.Document(io.BytesIO(inhoud))
        assert len(document.inline_shapes) == (deel is not None)
        if deel:
            vorm = document.inline_shapes[0]
            assert vorm._inline.docPr.get("descr") == deel["alt"]
            assert vorm.width.cm <= 10.6
            assert vorm.height.cm <= 8.1
            gezien += 1
    assert gezien


@pytest.mark.parametrize("taal", ["in_python", "in_browser"])
def test_een_tabel_in_word_herhaalt_haar_kop_en_breekt_geen_rij(taal: str, verslagen: Any, request: pytest.FixtureRequest) -> None:
    inhoud = request.getfixturevalue(taal)["docx"][-1]
    xml = zipfile.ZipFile(io.BytesIO(inhoud)).read("word/document.xml").decode("utf-8")
    tabellen = [deel for deel in verslagen[-1]["delen"] if deel["soort"] == "tabel"]
    assert xml.count("<w:tblHeader") == len(tabellen)
    assert xml.count("<w:cantSplit") == sum(len(deel["rijen"]) for deel in tabellen)


# -- Excel ------------------------------------------------------------------------------------


def lees_xlsx(inhoud: bytes) -> list[Any]:
    """Lees een Excel-bestand met openpyxl; een formule valt op als fout."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    for blad in boek.worksheets:
        for rij in blad.iter_rows():
            for cel in rij:
                assert cel.data_type in ("s", "n"), f"{blad.title}!{cel.coordinate} is geen tekst of getal: {cel.value!r}"
                assert cel.hyperlink is None
    return [(blad.title, [[_ontsnapt(cel) for cel in rij] for rij in blad.iter_rows(values_only=True)]) for blad in boek.worksheets]


def _gevuld(rijen: list[list[Any]]) -> list[list[Any]]:
    """Een rij waarin niets staat, is in een rekenblad niet te zien, en lege tekst is daar een lege cel."""
    leeg = [[None if cel == "" else cel for cel in rij] for rij in rijen]
    return [rij for rij in leeg if any(cel is not None for cel in rij)]


def _kort(cel: Any) -> Any:
    """Excel houdt vijftien cijfers van een getal."""
    return pytest.approx(cel, rel=1e-14) if isinstance(cel, int | float) else cel


def _ontsnapt(cel: Any) -> Any:
    """Openpyxl laat _x005F_ staan, waar Excel er een streep van maakt."""
    return cel.replace("_x005F_", "_") if isinstance(cel, str) else cel


@pytest.mark.parametrize("taal", ["in_python", "in_browser"])
def test_excel_zegt_wat_het_verslag_zegt(taal: str, alle_bladen: Any, request: pytest.FixtureRequest) -> None:
    for boek, inhoud in zip(alle_bladen, request.getfixturevalue(taal)["xlsx"], strict=True):
        hoort = [(blad["naam"], [list(blad["koppen"]), *([cel or (cel if cel == 0 else None) for cel in rij] for rij in blad["rijen"])]) for blad in boek]
        for (naam, rijen), (naam_, rijen_) in zip(lees_xlsx(inhoud), hoort, strict=True):
            assert naam == naam_
            assert _gevuld(rijen) == [[_kort(cel) for cel in rij] for rij in _gevuld(rijen_)]


# -- html -------------------------------------------------------------------------------------


def test_html_is_in_beide_talen_hetzelfde_en_markup_blijft_tekst(verslagen: Any, pagina: Any, html_script: str) -> None:
    pagina.set_content("<!doctype html><title>Proef</title>")
    pagina.add_script_tag(content=html_script)
    for verslag in verslagen:
        ons = naar_html.fragment(verslag, {GEREEDSCHAP: "<b>plaatje</b>"}, lambda plek: f"x.html#{plek['gereedschap']}", 2)
        uitslag = pagina.evaluate(
            """([verslag, ons]) => {
              const figuren = { stakeholdermatrix: Object.assign(document.createElement("b"), { textContent: "plaatje" }) };
              const hier = naar_html.naarHtml(verslag, figuren, (plek) => `x.html#${plek.gereedschap}`, 2);
              hier.normalize();
              const daar = new DOMParser().parseFromString(ons, "text/html").body.firstChild;
              const soorten = [...new Set([...daar.querySelectorAll("*")].map((e) => e.localName))].sort();
              const vreemd = [...daar.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on"));
              return { gelijk: hier.isEqualNode(daar), hier: hier.outerHTML, daar: daar.outerHTML, soorten, vreemd };
            }""",
            [verslag, ons],
        )
        assert uitslag["gelijk"], f"{uitslag['hier'][:1500]}\n\n{uitslag['daar'][:1500]}"
        mag = set("a b br caption dd div dl dt figure h2 h3 h4 li p section table tbody td th thead tr ul".split())
        assert set(uitslag["soorten"]) <= mag
        assert not uitslag["vreemd"]


def test_html_als_los_bestand_heeft_alles_bij_zich(verslagen: Any, pagina: Any, tmp_path: Path) -> None:
    (tmp_path / "plan.html").write_text(naar_html.bestand(verslagen[-1], {}), encoding="utf-8")
    pagina.goto((tmp_path / "plan.html").as_uri())
    assert pagina.title() == verslagen[-1]["titel"].replace("\n", " ")
    assert pagina.locator("h1").count() == 1


# -- LibreOffice ------------------------------------------------------------------------------


def programma(*namen: str) -> str:
    """Geef een programma, of sla de test over en zeg hardop wat er mist."""
    for naam in namen:
        if pad := shutil.which(naam):
            return pad
    zin = f"{namen[0]} staat niet op deze computer; daarom is hier niet nagegaan hoe het bestand daarin opent."
    warnings.warn(zin, stacklevel=2)
    pytest.skip(zin)


def zet_om(map_: Path, naar: str, *bestanden: str) -> None:
    kantoor = programma("soffice", "libreoffice")
    profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
    opdracht = [kantoor, profiel, "--headless", "--convert-to", naar, "--outdir", str(map_), *bestanden]
    subprocess.run(opdracht, cwd=map_, check=True, capture_output=True, timeout=240)


def letters(tekst: str) -> str:
    """Alleen letters, cijfers en leestekens: regels breekt elk programma anders af."""
    return re.sub(r"\s|\u00ad|•|●|", "", tekst)


def test_libreoffice_leest_in_word_dezelfde_zinnen(tmp_path: Path, gewoon: Any, alle_regels: Any, alle_secties: Any, schrijvers_in_js: Any) -> None:
    lezer = programma("pdftotext")
    verslag = model.maak(gewoon, alle_regels, {naam: s["kolommen"] for naam, s in alle_secties.items()})
    (tmp_path / "python.docx").write_bytes(naar_docx.schrijf(verslag, {}))
    (tmp_path / "browser.docx").write_bytes(base64.b64decode(schrijvers_in_js("docx", [verslag])[0]))
    zet_om(tmp_path, "pdf", "python.docx", "browser.docx")
    for naam in ("python", "browser"):
        subprocess.run([lezer, "-raw", f"{naam}.pdf", f"{naam}.txt"], cwd=tmp_path, check=True)
        gelezen = letters((tmp_path / f"{naam}.txt").read_text(encoding="utf-8"))
        zinnen = [zin for soort, zin in verwacht(verslag) if soort != "tabel"]
        assert len(zinnen) > 15
        assert not [zin for zin in zinnen if letters(zin) not in gelezen and len(zin) < 90]


def test_libreoffice_leest_in_excel_dezelfde_cellen(tmp_path: Path, gewoon: Any, alle_secties: Any, alle_regels: Any, schrijvers_in_js: Any) -> None:
    verslag = model.maak(gewoon, alle_regels, {naam: s["kolommen"] for naam, s in alle_secties.items()})
    boek = bladen.maak_bladen(gewoon, verslag, alle_secties)
    (tmp_path / "python.xlsx").write_bytes(naar_xlsx.schrijf(boek))
    (tmp_path / "browser.xlsx").write_bytes(base64.b64decode(schrijvers_in_js("xlsx", [boek])[0]))
    # 59 is een puntkomma, 76 is UTF-8, -1 is elk blad in een eigen bestand.
    zet_om(tmp_path, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1", "python.xlsx", "browser.xlsx")
    for blad in boek:
        paden = [tmp_path / f"{naam}-{blad['naam']}.csv" for naam in ("python", "browser")]
        een, twee = ([*csv.reader(io.StringIO(pad.read_text(encoding="utf-8")), delimiter=";")] for pad in paden)
        assert een == twee
        assert een[0] == blad["koppen"]
        assert [rij[0] for rij in een[1:]] == [_csv(rij[0]) for rij in blad["rijen"]]


def _csv(cel: Any) -> str:
    return "" if cel is None else cel if isinstance(cel, str) else f"{cel:g}"


# -- wat van anderen is -----------------------------------------------------------------------


def test_de_bibliotheken_van_anderen_zijn_wat_de_uitleg_zegt() -> None:
    uitleg = (DERDEN / "README.md").read_text(encoding="utf-8")
    for naam in ("docx", "excel"):
        inhoud = (DERDEN / f"{naam}.js").read_bytes()
        assert hashlib.sha256(inhoud).hexdigest() in uitleg, f"{naam}.js is niet het bestand uit README.md"
        licentie = (DERDEN / f"{naam}-licentie.txt").read_text(encoding="utf-8").strip()
        assert inhoud.decode("utf-8").startswith(f"/*!\n{licentie}\n*/")
        # Geen netwerk, geen code uit tekst en geen Worker: zo werkt het van schijf en met een strenge beveiliging.
        assert not re.search(rb"\b(?:fetch|eval|importScripts)\(|new (?:Function|Worker)\b|XMLHttpRequest|WebSocket", inhoud)
