"""Namen waarnaar verwezen wordt: hernoemen en verwijderen werkt door in alle secties. Tweeling van verwijzingen.js.

Een kolom met `verwijst` hoort streng bij een andere sectie: verdwijnt de naam, dan verdwijnt de rij. Een kolom met
`noemt` is zacht: de naam gaat mee bij hernoemen en blijft staan bij verwijderen, want wie iets zou doen moet te lezen
blijven. Staat er `lid` bij, dan is de kolom een lijst van wie meedoet, en gaat de naam daar wel weg.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kennis.dossier.secties import sectie, sectienamen
from kennis.kolommen import Kolom, schoon

Secties = Mapping[str, list[dict[str, Any]]]


def hernoem(secties: Secties, naam_sectie: str, oud: str, nieuw: str) -> dict[str, list[dict[str, Any]]]:
    """Geef de secties met een naam overal gewijzigd, ook midden in een lijstje met puntkomma's.

    >>> secties = {"stakeholders": [{"naam": "Menzis"}], "acties": [{"wat": "bel", "wie": "GGD; Menzis"}]}
    >>> hernoem(secties, "stakeholders", "Menzis", "VGZ")["acties"]
    [{'wat': 'bel', 'wie': 'GGD; VGZ'}]
    """
    oud, nieuw, doel = schoon(oud), schoon(nieuw), _doel(naam_sectie)

    def van_rij(naam: str, rij: dict[str, Any]) -> dict[str, Any]:
        kopie = dict(rij)
        for kolom in _kolommen(naam):
            waarde = rij.get(kolom.sleutel)
            if not isinstance(waarde, str):
                continue
            if f"{naam}.{kolom.sleutel}" == doel or kolom.verwijst == doel:
                kopie[kolom.sleutel] = nieuw if waarde == oud else waarde
            elif noemt(kolom, doel, rij):
                kopie[kolom.sleutel] = _vervang(waarde, oud, nieuw)
        return kopie

    return {naam: [van_rij(naam, rij) for rij in rijen] for naam, rijen in secties.items()}


def verwijder(secties: Secties, naam_sectie: str, oud: str) -> dict[str, list[dict[str, Any]]]:
    """Geef de secties zonder de rij met deze naam, zonder wat er streng naar verwees, en zonder de naam in lijsten van wie meedoet.

    >>> secties = {"initiatieven": [{"naam": "App"}], "scores": [{"initiatief": "App"}], "acties": [{"wat": "bel", "bij": "App"}]}
    >>> verwijder(secties, "initiatieven", "App")
    {'initiatieven': [], 'scores': [], 'acties': [{'wat': 'bel', 'bij': 'App'}]}
    """
    oud, doel = schoon(oud), _doel(naam_sectie)

    def weg(naam: str, rij: dict[str, Any]) -> bool:
        return any(rij.get(k.sleutel) == oud for k in _kolommen(naam) if doel in (f"{naam}.{k.sleutel}", k.verwijst))

    def van_rij(naam: str, rij: dict[str, Any]) -> dict[str, Any]:
        leden = [k.sleutel for k in _kolommen(naam) if k.lid and noemt(k, doel, rij) and isinstance(rij.get(k.sleutel), str)]
        return {**rij, **{sleutel: _vervang(rij[sleutel], oud, "") or None for sleutel in leden}}

    return {naam: [van_rij(naam, rij) for rij in rijen if not weg(naam, rij)] for naam, rijen in secties.items()}


def suggesties(secties: Secties, kolom: Kolom, rij: Mapping[str, Any] | None = None) -> list[str]:
    """Geef de namen die bij een kolom voor de hand liggen: wat in de secties staat die zij noemt of waarnaar zij verwijst.

    >>> suggesties({"stakeholders": [{"naam": "Menzis"}], "mensen": [{"naam": "Ans"}]}, sectie("acties").kolommen["wie"])
    ['Menzis', 'Ans']
    """
    uit: dict[str, None] = {}
    for doel in (*kolom.noemt, *([kolom.verwijst] if kolom.verwijst else [])):
        naam, _, sleutel = doel.partition(".")
        if rij is None or noemt(kolom, doel, rij) or kolom.verwijst == doel:
            uit |= dict.fromkeys(een[sleutel] for een in secties.get(naam, []) if een.get(sleutel))
    return list(uit)


def noemt(kolom: Kolom, doel: str, rij: Mapping[str, Any]) -> bool:
    """Zeg of een kolom in deze rij namen van `doel` ("sectie.kolom") noemt; `alleen` beperkt dat tot sommige rijen."""
    return doel in kolom.noemt and all(rij.get(sleutel) in waarden for sleutel, waarden in (kolom.alleen or {}).items())


def _doel(naam: str) -> str:
    uniek = sectie(naam).kolommen.uniek
    return f"{naam}.{uniek.sleutel}" if uniek else f"{naam}."


def _kolommen(naam: str) -> list[Kolom]:
    return sectie(naam).kolommen.lijst if naam in sectienamen() else []


def _vervang(waarde: str, oud: str, nieuw: str) -> str:
    """Vervang een naam die alleen staat, of tussen puntkomma's; een lege nieuwe naam verdwijnt."""
    if waarde == oud:
        return nieuw
    delen = [schoon(deel) for deel in waarde.split(";")]
    if oud not in delen:
        return waarde
    met: Callable[[str], str] = lambda deel: nieuw if deel == oud else deel  # noqa: E731
    return "; ".join(deel for deel in map(met, delen) if deel)
