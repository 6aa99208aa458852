"""Meet hoe goed de lezer vindt wat hij zoekt: vaste vragen, in een echte Chromium, op het gebouwde boek."""

from __future__ import annotations

import csv
import gzip
import posixpath
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from kennis.boek.browser import OPTIES, vind
from kennis.boek.zoeken.bladzijden import lees

ZOEK_ALLES = """async (vragen) => {
  const machine = await kbZoek.laad();
  return vragen.map((vraag) => kbZoek.volgorde(KB_ZOEK, machine.zoek(vraag).treffers));
}"""


@dataclass(frozen=True)
class Vraag:
    """Een vraag met de plekken (`pagina#sectie`) die een goed antwoord zijn.

    De groep `eerst` is gebruikt bij het afstellen, de groep `controle` is daarna geschreven, vanuit de tekst.
    """

    tekst: str
    goed: tuple[str, ...]
    groep: str = "eerst"

    @property
    def paginas(self) -> tuple[str, ...]:
        """De pagina's van de goede antwoorden."""
        return tuple(plek.partition("#")[0] for plek in self.goed)


def lees_vragen(pad: Path) -> list[Vraag]:
    """Lees de vragen; meer goede plekken staan met komma's achter elkaar."""
    with pad.open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand, delimiter=";"))
    return [Vraag(rij["vraag"], tuple(p.strip() for p in rij["verwacht"].split(",")), rij.get("groep") or "eerst") for rij in rijen]


def rangen(gevonden: Iterable[Sequence[str]], verwacht: Iterable[Sequence[str]]) -> list[int]:
    """Geef per vraag de rang van het eerste goede antwoord, of 0 als dat er niet bij staat.

    >>> rangen([["a#1", "b#2"], ["c#3"]], [["b#2"], ["d#4"]])
    [2, 0]
    """
    return [
        next((rang for rang, plek in enumerate(lijst, start=1) if plek in goed), 0)
        for lijst, goed in zip(gevonden, verwacht, strict=True)
    ]


def scores(rangen: Sequence[int]) -> dict[str, float]:
    """Vat rangen samen: het aandeel op plaats 1, op plaats 1 tot 3, en de gemiddelde omgekeerde rang (tot plaats 10)."""
    aantal = len(rangen)
    return {
        "succes@1": round(sum(rang == 1 for rang in rangen) / aantal, 3),
        "succes@3": round(sum(1 <= rang <= 3 for rang in rangen) / aantal, 3),
        "mrr@10": round(sum(1 / rang for rang in rangen if 1 <= rang <= 10) / aantal, 3),
    }


def wijzers(map_html: Path, pagina: str = "start/wat-speelt-er.html") -> dict[str, list[str]]:
    """Geef per plek de vragen van "Wat speelt er?" die er als eerste naar wijzen; wie zo'n vraag vindt, heeft het antwoord en de weg."""
    pad = map_html / pagina
    if not pad.is_file():
        return {}
    uit: dict[str, list[str]] = {}
    for vak in BeautifulSoup(pad.read_bytes(), "html.parser").select("details.kb-vraag .kb-antwoord[id]"):
        kop = next((kop for kop in vak.select("p > strong") if kop.get_text().startswith("Lees")), None)
        link = kop and kop.find_next("a")
        if link:
            url, _, anker = link["href"].partition("#")
            doel = posixpath.normpath(posixpath.join(posixpath.dirname(pagina), url)) if url else pagina
            uit.setdefault(_sectie(map_html, doel, anker), []).append(f"{pagina}#{vak['id']}")
    return uit


@cache
def _secties(pad: Path) -> dict[str, str]:
    """Geef per anker op een bladzijde het anker van zijn sectie; leeg is het begin."""
    secties = lees(pad, pad.name).secties
    return {"": secties[0].anker} | {ook: sectie.anker for sectie in secties for ook in (sectie.anker, *sectie.ook)}


def _sectie(map_html: Path, url: str, anker: str) -> str:
    return f"{url}#{_secties(map_html / url).get(anker, anker)}"


def bytes_gzip(map_html: Path) -> dict[str, int]:
    """Geef hoeveel bytes (gzip) de lezer laadt: bij elke pagina, bij de eerste keer zoeken, en per pagina met een fragment."""
    zoek = map_html / "_static" / "kb-zoek"

    def som(*namen: str) -> int:
        return sum(len(gzip.compress(pad.read_bytes(), 9)) for naam in namen for pad in zoek.glob(naam))

    teksten = [som(f"tekst/{pad.name}") for pad in (zoek / "tekst").glob("*.js")]
    return {
        "bytes bij elke pagina": som("zoek.*.js", "zoek.*.css"),
        "bytes bij eerste keer zoeken": som("motor.*.js", "index.js"),
        "bytes per fragmentbestand": round(sum(teksten) / len(teksten)),
    }


def zoek(map_html: Path, vragen: Sequence[str]) -> list[list[str]]:
    """Geef per vraag de plekken in de volgorde waarin de lezer ze ziet."""
    # In een eigen draad, want de aanroeper kan zelf ook een browser open hebben.
    with ThreadPoolExecutor(max_workers=1) as draad:
        return draad.submit(_zoek_in_chromium, map_html, vragen).result()


def _zoek_in_chromium(map_html: Path, vragen: Sequence[str]) -> list[list[str]]:
    from playwright.sync_api import sync_playwright

    pagina_url = next(pad for pad in sorted(map_html.rglob("*.html")) if "/kb-zoek/zoek." in pad.read_text(encoding="utf-8")).as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=vind(), args=list(OPTIES))
        pagina = browser.new_page()
        pagina.goto(pagina_url)
        gevonden = pagina.evaluate(ZOEK_ALLES, list(vragen))
        browser.close()
    return gevonden


def meet(map_html: Path, vragen: Path) -> dict[str, Any]:
    """Meet de vindbaarheid en het gewicht van het zoeken in een gebouwd boek; `vragen` is een csv met vraag, verwacht en groep.

    Vragen over pagina's die nog niet gebouwd zijn, tellen niet mee; het aantal staat erbij.
    """
    map_html = Path(map_html)
    lijst = [vraag for vraag in lees_vragen(vragen) if any((map_html / url).is_file() for url in vraag.paginas)]
    uit: dict[str, Any] = {"vragen": len(lijst)}
    if lijst:
        gevonden = zoek(map_html, [vraag.tekst for vraag in lijst])
        per_sectie = rangen(gevonden, [vraag.goed for vraag in lijst])
        uit |= scores(per_sectie)
        wijst = wijzers(map_html)
        ruim = [(*vraag.goed, *(vraag_ for plek in vraag.goed for vraag_ in wijst.get(plek, []))) for vraag in lijst]
        uit |= {f"{naam}, vragen erbij": waarde for naam, waarde in scores(rangen(gevonden, ruim)).items()}
        uit |= {
            f"mrr@10 {groep}": scores([rang for rang, vraag in zip(per_sectie, lijst, strict=True) if vraag.groep == groep])["mrr@10"]
            for groep in dict.fromkeys(vraag.groep for vraag in lijst)
        }
        uit["pagina@3"] = scores(rangen(map(paginas, gevonden), [vraag.paginas for vraag in lijst]))["succes@3"]
        uit["zonder resultaat"] = sum(not plekken for plekken in gevonden)
    return uit | bytes_gzip(map_html)


def paginas(plekken: Iterable[str]) -> list[str]:
    """Geef de pagina's van een lijst plekken, elke pagina één keer."""
    return list(dict.fromkeys(plek.partition("#")[0] for plek in plekken))
