"""Van een dossier naar het verslag: één lijst van delen die elke schrijver alleen nog omzet. Tweeling van model.js.

Een verslag is `{"titel", "delen"}`. Een deel heeft een `soort`:

- `kop`: niveau (1 tot en met 3) en tekst; een kop van niveau 2 hoort soms bij een gereedschap, of bij de acties.
- `kenmerken`: paren van een naam en een waarde.
- `alinea`: tekst, met stijl "zin" (voor de notulen), "gewoon" of "hint".
- `opsomming`: regels van tekst, elk met een `plek` in het boek of None; met stijl "verder" is zij alleen een wegwijzer.
- `figuur`: gereedschap, keuzes om te tekenen, titel en alt.
- `tabel`: titel, koppen, rijen, en per kolom een soort ("tekst", "getal" of "euro"). De actielijst is een tabel met `acties: True`.

Een plek is `{"pagina", "gereedschap", "titel"}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kennis.regels.basis import tekst, vul
from kennis.verslag import kiezer, plan, rekenblad, scan, veld
from kennis.verslag.acties import plek_op_lijst, sorteer
from kennis.verslag.tekst import TEKSTEN, zuiver_alles
from kennis.verslag.tijd import datum

Rij = Mapping[str, Any]
BIJDRAGEN: dict[str, Callable[..., dict[str, Any] | None]] = {
    "veld": veld.bijdrage,
    "kiezer": kiezer.bijdrage,
    "scan": scan.bijdrage,
    "plan": plan.bijdrage,
    "rekenblad": rekenblad.bijdrage,
}
T = TEKSTEN["model"]


def maak(dossier: Rij, gereedschappen: Sequence[Rij], kolommen: Mapping[str, Sequence[Rij]], volgorde: str = "wanneer") -> dict[str, Any]:
    """Maak het verslag van een dossier.

    dossier: als in een bestand: velden als titel en regio, `secties`, `keuzes` per gereedschap, en `apart`. Leeg mag.
    gereedschappen: de volledige regels van elk gereedschap. kolommen: per sectie de beschrijving van haar kolommen.
    volgorde: hoe de acties staan, "wanneer", "wie" of "ingevoerd".

    >>> [deel["tekst"] for deel in maak({"titel": "Zorg dichtbij"}, [], {})["delen"] if deel["soort"] == "kop"]
    ['Zorg dichtbij', 'Acties', 'Nog te doen', 'Over dit plan']
    """
    op_volgorde = sorted(gereedschappen, key=lambda regels: (regels.get("verslag", {}).get("volgorde", 99), regels["gereedschap"]))
    bijdragen = [(regels, _bijdrage(dossier, regels, kolommen)) for regels in op_volgorde]
    delen = [
        *_begin(dossier),
        *(deel for regels, bijdrage in bijdragen if bijdrage for deel in _gereedschap(regels, bijdrage)),
        *_acties(alle_acties(dossier, gereedschappen), op_volgorde, volgorde),
        *_nog(dossier, [regels for regels, bijdrage in bijdragen if not bijdrage]),
        *_over(dossier),
    ]
    return zuiver_alles({"titel": tekst(dossier.get("titel")) or T["titel"], "delen": delen})


def _bijdrage(dossier: Rij, regels: Rij, kolommen: Mapping[str, Sequence[Rij]]) -> dict[str, Any] | None:
    keuzes = (dossier.get("keuzes") or {}).get(regels["gereedschap"]) or {}
    # Een kiezer leest ook velden van het dossier, zoals de fase.
    velden = [dossier] if regels["soort"] == "kiezer" else []
    return BIJDRAGEN[regels["soort"]](dossier.get("secties") or {}, regels, keuzes, kolommen, *velden)


# -- de delen -------------------------------------------------------------------------------


def _kop(niveau: int, woorden: str, gereedschap: str = "") -> dict[str, Any]:
    return {"soort": "kop", "niveau": niveau, "tekst": woorden, "gereedschap": gereedschap}


def _alinea(woorden: str, stijl: str = "gewoon") -> dict[str, Any]:
    return {"soort": "alinea", "tekst": woorden, "stijl": stijl}


def _opsomming(regels: Sequence[str], plekken: Sequence[Rij | None] = (), stijl: str = "gewoon") -> dict[str, Any]:
    alle = [*plekken, *[None] * (len(regels) - len(plekken))]
    return {"soort": "opsomming", "stijl": stijl, "regels": [{"tekst": regel, "plek": plek} for regel, plek in zip(regels, alle, strict=True)]}


def plek_van(regels: Rij) -> dict[str, str]:
    """Geef waar een gereedschap in het boek staat."""
    return {"pagina": regels.get("verslag", {}).get("pagina", ""), "gereedschap": regels["gereedschap"], "titel": regels["titel"]}


def _begin(dossier: Rij) -> list[dict[str, Any]]:
    """Titel, en wat iedereen aan tafel eerst wil weten: waar, wanneer, met wie, en waarvoor."""
    fase = tekst(dossier.get("fase"))
    paren = [
        [T["regio"], tekst(dossier.get("regio"))],
        [T["datum"], datum(dossier.get("datum"))],
        [T["fase"], T["fasen"].get(fase, fase)],
        [T["deelnemers"], "; ".join(deelnemers(dossier))],
        [T["doel"], tekst(dossier.get("doel"))],
    ]
    kenmerken = [paar for paar in paren if paar[1]]
    delen = [_kop(1, tekst(dossier.get("titel")) or T["titel"])]
    delen += [{"soort": "kenmerken", "paren": kenmerken}] if kenmerken else []
    samenvatting = tekst(dossier.get("samenvatting"))
    return [*delen, _alinea(samenvatting)] if samenvatting else delen


def deelnemers(dossier: Rij) -> list[str]:
    """Noem wie er meedoen, met rol en partij erachter.

    >>> deelnemers({"secties": {"mensen": [{"naam": "Ans", "rol": "huisarts", "doet_mee": "ja"}, {"naam": "Ben"}]}})
    ['Ans (huisarts)']
    """
    uit = []
    for mens in (dossier.get("secties") or {}).get("mensen", []):
        if tekst(mens.get("doet_mee")) == "ja" and tekst(mens.get("naam")):
            achter = ", ".join(deel for deel in (tekst(mens.get("rol")), tekst(mens.get("partij"))) if deel)
            uit.append(f"{tekst(mens.get('naam'))} ({achter})" if achter else tekst(mens.get("naam")))
    return uit


def _gereedschap(regels: Rij, bijdrage: Rij) -> list[dict[str, Any]]:
    titel, plek = regels["titel"], plek_van(regels)
    # Een eigenschap van een plaatje kent geen regeleinden.
    alt = re.sub(r"[\r\n\t]+", " ", vul(T["alt"], {"titel": titel, "zin": bijdrage["zin"]}))
    delen = [
        _kop(2, titel, regels["gereedschap"]),
        _alinea(bijdrage["zin"], "zin"),
        {"soort": "figuur", "gereedschap": regels["gereedschap"], "keuzes": bijdrage["keuzes"], "titel": titel, "alt": alt},
    ]
    if bijdrage["keuze"]:
        delen += [_kop(3, T["keuze"]), {"soort": "kenmerken", "paren": bijdrage["keuze"]}]
    for naam in ("raad", "mist", "notities"):
        # Eerst wat eruit volgt en wat mist, naast het plaatje; de tabel en wie wat opschreef komen eronder.
        if naam == "notities":
            delen += [{"soort": "tabel", "acties": False, **tabel} for tabel in bijdrage["tabellen"]]
        if bijdrage[naam]:
            delen += [_kop(3, T[naam]), _opsomming(bijdrage[naam])]
    return [*delen, _opsomming([vul(T["verder"], {"titel": titel})], [plek], "verder")]


def _nog(dossier: Rij, leeg: Sequence[Rij]) -> list[dict[str, Any]]:
    """Noem wat nog niet is ingevuld, met waar dat kan."""
    velden = [T[veld] for veld in ("regio", "datum", "doel") if not tekst(dossier.get(veld))]
    velden += [] if deelnemers(dossier) else [T["deelnemers"]]
    zinnen = [vul(T["nog_veld"], {"veld": veld}) for veld in velden]
    plekken = [None] * len(zinnen) + [plek_van(regels) for regels in leeg]
    zinnen += [vul(T["nog_gereedschap"], {"titel": regels["titel"]}) for regels in leeg]
    return [_kop(2, T["nog"]), _opsomming(zinnen, plekken)] if zinnen else []


def _over(dossier: Rij) -> list[dict[str, Any]]:
    """Zeg wat illustratief is, wat deze versie niet kent, en waar de zinnen vandaan komen."""
    illustratief = tekst(dossier.get("illustratief"))
    apart = list(dict.fromkeys(tekst(ding.get("naam")) for ding in dossier.get("apart") or [] if tekst(ding.get("naam"))))
    delen = [_kop(2, T["over"])]
    delen += [_alinea(vul(T["illustratief"], {"tekst": illustratief}))] if illustratief else []
    delen += [_alinea(vul(T["apart"], {"namen": ", ".join(apart)}))] if apart else []
    return [*delen, _alinea(T["voorbehoud"], "hint")]


# -- acties ---------------------------------------------------------------------------------


def alle_acties(dossier: Rij, gereedschappen: Sequence[Rij]) -> list[Rij]:
    """Geef de acties van de lijst, en die een gereedschap in zijn eigen tabel heeft staan (`verslag.acties`), elk één keer."""
    secties = dossier.get("secties") or {}
    uit: list[Rij] = [rij for rij in secties.get("acties", []) if tekst(rij.get("wat"))]
    for regels in gereedschappen:
        kolommen = regels.get("verslag", {}).get("acties")
        for rij in secties.get(regels["sectie"], []) if kolommen else []:
            actie = {"gereedschap": regels["gereedschap"], **{naam: tekst(rij.get(kolom)) for naam, kolom in kolommen.items()}}
            if actie.get("wat") and plek_op_lijst(uit, actie) is None:
                uit.append(actie)
    return uit


def _acties(acties: Sequence[Rij], gereedschappen: Sequence[Rij], volgorde: str) -> list[dict[str, Any]]:
    if not acties:
        return [_kop(2, T["acties"], "acties"), _alinea(T["acties_leeg"])]
    koppen = TEKSTEN["acties"]["koppen"]
    namen = [naam for naam in koppen if naam != "notitie" or any(tekst(a.get("notitie")) for a in acties)]
    titels = {regels["gereedschap"]: regels["titel"] for regels in gereedschappen}
    rijen = [[_actiecel(actie, naam, titels) for naam in namen] for actie in sorteer(acties, volgorde)]
    tabel = {"titel": T["actielijst"], "koppen": [koppen[naam] for naam in namen], "soorten": ["tekst"] * len(namen), "rijen": rijen}
    tellingen = [(sum(not tekst(a.get(naam)) for a in acties), T[f"acties_{naam}"]) for naam in ("wie", "wanneer")]
    zonder = [vul(zin, {"n": str(n), "alle": str(len(acties))}) for n, zin in tellingen if n]
    return [_kop(2, T["acties"], "acties"), {"soort": "tabel", "acties": True, **tabel}, *([_alinea(" ".join(zonder), "hint")] if zonder else [])]


def _actiecel(actie: Rij, naam: str, titels: Mapping[str, str]) -> str:
    if naam == "bij":
        gereedschap = tekst(actie.get("gereedschap"))
        return ": ".join(deel for deel in (titels.get(gereedschap, gereedschap), tekst(actie.get("bij"))) if deel)
    if naam == "wanneer":
        return datum(actie.get("wanneer"))
    return tekst(actie.get(naam)) or (T["stand_leeg"] if naam == "stand" else "")
