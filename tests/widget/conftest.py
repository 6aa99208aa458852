"""Wat tests van de beelden delen: de losse modules van elke soort in een echte Chromium, zonder pagina eromheen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kennis.widget import bundel, opzet

SOORTEN = ("veld", "kiezer", "scan", "plan")
DELEN = ("figuur", "tabel", "index", "panelen")


def beeldscript() -> str:
    """Alle figuren, tabellen en beelden als `window.beelden[soort]`."""
    paden = {soort: {deel: opzet.MAP / soort / f"{deel}.js" for deel in DELEN} for soort in SOORTEN}
    beelden = ", ".join(f"{soort}: {{ {', '.join(f'{deel}: {bundel.variabele(pad)}' for deel, pad in delen.items())} }}" for soort, delen in paden.items())
    modules = bundel.samen(bundel.volgorde([pad for delen in paden.values() for pad in delen.values()]))
    return f"(() => {{ {modules} window.beelden = {{ {beelden} }}; }})();"


@pytest.fixture(scope="session")
def beeldpagina(chromium: Browser, regelsbron: str) -> Iterator[Page]:
    """Een lege pagina met de modules erin; aan het eind mag er geen fout zijn geweest."""
    klachten: list[str] = []
    context = chromium.new_context(viewport={"width": 1000, "height": 800})
    pagina = context.new_page()
    pagina.on("pageerror", lambda fout: klachten.append(str(fout)))
    pagina.on("console", lambda m: klachten.append(m.text) if m.type in ("error", "warning") else None)
    pagina.set_content('<!doctype html><html lang="nl"><head><title>Beelden</title></head><body><main></main></body></html>')
    pagina.add_script_tag(content=regelsbron + beeldscript())
    yield pagina
    context.close()
    assert not klachten, "\n".join(klachten)


@pytest.fixture
def in_beelden(beeldpagina: Page) -> Callable[[str, Any], Any]:
    """Geef een functie die JavaScript op invoer loslaat, met `beelden` en `kennisRegels` erbij."""
    return lambda functie, invoer: beeldpagina.evaluate(functie, invoer)
