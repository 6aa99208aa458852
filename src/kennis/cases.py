"""Cases: voorbeelden uit de bronnen, als map met een `case.yml` en een csv per sectie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from kennis.dossier import Dossier
from kennis.kolommen import Fout, InvoerFout, naaste

# De cases staan naast src/ in de repository; een trainer kan een eigen map aanwijzen.
MAP = Path(os.environ.get("KENNIS_CASES", Path(__file__).parents[2] / "cases"))
VERPLICHT = ("titel", "samenvatting", "bronnen", "regio", "datum", "illustratief")


def cases() -> list[str]:
    """Noem alle cases.

    >>> "copd-inbeeld" in cases()
    True
    """
    return sorted(pad.parent.name for pad in MAP.glob("*/case.yml"))


def case(naam: str) -> Dossier:
    """Lees een case als dossier.

    naam: een map in `cases/`, bijvoorbeeld "copd-inbeeld".

    Fouten: `InvoerFout` als de case niet bestaat of als er iets in de bestanden niet klopt.

    >>> case("copd-inbeeld").titel
    'COPD InBeeld'
    """
    map_ = MAP / naam
    if naam not in cases():
        verwacht = "deze case bestaat niet; bekend zijn: " + ", ".join(cases())
        raise InvoerFout([Fout(naam, None, None, None, verwacht, naaste(naam, cases()))])
    return Dossier._uit_csvs(sorted(map_.glob("*.csv")), **_eigenschappen(map_ / "case.yml"))


def _eigenschappen(pad: Path) -> dict[str, Any]:
    gegevens = yaml.safe_load(pad.read_text(encoding="utf-8")) or {}
    fouten = [Fout(f"{pad.parent.name}/case.yml", None, veld, None, "dit veld ontbreekt") for veld in VERPLICHT if veld not in gegevens]
    if fouten:
        raise InvoerFout(fouten)
    illustratief = gegevens["illustratief"]
    return gegevens | {"illustratief": "" if illustratief in (None, "niets") else illustratief}
