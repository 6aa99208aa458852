"""Een gereedschap in een notebook: het houdt het hele dossier vast, en weigert wat niet klopt zonder iets te veranderen."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
import traitlets

from kennis import Dossier, Governancekiezer, InvoerFout, Prioritering, Stakeholdermatrix, case, casebestand
from kennis.dossier import als_rijen, keuren

PARTIJ = {"naam": "Menzis", "soort": "zorgverzekeraar", "macht": 9}


@pytest.fixture
def matrix(monkeypatch: pytest.MonkeyPatch) -> Stakeholdermatrix:
    dossier = Dossier({"stakeholders": [PARTIJ], "acties": [{"wat": "bel", "wie": "Menzis"}]}, titel="Thuis", keuzes={"prioritering": {"maat": "straal"}})
    gemaakt = Stakeholdermatrix(dossier)
    gemaakt.berichten = []
    monkeypatch.setattr(gemaakt, "send", gemaakt.berichten.append)
    return gemaakt


def test_de_stand_is_het_hele_dossier(matrix: Stakeholdermatrix) -> None:
    assert list(matrix.stand) == ["velden", "secties", "keuzes"]
    assert matrix.stand["velden"] == {"titel": "Thuis"}
    assert set(matrix.stand["secties"]) == {"stakeholders", "acties"}
    assert set(matrix.opzet["secties"]) >= {"acties", "mensen", "doelen"}


def test_wat_in_een_notebook_bewaard_wordt_is_alleen_het_eigen_deel(matrix: Stakeholdermatrix) -> None:
    assert list(matrix._gegevens()["start"]["secties"]) == ["stakeholders"]
    assert repr(matrix) == "Stakeholdermatrix(stakeholders: 1)"


def test_wat_de_lezer_doet_komt_in_het_dossier(matrix: Stakeholdermatrix) -> None:
    rij = {**matrix.stand["secties"]["stakeholders"][0], "macht": "7,5"}
    matrix.set_state({"stand": {**matrix.stand, "secties": {**matrix.stand["secties"], "stakeholders": [rij]}, "keuzes": {"maat": "straal"}}})
    dossier = matrix.dossier
    assert dossier.rijen("stakeholders")[0]["macht"] == 7.5
    assert dossier.rijen("acties")[0]["wie"] == "Menzis"
    assert dossier.keuzes == {"prioritering": {"maat": "straal"}, "stakeholdermatrix": {"maat": "straal"}}
    assert (dossier.titel, list(dossier.gewijzigd), matrix.berichten) == ("Thuis", ["stakeholders"], [])


def test_een_sectie_die_de_browser_niet_noemt_blijft_en_leegmaken_is_een_lege_lijst(matrix: Stakeholdermatrix) -> None:
    matrix.set_state({"stand": {"secties": {"stakeholders": []}, "keuzes": {}}})
    assert (len(matrix.dossier["acties"]), len(matrix.dossier["stakeholders"]), matrix.dossier.titel) == (1, 0, "Thuis")
    matrix.set_state({"stand": {"secties": {"acties": []}, "velden": {}}})
    assert (len(matrix.dossier["acties"]), matrix.dossier.titel) == (0, "")


@pytest.mark.parametrize(
    ("stand", "zin"),
    [
        ({"secties": {"stakeholders": [{"naam": "A", "soort": "anders", "macht": 11}]}}, "stakeholders, rij 1, kolom 'macht': staat '11'"),
        ({"secties": {"stakeholders": [{"naam": "A", "soort": "anders", "onzin": 1}]}}, "stakeholders, kolom 'onzin': deze kolom bestaat niet"),
        ({"secties": {"onzin": []}}, "onzin: deze sectie bestaat niet"),
        ({"secties": {"stakeholders": 5}}, "stakeholders: hier hoort een lijst van rijen."),
        ({"secties": {}, "keuzes": "abc"}, "keuzes: stakeholdermatrix"),
        ({"secties": {}, "velden": {"fase": "9"}}, "kolom 'fase': staat '9'"),
        ({"secties": {}, "velden": 5}, "kolom 'velden': dit veld kent deze versie niet"),
        ({"keuzes": {}}, "dit is geen stand van dit gereedschap"),
        ({}, "dit is geen stand van dit gereedschap"),
        (None, "dit is geen stand van dit gereedschap"),
        ("abc", "dit is geen stand van dit gereedschap"),
    ],
)
def test_een_slechte_stand_wordt_geweigerd_en_verandert_niets(matrix: Stakeholdermatrix, stand: Any, zin: str) -> None:
    voor, dossier = matrix.stand, matrix.dossier.als_json()
    matrix.set_state({"stand": stand})
    assert matrix.stand == voor
    assert matrix.dossier.als_json() == dossier
    (bericht,) = [een for een in matrix.berichten if een.get("soort") == "afgewezen"]
    assert zin in bericht["fouten"][0]
    # In Python weigert traitlets zelf al wat geen dict is.
    with pytest.raises(InvoerFout if isinstance(stand, dict) else traitlets.TraitError):
        matrix.stand = stand
    assert matrix.stand == voor


def test_een_verkeerde_tabel_verandert_niets(matrix: Stakeholdermatrix) -> None:
    voor = matrix.stand
    for tabel in (5, None, "x", [1], pd.DataFrame({"naam": ["A"], "soort": ["onzin"]})):
        with pytest.raises(InvoerFout):
            matrix.tabel = tabel
        assert matrix.stand == voor


def test_een_dossier_dat_in_een_notebook_stuk_is_gemaakt_wordt_geweigerd() -> None:
    dossier = Dossier({"stakeholders": [PARTIJ]})
    dossier.secties["stakeholders"].loc[0, "macht"] = 99
    with pytest.raises(InvoerFout, match="stakeholders, rij 1, kolom 'macht': staat '99'"):
        Stakeholdermatrix(dossier)


def test_keuzes_uit_het_dossier_gelden_en_wie_zelf_kiest_wint() -> None:
    dossier = Dossier({"initiatieven": [{"naam": "App"}]}, keuzes={"prioritering": {"maat": "straal"}})
    assert Prioritering(dossier).stand["keuzes"] == {"maat": "straal"}
    assert Prioritering(dossier, maat="oppervlakte").stand["keuzes"] == {"maat": "oppervlakte"}


def test_een_lege_eigen_sectie_komt_niet_in_het_dossier_tot_zij_gevuld_is() -> None:
    kiezer = Governancekiezer(Dossier({"doelen": [{"naam": "x"}]}))
    assert list(kiezer.dossier.secties) == ["doelen"]
    kiezer.stand = {**kiezer.stand, "secties": {**kiezer.stand["secties"], "governance": [{"vraag": "fase", "antwoord": "1"}]}}
    assert set(kiezer.dossier.secties) == {"doelen", "governance"}


def test_een_wijziging_wordt_een_keer_gecontroleerd(matrix: Stakeholdermatrix, monkeypatch: pytest.MonkeyPatch) -> None:
    echt, keer = keuren.keur, []
    monkeypatch.setattr("kennis.widget.basis.keur", lambda *a, **k: keer.append(1) or echt(*a, **k))
    matrix.set_state({"stand": {**matrix.stand, "keuzes": {"maat": "straal"}}})
    assert len(keer) == 1
    matrix.stand = {**matrix.stand, "keuzes": {}}
    assert len(keer) == 2
    Stakeholdermatrix(case("copd-inbeeld"))
    assert len(keer) == 2, "wat Dossier al zag, hoeft niet nog eens"


def test_de_cases_worden_een_keer_gelezen(monkeypatch: pytest.MonkeyPatch) -> None:
    casebestand.gegevens("copd-inbeeld")
    gelezen: list[Any] = []
    monkeypatch.setattr("kennis.dossier.inlezen.uit_map", lambda *a, **k: gelezen.append(a))
    for _ in range(3):
        Stakeholdermatrix.maak_opzet()
        case("copd-inbeeld")
    assert gelezen == []


def test_een_case_die_verandert_wordt_opnieuw_gelezen_en_een_kopie_is_van_de_lezer(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    map_ = tmp_path / "proef"
    case("twentse-koers").bewaar(map_)
    (map_ / "dossier.yml").rename(map_ / "case.yml")
    monkeypatch.setattr(casebestand, "MAP", tmp_path)
    eerst = case("proef")
    eerst.secties["stakeholders"].loc[0, "naam"] = "Verzonnen"
    eerst.bronnen.clear()
    assert case("proef").rijen("stakeholders")[0]["naam"] != "Verzonnen"
    assert case("proef").bronnen
    tekst = (map_ / "stakeholders.csv").read_text(encoding="utf-8-sig")
    (map_ / "stakeholders.csv").write_text(tekst.splitlines()[0] + "\n", encoding="utf-8")
    assert als_rijen(case("proef")["stakeholders"]) == []


def test_het_vaste_beeld_wordt_per_weergave_een_keer_getekend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KENNIS_BOEK", "1")
    matrix = Stakeholdermatrix([PARTIJ])
    keer: list[int] = []
    echt = type(matrix).figuur
    monkeypatch.setattr(type(matrix), "figuur", lambda zelf: keer.append(1) or echt(zelf))
    bundel = matrix._repr_mimebundle_()
    assert len(keer) == 1
    assert "<img" in bundel["text/html"]
