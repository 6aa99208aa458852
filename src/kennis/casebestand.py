"""Cases: voorbeelden uit de bronnen, als map met een `case.yml` en een csv per sectie."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from kennis.dossier import Dossier, inlezen
from kennis.dossier.keuren import noem_apart
from kennis.kolommen import Fout, InvoerFout, naaste

# De cases staan naast src/ in de repository; een trainer kan een eigen map aanwijzen.
MAP = Path(os.environ.get("KENNIS_CASES", Path(__file__).parents[2] / "cases"))


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
    return Dossier.uit_gekeurd(gegevens(naam))


def gegevens(naam: str) -> dict[str, Any]:
    """Geef een case als gewone data (velden en secties), zonder tabellen te bouwen; verander er niets in.

    Fouten: `InvoerFout`, zoals bij `case`.

    >>> gegevens("copd-inbeeld")["velden"]["regio"]
    'Oost-Nederland'
    """
    if naam not in cases():
        verwacht = "deze case bestaat niet; bekend zijn: " + ", ".join(cases())
        raise InvoerFout([Fout(str(naam), None, None, None, verwacht, naaste(str(naam), cases()))])
    gekeurd, fouten = _lees(MAP / naam, _stempel(MAP / naam))
    if fouten:
        raise InvoerFout(fouten)
    return gekeurd


def _stempel(map_: Path) -> tuple[tuple[str, int, int], ...]:
    """Geef waaraan te zien is of een case veranderde: van elk bestand de naam, de tijd en de grootte."""
    paden = [pad for pad in sorted(map_.iterdir()) if pad.is_file()]
    return tuple((pad.name, pad.stat().st_mtime_ns, pad.stat().st_size) for pad in paden)


@lru_cache(maxsize=64)
def _lees(map_: Path, stempel: tuple[tuple[str, int, int], ...]) -> tuple[dict[str, Any], tuple[Fout, ...]]:
    """Lees een case, één keer zolang haar bestanden niet veranderen. In een case hoort niets apart te staan."""
    gekeurd, fouten = inlezen.uit_map(map_, map_.name)
    bestand = f"{map_.name}/{inlezen.CASE_YML}"
    velden, niet_gelezen = inlezen.lees_velden(map_ / inlezen.CASE_YML, bestand)
    mist = [Fout(bestand, None, veld, None, "dit veld ontbreekt") for veld in inlezen.VOOROP if not niet_gelezen and veld not in velden]
    vreemd = [Fout(map_.name, None, None, None, noem_apart(een)) for een in gekeurd.get("apart", [])]
    return gekeurd, (*fouten, *mist, *vreemd)
