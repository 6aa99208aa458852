"""De regels van de scan: antwoorden die met de hand zijn uitgerekend, en Python tegen JavaScript."""

from __future__ import annotations

import copy
import itertools
import json
import random

import pandas as pd
import pytest

from kennis import Fasewijzer
from kennis.kolommen import InvoerFout
from kennis.regels import scan
from kennis.regels.basis import voeg_samen
from kennis.widget.basis import laad_regels, laad_voorbeelden

REGELS = laad_regels("fasewijzer")
NAMEN = ["Anna", "  Anna ", "anna", "İstanbul", "<b>x</b>", "😀", "=1+1", "Zorg\u00a0groep", "\u200bAnna", "{naam}", ""]


def antwoord(persoon: str, stelling: str, score: float | None = None, **meer: str) -> dict:
    return {"persoon": persoon, "stelling": stelling, "score": score, **meer}


def uitkomst(*rijen: dict) -> dict:
    return scan.uitkomst({"fasescores": list(rijen)}, REGELS)


def stelling(uit: dict, sleutel: str) -> dict:
    return next(s for deel in uit["delen"] for s in deel["stellingen"] if s["sleutel"] == sleutel)


def test_elke_stelling_hoort_bij_een_deel_en_een_groep() -> None:
    groepen = {g["sleutel"] for g in REGELS["groepen"]}
    delen = {d["sleutel"] for d in REGELS["delen"]}
    assert len(groepen) == 8
    for s in REGELS["stellingen"]:
        assert s["deel"] in delen and s["groep"] in groepen and s["tekst"] and s["uitleg"]
    uit = uitkomst()
    assert sum(deel["totaal"] for deel in uit["delen"]) == len(REGELS["stellingen"])
    assert [sum(g["aantal"] for g in deel["groepen"]) for deel in uit["delen"]] == [deel["totaal"] for deel in uit["delen"]]


def test_gemiddelde_bereik_en_weet_niet() -> None:
    s = stelling(uitkomst(antwoord("A", "f1-visie", 4), antwoord("B", "f1-visie", 7), antwoord("C", "f1-visie", opmerking="geen idee")), "f1-visie")
    assert (s["gemiddelde"], s["laagste"], s["hoogste"], s["spreiding"], s["weet_niet"], s["totaal"]) == (5.5, 4, 7, 3, 1, 3)
    assert s["opmerkingen"] == [{"persoon": "C", "tekst": "geen idee"}]


def test_wie_twee_keer_scoort_telt_met_de_laatste() -> None:
    uit = uitkomst(antwoord("A", "f1-visie", 2), antwoord(" A", "f1-visie", 9))
    assert stelling(uit, "f1-visie")["punten"] == [{"persoon": "A", "score": 9}]
    assert [p["naam"] for p in uit["personen"]] == ["A"]


@pytest.mark.parametrize(
    ("scores", "signaal"),
    [
        ([5.4], "laag"),
        ([5.5], None),
        ([3, 7], "laag en oneens"),
        ([6, 9.9], None),
        ([5, 9], "oneens"),
        ([8, None], "weet niet"),
        ([8, 8, None], None),
        ([None], "weet niet"),
        ([4, None], "laag"),
    ],
)
def test_signaal_op_de_grenzen(scores: list, signaal: str | None) -> None:
    uit = uitkomst(*(antwoord(f"P{i}", "f1-visie", score) for i, score in enumerate(scores)))
    gevonden = [a["signaal"] for a in uit["delen"][0]["aandacht"]]
    assert gevonden == ([signaal] if signaal else [])


def test_volgorde_eerst_laag_en_oneens_dan_laag_dan_oneens_dan_weet_niet() -> None:
    uit = uitkomst(
        antwoord("A", "f1-taal"),
        antwoord("A", "f1-visie", 5), antwoord("B", "f1-visie", 9),
        antwoord("A", "f1-rollen", 4), antwoord("B", "f1-rollen", 4),
        antwoord("A", "f1-tijd", 3), antwoord("B", "f1-tijd", 4),
        antwoord("A", "f1-schaal", 1), antwoord("B", "f1-schaal", 8),
    )  # fmt: skip
    lijst = uit["delen"][0]["aandacht"]
    assert [a["sleutel"] for a in lijst] == ["f1-schaal", "f1-tijd", "f1-rollen", "f1-visie", "f1-taal"]
    assert lijst[0]["reden"].startswith("Gemiddeld 4,5, en de cijfers lopen van 1 tot 8.")


def test_in_een_groep_telt_iedereen_even_zwaar() -> None:
    uit = uitkomst(*(antwoord("A", s, 9) for s in ("f1-visie", "f1-probleem", "f1-voortbouwen")), antwoord("B", "f1-visie", 3))
    draagvlak = uit["delen"][0]["groepen"][0]
    assert draagvlak["tekst"] == "Draagvlak"
    assert (draagvlak["gemiddelde"], draagvlak["laagste"], draagvlak["hoogste"]) == (6, 3, 9)


def vol(deel: str, score: float, hoeveel: int | None = None) -> list[dict]:
    return [antwoord("A", s["sleutel"], score) for s in REGELS["stellingen"] if s["deel"] == deel][:hoeveel]


def test_wat_past_vraagt_minstens_twee_delen() -> None:
    assert uitkomst(*vol("1", 8))["past"] is None
    assert uitkomst(*vol("1", 8), *vol("2", 8, 8))["past"] is None  # 8 van de 17 is minder dan de helft


def test_wat_past_is_het_eerste_deel_met_werk() -> None:
    past = uitkomst(*vol("1", 8), *vol("2", 6))["past"]
    assert past["deel"] == "2"
    assert past["zinnen"][0] == "Fase 1: starten: 24 van de 24 gescoorde stellingen hebben een 7 of hoger (100%)."
    assert past["zinnen"][2].startswith("Fase 3 en 4: verbreden: nog niet genoeg gescoord (0 van de 23")
    assert uitkomst(*vol("1", 5), *vol("2", 9))["past"]["deel"] == "1"
    assert uitkomst(*vol("1", 9), *vol("2", 7))["past"]["deel"] == "2"


@pytest.mark.parametrize(("goede", "deel"), [(14, "2"), (13, "1")])
def test_precies_op_de_grens_is_een_deel_klaar(goede: int, deel: str) -> None:
    """Een 7 is goed, en 14 goede van de 20 is 70 procent: dan is er in fase 1 geen werk meer."""
    van = {fase: [s["sleutel"] for s in REGELS["stellingen"] if s["deel"] == fase] for fase in ("1", "2")}
    rijen = [antwoord("A", s, 7 if i < goede else 6.9) for i, s in enumerate(van["1"][:20])]
    uit = uitkomst(*rijen, *(antwoord("A", s, 3) for s in van["2"]))
    assert (uit["delen"][0]["goed"], uit["delen"][0]["gescoord"]) == (goede, 20)
    assert uit["past"]["deel"] == deel


def test_onbekende_stelling_telt_niet_mee_maar_wordt_genoemd() -> None:
    uit = uitkomst(antwoord("A", "f1-visie", 8), antwoord("B", "bestaat-niet", 3))
    assert len(uit["personen"]) == 1
    assert uit["meldingen"][1].startswith("1 scores horen bij een stelling die hier niet bestaat")


def test_voeg_samen_verliest_niets_en_verandert_de_invoer_niet() -> None:
    mijn = [antwoord("Ik", "f1-visie", 5), antwoord("Anna", "f1-visie", 3)]
    haar = [antwoord("Anna", "f1-visie", 8), antwoord("Anna ", "f1-taal", 6)]
    voor = copy.deepcopy((mijn, haar))
    samen = voeg_samen(mijn, haar, ["persoon", "stelling"])
    assert (samen["erbij"], samen["vervangen"]) == (1, 1)
    assert [(r["persoon"], r["score"]) for r in samen["rijen"]] == [("Ik", 5), ("Anna", 8), ("Anna ", 6)]
    assert (mijn, haar) == voor
    assert voeg_samen(samen["rijen"], haar, ["persoon", "stelling"]) == {"rijen": samen["rijen"], "erbij": 0, "vervangen": 0}


def test_voeg_toe_in_een_notebook(tmp_path) -> None:
    wijzer = Fasewijzer.voorbeeld()
    collega = Fasewijzer({"fasescores": [antwoord("Anna", "f1-visie", 8)]})
    pad = collega.dossier.bewaar(tmp_path / "anna.json")
    assert wijzer.voeg_toe(pad) == {"erbij": 1, "vervangen": 0}
    assert list(wijzer.tabel["persoon"]) == ["Anna"]  # het verzonnen voorbeeld is weg
    with pytest.raises(InvoerFout, match="van 0 tot en met 10"):
        wijzer.voeg_toe(pd.DataFrame([antwoord("B", "f1-visie", 11)]))
    assert len(wijzer.tabel) == 1


@pytest.mark.parametrize("naam", laad_voorbeelden("fasewijzer"))
def test_elk_voorbeeld_geeft_figuur_tabel_en_alt(naam: str) -> None:
    wijzer = Fasewijzer.voorbeeld(naam)
    gegevens = wijzer._gegevens()
    assert "<svg" in gegevens["svg"] and gegevens["alt"]
    assert len(gegevens["tabel"]["rijen"]) == wijzer.deel()["totaal"]
    assert gegevens["notities"][-1] == REGELS["teksten"]["voorbehoud"]


# -- Python tegen JavaScript ------------------------------------------------------------------


def gevallen(aantal: int) -> list[dict]:
    kans = random.Random(4)
    sleutels = [s["sleutel"] for s in REGELS["stellingen"]] + ["bestaat-niet", ""]
    uit = [voorbeeld["secties"] for voorbeeld in laad_voorbeelden("fasewijzer").values()] + [{}]
    for _ in range(aantal):
        enkele = kans.sample(sleutels, kans.randint(1, 40))
        rijen = []
        for _ in range(kans.randint(0, 60)):
            score = kans.choice([None, kans.randint(0, 10), kans.randint(0, 100) / 10, kans.choice([0, 5.4, 5.5, 7, 10]), "7"])
            rij = antwoord(kans.choice(NAMEN), kans.choice(enkele), score, opmerking=kans.choice([None, "", " {tekst} ", "x"]))
            rijen.append(rij | ({"illustratief": "ja"} if kans.random() < 0.02 else {}))
        uit.append({"fasescores": rijen})
    return uit


def vraag_js(regels_in_js, functie: str, invoer: list) -> list:
    """Reken in de browser; als json-tekst, want losse objecten overzetten duurt veel langer."""
    doe = f"([invoer, regels]) => {{ const r = JSON.parse(regels); return JSON.stringify(JSON.parse(invoer).map({functie})); }}"
    return json.loads(regels_in_js(doe, [json.dumps(invoer), json.dumps(REGELS)]))


def test_python_en_javascript_geven_hetzelfde(regels_in_js) -> None:
    lijst, past = gevallen(2000), 0
    for begin in range(0, len(lijst), 250):
        deel = lijst[begin : begin + 250]
        for secties, uit in zip(deel, vraag_js(regels_in_js, "(secties) => kennisRegels.scan.uitkomst(secties, r)", deel), strict=True):
            assert scan.uitkomst(secties, REGELS) == uit
            past += bool(uit["past"])
    assert past


def test_samenvoegen_geeft_in_beide_talen_hetzelfde(regels_in_js) -> None:
    paren = list(itertools.pairwise(secties.get("fasescores", []) for secties in gevallen(1000)))
    js = vraag_js(regels_in_js, "([a, b]) => kennisRegels.basis.voegSamen(a, b, ['persoon', 'stelling'])", paren)
    for (een, ander), uit in zip(paren, js, strict=True):
        assert voeg_samen(een, ander, ["persoon", "stelling"]) == uit
