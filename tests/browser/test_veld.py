"""Het veld zoals een lezer het gebruikt: slepen, toetsen, aanraken, typen, bewaren, delen, zonder JavaScript, op papier."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

HOOFDSTUK = "stappenplan/planvorming.html"
MATRIX = '.kg-plek[data-gereedschap="stakeholdermatrix"]'
PRIO = '.kg-plek[data-gereedschap="prioritering"]'


@pytest.fixture
def matrix(site: str, nieuwe_pagina):
    """De pagina met de matrix, klaar voor gebruik."""
    pagina = nieuwe_pagina()
    pagina.goto(f"{site}/{HOOFDSTUK}")
    return wacht(pagina)


def wacht(pagina):
    pagina.wait_for_selector(f"{MATRIX}[data-gereed]")
    return pagina


def punt(pagina, naam: str, na: str = ":"):
    return pagina.locator(f"{MATRIX} .kg-punt[aria-label^='{naam}{na}']")


def getallen(pagina, naam: str) -> tuple[float, float]:
    label = punt(pagina, naam).get_attribute("aria-label")
    macht, belang = re.search(r"macht ([\d,]+), belang ([\d,]+)", label).groups()
    return float(macht.replace(",", ".")), float(belang.replace(",", "."))


def midden(pagina, naam: str) -> tuple[float, float]:
    punt(pagina, naam).scroll_into_view_if_needed()
    vak = punt(pagina, naam).locator(".kg-stip").bounding_box()
    return vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2


def test_slepen_en_ongedaan_maken(matrix) -> None:
    begin = getallen(matrix, "Menzis")
    x, y = midden(matrix, "Menzis")
    matrix.mouse.move(x, y)
    matrix.mouse.down()
    matrix.mouse.move(x - 150, y + 120, steps=8)
    matrix.mouse.up()
    na = getallen(matrix, "Menzis")
    assert na[0] < begin[0] - 1 and na[1] < begin[1] - 1
    matrix.get_by_role("button", name="Ongedaan maken").first.click()
    punt(matrix, f"Menzis: macht {begin[0]:g}".replace(".", ","), ",").wait_for()
    assert getallen(matrix, "Menzis") == begin


def test_pijltjes_verplaatsen_en_spreken(matrix) -> None:
    begin = getallen(matrix, "Menzis")
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    matrix.keyboard.press("Shift+ArrowLeft")
    matrix.keyboard.press("Alt+ArrowLeft")
    matrix.wait_for_timeout(60)
    macht, belang = getallen(matrix, "Menzis")
    assert macht == pytest.approx(begin[0] - 0.5) and belang == pytest.approx(begin[1] - 1.1)
    assert "Menzis: macht" in matrix.locator(f"{MATRIX} .kg-plaatje [aria-live]").inner_text()
    assert matrix.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Menzis")


def test_getallen_typen_en_een_fout_verandert_niets(matrix) -> None:
    begin = getallen(matrix, "Menzis")
    punt(matrix, "Menzis").focus()
    veld = matrix.locator(f"{MATRIX} .kg-zijkant").get_by_label("Macht", exact=True)
    veld.fill("12")
    veld.press("Tab")
    assert "van 0 tot en met 10" in matrix.locator(f"{MATRIX} .kg-zijkant").inner_text()
    assert getallen(matrix, "Menzis") == begin
    veld.fill("2,5")
    veld.press("Tab")
    matrix.wait_for_timeout(60)
    assert getallen(matrix, "Menzis") == (2.5, begin[1])


def test_toevoegen_hernoemen_verwijderen(matrix) -> None:
    aantal = matrix.locator(f"{MATRIX} .kg-punt").count()
    matrix.get_by_role("button", name="Partij toevoegen").click()
    veld = matrix.locator(f"{MATRIX} .kg-zijkant").get_by_label("Naam", exact=True)
    veld.wait_for()
    veld.fill("Menzis")
    veld.press("Tab")
    assert "elke naam hoort één keer" in matrix.locator(f"{MATRIX} .kg-zijkant").inner_text().lower()
    veld.fill("<img src=x onerror=alert(1)>")
    veld.press("Tab")
    matrix.wait_for_timeout(60)
    assert matrix.locator(f"{MATRIX} .kg-punt").count() == aantal + 1
    assert matrix.locator(f"{MATRIX} img").count() == 0
    assert "<img src=x onerror=alert(1)>" in matrix.locator(f"{MATRIX} .kg-kaarten").inner_text()
    matrix.get_by_role("button", name="Verwijder <img").click()
    matrix.wait_for_timeout(60)
    assert matrix.locator(f"{MATRIX} .kg-punt").count() == aantal


def test_eigen_dossier_blijft_en_begin_opnieuw_brengt_het_voorbeeld_terug(matrix) -> None:
    begin = getallen(matrix, "Menzis")
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    matrix.wait_for_function("localStorage.getItem('kennisboek.dossier')?.includes('stakeholders')")
    matrix.reload()
    wacht(matrix)
    assert getallen(matrix, "Menzis")[0] == begin[0] - 0.5
    assert "eigen dossier" in matrix.locator(f"{MATRIX} .kg-herkomst").inner_text()
    matrix.locator(MATRIX).get_by_text("Openen", exact=True).click()
    matrix.locator(MATRIX).get_by_role("button", name="Begin opnieuw").click()
    matrix.wait_for_timeout(300)
    assert getallen(matrix, "Menzis") == begin
    matrix.reload()
    wacht(matrix)
    assert "voorbeeld" in matrix.locator(f"{MATRIX} .kg-herkomst").inner_text()


def bewaar(pagina, keuze: str) -> bytes:
    with pagina.expect_download() as download:
        pagina.locator(MATRIX).get_by_text("Bewaren", exact=True).click()
        pagina.locator(MATRIX).get_by_role("button", name=keuze).click()
    return Path(download.value.path()).read_bytes()


def test_bewaren_als_csv_dossier_svg_en_png(matrix) -> None:
    inhoud = bewaar(matrix, "Tabel (csv")
    assert inhoud.startswith(b"\xef\xbb\xbf")
    rijen = list(csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))
    assert any(rij["naam"] == "Menzis" for rij in rijen)
    assert json.loads(bewaar(matrix, "Dossier, om later"))["secties"]["stakeholders"]
    svg = bewaar(matrix, "Plaatje (svg)").decode()
    assert svg.startswith("<svg") and "Menzis" in svg and "var(--" not in svg
    assert bewaar(matrix, "Plaatje (png)").startswith(b"\x89PNG")


def test_bestand_openen_met_fouten_noemt_ze_alle_en_verandert_niets(matrix, tmp_path: Path) -> None:
    begin = matrix.locator(f"{MATRIX} .kg-punt").count()
    bestand = tmp_path / "stakeholders.csv"
    bestand.write_bytes("naam;soort;macht\nCafé;gemeent;elf\nB;gemeente;12\n".encode("cp1252"))
    matrix.locator(f"{MATRIX} input[type=file]").set_input_files(bestand)
    melding = matrix.locator(f"{MATRIX} .kg-melding")
    melding.get_by_text("3 fouten gevonden").wait_for()
    tekst = melding.inner_text()
    assert "rij 2, kolom 'soort'" in tekst and "Bedoel je 'gemeente'?" in tekst and "staat 'elf'" in tekst and "rij 3, kolom 'macht'" in tekst
    assert matrix.locator(f"{MATRIX} .kg-punt").count() == begin
    bestand.write_bytes("naam;soort;macht;belang\nCafé;gemeente;7,5;2\n".encode("cp1252"))
    matrix.locator(f"{MATRIX} input[type=file]").set_input_files(bestand)
    punt(matrix, "Café").wait_for()
    assert getallen(matrix, "Café") == (7.5, 2)


def test_delen_door_een_link_laat_eigen_werk_staan(matrix, site: str, nieuwe_pagina) -> None:
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    matrix.context.grant_permissions(["clipboard-read", "clipboard-write"])
    matrix.locator(MATRIX).get_by_text("Bewaren", exact=True).click()
    matrix.locator(MATRIX).get_by_role("button", name="Link om te delen").click()
    matrix.get_by_text("De link staat op je klembord").wait_for()
    link = matrix.evaluate("navigator.clipboard.readText()")
    eigen = getallen(matrix, "Menzis")
    ander = nieuwe_pagina()
    ander.goto(f"{site}/{HOOFDSTUK}")
    wacht(ander)
    punt(ander, "Menzis").focus()
    ander.keyboard.press("Shift+ArrowLeft")
    ander.wait_for_function("localStorage.getItem('kennisboek.dossier')?.includes('stakeholders')")
    van_ander = getallen(ander, "Menzis")
    ander.goto("about:blank")
    ander.goto(link)
    wacht(ander)
    assert getallen(ander, "Menzis") == eigen
    ander.get_by_role("button", name="Terug naar mijn dossier").first.click()
    ander.wait_for_timeout(60)
    assert getallen(ander, "Menzis") == van_ander


def test_een_kapotte_link_zegt_wat_er_is(site: str, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina()
    pagina.goto(f"{site}/{HOOFDSTUK}#kb=stakeholdermatrix.abc")
    wacht(pagina)
    assert "niet heel overgekomen" in pagina.locator(f"{MATRIX} .kg-melding").inner_text()


def test_aanraken_verplaatst_en_de_pagina_schuift_niet(site: str, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    pagina.goto(f"{site}/{HOOFDSTUK}")
    wacht(pagina)
    begin = getallen(pagina, "Menzis")
    x, y = midden(pagina, "Menzis")
    hoogte = pagina.evaluate("scrollY")
    cdp = pagina.context.new_cdp_session(pagina)
    cdp.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for stap in range(1, 9):
        cdp.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x - 8 * stap, "y": y + 8 * stap}]})
    cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    pagina.wait_for_timeout(100)
    na = getallen(pagina, "Menzis")
    assert na[0] < begin[0] and na[1] < begin[1]
    assert pagina.evaluate("scrollY") == hoogte


def test_handvat_is_groot_genoeg_op_320(site: str, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina(viewport={"width": 320, "height": 700})
    pagina.goto(f"{site}/{HOOFDSTUK}")
    wacht(pagina)
    for hand in pagina.locator(f"{MATRIX} .kg-hand").all():
        vak = hand.bounding_box()
        assert vak["width"] >= 24 and vak["height"] >= 24
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320


def test_zonder_javascript_staan_figuur_en_tabel_er(site: str, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto(f"{site}/{HOOFDSTUK}")
    assert pagina.locator(f"{MATRIX} .kg-vastfiguur svg[role=img]").is_visible()
    assert pagina.locator(f"{MATRIX} .kg-vasttabel table").is_visible()
    assert "Menzis" in pagina.locator(f"{MATRIX} .kg-vasttabel").inner_text()
    assert "voorbeeld van ons" in pagina.locator(f"{MATRIX} .kg-vast").inner_text()


def test_op_papier_staat_wat_de_lezer_invulde(matrix) -> None:
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    macht, _ = getallen(matrix, "Menzis")
    matrix.wait_for_timeout(60)
    matrix.emulate_media(media="print")
    rij = matrix.locator(f"{MATRIX} .kg-druk tr", has_text="Menzis")
    assert rij.is_visible() and f"{macht:g}".replace(".", ",") in rij.inner_text()
    assert matrix.locator(f"{MATRIX} .kg-svg").is_visible()
    assert not matrix.locator(f"{MATRIX} .kg-balk").is_visible()


def test_van_schijf_werkt_het_ook(gebouwd: Path, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina()
    pagina.goto((gebouwd / HOOFDSTUK).as_uri())
    wacht(pagina)
    begin = getallen(pagina, "Menzis")
    punt(pagina, "Menzis").focus()
    pagina.keyboard.press("ArrowDown")
    pagina.wait_for_timeout(60)
    assert getallen(pagina, "Menzis")[0] == begin[0] - 0.5
    pagina.locator(MATRIX).get_by_text("Openen", exact=True).click()
    pagina.locator(MATRIX).get_by_role("button", name="Voorbeeld: COPD InBeeld").click()
    pagina.locator(f"{MATRIX} .kg-melding").get_by_text("Geladen: COPD InBeeld").wait_for()


def test_prioritering_toont_scores_maat_en_volgorde(matrix) -> None:
    prio = matrix.locator(PRIO)
    assert prio.locator(".kg-volgorde > li").count() >= 3
    stralen = lambda: prio.locator(".kg-stip").evaluate_all("alle => alle.map(c => Number(c.getAttribute('r')))")  # noqa: E731
    vlak = stralen()
    prio.get_by_role("button", name="Diameter").click()
    matrix.wait_for_timeout(60)
    assert stralen() != vlak and max(stralen()) == pytest.approx(max(vlak))
    assert "vier keer zo duur" in prio.locator(".kg-legenda").inner_text()
    spreiding = prio.locator(".kg-spreiding").evaluate_all("alle => alle.filter(l => l.style.display !== 'none').length")
    assert spreiding > 0
    prio.locator("summary", has_text="Samen scoren").click()
    veld = prio.get_by_label("Wie scoort er nu?")
    veld.fill("Nieuwe collega")
    veld.press("Tab")
    prio.get_by_text("Scores van Nieuwe collega").wait_for()
    eerste = prio.locator("input[data-sleutel^='scores.Nieuwe collega']").first
    eerste.fill("10")
    eerste.press("Tab")
    matrix.wait_for_timeout(80)
    matrix.wait_for_function("localStorage.getItem('kennisboek.dossier')?.includes('Nieuwe collega')")


def test_bedragen_zoals_een_nederlander_ze_schrijft_en_een_geweigerde_blijft_staan(matrix) -> None:
    punt(matrix, "Menzis").focus()
    matrix.locator(f"{MATRIX} summary", has_text="Wint of betaalt").click()
    for veldnaam, tekst in (("Inbreng per jaar", "120.000"), ("Opbrengst per jaar", "€ 200 000"), ("Opbrengst die echt binnenkomt per jaar", "veel")):
        veld = matrix.locator(MATRIX).get_by_label(veldnaam, exact=True)
        veld.fill(tekst)
        veld.press("Tab")
        matrix.wait_for_timeout(80)
    waarde = lambda naam: matrix.locator(MATRIX).get_by_label(naam, exact=True).input_value()  # noqa: E731
    assert (waarde("Inbreng per jaar"), waarde("Opbrengst per jaar")) == ("120000", "200000")
    assert waarde("Opbrengst die echt binnenkomt per jaar") == "veel"
    assert "hier hoort een getal" in matrix.locator(f"{MATRIX} .kg-zijkant").inner_text()


def test_een_voorbeeld_laden_laat_de_vorige_invulling_terughalen(matrix) -> None:
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    eigen = getallen(matrix, "Menzis")
    matrix.wait_for_function("localStorage.getItem('kennisboek.dossier')?.includes('stakeholders')")
    matrix.locator(MATRIX).get_by_text("Openen", exact=True).click()
    matrix.locator(MATRIX).get_by_role("button", name="Leeg beginnen").click()
    matrix.wait_for_timeout(400)
    matrix.reload()
    wacht(matrix)
    assert matrix.locator(f"{MATRIX} .kg-punt").count() == 0
    matrix.locator(MATRIX).get_by_text("Openen", exact=True).click()
    matrix.locator(MATRIX).get_by_role("button", name="Mijn vorige invulling").click()
    punt(matrix, "Menzis").wait_for()
    assert getallen(matrix, "Menzis") == eigen


def test_afdrukken_neemt_mee_wat_ingeklapt_is(matrix) -> None:
    punt(matrix, "Menzis").focus()
    matrix.keyboard.press("ArrowDown")
    matrix.wait_for_timeout(300)
    matrix.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert matrix.locator(f"{MATRIX} details", has_text="Wie wint en wie betaalt").locator("table").is_visible()
    matrix.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not matrix.locator(f"{MATRIX} details", has_text="Wie wint en wie betaalt").locator("table").is_visible()


def test_prioritering_bewaart_de_plek_die_uit_de_scores_volgt(matrix) -> None:
    prio = matrix.locator(PRIO)
    gescoord = prio.locator(".kg-punt[aria-label^='chemotherapie thuis']")
    bijdrage = re.search(r"bijdrage (\d+(?:,\d+)?)", gescoord.get_attribute("aria-label")).group(1)
    with matrix.expect_download() as download:
        prio.get_by_text("Bewaren", exact=True).click()
        prio.get_by_role("button", name="Tabel (csv").click()
    rijen = csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig")), delimiter=";")
    assert next(rij for rij in rijen if rij["naam"] == "chemotherapie thuis")["bijdrage"] == bijdrage
    gescoord.focus()
    assert prio.locator(".kg-zijkant").get_by_label("Bijdrage", exact=True).input_value() == bijdrage
