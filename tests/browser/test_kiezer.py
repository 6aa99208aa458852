"""Een kiezer zoals een lezer hem gebruikt: klikken, toetsen, bewaren, delen, zonder JavaScript, op een klein scherm en op papier."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from kennis import gereedschap
from kennis.boek import thema
from kennis.boek.gereedschapspagina import pagina_html
from kennis.widget.basis import laad_voorbeelden

KLEUREN = thema.MAP / "css" / "00-kleur.css"
KIEZERS = [naam for naam in gereedschap.namen() if gereedschap.klasse(naam).soort == "kiezer"]


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory, zet_los) -> Path:
    """Een map met een kleine pagina per gereedschap en voorbeeld."""
    map_ = tmp_path_factory.mktemp("kiezer")
    kleuren = re.sub(r"@font-face {.*?}", "", KLEUREN.read_text(encoding="utf-8"), flags=re.S)
    kop = f"<style>{kleuren} body {{ background: var(--k-papier); color: var(--k-inkt) }} main {{ max-width: 70rem; margin: auto }}</style>"
    for naam in KIEZERS:
        for voorbeeld, inhoud in laad_voorbeelden(naam).items():
            gegevens = gereedschap.klasse(naam)(inhoud["secties"], **inhoud["keuzes"])._gegevens()
            romp = f"<main><h1>Kiezer</h1><h2>Gereedschap</h2>{pagina_html(gegevens)}</main>"
            zet_los(map_, f"{naam}.{voorbeeld}.html", romp, "kiezer", kop=kop)
    return map_


@pytest.fixture
def open_(nieuwe_pagina, map_: Path):
    """Geef een functie die een pagina opent."""

    def open_(bestand: str, *, wacht: bool = True, **meer):
        pagina = nieuwe_pagina(**meer)
        pagina.goto((map_ / f"{bestand}.html").as_uri())
        if wacht:
            pagina.wait_for_selector("[data-gereed]")
        return pagina

    return open_


def zeker(pagina) -> str:
    pagina.wait_for_timeout(80)
    return pagina.locator(".kk-zeker").inner_text()


def vraag(pagina, begin: str):
    return pagina.locator(".kk-vraag").filter(has_text=begin)


# -- de bekostigingskiezer ----------------------------------------------------------------------


def test_een_eis_verandert_de_volgorde_en_ongedaan_maken_draait_terug(open_) -> None:
    pagina = open_("bekostigingskiezer.leeg")
    assert "Populatiebekostiging staan samen bovenaan" in zeker(pagina)
    vraag(pagina, "controleren").get_by_label("Harde eis").check()
    assert zeker(pagina).startswith("Fee-for-service staat bovenaan")
    assert "valt af" in pagina.locator(".kk-opties > li").filter(has_text="Populatiebekostiging").inner_text()
    assert "Is 'Controle op uitgaven' een wens" in pagina.locator("[data-uitklap='Wat als één eis vervalt?']").inner_text()
    pagina.get_by_role("button", name="Ongedaan maken").click()
    assert "Populatiebekostiging staan samen bovenaan" in zeker(pagina)
    assert not vraag(pagina, "controleren").get_by_label("Harde eis").is_checked()


def test_met_de_pijltjes_kiezen_houdt_de_focus(open_) -> None:
    pagina = open_("bekostigingskiezer.leeg")
    vraag(pagina, "preventie").get_by_label("belangrijk", exact=True).focus()
    pagina.keyboard.press("ArrowRight")
    pagina.wait_for_timeout(80)
    assert vraag(pagina, "preventie").get_by_label("heel belangrijk").is_checked()
    assert pagina.evaluate("document.activeElement.value") == "heel belangrijk"


def test_een_harde_eis_op_iets_wat_niet_telt_gaat_ook_tellen(open_) -> None:
    pagina = open_("bekostigingskiezer.leeg")
    vraag(pagina, "preventie").get_by_label("niet", exact=True).check()
    vraag(pagina, "preventie").get_by_label("Harde eis").check()
    pagina.wait_for_timeout(80)
    assert vraag(pagina, "preventie").get_by_label("heel belangrijk").is_checked()


def test_redenen_twijfel_en_vergelijken(open_) -> None:
    pagina = open_("bekostigingskiezer.twijfel")
    assert "Alleen Waardegedreven zorg blijft over." in zeker(pagina)
    pagina.locator(".kk-opties summary").filter(has_text="Waardegedreven").click()
    redenen = pagina.locator(".kk-opties li").filter(has_text="Waardegedreven").locator(".kk-redenen")
    assert "onduidelijk, of hangt af van jullie afspraak" in redenen.inner_text()
    pagina.get_by_text("De modellen naast elkaar").click()
    pagina.get_by_role("button", name="Fee-for-service").click()
    pagina.wait_for_timeout(80)
    assert "Fee-for-service" in pagina.get_by_role("table", name="Naast elkaar").inner_text()


def test_eigen_keuze_blijft_na_herladen(open_) -> None:
    pagina = open_("bekostigingskiezer.leeg")
    pagina.get_by_label("Met welk model").select_option(label="Bundelbekostiging")
    pagina.get_by_label("Waarom").fill("<b>overleg</b>")
    pagina.get_by_label("Waarom").blur()
    pagina.wait_for_timeout(400)
    pagina.reload()
    pagina.wait_for_selector("[data-gereed]")
    assert pagina.get_by_label("Met welk model").input_value() == "bundelbekostiging"
    assert pagina.get_by_label("Waarom").input_value() == "<b>overleg</b>"


def test_het_plaatje_is_te_bewaren(open_) -> None:
    pagina = open_("bekostigingskiezer.gewoon")
    pagina.get_by_text("Bewaren", exact=True).click()
    with pagina.expect_download() as komt:
        pagina.get_by_role("button", name="Plaatje (svg)").click()
    svg = Path(komt.value.path()).read_text(encoding="utf-8")
    assert "Bundelbekostiging" in svg and "pattern" in svg


# -- de knelpuntenwijzer ------------------------------------------------------------------------


def test_filteren_kiezen_en_meenemen(open_) -> None:
    pagina = open_("knelpuntenwijzer.leeg")
    pagina.get_by_label("Welke wet speelt mee?").select_option(label="Wmo")
    pagina.get_by_label("Wie kan er iets aan doen?").select_option(label="gemeente")
    pagina.wait_for_timeout(80)
    aantal = pagina.locator(".kk-ding").count()
    assert 0 < aantal < 26 and zeker(pagina).startswith(f"{aantal} van de 26")
    pagina.locator(".kk-vink input").first.check()
    pagina.wait_for_timeout(80)
    assert pagina.locator(".kk-taken > li").count() == 1 and pagina.locator(".kk-taken textarea").first.input_value()
    assert pagina.locator(".kk-svg circle").count() > 0
    pagina.locator(".kk-taken").get_by_label("Wie", exact=True).fill("projectleider")
    pagina.locator(".kk-taken").get_by_label("Wie", exact=True).press("Tab")
    pagina.get_by_text("Bewaren", exact=True).click()
    with pagina.expect_download() as komt:
        pagina.get_by_role("button", name="Tabel (csv, voor Excel)").click()
    csv = Path(komt.value.path()).read_text(encoding="utf-8-sig")
    assert csv.startswith("knelpunt;stap;wie;wanneer;notitie") and "projectleider" in csv


def test_lees_verder_is_een_echte_link_en_een_eigen_knelpunt_mag(open_) -> None:
    pagina = open_("knelpuntenwijzer.leeg")
    pagina.locator(".kk-ding summary").first.click()
    assert re.fullmatch(r"\./nivel/[\w-]+\.html#[\w-]+", pagina.locator(".kk-ding a").first.get_attribute("href"))
    pagina.get_by_role("button", name="Eigen knelpunt toevoegen").click()
    pagina.get_by_role("button", name="Eigen knelpunt toevoegen").click()
    pagina.wait_for_timeout(80)
    assert pagina.locator(".kk-taken legend").all_inner_texts() == ["Eigen knelpunt", "Eigen knelpunt 2"]
    pagina.get_by_role("button", name="Haal van de lijst: Eigen knelpunt", exact=True).click()
    pagina.wait_for_timeout(80)
    assert pagina.locator(".kk-taken legend").all_inner_texts() == ["Eigen knelpunt 2"]


# -- de governancekiezer ------------------------------------------------------------------------


def test_antwoorden_leiden_tot_een_vorm_met_wat_je_nu_regelt(open_) -> None:
    pagina = open_("governancekiezer.leeg")
    assert zeker(pagina).startswith("Beantwoord een vraag")
    for antwoord in ("bijna iedereen vertrouwt elkaar", "minder dan 10 (weinig)", "heel eens, ook over de stappen"):
        pagina.get_by_label(antwoord).check()
    assert zeker(pagina).startswith("Zelfsturend netwerk past het best") and "niet zeker" in zeker(pagina)
    assert "Leg vast hoe jullie beslissen" in pagina.locator(".kk-gevolg").inner_text()
    pagina.get_by_label("Welke vorm kiezen jullie?").select_option(label="Leidende organisatie")
    pagina.wait_for_timeout(80)
    assert "Leg het mandaat vast" in pagina.locator(".kk-gevolg").inner_text()
    assert "Niet nagezien in het artikel." in pagina.get_by_role("table", name="Naast elkaar").inner_text()


def test_eigen_organisaties_staan_in_de_tekening_en_de_rest_wordt_geteld(open_) -> None:
    pagina = open_("governancekiezer.leeg")
    vak = pagina.get_by_label("Welke organisaties doen mee?")
    vak.fill("\n".join(f"Organisatie {n}" for n in range(1, 16)))
    vak.blur()
    pagina.get_by_label("Wie zou de leidende organisatie zijn?").select_option(label="Organisatie 3")
    pagina.wait_for_timeout(80)
    svg = pagina.locator(".kk-svg").text_content()
    assert "12 · Organisatie 12" in svg and "Organisatie 13" not in svg and "en nog 3" in svg


def test_stakeholders_uit_het_eigen_dossier_staan_in_de_tekening(open_) -> None:
    pagina = open_("governancekiezer.leeg")
    pagina.evaluate("localStorage.setItem('kennisboek.dossier', JSON.stringify({ secties: { stakeholders: [{ naam: 'Sensire' }] }, keuzes: {} }))")
    pagina.reload()
    pagina.wait_for_selector("[data-gereed]")
    pagina.wait_for_timeout(80)
    assert "1 · Sensire" in pagina.locator(".kk-svg").text_content()


# -- voor elke kiezer ---------------------------------------------------------------------------


@pytest.mark.parametrize("naam", KIEZERS)
def test_zonder_javascript_staan_er_een_figuur_en_een_tabel(naam: str, open_) -> None:
    pagina = open_(f"{naam}.gewoon", wacht=False, java_script_enabled=False)
    assert pagina.locator(".kg-vast svg").is_visible() and pagina.locator(".kg-vast table tbody tr").count() > 1


@pytest.mark.parametrize("donker", [False, True], ids=["licht", "donker"])
@pytest.mark.parametrize("naam", KIEZERS)
def test_toegankelijk(naam: str, donker: bool, open_) -> None:
    for voorbeeld in laad_voorbeelden(naam):
        pagina = open_(f"{naam}.{voorbeeld}", color_scheme="dark" if donker else "light", viewport={"width": 1200, "height": 900})
        if donker:
            pagina.evaluate("document.documentElement.dataset.theme = 'dark'")
        pagina.evaluate("document.querySelectorAll('details:not(.kg-menu)').forEach((deel) => { deel.open = true; })")
        gevonden = Axe().run(pagina)
        assert gevonden.violations_count == 0, gevonden.generate_report()


@pytest.mark.parametrize("naam", KIEZERS)
def test_past_op_320_breed_met_ruime_raakvlakken(naam: str, open_) -> None:
    for voorbeeld in laad_voorbeelden(naam):
        pagina = open_(f"{naam}.{voorbeeld}", viewport={"width": 320, "height": 700})
        assert pagina.evaluate("document.documentElement.scrollWidth") <= 320, voorbeeld
        klein = pagina.evaluate(
            """() => [...document.querySelectorAll('.kg-plek :is(button, summary, select, textarea, label)')]
                .filter((e) => e.checkVisibility()).map((e) => [e.textContent, e.getBoundingClientRect()])
                .filter(([, r]) => r.width && r.height && (r.width < 24 || r.height < 24)).map(([t, r]) => `${t} ${r.width}x${r.height}`)"""
        )
        assert not klein, klein


@pytest.mark.parametrize("naam", KIEZERS)
def test_op_papier_staat_de_uitkomst_zonder_knoppen(naam: str, open_) -> None:
    pagina = open_(f"{naam}.gewoon")
    pagina.emulate_media(media="print")
    assert not pagina.locator(".kg-balk").is_visible() and pagina.locator(".kk-svg").is_visible()


def test_namen_van_buiten_blijven_tekst(open_) -> None:
    for naam in KIEZERS:
        pagina = open_(f"{naam}.lastige-namen")
        assert pagina.locator(".kg-plek :is(b, img, script:not([type]))").count() == 0
