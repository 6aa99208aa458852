"""Elke pagina van het gebouwde boek, van een server en in het donker: toegankelijk, en zonder vragen aan anderen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennis.boek import bouw

SITE = bouw.site(Path(__file__).parents[2])
PAGINAS = sorted(pad.relative_to(SITE).as_posix() for pad in SITE.rglob("*.html") if "_static" not in pad.parts)


@pytest.mark.parametrize("pad", PAGINAS)
def test_van_de_server_in_het_donker(pad: str, site: str, open_bladzijde, axe) -> None:
    axe(open_bladzijde(f"{site}/{pad}", color_scheme="dark", viewport={"width": 360, "height": 800}))
