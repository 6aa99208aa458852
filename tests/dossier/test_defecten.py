"""De acht defecten waarmee het dossier uit elkaar viel (D1 tot en met D8), elk met een test. D6, twee tabbladen, staat bij de bewaarder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kennis import Dossier, InvoerFout, Stakeholdermatrix, case
from kennis.dossier import beschrijvingen

KEUR = "([d, b, soepel]) => kennisRegels.keuren.keur(d, b, { bestand: 'mijn.json', soepel })"


def inhoud(dossier: Dossier) -> dict[str, Any]:
    return json.loads(dossier.als_json())


def test_d1_een_gereedschap_geeft_het_hele_dossier_terug() -> None:
    copd = case("copd-inbeeld")
    matrix = Stakeholdermatrix(copd)
    assert inhoud(matrix.dossier) == inhoud(copd)
    tabel = matrix.tabel
    tabel.loc[0, "macht"] = 1
    matrix.tabel = tabel
    na, voor = inhoud(matrix.dossier), inhoud(copd)
    assert na["secties"]["stakeholders"][0]["macht"] == 1
    assert list(na.pop("gewijzigd")) == ["stakeholders"]
    na["secties"]["stakeholders"][0]["macht"] = voor["secties"]["stakeholders"][0]["macht"]
    assert na == voor
    assert len(voor["bronnen"]) >= 3 and len(voor["secties"]) >= 6


def test_d2_de_browser_houdt_een_heel_dossier_met_keuzes(regels_in_js: Any) -> None:
    heel = inhoud(case("copd-inbeeld")) | {"keuzes": {"prioritering": {"maat": "straal"}}}
    uit = regels_in_js(KEUR, [heel, beschrijvingen(), False])
    assert (uit["fouten"], uit["apart"]) == ([], [])
    assert set(uit["dossier"]["secties"]) == set(heel["secties"])
    assert uit["dossier"]["keuzes"] == heel["keuzes"]


def test_d3_een_kolom_die_deze_versie_niet_kent_houdt_het_eigen_werk_niet_tegen(regels_in_js: Any) -> None:
    opgeslagen = {"kennisdossier": 1, "secties": {"stakeholders": [{"naam": "Eigen werk", "soort": "anders", "nieuw": "x"}]}, "keuzes": {}}
    uit = regels_in_js(KEUR, [opgeslagen, beschrijvingen(), False])
    assert uit["fouten"] == []
    assert uit["dossier"]["secties"]["stakeholders"][0]["naam"] == "Eigen werk"
    assert uit["dossier"]["apart"] == [
        {"wat": "kolom", "sectie": "stakeholders", "naam": "nieuw", "waarde": [["Eigen werk", "x"]], "waarom": "deze kolom kent deze versie niet"}
    ]


def test_d3_ook_opgeslagen_werk_waarin_iets_niet_klopt_is_te_openen(regels_in_js: Any) -> None:
    criteria = [{"naam": "nieuw criterium", "as": "risico", "gewicht": 1}, {"naam": "Nieuw criterium", "as": "risico", "gewicht": 99}]
    opgeslagen = {"secties": {"initiatieven": [{"naam": "Eigen", "kosten": 1e308}], "criteria": criteria}}
    uit = regels_in_js(KEUR, [opgeslagen, beschrijvingen(), True])
    assert uit["fouten"] == []
    assert uit["dossier"]["secties"]["initiatieven"][0]["naam"] == "Eigen"
    assert [een["wat"] for een in uit["apart"]] == ["cel", "cel", "rij"]


def test_d4_een_nieuwe_naam_komt_in_elke_sectie(regels_in_js: Any) -> None:
    secties = {"stakeholders": [{"naam": "Menzis", "soort": "zorgverzekeraar"}], "uitkomsten": [{"doel": "minder", "wie": "Menzis"}]}
    na = regels_in_js("([s, b]) => kennisRegels.verwijzingen.hernoem(s, b, 'stakeholders', 'Menzis', 'VGZ')", [secties, beschrijvingen()])
    assert na["uitkomsten"][0]["wie"] == "VGZ"
    assert Dossier(na)["stakeholders"].loc[0, "naam"] == "VGZ"


def test_d5_javascript_controleert_verwijzingen_zoals_python(regels_in_js: Any) -> None:
    secties = {"initiatieven": [{"naam": "App"}], "scores": [{"initiatief": "BESTAAT NIET", "persoon": "ik", "criterium": "x", "score": 3}]}
    fouten = regels_in_js(KEUR, [{"kennisdossier": 2, "secties": secties}, beschrijvingen(), False])["fouten"]
    with pytest.raises(InvoerFout) as fout:
        Dossier.uit_json(json.dumps({"kennisdossier": 2, "secties": secties}), "mijn.json")
    assert fouten == [str(een) for een in fout.value.fouten]
    assert fouten == ["mijn.json, scores, rij 1, kolom 'initiatief': staat 'BESTAAT NIET'; deze naam staat niet bij initiatieven."]


def test_d5_wie_iets_meet_mag_iemand_van_buiten_zijn(regels_in_js: Any) -> None:
    dossier = {"secties": {"stakeholders": [{"naam": "A", "soort": "anders"}], "uitkomsten": [{"doel": "minder", "wie": "GGD"}]}}
    assert regels_in_js(KEUR, [dossier, beschrijvingen(), False])["fouten"] == []
    assert Dossier.uit_json(json.dumps(dossier)).rijen("uitkomsten")[0]["wie"] == "GGD"


@pytest.mark.parametrize("vorm", ["mijn.json", "mijn.xlsx", "map"])
def test_d7_bewaren_houdt_titel_samenvatting_bronnen_en_wat_illustratief_is(vorm: str, tmp_path: Path) -> None:
    copd = case("copd-inbeeld")
    terug = Dossier.laad(copd.bewaar(tmp_path / vorm))
    assert inhoud(terug) == inhoud(copd)
    assert terug.samenvatting and terug.bronnen and terug.illustratief


def test_d8_python_leest_een_link() -> None:
    copd = case("copd-inbeeld")
    adres = copd.naar_link(adres="https://voorbeeld.nl/mijn-plan.html")
    assert inhoud(Dossier.laad(f"Hoi, zie {adres}>.")) == inhoud(copd)
    # Zo lang is een link met een heel dossier; een mailprogramma kan er doorgaans 8.000 aan.
    assert len(adres) < 8000
