"""De controle aan de grens: wat van buiten komt wordt een dossier, met één lijst fouten. Tweeling van keuren.js.

Wat deze versie niet kent (een sectie, kolom of veld) gaat met naam en reden naar `apart` en blijft bewaard. Met
`soepel` (en bij een dossier van een nieuwere versie) gaat ook een cel of rij die niet klopt daarheen, zodat de rest
te lezen blijft.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kennis.dossier import versies
from kennis.dossier.secties import BRONNEN, VELDEN, sectie, sectienamen
from kennis.kolommen import MEEST, Fout, Kolommen, kort, leeg, leesbaar, naaste, rij_naam, schoon

VAST = ("kennisdossier", "secties", "keuzes", "gewijzigd", "apart", "bronnen")
GEEN_DOSSIER = "dit is geen dossier; 'secties' ontbreekt"
GEEN_RIJEN = "hier hoort een lijst van rijen"
GEEN_BRONNEN = "hier hoort een lijst, met per bron een sleutel en een vindplaats"
NIEUWER = "dit dossier is gemaakt met een nieuwere versie; wat daarvan nieuw is, staat apart"


class Keuring(NamedTuple):
    """De uitkomst: het dossier als gewone data, alle fouten, en wat deze keer apart is gezet."""

    dossier: dict[str, Any]
    fouten: list[Fout]
    apart: list[dict[str, Any]]


@dataclass
class Ruw:
    """De rijen van één sectie zoals ze binnenkomen: waar ze staan, en hun rijnummers in het bestand."""

    rijen: Any
    bestand: str
    nummers: list[int] | None = None


@dataclass
class _Werk:
    """Wat er tijdens het keuren wordt verzameld."""

    soepel: bool
    fouten: list[Fout] = field(default_factory=list)
    apart: list[dict[str, Any]] = field(default_factory=list)

    def raad(self) -> bool:
        """Zeg of een voorstel nog zin heeft; na vijftig fouten leest niemand verder."""
        return not self.soepel and len(self.fouten) < MEEST

    def zet_apart(self, wat: str, waarom: str, waarde: Any, **waar: Any) -> None:
        self.apart.append({"wat": wat, **waar, "waarde": zuiver(waarde), "waarom": waarom})


@dataclass
class _Rij:
    nummer: int
    ruw: Mapping[str, Any]
    net: dict[str, Any]


def keur(gegevens: Any, bestand: str = "dossier", *, soepel: bool = False) -> Keuring:
    """Controleer een heel dossier (gelezen json) en breng het naar de vorm van nu.

    gegevens: wat in een bestand, link of opslag stond; elke versie.
    soepel: zet ook apart wat niet klopt, in plaats van het een fout te noemen.

    >>> keur({"secties": {"doelen": [{"naam": " Minder reizen ", "kleur": "rood"}]}}).apart[0]["naam"]
    'kleur'
    """
    if not isinstance(gegevens, dict) or not isinstance(gegevens.get("secties"), dict):
        return Keuring(leeg_dossier(), [Fout(bestand, None, None, None, GEEN_DOSSIER)], [])
    gegevens, versie = versies.migreer(gegevens)
    if versie is None:
        return Keuring(leeg_dossier(), [Fout(bestand, None, "kennisdossier", kort(gegevens["kennisdossier"]), "hier hoort het nummer van een versie")], [])
    werk = _Werk(soepel or versie > versies.VERSIE)
    if versie > versies.VERSIE:
        werk.zet_apart("veld", NIEUWER, versie, naam="kennisdossier")
    velden = _keur_velden(gegevens, bestand, werk)
    ruw = {naam: Ruw(rijen, _plaats(bestand, naam)) for naam, rijen in gegevens["secties"].items()}
    secties = _keur_secties(ruw, {}, werk)
    rest = {"keuzes": _keur_keuzes(gegevens.get("keuzes"), werk), "gewijzigd": _keur_gewijzigd(gegevens.get("gewijzigd"), werk)}
    apart = zonder_dubbele([*_eerder_apart(gegevens.get("apart")), *werk.apart])
    return Keuring({"velden": velden, "secties": secties, **rest, "apart": apart}, werk.fouten, werk.apart)


def keur_secties(
    ruw: Mapping[str, Ruw], naast: Mapping[str, list[dict[str, Any]]] | None = None, *, soepel: bool = False
) -> tuple[dict[str, list[dict[str, Any]]], list[Fout], list[dict[str, Any]]]:
    """Controleer losse secties, met hun verwijzingen van en naar de secties die er al `naast` staan."""
    werk = _Werk(soepel)
    return _keur_secties(ruw, naast or {}, werk), werk.fouten, werk.apart


def leeg_dossier() -> dict[str, Any]:
    """Geef een dossier waarin nog niets staat, als gewone data."""
    return {"velden": {}, "secties": {}, "keuzes": {}, "gewijzigd": {}, "apart": []}


def _plaats(bestand: str, naam: str) -> str:
    return f"{bestand}, {naam}" if bestand else naam


# -- velden, bronnen, keuzes ------------------------------------------------------------------


def _keur_velden(gegevens: Mapping[str, Any], bestand: str, werk: _Werk) -> dict[str, Any]:
    velden = {}
    for kolom in VELDEN.lijst:
        waarde, fout = VELDEN.controleer_cel(kolom, gegevens.get(kolom.sleutel), bestand, None, werk.raad())
        if fout:
            _meld(werk, fout, "veld", gegevens[kolom.sleutel], naam=kolom.sleutel)
        elif waarde is not None:
            velden[kolom.sleutel] = waarde
    for naam, waarde in gegevens.items():
        if naam not in VELDEN.sleutels and naam not in VAST and not leeg(waarde):
            werk.zet_apart("veld", _niet_bekend("dit veld", naam, VELDEN.sleutels), waarde, naam=leesbaar(naam))
    bronnen = gegevens.get("bronnen")
    rijen = _keur_sectie("bronnen", BRONNEN, Ruw([] if leeg(bronnen) else bronnen, _plaats(bestand, "bronnen")), werk)
    if rijen:
        velden["bronnen"] = [rij.net for rij in rijen]
    return velden


def _keur_keuzes(keuzes: Any, werk: _Werk) -> dict[str, dict[str, Any]]:
    uit = {}
    for naam, van_een in keuzes.items() if isinstance(keuzes, dict) else ():
        if isinstance(van_een, dict):
            uit[leesbaar(naam)] = zuiver(van_een)
        elif not leeg(van_een):
            werk.zet_apart("veld", "hier horen de keuzes van een gereedschap", van_een, naam=f"keuzes: {leesbaar(naam)}")
    if not isinstance(keuzes, dict) and not leeg(keuzes):
        werk.zet_apart("veld", "hier horen keuzes per gereedschap", keuzes, naam="keuzes")
    return uit


def _keur_gewijzigd(gewijzigd: Any, werk: _Werk) -> dict[str, str]:
    if not isinstance(gewijzigd, dict):
        if not leeg(gewijzigd):
            werk.zet_apart("veld", "hier hoort per sectie een tijd", gewijzigd, naam="gewijzigd")
        return {}
    goed = {leesbaar(naam): leesbaar(tijd) for naam, tijd in gewijzigd.items() if isinstance(tijd, str)}
    rest = {naam: tijd for naam, tijd in gewijzigd.items() if not isinstance(tijd, str) and not leeg(tijd)}
    if rest:
        werk.zet_apart("veld", "hier hoort per sectie een tijd", rest, naam="gewijzigd")
    return goed


def _eerder_apart(apart: Any) -> list[dict[str, Any]]:
    """Geef wat al apart stond; wat geen lijst van dingen is, wordt er zelf een."""
    if leeg(apart):
        return []
    vreemd = {"wat": "veld", "naam": "apart", "waarom": "dit stond al apart, maar niet in een vorm die te lezen is"}
    alle = apart if isinstance(apart, list) else [apart]
    return [zuiver(een) if isinstance(een, dict) and isinstance(een.get("wat"), str) else {**vreemd, "waarde": zuiver(een)} for een in alle]


def zonder_dubbele(apart: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Laat weg wat al apart stond."""
    return list({json.dumps(een, ensure_ascii=False): een for een in apart}.values())


# -- secties ----------------------------------------------------------------------------------


def _keur_secties(ruw: Mapping[str, Ruw], naast: Mapping[str, list[dict[str, Any]]], werk: _Werk) -> dict[str, list[dict[str, Any]]]:
    gekeurd: dict[str, list[_Rij]] = {}
    for naam, deel in ruw.items():
        if naam in sectienamen():
            rijen = _keur_sectie(naam, sectie(naam).kolommen, deel, werk)
            if rijen is not None:
                gekeurd[naam] = rijen
        else:
            werk.zet_apart("sectie", _niet_bekend("deze sectie", naam, sectienamen()), deel.rijen, naam=leesbaar(naam))
    _keur_verwijzingen(gekeurd, ruw, naast, werk)
    return {naam: [rij.net for rij in rijen] for naam, rijen in gekeurd.items()}


def _keur_sectie(naam: str, kolommen: Kolommen, deel: Ruw, werk: _Werk) -> list[_Rij] | None:
    """Controleer de cellen en namen van één sectie; geef None als er geen lijst van rijen staat."""
    rijen = deel.rijen
    if not isinstance(rijen, list) or (not werk.soepel and not all(isinstance(rij, Mapping) for rij in rijen)):
        _meld(werk, Fout(deel.bestand, None, None, None, GEEN_BRONNEN if naam == "bronnen" else GEEN_RIJEN), "sectie", rijen, naam=naam)
        return None
    uit = []
    vreemd: dict[str, list[Any]] = {}
    for nummer, rij in zip(deel.nummers or range(1, len(rijen) + 1), rijen, strict=True):
        if not isinstance(rij, Mapping):
            werk.zet_apart("rij", "hier hoort een rij", rij, sectie=naam)
            continue
        net = _keur_rij(naam, kolommen, rij, deel.bestand, nummer, werk)
        if net is not None:
            uit.append(_Rij(nummer, rij, net))
        for sleutel, waarde in rij.items():
            if sleutel not in kolommen.bekend and sleutel != "id" and not leeg(waarde):
                vreemd.setdefault(sleutel, []).append([_bij(kolommen, rij, nummer), waarde])
    for sleutel, waarden in vreemd.items():
        werk.zet_apart("kolom", _niet_bekend("deze kolom", sleutel, kolommen.sleutels), waarden, sectie=naam, naam=leesbaar(sleutel))
    fouten = kolommen.dubbele([rij.ruw for rij in uit], deel.bestand, [rij.nummer for rij in uit])
    return _zonder_fout(uit, fouten, naam, kolommen, werk)


def _keur_rij(naam: str, kolommen: Kolommen, rij: Mapping[str, Any], bestand: str, nummer: int, werk: _Werk) -> dict[str, Any] | None:
    """Geef de nette rij; None als zij met soepel keuren in haar geheel apart gaat."""
    net = {}
    for kolom in kolommen.lijst:
        net[kolom.sleutel], fout = kolommen.controleer_cel(kolom, rij.get(kolom.sleutel), bestand, nummer, werk.raad())
        if fout is None:
            continue
        if werk.soepel and kolom.verplicht and kolom.standaard is None:
            werk.zet_apart("rij", fout.verwacht, dict(rij), sectie=naam, naam=_bij(kolommen, rij, nummer))
            return None
        net[kolom.sleutel] = kolom.standaard if werk.soepel else None
        if not (werk.soepel and leeg(rij.get(kolom.sleutel))):
            _meld(werk, fout, "cel", rij.get(kolom.sleutel), sectie=naam, naam=kolom.sleutel, bij=_bij(kolommen, rij, nummer))
    return net


def _bij(kolommen: Kolommen, rij: Mapping[str, Any], nummer: int) -> str | int:
    """Geef waaraan een rij te herkennen is: haar naam, of anders haar nummer."""
    naam = rij_naam(rij.get(kolommen.uniek.sleutel)) if kolommen.uniek else ""
    return leesbaar(naam) or nummer


def _zonder_fout(rijen: list[_Rij], fouten: list[Fout], naam: str, kolommen: Kolommen, werk: _Werk) -> list[_Rij]:
    """Meld fouten over hele rijen; met soepel keuren gaan die rijen apart."""
    if not werk.soepel:
        werk.fouten += fouten
        return rijen
    waarom = {fout.rij: fout.verwacht for fout in reversed(fouten)}
    for rij in rijen:
        if rij.nummer in waarom:
            werk.zet_apart("rij", waarom[rij.nummer], dict(rij.ruw), sectie=naam, naam=_bij(kolommen, rij.ruw, rij.nummer))
    return [rij for rij in rijen if rij.nummer not in waarom]


def _keur_verwijzingen(gekeurd: dict[str, list[_Rij]], ruw: Mapping[str, Ruw], naast: Mapping[str, list[dict[str, Any]]], werk: _Werk) -> None:
    """Controleer of wat streng naar een andere sectie verwijst daar ook staat.

    Een naam in een rij met een andere fout telt mee: die staat er wel.
    """
    oud = {naam: [_Rij(n, rij, rij) for n, rij in enumerate(rijen, start=1)] for naam, rijen in naast.items() if naam not in ruw}
    alles = {**oud, **gekeurd}
    for naam, rijen in alles.items():
        kolommen = sectie(naam).kolommen
        bestand = ruw[naam].bestand if naam in ruw else naam
        for kolom in kolommen.lijst:
            doel, _, doelkolom = kolom.verwijst.partition(".")
            if not doel or doel not in alles:
                continue
            bekend = dict.fromkeys(rij_naam(rij.ruw.get(doelkolom)) for rij in alles[doel])
            fouten = _verdwaald(rijen, kolom.sleutel, bekend, doel, bestand, werk)
            rijen = _zonder_fout(rijen, fouten, naam, kolommen, werk)
        if naam in gekeurd:
            gekeurd[naam] = alles[naam] = rijen


def _verdwaald(rijen: list[_Rij], sleutel: str, bekend: Mapping[str, Any], doel: str, bestand: str, werk: _Werk) -> list[Fout]:
    fouten: list[Fout] = []
    verwacht = f"deze naam staat niet bij {doel}"
    for rij in rijen:
        naam = rij_naam(rij.ruw.get(sleutel))
        if naam and naam not in bekend:
            voorstel = naaste(naam, [een for een in bekend if een]) if werk.raad() and len(fouten) < MEEST else None
            fouten.append(Fout(bestand, rij.nummer, sleutel, kort(rij.ruw[sleutel]), verwacht, voorstel))
    return fouten


# -- hulp -------------------------------------------------------------------------------------


def _meld(werk: _Werk, fout: Fout, wat: str, waarde: Any, **waar: Any) -> None:
    """Meld een fout, of zet met soepel keuren apart wat niet klopt."""
    if werk.soepel:
        werk.zet_apart(wat, fout.verwacht, waarde, **waar)
    else:
        werk.fouten.append(fout)


def _niet_bekend(wat: str, naam: str, bekend: Iterable[str]) -> str:
    voorstel = naaste(schoon(naam), bekend)
    return f"{wat} kent deze versie niet" + (f"; lijkt op '{voorstel}'" if voorstel else "")


def zuiver(waarde: Any) -> Any:
    """Maak van een waarde iets wat overal te bewaren is: gewone json zonder onleesbare tekens.

    >>> zuiver({"a": float("inf"), "b": ("x\\x00", {1})})
    {'a': None, 'b': ['x�', '{1}']}
    """
    if isinstance(waarde, Mapping):
        return {leesbaar(str(sleutel)): zuiver(w) for sleutel, w in waarde.items()}
    if isinstance(waarde, (list, tuple)):
        return [zuiver(w) for w in waarde]
    if isinstance(waarde, float) and not math.isfinite(waarde):
        return None
    if waarde is None or isinstance(waarde, (bool, int, float)):
        return waarde
    return leesbaar(str(waarde))


def noem_apart(een: Mapping[str, Any]) -> str:
    """Zeg in één zin wat er apart staat en waarom.

    >>> noem_apart({"wat": "kolom", "sectie": "stakeholders", "naam": "kleur", "waarde": [["A", 1]], "waarom": "deze kolom kent deze versie niet"})
    "kolom 'kleur' bij stakeholders: deze kolom kent deze versie niet"
    """
    heet = "" if leeg(een.get("naam")) else f" '{kort(een['naam'])}'"
    sectie_ = f" bij {kort(een['sectie'])}" if een.get("sectie") else ""
    bij = een.get("bij")
    waar = f" ({kort(bij)})" if isinstance(bij, str) else f" (rij {bij})" if isinstance(bij, (int, float)) else ""
    return f"{een.get('wat')}{heet}{sectie_}{waar}: {een.get('waarom')}"
