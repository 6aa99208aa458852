"""Het plan zoals een lezer het gebruikt: doel toevoegen, idee overnemen, bewaren, delen, zonder JavaScript, op papier."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from kennis import Monitorplan, case

PLEK = '.kg-plek[data-gereedschap="monitorplan"]'


@pytest.fixture(scope="module")
def gereedschap():
    """Het gereedschap op de losse pagina."""
    return Monitorplan(case('copd-inbeeld'))


def opgeslagen(pagina) -> list[dict]:
    pagina.wait_for_timeout(250)
    tekst = pagina.evaluate("localStorage.getItem('kennisboek.dossier') ?? ''")
    return json.loads(tekst)["secties"]["uitkomsten"] if tekst else []


def leeg_beginnen(pagina) -> None:
    pagina.get_by_text("Openen", exact=True).click()
    pagina.get_by_role("button", name="Leeg beginnen").click()
    pagina.get_by_text("Er staat nog geen doel").wait_for()


def doel(pagina, aim: str, tekst: str) -> None:
    veld = pagina.get_by_label(f"Nieuw doel bij: {aim}")
    veld.fill(tekst)
    veld.press("Enter")
    pagina.wait_for_timeout(80)


def test_doel_toevoegen_invullen_en_herladen(open_los) -> None:
    pagina = open_los()
    leeg_beginnen(pagina)
    doel(pagina, "betere ervaren kwaliteit", "<b>zorg</b> dichtbij")
    assert pagina.evaluate("document.activeElement.dataset.sleutel") == "rij.0.indicator"  # verder met wat mist
    pagina.keyboard.type("rapportcijfer")
    pagina.keyboard.press("Tab")
    pagina.get_by_text("Jullie meten alleen kwaliteit van zorg").wait_for()
    assert opgeslagen(pagina)[0]["indicator"] == "rapportcijfer"
    pagina.reload()
    pagina.wait_for_selector(f"{PLEK}[data-gereed]")
    pagina.locator("summary", has_text="<b>zorg</b> dichtbij → rapportcijfer").wait_for()
    pagina.get_by_role("region", name="Monitorplan").get_by_text("rapportcijfer").wait_for()


def test_idee_overnemen_vult_het_doel_of_maakt_een_nieuw(open_los) -> None:
    pagina = open_los()
    leeg_beginnen(pagina)
    doel(pagina, "een gezondere bevolking", "meer bewegen")
    pagina.locator("summary", has_text="Ideeën voor indicatoren: gezondheid").click()
    knop = pagina.get_by_role("button", name="Neem over: Bewegen volgens de richtlijn")
    knop.click()
    rijen = opgeslagen(pagina)
    assert len(rijen) == 1 and rijen[0]["doel"] == "meer bewegen" and rijen[0]["instrument"] == "Regiobeeld.nl" and rijen[0]["bron"]
    keuze = pagina.locator("select[aria-label='Voor welk doel?']").first
    keuze.select_option("een nieuw doel")
    pagina.get_by_role("button", name="Neem over: Beperkingen in horen").click()
    assert [r["doel"] for r in opgeslagen(pagina)] == ["meer bewegen", "Een gezondere bevolking"]
    pagina.get_by_role("button", name="Ongedaan maken").click()
    assert len(opgeslagen(pagina)) == 1


def test_een_opmerking_in_de_tabel_wordt_geen_instrument(open_los) -> None:
    pagina = open_los()
    leeg_beginnen(pagina)
    pagina.locator("summary", has_text="Ideeën voor indicatoren: werkplezier").click()
    pagina.get_by_role("button", name="Neem over: Hoe medewerkers hun werk").click()
    assert opgeslagen(pagina)[0]["instrument"] is None


def test_wie_een_voorbeeld_wijzigt_maakt_het_eigen(open_los) -> None:
    pagina = open_los()
    rij = pagina.locator("details[data-uitklap^='rij.']", has_text="hulpverleners zijn tevreden")
    assert rij.locator(".kg-merk").inner_text() == "voorbeeld"
    rij.locator("summary").click()
    rij.get_by_label("Wanneer", exact=True).fill("elk jaar")
    rij.get_by_label("Wanneer", exact=True).press("Tab")
    pagina.wait_for_timeout(80)
    assert rij.locator(".kg-merk").count() == 0
    assert [r["illustratief"] for r in opgeslagen(pagina) if r["doel"].startswith("hulpverleners")] == ["nee"]


def test_wat_mist_springt_naar_de_rij_en_verwijderen_kan_terug(open_los) -> None:
    pagina = open_los()
    pagina.locator("summary", has_text="Wat nog mist").click()
    pagina.get_by_role("button", name="minder spoedopnames").first.click()
    rij = pagina.locator("details[data-uitklap^='rij.'][open]")
    assert "minder spoedopnames" in rij.locator("summary").inner_text()
    rij.get_by_role("button", name="Verwijder minder spoedopnames").click()
    assert "minder spoedopnames" not in [r["doel"] for r in opgeslagen(pagina)]
    pagina.get_by_role("button", name="Ongedaan maken").click()
    assert "minder spoedopnames" in [r["doel"] for r in opgeslagen(pagina)]


def test_delen_met_een_link(open_los) -> None:
    pagina = open_los()
    leeg_beginnen(pagina)
    doel(pagina, "lagere zorgkosten", "minder opnames")
    pagina.get_by_text("Bewaren", exact=True).click()
    pagina.get_by_role("button", name="Link om te delen").click()
    adres = pagina.locator(".kg-melding input").input_value()
    ander = open_los("#" + adres.split("#")[1])
    assert "minder opnames" in ander.locator(PLEK).inner_text()
    assert "Iemand deelde dit met je" in ander.locator(PLEK).inner_text()


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_toegankelijk(open_los, kleuren: str) -> None:
    pagina = open_los(color_scheme=kleuren)
    pagina.locator("details.kg-uitklap").evaluate_all("alle => alle.forEach((d) => { d.open = true; })")
    uit = Axe().run(pagina)
    assert uit.violations_count == 0, uit.generate_report()


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
    assert papier.get_by_role("region", name="Monitorplan").is_visible()
    assert not papier.locator(f"{PLEK} .kg-balk").first.is_visible()
