"""Wat er in de `regels.json` van een plan staat: rijen die de lezer invult, met wat er nog mist."""

from __future__ import annotations

from typing import Annotated

from kennis.beschrijving.basis import Beschreven, Kolomnaam, Regels, Uit, beschrijf


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
    """Een idee om over te nemen."""

    soort: str = beschrijf("Waar het idee bij past; zie `groepen.*.idee`.")
    indicator: str = beschrijf("Waaraan je het ziet.", later=True)
    instrument: str = beschrijf("Waarmee je het meet.", "", later=True)
    gegevensbron: str = beschrijf("Waar de gegevens vandaan komen.", "", later=True)
    bron: str = beschrijf("De bron van het idee.", later=True)
    vindplaats: str = beschrijf("Waar het in de bron staat.", "", later=True)


class Openbaar(Beschreven):
    """Openbare cijfers en wie ze geeft."""

    naam: str = beschrijf("De naam van de cijfers.")
    wat: str = beschrijf("Wat zij zeggen.", "", later=True)
    let_op: str = beschrijf("Waar je op let.", "", later=True)
    bron: str = beschrijf("De bron.", later=True)
    vindplaats: str = beschrijf("Waar het in de bron staat.", "", later=True)


class Plan(Regels):
    """Rijen die de lezer per groep invult."""

    ding: Kolomnaam = beschrijf("De kolom met de naam van een rij; ook hoe één ding heet.")
    dingen: str = beschrijf("Hoe meer dingen heten.")
    groepeer: Kolomnaam = beschrijf("De kolom die de groep bepaalt.")
    groepen: list[Groep] = beschrijf("De groepen, op volgorde.")
    keten: list[Schakel] = beschrijf("De kolommen die na elkaar gevuld horen te zijn.")
    plaat: list[Annotated[str, Uit("keten.*.kolom")]] = beschrijf("De kolommen die op de plaat staan.")
    alleen: list[Alleen] = beschrijf("Eigen meldingen als maar één groep gevuld is.", [])
    zonder_instrument: list[str] = beschrijf("Gegevensbronnen die zeggen dat er nog geen instrument is.", [])
    ideeen: list[Idee] = beschrijf("Ideeën om over te nemen.", [])
    openbaar: list[Openbaar] = beschrijf("Openbare cijfers.", [])
