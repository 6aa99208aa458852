"""Het verslag is in Python en JavaScript hetzelfde: de delen, de bladen, de acties en elke hulp die tekst schrijft."""

from __future__ import annotations

import json
import math
import random
from typing import Any

import pytest

from kennis.verslag import acties, bladen, model, tekst, tijd


def zoals_json(waarde: Any) -> Any:
    """Zo komt een waarde in JavaScript aan: NaN en oneindig bestaan in json niet."""
    if isinstance(waarde, float) and not math.isfinite(waarde):
        return None
    if isinstance(waarde, dict):
        return {sleutel: zoals_json(w) for sleutel, w in waarde.items()}
    return [zoals_json(w) for w in waarde] if isinstance(waarde, list | tuple) else waarde


def heen_en_terug(waarde: Any) -> Any:
    return json.loads(json.dumps(waarde, allow_nan=False), parse_int=float)


def eerste_verschil(ginds: Any, hier: Any, plek: str = "") -> str:
    if isinstance(ginds, dict) and isinstance(hier, dict) and ginds.keys() == hier.keys():
        return next(eerste_verschil(ginds[s], hier[s], f"{plek}.{s}") for s in ginds if ginds[s] != hier[s])
    if isinstance(ginds, list) and isinstance(hier, list) and len(ginds) == len(hier):
        return next(eerste_verschil(g, h, f"{plek}[{n}]") for n, (g, h) in enumerate(zip(ginds, hier, strict=True)) if g != h)
    return f"{plek or 'uitkomst'}: JavaScript {ginds!r}, Python {hier!r}"


def vergelijk(ginds: list[Any], hier: list[Any], gevallen: list[Any]) -> None:
    hier = [heen_en_terug(een) for een in hier]
    anders = [(geval, daar, ons) for geval, daar, ons in zip(gevallen, ginds, hier, strict=True) if daar != ons]
    if anders:
        geval, daar, ons = anders[0]
        pytest.fail(f"{len(anders)} van de {len(gevallen)} verschillen. Het eerste:\n{eerste_verschil(daar, ons)}\nInvoer: {geval!r}"[:4000], pytrace=False)


@pytest.fixture(scope="module")
def gevallen(dossiers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return zoals_json(dossiers)


@pytest.mark.parametrize(("volgorde", "aantal"), [("wanneer", 600), ("wie", 100), ("ingevoerd", 100)])
def test_het_verslag_is_in_beide_talen_hetzelfde(
    volgorde: str, aantal: int, gevallen: Any, alle_regels: Any, alle_secties: Any, verslag_in_js: Any
) -> None:
    gevallen = gevallen[:aantal]
    kolommen = {naam: s["kolommen"] for naam, s in alle_secties.items()}
    hier = [model.maak(geval, alle_regels, kolommen, volgorde) for geval in gevallen]
    ginds = verslag_in_js(
        "([gevallen, regels, kolommen, volgorde]) => gevallen.map((g) => model.maakVerslag(g, regels, kolommen, volgorde))",
        [gevallen, alle_regels, kolommen, volgorde],
    )
    vergelijk(ginds, hier, gevallen)


def test_de_bedachte_dossiers_raken_elk_deel(gevallen: Any, alle_regels: Any, alle_secties: Any) -> None:
    """Anders zou gelijk zijn niets zeggen: elke soort deel, elke soort bijdrage en elke zin komt voor."""
    kolommen = {naam: s["kolommen"] for naam, s in alle_secties.items()}
    bijdragen = {soort: [] for soort in model.BIJDRAGEN}
    for geval in gevallen[:300]:
        for regels in alle_regels:
            bijdrage = model._bijdrage(geval, regels, kolommen)
            bijdragen[regels["soort"]].append(bijdrage)
    for soort, alle in bijdragen.items():
        assert None in alle, soort
        vol = [b for b in alle if b]
        assert all(any(b[deel] for b in vol) for deel in ("zin", "tabellen", "mist")), soort
        assert all(b["zin"] and all(b["raad"]) and all(b["mist"]) and all(b["notities"]) for b in vol), soort
    assert any(b["keuze"] for b in bijdragen["kiezer"] if b)
    assert any(b["raad"] for b in bijdragen["kiezer"] if b)
    assert any(b["raad"] for b in bijdragen["veld"] if b)


def test_de_bladen_zijn_in_beide_talen_hetzelfde(gevallen: Any, alle_regels: Any, alle_secties: Any, verslag_in_js: Any) -> None:
    gevallen = gevallen[:300]
    kolommen = {naam: s["kolommen"] for naam, s in alle_secties.items()}
    hier = [bladen.maak_bladen(geval, model.maak(geval, alle_regels, kolommen), alle_secties) for geval in gevallen]
    ginds = verslag_in_js(
        "([gevallen, regels, kolommen, secties]) => gevallen.map((g) => bladen.maakBladen(g, model.maakVerslag(g, regels, kolommen), secties))",
        [gevallen, alle_regels, kolommen, alle_secties],
    )
    vergelijk(ginds, hier, gevallen)
    for blad in hier:
        namen = [b["naam"].lower() for b in blad]
        assert len(set(namen)) == len(namen)
        assert all(0 < len(naam) <= 31 for naam in namen)


def test_acties_op_de_lijst_zetten_is_in_beide_talen_hetzelfde(gevallen: Any, alle_regels: Any, verslag_in_js: Any) -> None:
    toeval = random.Random(3)
    woorden = [w for geval in gevallen[:60] for rijen in geval.get("secties", {}).values() for rij in rijen for w in rij.values()]
    onderdelen = [{naam: toeval.choice(woorden) for naam in toeval.sample(["bij", "wat", "wie", "wanneer", "advies"], 3)} for _ in range(1500)]
    paren = [[toeval.randrange(len(alle_regels)), onderdeel] for onderdeel in onderdelen]
    hier = [acties.maak_actie(alle_regels[plek], onderdeel) for plek, onderdeel in paren]
    vergelijk(verslag_in_js("([regels, p]) => p.map(([plek, o]) => acties.maakActie(regels[plek], o))", [alle_regels, paren]), hier, paren)
    lijst: list[Any] = []
    for actie in hier:
        lijst = acties.zet_op_lijst(lijst, actie)
    assert 0 < len(lijst) < len(hier)
    vergelijk([verslag_in_js("(a) => a.reduce(acties.zetOpLijst, [])", hier)], [lijst], [hier])


def test_tekst_schrijven_is_in_beide_talen_hetzelfde(gevallen: Any, verslag_in_js: Any) -> None:
    toeval = random.Random(4)
    woorden = [w for geval in gevallen[:200] for rijen in geval.get("secties", {}).values() for rij in rijen for w in rij.values()]
    woorden += ["".join(toeval.choices("0123456789-/. maartmeiq", k=toeval.randint(1, 12))) for _ in range(3000)]
    for js, ons in (("tekst.zuiver", tekst.zuiver), ("tijd.datum", tijd.datum), ("tijd.tijdsleutel", tijd.tijdsleutel)):
        vergelijk(verslag_in_js(f"(w) => w.map((x) => {js}(x))", woorden), [ons(w) for w in woorden], woorden)
    getallen = [toeval.uniform(-1e6, 1e6) for _ in range(2000)] + [n / 100 for n in range(-300, 300)] + [0.005, 1e9 + 0.5, 12.345, -0.001]
    vergelijk(verslag_in_js("(g) => g.map(tekst.bedrag)", getallen), [tekst.bedrag(g) for g in getallen], getallen)
    cellen = [[w, soort] for w in [*woorden[:2000], *getallen[:500]] for soort in ("tekst", "getal", "euro")]
    vergelijk(verslag_in_js("(c) => c.map(([w, s]) => tekst.celtekst(w, s))", cellen), [tekst.celtekst(*c) for c in cellen], cellen)
    namen = [["".join(toeval.choices("a/\\?*[]:' Σé👩", k=toeval.randint(0, 40))) for _ in range(6)] for _ in range(800)]
    vergelijk(verslag_in_js("(n) => n.map(bladen.bladnamen)", namen), [bladen.bladnamen(n) for n in namen], namen)
