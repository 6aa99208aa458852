"""Wat een veld aan het verslag bijdraagt: wie in welk vak staat, wat je met elk vak doet en wat nog mist. Tweeling van veld.js."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels import veld
from kennis.regels.basis import tekst, vul
from kennis.regels.budget import budget
from kennis.regels.saldo import saldo
from kennis.regels.zinnen import aantal as tel
from kennis.regels.zinnen import hoofdletter
from kennis.verslag.tekst import cel_van, getoond, klein, kop_van, met_voorbeeld, noem, soort_van, teksten_van

Rij = Mapping[str, Any]


def bijdrage(secties: Mapping[str, Sequence[Rij]], regels: Rij, keuzes: Rij, kolommen: Mapping[str, Sequence[Rij]]) -> dict[str, Any] | None:
    """Geef de zin, de keuze, de tabel, de raad, de notities en wat mist; None als er niets is ingevuld.

    kolommen: per sectie de beschrijving van haar kolommen, voor de koppen van het scherm.
    """
    rijen, t = secties.get(regels["sectie"], []), teksten_van("veld", regels)
    if not rijen:
        return None
    uit, eigen = veld.uitkomst(secties, regels), kolommen.get(regels["sectie"], [])
    return {
        "zin": _zin(uit, rijen, regels, t),
        "keuze": _keuze(rijen, regels, eigen),
        "tabellen": [_tabel(uit, rijen, regels, eigen, t)],
        "raad": [*_raad(uit["punten"], rijen, regels, t), *_ook(uit["punten"], regels, t), *_budget(uit, regels, keuzes), *_saldo(rijen, regels, t)],
        "notities": _notities(rijen, regels, eigen),
        "mist": [*uit["meldingen"], *(v["zin"] for v in uit["verschillen"])],
        "keuzes": {},
        "voorbeeld": any(_is_voorbeeld(rij) for rij in rijen),
    }


def _is_voorbeeld(rij: Rij) -> bool:
    return tekst(rij.get("illustratief")) == "ja"


def _zin(uit: Rij, rijen: Sequence[Rij], regels: Rij, t: Rij) -> str:
    geplaatst = [(p, r) for p, r in zip(uit["punten"], rijen, strict=True) if p["kwadrant"]]
    assen = {as_: klein(regels[as_]["titel"]) for as_ in ("x", "y")}
    if not geplaatst:
        return vul(t["zonder_plek"], {"aantal": tel(len(rijen), regels["ding"], regels["dingen"]), **assen})
    eerste = regels["kwadranten"][0]
    volgorde = [plek["naam"] for plek in uit["volgorde"]] if "volgorde" in uit else [p["naam"] for p in uit["punten"]]
    erin = [p["naam"] for p in uit["punten"] if p["kwadrant"] == eerste["sleutel"]]
    namen = [naam for naam in volgorde if naam in erin] if "volgorde" in uit else erin
    waarden = {"aantal": tel(len(geplaatst), regels["ding"], regels["dingen"]), "kwadrant": klein(eerste["titel"]), "namen": noem(namen) or t["geen"], **assen}
    verzonnen = sum(_is_voorbeeld(rij) for _, rij in geplaatst)
    extra = " " + vul(t["voorbeeld"], {"aantal": tel(verzonnen, regels["ding"], regels["dingen"])}) if verzonnen else ""
    return vul(t["zin"], waarden) + extra


def _keuze(rijen: Sequence[Rij], regels: Rij, kolommen: Sequence[Rij]) -> list[list[str]]:
    """Noem wat de groep zelf vaststelde, als het gereedschap daar een kolom voor heeft."""
    kolom = regels.get("verslag", {}).get("keuzekolom")
    namen = [tekst(rij.get("naam")) for rij in rijen if kolom and tekst(rij.get(kolom)) == "ja" and not _is_voorbeeld(rij)]
    return [[kop_van(kolommen, kolom), noem(namen, 12)]] if kolom and namen else []


def _tabel(uit: Rij, rijen: Sequence[Rij], regels: Rij, kolommen: Sequence[Rij], t: Rij) -> dict[str, Any]:
    eigen = [k for k in getoond(kolommen, rijen) if k["sleutel"] in regels.get("verslag", {}).get("kolommen", [])]
    grootte = [regels["grootte"]] if "grootte" in regels else []
    maten = [next(k for k in kolommen if k["sleutel"] == g["kolom"]) for g in grootte]
    koppen = [t["naam"], *(k["kop"] for k in eigen), regels["y"]["titel"], regels["x"]["titel"], *(g["titel"] for g in grootte), t["vak"]]
    soorten = ["tekst", *(soort_van(k) for k in eigen), "getal", "getal", *(soort_van(k) for k in maten), "tekst"]
    inhoud = [
        [punt["naam"], *(cel_van(rij, k) for k in eigen), _tiende(punt["y"]), _tiende(punt["x"]), *(cel_van(rij, k) for k in maten), punt["titel"]]
        for punt, rij in _op_volgorde(uit, rijen)
    ]
    tabel = {"titel": hoofdletter(regels["dingen"]), "koppen": koppen, "soorten": soorten, "rijen": inhoud}
    merken = [_is_voorbeeld(rij) for _, rij in _op_volgorde(uit, rijen)]
    return met_voorbeeld(tabel, merken, t)


def _op_volgorde(uit: Rij, rijen: Sequence[Rij]) -> list[tuple[Rij, Rij]]:
    """Zet de punten op de volgorde van de regels, en zonder die op volgorde van de vakken; wat geen plek heeft, komt achteraan."""
    paren = list(zip(uit["punten"], rijen, strict=True))
    vak = {k["sleutel"]: plek for plek, k in enumerate(uit["kwadranten"])}
    plaats = {plek["naam"]: plek["plaats"] for plek in uit.get("volgorde", [])}
    return sorted(paren, key=lambda paar: (paar[0]["kwadrant"] is None, plaats.get(paar[0]["naam"], 0), vak.get(paar[0]["kwadrant"], 0)))


def _tiende(waarde: float | None) -> float | None:
    """Rond af op één decimaal, half naar boven, zoals op het scherm."""
    return None if waarde is None else math.floor(waarde * 10 + 0.5) / 10


def _raad(punten: Sequence[Rij], rijen: Sequence[Rij], regels: Rij, t: Rij) -> list[str]:
    """Zeg per vak wat te doen, met wie erin staan; een uitzondering en een voorbeeld van de makers hebben een eigen regel."""
    groepen: dict[tuple[str, str, bool], list[str]] = {}
    plek = {k["sleutel"]: nummer for nummer, k in enumerate(regels["kwadranten"])}
    geplaatst = [(punt, _is_voorbeeld(rij)) for punt, rij in zip(punten, rijen, strict=True) if punt["kwadrant"]]
    for punt, voorbeeld in sorted(geplaatst, key=lambda paar: plek[paar[0]["kwadrant"]]):
        groepen.setdefault((punt["titel"], punt["advies"], voorbeeld), []).append(punt["naam"])
    return [
        vul(t["raad_voorbeeld" if voorbeeld else "raad"], {"titel": titel, "advies": advies, "namen": noem(namen, 12)})
        for (titel, advies, voorbeeld), namen in groepen.items()
    ]


def _ook(punten: Sequence[Rij], regels: Rij, t: Rij) -> list[str]:
    """Geef de raad die door soort of houding voor sommige dingen geldt, met hun namen."""
    namen: dict[str, list[str]] = {}
    for punt in punten:
        for zin in punt["eigen"]:
            namen.setdefault(zin, []).append(punt["naam"])
    return [vul(t["ook"], {"zin": zin, "namen": noem(namen[zin], 12)}) for zin in (a["advies"] for a in regels.get("aanvullingen", [])) if zin in namen]


def _budget(uit: Rij, regels: Rij, keuzes: Rij) -> list[str]:
    zin = budget(uit, regels["budget"], keuzes.get("budget"))["zin"] if "budget" in regels else ""
    return [zin] if zin else []


def _saldo(rijen: Sequence[Rij], regels: Rij, t: Rij) -> list[str]:
    """Zeg wie wint en wie betaalt, als er bedragen zijn."""
    if "saldo" not in regels:
        return []
    uit = saldo(list(rijen), regels["saldo"])
    bekend = any(deel["kas"] is not None for deel in uit["partijen"])
    return [vul(t["saldo"], {"titel": regels["saldo"]["titel"], "oordeel": uit["oordeel"]})] if bekend else []


def _notities(rijen: Sequence[Rij], regels: Rij, kolommen: Sequence[Rij]) -> list[str]:
    """Zet per rij op één regel wat er bij geschreven is; zijn er meer kolommen voor, dan staat de kop erbij."""
    uit, sleutels = [], regels.get("verslag", {}).get("notities", [])
    for rij in rijen:
        zinnen = [(klein(kop_van(kolommen, sleutel)), tekst(rij.get(sleutel))) for sleutel in sleutels if tekst(rij.get(sleutel))]
        if zinnen:
            uit.append(f"{tekst(rij.get('naam'))}: " + "; ".join(f"{kop}: {zin}" if len(sleutels) > 1 else zin for kop, zin in zinnen))
    return uit
