"""Situaties uit de praktijk, met het antwoord van een deskundige dat er eerder was dan de uitkomst."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kennis.beschrijving import laad_regels
from kennis.regels import veld

HIER = Path(__file__).parent
GEGEVENS = {naam: json.loads((HIER / f"{naam}.json").read_text(encoding="utf-8")) for naam in ("stakeholdermatrix", "prioritering")}
SITUATIES = [pytest.param(naam, een, id=f"{naam}-{een['naam']}") for naam, alles in GEGEVENS.items() for een in alles["situaties"]]


def reken(naam: str, een: dict[str, Any]) -> dict[str, Any]:
    secties: dict[str, Any] = {laad_regels(naam)["sectie"]: een["rijen"]}
    if "scores" in een:
        koppen = ("initiatief", "persoon", "criterium", "score")
        secties |= {"criteria": GEGEVENS[naam]["criteria"], "scores": [dict(zip(koppen, score, strict=True)) for score in een["scores"]]}
    return veld.uitkomst(secties, laad_regels(naam))


@pytest.mark.parametrize(("naam", "een"), SITUATIES)
def test_het_gereedschap_zegt_wat_een_deskundige_zegt(naam: str, een: dict[str, Any]) -> None:
    uit = reken(naam, een)
    # De raad van een vak telt alleen als er iemand in staat; daarom de punten en niet de vakken.
    gezegd = json.dumps([uit["punten"], uit["meldingen"], uit["verschillen"], uit.get("volgorde")], ensure_ascii=False)
    for zin in een["zegt"]:
        assert zin in gezegd, f"{een['antwoord']} Mist: {zin}\n{gezegd}"
    for zin in een["zegt_niet"]:
        assert zin not in gezegd, f"{een['antwoord']} Staat er ten onrechte: {zin}\n{gezegd}"
    if "volgorde" in een:
        assert [plek["naam"] for plek in uit["volgorde"]] == een["volgorde"]
    if "verschillen" in een:
        assert [f"{v['naam']} {v['criterium']}" for v in uit["verschillen"]] == een["verschillen"]


def test_er_zijn_tien_situaties_per_gereedschap() -> None:
    assert {naam: len(alles["situaties"]) for naam, alles in GEGEVENS.items()} == {"stakeholdermatrix": 10, "prioritering": 10}
    assert all(een["antwoord"] and een["zegt"] and een["zegt_niet"] for alles in GEGEVENS.values() for een in alles["situaties"])
