"""De bewaarder in de browser: verschillen toepassen en omkeren, tabbladen die elkaar volgen, en niets dat verloren gaat."""

# JavaScript in een test staat op één regel, zoals het op een pagina zou staan.
# ruff: noqa: E501
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kennis.boek.server import serveer
from kennis.dossier import sectie, sectienamen
from kennis.widget import bundel

MODULES = ("verschil", "vorm", "houder", "bewaarder", "overnemen", "geschiedenis")
HIER = Path(__file__).parent


@pytest.fixture(scope="module")
def adres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Een lege bladzijde met de modules van de bewaarder op `window.proef`."""
    map_ = tmp_path_factory.mktemp("bewaarder")
    paden = {naam: bundel.PAKKET / "dossier" / f"{naam}.js" for naam in MODULES} | {"simulatie": HIER / "simulatie.js"}
    geef = ", ".join(f"{naam}: {bundel.variabele(pad)}" for naam, pad in paden.items())
    (map_ / "proef.js").write_text(f"{bundel.samen(bundel.volgorde(paden.values()))}window.proef = {{ {geef} }};", encoding="utf-8")
    (map_ / "index.html").write_text('<!doctype html><html lang="nl"><title>Proef</title><link rel="icon" href="data:,"><script src="proef.js"></script>', encoding="utf-8")
    with serveer(map_) as plek:
        yield f"{plek}/index.html"


@pytest.fixture
def tabbladen(chromium: Browser, adres: str) -> Iterator[Any]:
    """Geef een functie die een tabblad opent; alle tabbladen delen één opslag."""
    context = chromium.new_context()

    def open_(begin: str = "") -> Page:
        pagina = context.new_page()
        if begin:
            pagina.add_init_script(begin)
        pagina.goto(adres)
        pagina.evaluate("window.b = proef.bewaarder.maakBewaarder()")
        return pagina

    yield open_
    context.close()


ZET = "(naam) => b.eigen().wijzig((d) => ({ ...d, secties: { ...d.secties, stakeholders: [...(d.secties.stakeholders ?? []), { naam }] } }), { wat: naam })"
NAMEN = "() => (b.eigen()?.dossier().secties.stakeholders ?? []).map((rij) => rij.naam)"


def test_sleutels_zijn_die_van_de_secties(tabbladen: Any) -> None:
    """Welke kolommen zeggen welke rij het is, staat in secties/*.json; de browser heeft die lijst in het klein."""
    alle = {naam: sectie(naam).gegevens.get("sleutel", [k.sleutel for k in sectie(naam).kolommen.lijst if k.uniek]) for naam in sectienamen()}
    ons = {naam: sleutel for naam, sleutel in alle.items() if sleutel not in ([], ["naam"])}
    assert tabbladen().evaluate("proef.vorm.SLEUTELS") == ons


def test_drie_tabbladen_verliezen_geen_woord_en_worden_gelijk(tabbladen: Any) -> None:
    """Vijfhonderd rondes van zestig handelingen, met berichten die te laat komen."""
    assert tabbladen().evaluate("proef.simulatie.simuleer(proef.houder.maakHouder, 1, 500)") == []


def test_wat_niemand_anders_aanraakte_staat_in_elk_tabblad(tabbladen: Any) -> None:
    """Vijfhonderd rondes waarin elk tabblad in een eigen sectie schrijft."""
    klachten = tabbladen().evaluate("proef.simulatie.simuleerEigen(proef.houder.maakHouder, 1, 500)")
    assert klachten == [], f"{len(klachten)} rondes, zoals {klachten[:3]}"


VERSCHIL = """(paren) => paren.map(([oud, nieuw]) => {
  const { verschil, keer, pas, isLeeg } = proef.verschil, w = verschil(oud, nieuw), gelijk = (a, b) => isLeeg(verschil(a, b)) && isLeeg(verschil(b, a));
  return gelijk(pas(oud, w), nieuw) && gelijk(pas(nieuw, keer(w)), oud) && (isLeeg(w) === gelijk(oud, nieuw));
})"""


def test_een_verschil_is_toe_te_passen_en_om_te_keren(tabbladen: Any) -> None:
    import random

    toeval = random.Random(4)

    def dossier() -> dict[str, Any]:
        ids = toeval.sample(range(9), toeval.randint(0, 6))
        rij = [{"id": f"r{i}", "naam": f"n{i}", "macht": toeval.choice([None, 1, 2, "x"])} for i in ids]
        keuzes = {toeval.choice("ab"): {"maat": toeval.choice([1, 2, None])} for _ in range(toeval.randint(0, 2))}
        return {"velden": {"titel": toeval.choice(["", "A", "B"])}, "keuzes": keuzes, "secties": {"stakeholders": rij, **({"scores": rij[:2]} if toeval.random() < 0.5 else {})}}

    paren = [(dossier(), dossier()) for _ in range(3000)]
    goed = tabbladen().evaluate(VERSCHIL, paren)
    fout = [json.dumps(paar) for paar, klopt in zip(paren, goed, strict=True) if not klopt]
    assert not fout, "\n".join(fout[:3])


def test_twee_tabbladen_die_om_de_beurt_schrijven_houden_alles(tabbladen: Any) -> None:
    een = tabbladen()
    een.evaluate("b.nieuw({ titel: 'Venlo' })")
    ander = tabbladen()
    een.evaluate(ZET, "A1")
    een.evaluate("b.schrijfNu()")
    ander.evaluate(ZET, "B1")
    een.evaluate(ZET, "A2")
    ander.evaluate("b.schrijfNu()")
    een.evaluate("b.schrijfNu()")
    for tab in (een, ander):
        tab.wait_for_function("() => (b.eigen().dossier().secties.stakeholders ?? []).length === 3")
        assert sorted(tab.evaluate(NAMEN)) == ["A1", "A2", "B1"]


def test_een_oud_tabblad_dat_laat_schrijft_overschrijft_niets(tabbladen: Any) -> None:
    # Het oude tabblad hoort niets, zoals een bevroren tabblad op een telefoon.
    oud = tabbladen("window.addEventListener('storage', (e) => e.stopImmediatePropagation(), true)")
    oud.evaluate("b.nieuw({})")
    nieuw = tabbladen()
    for naam in ("N1", "N2", "N3"):
        nieuw.evaluate(ZET, naam)
        nieuw.evaluate("b.schrijfNu()")
    oud.evaluate(ZET, "O1")
    oud.evaluate("b.schrijfNu()")
    assert sorted(tabbladen().evaluate(NAMEN)) == ["N1", "N2", "N3", "O1"]


def test_weggaan_schrijft_wat_nog_wacht(tabbladen: Any) -> None:
    tab = tabbladen()
    tab.evaluate("b.nieuw({})")
    tab.evaluate(ZET, "Net getypt")
    tab.reload()
    tab.evaluate("window.b = proef.bewaarder.maakBewaarder()")
    assert tab.evaluate(NAMEN) == ["Net getypt"]


KAPOT = ["{half", "5", '"abc"', "[]", "null", '{"secties":null}', '{"secties":{"stakeholders":7}}', '{"kennisdossier":2,"secties":{"stakeholders":[5,{"naam":{"a":1}},{"naam":"Blijft","kosten":1e308}]}}']


@pytest.mark.parametrize("tekst", KAPOT)
def test_wat_niet_te_lezen_is_wordt_apart_gehouden(tabbladen: Any, tekst: str) -> None:
    eerst = tabbladen()
    nummer = eerst.evaluate("b.nieuw({})")
    eerst.close()
    tab = tabbladen(f"if (!sessionStorage.eens) {{ sessionStorage.eens = 1; localStorage.setItem('kennisboek.2.dossier.{nummer}', {json.dumps(tekst)}); }}")
    tab.evaluate(ZET, "Nieuw werk")
    tab.evaluate("b.schrijfNu()")
    na = tabbladen()
    assert na.evaluate(NAMEN)[-1] == "Nieuw werk"
    apart = na.evaluate("b.apart().map((een) => een.tekst)") + na.evaluate("b.eigen().dossier().apart.map((een) => JSON.stringify(een))")
    assert apart, "wat er stond, is nergens meer"


def test_een_nieuwere_versie_wordt_niet_aangeraakt(tabbladen: Any) -> None:
    eerst = tabbladen()
    nummer = eerst.evaluate("b.nieuw({ titel: 'A' })")
    eerst.close()
    nieuwer = '{"kennisdossier":9,"titel":"Van morgen","secties":{"iets":[{"x":1}]}}'
    tab = tabbladen(f"localStorage.setItem('kennisboek.2.dossier.{nummer}', {json.dumps(nieuwer)})")
    tab.evaluate(ZET, "Van vandaag")
    tab.evaluate("b.schrijfNu()")
    assert tab.evaluate(f"localStorage.getItem('kennisboek.2.dossier.{nummer}')") == nieuwer
    assert tab.evaluate("b.eigen().toestand().probleem") == "nieuwer"
    assert tab.evaluate(NAMEN) == ["Van vandaag"], "op het scherm blijft het staan"


VERBIED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('nee', 'SecurityError'); } })"
VOL = "(() => { const zet = Storage.prototype.setItem; Storage.prototype.setItem = function (k, w) { if (k.includes('.dossier.') || k.includes('.stap.')) throw new DOMException('vol', 'QuotaExceededError'); return zet.call(this, k, w); }; })()"


@pytest.mark.parametrize(("storing", "probleem"), [(VERBIED, "verboden"), (VOL, "vol")])
def test_zonder_opslag_blijft_het_werk_staan_en_zegt_de_bewaarder_het(tabbladen: Any, storing: str, probleem: str) -> None:
    tab = tabbladen(storing)
    tab.evaluate("b.nieuw({})")
    tab.evaluate(ZET, "Toch getypt")
    tab.evaluate("b.schrijfNu()")
    assert tab.evaluate("b.eigen().toestand()")["probleem"] == probleem
    assert tab.evaluate("b.eigen().toestand()")["wacht"] is True
    assert tab.evaluate(NAMEN) == ["Toch getypt"]


def test_een_volle_opslag_maakt_ruimte_door_oude_stappen_te_wissen(tabbladen: Any) -> None:
    """Met echt 5 MB vol: het dossier zelf gaat voor zijn geschiedenis."""
    tab = tabbladen()
    tab.evaluate("b.nieuw({})")
    for n in range(60):
        tab.evaluate(ZET, f"P{n}")
        tab.evaluate("b.schrijfNu()")
    tab.evaluate("() => { let n = 2 ** 20; while (n > 8) { try { localStorage.setItem('vulling' + Math.random(), 'x'.repeat(n)); } catch { n = n >> 1; } } }")
    tab.evaluate(ZET, "Laatste")
    tab.evaluate("b.schrijfNu()")
    assert tab.evaluate("b.eigen().toestand()")["probleem"] is None
    assert tabbladen().evaluate(NAMEN)[-1] == "Laatste"


def test_eerdere_versies_zijn_te_zien_en_terug_te_zetten(tabbladen: Any) -> None:
    tab = tabbladen()
    tab.evaluate("b.nieuw({})")
    for n in range(70):
        tab.evaluate(ZET, f"P{n}")
        tab.evaluate("b.schrijfNu()")
    lijst = tab.evaluate("b.eigen().geschiedenis().map(({ wat, soort }) => [wat, soort])")
    assert sum(soort == "stap" for _, soort in lijst) >= 50
    assert any(soort == "dag" for _, soort in lijst)
    assert lijst[0] == ["P69", "stap"]
    for hoeveel in (1, 20, 49):
        versie = tab.evaluate("(n) => b.eigen().versie(b.eigen().geschiedenis()[n]).secties.stakeholders.length", hoeveel)
        assert versie == 70 - hoeveel - 1
    tab.evaluate("b.eigen().herstel(b.eigen().geschiedenis()[9])")
    assert len(tab.evaluate(NAMEN)) == 60
    tab.evaluate("b.eigen().terug()")
    assert len(tab.evaluate(NAMEN)) == 70


def test_typen_in_een_veld_is_een_stap_in_de_geschiedenis(tabbladen: Any) -> None:
    tab = tabbladen()
    tab.evaluate("b.nieuw({})")
    voor = tab.evaluate("b.eigen().geschiedenis().length")
    for woord in ("V", "Ve", "Ven", "Venl", "Venlo"):
        tab.evaluate("(regio) => b.eigen().wijzig((d) => ({ ...d, velden: { ...d.velden, regio } }), { wat: 'regio' })", woord)
        tab.evaluate("b.schrijfNu()")
    assert tab.evaluate("b.eigen().geschiedenis().length") == voor + 1
    assert tab.evaluate("b.eigen().versie(b.eigen().geschiedenis()[0]).velden.regio ?? null") is None


def test_weggooien_is_terug_te_halen(tabbladen: Any) -> None:
    tab = tabbladen()
    eerste = tab.evaluate("b.nieuw({ titel: 'Een' })")
    tab.evaluate(ZET, "Kostbaar")
    tab.evaluate("b.nieuw({ titel: 'Twee' })")
    tab.evaluate("(id) => b.verwijder(id)", eerste)
    assert [een["titel"] for een in tab.evaluate("b.lijst()")] == ["Twee"]
    assert [een["titel"] for een in tab.evaluate("b.weggegooid()")] == ["Een"]
    tab.evaluate("(id) => b.zetTerug(id)", eerste)
    assert tab.evaluate(NAMEN) == ["Kostbaar"]


def test_werk_van_een_oudere_pagina_komt_erbij(tabbladen: Any) -> None:
    oud = {"kennisdossier": 1, "secties": {"stakeholders": [{"naam": "Uit versie 1", "macht": 7}]}, "keuzes": {"prioritering": {"maat": "diameter"}},
           "vorig": {"stakeholdermatrix": {"secties": {"stakeholders": [{"naam": "Nog ouder"}]}, "keuzes": {}}}}  # fmt: skip
    tab = tabbladen(f"if (!localStorage.getItem('kennisboek.dossier')) localStorage.setItem('kennisboek.dossier', {json.dumps(json.dumps(oud))})")
    assert tab.evaluate(NAMEN) == ["Uit versie 1"]
    assert tab.evaluate("b.eigen().dossier().keuzes.prioritering.maat") == "diameter"
    assert sorted(een["titel"] for een in tab.evaluate("b.lijst()")) == ["Mijn dossier", "Vorige invulling"]
    tab.evaluate(ZET, "Van nu")
    tab.evaluate("b.schrijfNu()")
    # Een oudere pagina die nog open stond, schrijft later nog eens: dat komt als apart dossier, en dit blijft.
    oud["secties"]["stakeholders"].append({"naam": "Later nog"})
    tab.evaluate("(tekst) => localStorage.setItem('kennisboek.dossier', tekst)", json.dumps(oud))
    na = tabbladen()
    assert na.evaluate(NAMEN) == ["Uit versie 1", "Van nu"]
    assert any("oudere versie" in een["titel"] for een in na.evaluate("b.lijst()"))


def test_een_voorbeeld_staat_los_van_eigen_werk_en_blijft_bewaard(tabbladen: Any) -> None:
    begin = {"velden": {"titel": "COPD InBeeld"}, "secties": {"stakeholders": [{"naam": "Menzis"}, {"naam": "Patiënten"}]}, "keuzes": {}, "gewijzigd": {}, "apart": []}
    een, ander = tabbladen(), tabbladen()
    for tab in (een, ander):
        tab.evaluate("(begin) => { window.v = b.voorbeeld('stakeholdermatrix', begin); }", begin)
    een.evaluate("v.wijzig((d) => ({ ...d, secties: { stakeholders: d.secties.stakeholders.map((r, i) => i ? r : { ...r, macht: 9 }) } }))")
    een.evaluate("b.schrijfNu()")
    ander.wait_for_function("() => v.dossier().secties.stakeholders[0].macht === 9")
    ander.evaluate("v.wijzig((d) => ({ ...d, secties: { stakeholders: d.secties.stakeholders.map((r, i) => i ? { ...r, belang: 8 } : r) } }))")
    ander.evaluate("b.schrijfNu()")
    derde = tabbladen()
    rijen = derde.evaluate("(begin) => b.voorbeeld('stakeholdermatrix', begin).dossier().secties.stakeholders", begin)
    assert [(rij["naam"], rij.get("macht"), rij.get("belang")) for rij in rijen] == [("Menzis", 9, None), ("Patiënten", None, 8)]
    assert derde.evaluate("b.lijst()") == []
    assert derde.evaluate("b.eigen()") is None


def test_overnemen_laat_zien_wat_verandert_en_laat_staan_wat_de_ander_niet_heeft(tabbladen: Any) -> None:
    eigen = [{"naam": "VGZ", "macht": 7, "belang": 5}, {"naam": "Alleen bij mij"}]
    ander = [{"naam": "vgz ", "macht": 9, "belang": None}, {"naam": "Nieuw"}]
    uit = tabbladen().evaluate("([e, a]) => proef.overnemen.legNaast('stakeholders', e, a)", [eigen, ander])
    assert [rij["naam"] for rij in uit["nieuw"]] == ["Nieuw"]
    assert uit["anders"][0]["cellen"] == [{"kolom": "macht", "oud": 7, "nieuw": 9}]
    assert [(rij["naam"], rij.get("macht"), rij.get("belang")) for rij in uit["rijen"]] == [("VGZ", 9, 5), ("Alleen bij mij", None, None), ("Nieuw", None, None)]
