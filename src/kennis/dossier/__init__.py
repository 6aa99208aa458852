"""Het dossier: alles wat een lezer invult, in secties, met één controle en één foutenlijst."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from kennis import csvbestand
from kennis.dossier import bestanden, inlezen, keuren, link, versies, verwijzingen, werkmap, yml
from kennis.dossier.invoer import Voorstel, stel_voor
from kennis.dossier.keuren import noem_apart
from kennis.dossier.rijen import als_fout, als_rijen, als_ruw, keur_streng, maak_tabel, zonder_leeg
from kennis.dossier.secties import VELDEN, Sectie, beschrijvingen, onbekend, sectie, sectienamen
from kennis.dossier.versies import VERSIE
from kennis.kolommen import Fout, InvoerFout, kort, leeg

__all__ = [
    "VERSIE", "Dossier", "Sectie", "Voorstel", "als_rijen", "beschrijvingen", "noem_apart", "sectie", "sectienamen",
    "stel_voor", "zonder_leeg",
]  # fmt: skip

_GEEN_DOSSIER = "hieruit is geen dossier te lezen; geef een .json, .xlsx, .csv, een map of een link"


class Dossier:
    """Een dossier: velden (titel, regio, …), secties (elk een DataFrame) en keuzes per gereedschap.

    secties: naam van de sectie → DataFrame of lijst van rijen (dicts). Kolommen die ontbreken en niet verplicht
    zijn, worden leeg aangevuld.
    titel, regio, doel, datum, fase, samenvatting, illustratief: tekst; `fase` is "", "1", "2" of "3-4".
    van, gedeeld: wie dit deelde en wanneer, als het uit een link komt.
    bronnen: een lijst van {"sleutel": …, "vindplaats": …}.
    keuzes: naam van een gereedschap → wat daar gekozen is.
    gewijzigd: naam van een sectie → wanneer zij voor het laatst veranderde (ISO, UTC).
    apart: wat deze versie niet kent; het blijft bewaard en `noem_apart` zegt per ding wat het is.

    Fouten: `InvoerFout` met alles wat niet klopt. Er verandert dan niets.

    >>> dossier = Dossier({"stakeholders": [{"naam": "Menzis", "soort": "zorgverzekeraar", "macht": "7,5"}]}, regio="Epe")
    >>> float(dossier["stakeholders"].loc[0, "macht"]), dossier.velden
    (7.5, {'regio': 'Epe'})
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
        van: str = "",
        gedeeld: str = "",
        bronnen: Iterable[Mapping[str, str]] = (),
        keuzes: Mapping[str, Mapping[str, Any]] | None = None,
        gewijzigd: Mapping[str, str] | None = None,
        apart: Iterable[Mapping[str, Any]] = (),
    ):
        velden = dict(zip(VELDEN.sleutels, (titel, regio, doel, datum, fase, samenvatting, illustratief, van, gedeeld), strict=True))
        rest = {"bronnen": _lijst(bronnen), "keuzes": keuzes, "gewijzigd": gewijzigd, "apart": _lijst(apart)}
        gekeurd, fouten, vreemd = keuren.keur({**velden, **rest, "kennisdossier": VERSIE, "secties": {}})
        goed, meer = keur_streng(als_ruw({} if secties is None else secties))
        if fouten := [*fouten, *map(als_fout, vreemd), *meer]:
            raise InvoerFout(fouten)
        self._stel(gekeurd | {"secties": goed})

    @classmethod
    def uit_gekeurd(cls, gegevens: Mapping[str, Any]) -> Dossier:
        """Maak een dossier van wat `keuren.keur` al zag, zonder het nog eens te controleren."""
        dossier = cls.__new__(cls)
        dossier._stel(gegevens)
        return dossier

    def _stel(self, gegevens: Mapping[str, Any]) -> None:
        for naam in VELDEN.sleutels:
            setattr(self, naam, gegevens["velden"].get(naam, ""))
        self.bronnen = [{k: w for k, w in bron.items() if w is not None} for bron in gegevens["velden"].get("bronnen", [])]
        self.keuzes = {naam: dict(van_een) for naam, van_een in gegevens["keuzes"].items()}
        self.gewijzigd, self.apart = dict(gegevens["gewijzigd"]), list(gegevens["apart"])
        self.secties: dict[str, pd.DataFrame] = {naam: maak_tabel(naam, rijen) for naam, rijen in gegevens["secties"].items()}

    def __getitem__(self, naam: str) -> pd.DataFrame:
        """Geef een sectie; een die nog niet is ingevuld, is een lege tabel."""
        if naam not in self.secties:
            return maak_tabel(naam, [])
        return self.secties[naam]

    def __setitem__(self, naam: str, rijen: Any) -> None:
        self.werk_bij({naam: rijen})

    def __repr__(self) -> str:
        inhoud = ", ".join(f"{naam}: {len(tabel)}" for naam, tabel in self.secties.items())
        namen = [kort(een.get("naam")) for een in self.apart[:3]] + (["…"] if len(self.apart) > 3 else [])
        apart = f"; apart: {', '.join(namen)}" if namen else ""
        return f"Dossier({self.titel!r}; {inhoud or 'leeg'}{apart})"

    @property
    def velden(self) -> dict[str, Any]:
        """De ingevulde velden (titel, regio, …), met de bronnen erbij als die er zijn."""
        velden = {naam: getattr(self, naam) for naam in VELDEN.sleutels if not leeg(getattr(self, naam))}
        return {**velden, "bronnen": [dict(bron) for bron in self.bronnen]} if self.bronnen else velden

    def rijen(self, naam: str) -> list[dict[str, Any]]:
        """Geef een sectie als lijst van rijen, met None voor lege cellen.

        >>> Dossier({"doelen": [{"naam": "Minder reizen"}]}).rijen("doelen")
        [{'naam': 'Minder reizen', 'aim': None, 'toelichting': None}]
        """
        return als_rijen(self[naam])

    def _alle_rijen(self) -> dict[str, list[dict[str, Any]]]:
        return {naam: als_rijen(tabel) for naam, tabel in self.secties.items()}

    def als_gegevens(self) -> dict[str, Any]:
        """Geef het hele dossier als gewone data: de vorm van een bestand of link, zonder lege velden en cellen."""
        secties = {naam: zonder_leeg(rijen) for naam, rijen in self._alle_rijen().items()}
        rest = {naam: getattr(self, naam) for naam in ("keuzes", "gewijzigd", "apart") if getattr(self, naam)}
        return {"kennisdossier": VERSIE, **self.velden, "secties": secties, **rest}

    # -- veranderen ---------------------------------------------------------------------------

    def werk_bij(self, secties: Mapping[str, Any]) -> None:
        """Vervang secties. Klopt er iets niet, dan blijft alles zoals het was.

        Zo neem je ook delen van een ander over: `dossier.werk_bij({"acties": ander["acties"]})`; wat er dan verandert,
        staat in `dossier.verschillen(ander)`.
        """
        goed, fouten = keur_streng(als_ruw(secties), self._alle_rijen())
        if fouten:
            raise InvoerFout(fouten)
        self._neem(goed)

    def _neem(self, secties: Mapping[str, list[dict[str, Any]]]) -> None:
        nu = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.secties |= {naam: maak_tabel(naam, rijen) for naam, rijen in secties.items()}
        self.gewijzigd |= dict.fromkeys(secties, nu)

    def hernoem(self, naam_sectie: str, oud: str, nieuw: str) -> None:
        """Geef een partij, initiatief, mens of doel een andere naam, in alle secties die haar noemen.

        Fouten: `InvoerFout` als de nieuwe naam er al is of leeg is; er verandert dan niets.

        >>> dossier = Dossier({"stakeholders": [{"naam": "Menzis", "soort": "zorgverzekeraar"}], "acties": [{"wat": "Bel", "wie": "Menzis"}]})
        >>> dossier.hernoem("stakeholders", "Menzis", "VGZ")
        >>> dossier["acties"].loc[0, "wie"]
        'VGZ'
        """
        self._pas_toe(verwijzingen.hernoem(self._alle_rijen(), naam_sectie, oud, nieuw))

    def verwijder(self, naam_sectie: str, naam: str) -> None:
        """Haal een partij, initiatief, mens of doel weg, met wat er streng naar verwijst.

        Bij een actie of uitkomst blijft de naam staan: wie iets zou doen, moet te lezen blijven.
        """
        self._pas_toe(verwijzingen.verwijder(self._alle_rijen(), naam_sectie, naam))

    def _pas_toe(self, nieuw: Mapping[str, list[dict[str, Any]]]) -> None:
        anders = {naam: rijen for naam, rijen in nieuw.items() if rijen != als_rijen(self.secties[naam])}
        if anders:
            self.werk_bij(anders)

    def controleer(self) -> list[Fout]:
        """Geef alles wat (na bewerken in een notebook) niet klopt; een lege lijst als alles goed is."""
        _, fouten, vreemd = keuren.keur({**self.als_gegevens(), "secties": {}})
        return [*fouten, *map(als_fout, vreemd), *keur_streng(als_ruw(self.secties))[1]]

    def verschillen(self, ander: Dossier) -> pd.DataFrame:
        """Geef wat er verandert als een ander dossier in de plaats van dit komt: per veld en per cel een regel.

        De kolommen zijn waar (een sectie, of "dossier"), rij (de naam, of het nummer), kolom, hier en daar; leeg is "".

        >>> Dossier(regio="Epe").verschillen(Dossier(regio="Heerde")).values.tolist()
        [['dossier', '', 'regio', 'Epe', 'Heerde']]
        """
        uit = [["dossier", "", naam, *paar] for naam, paar in _anders(self.velden, ander.velden)]
        for naam in dict.fromkeys([*self.secties, *ander.secties]):
            hier, daar = _op_naam(naam, self.rijen(naam)), _op_naam(naam, ander.rijen(naam))
            for rij in dict.fromkeys([*hier, *daar]):
                uit += [[naam, rij, kolom, *paar] for kolom, paar in _anders(hier.get(rij, {}), daar.get(rij, {}))]
        return pd.DataFrame(uit, columns=["waar", "rij", "kolom", "hier", "daar"])

    # -- lezen en schrijven -------------------------------------------------------------------

    @classmethod
    def laad(cls, pad: str | os.PathLike[str], *, als: str | None = None) -> Dossier:
        """Lees een dossier uit een .json, een .xlsx, een .csv, een map, of een link.

        pad: een bestand of map, of de tekst van een link (met `#kb=` erin).
        als: de sectie waar één csv bij hoort; anders volgt die uit de bestandsnaam of de koppen.

        Wat deze versie niet kent, staat daarna in `apart`.

        Fouten: `InvoerFout` met alle fouten in alle bestanden.
        """
        if not isinstance(pad, (str, os.PathLike)) or (isinstance(pad, str) and not pad.strip()):
            raise InvoerFout([Fout("dossier", None, None, kort(pad), _GEEN_DOSSIER)])
        if als is not None and als not in sectienamen():
            raise InvoerFout([onbekend(str(als), "als")])
        if isinstance(pad, str) and "#kb=" in pad:
            return cls.uit_link(pad)
        pad = Path(pad)
        try:
            is_map = pad.is_dir()
        except (OSError, ValueError):
            is_map = False
        return cls._gelezen(*inlezen.uit_map(pad)) if is_map else cls._uit_bestand(pad, als)

    @classmethod
    def _uit_bestand(cls, pad: Path, als: str | None) -> Dossier:
        inhoud, fouten = bestanden.lees_bytes(pad)
        if fouten:
            raise InvoerFout(fouten)
        if inhoud.startswith(b"PK\x03\x04"):
            return cls._gelezen(*inlezen.uit_xlsx(inhoud, pad.name, als))
        if pad.suffix.lower() == ".json":
            return cls.uit_json(csvbestand.ontcijfer(inhoud), pad.name)
        return cls._gelezen(*inlezen.uit_csv(inhoud, pad.name, als))

    @classmethod
    def _gelezen(cls, gekeurd: Mapping[str, Any], fouten: list[Fout]) -> Dossier:
        if fouten:
            raise InvoerFout(fouten)
        return cls.uit_gekeurd(gekeurd)

    @classmethod
    def uit_json(cls, tekst: str, bestand: str = "dossier.json") -> Dossier:
        """Lees een dossier uit json-tekst, zoals de pagina haar bewaart; een oudere versie wordt bijgewerkt."""
        gegevens, fouten = versies.lees_json(tekst, bestand)
        if fouten:
            raise InvoerFout(fouten)
        return cls._uit_gegevens(gegevens, bestand)

    @classmethod
    def uit_link(cls, tekst: str) -> Dossier:
        """Lees een dossier uit een link, ook als een mailprogramma er iets aan plakte.

        >>> Dossier.uit_link("Kijk: " + Dossier(titel="Thuis").naar_link() + ").").titel
        'Thuis'
        """
        return cls._uit_gegevens(link.lees_link(tekst)[1], "de link")

    @classmethod
    def _uit_gegevens(cls, gegevens: Any, bestand: str) -> Dossier:
        gekeurd, fouten, _ = keuren.keur(gegevens, bestand)
        return cls._gelezen(gekeurd, fouten)

    def als_json(self) -> str:
        """Schrijf het dossier als json-tekst."""
        return json.dumps(self.als_gegevens(), ensure_ascii=False, indent=1)

    def naar_link(self, gereedschap: str = "dossier", adres: str = "") -> str:
        """Geef een link met het hele dossier erin; de pagina van het gereedschap opent haar.

        adres: de pagina waar de link heen gaat, bijvoorbeeld "https://…/mijn-plan.html".
        """
        return adres.split("#")[0] + link.schrijf_link(self.als_gegevens(), gereedschap)

    def bewaar(self, pad: str | os.PathLike[str]) -> Path:
        """Bewaar het dossier als .json, .xlsx, .csv (als er één sectie is) of als map met een csv per sectie.

        Een bestand of map wordt in één keer vervangen; het staat er nooit half. Een csv heeft alleen de sectie; de
        andere vormen houden alles. In een map blijft staan wat niet van het dossier is.

        Fouten: `InvoerFout` als er iets niet klopt of schrijven niet lukt; dan staat er wat er stond.
        """
        pad = Path(pad)
        if fouten := self.controleer():
            raise InvoerFout(fouten)
        soort = pad.suffix.lower()
        if soort == ".json":
            bestanden.vervang(pad, self.als_json().encode("utf-8"))
        elif soort == ".xlsx":
            bestanden.vervang(pad, werkmap.schrijf_xlsx(self._als_gekeurd()))
        elif soort == ".csv":
            bestanden.vervang(pad, self._enige_csv(pad.name))
        else:
            velden = inlezen.velden_bestand(pad)
            bestanden.vervang_map(pad, self._als_map(velden), [inlezen.YML, *(f"{naam}.csv" for naam in sectienamen())])
        return pad

    def _als_gekeurd(self) -> dict[str, Any]:
        return {"velden": self.velden, "secties": self._alle_rijen(), "keuzes": self.keuzes, "gewijzigd": self.gewijzigd, "apart": self.apart}

    def _enige_csv(self, bestand: str) -> bytes:
        if len(self.secties) != 1:
            verwacht = f"in een csv past één sectie, en dit dossier heeft er {len(self.secties)}; bewaar het als .xlsx, .json of als map"
            raise InvoerFout([Fout(bestand, None, None, None, verwacht)])
        ((naam, tabel),) = self.secties.items()
        return csvbestand.schrijf(als_rijen(tabel), sectie(naam).kolommen.sleutels)

    def _als_map(self, bestand: str) -> dict[str, bytes]:
        """Geef de bestanden van een map: de velden, en per sectie een csv met de kolommen die gebruikt zijn."""
        velden = {naam: waarde for naam, waarde in self.als_gegevens().items() if naam != "secties"}
        if bestand == inlezen.CASE_YML:
            velden = {naam: velden.get(naam, "") for naam in inlezen.VOOROP} | velden | {"illustratief": self.illustratief or inlezen.NIETS}
            del velden["kennisdossier"]
        csvs = {f"{naam}.csv": csvbestand.schrijf(rijen, _gebruikt(naam, rijen)) for naam, rijen in self._alle_rijen().items()}
        return {bestand: yml.schrijf_yml(velden).encode("utf-8"), **csvs}


def _lijst(waarde: Any) -> Any:
    """Maak een lijst van iets wat er op lijkt; de rest blijft, zodat de controle zegt wat er mis is."""
    return list(waarde) if isinstance(waarde, Iterable) and not isinstance(waarde, (str, bytes, Mapping)) else waarde


def _anders(hier: Mapping[str, Any], daar: Mapping[str, Any]) -> list[tuple[str, tuple[Any, Any]]]:
    paren = {k: (hier.get(k), daar.get(k)) for k in dict.fromkeys([*hier, *daar])}
    return [(k, ("" if leeg(een) else een, "" if leeg(ander) else ander)) for k, (een, ander) in paren.items() if een != ander]


def _op_naam(naam: str, rijen: list[dict[str, Any]]) -> dict[str | int, dict[str, Any]]:
    uniek = sectie(naam).kolommen.uniek
    return {rij[uniek.sleutel] if uniek else nummer: rij for nummer, rij in enumerate(rijen, start=1)}


def _gebruikt(naam: str, rijen: list[dict[str, Any]]) -> list[str]:
    """Noem de kolommen waar iets in staat, en die zonder waarde iets anders zouden betekenen."""
    kolommen = sectie(naam).kolommen.lijst
    gevuld = [k.sleutel for k in kolommen if k.verplicht or k.standaard is not None or any(rij[k.sleutel] is not None for rij in rijen)]
    # Zonder koppen is een bestand leeg, en dan is niet te zien welke sectie het was.
    return gevuld or [kolommen[0].sleutel]
