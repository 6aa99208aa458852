"""Gereedschappen die alleen uit data bestaan: een map met json, buiten het pakket."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennis import beschrijving
from kennis.dossier import secties

DATA = Path(__file__).with_name("data")


def vergeet() -> None:
    """Lees alle beschrijvingen opnieuw."""
    for onthouden in (secties._namen, secties._sectie, secties.beschrijvingen):
        onthouden.cache_clear()
    beschrijving.vergeet()


@pytest.fixture(scope="module")
def alleen_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Zet de gereedschappen uit `data` in een tijdelijke map, met de echte secties en die van henzelf."""
    map_ = tmp_path_factory.mktemp("alleen-data")
    shutil.copytree(DATA / "gereedschap", map_ / "gereedschap")
    shutil.copytree(secties.MAP, map_ / "secties")
    shutil.copytree(DATA / "secties", map_ / "secties", dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(beschrijving, "MAP", map_ / "gereedschap")
        lap.setattr(secties, "MAP", map_ / "secties")
        vergeet()
        yield map_
    vergeet()
