"""Gereedschappen lezen: een map met een gecontroleerde beschrijving (`regels.json`), per soort een model.

`laad_regels("stakeholdermatrix")` geeft de regels zoals Python en JavaScript haar krijgen: gecontroleerd, met wat uit
kennistabellen komt en met de zinnen van de soort. Naam en soort staan er ook in; de naam is die van de map.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from kennis import tabellen
from kennis.beschrijving.basis import Gegevens, Regels, Sleutelfout, keur, toon
from kennis.dossier import als_rijen, zonder_leeg
from kennis.kolommen import Fout, InvoerFout, naaste
from kennis.regels.zinnen import kaal

MAP = Path(__file__).parents[1] / "gereedschap"
SOORTEN = ("veld", "kiezer", "scan", "plan", "rekenblad")


def namen() -> list[str]:
    """Noem alle gereedschappen; elke map met een `regels.json` is er één.

    >>> "stakeholdermatrix" in namen()
    True
    """
    return sorted(pad.parent.name for pad in MAP.glob("*/regels.json"))


def model(soort: str) -> type[Regels]:
    """Geef het model van een soort.

    >>> model("veld").__name__
    'Veld'
    """
    return getattr(importlib.import_module(f"kennis.beschrijving.{soort}"), soort.capitalize())


@cache
def laad_regels(naam: str) -> Gegevens:
    """Geef de regels van een gereedschap.

    Fouten: `InvoerFout` met alles wat er in `regels.json` niet klopt: het pad van de sleutel, wat er staat en wat er hoort.

    >>> laad_regels("stakeholdermatrix")["soort"]
    'veld'
    """
    bestand = f"gereedschap/{naam}/regels.json"
    gegevens, fouten = _lees(MAP / naam / "regels.json", bestand)
    soort = gegevens.get("soort")
    if not fouten and soort not in SOORTEN:
        verwacht = f"hier hoort één van: {', '.join(SOORTEN)}"
        fouten = [Sleutelfout(bestand, None, "soort", toon(soort) if soort else None, verwacht, naaste(str(soort), SOORTEN) if soort else None)]
    if fouten:
        raise InvoerFout(fouten)
    uit_tabellen, fouten = _uit_tabellen(gegevens, naam, bestand)
    teksten, meer = _teksten(gegevens, soort, bestand)
    gevuld, nog = keur(model(soort), {**gegevens, **uit_tabellen, "teksten": teksten}, bestand, [fout.kolom.split(".")[-1] for fout in fouten])
    if fouten := [*fouten, *meer, *nog]:
        raise InvoerFout(fouten)
    gevuld.pop("uit_tabellen", None)
    return {"gereedschap": naam, **model(soort).vul_aan(gevuld)}


@cache
def laad_voorbeelden(naam: str) -> dict[str, Gegevens]:
    """Lees `gereedschap/<naam>/voorbeelden.json`: voorbeeldinvoer voor tests en uitleg, op naam."""
    gegevens, fouten = _lees(MAP / naam / "voorbeelden.json", f"gereedschap/{naam}/voorbeelden.json")
    if fouten:
        raise InvoerFout(fouten)
    return gegevens


def later(regels: Gegevens) -> list[str]:
    """Noem de paden die pas later op de pagina komen."""
    return model(regels["soort"]).later(regels)


def vergeet() -> None:
    """Lees alles opnieuw, als er bestanden veranderd zijn."""
    laad_regels.cache_clear()
    laad_voorbeelden.cache_clear()


def _lees(pad: Path, bestand: str) -> tuple[Gegevens, list[Fout]]:
    """Lees een json met één object; een sleutel die er twee keer staat, is een fout en geen stille keuze."""
    dubbel: list[str] = []

    def object_van(paren: list[tuple[str, Any]]) -> Gegevens:
        sleutels = [sleutel for sleutel, _ in paren]
        dubbel.extend(sleutel for sleutel in dict.fromkeys(sleutels) if sleutels.count(sleutel) > 1)
        return dict(paren)

    try:
        gelezen = json.loads(pad.read_text(encoding="utf-8"), object_pairs_hook=object_van)
    except FileNotFoundError:
        return {}, [Sleutelfout(bestand, None, None, None, "dit bestand ontbreekt")]
    except json.JSONDecodeError as fout:
        return {}, [Sleutelfout(bestand, None, f"regel {fout.lineno}", None, "dit is geen geldige json; let op komma's en aanhalingstekens")]
    if not isinstance(gelezen, dict):
        return {}, [Sleutelfout(bestand, None, None, None, "hier hoort een object met sleutels")]
    return gelezen, [Sleutelfout(bestand, None, sleutel, None, "deze sleutel staat er twee keer in hetzelfde object") for sleutel in dubbel]


# -- uit kennistabellen -----------------------------------------------------------------------------------------


def _uit_tabellen(gegevens: Gegevens, naam: str, bestand: str) -> tuple[Gegevens, list[Fout]]:
    """Vul de sleutels die `uit_tabellen` noemt: rijen van een tabel, of wat een functie in tabellen.py ervan maakt."""
    bronnen, uit = gegevens.get("uit_tabellen", {}), {}
    fouten: list[Fout] = []
    for sleutel, bron in bronnen.items() if isinstance(bronnen, dict) else ():
        plek = f"uit_tabellen.{sleutel}"
        try:
            uit[sleutel] = _functie(naam, bron)(gegevens) if isinstance(bron, str) else _rijen(bron)
        except InvoerFout as fout:
            fouten += [Sleutelfout(bestand, None, plek, None, str(f).removesuffix(".")) for f in fout.fouten]
        except AttributeError:
            fouten.append(Sleutelfout(bestand, None, plek, toon(bron), "deze functie staat niet in tabellen.py"))
        except KeyError as fout:
            fouten.append(Sleutelfout(bestand, None, plek, None, f"de tabel heeft geen kolom {fout}"))
    return uit, fouten


def _kaal(waarde: Any) -> Any:
    return kaal(waarde) if isinstance(waarde, str) else waarde


def _rijen(bron: Gegevens) -> list[Gegevens]:
    bekend = tabellen.beschrijving(bron["tabel"]).kolommen.sleutels
    verwacht = f"deze kolom bestaat niet; wel: {', '.join(bekend)}"
    plek = f"tabel {bron['tabel']}"
    if fouten := [Sleutelfout(plek, None, None, toon(k), verwacht, naaste(k, bekend)) for k in bron["kolommen"].values() if k not in bekend]:
        raise InvoerFout(fouten)
    rijen = zonder_leeg(als_rijen(tabellen.laad(bron["tabel"])))
    return [{doel: _kaal(rij[kolom]) for doel, kolom in bron["kolommen"].items() if kolom in rij} for rij in rijen]


def _functie(naam: str, functie: str) -> Callable[[Gegevens], Any]:
    """Geef een functie uit tabellen.py van een gereedschap; dat bestand hoort bij de beschrijving, ook buiten dit pakket."""
    pad = MAP / naam / "tabellen.py"
    spec = importlib.util.spec_from_file_location(f"kennis_tabellen_{naam}", pad)
    if not pad.exists() or spec is None or spec.loader is None:
        raise InvoerFout([Sleutelfout("tabellen.py", None, None, None, "dit bestand ontbreekt")])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, functie)


# -- teksten ----------------------------------------------------------------------------------------------------


def soortteksten(soort: str) -> dict[str, str | None]:
    """Geef de zinnen van een soort; `None` is een zin die elk gereedschap zelf geeft."""
    pad = Path(__file__).parents[1] / "widget" / soort / "teksten.json"
    return json.loads(pad.read_text(encoding="utf-8")) if pad.exists() else {}


def eigen_teksten(regels: Gegevens) -> Gegevens:
    """Geef de regels met alleen de zinnen die anders zijn dan die van de soort; de rest staat al in het script van de soort."""
    standaard = soortteksten(regels["soort"])
    return {**regels, "teksten": {naam: zin for naam, zin in regels["teksten"].items() if standaard.get(naam) != zin}}


def _teksten(gegevens: Gegevens, soort: str, bestand: str) -> tuple[Gegevens, list[Fout]]:
    """Zet de zinnen van het gereedschap over die van de soort heen; een sleutel die de soort niet kent, is een fout."""
    standaard, eigen = soortteksten(soort), gegevens.get("teksten", {})
    if not isinstance(eigen, dict):
        return eigen, []
    if not standaard:
        return eigen, []
    fouten: list[Fout] = [
        Sleutelfout(bestand, None, f"teksten.{s}", None, f"deze tekst kent de soort {soort} niet", naaste(s, standaard)) for s in eigen if s not in standaard
    ]
    samen = {**standaard, **eigen}
    fouten += [Sleutelfout(bestand, None, f"teksten.{s}", None, "deze tekst ontbreekt; hier hoort een zin") for s, zin in samen.items() if zin is None]
    return {s: zin or "" for s, zin in samen.items()}, fouten
