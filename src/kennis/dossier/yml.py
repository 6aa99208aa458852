"""Yml lezen en schrijven voor dossiers en cases: alleen gewone data, en alles wat niet klopt in één lijst."""

from __future__ import annotations

from typing import Any

import yaml

from kennis.dossier.versies import DIEPST, DUBBEL, TE_DIEP
from kennis.kolommen import Fout

GEEN_YML = "dit is geen geldige yml; let op dubbele punten en inspringen"
GEEN_REGELS = "hier horen regels als 'titel: …'"
GEEN_ANKERS = "verwijzingen met & en * lezen we hier niet; schrijf uit wat er moet staan"


class _Lezer(yaml.SafeLoader):
    """Leest alleen tekst, getallen, ja/nee, lijsten en objecten; een datum blijft tekst."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        # Een paar regels met & en * kunnen miljoenen regels worden.
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem=GEEN_ANKERS, problem_mark=self.peek_event().start_mark)
        return super().compose_node(parent, index)


_Lezer.yaml_implicit_resolvers = {
    begin: [(soort, vorm) for soort, vorm in regels if soort != "tag:yaml.org,2002:timestamp"]
    for begin, regels in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_GEWOON = {f"tag:yaml.org,2002:{soort}" for soort in ("null", "bool", "int", "float", "str", "seq", "map")}
_Lezer.yaml_constructors = {soort: maak for soort, maak in yaml.SafeLoader.yaml_constructors.items() if soort in _GEWOON or soort is None}


class _Schrijver(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def lees_yml(tekst: str, bestand: str) -> tuple[dict[str, Any], list[Fout]]:
    """Lees yml met bovenaan sleutels; geef de gegevens en alles wat er mis is.

    >>> lees_yml("titel: Een\\ntitel: Twee", "case.yml")[1][0].kolom
    'titel'
    """
    lezer = None
    try:
        lezer = _Lezer(tekst)
        knoop = lezer.get_single_node()
        fouten = _dubbele(knoop, bestand)
        gegevens = lezer.construct_document(knoop) if knoop is not None else {}
    except RecursionError:
        return {}, [Fout(bestand, None, None, None, TE_DIEP)]
    except yaml.YAMLError as fout:
        regel = getattr(getattr(fout, "problem_mark", None), "line", None)
        verwacht = GEEN_ANKERS if getattr(fout, "problem", "") == GEEN_ANKERS else GEEN_YML
        return {}, [Fout(bestand, None if regel is None else regel + 1, None, None, verwacht)]
    except (ValueError, TypeError, OverflowError):
        return {}, [Fout(bestand, None, None, None, GEEN_YML)]
    finally:
        if lezer is not None:
            lezer.dispose()
    if gegevens is None:
        gegevens = {}
    if not isinstance(gegevens, dict):
        return {}, [Fout(bestand, None, None, None, GEEN_REGELS)]
    return {str(sleutel): waarde for sleutel, waarde in gegevens.items()}, fouten


def _dubbele(knoop: Any, bestand: str, diepte: int = 0) -> list[Fout]:
    if diepte > DIEPST:
        raise RecursionError
    if isinstance(knoop, yaml.SequenceNode):
        return [fout for deel in knoop.value for fout in _dubbele(deel, bestand, diepte + 1)]
    if not isinstance(knoop, yaml.MappingNode):
        return []
    fouten, gezien = [], set()
    for sleutel, waarde in knoop.value:
        if isinstance(sleutel, yaml.ScalarNode):
            if sleutel.value in gezien:
                fouten.append(Fout(bestand, sleutel.start_mark.line + 1, sleutel.value, None, DUBBEL))
            gezien.add(sleutel.value)
        fouten += _dubbele(waarde, bestand, diepte + 1)
    return fouten


def schrijf_yml(gegevens: dict[str, Any]) -> str:
    """Schrijf gegevens als yml die een mens kan lezen en veranderen, in de volgorde die zij hebben.

    >>> schrijf_yml({"titel": "Zorg: thuis", "datum": "2026-11-25"})
    "titel: 'Zorg: thuis'\\ndatum: '2026-11-25'\\n"
    """
    return yaml.dump(gegevens, Dumper=_Schrijver, allow_unicode=True, sort_keys=False, width=10_000)
