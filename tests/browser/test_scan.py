"""De scan zoals een lezer hem gebruikt: scoren, delen, samenvoegen, toetsen, zonder JavaScript, op papier."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from kennis import Fasewijzer

PLEK = '.kg-plek[data-gereedschap="fasewijzer"]'


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


@pytest.fixture
def mijn(eigen):
    """De eigen scores."""
    return eigen(PLEK, "fasescores")


@pytest.fixture
def leeg(open_los, mijn):
    """De pagina met een eigen, leeg dossier."""
    pagina = open_los()
    mijn.begin(pagina)
    return pagina


def link_van(open_los, naam: str, scores: dict[str, str]) -> str:
    """Geef wat iemand deelt die een naam invult en scoort."""
    pagina = open_los()
    noem(pagina, naam)
    for stelling, waarde in scores.items():
        scoor(pagina, stelling, waarde)
    return deel(pagina)


def deel(pagina) -> str:
    pagina.get_by_role("button", name="Deel mijn scores").click()
    return "#" + pagina.get_by_label("Kopieer deze link").input_value().split("#")[1]


def ontvang(pagina, link: str):
    """Open een link in hetzelfde tabblad, en geef het paneel waarin de lezer kiest wat hij overneemt."""
    pagina.evaluate("(h) => { location.hash = h; }", link)
    pagina.locator("[data-sleutel=delen]").click()
    return pagina.locator(".kg-paneel")


def test_scoren_vervangt_het_voorbeeld_en_blijft_na_herladen(open_los, mijn) -> None:
    pagina = open_los()
    mijn.neem(pagina)
    assert "verzonnen scores" in pagina.locator(PLEK).inner_text()
    groep = pagina.locator("details.kg-uitklap").first
    groep.locator("summary").click()  # de stellingen komen pas als iemand een groep openklapt
    assert groep.locator("input[type=radio]").first.is_disabled()
    groep.locator("summary").click()
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    scoor(pagina, "f1-data", "")
    mijn.bewaard(pagina, "persoon", "stelling", "score", wordt=[("Anna", "f1-visie", 4), ("Anna", "f1-data", None)])
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


def test_pijltjes_kiezen_een_cijfer_en_houden_de_focus(leeg, mijn) -> None:
    pagina = leeg
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    pagina.locator("input[data-sleutel='f1-visie.4']").focus()
    pagina.keyboard.press("ArrowRight")
    pagina.keyboard.press("ArrowRight")
    expect(pagina.locator("input[data-sleutel='f1-visie.6']")).to_be_focused()
    mijn.bewaard(pagina, "score", wordt=[(6,)])


def test_opmerking_en_wissen(leeg, mijn) -> None:
    pagina = leeg
    noem(pagina, "Anna")
    scoor(pagina, "f1-visie", "4")
    veld = pagina.get_by_label("Opmerking bij: Elke partner ziet")
    veld.press_sequentially("<b>nog niet</b>", delay=5)
    mijn.bewaard(pagina, "opmerking", wordt=[("<b>nog niet</b>",)])  # terwijl er getypt wordt
    expect(veld).to_be_focused()
    veld.press("Tab")
    pagina.get_by_role("button", name="Wis je antwoord bij: Elke partner").click()
    mijn.bewaard(pagina, "persoon", wordt=[])
    expect(pagina.locator("input[data-sleutel='f1-visie.4']")).not_to_be_checked()


def test_een_halve_naam_overleeft_herladen(leeg) -> None:
    leeg.get_by_label("Wie scoort er nu?").type("Waddenkust Tj")
    leeg.reload()
    expect(leeg.get_by_label("Wie scoort er nu?")).to_have_value("Waddenkust Tj")


def test_wie_zijn_naam_verandert_zegt_of_hij_dezelfde_is(leeg, mijn) -> None:
    pagina = leeg
    noem(pagina, "Ann")
    scoor(pagina, "f1-visie", "4")
    noem(pagina, "Anne de Vries")
    pagina.get_by_role("button", name="Ja, verander Ann in Anne de Vries").click()
    mijn.bewaard(pagina, "persoon", "score", wordt=[("Anne de Vries", 4)])
    expect(pagina.locator("input[data-sleutel='f1-visie.4']")).to_be_checked()
    noem(pagina, "Bert")
    scoor(pagina, "f1-visie", "9")  # wie doorgaat zonder te antwoorden, is iemand anders
    mijn.bewaard(pagina, "persoon", "score", wordt=[("Anne de Vries", 4), ("Bert", 9)])
    expect(pagina.get_by_text("dezelfde persoon?")).to_have_count(0)
    noem(pagina, "anne de vries")  # alleen een hoofdletter anders is geen ander
    expect(pagina.get_by_label("Wie scoort er nu?")).to_have_value("Anne de Vries")
    expect(pagina.locator("input[data-sleutel='f1-visie.4']")).to_be_checked()


def test_links_van_collegas_komen_er_een_voor_een_bij(open_los, leeg, mijn) -> None:
    anna = link_van(open_los, "Anna", {"f1-visie": "4", "f1-data": "8"})
    bert = link_van(open_los, "Bert", {"f1-visie": "9"})
    noem(leeg, "Trainer")
    scoor(leeg, "f1-visie", "7")
    paneel = ontvang(leeg, anna)
    expect(paneel).to_contain_text("2 nieuw")
    mijn.bewaard(leeg, "persoon", wordt=[("Trainer",)])  # er gebeurt niets voordat de lezer ja zegt
    paneel.get_by_role("button", name="Neem dit over").click()
    mijn.bewaard(leeg, "persoon", wordt=[("Trainer",), ("Anna",), ("Anna",)])
    assert "#kb=" not in leeg.url
    ontvang(leeg, bert).get_by_role("button", name="Neem dit over").click()  # een tweede link in hetzelfde tabblad
    mijn.bewaard(leeg, "persoon", wordt=[("Trainer",), ("Anna",), ("Anna",), ("Bert",)])
    expect(leeg.get_by_role("list", name="Wie er al scoorden")).to_contain_text("Bert")
    leeg.get_by_role("button", name="Ongedaan maken").click()
    mijn.bewaard(leeg, "persoon", wordt=[("Trainer",), ("Anna",), ("Anna",)])


def test_een_link_draagt_alleen_de_eigen_scores(open_los, leeg, mijn) -> None:
    noem(leeg, "Trainer")
    scoor(leeg, "f1-visie", "7")
    ontvang(leeg, link_van(open_los, "Anna", {"f1-visie": "4"})).get_by_role("button", name="Neem dit over").click()
    mijn.bewaard(leeg, "persoon", wordt=[("Trainer",), ("Anna",)])
    link = deel(leeg)
    ander = open_los(link)
    expect(ander.locator(".kg-paneel")).to_contain_text("Iemand deelde dit met je")
    expect(ander.get_by_role("list", name="Wie er al scoorden")).to_have_text("Er scoorden al:Trainer")


def test_zelfde_persoon_vervangt_of_krijgt_een_andere_naam(open_los, leeg, mijn) -> None:
    eerste, tweede = (link_van(open_los, "Huisarts", {"f1-visie": w}) for w in ("4", "9"))
    ontvang(leeg, eerste).get_by_role("button", name="Neem dit over").click()
    mijn.bewaard(leeg, "persoon", wordt=[("Huisarts",)])
    paneel = ontvang(leeg, tweede)
    expect(paneel).to_contain_text("1 anders")
    paneel.get_by_label("Van wie zijn deze scores?").fill("Huisarts 2")
    expect(paneel).to_contain_text("1 nieuw")
    paneel.get_by_role("button", name="Neem dit over").click()
    mijn.bewaard(leeg, "persoon", "score", wordt=[("Huisarts", 4), ("Huisarts 2", 9)])
    ontvang(leeg, tweede).get_by_role("button", name="Neem dit over").click()
    mijn.bewaard(leeg, "persoon", "score", wordt=[("Huisarts", 9), ("Huisarts 2", 9)])


def kies_bestand(pagina, naam: str, inhoud: str) -> None:
    pagina.locator(PLEK).get_by_text("Openen", exact=True).click()
    pagina.get_by_role("button", name="Plakken, of een bestand openen").click()
    pagina.locator("[data-sleutel='invoer.bestand']").set_input_files({"name": naam, "mimeType": "text/plain", "buffer": inhoud.encode()})


@pytest.mark.parametrize(
    ("naam", "inhoud", "knoppen"),
    [
        ("fasescores van Bert.csv", "persoon;stelling;score\r\nBert;f1-visie;7,5\r\n", ["Zet erbij"]),
        (
            "bert.json",
            json.dumps({"kennisdossier": 1, "secties": {"fasescores": [{"persoon": "Bert", "stelling": "f1-visie", "score": 7.5}]}}),
            ["Neem delen over", "Neem dit over"],
        ),
    ],
)
def test_een_bestand_voegt_toe(leeg, mijn, naam: str, inhoud: str, knoppen: list[str]) -> None:
    noem(leeg, "Anna")
    scoor(leeg, "f1-visie", "4")
    kies_bestand(leeg, naam, inhoud)
    for knop in knoppen:
        leeg.locator(".kg-paneel").get_by_role("button", name=knop).click()
    mijn.bewaard(leeg, "persoon", "score", wordt=[("Anna", 4), ("Bert", 7.5)])


def test_een_kapotte_link_en_een_fout_bestand_veranderen_niets(open_los, mijn) -> None:
    pagina = open_los("#kb=fasewijzer.kapot")
    expect(pagina.locator(".kg-melding")).to_contain_text("er is niets gewijzigd")
    mijn.begin(pagina)
    kies_bestand(pagina, "fasescores.csv", "persoon;stelling;score\r\nBert;f1-visie;11\r\n")
    expect(pagina.locator(".kg-paneel")).to_contain_text("1 ding klopt niet")
    expect(pagina.get_by_role("button", name="Zet erbij")).to_be_disabled()
    mijn.bewaard(pagina, "persoon", wordt=[])


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
