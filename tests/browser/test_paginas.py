"""Elke pagina van het gebouwde boek: toegankelijk, licht en donker, passend op een smal scherm, en zonder vragen aan anderen."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from kennis.boek import bouw

SITE = bouw.site(Path(__file__).parents[2])
PAGINAS = sorted(pad.relative_to(SITE).as_posix() for pad in SITE.rglob("*.html") if "_static" not in pad.parts)


def open_(nieuwe_pagina, adres: str, **opties):
    pagina = nieuwe_pagina(**opties)
    pagina.goto(adres, wait_until="load")
    for plek in pagina.locator(".kg-plek").all():
        plek.locator("xpath=self::*[@data-gereed]").wait_for()
    return pagina


def test_er_zijn_paginas() -> None:
    assert "index.html" in PAGINAS and len(PAGINAS) > 20


def axe(pagina) -> None:
    """Laat axe naar de pagina kijken met alles wat uitklapt open."""
    pagina.evaluate("document.querySelectorAll('main details:not(.kg-menu)').forEach((deel) => { deel.open = true; })")
    pagina.wait_for_timeout(50)
    # Zonder preload: axe haalt anders zelf css op, en dat mag niet van schijf.
    uitkomst = Axe().run(pagina, options={"preload": False})
    klachten = [f"{v['id']}: {[knoop['html'][:160] for knoop in v['nodes'][:3]]}" for v in uitkomst.response["violations"]]
    assert not klachten, "\n".join(klachten)


@pytest.mark.parametrize("pad", PAGINAS)
def test_van_schijf_licht_en_smal(pad: str, gebouwd: Path, nieuwe_pagina) -> None:
    pagina = open_(nieuwe_pagina, (gebouwd / pad).as_uri(), color_scheme="light")
    assert pagina.title() and pagina.locator("html").get_attribute("lang") == "nl"
    assert pagina.locator("main img:not([alt]), main svg:not([role]):not([aria-hidden])").count() == 0
    axe(pagina)
    pagina.set_viewport_size({"width": 320, "height": 700})
    breed = pagina.evaluate("document.documentElement.scrollWidth")
    assert breed <= 320, f"de pagina is {breed} breed op een scherm van 320"


@pytest.mark.parametrize("pad", PAGINAS)
def test_van_de_server_in_het_donker(pad: str, site: str, nieuwe_pagina) -> None:
    axe(open_(nieuwe_pagina, f"{site}/{pad}", color_scheme="dark", viewport={"width": 360, "height": 800}))
