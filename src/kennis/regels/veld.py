"""Regels voor dingen op twee assen: plaats, kwadrant, advies, spreiding en volgorde. Tweeling van veld.js.

De invoer is `secties` (naam → lijst van rijen) en `regels` (gereedschap/<naam>/regels.json); de
uitkomst is gewone data, die een figuur, een tabel of een pagina alleen nog hoeft te tonen.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from kennis.regels.basis import gemiddelde, getal, op_sleutel, som, tekst, toon, vul
from kennis.regels.zinnen import opsomming

Rij = Mapping[str, Any]
DICHTBIJ = 1.0  # hoeveel punten van een grens nog dichtbij is; van ons
VERSCHIL = 3.0  # vanaf hoeveel punten twee personen op een criterium echt verschillen; van ons
MEEST = 5  # hoeveel verschillen er hoogstens staan


def uitkomst(secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef alles wat uit de invoer volgt: punten, kwadranten, meldingen, en zo nodig de volgorde."""
    rijen = secties.get(regels["sectie"], [])
    punten = [_punt(rij, secties, regels) for rij in rijen]
    _grootte(punten, rijen, regels)
    uit: dict[str, Any] = {
        "punten": punten,
        "kwadranten": [_bewoners(kwadrant, punten) for kwadrant in regels["kwadranten"]],
        "meldingen": _meldingen(rijen, punten, regels),
        "verschillen": verschillen(secties, regels),
    }
    if "volgorde" in regels:
        uit["volgorde"] = _volgorde(punten, rijen, secties, regels)
    return uit


# -- plaats en kwadrant ---------------------------------------------------------------------


def _punt(rij: Rij, secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> dict[str, Any]:
    x, x_van, x_tot = plaats(rij, regels["x"], secties, regels)
    y, y_van, y_tot = plaats(rij, regels["y"], secties, regels)
    punt = {"naam": tekst(rij.get("naam")), "x": x, "x_van": x_van, "x_tot": x_tot, "y": y, "y_van": y_van, "y_tot": y_tot}
    punt["illustratief"] = tekst(rij.get("illustratief")) == "ja"
    if x is None or y is None:
        return punt | {"kwadrant": None, "titel": regels["teksten"]["geen_plek"], "advies": "", "eigen": [], "twijfel": [], "anders": []}
    kwadrant = kwadrant_van(x, y, regels)
    eigen = _eigen_tekst(rij, kwadrant, regels)
    return punt | {
        "kwadrant": kwadrant["sleutel"],
        "titel": eigen["titel"],
        "advies": eigen["advies"],
        "eigen": _eigen_raad(rij, kwadrant, regels),
        "twijfel": _twijfel(rij, punt, kwadrant, secties, regels),
        "anders": _anders(rij, x, y, regels),
    }


def plaats(rij: Rij, as_: Mapping[str, str], secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> tuple[float | None, float | None, float | None]:
    """Geef de plaats op een as, met de laagste en hoogste mening.

    Zonder scores is dat wat er is ingevuld. Met scores is het het gemiddelde van de personen, tenzij
    de groep na het gesprek zelf een plaats heeft vastgesteld.
    """
    ingevuld = getal(rij.get(as_["kolom"]))
    meningen = oordelen(tekst(rij.get("naam")), as_["kolom"], secties, regels) if "scores" in regels else []
    if not meningen:
        return ingevuld, None, None
    vast = tekst(rij.get("vastgesteld")) == "ja" and ingevuld is not None
    return (ingevuld if vast else gemiddelde(meningen)), min(meningen), max(meningen)


def oordelen(naam: str, as_: str, secties: Mapping[str, list[Rij]], regels: Mapping[str, Any], zonder: str | None = None) -> list[float]:
    """Geef per persoon het gewogen gemiddelde van zijn scores op een as.

    Een criterium dat iemand niet scoorde, telt voor die persoon niet mee. `zonder` laat één criterium weg.
    """
    return list(per_persoon(naam, as_, secties, regels, zonder).values())


def per_persoon(naam: str, as_: str, secties: Mapping[str, list[Rij]], regels: Mapping[str, Any], zonder: str | None = None) -> dict[str, float]:
    """Geef het gewogen gemiddelde op een as, met de naam van de persoon erbij; zie `oordelen`."""
    gewichten = {
        sleutel: getal(criterium.get("gewicht")) or 0.0
        for sleutel, criterium in op_sleutel(secties.get(regels["scores"]["criteria"], []), "naam").items()
        if tekst(criterium.get("as")) == as_ and sleutel != zonder
    }
    personen: dict[str, list[tuple[float, float]]] = {}
    ding = regels["scores"]["ding"]
    for score in secties.get(regels["scores"]["sectie"], []):
        gewicht, waarde = gewichten.get(tekst(score.get("criterium")), 0.0), getal(score.get("score"))
        if tekst(score.get(ding)) == naam and gewicht > 0 and waarde is not None:
            personen.setdefault(tekst(score.get("persoon")), []).append((gewicht, waarde))
    return {wie: som(g * w for g, w in paren) / som(g for g, _ in paren) for wie, paren in personen.items()}


def _kant(waarde: float, grens: float) -> str:
    return "hoog" if waarde >= grens else "laag"


def kwadrant_van(x: float, y: float, regels: Mapping[str, Any]) -> Mapping[str, Any]:
    """Geef het kwadrant van een plaats; precies op de grens telt als hoog."""
    kant_x, kant_y = _kant(x, regels["grens"]), _kant(y, regels["grens"])
    return next(k for k in regels["kwadranten"] if k["x"] == kant_x and k["y"] == kant_y)


def _eigen_tekst(rij: Rij, kwadrant: Mapping[str, Any], regels: Mapping[str, Any]) -> Mapping[str, Any]:
    for uitzondering in regels.get("uitzonderingen", []):
        if uitzondering["kwadrant"] == kwadrant["sleutel"] and tekst(rij.get(uitzondering["kolom"])) in uitzondering["is"]:
            return uitzondering
    return kwadrant


def _eigen_raad(rij: Rij, kwadrant: Mapping[str, Any], regels: Mapping[str, Any]) -> list[str]:
    """Geef wat er bij dit ding nog bij komt, door zijn soort, houding of plek."""
    return [
        raad["advies"]
        for raad in regels.get("aanvullingen", [])
        if tekst(rij.get(raad["kolom"])) in raad["is"] and kwadrant["sleutel"] in raad["kwadranten"]
    ]


def _twijfel(rij: Rij, punt: Rij, kwadrant: Mapping[str, Any], secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> list[str]:
    """Noem de andere kwadranten waar iemand het ding zelf zou zetten; wat is vastgesteld, is uitgepraat."""
    if "scores" not in regels or tekst(rij.get("vastgesteld")) == "ja":
        return []
    xs, ys = (per_persoon(punt["naam"], regels[as_]["kolom"], secties, regels) for as_ in ("x", "y"))
    geraakt = {kwadrant_van(xs.get(wie, punt["x"]), ys.get(wie, punt["y"]), regels)["sleutel"] for wie in {**xs, **ys}}
    return [k["sleutel"] for k in regels["kwadranten"] if k["sleutel"] in geraakt - {kwadrant["sleutel"]}]


def _anders(rij: Rij, x: float, y: float, regels: Mapping[str, Any]) -> list[str]:
    """Zeg per as hoeveel er moet veranderen voor een ander kwadrant, als dat dichtbij is."""
    zinnen = []
    for as_, waarde in (("x", x), ("y", y)):
        grens = regels["grens"]
        if abs(waarde - grens) > DICHTBIJ:
            continue
        hoog = _kant(waarde, grens) == "hoog"
        overkant = grens - 1 if hoog else grens
        ander = kwadrant_van(overkant if as_ == "x" else x, overkant if as_ == "y" else y, regels)
        waarden = {
            "as": regels[as_]["titel"].lower(),
            "verschil": toon(abs(waarde - grens)),
            "kwadrant": _eigen_tekst(rij, ander, regels)["titel"],
        }
        zinnen.append(vul(regels["teksten"]["grens" if waarde == grens else "lager" if hoog else "hoger"], waarden))
    return zinnen


def _bewoners(kwadrant: Mapping[str, Any], punten: list[dict[str, Any]]) -> dict[str, Any]:
    namen = [p["naam"] for p in punten if p["kwadrant"] == kwadrant["sleutel"]]
    return {"sleutel": kwadrant["sleutel"], "titel": kwadrant["titel"], "advies": kwadrant["advies"], "namen": namen}


def _grootte(punten: list[dict[str, Any]], rijen: list[Rij], regels: Mapping[str, Any]) -> None:
    """Zet bij elk punt de straal als deel (0 tot 1) van de grootste cirkel, naar oppervlakte en naar diameter."""
    if "grootte" not in regels:
        return
    waarden = [getal(rij.get(regels["grootte"]["kolom"])) for rij in rijen]
    hoogste = max([w for w in waarden if w is not None], default=0.0)
    for punt, waarde in zip(punten, waarden, strict=True):
        deel = max(waarde, 0.0) / hoogste if waarde is not None and hoogste > 0 else None
        punt["grootte"] = waarde
        punt["straal_oppervlakte"] = None if deel is None else math.sqrt(deel)
        punt["straal_diameter"] = deel


# -- meldingen ------------------------------------------------------------------------------


def _meldingen(rijen: list[Rij], punten: list[dict[str, Any]], regels: Mapping[str, Any]) -> list[str]:
    """Zeg wat er aan deze verzameling opvalt; wat voor meer dingen geldt, staat op één regel."""
    teksten, paren = regels["teksten"], [(r, p) for r, p in zip(rijen, punten, strict=True) if p["kwadrant"] is not None]
    uit = [eis["melding"] for eis in regels.get("aanwezig", []) if not any(tekst(rij.get(eis["kolom"])) in eis["is"] for rij in rijen)]
    uit += _te_veel([p for _, p in paren], regels)
    for signaal in regels.get("signalen", []):
        namen = [p["naam"] for r, p in paren if _geldt(signaal, r, p, regels)]
        if namen:
            uit.append(vul(signaal["melding"], {"naam": opsomming(namen)}))
    zonder = [p["naam"] for p in punten if p["kwadrant"] is None]
    if zonder:
        uit.append(vul(teksten["zonder_plaats"], {"naam": opsomming(zonder)}))
    titels = {k["sleutel"]: k["titel"] for k in regels["kwadranten"]}
    oneens = [(p["naam"], ", ".join(titels[s] for s in p["twijfel"])) for _, p in paren if p["twijfel"]]
    return uit + [vul(teksten["oneens"], {"naam": naam, "kwadranten": namen}) for naam, namen in oneens]


def _geldt(signaal: Mapping[str, Any], rij: Rij, punt: Rij, regels: Mapping[str, Any]) -> bool:
    return tekst(rij.get(signaal["kolom"])) in signaal["is"] and _kant(punt[signaal["as"]], regels["grens"]) == signaal["kant"]


def _te_veel(geplaatst: list[dict[str, Any]], regels: Mapping[str, Any]) -> list[str]:
    """Zeg het als zo veel in één vak staat dat het vak niets meer kiest."""
    uit = []
    for regel in regels.get("te_veel", []):
        hier = sum(p["kwadrant"] == regel["kwadrant"] for p in geplaatst)
        if len(geplaatst) >= regel["vanaf"] and hier >= regel["deel"] * len(geplaatst):
            uit.append(vul(regel["melding"], {"n": str(hier), "alle": str(len(geplaatst))}))
    return uit


# -- verschillen ----------------------------------------------------------------------------


def verschillen(secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Noem waar personen op een criterium het meest verschillen: grootste eerst, hoogstens vijf; wat is vastgesteld, doet niet mee.

    Een verschil telt vanaf drie punten; die grens is van ons.
    """
    if "scores" not in regels:
        return []
    per: dict[tuple[str, str], dict[str, float]] = {}
    for score in secties.get(regels["scores"]["sectie"], []):
        waarde = getal(score.get("score"))
        if waarde is not None:
            sleutel = (tekst(score.get(regels["scores"]["ding"])), tekst(score.get("criterium")))
            per.setdefault(sleutel, {})[tekst(score.get("persoon"))] = waarde
    criteria = [c for c, rij in op_sleutel(secties.get(regels["scores"]["criteria"], []), "naam").items() if (getal(rij.get("gewicht")) or 0.0) > 0]
    open_ = [naam for naam, rij in op_sleutel(secties.get(regels["sectie"], []), "naam").items() if tekst(rij.get("vastgesteld")) != "ja"]
    uit = [_verschil(naam, c, per[(naam, c)], regels) for naam in open_ for c in criteria if (naam, c) in per]
    groot = [v for v in uit if v["verschil"] >= VERSCHIL]
    return sorted(groot, key=lambda v: -v["verschil"])[:MEEST]


def _verschil(naam: str, criterium: str, meningen: Mapping[str, float], regels: Mapping[str, Any]) -> dict[str, Any]:
    laag, hoog = min(meningen.values()), max(meningen.values())
    wie = {kant: opsomming([w for w, m in meningen.items() if m == waarde]) for kant, waarde in (("laag", laag), ("hoog", hoog))}
    waarden = {"naam": naam, "criterium": criterium, "wie_laag": wie["laag"], "wie_hoog": wie["hoog"], "laag": toon(laag), "hoog": toon(hoog)}
    return {"naam": naam, "criterium": criterium, "verschil": hoog - laag, "zin": vul(regels["teksten"]["verschil"], waarden)}


# -- volgorde -------------------------------------------------------------------------------


def _volgorde(punten: list[dict[str, Any]], rijen: list[Rij], secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Zet de geplaatste punten op volgorde, met de reden en wat de plaats zou veranderen.

    Eerst telt het kwadrant, dan bijdrage min risico, dan de laagste kosten, dan de naam. Die regel is van ons.
    """
    rang = {k["sleutel"]: k["rang"] for k in regels["kwadranten"]}
    geplaatst = [(p, r) for p, r in zip(punten, rijen, strict=True) if p["kwadrant"] is not None]
    geplaatst.sort(key=lambda paar: _sorteersleutel(paar[0], rang))
    return [
        {
            "plaats": plek,
            "naam": punt["naam"],
            "reden": vul(regels["volgorde"]["reden"], _waarden(punt)),
            "anders": [*punt["anders"], *_zonder_criterium(punt, rij, secties, regels)],
        }
        for plek, (punt, rij) in enumerate(geplaatst, start=1)
    ]


def _sorteersleutel(punt: Rij, rang: Mapping[str, float]) -> tuple[float, float, float, str]:
    kosten = punt.get("grootte")
    return (rang[punt["kwadrant"]], punt["x"] - punt["y"], 1e300 if kosten is None else kosten, punt["naam"])


def _waarden(punt: Rij) -> dict[str, str]:
    return {"titel": punt["titel"], "x": toon(punt["x"]), "y": toon(punt["y"]), "advies": punt["advies"]}


def _zonder_criterium(punt: Rij, rij: Rij, secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> list[str]:
    """Noem de criteria die op hun eentje de uitkomst bepalen: zonder dat criterium is het kwadrant anders."""
    if "scores" not in regels or tekst(rij.get("vastgesteld")) == "ja":
        return []
    zinnen = []
    for criterium in op_sleutel(secties.get(regels["scores"]["criteria"], []), "naam"):
        x, y = [_zonder(punt, as_, criterium, secties, regels) for as_ in ("x", "y")]
        ander = kwadrant_van(x, y, regels)
        if ander["sleutel"] != punt["kwadrant"]:
            titel = _eigen_tekst(rij, ander, regels)["titel"]
            zinnen.append(vul(regels["teksten"]["zonder_criterium"], {"criterium": criterium, "kwadrant": titel}))
    return zinnen


def _zonder(punt: Rij, as_: str, criterium: str, secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> float:
    if punt[f"{as_}_van"] is None:
        return punt[as_]
    meningen = oordelen(punt["naam"], regels[as_]["kolom"], secties, regels, criterium)
    return gemiddelde(meningen) if meningen else punt[as_]
