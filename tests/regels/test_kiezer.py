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
    "alleen": "{optie} wint",
    "samen": "{optie} winnen",
    "maar": ", niet op {vragen}",
    "maar_van": ", {optie} niet op {vragen}",
    "rivalen": "; of {optie} door {vragen}",
    "dichtbij": "; bijna {optie}",
    "niets": "Niets: {waarom}.",
    "niets_overal": "overal {vragen}",
    "niets_per": "{optie} op {vragen}",
    "niets_half": "{optie} half",
    "open": "Eerst {vragen}.",
    "geen": "Geen.",
    "leeg": "Leeg.",
    "kan_alles": "{vragen} kan bij {optie}.",
    "kan_niet_alles": "{vragen} kan nergens.",
    "kantel_antwoord": "{vraag} wordt {naar}: {staat}",
    "kantel_niets": "niets",
    "tegen_min": "{optie} niet op {vragen}",
    "tegen_kop": "{optie} en niet {kop}",
    "tegen_half": "{optie} half",
    "onbekend": "{vraag}: {antwoord}?",
    "anders_dan_dossier": "{vraag}: {hier}, dossier {daar}",
}
SCHAAL = [{"waarde": "niet", "gewicht": 0}, {"waarde": "wel", "gewicht": 1}, {"waarde": "zeer", "gewicht": 3}]


def maak(cellen: dict[str, dict[str, Any]], vragen: list[dict[str, Any]] | None = None, **meer: Any) -> dict[str, Any]:
    """Regels met opties die heten als hun sleutel; cellen is {optie: {vraag: oordeel of cel}}."""
    namen = list(next(iter(cellen.values())))
    opties = [
        {"sleutel": o, "titel": o.upper(), "cellen": {v: c if isinstance(c, dict) and "o" in c else {"o": c} for v, c in rij.items()}}
        for o, rij in cellen.items()
    ]
    vragen = vragen or [{"sleutel": v, "titel": v} for v in namen]
    return {"sectie": "x", "vragen": vragen, "opties": opties, "antwoorden": SCHAAL, "teksten": TEKSTEN, "kantel": "antwoord", **meer}


def antwoord(regels: dict[str, Any], *rijen: dict[str, Any], **keuzes: Any) -> dict[str, Any]:
    return kiezer.uitkomst({"x": list(rijen)}, regels, keuzes)


def zeg(**antwoorden: str) -> list[dict[str, Any]]:
    return [{"vraag": vraag, "antwoord": gezegd} for vraag, gezegd in antwoorden.items()]


def bereik(uit: dict[str, Any]) -> dict[str, tuple[float, float]]:
    return {o["sleutel"]: (o["laag"], o["hoog"]) for o in uit["opties"]}


# -- wegen ------------------------------------------------------------------------------------


def test_een_vraagteken_is_een_bereik_en_verdwijnt_nooit() -> None:
    uit = antwoord(maak({"a": {"p": "+", "q": "?"}, "b": {"p": "-", "q": "+"}}), *zeg(p="zeer", q="wel"))
    assert uit["totaal"] == 4 and bereik(uit) == {"a": (3, 4), "b": (1, 1)}
    assert uit["opties"][0]["onzeker"] == ["q"]
    assert [r["oordeel"] for r in uit["opties"][0]["redenen"]] == ["+", "?"]
    assert (uit["zekerheid"]["soort"], uit["zekerheid"]["zin"]) == ("zeker", "A wint.")


def test_een_rivaal_is_wie_met_alle_vraagtekens_mee_kan_gelijkkomen() -> None:
    uit = antwoord(maak({"a": {"p": "+", "q": "-"}, "b": {"p": "-", "q": "?"}}), *zeg(p="wel", q="wel"))
    assert bereik(uit) == {"a": (1, 1), "b": (0, 1)} and uit["kop"] == ["a"]
    assert uit["zekerheid"]["soort"] == "onzeker" and uit["zekerheid"]["rivalen"] == ["b"]
    assert uit["zekerheid"]["zin"] == "A wint, niet op q; of B door q."


def test_gelijk_is_gelijk_en_wie_erna_komt_krijgt_de_volgende_plaats() -> None:
    uit = antwoord(maak({"a": {"p": "-"}, "b": {"p": "+"}, "c": {"p": "+"}}), *zeg(p="wel"))
    assert [(o["sleutel"], o["plaats"]) for o in uit["opties"]] == [("b", 1), ("c", 1), ("a", 3)]
    assert uit["zekerheid"]["zin"] == "B en C winnen." and uit["gekozen"] is None


def test_wat_zeker_is_gaat_voor_wat_nog_kan() -> None:
    uit = antwoord(maak({"a": {"p": "?", "q": "?"}, "b": {"p": "±", "q": "-"}, "c": {"p": "±", "q": "?"}}), *zeg(p="wel", q="wel"))
    assert [(o["sleutel"], o["plaats"]) for o in uit["opties"]] == [("c", 1), ("b", 2), ("a", 3)]
    assert uit["zekerheid"]["rivalen"] == ["b", "a"]


def test_een_half_punt_verschil_is_klein_en_staat_in_dezelfde_zin() -> None:
    uit = antwoord(maak({"a": {"p": "+"}, "b": {"p": "±"}}), *zeg(p="wel"))
    assert (uit["zekerheid"]["soort"], uit["zekerheid"]["zin"]) == ("onzeker", "A wint; bijna B.")


def test_niets_telt_mee() -> None:
    uit = antwoord(maak({"a": {"p": "+"}, "b": {"p": "-"}}), *zeg(p="niet"))
    assert uit["totaal"] == 0 and uit["zekerheid"]["soort"] == "leeg" and uit["kanteling"] == [] and uit["kop"] == []


# -- een drempel, en een conclusie pas als wat beslist is beantwoord --------------------------

DREMPEL = {"deel": 0.65, "zonder_min": ["p"]}


def test_onder_de_drempel_past_niets_en_is_er_geen_plaats() -> None:
    regels = maak({"a": {"p": "-", "q": "+"}, "b": {"p": "±", "q": "±"}}, drempel=DREMPEL, anders=[{"sleutel": "t", "titel": "T"}], terugval="t")
    uit = antwoord(regels, *zeg(p="wel", q="zeer"))
    # a: 3 van 4 is 75 procent, maar een min op p; b: 2 van 4 is 50 procent.
    assert uit["kop"] == [] and [o["plaats"] for o in uit["opties"]] == [None, None]
    assert uit["zekerheid"]["zin"] == "Niets: A op p; B half." and uit["gekozen"] == "t"


def test_een_min_bij_alle_opties_is_de_reden() -> None:
    uit = antwoord(maak({"a": {"p": "-", "q": "+"}, "b": {"p": "-", "q": "±"}}, drempel=DREMPEL), *zeg(p="wel", q="wel"))
    assert uit["zekerheid"]["zin"] == "Niets: overal p."


def test_wie_de_drempel_haalt_gaat_voor_wie_meer_punten_heeft_met_een_min() -> None:
    uit = antwoord(maak({"a": {"p": "-", "q": "+"}, "b": {"p": "+", "q": "±"}}, drempel=DREMPEL), *zeg(p="wel", q="zeer"))
    # a: 3 punten met een min op p; b: 1 + 1,5 = 2,5 van 4, dat is 62,5 procent en dus te weinig.
    assert uit["kop"] == []
    uit = antwoord(maak({"a": {"p": "-", "q": "+"}, "b": {"p": "+", "q": "±"}}, drempel=DREMPEL), *zeg(p="wel", q="wel"))
    assert uit["kop"] == ["b"] and [o["sleutel"] for o in uit["opties"]] == ["b", "a"] and uit["opties"][1]["plaats"] is None


def test_zonder_wat_beslist_is_er_geen_conclusie_en_geen_keuze() -> None:
    vragen = [{"sleutel": v, "titel": v.upper(), "gewicht": 1} for v in ("p", "q")]
    cellen = {"a": {"p": {"o": {"wel": "+"}}, "q": "+"}, "b": {"p": {"o": {"wel": "-"}}, "q": "-"}}
    uit = antwoord(maak(cellen, vragen, beslissend=["p"]), *zeg(q="wel"))
    assert (uit["zekerheid"]["soort"], uit["zekerheid"]["open"], uit["zekerheid"]["zin"]) == ("open", ["p"], "Eerst p.")
    assert uit["kop"] == [] and uit["gekozen"] is None and uit["kanteling"] == []


def test_een_keuze_tegen_de_antwoorden_in_krijgt_een_waarschuwing() -> None:
    regels = maak({"a": {"p": "+"}, "b": {"p": "-"}, "c": {"p": "±"}}, anders=[{"sleutel": "m", "titel": "M"}])
    keuze = lambda naam: antwoord(regels, *zeg(p="zeer", gekozen=naam))["tegen"]  # noqa: E731
    assert [keuze(n) for n in "abcm"] == ["", "B niet op p", "C en niet A", ""]
    assert antwoord(regels, *zeg(p="zeer", gekozen="m"))["gekozen"] == "m"


def test_zonder_rangschikking_blijft_de_volgorde_en_leest_de_zin_de_tabel() -> None:
    regels = maak({"a": {"p": "-", "q": "+"}, "b": {"p": "+", "q": "+"}}, rangschik=False)
    uit = antwoord(regels, *zeg(p="zeer", q="wel"))
    assert [(o["sleutel"], o["plaats"]) for o in uit["opties"]] == [("a", None), ("b", None)] and uit["kop"] == []
    assert uit["zekerheid"]["zin"] == "p en q kan bij B."
    assert antwoord(maak({"a": {"p": "-"}}, rangschik=False), *zeg(p="wel"))["zekerheid"]["zin"] == "p kan nergens."


def test_een_antwoord_kan_het_oordeel_bepalen() -> None:
    vragen = [{"sleutel": "n", "titel": "n", "gewicht": 1, "antwoorden": [{"waarde": "weinig"}, {"waarde": "veel", "ook": ["heel veel"]}]}]
    cellen = {"a": {"n": {"o": {"weinig": "+", "veel": "-"}}}, "b": {"n": {"o": {"weinig": "-", "veel": "+"}}}}
    regels = maak(cellen, vragen)
    assert bereik(antwoord(regels)) == {"a": (0, 1), "b": (0, 1)}
    uit = antwoord(regels, {"vraag": "n", "antwoord": "heel veel"})
    assert uit["kop"] == ["b"] and uit["antwoorden"][0]["antwoord"] == "veel" and uit["meldingen"] == []
    assert [k["zin"] for k in uit["kanteling"]] == ["n wordt weinig: A"]


# -- wat er al in het dossier staat -----------------------------------------------------------


def test_een_antwoord_komt_uit_het_dossier_tot_de_lezer_zelf_kiest() -> None:
    tel = {"tel": "s", "zonder": ["mens"], "tot": [{"tot": 1, "waarde": "wel"}], "meer": "zeer"}
    vragen = [{"sleutel": "f", "titel": "f", "uit": {"veld": "fase"}}, {"sleutel": "n", "titel": "n", "uit": tel}]
    regels = maak({"a": {"f": "+", "n": "+"}, "b": {"f": "-", "n": "-"}}, vragen)
    partijen = [{"naam": "A"}, {"naam": "A"}, {"naam": "B"}, {"naam": "C", "soort": "mens"}, {"naam": ""}]
    uit = kiezer.uitkomst({"s": partijen}, regels, {}, {"fase": "wel"})
    assert [(a["antwoord"], a["geleend"]) for a in uit["antwoorden"]] == [("wel", True), ("zeer", True)]
    uit = kiezer.uitkomst({"x": zeg(n="wel"), "s": partijen}, regels, {}, {"fase": "onzin"})
    assert [(a["antwoord"], a["geleend"]) for a in uit["antwoorden"]] == [(None, False), ("wel", False)]
    assert uit["meldingen"] == ["n: wel, dossier zeer"]


def test_wie_niet_kan_leiden_staat_niet_bij_de_leiders() -> None:
    netwerk = {"namen": "wie", "leider": "leider", "leen": "s", "meest": 2, "leidt_niet": ["mens"]}
    regels = maak({"a": {"p": "+"}}, netwerk=netwerk) | {"teksten": {**TEKSTEN, "telling": "{n}: {paren}"}}
    partijen = [{"naam": "Ans", "soort": "mens"}, {"naam": "Zorg", "soort": "z"}, {"naam": "Welzijn"}]
    uit = kiezer.uitkomst({"s": partijen, "x": zeg(leider="Ans")}, regels)
    assert (uit["namen"], uit["leiders"], uit["leider"], uit["telling"]) == (["Ans", "Zorg", "Welzijn"], ["Zorg", "Welzijn"], "", "3: 3")
    assert kiezer.uitkomst({"s": partijen, "x": zeg(leider="Zorg")}, regels)["leider"] == "Zorg"


def test_filters_in_keuzes_laten_weg_wat_er_niet_bij_hoort() -> None:
    vragen = [{"sleutel": "wet", "titel": "wet", "hard": True, "antwoorden": [{"waarde": "zvw"}, {"waarde": "wlz"}]}]
    regels = maak({"a": {"wet": {"o": ["zvw"]}}, "b": {"wet": {"o": ["zvw", "wlz"]}}}, vragen, vragen_in="keuzes")
    blijft = lambda uit: [o["sleutel"] for o in uit["opties"] if not o["valt_af"]]  # noqa: E731
    assert blijft(antwoord(regels)) == ["a", "b"]
    assert blijft(antwoord(regels, wet="wlz")) == ["b"]
    assert blijft(antwoord(regels, wet="onzin")) == ["a", "b"]
    meer = maak({"a": {"wet": {"o": ["zvw"]}}, "b": {"wet": {"o": ["wlz"]}}, "c": {"wet": {"o": []}}}, [{**vragen[0], "meer": True}], vragen_in="keuzes")
    assert blijft(antwoord(meer, wet=["zvw", "wlz"])) == ["a", "b"] and blijft(antwoord(meer, wet="wlz")) == ["b"]
    assert blijft(antwoord(meer, wet=[])) == blijft(antwoord(meer, wet=["onzin", 3])) == ["a", "b", "c"]


def test_eigen_keuze_en_onbekende_antwoorden() -> None:
    regels = maak({"a": {"p": "+"}, "b": {"p": "-"}})
    assert antwoord(regels, *zeg(p="wel"))["gekozen"] == "a"
    assert antwoord(regels, *zeg(p="wel", gekozen="b"))["gekozen"] == "b"
    uit = antwoord(regels, *zeg(p="heel", zomaar="x", gekozen="z"))
    assert uit["meldingen"] == ["p: heel?", "zomaar: x?", "gekozen: z?"] and uit["antwoorden"][0]["antwoord"] is None


# -- de tabel van Nivel -----------------------------------------------------------------------


def test_bekostiging_telt_wat_kan_zonder_volgorde_en_zegt_het_voorbehoud() -> None:
    regels = gereedschap.klasse("bekostigingskiezer").regels()
    uit = kiezer.uitkomst({"bekostiging": [{"vraag": v["sleutel"], "antwoord": "belangrijk"} for v in regels["vragen"]]}, regels)
    assert bereik(uit) == {
        "capitation-een": (3, 3),
        "capitation-meer": (6, 6),
        "ffs": (2, 2),
        "populatiebekostiging": (6, 6),
        "bundelbekostiging": (3, 4),
        "p4p": (1, 3),
        "waardegedreven-zorg": (0, 5),
    }
    assert uit["kop"] == [] and {o["plaats"] for o in uit["opties"]} == {None} and uit["gekozen"] is None
    assert "binnen de huidige wetten vaak erg lastig" in uit["zekerheid"]["zin"]


def test_bekostiging_leest_een_ouder_dossier() -> None:
    uit = kiezer.uitkomst(laad_voorbeelden("bekostigingskiezer")["vroeger"]["secties"], gereedschap.klasse("bekostigingskiezer").regels())
    assert [a["vraag"] for a in uit["antwoorden"] if a["gewicht"]] == ["preventie", "controle"]
    assert not any(o["valt_af"] for o in uit["opties"]) and uit["meldingen"] == []


def test_een_knelpunt_vinden_en_wie_aan_zet_is() -> None:
    regels = gereedschap.klasse("knelpuntenwijzer").regels()
    uit = kiezer.uitkomst({}, regels, {"wet": ["zvw"], "structureel": ["ja"]})
    assert [o["sleutel"] for o in uit["opties"] if not o["valt_af"]] == ["verrekenen", "minutenregistratie"]
    titel = {o["sleutel"]: o["titel"] for o in regels["opties"]}
    uit = kiezer.uitkomst({"knelpunten_keuze": [{"knelpunt": "Iets van onszelf"}, {"knelpunt": titel["verrekenen"]}]}, regels)
    assert uit["lijst"] == [{"naam": "Iets van onszelf", "sleutel": None}, {"naam": titel["verrekenen"], "sleutel": "verrekenen"}]
    assert {p["naam"] for p in uit["partijen"] if p["bij"]} == {"netwerk", "verzekeraar"}


def test_wat_niet_aan_een_wet_gebonden_is_staat_er_bij_elke_wet() -> None:
    regels = gereedschap.klasse("knelpuntenwijzer").regels()
    los = {o["sleutel"] for o in regels["opties"] if "geen" in o["cellen"]["wet"]["o"]}
    assert {"startgeld", "subsidie-stopt", "verantwoordingslast", "buiten-de-wetten", "overleg-niet-betaald"} == los
    for wet in ("zvw", "wlz", "wmo"):
        uit = kiezer.uitkomst({}, regels, {"wet": [wet]})
        assert los <= {o["sleutel"] for o in uit["opties"] if not o["valt_af"]}


def test_een_ouder_dossier_vindt_een_knelpunt_onder_zijn_vorige_naam() -> None:
    regels = gereedschap.klasse("knelpuntenwijzer").regels()
    uit = kiezer.uitkomst({"knelpunten_keuze": [{"knelpunt": "Het zorgkantoor mag niet meebetalen"}]}, regels)
    assert uit["lijst"][0]["sleutel"] == "zorgkantoor-ruimte"


def test_het_voorbeeld_van_de_wijzer_noemt_knelpunten_uit_de_tabel() -> None:
    voorbeeld = laad_voorbeelden("knelpuntenwijzer")["gewoon"]["secties"]
    assert all(d["sleutel"] for d in kiezer.uitkomst(voorbeeld, gereedschap.klasse("knelpuntenwijzer").regels())["lijst"])


def test_niets_geantwoord_is_geen_uitkomst() -> None:
    uit = kiezer.uitkomst({}, gereedschap.klasse("governancekiezer").regels())
    assert bereik(uit) == {"zelfsturend": (0, 8), "leidend": (0, 8), "nao": (0, 8)}
    assert uit["zekerheid"]["soort"] == "leeg" and uit["gekozen"] is None


def test_een_jong_klein_netwerk_stuurt_zichzelf_en_dat_is_zeker() -> None:
    voorbeeld, regels = laad_voorbeelden("governancekiezer")["start"]["secties"], gereedschap.klasse("governancekiezer").regels()
    uit = kiezer.uitkomst(voorbeeld, regels)
    # Zelf acht keer past. Leidend: eigen doelen één, kosten niets, de andere zes een half. NAO: kosten niets, de andere zeven een half.
    assert bereik(uit) == {"zelfsturend": (8, 8), "leidend": (4, 4), "nao": (3.5, 3.5)}
    assert uit["zekerheid"]["soort"] == "zeker" and [o["plaats"] for o in uit["opties"]] == [1, None, None]
    assert "Leg vast hoe jullie beslissen als je het niet eens wordt." in [a["tekst"] for a in uit["acties"]]


def test_zonder_vertrouwen_past_geen_vorm_en_is_vertrouwen_de_eerste_actie() -> None:
    voorbeeld, regels = laad_voorbeelden("governancekiezer")["veel"]["secties"], gereedschap.klasse("governancekiezer").regels()
    uit = kiezer.uitkomst(voorbeeld, regels)
    assert {r["oordeel"] for o in uit["opties"] for r in o["redenen"] if r["vraag"] == "vertrouwen"} == {"-"}
    assert uit["acties"][0]["tekst"].startswith("Werk eerst aan vertrouwen")
    assert uit["zekerheid"]["soort"] == "niets" and "op vertrouwen past geen van de drie" in uit["zekerheid"]["zin"]
    assert uit["tegen"].startswith("Let op: jullie kiezen Leidende organisatie")


def test_een_stelling_heet_geen_bron_en_hoe_zeker_zij_is_staat_alleen_op_de_bladzijde() -> None:
    regels = gereedschap.klasse("governancekiezer").regels()
    cellen = {(o["sleutel"], v): c for o in regels["opties"] for v, c in o["cellen"].items()}
    theorie = {(r.vorm, r.factor): r.geverifieerd for r in tabellen.laad("provan_kenis").itertuples()}
    assert {cellen[plek]["g"] for plek in theorie} == {"stelling"}
    assert not any("teruggevonden" in str(c["t"]) or "plaats" in str(c["t"]) for c in cellen.values())
    # De zinnen op de bladzijde noemen deze aantallen.
    assert [list(theorie.values()).count(g) for g in ("ja", "deels", "nee")] == [2, 4, 6]


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
        "([regels, gevallen]) => gevallen.map((g) => kennisRegels.kiezer.uitkomst(g.secties, regels, g.keuzes, g.velden))", [regels, gevallen]
    )


def gevallen(naam: str, aantal: int) -> list[dict[str, Any]]:
    """Bedenk invoer: gewone en vreemde antwoorden, dubbele rijen, eisen, eigen keuzes en eigen regels."""
    regels, toeval = gereedschap.klasse(naam).regels(), random.Random(naam)
    vreemd = ["", None, "  niet\u00a0", "constructor", "__proto__", "é", 3, "</script>", "belangrijk"]
    uit = [{"secties": v["secties"], "keuzes": v["keuzes"], "velden": {}} for v in laad_voorbeelden(naam).values()]
    while len(uit) < aantal:
        rijen, keuzes = [], {}
        for vraag in toeval.sample(regels["vragen"], toeval.randint(0, len(regels["vragen"]))):
            mogelijk = [a["waarde"] for a in kiezer.antwoorden_van(vraag, regels)]
            gezegd = toeval.choice(mogelijk) if toeval.random() < 0.9 else toeval.choice(vreemd)
            rijen.append({"vraag": vraag["sleutel"], "antwoord": gezegd, "eis": toeval.choice(["ja", "nee", None, None, None])})
            keuzes[vraag["sleutel"]] = toeval.choice([gezegd, [gezegd], toeval.sample(mogelijk, min(2, len(mogelijk)))])
        if "lijst" in regels:
            titels = [naam for o in regels["opties"] for naam in [o["titel"], *o.get("eerder", [])]]
            rijen = [{regels["lijst"]["kolom"]: toeval.choice([*titels, "Eigen knelpunt"])} for _ in range(toeval.randint(0, 9))]
        elif toeval.random() < 0.4:
            rijen.append({"vraag": "gekozen", "antwoord": toeval.choice([*[o["sleutel"] for o in kiezer.te_kiezen(regels)], *vreemd])})
        if "netwerk" in regels and toeval.random() < 0.5:
            rijen.append({"vraag": "organisaties", "antwoord": toeval.choice(["a; b", "a;\u00a0a;;b\n c", ";", "é; e\u0301"])})
            rijen.append({"vraag": "leider", "antwoord": toeval.choice(["a", None, " b "])})
        if rijen and toeval.random() < 0.1:
            rijen.append(dict(toeval.choice(rijen)))
        soorten = ["patiënt of inwoner", "gemeente", None]
        partijen = [{"naam": toeval.choice(["a", "b", f"p{n}"]), "soort": toeval.choice(soorten)} for n in range(toeval.choice([0, 0, 3, 9, 10, 60]))]
        velden = {"fase": toeval.choice(["1", "2", "3-4", "3", "", "anders", None])}
        uit.append({"secties": {regels["sectie"]: rijen, "stakeholders": partijen}, "keuzes": keuzes, "velden": velden})
    return uit


@pytest.mark.parametrize("naam", KIEZERS)
def test_python_en_javascript_zijn_het_eens(naam: str, javascript) -> None:
    regels = gereedschap.klasse(naam).regels()
    proef = gevallen(naam, 2000)
    anders = [
        (geval, ginds, hier)
        for geval, ginds in zip(proef, javascript(regels, proef), strict=True)
        if ginds != (hier := json.loads(json.dumps(kiezer.uitkomst(geval["secties"], regels, geval["keuzes"], geval["velden"]))))
    ]
    assert not anders, f"{len(anders)} verschillen; het eerste: {anders[0]}"
