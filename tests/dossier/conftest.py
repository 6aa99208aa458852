"""Bedachte dossiers voor de tests: nette, en zoals ze van buiten kunnen komen."""

from __future__ import annotations

import copy
import random
from types import SimpleNamespace
from typing import Any

import pytest

from kennis.dossier import sectie, sectienamen
from kennis.dossier.secties import VELDEN

# Namen waar het mis zou kunnen gaan: aanhalingstekens, html, emoji, rechts-naar-links, losse accenten, sjablonen, formules.
NAMEN = [
    "Menzis", 'Zorg "Samen"', "'s-Heerenloo", "<script>alert(1)</script>", "Ω & Ærø", "👩‍⚕️ wijkzorg", "שלום", "Cafe\u0301", "İstanbul", "ΣΊΣΥΦΟΣ",
    "__proto__", "constructor", "toString", "0", "ja", "=1+1", "-", "A; B", "a\nb", "#kb=x.y", "null", "2026-11-25", "1.200", "naam", " rand ",
]  # fmt: skip
RAAR = [
    None, "", " ", 0, -1, 3.5, 1e16, 1e300, True, False, [], {}, ["a"], {"a": 1}, "\x00", "a\x07b", "\x85", "\u2028", "\u202eomgekeerd", "x" * 90,
    "y" * 10001, "\ud800", "\ufffe", [[["diep"]]], {"__proto__": {"a": 1}}, "é" * 70,
]  # fmt: skip


def net_cel(kolom: Any, toeval: random.Random, nummer: int) -> Any:
    """Bedenk een waarde die in een kolom mag."""
    if kolom.soort == "keuze":
        return toeval.choice(kolom.waarden)
    if kolom.soort == "tekst":
        return f"{toeval.choice(NAMEN)} {nummer}".strip() if kolom.uniek or kolom.verplicht else toeval.choice(NAMEN).strip()
    laagst, hoogst = kolom.min or 0, kolom.max if kolom.max is not None else 1e6
    tussen = toeval.randint(int(laagst), int(hoogst)) if kolom.soort == "heel" else toeval.uniform(laagst, hoogst)
    return toeval.choice([laagst, hoogst, tussen, float(toeval.randint(int(laagst), int(min(hoogst, 10))))])


def net_dossier(toeval: random.Random) -> dict[str, Any]:
    """Bedenk een dossier waarin alles klopt, in de vorm van een bestand."""
    secties: dict[str, Any] = {}
    for naam in toeval.sample(sectienamen(), toeval.randint(0, 5)):
        kolommen = sectie(naam).kolommen.lijst
        secties[naam] = [{k.sleutel: net_cel(k, toeval, n) for k in kolommen if k.verplicht or toeval.random() < 0.5} for n in range(toeval.randint(0, 4))]
    if "scores" in secties:
        _maak_kloppend(secties, toeval)
    velden = {k.sleutel: net_cel(k, toeval, 0) for k in VELDEN.lijst if toeval.random() < 0.4}
    rest: dict[str, Any] = {}
    if toeval.random() < 0.3:
        rest["bronnen"] = [{"sleutel": toeval.choice(NAMEN).strip(), "vindplaats": "p. 3"}, {"sleutel": "nivel"}]
    if toeval.random() < 0.4:
        rest["keuzes"] = {"prioritering": {"maat": "oppervlakte", "n": 1.5, "lijst": ["a", None, True]}}
    if toeval.random() < 0.3:
        rest["gewijzigd"] = {"stakeholders": "2026-11-25T10:00:00Z"}
    if toeval.random() < 0.3:
        rest["apart"] = [{"wat": "kolom", "sectie": "stakeholders", "naam": "kleur", "waarde": [["A", "=rood"]], "waarom": "kende ik niet"}]
    return {"kennisdossier": 2, **velden, **rest, "secties": secties}


def _maak_kloppend(secties: dict[str, Any], toeval: random.Random) -> None:
    """Laat scores verwijzen naar wat er staat."""
    for doel, kolom in (("initiatieven", "initiatief"), ("criteria", "criterium")):
        namen = [rij["naam"] for rij in secties.get(doel, [])]
        if doel in secties and not namen:
            secties["scores"] = []
        for rij in secties["scores"]:
            rij[kolom] = toeval.choice(namen) if namen else rij[kolom]


def bedorven(toeval: random.Random) -> Any:
    """Bedenk een dossier zoals het van buiten kan komen: met van alles mis."""
    dossier = net_dossier(toeval)
    for _ in range(toeval.randint(0, 4)):
        bederf = toeval.choice(BEDERF)
        if isinstance(dossier, dict):
            dossier = copy.deepcopy(bederf(dossier, toeval))
    return dossier


def _cel(dossier: dict[str, Any], toeval: random.Random) -> Any:
    rijen = [rij for rijen in _secties(dossier).values() if isinstance(rijen, list) for rij in rijen if isinstance(rij, dict) and rij]
    if rijen:
        rij = toeval.choice(rijen)
        rij[toeval.choice([*rij, "vreemd", "id", "kleur", "nam", "__proto__", ""])] = toeval.choice([*RAAR, *NAMEN])
    return dossier


def _rij(dossier: dict[str, Any], toeval: random.Random) -> Any:
    lijsten = [rijen for rijen in _secties(dossier).values() if isinstance(rijen, list)]
    if lijsten:
        rijen = toeval.choice(lijsten)
        rijen.insert(toeval.randint(0, len(rijen)), toeval.choice([{}, {"naam": "Menzis"}, {"naam": "menzis ", "soort": "Gemeente"}, *RAAR, *rijen]))
    return dossier


def _sectie(dossier: dict[str, Any], toeval: random.Random) -> Any:
    _secties(dossier)[toeval.choice([*sectienamen(), "stakeholder", "onzin", "__proto__", ""])] = toeval.choice([*RAAR, [{"naam": "A"}], [{"wat": "bel"}]])
    return dossier


def _veld(dossier: dict[str, Any], toeval: random.Random) -> Any:
    naam = toeval.choice([*VELDEN.sleutels, "bronnen", "keuzes", "gewijzigd", "apart", "titl", "vorig", "__proto__"])
    extra = [[{"sleutel": 3}], [{"vindplaats": "x"}], {"a": {"b": float(2)}, "c": 3}, {"stakeholders": 5}, ["los", {"wat": "veld", "naam": "oud"}]]
    dossier[naam] = toeval.choice([*RAAR, *extra])
    return dossier


def _versie(dossier: dict[str, Any], toeval: random.Random) -> Any:
    versie = toeval.choice([1, 2, 3, 99, 1.0, 2.5, 0, -1, "2", None, True, [], 1e300])
    return {**dossier, "kennisdossier": versie} if toeval.random() < 0.8 else {k: w for k, w in dossier.items() if k != "kennisdossier"}


def _vorm(dossier: dict[str, Any], toeval: random.Random) -> Any:
    return toeval.choice([dossier, dossier, dossier, {}, [], None, 5, "x", {"secties": None}, {"secties": []}, {**dossier, "secties": 3}])


def _secties(dossier: dict[str, Any]) -> dict[str, Any]:
    return dossier["secties"] if isinstance(dossier.get("secties"), dict) else {}


BEDERF = [_cel, _cel, _cel, _rij, _rij, _sectie, _veld, _veld, _versie, _vorm]


@pytest.fixture(scope="session")
def gevallen() -> SimpleNamespace:
    """De makers van bedachte dossiers; elk krijgt een `random.Random`, zodat een geval terug te vinden is."""
    return SimpleNamespace(net_dossier=net_dossier, bedorven=bedorven, net_cel=net_cel, NAMEN=NAMEN, RAAR=RAAR)
