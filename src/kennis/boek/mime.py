"""Zet de uitvoer van een gereedschap in een notebook om naar het beeld op de pagina."""

from __future__ import annotations

import json
from typing import Any

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin

from kennis.boek.gereedschapspagina import plek
from kennis.widget.basis import MIME


class KennisRenderer(MimeRenderPlugin):
    """Vang het mimetype van een gereedschap af voordat myst-nb de gewone html kiest."""

    mime_priority_overrides = [("*", MIME, 1)]

    @staticmethod
    def handle_mime(renderer: Any, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        """Geef de plek op de pagina, of niets als dit geen gereedschap is."""
        if data.mime_type != MIME:
            return None
        gegevens = json.loads(data.content) if isinstance(data.content, str) else data.content
        return [plek(gegevens)]
