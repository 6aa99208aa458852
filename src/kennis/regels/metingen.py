"""Regels voor wie vaker meet: welke meting nu geldt, en wat er eerder uitkwam. Tweeling van metingen.js.

Een meting heeft een naam van de lezer, zoals een jaar. Zij staan op volgorde van die naam; zonder keuze geldt de laatste.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from kennis.regels.basis import tekst, vul

Rij = Mapping[str, Any]


def momenten(rijen: Sequence[Rij], kolom: str) -> list[str]:
    """Noem de metingen waar rijen van zijn, op volgorde van hun naam; zonder naam komt eerst."""
    return sorted({tekst(rij.get(kolom)) for rij in rijen})


def kies(rijen: Sequence[Rij], kolom: str, keuze: Any) -> str:
    """Geef de meting die nu geldt: de gekozen, en anders de laatste."""
    return tekst(keuze) if isinstance(keuze, str) else (momenten(rijen, kolom) or [""])[-1]


def van(rijen: Sequence[Rij], kolom: str, moment: str) -> list[Rij]:
    """Geef de rijen van één meting."""
    return [rij for rij in rijen if tekst(rij.get(kolom)) == moment]


def reeks(metingen: Sequence[Rij], zonder: str) -> list[dict[str, Any]]:
    """Zet metingen naast elkaar: per deel wie er scoorde, en per groep het gemiddelde.

    metingen: {"naam", "delen"} met de delen zoals de scan ze uitrekent. zonder: hoe een meting zonder naam heet.
    """
    return [{"naam": meting["naam"], "titel": meting["naam"] or zonder, "delen": [_deel(deel) for deel in meting["delen"]]} for meting in metingen]


def _deel(deel: Rij) -> dict[str, Any]:
    wie = dict.fromkeys(punt["persoon"] for stelling in deel["stellingen"] for punt in stelling["punten"])
    groepen = [{naam: groep[naam] for naam in ("sleutel", "tekst", "gemiddelde")} for groep in deel["groepen"]]
    return {"sleutel": deel["sleutel"], "wie": sorted(wie), "groepen": groepen}


def anderen(metingen: Sequence[Rij], sjabloon: str) -> list[str]:
    """Zeg wanneer bij de ene meting andere mensen scoorden dan bij de vorige: een verschil kan dan ook daardoor komen."""
    uit = []
    for vorige, deze in pairwise(metingen):
        if _wie(vorige) != _wie(deze):
            uit.append(vul(sjabloon, {"vorige": vorige["titel"], "deze": deze["titel"]}))
    return uit


def _wie(meting: Rij) -> set[str]:
    return {naam for deel in meting["delen"] for naam in deel["wie"]}
