"""Wat er van een volgorde in een budget past. Tweeling van budget.js."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kennis.regels.basis import getal, toon_euro, vul
from kennis.regels.zinnen import opsomming

Rij = Mapping[str, Any]
PER = 10000.0  # de bijdrage staat per zoveel euro: een los getal per euro is te klein om te lezen


def budget(uit: Rij, regels: Mapping[str, Any], bedrag: Any) -> dict[str, Any]:
    """Trek de lijn in de volgorde waar het budget (euro) op is.

    uit: wat `regels.veld.uitkomst` geeft, met een `volgorde`. regels: `budget` uit `regels.json`. bedrag: euro; zonder getal komt er geen lijn.

    Geeft `rijen` (naam, prijs, totaal, per: bijdrage per 10.000 euro, past) en `zin`. Wat in een vak van `niet` staat, doet niet mee.
    Van onbekende kosten wordt niets gerekend; de zin noemt ze, want dan kan de lijn hoger liggen. Onder de lijn past niets meer.
    """
    grens, punten, totaal, open_ = getal(bedrag), {p["naam"]: p for p in uit["punten"] if p["kwadrant"] is not None}, 0.0, True
    mee = [punten[v["naam"]] for v in uit.get("volgorde", []) if punten[v["naam"]]["kwadrant"] not in regels["niet"]]
    rijen = []
    for punt in mee:
        prijs = punt.get("grootte")
        totaal += prijs or 0.0
        open_ = open_ and (grens is None or totaal <= grens)
        past = None if grens is None or (prijs is None and open_) else open_
        rijen.append({"naam": punt["naam"], "prijs": prijs, "totaal": totaal, "per": punt["y"] * PER / prijs if prijs else None, "past": past})
    return {"rijen": rijen, "zin": "" if grens is None else _zin(rijen, regels["teksten"], grens)}


def _zin(rijen: list[dict[str, Any]], teksten: Mapping[str, str], grens: float) -> str:
    binnen = [r for r in rijen if r["past"]]
    rest, zonder = [r["naam"] for r in rijen if r["past"] is False], [r["naam"] for r in rijen if r["prijs"] is None]
    prijs = toon_euro(binnen[-1]["totaal"] if binnen else 0.0)
    waarden = {"budget": toon_euro(grens), "namen": opsomming([r["naam"] for r in binnen]), "prijs": prijs, "volgende": rest[0] if rest else ""}
    zinnen = [vul(teksten["past" if binnen else "niets"], waarden), vul(teksten["volgende"], waarden) if rest else ""]
    zinnen.append(vul(teksten["onbekend"], {"namen": opsomming(zonder)}) if zonder else "")
    return " ".join(zin for zin in zinnen if zin)
