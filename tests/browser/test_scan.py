"""De scan zoals een lezer hem gebruikt: scoren, delen, samenvoegen, toetsen, zonder JavaScript, op papier."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from kennis import Fasewijzer

PLEK = '.kg-plek[data-gereedschap="fasewijzer"]'
OPSLAG = "localStorage.getItem('kennisboek.dossier') ?? ''"
RIJEN = f"(JSON.parse(({OPSLAG}) || 'null')?.secties?.fasescores ?? [])"


@pytest.fixture(scope="module")
def gereedschap():
    """Het gereedschap op de losse pagina."""
    return Fasewijzer.voorbeeld()


def noem(pagina, naam: str) -> None:
    veld = pagina.get_by_label("Wie scoort er nu?")
    veld.fill(naam)
    veld.press("Tab")
    pagina.locator(".kg-stelling:not([disabled])").first.wait_for(state="attached")


def scoor(pagina, stelling: str, waarde: str) -> None:
    groep = pagina.locator("details.kg-uitklap", has=pagina.locator(f"input[data-sleutel='{stelling}.0']"))
    if not groep.evaluate("d => d.open"):
        groep.locator("summary").first.click()
    radio = pagina.locator(f"input[data-sleutel='{stelling}.{waarde}']")
    radio.check()
    expect(radio).to_be_checked()


def bewaard(pagina, *kolommen: str, wordt: list) -> None:
    """Wacht tot in de opslag precies deze rijen staan, met alleen deze kolommen."""
    pagina.wait_for_function(
        f"([kolommen, wordt]) => JSON.stringify({RIJEN}.map((rij) => kolommen.map((k) => rij[k]))) === JSON.stringify(wordt)",
        arg=[list(kolommen), [list(rij) for rij in wordt]],
    )


def link_van(open_los, naam: str, scores: dict[str, str], deel: str = "Deel mijn scores") -> str:
    pagina = open_los()
    noem(pagina, naam)
    for stelling, waarde in scores.items():
        scoor(pagina, stelling, waarde)
    pagina.get_by_role("button", name=deel).click()
    return "#" + pagina.locator(".kg-melding input").input_value().split("#")[1]


def test_scoren_vervangt_het_voorbeeld_en_blijft_na_herladen(open_los) -> None:
    pagina = open_los()
    assert "verzonnen scores" in pagina.locator(PLEK).inner_text()
    groep = pagina.locator("details.kg-uitklap").first
    groep.locator("summary").click()  # de stellingen komen pas als iemand een groep openklapt
    assert groep.locator("input[type=radio]").first.is_disabled()
    groep.locator("summary").click()
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    scoor(pagina, "f1-data", "")
    bewaard(pagina, "persoon", "stelling", "score", wordt=[("Anna", "f1-visie", 4), ("Anna", "f1-data", None)])
    expect(pagina.locator(PLEK)).not_to_contain_text("verzonnen scores")
    expect(pagina.locator(".kg-aandacht > li").first).to_contain_text("Elke partner ziet")
    pagina.reload()
    pagina.wait_for_selector(f"{PLEK}[data-gereed]")
    expect(pagina.locator("input[data-sleutel='f1-visie.4']")).to_be_checked()
    expect(pagina.locator("input[data-sleutel='f1-data.']")).to_be_checked()


def test_ongedaan_maken_geeft_het_voorbeeld_terug(open_los) -> None:
    pagina = open_los()
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    pagina.get_by_role("button", name="Ongedaan maken").click()
    expect(pagina.locator(PLEK)).to_contain_text("verzonnen scores")


def test_pijltjes_kiezen_een_cijfer_en_houden_de_focus(open_los) -> None:
    pagina = open_los()
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    pagina.locator("input[data-sleutel='f1-visie.4']").focus()
    pagina.keyboard.press("ArrowRight")
    pagina.keyboard.press("ArrowRight")
    expect(pagina.locator("input[data-sleutel='f1-visie.6']")).to_be_focused()
    bewaard(pagina, "score", wordt=[(6,)])


def test_opmerking_en_wissen(open_los) -> None:
    pagina = open_los()
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    veld = pagina.get_by_label("Opmerking bij: Elke partner ziet")
    veld.press_sequentially("<b>nog niet</b>", delay=5)
    bewaard(pagina, "opmerking", wordt=[("<b>nog niet</b>",)])  # terwijl er getypt wordt
    expect(veld).to_be_focused()
    veld.press("Tab")
    pagina.get_by_role("button", name="Wis je antwoord bij: Elke partner").click()
    bewaard(pagina, "persoon", wordt=[])
    expect(pagina.locator("input[data-sleutel='f1-visie.4']")).not_to_be_checked()


def test_wie_zijn_naam_verandert_zegt_of_hij_dezelfde_is(open_los) -> None:
    pagina = open_los()
    noem(pagina, "Ann")
    scoor(pagina, "f1-visie", "4")
    noem(pagina, "Anne de Vries")
    pagina.get_by_role("button", name="Ja, verander Ann in Anne de Vries").click()
    bewaard(pagina, "persoon", "score", wordt=[("Anne de Vries", 4)])
    expect(pagina.locator("input[data-sleutel='f1-visie.4']")).to_be_checked()
    noem(pagina, "Bert")
    scoor(pagina, "f1-visie", "9")  # wie doorgaat zonder te antwoorden, is iemand anders
    bewaard(pagina, "persoon", "score", wordt=[("Anne de Vries", 4), ("Bert", 9)])
    expect(pagina.get_by_text("dezelfde persoon?")).to_have_count(0)
    noem(pagina, "anne de vries")  # alleen een hoofdletter anders is geen ander
    expect(pagina.get_by_label("Wie scoort er nu?")).to_have_value("Anne de Vries")
    expect(pagina.locator("input[data-sleutel='f1-visie.4']")).to_be_checked()


def test_links_van_collegas_komen_er_een_voor_een_bij(open_los) -> None:
    anna = link_van(open_los, "Anna", {"f1-visie": "4", "f1-data": "8"})
    bert = link_van(open_los, "Bert", {"f1-visie": "9"})
    pagina = open_los(anna)
    assert "2 scores van Anna" in pagina.locator(".kg-aanbod").inner_text()
    bewaard(pagina, "persoon", wordt=[])  # er gebeurt niets voordat de lezer ja zegt
    assert "#kb=" not in pagina.url
    pagina.get_by_role("button", name="Voeg toe").click()
    bewaard(pagina, "persoon", wordt=[("Anna",), ("Anna",)])
    noem(pagina, "Trainer")
    scoor(pagina, "f1-visie", "7")
    pagina.evaluate("(h) => { location.hash = h; }", bert)  # een tweede link in hetzelfde tabblad
    pagina.locator(".kg-aanbod").get_by_text("1 score van Bert").wait_for()
    pagina.get_by_role("button", name="Voeg toe").click()
    bewaard(pagina, "persoon", wordt=[("Anna",), ("Anna",), ("Trainer",), ("Bert",)])
    pagina.get_by_role("button", name="Ongedaan maken").click()
    bewaard(pagina, "persoon", wordt=[("Anna",), ("Anna",), ("Trainer",)])


def test_een_link_draagt_alleen_de_eigen_scores(open_los) -> None:
    pagina = open_los(link_van(open_los, "Anna", {"f1-visie": "4"}))
    pagina.get_by_role("button", name="Voeg toe").click()
    noem(pagina, "Trainer")
    scoor(pagina, "f1-visie", "7")
    pagina.get_by_role("button", name="Deel mijn scores").click()
    link = "#" + pagina.locator(".kg-melding input").input_value().split("#")[1]
    ander = open_los(link)
    assert "1 score van Trainer." in ander.locator(".kg-aanbod").inner_text()


def test_zelfde_persoon_vervangt_of_krijgt_een_andere_naam(open_los) -> None:
    eerste, tweede = (link_van(open_los, "Huisarts", {"f1-visie": w}) for w in ("4", "9"))
    pagina = open_los(eerste)
    pagina.get_by_role("button", name="Voeg toe").click()
    pagina.evaluate("(h) => { location.hash = h; }", tweede)
    vak = pagina.locator(".kg-aanbod")
    vak.get_by_text("1 in plaats van wat er al van deze naam stond").wait_for()
    vak.get_by_label("Naam:").fill("Huisarts 2")
    vak.get_by_text("1 nieuw.").wait_for()
    pagina.get_by_role("button", name="Voeg toe").click()
    bewaard(pagina, "persoon", "score", wordt=[("Huisarts", 4), ("Huisarts 2", 9)])
    pagina.evaluate("(h) => { location.hash = h; }", tweede)
    vak.get_by_text("1 in plaats van").wait_for()
    pagina.get_by_role("button", name="Voeg toe").click()
    bewaard(pagina, "persoon", "score", wordt=[("Huisarts", 9), ("Huisarts 2", 9)])


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("fasescores van Bert.csv", "persoon;stelling;score\r\nBert;f1-visie;7,5\r\n"),
        ("bert.json", json.dumps({"kennisdossier": 1, "secties": {"fasescores": [{"persoon": "Bert", "stelling": "f1-visie", "score": 7.5}]}})),
    ],
)
def test_een_bestand_voegt_toe(open_los, naam: str, inhoud: str) -> None:
    pagina = open_los()
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    pagina.locator(f"{PLEK} input[type=file]").set_input_files({"name": naam, "mimeType": "text/plain", "buffer": inhoud.encode()})
    pagina.locator(".kg-aanbod").get_by_text("1 score van Bert").wait_for()
    pagina.get_by_role("button", name="Voeg toe").click()
    bewaard(pagina, "persoon", "score", wordt=[("Anna", 4), ("Bert", 7.5)])


def test_een_kapotte_link_en_een_fout_bestand_veranderen_niets(open_los) -> None:
    pagina = open_los("#kb=fasewijzer.kapot")
    assert "niet heel overgekomen" in pagina.locator(".kg-melding").inner_text()
    fout = {"name": "fasescores.csv", "mimeType": "text/csv", "buffer": b"persoon;stelling;score\r\nBert;f1-visie;11\r\n"}
    pagina.locator(f"{PLEK} input[type=file]").set_input_files(fout)
    pagina.locator(".kg-melding").get_by_text("er is niets gewijzigd").wait_for()
    bewaard(pagina, "persoon", wordt=[])


def test_fase_kiezen_en_per_stelling(open_los) -> None:
    pagina = open_los()
    banen = pagina.locator(f"{PLEK} .kg-plaatje text").filter(has_text=re.compile("^(gemiddeld|nog geen scores)"))
    expect(banen).to_have_count(8)
    expect(pagina.locator(f"{PLEK} .kg-plaatje")).to_contain_text("1 Huisarts · 2 Ziekenhuis")  # de plaat zegt zelf wie wie is
    pagina.get_by_role("button", name="Per stelling").click()
    expect(banen).to_have_count(24)
    pagina.get_by_role("button", name="Fase 2: verdiepen").click()
    expect(banen).to_have_count(17)
    expect(pagina.locator(PLEK)).to_contain_text("Voor deze fase zijn er nog geen scores")


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_toegankelijk(open_los, axe, kleuren: str) -> None:
    pagina = open_los(color_scheme=kleuren)
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    axe(pagina)


def test_op_320_past_alles_en_is_elk_vak_groot_genoeg(open_los) -> None:
    pagina = open_los(viewport={"width": 320, "height": 700})
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320
    for vak in pagina.locator(".kg-cijfer:visible").all():
        maat = vak.bounding_box()
        assert maat["width"] >= 24 and maat["height"] >= 24


def test_zonder_javascript_en_op_papier(open_los) -> None:
    kaal = open_los(java_script_enabled=False)
    assert kaal.locator(f"{PLEK} .kg-vastfiguur svg[role=img]").is_visible()
    assert kaal.locator(f"{PLEK} .kg-vasttabel tbody tr").count() == 24
    papier = open_los()
    papier.emulate_media(media="print")
    assert papier.locator(f"{PLEK} .kg-svg").is_visible()
    assert not papier.locator(f"{PLEK} .kg-balk").first.is_visible()
