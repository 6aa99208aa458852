"""Een kiezer zoals een lezer hem gebruikt: klikken, toetsen, bewaren, delen, zonder JavaScript, op een klein scherm en op papier."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kennis import gereedschap
from kennis.boek.gereedschapspagina import pagina_html
from kennis.widget.basis import laad_voorbeelden

OPGESLAGEN = "Object.values(localStorage).join('')"
KIEZERS = [naam for naam in gereedschap.namen() if gereedschap.klasse(naam).soort == "kiezer"]


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory, zet_los, boekkleuren: str) -> Path:
    """Een map met een kleine pagina per gereedschap en voorbeeld."""
    map_ = tmp_path_factory.mktemp("kiezer")
    kop = f"{boekkleuren}<style>main {{ max-width: 70rem; margin: auto }}</style>"
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


def zegt(pagina, zin: str) -> None:
    """Wacht tot de uitkomst zo begint."""
    expect(pagina.locator(".kk-zeker")).to_have_text(re.compile(f"^{re.escape(zin)}"))


def vraag(pagina, begin: str):
    return pagina.locator(".kk-vraag").filter(has_text=begin)


# -- de bekostigingskiezer ----------------------------------------------------------------------


def test_een_eis_verandert_de_volgorde_en_ongedaan_maken_draait_terug(open_) -> None:
    pagina = open_("bekostigingskiezer.leeg")
    expect(pagina.locator(".kk-zeker")).to_contain_text("Populatiebekostiging staan samen bovenaan")
    vraag(pagina, "controleren").get_by_label("Harde eis").check()
    zegt(pagina, "Fee-for-service staat bovenaan")
    expect(pagina.locator(".kk-opties > li").filter(has_text="Populatiebekostiging")).to_contain_text("valt af")
    expect(pagina.locator("[data-uitklap='Wat als één eis vervalt?']")).to_contain_text("Is 'Controle op uitgaven' een wens")
    pagina.get_by_role("button", name="Ongedaan maken").click()
    expect(pagina.locator(".kk-zeker")).to_contain_text("Populatiebekostiging staan samen bovenaan")
    expect(vraag(pagina, "controleren").get_by_label("Harde eis")).not_to_be_checked()


def test_met_de_pijltjes_kiezen_houdt_de_focus(open_) -> None:
    pagina = open_("bekostigingskiezer.leeg")
    vraag(pagina, "preventie").get_by_label("belangrijk", exact=True).focus()
    pagina.keyboard.press("ArrowRight")
    zegt(pagina, "Betaling per capita")
    expect(vraag(pagina, "preventie").get_by_label("heel belangrijk")).to_be_checked()
    expect(vraag(pagina, "preventie").get_by_label("heel belangrijk")).to_be_focused()


def test_een_harde_eis_op_iets_wat_niet_telt_gaat_ook_tellen(open_) -> None:
    pagina = open_("bekostigingskiezer.leeg")
    vraag(pagina, "preventie").get_by_label("niet", exact=True).check()
    vraag(pagina, "preventie").get_by_label("Harde eis").check()
    expect(vraag(pagina, "preventie").get_by_label("heel belangrijk")).to_be_checked()


def test_redenen_twijfel_en_vergelijken(open_) -> None:
    pagina = open_("bekostigingskiezer.twijfel")
    zegt(pagina, "Alleen Waardegedreven zorg blijft over.")
    pagina.locator(".kk-opties summary").filter(has_text="Waardegedreven").click()
    redenen = pagina.locator(".kk-opties li").filter(has_text="Waardegedreven").locator(".kk-redenen")
    expect(redenen).to_contain_text("onduidelijk, of hangt af van jullie afspraak")
    pagina.get_by_text("De modellen naast elkaar").click()
    knop = pagina.get_by_role("button", name="Fee-for-service")
    knop.click()
    expect(pagina.get_by_role("table", name="Naast elkaar")).to_contain_text("Fee-for-service")
    expect(knop).to_be_focused()


def test_eigen_keuze_blijft_na_herladen(open_) -> None:
    pagina = open_("bekostigingskiezer.leeg")
    pagina.get_by_label("Met welk model").select_option(label="Bundelbekostiging")
    pagina.get_by_label("Waarom").press_sequentially("<b>overleg</b>")
    pagina.wait_for_function(f"{OPGESLAGEN}.includes('<b>overleg</b>')")  # zonder het veld te verlaten
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
    hoort = len(gereedschap.klasse("knelpuntenwijzer")({}, wet="wmo", wie="gemeente").zoek())
    assert 0 < hoort < 26
    expect(pagina.locator(".kk-zeker")).to_have_text(re.compile(f"^{hoort} van de 26"))
    expect(pagina.locator(".kk-ding")).to_have_count(hoort)
    pagina.locator(".kk-vink input").first.check()
    expect(pagina.locator(".kk-taken > li")).to_have_count(1)
    assert pagina.locator(".kk-taken textarea").first.input_value()
    assert pagina.locator(".kk-svg circle").count() > 0
    pagina.locator(".kk-taken").get_by_label("Wie", exact=True).fill("projectleider")
    pagina.locator(".kk-taken").get_by_label("Wie", exact=True).press("Tab")
    pagina.get_by_text("Bewaren", exact=True).click()
    with pagina.expect_download() as komt:
        pagina.get_by_role("button", name="Tabel (csv)").click()
    csv = Path(komt.value.path()).read_text(encoding="utf-8-sig")
    assert csv.startswith("Knelpunt;Eerste stap;Wie;Wanneer;Notitie;") and "projectleider" in csv


def test_lees_verder_is_een_echte_link_en_een_eigen_knelpunt_mag(open_) -> None:
    pagina = open_("knelpuntenwijzer.leeg")
    pagina.locator(".kk-ding summary").first.click()
    assert re.fullmatch(r"\./nivel/[\w-]+\.html#[\w-]+", pagina.locator(".kk-ding a").first.get_attribute("href"))
    pagina.get_by_role("button", name="Eigen knelpunt toevoegen").click()
    pagina.get_by_role("button", name="Eigen knelpunt toevoegen").click()
    expect(pagina.locator(".kk-taken legend")).to_have_text(["Eigen knelpunt", "Eigen knelpunt 2"])
    pagina.get_by_role("button", name="Haal van de lijst: Eigen knelpunt", exact=True).click()
    expect(pagina.locator(".kk-taken legend")).to_have_text(["Eigen knelpunt 2"])


def test_een_eigen_knelpunt_typen_vermengt_nooit_en_een_dubbele_naam_mag_niet(open_) -> None:
    pagina = open_("knelpuntenwijzer.leeg")
    pagina.locator(".kk-vink input").first.check()
    pagina.get_by_role("button", name="Eigen knelpunt toevoegen").click()
    eigen = pagina.locator(".kk-taken > li").nth(1)
    naam = eigen.get_by_label("Knelpunt", exact=True)
    naam.fill(pagina.locator(".kk-taken legend").first.inner_text())
    naam.press("Tab")
    expect(eigen).to_contain_text("staat er al")
    naam.fill("Geen parkeerplek")
    for tekst in ("Bel de gemeente", "Anja", "morgen"):
        pagina.keyboard.press("Tab")
        pagina.keyboard.type(tekst)
    pagina.keyboard.press("Tab")
    expect(eigen.locator("legend")).to_have_text("Geen parkeerplek")
    velden = eigen.locator("input, textarea").evaluate_all("alle => alle.map((v) => v.value)")
    assert velden == ["Geen parkeerplek", "Bel de gemeente", "Anja", "morgen", ""]


def test_een_vinkje_met_de_focus_is_te_zien(open_) -> None:
    pagina = open_("knelpuntenwijzer.leeg")
    pagina.get_by_label("Is er ergens een blijvende oplossing?").focus()
    pagina.keyboard.press("Tab")
    expect(pagina.locator(".kk-vink input").first).to_be_focused()
    rand = pagina.locator(".kk-vink").first.evaluate("e => { const s = getComputedStyle(e); return [s.outlineStyle, parseFloat(s.outlineWidth)]; }")
    assert rand[0] == "solid" and rand[1] >= 2


def test_op_papier_geen_lege_vakjes_maar_wel_de_lijst(open_) -> None:
    pagina = open_("knelpuntenwijzer.gewoon")
    expect(pagina.locator(".kk-taken > li")).to_have_count(3)
    pagina.emulate_media(media="print")
    assert not pagina.locator(".kk-ding input:visible").count()
    assert pagina.locator(".kk-taken").is_visible() and pagina.locator(".kk-svg").is_visible()
    pagina.emulate_media(media="screen")
    pagina.locator(".kk-ding summary").first.click()
    pagina.emulate_media(media="print")
    assert pagina.locator(".kk-ding:visible").count() == 1  # wie er een openklapt, krijgt haar uitleg ook op papier


# -- de governancekiezer ------------------------------------------------------------------------


def test_antwoorden_leiden_tot_een_vorm_met_wat_je_nu_regelt(open_) -> None:
    pagina = open_("governancekiezer.leeg")
    zegt(pagina, "Beantwoord een vraag")
    for antwoord in ("bijna iedereen vertrouwt elkaar", "minder dan 10 (weinig)", "heel eens, ook over de stappen"):
        pagina.get_by_label(antwoord).check()
    zegt(pagina, "Zelfsturend netwerk past het best")
    expect(pagina.locator(".kk-zeker")).to_contain_text("niet zeker")
    expect(pagina.locator(".kk-gevolg")).to_contain_text("Leg vast hoe jullie beslissen")
    pagina.get_by_label("Welke vorm kiezen jullie?").select_option(label="Leidende organisatie")
    expect(pagina.locator(".kk-gevolg")).to_contain_text("Leg het mandaat vast")
    expect(pagina.locator(".kk-gevolg")).to_contain_text("Drie spanningen")
    expect(pagina.get_by_role("table", name="Naast elkaar")).to_contain_text("Niet nagezien in het artikel.")


def test_leeg_beginnen_invullen_en_herladen_geeft_hetzelfde(open_) -> None:
    """Een nieuwe rij heeft alleen de kolommen van haar sectie; anders is zij na herladen niet meer te lezen."""
    pagina = open_("governancekiezer.leeg")
    pagina.get_by_label("bijna iedereen vertrouwt elkaar").check()
    pagina.get_by_label("minder dan 10 (weinig)").check()
    pagina.get_by_label("Waarom, en wanneer").fill("na de zomer")
    pagina.wait_for_function(f"{OPGESLAGEN}.includes('na de zomer') && !{OPGESLAGEN}.includes('\"eis\"')")
    pagina.reload()
    pagina.wait_for_selector("[data-gereed]")
    expect(pagina.get_by_label("bijna iedereen vertrouwt elkaar")).to_be_checked()
    expect(pagina.get_by_label("minder dan 10 (weinig)")).to_be_checked()
    expect(pagina.get_by_label("Waarom, en wanneer")).to_have_value("na de zomer")
    assert not pagina.locator(".kg-ernst").count()


def test_eigen_organisaties_staan_in_de_tekening_en_de_rest_wordt_geteld(open_) -> None:
    pagina = open_("governancekiezer.leeg")
    vak = pagina.get_by_label("Welke organisaties doen mee?")
    vak.fill("\n".join(f"Organisatie {n}" for n in range(1, 16)))
    vak.blur()
    pagina.get_by_label("Wie zou de leidende organisatie zijn?").select_option(label="Organisatie 3")
    svg = pagina.locator(".kk-svg")
    expect(svg).to_contain_text("12 · Organisatie 12")
    expect(svg).to_contain_text("en nog 3")
    expect(svg).not_to_contain_text("Organisatie 13")
    expect(pagina.get_by_label("Wie zou de leidende organisatie zijn?")).to_have_value("Organisatie 3")


def test_stakeholders_uit_het_eigen_dossier_staan_in_de_tekening(open_) -> None:
    pagina = open_("governancekiezer.leeg")
    pagina.evaluate("localStorage.setItem('kennisboek.dossier', JSON.stringify({ secties: { stakeholders: [{ naam: 'Sensire' }] }, keuzes: {} }))")
    pagina.reload()
    pagina.wait_for_selector("[data-gereed]")
    expect(pagina.locator(".kk-svg")).to_contain_text("1 · Sensire")
    expect(pagina.get_by_label("Welke organisaties doen mee?")).to_have_value("")  # geleend, niet ingevuld


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
