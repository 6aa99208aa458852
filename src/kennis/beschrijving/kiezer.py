"""Wat er in de `regels.json` van een kiezer staat: vragen, opties en hoe zij bij elkaar passen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import ConfigDict

from kennis.beschrijving.basis import Beschreven, Bezwaar, Gegevens, Kolomnaam, Regels, Sectie, Uit, Vorm, beschrijf, is_tekst, is_teksten

Vraagnaam = Annotated[str, Uit("vragen.*.sleutel")]
Optienaam = Annotated[str, Uit("opties.*.sleutel")]
Keuzenaam = Annotated[str, Vorm("de sleutel van een optie of van iets onder anders", is_tekst)]
TEKENS = ("+", "±", "-", "?")


def _is_oordeel(waarde: Any) -> bool:
    if isinstance(waarde, dict):
        return all(w in TEKENS for w in waarde.values())
    return is_teksten(waarde) or waarde in TEKENS


def _is_per_antwoord(waarde: Any) -> bool:
    return is_tekst(waarde) or (isinstance(waarde, dict) and all(map(is_tekst, waarde.values())))


def _is_inhoud(waarde: Any) -> bool:
    return is_tekst(waarde) or is_teksten(waarde) or (isinstance(waarde, dict) and set(waarde) == {"naar", "titel"})


Oordeel = Annotated[Any, Vorm("+, ±, - of ?, een object van antwoord naar zo'n teken, of een lijst van antwoorden die passen", _is_oordeel)]
PerAntwoord = Annotated[Any, Vorm("tekst, of een object van antwoord naar tekst", _is_per_antwoord)]
Inhoud = Annotated[Any, Vorm('tekst, een lijst van teksten, of {"naar": …, "titel": …}', _is_inhoud)]
Vergelijk = Annotated[Any, Vorm("true, false of open", lambda w: w in (True, False, "open"))]


class Antwoord(Beschreven):
    """Een antwoord dat de lezer kan geven."""

    waarde: str = beschrijf("Wat er in het dossier komt te staan.")
    titel: str = beschrijf("Hoe het op het scherm staat; anders de waarde.", "")
    gewicht: float | None = beschrijf("Hoe zwaar de vraag met dit antwoord weegt; anders het gewicht van de vraag.", None)
    ook: list[str] = beschrijf("Wat in een ouder dossier hetzelfde betekent.", [])


class Grens(Beschreven):
    """Tot en met welk aantal een antwoord geldt."""

    tot: int = beschrijf("Het hoogste aantal.")
    waarde: str = beschrijf("Het antwoord.")


class UitDossier(Beschreven):
    """Waar een antwoord in het dossier al staat, zolang de lezer zelf niet antwoordt."""

    veld: str = beschrijf("Het veld van het dossier.", "")
    tel: Sectie | None = beschrijf("De sectie waarvan de rijen geteld worden.", None)
    zonder: list[str] = beschrijf("Soorten rijen die niet meetellen.", [])
    tot: list[Grens] = beschrijf("Tot welk aantal welk antwoord geldt, op volgorde.", [])
    meer: str = beschrijf("Het antwoord boven de hoogste grens.", "")


class Vraag(Beschreven):
    """Een vraag of eis."""

    sleutel: str = beschrijf("De naam waarmee opties naar deze vraag verwijzen.")
    titel: str = beschrijf("De korte naam.")
    vraag: str = beschrijf("De vraag zelf.")
    groep: str = beschrijf("De kop waar de vraag onder staat.", "")
    uitleg: str = beschrijf("Uitleg bij de vraag.", "")
    gewicht: float = beschrijf("Hoe zwaar de vraag weegt als zij beantwoord is.", 0)
    uit: UitDossier | None = beschrijf("Waar het antwoord in het dossier al staat.", None)
    hard: bool = beschrijf("Een optie die niet past, valt af.", False)
    meer: bool = beschrijf("Er mag meer dan één antwoord; een optie past als één ervan past.", False)
    vast: bool = beschrijf("De lezer kan dit niet zelf veranderen; het staat achteraan bij wat de uitkomst verandert.", False)
    antwoorden: list[Antwoord] = beschrijf("De antwoorden; anders die van `antwoorden`.", [])


class Cel(Beschreven):
    """Hoe een optie bij een vraag past."""

    o: Oordeel = beschrijf("Het oordeel.")
    t: PerAntwoord = beschrijf("De toelichting.", "", later=True)
    g: str = beschrijf("De grond: bron, of ons oordeel.", "", later=True)


class Optie(Beschreven):
    """Iets om uit te kiezen. Daarnaast heeft zij de sleutels die `velden` en `lijst` noemen."""

    model_config = ConfigDict(extra="allow", strict=True)

    sleutel: str = beschrijf("De naam waarmee het dossier naar deze optie verwijst.")
    titel: str = beschrijf("De naam zoals de lezer haar ziet.")
    eerder: list[str] = beschrijf("Hoe de optie eerder heette; een ouder dossier vindt haar zo terug.", [])
    cellen: dict[Vraagnaam, Cel] = beschrijf("Per vraag hoe de optie erbij past; wat ontbreekt is onbekend.")


class Veld(Beschreven):
    """Een stuk uitleg bij elke optie."""

    sleutel: str = beschrijf("De sleutel bij de optie.")
    titel: str = beschrijf("De kop erboven.")
    vergelijk: bool = beschrijf("Staat ook in de vergelijking.", False)
    lijst: bool = beschrijf("Staat ook op de lijst die de lezer meeneemt.", False)
    soort: Literal["tekst", "link"] = beschrijf("Hoe het getoond wordt.", "tekst")


class Extra(Beschreven):
    """Een stuk uitleg dat bij alle opties hoort."""

    sleutel: str = beschrijf("De sleutel in `inhoud_extra`.")
    titel: str = beschrijf("De kop erboven.")


class Anders(Beschreven):
    """Iets dat de lezer kan kiezen naast de opties, zoals een tussenstap."""

    sleutel: str = beschrijf("De naam waarmee het dossier ernaar verwijst.")
    titel: str = beschrijf("De naam zoals de lezer haar ziet.")
    uitleg: str = beschrijf("Wat het is.", "", later=True)


class Drempel(Beschreven):
    """Wanneer een optie goed genoeg past om voorop te staan."""

    deel: float = beschrijf("Het deel van wat beantwoord is dat zeker moet passen, van 0 tot 1.", meest=1)
    zonder_min: list[Vraagnaam] = beschrijf("Vragen waarop zij niet mag ontbreken: een min telt dan als niet passen.", [])


class Actie(Beschreven):
    """Wat je doet bij een keuze."""

    soort: Literal["nu", "herzien"] = beschrijf("Nu regelen, of later opnieuw kijken.")
    opties: list[Keuzenaam] = beschrijf("Alleen bij deze opties.", [])
    als_: dict[Vraagnaam, list[str]] = beschrijf("Alleen bij deze antwoorden.", {}, als="als")
    tekst: str = beschrijf("Wat je doet.")


class BijKeuze(Beschreven):
    """Wat er bij de gekozen optie altijd staat."""

    titel: str = beschrijf("De kop erboven.")
    uitleg: str = beschrijf("Uitleg eronder, zoals waar het vandaan komt.", "")
    inhoud: dict[Keuzenaam, list[str]] = beschrijf("Per optie de punten.")


class Netwerk(Beschreven):
    """Een tekening van wie er meedoen, per optie."""

    namen: str = beschrijf("Het antwoord in de sectie met de namen van wie meedoen, één per regel.")
    leider: str = beschrijf("Het antwoord in de sectie met wie van hen de leiding heeft.")
    leen: Sectie = beschrijf("De sectie waar de namen uit komen zolang de lezer er geen noemt.")
    meest: int = beschrijf("Hoeveel namen er hoogstens bij de tekening staan; iedereen is getekend.")
    leidt_niet: list[str] = beschrijf("Soorten uit die sectie die niet kunnen leiden.", [])
    apart: str = beschrijf("Het woord in een eigen knoop die geen deelnemer is.", "")
    tekeningen: dict[Optienaam, Literal["samen", "deelnemer", "apart"]] = beschrijf(
        "Per optie wie er stuurt: allen samen, één van de deelnemers, of een aparte organisatie."
    )


class Lijst(Beschreven):
    """Een lijst om mee te nemen, in plaats van één keuze."""

    kolom: Kolomnaam = beschrijf("De kolom met de naam.")
    partijen: str = beschrijf("De sleutel bij een optie met wie aan zet is.")
    eerste: Kolomnaam = beschrijf("De kolom die gevuld wordt met dezelfde sleutel van de optie.")
    lang: list[Kolomnaam] = beschrijf("Kolommen met een groot invulvak.", [])
    namen: list[str] = beschrijf("Wie er aan zet kan zijn, op volgorde.")
    titel: str = beschrijf("De kop boven de lijst.")
    kies: str = beschrijf("De knop om iets op de lijst te zetten.")
    nieuw: str = beschrijf("De naam van een eigen regel.")
    nieuw_knop: str = beschrijf("De knop voor een eigen regel.")
    leeg: str = beschrijf("Wat er staat zolang de lijst leeg is.")
    figuurtitel: str = beschrijf("De kop boven de figuur.")
    gevonden: str = beschrijf("Hoeveel er gevonden is: {n}, {alle} en {lijst} worden ingevuld.")


class Kiezer(Regels):
    """Opties op volgorde naar wat de lezer antwoordt of eist, met redenen en twijfel."""

    vragenkop: str = beschrijf("De kop boven de vragen.")
    vragenuitleg: str = beschrijf("Uitleg bij de vragen.", "")
    vragen_in: Literal["rijen", "keuzes"] = beschrijf("Waar de antwoorden staan: in de rijen van de sectie, of in de keuzes van de lezer (filters).", "rijen")
    vink: bool = beschrijf("Elke vraag is een vinkje; aan is het laatste antwoord, uit het eerste.", False)
    optie: str = beschrijf("Hoe één optie heet, met een kleine letter.")
    opties_naam: str = beschrijf("Hoe meer opties heten.")
    figuur: list[Literal["balken", "netwerken", "stippen", "rooster"]] = beschrijf("De figuren, op volgorde.")
    rangschik: bool = beschrijf("De opties komen op volgorde van wat past; anders staan zij zoals hier.", True)
    drempel: Drempel | None = beschrijf("Wanneer een optie goed genoeg past; haalt geen optie haar, dan zegt de uitkomst dat.", None)
    beslissend: list[Vraagnaam] = beschrijf("Vragen zonder welke er geen conclusie is.", [])
    anders: list[Anders] = beschrijf("Wat de lezer kan kiezen naast de opties.", [])
    terugval: Annotated[str, Uit("anders.*.sleutel")] | None = beschrijf("Wat er geldt als geen optie de drempel haalt.", None)
    kantel: Literal["", "antwoord"] = beschrijf("Wat er veranderd wordt om te zien wat de uitkomst zou kantelen.", "")
    vergelijk: Vergelijk = beschrijf("Of opties naast elkaar kunnen staan; open: meteen opengeklapt.", False)
    antwoorden: list[Antwoord] = beschrijf("Antwoorden voor elke vraag die er zelf geen heeft.", [])
    vragen: list[Vraag] = beschrijf("De vragen, op volgorde.")
    opties: list[Optie] = beschrijf("De opties.")
    oordelen: dict[Literal["+", "±", "-", "?"], str] = beschrijf("Het woord bij elk teken.", later=True)
    velden: list[Veld] = beschrijf("De stukken uitleg bij een optie, op volgorde.", [], later=True)
    extra: list[Extra] = beschrijf("Stukken uitleg die bij alle opties horen.", [])
    inhoud_extra: dict[str, Inhoud] = beschrijf("De inhoud daarvan, per sleutel.", {}, later=True)
    acties: list[Actie] = beschrijf("Wat je doet bij een keuze.", [], later=True)
    bij_keuze: BijKeuze | None = beschrijf("Wat er bij de gekozen optie altijd staat.", None, later=True)
    netwerk: Netwerk | None = beschrijf("Een tekening van wie er meedoen.", None)
    lijst: Lijst | None = beschrijf("Een lijst om mee te nemen.", None)
    tips: list[str] = beschrijf("Zinnen die bij de uitleg van de punten horen.", [])

    @classmethod
    def later(cls, regels: Gegevens) -> list[str]:
        """De uitleg bij een optie komt later, behalve wie er aan zet is: die staat in de figuur."""
        nu = regels.get("lijst", {}).get("partijen")
        return super().later(regels) + [f"opties.*.{veld['sleutel']}" for veld in regels.get("velden", []) if veld["sleutel"] != nu]

    @classmethod
    def controle(cls, regels: Gegevens) -> Iterator[Bezwaar]:
        """Elke optie heeft alleen uitleg waar een kop voor is, en elke vraag heeft antwoorden."""
        lijst = regels.get("lijst", {})
        velden = [*(v["sleutel"] for v in regels.get("velden", [])), *(lijst[s] for s in ("partijen", "eerste") if s in lijst)]
        for plek, optie in enumerate(regels["opties"]):
            for naam, waarde in optie.items():
                pad = ("opties", plek, naam)
                if naam in Optie.model_fields:
                    continue
                if naam not in velden:
                    yield pad, None, f"deze sleutel bestaat niet; hier hoort één van: {', '.join(velden)}", velden
                elif not _is_inhoud(waarde):
                    yield pad, waarde, 'hier hoort tekst, een lijst van teksten, of {"naar": …, "titel": …}', ()
        te_kiezen = [o["sleutel"] for o in [*regels["opties"], *regels.get("anders", [])]]
        for plek, actie in enumerate(regels.get("acties", [])):
            for naam in actie.get("opties", []):
                if naam not in te_kiezen:
                    yield ("acties", plek, "opties"), naam, f"hier hoort één van: {', '.join(te_kiezen)}", te_kiezen
        for plek, vraag in enumerate(regels["vragen"]):
            if not vraag.get("antwoorden") and not regels.get("antwoorden"):
                yield ("vragen", plek, "antwoorden"), None, "deze sleutel ontbreekt; hier hoort een lijst van antwoorden", ()
        for plek, deel in enumerate(regels.get("extra", [])):
            if deel["sleutel"] not in regels.get("inhoud_extra", {}):
                yield ("extra", plek, "sleutel"), deel["sleutel"], "deze sleutel staat niet in inhoud_extra", list(regels.get("inhoud_extra", {}))
