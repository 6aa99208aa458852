"""Csv lezen en schrijven: heen en terug blijft alles gelijk, en wat uit een rekenblad komt is te lezen."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kennis import csvbestand
from kennis.kolommen import InvoerFout, Kolommen, leeg, schoon

KOPPEN = ["naam", "tekst", "getal"]
KOLOMMEN = Kolommen([{"sleutel": "naam", "kop": "Naam"}, {"sleutel": "tekst", "kop": "Tekst"}, {"sleutel": "getal", "kop": "Getal", "soort": "getal"}])

# Zonder stuurtekens en losse helften van een teken: die weigert de controle.
letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
lastig = st.text(st.one_of(letters, st.sampled_from(list("\"';,\t\r\n=+-@€ \u00a0\ufeff"))), max_size=20)
tekst = st.one_of(lastig, st.text(letters)).map(schoon)
rij = st.fixed_dictionaries({"naam": tekst, "tekst": tekst, "getal": st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False))})


def netjes(rijen: list[dict]) -> list[dict]:
    return [{k: None if leeg(w) else w for k, w in rij.items()} for rij in rijen if not all(leeg(w) for w in rij.values())]


@given(st.lists(rij, max_size=5))
@example([{"naam": "'=1", "tekst": "=SUM(A1)", "getal": 0.1 + 0.2}, {"naam": "''@", "tekst": "'s middags", "getal": 1e22}])
def test_schrijven_en_lezen_geeft_dezelfde_rijen(rijen: list[dict]) -> None:
    inhoud = csvbestand.schrijf(rijen, KOPPEN)
    goed, fouten = csvbestand.keur(csvbestand.ontleed(inhoud, "a.csv"), KOLOMMEN, "a.csv")
    assert not fouten
    assert goed == netjes(rijen)
    assert csvbestand.schrijf(goed, KOPPEN) == csvbestand.schrijf(netjes(rijen), KOPPEN)


@given(st.lists(rij, max_size=5))
def test_een_rekenblad_voert_niets_uit(rijen: list[dict]) -> None:
    import csv
    import io

    inhoud = csvbestand.schrijf(rijen, KOPPEN).decode("utf-8-sig")
    for regel in csv.reader(io.StringIO(inhoud, newline=""), delimiter=";"):
        for cel in regel[:2]:
            assert not cel.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200)))
def test_geen_enkel_bestand_laat_het_lezen_vastlopen(inhoud: bytes | str) -> None:
    gelezen = csvbestand.ontleed(inhoud, "a.csv")
    assert gelezen.koppen or gelezen.fouten
    assert len(gelezen.rijen) == len(gelezen.nummers)
    assert gelezen.nummers == sorted(set(gelezen.nummers))
    assert all(str(fout).startswith("a.csv") for fout in gelezen.fouten)


def test_schrijft_zoals_een_nederlandse_excel_het_wil() -> None:
    inhoud = csvbestand.schrijf([{"naam": "Café; bar", "getal": 7.5}], KOPPEN)
    assert inhoud == b'\xef\xbb\xbfnaam;tekst;getal\r\n"Caf\xc3\xa9; bar";;7,5\r\n'


@pytest.mark.parametrize("teken", [";", ",", "\t"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_leest_wat_een_rekenblad_bewaart(teken: str, codering: str, einde: str) -> None:
    inhoud = einde.join([f"Naam{teken} GETAL ", f'"Café{teken} één"{teken}"7,5"', ""]).encode(codering)
    assert csvbestand.lees(inhoud, "a.csv") == (["naam", "getal"], [{"naam": f"Café{teken} één", "getal": "7,5"}], [2])


def test_rijnummers_zijn_die_van_het_bestand() -> None:
    inhoud = '\n\nnaam;tekst\r\n\r\nA;"twee\nregels"\n;;\n"B\r\nB\rB";x\nC;y'
    _, rijen, nummers = csvbestand.lees(inhoud, "a.csv")
    assert [rij["naam"] for rij in rijen] == ["A", "B\r\nB\rB", "C"]
    assert nummers == [5, 8, 11]
    assert csvbestand.ontleed(inhoud, "a.csv").koprij == 3


def test_korte_rijen_zijn_leeg_en_lange_rijen_een_fout() -> None:
    assert csvbestand.lees("naam;tekst\nA\n", "a.csv")[1] == [{"naam": "A", "tekst": ""}]
    with pytest.raises(InvoerFout) as fout:
        csvbestand.lees("naam;tekst\nA;b;c\nD;e;;\nF;g;;h\n", "a.csv")
    assert [(f.rij, f.waarde) for f in fout.value.fouten] == [(2, "c"), (4, "h")]
    assert "rij 2: staat 'c'; deze rij heeft meer cellen dan de kopregel (2); staat er een ';' te veel?\n" in str(fout.value)


@pytest.mark.parametrize("inhoud", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b";;;\n;;\n", "\ufeff"])
def test_een_leeg_bestand_zegt_dat_het_leeg_is(inhoud: bytes | str) -> None:
    with pytest.raises(InvoerFout, match="a.csv: het bestand is leeg"):
        csvbestand.lees(inhoud, "a.csv")


def test_andere_dingen_dan_csv() -> None:
    with pytest.raises(InvoerFout, match="dit is een rekenblad; bewaar het als xlsx, of als csv"):
        csvbestand.lees(b"PK\x03\x04rest van een xlsx", "a.xlsx")
    with pytest.raises(InvoerFout, match="rij 3: een aanhalingsteken in deze rij wordt nergens gesloten"):
        csvbestand.lees('naam;tekst\nA;b\nC;"open\nD;e\n', "a.csv")
    with pytest.raises(InvoerFout, match="rij 2: vanaf hier is een cel onleesbaar lang; staat er een aanhalingsteken te veel"):
        csvbestand.lees('naam;tekst\nA;"' + "lang " * 40_000, "a.csv")


def test_alle_fouten_van_koppen_vorm_en_waarden_samen() -> None:
    goed, fouten = csvbestand.keur(csvbestand.ontleed("naam;teskt;getal\nA;b;x;te veel\nB;c;\n", "a.csv"), KOLOMMEN, "a.csv")
    assert [(f.rij, f.kolom) for f in fouten] == [(1, "teskt"), (2, None), (2, "getal")]
    assert [(rij["naam"], rij["getal"]) for rij in goed] == [("A", None), ("B", None)]
