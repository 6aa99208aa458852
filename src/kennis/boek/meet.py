"""Meet het gebouwde boek: gewicht, aanvragen, tijd tot bruikbaar, traagheid, verschuiving en bouwtijd.

Dit zijn cijfers, geen tests: de machine bepaalt mee. Vergelijk medianen op dezelfde machine.
"""

from __future__ import annotations

import datetime
import gzip
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kennis.boek.browser import OPTIES, vind

WORTEL = Path(__file__).parents[3]
SITE = WORTEL / "_build" / "html"
TEKSTPAGINA = "nivel/kassier.html"
GEREEDSCHAPSPAGINA = "stappenplan/planvorming.html"
PUNT = ".kg-plek[data-gereedschap=stakeholdermatrix] .kg-punt"
HERHALINGEN = 7

# Legt vast hoe lang het duurt van een gebeurtenis tot het beeld ervan op het scherm staat, en hoeveel er verschuift.
METER = """
window.meting = { traag: [], schuif: 0 };
new PerformanceObserver((lijst) => {
  for (const e of lijst.getEntries()) if (!e.hadRecentInput) window.meting.schuif += e.value;
}).observe({ type: "layout-shift", buffered: true });
for (const soort of ["pointermove", "keydown"]) addEventListener(soort, (e) => {
  const begin = e.timeStamp;
  requestAnimationFrame(() => {
    const kanaal = new MessageChannel();
    kanaal.port1.onmessage = () => window.meting.traag.push(performance.now() - begin);
    kanaal.port2.postMessage(0);
  });
}, true);
"""
# Wanneer de pagina bruikbaar is: het gereedschap staat er, of (zonder gereedschap) de tekst.
GEREED = """() => {
  const [klaar] = performance.getEntriesByName('kennis-gereed').slice(-1);
  return klaar ? klaar.startTime : performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd;
}"""


def gewicht(bestanden: Iterable[Path]) -> int:
    """Geef de bytes van bestanden na gzip, zoals een webserver ze stuurt; wat al klein is, telt zoals het is."""
    klein = {".woff2", ".png"}
    return sum(p.stat().st_size if p.suffix in klein else len(gzip.compress(p.read_bytes(), 6)) for p in bestanden)


def bekijk(browser: Any, adres: str, pagina: str, **venster: Any) -> dict[str, Any]:
    """Open een pagina met een lege voorraad en geef de bestanden, de tijd tot bruikbaar en de verschuiving."""
    context = browser.new_context(**venster)
    blad = context.new_page()
    blad.add_init_script(METER)
    gevraagd: list[str] = []
    blad.on("request", lambda vraag: gevraagd.append(vraag.url))
    blad.goto(f"{adres}/{pagina}", wait_until="load")
    blad.wait_for_timeout(600)
    uit = {
        "bestanden": [SITE / url.removeprefix(f"{adres}/").split("?")[0].split("#")[0] for url in gevraagd if url.startswith(adres)],
        "aanvragen": len(gevraagd),
        "gereed": blad.evaluate(GEREED),
        "schuif": blad.evaluate("window.meting.schuif"),
    }
    context.close()
    return uit


def traagheid(browser: Any, adres: str) -> dict[str, list[float]]:
    """Sleep een punt en druk op pijltjes; geef per stap de tijd tot het beeld er staat, in milliseconden."""
    blad = browser.new_page(viewport={"width": 1280, "height": 900})
    blad.add_init_script(METER)
    blad.goto(f"{adres}/{GEREEDSCHAPSPAGINA}")
    blad.wait_for_selector(PUNT)
    punt = blad.locator(PUNT).first
    punt.scroll_into_view_if_needed()
    vak = punt.locator(".kg-stip").bounding_box()
    x, y = vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2
    blad.mouse.move(x, y)
    blad.mouse.down()
    blad.evaluate("window.meting.traag = []")
    for stap in range(100):
        blad.mouse.move(x - stap, y + stap / 2)
    sleep = blad.evaluate("window.meting.traag")
    blad.mouse.up()
    blad.evaluate("window.meting.traag = []")
    for stap in range(60):
        blad.keyboard.press("ArrowLeft" if stap % 2 else "ArrowRight")
    toets = blad.evaluate("window.meting.traag")
    blad.close()
    return {"sleep": sleep, "toets": toets}


def percentiel(getallen: list[float], deel: float) -> float:
    """Geef de waarde waar dit deel van de getallen onder ligt."""
    geordend = sorted(getallen)
    return geordend[min(len(geordend) - 1, int(deel * len(geordend)))]


def meet_pagina(adres: str) -> list[tuple[str, str, str]]:
    """Meet in een echte Chromium en geef rijen: wat, gemeten, doel."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=vind(), args=list(OPTIES))
        breed, smal = {"viewport": {"width": 1280, "height": 900}}, {"viewport": {"width": 360, "height": 740}}
        tekst = [bekijk(browser, adres, TEKSTPAGINA, **breed) for _ in range(HERHALINGEN)]
        tool = [bekijk(browser, adres, GEREEDSCHAPSPAGINA, **breed) for _ in range(HERHALINGEN)]
        tool_smal = [bekijk(browser, adres, GEREEDSCHAPSPAGINA, **smal) for _ in range(HERHALINGEN)]
        stappen = traagheid(browser, adres)
        browser.close()
    eigen = [p for p in tool[0]["bestanden"] if p.name.startswith("kennis-")]
    rijen = [
        ("Tekstpagina, eerste bezoek (kB na gzip)", f"{gewicht(tekst[0]['bestanden']) / 1000:.1f}", "hoogstens 250"),
        ("Tekstpagina, aanvragen", str(tekst[0]["aanvragen"]), ""),
        ("Pagina met twee gereedschappen, eerste bezoek (kB na gzip)", f"{gewicht(tool[0]['bestanden']) / 1000:.1f}", ""),
        ("Pagina met twee gereedschappen, aanvragen", str(tool[0]["aanvragen"]), ""),
        ("Gereedschap: script en opmaak (kB na gzip)", f"{gewicht(eigen) / 1000:.1f}", ""),
        *gereedschapsgewicht(),
        ("Tijd tot bruikbaar, mediaan (ms)", f"{statistics.median(t['gereed'] for t in tool):.0f}", ""),
        ("Verschuiving bij 1280 en 360 px, hoogste", f"{max(t['schuif'] for t in tool):.3f} en {max(t['schuif'] for t in tool_smal):.3f}", "onder 0,05"),
    ]
    for naam, kop in (("sleep", "Slepen"), ("toets", "Pijltje")):
        gemeten = f"{percentiel(stappen[naam], 0.5):.0f} en {percentiel(stappen[naam], 0.95):.0f}"
        rijen.append((f"{kop}, tot het beeld er staat, p50 en p95 (ms)", gemeten, "p95 onder 50" if naam == "sleep" else ""))
    return rijen


def gereedschapsgewicht() -> list[tuple[str, str, str]]:
    """Geef per gereedschap script + opmaak + zijn gegevens op de pagina, en apart het vaste beeld."""
    import re

    from bs4 import BeautifulSoup

    from kennis.boek.gereedschapspagina import bestanden

    rijen = []
    for pad in sorted(SITE.rglob("*.html")):
        bron = pad.read_text(encoding="utf-8")
        if 'class="kg-plek"' not in bron:
            continue
        for plek in BeautifulSoup(bron, "html.parser").select(".kg-plek"):
            delen = [*bestanden().scripts({plek["data-soort"]}), *bestanden().stijlen({plek["data-soort"]})]
            eigen = [SITE / "_static" / naam for naam in delen]
            gegevens = len(gzip.compress(re.sub(r"\s+$", "", plek.script.string).encode("utf-8"), 6))
            beeld = len(gzip.compress(str(plek.select_one(".kg-vast")).encode("utf-8"), 6))
            naam = f"{plek['data-gereedschap']}: script, opmaak en gegevens; apart het vaste beeld (kB na gzip)"
            rijen.append((naam, f"{(gewicht(eigen) + gegevens) / 1000:.1f}; {beeld / 1000:.1f}", "hoogstens 20"))
    return rijen


def meet_bouw() -> list[tuple[str, str, str]]:
    """Bouw koud en daarna zonder wijziging, en geef de tijden."""
    rijen = []
    for naam, extra, doel in (("Bouw, koud (s)", ["--schoon"], ""), ("Bouw, zonder wijziging (s)", [], "onder 10")):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kennis", "boek", *extra], cwd=WORTEL, check=True, stdout=subprocess.DEVNULL)
        rijen.append((naam, f"{time.perf_counter() - begin:.1f}", doel))
    return rijen


def meet_test() -> list[tuple[str, str, str]]:
    """Draai alle tests en geef de tijd."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kennis", "test"], cwd=WORTEL, check=True, stdout=subprocess.DEVNULL)
    return [("Alle tests, met koude bouw (s)", f"{time.perf_counter() - begin:.0f}", "onder 600")]


def meet_zoeken() -> list[tuple[str, str, str]]:
    """Geef hoe vaak zoeken raak is."""
    from kennis.boek import zoeken

    return [(f"Zoeken: {naam}", str(waarde), "") for naam, waarde in zoeken.meet(SITE, WORTEL / "tests" / "boek" / "zoekvragen.csv").items()]


def als_tabel(rijen: list[tuple[str, str, str]]) -> str:
    """Schrijf de rijen als markdowntabel."""
    kop = ["| wat | gemeten | doel |", "|---|---|---|"]
    return "\n".join([*kop, *(f"| {wat} | {gemeten.replace('.', ',')} | {doel} |" for wat, gemeten, doel in rijen)])


def hoofd(met_tests: bool = False, zeg: Callable[[str], None] = print) -> None:
    """Meet alles, toon de tabel en bewaar haar in docs/metingen.md."""
    from kennis.boek.server import serveer

    rijen = meet_bouw()
    with serveer(SITE) as adres:
        rijen = [*meet_pagina(adres), *meet_zoeken(), *rijen]
    if met_tests:
        rijen += meet_test()
    tabel = als_tabel(rijen)
    zeg(tabel)
    uitleg = (
        "# Metingen\n\nGemaakt met `kennis meet` op "
        f"{datetime.date.today():%d-%m-%Y}. De machine telt mee: vergelijk alleen cijfers van dezelfde machine.\n"
        "Een eerste bezoek is een bezoek met een lege voorraad. Wat pas komt als een lezer erom vraagt (zoeken, openen, bewaren) telt niet mee.\n\n"
    )
    (WORTEL / "docs" / "metingen.md").write_text(uitleg + tabel + "\n", encoding="utf-8")
