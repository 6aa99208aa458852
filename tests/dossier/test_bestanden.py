"""Bestanden van buiten: wat niet kan, geeft één Nederlandse melding, nooit een vreemde uitzondering; en bewaren laat niets half achter."""

from __future__ import annotations

import json
import math
import os
import stat
import time
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest

from kennis import Dossier, InvoerFout, case, casebestand
from kennis.dossier import bestanden

PARTIJEN = [{"naam": "Menzis", "soort": "zorgverzekeraar", "macht": 9}]


def weigert(doe: Any, *zinnen: str) -> str:
    """Voer iets uit dat niet hoort te lukken, en geef de melding."""
    begin = time.process_time()
    with pytest.raises(InvoerFout) as fout:
        doe()
    melding = str(fout.value)
    for zin in zinnen:
        assert zin in melding, melding
    assert len(melding) < 60_000
    assert not any(ord(letter) < 32 and letter != "\n" for letter in melding), "er staan stuurtekens in de melding"
    assert time.process_time() - begin < 10
    return melding


# -- verkeerde soorten ------------------------------------------------------------------------


@pytest.mark.parametrize("secties", [5, "x", [1], [{"naam": "A"}], b"x", pd.DataFrame({"naam": ["A"]}), np.zeros(3)])
def test_geen_secties(secties: Any) -> None:
    weigert(lambda: Dossier(secties), "dossier: staat '", "hier horen secties")


@pytest.mark.parametrize("rijen", [5, None, "x", [1], pd.Series([1]), np.zeros((2, 2)), {"naam": "A"}, [[]], object()])
def test_geen_rijen(rijen: Any) -> None:
    weigert(lambda: Dossier({"stakeholders": rijen}), "stakeholders: hier hoort een lijst van rijen.")


def test_een_sectie_die_geen_tekst_heet() -> None:
    weigert(lambda: Dossier({5: []}), "5: deze sectie bestaat niet")
    weigert(lambda: Dossier({"stakeholders": [{5: "x", "naam": "A", "soort": "anders"}]}), "stakeholders, kolom '5': deze kolom bestaat niet")


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"titel": ["a"]}, "dossier, kolom 'titel': staat '[…]'; hier hoort tekst, of niets."),
        ({"titel": {"a": 1}}, "kolom 'titel': staat '{…}'"),
        ({"titel": True}, "kolom 'titel': staat 'true'"),
        ({"titel": "x" * 1_000_000}, "kolom 'titel': staat 'xxx"),
        ({"titel": "a\x00b"}, "hierin staat een teken dat niet te lezen is"),
        ({"fase": "5"}, "kolom 'fase': staat '5'; hier hoort één van: 1, 2, 3-4, of niets."),
        ({"bronnen": "nivel"}, "dossier, bronnen: hier hoort een lijst, met per bron een sleutel"),
        ({"bronnen": [{"vindplaats": "x"}]}, "dossier, bronnen, rij 1, kolom 'sleutel': deze cel is leeg"),
        ({"keuzes": "abc"}, "kolom 'keuzes': hier horen keuzes per gereedschap."),
        ({"gewijzigd": [1]}, "kolom 'gewijzigd': hier hoort per sectie een tijd."),
    ],
)
def test_velden_van_een_andere_soort(velden: dict[str, Any], zin: str) -> None:
    weigert(lambda: Dossier(**velden), zin)


def test_een_getal_of_datum_in_een_tekstkolom_wordt_tekst_en_de_rest_niet() -> None:
    tabel = pd.DataFrame({"wat": ["a", "b"], "wanneer": [2026.0, None], "wie": [pd.NA, np.int64(3)], "notitie": [pd.NaT, pd.Timestamp("2026-11-25")]})
    dossier = Dossier({"acties": tabel})
    assert [[rij[k] for k in ("wanneer", "wie", "notitie")] for rij in dossier.rijen("acties")] == [["2026", None, None], [None, "3", "2026-11-25"]]
    for waarde in (True, ["a"], {"a": 1}, math.inf):
        weigert(lambda waarde=waarde: Dossier({"acties": [{"wat": waarde}]}), "acties, rij 1, kolom 'wat': staat", "hier hoort tekst.")


@pytest.mark.parametrize("naam", ["\x00", "a\x1b[31m", "\x85", "\ud800", "a\ufffe", "\x1c"])
def test_onleesbare_tekens_worden_geweigerd(naam: str) -> None:
    weigert(lambda: Dossier({"doelen": [{"naam": naam}]}), "doelen, rij 1, kolom 'naam': staat '", "hierin staat een teken dat niet te lezen is")
    weigert(lambda: Dossier({"doelen": [{naam: "x", "naam": "A"}]}), "doelen, kolom '")


def test_richtingstekens_gaan_eruit_en_onzichtbaar_is_leeg() -> None:
    assert Dossier({"doelen": [{"naam": "\u202egdruz\u2066"}]})["doelen"].loc[0, "naam"] == "gdruz"
    for niets in ("\u2028", "\u200b \u2029", "\u200e"):
        weigert(lambda niets=niets: Dossier({"doelen": [{"naam": niets}]}), "deze cel is leeg")


def test_bedragen_hebben_een_top() -> None:
    weigert(lambda: Dossier({"initiatieven": [{"naam": "A", "kosten": 1.7e308}]}), "hier hoort een getal van 0 tot en met 1000000000000")
    assert Dossier({"initiatieven": [{"naam": "A", "kosten": "€ 60.000,-"}]})["initiatieven"].loc[0, "kosten"] == 60_000


# -- lezen ------------------------------------------------------------------------------------


@pytest.mark.parametrize("pad", [None, 5, b"x", "", "  ", ["a"]])
def test_wat_geen_pad_is(pad: Any) -> None:
    weigert(lambda: Dossier.laad(pad), "hieruit is geen dossier te lezen")


@pytest.mark.parametrize("als", [5, ["a"], "onzin", ""])
def test_als_is_een_sectie(als: Any, tmp_path: Path) -> None:
    weigert(lambda: Dossier.laad(tmp_path / "x.csv", als=als), "deze sectie bestaat niet")


@pytest.mark.parametrize("naam", ["a" * 5000, "weg.json", "a\x00b", "\ud800.csv"])
def test_namen_die_niet_bestaan(naam: str, tmp_path: Path) -> None:
    weigert(lambda: Dossier.laad(tmp_path / naam))
    weigert(lambda: Dossier.laad(naam))


@pytest.mark.parametrize("naam", [None, 5, "", "..", "weg"])
def test_een_case_die_niet_bestaat(naam: Any) -> None:
    weigert(lambda: case(naam), "deze case bestaat niet; bekend zijn: ")


def test_mappen_links_en_buizen_op_de_plek_van_een_bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "proef" / "scores.csv").mkdir(parents=True)
    (tmp_path / "proef" / "doelen.csv").symlink_to(tmp_path / "weg")
    os.mkfifo(tmp_path / "proef" / "acties.csv")
    zinnen = (
        "scores.csv: dit is een map; hier hoort een bestand.",
        "doelen.csv: dit bestand of deze map bestaat niet.",
        "acties.csv: dit is geen gewoon bestand.",
    )
    weigert(lambda: Dossier.laad(tmp_path / "proef"), *zinnen)
    weigert(lambda: Dossier.laad("/dev/zero"), "zero: dit is geen gewoon bestand.")
    weigert(lambda: Dossier.laad(tmp_path / "proef" / "acties.csv"), "dit is geen gewoon bestand")
    (tmp_path / "proef" / "case.yml").mkdir()
    monkeypatch.setattr(casebestand, "MAP", tmp_path)
    weigert(lambda: case("proef"), "proef/case.yml: dit is een map; hier hoort een bestand.", "proef/scores.csv: dit is een map")


def test_een_map_zonder_dossier(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("x", encoding="utf-8")
    weigert(lambda: Dossier.laad(tmp_path), "in deze map staat geen csv en geen dossier.yml")
    (tmp_path / "STAKEHOLDERS.CSV").write_text("naam;soort\nA;Gemeente\n", encoding="utf-8")
    assert Dossier.laad(tmp_path)["stakeholders"].loc[0, "soort"] == "gemeente"


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("[" * 5000, "dit is te diep genest voor een dossier."),
        ('{"secties": {"doelen": ' + "[" * 70 + "]" * 70 + "}}", "dit is te diep genest"),
        ('{"secties": {}, "titel": "a", "titel": "b"}', "kolom 'titel': deze sleutel staat er in hetzelfde blok meer dan één keer"),
        ('{"secties": {"doelen": [{"naam": "a", "naam": "b"}]}}', "kolom 'naam': deze sleutel staat er"),
        ("NaN", "dit is geen geldige json"),
        ('{"secties": {"doelen": {"naam": "a"}}}', "mijn.json, doelen: hier hoort een lijst van rijen."),
        ('{"secties": {"doelen": [["a"]]}}', "mijn.json, doelen: hier hoort een lijst van rijen."),
        ('{"kennisdossier": -1, "secties": {}}', "kolom 'kennisdossier': staat '-1'; hier hoort het nummer van een versie."),
    ],
)
def test_slechte_json(tekst: str, zin: str, tmp_path: Path) -> None:
    (tmp_path / "mijn.json").write_text(tekst, encoding="utf-8")
    weigert(lambda: Dossier.laad(tmp_path / "mijn.json"), zin)


BOM = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{na}: &{na} [{','.join([f'*{voor}'] * 9)}]\n" for voor, na in ("ab", "bc", "cd", "de")) + "bronnen: *e\n"


@pytest.mark.parametrize(
    ("yml", "zin"),
    [
        (BOM, "dossier.yml, rij 2: verwijzingen met & en * lezen we hier niet"),
        ("titel: a\ntitel: b\n", "dossier.yml, rij 2, kolom 'titel': deze sleutel staat er"),
        ("a: " + "[" * 3000 + "]" * 3000, "dossier.yml: dit is te diep genest"),
        ("titel: [1, 2]", "dossier.yml, kolom 'titel': staat '[…]'; hier hoort tekst"),
        ("titel: !!python/object:os.system x", "dit is geen geldige yml"),
        ("titel: !!binary aGk=", "dit is geen geldige yml"),
        ("? [a, b]\n: x", "dit is geen geldige yml"),
        ("- lijst", "hier horen regels als 'titel: …'"),
        ("titel: \x07", "dit is geen geldige yml"),
    ],
)
def test_slechte_yml(yml: str, zin: str, tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_text(yml, encoding="utf-8")
    weigert(lambda: Dossier.laad(tmp_path), zin)


def test_rare_sleutels_in_yml_staan_apart_en_een_datum_is_tekst(tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_text("titel: Thuis\ndatum: 2026-11-25\nself: x\n1: y\nsecties: [a]\n", encoding="utf-8")
    dossier = Dossier.laad(tmp_path)
    assert (dossier.titel, dossier.datum) == ("Thuis", "2026-11-25")
    assert [een["naam"] for een in dossier.apart] == ["self", "1", "secties (in yml)"]
    assert Dossier.uit_json(dossier.als_json()).datum == "2026-11-25"


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("naam", ["stakeholders.csv", "dossier.json"])
def test_elke_gewone_codering(codering: str, naam: str, tmp_path: Path) -> None:
    tekst = (
        "naam;soort\nPatiënten Zuid;gemeente\n" if naam.endswith("csv") else '{"secties": {"stakeholders": [{"naam": "Patiënten Zuid", "soort": "gemeente"}]}}'
    )
    (tmp_path / naam).write_bytes(tekst.encode(codering))
    assert Dossier.laad(tmp_path / naam)["stakeholders"].loc[0, "naam"] == "Patiënten Zuid"


# -- veel en groot ----------------------------------------------------------------------------


def test_veel_fouten_blijven_leesbaar(tmp_path: Path) -> None:
    regels = "".join(f"P{n};gemente;99\n" for n in range(20_000))
    (tmp_path / "stakeholders.csv").write_text("naam;soort;macht\n" + regels, encoding="utf-8")
    melding = weigert(lambda: Dossier.laad(tmp_path / "stakeholders.csv"), "40000 fouten gevonden", "Bedoel je 'gemeente'?")
    assert melding.endswith("  - en nog 39950")


def test_veel_verkeerde_verwijzingen() -> None:
    secties = {
        "initiatieven": [{"naam": f"initiatief nummer {n}"} for n in range(1500)],
        "scores": [{"initiatief": f"initiatif numer {n}", "persoon": "ik", "criterium": "x", "score": 1} for n in range(1500)],
    }
    weigert(lambda: Dossier(secties), "1500 fouten gevonden", "Bedoel je 'initiatief nummer 0'?")


@pytest.mark.parametrize("cel", ["x" * 20_000, "x" * 130_000])
def test_een_heel_lange_cel(cel: str, tmp_path: Path) -> None:
    (tmp_path / "stakeholders.csv").write_text(f"naam;soort\nA;{cel}\nB;gemeente\n", encoding="utf-8")
    weigert(lambda: Dossier.laad(tmp_path / "stakeholders.csv"), "rij 2")
    weigert(lambda: Dossier({"stakeholders": [{"naam": cel, "soort": cel}]}))
    weigert(lambda: Dossier({cel: []}), "deze sectie bestaat niet")
    assert len(Dossier.uit_json(json.dumps({"secties": {cel: [1]}})).apart) == 1


def test_heel_veel_kolommen(tmp_path: Path) -> None:
    koppen = ";".join(f"kolom{n}" for n in range(20_000))
    (tmp_path / "doelen.csv").write_text(f"naam;{koppen}\nA{';x' * 20_000}\n", encoding="utf-8")
    begin = time.process_time()
    assert len(Dossier.laad(tmp_path / "doelen.csv").apart) == 20_000
    assert time.process_time() - begin < 10


def test_veel_goede_rijen(tmp_path: Path) -> None:
    (tmp_path / "acties.csv").write_text("wat;wie\n" + "".join(f"doe {n};GGD\n" for n in range(50_000)), encoding="utf-8")
    begin = time.process_time()
    assert len(Dossier.laad(tmp_path / "acties.csv")["acties"]) == 50_000
    assert time.process_time() - begin < 20


# -- een werkmap van Excel --------------------------------------------------------------------


def werkmap(pad: Path, bladen: dict[str, list[list[Any]]]) -> Path:
    boek = openpyxl.Workbook()
    boek.remove(boek.active)
    for naam, rijen in bladen.items():
        blad = boek.create_sheet(naam)
        for rij in rijen:
            blad.append(rij)
    boek.save(pad)
    return pad


def test_een_werkmap_die_niet_van_ons_is(tmp_path: Path) -> None:
    bladen = {
        "Partijen": [
            ["Stakeholders regio Epe"],
            [],
            ["Partij", "Soort", "Macht", "Telefoon"],
            ["Menzis", "Zorgverzekeraar", 9, "06-1"],
            ["GGD", "overheid", "-", None],
        ],
        "Blad2": [["Initiatief", "Kosten"], ["App", "€ 60.000,-"], ["Bus", 1250.5]],
        "Notities": [["zomaar wat"], ["nog wat"]],
        "Leeg": [],
    }
    dossier = Dossier.laad(werkmap(tmp_path / "mijn.xlsx", bladen))
    assert dossier["stakeholders"][["naam", "soort", "macht"]].values.tolist()[0] == ["Menzis", "zorgverzekeraar", 9]
    assert dossier["initiatieven"]["kosten"].tolist() == [60_000, 1250.5]
    assert [(een["wat"], een["naam"]) for een in dossier.apart] == [("kolom", "Telefoon"), ("sectie", "Notities")]
    assert dossier.apart[0]["waarde"] == [["Menzis", "06-1"]]


def test_een_werkmap_is_in_excel_te_lezen_en_voert_niets_uit(tmp_path: Path) -> None:
    dossier = Dossier({"stakeholders": PARTIJEN, "doelen": [{"naam": "=1+1", "toelichting": "+31 6"}]}, titel="@thuis", keuzes={"a": {"b": 1}})
    boek = openpyxl.load_workbook(dossier.bewaar(tmp_path / "mijn.xlsx"))
    assert boek.sheetnames == ["Dossier", "Stakeholders", "Doelen", "Niet wijzigen"]
    assert boek["Niet wijzigen"].sheet_state == "hidden"
    assert [cel.value for cel in boek["Stakeholders"][1]][:3] == ["Naam", "Soort", "Macht"]
    assert boek["Stakeholders"]["C2"].value == 9
    assert (boek["Doelen"]["A2"].value, boek["Doelen"]["A2"].data_type, boek["Doelen"]["A2"].quotePrefix) == ("=1+1", "s", True)
    verborgen = [cel.value for cel in boek["Stakeholders"][1]]
    assert "Illustratief" not in verborgen


def test_een_werkmap_die_er_geen_is(tmp_path: Path) -> None:
    for naam, inhoud in (("a.xlsx", b"PK\x03\x04kapot"), ("b.csv", b"PK\x03\x04kapot")):
        (tmp_path / naam).write_bytes(inhoud)
        weigert(lambda naam=naam: Dossier.laad(tmp_path / naam), "dit is geen werkmap van Excel")
    with zipfile.ZipFile(tmp_path / "bom.xlsx", "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("xl/workbook.xml", "0" * 210_000_000)
    weigert(lambda: Dossier.laad(tmp_path / "bom.xlsx"), "hierin staat meer dan in een dossier past")
    weigert(
        lambda: Dossier.laad(werkmap(tmp_path / "leeg.xlsx", {"Scores": [["Initiatief"], ["x"]]})),
        "leeg.xlsx, Scores, rij 1, kolom 'persoon': deze kolom ontbreekt.",
    )


# -- bewaren ----------------------------------------------------------------------------------


def test_een_map_wordt_als_geheel_vervangen_en_wat_niet_van_ons_is_blijft(tmp_path: Path) -> None:
    map_ = tmp_path / "dossier"
    Dossier({"stakeholders": PARTIJEN, "feiten": [{"soort": "doel", "feit": "x", "bron": "y"}]}).bewaar(map_)
    (map_ / "brief.docx").write_bytes(b"brief")
    (map_ / "foto's").mkdir()
    (map_ / "foto's" / "a.jpg").write_bytes(b"foto")
    Dossier({"stakeholders": PARTIJEN}, titel="Nieuw").bewaar(map_)
    assert sorted(pad.name for pad in map_.iterdir()) == ["brief.docx", "dossier.yml", "foto's", "stakeholders.csv"]
    assert (map_ / "foto's" / "a.jpg").read_bytes() == b"foto"
    assert list(Dossier.laad(map_).secties) == ["stakeholders"]
    assert [pad.name for pad in tmp_path.iterdir()] == ["dossier"], "er slingert iets rond"


@pytest.mark.parametrize("waar", ["_vul_map", "_wissel"])
def test_een_schijf_die_vol_raakt_laat_alles_zoals_het_was(waar: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    map_ = tmp_path / "dossier"
    Dossier({"stakeholders": PARTIJEN}, titel="Eerst").bewaar(map_)
    voor = {pad.name: pad.read_bytes() for pad in map_.iterdir()}

    def vol(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bestanden, waar, vol)
    weigert(lambda: Dossier({"doelen": [{"naam": "x"}]}).bewaar(map_), "de schijf is vol")
    assert {pad.name: pad.read_bytes() for pad in map_.iterdir()} == voor
    assert [pad.name for pad in tmp_path.iterdir()] == ["dossier"]


def test_een_bestand_is_er_helemaal_of_zoals_het_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "dossier.json"
    Dossier({"stakeholders": PARTIJEN}, titel="Eerst").bewaar(pad)
    voor = pad.read_bytes()

    def stroom_weg(*_: Any) -> None:
        raise OSError(5, "I/O error")

    monkeypatch.setattr(os, "replace", stroom_weg)
    weigert(lambda: Dossier(titel="Nieuw").bewaar(pad), "schrijven lukt niet")
    assert pad.read_bytes() == voor
    assert [een.name for een in tmp_path.iterdir()] == ["dossier.json"], "er slingert iets rond"


def test_wisselen_dat_mislukt_zet_de_oude_map_terug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    map_ = tmp_path / "dossier"
    Dossier({"stakeholders": PARTIJEN}).bewaar(map_)
    echt, keer = os.rename, []

    def rename(van: Any, naar: Any) -> None:
        keer.append(naar)
        if len(keer) == 2:
            raise OSError(5, "I/O error")
        echt(van, naar)

    monkeypatch.setattr(os, "rename", rename)
    weigert(lambda: Dossier(titel="Nieuw").bewaar(map_), "schrijven lukt niet")
    assert len(Dossier.laad(map_)["stakeholders"]) == 1
    assert [pad.name for pad in tmp_path.iterdir()] == ["dossier"]


def test_rechten_en_links_blijven(tmp_path: Path) -> None:
    pad = tmp_path / "dossier.json"
    Dossier(titel="Eén").bewaar(pad)
    masker = os.umask(0)
    os.umask(masker)
    assert stat.S_IMODE(pad.stat().st_mode) == 0o666 & ~masker
    pad.chmod(0o664)
    (tmp_path / "link.json").symlink_to(pad)
    Dossier(titel="Twee").bewaar(tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert stat.S_IMODE(pad.stat().st_mode) == 0o664
    assert Dossier.laad(pad).titel == "Twee"
    map_ = tmp_path / "map"
    Dossier({"stakeholders": PARTIJEN}).bewaar(map_)
    (map_ / "stakeholders.csv").chmod(0o640)
    map_.chmod(0o750)
    Dossier({"stakeholders": PARTIJEN}).bewaar(map_)
    assert [stat.S_IMODE(p.stat().st_mode) for p in (map_, map_ / "stakeholders.csv")] == [0o750, 0o640]


def test_een_csv_is_een_bestand_met_een_sectie(tmp_path: Path) -> None:
    pad = Dossier({"stakeholders": PARTIJEN}).bewaar(tmp_path / "x.csv")
    assert pad.is_file()
    assert pad.read_text(encoding="utf-8-sig").startswith("naam;soort;macht;")
    weigert(lambda: Dossier().bewaar(tmp_path / "y.csv"), "y.csv: in een csv past één sectie, en dit dossier heeft er 0")
    weigert(lambda: Dossier({"stakeholders": [], "doelen": []}).bewaar(tmp_path / "y.csv"), "dit dossier heeft er 2")
    assert not (tmp_path / "y.csv").exists()


def test_bewaren_op_een_plek_die_niet_kan(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("van iemand", encoding="utf-8")
    weigert(lambda: Dossier().bewaar(tmp_path / "bestand"), "dit is niet bewaard, want een deel van het pad is geen map")
    weigert(lambda: Dossier().bewaar(tmp_path / "bestand" / "x.json"), "dit is niet bewaard")
    weigert(lambda: Dossier().bewaar(tmp_path / ("x" * 300 + ".json")), "want de naam is te lang")
    assert (tmp_path / "bestand").read_text(encoding="utf-8") == "van iemand"
