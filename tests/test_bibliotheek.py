"""De bibliotheek: elke bron is ingedeeld, de lijst van Vilans is compleet, en andere programma's lezen wat wij schrijven."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pybtex.database
import pytest
import rispy

from kennis import bibliotheek, tabellen

BRONNEN = {bron["sleutel"]: bron for bron in bibliotheek.rijen()}
# De rubrieken van de bibliotheek van Vilans met hun aantal regels.
RUBRIEKEN = {
    "praktijkvoorbeelden": 22, "factsheets en wegwijzers": 26, "reflectietools": 7, "artikelen en tips": 20, "video's": 12,
    "onderzoeksrapporten": 12, "richtlijnen": 9, "wetenschappelijke literatuur": 45,
}  # fmt: skip


def test_elke_bron_is_ingedeeld() -> None:
    assert bibliotheek.fouten() == []
    assert len(BRONNEN) == len(tabellen.bronnen()) > 390
    assert {bron["soort"] for bron in BRONNEN.values()} == set(bibliotheek.soorten())
    assert {thema for bron in BRONNEN.values() for thema in bron["thema"]} == set(bibliotheek.themas())
    assert len(bibliotheek.themas()) <= 12


def test_de_lijst_van_vilans_is_compleet() -> None:
    lijst = tabellen.laad("vilans_bibliotheek")
    assert lijst["regel"].tolist() == list(range(1, 154))
    assert dict(Counter(lijst["rubriek"])) == RUBRIEKEN
    per_bron = bibliotheek.regels_vilans()
    assert len(per_bron) == 152, "de pagina noemt dit aantal"
    assert set(per_bron) <= set(BRONNEN)
    assert {sleutel for sleutel, regels in per_bron.items() if len(regels) > 1} == {"glimmerveen-2020", "van-der-weert-2023"}
    assert set(tabellen.laad("bronnen_vilans_bib")["sleutel"]) <= set(per_bron)


def test_geen_publicatie_staat_er_twee_keer() -> None:
    """Zelfde titel en jaar is dezelfde publicatie, behalve als de titel niet bekend is."""
    per_titel: dict[tuple[str, ...], list[str]] = {}
    for sleutel, bron in BRONNEN.items():
        if "niet genoemd" not in bron["titel"]:
            kaal = re.sub(r"\W+", " ", bron["titel"]).strip().lower()
            per_titel.setdefault((kaal, bron["jaar"], bron["auteurs"]), []).append(sleutel)
    assert [sleutels for sleutels in per_titel.values() if len(sleutels) > 1] == []


@pytest.fixture
def proef(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def wis() -> None:
        for functie in (tabellen.beschrijving, tabellen._rijen, tabellen._gelezen):
            functie.cache_clear()

    for bestand in ("bronnen.yml", "bronnen_nivel.yml"):
        (tmp_path / bestand).write_text((tabellen.MAP / bestand).read_text("utf-8"), encoding="utf-8")
    monkeypatch.setattr(tabellen, "MAP", tmp_path)
    wis()
    yield tmp_path
    wis()


def test_wat_niet_is_ingedeeld_wordt_gemeld(proef: Path) -> None:
    kop = "sleutel;kort;auteurs;jaar;titel;uitgever;url;opmerking;soort;thema;doi\n"
    goed = "a;A;;;Een;;https://doi.org/10.1/x;;boek;ouderen, digitale zorg;10.1/x\n"
    (proef / "bronnen.csv").write_text(kop + goed, encoding="utf-8")
    fout = "b;B;Maker;2024;Twee;;;;gids;ouderen;\nc;C;Maker;2024;Drie;;;;boek;oud, digitale zorg;\n"
    rest = "d;D;Maker;2024;Vier;;http://www.doi.org/10.1/X/;;boek;;\ne;E;Maker;2024;Vijf;;;;;ouderen;10.1/x\n"
    (proef / "bronnen_nivel.csv").write_text(kop + fout + rest, encoding="utf-8")
    zinnen = [str(fout) for fout in bibliotheek.fouten()]
    verwacht = [
        ("rij 2", "'soort'", "staat 'gids'; hier hoort één van: praktijkvoorbeeld"),
        ("rij 3", "'thema'", "staat 'oud, digitale zorg'; hier hoort een of meer van"),
        ("rij 4", "'thema'", "hier hoort een of meer van"),
        ("rij 4", "'doi'", "hier hoort de doi van het adres"),
        ("rij 4", "'url'", "dit adres heeft ook de bron 'a'"),
        ("rij 5", "'soort'", "hier hoort één van"),
        ("rij 5", "'url'", "dit adres heeft ook de bron 'a'"),
    ]
    assert len(zinnen) == len(verwacht)
    for zin, delen in zip(zinnen, verwacht, strict=True):
        assert all(deel in zin for deel in ("tabellen/bronnen_nivel.csv", *delen)), zin


def test_csv_is_te_lezen_en_compleet() -> None:
    gelezen = pd.read_csv(
        io.BytesIO(bibliotheek.als_csv({"nivel": ["Een; hoofdstuk", "Twee"]})), sep=";", encoding="utf-8-sig", dtype=str, keep_default_na=False
    )
    assert gelezen["sleutel"].tolist() == list(BRONNEN)
    assert gelezen.set_index("sleutel").loc["nivel", "hoofdstukken"] == "Een; hoofdstuk; Twee"
    for rij in gelezen.to_dict("records"):
        assert rij["titel"].lstrip("'") == BRONNEN[rij["sleutel"]]["titel"].lstrip("'")
        assert rij["thema"].split(", ") == BRONNEN[rij["sleutel"]]["thema"]


def test_bibtex_is_te_lezen_met_een_ander_pakket() -> None:
    gelezen = pybtex.database.parse_string(bibliotheek.als_bibtex(), "bibtex").entries
    assert list(gelezen) == list(BRONNEN)
    for sleutel, bron in BRONNEN.items():
        veld = gelezen[sleutel].fields
        assert _zonder_tex(veld["title"]) == bron["titel"]
        assert (veld.get("year", ""), veld.get("doi", ""), veld.get("url", "")) == (bron["jaar"], bron["doi"], bron["url"])
        namen, meer = bibliotheek.makers(bron["auteurs"])
        personen = [_zonder_tex(str(persoon)) for persoon in gelezen[sleutel].persons.get("author", [])]
        assert personen == [*namen, *(["others"] if meer else [])]


def _zonder_tex(tekst: str) -> str:
    for teken, tex in bibliotheek._TEX.items():
        if len(tex) > 2:
            tekst = tekst.replace(tex, teken)
    return re.sub(r"[{}]", "", re.sub(r"\\([&%$#_])", r"\1", tekst))


def test_ris_is_te_lezen_met_een_ander_pakket() -> None:
    gelezen = rispy.loads(bibliotheek.als_ris())
    assert [vermelding["id"] for vermelding in gelezen] == list(BRONNEN)
    for vermelding in gelezen:
        bron = BRONNEN[vermelding["id"]]
        assert vermelding["title"] == bron["titel"]
        assert vermelding["keywords"] == [bron["soort"], *bron["thema"]]
        assert vermelding.get("doi", "") == bron["doi"] and (vermelding.get("urls") or [""])[0] == bron["url"]
        assert "unknown_tag" not in vermelding
    assert all(regel == "" or re.match(r"[A-Z][A-Z0-9]  - ", regel) for regel in bibliotheek.als_ris().split("\r\n"))


@pytest.mark.parametrize(
    ("sleutel", "stukken"),
    [
        ("agarwal-2020", ["@article{agarwal-2020,", "journal = {Health Affairs (Millwood)}", "volume = {39}", "number = {1}", "pages = {50--57}"]),
        ("goodwin-2017", ["@incollection{", "booktitle = {Handbook Integrated Care}", "publisher = {Springer}"]),
        ("van-vooren-2024", ["@phdthesis{", "school = {Tilburg University}", "author = {{Van Vooren}}"]),
        ("taskforce-jzojp-2018", ["@techreport{", "author = {{Taskforce De juiste zorg op de juiste plek}}", "institution = {Rijksoverheid}"]),
        ("de-bruin-2018", ["author = {{De Bruin} and {Stoop} and {Billings} and {Leichsenring} and others}"]),
        ("waardenkaart", ["@misc{", "keywords = {reflectietool, samenwerken en vertrouwen}"]),
    ],
)
def test_een_vermelding_in_bibtex(sleutel: str, stukken: list[str]) -> None:
    tekst = bibliotheek._bibtex(BRONNEN[sleutel])
    assert all(stuk in tekst for stuk in stukken), tekst


def test_geen_naam_valt_in_tweeen() -> None:
    """Een stuk van een naam verraadt zich: het begint klein, of is een woord dat alleen achter "en" of een komma staat."""
    restjes = {"Jeugd", "Markt", "Welzijn", "Samenleving", "Sport", "Gemeenten", "COPD", "Zorg", "trots", "omgeving"}
    namen = {naam for bron in BRONNEN.values() for naam in bibliotheek.makers(bron["auteurs"])[0]}
    assert not [naam for naam in namen if naam in restjes or naam[0].islower()]
