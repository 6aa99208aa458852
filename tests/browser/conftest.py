"""Wat de tests van alle pagina's delen; twee bestanden, zodat twee processoren elk de helft doen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


@pytest.fixture
def open_bladzijde(nieuwe_pagina: Callable[..., Page]) -> Callable[..., Page]:
    """Open een pagina van het boek en wacht tot elk gereedschap erop klaar is."""

    def doe(adres: str, **opties: Any) -> Page:
        pagina = nieuwe_pagina(**opties)
        pagina.goto(adres, wait_until="load")
        for plek in pagina.locator(".kg-plek").all():
            plek.locator("xpath=self::*[@data-gereed]").wait_for()
        return pagina

    return doe


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Laat axe naar een pagina kijken met alles wat uitklapt open."""

    def kijk(pagina: Page) -> None:
        pagina.evaluate("document.querySelectorAll('main details:not(.kg-menu)').forEach((deel) => { deel.open = true; })")
        pagina.wait_for_timeout(50)
        # Zonder preload: axe haalt anders zelf css op, en dat mag niet van schijf.
        uitkomst = Axe().run(pagina, options={"preload": False})
        klachten = [f"{v['id']}: {[knoop['html'][:160] for knoop in v['nodes'][:3]]}" for v in uitkomst.response["violations"]]
        assert not klachten, "\n".join(klachten)

    return kijk
