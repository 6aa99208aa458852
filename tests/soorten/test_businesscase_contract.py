"""Businesscase en contractmodel: tien situaties elk met het oordeel van een deskundige vooraf, gepubliceerde sommen, en de kans in beide talen."""

from __future__ import annotations

import json
import random
import time
from copy import deepcopy
from typing import Any

import pytest

from kennis import Contractmodel, beschrijving, casebestand, tabellen
from kennis.beschrijving.verwacht import afwijkingen
from kennis.dossier import sectie
from kennis.regels import rekenblad
from kennis.regels.rekenbladkans import kans, trek

NAMEN = ("businesscase", "contractmodel")
IN_JS = "([gevallen, regels]) => gevallen.map((secties) => kennisRegels.rekenblad.uitkomst(secties, regels))"
KANS_IN_JS = "([gevallen, regels]) => gevallen.map((secties) => kennisRegels.rekenbladkans.kans(secties, regels))"


def reken(naam: str, secties: Any) -> dict[str, Any]:
    return rekenblad.uitkomst(secties, beschrijving.laad_regels(naam))


def waarde(uit: dict[str, Any], naam: str) -> Any:
    return next(r["cellen"] for r in uit["resultaten"] if r["naam"] == naam)["waarde"]


@pytest.mark.parametrize(("naam", "welk"), [(n, w) for n in NAMEN for w in beschrijving.laad_voorbeelden(n)])
def test_met_de_hand_nagerekend(naam: str, welk: str, regels_in_js: Any) -> None:
    voorbeeld, regels = beschrijving.laad_voorbeelden(naam)[welk], beschrijving.laad_regels(naam)
    hier = rekenblad.uitkomst(voorbeeld["secties"], regels)
    assert not (anders := afwijkingen(hier, voorbeeld["verwacht"])), "\n".join(anders)
    assert regels_in_js(IN_JS, [[voorbeeld["secties"]], regels]) == [json.loads(json.dumps(hier))]


# -- gepubliceerde en elders nagerekende sommen ----------------------------------------------------


def test_het_contractmodel_geeft_het_rekenvoorbeeld_van_stap_3c() -> None:
    """De tabel van het hoofdstuk, in duizenden euro's, is met de hand gemaakt en stond er eerder dan dit gereedschap."""
    uit = reken("contractmodel", beschrijving.laad_voorbeelden("contractmodel")["boek"]["secties"])
    tabel = {rij["sleutel"]: [rij[f"jaar{n}"] * 1000 for n in (1, 2, 3)] for rij in tabellen.laad("stappenplan_rekenvoorbeeld").to_dict("records")}
    per_jaar = {r["naam"]: [cel["waarde"] for cel in r["cellen"]] for r in uit["resultaten"] if r["per"] == ["jaar"]}
    hoort = {"norm": "norm", "besparing": "besparing", "uit": "deel", "gemist": "omzet", "afbouw": "kosten"}
    assert {ons: per_jaar[ons] for ons in hoort} == {ons: tabel[hun] for ons, hun in hoort.items()}
    delen = next(r["cellen"] for r in uit["resultaten"] if r["naam"] == "per_jaar")
    assert [[cel["waarde"] for cel in rij] for rij in (delen[0], delen[2])] == [tabel["met"], tabel["verzekeraar"]]


def test_een_contract_verdeelt_alleen() -> None:
    """In elk model is de som over de partijen gelijk: kosten die wegvallen min de nieuwe zorg."""
    toeval = random.Random(7)
    for _ in range(200):
        afspraak = _afspraak(toeval)
        delen = {"ziekenhuis": 60, "specialisten": 30, "zorg thuis": 10, "zorgverzekeraar": None}
        uit = reken("contractmodel", {"contractafspraak": [afspraak], "contractpartijen": [{"naam": r, "rol": r, "deel": d} for r, d in delen.items()]})
        drie = next(r["cellen"] for r in uit["resultaten"] if r["naam"] == "drie")
        samen = waarde(uit, "samen")
        for model in range(4):
            assert sum(partij[model]["waarde"] for partij in drie) == pytest.approx(samen, abs=1e-3), (afspraak, model)


def _afspraak(toeval: random.Random) -> dict[str, Any]:
    procent = "daling tempo_1 tempo_2 afbouw_1 afbouw_2 afbouw_3 honorarium drempel deel kwaliteit poort plafond tekortdeel".split()
    keuzes = {k.sleutel: toeval.choice(k.waarden) for k in sectie("contractafspraak").kolommen.lijst if k.soort == "keuze"}
    getallen = {naam: toeval.randint(0, 100) for naam in procent}
    vrij = {"volume": 100, "prijs": 1000, "programma": toeval.randint(0, 20000), "groei": toeval.randint(-5, 10), "budgetkorting": toeval.randint(-5, 10)}
    return {**getallen, **keuzes, **vrij}


# -- tien situaties elk, met wat een deskundige zou zeggen ------------------------------------------

KOST, BAAT = {"naam": "K", "partij": "A", "eenmalig": 100}, {"naam": "B", "partij": "B", "bedrag": 100, "te_innen": 100, "vanzelf": 0}
EIGEN, NADEEL = [{"looptijd": 3, "voet": "een eigen percentage"}], {**BAAT, "naam": "N", "partij": "A", "bedrag": -90}
VLAK = [{"looptijd": 3, "voet": "niet disconteren: 0%"}]


def zaak(kosten: Any, baten: Any, aannames: Any = VLAK) -> dict[str, Any]:
    return {"kostenposten": kosten, "batenposten": baten, "rekenaannames": aannames}


@pytest.mark.parametrize(
    ("situatie", "secties", "oordeel"),
    [
        ("De een investeert en de ander wint: dat kan uit, mits A wordt vergoed.", zaak([KOST], [BAAT]), "in echt geld € 200"),
        ("Alles is welzijn, niets is geld: er is niets om mee te vergoeden.", zaak([KOST], [{**BAAT, "te_innen": 0}]), "te weinig daarvan is echt geld"),
        ("Niemand weet wat er te innen is: geen uitspraak over geld.", zaak([KOST], [{**BAAT, "te_innen": None}]), "nog niet bekend"),
        ("Alles was ook vanzelf gebeurd: het plan levert niets op.", zaak([KOST], [{**BAAT, "vanzelf": 100}]), "weegt wat het plan oplevert niet op"),
        ("Een bedrag ontbreekt: geen conclusie.", zaak([KOST, {"naam": "Nog", "partij": "A"}], [BAAT]), "Dit ontbreekt nog: Per jaar bij Nog."),
        ("Alleen kosten: geen conclusie, want baten ontbreken.", zaak([KOST], []), "Dit ontbreekt nog: baten."),
        ("Alleen baten: geen conclusie, want niets is gratis.", zaak([], [BAAT]), "Dit ontbreekt nog: kosten."),
        ("Een eigen percentage zonder getal: er is niet gerekend.", zaak([KOST], [BAAT], EIGEN), "Dit ontbreekt nog: Eigen percentage."),
        ("Het kan ook misgaan: de twijfel staat in dezelfde zin.", zaak([KOST], [{**BAAT, "bedrag_laag": 10}]), "Als alles tegenzit:"),
        ("Een nadeel voor de een is een bedrag onder nul en telt mee.", zaak([KOST], [BAAT, NADEEL]), "weegt wat het plan oplevert niet op"),
    ],
)  # fmt: skip
def test_tien_situaties_voor_de_businesscase(situatie: str, secties: Any, oordeel: str) -> None:
    uit = reken("businesscase", secties)
    assert oordeel in uit["conclusie"]["zin"], situatie
    if uit["conclusie"]["soort"] == "onbekend":
        assert uit["conclusie"]["mist"], situatie


ZORG = {"volume": 1000, "prijs": 1000, "daling": 20, "programma": 0, "afbouw_1": 0, "afbouw_2": 50, "afbouw_3": 100, "artsen": "blijft gelijk", "risico": "nee"}
MEE = {"artsen": "gaat mee met de omzet", "honorarium": 20}
DUO = [{"naam": "Z", "rol": "ziekenhuis", "deel": 100}, {"naam": "V", "rol": "zorgverzekeraar"}]


def contract(partijen: Any = DUO, **anders: Any) -> dict[str, Any]:
    return {"contractafspraak": [{**ZORG, **anders}], "contractpartijen": partijen}


@pytest.mark.parametrize(
    ("situatie", "secties", "oordeel", "ook"),
    [
        ("Kosten vallen niet weg: delen redt het ziekenhuis niet.", contract(afbouw_2=0, afbouw_3=0), "delen alleen is dus", "om het volume hoog te houden"),
        ("Kosten vallen later weg: het kan uit, maar eerst is er een gat.", contract(deel=90), "eerst een achterstand", ""),
        ("Alles valt meteen weg: het ziekenhuis raakt niet achter.", contract(afbouw_1=100, afbouw_2=100), "zonder eerst achter te raken", ""),
        ("De poort is niet gehaald: er wordt niets gedeeld.", contract(poort=80, kwaliteit=70), "delen alleen is dus", "kwaliteitspoort is niet gehaald"),
        ("De nieuwe zorg kost meer dan zij uitspaart: geen contract maakt dat goed.", contract(programma=900000), "", "Een contract verdeelt alleen"),
        ("Een tekort zonder afspraak is voor de verzekeraar.", contract(programma=900000), "", "draagt de verzekeraar dat alleen"),
        ("Onder de drempel wordt niets gedeeld, en dat wordt gezegd.", contract(drempel=15), "", "minder dan de drempel"),
        ("Artsen gaan erop achteruit: ook zonder hen in de lijst wordt dat genoemd.", contract(**MEE), "", "inkomen van de specialisten gaat mee"),
        ("Zonder ziekenhuis is er geen conclusie over het ziekenhuis.", contract(partijen=DUO[1:]), "geen uitkomst", "Zet een ziekenhuis bij de partijen"),
        ("Wie niets zei over de artsen, krijgt geen conclusie.", contract(artsen=None), "Dit ontbreekt nog: Honorarium in de prijs.", ""),
    ],
)  # fmt: skip
def test_tien_situaties_voor_het_contractmodel(situatie: str, secties: Any, oordeel: str, ook: str) -> None:
    uit = reken("contractmodel", secties)
    assert oordeel in uit["conclusie"]["zin"], situatie
    assert not ook or any(ook in zin for zin in uit["meldingen"]), (situatie, uit["meldingen"])


def test_de_vergoeding_maakt_het_voor_iedereen_goed() -> None:
    """Reken de vergoeding en de bijdragen terug in de kasstroom: niemand staat dan nog in de min, en er raakt niets kwijt."""
    toeval = random.Random(3)
    for _ in range(100):
        kosten = [{"naam": f"k{n}", "partij": toeval.choice("ABC"), "eenmalig": toeval.randint(0, 500), "per_jaar": toeval.randint(0, 50)} for n in range(3)]
        baten = [{"naam": f"b{n}", "partij": toeval.choice("ABCD"), "bedrag": toeval.randint(0, 400), "te_innen": 100} for n in range(3)]
        uit = reken("businesscase", zaak(kosten, baten, [{"looptijd": 4}]))
        per = {r["naam"]: [cel["waarde"] for cel in r["cellen"]] for r in uit["resultaten"] if r["per"] == ["partij"]}
        kas, nodig, geeft = per["kas_partij"], per["vergoeding"], per["bijdrage"]
        annu = waarde(uit, "annu")
        na = [k + (n - g) * annu for k, n, g in zip(kas, nodig, geeft, strict=True)]
        if waarde(uit, "kas_ncw") >= 0:
            assert min(na) > -1e-6 and sum(geeft) == pytest.approx(sum(nodig))
        assert all(g <= max(k, 0) / annu + 1e-6 for g, k in zip(geeft, kas, strict=True))


def test_een_bedrag_in_een_figuur_blijft_heel() -> None:
    """Maten worden korter geschreven, maar € 200.000 wordt geen € 200.00."""
    svg = Contractmodel.voorbeeld("boek")._gegevens()["svg"]
    assert ">€ 200.000<" in svg and "200.00<" not in svg


# -- Python tegen JavaScript -----------------------------------------------------------------------

WOORDEN = ["Gemeente", "Ziekenhuis", "", None, "<b>x</b>", "{ncw}", "__proto__"]
GETALLEN = [None, 0, 1, -1, 0.1, 1 / 3, 100, 2.5, 1e6, float("nan"), "5", 1e300, 20, 50]


def bedenk(naam: str, aantal: int) -> list[dict[str, Any]]:
    toeval, uit = random.Random(naam), []
    for _ in range(aantal):
        braaf, secties = toeval.random() < 0.7, {}
        for deel in beschrijving.laad_regels(naam)["invoer"]:
            lijst = sectie(deel["sectie"]).kolommen.lijst
            rijen = [{k.sleutel: _cel(k, toeval, braaf) for k in lijst if toeval.random() < 0.95} for _ in range(toeval.randint(0, 4))]
            secties[deel["sectie"]] = rijen
            for rij in rijen if "looptijd" in sectie(deel["sectie"]).kolommen.sleutels else []:
                rij["looptijd"] = toeval.choice([1, 3, 5, None])
        uit.append(secties)
    return uit


def _cel(kolom: Any, toeval: random.Random, braaf: bool) -> Any:
    if kolom.soort == "keuze":
        return toeval.choice([*kolom.waarden, None])
    if kolom.soort == "tekst":
        return toeval.choice(WOORDEN[:2] if braaf else WOORDEN)
    return round(toeval.uniform(0, 90), toeval.choice([0, 2])) if braaf else toeval.choice(GETALLEN)


@pytest.mark.parametrize("naam", NAMEN)
def test_python_en_javascript_rekenen_hetzelfde(naam: str, regels_in_js: Any) -> None:
    regels, gevallen = beschrijving.laad_regels(naam), bedenk(naam, 400)
    hier = [json.loads(json.dumps(rekenblad.uitkomst(geval, regels))) for geval in gevallen]
    for geval, daar, bij_ons in zip(gevallen, regels_in_js(IN_JS, [gevallen, regels]), hier, strict=True):
        assert daar == bij_ons, geval
    soorten = [een["conclusie"]["soort"] for een in hier]
    assert len(soorten) - soorten.count("onbekend") > 30 and soorten.count("onbekend") > 30


# -- kans ------------------------------------------------------------------------------------------


def copd() -> dict[str, Any]:
    return deepcopy(casebestand.gegevens("copd-inbeeld")["secties"])


def test_trekkingen_zijn_in_beide_talen_dezelfde(regels_in_js: Any) -> None:
    for start in (0, 1, 2026, 2**32 - 1):
        assert regels_in_js("([start, n]) => [...kennisRegels.rekenbladkans.trek(start, n)]", [start, 500]) == trek(start, 500)
    rij = trek(1, 20000)
    assert min(rij) >= 0 and max(rij) < 1 and abs(sum(rij) / len(rij) - 0.5) < 0.01


def test_de_kans_is_in_beide_talen_dezelfde(regels_in_js: Any) -> None:
    regels = deepcopy(beschrijving.laad_regels("businesscase"))
    regels["kans"]["trekkingen"] = 500
    gevallen = [copd(), {}, *bedenk("kans", 0), *_met_bereik(60)]
    hier = [json.loads(json.dumps(kans(geval, regels))) for geval in gevallen]
    assert regels_in_js(KANS_IN_JS, [gevallen, regels]) == hier
    assert sum(bool(een and een["simulatie"]) for een in hier) > 20


def _met_bereik(aantal: int) -> list[dict[str, Any]]:
    toeval, uit = random.Random(11), []
    for _ in range(aantal):
        secties = copd()
        for post in secties["batenposten"]:
            laag, top, hoog = sorted(toeval.randint(-100, 400) for _ in range(3))
            post |= {"bedrag_laag": toeval.choice([laag, None]), "bedrag": toeval.choice([top] * 9 + [None]), "bedrag_hoog": toeval.choice([hoog, laag])}
        uit.append(secties)
    return uit


def test_tornado_en_simulatie_kloppen_met_het_hele_rekenblad() -> None:
    """Elke balk is het hele blad met dat ene bedrag anders, en het gemiddelde van een driehoek is (laag + top + hoog) / 3."""
    regels, secties = beschrijving.laad_regels("businesscase"), copd()
    uit = kans(secties, regels)
    assert next(balk["naam"] for balk in uit["tornado"]) == "Per jaar bij Kosten die in het ziekenhuis wegvallen"
    secties["batenposten"][2]["bedrag"] = secties["batenposten"][2]["bedrag_laag"]
    assert waarde(rekenblad.uitkomst(secties, regels), "ncw") == pytest.approx(uit["tornado"][0]["laag"])
    breedten = [abs(balk["hoog"] - balk["laag"]) for balk in uit["tornado"]]
    assert breedten == sorted(breedten, reverse=True)
    simulatie = uit["simulatie"]
    gemiddeld = uit["waarde"] + sum((balk["laag"] + balk["hoog"] - 2 * uit["waarde"]) / 3 for balk in uit["tornado"])
    midden = sum(n * (simulatie["laag"] + (i + 0.5) * (simulatie["hoog"] - simulatie["laag"]) / 20) for i, n in enumerate(simulatie["staven"])) / 10000
    assert midden == pytest.approx(gemiddeld, rel=0.02) and sum(simulatie["staven"]) == 10000
    assert simulatie["p10"] < simulatie["p50"] < simulatie["p90"] and simulatie == kans(copd(), regels)["simulatie"]


def test_zonder_bereik_is_er_geen_kans_en_zonder_evenredigheid_geen_simulatie() -> None:
    regels = beschrijving.laad_regels("businesscase")
    assert kans(beschrijving.laad_voorbeelden("businesscase")["vergoeding"]["secties"], regels) is None
    contracten = {**beschrijving.laad_regels("contractmodel"), "kans": {"resultaat": "zh_delen", "trekkingen": 10, "start": 1}}
    assert kans(copd(), contracten)["simulatie"] is None


def test_tienduizend_trekkingen_zijn_snel(regels_in_js: Any) -> None:
    """Ruim boven wat gemeten is (36 ms in Python, minder in JavaScript), zodat een drukke computer geen valse fout geeft."""
    begin = time.process_time()
    kans(copd(), beschrijving.laad_regels("businesscase"))
    assert time.process_time() - begin < 0.5
    duur = "([s, r]) => { const t = performance.now(); kennisRegels.rekenbladkans.kans(s, r); return performance.now() - t; }"
    assert regels_in_js(duur, [copd(), beschrijving.laad_regels("businesscase")]) < 500
