"""Elke pagina van het gebouwde boek, van schijf: toegankelijk, en passend op een smal scherm."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennis.boek import bouw

SITE = bouw.site(Path(__file__).parents[2])
PAGINAS = sorted(pad.relative_to(SITE).as_posix() for pad in SITE.rglob("*.html") if "_static" not in pad.parts)


def test_er_zijn_paginas() -> None:
    assert "index.html" in PAGINAS and len(PAGINAS) > 20


@pytest.mark.parametrize("pad", PAGINAS)
def test_van_schijf_licht_en_smal(pad: str, gebouwd: Path, open_bladzijde, axe) -> None:
    pagina = open_bladzijde((gebouwd / pad).as_uri(), color_scheme="light", bypass_csp=False)
    assert pagina.title() and pagina.locator("html").get_attribute("lang") == "nl"
    assert pagina.locator("main img:not([alt]), main svg:not([role]):not([aria-hidden])").count() == 0
    axe(pagina)
    pagina.set_viewport_size({"width": 320, "height": 700})
    breed = pagina.evaluate("document.documentElement.scrollWidth")
    assert breed <= 320, f"de pagina is {breed} breed op een scherm van 320"
