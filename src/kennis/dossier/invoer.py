"""Inlezen wat mensen plakken of openen: een kolom met namen, een tabel uit Excel of Word, een csv. Tweeling van invoer.js.

Er verandert nog niets: de uitkomst is een voorstel, met wat herkend is, wat apart staat en wat niet klopt, in zinnen
die een lezer vooraf kan zien.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from kennis import csvbestand
from kennis.dossier.keuren import Ruw, keur_secties, zuiver
from kennis.dossier.secties import onbekend, sectie, sectienamen
from kennis.kolommen import WITRUIMTE, Fout, Kolom, Kolommen, kort, leeg, naaste, rij_naam, schoon

GEPLAKT = "wat je plakte"
ONTBREEKT = "deze kolom ontbreekt"
_ZOEK = 5  # zoveel regels kunnen er boven de koppen staan
_OPSOMMING = re.compile(r"(?:[•·▪●◦*–-]|[0-9]{1,3}[.)])[ \t\u00a0]+")
_WIT = re.compile(f"[{WITRUIMTE}_]+")
_NIETS = frozenset({"-", "–", "—", "?", "n.v.t.", "nvt", "n.b.", "nb", "pm", "p.m."})
_JA = frozenset({"ja", "j", "yes", "y", "x", "v", "✓", "✔", "waar", "true"})
_NEE = frozenset({"nee", "n", "no", "onwaar", "false"})


@dataclass
class Voorstel:
    """Wat er uit de invoer te halen is; er is nog niets gewijzigd.

    `rijen` kunnen mee, `herkend` zegt welke kop welke kolom werd, `apart` is wat geen plek heeft, `fouten` wat niet
    klopt (die cellen blijven leeg, die rijen gaan niet mee) en `zinnen` vertellen dat alles aan de lezer. `sectie` is
    None als niet te zien is waar de invoer bij hoort.
    """

    sectie: str | None
    rijen: list[dict[str, Any]] = field(default_factory=list)
    herkend: list[dict[str, str]] = field(default_factory=list)
    apart: list[dict[str, Any]] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    zinnen: list[str] = field(default_factory=list)


@dataclass
class Tabel:
    """Een herkende tabel voordat de cellen gekeurd zijn: rijen op sleutel, met hun regelnummers."""

    sectie: str | None
    bestand: str
    rijen: list[dict[str, Any]] = field(default_factory=list)
    nummers: list[int] = field(default_factory=list)
    herkend: list[dict[str, str]] = field(default_factory=list)
    apart: list[dict[str, Any]] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    boven: int = 0
    koppen: bool = True
    mist: set[str] = field(default_factory=set)
    losse_rijen: list[list[Any]] = field(default_factory=list)
    standaard: dict[str, int] = field(default_factory=dict)


def stel_voor(
    inhoud: str | bytes | Iterable[Iterable[Any]],
    bestand: str = "",
    als: str | None = None,
    naast: Mapping[str, list[dict[str, Any]]] | None = None,
) -> Voorstel:
    """Lees wat iemand plakte of opende, en stel voor wat ermee te doen is.

    inhoud: geplakte tekst, de inhoud van een csv, of een tabel van cellen (rijen van tekst, getal, datum of None).
    bestand: de naam van het bestand of blad; helpt bij het raden van de sectie. Leeg is geplakt.
    als: de sectie, als die al bekend is.
    naast: de secties die er al zijn; wat daarnaar verwijst, wordt ermee vergeleken.

    >>> stel_voor("Partij\\tSoort\\nMenzis\\tZorgverzekeraar").rijen[0]["naam"]
    'Menzis'
    >>> stel_voor("Menzis\\nGGD", als="stakeholders").zinnen[0]
    '2 rijen voor Stakeholders.'
    """
    tabel = herken(inhoud, bestand, als)
    if tabel.sectie is None:
        return Voorstel(None, fouten=tabel.fouten, zinnen=[str(fout) for fout in tabel.fouten])
    ruw = {tabel.sectie: Ruw(tabel.rijen, tabel.bestand, tabel.nummers)}
    _, fouten, _ = keur_secties(ruw, naast)
    goed, _, apart = keur_secties(ruw, naast, soepel=True)
    fouten = [*tabel.fouten, *(fout for fout in fouten if fout.bestand == tabel.bestand and fout.kolom not in tabel.mist)]
    if not tabel.rijen and not fouten:
        fouten.append(Fout(tabel.bestand, None, None, None, "hierin staan geen rijen om over te nemen"))
    uit = Voorstel(tabel.sectie, goed.get(tabel.sectie, []), tabel.herkend, [*tabel.apart, *apart], fouten)
    uit.zinnen = _zinnen(tabel, uit)
    return uit


def herken(inhoud: str | bytes | Iterable[Iterable[Any]], bestand: str = "", als: str | None = None, naam: str | None = None) -> Tabel:
    """Zoek de koppen en de sectie van een tabel, en zet haar cellen op hun sleutel; de waarden zijn nog niet gekeurd.

    bestand: hoe de invoer in meldingen heet. naam: waaruit de sectie wordt geraden; anders uit `bestand`.
    """
    geraden, bestand = bestand if naam is None else naam, bestand or GEPLAKT
    if als is not None and als not in sectienamen():
        return Tabel(None, bestand, fouten=[onbekend(als, bestand)])
    cellen = _lees(inhoud, geraden, bestand)
    if not cellen.rijen:
        return Tabel(None, bestand, fouten=cellen.fouten or [Fout(bestand, None, None, None, "hierin staat niets")])
    als = als or _uit_naam(geraden)
    kop = _zoek_koppen(cellen.rijen, [als] if als else sectienamen())
    als = als or _uit_koppen(cellen.rijen[kop] if kop is not None else [])
    if als is None:
        verwacht = "aan de koppen is niet te zien bij welke lijst dit hoort; kies er zelf een"
        fout = Fout(bestand, None, None, None, verwacht, naaste(_woorden(_stam(geraden)).strip(), sectienamen()))
        return Tabel(None, bestand, fouten=[*cellen.fouten, fout], losse_rijen=cellen.rijen)
    tabel = Tabel(als, bestand, boven=kop or 0, koppen=kop is not None, fouten=list(cellen.fouten))
    _vul(tabel, cellen, kop)
    return tabel


# -- cellen -----------------------------------------------------------------------------------


def _lees(inhoud: Any, naam: str, bestand: str) -> csvbestand.Cellen:
    """Geef de cellen van tekst, een csv of een tabel, zonder lege rijen."""
    if isinstance(inhoud, (bytes, str)):
        if naam.lower().endswith(".csv") or inhoud[:2] == b"PK":
            uit = csvbestand.lees_cellen(inhoud, bestand)
        else:
            uit = _lees_geplakt(csvbestand.ontcijfer(inhoud) if isinstance(inhoud, bytes) else inhoud, bestand)
        uit.rijen = [[csvbestand.zonder_wacht(een) for een in rij] for rij in uit.rijen]
        return uit
    uit = csvbestand.Cellen(teken="\t")
    for nummer, rij in enumerate(inhoud, start=1):
        cellen = [cel(een) for een in rij]
        if not all(leeg(een) for een in cellen):
            uit.rijen.append(cellen)
            uit.nummers.append(nummer)
    return uit


def _lees_geplakt(tekst: str, bestand: str) -> csvbestand.Cellen:
    """Lees geplakte tekst: met tabs een tabel, met herkende koppen een csv, en anders een lijst met een naam per regel."""
    regels = [schoon(regel) for regel in re.split(r"\r\n|\r|\n", tekst) if not leeg(regel)]
    opsomming = all(_OPSOMMING.match(regel) for regel in regels)
    if "\t" in tekst and not opsomming:
        return csvbestand.lees_cellen(tekst, bestand, "\t")
    for teken in ";,":
        if regels and teken in regels[0] and _aantal_koppen(regels[0].split(teken), sectienamen()):
            return csvbestand.lees_cellen(tekst, bestand, teken)
    uit = csvbestand.lees_cellen("\n".join(_OPSOMMING.sub("", regel, count=1) for regel in regels) if opsomming else tekst, bestand, "\t")
    if len(uit.rijen) == 1 and len(uit.rijen[0]) == 1:
        enige = uit.rijen[0][0]
        delen = enige.split(";") if ";" in enige else enige.split(",")
        uit.rijen = [[deel] for deel in delen if not leeg(deel)]
        uit.nummers = [1] * len(uit.rijen)
    return uit


def cel(waarde: Any) -> Any:
    """Maak van een cel uit een rekenblad tekst, een getal of None.

    >>> cel(datetime.date(2026, 11, 25)), cel(True)
    ('2026-11-25', 'ja')
    """
    if isinstance(waarde, datetime.datetime):
        return waarde.date().isoformat() if waarde.time() == datetime.time() else waarde.isoformat(" ", "minutes")
    if isinstance(waarde, (datetime.date, datetime.time)):
        return waarde.isoformat()
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return waarde if waarde is None or isinstance(waarde, (int, float, str)) else str(waarde)


# -- koppen en sectie -------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def kopvorm(kop: str) -> str:
    """Geef een kop zoals koppen vergeleken worden: kleine letters, gewone spaties, zonder wat erachter tussen haakjes staat.

    >>> kopvorm(" Kosten_per  jaar (euro): ")
    'kosten per jaar'
    """
    vorm = _WIT.sub(" ", schoon(kop).lower()).rstrip(" :*.")
    return re.sub(r" ?\([^()]*\)$", "", vorm) or vorm


@cache
def _koppen(naam: str) -> dict[str, str]:
    """Geef per kop de kolom van een sectie; een sleutel gaat voor de kop van het scherm, en die voor wat ook mag."""
    lijst = sectie(naam).kolommen.lijst
    uit: dict[str, str] = {}
    for namen in ([(k.sleutel,) for k in lijst], [(k.kop,) for k in lijst], [k.ook for k in lijst]):
        for kolom, koppen in zip(lijst, namen, strict=True):
            for kop in koppen:
                uit.setdefault(kopvorm(kop), kolom.sleutel)
    return uit


def _herken_koppen(koppen: Iterable[Any], naam: str) -> dict[int, str]:
    """Geef per plek de kolom die bij de kop hoort. Horen er twee koppen bij een kolom, dan wint de sleutel, dan de kop."""
    bekend, kolommen = _koppen(naam), sectie(naam).kolommen
    beste: dict[str, tuple[int, int]] = {}
    for plek, kop in enumerate(koppen):
        vorm = kopvorm(kop) if isinstance(kop, str) else ""
        if vorm not in bekend:
            continue
        kolom = kolommen[bekend[vorm]]
        rang = 0 if vorm == kopvorm(kolom.sleutel) else 1 if vorm == kopvorm(kolom.kop) else 2
        beste[kolom.sleutel] = min(beste.get(kolom.sleutel, (rang, plek)), (rang, plek))
    return {plek: sleutel for sleutel, (_, plek) in beste.items()}


def _aantal_koppen(koppen: list[Any], namen: Iterable[str]) -> int:
    return max((len(_herken_koppen(koppen, naam)) for naam in namen), default=0)


def _zoek_koppen(rijen: list[list[Any]], namen: list[str]) -> int | None:
    """Vind de rij met koppen: de eerste rij met een bekende kop, of een van de volgende met er meer."""
    aantallen = [_aantal_koppen(rij, namen) for rij in rijen[:_ZOEK]]
    beste = aantallen.index(max(aantallen))
    return beste if aantallen[beste] >= (1 if beste == 0 else 2) else None


def _uit_naam(bestand: str) -> str | None:
    """Raad de sectie uit de naam van een bestand of blad; de langste naam die erin voorkomt wint."""
    stam = _woorden(_stam(bestand))
    lengte, beste = 0, None
    for naam in sectienamen():
        for vorm in _sectievormen(naam):
            if len(vorm) > lengte and vorm in stam:
                lengte, beste = len(vorm), naam
    return beste


def _stam(bestand: str) -> str:
    return re.sub(r"\.[a-z]{3,4}$", "", bestand.lower())


def _woorden(tekst: str) -> str:
    """Geef de woorden van een naam, met een spatie ervoor en erachter."""
    return f" {re.sub('[^a-z0-9à-ÿ]+', ' ', schoon(tekst).lower()).strip()} "


@cache
def _sectievormen(naam: str) -> tuple[str, ...]:
    gegevens = sectie(naam).gegevens
    # Een blad in Excel heeft hoogstens 31 letters.
    return tuple(_woorden(vorm) for vorm in (naam, gegevens["titel"], gegevens["titel"][:31], *gegevens.get("ook", ())))


def _uit_koppen(koppen: list[Any]) -> str | None:
    """Raad de sectie uit de koppen: de meeste herkende koppen, en alles wat nodig is staat erbij. Bij twijfel None."""
    punten = {}
    for naam in sectienamen():
        herkend = set(_herken_koppen(koppen, naam).values())
        if herkend and all(k.sleutel in herkend for k in sectie(naam).kolommen.lijst if _onmisbaar(k)):
            punten[naam] = len(herkend)
    beste = [naam for naam, aantal in punten.items() if aantal == max(punten.values())]
    return beste[0] if len(beste) == 1 else None


def _onmisbaar(kolom: Kolom) -> bool:
    return kolom.verplicht and kolom.standaard is None


# -- rijen ------------------------------------------------------------------------------------


def _vul(tabel: Tabel, cellen: csvbestand.Cellen, kop: int | None) -> None:
    """Zet de cellen op hun sleutel, en wat geen kolom heeft apart."""
    kolommen = sectie(tabel.sectie).kolommen
    koppen = cellen.rijen[kop] if kop is not None else []
    plekken = _herken_koppen(koppen, tabel.sectie) if kop is not None else {_eerste_kolom(cellen.rijen): _naamkolom(kolommen).sleutel}
    begin = 0 if kop is None else kop + 1
    tabel.nummers = cellen.nummers[begin:]
    tabel.herkend = [{"kop": kort(schoon(koppen[i])) if kop is not None else "", "kolom": sleutel} for i, sleutel in sorted(plekken.items())]
    rest: dict[int, list[list[Any]]] = {}
    for nummer, rij in zip(tabel.nummers, cellen.rijen[begin:], strict=True):
        tabel.rijen.append({sleutel: waarde_van(rij[i], kolommen[sleutel]) for i, sleutel in plekken.items() if i < len(rij)})
        for i, waarde in enumerate(rij):
            if i not in plekken and not leeg(waarde):
                rest.setdefault(i, []).append([_bij(kolommen, tabel.rijen[-1], nummer), waarde])
        if kop is not None and cellen.teken != "\t":
            tabel.fouten += csvbestand.te_veel(rij, len(koppen), cellen.teken, tabel.bestand, nummer)
    for i, waarden in sorted(rest.items()):
        naam = kort(schoon(koppen[i])) if i < len(koppen) and not leeg(koppen[i]) else f"kolom {i + 1}"
        tabel.apart.append(
            {"wat": "kolom", "sectie": tabel.sectie, "naam": naam, "waarde": zuiver(waarden), "waarom": _geen_plek(naam, kolommen, plekken.values())}
        )
    _meld_koppen(tabel, koppen, plekken, kolommen, cellen.nummers[kop] if kop is not None else 1)
    _vul_standaard(tabel, kolommen)


def _geen_plek(naam: str, kolommen: Kolommen, bezet: Iterable[str]) -> str:
    lijkt = naaste(naam.lower(), [sleutel for sleutel in kolommen.sleutels if sleutel not in bezet])
    return "voor deze kolom is hier geen plek" + (f"; lijkt op '{lijkt}'" if lijkt else "")


def _meld_koppen(tabel: Tabel, koppen: list[Any], plekken: Mapping[int, str], kolommen: Kolommen, nummer: int) -> None:
    """Meld een kop die er twee keer precies zo staat, en een kolom die er moet zijn."""
    vormen = [kopvorm(kop) if isinstance(kop, str) else "" for kop in koppen]
    for i, sleutel in sorted(plekken.items()):
        if tabel.koppen and vormen.count(vormen[i]) > 1:
            tabel.fouten.append(Fout(tabel.bestand, nummer, sleutel, None, "deze kolom staat er meer dan één keer"))
    for kolom in kolommen.lijst:
        if _onmisbaar(kolom) and kolom.sleutel not in plekken.values() and tabel.rijen:
            tabel.mist.add(kolom.sleutel)
            tabel.fouten.append(Fout(tabel.bestand, nummer, kolom.sleutel, None, ONTBREEKT))


def _vul_standaard(tabel: Tabel, kolommen: Kolommen) -> None:
    """Vul een cel die niet leeg mag zijn met wat daar gewoonlijk staat, en tel hoe vaak."""
    for kolom in kolommen.lijst:
        if not kolom.verplicht or kolom.standaard is None:
            continue
        for rij in tabel.rijen:
            if leeg(rij.get(kolom.sleutel)):
                rij[kolom.sleutel] = kolom.standaard
                tabel.standaard[kolom.sleutel] = tabel.standaard.get(kolom.sleutel, 0) + 1


def waarde_van(waarde: Any, kolom: Kolom) -> Any:
    """Maak van een cel wat er voor deze kolom mee bedoeld is: een streepje is niets, een kruisje is ja.

    >>> waarde_van("n.v.t.", Kolom("macht", "Macht", soort="getal")), waarde_van("x", Kolom("eis", "Eis", soort="keuze", waarden=("ja", "nee")))
    (None, 'ja')
    """
    if not isinstance(waarde, str):
        return waarde
    klein = schoon(waarde).lower()
    if kolom.soort == "tekst" or klein in [keuze.lower() for keuze in kolom.waarden]:
        return waarde
    if klein in _NIETS:
        return None
    if "ja" in kolom.waarden and "nee" in kolom.waarden:
        return "ja" if klein in _JA else "nee" if klein in _NEE else waarde
    return waarde


def _naamkolom(kolommen: Kolommen) -> Kolom:
    return kolommen.uniek or next((kolom for kolom in kolommen.lijst if kolom.verplicht), kolommen.lijst[0])


def _eerste_kolom(rijen: list[list[Any]]) -> int:
    """Vind de eerste kolom waar iets in staat."""
    return min(next(i for i, cel in enumerate(rij) if not leeg(cel)) for rij in rijen)


def _bij(kolommen: Kolommen, rij: Mapping[str, Any], nummer: int) -> Any:
    return rij_naam(rij.get(_naamkolom(kolommen).sleutel)) or nummer


# -- vertellen --------------------------------------------------------------------------------


def _zinnen(tabel: Tabel, voorstel: Voorstel) -> list[str]:
    """Vertel wat er gaat gebeuren, in de volgorde waarin een lezer het wil weten."""
    beschrijving = sectie(tabel.sectie)
    kop_van: Callable[[str], str] = lambda sleutel: beschrijving.kolommen[sleutel].kop  # noqa: E731
    zinnen = [f"{_tel(len(voorstel.rijen), 'rij', 'rijen')} voor {beschrijving.titel}."]
    if tabel.boven:
        zinnen.append(f"{_tel(tabel.boven, 'regel', 'regels')} boven de koppen overgeslagen.")
    if tabel.koppen:
        namen = [kop_van(een["kolom"]) + (f" (was: {een['kop']})" if kopvorm(een["kop"]) != kopvorm(kop_van(een["kolom"])) else "") for een in tabel.herkend]
        zinnen.append(f"Herkend: {', '.join(namen)}.")
    else:
        zinnen.append(f"Er staan geen koppen boven; wat er staat wordt: {kop_van(tabel.herkend[0]['kolom'])}.")
    for sleutel, aantal in tabel.standaard.items():
        zinnen.append(f"{kop_van(sleutel)} is in {_tel(aantal, 'rij', 'rijen')} niet ingevuld; daar komt '{kort(beschrijving.kolommen[sleutel].standaard)}'.")
    if tabel.apart:
        zinnen.append("Apart gezet, want daar is hier geen plek voor: " + ", ".join(f"'{een['naam']}'" for een in tabel.apart) + ".")
    cellen = sum(een["wat"] == "cel" for een in voorstel.apart)
    rijen = sum(een["wat"] == "rij" for een in voorstel.apart)
    if cellen:
        zinnen.append("1 cel klopt niet en blijft leeg." if cellen == 1 else f"{cellen} cellen kloppen niet en blijven leeg.")
    if rijen:
        zinnen.append("1 rij klopt niet en gaat niet mee." if rijen == 1 else f"{rijen} rijen kloppen niet en gaan niet mee.")
    return zinnen


def _tel(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"
