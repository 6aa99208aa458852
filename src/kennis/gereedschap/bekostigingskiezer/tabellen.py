"""Wat de bekostigingskiezer uit de kennistabellen haalt: vragen, modellen en oordelen."""

from __future__ import annotations

from typing import Any

from kennis import tabellen
from kennis.dossier import als_rijen
from kennis.regels.zinnen import kaal

# In de tabel staat waarom wij dit criterium zo lezen; in een formulier hoort alleen wat de lezer nodig heeft.
UITLEG = {"wetten": "Kunnen mensen soepel van het ene domein naar het andere?"}


def _rijen(tabel: str, **waar: str) -> list[dict[str, Any]]:
    """Geef de rijen van een kennistabel waar elke kolom van `waar` die waarde heeft."""
    return [rij for rij in als_rijen(tabellen.laad(tabel)) if all(rij[k] == w for k, w in waar.items())]


def vragen(regels: dict[str, Any]) -> list[dict[str, Any]]:
    """Geef de criteria van tabel 4.2 als vragen."""
    return [
        {"sleutel": c["sleutel"], "titel": c["gewoon"], "vraag": c["gewoon"], "uitleg": UITLEG.get(c["sleutel"], kaal(c["uitleg"]))}
        for c in _rijen("nivel_criteria")
    ]


def opties(regels: dict[str, Any]) -> list[dict[str, Any]]:
    """Geef de modellen met hun oordeel per criterium."""
    return [_optie(naam) for naam in dict.fromkeys(rij["rij"] for rij in _rijen("nivel_toepasbaarheid"))]


def _optie(rij: str) -> dict[str, Any]:
    cellen = _rijen("nivel_toepasbaarheid", rij=rij)
    sleutel, variant = cellen[0]["model"], cellen[0]["variant"]
    (model,) = _rijen("nivel_modellen", sleutel=sleutel)
    (risico,) = _rijen("nivel_risico", model=sleutel)
    plek = {"betaler": "Bij de betaler.", "gedeeld": "Gedeeld.", "aanbieder": "Bij de aanbieder."}[risico["risico"]]
    return {
        "sleutel": rij,
        "titel": f"{model['naam']}, {variant}" if variant else model["naam"],
        "cellen": {c["criterium"]: {"o": c["oordeel"], "t": kaal(c["toelichting"]), "g": c["grond"]} for c in cellen},
        "hoe": kaal(model["hoe"]),
        "prikkel": kaal(model["prikkel"]),
        "risico": f"{plek} {kaal(risico['toelichting'])}",
        # Het enige voordeel dat de bron bij betaling per capita noemt, gaat over de vorm voor meer zorgverleners.
        "voordelen": [] if variant == "één zorgverlener" else _zinnen(sleutel, soort="voordeel"),
        "risicos": _zinnen(sleutel, soort="risico"),
        "voorwaarden": _zinnen(sleutel, soort="voorwaarde"),
    }


def _zinnen(model: str, **waar: str) -> list[str]:
    rijen = _rijen("nivel_voordelen_risicos", model=model, **waar)
    return [kaal(r["tekst"]) + (f" ({kaal(r['literatuur'])})" if r["literatuur"] else "") for r in rijen]


def inhoud_extra(regels: dict[str, Any]) -> dict[str, list[str]]:
    """Geef wat voor elk alternatief model geldt, en wat een verandering tegenwerkt of helpt."""
    extra = {
        soort: [f"{t['naam']} ({t['n']} van 51 onderzoeken). {kaal(t['uitleg'])}" for t in _rijen("nivel_belemmeringen", soort=soort)]
        for soort in ("belemmering", "bevorderend")
    }
    return {**extra, "gedeeld": _zinnen("alle-alternatieven")}
