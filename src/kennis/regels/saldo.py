"""Regels voor wie wint en wie betaalt. Tweeling van saldo.js."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels.basis import getal, som, tekst, toon_euro, vul
from kennis.regels.zinnen import opsomming

Rij = Mapping[str, Any]


def saldo(rijen: list[Rij], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef per partij wie wint en wie betaalt, en of de winst die echt te innen is de tekorten dekt (euro per jaar).

    rijen: de partijen. regels: `saldo` uit `regels.json`. `kas` is wat echt te innen is min de inbreng; None als dat niet te rekenen is.
    `ontbreekt` noemt wie dan buiten de som blijft; zolang er iemand in staat, zegt `oordeel` nooit dat het genoeg is.

    >>> teksten = {"wie": "{naam} {bedrag}", "niemand": "", "dekt_niet": "Er ontbreekt {verschil}: {wie}.", "dicht_kan": ""}
    >>> kolommen = {"in": "kost", "uit": "krijgt", "inbaar": "int", "innen": "echt", "oordeel": "vindt", "teksten": teksten}
    >>> saldo([{"naam": "A", "kost": 10, "krijgt": 40, "echt": "nee"}], kolommen)["oordeel"]
    'Er ontbreekt € 10: A € 10. '
    """
    delen = [_partij(rij, regels) for rij in rijen]
    bekend = [d for d in delen if d["kas"] is not None]
    winst = som(d["kas"] for d in bekend if d["kas"] > 0)
    tekort = som(-d["kas"] for d in bekend if d["kas"] < 0)
    ontbreekt = [d["naam"] for d in delen if d["kas"] is None]
    waarden = _waarden(winst, tekort, [d for d in bekend if d["kas"] < 0], ontbreekt, regels)
    zin = vul(regels["teksten"][_sleutel(rijen, regels, bekend, winst, tekort, ontbreekt)], waarden)
    if not ontbreekt and tekort > winst:
        zin += " " + _dicht(delen, regels, tekort - winst)
    return {"partijen": delen, "winst": winst, "tekort": tekort, "ontbreekt": ontbreekt, "oordeel": zin}


def _sleutel(rijen: list[Rij], regels: Rij, bekend: Sequence[Rij], winst: float, tekort: float, ontbreekt: Sequence[str]) -> str:
    """Kies de zin. Wie ontbreekt, kan de uitkomst nog keren; dan is er geen oordeel."""
    if not bekend:
        iets = any(getal(rij.get(regels[k])) is not None for rij in rijen for k in ("in", "uit", "inbaar"))
        return "niet_te_rekenen" if iets else "geen_bedragen"
    if ontbreekt:
        return "onvolledig" if tekort > 0 or winst > 0 else "onvolledig_gelijk"
    if tekort == 0:
        return "niemand_tekort"
    return "dekt" if winst >= tekort else "dekt_niet"


def _waarden(winst: float, tekort: float, tekorten: Sequence[Rij], ontbreekt: Sequence[str], regels: Rij) -> dict[str, str]:
    wie = [vul(regels["teksten"]["wie"], {"naam": d["naam"], "bedrag": toon_euro(-d["kas"])}) for d in tekorten]
    bedragen = {"winst": toon_euro(winst), "tekort": toon_euro(tekort), "verschil": toon_euro(abs(winst - tekort))}
    niemand = regels["teksten"]["niemand"]
    return {**bedragen, "wie": opsomming(wie) or niemand, "ontbreekt": opsomming(ontbreekt) or niemand}


def _dicht(delen: Sequence[Rij], regels: Rij, gat: float) -> str:
    """Zeg welk bedrag het dicht maakt, en of opbrengst die nu niet te innen is daarvoor groot genoeg is."""
    vast = som(d["niet_te_innen"] for d in delen)
    namen = [d["naam"] for d in delen if d["niet_te_innen"] > 0]
    waarden = {"verschil": toon_euro(gat), "vast": toon_euro(vast), "namen": opsomming(namen)}
    sleutel = "dicht" if not namen else "dicht_kan" if vast >= gat else "dicht_deels"
    return vul(regels["teksten"][sleutel], waarden)


def _te_innen(baten: float | None, inbaar: float | None, woord: str) -> float | None:
    """Geef wat er echt binnenkomt. `nee` is 0, `ja` is alles, en een bedrag telt tot de opbrengst; anders is het niet bekend."""
    if woord == "nee" or baten == 0:
        return 0.0
    if inbaar is not None:
        return inbaar if baten is None else min(inbaar, baten)
    return baten if woord == "ja" else None


def _partij(rij: Rij, regels: Mapping[str, Any]) -> dict[str, Any]:
    kosten, baten, inbaar = (getal(rij.get(regels[k])) for k in ("in", "uit", "inbaar"))
    woord, gezegd = tekst(rij.get(regels["innen"])), tekst(rij.get(regels["oordeel"])) or "onbekend"
    netto = baten - kosten if kosten is not None and baten is not None else None
    innen = _te_innen(baten, inbaar, woord)
    kas = innen - kosten if innen is not None and kosten is not None else None
    berekend = None if netto is None else "wint" if netto > 0 else "betaalt" if netto < 0 else "gelijk"
    vast = max(0.0, baten - innen) if baten is not None and innen is not None else 0.0
    return {
        "naam": tekst(rij.get("naam")), "netto": netto, "innen": innen, "kas": kas, "niet_te_innen": vast, "oordeel": berekend or gezegd,
        "meldingen": _meldingen(regels["teksten"], gezegd, berekend, woord, baten, inbaar),
    }  # fmt: skip


def _meldingen(teksten: Mapping[str, str], gezegd: str, berekend: str | None, woord: str, baten: float | None, inbaar: float | None) -> list[str]:
    uit = []
    if berekend is not None and gezegd not in ("onbekend", berekend):
        uit.append(vul(teksten["tegenspraak"], {"gezegd": gezegd, "berekend": berekend}))
    if inbaar is not None and baten is not None and inbaar > baten:
        uit.append(teksten["te_veel_inbaar"])
    if woord == "nee" and inbaar is not None and inbaar > 0:
        uit.append(teksten["nee_met_bedrag"])
    if woord == "ja" and inbaar is not None and baten is not None and inbaar < baten:
        uit.append(teksten["ja_met_minder"])
    return uit
