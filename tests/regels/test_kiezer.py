"""De regels van een kiezer: bekende antwoorden, met de hand nagerekend, en dezelfde uitkomst in Python en JavaScript."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from kennis import gereedschap, tabellen
from kennis.regels import kiezer
from kennis.widget.basis import laad_voorbeelden

TEKSTEN = {
    "alleen": "{optie} wint.",
    "samen": "{optie} winnen.",
    "allemaal": "Gelijk.",
    "blijft": "Zeker.",
    "rivalen": "Of {optie}.",
    "hangt_aan": "{optie} hangt aan {vraag}.",
    "enige": "Alleen {optie}, met {vraag} open.",
    "geen": "Geen.",
    "leeg": "Leeg.",
    "streng_ook": "Ook {optie}.",
    "streng_ook_meer": "Ook samen {optie}.",
    "streng_niet": "Blijft.",
    "kantel_niet": "Zonder {vraag}: {staat}",
    "kantel_eis": "Wens {vraag}: {staat}",
    "kantel_antwoord": "{vraag} wordt {naar}: {staat}",
    "onbekend": "{vraag}: {antwoord}?",
}
SCHAAL = [{"waarde": "niet", "gewicht": 0}, {"waarde": "wel", "gewicht": 1}, {"waarde": "zeer", "gewicht": 3}]


def maak(cellen: dict[str, dict[str, Any]], vragen: list[dict[str, Any]] | None = None, **meer: Any) -> dict[str, Any]:
    """Regels met opties die heten als hun sleutel; cellen is {optie: {vraag: oordeel of cel}}."""
    namen = list(next(iter(cellen.values())))
    opties = [
        {"sleutel": o, "titel": o.upper(), "cellen": {v: c if isinstance(c, dict) and "o" in c else {"o": c} for v, c in rij.items()}}
        for o, rij in cellen.items()
    ]
    vragen = vragen or [{"sleutel": v, "titel": v, "standaard": "wel"} for v in namen]
    return {"sectie": "x", "vragen": vragen, "opties": opties, "antwoorden": SCHAAL, "teksten": TEKSTEN, "kantel": "loslaten", **meer}


def antwoord(regels: dict[str, Any], *rijen: dict[str, Any], **keuzes: Any) -> dict[str, Any]:
    return kiezer.uitkomst({"x": list(rijen)}, regels, keuzes)


def bereik(uit: dict[str, Any]) -> dict[str, tuple[float, float]]:
    return {o["sleutel"]: (o["laag"], o["hoog"]) for o in uit["opties"]}


def test_een_vraagteken_is_een_bereik_en_verdwijnt_nooit() -> None:
    regels = maak({"a": {"p": "+", "q": "?"}, "b": {"p": "-", "q": "+"}})
    uit = antwoord(regels, {"vraag": "p", "antwoord": "zeer"}, {"vraag": "q", "antwoord": "wel"})
    assert uit["totaal"] == 4 and bereik(uit) == {"a": (3, 4), "b": (1, 1)}
    assert uit["opties"][0]["onzeker"] == ["q"]
    assert [r["oordeel"] for r in uit["opties"][0]["redenen"]] == ["+", "?"]
    assert uit["zekerheid"] == {"soort": "zeker", "rivalen": [], "zin": "A wint. Zeker."}


def test_een_rivaal_is_wie_met_alle_vraagtekens_mee_kan_gelijkkomen() -> None:
    regels = maak({"a": {"p": "+", "q": "-"}, "b": {"p": "-", "q": "?"}})
    uit = antwoord(regels)
    assert bereik(uit) == {"a": (1, 1), "b": (0, 1)} and uit["kop"] == ["a"]
    assert uit["zekerheid"]["soort"] == "onzeker" and uit["zekerheid"]["rivalen"] == ["b"]


def test_gelijk_is_gelijk_en_wie_erna_komt_krijgt_de_volgende_plaats() -> None:
    regels = maak({"a": {"p": "-"}, "b": {"p": "+"}, "c": {"p": "+"}})
    uit = antwoord(regels)
    assert [(o["sleutel"], o["plaats"]) for o in uit["opties"]] == [("b", 1), ("c", 1), ("a", 3)]
    assert uit["zekerheid"]["zin"] == "B en C winnen. Zeker." and uit["gekozen"] is None


def test_wat_zeker_is_gaat_voor_wat_nog_kan() -> None:
    regels = maak({"a": {"p": "?", "q": "?"}, "b": {"p": "±", "q": "-"}, "c": {"p": "±", "q": "?"}})
    uit = antwoord(regels)
    assert [(o["sleutel"], o["plaats"]) for o in uit["opties"]] == [("c", 1), ("b", 2), ("a", 3)]
    assert uit["zekerheid"]["rivalen"] == ["b", "a"]


def test_een_harde_eis_laat_een_min_afvallen_en_houdt_een_vraagteken_aan_de_lijn() -> None:
    regels = maak({"a": {"p": "-", "q": "+"}, "b": {"p": "?", "q": "-"}})
    uit = antwoord(regels, {"vraag": "p", "antwoord": "wel", "eis": "ja"}, {"vraag": "q", "antwoord": "zeer"})
    b, a = uit["opties"]
    assert (a["sleutel"], a["plaats"], a["valt_af"]) == ("a", None, ["p"])
    assert (b["sleutel"], b["plaats"], b["hangt_aan"]) == ("b", 1, ["p"])
    assert uit["zekerheid"] == {"soort": "onzeker", "rivalen": [], "zin": "Alleen B, met p open."}
    assert [(k["soort"], k["vraag"], k["wordt"]) for k in uit["kanteling"]] == [("eis", "p", ["a"]), ("niet", "p", ["a"])]


def test_wie_nog_kan_afvallen_staat_niet_zeker_bovenaan() -> None:
    regels = maak({"a": {"p": "?", "q": "+"}, "b": {"p": "+", "q": "-"}})
    uit = antwoord(regels, {"vraag": "p", "antwoord": "wel", "eis": "ja"}, {"vraag": "q", "antwoord": "zeer"})
    assert uit["kop"] == ["a"] and uit["zekerheid"] == {"soort": "onzeker", "rivalen": [], "zin": "A wint. A hangt aan p."}


def test_alles_valt_af_en_dan_staat_er_wie_er_bij_loslaten_voorgaat() -> None:
    regels = maak({"a": {"p": "-", "q": "+"}, "b": {"p": "+", "q": "-"}})
    uit = antwoord(regels, {"vraag": "p", "antwoord": "wel", "eis": "ja"}, {"vraag": "q", "antwoord": "zeer", "eis": "ja"})
    assert uit["kop"] == [] and uit["zekerheid"]["soort"] == "geen"
    assert {(k["soort"], k["vraag"]): k["wordt"] for k in uit["kanteling"]} == {
        ("eis", "p"): ["a"],
        ("niet", "p"): ["a"],
        ("eis", "q"): ["b"],
        ("niet", "q"): ["b"],
    }


def test_niets_telt_mee() -> None:
    uit = antwoord(maak({"a": {"p": "+"}, "b": {"p": "-"}}), {"vraag": "p", "antwoord": "niet"})
    assert uit["totaal"] == 0 and uit["zekerheid"]["soort"] == "leeg" and uit["kanteling"] == []


def test_een_antwoord_kan_het_oordeel_bepalen() -> None:
    vragen = [{"sleutel": "n", "titel": "n", "gewicht": 1, "antwoorden": [{"waarde": "weinig"}, {"waarde": "veel"}]}]
    cellen = {"a": {"n": {"o": {"weinig": "+", "veel": "-"}}}, "b": {"n": {"o": {"weinig": "-", "veel": "+"}}}}
    regels = maak(cellen, vragen, kantel="antwoord")
    assert bereik(antwoord(regels)) == {"a": (0, 1), "b": (0, 1)}
    uit = antwoord(regels, {"vraag": "n", "antwoord": "veel"})
    assert uit["kop"] == ["b"]
    assert [k["zin"] for k in uit["kanteling"]] == ["n wordt weinig: A wint."]


def test_wat_niet_is_nagezien_kan_als_onbekend_gerekend_worden() -> None:
    regels = maak({"a": {"p": {"o": "+", "n": True}, "q": "-"}, "b": {"p": "-", "q": "-"}})
    assert antwoord(regels)["streng"] == {"kan": ["a", "b"], "zin": "Ook B."}
    regels = maak({"a": {"p": {"o": "+", "n": True}, "q": "+"}, "b": {"p": "-", "q": "-"}})
    assert antwoord(regels)["streng"] == {"kan": ["a"], "zin": "Blijft."}
    assert antwoord(maak({"a": {"p": "+"}, "b": {"p": "-"}}))["streng"] is None


def test_filters_in_keuzes_laten_weg_wat_er_niet_bij_hoort() -> None:
    vragen = [{"sleutel": "wet", "titel": "wet", "hard": True, "antwoorden": [{"waarde": "zvw"}, {"waarde": "wlz"}]}]
    regels = maak({"a": {"wet": {"o": ["zvw"]}}, "b": {"wet": {"o": ["zvw", "wlz"]}}}, vragen, vragen_in="keuzes")
    blijft = lambda uit: [o["sleutel"] for o in uit["opties"] if not o["valt_af"]]  # noqa: E731
    assert blijft(antwoord(regels)) == ["a", "b"]
    assert blijft(antwoord(regels, wet="wlz")) == ["b"]
    assert blijft(antwoord(regels, wet="onzin")) == ["a", "b"]


def test_eigen_keuze_en_onbekende_antwoorden() -> None:
    regels = maak({"a": {"p": "+"}, "b": {"p": "-"}})
    assert antwoord(regels)["gekozen"] == "a"
    assert antwoord(regels, {"vraag": "gekozen", "antwoord": "b"})["gekozen"] == "b"
    uit = antwoord(regels, {"vraag": "p", "antwoord": "heel"}, {"vraag": "zomaar", "antwoord": "x"}, {"vraag": "gekozen", "antwoord": "z"})
    assert uit["meldingen"] == ["p: heel?", "zomaar: x?", "gekozen: z?"] and uit["antwoorden"][0]["antwoord"] == "wel"


# -- de tabel van Nivel -----------------------------------------------------------------------


def test_bekostiging_alles_even_zwaar_geeft_het_aantal_plussen() -> None:
    uit = kiezer.uitkomst({}, gereedschap.klasse("bekostigingskiezer").regels())
    assert uit["totaal"] == 14
    assert bereik(uit) == {
        "capitation-meer": (12, 12),
        "populatiebekostiging": (12, 12),
        "capitation-een": (6, 6),
        "bundelbekostiging": (6, 8),
        "ffs": (4, 4),
        "p4p": (2, 6),
        "waardegedreven-zorg": (0, 10),
    }
    assert uit["kop"] == ["capitation-meer", "populatiebekostiging"]


def test_bekostiging_alleen_controle_en_betaaltitels_zet_fee_for_service_bovenaan() -> None:
    rijen = [{"vraag": v, "antwoord": "niet"} for v in ("multimorbiditeit", "preventie", "overleg", "meer-zorgverleners", "wetten")]
    uit = kiezer.uitkomst({"bekostiging": [*rijen, {"vraag": "controle", "antwoord": "heel belangrijk"}]}, gereedschap.klasse("bekostigingskiezer").regels())
    assert uit["kop"] == ["ffs"] and uit["zekerheid"]["soort"] == "zeker"
    # Zonder controle tellen alleen de betaaltitels, en die kan bijna elk model.
    (zonder,) = [k for k in uit["kanteling"] if k["vraag"] == "controle"]
    assert zonder["wordt"] == ["capitation-een", "capitation-meer", "ffs", "populatiebekostiging", "bundelbekostiging"]


def test_bekostiging_een_model_over_met_vraagtekens_bij_harde_eisen() -> None:
    rijen = [{"vraag": v, "antwoord": "belangrijk", "eis": "ja"} for v in ("multimorbiditeit", "controle")]
    uit = kiezer.uitkomst({"bekostiging": rijen}, gereedschap.klasse("bekostigingskiezer").regels())
    assert uit["kop"] == ["waardegedreven-zorg"] and uit["zekerheid"]["soort"] == "onzeker"
    assert uit["zekerheid"]["zin"].startswith("Alleen Waardegedreven zorg blijft over.")


def test_een_knelpunt_vinden_en_wie_aan_zet_is() -> None:
    regels = gereedschap.klasse("knelpuntenwijzer").regels()
    uit = kiezer.uitkomst({}, regels, {"wet": "zvw", "structureel": "ja"})
    assert [o["sleutel"] for o in uit["opties"] if not o["valt_af"]] == ["verrekenen", "minutenregistratie"]
    titel = {o["sleutel"]: o["titel"] for o in regels["opties"]}
    uit = kiezer.uitkomst({"knelpunten_keuze": [{"knelpunt": "Iets van onszelf"}, {"knelpunt": titel["verrekenen"]}]}, regels)
    assert uit["lijst"] == [{"naam": "Iets van onszelf", "sleutel": None}, {"naam": titel["verrekenen"], "sleutel": "verrekenen"}]
    assert {p["naam"] for p in uit["partijen"] if p["bij"]} == {"netwerk", "verzekeraar"}


def test_het_voorbeeld_van_de_wijzer_noemt_knelpunten_uit_de_tabel() -> None:
    voorbeeld = laad_voorbeelden("knelpuntenwijzer")["gewoon"]["secties"]
    assert all(d["sleutel"] for d in kiezer.uitkomst(voorbeeld, gereedschap.klasse("knelpuntenwijzer").regels())["lijst"])


def test_niets_geantwoord_is_geen_uitkomst() -> None:
    uit = kiezer.uitkomst({}, gereedschap.klasse("governancekiezer").regels())
    assert bereik(uit) == {"zelfsturend": (0, 8), "leidend": (0, 8), "nao": (0, 8)}
    assert uit["zekerheid"]["soort"] == "leeg" and uit["streng"] is None and uit["gekozen"] is None


def test_een_jong_klein_netwerk_stuurt_zichzelf_en_dat_is_zeker() -> None:
    voorbeeld, regels = laad_voorbeelden("governancekiezer")["start"]["secties"], gereedschap.klasse("governancekiezer").regels()
    uit = kiezer.uitkomst(voorbeeld, regels)
    # Zelf acht keer past. Leidend: eigen doelen één, kosten niets, de andere zes een half. NAO: kosten niets, de andere zeven een half.
    assert bereik(uit) == {"zelfsturend": (8, 8), "leidend": (4, 4), "nao": (3.5, 3.5)}
    assert uit["zekerheid"]["soort"] == "zeker" and uit["kanteling"] == []
    assert "Leg vast hoe jullie beslissen als je het niet eens wordt." in [a["tekst"] for a in uit["acties"]]


def test_zonder_vertrouwen_past_geen_vorm_en_is_vertrouwen_de_eerste_actie() -> None:
    voorbeeld, regels = laad_voorbeelden("governancekiezer")["veel"]["secties"], gereedschap.klasse("governancekiezer").regels()
    uit = kiezer.uitkomst(voorbeeld, regels)
    assert {r["oordeel"] for o in uit["opties"] for r in o["redenen"] if r["vraag"] == "vertrouwen"} == {"-"}
    assert uit["acties"][0]["tekst"].startswith("Werk eerst aan vertrouwen")


def test_alleen_wat_is_nagezien_heet_bron() -> None:
    regels = gereedschap.klasse("governancekiezer").regels()
    gronden = {(o["sleutel"], v): c["g"] for o in regels["opties"] for v, c in o["cellen"].items()}
    theorie = {(r.vorm, r.factor): r.geverifieerd for r in tabellen.laad("provan_kenis").itertuples()}
    assert {plek for plek in theorie if gronden[plek] == "bron"} == {plek for plek, g in theorie.items() if g == "ja"}
    # De zinnen op de bladzijde noemen deze aantallen.
    assert [list(theorie.values()).count(g) for g in ("ja", "deels", "nee")] == [2, 4, 6]


def test_wat_niet_is_teruggevonden_draagt_een_merk() -> None:
    regels = gereedschap.klasse("governancekiezer").regels()
    merken = {(o["sleutel"], v) for o in regels["opties"] for v, c in o["cellen"].items() if c.get("n")}
    theorie = tabellen.laad("provan_kenis")
    assert merken == {(r.vorm, r.factor) for r in theorie.itertuples() if r.geverifieerd != "ja"}


def test_elke_vorm_heeft_bij_elk_antwoord_een_oordeel() -> None:
    regels = gereedschap.klasse("governancekiezer").regels()
    for optie in regels["opties"]:
        for vraag in regels["vragen"]:
            weg = {a["waarde"] for a in vraag["antwoorden"]} - set(optie["cellen"][vraag["sleutel"]]["o"])
            assert weg <= {"onbekend"}, (optie["sleutel"], vraag["sleutel"], weg)


# -- Python en JavaScript ---------------------------------------------------------------------

KIEZERS = [n for n in gereedschap.namen() if gereedschap.klasse(n).soort == "kiezer"]


@pytest.fixture
def javascript(regels_in_js):
    """Geef een functie die de regels in een echte browser uitvoert."""
    return lambda regels, gevallen: regels_in_js(
        "([regels, gevallen]) => gevallen.map((g) => kennisRegels.kiezer.uitkomst(g.secties, regels, g.keuzes))", [regels, gevallen]
    )


def gevallen(naam: str, aantal: int) -> list[dict[str, Any]]:
    """Bedenk invoer: gewone en vreemde antwoorden, dubbele rijen, eisen, eigen keuzes en eigen regels."""
    regels, toeval = gereedschap.klasse(naam).regels(), random.Random(naam)
    vreemd = ["", None, "  niet\u00a0", "constructor", "__proto__", "é", 3, "</script>", "belangrijk"]
    uit = [{"secties": v["secties"], "keuzes": v["keuzes"]} for v in laad_voorbeelden(naam).values()]
    while len(uit) < aantal:
        rijen, keuzes = [], {}
        for vraag in toeval.sample(regels["vragen"], toeval.randint(0, len(regels["vragen"]))):
            mogelijk = [a["waarde"] for a in kiezer.antwoorden_van(vraag, regels)]
            gezegd = toeval.choice(mogelijk) if toeval.random() < 0.9 else toeval.choice(vreemd)
            rijen.append({"vraag": vraag["sleutel"], "antwoord": gezegd, "eis": toeval.choice(["ja", "nee", None, None, None])})
            keuzes[vraag["sleutel"]] = gezegd
        if "lijst" in regels:
            titels = [o["titel"] for o in regels["opties"]]
            rijen = [{regels["lijst"]["kolom"]: toeval.choice([*titels, "Eigen knelpunt"])} for _ in range(toeval.randint(0, 9))]
        elif toeval.random() < 0.4:
            rijen.append({"vraag": "gekozen", "antwoord": toeval.choice([*[o["sleutel"] for o in regels["opties"]], *vreemd])})
        if "netwerk" in regels and toeval.random() < 0.5:
            rijen.append({"vraag": "organisaties", "antwoord": toeval.choice(["a; b", "a;\u00a0a;;b\n c", ";", "é; e\u0301"])})
            rijen.append({"vraag": "leider", "antwoord": toeval.choice(["a", None, " b "])})
        if rijen and toeval.random() < 0.1:
            rijen.append(dict(toeval.choice(rijen)))
        uit.append({"secties": {regels["sectie"]: rijen}, "keuzes": keuzes})
    return uit


@pytest.mark.parametrize("naam", KIEZERS)
def test_python_en_javascript_zijn_het_eens(naam: str, javascript) -> None:
    regels = gereedschap.klasse(naam).regels()
    proef = gevallen(naam, 2000)
    anders = [
        (geval, ginds, hier)
        for geval, ginds in zip(proef, javascript(regels, proef), strict=True)
        if ginds != (hier := json.loads(json.dumps(kiezer.uitkomst(geval["secties"], regels, geval["keuzes"]))))
    ]
    assert not anders, f"{len(anders)} verschillen; het eerste: {anders[0]}"
