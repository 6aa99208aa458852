"""Namen bij punten: nooit op een ander punt, nooit over elkaar, in beide talen op dezelfde plek."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from kennis.regels.namen import breedte, plaats_namen
from kennis.regels.zinnen import breek, opsomming

VAK = (0, 0, 600, 480)
VAST = [(0, 0, 90, 20), (510, 460, 90, 20)]
STREPEN = [(80, 99, 240, 2), (299, 60, 2, 300)]
NAMEN = ["Menzis", "Regionaal verwijsplatform bouwen", "Ouderen 70+ thuis", "GGD", "😀 zorg", "Cafe\u0301", "MWM", ""]


def punt(x: float, y: float, r: float = 9, naam: str = "Regionaal verwijsplatform") -> dict[str, float]:
    return {"x": x, "y": y, "r": r, "b": breedte(naam) * 13, "h": 16, "nb": 16, "nh": 16}


def afstand_tot_punt(doos: Any, p: dict[str, float]) -> float:
    dx = max(doos[0] - p["x"], 0, p["x"] - doos[0] - doos[2])
    dy = max(doos[1] - p["y"], 0, p["y"] - doos[1] - doos[3])
    return (dx * dx + dy * dy) ** 0.5


def gevallen(aantal: int) -> list[list[dict[str, float]]]:
    kans, uit = random.Random(5), []
    for _ in range(aantal):
        druk = kans.random() < 0.3
        plek = (lambda: kans.choice([100.0, 104.0, 300.0])) if druk else (lambda: kans.uniform(10, 470))
        uit.append([punt(plek(), plek(), kans.choice([7, 9, 9, 25, 46]), kans.choice(NAMEN)) for _ in range(kans.randint(0, 24))])
    return uit


def test_een_naam_alleen_staat_rechts_van_haar_punt() -> None:
    (plek,) = plaats_namen([punt(100, 100)], VAK, [], 4)
    assert (plek["soort"], plek["x"], plek["y"], plek["anker"], plek["lijn"]) == ("naam", 113, 92, "start", None)


def test_bij_de_rand_staat_zij_links() -> None:
    (plek,) = plaats_namen([punt(580, 100)], VAK, [], 4)
    assert (plek["anker"], plek["x"]) == ("end", 567)


def test_ingesloten_tussen_punten_komt_er_een_lijn_en_anders_een_nummer() -> None:
    ring = [punt(300 + dx, 240 + dy, 9, "") for dx in (-40, 0, 40) for dy in (-40, 0, 40) if dx or dy]
    plek = plaats_namen([*ring, punt(300, 240, 9, "Naam")], VAK, [], 4)[-1]
    assert plek["soort"] == "naam" and plek["lijn"] is None  # een korte naam past tussen de punten
    muur = [{**punt(300 + dx, 240 + dy, 9, ""), "h": 0} for dx in range(-48, 49, 16) for dy in (-24, 24)]
    muur += [{**punt(x, 240, 9, ""), "h": 0} for x in (258, 342)]
    soort = plaats_namen([*muur, punt(300, 240, 9, "Een heel lange naam voor een punt")], VAK, [], 4)[-1]
    assert soort["soort"] == "nummer"


def test_een_naam_ligt_nooit_op_een_ander_punt_en_nooit_op_een_andere_naam() -> None:
    nummers = lijnen = binnen = 0
    for punten in gevallen(300):
        plekken = plaats_namen(punten, VAK, VAST, 4)
        buiten = [(i, plek) for i, plek in enumerate(plekken) if plek["soort"] != "binnen"]
        binnen += len(plekken) - len(buiten)
        for i, plek in buiten:
            nummers += plek["soort"] == "nummer"
            lijnen += plek["lijn"] is not None
            assert all(afstand_tot_punt(plek["doos"], p) >= p["r"] for j, p in enumerate(punten) if j != i)
            for ander in [*VAST, *(p["doos"] for j, p in buiten if j != i)]:
                x, y, breed, hoog = plek["doos"]
                assert x >= ander[0] + ander[2] or ander[0] >= x + breed or y >= ander[1] + ander[3] or ander[1] >= y + hoog
    assert nummers > 100 and lijnen > 50 and binnen < nummers / 2


def test_gewone_drukte_geeft_bijna_altijd_een_naam() -> None:
    """Twaalf gewone namen op een gewoon veld: hoogstens af en toe een nummer."""
    kans = random.Random(8)
    alle = [
        p for _ in range(50) for p in plaats_namen([punt(kans.uniform(30, 570), kans.uniform(30, 450), 9, "Gemeente Aalten") for _ in range(12)], VAK, VAST, 4)
    ]
    assert sum(p["soort"] == "naam" for p in alle) > 0.97 * len(alle)


def test_namen_staan_in_beide_talen_op_dezelfde_plek(regels_in_js: Any) -> None:
    proef = gevallen(400)
    ginds = regels_in_js(
        "([gevallen, vak, vast, mijd]) => gevallen.map((punten) => kennisRegels.namen.plaatsNamen(punten, vak, vast, 4, mijd))", [proef, VAK, VAST, STREPEN]
    )
    for punten, daar in zip(proef, ginds, strict=True):
        assert json.loads(json.dumps(plaats_namen(punten, VAK, VAST, 4, STREPEN))) == daar


def test_een_naam_mijdt_een_streep_als_dat_kan() -> None:
    (plek,) = plaats_namen([punt(100, 100)], VAK, [], 4, [(100, 99, 200, 2)])
    assert plek["soort"] == "naam" and plek["anker"] == "middle" and plek["y"] == 100 - 13 - 16


@pytest.mark.parametrize("letters", [1, 7, 20])
def test_zinnen_zijn_in_beide_talen_gelijk(letters: int, regels_in_js: Any) -> None:
    from kennis.regels.zinnen import als_tekst, hoofdletter, kaal

    kans = random.Random(letters)
    teksten = [
        "",
        " ",
        "a",
        "[x](#y) en [z](w)",
        "[x](",
        "ß",
        "élan",
        "😀 zorg",
        *("".join(kans.choices("abé😀 -[](x)", k=kans.randint(0, 40))) for _ in range(800)),
    ]
    assert regels_in_js("([t, n]) => t.map((z) => kennisRegels.zinnen.breek(z, n))", [teksten, letters]) == [breek(t, letters) for t in teksten]
    for naam, functie in (("kaal", kaal), ("hoofdletter", hoofdletter)):
        assert regels_in_js(f"(t) => t.map((z) => kennisRegels.zinnen.{naam}(z))", teksten) == [functie(t) for t in teksten]
    lijsten = [teksten[:n] for n in range(5)]
    assert regels_in_js("(l) => l.map(kennisRegels.zinnen.opsomming)", lijsten) == [opsomming(lijst) for lijst in lijsten]
    waarden = [None, 0, 7.5, 1 / 3, "x", " "]
    assert regels_in_js("(w) => w.map(kennisRegels.zinnen.alsTekst)", waarden) == [als_tekst(w) for w in waarden]
    breedtes = regels_in_js("(t) => t.map(kennisRegels.namen.breedte)", [*teksten, *NAMEN, "İÉßǅ"])
    assert breedtes == [breedte(t) for t in [*teksten, *NAMEN, "İÉßǅ"]]
