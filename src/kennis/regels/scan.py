"""Regels voor stellingen die mensen samen scoren: gemiddelde, spreiding, aandacht en wat past. Tweeling van scan.js.

De invoer is `secties` (naam → lijst van rijen) en `regels` (gereedschap/<naam>/regels.json, met
de stellingen erbij). Een rij is één antwoord: persoon, stelling, score (leeg is "weet niet") en opmerking.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from kennis.regels import metingen, rang
from kennis.regels.basis import gemiddelde, getal, tekst, toon, vul

Rij = Mapping[str, Any]
Antwoorden = Mapping[str, Mapping[str, Rij]]


def uitkomst(secties: Mapping[str, list[Rij]], regels: Mapping[str, Any], keuzes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Geef alles wat uit de invoer volgt: personen, per deel de stellingen, groepen en aandacht, en wat past.

    Met `rang` komt erbij wie klaar is en wat twee personen delen; met `moment` de metingen naast elkaar. De rest gaat dan over
    de meting die gekozen is (de keuze `meting`), en anders over de laatste.
    """
    alle = secties.get(regels["sectie"], [])
    kolom = regels.get("moment")
    nu = metingen.kies(alle, kolom, (keuzes or {}).get("meting")) if kolom else ""
    uit = _meet(metingen.van(alle, kolom, nu) if kolom else alle, regels)
    if kolom:
        keren = [{"naam": naam, "delen": _meet(metingen.van(alle, kolom, naam), regels)["delen"]} for naam in metingen.momenten(alle, kolom)]
        uit |= {"meting": nu, "metingen": metingen.reeks(keren, regels["teksten"]["meting_zonder"])}
        uit["meldingen"] += metingen.anderen(uit["metingen"], regels["teksten"]["meting_anderen"])
    return uit | {"illustratief": any(tekst(rij.get("illustratief")) == "ja" for rij in alle)}


def _meet(rijen: list[Rij], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Reken één meting uit."""
    antwoorden, personen, onbekend = _antwoorden(rijen, regels)
    lijst = [_persoon(naam, nummer, antwoorden, regels) for nummer, naam in enumerate(personen, start=1)]
    top = regels["schaal"]["top"]
    klaar = rang.klaar(antwoorden, personen, top) if regels.get("rang") else []
    rang.vul_nullen(antwoorden, klaar)
    delen = [_deel(deel, antwoorden, personen, regels, klaar) for deel in regels["delen"]]
    uit = {"personen": lijst, "delen": delen, "past": _past(delen, regels), "meldingen": _meldingen(personen, onbekend, regels)}
    if regels.get("rang"):
        uit |= {"klaar": klaar, "paren": rang.paren([s for deel in delen for s in deel["stellingen"]], klaar)}
        uit["meldingen"] += rang.meldingen(personen, klaar, top, regels["teksten"]["rang_niet_klaar"])
    return uit


def _antwoorden(rijen: list[Rij], regels: Mapping[str, Any]) -> tuple[dict[str, dict[str, Rij]], list[str], int]:
    """Geef per stelling het antwoord van elke persoon, de personen op volgorde, en hoeveel rijen nergens bij horen.

    Scoort iemand dezelfde stelling twee keer, dan telt de laatste.
    """
    antwoorden: dict[str, dict[str, Rij]] = {stelling["sleutel"]: {} for stelling in regels["stellingen"]}
    personen: dict[str, bool] = {}
    onbekend = 0
    for rij in rijen:
        stelling, persoon = tekst(rij.get("stelling")), tekst(rij.get("persoon"))
        if stelling not in antwoorden:
            onbekend += 1
        elif persoon:
            antwoorden[stelling][persoon] = rij
            personen[persoon] = True
    return antwoorden, list(personen), onbekend


def _persoon(naam: str, nummer: int, antwoorden: Antwoorden, regels: Mapping[str, Any]) -> dict[str, Any]:
    aantallen = [sum(naam in antwoorden[s["sleutel"]] for s in _stellingen(deel, regels)) for deel in regels["delen"]]
    return {"naam": naam, "nummer": nummer, "aantallen": aantallen}


def _stellingen(deel: Rij, regels: Mapping[str, Any]) -> list[Rij]:
    return [stelling for stelling in regels["stellingen"] if stelling["deel"] == deel["sleutel"]]


# -- meten ----------------------------------------------------------------------------------


def _meting(punten: list[dict[str, Any]]) -> dict[str, Any]:
    """Vat scores samen; `punten` is een lijst van {persoon, score}."""
    scores = [punt["score"] for punt in punten]
    laagste, hoogste = min(scores, default=None), max(scores, default=None)
    spreiding = None if laagste is None else hoogste - laagste
    return {"punten": punten, "gemiddelde": gemiddelde(scores), "laagste": laagste, "hoogste": hoogste, "spreiding": spreiding}


def _deel(deel: Rij, antwoorden: Antwoorden, personen: list[str], regels: Mapping[str, Any], klaar: list[str]) -> dict[str, Any]:
    stellingen = [_stelling(s, antwoorden[s["sleutel"]], personen, regels, klaar) for s in _stellingen(deel, regels)]
    groepen = [_groep(g, [s for s in stellingen if s["groep"] == g["sleutel"]], personen) for g in regels["groepen"]]
    gemeten = [s["gemiddelde"] for s in stellingen if s["gemiddelde"] is not None]
    return {
        "sleutel": deel["sleutel"],
        "titel": deel["titel"],
        "stellingen": stellingen,
        "groepen": [groep for groep in groepen if groep["aantal"]],
        "aandacht": _aandacht(stellingen, regels),
        "gescoord": len(gemeten),
        "goed": sum(w >= regels["grenzen"]["goed"] for w in gemeten),
        "totaal": len(stellingen),
    }


def _stelling(stelling: Rij, gegeven: Mapping[str, Rij], personen: list[str], regels: Mapping[str, Any], klaar: list[str]) -> dict[str, Any]:
    wie = [persoon for persoon in personen if persoon in gegeven]
    scores = {persoon: getal(gegeven[persoon].get("score")) for persoon in wie}
    opmerkingen = [{"persoon": p, "tekst": tekst(gegeven[p].get("opmerking"))} for p in wie]
    uit = {
        "sleutel": stelling["sleutel"],
        "tekst": stelling["tekst"],
        "groep": stelling["groep"],
        **_meting([{"persoon": p, "score": score} for p, score in scores.items() if score is not None]),
        "weet_niet": sum(score is None for score in scores.values()),
        "totaal": len(wie),
        "opmerkingen": [opmerking for opmerking in opmerkingen if opmerking["tekst"]],
    }
    eigen = rang.oordeel(uit, klaar, len(personen), regels["schaal"]["top"]) if regels.get("rang") else {}
    return uit | {"signaal": _signaal(uit, regels, eigen)}


def _groep(groep: Rij, stellingen: list[dict[str, Any]], personen: list[str]) -> dict[str, Any]:
    """Vat een groep samen: per persoon het gemiddelde van zijn scores, zodat iedereen even zwaar telt."""
    punten = []
    for persoon in personen:
        eigen = [punt["score"] for s in stellingen for punt in s["punten"] if punt["persoon"] == persoon]
        if eigen:
            punten.append({"persoon": persoon, "score": gemiddelde(eigen)})
    return {"sleutel": groep["sleutel"], "tekst": groep["titel"], **_meting(punten), "aantal": len(stellingen)}


# -- aandacht -------------------------------------------------------------------------------


def _signaal(meting: Rij, regels: Mapping[str, Any], eigen: Mapping[str, bool]) -> int | None:
    """Geef de plaats van het eerste signaal in `regels["signalen"]` dat helemaal geldt, of None."""
    grenzen = regels["grenzen"]
    geldt = {
        "laag": meting["gemiddelde"] is not None and meting["gemiddelde"] < grenzen["laag"],
        "oneens": meting["spreiding"] is not None and meting["spreiding"] >= grenzen["oneens"],
        "weet_niet": meting["weet_niet"] > 0 and meting["weet_niet"] >= grenzen["weet_niet"] * meting["totaal"],
        **eigen,
    }
    return next((i for i, signaal in enumerate(regels["signalen"]) if all(geldt.get(naam) for naam in signaal["bij"])), None)


def _aandacht(stellingen: list[dict[str, Any]], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Zet op volgorde wat aandacht vraagt, met de reden. Eerst het signaal, dan het gemiddelde, dan de spreiding.

    Het laagste gemiddelde staat voor, en bij kiezen en rangschikken het hoogste.
    """
    keer = -1 if regels.get("rang") else 1
    gekozen = [s for s in stellingen if s["signaal"] is not None]
    gekozen.sort(key=lambda s: (s["signaal"], 1e300 if s["gemiddelde"] is None else keer * s["gemiddelde"], -(s["spreiding"] or 0)))
    return [
        {
            "sleutel": s["sleutel"],
            "tekst": s["tekst"],
            "signaal": regels["signalen"][s["signaal"]]["naam"],
            "reden": vul(regels["signalen"][s["signaal"]]["reden"], _waarden(s)),
        }
        for s in gekozen
    ]


def _waarden(stelling: Rij) -> dict[str, str]:
    getallen = {naam: toon(stelling[naam]) for naam in ("gemiddelde", "laagste", "hoogste")}
    return getallen | {"weet_niet": str(stelling["weet_niet"]), "totaal": str(stelling["totaal"])}


# -- wat past -------------------------------------------------------------------------------


def _past(delen: list[dict[str, Any]], regels: Mapping[str, Any]) -> dict[str, Any] | None:
    """Zeg welk deel past, als minstens twee delen genoeg zijn gescoord: het eerste waar nog werk te doen is."""
    grenzen, teksten = regels["grenzen"], regels["teksten"]
    los = {deel["sleutel"] for deel in regels["delen"] if deel.get("los")}
    delen = [deel for deel in delen if deel["sleutel"] not in los]
    bekend = [deel for deel in delen if deel["totaal"] and deel["gescoord"] >= grenzen["genoeg"] * deel["totaal"]]
    if len(bekend) < 2:
        return None
    werk = [deel for deel in bekend if deel["goed"] < grenzen["past"] * deel["gescoord"]]
    gekozen = werk[0] if werk else bekend[-1]
    zinnen = [vul(teksten["past_deel" if deel in bekend else "past_te_weinig"], _aandeel(deel)) for deel in delen]
    return {"deel": gekozen["sleutel"], "zin": vul(teksten["past" if werk else "past_alles"], {"titel": gekozen["titel"]}), "zinnen": zinnen}


def _aandeel(deel: Rij) -> dict[str, str]:
    procent = math.floor(deel["goed"] / deel["gescoord"] * 100 + 0.5) if deel["gescoord"] else 0
    return {"titel": deel["titel"], "procent": str(procent)} | {naam: str(deel[naam]) for naam in ("goed", "gescoord", "totaal")}


def _meldingen(personen: list[str], onbekend: int, regels: Mapping[str, Any]) -> list[str]:
    uit = [regels["teksten"]["alleen"]] if len(personen) == 1 else []
    return uit + ([vul(regels["teksten"]["onbekend"], {"aantal": str(onbekend)})] if onbekend else [])
