"""De figuren en tabellen van de soorten, zonder gereedschap eromheen: data erin, svg of rijen eruit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kennis import case, gereedschap
from kennis.dossier import als_rijen, sectie
from kennis.widget.basis import laad_regels, laad_voorbeelden

JS = Callable[[str, Any], Any]
SOORTEN = {"veld", "kiezer", "scan", "plan"}
NAMEN = [naam for naam in gereedschap.namen() if gereedschap.klasse(naam).soort in SOORTEN]
REKEN = "const uit = kennisRegels[soort].uitkomst(secties, regels, keuzes)"
TEKEN = f"""([soort, regels, secties, keuzes, breed]) => {{
  {REKEN}; const {{ svg, hoog }} = beelden[soort].figuur.figuur({{ uit, regels, breed, keuzes }});
  const plek = document.querySelector("main"); plek.replaceChildren(svg);
  const buiten = [...svg.querySelectorAll("text")].filter((t) => t.textContent && t.getBoundingClientRect().left < svg.getBoundingClientRect().left - 1);
  const fout = [...svg.querySelectorAll("*")].flatMap((e) => [...e.attributes].filter((a) => /NaN|undefined|Infinity/.test(a.value)).map((a) => `${{e.tagName}} ${{a.name}}=${{a.value}}`));
  return {{ hoog, fout, buiten: buiten.map((t) => t.textContent), tekst: svg.textContent, label: svg.getAttribute("aria-label"),
    rol: svg.getAttribute("role"), maat: svg.getAttribute("viewBox"), focus: svg.querySelectorAll("[tabindex]").length }};
}}"""  # noqa: E501
TABEL = f"""([soort, regels, secties, keuzes, beschrijvingen]) => {{
  {REKEN}; return beelden[soort].tabel.tabelUit(uit, regels, secties, beschrijvingen);
}}"""


def regels_van(naam: str) -> dict[str, Any]:
    klasse = gereedschap.klasse(naam)
    return klasse.regels() if hasattr(klasse, "regels") else laad_regels(naam)


def beschrijvingen(naam: str) -> dict[str, Any]:
    return {s: {"kolommen": sectie(s).gegevens["kolommen"]} for s in gereedschap.klasse(naam).sectienamen()}


def tabel(in_beelden: JS, naam: str, secties: dict[str, Any], keuzes: dict[str, Any] | None = None) -> tuple[list[str], list[dict[str, Any]]]:
    """Geef de koppen, en elke rij als kop → cel."""
    uit = in_beelden(TABEL, [gereedschap.klasse(naam).soort, regels_van(naam), secties, keuzes or {}, beschrijvingen(naam)])
    assert all(len(rij) == len(uit["koppen"]) for rij in uit["rijen"])
    return uit["koppen"], [dict(zip(uit["koppen"], rij, strict=True)) for rij in uit["rijen"]]


def uit_case(*namen: str) -> dict[str, Any]:
    return {naam: als_rijen(case("copd-inbeeld")[naam]) for naam in namen}


@pytest.mark.parametrize("breed", [260, 380, 704])
@pytest.mark.parametrize("naam", NAMEN)
def test_elke_figuur_tekent_elk_voorbeeld(naam: str, breed: int, in_beelden: JS) -> None:
    soort, regels = gereedschap.klasse(naam).soort, regels_van(naam)
    for voorbeeld, inhoud in laad_voorbeelden(naam).items():
        uit = in_beelden(TEKEN, [soort, regels, inhoud["secties"], inhoud.get("keuzes", {}), breed])
        assert not uit["fout"], (voorbeeld, uit["fout"][:3])
        assert not uit["buiten"], (voorbeeld, uit["buiten"][:3])
        assert "undefined" not in uit["tekst"] and "{" not in uit["tekst"].replace("{naam}", "").replace("{tekst}", "")
        assert uit["rol"] == "img" and uit["label"] and uit["focus"] == 0
        assert [float(m) for m in uit["maat"].split()] == pytest.approx([0, 0, breed, max(1, uit["hoog"])])


def test_een_figuur_zegt_wat_de_regels_zeggen(in_beelden: JS) -> None:
    rijen = {"stakeholders": [{"naam": "Menzis", "soort": "zorgverzekeraar", "macht": 9, "belang": 7, "illustratief": "ja"}, {"naam": "Zonder plek"}]}
    uit = in_beelden(TEKEN, ["veld", regels_van("stakeholdermatrix"), rijen, {}, 500])
    assert "Menzis" in uit["tekst"] and "Stippelrand: voorbeeld van ons" in uit["tekst"]
    assert uit["tekst"].count("Zonder plek") == 1 and "Nog zonder plek: Zonder plek" in uit["tekst"]
    scores = [{"persoon": p, "stelling": "f1-visie", "score": s} for p, s in (("Anna", 4), ("Bert", 9))]
    uit = in_beelden(TEKEN, ["scan", regels_van("fasewijzer"), {"fasescores": scores}, {"deel": "1"}, 500])
    assert "1 Anna · 2 Bert" in uit["tekst"] and "gemiddeld 6,5" in uit["tekst"] and "Draagvlak gemiddeld 6,5, van 4 tot 9" in uit["label"]


def test_het_veld_als_tabel_heeft_schermkoppen_en_de_uitkomst(in_beelden: JS) -> None:
    koppen, rijen = tabel(in_beelden, "stakeholdermatrix", uit_case("stakeholders"))
    assert koppen[:5] == ["Naam", "Soort", "Macht", "Belang", "Recht van spreken"] and "Inbreng per jaar (euro)" in koppen
    assert "Illustratief" not in koppen and "Bron" not in koppen
    menzis = next(rij for rij in rijen if rij["Naam"] == "Menzis")
    assert menzis["Vak"] == "Sleutelspelers" and menzis["Advies"].startswith("Werk nauw samen") and menzis["Macht"] == 9


def test_scores_bepalen_de_plek_ook_in_de_tabel(in_beelden: JS) -> None:
    secties = laad_voorbeelden("prioritering")["gewoon"]["secties"]
    koppen, rijen = tabel(in_beelden, "prioritering", secties)
    chemo = next(rij for rij in rijen if rij["Naam"] == "Chemotherapie thuis")
    # Verpleegkundige 9 en Zorginkoper 3 op urgentie (gewicht 2): ingevuld stond 7.
    scores = [s for s in secties["scores"] if s["initiatief"] == "Chemotherapie thuis"]
    assert scores and chemo["Bijdrage"] != 7 and isinstance(chemo["Bijdrage"], (int, float))
    assert "Volgorde" in koppen and {rij["Volgorde"] for rij in rijen} == {1, 2, 3, 4} and chemo["Waarom"]


def test_de_scan_als_tabel_heeft_de_stelling_en_een_kolom_per_persoon(in_beelden: JS) -> None:
    scores = [
        {"persoon": "Anna", "stelling": "f1-visie", "score": 4, "opmerking": "nog niet"},
        {"persoon": "Bert", "stelling": "f1-visie", "score": 9},
        {"persoon": "Bert", "stelling": "f1-data", "score": None},
    ]
    koppen, rijen = tabel(in_beelden, "fasewijzer", {"fasescores": scores})
    assert koppen == [
        "Fase", "Principe", "Stelling", "Gemiddeld", "Laagste", "Hoogste", "Weet niet", "Let op", "Anna", "Bert", "Opmerkingen"
    ]  # fmt: skip
    assert rijen[0]["Stelling"].startswith("Elke partner ziet") and len(rijen) == 2
    assert (rijen[0]["Gemiddeld"], rijen[0]["Anna"], rijen[0]["Bert"], rijen[0]["Opmerkingen"]) == (6.5, 4, 9, "Anna: nog niet")
    assert (rijen[1]["Gemiddeld"], rijen[1]["Weet niet"], rijen[1]["Let op"]) == (None, 1, "weet niet")


def test_de_kiezer_als_tabel_heeft_antwoorden_oordelen_punten_en_keuze(in_beelden: JS) -> None:
    voorbeeld = laad_voorbeelden("bekostigingskiezer")["gewoon"]["secties"]
    koppen, rijen = tabel(in_beelden, "bekostigingskiezer", voorbeeld)
    assert koppen[:2] == ["Vraag", "Jullie antwoord"] and "Bundelbekostiging" in koppen
    vraag = next(rij for rij in rijen if rij["Jullie antwoord"] == "moet kunnen")
    assert vraag["Bundelbekostiging"]
    telling, conclusie, gekozen, notitie = rijen[-4:]
    assert telling["Bundelbekostiging"] == "2 kan, 1 is lastig" and "tabel 4.2" in conclusie["Jullie antwoord"]
    assert gekozen["Jullie antwoord"] == "Bundelbekostiging" and notitie["Jullie antwoord"] == "Eerst navragen of overleg in de prijs zit."


def test_de_lijst_van_de_wijzer_als_tabel_vertelt_wat_er_al_werkt_en_wie_aan_zet_is(in_beelden: JS) -> None:
    titel = regels_van("knelpuntenwijzer")["opties"][0]["titel"]
    koppen, rijen = tabel(in_beelden, "knelpuntenwijzer", {"knelpunten_keuze": [{"knelpunt": titel, "wie": "Anja"}, {"knelpunt": "Eigen"}]})
    assert koppen[:5] == ["Knelpunt", "Eerste stap", "Wie", "Wanneer", "Notitie"] and "Wie aan zet is" in koppen and "Wet" in koppen
    assert rijen[0]["Wie aan zet is"] and rijen[0]["Wat er gedaan is"] and rijen[1]["Wat er gedaan is"] is None


def test_het_plan_als_tabel_zegt_wat_er_mist(in_beelden: JS) -> None:
    rijen = [
        {"aim": "kosten", "doel": "minder spoedopnames", "indicator": "opnames", "instrument": "v", "wanneer": "nu", "gegevensbron": "z"},
        {"aim": "gezondheid", "doel": "bewegen", "illustratief": "ja"},
    ]
    koppen, uit = tabel(in_beelden, "monitorplan", {"uitkomsten": rijen})
    assert koppen[:3] == ["Doelgebied", "Doel", "Indicator: wat meten we"] and koppen[-2:] == ["Wat mist", "Voorbeeld"]
    assert [(rij["Doel"], rij["Wat mist"], rij["Voorbeeld"]) for rij in uit] == [
        ("bewegen", "nog geen indicator", "voorbeeld"),
        ("minder spoedopnames", "niemand die meet", None),
    ]
