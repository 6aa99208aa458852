"""Regels voor een plan dat de lezer rij voor rij invult: wat er per groep staat, wat er mist en wat opvalt. Tweeling van plan.js.

De invoer is `secties` (naam → lijst van rijen) en `regels` (gereedschap/<naam>/regels.json). De regels noemen:

- `kolom`: de kolom met de naam van het ding waar een rij over gaat, zoals een doel of een afspraak;
- `keten`: de kolommen die na elkaar gevuld horen te zijn, elk met `kop` en `mist`;
- `groepeer` en `groepen`: de kolom die de rijen verdeelt, en de waarden die altijd te zien zijn. Zonder `groepen` volgen de
  groepen uit de rijen; zonder `groepeer` is er één groep.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels.basis import tekst, vul
from kennis.regels.zinnen import als_tekst, opsomming
from kennis.woord import leeg

Rij = Mapping[str, Any]


def uitkomst(secties: Mapping[str, list[Rij]], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef alles wat uit de invoer volgt: de groepen met hun aantallen, wat ontbreekt, en meldingen."""
    rijen = secties.get(regels["sectie"], [])
    indeling = _indeling(rijen, regels)
    groepen = [_groep(groep, rijen, regels) for groep in indeling]
    bekend = {groep["sleutel"] for groep in indeling}
    los = [i for i, rij in enumerate(rijen) if _groep_van(rij, regels) not in bekend]
    return {
        "groepen": groepen,
        "los": los,
        "ontbreekt": _ontbreekt(rijen, regels),
        "meldingen": _meldingen(groepen, los, rijen, regels),
        "illustratief": any(_voorbeeld(rij) for rij in rijen),
    }


def _woord(waarde: Any) -> str:
    """Geef een cel als nette tekst; een getal telt ook."""
    return tekst(waarde) if isinstance(waarde, str) else als_tekst(waarde)


def _voorbeeld(rij: Rij) -> bool:
    return tekst(rij.get("illustratief")) == "ja"


def _groep_van(rij: Rij, regels: Mapping[str, Any]) -> str:
    return _woord(rij.get(regels["groepeer"])) if "groepeer" in regels else ""


def _indeling(rijen: Sequence[Rij], regels: Mapping[str, Any]) -> list[dict[str, str]]:
    """Noem de groepen: die van de regels, anders elke waarde die voorkomt, anders één groep met alles."""
    if "groepeer" not in regels:
        return [{"sleutel": "", "titel": regels["titel"]}]
    if "groepen" in regels:
        return [{"sleutel": groep["sleutel"], "titel": groep["titel"]} for groep in regels["groepen"]]
    namen = dict.fromkeys(_groep_van(rij, regels) for rij in rijen)
    return [{"sleutel": naam, "titel": naam} for naam in namen if naam]


def _groep(groep: Rij, rijen: Sequence[Rij], regels: Mapping[str, Any]) -> dict[str, Any]:
    """Geef de rijen van een groep, hoeveel verschillende dingen er staan, en per kolom welke rijen gevuld zijn."""
    eigen = [i for i, rij in enumerate(rijen) if _groep_van(rij, regels) == groep["sleutel"]]
    dingen: dict[str, bool] = {}
    for i in eigen:
        naam = _woord(rijen[i].get(regels["kolom"]))
        dingen[naam] = dingen.get(naam, True) and _voorbeeld(rijen[i])
    return {
        "sleutel": groep["sleutel"],
        "titel": groep["titel"],
        "rijen": eigen,
        "dingen": [{"naam": naam, "voorbeeld": voorbeeld} for naam, voorbeeld in dingen.items()],
        "kolommen": [_kolom(schakel["kolom"], eigen, rijen) for schakel in regels["keten"]],
    }


def _kolom(kolom: str, eigen: list[int], rijen: Sequence[Rij]) -> dict[str, Any]:
    merken = ["leeg" if leeg(rijen[i].get(kolom)) else "voorbeeld" if _voorbeeld(rijen[i]) else "vol" for i in eigen]
    return {"kolom": kolom, "merken": merken, "gevuld": sum(merk != "leeg" for merk in merken)}


def _ontbreekt(rijen: Sequence[Rij], regels: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Noem per rij wat er mist. Zonder de eerste schakel doet de rest er nog niet toe.

    Staat hetzelfde ding ook in een rij die de eerste schakel wel heeft, dan mist die hier niet.
    """
    eerste, *rest = regels["keten"]
    af = {_wat(rij, regels) for rij in rijen if not leeg(rij.get(eerste["kolom"]))}
    uit = []
    for i, rij in enumerate(rijen):
        begin, zonder_begin = _woord(rij.get(eerste["kolom"])), [] if _wat(rij, regels) in af else [eerste["mist"]]
        mist = [schakel["mist"] for schakel in rest if leeg(rij.get(schakel["kolom"]))] if begin else zonder_begin
        if mist:
            ding = _woord(rij.get(regels["kolom"]))
            uit.append({"rij": i, "naam": f"{begin} ({ding})" if begin else ding, "mist": mist, "voorbeeld": _voorbeeld(rij)})
    return uit


def _wat(rij: Rij, regels: Mapping[str, Any]) -> tuple[str, str]:
    return _groep_van(rij, regels), _woord(rij.get(regels["kolom"]))


def _meldingen(groepen: list[dict[str, Any]], los: list[int], rijen: Sequence[Rij], regels: Mapping[str, Any]) -> list[str]:
    teksten = regels["teksten"]
    if not rijen:
        return [teksten["leeg"]]
    uit = _over_groepen(groepen, regels) if "groepen" in regels else []
    if los:
        uit.append(vul(teksten["zonder_groep"], {"namen": opsomming([_woord(rijen[i].get(regels["kolom"])) for i in los])}))
    return uit


def _over_groepen(groepen: list[dict[str, Any]], regels: Mapping[str, Any]) -> list[str]:
    """Zeg welke groepen leeg zijn, waar het begin van de keten nog mist, en of er maar één groep meetelt."""
    teksten = regels["teksten"]
    leeg_ = [groep["sleutel"] for groep in groepen if not groep["rijen"]]
    zonder = [groep["sleutel"] for groep in groepen if groep["rijen"] and not groep["kolommen"][0]["gevuld"]]
    begonnen = [groep["sleutel"] for groep in groepen if groep["kolommen"][0]["gevuld"]]
    uit = []
    if len(begonnen) == 1:
        eigen = [zin["melding"] for zin in regels.get("alleen", []) if zin["groep"] == begonnen[0]]
        uit.append(eigen[0] if eigen else vul(teksten["alleen_een"], {"groep": begonnen[0]}))
    if zonder:
        uit.append(vul(teksten["zonder_begin"], {"groepen": opsomming(zonder)}))
    if leeg_:
        uit.append(vul(teksten["lege_groepen"], {"groepen": opsomming(leeg_)}))
    return [zin for zin in uit if zin]
