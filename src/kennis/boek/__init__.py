"""Wat alleen de bouw van het boek nodig heeft: de Sphinx-extensie `kennis.boek`."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

# Sphinx laadt traag; `kennis boek` moet zonder kunnen zeggen dat er niets veranderd is.
if TYPE_CHECKING:
    from sphinx.application import Sphinx

ONDERDELEN = ("richtlijnen", "gereedschapspagina", "mijnplan", "bibliotheek", "vragen", "thema", "zoeken", "adressen")


def setup(app: Sphinx) -> dict[str, Any]:
    """Zet alle onderdelen van de extensie aan."""
    for onderdeel in ONDERDELEN:
        importlib.import_module(f"kennis.boek.{onderdeel}").setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
