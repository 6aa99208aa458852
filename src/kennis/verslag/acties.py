"""De actielijst: een actie maken uit een onderdeel van een gereedschap, zonder dubbele op de lijst zetten, en sorteren. Tweeling van acties.js.

Een actie is een rij van de sectie `acties`: wat, wie, wanneer, gereedschap, bij, stand en notitie.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennis.kolommen import schoon
from kennis.regels.basis import tekst, vul
from kennis.verslag.tijd import tijdsleutel

Rij = Mapping[str, Any]


def maak_actie(regels: Rij, onderdeel: Rij) -> dict[str, str]:
    """Maak een actie uit een onderdeel van een gereedschap, met wat en wie vast ingevuld.

    onderdeel: `bij` (waar het over gaat, zoals de naam van een partij) en zo nodig `wat`, `wie` en `wanneer`. Zonder `wat` vult het
    sjabloon `verslag.actie` van het gereedschap zich met wat het onderdeel heeft; is dat er ook niet, dan is `bij` de actie.

    >>> maak_actie({"gereedschap": "matrix", "verslag": {"actie": "Praat met {bij}"}}, {"bij": "Menzis", "wie": "Ans"})
    {'wat': 'Praat met Menzis', 'wie': 'Ans', 'wanneer': '', 'gereedschap': 'matrix', 'bij': 'Menzis', 'stand': 'open'}
    """
    gevuld = {naam: tekst(waarde) for naam, waarde in onderdeel.items()}
    wat = gevuld.get("wat") or vul(regels.get("verslag", {}).get("actie", "{bij}"), gevuld)
    rest = {naam: gevuld.get(naam, "") for naam in ("wie", "wanneer")}
    return {"wat": wat, **rest, "gereedschap": regels["gereedschap"], "bij": gevuld.get("bij", ""), "stand": "open"}


def zet_op_lijst(rijen: Sequence[Rij], actie: Rij) -> list[Rij]:
    """Zet een actie onderaan de lijst; staat zij er al (zelfde gereedschap, onderdeel en woorden), dan blijft de lijst gelijk.

    >>> lijst = zet_op_lijst([], {"wat": "Bel Menzis", "gereedschap": "matrix", "bij": "Menzis"})
    >>> zet_op_lijst(lijst, {"wat": "bel menzis ", "gereedschap": "matrix", "bij": "Menzis"}) == lijst
    True
    """
    return list(rijen) if plek_op_lijst(rijen, actie) is not None else [*rijen, actie]


def plek_op_lijst(rijen: Sequence[Rij], actie: Rij) -> int | None:
    """Geef waar dezelfde actie al staat, of None.

    >>> plek_op_lijst([{"wat": "Bel"}, {"wat": "Schrijf"}], {"wat": "schrijf"})
    1
    """
    gezocht = _kenmerk(actie)
    return next((plek for plek, rij in enumerate(rijen) if _kenmerk(rij) == gezocht), None)


def _kenmerk(rij: Rij) -> tuple[str, ...]:
    return tuple(schoon(tekst(rij.get(naam))).lower() for naam in ("gereedschap", "bij", "wat"))


def sorteer(acties: Sequence[Rij], volgorde: str) -> list[Rij]:
    """Zet acties op volgorde van wie of wanneer; wat klaar of vervallen is komt achteraan, wat leeg is na wat gevuld is.

    >>> [a["wat"] for a in sorteer([{"wat": "b", "wanneer": "2027"}, {"wat": "a", "wanneer": "1-2-2026"}], "wanneer")]
    ['a', 'b']
    """
    if volgorde == "ingevoerd":
        return list(acties)

    def sleutel(actie: Rij) -> tuple[Any, ...]:
        wie, tijd = tekst(actie.get("wie")).lower(), tijdsleutel(actie.get("wanneer"))
        moment = (not tijd, tijd, not tekst(actie.get("wanneer")), tekst(actie.get("wanneer")).lower())
        persoon = (not wie, wie)
        af = tekst(actie.get("stand")) in ("klaar", "vervallen")
        return (af, *persoon, *moment) if volgorde == "wie" else (af, *moment, *persoon)

    return sorted(acties, key=sleutel)
