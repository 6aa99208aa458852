"""Wat de tests van het verslag delen: de regels van alle gereedschappen, de kolommen, en bedachte dossiers."""

from __future__ import annotations

import io
import json
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kennis import beschrijving
from kennis.dossier import secties as dossiersecties
from kennis.dossier.secties import sectie, sectienamen
from kennis.widget import bundel

# Waar het mis zou kunnen gaan: opmaak, formules, stuurtekens, sjablonen, andere schriften, losse accenten.
WOORDEN = [
    "Menzis", "<script>alert(1)</script>", "</script><b>", "=SOM(A1:A9)", "+31", "-1", "@cmd", "&amp;", "{naam}", "{bij}", "a}b{c", "$&$1", "Cafe\u0301",
    "twee\nregels", "drie\r\nregels\rlang", "tab\there", "nul\x00\x0b\x1f", "los \ud800 half", "\ufffe\uffff", "👩‍⚕️ wijkzorg", "שלום", "Σ", "İ", "ß",
    "_x0041_", "__proto__", "constructor", "toString", "ja", "nee", "0", " rand ", "", "\u00a0", "x" * 400,
]  # fmt: skip
MOMENTEN = [
    "2027-03-01", "5-3-2027", "maart 2027", "mrt 2027", "5 mei 2026", "Q2 2027", "3e kwartaal 2026", "2027", "2027-13-01", "zo snel mogelijk",
    "99-99-9999", "May 2027", "2026-11",
]  # fmt: skip
GETALLEN = [None, 0, 0.0, -0.0, 4.999999, 5, 5.05, 9.95, 10, 2.25, 1 / 3, float("nan"), float("inf"), True, "5", -3, 1250.5, 60000, 1234567.895, 0.005]


SOORTEN = Path(__file__).parents[1] / "soorten" / "data"


@pytest.fixture(scope="session")
def beschreven() -> dict[str, Any]:
    """De regels van elk gereedschap en de secties, met de gereedschappen erbij die alleen als proef bestaan: zo doet elke soort mee."""
    regels = [beschrijving.laad_regels(naam) for naam in beschrijving.namen()]
    secties = {naam: _sectie(naam) for naam in sectienamen()}
    with pytest.MonkeyPatch.context() as lap, tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        shutil.copytree(SOORTEN / "gereedschap", map_ / "gereedschap")
        shutil.copytree(dossiersecties.MAP, map_ / "secties")
        shutil.copytree(SOORTEN / "secties", map_ / "secties", dirs_exist_ok=True)
        lap.setattr(beschrijving, "MAP", map_ / "gereedschap")
        lap.setattr(dossiersecties, "MAP", map_ / "secties")
        _vergeet()
        regels += [beschrijving.laad_regels(proef) for proef in beschrijving.namen()]
        secties |= {proef: _sectie(proef) for proef in sectienamen()}
    _vergeet()
    return {"regels": regels, "secties": secties}


def _vergeet() -> None:
    beschrijving.vergeet()
    dossiersecties._namen.cache_clear()
    dossiersecties._sectie.cache_clear()


def _sectie(naam: str) -> dict[str, Any]:
    return {"titel": sectie(naam).titel, "kolommen": sectie(naam).gegevens["kolommen"]}


@pytest.fixture(scope="session")
def alle_regels(beschreven: dict[str, Any]) -> list[dict[str, Any]]:
    """De volledige regels van elk gereedschap."""
    return beschreven["regels"]


@pytest.fixture(scope="session")
def alle_secties(beschreven: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Per sectie haar titel en kolommen."""
    return beschreven["secties"]


@pytest.fixture(scope="session")
def dossiers(alle_regels: list[dict[str, Any]], alle_secties: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Twaalfhonderd bedachte dossiers: leeg, half, vol, met vreemde tekst en met namen die nergens bij horen."""
    toeval = random.Random(7)
    return [{}, {"secties": {}}, *(bedenk(toeval, alle_regels, alle_secties) for _ in range(1200))]


def bedenk(toeval: random.Random, alle_regels: list[dict[str, Any]], alle_secties: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Bedenk één dossier."""
    secties = {}
    for naam, soort in alle_secties.items():
        if toeval.random() < 0.6:
            rijen = [_rij(soort["kolommen"], toeval) for _ in range(toeval.choice([0, 1, 1, 2, 3, 12]))]
            secties[naam] = [_passend(rij, naam, alle_regels, toeval) for rij in rijen]
    velden = {naam: toeval.choice([*WOORDEN, "2026-11-25", "1", "3-4"]) for naam in ("titel", "regio", "doel", "datum", "fase", "samenvatting", "illustratief")}
    keuzes = {"fasewijzer": {"deel": toeval.choice(["1", "2", "3-4", "weg", None])}, "knelpuntenwijzer": {"wet": toeval.choice(["wmo", "", "x"])}}
    apart = [{"wat": "sectie", "naam": toeval.choice(WOORDEN), "waarde": 1} for _ in range(toeval.choice([0, 0, 2]))]
    return {**velden, "secties": secties, "keuzes": toeval.choice([keuzes, {}, None]), "apart": apart}


def _rij(kolommen: list[dict[str, Any]], toeval: random.Random) -> dict[str, Any]:
    return {k["sleutel"]: _cel(k, toeval) for k in kolommen if toeval.random() < 0.8}


def _cel(kolom: dict[str, Any], toeval: random.Random) -> Any:
    if toeval.random() < 0.05:
        return toeval.choice([None, True, 3, float("nan"), *WOORDEN])
    if kolom["soort"] == "keuze":
        return toeval.choice([*kolom["waarden"], None])
    if kolom["soort"] in ("getal", "heel"):
        return toeval.choice([*GETALLEN, round(toeval.uniform(0, 10), 1), toeval.uniform(0, 10)])
    return toeval.choice([*MOMENTEN, None]) if kolom["sleutel"] == "wanneer" else toeval.choice(WOORDEN)


def _passend(rij: dict[str, Any], naam: str, alle_regels: list[dict[str, Any]], toeval: random.Random) -> dict[str, Any]:
    """Laat een rij meestal passen bij de vragen, stellingen en opties die er echt zijn."""
    if naam == "acties" and toeval.random() < 0.8:
        return {**rij, "gereedschap": toeval.choice(alle_regels)["gereedschap"], "stand": toeval.choice(["open", "bezig", "klaar", "vervallen", ""])}
    regels = next((r for r in alle_regels if r["sectie"] == naam), None)
    if regels is None or toeval.random() < 0.15:
        return rij
    if "lijst" in regels:
        return {**rij, regels["lijst"]["kolom"]: toeval.choice(regels["opties"])["titel"]}
    if regels["soort"] == "kiezer":
        return {**rij, **_antwoord(regels, toeval)}
    if regels["soort"] == "scan":
        return {**rij, "persoon": toeval.choice(["Ans", "Ben ", *WOORDEN[:4]]), "stelling": toeval.choice(regels["stellingen"])["sleutel"]}
    return rij


def _antwoord(regels: dict[str, Any], toeval: random.Random) -> dict[str, Any]:
    if toeval.random() < 0.25:
        return {"vraag": "gekozen", "antwoord": toeval.choice([*regels["opties"], {"sleutel": "weg"}])["sleutel"]}
    vraag = toeval.choice(regels["vragen"])
    antwoorden = vraag.get("antwoorden", regels.get("antwoorden", []))
    return {"vraag": vraag["sleutel"], "antwoord": toeval.choice([*antwoorden, {"waarde": ""}])["waarde"]}


@pytest.fixture(scope="session")
def gewoon() -> dict[str, Any]:
    """Een dossier zoals een projectleider het heeft: negen partijen, zes initiatieven, en wat er in elk gereedschap staat."""
    return json.loads((Path(__file__).parent / "gewoon.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def lastig(alle_secties: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Een dossier met elk lastig woord in elk tekstveld; elk gereedschap heeft daardoor iets."""
    secties = {}
    for naam, soort in alle_secties.items():
        rijen = [{k["sleutel"]: woord if k["soort"] == "tekst" else _vast(k) for k in soort["kolommen"]} for woord in WOORDEN if woord.strip()]
        secties[naam] = rijen
    velden = dict.fromkeys(("titel", "regio", "doel", "datum", "samenvatting", "illustratief"), "</p>=1+1 <b>_x0041_\x07 {titel}\nnog")
    return {**velden, "secties": secties, "apart": [{"naam": "<i>"}]}


def _vast(kolom: dict[str, Any]) -> Any:
    return kolom["waarden"][0] if kolom["soort"] == "keuze" else 3


class _InBrowser:
    """Modules van het verslag in een schone Chromium, op de naam van hun bestand."""

    def __init__(self, chromium: Any, *namen: str):
        self.context = chromium.new_context()
        self.blad = self.context.new_page()
        self.blad.add_script_tag(content=script(*namen))

    def draai(self, functie: str, invoer: Any) -> Any:
        uit = self.blad.evaluate(f"async (_) => JSON.stringify(await ({functie})(JSON.parse(_)))", json.dumps(invoer, allow_nan=False))
        return json.loads(uit, parse_int=float)


def script(*namen: str) -> str:
    """Zet modules van het verslag op `window`, elk op de naam van haar bestand."""
    paden = [bundel.PAKKET / "verslag" / f"{naam}.js" for naam in namen]
    geef = "".join(f"window.{naam} = {bundel.variabele(pad)};" for naam, pad in zip(namen, paden, strict=True))
    return f"(() => {{ {bundel.samen(bundel.volgorde(paden))} {geef} }})();"


@pytest.fixture(scope="session")
def verslag_in_js(chromium: Any) -> Iterator[Callable[[str, Any], Any]]:
    """Geef een functie die JavaScript op invoer loslaat: `verslag_in_js("(d) => model.maakVerslag(d, …)", invoer)`."""
    browser = _InBrowser(chromium, "model", "bladen", "acties", "tekst", "tijd")
    yield browser.draai
    browser.context.close()


@pytest.fixture(scope="session")
def html_script() -> str:
    """De schrijver voor de pagina, als script."""
    return script("naar_html")


@pytest.fixture(scope="session")
def schrijvers_in_js(chromium: Any) -> Iterator[Callable[[str, Any], Any]]:
    """Geef een functie die in de browser bestanden schrijft en ze als base64 teruggeeft: "docx" van verslagen, "xlsx" van bladen."""
    browser = _InBrowser(chromium, "naar_docx", "naar_xlsx")
    browser.blad.evaluate(
        """() => {
          window.letters = async (blob) => {
            const lezer = new FileReader();
            await new Promise((klaar) => { lezer.onload = klaar; lezer.readAsDataURL(blob); });
            return lezer.result.split(",")[1];
          };
          window.plaatje = async () => {
            const doek = Object.assign(document.createElement("canvas"), { width: 500, height: 400 });
            doek.getContext("2d").fillRect(0, 0, 500, 400);
            return { png: await (await new Promise((klaar) => doek.toBlob(klaar))).arrayBuffer(), breed: 500, hoog: 400 };
          };
        }"""
    )
    schrijvers = {
        "docx": "async (alle) => { const figuren = { stakeholdermatrix: await plaatje() }, uit = [];"
        " for (const een of alle) uit.push(await letters(await naar_docx.naarDocx(een, figuren))); return uit; }",
        "xlsx": "async (alle) => { const uit = []; for (const een of alle) uit.push(await letters(await naar_xlsx.naarXlsx(een))); return uit; }",
    }
    yield lambda soort, invoer: browser.draai(schrijvers[soort], invoer)
    browser.context.close()


@pytest.fixture(scope="session")
def plaatje() -> bytes:
    """Een klein plaatje als png."""
    from matplotlib.figure import Figure

    uit = io.BytesIO()
    Figure(figsize=(5, 4)).savefig(uit, format="png")
    return uit.getvalue()
