"""Wat er in de `regels.json` van een plan staat: rijen die de lezer invult, met wat er nog mist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import ConfigDict

from kennis.beschrijving.basis import Beschreven, Bezwaar, Gegevens, Kolomnaam, Regels, Uit, beschrijf


class Groep(Beschreven):
    """Een groep rijen."""

    sleutel: str = beschrijf("De waarde van de kolom `groepeer` die bij deze groep hoort.")
    titel: str = beschrijf("De naam zoals de lezer haar ziet.")
    idee: str = beschrijf("De soort ideeën die bij deze groep passen.", "")


class Schakel(Beschreven):
    """Een kolom die na de vorige gevuld hoort te zijn."""

    kolom: Kolomnaam = beschrijf("De kolom.")
    kop: str = beschrijf("De kop op het scherm.")
    mist: str = beschrijf("Wat er gezegd wordt als zij leeg is.")


class Alleen(Beschreven):
    """Een melding als maar één groep gevuld is."""

    groep: Annotated[str, Uit("groepen.*.sleutel")] = beschrijf("De groep die dan de enige is.")
    melding: str = beschrijf("Wat er dan gezegd wordt.")


class Idee(Beschreven):
    """Een idee om over te nemen. Daarnaast heeft zij de kolommen die `idee.vult` noemt."""

    model_config = ConfigDict(extra="allow", strict=True)

    soort: str = beschrijf("Waar het idee bij past; zie `groepen.*.idee`.", "")
    bron: str = beschrijf("De bron van het idee.", "", later=True)
    vindplaats: str = beschrijf("Waar het in de bron staat.", "", later=True)


class Leeg(Beschreven):
    """Wanneer kolommen van een idee niet overgenomen worden."""

    als: Kolomnaam = beschrijf("De kolom die dat bepaalt.")
    is_: list[str] = beschrijf("De waarden waarbij zij leeg blijven.", als="is")
    kolommen: list[Kolomnaam] = beschrijf("De kolommen die leeg blijven.")


class Toon(Beschreven):
    """Een kolom van een idee die de lezer ziet voordat hij het overneemt."""

    kolom: Kolomnaam = beschrijf("De kolom.")
    voor: str = beschrijf("Het woord ervoor.", "")


class Ideevorm(Beschreven):
    """Hoe een idee getoond en overgenomen wordt."""

    naam: Kolomnaam = beschrijf("De kolom met de naam van het idee.")
    vult: list[Kolomnaam] = beschrijf("De kolommen die het idee vult.")
    laat_leeg: Leeg | None = beschrijf("Wanneer kolommen leeg blijven.", None)
    toon: list[Toon] = beschrijf("Wat er bij het idee staat.", [])


class Openbaar(Beschreven):
    """Openbare cijfers en wie ze geeft."""

    naam: str = beschrijf("De naam van de cijfers.")
    wat: str = beschrijf("Wat zij zeggen.", "", later=True)
    let_op: str = beschrijf("Waar je op let.", "", later=True)
    bron: str = beschrijf("De bron.", later=True)
    vindplaats: str = beschrijf("Waar het in de bron staat.", "", later=True)


class Plan(Regels):
    """Rijen die de lezer invult, per groep of allemaal bij elkaar."""

    kolom: Kolomnaam = beschrijf("De kolom met de naam van een rij.")
    ding: str = beschrijf("Hoe één ding heet, met een kleine letter.")
    dingen: str = beschrijf("Hoe meer dingen heten.")
    groepeer: Kolomnaam | None = beschrijf("De kolom die de groep bepaalt; zonder is er één groep.", None)
    groepen: list[Groep] = beschrijf("De groepen, op volgorde; zonder volgen zij uit de rijen.", [])
    keten: list[Schakel] = beschrijf("De kolommen die na elkaar gevuld horen te zijn.")
    plaat: list[Annotated[str, Uit("keten.*.kolom")]] = beschrijf("De kolommen die op de plaat staan; anders die van de keten.", [])
    alleen: list[Alleen] = beschrijf("Eigen meldingen als maar één groep gevuld is.", [])
    suggesties: Kolomnaam | None = beschrijf("De kolom waar namen van openbare cijfers als suggestie bij staan.", None)
    idee: Ideevorm | None = beschrijf("Hoe een idee getoond en overgenomen wordt; nodig bij `ideeen`.", None, later=True)
    ideeen: list[Idee] = beschrijf("Ideeën om over te nemen.", [])
    openbaar: list[Openbaar] = beschrijf("Openbare cijfers.", [])

    @classmethod
    def later(cls, regels: Gegevens) -> list[str]:
        """Wat een idee vult, komt later; hoeveel ideeën er zijn, is meteen te zien."""
        return super().later(regels) + [f"ideeen.*.{kolom}" for kolom in regels.get("idee", {}).get("vult", [])]

    @classmethod
    def controle(cls, regels: Gegevens) -> Iterator[Bezwaar]:
        """Een idee heeft precies de kolommen die het vult."""
        ideeen = regels.get("ideeen", [])
        if ideeen and "idee" not in regels:
            yield ("idee",), None, "deze sleutel ontbreekt; met `ideeen` hoort hier een object", ()
            return
        vult = regels.get("idee", {}).get("vult", [])
        for plek, idee in enumerate(ideeen):
            for naam, waarde in idee.items():
                if naam not in Idee.model_fields and naam not in vult:
                    yield ("ideeen", plek, naam), None, f"deze sleutel bestaat niet; hier hoort één van: {', '.join(vult)}", vult
                elif not isinstance(waarde, str):
                    yield ("ideeen", plek, naam), waarde, "hier hoort tekst", ()
            if not idee.get(regels["idee"]["naam"]):
                yield ("ideeen", plek, regels["idee"]["naam"]), None, "deze sleutel ontbreekt; hier hoort de naam van het idee", ()
