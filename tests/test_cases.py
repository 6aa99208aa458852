"""De cases: alle cases kloppen, en een kapotte case zegt alles wat er mis is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennis import InvoerFout, casebestand

YML = "titel: Proef\nsamenvatting: Kort.\nbronnen:\n- sleutel: nivel\n  vindplaats: par. 1\nregio: Ergens\ndatum: '2024-02-06'\nillustratief: niets\n"


@pytest.mark.parametrize("naam", casebestand.cases())
def test_elke_case_klopt(naam: str) -> None:
    dossier = casebestand.case(naam)
    assert dossier.titel and dossier.samenvatting and dossier.bronnen
    assert not dossier.controleer()


@pytest.fixture
def proef(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(casebestand, "MAP", tmp_path)
    (tmp_path / "proef").mkdir()
    (tmp_path / "proef" / "case.yml").write_text(YML, encoding="utf-8")
    return tmp_path / "proef"


def fout(naam: str = "proef") -> str:
    with pytest.raises(InvoerFout) as gevonden:
        casebestand.case(naam)
    return str(gevonden.value)


def test_een_goede_case(proef: Path) -> None:
    (proef / "stakeholders.csv").write_text("naam;soort\nA;gemeente\n", encoding="utf-8")
    dossier = casebestand.case("proef")
    assert (dossier.titel, dossier.illustratief, len(dossier["stakeholders"])) == ("Proef", "", 1)


def test_onbekende_case(proef: Path) -> None:
    assert "proeff: deze case bestaat niet; bekend zijn: proef. Bedoel je 'proef'?" in fout("proeff")


def test_fouten_in_alle_bestanden_samen(proef: Path) -> None:
    (proef / "case.yml").write_text("titel: Proef\nbronnen: nivel\n", encoding="utf-8")
    (proef / "stakeholders.csv").write_text("naam;soort;macht\nA;gemeente;12\n", encoding="utf-8")
    (proef / "notities.csv").write_text("x\n", encoding="utf-8")
    melding = fout()
    for deel in (
        "proef/case.yml, kolom 'samenvatting': dit veld ontbreekt.",
        "proef/case.yml, bronnen: hier hoort een lijst, met per bron een sleutel en een vindplaats.",
        "proef/stakeholders.csv, rij 2, kolom 'macht': staat '12'",
        "proef: sectie 'notities': bij welke sectie dit hoort, is niet te zien.",
    ):
        assert deel in melding


@pytest.mark.parametrize(
    ("yml", "zin"), [("titel: [open", "dit is geen geldige yml"), ("- lijst", "hier horen regels als 'titel: …'"), ("", "dit veld ontbreekt")]
)
def test_kapotte_yml(proef: Path, yml: str, zin: str) -> None:
    (proef / "case.yml").write_text(yml, encoding="utf-8")
    assert zin in fout()
