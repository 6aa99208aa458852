"""Regels voor een keuze: opties wegen op wat iemand antwoordt, met twijfel en wat het zou kantelen. Tweeling van kiezer.js.

De invoer is `secties`, `regels` en `keuzes` (hoe de lezer kijkt). De regels bevatten:

- `vragen`: elk met `antwoorden` (of de gedeelde `regels["antwoorden"]`), en zo nodig `gewicht`, `standaard`, `hard`;
- `opties`: elk met `cellen`, per vraag {"o": oordeel, "t": toelichting, "g": grond, "n": niet nagezien}.
  Een oordeel is "+", "±", "-" of "?", of een tabel van antwoord naar oordeel, of een lijst van
  antwoorden die passen;
- zo nodig `lijst` (wat de lezer meeneemt) of `netwerk` (wie er in de tekening staan). Een rij met de vraag `GEKOZEN` is wat de
  lezer zelf koos.

Een oordeel telt als een stuk van 0 tot 1; een "?" loopt van 0 tot 1 en wordt nooit een getal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels.basis import op_sleutel, som, tekst, toon, vul
from kennis.regels.zinnen import opsomming

Rij = Mapping[str, Any]

GEKOZEN = "gekozen"
WAARDE = {"+": (1.0, 1.0), "±": (0.5, 0.5), "-": (0.0, 0.0), "?": (0.0, 1.0)}


def uitkomst(secties: Mapping[str, Sequence[Rij]], regels: Mapping[str, Any], keuzes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Geef de opties op volgorde, met redenen, twijfel, wat de volgorde zou kantelen, en wat er gekozen is."""
    rijen = secties.get(regels["sectie"], [])
    antwoorden = lees(rijen, regels, keuzes or {})
    opties = rangschik(antwoorden, regels)
    kop = [o["sleutel"] for o in opties if o["plaats"] == 1]
    gekozen = _gekozen(rijen, regels, kop)
    return {
        "antwoorden": antwoorden,
        "totaal": som(a["gewicht"] for a in antwoorden),
        "opties": opties,
        "kop": kop,
        "zekerheid": zekerheid(opties, kop, regels),
        "streng": _streng(antwoorden, kop, regels),
        "kanteling": kanteling(antwoorden, kop, regels),
        "gekozen": gekozen,
        "acties": _acties(antwoorden, gekozen, regels),
        "meldingen": _meldingen(rijen, regels),
        "lijst": _lijst(rijen, regels),
        "partijen": _partijen(rijen, regels),
        **_netwerk(rijen, secties, regels),
    }


# -- antwoorden -----------------------------------------------------------------------------


def lees(rijen: Sequence[Rij], regels: Mapping[str, Any], keuzes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Geef per vraag het antwoord, het gewicht en of het een harde eis is; een onbekend antwoord is geen antwoord."""
    gegeven = op_sleutel(rijen, "vraag")
    uit = []
    for vraag in regels["vragen"]:
        rij = gegeven.get(vraag["sleutel"], {})
        gezegd = tekst(keuzes.get(vraag["sleutel"])) if regels.get("vragen_in") == "keuzes" else tekst(rij.get("antwoord"))
        keuze = _keuze(vraag, gezegd or vraag.get("standaard", ""), regels) or _keuze(vraag, vraag.get("standaard", ""), regels)
        hard = tekst(rij.get("eis")) == "ja" or (bool(vraag.get("hard")) and keuze is not None)
        uit.append(_antwoord(vraag, keuze, hard))
    return uit


def _keuze(vraag: Rij, waarde: str, regels: Mapping[str, Any]) -> Rij | None:
    return next((a for a in antwoorden_van(vraag, regels) if a["waarde"] == waarde), None)


def antwoorden_van(vraag: Rij, regels: Mapping[str, Any]) -> Sequence[Rij]:
    """Geef de mogelijke antwoorden: die van de vraag zelf, of de gedeelde."""
    return vraag.get("antwoorden", regels.get("antwoorden", []))


def _antwoord(vraag: Rij, keuze: Rij | None, hard: bool) -> dict[str, Any]:
    gewicht = (keuze or {}).get("gewicht", vraag.get("gewicht", 0))
    return {"vraag": vraag["sleutel"], "antwoord": keuze["waarde"] if keuze else None, "gewicht": gewicht, "hard": hard}


# -- wegen ----------------------------------------------------------------------------------


def oordeel(optie: Rij, antwoord: Rij, streng: bool = False) -> str:
    """Geef het oordeel over een optie bij één vraag: "+", "±", "-" of "?"."""
    cel = optie["cellen"].get(antwoord["vraag"])
    if cel is None or (streng and cel.get("n")):
        return "?"
    gegeven = cel["o"]
    if isinstance(gegeven, str):
        return gegeven
    if antwoord["antwoord"] is None:
        return "?"
    if isinstance(gegeven, list):
        return "+" if antwoord["antwoord"] in gegeven else "-"
    return gegeven.get(antwoord["antwoord"], "?")


def rangschik(antwoorden: Sequence[Rij], regels: Mapping[str, Any], streng: bool = False) -> list[dict[str, Any]]:
    """Geef de opties op volgorde: eerst wat zeker past, dan wat nog kan.

    Zo komt een optie nooit bovenaan door vraagtekens alleen. Wat gelijk is, krijgt dezelfde plaats;
    wat afvalt, krijgt er geen.
    """
    opties = [_optie(optie, antwoorden, streng) for optie in regels["opties"]]
    opties.sort(key=lambda o: (bool(o["valt_af"]), -o["laag"], -o["hoog"]))
    vorige: dict[str, Any] | None = None
    for nummer, optie in enumerate(opties, start=1):
        gelijk = vorige is not None and (vorige["laag"], vorige["hoog"]) == (optie["laag"], optie["hoog"])
        optie["plaats"] = None if optie["valt_af"] else vorige["plaats"] if gelijk and vorige else nummer
        vorige = optie
    return opties


def _optie(optie: Rij, antwoorden: Sequence[Rij], streng: bool) -> dict[str, Any]:
    delen = [(a, oordeel(optie, a, streng)) for a in antwoorden]
    laag = som(a["gewicht"] * WAARDE[o][0] for a, o in delen)
    hoog = som(a["gewicht"] * WAARDE[o][1] for a, o in delen)
    telt = [(a, o) for a, o in delen if a["gewicht"] > 0 or a["hard"]]
    return {
        "sleutel": optie["sleutel"],
        "titel": optie["titel"],
        "laag": laag,
        "hoog": hoog,
        "valt_af": [a["vraag"] for a, o in delen if a["hard"] and o == "-"],
        "hangt_aan": [a["vraag"] for a, o in delen if a["hard"] and o == "?"],
        "onzeker": [a["vraag"] for a, o in telt if o == "?"],
        "redenen": [_reden(optie, a, o) for a, o in sorted(telt, key=lambda deel: (not deel[0]["hard"], -deel[0]["gewicht"]))],
        "plaats": None,
    }


def _reden(optie: Rij, antwoord: Rij, oordeel_: str) -> dict[str, Any]:
    cel = optie["cellen"].get(antwoord["vraag"], {})
    toelichting = cel.get("t", "")
    if not isinstance(toelichting, str):
        toelichting = toelichting.get(antwoord["antwoord"] or "", "")
    eigen = {"vraag": antwoord["vraag"], "gewicht": antwoord["gewicht"], "hard": antwoord["hard"]}
    return eigen | {"oordeel": oordeel_, "tekst": toelichting, "grond": cel.get("g", ""), "niet_nagezien": bool(cel.get("n"))}


# -- hoe zeker ------------------------------------------------------------------------------


def _titels(sleutels: Sequence[str], dingen: Sequence[Rij]) -> str:
    titel = {ding["sleutel"]: ding["titel"] for ding in dingen}
    return opsomming([titel[s] for s in sleutels])


def _staat(kop: Sequence[str], regels: Mapping[str, Any]) -> str:
    return vul(regels["teksten"]["samen" if len(kop) > 1 else "alleen"], {"optie": _titels(kop, regels["opties"])})


def zekerheid(opties: Sequence[Rij], kop: Sequence[str], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Zeg wie bovenaan staat, en of dat zo blijft als elk vraagteken tegenvalt."""
    teksten = regels["teksten"]
    blijft = [o for o in opties if not o["valt_af"]]
    if not blijft:
        return {"soort": "geen", "rivalen": [], "zin": teksten["geen"]}
    if not any(o["hoog"] for o in opties) or not _iets_bekend(opties):
        return {"soort": "leeg", "rivalen": [], "zin": teksten["leeg"]}
    voorop = [o for o in blijft if o["sleutel"] in kop]
    bodem = min(o["laag"] for o in voorop)
    rivalen = [o["sleutel"] for o in blijft if o["sleutel"] not in kop and o["hoog"] >= bodem]
    hangt = [o for o in voorop if o["hangt_aan"]]
    if hangt and len(blijft) == 1:
        waarden = {"optie": hangt[0]["titel"], "vraag": _titels(hangt[0]["hangt_aan"], regels["vragen"])}
        return {"soort": "onzeker", "rivalen": [], "zin": vul(teksten["enige"], waarden)}
    zinnen = [_staat(kop, regels)]
    if len(kop) == len(blijft) and len(kop) > 1:
        zinnen.append(teksten["allemaal"])
    elif rivalen:
        zinnen.append(vul(teksten["rivalen"], {"optie": _titels(rivalen, regels["opties"])}))
    elif not hangt:
        zinnen.append(teksten["blijft"])
    for optie in hangt:
        zinnen.append(vul(teksten["hangt_aan"], {"optie": optie["titel"], "vraag": _titels(optie["hangt_aan"], regels["vragen"])}))
    zeker = not rivalen and len(kop) == 1 and not hangt
    return {"soort": "zeker" if zeker else "onzeker", "rivalen": rivalen, "zin": " ".join(zinnen)}


def _iets_bekend(opties: Sequence[Rij]) -> bool:
    return any(r["oordeel"] != "?" for o in opties for r in o["redenen"])


def _streng(antwoorden: Sequence[Rij], kop: Sequence[str], regels: Mapping[str, Any]) -> dict[str, Any] | None:
    """Reken wat niet is nagezien als onbekend, en zeg welke opties dan bovenaan kunnen komen."""
    geteld = [a["vraag"] for a in antwoorden if a["gewicht"] > 0]
    if not kop or not _iets_bekend(rangschik(antwoorden, regels)) or not any(o["cellen"].get(v, {}).get("n") for o in regels["opties"] for v in geteld):
        return None
    opties = [o for o in rangschik(antwoorden, regels, streng=True) if not o["valt_af"]]
    bodem = max(o["laag"] for o in opties)
    kan = [o["sleutel"] for o in opties if o["hoog"] >= bodem]
    ook = [s for s in kan if s not in kop]
    soort = "streng_niet" if not ook else "streng_ook" if len(ook) == 1 else "streng_ook_meer"
    return {"kan": kan, "zin": vul(regels["teksten"][soort], {"optie": _titels(ook, regels["opties"])})}


# -- wat zou het kantelen -------------------------------------------------------------------


def kanteling(antwoorden: Sequence[Rij], kop: Sequence[str], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Geef elk enkel antwoord dat, als het anders was, een andere optie bovenaan zet."""
    uit = []
    for plek, antwoord in enumerate(antwoorden):
        vraag = regels["vragen"][plek]
        for soort, ander in _anders(vraag, antwoord, regels):
            nieuw = [*antwoorden[:plek], ander, *antwoorden[plek + 1 :]]
            wordt = _kop(nieuw, regels)
            if wordt and set(wordt) != set(kop):
                waarden = {"vraag": vraag["titel"], "naar": _titel_antwoord(vraag, ander["antwoord"], regels), "staat": _staat(wordt, regels)}
                zin = vul(regels["teksten"][f"kantel_{soort}"], waarden)
                uit.append({"vraag": vraag["sleutel"], "soort": soort, "van": antwoord["antwoord"], "naar": ander["antwoord"], "wordt": wordt, "zin": zin})
    return uit


def _kop(antwoorden: Sequence[Rij], regels: Mapping[str, Any]) -> list[str]:
    opties = rangschik(antwoorden, regels)
    return [o["sleutel"] for o in opties if o["plaats"] == 1] if any(o["hoog"] for o in opties) else []


def _anders(vraag: Rij, antwoord: Rij, regels: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    wijze = regels.get("kantel")
    uit: list[tuple[str, dict[str, Any]]] = []
    if wijze == "loslaten":
        if antwoord["hard"]:
            uit.append(("eis", {**antwoord, "hard": False}))
        nul = next((a for a in antwoorden_van(vraag, regels) if a.get("gewicht") == 0), None)
        if nul is not None and antwoord["gewicht"] > 0:
            uit.append(("niet", _antwoord(vraag, nul, False)))
    elif wijze == "antwoord":
        uit += [("antwoord", _antwoord(vraag, a, antwoord["hard"])) for a in antwoorden_van(vraag, regels) if a["waarde"] != antwoord["antwoord"]]
    return uit


def _titel_antwoord(vraag: Rij, waarde: str | None, regels: Mapping[str, Any]) -> str:
    keuze = _keuze(vraag, waarde or "", regels)
    return keuze.get("titel", keuze["waarde"]) if keuze else ""


# -- wat er gekozen is ----------------------------------------------------------------------


def _gekozen(rijen: Sequence[Rij], regels: Mapping[str, Any], kop: Sequence[str]) -> str | None:
    """De optie die iemand zelf koos, en anders de enige die bovenaan staat."""
    gezegd = tekst(op_sleutel(rijen, "vraag").get(GEKOZEN, {}).get("antwoord"))
    if gezegd in [o["sleutel"] for o in regels["opties"]]:
        return gezegd
    return kop[0] if len(kop) == 1 else None


def _acties(antwoorden: Sequence[Rij], gekozen: str | None, regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    gegeven = {a["vraag"]: a["antwoord"] for a in antwoorden}
    return [
        {"soort": actie["soort"], "tekst": actie["tekst"]}
        for actie in regels.get("acties", [])
        if ("opties" not in actie or gekozen in actie["opties"]) and all(gegeven[v] in waarden for v, waarden in actie.get("als", {}).items())
    ]


def _meldingen(rijen: Sequence[Rij], regels: Mapping[str, Any]) -> list[str]:
    """Noem antwoorden die wij niet kennen; zij tellen niet mee."""
    if regels.get("vragen_in") == "keuzes":
        return []
    vragen = op_sleutel(regels["vragen"], "sleutel")
    vrij = [regels["netwerk"][rol] for rol in ("namen", "leider")] if "netwerk" in regels else []
    uit = []
    for rij in rijen:
        naam, gezegd = tekst(rij.get("vraag")), tekst(rij.get("antwoord"))
        if naam in vrij or (naam in vragen and (not gezegd or _keuze(vragen[naam], gezegd, regels))):
            continue
        if naam == GEKOZEN and gezegd in ["", *[o["sleutel"] for o in regels["opties"]]]:
            continue
        uit.append(vul(regels["teksten"]["onbekend"], {"vraag": naam, "antwoord": gezegd}))
    return uit


def _lijst(rijen: Sequence[Rij], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Geef wat er op de lijst van de lezer staat, met de optie die erbij hoort (of None bij een eigen regel)."""
    if "lijst" not in regels:
        return []
    op_titel = {o["titel"]: o["sleutel"] for o in regels["opties"]}
    namen = [tekst(rij.get(regels["lijst"]["kolom"])) for rij in rijen]
    return [{"naam": naam, "sleutel": op_titel.get(naam)} for naam in namen]


def _partijen(rijen: Sequence[Rij], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Geef per partij bij welke dingen op de lijst zij aan zet is."""
    if "lijst" not in regels:
        return []
    opties = op_sleutel(regels["opties"], "sleutel")
    gekozen = [opties[d["sleutel"]] for d in _lijst(rijen, regels) if d["sleutel"] is not None]
    return [{"naam": naam, "bij": [o["sleutel"] for o in gekozen if naam in o[regels["lijst"]["partijen"]]]} for naam in regels["lijst"]["namen"]]


def _netwerk(rijen: Sequence[Rij], secties: Mapping[str, Sequence[Rij]], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef de namen voor de tekening van een netwerk, elke naam één keer, en wie er leidt.

    Typte de lezer geen namen, dan staan de namen uit de sectie `leen` er.
    """
    if "netwerk" not in regels:
        return {}
    netwerk, gezegd = regels["netwerk"], op_sleutel(rijen, "vraag")
    getypt = lees_namen(gezegd.get(netwerk["namen"], {}).get("antwoord"))
    geleend = [tekst(rij.get("naam")) for rij in secties.get(netwerk["leen"], [])]
    namen = getypt or list(dict.fromkeys(naam for naam in geleend if naam))
    return {"namen": namen, "geleend": bool(namen) and not getypt, "leider": tekst(gezegd.get(netwerk["leider"], {}).get("antwoord"))}


def lees_namen(waarde: Any) -> list[str]:
    """Lees namen met puntkomma's of nieuwe regels ertussen.

    >>> lees_namen("a; b;; a")
    ['a', 'b']
    """
    namen = [tekst(deel) for deel in tekst(waarde).replace("\n", ";").split(";")]
    return list(dict.fromkeys(naam for naam in namen if naam))


def toon_punten(optie: Rij, totaal: float) -> str:
    """Schrijf de punten van een optie.

    >>> toon_punten({"laag": 4.0, "hoog": 7.0}, 14.0), toon_punten({"laag": 4.5, "hoog": 4.5}, 14.0)
    ('4 tot 7 van 14', '4,5 van 14')
    """
    bereik = toon(optie["laag"]) if optie["laag"] == optie["hoog"] else f"{toon(optie['laag'])} tot {toon(optie['hoog'])}"
    return f"{bereik} van {toon(totaal)}"
