"""Wat een kiezer aan het verslag bijdraagt: de keuze en waarom, hoe de opties passen, en wat nog open is. Tweeling van kiezer.js."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels import kiezer
from kennis.regels.basis import op_sleutel, tekst, vul
from kennis.regels.zinnen import aantal as tel
from kennis.regels.zinnen import hoofdletter
from kennis.verslag.tekst import cel_van, getoond, klein, noem, soort_van, teksten_van

Rij = Mapping[str, Any]


def bijdrage(
    secties: Mapping[str, Sequence[Rij]], regels: Rij, keuzes: Rij, kolommen: Mapping[str, Sequence[Rij]], velden: Rij | None = None
) -> dict[str, Any] | None:
    """Geef de zin, de keuze, de tabel, de raad, de notities en wat mist; None als er niets is ingevuld.

    Een kiezer met een `lijst` draagt de lijst van de lezer bij, een andere hoe de opties bij de antwoorden passen.
    """
    rijen, t = secties.get(regels["sectie"], []), teksten_van("kiezer", regels)
    uit = kiezer.uitkomst(secties, regels, keuzes, velden)
    if "lijst" in regels:
        return _lijst(uit, rijen, regels, kolommen.get(regels["sectie"], []), t) if rijen else None
    stand = _stand(uit, rijen, regels)
    if not (stand["beantwoord"] or stand["gekozen"] or stand["notities"]):
        return None
    return {
        "zin": _zin(uit, stand, t),
        "keuze": _keuze(stand, regels, t),
        "tabellen": [_tabel(uit, stand, regels, t)],
        "raad": [*([uit["tegen"]] if uit["tegen"] else []), *_schuurt(stand, regels, t), *_acties(uit, stand, t)],
        "notities": _notities(stand, regels, t),
        "mist": [*_mist(uit, stand, regels, t), *uit["meldingen"]],
        "keuzes": {},
        "voorbeeld": False,
    }


# -- wegen ----------------------------------------------------------------------------------


def _stand(uit: Rij, rijen: Sequence[Rij], regels: Rij) -> dict[str, Any]:
    """Zet bij elkaar wat de lezer zelf zei: welke vragen, welke keuze, en welke opties het verslag dus toont. Zonder volgorde zijn dat ze alle."""
    gezegd = op_sleutel(rijen, "vraag")
    beantwoord = [a["vraag"] for a in uit["antwoorden"] if a["antwoord"] is not None and not a["geleend"]]
    opties = {o["sleutel"]: o for o in uit["opties"]}
    gekozen = next((o for o in kiezer.te_kiezen(regels) if o["sleutel"] == _zei(gezegd, "gekozen")), None)
    kop = [opties[s] for s in uit["kop"]] if beantwoord else []
    eigen = [opties[gekozen["sleutel"]]] if gekozen and gekozen["sleutel"] in opties else []
    alle = uit["opties"] if uit["zekerheid"]["soort"] in ("niets", "tabel") else []
    getoond_ = list({o["sleutel"]: o for o in [*eigen, *kop, *alle]}.values())[: len(alle) or 3]
    notities = [(vraag, tekst(rij.get("notitie"))) for vraag, rij in gezegd.items() if tekst(rij.get("notitie"))]
    return {"beantwoord": beantwoord, "gekozen": gekozen, "kop": kop, "opties": getoond_, "notities": notities}


def _zei(gezegd: Mapping[str, Rij], vraag: str) -> str:
    return tekst(gezegd.get(vraag, {}).get("antwoord"))


def _zin(uit: Rij, stand: Rij, t: Rij) -> str:
    """Zeg wat er gekozen is, en dezelfde conclusie als het gereedschap zelf geeft."""
    gekozen = f"{hoofdletter(vul(t['gekozen'], {'gekozen': klein(stand['gekozen']['titel'])}))}." if stand["gekozen"] else ""
    rest = uit["zekerheid"]["zin"] if stand["beantwoord"] else ""
    return " ".join(deel for deel in (gekozen, rest) if deel) or t["alleen_notities"]


def _keuze(stand: Rij, regels: Rij, t: Rij) -> list[list[str]]:
    if not stand["gekozen"]:
        return []
    waarom = dict(stand["notities"]).get("gekozen") or t["waarom_leeg"]
    return [[vul(t["keuze"], {"optie": regels["optie"]}), stand["gekozen"]["titel"]], [t["waarom"], waarom]]


def _tabel(uit: Rij, stand: Rij, regels: Rij, t: Rij) -> dict[str, Any]:
    oordelen = [{r["vraag"]: regels["oordelen"].get(r["oordeel"], "") for r in o["redenen"]} for o in stand["opties"]]
    rijen = []
    for vraag, antwoord in zip(regels["vragen"], uit["antwoorden"], strict=True):
        beantwoord = vraag["sleutel"] in stand["beantwoord"]
        rijen.append([vraag["titel"], _antwoord(vraag, antwoord, beantwoord, regels, t), *(o.get(vraag["sleutel"], "") for o in oordelen)])
    koppen = [t["vraag"], t["antwoord"], *(o["titel"] for o in stand["opties"])]
    return {"titel": t["tabel"], "koppen": koppen, "soorten": ["tekst"] * len(koppen), "rijen": rijen}


def _antwoord(vraag: Rij, antwoord: Rij, beantwoord: bool, regels: Rij, t: Rij) -> str:
    keuze = next((a for a in kiezer.antwoorden_van(vraag, regels) if a["waarde"] == antwoord["antwoord"]), None)
    if keuze is None:
        return t["open"]
    woord = keuze.get("titel", keuze["waarde"])
    return woord if beantwoord else vul(t["uit_dossier"], {"antwoord": woord})


def _schuurt(stand: Rij, regels: Rij, t: Rij) -> list[str]:
    """Noem van elke getoonde optie wat er niet past; een goede plaats verbergt dat anders."""
    titel = {v["sleutel"]: klein(v["titel"]) for v in regels["vragen"]}
    uit = []
    # Zonder volgorde staat dat al in de tabel.
    for optie in stand["opties"] if regels.get("rangschik", True) else []:
        vragen = [titel[r["vraag"]] for r in optie["redenen"] if r["oordeel"] == "-"]
        if vragen:
            uit.append(vul(t["schuurt"], {"optie": optie["titel"], "oordeel": regels["oordelen"].get("-", ""), "vragen": noem(vragen, 12)}))
    return uit


def _acties(uit: Rij, stand: Rij, t: Rij) -> list[str]:
    """Zeg wat er te regelen is; zonder eigen keuze alleen als iets dat bij de bovenste optie hoort."""
    if stand["gekozen"] or len(stand["kop"]) != 1:
        return [vul(t["nu" if a["soort"] == "nu" else "herzien"], {"tekst": a["tekst"]}) for a in uit["acties"]]
    titel = next((klein(o["titel"]) for o in stand["kop"] if o["sleutel"] == uit["gekozen"]), "")
    teksten = " ".join(a["tekst"] for a in uit["acties"])
    return [vul(t["als"], {"optie": titel, "tekst": teksten})] if titel and teksten else []


def _notities(stand: Rij, regels: Rij, t: Rij) -> list[str]:
    """De notitie bij de keuze staat al bij Waarom; zonder keuze staat zij hier."""
    titel = {v["sleutel"]: v["titel"] for v in regels["vragen"]}
    over = [(vraag, zin) for vraag, zin in stand["notities"] if vraag != "gekozen" or not stand["gekozen"]]
    return [vul(t["notitie"], {"vraag": titel[vraag], "tekst": zin}) if vraag in titel else zin for vraag, zin in over]


def _mist(uit: Rij, stand: Rij, regels: Rij, t: Rij) -> list[str]:
    open_ = [klein(v["titel"]) for v, a in zip(regels["vragen"], uit["antwoorden"], strict=True) if a["antwoord"] is None]
    # Wie met vinkjes noemt wat moet kunnen, laat niets open.
    zinnen = [vul(t["niet_beantwoord"], {"vragen": noem(open_, 12)})] if open_ and not regels.get("vink") else []
    return zinnen if stand["gekozen"] else [*zinnen, t["niet_gekozen"]]


# -- een lijst ------------------------------------------------------------------------------


def _lijst(uit: Rij, rijen: Sequence[Rij], regels: Rij, kolommen: Sequence[Rij], t: Rij) -> dict[str, Any]:
    namen = [ding["naam"] for ding in uit["lijst"]]
    zin = vul(t["lijst_een" if len(namen) == 1 else "lijst"], {"aantal": tel(len(namen), regels["optie"], regels["opties_naam"]), "namen": noem(namen)})
    stappen = [k for k in kolommen if k["sleutel"] not in (regels["lijst"]["kolom"], "notitie") and not k.get("verborgen")]
    return {
        "zin": zin,
        "keuze": [],
        "tabellen": [_lijsttabel(uit, rijen, regels, kolommen, stappen, t)],
        "raad": [],
        "notities": [
            vul(t["notitie"], {"vraag": naam, "tekst": tekst(rij.get("notitie"))}) for naam, rij in zip(namen, rijen, strict=True) if tekst(rij.get("notitie"))
        ],
        "mist": _lijstmist(namen, rijen, stappen, t),
        "keuzes": {},
        "voorbeeld": any(tekst(rij.get("illustratief")) == "ja" for rij in rijen),
    }


def _lijsttabel(uit: Rij, rijen: Sequence[Rij], regels: Rij, kolommen: Sequence[Rij], stappen: Sequence[Rij], t: Rij) -> dict[str, Any]:
    eigen = getoond(stappen, rijen)
    aan_zet = [", ".join(p["naam"] for p in uit["partijen"] if ding["sleutel"] in p["bij"]) if ding["sleutel"] else "" for ding in uit["lijst"]]
    kop = next((k["kop"] for k in kolommen if k["sleutel"] == regels["lijst"]["kolom"]), regels["lijst"]["kolom"])
    inhoud = [[ding["naam"], zet, *(cel_van(rij, k) for k in eigen)] for ding, zet, rij in zip(uit["lijst"], aan_zet, rijen, strict=True)]
    soorten = ["tekst", "tekst", *(soort_van(k) for k in eigen)]
    return {"titel": hoofdletter(regels["opties_naam"]), "koppen": [kop, t["aan_zet"], *(k["kop"] for k in eigen)], "soorten": soorten, "rijen": inhoud}


def _lijstmist(namen: Sequence[str], rijen: Sequence[Rij], stappen: Sequence[Rij], t: Rij) -> list[str]:
    uit = []
    for naam, rij in zip(namen, rijen, strict=True):
        leeg = [klein(k["kop"]) for k in stappen if cel_van(rij, k) is None]
        if leeg:
            uit.append(vul(t["mist"], {"naam": naam, "kolommen": noem(leeg)}))
    return uit
