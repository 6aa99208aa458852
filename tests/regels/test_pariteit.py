"""Python en JavaScript rekenen hetzelfde uit: duizenden gevallen door allebei, in een echte Chromium."""

from __future__ import annotations

import itertools
import json
import random
from typing import Any

import pytest

from kennis import csvbestand, gereedschap
from kennis.dossier import beschrijvingen, sectie, sectienamen, stel_voor
from kennis.kolommen import WITRUIMTE, lees_getal, naaste, schrijf_getal, schrijf_precies
from kennis.regels import basis, veld
from kennis.regels.budget import budget
from kennis.regels.saldo import saldo
from kennis.widget.basis import laad_regels, laad_voorbeelden

VELDEN = [naam for naam in gereedschap.namen() if laad_regels(naam)["soort"] == "veld"]
# Namen waar het mis zou kunnen gaan: aanhalingstekens, html, emoji, rechts-naar-links, losse accenten, witruimte, sjablonen.
NAMEN = [
    "Menzis", 'Zorg "Samen"', "'s-Heerenloo", "<script>alert(1)</script>", "</script>", "Ω & Ærø", "👩‍⚕️ wijkzorg", "שלום", "مرحبا بكم",
    "Cafe\u0301", "Café", "A\u030a", "İstanbul", "ΣΊΣΥΦΟΣ", "ß", "{naam}", "{kwadranten}", "{{x}", "a}b{c", "$&$1", "\\n",
    "__proto__", "constructor", "toString", "0", "ja",
    "", " ", *(f"{wit}rand{wit}" for wit in WITRUIMTE), *(f"mid{wit}den" for wit in WITRUIMTE), "\U0001f469", "\uffff", "ｚ",
]  # fmt: skip
GETALLEN: list[Any] = [
    None, float("nan"), 0, 0.0, -0.0, 1, 4, 4.999999999999999, 5, 5.0, 5.000000000000001, 5.05, 5.95, 2.25, 9.949999, 9.95, 10, 10.0, 0.05, 0.1 + 0.2,
    1e-9, 1e-7, True, False, "5", "", -3, 1 / 3, 0.25, 0.35, 7.45,
]  # fmt: skip
EURO: list[Any] = [None, 0, 1, 0.4, 0.5, 999.5, 1000, 12500.49, 1e6, 1234567.89, 9.99e15, 1e21, 3e22, -950]


def heen_en_terug(waarde: Any) -> Any:
    return json.loads(json.dumps(waarde, allow_nan=False))


def eerste_verschil(ginds: Any, hier: Any, plek: str = "") -> str:
    """Zeg waar twee uitkomsten voor het eerst verschillen."""
    if isinstance(ginds, dict) and isinstance(hier, dict) and ginds.keys() == hier.keys():
        return next(eerste_verschil(ginds[s], hier[s], f"{plek}.{s}") for s in ginds if ginds[s] != hier[s])
    if isinstance(ginds, list) and isinstance(hier, list) and len(ginds) == len(hier):
        return next(eerste_verschil(g, h, f"{plek}[{n}]") for n, (g, h) in enumerate(zip(ginds, hier, strict=True)) if g != h)
    return f"{plek or 'uitkomst'}: JavaScript {ginds!r}, Python {hier!r}"


def vergelijk(ginds: list[Any], hier: list[Any], gevallen: list[Any]) -> None:
    """Laat de test zakken met het eerste geval dat verschilt."""
    anders = [drie for drie in zip(gevallen, ginds, hier, strict=True) if drie[1] != drie[2]]
    if anders:
        geval, daar, hier_ = anders[0]
        pytest.fail(f"{len(anders)} van de {len(gevallen)} verschillen. Het eerste:\n{eerste_verschil(daar, hier_)}\nInvoer: {geval!r}", pytrace=False)


# -- het veld ---------------------------------------------------------------------------------


def raster(naam: str) -> list[dict[str, Any]]:
    """Elke plek op een raster van halve punten, en elke combinatie van lastige getallen."""
    regels = laad_regels(naam)
    halven = [n / 2 for n in range(21)]
    paren = [*itertools.product(halven, halven), *itertools.product(GETALLEN, GETALLEN)]
    return [{regels["sectie"]: [{"naam": "A", regels["x"]["kolom"]: x, regels["y"]["kolom"]: y}]} for x, y in paren]


def cel(kolom: Any, toeval: random.Random) -> Any:
    """Bedenk een waarde voor een kolom: meestal een die mag, soms een vreemde."""
    if toeval.random() < 0.08:
        return toeval.choice([None, "", "onzin", 3, True, float("nan"), *NAMEN])
    if kolom.soort == "keuze":
        return toeval.choice([*kolom.waarden, None])
    if kolom.soort == "tekst":
        return toeval.choice(NAMEN)
    if kolom.max is None:
        return toeval.choice([*EURO, round(toeval.uniform(0, 1e6), 2)])
    return toeval.choice([toeval.uniform(0, 10), round(toeval.uniform(0, 10), 1), float(toeval.randint(0, 10)), toeval.choice(GETALLEN)])


def toevallig(naam: str, aantal: int) -> list[dict[str, Any]]:
    """Bedenk hele dossiers, met dubbele namen, namen die nergens bij horen, en kolommen die ontbreken."""
    toeval, regels = random.Random(naam), laad_regels(naam)
    uit = []
    for _ in range(aantal):
        kolommen = {k.sleutel: k for k in sectie(regels["sectie"]).kolommen.lijst}
        rijen = [{sleutel: cel(kolom, toeval) for sleutel, kolom in kolommen.items() if toeval.random() < 0.85} for _ in range(toeval.randint(0, 6))]
        namen = [rij.get("naam") for rij in rijen] + ["niemand"]
        secties: dict[str, Any] = {regels["sectie"]: rijen}
        if "scores" in regels and toeval.random() < 0.8:
            criteria = [
                {"naam": toeval.choice(["geld", "zorg", "Ruimte ", *NAMEN[:6]]), "as": toeval.choice(["bijdrage", "risico", None]),
                 "gewicht": toeval.choice([0, 1, 2.5, 1 / 3, None, -1, "3"])}
                for _ in range(toeval.randint(0, 4))
            ]  # fmt: skip
            secties[regels["scores"]["criteria"]] = criteria
            secties[regels["scores"]["sectie"]] = [
                {"initiatief": toeval.choice(namen), "persoon": toeval.choice(["Ans", "Ben ", "", None, "__proto__"]),
                 "criterium": toeval.choice([*(c["naam"] for c in criteria), "weg"]), "score": cel(sectie("scores").kolommen["score"], toeval)}
                for _ in range(toeval.randint(0, 25))
            ]  # fmt: skip
        uit.append(secties)
    return uit


@pytest.mark.parametrize("naam", VELDEN)
def test_veld_geeft_in_beide_talen_hetzelfde(naam: str, regels_in_js: Any) -> None:
    regels = laad_regels(naam)
    gevallen = raster(naam) + toevallig(naam, 2500) + [v["secties"] for v in laad_voorbeelden(naam).values()]
    hier = [heen_en_terug(veld.uitkomst(geval, regels)) for geval in gevallen]
    ginds = regels_in_js("([gevallen, regels]) => gevallen.map((g) => kennisRegels.veld.uitkomst(g, regels))", [gevallen, regels])
    vergelijk(ginds, hier, gevallen)


@pytest.mark.parametrize("naam", VELDEN)
def test_de_gevallen_raken_elk_vak(naam: str) -> None:
    """Anders zou het niets zeggen dat Python en JavaScript gelijk zijn."""
    regels = laad_regels(naam)
    geraakt = {punt["kwadrant"] for geval in raster(naam) for punt in veld.uitkomst(geval, regels)["punten"]}
    assert geraakt == {None, *(k["sleutel"] for k in regels["kwadranten"])}


def test_saldo_geeft_in_beide_talen_hetzelfde(regels_in_js: Any) -> None:
    toeval, regels = random.Random("saldo"), laad_regels("stakeholdermatrix")["saldo"]
    bedragen: list[Any] = [None, 0, 1, 50, 50.0, 100, 0.1 + 0.2, 1 / 3, -5, 1e6, float("nan"), "5", True, 12500.49]
    oordelen = [None, "", "wint", "gelijk", "betaalt", "onbekend", " wint ", "{gezegd}"]
    woorden = [None, "", "ja", "nee", "deels", "onbekend", " nee ", 3]

    def rij() -> dict[str, Any]:
        gevuld = {regels[k]: toeval.choice(bedragen) for k in ("in", "uit", "inbaar") if toeval.random() < 0.95}
        return {"naam": toeval.choice(NAMEN), regels["oordeel"]: toeval.choice(oordelen), regels["innen"]: toeval.choice(woorden), **gevuld}

    gevallen = [[rij() for _ in range(toeval.randint(0, 8))] for _ in range(3000)]
    hier = [heen_en_terug(saldo(geval, regels)) for geval in gevallen]
    vergelijk(regels_in_js("([gevallen, r]) => gevallen.map((g) => kennisRegels.saldo.saldo(g, r))", [gevallen, regels]), hier, gevallen)
    zinnen = {een["oordeel"].split(" ")[0] + een["oordeel"][-20:] for een in hier}
    dekt, niet = sum(een["winst"] >= een["tekort"] > 0 for een in hier), sum(een["tekort"] > een["winst"] > 0 for een in hier)
    assert min(dekt, niet) > 80 and len(zinnen) > 50, (dekt, niet, len(zinnen))


def test_budget_geeft_in_beide_talen_hetzelfde(regels_in_js: Any) -> None:
    toeval, regels = random.Random("budget"), laad_regels("prioritering")
    gevallen = [[veld.uitkomst(geval, regels), toeval.choice([None, 0, 10, 999.5, 1e5, 1e6, "5", True])] for geval in toevallig("prioritering", 1500)]
    hier = [heen_en_terug(budget(uit, regels["budget"], bedrag)) for uit, bedrag in gevallen]
    vergelijk(regels_in_js("([g, r]) => g.map(([uit, bedrag]) => kennisRegels.budget.budget(uit, r, bedrag))", [gevallen, regels["budget"]]), hier, gevallen)
    assert len({een["zin"] for een in hier}) > 100


def test_budget_is_met_de_hand_nagerekend(regels_in_js: Any) -> None:
    """A 30.000, B onbekend, C 40.000: bij 60.000 past A; C komt op 70.000 en valt onder de lijn; D staat bij 'Nu niet' en telt niet."""
    rijen = [{"naam": "A", "bijdrage": 9, "risico": 1, "kosten": 30000}, {"naam": "B", "bijdrage": 8, "risico": 1},
             {"naam": "C", "bijdrage": 8, "risico": 2, "kosten": 40000}, {"naam": "D", "bijdrage": 1, "risico": 9, "kosten": 5}]  # fmt: skip
    regels = laad_regels("prioritering")
    uit = budget(veld.uitkomst({"initiatieven": rijen}, regels), regels["budget"], 60000)
    gezien = [(r["naam"], r["totaal"], r["per"], r["past"]) for r in uit["rijen"]]
    assert gezien == [("A", 30000, 3, True), ("B", 30000, None, None), ("C", 70000, 2, False)]
    lijn = "Binnen € 60.000 passen van boven af: A (samen € 30.000). C past er niet meer bij."
    zin = f"{lijn} Van B zijn de kosten niet bekend, dus er kan minder passen dan hier staat."
    assert uit["zin"] == zin
    in_js = "([s, r]) => kennisRegels.budget.budget(kennisRegels.veld.uitkomst(s, r), r.budget, 60000).zin"
    assert regels_in_js(in_js, [{"initiatieven": rijen}, regels]) == zin


def test_basis_geeft_in_beide_talen_hetzelfde(regels_in_js: Any) -> None:
    toeval = random.Random(1)
    getallen = [g for g in [*GETALLEN, *EURO] if basis.getal(g) is not None] + [toeval.uniform(-1e6, 1e6) for _ in range(3000)]
    getallen += [n / 20 for n in range(-400, 400)]
    klein = [g for g in getallen if abs(g) < 1e15]
    vergelijk(regels_in_js("(g) => g.map(kennisRegels.basis.toon)", klein), [basis.toon(g) for g in klein], klein)
    vergelijk(regels_in_js("(g) => g.map(kennisRegels.basis.toonEuro)", getallen), [basis.toon_euro(g) for g in getallen], getallen)
    vergelijk(regels_in_js("(n) => n.map(kennisRegels.woord.schoon)", NAMEN), [basis.schoon(n) for n in NAMEN], NAMEN)
    sjablonen = [[s, {"naam": n, "a": "{naam}"}] for s in [*NAMEN, "{naam} en {a} en {b}", "{", "}{naam}", "{naam"] for n in NAMEN[:25]]
    vergelijk(regels_in_js("(p) => p.map(([s, w]) => kennisRegels.basis.vul(s, w))", sjablonen), [basis.vul(s, w) for s, w in sjablonen], sjablonen)


# -- getallen, namen en csv -------------------------------------------------------------------


def test_getallen_lezen_en_schrijven_is_in_beide_talen_hetzelfde(regels_in_js: Any) -> None:
    toeval = random.Random(2)
    getallen = [0.0, -0.0, 1e-7, 1.5e-10, 5e-324, 1e21, 1.7976931348623157e308, 123456789012.5, 2.5e10, 0.1 + 0.2, 1 / 3, 1000.0, 1200.5]
    getallen += [toeval.uniform(-1, 1) * 10 ** toeval.randint(-20, 25) for _ in range(4000)]
    for functie, ons in (("schrijfGetal", schrijf_getal), ("schrijfPrecies", schrijf_precies)):
        vergelijk(regels_in_js(f"(g) => g.map(kennisRegels.kolommen.{functie})", getallen), [ons(g) for g in getallen], getallen)
    teksten = ["7,5", "7.5", "1.200", "-1.200", "0.125", "1.200,50", "1.200.000", "12.00", "€ 5", "€ 1.250,50", "€€5", "5 €", "+3", "--3", "1e3", "٣", "1,2,3",
               "1.2.3", ",5", "5,", "9" * 400, "0012", "1 000", "ja", "\u00a07\u2009", "-0", "1.000.00", "01.200"]  # fmt: skip
    teksten += ["".join(toeval.choices("0123456789.,-+€ ", k=toeval.randint(1, 9))) for _ in range(4000)]

    def lees(tekst: str) -> Any:
        try:
            return lees_getal(tekst)
        except ValueError as fout:
            return str(fout)

    vergelijk(regels_in_js("(t) => t.map(kennisRegels.kolommen.leesGetal)", teksten), [lees(t) for t in teksten], teksten)


def test_naaste_naam_is_in_beide_talen_dezelfde(regels_in_js: Any) -> None:
    toeval = random.Random(3)
    keuzes = [s for naam in sectienamen() for s in sectie(naam).kolommen.sleutels] + ["patiënt of inwoner", "👩‍⚕️", "Σ"]
    paren = [["".join(toeval.choices("belangmchtó👩 _", k=toeval.randint(0, 12))), toeval.sample(keuzes, toeval.randint(0, 8))] for _ in range(2000)]
    paren += [[keuze[:n] + "x" + keuze[n + 1 :], keuzes] for keuze in keuzes for n in range(len(keuze))]
    vergelijk(regels_in_js("(p) => p.map(([w, k]) => kennisRegels.kolommen.naaste(w, k))", paren), [naaste(w, k) for w, k in paren], paren)


def csv_teksten(naam: str, aantal: int) -> list[str]:
    """Bedenk csv zoals mensen die maken: andere tekens, lege regels, te veel of te weinig cellen, rare koppen, open aanhalingstekens."""
    toeval, kolommen = random.Random(f"csv {naam}"), sectie(naam).kolommen
    uit = ["", "\ufeff", " \r\n \n", "naam", "\n\nnaam;soort\nA;gemeente", 'naam;soort\n"A;gemeente', "naam\tsoort\r\rA\tgemeente", ";;;\n"]
    uit += ['""', '"naam";"naam"\na;b']
    while len(uit) < aantal / 3:
        rijen = [{k.sleutel: _nette_cel(k, toeval, n) for k in kolommen.lijst} for n in range(toeval.randint(1, 5))]
        uit.append(csvbestand.schrijf(rijen, toeval.sample(kolommen.sleutels, len(kolommen.sleutels))).decode("utf-8"))
    while len(uit) < aantal:
        teken, einde = toeval.choice(";;;,\t"), toeval.choice(["\n", "\r\n", "\r"])
        koppen = [k for k in kolommen.sleutels if toeval.random() < 0.9]
        if toeval.random() < 0.3 and koppen:
            plek = toeval.randrange(len(koppen))
            koppen[plek] = toeval.choice([koppen[plek][:-1], koppen[plek].upper(), f" {koppen[plek]} ", "", "naam", "vreemd", "Σ"])
        regels = [teken.join(koppen)]
        for _ in range(toeval.randint(0, 5)):
            cellen = [_csv_cel(kolommen[kop] if kop in kolommen.sleutels else None, toeval, teken) for kop in koppen]
            if toeval.random() < 0.1:
                cellen += [toeval.choice(["", "te veel", " "])] * toeval.randint(1, 3)
            if toeval.random() < 0.1:
                cellen = cellen[: toeval.randint(0, len(cellen))]
            regels.append(teken.join(cellen))
            if toeval.random() < 0.1:
                regels.append(toeval.choice(["", "  ", teken * 3]))
        uit.append(toeval.choice(["", "\ufeff", einde]) + einde.join(regels) + toeval.choice(["", einde, '"', f'"{einde}x']))
    return uit


def _nette_cel(kolom: Any, toeval: random.Random, nummer: int) -> Any:
    if kolom.soort == "keuze":
        return toeval.choice(kolom.waarden)
    if kolom.soort == "tekst":
        return f"{toeval.choice(NAMEN)}{nummer}"
    return toeval.choice([0, 1, 2, 3]) if kolom.soort == "heel" else toeval.uniform(kolom.min or 0, kolom.max or 1e6)


def _csv_cel(kolom: Any, toeval: random.Random, teken: str) -> str:
    waarde = toeval.choice(["", "x", "7,5", "11", "-1", "1.200", *NAMEN])
    if kolom is not None and toeval.random() < 0.7:
        waarde = toeval.choice(kolom.waarden) if kolom.waarden else toeval.choice(["7,5", "3", "10", "0"]) if kolom.soort != "tekst" else toeval.choice(NAMEN)
    if toeval.random() < 0.15:
        waarde += toeval.choice(["\nregel twee", "\r\nregel twee", '"', f"{teken} erbij", "'=1+1", "=1+1"])
    nodig = any(c in waarde for c in f'"\r\n{teken}')
    if toeval.random() < 0.03:
        return waarde  # slordig: zonder aanhalingstekens waar die horen
    return '"' + waarde.replace('"', '""') + '"' if nodig or toeval.random() < 0.1 else waarde


@pytest.mark.parametrize("naam", sectienamen())
def test_csv_lezen_geeft_in_beide_talen_dezelfde_rijen_en_meldingen(naam: str, regels_in_js: Any) -> None:
    teksten = csv_teksten(naam, 1200)

    def lees(tekst: str) -> dict[str, Any]:
        een = stel_voor(tekst, "mijn.csv", naam)
        return heen_en_terug({**vars(een), "fouten": [str(fout) for fout in een.fouten]})

    ginds = regels_in_js(
        "([teksten, alle, als]) => teksten.map((t) => kennisRegels.invoer.stelVoor(t, alle, { bestand: 'mijn.csv', als }))", [teksten, beschrijvingen(), naam]
    )
    hier = [lees(tekst) for tekst in teksten]
    vergelijk(ginds, hier, teksten)
    assert sum(bool(een["rijen"]) for een in hier) > 20, "te weinig gevallen zijn goed; dan zegt gelijk zijn weinig"
    assert sum(bool(een["fouten"]) for een in hier) > 200


@pytest.mark.parametrize("naam", sectienamen())
def test_csv_schrijven_geeft_in_beide_talen_dezelfde_tekst(naam: str, regels_in_js: Any) -> None:
    toeval, kolommen = random.Random(f"schrijf {naam}"), sectie(naam).kolommen
    extra = ["=1+1", "'=1", "@x", "-", "\ttab", 'a"b', "a;b", "a\nb", "a\r\nb"]
    tabellen = [
        [
            {k.sleutel: toeval.choice([cel(k, toeval), toeval.choice(extra)]) for k in kolommen.lijst if toeval.random() < 0.9}
            for _ in range(toeval.randint(0, 4))
        ]
        for _ in range(500)
    ]
    tabellen = [[{s: w for s, w in rij.items() if not isinstance(w, bool)} for rij in rijen] for rijen in tabellen]
    hier = [csvbestand.schrijf(rijen, kolommen.sleutels).decode("utf-8") for rijen in tabellen]
    ginds = regels_in_js(
        "([tabellen, kolommen]) => tabellen.map((t) => kennisRegels.csvbestand.schrijfCsv(t, kolommen))", [tabellen, sectie(naam).gegevens["kolommen"]]
    )
    vergelijk(ginds, hier, tabellen)
