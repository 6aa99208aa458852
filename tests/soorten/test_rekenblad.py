"""De regels van een rekenblad: met de hand nagerekend, Python tegen JavaScript, en formules die nagekeken worden."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from kennis import beschrijving
from kennis.beschrijving.formules import Keurder
from kennis.beschrijving.verwacht import afwijkingen
from kennis.kolommen import InvoerFout
from kennis.regels import rekenblad
from kennis.regels.formule import FormuleFout

DATA = Path(__file__).with_name("data") / "gereedschap"
BLADEN = ("businesscase", "contract")
VOORBEELDEN = [(naam, welk) for naam in BLADEN for welk in json.loads((DATA / naam / "voorbeelden.json").read_text(encoding="utf-8"))]
IN_JS = """([gevallen, regels]) => gevallen.map((secties) => kennisRegels.rekenblad.uitkomst(secties, regels))"""

pytestmark = pytest.mark.usefixtures("alleen_data")


@pytest.mark.parametrize(("naam", "welk"), VOORBEELDEN)
def test_met_de_hand_nagerekend(naam: str, welk: str, regels_in_js: Any) -> None:
    voorbeeld, regels = beschrijving.laad_voorbeelden(naam)[welk], beschrijving.laad_regels(naam)
    hier = rekenblad.uitkomst(voorbeeld["secties"], regels)
    assert not (anders := afwijkingen(hier, voorbeeld["verwacht"])), "\n".join(anders)
    assert regels_in_js(IN_JS, [[voorbeeld["secties"]], regels]) == [json.loads(json.dumps(hier))]


# -- Python tegen JavaScript ----------------------------------------------------------------------

NAMEN = ["Gemeente", "Verzekeraar", " Gemeente ", "", None, "{ncw}", "<b>x</b>", "Cafe\u0301", "İ", "👩", "__proto__", "constructor", "0"]
GETALLEN = [None, 0, 1, -1, 0.1, 1 / 3, 100, 2.5, 1e6, 12345.67, float("nan"), "5", True, 1e300, 100.0, 20]


def bedenk(naam: str, aantal: int) -> list[dict[str, Any]]:
    """Bedenk dossiers met lege cellen, rare namen, secties die ontbreken en getallen die te groot zijn."""
    toeval = random.Random(naam)
    regels, uit = beschrijving.laad_regels(naam), []
    for _ in range(aantal):
        braaf, secties = toeval.random() < 0.6, {}
        for deel in regels["invoer"]:
            kolommen = [k.sleutel for k in beschrijving.basis.sectie(deel["sectie"]).kolommen.lijst]
            rijen = [{k: _cel(k, deel, toeval, braaf) for k in kolommen if toeval.random() < 0.9} for _ in range(toeval.randint(0, 4))]
            if "looptijd" in kolommen and rijen:
                rijen[0]["looptijd"] = toeval.choice([0, 1, 2, 3, 4, 2.5, None, 50, -3] if not braaf else [1, 2, 3, None])
            if toeval.random() < 0.9:
                secties[deel["sectie"]] = rijen
        uit.append(secties)
    return uit


def _cel(kolom: str, deel: Any, toeval: random.Random, braaf: bool) -> Any:
    if kolom not in deel["getallen"]:
        return toeval.choice(["ja", "nee", None]) if kolom == "illustratief" else toeval.choice(NAMEN[:2] if braaf else NAMEN)
    return round(toeval.uniform(0, 90), toeval.choice([0, 2])) if braaf else toeval.choice(GETALLEN)


@pytest.mark.parametrize("naam", BLADEN)
def test_python_en_javascript_rekenen_hetzelfde(naam: str, regels_in_js: Any) -> None:
    regels = beschrijving.laad_regels(naam)
    gevallen = [*bedenk(naam, 1500), {}]
    # Ook zonder jaren die vaststaan, zonder standaard, en met een kalenderjaar.
    kaal = deepcopy(regels)
    for deel in kaal["invoer"]:
        deel.pop("standaard", None)
    for blad in (regels, kaal):
        hier = [json.loads(json.dumps(rekenblad.uitkomst(geval, blad))) for geval in gevallen]
        ginds = regels_in_js(IN_JS, [gevallen, blad])
        for geval, daar, bij_ons in zip(gevallen, ginds, hier, strict=True):
            assert daar == bij_ons, geval
        soorten = [een["conclusie"]["soort"] for een in hier]
        assert soorten.count("onbekend") > 100
        if blad is regels:
            assert len(soorten) - soorten.count("onbekend") > 150, "te weinig gevallen hebben een uitkomst; dan zegt gelijk zijn weinig"
            assert naam == "contract" or soorten.count("wankel") > 20


def test_wat_niet_bekend_is_wordt_nergens_nul() -> None:
    """Maak één bedrag leeg: wat ervan afhangt is niet bekend en noemt het, en wat er niet van afhangt verandert niet."""
    regels, vol = beschrijving.laad_regels("businesscase"), beschrijving.laad_voorbeelden("businesscase")["gewoon"]["secties"]
    leeg = deepcopy(vol)
    leeg["baten"][0] = {"naam": "Minder spoed", "partij": "Verzekeraar"}
    eerst, dan = ({r["naam"]: r for r in rekenblad.uitkomst(s, regels)["resultaten"]} for s in (vol, leeg))
    assert dan["kosten_jaar"]["cellen"][1]["waarde"] == eerst["kosten_jaar"]["cellen"][1]["waarde"] == 20000
    for naam in ("ncw", "terug", "sroi"):
        assert dan[naam]["cellen"] == {"tegen": None, "waarde": None, "mee": None}, naam
        assert dan[naam]["mist"] == ["Per jaar bij Minder spoed"]
    assert dan["saldo_partij"]["cellen"][0]["waarde"] == -10000  # de huisartsen hebben geen baten


def test_bereik_is_er_pas_als_iemand_laag_of_hoog_invult() -> None:
    regels, secties = beschrijving.laad_regels("businesscase"), deepcopy(beschrijving.laad_voorbeelden("businesscase")["winst"]["secties"])
    uit = rekenblad.uitkomst(secties, regels)
    assert not uit["onzeker"] and all(len(set(r["cellen"].values())) == 1 for r in uit["resultaten"] if not r["per"])
    secties["kosten"][0]["per_jaar_hoog"] = 1000
    uit = rekenblad.uitkomst(secties, regels)
    ncw = next(r["cellen"] for r in uit["resultaten"] if r["naam"] == "ncw")
    assert uit["onzeker"] and ncw == {"tegen": -2600, "waarde": 1000, "mee": 1000}  # 4 jaar 900 meer kosten


def test_er_zijn_hoogstens_zoveel_jaren_als_de_beschrijving_zegt(regels_in_js: Any) -> None:
    regels = deepcopy(beschrijving.laad_regels("businesscase"))
    regels["jaren"]["meest"] = 3
    secties = {"aannames": [{"looptijd": 9}]}
    assert rekenblad.uitkomst(secties, regels)["jaren"] == ["jaar 0", "jaar 1", "jaar 2"]
    assert regels_in_js(IN_JS, [[secties], regels])[0]["jaren"] == ["jaar 0", "jaar 1", "jaar 2"]


def test_wat_ontbreekt_wordt_niet_langer_dan_vijf_namen(regels_in_js: Any) -> None:
    regels = beschrijving.laad_regels("businesscase")
    secties = {"kosten": [{"naam": f"post {n}", "partij": "A"} for n in range(7)], "baten": [{"naam": "b", "partij": "A", "bedrag": 1}]}
    conclusie = rekenblad.uitkomst(secties, regels)["conclusie"]
    namen = [f"Per jaar bij post {n}" for n in range(7)]
    assert conclusie["mist"] == namen
    assert conclusie["zin"] == f"Er is nog geen uitkomst. Dit ontbreekt nog: {', '.join(namen[:4])} en nog 3."
    assert regels_in_js(IN_JS, [[secties], regels])[0]["conclusie"] == conclusie


def test_nooit_terugverdiend_is_iets_anders_dan_niet_bekend() -> None:
    regels = beschrijving.laad_regels("businesscase")
    for welk, zin in (("gewoon", "niet binnen deze jaren"), ("half", "–")):
        uit = rekenblad.uitkomst(beschrijving.laad_voorbeelden("businesscase")[welk]["secties"], regels)
        terug = next(r for r in uit["resultaten"] if r["naam"] == "terug")
        assert rekenblad.toon_uitkomst(terug["cellen"]["waarde"], terug) == zin


# -- formules nakijken ----------------------------------------------------------------------------


def keur(formule: str, per: list[str] | None = None, soort: str = "") -> str:
    return Keurder(beschrijving.laad_regels("businesscase")).keur(formule, per or [], soort)


@pytest.mark.parametrize(
    ("formule", "per", "fout"),
    [
        ("som(kosten.bedrag)", [], "de naam 'kosten.bedrag' bestaat niet; bedoel je 'baten.bedrag'? (bij teken 5)"),
        ("kosten.eenmalig", [], "'kosten.eenmalig' heeft een waarde per kosten; tel op met som(…), of zet de uitkomst per kosten"),
        ("saldo", [], "'saldo' heeft een waarde per jaar; tel op met som(…), of zet de uitkomst per jaar"),
        ("saldo_deel", ["jaar"], "'saldo_deel' heeft een waarde per partij"),
        ("som(kosten.eenmalig + baten.bedrag)", [], "in één som staan twee tabellen (baten en kosten); tel ze apart op"),
        ("som(aannames.rente)", [], "som heeft hier niets om over te lopen; er is maar één waarde"),
        ("som(saldo)", ["jaar"], "som heeft hier niets om over te lopen"),
        ("contante_waarde(saldo, 0.05)", ["jaar"], "contante_waarde telt zelf over de jaren en hoort niet in een uitkomst per jaar"),
        ("contante_waarde(saldo_partij, 0.05)", [], "contante_waarde hoort een waarde per jaar te krijgen"),
        ("opgeteld(saldo)", [], "opgeteld hoort in een uitkomst per jaar"),
        ("reeks(1, 2)", [], "reeks hoort in een uitkomst per jaar"),
        ("som(kosten.naam)", [], "hier hoort een getal, en er staat tekst (bij teken 5)"),
        ("aantal(kosten.eenmalig)", [], "hier hoort een voorwaarde, en er staat een getal"),
        ("als(1, 2, 3)", [], "hier hoort een voorwaarde, en er staat een getal"),
        ('als(1 = 1, 2, "x")', [], "hier hoort een getal, en er staat tekst"),
        ('kosten.partij = 5', ["kosten"], "hier hoort tekst, en er staat een getal"),
        ('"a" + "b"', [], "met + hoort een getal te staan"),
        ("som(1", [], "hier hoort een haakje sluiten (bij teken 6)"),
        ("1", ["jaren"], "'jaren' is geen as; wel: jaar, partij, kosten, baten"),
        ("som(baten.netto, partij)", ["partij"], "hier hoort een voorwaarde, en er staat tekst"),
    ],
)  # fmt: skip
def test_een_formule_die_niet_kan(formule: str, per: list[str], fout: str) -> None:
    assert fout in keur(formule, per)


@pytest.mark.parametrize(
    ("formule", "per", "soort"),
    [
        ("som(kosten.eenmalig, kosten.partij = partij)", ["partij"], "getal"), ("som(saldo_deel)", ["partij"], "getal"), ("som(saldo_deel)", ["jaar"], "getal"),
        ("opgeteld(som(baten.netto) * reeks(0.5, 1))", ["jaar"], "getal"), ("aantal(kosten) = 0", [], "voorwaarde"), ("kosten.naam", ["kosten"], "tekst"),
        ("max(saldo_partij) - min(saldo_partij)", [], "getal"), ("bekend(kosten.naam) of jaar > 2", ["kosten", "jaar"], "voorwaarde"),
        ("contante_waarde(som(baten.netto) * (1 - 5%) ^ jaar, aannames.rente / 100)", [], "getal"), ("rond(aannames.rente, 1)", [], "getal"),
    ],
)  # fmt: skip
def test_een_formule_die_kan(formule: str, per: list[str], soort: str) -> None:
    assert keur(formule, per, soort) == ""


def test_een_kring_is_een_fout_in_beide_talen(regels_in_js: Any) -> None:
    regels = deepcopy(beschrijving.laad_regels("businesscase"))
    formules = {r["naam"]: r for r in regels["resultaten"]}
    formules["saldo"]["formule"] = "baten_jaar - stand"
    zin = "deze uitkomst rekent met zichzelf: saldo → stand → saldo"
    assert zin in Keurder(regels).keur("baten_jaar - stand", ["jaar"], "", "saldo")
    vol = beschrijving.laad_voorbeelden("businesscase")["gewoon"]["secties"]
    with pytest.raises(FormuleFout, match=zin):
        rekenblad.uitkomst(vol, regels)
    probeer = "([s, r]) => { try { kennisRegels.rekenblad.uitkomst(s, r); } catch (fout) { return fout.message; } }"
    assert zin in regels_in_js(probeer, [vol, regels])


def test_fouten_in_een_rekenblad_komen_in_een_lijst(alleen_data: Path) -> None:
    pad = alleen_data / "gereedschap" / "businesscase" / "regels.json"
    goed = pad.read_text(encoding="utf-8")
    try:
        inhoud = json.loads(goed)
        inhoud["resultaten"][5]["formule"] = "baten_jaar - kosten_jar"
        inhoud["meldingen"][1]["zin"] = "Bij {kosten.nam} staat niets."
        inhoud["figuren"][0]["resultaat"] = "ncw"
        inhoud["invoer"][1]["onzeker"][0]["laag"] = "per_jaar_laag"
        inhoud["conclusies"][0]["wanneer"] = "ncw"
        inhoud["groep"]["uit"][1] = "baten.bedrag"
        pad.write_text(json.dumps(inhoud), encoding="utf-8")
        beschrijving.vergeet()
        with pytest.raises(InvoerFout) as fout:
            beschrijving.laad_regels("businesscase")
        zinnen = [str(f).removeprefix("gereedschap/businesscase/regels.json, ") for f in fout.value.fouten]
        assert [zin.split(":")[0] for zin in zinnen] == [
            "invoer[Wat levert het op?].onzeker", "resultaten[saldo].formule", "conclusies[1e].wanneer", "groep.uit[2e]",
            "meldingen[2e].zin", "figuren[Wie krijgt en wie betaalt, per jaar].resultaat",
        ]  # fmt: skip
        assert "de naam 'kosten_jar' bestaat niet; bedoel je 'kosten_jaar'?" in zinnen[1] and "staat 'baten_jaar - kosten_jar';" in zinnen[1]
        assert "deze formule geeft een getal, en hier hoort een voorwaarde" in zinnen[2]
    finally:
        pad.write_text(goed, encoding="utf-8")
        beschrijving.vergeet()
