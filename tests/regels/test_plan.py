"""De regels van het plan: antwoorden die met de hand zijn nagegaan, en Python tegen JavaScript."""

from __future__ import annotations

import json
import random

import pytest

from kennis import Monitorplan, case, tabellen
from kennis.dossier import sectie
from kennis.regels import plan
from kennis.widget.basis import laad_regels, laad_voorbeelden

REGELS = laad_regels("monitorplan")
VOL = {"indicator": "i", "instrument": "v", "wie": "GGD", "wanneer": "elk jaar", "gegevensbron": "eigen"}


def uitkomst(*rijen: dict) -> dict:
    return plan.uitkomst({"uitkomsten": list(rijen)}, REGELS)


def test_groepen_ideeen_en_kolommen_kloppen_met_de_kennis() -> None:
    assert [g["sleutel"] for g in REGELS["groepen"]] == list(sectie("uitkomsten").kolommen["aim"].waarden)
    assert {g["titel"] for g in REGELS["groepen"]} == set(tabellen.laad("rivm_aims")["doel"])
    soorten = set(tabellen.laad("rivm_indicatoren")["doel"])
    assert {g["idee"] for g in REGELS["groepen"]} <= soorten
    assert all(schakel["kolom"] in sectie("uitkomsten").kolommen.sleutels for schakel in REGELS["keten"])
    assert set(REGELS["idee"]["laat_leeg"]["is"]) <= {idee["gegevensbron"] for idee in REGELS["ideeen"]}


def test_aantallen_per_aim() -> None:
    rijen = [{"doel": "A", **VOL}, {"doel": "A", "indicator": "tweede"}, {"doel": "B", "illustratief": "ja"}]
    uit = uitkomst(*({"aim": "kosten", **rij} for rij in rijen))
    kosten = uit["groepen"][2]
    assert kosten["dingen"] == [{"naam": "A", "voorbeeld": False}, {"naam": "B", "voorbeeld": True}]
    assert kosten["kolommen"][0] == {"kolom": "indicator", "merken": ["vol", "vol", "leeg"], "gevuld": 2}
    assert kosten["kolommen"][1]["gevuld"] == 1
    assert uit["illustratief"]


def test_wat_mist_begint_bij_de_indicator() -> None:
    uit = uitkomst({"aim": "kosten", "doel": "A"}, {"aim": "kosten", "doel": "B", "indicator": "i", "wanneer": "nu"}, {"aim": "kosten", "doel": "C", **VOL})
    assert [(m["naam"], m["mist"]) for m in uit["ontbreekt"]] == [
        ("A", ["nog geen indicator"]),
        ("i (B)", ["nog geen instrument", "niemand die meet", "geen bron van gegevens"]),
    ]


def test_een_lege_rij_bij_een_doel_met_indicator_mist_niets() -> None:
    assert uitkomst({"aim": "kosten", "doel": "A", **VOL}, {"aim": "kosten", "doel": "A"})["ontbreekt"] == []
    assert len(uitkomst({"aim": "kosten", "doel": "A", **VOL}, {"aim": "gezondheid", "doel": "A"})["ontbreekt"]) == 1


def test_alleen_kwaliteit_krijgt_de_waarschuwing_van_de_synthese() -> None:
    meldingen = uitkomst({"aim": "kwaliteit van zorg", "doel": "A", **VOL}, {"aim": "kosten", "doel": "B"})["meldingen"]
    assert meldingen[0].startswith("Jullie meten alleen kwaliteit van zorg.")
    assert meldingen[1].startswith("Bij kosten staan doelen, maar nog geen indicator.")
    assert meldingen[2].startswith("Bij gezondheid, werkplezier en gelijke kansen staat nog geen doel.")


def test_alleen_een_andere_aim() -> None:
    assert uitkomst({"aim": "kosten", "doel": "A", **VOL})["meldingen"][0].startswith("Jullie meten alleen bij 'kosten'.")


def test_leeg_en_zonder_aim() -> None:
    assert uitkomst()["meldingen"] == [REGELS["teksten"]["leeg"]]
    uit = uitkomst({"doel": "A"})
    assert uit["los"] == [0]
    assert uit["meldingen"][-1].startswith("Niet bij een doelgebied: A.")


def test_case_in_het_monitorplan() -> None:
    plan = Monitorplan(case("copd-inbeeld"))
    assert len(plan.overzicht()) == len(case("copd-inbeeld")["uitkomsten"])
    assert "voorbeeld" in set(plan.overzicht()["Voorbeeld"])
    assert "gezondheid" in plan.uitkomst()["meldingen"][0]


@pytest.mark.parametrize("naam", laad_voorbeelden("monitorplan"))
def test_elk_voorbeeld_geeft_figuur_tabel_en_alt(naam: str) -> None:
    gegevens = Monitorplan.voorbeeld(naam)._gegevens()
    assert "<svg" in gegevens["svg"] and gegevens["alt"]
    assert gegevens["notities"][-1] == REGELS["teksten"]["voorbehoud"]


def gevallen(aantal: int) -> list[dict]:
    kans = random.Random(7)
    aims = [g["sleutel"] for g in REGELS["groepen"]] + ["", None, " kosten\u00a0", "onbekend"]
    woorden = [None, "", " ", "A", "a", " A ", "İ", "😀", "{groep}", "<b>", "\u200b"]
    uit = [voorbeeld["secties"] for voorbeeld in laad_voorbeelden("monitorplan").values()] + [{}]
    for _ in range(aantal):
        enkele = kans.sample(aims, kans.randint(1, len(aims)))
        sleutels = ["doel", *(schakel["kolom"] for schakel in REGELS["keten"])]
        rijen = [
            {"aim": kans.choice(enkele), **{s: kans.choice(woorden) for s in sleutels}, "illustratief": kans.choice([None, "ja", "nee"])}
            for _ in range(kans.randint(0, 8))
        ]
        uit.append({"uitkomsten": rijen})
    return uit


def test_python_en_javascript_geven_hetzelfde(regels_in_js) -> None:
    lijst = gevallen(4000)
    functie = "(s) => kennisRegels.plan.uitkomst(s, r)"
    doe = f"([lijst, regels]) => {{ const r = JSON.parse(regels); return JSON.stringify(JSON.parse(lijst).map({functie})); }}"
    js = json.loads(regels_in_js(doe, [json.dumps(lijst), json.dumps(REGELS)]))
    for secties, uit in zip(lijst, js, strict=True):
        assert plan.uitkomst(secties, REGELS) == uit
