"""Cases: voorbeelden uit de bronnen, als map met een `case.yml` en een csv per sectie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from kennis.csvbestand import ontcijfer
from kennis.dossier import Dossier, lees_csvs
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
    eigenschappen, fouten = _eigenschappen(map_ / "case.yml")
    secties, meer = lees_csvs(sorted(map_.glob("*.csv")), map_=naam)
    if fouten + meer:
        raise InvoerFout(fouten + meer)
    return Dossier(secties, **eigenschappen)


def _eigenschappen(pad: Path) -> tuple[dict[str, Any], list[Fout]]:
    """Lees case.yml; geef wat erin staat en alles wat er niet klopt."""
    bestand = f"{pad.parent.name}/{pad.name}"
    try:
        gegevens = yaml.safe_load(ontcijfer(pad.read_bytes())) or {}
    except yaml.YAMLError as fout:
        regel = getattr(getattr(fout, "problem_mark", None), "line", None)
        nummer = None if regel is None else regel + 1
        return {}, [Fout(bestand, nummer, None, None, "dit is geen geldige yml; let op dubbele punten en inspringen")]
    if not isinstance(gegevens, dict):
        return {}, [Fout(bestand, None, None, None, "hier horen regels als 'titel: …'")]
    fouten = [Fout(bestand, None, veld, None, "dit veld ontbreekt") for veld in VERPLICHT if veld not in gegevens]
    bronnen = gegevens.get("bronnen") or []
    if not isinstance(bronnen, list) or not all(isinstance(bron, dict) and bron.get("sleutel") for bron in bronnen):
        fouten.append(Fout(bestand, None, "bronnen", str(bronnen), "hier hoort een lijst, met per bron een sleutel en een vindplaats"))
        bronnen = []
    illustratief = gegevens.get("illustratief")
    return gegevens | {"bronnen": bronnen, "illustratief": "" if illustratief in (None, "niets") else illustratief}, fouten
