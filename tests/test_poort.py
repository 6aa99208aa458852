"""De poort: stappen naast elkaar, een fout die de rest niet verbergt, en de mutatietester die zegt wat tests missen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kennis import cli
from kennis.boek import browser, muteer, poort, werk
from kennis.boek.poort import Stap

WORTEL = Path(__file__).parents[1]


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_stappen_draaien_naast_elkaar_en_wachten_op_elkaar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ontmoet = "import pathlib, sys, time; pathlib.Path(sys.argv[1]).touch(); [time.sleep(0.05) for _ in range(600) if not pathlib.Path(sys.argv[2]).exists()]"
    ontmoet += "; sys.exit(not pathlib.Path(sys.argv[2]).exists())"
    stappen = [
        Stap("links", [*python(ontmoet), "a", "b"]),
        Stap("rechts", [*python(ontmoet), "b", "a"]),
        Stap("daarna", python("import pathlib; print('klaar:', pathlib.Path('a').exists() and pathlib.Path('b').exists())"), na=("links", "rechts")),
    ]
    assert poort.draai(tmp_path, stappen) == 0
    uit = capsys.readouterr().out
    assert "klaar: True" in uit and uit.rstrip().endswith("Alles is goed.")


def test_een_fout_wordt_genoemd_en_de_rest_gaat_door(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stappen = [
        Stap("bouw", python("print('dit ging mis'); raise SystemExit(1)")),
        Stap("pagina's", python("print('had niet mogen draaien')"), na=("bouw",)),
        Stap("stijl", python("print('stijl is goed')")),
    ]
    assert poort.draai(tmp_path, stappen, tegelijk=1) == 1
    uit = capsys.readouterr().out
    assert "dit ging mis" in uit and "stijl is goed" in uit and "had niet" not in uit
    assert "Niet goed: bouw; pagina's." in uit


def test_elke_stap_wacht_op_een_stap_die_er_is() -> None:
    for snel in (False, True):
        namen = [stap.wat for stap in poort.stappen(snel)]
        assert len(set(namen)) == len(namen)
        assert all(set(stap.na) <= set(namen[: namen.index(stap.wat)]) for stap in poort.stappen(snel))
    assert not any("boek" in stap.opdracht for stap in poort.stappen(snel=True))


def test_zonder_chromium_installeert_de_test_niets(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    gedaan: list[object] = []
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda naam: None)
    monkeypatch.setattr(browser, "VASTE_PLEKKEN", ())
    monkeypatch.setattr(browser.subprocess, "run", lambda *wat, **meer: gedaan.append(wat))
    assert cli.hoofd(["test"]) == 1
    assert not gedaan and "kennis test --installeer" in capsys.readouterr().err


# -- de mutatietester -------------------------------------------------------------------------------

MUTATIES = """
- naam: gepakt
  wijzig: [{bestand: src/een.py, zoek: "a + b", vervang: "a - b"}]
  tests: [tests/test_een.py]
- naam: gemist
  wijzig: [{bestand: src/een.py, zoek: "return 2 * a", vervang: "return 3 * a"}]
  tests: [tests/test_een.py]
- naam: oud
  wijzig: [{bestand: src/een.py, zoek: "dit staat er niet", vervang: "x"}]
  tests: [tests/test_een.py]
- naam: laadt niet
  wijzig: [{bestand: src/een.py, zoek: "def som", vervang: "def som("}]
  tests: [tests/test_een.py]
"""


@pytest.fixture
def proef(tmp_path: Path) -> Path:
    for map_ in ("src", "tests"):
        (tmp_path / map_).mkdir()
    (tmp_path / "src" / "een.py").write_text("def som(a, b):\n    return a + b\n\ndef dubbel(a):\n    return 2 * a\n", encoding="utf-8")
    (tmp_path / "tests" / "test_een.py").write_text("import een\n\ndef test_som():\n    assert een.som(2, 1) == 3\n", encoding="utf-8")
    (tmp_path / "tests" / "mutaties.yml").write_text(MUTATIES, encoding="utf-8")
    return tmp_path


def test_de_mutatietester_zegt_wat_de_tests_missen(proef: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert muteer.muteer(proef, processen=1) == 1
    regels = [" ".join(regel.split()) for regel in capsys.readouterr().out.splitlines()]
    assert regels[1:5] == ["gepakt gepakt", "GEMIST gemist", "past niet meer oud", "gepakt laadt niet"]
    assert regels[-1] == "Totaal 4: 2 gepakt, 1 GEMIST, 1 past niet meer."
    assert "a + b" in (proef / "src" / "een.py").read_text(encoding="utf-8")
    assert muteer.muteer(proef, ["gepakt"], processen=1) == 0


@pytest.mark.parametrize(
    ("van", "naar", "zin"),
    [
        ("naam: gemist", "naam: gepakt", "'gepakt' staat er twee keer"),
        ("vervang: x", "vervang: dit staat er niet", "er verandert niets"),
        ('zoek: "a + b", ', "", "wijziging 1: hier horen naam, wijzig"),
        ("tests: [tests/test_een.py]\n- naam: gemist", "tests: []\n- naam: gemist", "er zijn geen tests bij"),
    ],
)
def test_een_foute_lijst_is_een_heldere_zin(proef: Path, van: str, naar: str, zin: str) -> None:
    pad = proef / "tests" / "mutaties.yml"
    pad.write_text(MUTATIES.replace('"x"', "x").replace(van, naar, 1), encoding="utf-8")
    with pytest.raises(werk.OpdrachtFout, match=zin):
        muteer.lees(pad)


def test_tests_die_al_zakken_zeggen_niets(proef: Path) -> None:
    (proef / "src" / "een.py").write_text("def som(a, b):\n    return a + b + 1\n", encoding="utf-8")
    with pytest.raises(werk.OpdrachtFout, match="zakken ook zonder wijziging"):
        muteer.muteer(proef, processen=1)


def test_onze_lijst_klopt() -> None:
    """Of een wijziging nog past, zegt `kennis muteer`; hier telt dat elke er een is, met tests die bestaan."""
    alle = muteer.lees(WORTEL / "tests" / "mutaties.yml")
    assert len(alle) >= 25
    weg = {test for mutatie in alle for test in mutatie.tests if not (WORTEL / test).is_file()}
    assert not weg, f"deze tests bestaan niet: {', '.join(sorted(weg))}"
