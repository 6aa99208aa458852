"""De bibliotheek in een echte Chromium: compleet zonder JavaScript, en met het toetsenbord te doorzoeken en te ordenen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kennis import bibliotheek

BRONNEN = bibliotheek.rijen()
RIJEN = "table.kb-bib tbody tr"


@pytest.fixture
def adres(gebouwd: Path) -> str:
    return (gebouwd / "naslag" / "bibliotheek.html").as_uri()


@pytest.fixture
def bladzijde(adres: str, nieuwe_pagina) -> Page:
    pagina = nieuwe_pagina()
    pagina.goto(adres)
    return pagina


def zichtbaar(pagina: Page) -> list[str]:
    return [recht(titel) for titel in pagina.locator(f"{RIJEN}:visible .kb-bibtitel").all_text_contents()]


def recht(tekst: str) -> str:
    """Sphinx maakt aanhalingstekens krom."""
    return re.sub("[‘’]", "'", tekst)


def titels(*, soort: str = "", thema: str = "", uit: str = "") -> list[str]:
    past = [b for b in BRONNEN if (not soort or b["soort"] == soort) and (not thema or thema in b["thema"]) and (not uit or uit in b["uit"])]
    return [recht(bron["titel"]) for bron in past]


def test_zonder_javascript_is_alles_te_zien(adres: str, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto(adres)
    assert zichtbaar(pagina) == titels()
    expect(pagina.locator(".kb-zeef")).to_be_hidden()
    pagina.locator(".kb-bibwijzer a", has_text="video").click()
    assert pagina.url.endswith("#soort-video")
    expect(pagina.locator("#soort-video")).to_be_in_viewport()


def test_zoeken_en_kiezen_met_het_toetsenbord(bladzijde: Page) -> None:
    toets, stand = bladzijde.keyboard, bladzijde.locator(".kb-zeef [role=status]")
    bladzijde.get_by_role("link", name="RIS, voor Zotero").focus()
    toets.press("Tab")
    toets.type("VALUES zonneveld Integrated")
    assert len(zichtbaar(bladzijde)) == 3 and all("alues" in titel for titel in zichtbaar(bladzijde))
    expect(stand).to_have_text(f"3 van de {len(BRONNEN)} bronnen")
    toets.press("Control+a")
    toets.press("Delete")
    toets.press("Tab")
    toets.type("reflectietool")  # een keuzelijst springt naar wat je typt
    assert zichtbaar(bladzijde) == titels(soort="reflectietool")
    toets.press("Tab")
    toets.type("inwoners")
    assert zichtbaar(bladzijde) == titels(soort="reflectietool", thema="inwoners en mantelzorg")
    assert bladzijde.url.endswith("?soort=reflectietool&thema=inwoners+en+mantelzorg")
    for _ in range(3):
        toets.press("Tab")
    expect(bladzijde.get_by_role("button", name="Toon weer alles")).to_be_focused()
    toets.press("Enter")
    assert zichtbaar(bladzijde) == titels()
    expect(bladzijde.get_by_label("Zoek een woord")).to_be_focused()
    assert "?" not in bladzijde.url


def test_ordenen_met_het_toetsenbord(bladzijde: Page) -> None:
    bladzijde.get_by_label("Volgorde").focus()
    for _ in range(3):
        bladzijde.keyboard.press("ArrowDown")
    expect(bladzijde.get_by_label("Volgorde")).to_have_value("jaar")
    jaren = [int(jaar) for jaar in bladzijde.locator(f"{RIJEN} .kb-jaar").all_text_contents()]
    assert jaren == sorted(jaren, reverse=True) and len(jaren) > 200
    for _ in range(2):
        bladzijde.keyboard.press("ArrowUp")
    expect(bladzijde.get_by_label("Volgorde")).to_have_value("titel")
    eerste = zichtbaar(bladzijde)[0]
    assert eerste.startswith("3 manieren"), "cijfers staan voor letters, en aanhalingstekens tellen niet"
    bladzijde.keyboard.press("End")
    aantallen = bladzijde.locator(RIJEN).evaluate_all("(rijen) => rijen.map((rij) => rij.cells[2].querySelectorAll('a').length)")
    assert aantallen == sorted(aantallen, reverse=True) and aantallen[0] > 5
    bladzijde.keyboard.press("Home")
    assert zichtbaar(bladzijde) == titels()


def test_een_keuze_staat_in_het_adres(adres: str, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina()
    pagina.goto(f"{adres}?uit=bibliotheek-vilans&soort=video&thema=bestaat-niet")
    assert zichtbaar(pagina) == titels(soort="video", uit="Bibliotheek Vilans")
    expect(pagina.get_by_label("Thema")).to_have_value("")
    assert pagina.url.endswith("?soort=video&uit=bibliotheek-vilans")


def test_niets_gevonden(bladzijde: Page) -> None:
    bladzijde.get_by_label("Zoek een woord").fill("zzz")
    assert zichtbaar(bladzijde) == []
    expect(bladzijde.locator(".kb-zeef [role=status]")).to_have_text("Geen enkele bron past hierbij; kies iets minder")


def test_op_een_telefoon_blijft_een_verborgen_bron_verborgen(adres: str, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina(viewport={"width": 360, "height": 740})
    pagina.goto(adres)
    pagina.get_by_label("Soort").select_option("video")
    assert zichtbaar(pagina) == titels(soort="video")
