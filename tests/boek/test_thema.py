"""Het thema: wat het van een pagina maakt, wat een pagina weegt, en of iedereen haar kan gebruiken."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes

from kennis.boek import thema
from kennis.figuren import PALET

WORTEL = Path(__file__).parents[2]
ENGELS = ("Skip to", "On this page", "Back to top", "Toggle", "Search this book", "Link to this", "Previous", "Next", "Contents", "Copy to")

HOOFDSTUK = """\
# Samen betalen in de wijk

*Bron: een proef, hoofdstuk 4. Stand: februari 2024.*

## In het kort

Wie langer samenwerkt, onderhandelt makkelijker over geld.

## Waar dit over gaat

Een [website](https://www.nivel.nl) en een lang woord: arbeidsongeschiktheidsverzekeringsmaatschappijenoverleg.

## Kennis: wat onderzoek zegt

| Model | Wat het is | Wie betaalt | Wanneer | Risico | Nadeel |
|---|---|---|---|---|---|
| Abonnement | Een vast bedrag per patiënt | Zorgverzekeraar | Vooraf | Onderbehandeling | Weinig prikkel voor samenwerking |

| Stap | Wat je doet | Let op |
|---|---|---|
| Een | Vraag wie er mee wil doen, en wat die er zelf aan heeft op de korte termijn | |

## Praktijk: eHealth in een regio

- [x] Gedaan

## Een onderwerp

### Tips: begin klein

:::{note}
Een kader.
:::

### Tips: meet wat verandert

Tekst.
"""
BEGIN = """\
# Een proefboek

Het begin.

::::{grid} 1 2 2 2
:::{grid-item-card} Een kaart
:link: deel/hoofdstuk
:link-type: doc
Tekst.
:::
::::

::::{tab-set}
:::{tab-item} Eerste
Een.
:::
:::{tab-item} Tweede
Twee.
:::
::::
"""
INHOUD = """\
format: jb-book
root: index
parts:
  - caption: Een deel
    chapters:
      - file: deel/hoofdstuk
"""


# --- css ---------------------------------------------------------------------------------------------


def test_css_is_klein_en_haalt_niets_van_elders() -> None:
    css = thema.css_tekst()
    assert "/*" not in css
    assert not re.search(r"url\(\s*[\"']?(https?:)?//", css)
    assert len(gzip.compress(css.encode())) < 12_000


def test_css_heeft_het_palet_van_de_figuren() -> None:
    licht, donker = _kleuren("light"), _kleuren("dark")
    assert {naam: licht[naam] for naam in PALET} == PALET
    assert set(PALET) <= set(donker)


@pytest.mark.parametrize("stand", ["light", "dark"])
@pytest.mark.parametrize(
    ("tekst", "grond"),
    [
        ("inkt", "papier"), ("inkt", "vlak"), ("inkt-zacht", "papier"), ("inkt-zacht", "vlak"), ("petrol", "papier"),
        ("petrol", "vlak"), ("petrol", "petrol-licht"), ("blauw", "papier"), ("blauw", "blauw-licht"), ("pruim", "pruim-licht"),
        ("steen-tekst", "papier"), ("steen-tekst", "steen-licht"), ("oker-tekst", "papier"), ("oker-tekst", "oker-licht"),
    ],
)  # fmt: skip
def test_tekst_is_leesbaar_op_haar_grond(stand: str, tekst: str, grond: str) -> None:
    kleuren = _kleuren(stand)
    assert _contrast(kleuren[tekst], kleuren[grond]) >= 4.5


def _kleuren(stand: str) -> dict[str, str]:
    bron = (thema.MAP / "css" / "00-kleur.css").read_text("utf8")
    licht, donker = bron.split('html[data-theme="dark"]')
    gevonden = dict(re.findall(r"--k-([\w-]+): (#\w{6});", licht))
    return gevonden if stand == "light" else gevonden | dict(re.findall(r"--k-([\w-]+): (#\w{6});", donker))


def _contrast(een: str, twee: str) -> float:
    def licht(kleur: str) -> float:
        delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        lineair = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
        return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]

    laag, hoog = sorted((licht(een), licht(twee)))
    return (hoog + 0.05) / (laag + 0.05)


# --- kleine onderdelen -------------------------------------------------------------------------------


def test_beschrijving_is_kort_en_breekt_op_een_woord() -> None:
    document = nodes.document(None, None)  # type: ignore[arg-type]
    document += nodes.paragraph("", "Bron: iets.", classes=["kb-stand"])
    document += nodes.paragraph("", "Zorg en welzijn werken samen. " * 12)
    tekst = thema.beschrijving(document)
    assert len(tekst) <= 160
    assert tekst.startswith("Zorg en welzijn")
    assert re.search(r"\w…$", tekst)


@pytest.mark.parametrize(("invoer", "uitvoer"), [("een tabel", "Een tabel"), ("eHealth nu", "eHealth nu"), ("", "")])
def test_hoofdletter(invoer: str, uitvoer: str) -> None:
    assert thema._hoofdletter(invoer) == uitvoer


def test_schoon_herstelt_een_tabel_van_pandas() -> None:
    ruw = '<style scoped>x</style><table border="1" class="dataframe"><thead><tr><th></th><th>a</th></tr></thead></table>'
    assert thema.schoon(ruw) == ('<div class="kb-rol"><table class="dataframe"><thead><tr><td></td><th>a</th></tr></thead></table></div>')


# --- een gebouwd proefboek ---------------------------------------------------------------------------


@pytest.fixture(scope="session")
def proefboek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bouw een klein boek met de echte instellingen; een waarschuwing is een fout."""
    wortel = tmp_path_factory.mktemp("thema")
    (wortel / "book" / "deel").mkdir(parents=True)
    (wortel / "book" / "index.md").write_text(BEGIN, "utf8")
    (wortel / "book" / "deel" / "hoofdstuk.md").write_text(HOOFDSTUK, "utf8")
    (wortel / "_toc.yml").write_text(INHOUD, "utf8")
    shutil.copy(WORTEL / "_config.yml", wortel)
    (wortel / "src").symlink_to(WORTEL / "src")
    bouw = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", "book", "--config", "_config.yml"]
    bouw += ["--toc", str(wortel / "_toc.yml"), "--path-output", ".", "-W", "--keep-going"]
    omgeving = os.environ | {"PYTHONPATH": str(WORTEL / "src")}
    klaar = subprocess.run(bouw, check=False, cwd=wortel, env=omgeving, capture_output=True, text=True, timeout=300)
    assert klaar.returncode == 0, klaar.stdout[-3000:] + klaar.stderr[-3000:]
    return wortel / "_build" / "html"


@pytest.fixture(scope="session")
def pagina(proefboek: Path) -> str:
    return (proefboek / "deel" / "hoofdstuk.html").read_text("utf8")


def test_blokken_krijgen_een_klasse_en_een_label(pagina: str) -> None:
    assert pagina.count('class="kb-blok kb-tips"') == 2
    assert '<span class="kb-soort">Kennis<span class="kb-dubbelepunt">: </span></span>Wat onderzoek zegt' in pagina
    assert "</span></span>eHealth in een regio" in pagina
    assert re.search(r'<section class="kb-kort" id="in-het-kort">', pagina)
    assert '<p class="kb-stand">' in pagina


def test_filterbalk_noemt_de_soorten_die_er_zijn(pagina: str) -> None:
    assert re.findall(r'data-soort="(\w+)"', pagina) == ["alles", "kennis", "praktijk", "tips"]
    assert pagina.index("in-het-kort") < pagina.index("kb-filter") < pagina.index('id="waar-dit-over-gaat"')


def test_inhoud_van_de_pagina_blijft_leesbaar(pagina: str) -> None:
    assert '<a href="#kennis-wat-onderzoek-zegt">Kennis: Wat onderzoek zegt</a>' in pagina


def test_kop_van_de_pagina(pagina: str) -> None:
    assert '<html lang="nl"' in pagina
    assert "<title>Samen betalen in de wijk – Kennisboek Juiste Zorg op de Juiste Plek</title>" in pagina
    assert '<meta name="description" content="Wie langer samenwerkt, onderhandelt makkelijker over geld.">' in pagina


def test_alles_is_nederlands(proefboek: Path) -> None:
    for bestand in proefboek.rglob("*.html"):
        gevonden = [woord for woord in ENGELS if woord in bestand.read_text("utf8")]
        assert not gevonden, f"{bestand.name}: {gevonden}"


def test_pagina_laadt_alleen_eigen_bestanden(proefboek: Path) -> None:
    for bestand in proefboek.rglob("*.html"):
        for adres in _laadt(bestand.read_text("utf8")):
            assert not adres.startswith(("http", "//")), f"{bestand.name} haalt {adres}"
            assert (bestand.parent / adres.split("?")[0]).is_file(), f"{bestand.name} mist {adres}"


def test_gewone_pagina_is_licht(proefboek: Path, pagina: str) -> None:
    bestanden = {(proefboek / "deel" / adres.split("?")[0]).resolve() for adres in _laadt(pagina)}
    bestanden |= {proefboek / "_static" / "letters" / naam for naam in ("schreefloos.woff2", "schreef.woff2")}
    gewicht = len(gzip.compress(pagina.encode())) + sum(len(gzip.compress(pad.read_bytes())) for pad in bestanden)
    assert gewicht < 100_000
    assert not {pad.name for pad in bestanden} & {"sphinx-design.min.css", "pygments.css", "design-tabs.js"}


def test_niets_van_het_ouderthema_blijft_liggen(proefboek: Path) -> None:
    namen = {pad.name for pad in (proefboek / "_static").rglob("*")}
    assert not {naam for naam in namen if "fontawesome" in naam or "bootstrap" in naam or "thebe" in naam or naam.startswith("fa-")}
    assert not (proefboek / "searchindex.js").exists()


def test_niets_in_de_pagina_zelf_wordt_uitgevoerd(proefboek: Path) -> None:
    for bestand in proefboek.rglob("*.html"):
        html = bestand.read_text("utf8")
        assert not re.findall(r"<script(?![^>]*(?:\ssrc=|application/json))[^>]*>", html), bestand.name
        assert not re.findall(r"<style|\son\w+=", html), bestand.name
        assert thema.CSP.replace("'", "&#39;") in html or thema.CSP in html


def _laadt(html: str) -> list[str]:
    return re.findall(r'<script[^>]*\ssrc="([^"]+)"', html) + re.findall(r'<link rel="(?:stylesheet|icon)"[^>]*href="([^"]+)"', html)


# --- in een browser ----------------------------------------------------------------------------------


@pytest.fixture
def open_pagina(chromium: Any, proefboek: Path) -> Iterator[Any]:
    """Open een pagina vanaf schijf; een fout in de console of een vreemd verzoek laat de test zakken."""
    klachten: list[str] = []
    vensters = []

    def open_(naam: str, breedte: int = 1280, hekje: str = "", klacht_mag: str = "\0", **opties: Any) -> Any:
        venster = chromium.new_context(viewport={"width": breedte, "height": 800}, **{"bypass_csp": True, **opties})
        vensters.append(venster)
        blad = venster.new_page()
        blad.on("console", lambda regel: klachten.append(regel.text) if regel.type == "error" and klacht_mag not in regel.text else None)
        blad.on("pageerror", lambda fout: klachten.append(str(fout)))
        blad.on("request", lambda v: None if v.url.startswith(("file:", "data:")) else klachten.append(v.url))
        blad.goto((proefboek / f"{naam}.html").as_uri() + hekje)
        return blad

    yield open_
    for venster in vensters:
        venster.close()
    assert not klachten


def test_een_vreemd_adres_houdt_niets_tegen(open_pagina: Any) -> None:
    blad = open_pagina("deel/hoofdstuk", hekje="#100%")
    blad.evaluate("scrollTo(0, document.body.scrollHeight)")
    blad.wait_for_selector(".kb-pagina-inhoud a[aria-current=true]")


def test_een_script_van_buiten_of_in_de_pagina_mag_niet(open_pagina: Any) -> None:
    blad = open_pagina("deel/hoofdstuk", bypass_csp=False, klacht_mag="Content Security Policy")
    blad.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.kraak = 1' }))")
    assert blad.evaluate("window.kraak") is None


def test_op_deze_pagina_staat_meteen_goed(open_pagina: Any) -> None:
    assert open_pagina("deel/hoofdstuk", 1280).get_attribute("#kb-pagina-inhoud", "open") is not None
    assert open_pagina("deel/hoofdstuk", 360).get_attribute("#kb-pagina-inhoud", "open") is None


@pytest.mark.parametrize("naam", ["index", "deel/hoofdstuk"])
@pytest.mark.parametrize("breedte", [320, 360, 1280])
@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_toegankelijk(open_pagina: Any, naam: str, breedte: int, kleur: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    blad = open_pagina(naam, breedte, color_scheme=kleur)
    assert blad.evaluate("document.documentElement.dataset.theme") == kleur
    assert blad.evaluate("document.documentElement.scrollWidth") <= breedte
    gevonden = Axe().run(blad, options={"preload": False}).response["violations"]
    assert not [(v["id"], v["nodes"][0]["html"]) for v in gevonden]


def test_menu_met_toetsen(open_pagina: Any) -> None:
    blad = open_pagina("deel/hoofdstuk", 360)
    knop = blad.locator("#kb-menuknop")
    knop.focus()
    blad.keyboard.press("Enter")
    assert knop.get_attribute("aria-expanded") == "true"
    assert blad.evaluate("document.activeElement.id") == "kb-sluitknop"
    blad.keyboard.press("Escape")
    assert knop.get_attribute("aria-expanded") == "false"
    assert blad.evaluate("document.activeElement.id") == "kb-menuknop"


def test_filter_onthoudt_en_wijkt_voor_een_link(open_pagina: Any) -> None:
    blad = open_pagina("deel/hoofdstuk")
    blad.click(".kb-filter [data-soort=tips]")
    assert not blad.is_visible("#kennis-wat-onderzoek-zegt")
    assert blad.is_visible("#tips-begin-klein")
    assert "2 van de 4" in blad.inner_text(".kb-filter [role=status]")
    blad.reload()
    assert blad.get_attribute(".kb-filter [data-soort=tips]", "aria-pressed") == "true"
    blad.evaluate("location.hash = 'kennis-wat-onderzoek-zegt'")
    blad.wait_for_function("document.querySelector('[data-soort=alles]').ariaPressed === 'true'")
    assert blad.is_visible("#kennis-wat-onderzoek-zegt")


def test_kleurknop(open_pagina: Any) -> None:
    blad = open_pagina("index", color_scheme="dark")
    standen = []
    for _ in range(3):
        blad.click("#kb-kleurknop")
        standen.append(blad.evaluate("document.documentElement.dataset.theme"))
    assert standen == ["light", "dark", "dark"]
    blad.click("#kb-kleurknop")
    blad.reload()
    assert blad.evaluate("document.documentElement.dataset.theme") == "light"


def test_brede_tabel_is_met_toetsen_te_bereiken(open_pagina: Any) -> None:
    blad = open_pagina("deel/hoofdstuk", 360)
    rol = blad.locator(".kb-rol").first
    assert rol.get_attribute("role") == "region"
    assert rol.get_attribute("tabindex") == "0"


def test_tabel_met_veel_tekst_wordt_een_stapel_op_een_telefoon(open_pagina: Any) -> None:
    blad = open_pagina("deel/hoofdstuk", 360)
    stapel = blad.locator(".kb-stapel")
    assert stapel.count() == 1
    assert stapel.locator("td:nth-child(2)").inner_text().startswith("Wat je doet")
    assert not stapel.locator(".kb-leeg").is_visible()
    blad.set_viewport_size({"width": 1280, "height": 800})
    assert not stapel.locator(".kb-celkop").is_visible()


def test_leesbaar_zonder_javascript(open_pagina: Any) -> None:
    blad = open_pagina("deel/hoofdstuk", 360, java_script_enabled=False)
    assert blad.is_visible("#kennis-wat-onderzoek-zegt")
    assert not blad.is_visible(".kb-filter")
    assert blad.is_visible("#kb-zijbalk a[aria-current=page]")


def test_op_papier_staat_alleen_de_inhoud(open_pagina: Any) -> None:
    blad = open_pagina("deel/hoofdstuk")
    blad.emulate_media(media="print")
    assert blad.is_visible("article h1")
    for weg in (".kb-kop", "#kb-zijbalk", ".kb-pagina-inhoud", ".kb-filter", ".kb-bladeren", ".kb-voet"):
        assert not blad.locator(weg).first.is_visible(), weg
