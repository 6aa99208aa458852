"""De bladen voor een rekenblad: het plan, elke tabel eruit, en elke sectie met de koppen van het scherm. Tweeling van bladen.js."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kennis.verslag.tekst import TEKSTEN, cel_van, celtekst, soort_van, zuiver_alles

Rij = Mapping[str, Any]
LANGST = 31  # tekens in de naam van een blad; meer weigert Excel
VOL, KORTER = 32_767, 16_000  # zoveel past in een cel; wat langer is, wordt zichtbaar afgebroken


def maak_bladen(dossier: Rij, verslag: Rij, secties: Mapping[str, Rij]) -> list[dict[str, Any]]:
    """Geef de bladen, elk `{"naam", "koppen", "soorten", "rijen"}`; een getal is een getal, leeg is None.

    verslag: uit `model.maak`. secties: per sectie haar `titel` en `kolommen`. Een lege sectie krijgt geen blad.

    >>> verslag = {"titel": "Plan", "delen": [{"soort": "kop", "niveau": 1, "tekst": "Plan"}]}
    >>> secties = {"mensen": {"titel": "Mensen", "kolommen": [{"sleutel": "naam", "kop": "Naam"}]}}
    >>> [blad["naam"] for blad in maak_bladen({"secties": {"mensen": [{"naam": "Ans"}]}}, verslag, secties)]
    ['Plan', 'Mensen']
    """
    t = TEKSTEN["bladen"]
    uit: list[dict[str, Any]] = [{"naam": t["plan"], "koppen": t["koppen"], "soorten": ["tekst"] * 3, "rijen": _planrijen(verslag)}]
    uit += [{"naam": naam, **{n: deel[n] for n in ("koppen", "soorten", "rijen")}} for naam, deel in _tabellen(verslag)]
    for naam, beschrijving in secties.items():
        if rijen := (dossier.get("secties") or {}).get(naam):
            uit.append({"naam": beschrijving["titel"], **_sectieblad(rijen, beschrijving["kolommen"])})
    for blad, naam in zip(uit, bladnamen([blad["naam"] for blad in uit]), strict=True):
        blad |= {"naam": naam, "rijen": [[_past(cel) for cel in rij] for rij in blad["rijen"]]}
    return zuiver_alles(uit)


def _past(cel: Any) -> Any:
    """Breek tekst af die niet in een cel past, en zeg dat erbij. Excel telt in stukken van twee bytes."""
    te_lang = isinstance(cel, str) and len(cel.encode("utf-16-le", "surrogatepass")) // 2 > VOL
    return f"{cel[:KORTER]} {TEKSTEN['bladen']['afgebroken']}" if te_lang else cel


def breedtes(tabel: Rij, breedst: int = 60, smalst: int = 9) -> list[int]:
    """Geef per kolom van een tabel hoe breed zij moet zijn, in tekens.

    >>> breedtes({"koppen": ["Naam", "N"], "soorten": ["tekst", "getal"], "rijen": [["Gemeente Winterswijk", 3.0]]})
    [22, 9]
    """
    kolommen = [[kop, *(celtekst(rij[n], tabel["soorten"][n]) for rij in tabel["rijen"])] for n, kop in enumerate(tabel["koppen"])]
    langste = [max(len(regel) for cel in kolom for regel in cel.split("\n")) for kolom in kolommen]
    return [min(breedst, max(smalst, lang + 2)) for lang in langste]


def _tabellen(verslag: Rij) -> list[tuple[str, Rij]]:
    """Geef elke tabel met hoe haar blad heet: zoals de kop erboven, en een volgende onder dezelfde kop naar haar eigen titel."""
    uit: list[tuple[str, Rij]] = []
    kop = ""
    for deel in verslag["delen"]:
        if deel["soort"] == "kop" and deel["niveau"] < 3:
            kop = deel["tekst"]
        elif deel["soort"] == "tabel":
            uit.append((deel["titel"] if deel["acties"] or not kop else kop, deel))
            kop = ""
    return uit


def bladnamen(titels: Sequence[str]) -> list[str]:
    """Maak namen die Excel aankan: zonder verboden tekens, niet te lang, en elke naam één keer.

    >>> bladnamen(["Wie/wat", "wie wat", "'s"])
    ['Wie wat', 'wie wat 2', 's']
    """
    uit: list[str] = []
    for titel in titels:
        kaal = re.sub(r"[\[\]:*?/\\]", " ", titel).strip("' ")[:LANGST].strip("' ") or TEKSTEN["bladen"]["plan"]
        naam, nummer = kaal, 1
        while naam.lower() in [eerder.lower() for eerder in uit]:
            nummer += 1
            naam = f"{kaal[: LANGST - len(str(nummer)) - 1]} {nummer}"
        uit.append(naam)
    return uit


def _planrijen(verslag: Rij) -> list[list[str | None]]:
    """Zet de zinnen van het plan onder elkaar, met ervoor waar ze bij horen."""
    rijen: list[list[str | None]] = []
    onderdeel: str | None = None
    wat: str | None = None
    for deel in verslag["delen"]:
        if deel["soort"] == "kop":
            onderdeel, wat = (onderdeel, deel["tekst"]) if deel["niveau"] == 3 else (deel["tekst"], None)
        elif deel["soort"] == "kenmerken":
            rijen += [[onderdeel, naam, waarde] for naam, waarde in deel["paren"]]
        elif deel["soort"] == "alinea":
            rijen.append([onderdeel, wat, deel["tekst"]])
        elif deel["soort"] == "opsomming":
            rijen += [[onderdeel, wat, regel["tekst"]] for regel in deel["regels"]]
    return rijen


def _sectieblad(rijen: Sequence[Rij], kolommen: Sequence[Rij]) -> dict[str, Any]:
    """Zet een hele sectie neer; een verborgen kolom komt mee als er iets in staat, zodat er niets verdwijnt."""
    eigen = [k for k in kolommen if not k.get("verborgen") or any(cel_van(rij, k) is not None for rij in rijen)]
    inhoud = [[cel_van(rij, k) for k in eigen] for rij in rijen]
    return {"koppen": [k["kop"] for k in eigen], "soorten": [soort_van(k) for k in eigen], "rijen": inhoud}
