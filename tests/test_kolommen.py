"""Kolommen: wat mag, wat niet, en de meldingen."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennis.kolommen import WITRUIMTE, Fout, InvoerFout, Kolommen, leeg, lees_getal, naaste, schoon, schrijf_getal, schrijf_precies

KOLOMMEN = Kolommen(
    [
        {"sleutel": "naam", "kop": "Naam", "verplicht": True, "uniek": True},
        {"sleutel": "score", "kop": "Score", "soort": "getal", "min": 0, "max": 10},
        {"sleutel": "aantal", "kop": "Aantal", "soort": "heel", "min": 1},
        {"sleutel": "soort", "kop": "Soort", "soort": "keuze", "waarden": ["gemeente", "zorgverzekeraar"]},
    ]
)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_elk_getal_overleeft_schrijven_en_lezen(getal: float) -> None:
    assert lees_getal(schrijf_precies(getal)) == getal
    assert "e" not in schrijf_precies(getal)


@given(st.floats(min_value=-1e12, max_value=1e12).map(lambda g: float(f"{g:.10g}")))
def test_een_getal_met_tien_cijfers_blijft_ook_leesbaar_gelijk(getal: float) -> None:
    assert lees_getal(schrijf_getal(getal)) == getal


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("7,5", 7.5),
        ("7.5", 7.5),
        (" 7,5\u00a0", 7.5),
        ("€ 1.250,50", 1250.5),
        ("1.200.000", 1.2e6),
        ("0.125", 0.125),
        ("+3", 3),
        ("-3,0", -3),
        ("12.3456", 12.3456),
    ],
)
def test_getallen_zoals_mensen_ze_schrijven(tekst: str, getal: float) -> None:
    assert lees_getal(tekst) == getal


@pytest.mark.parametrize("tekst", ["", "veel", "1,2,3", "1e3", "5 euro", ",5", "٣", "nan", "inf", "9" * 400, True, math.inf, 10**400])
def test_wat_geen_getal_is(tekst: object) -> None:
    with pytest.raises(ValueError, match="geen getal"):
        lees_getal(tekst)


@pytest.mark.parametrize("tekst", ["1.200", "-12.345", " 7.125 "])
def test_een_punt_met_drie_cijfers_is_dubbelzinnig(tekst: str) -> None:
    with pytest.raises(ValueError, match="dubbelzinnig"):
        lees_getal(tekst)
    assert "schrijf 1200 of 1,200" in melding({"naam": "A", "score": "1.200"})


def melding(*rijen: dict[str, object]) -> str:
    _, fouten = KOLOMMEN.controleer_rijen(rijen, "blad.csv")
    return "\n".join(str(fout) for fout in fouten)


@pytest.mark.parametrize(
    ("rij", "zin"),
    [
        ({"naam": "A", "score": "11"}, "blad.csv, rij 1, kolom 'score': staat '11'; hier hoort een getal van 0 tot en met 10, of niets."),
        ({"naam": "A", "score": -0.5}, "blad.csv, rij 1, kolom 'score': staat '-0,5'; hier hoort een getal van 0 tot en met 10, of niets."),
        ({"naam": "A", "score": "veel"}, "blad.csv, rij 1, kolom 'score': staat 'veel'; hier hoort een getal van 0 tot en met 10, of niets."),
        ({"naam": "A", "aantal": "1,5"}, "blad.csv, rij 1, kolom 'aantal': staat '1,5'; hier hoort een heel getal van 1 of hoger, of niets."),
        (
            {"naam": "A", "soort": "gemente"},
            "blad.csv, rij 1, kolom 'soort': staat 'gemente'; hier hoort één van: gemeente, zorgverzekeraar, of niets. Bedoel je 'gemeente'?",
        ),
        ({"naam": " "}, "blad.csv, rij 1, kolom 'naam': deze cel is leeg; hier hoort tekst."),
        ({}, "blad.csv, rij 1, kolom 'naam': deze cel is leeg; hier hoort tekst."),
        ({"naam": "A", "scoer": 3}, "blad.csv, rij 1, kolom 'scoer': deze kolom bestaat niet. Bedoel je 'score'?"),
    ],
)
def test_melding_noemt_bestand_rij_kolom_waarde_en_wat_er_hoort(rij: dict[str, object], zin: str) -> None:
    assert melding(rij) == zin


def test_alle_fouten_in_een_keer() -> None:
    zinnen = melding({"naam": "", "score": "x"}, {"naam": "B", "score": 11, "soort": "?"}, {"naam": "b "}).splitlines()
    assert len(zinnen) == 5
    assert zinnen[-1] == "blad.csv, rij 3, kolom 'naam': staat 'b '; deze naam staat ook in rij 2; elke naam hoort één keer voor te komen."


def test_koppen_noemen_de_naaste_goede_naam_en_wat_ontbreekt() -> None:
    zinnen = [str(fout) for fout in KOLOMMEN.controleer_koppen(["scor", "score", "score", ""], "blad.csv", 2)]
    assert zinnen == [
        "blad.csv, rij 2, kolom 'scor': deze kolom bestaat niet; bekend zijn: naam, score, aantal, soort. Bedoel je 'soort'?",
        "blad.csv, rij 2, kolom 'score': deze kolom staat er meer dan één keer.",
        "blad.csv, rij 2, kolom '(zonder naam)': deze kolom bestaat niet; bekend zijn: naam, score, aantal, soort.",
        "blad.csv, rij 2, kolom 'naam': deze kolom ontbreekt.",
    ]
    # De verkeerd gespelde kolom is de enige fout; dat zij dan ook "ontbreekt" hoeft er niet bij.
    (zin,) = [str(fout) for fout in KOLOMMEN.controleer_koppen(["naan", "score"], "blad.csv")]
    assert zin.endswith("Bedoel je 'naam'?")


cellen = st.one_of(st.none(), st.text(max_size=8), st.floats(), st.integers(), st.booleans())


@given(st.lists(st.dictionaries(st.sampled_from([*KOLOMMEN.sleutels, "vreemd", ""]), cellen), max_size=4))
def test_elke_invoer_geeft_nette_rijen_of_een_volledige_melding(rijen: list[dict[str, object]]) -> None:
    goed, fouten = KOLOMMEN.controleer_rijen(rijen, "blad.csv")
    for fout in fouten:
        assert fout.bestand == "blad.csv"
        assert fout.rij is not None and 1 <= fout.rij <= len(rijen)
        assert fout.kolom is not None and fout.verwacht
        assert str(fout).startswith(f"blad.csv, rij {fout.rij}, kolom '")
    assert len(goed) == len(rijen)
    zonder_naam = {fout.rij for fout in fouten if fout.kolom == "naam"}
    for nummer, rij in enumerate(goed, start=1):
        assert list(rij) == KOLOMMEN.sleutels
        assert nummer in zonder_naam or rij["naam"] == schoon(rij["naam"]) != ""
        assert rij["score"] is None or 0 <= rij["score"] <= 10
        assert rij["aantal"] is None or (isinstance(rij["aantal"], int) and rij["aantal"] >= 1)
        assert rij["soort"] in (None, "gemeente", "zorgverzekeraar")
    if not fouten:
        assert KOLOMMEN.controleer_rijen(goed, "blad.csv") == (goed, [])


@given(st.text())
def test_schoon_is_na_een_keer_klaar(tekst: str) -> None:
    assert schoon(schoon(tekst)) == schoon(tekst)
    assert leeg(tekst) == (schoon(tekst) == "")


def test_witruimte_is_witruimte() -> None:
    gewoon = str.maketrans("\u2000\u2001\r", "\u2002\u2003\n")
    assert all(leeg(wit) and schoon(f"{wit}a{wit}b{wit}") == f"a{wit}b".translate(gewoon) for wit in WITRUIMTE)


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_naaste_kiest_uit_de_keuzes(woord: str, keuzes: list[str]) -> None:
    beste = naaste(woord, keuzes)
    assert beste is None or beste in keuzes
    if woord.lower() in [keuze.lower() for keuze in keuzes]:
        assert beste is not None and beste.lower() == woord.lower()


def test_de_fout_zegt_hoeveel_er_mis_is_en_dat_er_niets_gewijzigd_is() -> None:
    een = Fout("a.csv", 2, "naam", "x", "hier hoort tekst")
    assert str(InvoerFout([een])).startswith("1 fout gevonden; er is niets gewijzigd.\n  - a.csv, rij 2, kolom 'naam': staat 'x'; hier hoort tekst.")
    assert str(InvoerFout([een, een])).startswith("2 fouten gevonden")


def test_een_keuze_mag_met_andere_hoofdletters_en_komt_terug_zoals_zij_hoort() -> None:
    kolom = Kolommen([{"sleutel": "wet", "kop": "Wet", "soort": "keuze", "waarden": ["Zvw", "zvw+", "WLZ"]}])["wet"]
    assert [kolom.lees(woord) for woord in ("ZVW", "zvw", "wlz", " Zvw+ ")] == ["Zvw", "Zvw", "WLZ", "zvw+"]
