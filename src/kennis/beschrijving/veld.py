"""Wat er in de `regels.json` van een veld staat: dingen op twee assen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Annotated, Literal

from kennis.beschrijving.basis import Beschreven, Bezwaar, Gegevens, Kleur, Kolomnaam, KolomVan, Regels, Sectie, Uit, beschrijf
from kennis.dossier import sectie

Kwadrantnaam = Annotated[str, Uit("kwadranten.*.sleutel")]
Kant = Literal["laag", "hoog"]


class As(Beschreven):
    """Een as van het veld."""

    kolom: Kolomnaam = beschrijf("De kolom met de plek op deze as; een getal van 0 tot en met 10.")
    titel: str = beschrijf("De naam van de as.")
    laag: str = beschrijf("Het woord bij het lage eind.")
    hoog: str = beschrijf("Het woord bij het hoge eind.")


class Kwadrant(Beschreven):
    """Een vak van het veld."""

    sleutel: str = beschrijf("De naam waarmee de regels naar dit vak verwijzen.")
    x: Kant = beschrijf("Aan welke kant van de grens dit vak ligt op de x-as.")
    y: Kant = beschrijf("Aan welke kant van de grens dit vak ligt op de y-as.")
    rang: int | None = beschrijf("De plaats in de volgorde; nodig als er een `volgorde` is.", None)
    titel: str = beschrijf("De naam van het vak zoals de lezer haar ziet.")
    kleur: Kleur = beschrijf("De kleur van het vak.")
    advies: str = beschrijf("Wat je doet met wat in dit vak staat.")
    uitleg: str = beschrijf("Waarom dit vak zo heet.")


class Uitzondering(Beschreven):
    """Een ander advies voor sommige dingen in een vak."""

    kwadrant: Kwadrantnaam = beschrijf("Het vak waarin de uitzondering geldt.")
    kolom: Kolomnaam = beschrijf("De kolom die bepaalt of zij geldt.")
    is_: list[str] = beschrijf("De waarden van die kolom waarbij zij geldt.", als="is")
    titel: str = beschrijf("De titel in plaats van die van het vak.")
    advies: str = beschrijf("Het advies in plaats van dat van het vak.")


class Aanvulling(Beschreven):
    """Raad die bij het advies van een vak komt, voor sommige dingen."""

    kolom: Kolomnaam = beschrijf("De kolom die bepaalt of zij geldt.")
    is_: list[str] = beschrijf("De waarden van die kolom waarbij zij geldt.", als="is")
    kwadranten: list[Kwadrantnaam] = beschrijf("De vakken waarin zij geldt.")
    advies: str = beschrijf("Wat je dan ook doet.")


class TeVeel(Beschreven):
    """Een vak waar zo veel in staat dat het niets meer kiest."""

    kwadrant: Kwadrantnaam = beschrijf("Het vak.")
    vanaf: int = beschrijf("Hoeveel dingen er minstens een plek hebben.")
    deel: float = beschrijf("Welk deel daarvan (0 tot 1) in het vak te veel is.")
    melding: str = beschrijf("Wat er dan gezegd wordt: {n} van {alle}.")


class Aanwezig(Beschreven):
    """Een waarde die minstens één keer hoort voor te komen."""

    kolom: Kolomnaam = beschrijf("De kolom waarin gekeken wordt.")
    is_: list[str] = beschrijf("De waarden waarvan er minstens één hoort te staan.", als="is")
    melding: str = beschrijf("Wat er gezegd wordt als geen enkele rij zo'n waarde heeft.")


class Signaal(Beschreven):
    """Een combinatie van een waarde en een kant die aandacht vraagt."""

    kolom: Kolomnaam = beschrijf("De kolom waarin gekeken wordt.")
    is_: list[str] = beschrijf("De waarden waarbij het signaal kan gelden.", als="is")
    as_: Literal["x", "y"] = beschrijf("De as waarop de kant telt.", als="as")
    kant: Kant = beschrijf("De kant van de grens waarbij het signaal geldt.")
    melding: str = beschrijf("Wat er dan gezegd wordt; {naam} noemt de dingen waarvoor het geldt.")


class Maten(Beschreven):
    """Uitleg bij de twee manieren om een cirkel te lezen."""

    oppervlakte: str = beschrijf("Uitleg als de oppervlakte telt.")
    diameter: str = beschrijf("Uitleg als de diameter telt.")


class Grootte(Beschreven):
    """Een derde maat, als grootte van de cirkel."""

    kolom: Kolomnaam = beschrijf("De kolom met de maat; een bedrag of een getal van 0 of hoger.")
    titel: str = beschrijf("De naam van de maat.")
    uitleg: Maten = beschrijf("Hoe je de cirkel leest.")


class Scores(Beschreven):
    """Scores van meer personen op criteria, in plaats van één ingevulde plek."""

    sectie: Sectie = beschrijf("De sectie met de scores.")
    criteria: Sectie = beschrijf("De sectie met de criteria, hun as en hun gewicht.")
    ding: Annotated[str, KolomVan("scores.sectie")] = beschrijf("De kolom van de scores met de naam van het ding.")
    titel: str = beschrijf("De kop van het scoreformulier.")
    uitleg: str = beschrijf("Hoe je samen scoort.")


class Volgorde(Beschreven):
    """Een lijst op volgorde, met de reden."""

    titel: str = beschrijf("De kop van de lijst.")
    uitleg: str = beschrijf("Waar de volgorde op berust, en van wie die regel is.")
    reden: str = beschrijf("De reden bij een ding: {titel}, {x}, {y} en {advies} worden ingevuld.")


class Budget(Beschreven):
    """Welk deel van de volgorde in een budget past."""

    titel: str = beschrijf("De kop boven het budget.")
    uitleg: str = beschrijf("Wat de lezer invult en waar de lijn op berust.", later=True)
    niet: list[Kwadrantnaam] = beschrijf("De vakken die geen geld krijgen.", later=True)
    koppen: list[str] = beschrijf("De koppen van de tabel: naam, kosten, samen, bijdrage per 10.000 euro, past.", later=True)
    teksten: dict[str, str] = beschrijf("De zinnen: veld, ja, nee, open, past, niets, volgende, onbekend.", later=True)


class Saldokolom(Beschreven):
    """Een kolom van de saldotabel: wat er in een groep van kolommen is ingevuld."""

    groep: str = beschrijf("De groep van kolommen (zie de sectie).")
    kop: str = beschrijf("De kop erboven.")


class Saldokoppen(Beschreven):
    """De koppen van de andere kolommen van de saldotabel."""

    oordeel: str = beschrijf("Boven het oordeel van de lezer.")
    netto: str = beschrijf("Boven wat een partij krijgt min wat zij inbrengt.")
    kas: str = beschrijf("Boven wat echt te innen is min wat zij inbrengt.")
    meldingen: str = beschrijf("Boven wat opvalt.")


class Saldo(Beschreven):
    """Wie wint en wie betaalt."""

    in_: Kolomnaam = beschrijf("De kolom met wat een partij inbrengt (euro per jaar).", als="in")
    uit: Kolomnaam = beschrijf("De kolom met wat een partij krijgt (euro per jaar).")
    inbaar: Kolomnaam = beschrijf("De kolom met wat daarvan echt te innen is (euro per jaar).")
    innen: Kolomnaam = beschrijf("De kolom met of de opbrengst echt te innen is: ja, deels, nee of onbekend.")
    oordeel: Kolomnaam = beschrijf("De kolom met wat de lezer er zelf van vindt.")
    titel: str = beschrijf("De kop boven de tabel.")
    uitleg: str = beschrijf("Wat de lezer per partij invult.", later=True)
    kolommen: list[Saldokolom] = beschrijf("De kolommen met wat de lezer zelf schreef.", later=True)
    koppen: Saldokoppen = beschrijf("De koppen van de andere kolommen.", later=True)
    teksten: dict[str, str] = beschrijf(
        "De zinnen bij de uitkomst (zoals dekt, dekt_niet, onvolledig), bij wat het dicht maakt (dicht, dicht_kan, dicht_deels) en bij een partij.", later=True
    )


class Veld(Regels):
    """Dingen op twee assen, met een advies per vak."""

    ding: str = beschrijf("Hoe één ding heet, met een kleine letter.")
    dingen: str = beschrijf("Hoe meer dingen heten.")
    nieuw: str = beschrijf("De naam van een nieuw ding.")
    toevoegen: str = beschrijf("De knop om er een bij te zetten.")
    x: As = beschrijf("De as van links naar rechts.")
    y: As = beschrijf("De as van onder naar boven.")
    grens: float = beschrijf("De waarde waar een vak ophoudt; precies de grens telt als hoog.")
    kleur: Kolomnaam | None = beschrijf("De kolom die de kleur van een stip bepaalt.", None)
    kwadranten: list[Kwadrant] = beschrijf("De vier vakken.")
    groepen: dict[str, str] = beschrijf("Per groep van kolommen (zie de sectie) de vraag erboven.", {})
    uitzonderingen: list[Uitzondering] = beschrijf("Dingen die in een vak een ander advies krijgen; de eerste die geldt, telt.", [])
    merk: Kolomnaam | None = beschrijf("De kolom die in de kaarten achter een naam staat.", None)
    bij: dict[Kolomnaam, str] = beschrijf("Kolommen die ook in de kaarten en op papier staan, met het woord ervoor (leeg mag).", {})
    aanvullingen: list[Aanvulling] = beschrijf("Raad die bij het advies van het vak komt; alles wat geldt, telt.", [])
    te_veel: list[TeVeel] = beschrijf("Vakken waar te veel in kan staan.", [])
    aanwezig: list[Aanwezig] = beschrijf("Wat er minstens één keer hoort te staan.", [])
    signalen: list[Signaal] = beschrijf("Combinaties die aandacht vragen.", [])
    grootte: Grootte | None = beschrijf("Een derde maat, als grootte van de cirkel.", None)
    scores: Scores | None = beschrijf("Scores van meer personen.", None)
    volgorde: Volgorde | None = beschrijf("Een lijst op volgorde.", None)
    budget: Budget | None = beschrijf("Wat er in het budget past; vraagt een `volgorde` en een `grootte` in euro.", None)
    saldo: Saldo | None = beschrijf("Wie wint en wie betaalt.", None)

    @classmethod
    def controle(cls, regels: Gegevens) -> Iterator[Bezwaar]:
        """Er is een vak voor elke hoek, en met een volgorde heeft elk vak een rang."""
        hoeken = [(k["x"], k["y"]) for k in regels["kwadranten"]]
        for hoek in product(("laag", "hoog"), repeat=2):
            if hoeken.count(hoek) != 1:
                yield ("kwadranten",), list(hoek), f"voor deze hoek (x en y) hoort precies één vak te staan, en er staan er {hoeken.count(hoek)}", ()
        groepen = {kolom.groep for kolom in sectie(regels["sectie"]).kolommen.lijst if kolom.groep}
        genoemd = [(("groepen", groep), groep) for groep in regels.get("groepen", {})]
        genoemd += [(("saldo", "kolommen", plek, "groep"), kolom["groep"]) for plek, kolom in enumerate(regels.get("saldo", {}).get("kolommen", []))]
        for pad, groep in genoemd:
            if groep not in groepen:
                yield pad, None, f"de sectie heeft geen kolommen met deze groep; wel: {', '.join(sorted(groepen))}", sorted(groepen)
        for plek, kwadrant in enumerate(regels["kwadranten"]):
            if "volgorde" in regels and "rang" not in kwadrant:
                yield ("kwadranten", plek, "rang"), None, "deze sleutel ontbreekt; met een volgorde heeft elk vak een rang", ()
