"""Wat er in de `regels.json` van een rekenblad staat: bedragen om in te vullen, formules, meldingen en conclusies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from kennis.beschrijving.basis import Beschreven, Bezwaar, Gegevens, KolomVan, Regels, Sectie, Uit, Vorm, beschrijf
from kennis.beschrijving.formules import Keurder
from kennis.dossier import sectie
from kennis.regels.rekenblad import plekken_in

VAST = ("jaar", "tegen", "waarde", "mee", "en", "of", "niet")
Eenheid = Literal["", "euro", "jaar", "procent", "verhouding"]
Formulenaam = Annotated[Any, Vorm("een naam van kleine letters, cijfers en _, die niet iets anders betekent", lambda w: _is_naam(w))]
Invoersectie = Annotated[str, Uit("invoer.*.sectie")]
Invoerkolom = Annotated[str, KolomVan("invoer.*.sectie")]


def _is_naam(waarde: Any) -> bool:
    return isinstance(waarde, str) and re.fullmatch(r"[a-z][a-z0-9_]*", waarde) is not None and waarde not in VAST


class Onzeker(Beschreven):
    """Een kolom met een laag en een hoog bedrag ernaast."""

    kolom: Invoerkolom = beschrijf("De kolom met wat waarschijnlijk is.")
    laag: Invoerkolom = beschrijf("De kolom met het laagste dat kan.")
    hoog: Invoerkolom = beschrijf("De kolom met het hoogste dat kan.")
    gunstig: Literal["laag", "hoog"] = beschrijf("Welke kant meevalt: bij kosten laag, bij baten hoog.")


class Overnemen(Beschreven):
    """Rijen die uit een andere sectie kunnen komen, zoals bedragen uit de stakeholdermatrix."""

    sectie: Sectie = beschrijf("De sectie waar de rijen vandaan komen.")
    bedrag: str = beschrijf("De kolom die een bedrag boven nul moet hebben.")
    naam: str = beschrijf("De naam van de nieuwe rij, met {naam} van de rij waar zij uit komt.")
    vult: dict[Invoerkolom, str] = beschrijf("Per kolom van de nieuwe rij de kolom waar zij uit komt.")
    deel: dict[Invoerkolom, str] = beschrijf("Per kolom een kolom met een bedrag, dat als percentage van `bedrag` komt.", {})
    woorden: dict[Invoerkolom, dict[str, Any]] = beschrijf(
        "Per kolom: een kolom (`kolom`) en per woord daarin een getal (`waarden`), als `deel` niets geeft.", {}
    )
    knop: str = beschrijf("Wat er op de knop staat, met {n}.")


class Invoer(Beschreven):
    """Een sectie om in te vullen."""

    sectie: Sectie = beschrijf("De sectie van het dossier.")
    titel: str = beschrijf("De kop boven de tabel.")
    uitleg: str = beschrijf("Wat de lezer hier invult.", "", later=True)
    een: bool = beschrijf("Er is één rij, als een formulier; een naam van een kolom is dan één waarde.", False)
    ding: str = beschrijf("Hoe één rij heet, met een kleine letter; leeg bij één rij.", "")
    dingen: str = beschrijf("Hoe meer rijen heten; leeg bij één rij.", "")
    naamkolom: Invoerkolom = beschrijf("De kolom met de naam van een rij.", "naam")
    kolommen: list[Invoerkolom] = beschrijf("De kolommen die te zien zijn, op volgorde; anders alle.", [])
    standaard: dict[Invoerkolom, float] = beschrijf("Per kolom het getal dat geldt zolang de lezer niets invult; dat staat er dan ook.", {})
    onzeker: list[Onzeker] = beschrijf("De kolommen met een laag en een hoog bedrag.", [])
    overnemen: Overnemen | None = beschrijf("Rijen die uit een andere sectie kunnen komen.", None)


class Jaren(Beschreven):
    """Over welke jaren het gaat."""

    van: int = beschrijf("Het eerste jaar; 0 is het jaar van de start.", 0)
    tot: str = beschrijf("Formule: het laatste jaar.")
    meest: int = beschrijf("Hoeveel jaren er hoogstens zijn.", 30, meest=60)
    begin: str = beschrijf("Formule: het kalenderjaar van jaar 0; is dat bekend, dan heten de jaren daarnaar.", "")


class Groep(Beschreven):
    """Waarover uitkomsten verdeeld worden, zoals partijen."""

    naam: Formulenaam = beschrijf("De naam in formules (partij).")
    titel: str = beschrijf("De kop boven de namen.")
    uit: list[str] = beschrijf("De kolommen waar de namen uit komen, als sectie.kolom.")
    zonder: str = beschrijf("Hoe een rij zonder naam heet.")


class As(Beschreven):
    """Een as met waarden die vastliggen, zoals contractmodellen of percentages. Een uitkomst kan er een waarde per lid op hebben."""

    naam: Formulenaam = beschrijf("De naam in formules.")
    titel: str = beschrijf("De kop boven de leden.")
    waarden: list[str | float] = beschrijf("De leden: allemaal tekst, of allemaal getallen.")
    eenheid: Eenheid = beschrijf("Hoe een getal geschreven wordt.", "")


class Kolom(Beschreven):
    """Een kolom die uitgerekend wordt, per rij van een sectie. In formules heet zij sectie.naam."""

    sectie: Invoersectie = beschrijf("De sectie.")
    naam: Formulenaam = beschrijf("De naam in formules, na de sectie en een punt.")
    titel: str = beschrijf("De kop van de kolom.")
    eenheid: Eenheid = beschrijf("Hoe het getal geschreven wordt.", "")
    formule: str = beschrijf("De formule, per rij.")


class Resultaat(Beschreven):
    """Een uitkomst."""

    naam: Formulenaam = beschrijf("De naam in formules en zinnen.")
    titel: str = beschrijf("De naam zoals de lezer haar ziet.")
    uitleg: str = beschrijf("Hoe de uitkomst tot stand komt.", "", later=True)
    eenheid: Eenheid = beschrijf("Hoe het getal geschreven wordt; een voorwaarde wordt ja of nee.", "")
    per: list[str] = beschrijf("De assen: jaar, de naam van de groep, of een sectie; zonder assen één getal.", [])
    formule: str = beschrijf("De formule.")
    niets: str = beschrijf("Wat er staat als er niets ontbreekt en er toch geen uitkomst is, zoals nooit terugverdiend.", "")
    toon: bool = beschrijf("De lezer ziet deze uitkomst; anders is zij alleen een tussenstap.", True)


class Figuur(Beschreven):
    """Een figuur met staven: per jaar of vaste as, per groep, of in een baan voor elke groep of elk lid van een vaste as."""

    resultaat: Annotated[str, Uit("resultaten.*.naam")] = beschrijf("De uitkomst; zij ligt op één as, of op twee: de banen en de staven.")
    titel: str = beschrijf("De kop boven de figuur.")
    samen: Annotated[str, Uit("resultaten.*.naam")] | None = beschrijf("De uitkomst per jaar die bovenaan staat, als som van de groepen.", None)


class Melding(Beschreven):
    """Een zin die verschijnt als iets geldt."""

    wanneer: str = beschrijf("Formule: wanneer de zin verschijnt. Is het niet te zeggen, dan verschijnt hij niet.")
    per: list[str] = beschrijf("De assen waarop dat wordt nagegaan, zoals bij resultaten.", [])
    zin: str = beschrijf("De zin; {naam} wordt ingevuld, {naam.tegen} en {naam.mee} zijn de waarden als alles tegenzit of meezit.")


class Actie(Beschreven):
    """Een voorstel voor de actielijst, dat verschijnt als iets geldt."""

    wanneer: str = beschrijf("Formule: wanneer het voorstel verschijnt.")
    per: list[str] = beschrijf("De assen waarop dat wordt nagegaan, zoals bij resultaten.", [])
    wat: str = beschrijf("Wat er moet gebeuren, met namen tussen accolades zoals bij meldingen.")
    wie: str = beschrijf("Wie het doet; mag leeg blijven.", "")
    bij: str = beschrijf("Waar het over gaat; mag leeg blijven.", "")


class Kans(Beschreven):
    """Hoe zeker een uitkomst is: welke regel het meest uitmaakt (tornado), en een simulatie met een vaste start."""

    resultaat: Annotated[str, Uit("resultaten.*.naam")] = beschrijf("De uitkomst, zonder assen.")
    trekkingen: int = beschrijf("Hoeveel keer er getrokken wordt.", 10000, meest=100000)
    start: int = beschrijf("De vaste start; zo is de uitkomst elke keer dezelfde.", 1)


class Conclusie(Beschreven):
    """Een zin voor de notulen; de eerste die geldt, telt. Is er een niet te zeggen, dan zegt het rekenblad wat ontbreekt."""

    wanneer: str = beschrijf("Formule: wanneer de zin geldt.")
    zin: str = beschrijf("De zin, met namen tussen accolades zoals bij meldingen.")


class Rekenblad(Regels):
    """Bedragen invullen; formules als data geven uitkomsten, figuren en onzekerheid per partij en jaar."""

    invoer: list[Invoer] = beschrijf("De secties om in te vullen, op volgorde.", later=True)
    jaren: Jaren | None = beschrijf("Over welke jaren het gaat, als het over jaren gaat.", None, later=True)
    groep: Groep | None = beschrijf("Waarover uitkomsten verdeeld worden.", None, later=True)
    assen: list[As] = beschrijf("Assen met waarden die vastliggen.", [], later=True)
    kolommen: list[Kolom] = beschrijf("Kolommen die uitgerekend worden.", [], later=True)
    resultaten: list[Resultaat] = beschrijf("De uitkomsten, op volgorde.", later=True)
    figuren: list[Figuur] = beschrijf("De figuren, op volgorde; de eerste is ook het vaste beeld.", later=True)
    kans: Kans | None = beschrijf("Hoe zeker een uitkomst is.", None, later=True)
    meldingen: list[Melding] = beschrijf("Zinnen die verschijnen als iets geldt.", [], later=True)
    acties: list[Actie] = beschrijf("Voorstellen voor de actielijst.", [], later=True)
    conclusies: list[Conclusie] = beschrijf("Zinnen voor de notulen, op volgorde.", later=True)

    @classmethod
    def later(cls, regels: Gegevens) -> list[str]:
        """Noem wat pas later op de pagina komt: alles wat rekent, want het vaste beeld staat er al."""
        return [*super().later(regels), "teksten"]

    @classmethod
    def vul_aan(cls, regels: Gegevens) -> Gegevens:
        """Zet bij elke sectie welke kolommen getallen zijn; dat weet de beschrijving van de sectie."""
        for deel in regels["invoer"]:
            getallen = [k for k in sectie(deel["sectie"]).kolommen.lijst if k.soort in ("getal", "heel")]
            deel["getallen"] = {k.sleutel: {"kop": k.kop, **({"eenheid": _eenheid(k.eenheid)} if _eenheid(k.eenheid) else {})} for k in getallen}
        return regels

    @classmethod
    def controle(cls, regels: Gegevens) -> Iterator[Bezwaar]:
        """Elke formule is te ontleden, kent haar namen en kan op haar assen; elke zin noemt wat bestaat."""
        keurder = Keurder(regels)
        yield from _namen(regels)
        yield from _secties(regels)
        for pad, formule, per, soort, naam in _formules(regels):
            if bezwaar := keurder.keur(formule, per, soort, naam):
                yield pad, formule, bezwaar, ()
        for pad, zin, per in _zinnen(regels):
            for naam in plekken_in(zin):
                kaal = naam.removesuffix(".tegen").removesuffix(".mee")
                if bezwaar := keurder.keur(kaal, per, ""):
                    yield pad, zin, bezwaar, ()
        groep = regels.get("groep", {}).get("naam", "")
        vast = [as_["naam"] for as_ in regels.get("assen", [])]
        for plek, figuur in enumerate(regels["figuren"]):
            assen = next(r.get("per", []) for r in regels["resultaten"] if r["naam"] == figuur["resultaat"])
            if "samen" in figuur and next(r.get("per", []) for r in regels["resultaten"] if r["naam"] == figuur["samen"]) != ["jaar"]:
                yield ("figuren", plek, "samen"), figuur["samen"], "hier hoort een uitkomst per jaar", ()
            staven = assen[-1:] in (["jaar"], [groep], *([naam] for naam in vast))
            if not staven or len(assen) > 2 or (len(assen) == 2 and (assen[0] not in (groep, *vast) or assen[1] == groep)):
                waar = f"per jaar, per {groep or 'groep'}, of per {groep or 'groep'} en jaar"
                yield ("figuren", plek, "resultaat"), figuur["resultaat"], f"een figuur kan bij een uitkomst {waar}; een vaste as mag in plaats van elk", ()
        yield from _assen(regels)


def _eenheid(eenheid: str) -> str:
    return {"euro": "euro", "%": "procent", "procent": "procent", "jaar": "jaar"}.get(eenheid, "")


def _namen(regels: Gegevens) -> Iterator[Bezwaar]:
    """Een naam hoort één ding te betekenen."""
    bezet = [deel["sectie"] for deel in regels["invoer"]] + ([regels["groep"]["naam"]] if "groep" in regels else [])
    for plek, een in enumerate(regels["resultaten"]):
        if een["naam"] in bezet:
            yield ("resultaten", plek, "naam"), een["naam"], "deze naam bestaat al", ()
        bezet.append(een["naam"])


def _assen(regels: Gegevens) -> Iterator[Bezwaar]:
    """Een vaste as heeft leden van één soort, en een naam die nog vrij is."""
    bezet = [deel["sectie"] for deel in regels["invoer"]] + [r["naam"] for r in regels["resultaten"]] + [regels.get("groep", {}).get("naam")]
    for plek, as_ in enumerate(regels.get("assen", [])):
        if as_["naam"] in bezet:
            yield ("assen", plek, "naam"), as_["naam"], "deze naam bestaat al", ()
        if not as_["waarden"] or len({isinstance(w, str) for w in as_["waarden"]}) > 1:
            yield ("assen", plek, "waarden"), as_["waarden"], "hier horen woorden of getallen, niet allebei en niet niets", ()
    if "kans" in regels and next((r.get("per") for r in regels["resultaten"] if r["naam"] == regels["kans"]["resultaat"]), None):
        yield ("kans", "resultaat"), regels["kans"]["resultaat"], "hier hoort een uitkomst zonder assen", ()


def _secties(regels: Gegevens) -> Iterator[Bezwaar]:
    """Elke sectie staat ook bij `secties`, en elke kolom hoort bij haar eigen sectie."""
    genoemd = regels.get("secties", [regels["sectie"]])
    for plek, deel in enumerate(regels["invoer"]):
        if deel["sectie"] not in genoemd:
            yield ("invoer", plek, "sectie"), deel["sectie"], f"deze sectie hoort ook bij `secties` te staan; daar staat: {', '.join(genoemd)}", genoemd
        bekend = sectie(deel["sectie"]).kolommen.sleutels
        paren = [("kolommen", k) for k in deel.get("kolommen", [])] + [("standaard", k) for k in deel.get("standaard", {})]
        paren += [] if deel.get("een") else [("naamkolom", deel["naamkolom"])]
        paren += [("onzeker", bereik[s]) for bereik in deel.get("onzeker", []) for s in ("kolom", "laag", "hoog")]
        for waar, kolom in paren:
            if kolom not in bekend:
                yield ("invoer", plek, waar), kolom, f"deze kolom heeft de sectie {deel['sectie']} niet; wel: {', '.join(bekend)}", bekend
        if not deel.get("een") and not (deel.get("ding") and deel.get("dingen")):
            yield ("invoer", plek, "ding"), None, "deze sleutel ontbreekt; zonder `een` heeft een deel een ding en dingen", ()


def _formules(regels: Gegevens) -> Iterator[tuple[tuple[Any, ...], str, list[str], str, str]]:
    """Geef elke formule met haar pad, haar assen, wat zij hoort te geven, en hoe zij heet."""
    for sleutel in ("tot", "begin"):
        if formule := regels.get("jaren", {}).get(sleutel):
            yield ("jaren", sleutel), formule, [], "getal", ""
    for plek, een in enumerate(regels.get("kolommen", [])):
        yield ("kolommen", plek, "formule"), een["formule"], [een["sectie"]], "", f"{een['sectie']}.{een['naam']}"
    for plek, een in enumerate(regels["resultaten"]):
        yield ("resultaten", plek, "formule"), een["formule"], een.get("per", []), "", een["naam"]
    for soort in ("meldingen", "acties", "conclusies"):
        for plek, een in enumerate(regels.get(soort, [])):
            yield (soort, plek, "wanneer"), een["wanneer"], een.get("per", []), "voorwaarde", ""
    for plek, kolom in enumerate(regels.get("groep", {}).get("uit", [])):
        yield ("groep", "uit", plek), kolom, [kolom.split(".")[0]], "tekst", ""


def _zinnen(regels: Gegevens) -> Iterator[tuple[tuple[Any, ...], str, list[str]]]:
    for soort, velden in (("meldingen", ("zin",)), ("acties", ("wat", "wie", "bij")), ("conclusies", ("zin",))):
        for plek, een in enumerate(regels.get(soort, [])):
            yield from (((soort, plek, veld), een.get(veld, ""), een.get("per", [])) for veld in velden)
