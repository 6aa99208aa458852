"""Wat browsertests delen: pagina's van het boek openen en keuren, en een losse pagina met één gereedschap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from kennis.boek import thema
from kennis.boek.gereedschapspagina import bestanden, pagina_html
from kennis.boek.server import serveer

# Klap alles open, en wacht tot wat daardoor gevuld wordt er staat: het beeld na het volgende.
ALLES_OPEN = """async () => {
  document.querySelectorAll("main details:not(.kg-menu)").forEach((deel) => { deel.open = true; });
  const beeld = () => new Promise((klaar) => requestAnimationFrame(klaar));
  await beeld();
  await beeld();
}"""


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
def axe() -> Callable[..., None]:
    """Laat axe naar een pagina kijken met alles wat uitklapt open; `alleen` is de naam van één regel."""

    def kijk(pagina: Page, alleen: str = "") -> None:
        pagina.evaluate(ALLES_OPEN)
        # Zonder preload: axe haalt anders zelf css op, en dat mag niet van schijf. Alleen fouten: de rest uitschrijven kost tijd.
        opties = {"preload": False, "resultTypes": ["violations"], **({"runOnly": [alleen]} if alleen else {})}
        uitkomst = Axe().run(pagina, options=opties)
        klachten = [f"{v['id']}: {[knoop['html'][:160] for knoop in v['nodes'][:3]]}" for v in uitkomst.response["violations"]]
        assert not klachten, "\n".join(klachten)

    return kijk


@pytest.fixture(scope="session")
def zet_los() -> Callable[..., None]:
    """Geef een functie die een losse bladzijde schrijft, met de scripts en opmaak van haar soorten ernaast."""
    return _zet_los


def _zet_los(map_: Path, naam: str, romp: str, *soorten: str, kop: str = "") -> None:
    for bestand, inhoud in bestanden().bestanden.items():
        (map_ / bestand).write_text(inhoud, encoding="utf-8")
    scripts = "".join(f'<script defer src="{script}"></script>' for script in bestanden().scripts(soorten))
    # In de bladzijde zelf, want axe mag van schijf geen bestanden ophalen.
    stijlen = "".join(bestanden().bestanden[stijl] for stijl in bestanden().stijlen(soorten))
    vast = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Proef</title>'
    hoofd = f"{vast}{kop}<style>body{{margin:.5rem}}{stijlen}</style>{scripts}"
    (map_ / naam).write_text(f'<!doctype html><html lang="nl" data-content_root="./"><head>{hoofd}</head><body>{romp}</body></html>', encoding="utf-8")


@pytest.fixture(scope="module")
def losse_map(tmp_path_factory: pytest.TempPathFactory, gereedschap: Any, boekkleuren: str) -> Path:
    """Een map met `proef.html`, een bladzijde met alleen `gereedschap`; zo hoeft het boek niet gebouwd te zijn.

    `gereedschap` is een fixture van het testbestand: één gereedschap, of een lijst.
    """
    alle = gereedschap if isinstance(gereedschap, list) else [gereedschap]
    map_ = tmp_path_factory.mktemp(alle[0].naam)
    plekken = "".join(pagina_html(een._gegevens()) for een in alle)
    _zet_los(map_, "proef.html", f"<main><h1>Proef</h1><h2>Gereedschap</h2><h3>Hier</h3>{plekken}</main>", *(een.soort for een in alle), kop=boekkleuren)
    return map_


@pytest.fixture(scope="session")
def boekkleuren() -> str:
    """De kleuren van het boek als opmaak, zonder letters op te halen."""
    kleur = (thema.MAP / "css" / "00-kleur.css").read_text(encoding="utf-8")
    vast = "body { background: var(--k-papier); color: var(--k-inkt) }"
    return f"<style>{re.sub(r'@font-face {.*?}', '', kleur, flags=re.S)} {vast}</style>"


@pytest.fixture(scope="module")
def losse_pagina(losse_map: Path) -> Iterator[str]:
    """Het adres van de losse bladzijde, van een server."""
    with serveer(losse_map) as adres:
        yield f"{adres}/proef.html"


@pytest.fixture
def open_los(losse_pagina: str, gereedschap: Any, nieuwe_pagina: Callable[..., Page]) -> Callable[..., Page]:
    """Geef een functie die de losse pagina opent; delen geeft de link in een veld in plaats van op het klembord."""

    def doe(achter: str = "", **opties: Any) -> Page:
        pagina = nieuwe_pagina(**opties)
        pagina.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject() } })")
        pagina.goto(losse_pagina + achter)
        if opties.get("java_script_enabled", True):
            for een in gereedschap if isinstance(gereedschap, list) else [gereedschap]:
                pagina.wait_for_selector(f".kg-plek[data-gereedschap={een.naam}][data-gereed]")
        return pagina

    return doe


class Eigen:
    """Het eigen dossier van een lezer: beginnen, een voorbeeld overnemen, en wachten tot iets bewaard is."""

    # Wachten op een voorwaarde kan niet op een belofte; daarom staat de bewaarder eerst klaar.
    BEWAARDER = "async () => { window.bewaarder = await window.kennisModules['widget/pagina'].bewaarder(); }"
    RIJEN = """(sectie) => {
        const eigen = window.bewaarder.eigen();
        return eigen && !eigen.toestand().wacht ? eigen.dossier().secties[sectie] ?? [] : null;
    }"""

    def __init__(self, plek: str, sectie: str):
        self.plek, self.sectie = plek, sectie

    def begin(self, pagina: Page) -> None:
        """Begin met eigen, lege gegevens."""
        pagina.locator(f"{self.plek} [data-sleutel=begin]").click()
        pagina.locator(f"{self.plek} [data-sleutel=aandeslag]").click()

    def neem(self, pagina: Page) -> None:
        """Neem het voorbeeld over als eigen dossier."""
        pagina.locator(f"{self.plek} [data-sleutel=neem]").click()
        expect(pagina.locator(f"{self.plek} .kg-herkomst")).to_contain_text("Je werkt in")

    def rijen(self, pagina: Page, waar: str = "true", met: Any = None) -> list[dict[str, Any]]:
        """Geef de bewaarde rijen zodra `waar` geldt voor `rijen` (en `met`)."""
        pagina.evaluate(self.BEWAARDER)
        vraag = f"([sectie, met]) => {{ const rijen = ({self.RIJEN})(sectie); return rijen && ({waar}) && rijen; }}"
        return pagina.wait_for_function(vraag, arg=[self.sectie, met]).json_value()

    def bewaard(self, pagina: Page, *kolommen: str, wordt: list[tuple[Any, ...]]) -> None:
        """Wacht tot precies deze rijen bewaard zijn, met alleen deze kolommen."""
        gelijk = "JSON.stringify(rijen.map((rij) => met.kolommen.map((k) => rij[k] ?? null))) === JSON.stringify(met.wordt)"
        self.rijen(pagina, gelijk, {"kolommen": list(kolommen), "wordt": [list(rij) for rij in wordt]})


@pytest.fixture(scope="session")
def eigen() -> Callable[[str, str], Eigen]:
    """Geef `eigen(plek, sectie)`: het eigen dossier in één gereedschap."""
    return Eigen
