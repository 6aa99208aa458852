"""Hoe zeker een uitkomst van een rekenblad is: welke regel het meest uitmaakt, en een simulatie. Tweeling van rekenbladkans.js.

Elk bedrag met een laag en een hoog krijgt een driehoeksverdeling: laag, waarschijnlijk als top, hoog. De bedragen worden los
van elkaar getrokken. Dat kan snel, omdat de uitkomst recht evenredig is met elk bedrag; is zij dat niet, dan is er geen
simulatie. De trekkingen komen van mulberry32 (Tommy Ettinger, publiek domein) met een vaste start, dus zijn zij overal gelijk.

Bron van de driehoek: Johnson (1997), The triangular distribution as a proxy for the beta distribution in risk analysis,
The Statistician 46, 387-398. De formule voor een trekking is de omgekeerde verdeling.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels.basis import getal, som, vul
from kennis.regels.rekenblad import Blad, toon_waarde

Rij = Mapping[str, Any]
MASKER = 0xFFFFFFFF
STAPPEN = 20  # zoveel staven heeft het beeld van de simulatie


def kans(secties: Mapping[str, Sequence[Rij]], regels: Rij) -> dict[str, Any] | None:
    """Geef {"tornado", "simulatie"} bij `regels["kans"]`; None als er niets onzeker is of de uitkomst niet bekend is.

    tornado: per bedrag met laag en hoog de uitkomst bij laag en bij hoog, de grootste eerst. simulatie: het gemiddelde,
    p10, p50 en p90, `boven` (het deel van de trekkingen boven nul) en `staven`; of None als zij niet kan.
    """
    vorm = regels.get("kans")
    midden = _waarde(secties, regels) if vorm else None
    posten = _posten(secties, regels) if midden is not None else []
    if midden is None or not posten:
        return None
    tornado = [_balk(post, secties, regels) for post in posten]
    if any(balk["laag"] is None or balk["hoog"] is None for balk in tornado):
        return None
    recht = _is_recht(tornado, midden, secties, regels)
    simulatie = _simulatie(posten, tornado, midden, vorm["trekkingen"], vorm["start"]) if recht else None
    # Gelijk op: de volgorde van de bladen; zo staan Python en JavaScript gelijk.
    volgorde = sorted(range(len(tornado)), key=lambda i: (-abs(tornado[i]["hoog"] - tornado[i]["laag"]), i))
    return {"waarde": midden, "tornado": [tornado[i] for i in volgorde], "simulatie": simulatie}


def kanszin(uit: Mapping[str, Any], regels: Rij) -> str:
    """Schrijf wat de simulatie zegt; zonder simulatie waarom zij er niet is."""
    teksten, simulatie = regels["teksten"], uit["simulatie"]
    if simulatie is None:
        return teksten["kans_niet"]
    vorm = next(r for r in regels["resultaten"] if r["naam"] == regels["kans"]["resultaat"])
    waarden = {naam: toon_waarde(simulatie[naam], vorm.get("eenheid", "")) for naam in ("p10", "p90")}
    waarden |= {"uitkomst": vorm["titel"].lower(), "trekkingen": str(simulatie["trekkingen"]), "boven": str(math.floor(simulatie["boven"] * 100 + 0.5))}
    return vul(teksten["kans_zin"], waarden)


def _posten(secties: Mapping[str, Sequence[Rij]], regels: Rij) -> list[dict[str, Any]]:
    """Noem de bedragen met een bereik: waar zij staan, hoe zij heten, en laag, top en hoog op volgorde."""
    blad, uit = Blad(secties, regels), []
    for naam, deel in blad.invoer.items():
        for bereik in deel.get("onzeker", []):
            for nummer, rij in enumerate(blad.rijen[naam]):
                laag, top, hoog = (getal(rij.get(bereik[k])) for k in ("laag", "kolom", "hoog"))
                if top is None or (laag is None and hoog is None):
                    continue
                laag, hoog = top if laag is None else laag, top if hoog is None else hoog
                if laag <= top <= hoog and laag < hoog:
                    post = {"sectie": naam, "nummer": nummer, "kolom": bereik["kolom"], "naam": blad.noem(naam, bereik["kolom"], nummer)}
                    uit.append({**post, "laag": laag, "top": top, "hoog": hoog})
    return uit


def _waarde(secties: Mapping[str, Sequence[Rij]], regels: Rij) -> float | None:
    waarde = Blad(secties, regels).reken(regels["kans"]["resultaat"], {})[0]
    return waarde if isinstance(waarde, float) and math.isfinite(waarde) else None


def _met(secties: Mapping[str, Sequence[Rij]], posten: Sequence[Rij], kant: str) -> dict[str, list[dict[str, Any]]]:
    """Geef de secties met deze bedragen op laag of hoog."""
    uit = {naam: [dict(rij) for rij in rijen] for naam, rijen in secties.items()}
    for post in posten:
        uit[post["sectie"]][post["nummer"]][post["kolom"]] = post[kant]
    return uit


def _balk(post: Rij, secties: Mapping[str, Sequence[Rij]], regels: Rij) -> dict[str, Any]:
    return {"naam": post["naam"], "laag": _waarde(_met(secties, [post], "laag"), regels), "hoog": _waarde(_met(secties, [post], "hoog"), regels)}


def _is_recht(tornado: Sequence[Rij], midden: float, secties: Mapping[str, Sequence[Rij]], regels: Rij) -> bool:
    """Ga na of de effecten los van elkaar zijn en bij elk bedrag evenredig: alles laag (en hoog) is dan de som van alles apart."""
    posten = _posten(secties, regels)
    for kant in ("laag", "hoog"):
        samen = _waarde(_met(secties, posten, kant), regels)
        los = midden + som([balk[kant] - midden for balk in tornado])
        if samen is None or abs(samen - los) > 1e-6 * max(1.0, abs(samen), abs(midden)):
            return False
    return all(_evenredig(post, balk, midden) for post, balk in zip(posten, tornado, strict=True))


def _evenredig(post: Rij, balk: Rij, midden: float) -> bool:
    hoort = balk["laag"] + (balk["hoog"] - balk["laag"]) * (post["top"] - post["laag"]) / (post["hoog"] - post["laag"])
    return abs(hoort - midden) <= 1e-6 * max(1.0, abs(midden), abs(balk["hoog"] - balk["laag"]))


# -- trekken --------------------------------------------------------------------------------------


def trek(start: int, aantal: int) -> list[float]:
    """Geef `aantal` getallen van 0 tot 1 uit mulberry32; dezelfde start geeft altijd dezelfde rij.

    >>> [round(getal, 6) for getal in trek(1, 3)]
    [0.627074, 0.002736, 0.527447]
    """
    uit, a = [], start & MASKER
    for _ in range(aantal):
        a = (a + 0x6D2B79F5) & MASKER
        t = (a ^ (a >> 15)) * (a | 1) & MASKER
        t ^= t + (t ^ (t >> 7)) * (t | 61) & MASKER
        uit.append((t ^ (t >> 14)) / 4294967296)
    return uit


def _simulatie(posten: Sequence[Rij], tornado: Sequence[Rij], midden: float, trekkingen: int, start: int) -> dict[str, Any]:
    """Trek elk bedrag uit zijn driehoek, en tel de effecten op."""
    uit, toeval = [midden] * trekkingen, trek(start, trekkingen * len(posten))
    for nummer, (post, balk) in enumerate(zip(posten, tornado, strict=True)):
        laag, top, hoog, wortel = post["laag"], post["top"], post["hoog"], math.sqrt
        breed = hoog - laag
        knik, links, rechts, helling = (top - laag) / breed, breed * (top - laag), breed * (hoog - top), (balk["hoog"] - balk["laag"]) / breed
        stuk = toeval[nummer * trekkingen : (nummer + 1) * trekkingen]
        uit = [
            totaal + ((laag + wortel(u * links) if u < knik else hoog - wortel((1 - u) * rechts)) - top) * helling for totaal, u in zip(uit, stuk, strict=True)
        ]
    return _samenvatting(uit, trekkingen)


def _samenvatting(uit: Sequence[float], trekkingen: int) -> dict[str, Any]:
    gesorteerd = sorted(uit)
    p10, p50, p90 = (gesorteerd[math.floor(deel * (trekkingen - 1) + 0.5)] for deel in (0.1, 0.5, 0.9))
    laag, hoog, staven = gesorteerd[0], gesorteerd[-1], [0] * STAPPEN
    stap = (hoog - laag) / STAPPEN
    for waarde in uit:
        staven[min(math.floor((waarde - laag) / stap), STAPPEN - 1) if stap > 0 else 0] += 1
    gelukt = sum(waarde > 0 for waarde in uit)
    return {"trekkingen": trekkingen, "p10": p10, "p50": p50, "p90": p90, "boven": gelukt / trekkingen, "laag": laag, "hoog": hoog, "staven": staven}
