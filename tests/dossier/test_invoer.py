"""Inlezen wat mensen plakken of openen: met de hand uitgewerkte gevallen, die in beide talen zo uit moeten komen."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from kennis.dossier import beschrijvingen, stel_voor

STEL_VOOR = "([inhoud, alle, bestand, als, naast]) => kennisRegels.invoer.stelVoor(inhoud, alle, { bestand, als, naast })"


@pytest.fixture
def stel(regels_in_js: Any) -> Any:
    """Geef het voorstel, en ga na dat JavaScript precies hetzelfde voorstelt."""

    def doe(inhoud: Any, bestand: str = "", als: str | None = None, naast: dict[str, Any] | None = None) -> dict[str, Any]:
        hier = stel_voor(inhoud, bestand, als, naast)
        uit = {**vars(hier), "fouten": [str(fout) for fout in hier.fouten]}
        ginds = regels_in_js(STEL_VOOR, [inhoud, beschrijvingen(), bestand, als, naast or {}])
        assert ginds == json.loads(json.dumps(uit), parse_int=float)
        return uit

    return doe


def namen(voorstel: dict[str, Any]) -> list[Any]:
    return [rij["naam"] for rij in voorstel["rijen"]]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Menzis\nGGD\n\n  Gemeente Epe \n", ["Menzis", "GGD", "Gemeente Epe"]),
        ("Naam\nMenzis\nGGD", ["Menzis", "GGD"]),
        ("Partij\r\nMenzis", ["Menzis"]),
        ("ORGANISATIE:\nMenzis", ["Menzis"]),
        ("- Menzis\n- GGD", ["Menzis", "GGD"]),
        ("•\tMenzis\n•\tGGD", ["Menzis", "GGD"]),
        ("1. Menzis\n2) GGD", ["Menzis", "GGD"]),
        ("Menzis; GGD; VGZ", ["Menzis", "GGD", "VGZ"]),
        ("Menzis, GGD en co, VGZ", ["Menzis", "GGD en co", "VGZ"]),
        # Op eigen regels is een komma een deel van de naam.
        ("Menzis, Arnhem\nGGD, Zwolle", ["Menzis, Arnhem", "GGD, Zwolle"]),
        ('"Menzis\nArnhem"\nGGD', ["Menzis\nArnhem", "GGD"]),
    ],
)
def test_een_kolom_met_namen(tekst: str, verwacht: list[str], stel: Any) -> None:
    voorstel = stel(tekst, als="stakeholders")
    assert namen(voorstel) == verwacht
    assert {rij["soort"] for rij in voorstel["rijen"]} == {"anders"}
    assert voorstel["fouten"] == []
    assert "daar komt 'anders'." in voorstel["zinnen"][-1]


def test_een_tabel_uit_excel_met_de_koppen_van_het_scherm(stel: Any) -> None:
    tekst = (
        "Partij\tSOORT \tRecht van spreken\tInbreng per jaar (euro)\tTelefoon\nMenzis\tZorgverzekeraar\tGroot\t€ 1.250,50\t06-1\nGGD\toverheid\t-\t60.000\t\n"
    )
    voorstel = stel(tekst)
    assert voorstel["sectie"] == "stakeholders"
    assert [[rij[k] for k in ("naam", "soort", "legitimiteit", "inbreng_euro")] for rij in voorstel["rijen"]] == [
        ["Menzis", "zorgverzekeraar", "groot", 1250.5],
        ["GGD", "overheid", None, 60_000],
    ]
    assert [(een["naam"], een["waarde"]) for een in voorstel["apart"]] == [("Telefoon", [["Menzis", "06-1"]])]
    assert voorstel["fouten"] == []
    assert voorstel["zinnen"] == [
        "2 rijen voor Stakeholders.",
        "Herkend: Naam (was: Partij), Soort, Recht van spreken, Inbreng per jaar.",
        "Apart gezet, want daar is hier geen plek voor: 'Telefoon'.",
    ]


def test_cellen_van_een_werkmap_met_een_titel_erboven(stel: Any) -> None:
    cellen = [["Actielijst 2026"], [None, ""], ["Wat", "Door wie", "Deadline", "Status"], ["Bel de GGD", "Ans", 2026, "Bezig"], ["Schrijf", None, "1 mei", "?"]]
    voorstel = stel(cellen)
    assert voorstel["sectie"] == "acties"
    assert [[rij[k] for k in ("wat", "wie", "wanneer", "stand")] for rij in voorstel["rijen"]] == [
        ["Bel de GGD", "Ans", "2026", "bezig"],
        ["Schrijf", None, "1 mei", "open"],
    ]
    assert "1 regel boven de koppen overgeslagen." in voorstel["zinnen"]


def test_een_datum_uit_een_rekenblad_wordt_tekst() -> None:
    voorstel = stel_voor([["Wat", "Wanneer"], ["bel", datetime.datetime(2026, 5, 1)], ["praat", datetime.datetime(2026, 5, 1, 9, 30)]])
    assert [rij["wanneer"] for rij in voorstel.rijen] == ["2026-05-01", "2026-05-01 09:30"]


def test_een_datum_van_een_rekenblad_in_de_browser(regels_in_js: Any) -> None:
    functie = """(alle) => kennisRegels.invoer.stelVoor([["Wat", "Wanneer"], ["bel", new Date(Date.UTC(2026, 4, 1))],
      ["praat", new Date(Date.UTC(2026, 4, 1, 9, 30))]], alle).rijen.map((rij) => rij.wanneer)"""
    assert regels_in_js(functie, beschrijvingen()) == ["2026-05-01", "2026-05-01 09:30"]


@pytest.mark.parametrize(
    ("bedrag", "getal"),
    [("60.000", 60_000), ("€ 1.250,50", 1250.5), ("€60.000,-", 60_000), ("1,5 mln", 1.5e6), ("60k", 60_000), ("EUR 5", 5), ("12,5 euro", 12.5), ("0", 0)],
)
def test_bedragen_zoals_mensen_ze_schrijven(bedrag: str, getal: float, stel: Any) -> None:
    (rij,) = stel(f"Initiatief\tKosten\nApp\t{bedrag}")["rijen"]
    assert rij["kosten"] == getal


def test_wat_niet_klopt_blijft_leeg_en_wordt_genoemd(stel: Any) -> None:
    voorstel = stel("naam;soort;macht\nA;gemente;11\n;gemeente;3\na;gemeente;4\nB;gemeente;7,5\n", "lijst.csv", "stakeholders")
    assert [(rij["naam"], rij["soort"], rij["macht"]) for rij in voorstel["rijen"]] == [("A", "anders", None), ("B", "gemeente", 7.5)]
    assert voorstel["fouten"] == [
        "lijst.csv, rij 2, kolom 'soort': staat 'gemente'; hier hoort één van: patiënt of inwoner, zorgaanbieder, zorgprofessional, zorgverzekeraar, "
        "zorgkantoor, gemeente, welzijn, leverancier, overheid, kennis of advies, anders. Bedoel je 'gemeente'?",
        "lijst.csv, rij 2, kolom 'macht': staat '11'; hier hoort een getal van 0 tot en met 10, of niets.",
        "lijst.csv, rij 3, kolom 'naam': deze cel is leeg; hier hoort tekst.",
        "lijst.csv, rij 4, kolom 'naam': staat 'a'; deze naam staat ook in rij 2; elke naam hoort één keer voor te komen.",
    ]
    assert [(een["wat"], een["naam"]) for een in voorstel["apart"]] == [("cel", "soort"), ("cel", "macht"), ("rij", 3), ("rij", "a")]
    assert voorstel["zinnen"][-2:] == ["2 cellen kloppen niet en blijven leeg.", "2 rijen kloppen niet en gaan niet mee."]


def test_scores_voor_iets_wat_er_niet_is(stel: Any) -> None:
    tekst = "initiatief\twie\tcriterium\tscore\nApp\tAns\tgeld\t7\nBus\tAns\tgeld\t3"
    voorstel = stel(tekst, naast={"initiatieven": [{"naam": "App"}], "criteria": [{"naam": "geld"}]})
    assert [rij["initiatief"] for rij in voorstel["rijen"]] == ["App"]
    assert voorstel["fouten"] == ["wat je plakte, rij 3, kolom 'initiatief': staat 'Bus'; deze naam staat niet bij initiatieven."]
    assert len(stel(tekst)["rijen"]) == 2, "zonder initiatieven ernaast is er niets om mee te vergelijken"


def test_twee_kolommen_die_allebei_de_naam_kunnen_zijn(stel: Any) -> None:
    voorstel = stel("Organisatie\tNaam\nMenzis\tAns", als="stakeholders")
    assert namen(voorstel) == ["Ans"], "de sleutel zelf wint van een ander woord"
    assert voorstel["apart"][0]["waarde"] == [["Ans", "Menzis"]]
    mens = stel("Organisatie\tNaam\nMenzis\tAns", als="mensen")["rijen"][0]
    assert (mens["naam"], mens["partij"]) == ("Ans", "Menzis")


def test_een_kop_die_verkeerd_gespeld_is_staat_apart_met_wat_erop_lijkt(stel: Any) -> None:
    voorstel = stel("naam\tmact\nA\t3", als="stakeholders")
    assert voorstel["apart"][0]["waarom"] == "voor deze kolom is hier geen plek; lijkt op 'macht'"


@pytest.mark.parametrize(
    ("inhoud", "bestand", "als", "zin"),
    [
        ("", "", None, "wat je plakte: hierin staat niets."),
        (" \n\t\n", "", "stakeholders", "wat je plakte: hierin staat niets."),
        ("Menzis\nGGD", "", None, "wat je plakte: aan de koppen is niet te zien bij welke lijst dit hoort; kies er zelf een."),
        ("naam\nA", "stakeholder.csv", None, "kies er zelf een. Bedoel je 'stakeholders'?"),
        ("naam;soort\n", "lijst.csv", "stakeholders", "lijst.csv: hierin staan geen rijen om over te nemen."),
        ("macht;belang\n3;4\n", "lijst.csv", "stakeholders", "lijst.csv, rij 1, kolom 'naam': deze kolom ontbreekt."),
        ("naam;macht;macht\nA;3;4\n", "lijst.csv", "stakeholders", "lijst.csv, rij 1, kolom 'macht': deze kolom staat er meer dan één keer."),
        ('naam;soort\n"A;gemeente\n', "lijst.csv", "stakeholders", "lijst.csv, rij 2: een aanhalingsteken in deze rij wordt nergens gesloten."),
    ],
)
def test_wat_niet_te_lezen_is_zegt_waarom(inhoud: str, bestand: str, als: str | None, zin: str, stel: Any) -> None:
    voorstel = stel(inhoud, bestand, als)
    assert [fout for fout in voorstel["fouten"] if zin in fout], voorstel["fouten"]


@pytest.mark.parametrize(
    ("bestand", "sectie"),
    [
        ("stakeholders.csv", "stakeholders"),
        ("Partijen Epe 2026.xlsx", "stakeholders"),
        ("Scores bij de stellingen", "scores"),
        ("Scores bij de stellingen per fa", "fasescores"),
        ("mijn-actielijst.csv", "acties"),
        ("Knelpunten die bij ons spelen", "knelpunten_keuze"),
        ("Blad1", None),
    ],
)
def test_de_sectie_volgt_uit_de_naam(bestand: str, sectie: str | None, stel: Any) -> None:
    assert stel([["x"], ["y"]], bestand)["sectie"] == sectie


def test_een_kruisje_is_ja(stel: Any) -> None:
    voorstel = stel("Naam\tDoet mee\nAns\tx\nBen\tnee\nCor\t-\nDik\tmisschien", als="mensen")
    assert [rij["doet_mee"] for rij in voorstel["rijen"]] == ["ja", "nee", None, None]
    assert len(voorstel["fouten"]) == 1
