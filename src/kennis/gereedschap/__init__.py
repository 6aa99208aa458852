"""De gereedschappen, een map elk: een gecontroleerde beschrijving als data, voorbeelden, en zo nodig een klasse."""

from __future__ import annotations

import importlib
from typing import Any

from kennis import beschrijving
from kennis.beschrijving import namen
from kennis.kolommen import Fout, InvoerFout
from kennis.widget.basis import Gereedschap

__all__ = ["klasse", "namen", "regels"]


def klasse(naam: str) -> type[Gereedschap]:
    """Geef de klasse van een gereedschap; wie er zelf geen schrijft, krijgt die van de soort.

    Fouten: `InvoerFout` als de klasse in `__init__.py` ontbreekt of bij een andere soort hoort dan `regels.json` zegt.

    >>> klasse("stakeholdermatrix").__name__
    'Stakeholdermatrix'
    """
    titel, soort = naam.capitalize(), beschrijving.laad_regels(naam)["soort"]
    van_soort = getattr(importlib.import_module(f"kennis.widget.{soort}"), soort.capitalize())
    if not (beschrijving.MAP / naam / "__init__.py").exists():
        return _gewoon(naam, titel, van_soort)
    eigen = getattr(importlib.import_module(f"kennis.gereedschap.{naam}"), titel, None)
    if not (isinstance(eigen, type) and issubclass(eigen, van_soort)):
        raise InvoerFout([Fout(f"gereedschap/{naam}/__init__.py", None, None, None, f"hier hoort een klasse {titel} die van {van_soort.__name__} erft")])
    return eigen


def _gewoon(naam: str, titel: str, van_soort: type[Gereedschap]) -> type[Gereedschap]:
    regels_ = beschrijving.laad_regels(naam)
    return type(titel, (van_soort,), {"__module__": f"kennis.gereedschap.{naam}", "__doc__": f"{regels_['titel']}. {regels_['uitleg']}"})


def regels() -> dict[str, dict[str, Any]]:
    """Geef de regels van elk gereedschap, op naam."""
    return {naam: beschrijving.laad_regels(naam) for naam in namen()}
