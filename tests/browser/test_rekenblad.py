"""Businesscase en contractmodel op een bladzijde: eerst het vaste beeld, dan rekenen, overnemen, acties en hoe zeker het is."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kennis import Businesscase, Contractmodel, case
from kennis.boek.gereedschapspagina import bestanden, pagina_html

ZAAK, CONTRACT = '.kg-plek[data-gereedschap="businesscase"]', '.kg-plek[data-gereedschap="contractmodel"]'
MEEST = 20_000


@pytest.fixture(scope="module")
def gereedschap() -> list[Any]:
    copd = case("copd-inbeeld")
    return [Businesscase(copd), Contractmodel(copd)]


def wek(pagina: Page, plek: str) -> None:
    pagina.click(f"{plek} [data-sleutel=begin-invullen]")
    pagina.locator(f"{plek} .kg-plaatje svg").wait_for()


@pytest.mark.parametrize("nummer", [0, 1])
def test_eerste_gezicht_is_licht(gereedschap: list[Any], nummer: int) -> None:
    een = gereedschap[nummer]
    namen = [*bestanden().scripts({een.soort}), *bestanden().stijlen({een.soort})]
    inhoud = pagina_html(een._gegevens()).split('<script type="application/json">')[1]
    gewicht = sum(len(gzip.compress(tekst.encode(), 6)) for tekst in [*(bestanden().bestanden[naam] for naam in namen), inhoud])
    assert gewicht <= MEEST, gewicht


def test_eerst_staat_de_conclusie_er_en_wordt_er_niets_gehaald(open_los: Any, gereedschap: list[Any]) -> None:
    pagina = open_los()
    for plek, een in ((ZAAK, gereedschap[0]), (CONTRACT, gereedschap[1])):
        expect(pagina.locator(f"{plek} .kg-advies")).to_have_text(een.conclusie())
        expect(pagina.locator(f"{plek} .kg-vastfiguur svg")).to_be_visible()
    gehaald = pagina.evaluate("performance.getEntriesByType('resource').map((r) => r.name).filter((n) => /panelen|regels-|gegevens/.test(n))")
    assert gehaald == []


def test_met_het_toetsenbord_beginnen_houdt_de_focus(open_los: Any) -> None:
    pagina = open_los()
    pagina.locator(f"{ZAAK} [data-sleutel=begin-invullen]").focus()
    pagina.keyboard.press("Enter")
    pagina.locator(f"{ZAAK} .kg-plaatje svg").wait_for()
    assert pagina.evaluate("document.activeElement.dataset.sleutel") == "invoer.0"


def test_de_pagina_zegt_hetzelfde_als_python(open_los: Any, gereedschap: list[Any]) -> None:
    pagina = open_los()
    for plek, een in ((ZAAK, gereedschap[0]), (CONTRACT, gereedschap[1])):
        wek(pagina, plek)
        expect(pagina.locator(f"{plek} .kg-advies")).to_contain_text(een.conclusie())
        tabel = pagina.locator(f"{plek} .kr-totalen tbody tr").all_inner_texts()
        rijen = een.overzicht()
        rijen = rijen[(rijen["Voor"] == "") & (rijen["Waarschijnlijk"] != "")]
        assert [rij.split("\t")[0:2] for rij in tabel] == rijen[["Uitkomst", "Waarschijnlijk"]].to_numpy().tolist()


def test_hoe_zeker_het_is(open_los: Any, gereedschap: list[Any]) -> None:
    pagina = open_los()
    wek(pagina, ZAAK)
    pagina.locator(f"{ZAAK} summary", has_text="Hoe zeker is dit?").click()
    kans = gereedschap[0].kans()
    deel = pagina.locator(f"{ZAAK} details", has=pagina.locator("summary", has_text="Hoe zeker is dit?"))
    expect(deel).to_contain_text("In 10000 trekkingen ligt de netto contante waarde")
    assert deel.locator("tbody th").all_inner_texts() == [balk["naam"] for balk in kans["tornado"]]
    assert deel.locator("svg").count() == 2
    # Zonder laag en hoog is er niets te zeggen over de kans, en verdwijnt het deel.
    wek(pagina, CONTRACT)
    expect(pagina.locator(f"{CONTRACT} summary", has_text="Hoe zeker is dit?")).to_be_hidden()


def test_bedragen_uit_de_matrix_komen_met_een_knop(open_los: Any, eigen: Any) -> None:
    pagina, mijn = open_los(), eigen(ZAAK, "kostenposten")
    mijn.begin(pagina)
    pagina.locator(f"{ZAAK} .kg-plaatje svg").wait_for()
    pagina.evaluate(mijn.BEWAARDER)
    partijen = [
        {"naam": "Gemeente", "soort": "gemeente", "inbreng_euro": 1000},
        {"naam": "Zorgverzekeraar", "soort": "zorgverzekeraar", "opbrengst_euro": 4000, "inbaar": "deels", "inbaar_euro": 1000},
        {"naam": "Ouderen", "soort": "patiënt of inwoner", "opbrengst_euro": 500, "inbaar": "nee"},
    ]
    pagina.evaluate("(rijen) => window.bewaarder.eigen().wijzig((d) => ({ ...d, secties: { ...d.secties, stakeholders: rijen } }), { wat: 'proef' })", partijen)
    pagina.click("[data-sleutel='kostenposten.overnemen']")
    mijn.bewaard(pagina, "naam", "partij", "per_jaar", wordt=[("Inbreng van Gemeente", "Gemeente", 1000)])
    pagina.click(f"{ZAAK} [data-sleutel='invoer.1']")
    pagina.click("[data-sleutel='batenposten.overnemen']")
    rijen = [("Opbrengst voor Zorgverzekeraar", "Zorgverzekeraar", 4000, 25), ("Opbrengst voor Ouderen", "Ouderen", 500, 0)]
    eigen(ZAAK, "batenposten").bewaard(pagina, "naam", "partij", "bedrag", "te_innen", wordt=rijen)
    expect(pagina.locator("[data-sleutel='batenposten.overnemen']")).to_have_count(0)


def test_een_actie_gaat_naar_de_lijst(open_los: Any, eigen: Any) -> None:
    pagina = open_los()
    mijn = eigen(CONTRACT, "acties")
    mijn.neem(pagina)
    pagina.locator(f"{CONTRACT} [data-sleutel='actie.0']").click()
    hoort = "Spreek af wie de overbrugging van € 50.000 voor het ziekenhuis betaalt, en wanneer die terugkomt"
    expect(pagina.locator("[data-sleutel='actie.wat']")).to_have_value(hoort)
    pagina.click("[data-sleutel=zetactie]")
    (rij,) = mijn.rijen(pagina, "rijen.length === 1")
    assert (rij["gereedschap"], rij["bij"], rij["stand"]) == ("contractmodel", "overbrugging", "open")


def test_een_ander_getal_verandert_conclusie_en_figuur(open_los: Any) -> None:
    pagina = open_los()
    wek(pagina, CONTRACT)
    pagina.click(f"{CONTRACT} [data-sleutel='invoer.0']")
    veld = pagina.locator("[data-sleutel='contractafspraak.0.deel']")
    veld.fill("80")
    veld.press("Tab")
    # 80% van 80.000 en 120.000 is 64.000 en 96.000: -30.000 + 4.000 + 76.000 = 50.000.
    expect(pagina.locator(f"{CONTRACT} .kg-advies")).to_contain_text("over drie jaar op € 50.000")
    pagina.get_by_role("button", name="Het ziekenhuis als het volume daalt").click()
    zin = pagina.locator(f"{CONTRACT} .kg-advies p").inner_text()
    expect(pagina.locator(f"{CONTRACT} .kg-plaatje svg")).to_have_attribute("aria-label", f"Het ziekenhuis als het volume daalt. {zin}")


@pytest.mark.parametrize("kleuren", ["light", "dark"])
@pytest.mark.parametrize("breed", [320, 768, 1366])
@pytest.mark.parametrize(("plek", "ander"), [(ZAAK, CONTRACT), (CONTRACT, ZAAK)])
def test_toegankelijk_en_past(open_los: Any, axe: Any, kleuren: str, breed: int, plek: str, ander: str) -> None:
    pagina = open_los(viewport={"width": breed, "height": 800}, color_scheme=kleuren)
    # In het boek staat elk op een eigen bladzijde; hun tabellen mogen dus hetzelfde heten.
    pagina.locator(ander).evaluate("(plek) => plek.remove()")
    wek(pagina, plek)
    axe(pagina)
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breed


def test_zonder_javascript_en_op_papier(open_los: Any, gereedschap: list[Any]) -> None:
    kaal = open_los(java_script_enabled=False)
    for plek, een in ((ZAAK, gereedschap[0]), (CONTRACT, gereedschap[1])):
        assert kaal.locator(f"{plek} .kg-vastfiguur svg").is_visible() and kaal.locator(f"{plek} .kg-vasttabel").is_visible()
        assert een.conclusie() in kaal.locator(plek).inner_text()
    papier = open_los()
    wek(papier, ZAAK)
    papier.emulate_media(media="print")
    assert papier.locator(f"{ZAAK} .kg-plaatje svg").is_visible() and papier.locator(f"{ZAAK} .kr-totalen table").is_visible()


def test_tabel_voor_excel_heeft_de_uitkomst_als_getal(open_los: Any) -> None:
    pagina = open_los()
    pagina.locator(f"{ZAAK} summary", has_text="Bewaren").click()
    with pagina.expect_download() as ontvangen:
        pagina.locator(ZAAK).get_by_text("Tabel (csv)").click()
    rijen = [rij.split(";") for rij in ontvangen.value.path().read_text(encoding="utf-8-sig").splitlines()]
    ncw = next(rij for rij in rijen if rij[0] == "Netto contante waarde")
    assert round(float(ncw[2].replace(",", "."))) == 299509
