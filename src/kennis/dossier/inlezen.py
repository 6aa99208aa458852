"""Van bestanden naar een gekeurd dossier: een map met csv's, één csv, of een werkmap van Excel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kennis.csvbestand import ontcijfer
from kennis.dossier import bestanden, invoer, keuren, werkmap, yml
from kennis.dossier.keuren import Ruw
from kennis.dossier.secties import VELDEN, sectienamen
from kennis.dossier.versies import VERSIE
from kennis.kolommen import Fout, kort, leeg, naaste

YML, CASE_YML = "dossier.yml", "case.yml"
VOOROP = ("titel", "samenvatting", "bronnen", "regio", "datum", "illustratief")  # de volgorde van een case, en wat zij moet hebben
NIETS = "niets"  # zo zegt een case dat er niets illustratiefs in staat
GEEN_MAP = f"in deze map staat geen csv en geen {YML}; hier is geen dossier bewaard"


class Deel(NamedTuple):
    """Een tabel die gelezen moet worden: hoe zij heet, waar zij in meldingen staat, en de inhoud."""

    naam: str
    bestand: str
    inhoud: Any


class Delen(NamedTuple):
    """Gelezen tabellen: de rijen per sectie, wat geen plek heeft, en wat er mis is."""

    ruw: dict[str, Ruw]
    apart: list[dict[str, Any]]
    fouten: list[Fout]


def uit_map(map_: Path, voor: str = "") -> tuple[dict[str, Any], list[Fout]]:
    """Lees een map met een csv per sectie, en de velden uit dossier.yml of case.yml. `voor` komt in meldingen voor de naam."""
    try:
        namen = sorted(pad.name for pad in map_.iterdir())
    except OSError:
        return {}, [Fout(map_.name, None, None, None, "deze map mag je niet lezen")]
    csvs = [naam for naam in namen if naam.lower().endswith(".csv")]
    bestand = velden_bestand(map_)
    if not csvs and bestand not in namen:
        return {}, [Fout(map_.name or str(map_), None, None, None, GEEN_MAP)]
    plek = f"{voor}/" if voor else ""
    velden, fouten = lees_velden(map_ / bestand, plek + bestand) if bestand in namen else ({}, [])
    delen = [Deel(naam[: -len(".csv")], plek + naam, bestanden.lees_bytes(map_ / naam, plek + naam)) for naam in csvs]
    gelezen = _lees_delen([deel._replace(inhoud=deel.inhoud[0]) for deel in delen if not deel.inhoud[1]])
    niet = [fout for deel in delen for fout in deel.inhoud[1]]
    return keur_delen(velden, gelezen._replace(fouten=[*fouten, *niet, *gelezen.fouten]), plek + bestand)


def uit_csv(inhoud: bytes, bestand: str, als: str | None) -> tuple[dict[str, Any], list[Fout]]:
    """Lees één csv; de sectie volgt uit `als`, de naam van het bestand of de koppen."""
    tabel = invoer.herken(inhoud, bestand, als)
    ruw = {tabel.sectie: Ruw(tabel.rijen, bestand, tabel.nummers)} if tabel.sectie else {}
    return keur_delen({}, Delen(ruw, tabel.apart, tabel.fouten), bestand)


def uit_xlsx(inhoud: bytes, bestand: str, als: str | None) -> tuple[dict[str, Any], list[Fout]]:
    """Lees een werkmap: het voorblad met velden, en een blad per sectie; ook een werkmap die niet van ons is."""
    bladen, fouten = werkmap.lees_xlsx(inhoud, bestand)
    velden = _velden_uit_blad(bladen.pop(werkmap.VOORBLAD, []))
    velden["bronnen"] = _bronnen_uit_blad(bladen.pop(werkmap.BRONBLAD, []))
    velden |= werkmap.lees_rest(bladen.pop(werkmap.RESTBLAD, []))
    gevuld = {naam: cellen for naam, cellen in bladen.items() if any(not leeg(cel) for rij in cellen for cel in rij)}
    naam_van = (lambda naam: als) if als and len(gevuld) == 1 else (lambda naam: naam)
    gelezen = _lees_delen([Deel(naam_van(naam), f"{bestand}, {naam}", cellen) for naam, cellen in gevuld.items()])
    return keur_delen(velden, gelezen._replace(fouten=[*fouten, *gelezen.fouten]), bestand)


def velden_bestand(map_: Path) -> str:
    """Geef het bestand waarin de velden van een map staan: case.yml als dat er is, anders dossier.yml."""
    return CASE_YML if (map_ / CASE_YML).exists() and not (map_ / YML).exists() else YML


def lees_velden(pad: Path, bestand: str) -> tuple[dict[str, Any], list[Fout]]:
    """Lees de velden uit een yml-bestand; geef wat erin staat en alles wat er niet klopt."""
    inhoud, fouten = bestanden.lees_bytes(pad, bestand)
    if fouten:
        return {}, fouten
    return yml.lees_yml(ontcijfer(inhoud), bestand)


def keur_delen(velden: Mapping[str, Any], delen: Delen, bestand: str) -> tuple[dict[str, Any], list[Fout]]:
    """Controleer velden en secties uit losse bestanden als één dossier."""
    los = {"secties (in yml)": velden["secties"]} if "secties" in velden else {}
    velden = {naam: waarde for naam, waarde in velden.items() if (naam, waarde) != ("illustratief", NIETS)}
    gegevens = {"kennisdossier": VERSIE, **velden, **los, "secties": {}}
    gekeurd, fouten, _ = keuren.keur(gegevens, bestand)
    secties, meer, nieuw = keuren.keur_secties(delen.ruw)
    apart = keuren.zonder_dubbele([*gekeurd["apart"], *delen.apart, *nieuw])
    # Over een kolom die ontbreekt is al iets gezegd.
    mist = {(fout.bestand, fout.kolom) for fout in delen.fouten if fout.verwacht == invoer.ONTBREEKT}
    return gekeurd | {"secties": secties, "apart": apart}, [*fouten, *delen.fouten, *(f for f in meer if (f.bestand, f.kolom) not in mist)]


def _lees_delen(delen: Iterable[Deel]) -> Delen:
    """Herken tabellen; een tabel waar geen sectie bij te vinden is, staat apart."""
    uit = Delen({}, [], [])
    for naam, bestand, inhoud in delen:
        als = naam.lower() if naam.lower() in sectienamen() else None
        tabel = invoer.herken(inhoud, bestand, als, naam=f"{naam}.csv")
        if tabel.sectie is None and tabel.losse_rijen:
            uit.apart.append(_losse_tabel(naam, tabel.losse_rijen))
            continue
        uit.fouten.extend(tabel.fouten)
        uit.apart.extend(tabel.apart)
        if tabel.sectie in uit.ruw:
            verwacht = f"hierin staat weer {tabel.sectie}; dat staat ook in {uit.ruw[tabel.sectie].bestand}"
            uit.fouten.append(Fout(bestand, None, None, None, verwacht))
        elif tabel.sectie:
            uit.ruw[tabel.sectie] = Ruw(tabel.rijen, bestand, tabel.nummers)
    return uit


def _losse_tabel(naam: str, rijen: list[list[Any]]) -> dict[str, Any]:
    lijkt = naaste(naam, sectienamen())
    waarom = "bij welke sectie dit hoort, is niet te zien" + (f"; lijkt op '{lijkt}'" if lijkt else "")
    return {"wat": "sectie", "naam": kort(naam), "waarde": keuren.zuiver(rijen), "waarom": waarom}


def _velden_uit_blad(cellen: list[list[Any]]) -> dict[str, Any]:
    """Lees het voorblad van een werkmap: per rij een veld en de waarde."""
    koppen = {invoer.kopvorm(vorm): k.sleutel for k in reversed(VELDEN.lijst) for vorm in (*k.ook, k.kop, k.sleutel)}
    uit: dict[str, Any] = {}
    for rij in cellen[1:]:
        if len(rij) > 1 and isinstance(rij[0], str) and not leeg(rij[1]):
            uit.setdefault(koppen.get(invoer.kopvorm(rij[0]), rij[0]), invoer.cel(rij[1]))
    return uit


def _bronnen_uit_blad(cellen: list[list[Any]]) -> list[dict[str, Any]]:
    return [{"sleutel": rij[0], "vindplaats": rij[1] if len(rij) > 1 else None} for rij in cellen[1:] if any(not leeg(cel) for cel in rij[:2])]
