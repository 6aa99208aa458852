"""Het dossier: laden, bewaren en weigeren. Bij een fout verandert er niets, en de melding noemt alles tegelijk."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennis import Dossier, InvoerFout, csvbestand
from kennis.dossier import als_rijen, sectie, sectienamen
from kennis.kolommen import leeg, schoon

GOED = {"stakeholders": [{"naam": "Menzis", "soort": "zorgverzekeraar", "macht": 9, "belang": 7.5}, {"naam": "Patiënten", "soort": "patiënt of inwoner"}]}

letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
tekst = st.text(letters, max_size=15).map(schoon)


def cel(kolom) -> st.SearchStrategy:
    if kolom.soort == "keuze":
        waarde = st.sampled_from(kolom.waarden)
    elif kolom.soort == "tekst":
        waarde = tekst.filter(bool)
    elif kolom.soort == "heel":
        waarde = st.integers(int(kolom.min or 0), int(kolom.max or 1000))
    else:
        waarde = st.floats(kolom.min, kolom.max, allow_nan=False, allow_infinity=False)
    return waarde if kolom.verplicht else st.one_of(st.none(), waarde)


def rijen(naam: str) -> st.SearchStrategy:
    kolommen = sectie(naam).kolommen.lijst
    uniek = [k.sleutel for k in kolommen if k.uniek]
    sleutel = (lambda rij: tuple(rij[k].lower() for k in uniek)) if uniek else None
    return st.lists(st.fixed_dictionaries({k.sleutel: cel(k) for k in kolommen}), max_size=3, unique_by=sleutel)


LOS = [naam for naam in sectienamen() if not any(k.verwijst for k in sectie(naam).kolommen.lijst)]
dossiers = st.fixed_dictionaries({}, optional={naam: rijen(naam) for naam in LOS})


def inhoud(dossier: Dossier) -> dict[str, list[dict]]:
    return {naam: als_rijen(tabel) for naam, tabel in dossier.secties.items()}


@given(dossiers, st.sampled_from(["stakeholders", "initiatieven"]), st.dictionaries(st.text(max_size=6), st.text(max_size=6), max_size=4))
def test_slechte_invoer_verandert_niets(secties: dict, naam: str, rij: dict) -> None:
    dossier = Dossier(secties, titel="Voor")
    voor = dossier.als_json()
    with pytest.raises(InvoerFout) as fout:
        dossier.werk_bij({naam: [rij], "feiten": [{"soort": "onzin"}]})
    assert dossier.als_json() == voor
    assert {f.bestand for f in fout.value.fouten} == {naam, "feiten"}
    assert "er is niets gewijzigd" in str(fout.value)


def laad(map_: Path, naam: str, inhoud: str | bytes) -> str:
    """Schrijf een bestand, probeer het te laden, en geef de melding."""
    (map_ / naam).write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode("utf-8"))
    with pytest.raises(InvoerFout) as fout:
        Dossier.laad(map_ / naam)
    return str(fout.value)


def test_alles_wat_er_mis_is_in_een_melding(tmp_path: Path) -> None:
    melding = laad(tmp_path, "stakeholders.csv", "naam;soort;mact;belang;belang\nA;gemente;3;11;11\n\nB;gemeente;3;veel;veel;extra\na;gemeente;3;1.200;1\n")
    for deel in (
        "7 fouten gevonden; er is niets gewijzigd.",
        "stakeholders.csv, rij 1, kolom 'belang': deze kolom staat er meer dan één keer.",
        "stakeholders.csv, rij 2, kolom 'soort': staat 'gemente'; hier hoort één van:",
        "Bedoel je 'gemeente'?",
        "stakeholders.csv, rij 4: staat 'extra'; deze rij heeft meer cellen dan de kopregel (5)",
        "stakeholders.csv, rij 5, kolom 'naam': staat 'a'; deze naam staat ook in rij 2",
    ):
        assert deel in melding, melding


@pytest.mark.parametrize(
    ("csv", "zin"),
    [
        ("soort;macht\ngemeente;3\n", "rij 1, kolom 'naam': deze kolom ontbreekt."),
        ("naam;soort;belang;belang\nA;gemeente;3;4\n", "rij 1, kolom 'belang': deze kolom staat er meer dan één keer"),
        ("naam;soort;macht\nA;gemeente;veel\n", "rij 2, kolom 'macht': staat 'veel'; hier hoort een getal van 0 tot en met 10, of niets."),
        ("naam;soort;macht\nA;gemeente;10,5\n", "rij 2, kolom 'macht': staat '10,5'; hier hoort een getal van 0 tot en met 10, of niets."),
        ("", "stakeholders.csv: hierin staat niets"),
        ('naam;soort\n"A\nA";gemeente\nB;gemeente\nB;gemeente\n', "rij 5, kolom 'naam': staat 'B'; deze naam staat ook in rij 4;"),
    ],
)
def test_slechte_csv(tmp_path: Path, csv: str, zin: str) -> None:
    assert zin in laad(tmp_path, "stakeholders.csv", csv)


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252"])
def test_een_csv_uit_excel(tmp_path: Path, codering: str) -> None:
    (tmp_path / "stakeholders.csv").write_bytes("Naam;Soort;Macht\r\nPatiëntenraad;patiënt of inwoner;7,5\r\n".encode(codering))
    dossier = Dossier.laad(tmp_path / "stakeholders.csv")
    assert dossier["stakeholders"].loc[0, ["naam", "macht"]].tolist() == ["Patiëntenraad", 7.5]
    assert inhoud(Dossier.laad(tmp_path / "stakeholders.csv", als="stakeholders")) == inhoud(dossier)


def test_een_onbekende_naam_krijgt_de_echte_regel_en_de_naaste_naam(tmp_path: Path) -> None:
    (tmp_path / "initiatieven.csv").write_text("naam;risico\nThuismeten;\nEigen app;12\n", encoding="utf-8")
    scores = 'initiatief;persoon;criterium;score\n\nThuismeten;"de\nGGD";geld;1\nEigen ap;ik;geld;2\nEigen app;ik;geld;3\n'
    (tmp_path / "scores.csv").write_text(scores, encoding="utf-8")
    with pytest.raises(InvoerFout) as fout:
        Dossier.laad(tmp_path)
    # De naam uit een rij met een andere fout telt gewoon mee.
    assert [(f.bestand, f.rij, f.kolom, f.waarde, f.voorstel) for f in fout.value.fouten] == [
        ("initiatieven.csv", 3, "risico", "12", None),
        ("scores.csv", 5, "initiatief", "Eigen ap", "Eigen app"),
    ]


def test_verwijzingen_in_het_geheugen_tellen_vanaf_een() -> None:
    dossier = Dossier({"initiatieven": [{"naam": "Thuismeten"}, {"naam": "Eigen app"}]})
    score = {"persoon": "ik", "criterium": "geld", "score": 3}
    zin = "scores, rij 2, kolom 'initiatief': staat 'Thuismete'; deze naam staat niet bij initiatieven. Bedoel je 'Thuismeten'?"
    with pytest.raises(InvoerFout, match=zin):
        dossier["scores"] = [{"initiatief": " Thuismeten ", **score}, {"initiatief": "Thuismete", **score}]
    assert list(dossier.secties) == ["initiatieven"]
    dossier["scores"] = [{"initiatief": "Thuismeten", **score}]
    with pytest.raises(InvoerFout, match="scores, rij 1, kolom 'initiatief'"):
        dossier["initiatieven"] = [{"naam": "Ander"}]
    assert len(dossier["initiatieven"]) == 2


def test_wie_iets_doet_mag_iemand_van_buiten_zijn() -> None:
    dossier = Dossier(GOED)
    dossier["uitkomsten"] = [{"doel": "a", "wie": "GGD"}]
    dossier["acties"] = [{"wat": "Bel de GGD", "wie": "Menzis; wijkteam"}]
    assert dossier["acties"].loc[0, "stand"] == "open"


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", "mijn.json: dit is geen geldige json; het bestand is niet heel of is geen dossier."),
        ("[]", "mijn.json: dit is geen dossier; 'secties' ontbreekt."),
        ('{"secties": {"stakeholders": 3}}', "mijn.json, stakeholders: hier hoort een lijst van rijen."),
        ('{"kennisdossier": "nieuw", "secties": {}}', "mijn.json, kolom 'kennisdossier': staat 'nieuw'; hier hoort het nummer van een versie."),
        ('{"secties": {}, "fase": "5"}', "mijn.json, kolom 'fase': staat '5'; hier hoort één van: 1, 2, 3-4, of niets."),
        ('{"secties": {}, "secties": {}}', "mijn.json, kolom 'secties': deze sleutel staat er in hetzelfde blok meer dan één keer"),
        (
            '{"secties": {"stakeholders": [{"naam": "A", "soort": "gemeente", "macht": 12}]}}',
            "mijn.json, stakeholders, rij 1, kolom 'macht': staat '12'; hier hoort",
        ),
    ],
)
def test_slechte_json(tmp_path: Path, tekst: str, zin: str) -> None:
    assert zin in laad(tmp_path, "mijn.json", tekst)


def test_onbekende_bestanden_en_secties(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match="weg.json: dit bestand of deze map bestaat niet"):
        Dossier.laad(tmp_path / "weg.json")
    assert "stakeholder.csv: aan de koppen is niet te zien bij welke lijst dit hoort; kies er zelf een. Bedoel je 'stakeholders'?" in laad(
        tmp_path, "stakeholder.csv", "naam\nA\n"
    )
    with pytest.raises(InvoerFout, match="Bedoel je 'stakeholders'?"):
        Dossier({"stakeholder": []})
    with pytest.raises(InvoerFout, match="deze sectie bestaat niet"):
        Dossier()["onzin"]


def test_een_ander_dossier_verandert_niet_mee() -> None:
    dossier = Dossier(GOED)
    ander = Dossier(dossier.secties)
    ander["stakeholders"] = []
    assert len(dossier["stakeholders"]) == 2
    assert Dossier()["stakeholders"].columns.tolist() == sectie("stakeholders").kolommen.sleutels


def test_controleer_vindt_wat_in_een_notebook_stuk_is_gemaakt(tmp_path: Path) -> None:
    dossier = Dossier(GOED)
    assert dossier.controleer() == []
    dossier.secties["stakeholders"].loc[1, "macht"] = 99
    assert [str(f) for f in dossier.controleer()] == ["stakeholders, rij 2, kolom 'macht': staat '99'; hier hoort een getal van 0 tot en met 10, of niets."]
    with pytest.raises(InvoerFout):
        dossier.bewaar(tmp_path / "weg.json")
    assert not (tmp_path / "weg.json").exists()


def test_bewaren_op_dezelfde_plek_laat_niets_slingeren(tmp_path: Path) -> None:
    pad = tmp_path / "map" / "dossier.json"
    Dossier(GOED, titel="Eén").bewaar(pad)
    Dossier(GOED, titel="Twee").bewaar(pad)
    assert json.loads(pad.read_text(encoding="utf-8"))["titel"] == "Twee"
    assert [p.name for p in pad.parent.iterdir()] == ["dossier.json"]


def test_dataframes_gaan_erin_en_komen_eruit() -> None:
    tabel = pd.DataFrame({"naam": ["A", "B"], "soort": ["gemeente", "anders"], "macht": [3, None]})
    uit = Dossier({"stakeholders": tabel})["stakeholders"]
    assert uit["macht"].tolist()[0] == 3.0
    assert leeg(uit["macht"].tolist()[1])
    assert str(uit["macht"].dtype) == "float64"
    assert csvbestand.lees(csvbestand.schrijf(als_rijen(uit), uit.columns), "x")[1][0]["macht"] == "3"
