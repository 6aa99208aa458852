"""Formules: met de hand uitgerekend, en Python tegen JavaScript op duizenden bedachte formules, ook kapotte."""

from __future__ import annotations

import json
import math
import random
from typing import Any

import pytest

from kennis.regels.formule import FormuleFout, Omgeving, macht, ontleed, reken

NAMEN: dict[str, Any] = {
    # naam: (assen, waarden; per as genest op lid)
    "rente": ([], 0.05),
    "leeg": ([], None),
    "naam": ([], "gemeente"),
    "waar_is": ([], True),
    "jaar": (["jaar"], None),
    "partij": (["partij"], None),
    "kosten": (["kosten"], True),
    "kosten.bedrag": (["kosten"], [100.0, 250.5, 40.0]),
    "kosten.half": (["kosten"], [10.0, None, 30.0]),
    "kosten.partij": (["kosten"], ["gemeente", "verzekeraar", "gemeente"]),
    "baten": (["baten"], True),
    "baten.bedrag": (["baten"], []),
    "saldo": (["jaar"], [-100.0, 40.0, 40.0, 40.0]),
    "verdeeld": (["partij", "jaar"], [[-60.0, 20.0, 20.0, 20.0], [-40.0, 20.0, 20.0, None]]),
}
LEDEN: dict[str, list[Any]] = {"jaar": [0.0, 1.0, 2.0, 3.0], "partij": ["gemeente", "verzekeraar"], "kosten": [0, 1, 2], "baten": []}


def omgeving(plekken: dict[str, Any] | None = None) -> Omgeving:
    def lees(naam: str, vast: Any) -> Any:
        assen, waarde = NAMEN[naam]
        if naam in ("jaar", "partij"):
            return vast[naam]
        for as_ in assen:
            waarde = waarde if waarde is True else waarde[LEDEN[as_].index(vast[as_])]
        if waarde is None:
            hier.mist.append(naam)
        return waarde

    hier = Omgeving(lambda naam: NAMEN[naam][0] if naam in NAMEN else None, LEDEN.__getitem__, lees, plekken or {})
    return hier


def uit(formule: str, **plekken: Any) -> Any:
    return reken(ontleed(formule), omgeving(plekken))


@pytest.mark.parametrize(
    ("formule", "verwacht"),
    [
        ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4), ("2 ^ -1", 0.5), ("10 - 4 - 3", 3), ("12 / 3 / 2", 2),
        ("5%", 0.05), ("200 * 2.5%", 5), ("1 < 2 en 2 < 1", False), ("1 < 2 of 2 < 1", True), ("niet 1 = 2", True), ("1 <> 2", True), ("2 >= 2", True),
        ('naam = "gemeente"', True), ('naam <> "gemeente"', False), ("als(1 < 2, 10, 20)", 10), ("als(leeg > 1, 10, 20)", None),
        # deling door nul en lege invoer: niet bekend, nooit 0
        ("1 / 0", None), ("leeg + 1", None), ("leeg * 0", None), ("leeg = leeg", None), ("-leeg", None), ("som(kosten.half)", None),
        ("som(baten.bedrag)", None),
        ("0 ^ -1", None), ("2 ^ 0.5", None), ("1 + naam", None), ("1 / (rente - 0.05)", None),
        # en/of: wat al vaststaat, hangt niet van het onbekende af
        ("1 > 2 en leeg > 1", False), ("leeg > 1 en 1 > 2", False), ("leeg > 1 en 1 < 2", None), ("leeg > 1 of 1 < 2", True), ("leeg > 1 of 1 > 2", None),
        ("anders(leeg, 7)", 7), ("anders(rente, 7)", 0.05), ("bekend(leeg)", False), ("bekend(1 / 0)", False), ("bekend(rente)", True),
        # over rijen: 100 + 250,5 + 40; de gemeente betaalt 100 + 40
        ("som(kosten.bedrag)", 390.5), ('som(kosten.bedrag, kosten.partij = "gemeente")', 140), ('som(kosten.bedrag, kosten.partij = "niemand")', 0),
        ("aantal(kosten)", 3), ("aantal(baten)", 0), ("aantal(kosten.bedrag > 50)", 2), ("aantal(niet bekend(kosten.half))", 1),
        ("som(anders(kosten.half, 0))", 40), ("som(kosten.half, bekend(kosten.half))", 40), ("min(kosten.bedrag)", 40), ("max(kosten.bedrag)", 250.5),
        ("min(3, 2, 1)", 1), ("max(1, leeg)", None), ("gemiddelde(kosten.bedrag)", 390.5 / 3), ('gemiddelde(kosten.bedrag, kosten.partij = "x")', None),
        ("rond(2.5)", 3), ("rond(-2.5)", -3), ("rond(1.005 * 1000, -3)", 1000), ("rond(1 / 3, 2)", 0.33), ("rond(1234567, -3)", 1235000),
        ("rond(1, 0.5)", None),
        # over jaren: -100 + 40 + 40 + 40 = 20
        ("som(saldo)", 20), ("som(saldo * jaar)", 40 + 80 + 120), ("som(verdeeld)", None), ("aantal(bekend(verdeeld))", 7),
        # -100 + 40/1,05 + 40/1,1025 + 40/1,157625 = 8,9299...
        ("rond(contante_waarde(saldo, rente), 4)", 8.9299), ("contante_waarde(saldo, -1)", None), ("contante_waarde(saldo, leeg)", None),
        # na jaar 2 staat er -20, in jaar 3 komt er 40 bij: halverwege jaar 3
        ("terugverdientijd(saldo)", 2.5), ("terugverdientijd(saldo - 20)", None), ("terugverdientijd(saldo + 200)", 0),
    ],
)  # fmt: skip
def test_met_de_hand_uitgerekend(formule: str, verwacht: Any) -> None:
    gekregen = uit(formule)
    assert gekregen == verwacht if not isinstance(verwacht, float) else math.isclose(gekregen, verwacht, rel_tol=1e-12), gekregen
    assert type(gekregen) is not int


def test_wat_vastligt_ligt_vast() -> None:
    assert uit("saldo", jaar=2.0) == 40
    assert uit("som(verdeeld)", jaar=0.0) == -100  # over de partijen
    assert uit("som(verdeeld)", partij="gemeente") == 0  # over de jaren
    assert uit("som(kosten.bedrag, kosten.partij = partij)", partij="gemeente") == 140
    assert [uit("opgeteld(saldo)", jaar=j) for j in LEDEN["jaar"]] == [-100, -60, -20, 20]
    assert [uit("reeks(50%, 75%, 100%)", jaar=j) for j in LEDEN["jaar"]] == [0.5, 0.5, 0.75, 1]
    assert uit("opgeteld(verdeeld)", jaar=1.0) == -60  # -100 en dan 40


def test_wat_ontbreekt_is_te_noemen() -> None:
    gevallen = [
        ("leeg + 1", ["leeg"]), ("anders(leeg, 1)", []), ("bekend(leeg)", []), ("som(baten.bedrag)", ["baten"]), ("aantal(baten)", []),
        ("anders(leeg, leeg)", ["leeg"]), ("als(1 < 2, 1, leeg)", []),
    ]  # fmt: skip
    for formule, mist in gevallen:
        hier = omgeving()
        reken(ontleed(formule), hier)
        assert hier.mist == mist, formule


@pytest.mark.parametrize(
    ("formule", "zin", "teken"),
    [
        ("som(kosten.bedrag", "hier hoort een haakje sluiten", 18), ("1 +", "hier hoort een getal, een naam of een haakje, en de formule houdt op", 4),
        ("1 + * 2", "hier hoort een getal, een naam of een haakje, en er staat '*'", 5),
        ("1,5", "houden, en er staat ','; een getal schrijf je met een punt", 2),
        ("sum(1)", "de functie 'sum' bestaat niet; wel: als, anders, bekend, som", 1), ("als(1, 2)", "als vraagt 3 waarden, en er staan er 2", 1),
        ("som()", "som vraagt 1 tot 2 waarden, en er staan er 0", 1), ("1 < 2 < 3", "vergelijk twee dingen tegelijk", 7),
        ("a & b", "dit hoort niet in een formule: '&'", 3),
        ("€ 5", "dit hoort niet in een formule: '€'", 1), ("\"x\" + '👩'", "dit hoort niet in een formule: '''", 7),
        ("1 2", "hier hoort de formule op te houden", 3),
        ("", "hier hoort een getal, een naam of een haakje, en de formule houdt op", 1), ("en", "en er staat 'en'", 1),
    ],
)  # fmt: skip
def test_een_fout_noemt_de_formule_en_de_plek(formule: str, zin: str, teken: int) -> None:
    with pytest.raises(FormuleFout) as fout:
        ontleed(formule)
    assert zin in str(fout.value)
    assert not formule or str(fout.value).endswith(f'Formule: "{formule}", bij teken {teken}.')


def test_een_naam_die_niet_bestaat_of_een_jaar_dat_ontbreekt() -> None:
    with pytest.raises(FormuleFout, match="de naam 'onbekend' bestaat niet"):
        uit("som(onbekend)")
    with pytest.raises(FormuleFout, match="opgeteld hoort in een formule per jaar"):
        uit("opgeteld(1)")


def test_macht_is_precies_herhaald_vermenigvuldigen() -> None:
    assert macht(1.1, 3.0) == 1.1 * (1.1 * 1.1)
    assert macht(2.0, 2000.0) is None and macht(0.0, 0.0) == 1


# -- Python tegen JavaScript --------------------------------------------------------------------

IN_JS = """([gevallen, namen, leden]) => gevallen.map(([formule, plekken]) => {
  const { ontleed, reken, maakOmgeving } = kennisRegels.formule;
  const kent = (naam) => (Object.hasOwn(namen, naam) ? namen[naam][0] : null);
  const omgeving = maakOmgeving({ kent, leden: (as) => leden[as], plekken, lees(naam, vast) {
    let [assen, waarde] = namen[naam];
    if (naam === "jaar" || naam === "partij") return vast[naam];
    for (const as of assen) waarde = waarde === true ? waarde : waarde[leden[as].indexOf(vast[as])];
    if (waarde === null) omgeving.mist.push(naam);
    return waarde;
  } });
  try {
    const boom = ontleed(formule), assen = omgeving.assen(boom);
    if (assen.some((as) => !Object.hasOwn(plekken, as))) return { assen };
    return { waarde: reken(boom, omgeving), mist: omgeving.mist };
  } catch (fout) {
    return { fout: fout.message };
  }
})"""


def in_python(formule: str, plekken: dict[str, Any]) -> dict[str, Any]:
    hier = omgeving(plekken)
    try:
        boom = ontleed(formule)
        assen = hier.assen(boom)
        if any(as_ not in plekken for as_ in assen):
            return {"assen": list(assen)}
        return {"waarde": reken(boom, hier), "mist": hier.mist}
    except FormuleFout as fout:
        return {"fout": str(fout)}


GETALNAMEN = ["rente", "leeg", "jaar", "kosten.bedrag", "kosten.half", "baten.bedrag", "saldo", "verdeeld"]
WOORDNAMEN = ["naam", "kosten.partij", "partij", '"gemeente"', '"x y"']
AANROEPEN = ["anders(G, G)", "als(V, G, G)", "som(G)", "som(G, V)", "aantal(V)", "aantal(kosten)", "gemiddelde(G)", "gemiddelde(G, V)", "min(G)",
             "min(G, G, G)", "max(G)", "max(G, G)", "rond(G)", "rond(G, 2)", "rond(G, -3)", "reeks(G, G, G)", "opgeteld(G)", "contante_waarde(G, rente)",
             "contante_waarde(G, G)", "terugverdientijd(G)", "-G", "(G)", "G + G", "G - G", "G * G", "G / G", "G ^ 2", "G ^ jaar", "G ^ G"]  # fmt: skip
VOORWAARDEN = ["G = G", "G <> G", "G < G", "G <= G", "G > G", "G >= G", "W = W", "W <> W", "(V en V)", "(V of V)", "niet V", "bekend(G)", "waar_is", "W < W"]


def bedenk(toeval: random.Random, diep: int, wat: str = "G") -> str:
    """Bedenk een formule die meestal zinnig is: G is een getal, V een voorwaarde, W een woord."""
    if toeval.random() < 0.03:
        wat = toeval.choice("GVW")
    if toeval.random() < 0.005:
        return "onbekend"
    if wat == "W":
        return toeval.choice(WOORDNAMEN)
    if diep <= 0 and wat == "G":
        return toeval.choice([*GETALNAMEN, "saldo", "kosten.bedrag", str(toeval.randint(0, 5)), f"{toeval.uniform(0, 2000):.2f}", f"{toeval.randint(1, 80)}%"])
    vorm = toeval.choice(AANROEPEN if wat == "G" else VOORWAARDEN)
    return "".join(bedenk(toeval, diep - 1, teken) if teken in "GVW" else teken for teken in vorm)


def beschadig(toeval: random.Random, formule: str) -> str:
    """Haal een teken weg, zet er een bij, of wissel er een."""
    plek = toeval.randrange(len(formule) + 1)
    return formule[:plek] + toeval.choice(["", "(", ")", ",", "&", "é", "👩", ".", "2", " ", '"', "sum("]) + formule[plek + toeval.choice([0, 1]) :]


def test_python_en_javascript_rekenen_hetzelfde(regels_in_js: Any) -> None:
    toeval = random.Random("formule")
    plekken: list[dict[str, Any]] = [{}, {"jaar": 2.0}, {"partij": "verzekeraar"}, {"jaar": 0.0, "partij": "gemeente"}, {"kosten": 1, "jaar": 3.0}]
    gevallen: list[Any] = [(bedenk(toeval, toeval.randint(1, 4)), toeval.choice(plekken)) for _ in range(9000)]
    gevallen += [(beschadig(toeval, formule), vast) for formule, vast in gevallen[:3000]]
    hier = [in_python(*geval) for geval in gevallen]
    ginds = regels_in_js(IN_JS, [gevallen, NAMEN, LEDEN])
    for geval, daar, bij_ons in zip(gevallen, ginds, hier, strict=True):
        assert daar == json.loads(json.dumps(bij_ons)), geval
    soorten = [next(iter(een)) for een in hier]
    assert soorten.count("waarde") > 5000 and soorten.count("fout") > 2000, "te weinig gevallen zeggen iets"
    bekend = [een["waarde"] for een in hier if een.get("waarde") is not None]
    assert len(bekend) > 3000 and len(set(map(str, bekend))) > 600
