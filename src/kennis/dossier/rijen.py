"""Rijen en DataFrames: de ene vorm om mee te rekenen, de andere om in een notebook mee te werken."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from kennis.dossier import invoer
from kennis.dossier.keuren import Ruw, keur_secties
from kennis.dossier.secties import onbekend, sectie, sectienamen
from kennis.kolommen import Fout, InvoerFout, kort, leeg, naaste

Rijen = list[dict[str, Any]]


def als_rijen(inhoud: Any) -> Rijen:
    """Maak van een DataFrame of lijst een lijst van dicts, met None voor lege cellen.

    >>> als_rijen(pd.DataFrame({"naam": ["A"], "macht": [float("nan")]}))
    [{'naam': 'A', 'macht': None}]
    """
    rijen = inhoud.to_dict("records") if isinstance(inhoud, pd.DataFrame) else list(inhoud)
    return [{str(k): _waarde(w) for k, w in rij.items()} for rij in rijen]


def _waarde(waarde: Any) -> Any:
    """Maak van een waarde uit pandas, numpy of een kalender gewone data."""
    if waarde is None or isinstance(waarde, (str, bool, float)):
        return None if leeg(waarde) else waarde
    if waarde is pd.NA or waarde is pd.NaT:
        return None
    if isinstance(waarde, (datetime.date, datetime.time)):
        return invoer.cel(waarde)
    if hasattr(waarde, "item") and getattr(waarde, "ndim", None) == 0:
        waarde = waarde.item()
    return None if leeg(waarde) else waarde


def zonder_leeg(rijen: Iterable[Mapping[str, Any]]) -> Rijen:
    """Laat lege cellen weg.

    >>> zonder_leeg([{"naam": "A", "macht": None}])
    [{'naam': 'A'}]
    """
    return [{k: w for k, w in rij.items() if not leeg(w)} for rij in rijen]


def maak_tabel(naam: str, rijen: Rijen) -> pd.DataFrame:
    """Maak van gekeurde rijen van een sectie een DataFrame met alle kolommen; getallen zijn float.

    >>> maak_tabel("doelen", []).columns.tolist()
    ['naam', 'aim', 'toelichting']
    """
    kolommen = sectie(naam).kolommen
    tabel = pd.DataFrame(rijen, columns=kolommen.sleutels)
    getallen = [k.sleutel for k in kolommen.lijst if k.soort in ("getal", "heel")]
    return tabel.astype(dict.fromkeys(getallen, "float64")).astype({k: object for k in kolommen.sleutels if k not in getallen})


def als_ruw(secties: Any) -> dict[str, Ruw]:
    """Maak van secties uit een notebook (naam → DataFrame of lijst van dicts) rijen om te keuren.

    Fouten: `InvoerFout` als het geen secties zijn.
    """
    if not isinstance(secties, Mapping):
        verwacht = "hier horen secties: een naam met een DataFrame of een lijst van rijen"
        raise InvoerFout([Fout("dossier", None, None, kort(secties), verwacht)])
    return {str(naam): Ruw(_probeer_rijen(inhoud), str(naam)) for naam, inhoud in secties.items()}


def _probeer_rijen(inhoud: Any) -> Any:
    if isinstance(inhoud, pd.DataFrame) or (isinstance(inhoud, (list, tuple)) and all(isinstance(rij, Mapping) for rij in inhoud)):
        return als_rijen(inhoud)
    return None


def keur_streng(ruw: Mapping[str, Ruw], naast: Mapping[str, Rijen] | None = None) -> tuple[dict[str, Rijen], list[Fout]]:
    """Controleer wat in code is geschreven: een onbekende sectie of kolom is daar een tikfout, en dus een fout."""
    bekend = {naam: deel for naam, deel in ruw.items() if naam in sectienamen()}
    goed, fouten, apart = keur_secties(bekend, naast)
    return goed, [*(onbekend(naam, naam) for naam in ruw if naam not in bekend), *fouten, *map(als_fout, apart)]


def als_fout(een: Mapping[str, Any]) -> Fout:
    """Maak een fout van iets dat bij het keuren apart werd gezet, voor wie niets apart wil."""
    naam, waar = str(een.get("naam")), str(een.get("sectie") or "dossier")
    if een["wat"] == "sectie":
        return onbekend(naam, naam)
    if een["wat"] == "kolom" and waar in sectienamen():
        return Fout(waar, None, naam, None, "deze kolom bestaat niet", naaste(naam, sectie(waar).kolommen.sleutels))
    return Fout(waar, None, naam, None, str(een["waarom"]))
