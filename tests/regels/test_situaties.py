"""Situaties met wat een deskundige naar ons oordeel zou zeggen, opgeschreven voordat de kiezer ze kreeg, en de grenzen van `kennis meet advies`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kennis import gereedschap
from kennis.boek import meetadvies
from kennis.regels import kiezer

KIEZERS = [naam for naam in gereedschap.namen() if gereedschap.klasse(naam).soort == "kiezer"]
SITUATIES = {naam: json.loads((Path(__file__).parent / "situaties" / f"{naam}.json").read_text(encoding="utf-8")) for naam in KIEZERS}
GEVALLEN = [pytest.param(naam, s, id=f"{naam}-{s['wat']}") for naam in KIEZERS for s in SITUATIES[naam]]


def test_elke_kiezer_heeft_tien_situaties() -> None:
    assert {naam: len(s) for naam, s in SITUATIES.items()} == dict.fromkeys(KIEZERS, 10)


@pytest.mark.parametrize(("naam", "situatie"), GEVALLEN)
def test_een_deskundige_zou_dit_ook_zeggen(naam: str, situatie: dict[str, Any]) -> None:
    regels = gereedschap.klasse(naam).regels()
    antwoorden = situatie.get("zegt") or dict.fromkeys(situatie.get("wil", []), "belangrijk")
    rijen = [{"vraag": vraag, "antwoord": gezegd} for vraag, gezegd in antwoorden.items()]
    uit = kiezer.uitkomst({regels["sectie"]: rijen if "lijst" not in regels else []}, regels, situatie.get("filter", {}))
    assert uit["meldingen"] == []
    if "kop" in situatie:
        assert uit["kop"] == situatie["kop"], uit["zekerheid"]["zin"]
    if "soort" in situatie:
        assert uit["zekerheid"]["soort"] == situatie["soort"]
    if "alles" in situatie:
        assert [o["sleutel"] for o in uit["opties"] if all(r["oordeel"] == "+" for r in o["redenen"])] == situatie["alles"]
    er = uit["kop"] if "lijst" not in regels else [o["sleutel"] for o in uit["opties"] if not o["valt_af"]]
    assert set(situatie.get("wel", [])) <= set(er) and not set(situatie.get("niet", [])) & set(er)


# -- meet advies ------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", meetadvies.te_meten())
def test_het_advies_hangt_van_de_invoer_af(naam: str) -> None:
    assert meetadvies.meet(gereedschap.klasse(naam).regels()).bezwaren() == []


def test_wat_de_bladzijde_over_de_drempel_zegt_klopt() -> None:
    regels = gereedschap.klasse("governancekiezer").regels()
    meting = meetadvies.meet(regels)
    zin = regels["teksten"]["volgorde"]
    for deel in (meting.niets, *meting.wint.values()):
        assert f"{round(100 * deel)} procent" in zin, (deel, zin)


def test_een_kiezer_die_niet_luistert_valt_door_de_mand() -> None:
    vragen = [{"sleutel": v, "titel": v, "gewicht": g, "antwoorden": [{"waarde": "ja"}, {"waarde": "nee"}]} for v, g in (("p", 1), ("q", 0))]
    cellen = {"p": {"o": {"ja": "+", "nee": "+"}}, "q": {"o": {"ja": "+", "nee": "-"}}}
    opties = [{"sleutel": "a", "titel": "A", "cellen": cellen}, {"sleutel": "b", "titel": "B", "cellen": {"p": {"o": "-"}, "q": {"o": "-"}}}]
    teksten = gereedschap.klasse("governancekiezer").regels()["teksten"]
    meting = meetadvies.meet({"vragen": vragen, "opties": opties, "teksten": teksten})
    assert meting.bezwaren() == [
        "de uitkomst 'A' komt in 100,0% van de situaties",
        "de optie 'B' staat nooit alleen voorop",
        "de vraag 'p' verandert maar in 0,0% iets",
        "de vraag 'q' verandert maar in 0,0% iets",
    ]
