"""Gereedschappen die alleen uit data bestaan, werken: laden, rekenen, figuur, tabel en pagina in een echte Chromium."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kennis import beschrijving, gereedschap
from kennis.boek.server import serveer
from kennis.kolommen import InvoerFout

NAMEN = ("businesscase", "contract", "proefscan")


@pytest.mark.parametrize("naam", NAMEN)
def test_laden_rekenen_figuur_en_tabel(alleen_data: Path, naam: str) -> None:
    klasse = gereedschap.klasse(naam)
    assert (klasse.naam, klasse.soort, klasse.__name__) == (naam, klasse.regels()["soort"], naam.capitalize())
    assert not (alleen_data / "gereedschap" / naam / "__init__.py").exists()
    for welk in beschrijving.laad_voorbeelden(naam):
        gegevens = klasse.voorbeeld(welk)._gegevens()
        assert "<svg" in gegevens["svg"] and gegevens["alt"]
        assert gegevens["tabel"]["koppen"] and all(len(rij) == len(gegevens["tabel"]["koppen"]) for rij in gegevens["tabel"]["rijen"])


@pytest.mark.parametrize("naam", NAMEN)
def test_een_verkeerd_gespelde_en_een_ontbrekende_sleutel_zijn_elk_een_fout(alleen_data: Path, naam: str) -> None:
    pad = alleen_data / "gereedschap" / naam / "regels.json"
    goed = pad.read_text(encoding="utf-8")
    try:
        inhoud = json.loads(goed)
        inhoud["uitlegg"] = inhoud.pop("uitleg")
        del inhoud["titel"]
        pad.write_text(json.dumps(inhoud), encoding="utf-8")
        beschrijving.vergeet()
        with pytest.raises(InvoerFout) as fout:
            gereedschap.klasse(naam)
        assert [str(f) for f in fout.value.fouten] == [
            f"gereedschap/{naam}/regels.json, uitlegg: deze sleutel bestaat niet. Bedoel je 'uitleg'?",
            f"gereedschap/{naam}/regels.json, titel: deze sleutel ontbreekt; hier hoort tekst.",
        ]
    finally:
        pad.write_text(goed, encoding="utf-8")
        beschrijving.vergeet()


# -- op een pagina ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def adres(alleen_data: Path, tmp_path_factory: pytest.TempPathFactory, zet_los: Any) -> Iterator[str]:
    """Een map met een bladzijde per gereedschap."""
    from kennis.boek.gereedschapspagina import pagina_html

    map_ = tmp_path_factory.mktemp("pagina")
    for naam, welk in (("businesscase", "gewoon"), ("businesscase", "leeg"), ("contract", "gehaald"), ("proefscan", "gewoon")):
        een = gereedschap.klasse(naam).voorbeeld(welk)
        romp = f"<main><h1>Proef</h1><h2>Gereedschap</h2>{pagina_html(een._gegevens())}</main>"
        zet_los(map_, f"{naam}-{welk}.html", romp, een.soort)
    with serveer(map_) as waar:
        yield waar


@pytest.fixture
def open_(adres: str, nieuwe_pagina: Callable[..., Page]) -> Callable[..., Page]:
    def doe(naam: str, **opties: Any) -> Page:
        pagina = nieuwe_pagina(**opties)
        pagina.goto(f"{adres}/{naam}.html")
        if opties.get("java_script_enabled", True):
            pagina.locator(".kg-plek[data-gereed]").wait_for()
            # Een rekenblad begint met het vaste beeld; wat rekent komt als de lezer erom vraagt.
            if pagina.locator("[data-sleutel=begin-invullen]").count():
                pagina.click("[data-sleutel=begin-invullen]")
                pagina.locator(".kg-plaatje svg").wait_for()
        return pagina

    return doe


def test_het_rekenblad_begint_bij_invullen_en_rekent_mee(open_: Any) -> None:
    pagina = open_("businesscase-leeg")
    conclusie = pagina.locator(".kg-advies")
    assert "Dit ontbreekt nog: kosten en baten." in conclusie.inner_text()
    pagina.get_by_role("button", name="Voeg toe: kostenpost").click()
    naam = pagina.get_by_label("Waarvoor van nieuwe kostenpost")
    naam.fill("<b>Uren</b>")
    naam.press("Tab")
    pagina.get_by_label("Wie betaalt van <b>Uren</b>").fill("Gemeente")
    pagina.get_by_label("Eenmalig van <b>Uren</b>").fill("1.000")
    pagina.get_by_label("Eenmalig van <b>Uren</b>").press("Tab")
    conclusie.get_by_text("Dit ontbreekt nog: baten.").wait_for()
    pagina.locator("summary", has_text="Wat levert het op?").click()
    pagina.get_by_role("button", name="Voeg toe: baat").click()
    bedrag = pagina.get_by_label("Per jaar van nieuwe baat", exact=True)
    bedrag.fill("€ 600,50")
    bedrag.press("Tab")
    conclusie.get_by_text("Met deze bedragen levert het plan over 5 jaar").wait_for()
    # Vijf jaar 600,50 bij 2,25% is contant 600,50 × 4,67945 = 2.810,01; min 1.000 is 1.810.
    assert "€ 1.810" in conclusie.inner_text()
    assert "kg-veld" in pagina.evaluate("document.activeElement.className")
    pagina.get_by_role("button", name="Verwijder <b>Uren</b>").click()
    conclusie.get_by_text("Dit ontbreekt nog: kosten.").wait_for()
    pagina.get_by_role("button", name="Ongedaan maken").click()
    conclusie.get_by_text("Met deze bedragen levert het plan over 5 jaar").wait_for()


def test_de_pagina_zegt_hetzelfde_als_python(open_: Any, alleen_data: Path) -> None:
    een, pagina = gereedschap.klasse("businesscase").voorbeeld("gewoon"), open_("businesscase-gewoon")
    assert een.conclusie() in pagina.locator(".kg-advies").inner_text()
    tabel = pagina.get_by_role("region", name="In één oogopslag")
    rij = een.overzicht().set_index("Uitkomst").loc["Netto contante waarde"]
    hoort = list(rij[["Waarschijnlijk", "Als alles tegenzit", "Als alles meezit"]])
    assert tabel.get_by_role("row", name="Netto contante waarde").inner_text().split("\t")[1:] == hoort
    pagina.locator("summary", has_text="Alle uitkomsten als tabel").click()
    jaren = pagina.get_by_role("region", name="Saldo per partij en jaar").get_by_role("row", name="Gemeente").inner_text().split("\t")
    assert jaren == ["Gemeente", "€ 0", "−€ 20.000", "−€ 20.000", "−€ 20.000"]
    # Samen twee jaren onder nul, huisartsen één, gemeente drie; en één in de legenda.
    assert pagina.locator(".kg-plaatje svg .kr-min").count() == 7
    pagina.get_by_role("button", name="Wie wint en wie betaalt").click()
    pagina.locator(".kg-plaatje svg .kr-bereik").first.wait_for(state="attached")


def test_een_standaard_staat_erbij_en_een_ander_getal_telt(open_: Any) -> None:
    pagina = open_("businesscase-gewoon")
    pagina.locator("summary", has_text="Waar rekenen wij mee?").click()
    looptijd = pagina.get_by_label("Aantal jaren", exact=True)
    assert "Leeg is 5." in pagina.locator(".kg-regel", has=looptijd).inner_text()
    looptijd.fill("2")
    looptijd.press("Tab")
    pagina.locator(".kg-advies").get_by_text("over 2 jaar").first.wait_for()
    looptijd.fill("-1")
    looptijd.press("Tab")
    pagina.get_by_text("Hier hoort een heel getal van 1 tot en met 20").or_(pagina.get_by_text("hier hoort een heel getal van 1 tot en met 20")).wait_for()


def test_de_proefscan_werkt_op_de_pagina(open_: Any) -> None:
    pagina = open_("proefscan-gewoon")
    assert "Iedereen weet wie wat doet." in pagina.locator(".kg-plek").inner_text() or "Rollen en taken" in pagina.locator(".kg-plek").inner_text()
    assert pagina.locator(".kg-plek svg").first.is_visible()


@pytest.mark.parametrize("naam", ["businesscase-gewoon", "businesscase-leeg", "contract-gehaald", "proefscan-gewoon"])
@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_toegankelijk_en_past_op_een_telefoon(open_: Any, axe: Any, naam: str, kleuren: str) -> None:
    pagina = open_(naam, viewport={"width": 320, "height": 700}, color_scheme=kleuren)
    for deel in pagina.locator("summary").all():
        if deel.is_visible() and not deel.evaluate("s => s.parentElement.open || s.parentElement.classList.contains('kg-menu')"):
            deel.click()
    axe(pagina)
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320


def test_zonder_javascript_en_op_papier(open_: Any) -> None:
    kaal = open_("businesscase-gewoon", java_script_enabled=False)
    assert kaal.locator(".kg-vastfiguur svg[role=img]").is_visible()
    assert "Netto contante waarde" in kaal.locator(".kg-vasttabel").inner_text()
    papier = open_("businesscase-gewoon")
    papier.emulate_media(media="print")
    assert papier.locator(".kg-plaatje svg").is_visible()
    assert papier.get_by_role("region", name="In één oogopslag").is_visible()
    assert not papier.locator(".kg-balk").first.is_visible()
