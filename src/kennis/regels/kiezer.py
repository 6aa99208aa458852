"""Regels voor een keuze: opties wegen op wat iemand antwoordt, met een drempel, de twijfel en wat het zou kantelen. Tweeling van kiezer.js.

De invoer is `secties`, `regels`, `keuzes` (hoe de lezer kijkt) en `velden` (van het dossier). De regels bevatten:

- `vragen`: elk met `antwoorden`, en zo nodig `gewicht`, `hard`, `meer` of `uit` (waar het antwoord uit het dossier komt);
- `opties`: elk met `cellen`, per vraag {"o": oordeel, "t": toelichting, "g": grond}. Een oordeel is "+", "±", "-" of "?",
  of een tabel van antwoord naar oordeel, of een lijst van antwoorden die passen;
- zo nodig `drempel` en `beslissend` (wanneer er een conclusie is), `anders` (wat ook te kiezen is), `lijst` (wat de lezer
  meeneemt) of `netwerk` (wie er in de tekening staan). Een rij met de vraag `GEKOZEN` is wat de lezer zelf koos.

Een oordeel telt als een stuk van 0 tot 1; een "?" loopt van 0 tot 1 en wordt nooit een getal. Met `rangschik` uit blijven de
opties staan zoals zij staan, en zegt de uitkomst alleen wat er bij elke optie kan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels.basis import op_sleutel, som, tekst, toon, vul
from kennis.regels.zinnen import opsomming

Rij = Mapping[str, Any]

GEKOZEN = "gekozen"
WAARDE = {"+": (1.0, 1.0), "±": (0.5, 0.5), "-": (0.0, 0.0), "?": (0.0, 1.0)}
# Zo dicht achter de bovenste is geen verschil om op te bouwen.
DICHTBIJ = 0.5


def uitkomst(
    secties: Mapping[str, Sequence[Rij]], regels: Mapping[str, Any], keuzes: Mapping[str, Any] | None = None, velden: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Geef de opties op volgorde, met redenen, één conclusie, wat haar zou kantelen, en wat er gekozen is."""
    rijen = secties.get(regels["sectie"], [])
    uit_dossier = _uit_dossier(secties, regels, velden or {})
    antwoorden = lees(rijen, regels, keuzes or {}, uit_dossier)
    opties = rangschik(antwoorden, regels)
    zeker = zekerheid(antwoorden, opties, regels)
    if not zeker["kop"]:
        opties = [{**optie, "plaats": None} for optie in opties]
    zelf = _zelf(rijen, regels)
    gekozen = zelf or (zeker["kop"][0] if len(zeker["kop"]) == 1 else regels.get("terugval") if zeker["soort"] == "niets" else None)
    return {
        "antwoorden": antwoorden,
        "totaal": som(a["gewicht"] for a in antwoorden),
        "opties": opties,
        "kop": zeker["kop"],
        "zekerheid": zeker,
        "kanteling": kanteling(antwoorden, zeker, regels),
        "gekozen": gekozen,
        "tegen": _tegen(zelf, zeker, opties, regels),
        "acties": _acties(antwoorden, gekozen, regels),
        "meldingen": [*_meldingen(rijen, regels), *_anders_dan_dossier(antwoorden, uit_dossier, regels)],
        "lijst": _lijst(rijen, regels),
        "partijen": _partijen(rijen, regels),
        **_netwerk(rijen, secties, regels),
    }


# -- antwoorden -----------------------------------------------------------------------------


def lees(rijen: Sequence[Rij], regels: Mapping[str, Any], keuzes: Mapping[str, Any], uit_dossier: Mapping[str, str]) -> list[dict[str, Any]]:
    """Geef per vraag het antwoord, het gewicht en of wat niet past afvalt; een onbekend antwoord is geen antwoord.

    Antwoordde niemand, en staat het in het dossier, dan telt dat; `geleend` zegt het erbij.
    """
    gegeven = op_sleutel(rijen, "vraag")
    uit = []
    for vraag in regels["vragen"]:
        gezegd = keuzes.get(vraag["sleutel"]) if regels.get("vragen_in") == "keuzes" else gegeven.get(vraag["sleutel"], {}).get("antwoord")
        if vraag.get("meer"):
            uit.append(_antwoord_meer(vraag, gezegd, regels))
            continue
        zelf = _keuze(vraag, tekst(gezegd), regels)
        keuze = zelf or _keuze(vraag, uit_dossier.get(vraag["sleutel"], ""), regels)
        uit.append(_antwoord(vraag, keuze, keuze is not None and zelf is None))
    return uit


def _antwoord_meer(vraag: Rij, gezegd: Any, regels: Mapping[str, Any]) -> dict[str, Any]:
    """Bij een vraag met meer antwoorden telt elk antwoord dat bestaat; een dossier van vroeger heeft er één, als tekst."""
    genoemd = [tekst(g) for g in gezegd] if isinstance(gezegd, list) else [tekst(gezegd)]
    waarden = [a["waarde"] for a in antwoorden_van(vraag, regels) if a["waarde"] in genoemd]
    eigen = {"gewicht": vraag.get("gewicht", 0), "hard": bool(vraag.get("hard")) and bool(waarden)}
    return {"vraag": vraag["sleutel"], "antwoord": waarden or None, **eigen, "geleend": False}


def _keuze(vraag: Rij, waarde: str, regels: Mapping[str, Any]) -> Rij | None:
    return next((a for a in antwoorden_van(vraag, regels) if waarde and (a["waarde"] == waarde or waarde in a.get("ook", []))), None)


def antwoorden_van(vraag: Rij, regels: Mapping[str, Any]) -> Sequence[Rij]:
    """Geef de mogelijke antwoorden: die van de vraag zelf, of de gedeelde."""
    return vraag.get("antwoorden", regels.get("antwoorden", []))


def _antwoord(vraag: Rij, keuze: Rij | None, geleend: bool = False) -> dict[str, Any]:
    gewicht = (keuze or {}).get("gewicht", vraag.get("gewicht", 0))
    hard = bool(vraag.get("hard")) and keuze is not None
    return {"vraag": vraag["sleutel"], "antwoord": keuze["waarde"] if keuze else None, "gewicht": gewicht, "hard": hard, "geleend": geleend}


def _uit_dossier(secties: Mapping[str, Sequence[Rij]], regels: Mapping[str, Any], velden: Mapping[str, Any]) -> dict[str, str]:
    """Geef per vraag het antwoord dat al in het dossier staat: een veld, of hoeveel rijen een sectie heeft."""
    uit = {}
    for vraag in regels["vragen"]:
        bron = vraag.get("uit", {})
        if "veld" in bron:
            uit[vraag["sleutel"]] = tekst(velden.get(bron["veld"]))
        elif "tel" in bron:
            buiten = bron.get("zonder", [])
            aantal = len({tekst(rij.get("naam")) for rij in secties.get(bron["tel"], []) if tekst(rij.get("soort")) not in buiten} - {""})
            grens = next((g for g in bron["tot"] if aantal <= g["tot"]), None) if aantal else None
            uit[vraag["sleutel"]] = grens["waarde"] if grens else bron["meer"] if aantal else ""
    return uit


# -- wegen ----------------------------------------------------------------------------------


def oordeel(optie: Rij, antwoord: Rij) -> str:
    """Geef het oordeel over een optie bij één vraag: "+", "±", "-" of "?"."""
    cel = optie["cellen"].get(antwoord["vraag"])
    if cel is None:
        return "?"
    gegeven, gezegd = cel["o"], antwoord["antwoord"]
    if isinstance(gegeven, str):
        return gegeven
    if gezegd is None:
        return "?"
    if isinstance(gegeven, list):
        return "+" if any(g in gegeven for g in (gezegd if isinstance(gezegd, list) else [gezegd])) else "-"
    return gegeven.get(gezegd, "?")


def rangschik(antwoorden: Sequence[Rij], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Geef de opties op volgorde: eerst wat de drempel haalt, dan wat zeker past, dan wat nog kan.

    Wat gelijk is, krijgt dezelfde plaats; wat afvalt of de drempel niet haalt, krijgt er geen.
    """
    opties = [_optie(optie, antwoorden, regels.get("drempel")) for optie in regels["opties"]]
    if not regels.get("rangschik", True):
        return opties
    opties.sort(key=lambda o: (bool(o["valt_af"]), not o["past"], -o["laag"], -o["hoog"]))
    vorige: dict[str, Any] | None = None
    for nummer, optie in enumerate(opties, start=1):
        gelijk = vorige is not None and (vorige["laag"], vorige["hoog"]) == (optie["laag"], optie["hoog"])
        mag = not optie["valt_af"] and optie["past"]
        optie["plaats"] = None if not mag else vorige["plaats"] if gelijk and vorige else nummer
        vorige = optie
    return opties


def _optie(optie: Rij, antwoorden: Sequence[Rij], drempel: Rij | None) -> dict[str, Any]:
    delen = [(a, oordeel(optie, a)) for a in antwoorden]
    laag = som(a["gewicht"] * WAARDE[o][0] for a, o in delen)
    hoog = som(a["gewicht"] * WAARDE[o][1] for a, o in delen)
    telt = [(a, o) for a, o in delen if a["gewicht"] > 0 or a["hard"]]
    bekend = som(a["gewicht"] for a, o in delen if o != "?")
    min_ = [a["vraag"] for a, o in telt if o == "-"]
    return {
        "sleutel": optie["sleutel"],
        "titel": optie["titel"],
        "laag": laag,
        "hoog": hoog,
        "past": drempel is None or (laag >= drempel["deel"] * bekend and not any(v in drempel["zonder_min"] for v in min_)),
        "minnen": min_,
        "valt_af": [a["vraag"] for a, o in delen if a["hard"] and o == "-"],
        "onzeker": [a["vraag"] for a, o in telt if o == "?"],
        "redenen": [_reden(optie, a, o) for a, o in telt],
        "plaats": None,
    }


def _reden(optie: Rij, antwoord: Rij, oordeel_: str) -> dict[str, Any]:
    cel = optie["cellen"].get(antwoord["vraag"], {})
    toelichting, gezegd = cel.get("t", ""), antwoord["antwoord"]
    if not isinstance(toelichting, str):
        toelichting = toelichting.get(gezegd, "") if isinstance(gezegd, str) else ""
    return {"vraag": antwoord["vraag"], "gewicht": antwoord["gewicht"], "oordeel": oordeel_, "tekst": toelichting, "grond": cel.get("g", "")}


# -- één conclusie --------------------------------------------------------------------------


def zekerheid(antwoorden: Sequence[Rij], opties: Sequence[Rij], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef één conclusie in één zin, met de twijfel erin: {soort, zin, kop, rivalen, open}.

    soort: "leeg" (niets beantwoord), "open" (een beslissende vraag mist), "geen" (alles valt af), "niets" (niets haalt de
    drempel), "tabel" (zonder rangschikking), "onzeker" of "zeker".
    """
    teksten, uit = regels["teksten"], {"kop": [], "rivalen": [], "open": []}
    blijft = [o for o in opties if not o["valt_af"]]
    if not blijft:
        return {**uit, "soort": "geen", "zin": teksten["geen"]}
    if not any(a["antwoord"] is not None and a["gewicht"] > 0 for a in antwoorden):
        return {**uit, "soort": "leeg", "zin": teksten["leeg"]}
    if not regels.get("rangschik", True):
        return {**uit, "soort": "tabel", "zin": _tabelzin(antwoorden, opties, regels)}
    open_ = [a["vraag"] for a in antwoorden if a["antwoord"] is None]
    mist = [v for v in open_ if v in regels.get("beslissend", [])]
    # Valt elke optie al op een min af, dan verandert een open vraag daar niets meer aan.
    kern = regels.get("drempel", {}).get("zonder_min", [])
    if mist and not all(any(v in kern for v in o["minnen"]) for o in blijft):
        return {**uit, "soort": "open", "open": mist, "zin": vul(teksten["open"], {"vragen": _titels(mist, regels["vragen"], klein=True)})}
    past = [o for o in blijft if o["past"]]
    if not past:
        return {**uit, "soort": "niets", "zin": vul(teksten["niets"], {"waarom": _waarom_niets(blijft, regels)})}
    return {**uit, **_voorop(past, open_, regels)}


def _voorop(past: Sequence[Rij], open_: list[str], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Zeg in één zin wie vooropstaat, wat daar niet past, en of open vragen dat kunnen veranderen."""
    teksten, boven = regels["teksten"], [o for o in past if o["plaats"] == 1]
    bodem = min(o["laag"] for o in boven)
    anderen = [o for o in past if o["plaats"] != 1]
    rivalen = [o["sleutel"] for o in anderen if o["hoog"] >= bodem]
    bijna = [o["sleutel"] for o in anderen if o["sleutel"] not in rivalen and bodem - o["hoog"] <= DICHTBIJ]
    zin = vul(teksten["samen" if len(boven) > 1 else "alleen"], {"optie": _titels([o["sleutel"] for o in boven], regels["opties"])})
    for optie in boven:
        if optie["minnen"]:
            soort = "maar_van" if len(boven) > 1 else "maar"
            zin += vul(teksten[soort], {"optie": optie["titel"], "vragen": _titels(optie["minnen"], regels["vragen"], klein=True)})
    if rivalen:
        twijfel = {v for o in past if o["plaats"] == 1 or o["sleutel"] in rivalen for v in o["onzeker"]}
        vragen = [v["sleutel"] for v in regels["vragen"] if v["sleutel"] in twijfel]
        zin += vul(teksten["rivalen"], {"optie": _titels(rivalen, regels["opties"]), "vragen": _titels(vragen, regels["vragen"], klein=True)})
    elif bijna:
        zin += vul(teksten["dichtbij"], {"optie": _titels(bijna, regels["opties"])})
    zeker = len(boven) == 1 and not rivalen and not bijna
    return {"soort": "zeker" if zeker else "onzeker", "zin": f"{zin}.", "kop": [o["sleutel"] for o in boven], "rivalen": rivalen, "open": open_}


def _waarom_niets(opties: Sequence[Rij], regels: Mapping[str, Any]) -> str:
    """Noem wat bij geen enkele optie past, en anders per optie wat er niet past."""
    teksten, overal = regels["teksten"], [v for v in opties[0]["minnen"] if all(v in o["minnen"] for o in opties)]
    if overal:
        return vul(teksten["niets_overal"], {"vragen": _titels(overal, regels["vragen"], klein=True)})
    delen = [
        vul(teksten["niets_per" if o["minnen"] else "niets_half"], {"optie": o["titel"], "vragen": _titels(o["minnen"], regels["vragen"], klein=True)})
        for o in opties
    ]
    return "; ".join(delen)


def _tabelzin(antwoorden: Sequence[Rij], opties: Sequence[Rij], regels: Mapping[str, Any]) -> str:
    """Lees uit de tabel waar alles kan wat de lezer noemde; dat is geen rangschikking."""
    gevraagd = [a["vraag"] for a in antwoorden if a["gewicht"] > 0]
    alles = [o["sleutel"] for o in opties if all(r["oordeel"] == "+" for r in o["redenen"])]
    waarden = {"vragen": _titels(gevraagd, regels["vragen"], klein=True), "optie": _titels(alles, regels["opties"])}
    return vul(regels["teksten"]["kan_alles" if alles else "kan_niet_alles"], waarden)


def _titels(sleutels: Sequence[str], dingen: Sequence[Rij], klein: bool = False) -> str:
    titel = {ding["sleutel"]: ding["titel"] for ding in dingen}
    return opsomming([_klein(titel[s]) if klein else titel[s] for s in sleutels])


def _klein(titel: str) -> str:
    """Schrijf een titel klein voor midden in een zin; een afkorting blijft staan."""
    return titel if titel[1:2] != titel[1:2].lower() else titel[:1].lower() + titel[1:]


# -- wat zou het kantelen -------------------------------------------------------------------


def kanteling(antwoorden: Sequence[Rij], zeker: Rij, regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Geef elk enkel antwoord dat, als het anders was, een andere conclusie geeft; waar de lezer iets aan kan doen eerst."""
    if regels.get("kantel") != "antwoord" or zeker["soort"] not in ("zeker", "onzeker", "niets"):
        return []
    uit = []
    for plek, antwoord in enumerate(antwoorden):
        vraag = regels["vragen"][plek]
        for ander in antwoorden_van(vraag, regels):
            if ander["waarde"] == antwoord["antwoord"]:
                continue
            nieuw = [*antwoorden[:plek], _antwoord(vraag, ander), *antwoorden[plek + 1 :]]
            wordt = zekerheid(nieuw, rangschik(nieuw, regels), regels)["kop"]
            if set(wordt) != set(zeker["kop"]):
                waarden = {"vraag": vraag["titel"], "naar": ander.get("titel", ander["waarde"]), "staat": _staat(wordt, regels)}
                uit.append({"vraag": vraag["sleutel"], "naar": ander["waarde"], "wordt": wordt, "zin": vul(regels["teksten"]["kantel_antwoord"], waarden)})
    vast = [v["sleutel"] for v in regels["vragen"] if v.get("vast")]
    return sorted(uit, key=lambda k: k["vraag"] in vast)


def _staat(kop: Sequence[str], regels: Mapping[str, Any]) -> str:
    return _titels(kop, regels["opties"]) if kop else regels["teksten"]["kantel_niets"]


# -- wat er gekozen is ----------------------------------------------------------------------


def te_kiezen(regels: Mapping[str, Any]) -> list[Rij]:
    """Geef wat de lezer zelf kan kiezen: de opties, en wat daar nog naast kan."""
    return [*regels["opties"], *regels.get("anders", [])]


def _zelf(rijen: Sequence[Rij], regels: Mapping[str, Any]) -> str | None:
    gezegd = tekst(op_sleutel(rijen, "vraag").get(GEKOZEN, {}).get("antwoord"))
    return gezegd if gezegd in [o["sleutel"] for o in te_kiezen(regels)] else None


def _tegen(zelf: str | None, zeker: Rij, opties: Sequence[Rij], regels: Mapping[str, Any]) -> str:
    """Waarschuw als de eigen keuze tegen de antwoorden ingaat; zonder conclusie is er niets om tegenin te gaan."""
    optie = next((o for o in opties if o["sleutel"] == zelf), None)
    if optie is None or optie["sleutel"] in zeker["kop"] or zeker["soort"] not in ("zeker", "onzeker", "niets"):
        return ""
    waarden = {"optie": optie["titel"], "vragen": _titels(optie["minnen"], regels["vragen"], klein=True), "kop": _titels(zeker["kop"], regels["opties"])}
    return vul(regels["teksten"]["tegen_min" if optie["minnen"] else "tegen_kop" if zeker["kop"] else "tegen_half"], waarden)


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
        if naam == GEKOZEN and gezegd in ["", *[o["sleutel"] for o in te_kiezen(regels)]]:
            continue
        uit.append(vul(regels["teksten"]["onbekend"], {"vraag": naam, "antwoord": gezegd}))
    return uit


def _anders_dan_dossier(antwoorden: Sequence[Rij], uit_dossier: Mapping[str, str], regels: Mapping[str, Any]) -> list[str]:
    """Noem een antwoord dat niet klopt met wat er in het dossier staat; het antwoord telt."""
    uit = []
    for vraag, antwoord in zip(regels["vragen"], antwoorden, strict=True):
        daar = _keuze(vraag, uit_dossier.get(vraag["sleutel"], ""), regels)
        if daar is not None and antwoord["antwoord"] not in (None, daar["waarde"]):
            hier = _keuze(vraag, antwoord["antwoord"], regels) or daar
            waarden = {"vraag": vraag["titel"], "hier": hier.get("titel", hier["waarde"]), "daar": daar.get("titel", daar["waarde"])}
            uit.append(vul(regels["teksten"]["anders_dan_dossier"], waarden))
    return uit


# -- een lijst om mee te nemen --------------------------------------------------------------


def _lijst(rijen: Sequence[Rij], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Geef wat er op de lijst van de lezer staat, met de optie die erbij hoort (of None bij een eigen regel).

    Heette een optie vroeger anders, dan vindt een ouder dossier haar onder die naam terug.
    """
    if "lijst" not in regels:
        return []
    op_titel = {naam: o["sleutel"] for o in regels["opties"] for naam in [*o.get("eerder", []), o["titel"]]}
    namen = [tekst(rij.get(regels["lijst"]["kolom"])) for rij in rijen]
    return [{"naam": naam, "sleutel": op_titel.get(naam)} for naam in namen]


def _partijen(rijen: Sequence[Rij], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Geef per partij bij welke dingen op de lijst zij aan zet is."""
    if "lijst" not in regels:
        return []
    opties = op_sleutel(regels["opties"], "sleutel")
    gekozen = [opties[d["sleutel"]] for d in _lijst(rijen, regels) if d["sleutel"] is not None]
    return [{"naam": naam, "bij": [o["sleutel"] for o in gekozen if naam in o[regels["lijst"]["partijen"]]]} for naam in regels["lijst"]["namen"]]


# -- een netwerk om te tekenen --------------------------------------------------------------


def _netwerk(rijen: Sequence[Rij], secties: Mapping[str, Sequence[Rij]], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef de namen voor de tekening van een netwerk, elke naam één keer, wie er kan leiden, en wie er leidt.

    Typte de lezer geen namen, dan staan de namen uit de sectie `leen` er. Wie volgens die sectie van een soort is die niet
    kan leiden, staat niet bij `leiders`; zonder keuze is de leider leeg.
    """
    if "netwerk" not in regels:
        return {}
    netwerk, gezegd = regels["netwerk"], op_sleutel(rijen, "vraag")
    getypt = lees_namen(gezegd.get(netwerk["namen"], {}).get("antwoord"))
    bekend = op_sleutel(secties.get(netwerk["leen"], []), "naam")
    namen = getypt or [naam for naam in bekend if naam]
    leiders = [naam for naam in namen if tekst(bekend.get(naam, {}).get("soort")) not in netwerk.get("leidt_niet", [])]
    leider = tekst(gezegd.get(netwerk["leider"], {}).get("antwoord"))
    paren = len(namen) * (len(namen) - 1) // 2
    telling = vul(regels["teksten"]["telling"], {"n": str(len(namen)), "paren": str(paren)}) if len(namen) > 1 else ""
    return {"namen": namen, "geleend": bool(namen) and not getypt, "leiders": leiders, "leider": leider if leider in leiders else "", "telling": telling}


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


def toon_telling(optie: Rij, regels: Mapping[str, Any]) -> str:
    """Schrijf hoe vaak elk oordeel voorkomt bij wat de lezer noemde; zonder rangschikking staat dit waar anders de punten staan.

    >>> toon_telling({"redenen": [{"oordeel": "+"}, {"oordeel": "-"}, {"oordeel": "+"}]}, {"teksten": {"tel_plus": "{n} kan", "tel_min": "{n} niet"}})
    '2 kan, 1 niet'
    """
    soorten = [r["oordeel"] for r in optie["redenen"]]
    aantallen = [(tekst_, soorten.count(o)) for o, tekst_ in (("+", "tel_plus"), ("±", "tel_half"), ("-", "tel_min"), ("?", "tel_open"))]
    return ", ".join(vul(regels["teksten"][tekst_], {"n": str(aantal)}) for tekst_, aantal in aantallen if aantal)
