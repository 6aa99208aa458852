"""Wat alle tests delen: een echte Chromium, het gebouwde boek als website, en schone pagina's die niets door de vingers zien.

Er is één Chromium per proces: Playwright kan er in één proces geen twee tegelijk starten. Begin er in een test dus
nooit zelf een, maar vraag om `chromium`, `nieuwe_pagina` of `regels_in_js`.
"""

from __future__ import annotations

import json
import math
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from kennis.boek import bouw, browser, werk

WORTEL = Path(__file__).parents[1]

# Elke keer dezelfde gevallen, en geen oordeel over tijd: op een drukke computer zou dat valse fouten geven.
settings.register_profile("kennis", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kennis")


# Wie hierom vraagt, heeft het gebouwde boek of een browser nodig; `--snel` laat hem weg.
SITE = {"gebouwd", "site"}
TRAAG = {*SITE, "chromium", "proefboek", "jupyter"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Kies een deel van de tests; `kennis test` gebruikt dit om ze naast de bouw te draaien."""
    groep = parser.getgroup("kennis")
    groep.addoption("--snel", action="store_true", help="alleen tests zonder bouw, zonder browser en zonder `traag`")
    groep.addoption("--zonder-site", action="store_true", help="alleen tests die het gebouwde boek niet nodig hebben")
    groep.addoption("--met-site", action="store_true", help="alleen tests op het gebouwde boek")


def pytest_configure(config: pytest.Config) -> None:
    """Verdeel per bestand over de werkers, behalve de bladzijden: die gaan stuk voor stuk."""
    config.addinivalue_line("markers", "traag: deze test duurt langer dan een paar tellen, ook zonder browser")
    if config.pluginmanager.hasplugin("xdist") and config.getoption("dist", "no") == "load":
        config.option.dist = "loadgroup"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Laat weg wat niet gevraagd is, en zet bij elkaar wat een opbouw deelt."""
    weg = [item for item in items if not _gevraagd(item, config)]
    if weg:
        config.hook.pytest_deselected(items=weg)
        items[:] = [item for item in items if item not in weg]
    for item in items if config.pluginmanager.hasplugin("xdist") else ():
        if "paginas" not in item.path.name:
            item.add_marker(pytest.mark.xdist_group(item.path.relative_to(WORTEL).as_posix()))


def _gevraagd(item: pytest.Item, config: pytest.Config) -> bool:
    gebruikt = set(getattr(item, "fixturenames", ()))
    if config.getoption("snel"):
        return not gebruikt & TRAAG and item.get_closest_marker("traag") is None
    if config.getoption("zonder_site"):
        return not gebruikt & SITE
    return not config.getoption("met_site") or bool(gebruikt & SITE)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Een echte Chromium; ontbreekt hij, dan faalt de test met wat er te installeren is."""
    try:
        pad = browser.vind()
    except werk.OpdrachtFout as fout:
        pytest.fail(str(fout), pytrace=False)
    with sync_playwright() as speler:
        venster = speler.chromium.launch(executable_path=pad, args=list(browser.OPTIES))
        yield venster
        venster.close()


@pytest.fixture(scope="session")
def gebouwd() -> Path:
    """De map met het gebouwde boek; `kennis test` bouwt het voordat de tests beginnen."""
    if bouw.mislukt(WORTEL) or not bouw.laatste(WORTEL):
        pytest.fail("Het boek is niet gebouwd, of de laatste bouw mislukte; draai eerst: kennis boek", pytrace=False)
    return bouw.site(WORTEL)


@pytest.fixture(scope="session")
def site(gebouwd: Path) -> Iterator[str]:
    """Het adres van het gebouwde boek, zonder schuine streep aan het eind."""
    from kennis.boek.server import serveer

    with serveer(gebouwd) as adres:
        yield adres


@pytest.fixture
def nieuwe_pagina(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Maak een schone pagina; aan het eind mag er geen fout en geen vraag aan een andere host zijn geweest."""
    contexten, klachten = [], []

    def maak(streng: bool = True, **opties: Any) -> Page:
        # Wachten op een voorwaarde gebruikt eval; test_paginas_licht en test_regels_van_de_pagina lezen wel met de CSP van de pagina.
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "nl-NL", "bypass_csp": True, **opties})
        contexten.append(context)
        pagina = context.new_page()
        if streng:
            pagina.on("pageerror", lambda fout: klachten.append(f"fout op de pagina: {fout}"))
            pagina.on("console", lambda m: klachten.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
            pagina.on("request", lambda vraag: klachten.append(f"andere host: {vraag.url}") if _vreemd(vraag.url) else None)
        return pagina

    yield maak
    for context in contexten:
        context.close()
    assert not klachten, "\n".join(klachten)


def _vreemd(url: str) -> bool:
    deel = urlparse(url)
    return deel.scheme in ("http", "https", "ws", "wss") and deel.hostname != "127.0.0.1"


@pytest.fixture
def pagina(nieuwe_pagina: Callable[..., Page]) -> Page:
    """Eén schone pagina op een breed scherm."""
    return nieuwe_pagina()


@pytest.fixture(scope="session")
def regels_in_js(chromium: Browser, regelsbron: str) -> Iterator[Callable[[str, Any], Any]]:
    """Geef een functie die JavaScript op invoer loslaat, met `kennisRegels` erbij: `regels_in_js("(invoer) => …", invoer)`.

    Heen en terug gaat als json: dat is snel en getallen blijven precies. NaN bestaat daar niet en wordt null.
    """
    context = chromium.new_context()
    blad = context.new_page()
    blad.add_script_tag(content=regelsbron)

    def draai(functie: str, invoer: Any) -> Any:
        tekst = blad.evaluate(f"async (tekst) => JSON.stringify(await ({functie})(JSON.parse(tekst)))", json.dumps(_zonder_nan(invoer), allow_nan=False))
        return json.loads(tekst, parse_int=float)

    yield draai
    context.close()


@pytest.fixture(scope="session")
def regelsbron() -> str:
    """Een script dat alles wat zonder scherm werkt op `window.kennisRegels` zet, op de naam van het bestand."""
    from kennis.widget import bundel

    paden = [pad for map_ in ("", "regels", "dossier") for pad in sorted((bundel.PAKKET / map_).glob("*.js"))]
    assert len({pad.stem for pad in paden}) == len(paden), "twee modules heten hetzelfde"
    namen = ", ".join(f"{pad.stem}: {bundel.variabele(pad)}" for pad in paden)
    return f"(() => {{ {bundel.samen(bundel.volgorde(paden))} window.kennisRegels = {{ {namen} }}; }})();"


def _zonder_nan(waarde: Any) -> Any:
    if isinstance(waarde, float) and math.isnan(waarde):
        return None
    if isinstance(waarde, dict):
        return {sleutel: _zonder_nan(w) for sleutel, w in waarde.items()}
    return [_zonder_nan(w) for w in waarde] if isinstance(waarde, list | tuple) else waarde


@pytest.fixture
def vrije_poort() -> int:
    """Een poort die nu vrij is."""
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        return stekker.getsockname()[1]


@pytest.fixture(scope="module")
def alleen_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Gereedschappen die alleen uit data bestaan (tests/soorten/data), in een tijdelijke map buiten het pakket, met de echte secties erbij."""
    from kennis import beschrijving
    from kennis.dossier import secties

    data, map_ = WORTEL / "tests" / "soorten" / "data", tmp_path_factory.mktemp("alleen-data")
    shutil.copytree(data / "gereedschap", map_ / "gereedschap")
    shutil.copytree(secties.MAP, map_ / "secties")
    shutil.copytree(data / "secties", map_ / "secties", dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(beschrijving, "MAP", map_ / "gereedschap")
        lap.setattr(secties, "MAP", map_ / "secties")
        _vergeet_beschrijvingen()
        yield map_
    _vergeet_beschrijvingen()


def _vergeet_beschrijvingen() -> None:
    """Lees gereedschappen, secties en wat daarvan op pagina's komt opnieuw."""
    from kennis import beschrijving
    from kennis.boek import gereedschapspagina
    from kennis.dossier import secties
    from kennis.widget import opzet

    for onthouden in (secties._namen, secties._sectie, secties.beschrijvingen, gereedschapspagina.bestanden, opzet.gegevens):
        onthouden.cache_clear()
    beschrijving.vergeet()
