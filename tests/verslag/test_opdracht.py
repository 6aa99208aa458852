"""De opdracht `kennis plan`."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennis.cli import hoofd

GEWOON = Path(__file__).with_name("gewoon.json")


@pytest.mark.parametrize(("soort", "begin"), [("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!doctype html>")])
def test_plan_schrijft_een_bestand(soort: str, begin: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "map" / f"plan.{soort}"
    assert hoofd(["plan", str(GEWOON), "--naar", soort, "--uit", str(pad)]) == 0
    assert pad.read_bytes().startswith(begin)
    assert str(pad) in capsys.readouterr().out


def test_plan_heet_naar_zijn_titel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert hoofd(["plan", str(GEWOON), "--naar", "html", "--volgorde", "wie"]) == 0
    assert "Valpreventie in de Achterhoek" in (tmp_path / "valpreventie-in-de-achterhoek.html").read_text(encoding="utf-8")


def test_plan_van_een_bestand_dat_er_niet_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert hoofd(["plan", "weg.json"]) == 1
    assert "weg.json" in capsys.readouterr().err
