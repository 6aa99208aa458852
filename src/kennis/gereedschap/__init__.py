"""De gereedschappen, een map elk: de regels en teksten als data, voorbeelden, en één klasse."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from kennis.widget import samenvoegen


def namen() -> list[str]:
    """Noem alle gereedschappen; elke map met een `regels.json` is er één."""
    return sorted(pad.parent.name for pad in Path(__file__).parent.glob("*/regels.json"))


def klasse(naam: str) -> Any:
    """Geef de klasse van een gereedschap.

    >>> klasse("stakeholdermatrix").__name__
    'Stakeholdermatrix'
    """
    module = importlib.import_module(f"kennis.gereedschap.{naam}")
    return next(k for k in vars(module).values() if getattr(k, "naam", None) == naam)


def regels_van(soort: str) -> dict[str, Any]:
    """Geef de regels van elk gereedschap van een soort, op naam."""
    return {naam: klasse(naam).maak_opzet()["regels"] for naam in namen() if klasse(naam).soort == soort}


samenvoegen.REGELS_VAN[0] = regels_van
