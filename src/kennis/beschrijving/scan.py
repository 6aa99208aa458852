"""Wat er in de `regels.json` van een scan staat: stellingen die mensen samen scoren."""

from __future__ import annotations

from typing import Annotated, Literal

from kennis.beschrijving.basis import Beschreven, Gegevens, Kolomnaam, Naam, Regels, Uit, beschrijf

Geldt = Literal["laag", "oneens", "weet_niet", "gedeeld", "top_en_niet", "enkel"]


class Deel(Beschreven):
    """Een deel dat je apart scoort, zoals een fase."""

    sleutel: str = beschrijf("De naam waarmee stellingen naar dit deel verwijzen.")
    titel: str = beschrijf("De naam zoals de lezer haar ziet.")
    los: bool = beschrijf("Dit deel telt niet mee voor wat past.", False)


class Groep(Beschreven):
    """Een groep stellingen, zoals een principe."""

    sleutel: Naam = beschrijf("De naam waarmee stellingen naar deze groep verwijzen.")
    titel: str = beschrijf("De naam zoals de lezer haar ziet.")
    uitleg: str = beschrijf("Waar de groep over gaat.", "", later=True)


class Stelling(Beschreven):
    """Een stelling om te scoren."""

    sleutel: str = beschrijf("De naam waarmee een score naar deze stelling verwijst.")
    deel: Annotated[str, Uit("delen.*.sleutel")] = beschrijf("Het deel waar zij bij hoort.")
    groep: Annotated[Naam, Uit("groepen.*.sleutel")] = beschrijf("De groep waar zij bij hoort.")
    tekst: str = beschrijf("De stelling zelf.", later="behalve die van het eerste deel")
    uitleg: str = beschrijf("Waar zij vandaan komt of wat zij betekent.", "", later="behalve die van het eerste deel")


class Schaal(Beschreven):
    """De cijfers die je kunt geven, van 0 tot en met `top`."""

    top: int = beschrijf("Het hoogste cijfer.")
    laag: str = beschrijf("Het woord bij 0.")
    hoog: str = beschrijf("Het woord bij het hoogste cijfer.")
    weet_niet: str = beschrijf("Het woord bij geen cijfer.")


class Grenzen(Beschreven):
    """Wanneer iets aandacht vraagt, en wanneer een deel past."""

    laag: float = beschrijf("Een gemiddelde hieronder is laag.")
    oneens: float = beschrijf("Zoveel punten tussen het laagste en het hoogste cijfer is oneens.")
    weet_niet: float = beschrijf("Dit deel van de mensen (0 tot 1) dat het niet weet, is veel.", meest=1)
    goed: float = beschrijf("Een gemiddelde vanaf hier is goed.")
    past: float = beschrijf("Is minder dan dit deel (0 tot 1) van de stellingen goed, dan past het deel nu bij de groep.", meest=1)
    genoeg: float = beschrijf("Een deel telt mee als zoveel (0 tot 1) van de stellingen is gescoord.", meest=1)


class Signaal(Beschreven):
    """Een reden waarom een stelling aandacht vraagt; de eerste die helemaal geldt, telt."""

    naam: str = beschrijf("Het woord bij de stelling.")
    bij: list[Geldt] = beschrijf("Wat er allemaal moet gelden; de laatste drie kunnen alleen met `rang`.")
    reden: str = beschrijf("De zin erbij: {gemiddelde}, {laagste}, {hoogste}, {weet_niet} en {totaal} worden ingevuld.")


class Scan(Regels):
    """Stellingen die mensen scoren: gemiddelde, spreiding en wat aandacht vraagt."""

    deel: str = beschrijf("Hoe een deel heet, met een kleine letter (fase).")
    groep: str = beschrijf("Hoe een groep heet, met een kleine letter (principe).")
    delen: list[Deel] = beschrijf("De delen, op volgorde.")
    groepen: list[Groep] = beschrijf("De groepen, op volgorde.")
    stellingen: list[Stelling] = beschrijf("De stellingen.")
    schaal: Schaal = beschrijf("De cijfers die je kunt geven.")
    grenzen: Grenzen = beschrijf("Wanneer iets aandacht vraagt.")
    signalen: list[Signaal] = beschrijf("De redenen om aandacht te geven, de zwaarste eerst.")
    rang: bool = beschrijf("Ieder kiest en rangschikt: elk cijfer van 1 tot en met `schaal.top` precies één keer.", False)
    moment: Kolomnaam | None = beschrijf("De kolom die zegt bij welke meting een score hoort.", None)

    @classmethod
    def later(cls, regels: Gegevens) -> list[str]:
        """Van het eerste deel staat de tekst er meteen; daar begint de lezer."""
        rest = [deel["sleutel"] for deel in regels["delen"][1:]]
        return [p.replace("*", f"deel={deel}") for p in super().later(regels) if p.startswith("stellingen.") for deel in rest] + [
            p for p in super().later(regels) if not p.startswith("stellingen.")
        ]
