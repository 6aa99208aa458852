"""De kennis als data: tabellen uit de bronnen, elk met een beschrijving ernaast.

Naast `naam.csv` staat `naam.yml` met de titel, de uitleg, de bron, de datum en de
kolommen. `laad("naam")` geeft een gecontroleerd DataFrame.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from kennis import csvbestand
from kennis.kolommen import Fout, InvoerFout, Kolommen, naaste

MAP = Path(__file__).parent


@dataclass(frozen=True)
class Beschrijving:
    """Wat een tabel is: titel, uitleg, bronnen, datum en kolommen."""

    naam: str
    titel: str
    uitleg: str
    bron: tuple[str, ...]
    datum: str
    kolommen: Kolommen


def namen() -> list[str]:
    """Noem alle kennistabellen."""
    return sorted(pad.stem for pad in MAP.glob("*.yml"))


@cache
def beschrijving(naam: str) -> Beschrijving:
    """Lees de beschrijving van een tabel (`naam.yml`)."""
    pad = MAP / f"{naam}.yml"
    if not pad.exists():
        raise InvoerFout([Fout(f"tabellen/{naam}.yml", None, None, None, "deze tabel bestaat niet", naaste(naam, namen()))])
    inhoud: dict[str, Any] = yaml.safe_load(pad.read_text(encoding="utf-8"))
    kolommen = [{"sleutel": sleutel, **kolom} for sleutel, kolom in inhoud["kolommen"].items()]
    return Beschrijving(
        naam=naam,
        titel=inhoud["titel"],
        uitleg=inhoud.get("uitleg", ""),
        bron=tuple(inhoud.get("bron", ())),
        datum=str(inhoud.get("datum", "")),
        kolommen=Kolommen(kolommen),
    )


@cache
def _rijen(naam: str) -> tuple[dict[str, Any], ...]:
    kolommen = beschrijving(naam).kolommen
    bestand = f"tabellen/{naam}.csv"
    koppen, rijen, nummers = csvbestand.laad(MAP / f"{naam}.csv", bestand)
    fouten = kolommen.controleer_koppen(koppen, bestand)
    if fouten:
        raise InvoerFout(fouten)
    goed, fouten = kolommen.controleer_rijen(rijen, bestand, nummers)
    if fouten:
        raise InvoerFout(fouten)
    return tuple(goed)


def laad(naam: str) -> pd.DataFrame:
    """Geef een kennistabel als DataFrame, in de volgorde van het bestand.

    Fouten: `InvoerFout` met alles wat er in het bestand niet klopt.

    >>> "uitleg" in laad("begrippen").columns
    True
    """
    return pd.DataFrame(list(_rijen(naam)), columns=beschrijving(naam).kolommen.sleutels)


def bronnen() -> dict[str, dict[str, Any]]:
    """Geef alle bronnen uit de tabellen `bronnen*`, op sleutel."""
    return _op_sleutel("bronnen")


def begrippen() -> dict[str, dict[str, Any]]:
    """Geef alle begrippen uit de tabellen `begrippen*`, op sleutel."""
    return _op_sleutel("begrippen")


def _op_sleutel(begin: str) -> dict[str, dict[str, Any]]:
    gevonden: dict[str, dict[str, Any]] = {}
    for naam in namen():
        if naam == begin or naam.startswith(f"{begin}_"):
            for nummer, rij in enumerate(_rijen(naam), start=2):
                if rij["sleutel"] in gevonden:
                    raise InvoerFout([Fout(f"tabellen/{naam}.csv", nummer, "sleutel", rij["sleutel"], "deze sleutel bestaat al")])
                gevonden[rij["sleutel"]] = rij
    return gevonden
