"""Niets raakt weg: een dossier gaat door json, een map, een werkmap, een link en de JavaScript-kant, en komt gelijk terug."""

from __future__ import annotations

import json
import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennis import Dossier, InvoerFout, case, cases
from kennis.dossier import beschrijvingen, keuren, sectie, sectienamen
from kennis.dossier.secties import VELDEN
from kennis.kolommen import leesbaar, schoon

# -- bedachte dossiers ------------------------------------------------------------------------

letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
lastig = st.text(st.one_of(letters, st.sampled_from(list("\"';,\t\n=+-@€ \u00a0\ufeff_x0D#:{}[]&*!|>%"))), max_size=12)
gevaarlijk = st.sampled_from("ja|null|~|1e3|2026-11-25|-|? a|_x000D_|=1+1|'=1|1.200|0o7|<<|yes".split("|"))
tekst = st.one_of(lastig, gevaarlijk).map(schoon)
gevuld = tekst.filter(bool)
json_waarde = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**50), 2**50), st.floats(allow_nan=False, allow_infinity=False), tekst),
    lambda deel: st.one_of(st.lists(deel, max_size=3), st.dictionaries(st.text(letters, max_size=5), deel, max_size=3)),
    max_leaves=6,
)


def cel(kolom: Any) -> st.SearchStrategy:
    if kolom.soort == "keuze":
        waarde: st.SearchStrategy = st.sampled_from(kolom.waarden)
    elif kolom.soort == "tekst":
        waarde = gevuld
    elif kolom.soort == "heel":
        waarde = st.integers(int(kolom.min), int(kolom.max)).map(float)
    else:
        # Vijftien cijfers, want meer bewaart Excel niet.
        waarde = st.floats(kolom.min, kolom.max, allow_nan=False, allow_infinity=False).map(lambda g: float(f"{g:.15g}") + 0.0)
    return waarde if kolom.verplicht else st.one_of(st.none(), waarde)


def rijen(naam: str) -> st.SearchStrategy:
    kolommen = sectie(naam).kolommen.lijst
    uniek = [k.sleutel for k in kolommen if k.uniek]
    sleutel = (lambda rij: tuple(rij[k].lower() for k in uniek)) if uniek else None
    return st.lists(st.fixed_dictionaries({k.sleutel: cel(k) for k in kolommen}), max_size=3, unique_by=sleutel)


namen = st.lists(gevuld, min_size=1, max_size=3, unique_by=str.lower)


@st.composite
def met_scores(draw: Any) -> dict[str, Any]:
    """Initiatieven, criteria en scores die naar elkaar verwijzen."""
    initiatieven, criteria = draw(namen), draw(namen)
    score = st.fixed_dictionaries(
        {
            "initiatief": st.sampled_from(initiatieven),
            "persoon": gevuld,
            "criterium": st.sampled_from(criteria),
            "score": cel(sectie("scores").kolommen["score"]),
        }
    )
    return {
        "initiatieven": [{"naam": naam, "kosten": draw(cel(sectie("initiatieven").kolommen["kosten"]))} for naam in initiatieven],
        "criteria": [{"naam": naam, "as": "risico", "gewicht": 1} for naam in criteria],
        "scores": draw(st.lists(score, max_size=3)),
    }


LOS = [naam for naam in sectienamen() if naam not in ("scores", "initiatieven", "criteria")]
secties = st.tuples(
    st.lists(st.sampled_from(LOS), max_size=2, unique=True).flatmap(lambda namen: st.fixed_dictionaries({naam: rijen(naam) for naam in namen})),
    st.one_of(st.just({}), met_scores()),
).map(lambda twee: {**twee[0], **twee[1]})
apart = st.lists(
    st.fixed_dictionaries({"wat": st.sampled_from(["sectie", "kolom", "veld", "cel", "rij"]), "naam": tekst, "waarde": json_waarde, "waarom": tekst}),
    max_size=2,
    unique_by=lambda een: json.dumps(een),
)
dossiers = st.builds(
    Dossier,
    secties,
    **{k.sleutel: st.one_of(st.just(""), cel(k).map(lambda w: w or "")) for k in VELDEN.lijst},
    bronnen=st.lists(st.fixed_dictionaries({"sleutel": gevuld}, optional={"vindplaats": gevuld}), max_size=2),
    keuzes=st.dictionaries(gevuld, st.dictionaries(st.text(letters, min_size=1, max_size=5), json_waarde, max_size=2), max_size=2),
    gewijzigd=st.dictionaries(st.sampled_from(sectienamen()), st.just("2026-11-25T10:00:00Z"), max_size=2),
    apart=apart,
)


def inhoud(dossier: Dossier) -> dict[str, Any]:
    return json.loads(json.dumps(dossier.als_gegevens()))


@given(dossiers)
def test_json(dossier: Dossier) -> None:
    terug = Dossier.uit_json(dossier.als_json())
    assert inhoud(terug) == inhoud(dossier)
    assert terug.als_json() == dossier.als_json()
    assert terug.controleer() == []


@pytest.mark.parametrize("vorm", ["map", "dossier.xlsx", "dossier.json"])
@given(dossiers)
def test_bewaren_en_laden(vorm: str, dossier: Dossier) -> None:
    with tempfile.TemporaryDirectory() as map_:
        terug = Dossier.laad(dossier.bewaar(Path(map_) / "sub" / vorm))
    assert inhoud(terug) == inhoud(dossier)


@given(dossiers)
def test_link(dossier: Dossier) -> None:
    adres = dossier.naar_link("prioritering", "https://voorbeeld.nl/plan.html#ergens")
    assert adres.startswith("https://voorbeeld.nl/plan.html#kb=prioritering.")
    assert inhoud(Dossier.laad(adres)) == inhoud(dossier)


@given(rijen("stakeholders"))
def test_een_sectie_als_csv(rijen: list[dict[str, Any]]) -> None:
    dossier = Dossier({"stakeholders": rijen})
    with tempfile.TemporaryDirectory() as map_:
        terug = Dossier.laad(dossier.bewaar(Path(map_) / "partijen.csv"))
    assert inhoud(terug) == inhoud(dossier)


def test_door_python_en_javascript_en_terug(gevallen: Any, regels_in_js: Any, tmp_path: Path) -> None:
    """Pagina → bestand → Python → bestand → pagina, duizend keer."""
    toeval = random.Random("heen en terug")
    alle = [gevallen.net_dossier(toeval) for _ in range(1000)]
    keur = "([d, beschrijvingen]) => d.map((een) => kennisRegels.keuren.keur(een, beschrijvingen))"
    eerst = regels_in_js(keur, [alle, beschrijvingen()])
    assert not [een["fouten"] for een in eerst if een["fouten"]]

    def bestand(dossier: dict[str, Any]) -> dict[str, Any]:
        return {"kennisdossier": 2, **dossier["velden"], **{naam: deel for naam, deel in dossier.items() if naam != "velden"}}

    van_python = [json.loads(Dossier.uit_json(json.dumps(bestand(een["dossier"]))).als_json()) for een in eerst]
    weer = regels_in_js(keur, [van_python, beschrijvingen()])
    assert [een["dossier"] for een in weer] == [een["dossier"] for een in eerst]


# -- cases ------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", cases())
def test_een_case_gaat_door_dezelfde_lezer_en_kan_terug(naam: str, tmp_path: Path) -> None:
    from kennis import casebestand

    dossier = case(naam)
    (tmp_path / naam).mkdir()
    (tmp_path / naam / "case.yml").write_text("titel: oud\n", encoding="utf-8")
    dossier.bewaar(tmp_path / naam)
    assert {pad.name for pad in (tmp_path / naam).iterdir()} == {pad.name for pad in (casebestand.MAP / naam).iterdir()}
    assert inhoud(Dossier.laad(tmp_path / naam)) == inhoud(dossier)
    for pad in (casebestand.MAP / naam).glob("*.csv"):
        regels = (tmp_path / naam / pad.name).read_text(encoding="utf-8-sig").splitlines()
        assert len(regels) == len(pad.read_text(encoding="utf-8-sig").splitlines())


# -- versies ----------------------------------------------------------------------------------

OUD = {"kennisdossier": 1, "titel": "Thuis", "secties": {"governance": [{"vraag": "fase", "antwoord": "1", "eis": None}]}}


def test_versie_1_wordt_bijgewerkt_en_een_lege_vreemde_kolom_telt_niet() -> None:
    dossier = Dossier.uit_json(json.dumps(OUD))
    assert (dossier.titel, len(dossier["governance"]), dossier.apart) == ("Thuis", 1, [])
    assert json.loads(dossier.als_json())["kennisdossier"] == 2


def test_een_nieuwere_versie_wordt_gelezen_en_wat_nieuw_is_staat_apart() -> None:
    nieuw = {
        "kennisdossier": 7,
        "titel": "Thuis",
        "kleur": "rood",
        "secties": {
            "stakeholders": [{"naam": "A", "soort": "apotheek", "macht": 11, "weer": "zon"}, {"soort": "gemeente"}],
            "contracten": [{"bedrag": 5}],
        },
    }
    dossier = Dossier.uit_json(json.dumps(nieuw))
    assert dossier["stakeholders"][["naam", "soort"]].values.tolist() == [["A", "anders"]]
    assert [(een["wat"], een["naam"]) for een in dossier.apart] == [
        ("veld", "kennisdossier"),
        ("veld", "kleur"),
        ("cel", "soort"),
        ("cel", "macht"),
        ("rij", 2),
        ("kolom", "weer"),
        ("sectie", "contracten"),
    ]
    assert inhoud(Dossier.uit_json(dossier.als_json()))["apart"] == dossier.apart
    assert "apart: kennisdossier, kleur, soort, …" in repr(dossier)


def test_wat_deze_versie_niet_kent_blijft_bewaard_en_is_nooit_een_reden_om_te_weigeren(tmp_path: Path) -> None:
    tekst = json.dumps({"secties": {"doelen": [{"naam": "Thuis", "kleur": "rood"}], "onzin": [1]}, "vorig": {"a": 1}})
    dossier = Dossier.uit_json(tekst)
    assert [keuren.noem_apart(een) for een in dossier.apart] == [
        "veld 'vorig': dit veld kent deze versie niet",
        "kolom 'kleur' bij doelen: deze kolom kent deze versie niet",
        "sectie 'onzin': deze sectie kent deze versie niet",
    ]
    for vorm in ("a.json", "a.xlsx", "a"):
        assert Dossier.laad(dossier.bewaar(tmp_path / vorm)).apart == dossier.apart


def test_wat_apart_staat_is_overal_te_bewaren() -> None:
    ruw = '{"secties": {}, "x\\u0000": {"a\\ud800": ["\\u0007", 1e999]}}'
    dossier = Dossier.uit_json(ruw)
    assert dossier.apart[0]["waarde"] == {leesbaar("a\ud800"): ["\ufffd", None]}
    assert Dossier.uit_json(dossier.als_json()).apart == dossier.apart


# -- samenvoegen ------------------------------------------------------------------------------


def test_verschillen_zegt_per_cel_wat_er_verandert() -> None:
    mijn = Dossier({"stakeholders": [{"naam": "A", "soort": "anders", "macht": 3}, {"naam": "B", "soort": "anders"}]}, titel="Mijn", bronnen=[{"sleutel": "x"}])
    ander = Dossier({"stakeholders": [{"naam": "A", "soort": "anders", "macht": 5}], "acties": [{"wat": "bel"}]}, titel="Mijn", regio="Epe")
    assert mijn.verschillen(ander).values.tolist() == [
        ["dossier", "", "bronnen", [{"sleutel": "x"}], ""],
        ["dossier", "", "regio", "", "Epe"],
        ["stakeholders", "A", "macht", 3.0, 5.0],
        ["stakeholders", "B", "naam", "B", ""],
        ["stakeholders", "B", "soort", "anders", ""],
        ["acties", 1, "wat", "", "bel"],
        ["acties", 1, "stand", "", "open"],
    ]
    mijn.werk_bij({"stakeholders": ander["stakeholders"]})
    assert set(mijn.verschillen(ander)["waar"]) == {"dossier", "acties"}
    assert list(mijn.gewijzigd) == ["stakeholders"]


def test_hernoemen_raakt_elke_sectie_en_weigert_een_naam_die_er_al_is() -> None:
    dossier = Dossier(
        {
            "stakeholders": [{"naam": "Menzis", "soort": "zorgverzekeraar"}, {"naam": "GGD", "soort": "overheid"}],
            "mensen": [{"naam": "Ans", "partij": "Menzis"}],
            "uitkomsten": [{"doel": "minder", "wie": "Menzis"}],
            "knelpunten_keuze": [{"knelpunt": "geld", "wie": "GGD; Menzis"}],
            "governance": [
                {"vraag": "organisaties", "antwoord": "Menzis; GGD"},
                {"vraag": "leider", "antwoord": "Menzis"},
                {"vraag": "fase", "antwoord": "Menzis"},
            ],
            "acties": [{"wat": "bel", "wie": "Ans", "bij": "Menzis"}],
        }
    )
    dossier.hernoem("stakeholders", "Menzis", "VGZ")
    assert dossier["uitkomsten"].loc[0, "wie"] == "VGZ"
    assert dossier["mensen"].loc[0, "partij"] == "VGZ"
    assert dossier["knelpunten_keuze"].loc[0, "wie"] == "GGD; VGZ"
    # Een gewoon antwoord dat toevallig zo heet, is geen partij.
    assert dossier["governance"]["antwoord"].tolist() == ["VGZ; GGD", "VGZ", "Menzis"]
    assert dossier["acties"].loc[0, "bij"] == "VGZ"
    voor = dossier.als_json()
    with pytest.raises(InvoerFout, match="deze naam staat ook in rij 1"):
        dossier.hernoem("stakeholders", "GGD", "vgz")
    assert dossier.als_json() == voor
    dossier.verwijder("stakeholders", "VGZ")
    assert dossier["governance"]["antwoord"].tolist()[0] == "GGD"
    assert dossier["uitkomsten"].loc[0, "wie"] == "VGZ", "wie iets zou doen, blijft te lezen"
