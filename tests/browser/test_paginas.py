"""Elke bladzijde van het gebouwde boek: toegankelijk in licht en donker, passend op een smal scherm, en zonder vragen aan anderen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennis.boek import bouw

SITE = bouw.site(Path(__file__).parents[2])
PAGINAS = sorted(pad.relative_to(SITE).as_posix() for pad in SITE.rglob("*.html") if "_static" not in pad.parts)
METER = "document.documentElement.scrollWidth"


def test_er_zijn_paginas(gebouwd: Path) -> None:
    assert "index.html" in PAGINAS and len(PAGINAS) > 40


# Om en om van schijf en van de server: wat daartussen verschilt, ligt aan het raam en niet aan de tekst.
@pytest.mark.parametrize(("pad", "waar"), [(pad, ("schijf", "server")[nummer % 2]) for nummer, pad in enumerate(PAGINAS)])
def test_bladzijde(pad: str, waar: str, gebouwd: Path, site: str, open_bladzijde, axe) -> None:
    adres = (gebouwd / pad).as_uri() if waar == "schijf" else f"{site}/{pad}"
    pagina = open_bladzijde(adres, color_scheme="light", viewport={"width": 360, "height": 800}, bypass_csp=False)
    assert pagina.title() and pagina.locator("html").get_attribute("lang") == "nl"
    assert pagina.locator("main img:not([alt]), main svg:not([role]):not([aria-hidden]):not([role=img] *)").count() == 0
    axe(pagina)
    # In het donker veranderen alleen kleuren.
    pagina.emulate_media(color_scheme="dark")
    pagina.locator("html[data-theme=dark]").wait_for()
    axe(pagina, alleen="color-contrast")
    pagina.set_viewport_size({"width": 320, "height": 700})
    assert pagina.evaluate(METER) <= 320, "de pagina is te breed voor een scherm van 320"
