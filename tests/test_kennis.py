"""De kennistabellen tegen wat de bronnen zeggen: aantallen die een lezer van de bron zou natellen."""

from __future__ import annotations

import pytest

from kennis import tabellen


@pytest.mark.parametrize(
    ("naam", "aantal"),
    [
        ("nivel_criteria", 7),  # tabel 4.2, kolommen
        ("nivel_projecten", 5),  # kader 1
        ("rivm_cahn", 8),  # onderdelen van CAHN
        ("rivm_principes", 8),
        ("rivm_aims", 5),  # Quintuple Aim
        ("rivm_governance", 3),  # vormen van besturen
        ("provan_kenis", 12),  # drie vormen maal vier factoren
    ],
)
def test_aantal_rijen(naam: str, aantal: int) -> None:
    assert len(tabellen.laad(naam)) == aantal


def test_belemmeringen_en_bevorderende_factoren_van_tabel_4_1() -> None:
    tabel = tabellen.laad("nivel_belemmeringen")
    aantallen = tabel.groupby("soort")["n"].agg(["size", "max"])
    assert aantallen.loc["belemmering", "size"] == 8 and aantallen.loc["bevorderend", "size"] == 6
    assert tabel["n"].between(1, 51).all()


def test_tabel_4_2_is_heel() -> None:
    tabel = tabellen.laad("nivel_toepasbaarheid")
    assert len(tabel) == 49 and not tabel.duplicated(["rij", "criterium"]).any()
    assert set(tabel["oordeel"]) == {"+", "-", "?"}
    assert (tabel.groupby("rij")["criterium"].nunique() == 7).all()


def test_de_zeven_knelpunten_van_tabel_3_1_staan_er_allemaal() -> None:
    tabel = tabellen.laad("nivel_knelpunten")
    assert (tabel["herkomst"] == "tabel").sum() == 7


def test_percentages_van_de_vragenlijst() -> None:
    for naam in ("rivm_doelen", "rivm_doelgroepen"):
        kolom = next(k for k in tabellen.laad(naam).columns if "percentage" in k)
        assert tabellen.laad(naam)[kolom].between(0, 100).all()


def test_population_health_management_heeft_vijf_stappen() -> None:
    assert (tabellen.laad("rivm_phm")["soort"] == "stap").sum() == 5


@pytest.mark.parametrize("naam", [n for n in tabellen.namen() if "bron" in tabellen.beschrijving(n).kolommen.sleutels])
def test_elke_bron_in_een_tabel_bestaat(naam: str) -> None:
    for sleutels in tabellen.laad(naam)["bron"].dropna():
        for sleutel in str(sleutels).split(","):
            assert sleutel.strip() in tabellen.bronnen(), f"{naam}: bron '{sleutel.strip()}' bestaat niet"
