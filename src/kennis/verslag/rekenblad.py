"""Wat een rekenblad aan het verslag bijdraagt: de conclusie, de uitkomsten, wat is ingevuld en wat nog nodig is. Tweeling van rekenblad.js."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels import rekenblad
from kennis.regels.basis import tekst, vul
from kennis.regels.rekenbladkans import kans, kanszin
from kennis.regels.zinnen import hoofdletter
from kennis.verslag.tekst import cel_van, getoond, noem, soort_van, teksten_van

Rij = Mapping[str, Any]


def bijdrage(secties: Mapping[str, Sequence[Rij]], regels: Rij, keuzes: Rij, kolommen: Mapping[str, Sequence[Rij]]) -> dict[str, Any] | None:
    """Geef de conclusie, de uitkomsten per eenheid en per groep, de ingevulde tabellen en wat nog nodig is; None als er niets is ingevuld."""
    t, hoofd = teksten_van("rekenblad", regels), regels["sectie"]
    if not any(cel_van(rij, k) is not None for rij in secties.get(hoofd, []) for k in kolommen.get(hoofd, [])):
        return None
    uit, zeker = rekenblad.uitkomst(secties, regels), kans(secties, regels)
    getoonde = [r for r, regel in zip(uit["resultaten"], regels["resultaten"], strict=True) if regel.get("toon", True)]
    verzonnen = [t["voorbeeld"]] if uit["illustratief"] else []
    return {
        "zin": " ".join([uit["conclusie"]["zin"], *verzonnen]),
        "keuze": [],
        "tabellen": [
            *_uitkomsten(getoonde, uit["onzeker"], regels, t),
            *_per_groep(getoonde, uit["groepen"], regels),
            *_kruis(getoonde, uit, regels),
            *([_tornado(zeker, regels)] if zeker else []),
            *_ingevuld(secties, uit, regels, kolommen),
        ],
        "raad": [*uit["meldingen"], *([kanszin(zeker, regels)] if zeker else [])],
        "notities": [],
        "mist": [vul(t["nodig"], {"namen": noem(uit["conclusie"]["mist"], 12)})] if uit["conclusie"]["mist"] else [],
        "keuzes": {},
        "voorbeeld": uit["illustratief"],
    }


def _uitkomsten(resultaten: Sequence[Rij], onzeker: bool, regels: Rij, t: Rij) -> list[dict[str, Any]]:
    """Zet wat één getal is onder elkaar: bedragen in een tabel met bedragen, de rest in een tabel met tekst."""
    standen = ["waarde", *(["tegen", "mee"] if onzeker else [])]
    uit = []
    for eenheid, titel in (("euro", "bedragen"), ("", "uitkomsten")):
        gekozen = [r for r in resultaten if not r["per"] and (r["eenheid"] == "euro") == (eenheid == "euro")]
        rijen = [[r["titel"], *(_waarde(r["cellen"][stand], r, regels) for stand in standen)] for r in gekozen]
        if rijen:
            koppen = [t["uitkomst"], *(t[f"stand_{stand}"] for stand in standen)]
            uit.append({"titel": _titel(regels, t[titel]), "koppen": koppen, "soorten": ["tekst", *[eenheid or "tekst"] * len(standen)], "rijen": rijen})
    return uit


def _titel(regels: Rij, titel: str) -> str:
    """Zet het gereedschap voor de titel van een tabel: op een plan staan soms meer rekenbladen."""
    return f"{regels['titel']}: {titel[:1].lower()}{titel[1:]}"


def _waarde(waarde: Any, vorm: Rij, regels: Rij) -> Any:
    """Een bedrag blijft een getal; wat niet bekend is of een andere eenheid heeft, wordt tekst."""
    is_getal = isinstance(waarde, float) and not isinstance(waarde, bool)
    return waarde if vorm["eenheid"] == "euro" and is_getal else rekenblad.toon_uitkomst(waarde, vorm, regels["teksten"]["onbekend"])


def _per_groep(resultaten: Sequence[Rij], groepen: Sequence[str], regels: Rij) -> list[dict[str, Any]]:
    """Zet wat per groep (zoals per partij) is uitgerekend naast elkaar."""
    naam = regels.get("groep", {}).get("naam", "")
    gekozen = [r for r in resultaten if naam and r["per"] == [naam]]
    rijen = [[groep, *(_waarde(r["cellen"][i]["waarde"], r, regels) for r in gekozen)] for i, groep in enumerate(groepen)]
    if not gekozen or not rijen:
        return []
    titel = regels["groep"]["titel"]
    soorten = ["tekst", *("euro" if r["eenheid"] == "euro" else "tekst" for r in gekozen)]
    return [{"titel": _titel(regels, titel), "koppen": [titel, *(r["titel"] for r in gekozen)], "soorten": soorten, "rijen": rijen}]


def _kruis(resultaten: Sequence[Rij], uit: Rij, regels: Rij) -> list[dict[str, Any]]:
    """Zet wat op twee assen ligt in een tabel: de ene as naar onder, de andere naar rechts."""
    namen = rekenblad.namen_op_assen(uit, regels)
    titels = {
        "jaar": regels["teksten"]["jaarkop"],
        **{a["naam"]: a["titel"] for a in [*regels.get("assen", []), *([regels["groep"]] if "groep" in regels else [])]},
    }
    tabellen = []
    for r in (r for r in resultaten if len(r["per"]) == 2 and r["cellen"] and namen[r["per"][1]]):
        onder, naar = r["per"]
        rijen = [[naam, *(_waarde(cel["waarde"], r, regels) for cel in cellen)] for naam, cellen in zip(namen[onder], r["cellen"], strict=True)]
        soort = "euro" if r["eenheid"] == "euro" else "tekst"
        tabellen.append({"titel": r["titel"], "koppen": [titels[onder], *namen[naar]], "soorten": ["tekst", *[soort] * len(namen[naar])], "rijen": rijen})
    return tabellen


def _tornado(zeker: Rij, regels: Rij) -> dict[str, Any]:
    """Zet per onzeker bedrag de uitkomst bij laag en bij hoog neer; wat het meest uitmaakt staat boven."""
    t, vorm = regels["teksten"], next(r for r in regels["resultaten"] if r["naam"] == regels["kans"]["resultaat"])
    vol = {"eenheid": "", "niets": "", "mist": [], **vorm}
    rijen = [[balk["naam"], *(_waarde(balk[kant], vol, regels) for kant in ("laag", "hoog"))] for balk in zeker["tornado"]]
    soort = "euro" if vol["eenheid"] == "euro" else "tekst"
    return {"titel": t["tornado"], "koppen": [t["tornado_kop"], t["bij_laag"], t["bij_hoog"]], "soorten": ["tekst", soort, soort], "rijen": rijen}


def _ingevuld(secties: Mapping[str, Sequence[Rij]], uit: Rij, regels: Rij, kolommen: Mapping[str, Sequence[Rij]]) -> list[dict[str, Any]]:
    """Zet elke ingevulde tabel neer, met de kolommen die worden uitgerekend erachter."""
    tabellen = []
    for deel in regels["invoer"]:
        rijen = secties.get(deel["sectie"], [])
        alle = getoond(kolommen.get(deel["sectie"], []), rijen)
        eigen = [k for k in alle if not deel.get("kolommen") or k["sleutel"] in deel["kolommen"]]
        erbij = [k for k, regel in zip(uit["kolommen"], regels.get("kolommen", []), strict=True) if regel["sectie"] == deel["sectie"]]
        if eigen:
            inhoud = [[*(cel_van(rij, k) for k in eigen), *(_waarde(k["cellen"][i]["waarde"], k, regels) for k in erbij)] for i, rij in enumerate(rijen)]
            koppen = [*(k["kop"] for k in eigen), *(k["titel"] for k in erbij)]
            soorten = [*(soort_van(k) for k in eigen), *("euro" if k["eenheid"] == "euro" else "tekst" for k in erbij)]
            tabellen.append({"titel": hoofdletter(tekst(deel["titel"])), "koppen": koppen, "soorten": soorten, "rijen": inhoud})
    return tabellen
