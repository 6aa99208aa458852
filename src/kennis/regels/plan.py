"""Regels voor een tabel die de lezer invult: wat er per groep staat, wat er mist en wat opvalt. Tweeling van plan.js.

De invoer is `secties` (naam → lijst van rijen) en `regels` (gereedschap/<naam>/regels.json). Een groep
is een waarde van de kolom `groepeer`; `keten` noemt de kolommen die na elkaar gevuld horen te zijn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kennis.regels.basis import tekst, vul

Rij = Mapping[str, Any]


def uitkomst(secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef alles wat uit de invoer volgt: de groepen met hun aantallen, wat ontbreekt, en meldingen."""
    rijen = secties.get(regels["sectie"], [])
    groepen = [_groep(groep, rijen, regels) for groep in regels["groepen"]]
    bekend = {groep["sleutel"] for groep in regels["groepen"]}
    los = [i for i, rij in enumerate(rijen) if tekst(rij.get(regels["groepeer"])) not in bekend]
    return {
        "groepen": groepen,
        "los": los,
        "ontbreekt": _ontbreekt(rijen, regels),
        "meldingen": _meldingen(groepen, los, rijen, regels),
        "illustratief": any(_voorbeeld(rij) for rij in rijen),
    }


def _voorbeeld(rij: Rij) -> bool:
    return tekst(rij.get("illustratief")) == "ja"


def _groep(groep: Rij, rijen: list[Rij], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef de rijen van een groep, hoeveel verschillende dingen er staan, en per kolom welke rijen gevuld zijn."""
    eigen = [i for i, rij in enumerate(rijen) if tekst(rij.get(regels["groepeer"])) == groep["sleutel"]]
    dingen: dict[str, bool] = {}
    for i in eigen:
        naam = tekst(rijen[i].get(regels["ding"]))
        dingen[naam] = dingen.get(naam, True) and _voorbeeld(rijen[i])
    return {
        "sleutel": groep["sleutel"],
        "titel": groep["titel"],
        "rijen": eigen,
        "dingen": [{"naam": naam, "voorbeeld": voorbeeld} for naam, voorbeeld in dingen.items()],
        "kolommen": [_kolom(schakel["kolom"], eigen, rijen) for schakel in regels["keten"]],
    }


def _kolom(kolom: str, eigen: list[int], rijen: list[Rij]) -> dict[str, Any]:
    merken = ["leeg" if not tekst(rijen[i].get(kolom)) else "voorbeeld" if _voorbeeld(rijen[i]) else "vol" for i in eigen]
    return {"kolom": kolom, "merken": merken, "gevuld": sum(merk != "leeg" for merk in merken)}


def _ontbreekt(rijen: list[Rij], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Noem per rij wat er mist. Zonder de eerste schakel doet de rest er nog niet toe.

    Staat hetzelfde ding ook in een rij die de eerste schakel wel heeft, dan mist die hier niet.
    """
    eerste, *rest = regels["keten"]
    af = {_wat(rij, regels) for rij in rijen if tekst(rij.get(eerste["kolom"]))}
    uit = []
    for i, rij in enumerate(rijen):
        begin = tekst(rij.get(eerste["kolom"]))
        if not begin:
            mist = [] if _wat(rij, regels) in af else [eerste["mist"]]
        else:
            mist = [schakel["mist"] for schakel in rest if not tekst(rij.get(schakel["kolom"]))]
        if mist:
            ding = tekst(rij.get(regels["ding"]))
            uit.append({"rij": i, "naam": f"{begin} ({ding})" if begin else ding, "mist": mist, "voorbeeld": _voorbeeld(rij)})
    return uit


def _wat(rij: Rij, regels: Mapping[str, Any]) -> tuple[str, str]:
    return tekst(rij.get(regels["groepeer"])), tekst(rij.get(regels["ding"]))


def _meldingen(groepen: list[dict[str, Any]], los: list[int], rijen: list[Rij], regels: Mapping[str, Any]) -> list[str]:
    teksten = regels["teksten"]
    if not rijen:
        return [teksten["leeg"]]
    leeg = [groep["sleutel"] for groep in groepen if not groep["rijen"]]
    onbemeten = [groep["sleutel"] for groep in groepen if groep["rijen"] and not groep["kolommen"][0]["gevuld"]]
    gemeten = [groep["sleutel"] for groep in groepen if groep["kolommen"][0]["gevuld"]]
    uit = []
    if len(gemeten) == 1:
        eigen = [zin["melding"] for zin in regels["alleen"] if zin["groep"] == gemeten[0]]
        uit.append(eigen[0] if eigen else vul(teksten["alleen_een"], {"groep": gemeten[0]}))
    if onbemeten:
        uit.append(vul(teksten["geen_indicator"], {"groepen": _opsomming(onbemeten)}))
    if leeg:
        uit.append(vul(teksten["geen_doel"], {"groepen": _opsomming(leeg)}))
    if los:
        uit.append(vul(teksten["zonder_groep"], {"namen": _opsomming([tekst(rijen[i].get(regels["ding"])) for i in los])}))
    return uit


def _opsomming(namen: list[str]) -> str:
    return namen[0] if len(namen) == 1 else ", ".join(namen[:-1]) + " en " + namen[-1]
