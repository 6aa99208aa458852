"""Mijn plan in de browser: beginnen, invullen, bewaren en afdrukken; ook van schijf, zonder JavaScript en met markup in elk veld."""

from __future__ import annotations

import gzip
import io
import json
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from kennis import gereedschap
from kennis.boek.gereedschapspagina import bestanden
from kennis.boek.mijnplan import SOORTEN, plek_html
from kennis.boek.server import serveer
from kennis.dossier import Dossier
from kennis.verslag.opstellen import stel_op

VERSLAG = Path(__file__).parents[1] / "verslag"
GEWOON = json.loads((VERSLAG / "gewoon.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory, zet_los: Callable[..., None]) -> Path:
    """Een map met een bladzijde waar alleen Mijn plan op staat."""
    uit = tmp_path_factory.mktemp("mijnplan")
    plek = plek_html("copd-inbeeld", lambda pagina: f"{pagina}.html", bestanden().stijlen(SOORTEN)[1:]).replace("_static/", "")
    kop = '<h1>Mijn plan</h1><section><h2>In het kort</h2><p class="intro">Hoofdstuk eromheen.</p>'
    zet_los(uit, "proef.html", f'<main><article class="kb-artikel"><section>{kop}{plek}</section></section></article></main>', "mijnplan")
    return uit


@pytest.fixture
def open_plan(map_: Path, nieuwe_pagina: Callable[..., Page]) -> Any:
    """Geef een functie die de bladzijde opent, zo nodig met een dossier in de opslag; met `schijf` vanaf file://."""
    with serveer(map_) as adres:

        def doe(dossier: dict[str, Any] | None = None, schijf: bool = False, **opties: Any) -> Page:
            pagina = nieuwe_pagina(**{"accept_downloads": True, **opties})
            if dossier:
                pagina.add_init_script(in_opslag(dossier))
            pagina.goto((map_ / "proef.html").as_uri() if schijf else f"{adres}/proef.html")
            if opties.get("java_script_enabled", True):
                pagina.wait_for_selector("[data-gereed]")
            if dossier:
                pagina.wait_for_selector(".kp-plan .kv-begin h2")
            return pagina

        yield doe


def in_opslag(dossier: dict[str, Any]) -> str:
    """Zet een dossier in de opslag voordat de bladzijde begint, één keer."""
    zet = f"localStorage.setItem('kennisboek.2.dossier.x', {json.dumps(json.dumps(dossier))}); localStorage.setItem('kennisboek.2.actief', 'x');"
    return f"if (!localStorage.getItem('kennisboek.2.actief')) {{ {zet} }}"


def koppen(pagina: Page) -> list[str]:
    return pagina.locator(".kp-plan h2:visible, .kp-plan h3:visible, .kp-actielijst > h3").all_inner_texts()


def opgeslagen(pagina: Page) -> dict[str, Any]:
    sleutel = "'kennisboek.2.dossier.' + localStorage.getItem('kennisboek.2.actief')"
    return pagina.evaluate(f"JSON.parse(localStorage.getItem({sleutel}))")


# -- beginnen ---------------------------------------------------------------------------------


def test_zonder_eigen_dossier_een_voorbeeld_en_een_uitnodiging(open_plan: Any) -> None:
    pagina = open_plan()
    expect(pagina.get_by_role("button", name="Begin met je eigen gegevens")).to_be_visible()
    expect(pagina.locator(".kp-merk")).to_contain_text("Dit is een voorbeeld: het plan van de case COPD InBeeld")
    expect(pagina.locator("[data-voorbeeld] h3").first).to_have_text("Stakeholdermatrix")
    expect(pagina.get_by_role("button", name="Word", exact=True)).to_be_hidden()
    expect(pagina.locator(".kp-werk")).to_be_hidden()


def test_zonder_javascript_staat_het_voorbeeld_er(open_plan: Any) -> None:
    pagina = open_plan(java_script_enabled=False)
    assert "Daarvoor moet JavaScript aanstaan" in pagina.content()
    assert pagina.locator("[data-voorbeeld] .kv-figuur svg").count() == 5
    expect(pagina.locator("[data-voorbeeld] table").first).to_be_visible()


def test_beginnen_invullen_en_herladen_midden_in_een_woord(open_plan: Any) -> None:
    pagina = open_plan()
    pagina.get_by_role("button", name="Begin met je eigen gegevens").click()
    expect(pagina.get_by_label("Titel van het plan")).to_be_focused()
    pagina.keyboard.type("Valpreventie")
    pagina.get_by_label("Regio").fill("Achterhoek")
    pagina.get_by_placeholder("Deelnemer erbij").type("Ans de Wit")
    pagina.get_by_role("group", name="Deelnemer", exact=True).get_by_label("Rol").fill("projectleider")
    pagina.get_by_placeholder("Actie erbij").type("Bel de GG")
    pagina.reload()
    pagina.wait_for_selector(".kp-plan .kv-begin h2")
    expect(pagina.locator(".kp-plan .kv-begin")).to_contain_text("Valpreventie")
    expect(pagina.locator(".kp-plan .kv-begin")).to_contain_text("Ans de Wit (projectleider)")
    assert [rij["wat"] for rij in opgeslagen(pagina)["secties"]["acties"]] == ["Bel de GG"]
    expect(pagina.locator("[data-voorbeeld]").first).to_be_hidden()


def test_voorbeeld_overnemen_geeft_zijn_gegevens(open_plan: Any) -> None:
    pagina = open_plan()
    pagina.get_by_role("button", name="Neem dit voorbeeld over").click()
    pagina.wait_for_selector(".kp-plan .kv-begin h2")
    assert koppen(pagina)[:4] == ["COPD InBeeld", "Stakeholdermatrix", "Prioritering", "Monitorplan"]
    assert len(opgeslagen(pagina)["secties"]["stakeholders"]) == 12


# -- acties -----------------------------------------------------------------------------------


def acties(pagina: Page) -> list[list[str]]:
    """Wat er op het scherm in de actielijst staat, zonder de lege rij."""
    rijen = pagina.locator(".kp-acties .kp-rij").all()
    return [[veld.input_value() for veld in rij.locator("input[type=text]").all()] for rij in rijen][:-1]


def test_acties_staan_op_volgorde_en_verschuiven_niet_onder_wie_typt(open_plan: Any) -> None:
    pagina = open_plan(GEWOON)
    assert [rij[0] for rij in acties(pagina)] == ["Vraag Menzis welke cijfers nodig zijn", "Zoek een zaal", "Nodig het ziekenhuis uit"]
    pagina.get_by_label("Op volgorde van").select_option("wie")
    assert [rij[1] for rij in acties(pagina)] == ["Ben Smit", "", "Ans de Wit"]
    wie = pagina.locator(".kp-acties .kp-rij").nth(1).get_by_label("Wie")
    wie.click()
    pagina.keyboard.type("Aad")
    expect(wie).to_be_focused()
    assert [rij[1] for rij in acties(pagina)] == ["Ben Smit", "Aad", "Ans de Wit"]
    pagina.locator("h1").click()
    expect(pagina.locator(".kp-acties .kp-rij").first.get_by_label("Wie")).to_have_value("Aad")


def test_afvinken_weghalen_en_terugkrijgen(open_plan: Any) -> None:
    pagina = open_plan(GEWOON)
    eerste = pagina.locator(".kp-acties .kp-rij").first
    eerste.get_by_label("Stand").select_option("klaar")
    pagina.locator("h1").click()
    expect(pagina.locator(".kp-acties .kp-rij").nth(1).get_by_label("Stand")).to_have_value("klaar")
    pagina.get_by_role("button", name="Haal weg: Zoek een zaal").click()
    assert "Zoek een zaal" not in [rij[0] for rij in acties(pagina)]
    pagina.get_by_role("button", name="Ongedaan maken").click()
    assert "Zoek een zaal" in [rij[0] for rij in acties(pagina)]


def test_een_lege_actie_verdwijnt_en_een_halve_krijgt_een_naam(open_plan: Any) -> None:
    pagina = open_plan(GEWOON)
    pagina.locator(".kp-acties .kp-rij").last.get_by_label("Wie").fill("Ans")
    pagina.locator("h1").click()
    assert acties(pagina)[-1][:2] == ["nog te bepalen", "Ans"] or ["nog te bepalen", "Ans"] in [rij[:2] for rij in acties(pagina)]
    aantal = len(acties(pagina))
    pagina.get_by_placeholder("Actie erbij").type("x")
    pagina.keyboard.press("Backspace")
    pagina.locator("h1").click()
    assert len(acties(pagina)) == aantal


@pytest.mark.parametrize(("lijst", "veld", "kolom"), [("acties", "Wie", "wie"), ("mensen", "Rol", "rol")])
def test_een_halve_rij_overleeft_herladen_midden_in_een_woord(open_plan: Any, lijst: str, veld: str, kolom: str) -> None:
    pagina = open_plan(GEWOON)
    pagina.locator(".kp-gegevens").evaluate("(vak) => { vak.open = true; }")
    pagina.locator(f".kp-{lijst} .kp-rij").last.get_by_label(veld).type("Wijkze")
    pagina.reload()
    pagina.wait_for_selector(".kp-plan .kv-begin h2")
    assert "Wijkze" in [rij.get(kolom) for rij in opgeslagen(pagina)["secties"][lijst]]


def test_wat_een_gereedschap_zelf_op_zijn_lijst_heeft_staat_erbij(open_plan: Any) -> None:
    expect(open_plan(GEWOON).locator(".kp-elders li")).to_have_text("Verdeel de uren over de partijen · Ans de Wit, 1-2-2027, Knelpuntenwijzer")


# -- het plan ---------------------------------------------------------------------------------


@pytest.mark.parametrize("schijf", [False, True])
def test_word_en_excel_zijn_die_van_python(open_plan: Any, schijf: bool) -> None:
    pagina = open_plan(GEWOON, schijf=schijf)
    gevraagd: list[str] = []
    pagina.on("request", lambda vraag: gevraagd.append(vraag.url))
    met_python = stel_op(Dossier.uit_json(json.dumps(GEWOON)), [gereedschap.klasse(naam) for naam in gereedschap.namen()])
    ons = {"docx": met_python.schrijf("docx"), "xlsx": met_python.schrijf("xlsx")}
    for knop, soort in (("Word", "docx"), ("Excel", "xlsx")):
        with pagina.expect_download() as wacht:
            pagina.get_by_role("button", name=knop, exact=True).click()
        assert wacht.value.suggested_filename == f"valpreventie-in-de-achterhoek.{soort}"
        inhoud = Path(wacht.value.path()).read_bytes()
        assert LEES[soort](inhoud) == LEES[soort](ons[soort])
    # Eén keer halen, en alleen van hier.
    scripts = [url for url in gevraagd if url.endswith(".js")]
    assert len(set(scripts)) == len(scripts)
    assert any("docx" in url for url in scripts)


def _woorden(inhoud: bytes) -> Any:
    document = docx.Document(io.BytesIO(inhoud))
    return [alinea.text for alinea in document.paragraphs if alinea.text], [[[c.text for c in rij.cells] for rij in tabel.rows] for tabel in document.tables]


def _cellen(inhoud: bytes) -> Any:
    with warnings.catch_warnings():
        # De browser schrijft geen standaardstijl; dat mag.
        warnings.simplefilter("ignore", UserWarning)
        boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    return {blad.title: [[cel or None for cel in rij] for rij in blad.iter_rows(values_only=True)] for blad in boek.worksheets}


LEES = {"docx": _woorden, "xlsx": _cellen}


def test_op_papier_staat_alleen_het_plan(open_plan: Any) -> None:
    pagina = open_plan(GEWOON)
    bladzijden = len(re.findall(rb"/Type\s*/Page\b", pagina.pdf(format="A4")))
    assert 2 <= bladzijden <= 4
    pagina.emulate_media(media="print")
    tekst = pagina.locator("body").inner_text()
    erop = ["Valpreventie in de Achterhoek", "25 november 2026", "Ans de Wit (projectleider, GGD)", "sleutelspelers: Huisartsen", "15 december 2026"]
    assert [stuk for stuk in erop if stuk not in tekst] == []
    for stuk in ("Hoofdstuk eromheen", "Je werkt in", "Actie erbij", "Hier werk je verder", "Op volgorde van"):
        assert stuk not in tekst


def test_elk_plaatje_staat_op_de_bladzijde(open_plan: Any) -> None:
    pagina = open_plan(GEWOON)
    figuren = pagina.locator(".kp-plan figure")
    assert figuren.count() == pagina.locator(".kp-plan [data-gereedschap]:has(.kv-zin)").count()
    for figuur in figuren.all():
        assert figuur.get_attribute("aria-label")
        assert figuur.locator("svg *").count() > 5


def test_markup_in_elk_veld_blijft_tekst(open_plan: Any) -> None:
    kwaad = '<img src=x onerror="window.kwaad=1"><b>'
    dossier = json.loads(json.dumps(GEWOON).replace("Menzis", json.dumps(kwaad)[1:-1]))
    dossier |= {"titel": kwaad, "regio": kwaad, "doel": kwaad}
    pagina = open_plan(dossier)
    assert pagina.evaluate("window.kwaad") is None
    assert pagina.locator(".kp-plan img, .kp-plan b").count() == 0
    expect(pagina.locator(".kp-plan h2").first).to_have_text(kwaad)


def test_het_plan_volgt_een_ander_tabblad(open_plan: Any) -> None:
    pagina = open_plan(GEWOON)
    ander = pagina.context.new_page()
    ander.goto(pagina.url)
    ander.wait_for_selector(".kp-plan .kv-begin h2")
    ander.locator("summary", has_text="Titel, regio").click()
    ander.get_by_label("Regio").fill("Liemers")
    expect(pagina.locator(".kp-plan .kv-begin")).to_contain_text("Liemers")


def test_toegankelijk_en_passend_op_een_telefoon(open_plan: Any, axe: Callable[[Page], None]) -> None:
    for dossier in (None, GEWOON):
        pagina = open_plan(dossier, viewport={"width": 360, "height": 780})
        axe(pagina)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= 360


def test_bij_het_eerste_gezicht_hoogstens_twintig_kb(map_: Path) -> None:
    """Kern, Mijn plan, opmaak en gegevens, na gzip; het voorbeeld is tekst van de bladzijde."""
    namen = [*bestanden().scripts(["mijnplan"]), *bestanden().stijlen(["mijnplan"])]
    gegevens = re.search(r'<script type="application/json">(.*?)</script>', (map_ / "proef.html").read_text(encoding="utf-8"))
    delen = [*(bestanden().bestanden[naam] for naam in namen), gegevens[1]]
    assert sum(len(gzip.compress(deel.encode("utf-8"), 9)) for deel in delen) <= 20 * 1024
