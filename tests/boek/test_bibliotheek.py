"""De pagina met de bibliotheek in het gebouwde boek: compleet, met de juiste hoofdstukken, en met bestanden ernaast."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from kennis import bibliotheek

PAGINA = "naslag/bibliotheek.html"


@pytest.fixture(scope="module")
def paginas(gebouwd: Path) -> dict[str, Any]:
    """Elke pagina van het boek, ontleed."""
    html = {pad.relative_to(gebouwd).as_posix(): pad for pad in gebouwd.rglob("*.html") if "_static" not in pad.parts}
    return {naam: BeautifulSoup(pad.read_text("utf-8"), "html.parser") for naam, pad in html.items()}


def bronlinks(naam: str, boom: Any) -> set[str]:
    """Geef de bronnen waar de inhoud van een pagina naar linkt."""
    uit = set()
    for link in boom.select("main a[href*='#bron-']"):
        adres = urlsplit(link["href"])
        if posixpath.normpath(posixpath.join(posixpath.dirname(naam), adres.path)) == "naslag/bronnen.html":
            uit.add(unquote(adres.fragment))
    return uit


def recht(tekst: str) -> str:
    """Sphinx maakt aanhalingstekens krom."""
    return re.sub("[‘’]", "'", tekst)


def test_geen_link_naar_een_bron_loopt_dood(paginas: dict[str, Any]) -> None:
    ankers = {onderdeel["id"] for onderdeel in paginas["naslag/bronnen.html"].select("[id^=bron-]")}
    assert ankers == {f"bron-{bron['sleutel']}" for bron in bibliotheek.rijen()}
    dood = {naam: bronlinks(naam, boom) - ankers for naam, boom in paginas.items()}
    assert not {naam: links for naam, links in dood.items() if links}


def test_alle_bronnen_staan_er_met_de_hoofdstukken_die_ze_gebruiken(paginas: dict[str, Any]) -> None:
    rijen = paginas[PAGINA].select("table.kb-bib tbody tr")
    bronnen = bibliotheek.rijen()
    assert len(rijen) == len(bronnen)
    gebruik = {naam: bronlinks(naam, boom) for naam, boom in paginas.items() if not naam.startswith("naslag/")}
    for rij, bron in zip(rijen, bronnen, strict=True):
        assert recht(rij.select_one(".kb-bibtitel").get_text()) == recht(bron["titel"])
        assert rij.select_one(".kb-bibsoort").get_text() == bron["soort"]
        assert rij.select_one(".kb-bibthema").get_text() == ", ".join(bron["thema"])
        links = {posixpath.normpath(posixpath.join("naslag", link["href"])) for link in rij.select("td:nth-of-type(3) a")}
        assert links == {naam for naam, sleutels in gebruik.items() if f"bron-{bron['sleutel']}" in sleutels}, bron["sleutel"]


def test_de_bestanden_staan_naast_de_pagina(paginas: dict[str, Any], gebouwd: Path) -> None:
    links = [link["href"] for link in paginas[PAGINA].select("a[download]")]
    assert links == ["bibliotheek.csv", "bibliotheek.bib", "bibliotheek.ris"]
    map_ = (gebouwd / PAGINA).parent
    assert (map_ / "bibliotheek.bib").read_text("utf-8") == bibliotheek.als_bibtex()
    assert (map_ / "bibliotheek.ris").read_bytes().decode("utf-8") == bibliotheek.als_ris()
    assert "Bekostigingsmodellen" in (map_ / "bibliotheek.csv").read_text("utf-8-sig")


def test_het_script_komt_alleen_op_deze_pagina(paginas: dict[str, Any]) -> None:
    met = [naam for naam, boom in paginas.items() if boom.select("script[src*='/bibliotheek.']")]
    assert met == [PAGINA]
