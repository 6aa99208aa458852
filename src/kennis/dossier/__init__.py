"""Het dossier: alles wat een lezer invult, in secties, met één controle en één foutenlijst."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from kennis import csvbestand
from kennis.kolommen import Fout, InvoerFout, Kolommen, leeg, naaste, schoon

MAP = Path(__file__).parents[1] / "secties"
VERSIE = 2
VELDEN = ("titel", "regio", "doel", "datum", "fase", "samenvatting", "illustratief")


@dataclass(frozen=True)
class Sectie:
    """Eén onderdeel van een dossier: naam, titel, uitleg en kolommen."""

    naam: str
    titel: str
    uitleg: str
    kolommen: Kolommen
    gegevens: Mapping[str, Any] = field(repr=False)


def sectienamen() -> list[str]:
    """Noem alle secties die een dossier kan hebben."""
    return sorted(pad.stem for pad in MAP.glob("*.json"))


@cache
def sectie(naam: str) -> Sectie:
    """Geef de beschrijving van een sectie.

    >>> sectie("stakeholders").kolommen["macht"].max
    10
    """
    if naam not in sectienamen():
        verwacht = "deze sectie bestaat niet; bekend zijn: " + ", ".join(sectienamen())
        raise InvoerFout([Fout(naam, None, None, None, verwacht, naaste(naam, sectienamen()))])
    gegevens = json.loads((MAP / f"{naam}.json").read_text(encoding="utf-8"))
    return Sectie(naam, gegevens["titel"], gegevens["uitleg"], Kolommen(gegevens["kolommen"]), gegevens)


class Dossier:
    """Een dossier: een titel en secties, elk een DataFrame.

    secties: naam van de sectie → DataFrame of lijst van rijen (dicts). Kolommen die ontbreken
    en niet verplicht zijn, worden leeg aangevuld.

    Fouten: `InvoerFout` met alles wat niet klopt. Er verandert dan niets.

    >>> dossier = Dossier({"stakeholders": [{"naam": "Menzis", "soort": "zorgverzekeraar", "macht": "7,5"}]})
    >>> float(dossier["stakeholders"].loc[0, "macht"])
    7.5
    """

    def __init__(
        self,
        secties: Mapping[str, Any] | None = None,
        *,
        titel: str = "",
        regio: str = "",
        doel: str = "",
        datum: str = "",
        fase: str = "",
        samenvatting: str = "",
        illustratief: str = "",
        bronnen: Iterable[Mapping[str, str]] = (),
        keuzes: Mapping[str, Mapping[str, Any]] | None = None,
        gewijzigd: Mapping[str, str] | None = None,
        apart: Iterable[Mapping[str, Any]] = (),
    ):
        self.titel, self.regio, self.doel, self.datum, self.fase = titel, regio, doel, datum, fase
        self.samenvatting, self.illustratief = samenvatting, illustratief
        self.bronnen = [dict(bron) for bron in bronnen]
        self.keuzes = {naam: dict(van_een) for naam, van_een in (keuzes or {}).items()}
        self.gewijzigd = dict(gewijzigd or {})
        self.apart = [dict(een) for een in apart]
        self.secties: dict[str, pd.DataFrame] = {}
        self.werk_bij(secties or {})

    def __getitem__(self, naam: str) -> pd.DataFrame:
        """Geef een sectie; een die nog niet is ingevuld, is een lege tabel."""
        if naam not in self.secties:
            return _tabel(naam, [])
        return self.secties[naam]

    def __setitem__(self, naam: str, rijen: Any) -> None:
        self.werk_bij({naam: rijen})

    def __repr__(self) -> str:
        inhoud = ", ".join(f"{naam}: {len(tabel)}" for naam, tabel in self.secties.items())
        return f"Dossier({self.titel!r}; {inhoud or 'leeg'})"

    def werk_bij(self, secties: Mapping[str, Any]) -> None:
        """Vervang secties. Klopt er iets niet, dan blijft alles zoals het was."""
        self._werk_bij(secties)

    def _werk_bij(self, secties: Mapping[str, Any], bestand: str = "") -> None:
        ruw = {naam: als_rijen(inhoud) for naam, inhoud in secties.items()}
        bestanden = {naam: f"{bestand}, {naam}" if bestand else naam for naam in [*self.secties, *ruw]}
        goed, fouten = _keur(ruw, bestanden, {naam: als_rijen(tabel) for naam, tabel in self.secties.items()})
        if fouten:
            raise InvoerFout(fouten)
        self.secties |= {naam: _tabel(naam, rijen) for naam, rijen in goed.items()}

    def controleer(self) -> list[Fout]:
        """Geef alles wat (na bewerken in een notebook) niet klopt; een lege lijst als alles goed is."""
        rijen = {naam: als_rijen(tabel) for naam, tabel in self.secties.items()}
        return _keur(rijen, {naam: naam for naam in rijen})[1]

    # -- lezen en schrijven -------------------------------------------------------------------

    @classmethod
    def laad(cls, pad: str | os.PathLike[str], *, als: str | None = None) -> Dossier:
        """Lees een dossier uit een .json, een map met csv's, of één csv.

        als: de sectie waar één csv bij hoort; anders volgt die uit de bestandsnaam.

        Fouten: `InvoerFout` met alle fouten in alle bestanden.
        """
        pad = Path(pad)
        if pad.is_dir():
            return cls._uit_csvs(sorted(pad.glob("*.csv")))
        if not pad.exists():
            raise InvoerFout([Fout(pad.name, None, None, None, "dit bestand of deze map bestaat niet")])
        if pad.suffix.lower() == ".json":
            return cls.uit_json(csvbestand.ontcijfer(pad.read_bytes()), pad.name)
        return cls._uit_csvs([pad], als)

    @classmethod
    def _uit_csvs(cls, paden: Iterable[Path], als: str | None = None, map_: str = "", **eigenschappen: Any) -> Dossier:
        secties, fouten = lees_csvs(paden, als, map_)
        if fouten:
            raise InvoerFout(fouten)
        return cls(secties, **eigenschappen)

    @classmethod
    def uit_json(cls, tekst: str, bestand: str = "dossier.json") -> Dossier:
        """Lees een dossier uit json-tekst, zoals de pagina haar bewaart."""
        try:
            inhoud = json.loads(tekst)
        except ValueError as fout:
            raise InvoerFout([Fout(bestand, getattr(fout, "lineno", None), None, None, "dit is geen geldige json")]) from fout
        if not isinstance(inhoud, dict) or not isinstance(inhoud.get("secties"), dict):
            raise InvoerFout([Fout(bestand, None, None, None, "dit is geen dossier; 'secties' ontbreekt")])
        geen_rijen = [naam for naam, rijen in inhoud["secties"].items() if not _zijn_rijen(rijen)]
        if geen_rijen:
            raise InvoerFout([Fout(f"{bestand}, {naam}", None, None, None, "hier hoort een lijst van rijen") for naam in geen_rijen])
        delen = {naam: inhoud[naam] for naam in (*VELDEN, "bronnen", "keuzes", "gewijzigd", "apart") if inhoud.get(naam)}
        dossier = cls(**delen)
        dossier._werk_bij(inhoud["secties"], bestand)
        return dossier

    def als_json(self) -> str:
        """Schrijf het dossier als json-tekst."""
        secties = {naam: zonder_leeg(als_rijen(tabel)) for naam, tabel in self.secties.items()}
        velden = {naam: getattr(self, naam) for naam in VELDEN if getattr(self, naam)}
        rest = {naam: getattr(self, naam) for naam in ("keuzes", "gewijzigd", "apart") if getattr(self, naam)}
        bronnen = {"bronnen": self.bronnen} if self.bronnen else {}
        return json.dumps({"kennisdossier": VERSIE, **velden, **bronnen, "secties": secties, **rest}, ensure_ascii=False, indent=1)

    def bewaar(self, pad: str | os.PathLike[str]) -> Path:
        """Bewaar het dossier als .json, of als map met een csv per sectie.

        Een bestand wordt in één keer vervangen; het staat er nooit half.
        """
        pad = Path(pad)
        if fouten := self.controleer():
            raise InvoerFout(fouten)
        if pad.suffix.lower() == ".json":
            _vervang(pad, self.als_json().encode("utf-8", errors="replace"))
            return pad
        pad.mkdir(parents=True, exist_ok=True)
        for naam, tabel in self.secties.items():
            _vervang(pad / f"{naam}.csv", csvbestand.schrijf(als_rijen(tabel), sectie(naam).kolommen.sleutels))
        return pad


def als_rijen(inhoud: Any) -> list[dict[str, Any]]:
    """Maak van een DataFrame of lijst een lijst van dicts, met None voor lege cellen."""
    rijen = inhoud.to_dict("records") if isinstance(inhoud, pd.DataFrame) else list(inhoud)
    return [{str(k): None if leeg(w) else w for k, w in rij.items()} for rij in rijen]


def zonder_leeg(rijen: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Laat lege cellen weg."""
    return [{k: w for k, w in rij.items() if not leeg(w)} for rij in rijen]


def lees_sectie(naam: str, inhoud: bytes | str, bestand: str) -> tuple[list[dict[str, Any]], list[Fout]]:
    """Lees één sectie uit csv en geef de nette rijen en alle fouten."""
    return csvbestand.keur(csvbestand.ontleed(inhoud, bestand), sectie(naam).kolommen, bestand)


def lees_csvs(paden: Iterable[Path], als: str | None = None, map_: str = "") -> tuple[dict[str, list[dict[str, Any]]], list[Fout]]:
    """Lees csv's, een per sectie; geef de nette rijen per sectie en alle fouten in alle bestanden."""
    secties, gelezen, bestanden = {}, {}, {}
    fouten: list[Fout] = []
    for pad in paden:
        bestand = f"{map_}/{pad.name}" if map_ else pad.name
        try:
            naam = sectie(als or pad.stem).naam
        except InvoerFout as fout:
            fouten += [Fout(bestand, None, None, None, f.verwacht, f.voorstel) for f in fout.fouten]
            continue
        bestanden[naam], gelezen[naam] = bestand, csvbestand.ontleed(pad.read_bytes(), bestand)
        secties[naam], meer = csvbestand.keur(gelezen[naam], sectie(naam).kolommen, bestand)
        fouten += meer
    ruw = {naam: inhoud.rijen for naam, inhoud in gelezen.items() if inhoud.koppen}
    nummers = {naam: inhoud.nummers for naam, inhoud in gelezen.items()}
    return secties, fouten + controleer_verwijzingen(ruw, bestanden, nummers)


def controleer_sectie(naam: str, rijen: list[dict[str, Any]], bestand: str) -> tuple[list[dict[str, Any]], list[Fout]]:
    """Controleer rijen van een sectie; geef de nette rijen en alle fouten."""
    return sectie(naam).kolommen.controleer_rijen(rijen, bestand)


def controleer_verwijzingen(
    secties: Mapping[str, list[dict[str, Any]]], bestanden: Mapping[str, str], nummers: Mapping[str, list[int]] | None = None
) -> list[Fout]:
    """Controleer of wat naar een andere sectie verwijst daar ook staat.

    secties: de rijen zoals ze zijn ingevuld; een naam in een rij met een andere fout telt dus mee.
    nummers: per sectie de rijnummers in het bestand; anders telt de eerste rij als 1.
    """
    fouten = []
    for naam, rijen in secties.items():
        for kolom in sectie(naam).kolommen.lijst:
            doelsectie, _, doelkolom = kolom.verwijst.partition(".")
            if not doelsectie or doelsectie not in secties:
                continue
            bekend = [schoon(rij[doelkolom]) for rij in secties[doelsectie] if not leeg(rij.get(doelkolom))]
            verwacht = f"deze naam staat niet bij {doelsectie}"
            for nummer, rij in zip((nummers or {}).get(naam, range(1, len(rijen) + 1)), rijen, strict=True):
                waarde = rij.get(kolom.sleutel)
                if not leeg(waarde) and schoon(waarde) not in bekend:
                    fouten.append(Fout(bestanden[naam], nummer, kolom.sleutel, str(waarde), verwacht, naaste(str(waarde), bekend)))
    return fouten


def _keur(
    ruw: Mapping[str, list[dict[str, Any]]], bestanden: Mapping[str, str], naast: Mapping[str, list[dict[str, Any]]] | None = None
) -> tuple[dict[str, list[dict[str, Any]]], list[Fout]]:
    """Controleer secties en hun verwijzingen, ook van en naar de secties die er al naast staan."""
    goed: dict[str, list[dict[str, Any]]] = {}
    fouten: list[Fout] = []
    for naam, rijen in ruw.items():
        try:
            goed[naam], meer = controleer_sectie(naam, rijen, bestanden[naam])
        except InvoerFout as fout:
            meer = [Fout(bestanden[naam], None, None, None, f.verwacht, f.voorstel) for f in fout.fouten]
        fouten += meer
    alles = {**(naast or {}), **{naam: ruw[naam] for naam in goed}}
    return goed, fouten + controleer_verwijzingen(alles, bestanden)


def _zijn_rijen(rijen: Any) -> bool:
    return isinstance(rijen, list) and all(isinstance(rij, dict) for rij in rijen)


def _tabel(naam: str, rijen: list[dict[str, Any]]) -> pd.DataFrame:
    kolommen = sectie(naam).kolommen
    tabel = pd.DataFrame(rijen, columns=kolommen.sleutels)
    getallen = [k.sleutel for k in kolommen.lijst if k.soort in ("getal", "heel")]
    return tabel.astype(dict.fromkeys(getallen, "float64")).astype({k: object for k in kolommen.sleutels if k not in getallen})


def _vervang(pad: Path, inhoud: bytes) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    nummer, tijdelijk = tempfile.mkstemp(dir=pad.parent, prefix=f".{pad.name}.")
    try:
        with os.fdopen(nummer, "wb") as bestand:
            bestand.write(inhoud)
        os.replace(tijdelijk, pad)
    except BaseException:
        Path(tijdelijk).unlink(missing_ok=True)
        raise
