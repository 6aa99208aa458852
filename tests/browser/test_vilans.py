"""Wat de waardenkaart en de ketenscan meer doen dan een gewone scan: punten verdelen, delen, en een volgende meting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kennis import Ketenscan, Knoppenpaneel, Waardenkaart

WAARDEN, KETEN = ('.kg-plek[data-gereedschap="waardenkaart"]', '.kg-plek[data-gereedschap="ketenscan"]')


@pytest.fixture(scope="module")
def gereedschap() -> list[Any]:
    """De drie gereedschappen, leeg, op één losse pagina."""
    return [Waardenkaart(), Ketenscan(), Knoppenpaneel()]


def noem(plek: Any, naam: str) -> None:
    veld = plek.get_by_label("Wie scoort er nu?")
    veld.fill(naam)
    veld.press("Tab")


def kies(plek: Any, stelling: str, score: int) -> None:
    """Klap de eerste groep open als dat nog niet zo is, en kies een cijfer."""
    radio = plek.locator(f"[data-sleutel='{stelling}.{score}']")
    if not radio.is_visible():
        plek.locator("[data-sleutel^='groep.']").first.click()
    radio.check()


VIJF = ("samen", "compleet", "flexibel", "effectief", "efficient")


def test_gedeeld_is_er_pas_als_twee_mensen_klaar_zijn(open_los: Callable[..., Page], eigen: Any) -> None:
    pagina = open_los()
    plek, mijn = pagina.locator(WAARDEN), eigen(WAARDEN, "waardenkeuzes")
    mijn.begin(pagina)
    noem(plek, "Ans")
    for punten, waarde in enumerate(VIJF, start=1):
        kies(plek, waarde, punten)
    expect(plek).to_contain_text("Met één persoon is er nog niets gedeeld")
    noem(plek, "Ben")
    for punten, waarde in enumerate(VIJF[:4], start=2):
        kies(plek, waarde, punten)
    expect(plek).to_contain_text("Ben is nog niet klaar")
    expect(plek.locator(".kg-aandacht > li")).to_have_count(0)
    kies(plek, VIJF[4], 1)
    expect(plek.locator(".kg-aandacht > li").first).to_contain_text("gedeeld")
    expect(plek).to_contain_text("Ans en Ben delen 5 van de 5 waarden")
    expect(plek).to_contain_text("Nog door niemand gekozen: Gecoördineerd")


def test_een_volgende_meting_laat_de_vorige_staan(open_los: Callable[..., Page], eigen: Any) -> None:
    pagina = open_los()
    plek, mijn = pagina.locator(KETEN), eigen(KETEN, "ketenmetingen")
    mijn.begin(pagina)
    meting = plek.get_by_label("Welke meting?")
    for naam, score in (("2024", 1), ("2026", 4)):
        meting.fill(naam)
        meting.press("Tab")
        noem(plek, "Ans")
        kies(plek, "1-probleem", score)
    mijn.bewaard(pagina, "meting", "stelling", "score", wordt=[("2024", "1-probleem", 1), ("2026", "1-probleem", 4)])
    tabel = plek.get_by_role("region", name="Metingen naast elkaar")
    expect(tabel.get_by_role("row").nth(1)).to_have_text("Doelgroep en inhoud14")
    plek.get_by_role("button", name="2024", exact=True).click()
    expect(plek.locator("[data-sleutel='1-probleem.1']")).to_be_checked()
    plek.get_by_text("Wie er meedoen").click()
    plek.get_by_role("button", name="Verwijder de scores van Ans").click()
    mijn.bewaard(pagina, "meting", wordt=[("2026",)])  # de andere meting blijft


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_toegankelijk_en_smal_genoeg(open_los: Callable[..., Page], axe: Any, kleuren: str) -> None:
    pagina = open_los(color_scheme=kleuren, viewport={"width": 360, "height": 780})
    noem(pagina.locator(WAARDEN), "Ans")
    kies(pagina.locator(WAARDEN), "samen", 5)
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 360
    axe(pagina)


def test_zonder_javascript_en_op_papier(open_los: Callable[..., Page]) -> None:
    kaal = open_los(java_script_enabled=False)
    for naam, rijen in (("waardenkaart", 18), ("ketenscan", 7)):
        plek = kaal.locator(f'.kg-plek[data-gereedschap="{naam}"]')
        assert plek.locator(".kg-vastfiguur svg[role=img]").is_visible()
        assert plek.locator(".kg-vasttabel tbody tr").count() == rijen
    papier = open_los()
    papier.emulate_media(media="print")
    assert papier.locator(f"{KETEN} .kg-svg").is_visible()
    assert not papier.locator(f"{KETEN} .kg-balk").first.is_visible()
