"""Niets raakt verloren: gebeurtenissen × gereedschappen, in een echte Chromium, met het gereedschap zoals een lezer het invult.

Elke test typt een woord zonder het veld te verlaten, laat iets gebeuren, en zoekt het woord daarna in het eigen dossier.
"""

# JavaScript in een test staat op één regel, zoals het op een pagina zou staan.
# ruff: noqa: E501
from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kennis import gereedschap
from kennis.boek.gereedschapspagina import pagina_html
from kennis.boek.server import serveer
from kennis.dossier.link import schrijf_link

EIGEN = "() => window.kennisModules['widget/pagina'].bewaarder().then((b) => JSON.stringify(b.eigen()?.dossier() ?? null))"
BEWAARD = """() => window.kennisModules['widget/pagina'].bewaarder().then((b) => !b.eigen().toestand().wacht
  && [...document.querySelectorAll('[data-typt]')].every((veld) => JSON.stringify(b.eigen().dossier()).includes(veld.value)))"""


def wacht_tot(pagina: Page, belofte: str) -> None:
    """Vraag tot het waar is; `wait_for_function` houdt een belofte zelf al voor waar."""
    einde = time.monotonic() + 20
    while not pagina.evaluate(belofte):
        assert time.monotonic() < einde, f"dit werd niet waar: {belofte}"


def _typ(pagina: Page, veld: str, woord: str) -> None:
    pagina.locator(veld).first.focus()
    pagina.keyboard.press("End")
    pagina.keyboard.type(woord)


def _typ_nieuw(pagina: Page, woord: str) -> None:
    pagina.click("[data-sleutel=nieuw]")
    pagina.wait_for_selector(".kg-zijkant input")
    _typ(pagina, ".kg-zijkant input", woord)


def _typ_lijst(pagina: Page, woord: str) -> None:
    pagina.click("[data-sleutel=eigen]:not(.kg-herkomst *)")
    _typ(pagina, ".kk-onder input[type=text], .kk-onder textarea", woord)


def _typ_scan(pagina: Page, woord: str) -> None:
    pagina.fill("[data-sleutel=wie]", woord)
    pagina.keyboard.press("Tab")
    pagina.locator("input[type=radio]:not(:disabled)").first.evaluate("(radio) => radio.click()")


def _typ_knop(pagina: Page, woord: str) -> None:
    _typ(pagina, "[data-sleutel='nieuw.routine']", woord)


def _typ_doel(pagina: Page, woord: str) -> None:
    _typ(pagina, "[data-sleutel='nieuw.kosten']", woord)


def _typ_rij(deel: int, sectie: str) -> Callable[[Page, str], None]:
    """Een rij erbij in een deel van een rekenblad, en het woord achter haar naam."""

    def typ(pagina: Page, woord: str) -> None:
        pagina.wait_for_selector(f"[data-sleutel='invoer.{deel}']")
        pagina.evaluate("(deel) => { document.querySelector(`details[data-uitklap='invoer.${deel}']`).open = true; }", deel)
        pagina.click(f"[data-sleutel='{sectie}.erbij']")
        # De nieuwe naam is pas in de hand als zij geselecteerd is.
        pagina.wait_for_function("(s) => { const v = document.activeElement; return v?.dataset.sleutel?.startsWith(s) && v.selectionEnd > 0; }", arg=sectie)
        pagina.keyboard.press("End")
        pagina.keyboard.type(woord)

    return typ


def _typ_activiteit(pagina: Page, woord: str) -> None:
    """Een activiteit erbij in Wie betaalt wat, en het woord achter haar naam."""
    pagina.evaluate("document.querySelectorAll('.kg details:not(.kg-menu)').forEach((deel) => { deel.open = true; })")
    pagina.click("[data-sleutel='betaling.erbij']")
    # De nieuwe naam is pas in de hand als zij geselecteerd is.
    pagina.wait_for_function("document.activeElement?.dataset.sleutel?.startsWith('betaling') && document.activeElement.selectionEnd > 0")
    pagina.keyboard.press("End")
    pagina.keyboard.type(woord)


# Hoe een lezer in elk gereedschap een woord kwijt kan.
TYP: dict[str, Callable[[Page, str], None]] = {
    "stakeholdermatrix": _typ_nieuw,
    "prioritering": _typ_nieuw,
    "governancekiezer": lambda pagina, woord: _typ(pagina, "[data-sleutel=notitie]", woord),
    "bekostigingskiezer": lambda pagina, woord: _typ(pagina, "[data-sleutel=notitie]", woord),
    "knelpuntenwijzer": _typ_lijst,
    "fasewijzer": _typ_scan,
    "ketenscan": _typ_scan,
    "waardenkaart": _typ_scan,
    "knoppenpaneel": _typ_knop,
    "monitorplan": _typ_doel,
    "businesscase": _typ_rij(0, "kostenposten"),
    "contractmodel": _typ_rij(1, "contractpartijen"),
    "betaalwijzer": _typ_activiteit,
}
NAMEN = sorted(gereedschap.namen())
# Wat met typen, rijen en bestanden gebeurt, kan per gereedschap anders zijn. Wat met de opslag en met links gebeurt, is per soort
# dezelfde code; daar staat van elke soort één gereedschap voor alle andere.
PER_SOORT = sorted({gereedschap.klasse(naam).soort: naam for naam in reversed(NAMEN)}.values())


def test_elk_gereedschap_doet_mee() -> None:
    assert set(NAMEN) == set(TYP)


@pytest.fixture(scope="module")
def adres(tmp_path_factory: pytest.TempPathFactory, zet_los: Any) -> Iterator[str]:
    """Een bladzijde per gereedschap, leeg begonnen."""
    map_ = tmp_path_factory.mktemp("verlies")
    for naam in NAMEN:
        klasse = gereedschap.klasse(naam)
        zet_los(map_, f"{naam}.html", f"<main><h1>Proef</h1><h2>Gereedschap</h2>{pagina_html(klasse()._gegevens())}</main>", klasse.soort)
    with serveer(map_) as plek:
        yield plek


class Lezer:
    """Iemand met een browser: eigen opslag, en zo veel tabbladen als nodig."""

    def __init__(self, context: BrowserContext, adres: str):
        self.context, self.adres = context, adres

    def tab(self, naam: str, achter: str = "", begin: str = "") -> Page:
        """Open een gereedschap in een nieuw tabblad."""
        pagina = self.context.new_page()
        if begin:
            pagina.add_init_script(begin)
        pagina.goto(f"{self.adres}/{naam}.html{achter}")
        pagina.wait_for_selector("[data-gereed]")
        return pagina

    def begin(self, naam: str) -> Page:
        """Open een gereedschap en begin met eigen gegevens."""
        pagina = self.tab(naam)
        pagina.click("[data-sleutel=begin]")
        pagina.click("[data-sleutel=aandeslag]")
        return pagina

    @staticmethod
    def typ(pagina: Page, woord: str) -> None:
        """Typ een woord in het gereedschap op deze pagina, zonder het veld te verlaten."""
        TYP[pagina.url.rsplit("/", 1)[1].split(".")[0]](pagina, woord)

    @staticmethod
    def dossier(pagina: Page) -> str:
        """Het eigen dossier als tekst."""
        return pagina.evaluate(EIGEN)

    @staticmethod
    def bewaard(pagina: Page) -> None:
        """Wacht tot alles bewaard is."""
        wacht_tot(pagina, BEWAARD)


@pytest.fixture
def lezer(chromium: Browser, adres: str) -> Iterator[Lezer]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield Lezer(context, adres)
    context.close()


@pytest.mark.parametrize("naam", NAMEN)
def test_herladen_midden_in_het_typen(lezer: Lezer, naam: str) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "halfwoord")
    pagina.reload()
    pagina.wait_for_selector("[data-gereed]")
    assert "halfwoord" in lezer.dossier(pagina)


@pytest.mark.parametrize("naam", PER_SOORT)
def test_weg_en_terug_met_de_terugknop(lezer: Lezer, naam: str) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "halfwoord")
    pagina.goto("about:blank")
    pagina.go_back()
    pagina.wait_for_selector("[data-gereed]")
    assert "halfwoord" in lezer.dossier(pagina)


@pytest.mark.parametrize("naam", NAMEN)
def test_twee_tabbladen_van_hetzelfde_gereedschap(lezer: Lezer, naam: str) -> None:
    een = lezer.begin(naam)
    lezer.bewaard(een)
    ander = lezer.tab(naam)
    lezer.typ(een, "eersteplek")
    lezer.bewaard(een)
    lezer.typ(ander, "tweedeplek")
    lezer.bewaard(ander)
    # Waar beide in hetzelfde veld typen, staat het laatste er, en het eerste in de geschiedenis.
    for pagina in (een, ander):
        wacht_tot(pagina, f"async () => (await ({EIGEN})()).includes('tweedeplek')")
        assert "eersteplek" in lezer.dossier(pagina) + pagina.evaluate("JSON.stringify({ ...localStorage })")


# Een ander tabblad zet er na een tel een rij voor, terwijl hier getypt wordt.
ERVOOR = """([sectie, rij, na]) => window.kennisModules['widget/pagina'].bewaarder().then((b) => setTimeout(() => b.eigen().wijzig(
  (dossier) => ({ ...dossier, secties: { ...dossier.secties, [sectie]: [rij, ...(dossier.secties[sectie] ?? [])] } }), { wat: "proef" }), na))"""


@pytest.mark.parametrize("naam", [naam for naam in NAMEN if gereedschap.klasse(naam).soort != "scan"])
def test_typen_terwijl_een_ander_tabblad_er_een_rij_voor_zet(lezer: Lezer, naam: str) -> None:
    een = lezer.begin(naam)
    lezer.bewaard(een)
    ander = lezer.tab(naam)
    lezer.typ(ander, "begin")
    [(sectie, [rij])] = _rij(naam, 9).items()
    een.evaluate(ERVOOR, [sectie, rij, 500])
    ander.keyboard.type("vandezindiedoorgaattotheteinde", delay=60)
    lezer.bewaard(ander)
    assert "beginvandezindiedoorgaattotheteinde" in lezer.dossier(ander)
    assert all(woord in lezer.dossier(ander) for woord in _woorden(naam, 9))


@pytest.mark.parametrize("naam", NAMEN)
def test_twee_tabbladen_van_twee_gereedschappen(lezer: Lezer, naam: str) -> None:
    een = lezer.begin(naam)
    lezer.bewaard(een)
    ander = lezer.tab(NAMEN[(NAMEN.index(naam) + 1) % len(NAMEN)])
    lezer.typ(een, "eersteplek")
    # Nog open: schrijven beide tabbladen binnen enkele milliseconden en herlaadt het ene meteen, dan kan zijn woord alleen nog in de
    # geschiedenis staan. Daarvoor moet elk tabblad een eigen plek in de opslag krijgen; tot dan wacht deze test op het bericht.
    wacht_tot(ander, f"async () => (await ({EIGEN})()).includes('eersteplek')")
    lezer.typ(ander, "tweedeplek")
    een.reload()
    een.wait_for_selector("[data-gereed]")
    lezer.bewaard(ander)
    vers = lezer.tab(naam)
    assert "eersteplek" in lezer.dossier(vers)
    assert "tweedeplek" in lezer.dossier(vers)


def _rij(naam: str, n: int) -> dict[str, Any]:
    # De hoofdsectie van het contractmodel is een formulier zonder tekst; daar staat het werk bij de partijen.
    sectie = "contractpartijen" if naam == "contractmodel" else gereedschap.klasse(naam).regels()["sectie"]
    rijen = {
        "stakeholders": {"naam": f"Partij{n}", "soort": "gemeente"},
        "initiatieven": {"naam": f"Plan{n}"},
        "governance": {"vraag": f"eigen{n}", "notitie": f"Notitie{n}"},
        "bekostiging": {"vraag": f"eigen{n}", "notitie": f"Notitie{n}"},
        "knelpunten_keuze": {"knelpunt": f"Knelpunt{n}"},
        "fasescores": {"persoon": f"Mens{n}", "stelling": "f1-procesgeld", "score": n},
        "uitkomsten": {"doel": f"Doel{n}", "aim": "kosten"},
        "kostenposten": {"naam": f"Post{n}", "eenmalig": n},
        "contractpartijen": {"naam": f"Partij{n}", "rol": "ziekenhuis"},
        "knoppen": {"nu": f"Punt{n}", "knop": "routine"},
        "ketenmetingen": {"persoon": f"Mens{n}", "stelling": "1-probleem", "meting": "2026", "score": 3},
        "waardenkeuzes": {"persoon": f"Mens{n}", "stelling": "samen", "score": 3},
        "betaling": {"naam": f"Activiteit{n}", "kosten": n},
    }
    return {sectie: [rijen[sectie]]}


def _woorden(naam: str, n: int) -> list[str]:
    """De woorden waaraan een rij te herkennen is."""
    return [w for rijen in _rij(naam, n).values() for w in rijen[0].values() if isinstance(w, str) and w.endswith(str(n))]


def _link(naam: str, n: int) -> str:
    return schrijf_link({"kennisdossier": 2, "titel": f"Van {n}", "secties": _rij(naam, n)}, naam)


@pytest.mark.parametrize("naam", NAMEN)
def test_zeven_links_in_zeven_tabbladen(lezer: Lezer, naam: str) -> None:
    lezer.bewaard(lezer.begin(naam))
    tabs = [lezer.tab(naam, _link(naam, n)) for n in range(1, 8)]
    for pagina in tabs:
        pagina.click("[data-sleutel=delen]")
        pagina.click("[data-sleutel=neemover]")
    for pagina in tabs:
        lezer.bewaard(pagina)
    tekst = lezer.dossier(lezer.tab(naam))
    woorden = [woord for n in range(1, 8) for woord in _woorden(naam, n)]
    assert [w for w in woorden if w not in tekst] == []


@pytest.mark.parametrize("naam", PER_SOORT)
def test_een_link_laat_eigen_werk_met_rust(lezer: Lezer, naam: str) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "eigenwerk")
    lezer.bewaard(pagina)
    ander = lezer.tab(naam, _link(naam, 3))
    ander.click("[data-sleutel=kijk]")
    lezer.typ(ander, "gespeeld")
    ander.click("[data-sleutel=terugnaar]")
    # Ongedaan maken hoort bij het dossier dat op het scherm staat.
    ander.wait_for_selector("[data-sleutel=terug]:disabled")
    assert "eigenwerk" in lezer.dossier(ander)
    assert "gespeeld" not in lezer.dossier(ander)


@pytest.mark.parametrize("naam", PER_SOORT)
def test_overnemen_en_ongedaan_maken(lezer: Lezer, naam: str) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "eigenwerk")
    lezer.bewaard(pagina)
    ander = lezer.tab(naam, _link(naam, 4))
    ander.click("[data-sleutel=delen]")
    ander.click("[data-sleutel=neemover]")
    assert "4" in lezer.dossier(ander)
    assert "eigenwerk" in lezer.dossier(ander)
    ander.click("[data-sleutel=terug]")
    na = json.loads(lezer.dossier(ander))
    assert "eigenwerk" in json.dumps(na)
    assert not set(_woorden(naam, 4)) & set(json.dumps(na["secties"]).split('"'))


@pytest.mark.parametrize("naam", PER_SOORT)
def test_apart_bewaren_laat_beide_staan(lezer: Lezer, naam: str) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "eigenwerk")
    lezer.bewaard(pagina)
    ander = lezer.tab(naam, _link(naam, 5))
    ander.click("[data-sleutel=apart]")
    titels = ander.evaluate("window.kennisModules['widget/pagina'].bewaarder().then((b) => b.lijst().map((een) => een.titel))")
    assert len(titels) == 2
    assert "Van 5" in titels
    assert "eigenwerk" in ander.evaluate("JSON.stringify({ ...localStorage })")


@pytest.mark.parametrize("naam", PER_SOORT)
def test_herladen_van_een_link_houdt_wat_erin_staat(lezer: Lezer, naam: str) -> None:
    pagina = lezer.tab(naam, _link(naam, 6))
    pagina.reload()
    pagina.wait_for_selector("[data-sleutel=apart]")
    assert "#kb=" in pagina.url


@pytest.mark.parametrize(("naam", "staart"), [*((naam, ".") for naam in PER_SOORT), *((NAMEN[0], staart) for staart in (")", "%20", "\u2026", ">"))])
def test_een_link_met_een_staart_van_een_mailprogramma_gaat_open(lezer: Lezer, naam: str, staart: str) -> None:
    pagina = lezer.tab(naam, _link(naam, 2) + staart)
    pagina.wait_for_selector("[data-sleutel=apart]")


@pytest.mark.parametrize("naam", PER_SOORT)
def test_een_kapotte_link_zegt_het_en_laat_alles_staan(lezer: Lezer, naam: str) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "eigenwerk")
    lezer.bewaard(pagina)
    ander = lezer.tab(naam, _link(naam, 2)[:-20])
    ander.get_by_text("niet heel overgekomen").wait_for()
    assert "eigenwerk" in lezer.dossier(ander)


BEDERF = "if (!sessionStorage.bedorven) { sessionStorage.bedorven = 1; for (const s of Object.keys(localStorage)) if (s.includes('.dossier.')) localStorage.setItem(s, '{half' + localStorage.getItem(s)); }"


@pytest.mark.parametrize("naam", PER_SOORT)
def test_kapotte_opslag_wordt_apart_gehouden_en_genoemd(lezer: Lezer, naam: str) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "eigenwerk")
    lezer.bewaard(pagina)
    pagina.close()
    na = lezer.tab(naam, begin=BEDERF)
    na.get_by_text("niet te lezen").first.wait_for()
    lezer.typ(na, "nieuwwerk")
    lezer.bewaard(na)
    assert "eigenwerk" in na.evaluate("window.kennisModules['widget/pagina'].bewaarder().then((b) => JSON.stringify(b.apart()))")


NIEUWER = "for (const s of Object.keys(localStorage)) if (s.includes('.dossier.')) localStorage.setItem(s, localStorage.getItem(s).replace('\"kennisdossier\":2', '\"kennisdossier\":9'))"


@pytest.mark.parametrize("naam", PER_SOORT)
def test_werk_van_een_nieuwere_versie_blijft_onaangeraakt(lezer: Lezer, naam: str) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "eigenwerk")
    lezer.bewaard(pagina)
    pagina.close()
    na = lezer.tab(naam, begin=NIEUWER)
    na.get_by_text("nieuwere versie").first.wait_for()
    voor = na.evaluate("JSON.stringify(Object.entries(localStorage).filter(([s]) => s.includes('.dossier.')))")
    lezer.typ(na, "nieuwwerk")
    assert na.evaluate("JSON.stringify(Object.entries(localStorage).filter(([s]) => s.includes('.dossier.')))") == voor
    assert "eigenwerk" in voor


VERBODEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('nee', 'SecurityError'); } })"
VOL = "(() => { const zet = Storage.prototype.setItem; Storage.prototype.setItem = function (k, w) { if (k.includes('.dossier.')) throw new DOMException('vol', 'QuotaExceededError'); return zet.call(this, k, w); }; })()"


@pytest.mark.parametrize("naam", PER_SOORT)
@pytest.mark.parametrize(("storing", "zin"), [(VERBODEN, "Je browser bewaart hier niets"), (VOL, "De opslag van je browser is vol")])
def test_zonder_opslag_zegt_de_pagina_het_en_biedt_het_bestand(lezer: Lezer, naam: str, storing: str, zin: str) -> None:
    pagina = lezer.tab(naam, begin=storing)
    pagina.click("[data-sleutel=begin]")
    pagina.click("[data-sleutel=aandeslag]")
    lezer.typ(pagina, "eigenwerk")
    pagina.get_by_text(zin).first.wait_for()
    with pagina.expect_download() as ontvangen:
        pagina.click("[data-sleutel=nood]")
    assert "eigenwerk" in ontvangen.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("naam", PER_SOORT)
def test_een_tabblad_dat_ineens_weg_is(lezer: Lezer, naam: str) -> None:
    """Zoals bij een crash: de pagina krijgt geen kans meer om iets te schrijven."""
    pagina = lezer.begin(naam)
    pagina.evaluate("window.addEventListener('pagehide', (e) => e.stopImmediatePropagation(), true)")
    lezer.typ(pagina, "eigenwerk")
    lezer.bewaard(pagina)
    pagina.close(run_before_unload=False)
    assert "eigenwerk" in lezer.dossier(lezer.tab(naam))


@pytest.mark.parametrize("naam", PER_SOORT)
def test_hernoemen_van_het_dossier_houdt_de_inhoud(lezer: Lezer, naam: str) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "eigenwerk")
    pagina.click("[data-sleutel=dossiers]")
    pagina.get_by_label("Titel").fill("Andere naam")
    pagina.reload()
    pagina.wait_for_selector("[data-gereed]")
    assert "eigenwerk" in lezer.dossier(pagina)
    assert "Andere naam" in lezer.dossier(pagina)


@pytest.mark.parametrize("naam", NAMEN)
def test_het_eigen_bestand_opent_weer_gelijk(lezer: Lezer, naam: str, tmp_path: Any) -> None:
    pagina = lezer.begin(naam)
    lezer.typ(pagina, "eigenwerk")
    lezer.bewaard(pagina)
    pagina.get_by_text("Bewaren").first.click()
    with pagina.expect_download() as ontvangen:
        pagina.get_by_text("Dossier, om later verder te gaan").click()
    pad = tmp_path / "mijn.json"
    ontvangen.value.save_as(pad)
    vers = lezer.context.browser.new_context()
    ander = Lezer(vers, lezer.adres).tab(naam)
    ander.get_by_text("Openen").first.click()
    ander.get_by_text("Plakken, of een bestand openen").click()
    ander.set_input_files("[data-sleutel='invoer.bestand']", pad)
    ander.click("[data-sleutel=apart]")

    def kaal(tekst: str) -> Any:
        secties = json.loads(tekst)["secties"]
        return {naam: [{k: w for k, w in rij.items() if k != "id" and w is not None} for rij in rijen] for naam, rijen in secties.items() if rijen}

    assert kaal(lezer.dossier(ander)) == kaal(lezer.dossier(pagina))
    vers.close()
