"""Het plan zoals een lezer het gebruikt: doel toevoegen, idee overnemen, bewaren, delen, zonder JavaScript, op papier."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kennis import Monitorplan, case

PLEK = '.kg-plek[data-gereedschap="monitorplan"]'


@pytest.fixture(scope="module")
def gereedschap():
    """Het gereedschap op de losse pagina."""
    return Monitorplan(case("copd-inbeeld"))


@pytest.fixture
def mijn(eigen):
    """Het eigen monitorplan."""
    return eigen(PLEK, "uitkomsten")


@pytest.fixture
def leeg(open_los, mijn):
    """De pagina met een eigen, leeg plan."""
    pagina = open_los()
    mijn.begin(pagina)
    pagina.get_by_text("Er staat nog geen doel").wait_for()
    return pagina


def doel(pagina, aim: str, tekst: str) -> None:
    veld = pagina.get_by_label(f"Nieuw doel bij: {aim}")
    veld.fill(tekst)
    veld.press("Enter")
    expect(pagina.locator("[data-sleutel$='.indicator']:focus")).to_have_count(1)  # verder met wat mist


def test_doel_toevoegen_invullen_en_herladen(leeg, mijn) -> None:
    pagina = leeg
    doel(pagina, "betere ervaren kwaliteit", "<b>zorg</b> dichtbij")
    pagina.keyboard.type("rapportcijfer")
    pagina.keyboard.press("Tab")
    pagina.get_by_text("Jullie meten alleen kwaliteit van zorg").wait_for()
    mijn.bewaard(pagina, "indicator", wordt=[("rapportcijfer",)])
    pagina.reload()
    pagina.wait_for_selector(f"{PLEK}[data-gereed]")
    pagina.locator("summary", has_text="<b>zorg</b> dichtbij → rapportcijfer").wait_for()
    pagina.get_by_role("region", name="Monitorplan").get_by_text("rapportcijfer").wait_for()


def test_idee_overnemen_vult_het_doel_of_maakt_een_nieuw(leeg, mijn) -> None:
    pagina = leeg
    doel(pagina, "een gezondere bevolking", "meer bewegen")
    pagina.locator("summary", has_text="Ideeën voor indicatoren: gezondheid").click()
    knop = pagina.get_by_role("button", name="Neem over: Bewegen volgens de richtlijn")
    knop.click()
    rijen = mijn.rijen(pagina, "rijen.length === 1 && rijen[0].indicator")
    assert rijen[0]["doel"] == "meer bewegen" and rijen[0]["instrument"] == "Regiobeeld.nl" and rijen[0]["bron"]
    keuze = pagina.locator("select[aria-label='Voor welk doel?']").first
    keuze.select_option("een nieuw doel")
    pagina.get_by_role("button", name="Neem over: Beperkingen in horen").click()
    mijn.bewaard(pagina, "doel", wordt=[("meer bewegen",), ("Een gezondere bevolking",)])
    pagina.get_by_role("button", name="Ongedaan maken").click()
    mijn.bewaard(pagina, "doel", wordt=[("meer bewegen",)])


def test_een_opmerking_in_de_tabel_wordt_geen_instrument(leeg, mijn) -> None:
    pagina = leeg
    pagina.locator("summary", has_text="Ideeën voor indicatoren: werkplezier").click()
    pagina.get_by_role("button", name="Neem over: Hoe medewerkers hun werk").click()
    mijn.bewaard(pagina, "instrument", "gegevensbron", wordt=[(None, None)])


def test_wie_een_voorbeeld_wijzigt_maakt_het_eigen(open_los, mijn) -> None:
    pagina = open_los()
    mijn.neem(pagina)
    rij = pagina.locator("details[data-uitklap^='rij.']", has_text="hulpverleners zijn tevreden")
    assert rij.locator(".kr-merk").inner_text() == "voorbeeld"
    rij.locator("summary").click()
    rij.get_by_label("Wanneer", exact=True).fill("elk jaar")
    rij.get_by_label("Wanneer", exact=True).press("Tab")
    expect(rij.locator(".kr-merk")).to_have_count(0)
    rijen = mijn.rijen(pagina, "rijen.some((rij) => rij.wanneer === 'elk jaar')")
    assert [r["illustratief"] for r in rijen if r["doel"].startswith("hulpverleners")] == ["nee"]


def test_wat_mist_springt_naar_de_rij_en_verwijderen_kan_terug(open_los, mijn) -> None:
    pagina = open_los()
    mijn.neem(pagina)
    pagina.locator("summary", has_text="Wat nog mist").click()
    pagina.get_by_role("button", name="minder spoedopnames").first.click()
    rij = pagina.locator("details[data-uitklap^='rij.'][open]")
    assert "minder spoedopnames" in rij.locator("summary").inner_text()
    rij.get_by_role("button", name="Verwijder minder spoedopnames").click()
    mijn.rijen(pagina, "rijen.length && !rijen.some((rij) => rij.doel === 'minder spoedopnames')")
    assert pagina.evaluate("document.activeElement !== document.body")  # de focus valt niet terug op de pagina
    pagina.get_by_role("button", name="Ongedaan maken").click()
    mijn.rijen(pagina, "rijen.some((rij) => rij.doel === 'minder spoedopnames')")


def test_een_half_getypt_doel_blijft_staan(leeg, mijn) -> None:
    pagina = leeg
    half = pagina.get_by_label("Nieuw doel bij: lagere zorgkosten")
    half.press_sequentially("minder crisisop")
    doel(pagina, "een gezondere bevolking", "meer bewegen")
    expect(half).to_have_value("minder crisisop")
    pagina.locator("summary", has_text="Ideeën voor indicatoren: gezondheid").click()
    pagina.get_by_role("button", name="Neem over: Bewegen volgens de richtlijn").click()
    mijn.bewaard(pagina, "doel", wordt=[("meer bewegen",)])
    expect(half).to_have_value("minder crisisop")
    half.press("Enter")
    expect(half).to_have_value("")
    mijn.bewaard(pagina, "doel", wordt=[("meer bewegen",), ("minder crisisop",)])


def test_typen_in_een_rij_bouwt_haar_niet_opnieuw(leeg, mijn) -> None:
    pagina = leeg
    doel(pagina, "een gezondere bevolking", "meer bewegen")
    rij = pagina.locator("[data-uitklap^='rij.']").first
    indicator = rij.get_by_label("Indicator: wat meten we")
    indicator.press_sequentially("stappen per dag", delay=10)
    mijn.bewaard(pagina, "indicator", wordt=[("stappen per dag",)])  # terwijl er getypt wordt
    expect(rij.locator("summary")).to_contain_text("meer bewegen → stappen per dag")
    expect(indicator).to_be_focused()
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("teller")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("GGD")
    pagina.keyboard.press("Tab")
    mijn.bewaard(pagina, "indicator", "instrument", "wie", wordt=[("stappen per dag", "teller", "GGD")])
    rij.get_by_label("Doelgebied").focus()
    rij.get_by_label("Doelgebied").select_option("kosten")  # naar een andere groep: de focus gaat mee
    expect(pagina.locator("section", has=pagina.get_by_role("heading", name="Lagere zorgkosten")).locator("[data-uitklap^='rij.']")).to_have_count(1)
    expect(rij.get_by_label("Doelgebied")).to_be_focused()


def test_delen_met_een_link(leeg, open_los) -> None:
    pagina = leeg
    doel(pagina, "lagere zorgkosten", "minder opnames")
    pagina.get_by_text("Bewaren", exact=True).click()
    pagina.get_by_role("button", name="Link om te delen").click()
    link = pagina.get_by_role("textbox", name="Link: Alleen monitorplan")
    expect(link).to_have_value(re.compile("#kb="))
    ander = open_los("#" + link.input_value().split("#")[1])
    expect(ander.locator(PLEK)).to_contain_text("minder opnames")
    expect(ander.locator(PLEK)).to_contain_text("Iemand deelde dit met je")


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_toegankelijk(open_los, axe, kleuren: str) -> None:
    pagina = open_los(color_scheme=kleuren)
    pagina.get_by_role("region", name="Monitorplan").wait_for()
    axe(pagina)


def test_op_320_past_alles(open_los) -> None:
    pagina = open_los(viewport={"width": 320, "height": 700})
    pagina.locator("details.kg-uitklap").evaluate_all("alle => alle.forEach((d) => { d.open = true; })")
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320


def test_zonder_javascript_en_op_papier(open_los) -> None:
    kaal = open_los(java_script_enabled=False)
    assert kaal.locator(f"{PLEK} .kg-vastfiguur svg[role=img]").is_visible()
    assert "minder spoedopnames" in kaal.locator(f"{PLEK} .kg-vasttabel").inner_text()
    papier = open_los()
    papier.emulate_media(media="print")
    assert papier.locator(f"{PLEK} .kg-svg").is_visible()
    expect(papier.get_by_role("region", name="Monitorplan")).to_be_visible()
    assert not papier.locator(f"{PLEK} .kg-balk").first.is_visible()
