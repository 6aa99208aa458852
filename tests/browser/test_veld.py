"""Het veld zoals een lezer het gebruikt: slepen, toetsen, aanraken, typen, bewaren, delen, zonder JavaScript, op papier."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from kennis import Prioritering, Stakeholdermatrix, case

MATRIX = '.kg-plek[data-gereedschap="stakeholdermatrix"]'
PRIO = '.kg-plek[data-gereedschap="prioritering"]'
OPGESLAGEN = "Object.values(localStorage).join('')"


@pytest.fixture(scope="module")
def gereedschap():
    """De twee velden op de losse pagina."""
    return [Stakeholdermatrix(case("copd-inbeeld")), Prioritering(case("copd-inbeeld"))]


@pytest.fixture
def matrix(open_los) -> Page:
    """De pagina met de matrix, klaar voor gebruik."""
    return open_los()


def punt(pagina: Page, naam: str, plek: str = MATRIX) -> Locator:
    return pagina.locator(f"{plek} .kg-punt[aria-label^='{naam}:']")


def lees(label: str | None) -> tuple[float, float]:
    y, x = re.search(r": \w+ ([\d,]+), \w+ ([\d,]+)\.", label or "").groups()
    return float(y.replace(",", ".")), float(x.replace(",", "."))


def getallen(pagina: Page, naam: str, plek: str = MATRIX) -> tuple[float, float]:
    return lees(punt(pagina, naam, plek).get_attribute("aria-label"))


def staat_op(pagina: Page, naam: str, y: float, x: float, plek: str = MATRIX) -> None:
    """Wacht tot een punt ergens staat."""
    getal = lambda waarde: f"{waarde:g}".replace(".", ",")  # noqa: E731
    expect(punt(pagina, naam, plek)).to_have_attribute("aria-label", re.compile(rf": \w+ {getal(y)}, \w+ {getal(x)}\."))


def midden(pagina: Page, naam: str, plek: str = MATRIX) -> tuple[float, float]:
    punt(pagina, naam, plek).scroll_into_view_if_needed()
    vak = punt(pagina, naam, plek).locator(".kg-stip").bounding_box()
    return vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2


def kies(pagina: Page, naam: str, plek: str = MATRIX) -> Locator:
    """Kies een punt en geef zijn formulier."""
    punt(pagina, naam, plek).focus()
    pagina.keyboard.press("Enter")
    zijkant = pagina.locator(f"{plek} .kg-zijkant")
    expect(zijkant.get_by_label("Naam", exact=True)).to_be_focused()
    return zijkant


def sleep(pagina: Page, naam: str, dx: float, dy: float, plek: str = MATRIX) -> None:
    x, y = midden(pagina, naam, plek)
    pagina.mouse.move(x, y)
    pagina.mouse.down()
    pagina.mouse.move(x + dx, y + dy, steps=8)
    pagina.mouse.up()


# -- slepen en aanraken ---------------------------------------------------------------------


def test_slepen_en_ongedaan_maken(matrix: Page) -> None:
    begin = getallen(matrix, "Menzis")
    sleep(matrix, "Menzis", -150, 120)
    expect(punt(matrix, "Menzis")).to_have_attribute("aria-pressed", "true")
    na = getallen(matrix, "Menzis")
    assert na[0] < begin[0] - 1 and na[1] < begin[1] - 1
    matrix.locator(MATRIX).get_by_role("button", name="Ongedaan maken").click()
    staat_op(matrix, "Menzis", *begin)


def test_een_klik_die_een_beetje_schuift_kiest_en_verplaatst_niets(matrix: Page) -> None:
    """Zes pixels is nog geen sleep; anders telt een aanraking als een besluit van de groep."""
    begin = getallen(matrix, "chemotherapie thuis", PRIO)
    sleep(matrix, "chemotherapie thuis", 4, 4, PRIO)
    expect(punt(matrix, "chemotherapie thuis", PRIO)).to_have_attribute("aria-pressed", "true")
    assert getallen(matrix, "chemotherapie thuis", PRIO) == begin
    expect(matrix.locator(f"{PRIO} .kg-zijkant").get_by_label("Naam", exact=True)).to_have_value("chemotherapie thuis")
    assert "vastgesteld" not in matrix.locator(f"{PRIO} .kg-zijkant").inner_text()
    assert matrix.locator(PRIO).get_by_role("button", name="Ongedaan maken").is_disabled()
    sleep(matrix, "chemotherapie thuis", 60, 0, PRIO)
    assert getallen(matrix, "chemotherapie thuis", PRIO) == begin, "wat uit scores volgt, verschuift niet vanzelf"
    expect(matrix.locator(f"{PRIO} .kg-melding")).to_contain_text("Stel samen de plek vast")
    matrix.locator(PRIO).get_by_role("button", name="Stel samen de plek vast").click()
    expect(matrix.locator(f"{PRIO} .kg-zijkant")).to_contain_text("na het gesprek vastgesteld")
    sleep(matrix, "chemotherapie thuis", 60, 0, PRIO)
    assert getallen(matrix, "chemotherapie thuis", PRIO)[1] > begin[1]


def veeg(pagina: Page, x: float, y: float, dx: float, dy: float, wacht: float = 0) -> None:
    """Veeg met één vinger, zo nodig na even stilhouden (in milliseconden)."""
    cdp = pagina.context.new_cdp_session(pagina)
    raak = lambda soort, *plek: cdp.send("Input.dispatchTouchEvent", {"type": soort, "touchPoints": [{"x": plek[0], "y": plek[1]}] if plek else []})  # noqa: E731
    raak("touchStart", x, y)
    if wacht:
        pagina.evaluate("(ms) => new Promise((klaar) => setTimeout(klaar, ms))", wacht)
    for stap in range(1, 9):
        raak("touchMove", x + dx * stap / 8, y + dy * stap / 8)
    raak("touchEnd")


TELEFOON = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}


def test_een_veeg_over_een_bel_schuift_de_pagina(open_los) -> None:
    pagina = open_los(**TELEFOON)
    begin = getallen(pagina, "zelf een app laten bouwen", PRIO)
    x, y = midden(pagina, "zelf een app laten bouwen", PRIO)
    hoogte = pagina.evaluate("scrollY")
    veeg(pagina, x, y, 0, -200)
    pagina.wait_for_function("(was) => scrollY > was + 50", arg=hoogte)
    assert getallen(pagina, "zelf een app laten bouwen", PRIO) == begin


@pytest.mark.parametrize("hoe", ["gekozen", "vasthouden"])
def test_een_vinger_sleept_wat_gekozen_is_of_wat_hij_even_vasthoudt(open_los, hoe: str) -> None:
    pagina = open_los(**TELEFOON)
    begin = getallen(pagina, "Menzis")
    x, y = midden(pagina, "Menzis")
    if hoe == "gekozen":
        pagina.touchscreen.tap(x, y)
        expect(punt(pagina, "Menzis")).to_have_attribute("aria-pressed", "true")
        assert getallen(pagina, "Menzis") == begin
        x, y = midden(pagina, "Menzis")
    hoogte = pagina.evaluate("scrollY")
    veeg(pagina, x, y, -64, 64, wacht=0 if hoe == "gekozen" else 300)
    pagina.wait_for_function("(was) => document.querySelector('.kg-punt[aria-label^=\"Menzis:\"]').getAttribute('aria-label') !== was",
                             arg=f"Menzis: macht {begin[0]:g}, belang {begin[1]:g}. Sleutelspelers.")  # fmt: skip
    na = getallen(pagina, "Menzis")
    assert na[0] < begin[0] and na[1] < begin[1]
    assert pagina.evaluate("scrollY") == hoogte


def test_handvat_is_groot_genoeg_op_320(open_los) -> None:
    pagina = open_los(viewport={"width": 320, "height": 700})
    for hand in pagina.locator(f"{MATRIX} .kg-hand").all():
        vak = hand.bounding_box()
        assert vak["width"] >= 24 and vak["height"] >= 24
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("breed", [320, 800, 1280])
def test_een_naam_ligt_nooit_op_een_ander_punt(open_los, breed: int) -> None:
    """Gemeten met de letters zoals zij op het scherm staan."""
    pagina = open_los(viewport={"width": breed, "height": 900})
    fout = pagina.evaluate(
        """() => [...document.querySelectorAll('.kg-svg')].flatMap((svg) => {
          const punten = [...svg.querySelectorAll('.kg-punt')];
          return punten.flatMap((p) => { const naam = p.querySelector('.kg-naam').getBoundingClientRect();
            return punten.filter((q) => q !== p).filter((q) => { const c = q.querySelector('.kg-stip').getBoundingClientRect(), r = c.width / 2;
              const mx = c.left + r, my = c.top + r, dx = Math.max(naam.left - mx, 0, mx - naam.right), dy = Math.max(naam.top - my, 0, my - naam.bottom);
              return Math.hypot(dx, dy) < r - 1; }).map((q) => `${p.getAttribute('aria-label')} op ${q.getAttribute('aria-label')}`); }); })"""
    )
    assert not fout, fout


# -- toetsen --------------------------------------------------------------------------------


def test_pijltjes_verplaatsen_en_spreken(matrix: Page) -> None:
    begin = getallen(matrix, "Menzis")
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    matrix.keyboard.press("Shift+ArrowLeft")
    matrix.keyboard.press("Alt+ArrowLeft")
    staat_op(matrix, "Menzis", begin[0] - 0.5, begin[1] - 1.1)
    expect(matrix.locator(f"{MATRIX} .kg-plaatje [aria-live]")).to_contain_text("Menzis: macht")
    expect(punt(matrix, "Menzis")).to_be_focused()


def test_het_plaatje_is_een_tabstop_en_langs_tabben_kiest_niets(matrix: Page) -> None:
    assert matrix.locator(f"{MATRIX} .kg-punt[tabindex='0']").count() == 1
    eerste = matrix.locator(f"{MATRIX} .kg-punt[tabindex='0']")
    eerste.focus()
    uitleg = eerste.get_attribute("aria-describedby")
    assert "Page Down" in matrix.locator(f"#{uitleg}").text_content()
    matrix.keyboard.press("Tab")
    assert not matrix.evaluate("document.activeElement.matches('.kg-punt')")
    assert matrix.locator(f"{MATRIX} .kg-punt[aria-pressed='true']").count() == 0
    matrix.keyboard.press("Shift+Tab")
    expect(eerste).to_be_focused()


def test_naar_een_ander_punt_met_page_down_home_en_een_letter(matrix: Page) -> None:
    naam = lambda: matrix.evaluate("document.activeElement.getAttribute('aria-label').split(':')[0]")  # noqa: E731
    namen = [rij["naam"] for rij in case("copd-inbeeld")["stakeholders"].to_dict("records")]
    matrix.locator(f"{MATRIX} .kg-punt[tabindex='0']").focus()
    begin = {n: getallen(matrix, n) for n in namen}
    for toets, verwacht in (("PageDown", namen[1]), ("PageUp", namen[0]), ("PageUp", namen[-1]), ("Home", namen[0]), ("End", namen[-1]), ("n", "NZa")):
        matrix.keyboard.press(toets)
        assert naam() == verwacht, toets
    assert matrix.locator(f"{MATRIX} .kg-punt[tabindex='0']").count() == 1
    assert begin == {n: getallen(matrix, n) for n in namen}
    assert matrix.locator(f"{MATRIX} .kg-punt[aria-pressed='true']").count() == 0
    matrix.keyboard.press(" ")
    expect(punt(matrix, "NZa")).to_have_attribute("aria-pressed", "true")


def test_een_ingedrukte_pijl_loopt_niet_achter(matrix: Page) -> None:
    """Twintig keer achter elkaar is twintig stappen, en het formulier eindigt gelijk met het plaatje."""
    kies(matrix, "Menzis")
    begin = getallen(matrix, "Menzis")
    punt(matrix, "Menzis").focus()
    for _ in range(12):
        matrix.keyboard.press("ArrowDown")
    staat_op(matrix, "Menzis", begin[0] - 6, begin[1])
    expect(matrix.locator(f"{MATRIX} .kg-zijkant").get_by_label("Macht", exact=True)).to_have_value(f"{begin[0] - 6:g}")


# -- typen ----------------------------------------------------------------------------------


def test_getallen_typen_en_een_fout_verandert_niets(matrix: Page) -> None:
    begin = getallen(matrix, "Menzis")
    zijkant = kies(matrix, "Menzis")
    veld = zijkant.get_by_label("Macht", exact=True)
    veld.fill("12")
    veld.press("Tab")
    expect(zijkant).to_contain_text("van 0 tot en met 10")
    assert getallen(matrix, "Menzis") == begin
    veld.fill("2,5")
    veld.press("Tab")
    staat_op(matrix, "Menzis", 2.5, begin[1])
    expect(zijkant).not_to_contain_text("van 0 tot en met 10")


@pytest.mark.parametrize("traag", [0, 60, 500])
def test_typen_met_tab_vermengt_nooit(matrix: Page, traag: int) -> None:
    """Tab kiest de hele waarde van het volgende veld; wat je dan typt, komt ervoor in de plaats, hoe snel je ook typt."""
    matrix.get_by_role("button", name="Partij toevoegen").click()
    zijkant = matrix.locator(f"{MATRIX} .kg-zijkant")
    expect(zijkant.get_by_label("Naam", exact=True)).to_be_focused()
    for toets in ("Nieuwe zorg", "Tab", "Tab", "8", "Tab", "7", "Tab"):
        matrix.keyboard.press(toets) if toets == "Tab" else matrix.keyboard.type(toets)
        if traag:
            matrix.evaluate("(ms) => new Promise((klaar) => setTimeout(klaar, ms))", traag)
    expect(zijkant.get_by_label("Belang", exact=True)).to_have_value("7")
    staat_op(matrix, "Nieuwe zorg", 8, 7)


def test_een_score_verbeteren_met_tab_geeft_wat_er_getypt_is(matrix: Page) -> None:
    prio = matrix.locator(PRIO)
    prio.locator("summary", has_text="Samen scoren").click()
    velden = prio.locator("input[data-sleutel^='scores.']")
    velden.first.fill("5")
    velden.first.press("Tab")
    matrix.keyboard.type("0")
    matrix.keyboard.press("Shift+Tab")
    matrix.keyboard.type("6")
    matrix.keyboard.press("Tab")
    matrix.keyboard.type("1")
    matrix.keyboard.press("Tab")
    expect(velden.nth(0)).to_have_value("6")
    expect(velden.nth(1)).to_have_value("1")
    matrix.wait_for_function(f'/"score":1[,}}]/.test({OPGESLAGEN})')


def test_tekst_telt_terwijl_er_getypt_wordt_en_is_een_stap(matrix: Page) -> None:
    zijkant = kies(matrix, "Menzis")
    veld = zijkant.get_by_label("Toelichting", exact=True)
    veld.fill("")
    veld.press_sequentially("eerst bellen", delay=20)
    matrix.wait_for_function(f"{OPGESLAGEN}.includes('eerst bellen')")  # zonder het veld te verlaten
    expect(veld).to_be_focused()
    veld.press_sequentially(", dan mailen", delay=20)
    veld.press("Tab")
    matrix.wait_for_function(f"{OPGESLAGEN}.includes('eerst bellen, dan mailen')")
    matrix.locator(MATRIX).get_by_role("button", name="Ongedaan maken").click()
    expect(veld).not_to_have_value("eerst bellen")
    expect(veld).not_to_have_value("eerst bellen, dan mailen")


def test_toevoegen_hernoemen_verwijderen(matrix: Page) -> None:
    punten, zijkant = matrix.locator(f"{MATRIX} .kg-punt"), matrix.locator(f"{MATRIX} .kg-zijkant")
    aantal = punten.count()
    matrix.get_by_role("button", name="Partij toevoegen").click()
    veld = zijkant.get_by_label("Naam", exact=True)
    expect(veld).to_be_focused()
    veld.fill("Menzis")
    veld.press("Tab")
    expect(zijkant).to_contain_text("elke naam hoort één keer")
    veld.fill("<img src=x onerror=alert(1)>")
    veld.press("Tab")
    bak = matrix.locator(f"{MATRIX} .kg-bak")
    expect(bak).to_contain_text("<img src=x onerror=alert(1)>")
    expect(punten).to_have_count(aantal)
    expect(zijkant.locator(".kg-advies")).to_have_text("Nog zonder plek. ")
    sleep_van = bak.get_by_role("button").bounding_box()
    doel = matrix.locator(f"{MATRIX} .kg-svg").bounding_box()
    matrix.mouse.move(sleep_van["x"] + 9, sleep_van["y"] + 9)
    matrix.mouse.down()
    matrix.mouse.move(doel["x"] + 60, doel["y"] + 60, steps=6)
    matrix.mouse.up()
    expect(punten).to_have_count(aantal + 1)
    expect(bak).to_have_count(0)
    expect(matrix.locator(f"{MATRIX} .kg-kaarten")).to_contain_text("<img src=x onerror=alert(1)>")
    assert matrix.locator(f"{MATRIX} img").count() == 0
    matrix.get_by_role("button", name="Verwijder <img").click()
    expect(punten).to_have_count(aantal)
    expect(matrix.get_by_role("button", name="Partij toevoegen")).to_be_focused()


def test_houding_en_gesprek_staan_in_de_kaart_en_op_papier(matrix: Page) -> None:
    zijkant = kies(matrix, "Menzis")
    zijkant.get_by_label("Houding", exact=True).select_option("tegen")
    velden = {"Wie spreekt met deze partij": "Ans", "Waarover": "de proef <b>na</b> 2027", "Vóór wanneer": "1 maart", "Toelichting": "belt niet terug"}
    for veldnaam, tekst in velden.items():
        zijkant.get_by_label(veldnaam, exact=True).fill(tekst)
        matrix.keyboard.press("Tab")
    expect(zijkant).to_contain_text("Tegen, met macht: vraag eerst in een eigen gesprek")
    kaart = matrix.locator(f"{MATRIX} .kg-kaart").first
    expect(kaart).to_contain_text("Menzis (tegen)")
    expect(kaart).to_contain_text("gesprek door: Ans; over: de proef <b>na</b> 2027; vóór: 1 maart; belt niet terug")
    expect(matrix.locator(f"{MATRIX} .kg-letop").first).to_contain_text("Tegen het plan, met veel macht: Menzis")
    matrix.emulate_media(media="print")
    expect(matrix.locator(f"{MATRIX} .kg-druk")).to_contain_text("belt niet terug")
    expect(matrix.locator(f"{MATRIX} .kg-druk")).to_contain_text("Tegen, met macht")


def test_de_lijn_van_het_budget_volgt_wat_je_typt(matrix: Page) -> None:
    plek = matrix.locator(PRIO)
    plek.locator("summary", has_text="Wat past er in het budget?").click()
    plek.get_by_label("Budget", exact=True).fill("100")
    matrix.keyboard.press("Tab")
    expect(plek).to_contain_text(re.compile(r"Binnen € 100 passen van boven af: thuismonitoring COPD .*past er niet meer bij"))
    plek.get_by_label("Budget", exact=True).fill("")
    matrix.keyboard.press("Tab")
    expect(plek).not_to_contain_text("van boven af")


def test_bedragen_zoals_een_nederlander_ze_schrijft_en_een_geweigerde_blijft_staan(matrix: Page) -> None:
    zijkant = kies(matrix, "Menzis")
    zijkant.locator("summary", has_text="Wint of betaalt").click()
    for veldnaam, tekst in (("Inbreng per jaar", "120.000"), ("Opbrengst per jaar", "€ 200 000"), ("Opbrengst die echt binnenkomt per jaar", "veel")):
        veld = zijkant.get_by_label(veldnaam, exact=True)
        veld.fill(tekst)
        veld.press("Tab")
    expect(zijkant.get_by_label("Inbreng per jaar", exact=True)).to_have_value("120000")
    expect(zijkant.get_by_label("Opbrengst per jaar", exact=True)).to_have_value("200000")
    expect(zijkant.get_by_label("Opbrengst die echt binnenkomt per jaar", exact=True)).to_have_value("veel")
    expect(zijkant).to_contain_text("hier hoort een getal")
    beschreven = zijkant.get_by_label("Inbreng per jaar", exact=True).evaluate(
        "v => v.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' ')"
    )
    assert "(euro)" in beschreven


def test_de_invultabel_toont_waar_een_punt_staat_ook_als_scores_dat_bepalen(matrix: Page) -> None:
    prio = matrix.locator(PRIO)
    bijdrage, risico = getallen(matrix, "chemotherapie thuis", PRIO)
    prio.locator("summary", has_text="Invullen als tabel").click()
    getal = lambda waarde: f"{waarde:g}".replace(".", ",")  # noqa: E731
    expect(prio.get_by_label("Bijdrage van chemotherapie thuis")).to_have_value(getal(bijdrage))
    expect(prio.get_by_label("Risico van chemotherapie thuis")).to_have_value(getal(risico))
    # En met een andere score verandert de tabel mee.
    prio.locator("summary", has_text="Samen scoren").click()
    veld = prio.locator("input[aria-label$='van chemotherapie thuis'][data-sleutel^='scores.']").first
    veld.fill("0")
    veld.press("Tab")
    expect(prio.get_by_label("Bijdrage van chemotherapie thuis")).not_to_have_value(getal(bijdrage))


# -- samen scoren ---------------------------------------------------------------------------


def test_prioritering_toont_scores_maat_en_volgorde(matrix: Page) -> None:
    prio = matrix.locator(PRIO)
    assert prio.locator(".kg-volgorde > li").count() >= 3
    stralen = lambda: prio.locator(".kg-stip").evaluate_all("alle => alle.map(c => Number(c.getAttribute('r')))")  # noqa: E731
    vlak = stralen()
    prio.get_by_role("button", name="Diameter").click()
    expect(prio.locator(".kg-legenda")).to_contain_text("vier keer zo duur")
    assert stralen() != vlak and max(stralen()) == pytest.approx(max(vlak))
    expect(prio.locator(".kg-svg")).to_contain_text("Diameter van de cirkel: kosten")
    assert prio.locator(".kg-spreiding").evaluate_all("alle => alle.filter(l => l.style.display !== 'none').length") > 0
    prio.locator("summary", has_text="Samen scoren").click()
    veld = prio.get_by_label("Wie scoort er nu?")
    veld.fill("Nieuwe collega")
    veld.press("Tab")
    prio.get_by_role("button", name="Nee, Nieuwe collega is iemand anders").click()
    expect(prio.get_by_role("region", name="Scores van Nieuwe collega")).to_be_visible()
    eerste = prio.locator("input[data-sleutel^='scores.Nieuwe collega']").first
    eerste.fill("10")
    eerste.press("Tab")
    matrix.wait_for_function(f"{OPGESLAGEN}.includes('Nieuwe collega')")


def test_wie_zijn_naam_verbetert_houdt_zijn_scores(matrix: Page) -> None:
    prio = matrix.locator(PRIO)
    prio.locator("summary", has_text="Samen scoren").click()
    veld = prio.get_by_label("Wie scoort er nu?")
    oud = veld.input_value()
    gescoord = prio.locator("input[data-sleutel^='scores.']").evaluate_all("alle => alle.map((v) => v.value)")
    veld.fill(f"{oud} van de wijk")
    veld.press("Tab")
    prio.get_by_role("button", name=f"Ja, verander {oud} in {oud} van de wijk").click()
    expect(prio.get_by_role("region", name=f"Scores van {oud} van de wijk").locator("input").first).to_have_value(gescoord[0])
    assert prio.locator("input[data-sleutel^='scores.']").evaluate_all("alle => alle.map((v) => v.value)") == gescoord
    assert any(gescoord) and prio.get_by_role("button", name=oud, exact=True).count() == 0


# -- bewaren, delen, papier -----------------------------------------------------------------


def test_eigen_dossier_blijft_en_het_voorbeeld_staat_er_los_van(matrix: Page, eigen) -> None:
    begin, mijn = getallen(matrix, "Menzis"), eigen(MATRIX, "stakeholders")
    mijn.neem(matrix)
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    mijn.rijen(matrix, f"rijen.some((rij) => rij.naam === 'Menzis' && rij.macht === {begin[0] - 0.5})")
    matrix.reload()
    matrix.wait_for_selector(f"{MATRIX}[data-gereed]")
    staat_op(matrix, "Menzis", begin[0] - 0.5, begin[1])
    expect(matrix.locator(f"{MATRIX} .kg-herkomst")).to_contain_text("Je werkt in")
    matrix.locator(MATRIX).get_by_text("Openen", exact=True).click()
    matrix.locator(MATRIX).get_by_role("button", name="Voorbeeld: COPD InBeeld").click()
    staat_op(matrix, "Menzis", *begin)
    matrix.locator(MATRIX).get_by_role("button", name="Terug naar mijn dossier").click()
    staat_op(matrix, "Menzis", begin[0] - 0.5, begin[1])


def bewaar(pagina: Page, keuze: str, plek: str = MATRIX) -> bytes:
    with pagina.expect_download() as download:
        pagina.locator(plek).get_by_text("Bewaren", exact=True).click()
        pagina.locator(plek).get_by_role("button", name=keuze).click()
    return Path(download.value.path()).read_bytes()


def test_bewaren_als_csv_dossier_svg_en_png(matrix: Page) -> None:
    inhoud = bewaar(matrix, "Tabel (csv")
    assert inhoud.startswith(b"\xef\xbb\xbf")
    rijen = list(csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))
    assert next(rij for rij in rijen if rij["Naam"] == "Menzis")["Vak"]
    assert json.loads(bewaar(matrix, "Dossier, om later"))["secties"]["stakeholders"]
    svg = bewaar(matrix, "Plaatje (svg)").decode()
    assert svg.startswith("<svg") and "Menzis" in svg and "voorbeeld van ons" in svg and "var(--" not in svg
    assert bewaar(matrix, "Plaatje (png)").startswith(b"\x89PNG")


def test_prioritering_bewaart_de_plek_die_uit_de_scores_volgt(matrix: Page) -> None:
    bijdrage, _ = getallen(matrix, "chemotherapie thuis", PRIO)
    rijen = csv.DictReader(io.StringIO(bewaar(matrix, "Tabel (csv", PRIO).decode("utf-8-sig")), delimiter=";")
    assert next(rij for rij in rijen if rij["Naam"] == "chemotherapie thuis")["Bijdrage"] == f"{bijdrage:g}".replace(".", ",")
    expect(kies(matrix, "chemotherapie thuis", PRIO).get_by_label("Bijdrage", exact=True)).to_have_value(f"{bijdrage:g}".replace(".", ","))


def test_delen_door_een_link_laat_eigen_werk_staan(matrix: Page, open_los, eigen) -> None:
    begin, mijn = getallen(matrix, "Menzis"), eigen(MATRIX, "stakeholders")
    gedeeld = (begin[0] - 0.5, begin[1])
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    staat_op(matrix, "Menzis", *gedeeld)
    matrix.locator(MATRIX).get_by_text("Bewaren", exact=True).click()
    matrix.locator(MATRIX).get_by_role("button", name="Link om te delen").click()
    veld = matrix.get_by_role("textbox", name="Link: Alleen stakeholdermatrix")
    expect(veld).to_have_value(re.compile("#kb="))
    ander = open_los()
    mijn.neem(ander)
    punt(ander, "Menzis").focus()
    ander.keyboard.press("Shift+ArrowLeft")
    mijn.rijen(ander, f"rijen.some((rij) => rij.naam === 'Menzis' && rij.belang === {begin[1] - 1})")
    ander.goto("about:blank")
    ander.goto(veld.input_value())
    ander.wait_for_selector(f"{MATRIX}[data-gereed]")
    staat_op(ander, "Menzis", *gedeeld)
    ander.get_by_role("button", name="Terug naar mijn dossier").first.click()
    staat_op(ander, "Menzis", begin[0], begin[1] - 1)


def test_een_kapotte_link_zegt_wat_er_is(open_los) -> None:
    assert "niet heel overgekomen" in open_los("#kb=stakeholdermatrix.abc").locator(f"{MATRIX} .kg-melding").inner_text()


def test_zonder_javascript_staan_figuur_en_tabel_er(open_los) -> None:
    pagina = open_los(java_script_enabled=False)
    assert pagina.locator(f"{MATRIX} .kg-vastfiguur svg[role=img]").is_visible()
    assert pagina.locator(f"{MATRIX} .kg-vasttabel table").is_visible()
    assert "Menzis" in pagina.locator(f"{MATRIX} .kg-vasttabel").inner_text()
    assert "voorbeeld van ons" in pagina.locator(f"{MATRIX} .kg-vast").inner_text()


def test_op_papier_staat_wat_de_lezer_invulde(matrix: Page) -> None:
    begin = getallen(matrix, "Menzis")
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    staat_op(matrix, "Menzis", begin[0] - 0.5, begin[1])
    matrix.emulate_media(media="print")
    rij = matrix.locator(f"{MATRIX} .kg-druk tr", has_text="Menzis")
    expect(rij).to_contain_text(f"{begin[0] - 0.5:g}".replace(".", ","))
    assert rij.is_visible() and matrix.locator(f"{MATRIX} .kg-svg").is_visible()
    assert not matrix.locator(f"{MATRIX} .kg-balk").is_visible()


def test_afdrukken_neemt_mee_wat_ingeklapt_is(matrix: Page) -> None:
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    expect(matrix.locator(f"{MATRIX} .kg-zijkant input").first).to_be_visible()  # het late deel is er
    matrix.evaluate("dispatchEvent(new Event('beforeprint'))")
    tabel = matrix.locator(f"{MATRIX} details", has_text="Wie wint en wie betaalt").locator("table")
    expect(tabel).to_be_visible()
    matrix.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(tabel).to_be_hidden()


def test_van_schijf_werkt_het_ook(losse_map: Path, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina()
    pagina.goto((losse_map / "proef.html").as_uri())
    pagina.wait_for_selector(f"{MATRIX}[data-gereed]")
    begin = getallen(pagina, "Menzis")
    punt(pagina, "Menzis").focus()
    pagina.keyboard.press("ArrowDown")
    staat_op(pagina, "Menzis", begin[0] - 0.5, begin[1])
    pagina.locator(MATRIX).get_by_text("Openen", exact=True).click()
    pagina.locator(MATRIX).get_by_role("button", name="Voorbeeld: COPD InBeeld").click()
    pagina.locator(f"{MATRIX} .kg-melding").get_by_text("Geladen: COPD InBeeld").wait_for()


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_toegankelijk(open_los, axe, kleuren: str) -> None:
    pagina = open_los(color_scheme=kleuren)
    kies(pagina, "Menzis")
    axe(pagina)
