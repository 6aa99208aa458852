"""Bouwstenen om te beschrijven wat er in een `regels.json` mag staan, en één Nederlandse lijst van wat er niet klopt.

Een soort is een model van pydantic. Elk veld heeft een uitleg, en zo nodig een merk dat het pas later op de pagina komt.
Uit hetzelfde model komen de controle, de tabel in docs/sleutels.md en de keuze wat meteen op een pagina staat.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_serializer
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined, core_schema

from kennis.dossier import sectie, sectienamen
from kennis.kolommen import Fout, naaste, schrijf_getal

Pad = tuple[str, ...]
Gegevens = dict[str, Any]
# Een plek, wat er staat, wat er hoort, en waaruit te kiezen valt.
Bezwaar = tuple[tuple[Any, ...], Any, str, Sequence[str]]


def beschrijf(uitleg: str, standaard: Any = ..., *, later: bool | str = False, als: str | None = None, meest: float | None = None) -> Any:
    """Beschrijf één sleutel van een `regels.json`.

    uitleg: wat de sleutel betekent, in één zin. standaard: wat geldt als hij ontbreekt; zonder standaard is hij verplicht.
    later: komt pas op de pagina als de lezer iets doet; een tekst zegt wanneer dat anders is.
    als: hoe de sleutel in het bestand heet, als Python die naam niet toelaat. meest: de hoogste waarde.
    """
    return Field(standaard, description=uitleg, alias=als, le=meest, json_schema_extra={"later": later})


class Beschreven(BaseModel):
    """Een object in een `regels.json`. Een sleutel die niet beschreven is, is een fout."""

    model_config = ConfigDict(extra="forbid", strict=True)

    @model_serializer(mode="wrap")
    def _kort(self, schrijf: Callable[[Any], Gegevens]) -> Gegevens:
        """Vul aan wat geldt als een sleutel ontbreekt, maar laat weg wat ontbreekt en leeg is: dat scheelt op elke pagina."""
        gegeven = {_naam(naam, self.__class__.model_fields[naam]) if naam in self.__class__.model_fields else naam for naam in self.model_fields_set}
        return {naam: waarde for naam, waarde in schrijf(self).items() if naam in gegeven or not (waarde is None or waarde is False or waarde in ([], {}, ""))}


def _naam(naam: str, veld: FieldInfo) -> str:
    return veld.alias or naam


# -- verwijzen naar iets anders in hetzelfde bestand, of naar een sectie ------------------------------------------------


@dataclass(frozen=True)
class Uit:
    """De waarde moet voorkomen op een ander pad in het bestand, zoals `kwadranten.*.sleutel`."""

    pad: str

    @property
    def soort(self) -> str:
        """Wat er hoort, in woorden."""
        return f"één van `{self.pad}`"

    def keuzes(self, regels: Gegevens) -> list[Any]:
        """Noem wat er mag staan."""
        return [waarde for waarde in verzamel(regels, self.pad.split(".")) if isinstance(waarde, str | int | float)]

    def __get_pydantic_core_schema__(self, bron: Any, handler: Any) -> Any:
        return core_schema.with_info_after_validator_function(lambda waarde, info: _een_van(waarde, self.keuzes(info.context)), handler(bron))


@dataclass(frozen=True)
class Sectienaam(Uit):
    """De waarde is een sectie van het dossier."""

    pad: str = ""
    soort = "een sectie van het dossier"

    def keuzes(self, regels: Gegevens) -> list[str]:
        """Noem de secties."""
        return sectienamen()


@dataclass(frozen=True)
class KolomVan(Uit):
    """De waarde is een kolom van de sectie die op `pad` staat."""

    pad: str = "sectie"
    soort = "een kolom van de sectie"

    def keuzes(self, regels: Gegevens) -> list[str]:
        """Noem de kolommen van die sectie; van een sectie die niet bestaat, zijn er geen."""
        return [kolom for naam in super().keuzes(regels) if naam in sectienamen() for kolom in sectie(naam).kolommen.sleutels]


def _een_van(waarde: Any, keuzes: Sequence[Any]) -> Any:
    # Zonder keuzes is er al een andere fout: wat de keuzes had moeten geven, ontbreekt.
    if keuzes and waarde not in keuzes:
        namen = list(dict.fromkeys(schrijf_getal(k) if isinstance(k, float) else str(k) for k in keuzes))
        raise anders(f"hier hoort één van: {', '.join(namen)}", namen)
    return waarde


def anders(verwacht: str, keuzes: Sequence[str] = ()) -> PydanticCustomError:
    """Maak de fout voor een waarde die niet mag, met wat er wel hoort."""
    return PydanticCustomError("kennis", "{verwacht}", {"verwacht": verwacht, "keuzes": list(keuzes)})


def verzamel(gegevens: Any, stappen: Sequence[str]) -> Iterator[Any]:
    """Geef alle waarden op een pad; `*` staat voor alles in een lijst of object, `#` voor de sleutels ervan.

    >>> list(verzamel({"vakken": [{"sleutel": "a"}, {"sleutel": "b"}]}, ["vakken", "*", "sleutel"]))
    ['a', 'b']
    """
    if not stappen:
        yield gegevens
    elif stappen[0] == "#":
        yield from gegevens if isinstance(gegevens, dict) else ()
    elif stappen[0] == "*":
        for deel in gegevens.values() if isinstance(gegevens, dict) else gegevens if isinstance(gegevens, list) else ():
            yield from verzamel(deel, stappen[1:])
    elif isinstance(gegevens, dict) and stappen[0] in gegevens:
        yield from verzamel(gegevens[stappen[0]], stappen[1:])


# Een sleutel uit een kennistabel kan een nummer zijn.
Naam = str | float
Sectie = Annotated[str, Sectienaam()]
Kolomnaam = Annotated[str, KolomVan()]
Kleur = Literal["petrol", "steen", "blauw", "oker", "pruim"]


@dataclass(frozen=True)
class Vorm:
    """Een waarde met een eigen controle; `soort` zegt in woorden wat er hoort."""

    soort: str
    keur: Callable[[Any], bool]

    def __get_pydantic_core_schema__(self, bron: Any, handler: Any) -> Any:
        return core_schema.no_info_after_validator_function(self._keur, core_schema.any_schema())

    def _keur(self, waarde: Any) -> Any:
        if not self.keur(waarde):
            raise anders(f"hier hoort {self.soort}")
        return waarde


def is_tekst(waarde: Any) -> bool:
    """Zeg of iets tekst is."""
    return isinstance(waarde, str)


def is_teksten(waarde: Any) -> bool:
    """Zeg of iets een lijst van teksten is."""
    return isinstance(waarde, list) and all(map(is_tekst, waarde))


def is_tabel_of_functie(waarde: Any) -> bool:
    """Zeg of iets een bron is zoals `uit_tabellen` haar noemt."""
    if isinstance(waarde, dict):
        kolommen = waarde.get("kolommen")
        return set(waarde) == {"tabel", "kolommen"} and is_tekst(waarde["tabel"]) and isinstance(kolommen, dict) and all(map(is_tekst, kolommen.values()))
    return is_tekst(waarde)


Bron = Annotated[Any, Vorm('{"tabel": …, "kolommen": {…}}, of de naam van een functie in tabellen.py', is_tabel_of_functie)]


class Samenvoegen(Beschreven):
    """Wat van een ander komt, komt erbij in plaats van ervoor in de plaats."""

    sectie: Sectie = beschrijf("De sectie die wordt aangevuld.")
    sleutel: list[Kolomnaam] = beschrijf("De kolommen die samen zeggen welke rij dezelfde is; de eerste is van wie de rij is.")
    ding: str = beschrijf("Hoe één rij heet.")
    dingen: str = beschrijf("Hoe meer rijen heten.")


class Verslag(Beschreven):
    """Wat Mijn plan van dit gereedschap laat zien."""

    volgorde: int = beschrijf("De plaats op Mijn plan; de laagste staat eerst.")
    pagina: str = beschrijf("De bladzijde van het boek waar het gereedschap staat, zonder einde.")
    actie: str = beschrijf("De zin van een voorgestelde actie, met {bij} en kolommen als plek.", "")
    acties: dict[str, Kolomnaam] = beschrijf("Per kolom van de actielijst de kolom van de sectie waar hij vandaan komt.", {})
    keuzekolom: Kolomnaam | None = beschrijf("De kolom die zegt dat iets samen is vastgesteld.", None)
    kolommen: list[Kolomnaam] = beschrijf("Kolommen die ook in de tabel van het plan staan.", [])
    notities: list[Kolomnaam] = beschrijf("Kolommen waarvan de tekst als notitie in het plan komt.", [])
    teksten: dict[str, str] = beschrijf("Zinnen in plaats van die van het verslag van deze soort.", {})


class Regels(Beschreven):
    """Wat elk gereedschap heeft, van welke soort het ook is."""

    soort: str = beschrijf("De soort waar het gereedschap bij hoort.")
    titel: str = beschrijf("De naam zoals de lezer haar ziet.")
    uitleg: str = beschrijf("Wat de lezer doet en wat hij ervoor krijgt, in een of twee zinnen.")
    sectie: Sectie = beschrijf("De sectie van het dossier die het gereedschap laat zien.")
    secties: list[Sectie] = beschrijf("Alle secties die het gereedschap laat zien, als het er meer zijn dan één.", [])
    behoud: list[Annotated[str, Uit("secties.*")]] = beschrijf("Secties die blijven staan als de lezer leeg begint.", [])
    samen: Samenvoegen | None = beschrijf("Hoe rijen van een ander erbij komen (link of bestand).", None, als="voegSamen")
    uit_tabellen: dict[str, Bron] = beschrijf("Sleutels die uit kennistabellen komen, en waaruit.", {})
    teksten: dict[str, str] = beschrijf("Zinnen in plaats van die van de soort; alleen sleutels die de soort kent.", {})
    verslag: Verslag | None = beschrijf("Hoe het gereedschap in Mijn plan staat.", None, later=True)

    @classmethod
    def later(cls, regels: Gegevens) -> list[str]:
        """Noem de paden die pas later op de pagina komen."""
        return [".".join(s.pad) for s in sleutels(cls) if s.later]

    @classmethod
    def vul_aan(cls, regels: Gegevens) -> Gegevens:
        """Vul aan wat uit iets anders volgt dan de beschrijving zelf."""
        return regels

    @classmethod
    def controle(cls, regels: Gegevens) -> Iterator[Bezwaar]:
        """Geef wat pas te zien is als alle sleutels goed zijn."""
        yield from ()


# -- lopen door een model ----------------------------------------------------------------------------------------------


class Sleutel(NamedTuple):
    """Eén sleutel van een soort, met zijn pad; `*` is elk element van een lijst of object."""

    pad: Pad
    uitleg: str
    soort: str
    verplicht: bool
    standaard: Any
    later: bool | str


def sleutels(model: type[BaseModel], voor: Pad = ()) -> Iterator[Sleutel]:
    """Noem alle sleutels van een soort, van buiten naar binnen."""
    for naam, veld in model.model_fields.items():
        pad = (*voor, _naam(naam, veld))
        later = (veld.json_schema_extra or {}).get("later", False)
        standaard = None if veld.default is PydanticUndefined else veld.default
        yield Sleutel(pad, veld.description or "", soort_van(_hele(veld)), veld.is_required(), standaard, later)
        sterren, binnen = _binnen(veld.annotation)
        if binnen:
            yield from sleutels(binnen, (*pad, *sterren))


def _hele(veld: FieldInfo) -> Any:
    return Annotated[veld.annotation, *veld.metadata] if veld.metadata else veld.annotation


def _binnen(annotatie: Any) -> tuple[Pad, type[BaseModel] | None]:
    """Geef het model in een lijst, object of keuze, met een ster voor elke laag eromheen."""
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        return (), annotatie
    soort, delen = get_origin(annotatie), get_args(annotatie)
    ster = ("*",) if soort in (list, dict) else ()
    for deel in delen:
        sterren, model = _binnen(deel)
        if model:
            return (*ster, *sterren), model
    return (), None


WOORDEN = {str: "tekst", float: "een getal", int: "een heel getal", bool: "true of false", Any: "wat dan ook"}


def soort_van(annotatie: Any) -> str:
    """Zeg in woorden wat er bij een sleutel hoort.

    >>> soort_van(list[str]), soort_van(float | None), soort_van(Literal["a", "b"])
    ('een lijst van tekst', 'een getal', 'één van: a, b')
    """
    soort, delen = get_origin(annotatie), get_args(annotatie)
    if soort is Annotated:
        vorm = next((merk.soort for merk in delen[1:] if isinstance(merk, Vorm | Uit)), None)
        return vorm or soort_van(delen[0])
    if soort in (Union, types.UnionType):
        return " of ".join(soort_van(deel) for deel in delen if deel is not types.NoneType)
    if soort is Literal:
        return f"één van: {', '.join(map(str, delen))}"
    if soort is list:
        return f"een lijst van {soort_van(delen[0])}"
    if soort is dict:
        return f"een object met per sleutel {soort_van(delen[1])}"
    return WOORDEN.get(annotatie) or "een object"


# -- fouten --------------------------------------------------------------------------------------------------------


class Sleutelfout(Fout):
    """Eén ding dat niet klopt in een json: het bestand, het pad van de sleutel, wat er staat en wat er hoort."""

    def __str__(self) -> str:
        plaats = f"{self.bestand}, {self.kolom}" if self.kolom else self.bestand
        staat = f" staat {self.waarde};" if self.waarde is not None else ""
        voorstel = f" Bedoel je '{self.voorstel}'?" if self.voorstel else ""
        return f"{plaats}:{staat} {self.verwacht}.{voorstel}"


def keur(model: type[Regels], gegevens: Gegevens, bestand: str, zwijg: Sequence[str] = ()) -> tuple[Gegevens, list[Fout]]:
    """Geef de regels met wat geldt als een sleutel ontbreekt, en alles wat er niet klopt.

    zwijg: sleutels waarover al iets gezegd is.
    """
    try:
        goed = model.model_validate(gegevens, context=gegevens).model_dump(by_alias=True)
    except ValidationError as fout:
        details = [d for d in fout.errors() if not (d["type"] == "missing" and d["loc"][0] in zwijg)]
        return gegevens, _vertaal(details, model, gegevens, bestand)
    bezwaren = [*_dubbele(goed), *model.controle(goed)]
    return goed, [Sleutelfout(bestand, None, noem(pad, goed), None if w is None else toon(w), hoort, naaste(str(w), uit)) for pad, w, hoort, uit in bezwaren]


def _dubbele(gegevens: Any, voor: tuple[Any, ...] = ()) -> Iterator[Bezwaar]:
    """Geef de sleutels die in één lijst twee keer voorkomen."""
    if isinstance(gegevens, list):
        gezien = [deel.get("sleutel") for deel in gegevens if isinstance(deel, dict)]
        for plek, naam in enumerate(gezien):
            if naam is not None and naam in gezien[:plek]:
                yield (*voor, plek, "sleutel"), naam, "deze sleutel staat al eerder in de lijst", ()
    for plek, deel in gegevens.items() if isinstance(gegevens, dict) else enumerate(gegevens) if isinstance(gegevens, list) else ():
        yield from _dubbele(deel, (*voor, plek))


def _vertaal(details: Sequence[Mapping[str, Any]], model: type[BaseModel], gegevens: Gegevens, bestand: str) -> list[Fout]:
    bekend = _op_pad(model)
    vreemd = [_vreemd(d, bekend, gegevens, bestand) for d in details if d["type"] == "extra_forbidden"]
    # Een verplichte sleutel die verkeerd gespeld is, is één fout en niet twee.
    gemeld = {(d["loc"][:-1], fout.voorstel) for d, fout in zip((d for d in details if d["type"] == "extra_forbidden"), vreemd, strict=True)}
    anders_ = [_een(d, bekend, gegevens, bestand) for d in details if d["type"] != "extra_forbidden" and (d["loc"][:-1], d["loc"][-1]) not in gemeld]
    return [*vreemd, *anders_]


@cache
def _op_pad(model: type[BaseModel]) -> dict[Pad, Sleutel]:
    return {s.pad: s for s in sleutels(model)}


def _vreemd(detail: Mapping[str, Any], bekend: Mapping[Pad, Sleutel], gegevens: Gegevens, bestand: str) -> Fout:
    ouder, er = _gewoon(detail["loc"][:-1], bekend), _waarde(gegevens, detail["loc"][:-1])
    keuzes = [pad[-1] for pad in bekend if pad[:-1] == ouder and pad[-1] not in er]
    voorstel = naaste(str(detail["loc"][-1]), keuzes)
    verwacht = "deze sleutel bestaat niet" + ("" if voorstel else f"; nog vrij zijn: {', '.join(keuzes) or 'geen'}")
    return Sleutelfout(bestand, None, noem(detail["loc"], gegevens), None, verwacht, voorstel)


def _een(detail: Mapping[str, Any], bekend: Mapping[Pad, Sleutel], gegevens: Gegevens, bestand: str) -> Fout:
    loc, soort, extra = detail["loc"], detail["type"], detail.get("ctx", {})
    hier = bekend.get(_gewoon(loc, bekend))
    plek = noem(loc, gegevens)
    if soort == "missing":
        return Sleutelfout(bestand, None, plek, None, f"deze sleutel ontbreekt; hier hoort {hier.soort if hier else 'iets'}")
    keuzes = extra.get("keuzes") or (hier.soort.removeprefix("één van: ").split(", ") if hier and soort == "literal_error" else [])
    verwacht = extra.get("verwacht") or _verwacht(soort, extra, hier)
    return Sleutelfout(bestand, None, plek, toon(detail["input"]), verwacht, naaste(str(detail["input"]), keuzes))


TYPEN = {"string_type": str, "float_type": float, "int_type": int, "bool_type": bool}


def _verwacht(soort: str, extra: Mapping[str, Any], hier: Sleutel | None) -> str:
    if soort == "less_than_equal":
        return f"hier hoort hoogstens {schrijf_getal(extra['le'])}"
    return f"hier hoort {WOORDEN[TYPEN[soort]] if soort in TYPEN else hier.soort if hier else 'iets anders'}"


def _gewoon(loc: Sequence[Any], bekend: Mapping[Pad, Sleutel]) -> Pad:
    """Zet een plek om in een pad van het model: een nummer of vrije naam wordt een ster."""
    pad: Pad = ()
    for stap in loc:
        pad = (*pad, str(stap)) if (*pad, str(stap)) in bekend else (*pad, "*")
    return pad


def _waarde(gegevens: Any, loc: Sequence[Any]) -> Any:
    for stap in loc:
        gegevens = gegevens[stap]
    return gegevens


def noem(loc: Sequence[Any], gegevens: Any) -> str:
    """Schrijf een plek zoals een mens haar zoekt: een rij heet naar haar sleutel, anders naar haar nummer.

    >>> noem(("vakken", 0, "kleur"), {"vakken": [{"sleutel": "rechts"}]}), noem(("is", 1), {"is": ["a", "b"]})
    ('vakken[rechts].kleur', 'is[2e]')
    """
    uit = ""
    for stap in loc:
        gegevens = gegevens[stap] if isinstance(gegevens, list) or (isinstance(gegevens, dict) and stap in gegevens) else None
        if isinstance(stap, int):
            eigen = gegevens if isinstance(gegevens, dict) else {}
            naam = next((eigen[s] for s in ("sleutel", "naam", "titel") if isinstance(eigen.get(s), str)), f"{stap + 1}e")
            uit += f"[{naam}]"
        else:
            uit += f".{stap}" if uit else str(stap)
    return uit


def toon(waarde: Any) -> str:
    """Schrijf een waarde zoals zij in het bestand staat, niet te lang.

    >>> toon("roze"), toon(["a", 1]), toon(True)
    ("'roze'", '["a", 1]', 'true')
    """
    tekst = f"'{waarde}'" if isinstance(waarde, str) else json.dumps(waarde, ensure_ascii=False, default=str)
    return tekst if len(tekst) <= 80 else tekst[:77] + "…"
