"""De ingang van het boek: de vragen, de thema's, de fasen, het zoeken op een bladzijde, en wat een website nodig heeft."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from kennis import gereedschap, tabellen
from kennis.boek import adressen, taal, vragen

WORTEL = Path(__file__).parents[2]
BOEK = WORTEL / "book"
ANKER = re.compile(r"^\(([\w-]+)\)=", re.MULTILINE)
EIGEN = re.compile(r"(bron|begrip|vraag|rol)-")


def ankers() -> set[str]:
    """Geef alle ankers die iemand met de hand boven een kop zette."""
    return {anker for pad in BOEK.rglob("*") if pad.suffix in (".md", ".ipynb") for anker in re.findall(r"\(([\w-]+)\)=", pad.read_text("utf-8"))}


def bestaat(doel: str) -> bool:
    """Zeg of een doel (`#anker`, of een bestand vanaf start/) er is."""
    if doel.startswith("#"):
        return doel[1:] in ankers()
    return (BOEK / "start" / doel.partition("#")[0]).is_file()


# --- de vragen ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("rij", vragen.rijen(), ids=lambda rij: rij["sleutel"])
def test_elk_doel_van_een_vraag_bestaat(rij: dict) -> None:
    assert vragen.doelen(rij)
    assert [doel for doel in vragen.doelen(rij) if not bestaat(doel)] == []
    assert not rij["gereedschap"] or rij["gereedschap"] in gereedschap.namen()
    assert set(rij["rollen"]) <= set(vragen.ROLLEN)
    sleutels = {sleutel.strip() for sleutel in rij["bron"].split(",")}
    assert sleutels <= set(tabellen.bronnen())


def test_elke_groep_en_rol_heeft_vragen() -> None:
    rijen = vragen.rijen()
    assert {rij["groep"] for rij in rijen} == set(vragen.GROEPEN)
    for rol in vragen.ROLLEN:
        assert sum(rol in rij["rollen"] for rij in rijen) >= 10, rol
        assert any(rol in rij["rollen"] and rij["groep"] == "geld" for rij in rijen), rol


def test_antwoorden_zijn_kort_en_eigen() -> None:
    for rij in vragen.rijen():
        zinnen = taal.zinnen(rij["antwoord"])
        assert 1 <= len(zinnen) <= 3, rij["sleutel"]
        assert "#bron-" in rij["antwoord"] or "ons oordeel" in rij["antwoord"] or rij["bron"] == "makers" or vragen.doelen(rij), rij["sleutel"]


def test_een_dood_doel_wordt_gezien() -> None:
    assert not bestaat("#dit-anker-is-er-niet")
    assert not bestaat("../nivel/is-er-niet.md")


def test_zoekvragen_wijzen_naar_plekken_die_er_zijn(gebouwd: Path) -> None:
    for rij in tabellen.laad("zoekvragen").to_dict("records"):
        pad, _, kop = rij["plek"].partition("#")
        pagina = (gebouwd / "start" / pad).resolve().with_suffix(".html")
        assert pagina.is_file(), rij["plek"]
        assert not kop or f'id="{kop}"' in pagina.read_text("utf-8"), rij["plek"]


def test_elk_synoniem_heeft_een_reden_en_een_ander_woord() -> None:
    for rij in tabellen.laad("synoniemen").to_dict("records"):
        assert len(rij["namen"].split(", ")) >= 2, rij["namen"]
        assert rij["reden"].endswith("."), rij["namen"]


# --- de bladzijden -----------------------------------------------------------------------------------


def test_zonder_javascript_staan_alle_vragen_er_met_antwoord(gebouwd: Path) -> None:
    soep = BeautifulSoup((gebouwd / "start/wat-speelt-er.html").read_bytes(), "html.parser")
    blokken = soep.select("details.kb-vraag")
    verwacht = [rij["vraag"] for groep in vragen.GROEPEN for rij in vragen.rijen() if rij["groep"] == groep]
    assert [blok.select_one("summary").get_text() for blok in blokken] == verwacht
    for blok in blokken:
        assert blok.select_one(".kb-antwoord[id^=vraag-]")
        assert not blok.has_attr("hidden")
        assert {kop.get_text() for kop in blok.select("strong")} >= {"Eerste stap: ", "Lees: "}


def test_elke_vraag_op_de_voorpagina_bestaat(gebouwd: Path) -> None:
    soep = BeautifulSoup((gebouwd / "index.html").read_bytes(), "html.parser")
    links = [link["href"] for link in soep.select(".kb-wijzer a, .sd-card a") if "wat-speelt-er.html#" in link["href"]]
    assert len(links) >= 40
    doel = BeautifulSoup((gebouwd / "start/wat-speelt-er.html").read_bytes(), "html.parser")
    assert [link for link in links if not doel.find(id=urlsplit(link).fragment)] == []


def test_themas_hoogstens_tien_en_elk_met_alle_drie() -> None:
    eigen = [pad for pad in (BOEK / "themas").glob("*.md") if pad.stem != "index"]
    assert len(eigen) + 2 <= 10  # vertrouwen en fasen hebben al een eigen bladzijde
    for pad in eigen:
        tekst = pad.read_text("utf-8")
        for kop in ("### Het RIVM", "### Vilans", "### Het Nivel", "Kennis: waar zij het eens zijn", "Kennis: waar zij verschillen", "Tips: wat eerst"):
            assert kop in tekst, (pad.name, kop)


def test_de_zoekpagina_toont_zonder_javascript_alle_begrippen(gebouwd: Path) -> None:
    soep = BeautifulSoup((gebouwd / "zoeken.html").read_bytes(), "html.parser")
    links = {urlsplit(link["href"]).fragment for link in soep.select(".kb-register a")}
    assert links == {f"begrip-{sleutel}" for sleutel in tabellen.begrippen()}


def test_een_link_met_een_vraag_geeft_resultaten_van_schijf(chromium, gebouwd: Path) -> None:
    pagina = chromium.new_context().new_page()
    pagina.goto((gebouwd / "zoeken.html").as_uri() + "?q=wie%20betaalt%20het%20overleg")
    eerste = pagina.locator(".kb-zoekpagina a[role=option]").first
    eerste.wait_for()
    assert "overleg" in eerste.inner_text().lower()
    assert pagina.locator(".kb-register").is_hidden()
    pagina.context.close()


def test_een_begrip_staat_vooraan_als_het_zelf_wordt_gezocht_en_anders_niet(chromium, gebouwd: Path) -> None:
    pagina = chromium.new_context().new_page()
    pagina.goto((gebouwd / "index.html").as_uri())
    zoek = """async (vraag) => { const m = await kbZoek.laad(); return kbZoek.volgorde(KB_ZOEK, m.zoek(vraag).treffers)[0]; }"""
    assert pagina.evaluate(zoek, "wat is een kassier?") == "naslag/begrippen.html#begrip-kassier"
    assert pagina.evaluate(zoek, "governancekiezer").startswith("rivm/governancekiezer.html#")
    assert not pagina.evaluate(zoek, "wie kan bij ons kassier zijn en hoe verrekenen we").startswith("naslag/")
    pagina.context.close()


def test_een_rol_kiezen_laat_alleen_haar_vragen_zien(chromium, gebouwd: Path) -> None:
    pagina = chromium.new_context().new_page()
    fouten: list[str] = []
    pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
    pagina.goto((gebouwd / "start/wat-speelt-er.html").as_uri() + "#rol-inwoners")
    verwacht = sum("inwoners" in rij["rollen"] for rij in vragen.rijen())
    assert pagina.locator("details.kb-vraag:visible").count() == verwacht
    pagina.get_by_role("button", name="Alle vragen").click()
    assert pagina.locator("details.kb-vraag:visible").count() == len(vragen.rijen())
    pagina.goto((gebouwd / "start/wat-speelt-er.html").as_uri() + "#vraag-verschuift")
    pagina.reload()
    assert pagina.locator("#vraag-verschuift").is_visible()
    assert fouten == []
    pagina.context.close()


# --- de website --------------------------------------------------------------------------------------


def test_sitemap_en_robots() -> None:
    boom = ET.fromstring(adressen.sitemap(["b.html", "a&b.html"], "https://x.nl/"))
    assert [plek.text for plek in boom.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")] == ["https://x.nl/a&b.html", "https://x.nl/b.html"]
    assert "Sitemap: https://x.nl/sitemap.xml" in adressen.robots("https://x.nl/")
    assert "Sitemap" not in adressen.robots("")


ADRESSEN = [("https://x.nl/boek", "https://x.nl/boek/"), ("https://x.nl/", "https://x.nl/"), ("", ""), ("javascript:x", "")]


@pytest.mark.parametrize(("waarde", "verwacht"), ADRESSEN)
def test_adres_uit_de_omgeving(waarde: str, verwacht: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KENNIS_ADRES", waarde)
    assert adressen.adres() == verwacht


def test_niet_gevonden_wijst_naar_bladzijden_die_er_zijn(gebouwd: Path) -> None:
    soep = BeautifulSoup((gebouwd / "404.html").read_bytes(), "html.parser")
    links = [link["href"] for link in soep.select("main a")]
    assert len(links) == len(adressen.LINKS)
    assert [link for link in links if not (gebouwd / link).is_file()] == []
    assert (gebouwd / soep.select_one("link[rel=stylesheet]")["href"]).is_file()


def test_elke_bladzijde_heeft_een_eigen_titel_en_beschrijving(gebouwd: Path) -> None:
    titels: dict[str, str] = {}
    for pad in sorted(gebouwd.rglob("*.html")):
        if "_static" in pad.parts or pad.name == "404.html":
            continue
        soep = BeautifulSoup(pad.read_bytes(), "html.parser")
        naam = pad.relative_to(gebouwd).as_posix()
        assert soep.select_one("meta[property='og:title']")["content"], naam
        assert soep.select_one("meta[name=description]") is not None, naam
        titels.setdefault(soep.title.get_text(), naam)


# --- taal --------------------------------------------------------------------------------------------


def test_zinnen_tellen_zoals_een_lezer_ze_ziet() -> None:
    tekst = "# Kop\n\n*Bron: x.*\n\nDit telt ([Nivel](#bron-nivel), par. 3.2). En dit ook, omdat het kan."
    tekst += "\n\n:::{tabel} x\n:bron: y\n:::\n\n1. Een punt.\n\n## Verder lezen\n\nNiet."
    assert taal.zinnen(tekst) == ["Dit telt.", "En dit ook, omdat het kan.", "Een punt."]


def test_het_hele_boek_haalt_de_doelen() -> None:
    zinnen = [zin for gevonden in taal.hoofdstukken(WORTEL).values() for zin in gevonden]
    uit = taal.cijfers(zinnen)
    assert 12 <= uit["gemiddeld"] <= 15 and uit["p90"] <= 21 and uit["kort"] < 0.14 and uit["verbonden"] >= 0.12
