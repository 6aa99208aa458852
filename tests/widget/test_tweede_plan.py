"""Een tweede plan met alleen data: de soort kent het monitorplan niet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from kennis import figuren
from kennis.beschrijving import soortteksten
from kennis.figuren.plan import omschrijving, teken_plan
from kennis.regels import plan

KOLOMMEN = [
    {"sleutel": "partij", "kop": "Betaler", "soort": "tekst"},
    {"sleutel": "afspraak", "kop": "Afspraak", "soort": "tekst", "verplicht": True},
    {"sleutel": "bedrag", "kop": "Bedrag per jaar", "soort": "getal", "min": 0, "eenheid": "euro"},
    {"sleutel": "wie", "kop": "Wie regelt het", "soort": "tekst"},
    {"sleutel": "wanneer", "kop": "Wanneer klaar", "soort": "tekst"},
]
REGELS = {
    "gereedschap": "financieringsafspraken",
    "soort": "plan",
    "titel": "Financieringsafspraken",
    "uitleg": "Wie betaalt wat, en wie regelt het?",
    "sectie": "afspraken",
    "kolom": "afspraak",
    "ding": "afspraak",
    "dingen": "afspraken",
    "groepeer": "partij",
    "keten": [
        {"kolom": "bedrag", "kop": "Bedrag", "mist": "nog geen bedrag"},
        {"kolom": "wie", "kop": "Wie", "mist": "niemand die het regelt"},
        {"kolom": "wanneer", "kop": "Wanneer", "mist": "geen datum"},
    ],
    "teksten": {**soortteksten("plan"), "leeg": "Er staat nog geen afspraak.", "nieuw": "Nieuwe afspraak bij: {groep}", "los": "Nog geen betaler"},
}
AFSPRAKEN = [
    {"partij": "Menzis", "afspraak": "casemanager", "bedrag": 120000, "wie": "Anja", "wanneer": "1 mei"},
    {"partij": "Menzis", "afspraak": "overleg", "bedrag": 0},
    {"partij": "Gemeente", "afspraak": "mantelzorg"},
    {"partij": None, "afspraak": "ict"},
]
ACTIES = {**REGELS, "gereedschap": "acties", "titel": "Acties", "sectie": "acties", "kolom": "wat", "ding": "actie", "dingen": "acties"}
ACTIES = {k: w for k, w in ACTIES.items() if k != "groepeer"} | {
    "keten": [{"kolom": "wie", "kop": "Wie", "mist": "nog niemand"}, {"kolom": "wanneer", "kop": "Wanneer", "mist": "geen datum"}]
}

TEKEN = """([regels, kolommen, rijen]) => {
  const luisteraars = [];
  const model = { stand: { secties: { [regels.sectie]: rijen }, keuzes: {} },
    opzet: { regels, sectienamen: [regels.sectie], secties: { [regels.sectie]: { kolommen } }, voorbeelden: [] },
    get(naam) { return this[naam]; }, set(naam, waarde) { this[naam] = waarde; luisteraars.forEach((doe) => doe()); }, save_changes() {},
    on(naam, doe) { if (naam === "change:stand") luisteraars.push(doe); }, off() {} };
  window.model = model;
  const el = document.createElement("div");
  document.querySelector("main").replaceChildren(el);
  beelden.plan.index.standaard.render({ model, el, later: async (naam) => (naam ? beelden.plan.panelen : { panelen: beelden.plan.panelen }) });
}"""


def test_regels_van_een_tweede_plan() -> None:
    uit = plan.uitkomst({"afspraken": AFSPRAKEN}, REGELS)
    assert [(g["titel"], [d["naam"] for d in g["dingen"]]) for g in uit["groepen"]] == [("Menzis", ["casemanager", "overleg"]), ("Gemeente", ["mantelzorg"])]
    # Een bedrag telt als ingevuld, ook nul.
    assert [k["gevuld"] for k in uit["groepen"][0]["kolommen"]] == [2, 1, 1] and uit["los"] == [3]
    assert [(m["naam"], m["mist"]) for m in uit["ontbreekt"]] == [
        ("0 (overleg)", ["niemand die het regelt", "geen datum"]), ("mantelzorg", ["nog geen bedrag"]), ("ict", ["nog geen bedrag"])
    ]  # fmt: skip
    assert uit["meldingen"] == ["Nog niet ingedeeld: ict."]
    assert plan.uitkomst({}, REGELS)["meldingen"] == ["Er staat nog geen afspraak."]


def test_zonder_groepen_is_er_een(in_beelden: Callable[[str, Any], Any]) -> None:
    rijen = [{"wat": "bellen", "wie": "Anja"}, {"wat": "mailen"}]
    uit = plan.uitkomst({"acties": rijen}, ACTIES)
    assert [(g["titel"], g["rijen"]) for g in uit["groepen"]] == [("Acties", [0, 1])] and uit["los"] == [] and uit["meldingen"] == []
    assert in_beelden("([s, r]) => kennisRegels.plan.uitkomst(s, r)", [{"acties": rijen}, ACTIES]) == uit


def test_python_en_javascript_rekenen_het_tweede_plan_gelijk(in_beelden: Callable[[str, Any], Any]) -> None:
    for rijen in (AFSPRAKEN, [], [{"partij": 3, "afspraak": 7.5, "bedrag": None}, {"partij": " 3 ", "afspraak": "", "bedrag": "x"}]):
        assert in_beelden("([s, r]) => kennisRegels.plan.uitkomst(s, r)", [{"afspraken": rijen}, REGELS]) == plan.uitkomst({"afspraken": rijen}, REGELS)


def test_de_figuur_van_een_tweede_plan_komt_er_vanzelf() -> None:
    uit = plan.uitkomst({"afspraken": AFSPRAKEN}, REGELS)
    svg = figuren.svg(teken_plan(uit, REGELS))
    assert "Menzis" in svg and "Bedrag" in svg and "2 van 2" in svg
    assert omschrijving(uit, REGELS).startswith("Menzis: afspraken 2, bedrag 2 van 2, wie 1 van 2")


def test_het_beeld_van_een_tweede_plan_werkt(beeldpagina: Page) -> None:
    beeldpagina.evaluate(TEKEN, [REGELS, KOLOMMEN, AFSPRAKEN])
    romp = beeldpagina.locator("main")
    expect(romp.get_by_role("img")).to_contain_text("Gemeente")
    expect(romp.get_by_role("heading", name="Nog geen betaler")).to_be_visible()
    expect(romp.get_by_role("table", name="Financieringsafspraken")).to_contain_text("120000")
    nieuw = romp.get_by_label("Nieuwe afspraak bij: gemeente")
    nieuw.fill("dagopvang")
    nieuw.press("Enter")
    bedrag = romp.locator("[data-uitklap='rij.4']").get_by_label("Bedrag per jaar")
    expect(bedrag).to_be_focused()
    beeldpagina.keyboard.type("5.000")
    beeldpagina.keyboard.press("Tab")
    expect(romp.locator("[data-uitklap='rij.4'] summary")).to_contain_text("dagopvang → 5000")
    rij = beeldpagina.evaluate("model.stand.secties.afspraken.at(-1)")
    assert rij == {"partij": "Gemeente", "afspraak": "dagopvang", "bedrag": 5000, "wie": None, "wanneer": None}
    assert "Ideeën" not in romp.inner_text()
    beeldpagina.evaluate(TEKEN, [ACTIES, [{"sleutel": "wat", "kop": "Wat", "soort": "tekst"}, {"sleutel": "wie", "kop": "Wie", "soort": "tekst"}], []])
    expect(romp.get_by_label("Nieuwe afspraak bij: acties")).to_be_visible()
