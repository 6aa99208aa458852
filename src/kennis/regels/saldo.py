"""Regels voor wie wint en wie betaalt. Tweeling van saldo.js."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kennis.regels.basis import getal, som, tekst, toon_euro, vul

Rij = Mapping[str, Any]


def saldo(rijen: list[Rij], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef per partij wie wint en wie betaalt, en of de winst die echt te innen is de tekorten dekt."""
    delen = [_partij(rij, regels) for rij in rijen]
    winst = som(d["kas"] for d in delen if d["kas"] is not None and d["kas"] > 0)
    tekort = som(-d["kas"] for d in delen if d["kas"] is not None and d["kas"] < 0)
    bekend = [d for d in delen if d["kas"] is not None]
    sleutel = "geen_bedragen" if not bekend else "dekt" if winst >= tekort else "dekt_niet"
    waarden = {"winst": toon_euro(winst), "tekort": toon_euro(tekort), "verschil": toon_euro(abs(winst - tekort))}
    zin = vul(regels["teksten"][sleutel], waarden)
    if bekend and len(bekend) < len(delen):
        zin += " " + vul(regels["teksten"]["onvolledig"], {"aantal": str(len(delen) - len(bekend))})
    return {"partijen": delen, "winst": winst, "tekort": tekort, "oordeel": zin}


def _partij(rij: Rij, regels: Mapping[str, Any]) -> dict[str, Any]:
    kosten, baten, inbaar = (getal(rij.get(regels[k])) for k in ("in", "uit", "inbaar"))
    netto = baten - kosten if kosten is not None and baten is not None else None
    kas = min(inbaar, baten) - kosten if netto is not None and inbaar is not None else None
    gezegd = tekst(rij.get(regels["oordeel"])) or "onbekend"
    berekend = None if netto is None else "wint" if netto > 0 else "betaalt" if netto < 0 else "gelijk"
    meldingen = []
    if berekend is not None and gezegd not in ("onbekend", berekend):
        meldingen.append(vul(regels["teksten"]["tegenspraak"], {"gezegd": gezegd, "berekend": berekend}))
    if inbaar is not None and baten is not None and inbaar > baten:
        meldingen.append(regels["teksten"]["te_veel_inbaar"])
    return {"naam": tekst(rij.get("naam")), "netto": netto, "kas": kas, "oordeel": berekend or gezegd, "meldingen": meldingen}
