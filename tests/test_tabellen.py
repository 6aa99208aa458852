"""De kennistabellen: alle tabellen kloppen, en een kapotte tabel zegt alles wat er mis is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kennis import InvoerFout, tabellen

YML = "titel: Proef\ndatum: 2024-02-06\nbron: [nivel]\nkolommen:\n  naam: {kop: Naam, verplicht: true, uniek: true}\n  n: {kop: Aantal, soort: heel, min: 0}\n"


@pytest.mark.parametrize("naam", tabellen.namen())
def test_elke_kennistabel_klopt(naam: str) -> None:
    tabel, beschrijving = tabellen.laad(naam), tabellen.beschrijving(naam)
    assert not tabel.empty
    assert beschrijving.titel
    assert tabel.columns.tolist() == beschrijving.kolommen.sleutels
    assert len(tabellen.regelnummers(naam)) == len(tabel)


def test_sleutels_van_bronnen_en_begrippen_zijn_uniek() -> None:
    assert "nivel" in tabellen.bronnen()
    assert tabellen.begrippen()


@pytest.fixture
def proef(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(tabellen, "MAP", tmp_path)
    wis()
    (tmp_path / "proef.yml").write_text(YML, encoding="utf-8")
    yield tmp_path
    wis()


def wis() -> None:
    for functie in (tabellen.beschrijving, tabellen._rijen, tabellen._gelezen):
        functie.cache_clear()


def fout(naam: str = "proef") -> str:
    with pytest.raises(InvoerFout) as gevonden:
        tabellen.laad(naam)
    return str(gevonden.value)


def test_alle_fouten_samen_met_echte_regelnummers(proef: Path) -> None:
    (proef / "proef.csv").write_text('naam;n;x\n"A\nB";een;\n\nC;-1;\nC;2;\n', encoding="utf-8")
    melding = fout()
    for deel in (
        "4 fouten",
        "proef.csv, rij 1, kolom 'x': deze kolom bestaat niet",
        "rij 2, kolom 'n': staat 'een'",
        "rij 5, kolom 'n': staat '-1'",
        "rij 6, kolom 'naam': staat 'C'",
    ):
        assert deel in melding


def test_wat_ontbreekt(proef: Path) -> None:
    assert "tabellen/proef.csv: dit bestand ontbreekt" in fout()
    assert "tabellen/proe.yml: deze tabel bestaat niet. Bedoel je 'proef'?" in fout("proe")


@pytest.mark.parametrize(
    ("yml", "zin"),
    [
        ("kolommen: [open", "dit is geen geldige yml"),
        ("titel: x\n", "proef.yml, kolom 'kolommen': dit veld ontbreekt."),
        ("titel: x\nkolommen:\n  n: {soort: heel}\n", "proef.yml, kolom 'n': deze kolom heeft geen 'kop'."),
        ("titel: x\nkolommen:\n  n: {kop: N, verpicht: true}\n", "proef.yml, kolom 'n: verpicht': deze eigenschap bestaat niet."),
    ],
)
def test_kapotte_beschrijving(proef: Path, yml: str, zin: str) -> None:
    (proef / "proef.yml").write_text(yml, encoding="utf-8")
    assert zin in fout()


def test_een_dubbele_sleutel_over_bestanden_heen(proef: Path) -> None:
    for naam in ("bronnen", "bronnen_extra"):
        (proef / f"{naam}.yml").write_text(YML.replace("naam:", "sleutel:"), encoding="utf-8")
        (proef / f"{naam}.csv").write_text("sleutel;n\nx;1\n", encoding="utf-8")
    with pytest.raises(InvoerFout, match="tabellen/bronnen_extra.csv, rij 2, kolom 'sleutel': staat 'x'; deze sleutel bestaat al."):
        tabellen.bronnen()
