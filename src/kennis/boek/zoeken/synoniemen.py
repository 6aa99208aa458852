"""De synoniemen: de tabel `synoniemen` en de andere namen uit de begrippenlijst."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kennis import tabellen
from kennis.boek.zoeken import voorbewerking


def groepen() -> list[list[str]]:
    """Geef groepen van namen die hetzelfde betekenen."""
    eigen = [rij.split(", ") for rij in tabellen.laad("synoniemen")["namen"]]
    begrippen = [[rij["begrip"], *(rij["ook"] or "").split(",")] for rij in tabellen.begrippen().values()]
    return [*eigen, *begrippen]


def vertaling(namen: Iterable[Iterable[str]], bekend: Collection[str]) -> dict[str, list[str]]:
    """Geef per naam (als stammen met een spatie ertussen) de andere namen die in het boek voorkomen.

    >>> vertaling([["Zvw", "Zorgverzekeringswet"]], {"zvw", "zorgverzekeringswet"})
    {'zvw': ['zorgverzekeringswet'], 'zorgverzekeringswet': ['zvw']}
    """
    uit: dict[str, list[str]] = {}
    for groep in namen:
        sleutels = list(dict.fromkeys(filter(None, (" ".join(voorbewerking.termen(naam)) for naam in groep))))
        vindbaar = [sleutel for sleutel in sleutels if all(term in bekend for term in sleutel.split())]
        for sleutel in sleutels:
            nieuw = [ander for ander in vindbaar if ander != sleutel and ander not in uit.get(sleutel, [])]
            if nieuw:
                uit.setdefault(sleutel, []).extend(nieuw)
    return uit
