"""De bibliotheek: alle bronnen van het boek bij elkaar, en mee te nemen als csv, BibTeX en RIS.

Elke bron staat als rij in een van de tabellen `bronnen*`, met een soort en een of meer thema's uit de vaste
lijsten in `bronnen.yml`. BibTeX leest LaTeX en JabRef, RIS leest Zotero, Mendeley en EndNote.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kennis import csvbestand, tabellen
from kennis.kolommen import Fout, leeg

DELEN = {"bronnen": "Dit boek", "stappenplan": "Stappenplan", "rivm": "RIVM", "vilans": "Vilans", "nivel": "Nivel"}
LIJST_VILANS = "Bibliotheek Vilans"

# Namen van organisaties met een komma of "en" erin; elders scheidt die twee makers.
_HEEL = (
    "Autoriteit Consument en Markt", "Dementienetwerk Breda en omgeving", "Inspectie Gezondheidszorg en Jeugd",
    "Landelijk kennisnetwerk Welzijn op Recept", "Minister voor Langdurige Zorg en Sport", "NHG-werkgroep Astma bij volwassenen en COPD",
    "Nederlandse Vereniging van Toezichthouders in Zorg en Welzijn", "Nederlandse Vereniging van Ziekenhuizen, programma JuMP",
    "Onderzoeksprogramma Arbeidsmarkt Zorg en Welzijn", "Raad voor Volksgezondheid en Samenleving", "Sociaal en Cultureel Planbureau",
    "Taskforce De juiste zorg op de juiste plek", "Taskforce Wonen en Zorg", "Vereniging Sport en Gemeenten", "Waardigheid en trots",
)  # fmt: skip
_TUSSEN_MAKERS = re.compile(r"\s*,\s*|\s+en\s+")
_ANDEREN = "anderen"
_TIJDSCHRIFT = re.compile(r"(?P<naam>.+?),? (?P<jaargang>\d{1,3})(?: ?\((?P<nummer>[^)]+)\))?(?:[,:] ?(?:p\. )?(?P<van>\w+)(?:-(?P<tot>[\w.]+))?)?")
_BUNDEL = re.compile(r"(?P<naam>.+), (?P<uitgever>Springer|Policy Press)")


def soorten() -> tuple[str, ...]:
    """Geef de soorten bronnen, in de volgorde van `bronnen.yml`.

    >>> "reflectietool" in soorten()
    True
    """
    return tabellen.beschrijving("bronnen").kolommen["soort"].waarden


def themas() -> tuple[str, ...]:
    """Geef de thema's, in de volgorde van `bronnen.yml`.

    >>> len(themas()) <= 12
    True
    """
    return tabellen.beschrijving("bronnen").kolommen["thema"].waarden


def sleutels(cel: Any) -> list[str]:
    """Splits een cel met komma's.

    >>> sleutels("ouderen, digitale zorg"), sleutels(None)
    (['ouderen', 'digitale zorg'], [])
    """
    return [] if leeg(cel) else [deel.strip() for deel in str(cel).split(",") if deel.strip()]


def bestanden() -> list[str]:
    """Noem de tabellen met bronnen."""
    return [naam for naam in tabellen.namen() if naam.split("_")[0] == "bronnen"]


def rijen() -> list[dict[str, Any]]:
    """Geef alle bronnen, op soort en daarbinnen op maker en titel.

    `thema` is een lijst, en `uit` is de lijst van delen waar de bron uit komt.
    """
    van_vilans = set(regels_vilans())
    alle = []
    for naam in bestanden():
        deel = DELEN.get(naam.removeprefix("bronnen_").split("_")[0], DELEN["bronnen"])
        for rij in tabellen.laad(naam).to_dict("records"):
            bron = {sleutel: "" if leeg(waarde) else str(waarde) for sleutel, waarde in rij.items()}
            uit = [deel, LIJST_VILANS] if bron["sleutel"] in van_vilans else [deel]
            alle.append({**bron, "thema": sleutels(bron.get("thema")), "uit": uit})
    volgorde = {soort: plek for plek, soort in enumerate(soorten())}
    return sorted(alle, key=lambda bron: (volgorde.get(bron["soort"], len(volgorde)), _maker_en_titel(bron)))


def _maker_en_titel(bron: Mapping[str, Any]) -> tuple[str, str]:
    kaal = re.sub(r"^[^\w]+", "", bron["titel"]).lower()
    return (bron["auteurs"] or kaal).lower(), kaal


def regels_vilans() -> dict[str, list[int]]:
    """Geef per bron de regels van de bibliotheek van Vilans waarin zij staat."""
    gevonden: dict[str, list[int]] = {}
    for rij in tabellen.laad("vilans_bibliotheek").to_dict("records"):
        for sleutel in sleutels(rij["bron"]):
            gevonden.setdefault(sleutel, []).append(rij["regel"])
    return gevonden


def fouten() -> list[Fout]:
    """Ga na of elke bron een soort en een thema uit de lijst heeft, en of geen adres twee sleutels heeft."""
    gevonden: list[Fout] = []
    eerder: dict[str, str] = {}
    for naam in bestanden():
        for nummer, rij in zip(tabellen.regelnummers(naam), tabellen.laad(naam).to_dict("records"), strict=True):
            for kolom, verwacht in _wat_niet_klopt(rij):
                waarde = rij.get(kolom)
                gevonden.append(Fout(f"tabellen/{naam}.csv", nummer, kolom, None if leeg(waarde) else str(waarde), verwacht))
            for adres in {_kaal_adres(rij[kolom]) for kolom in ("url", "doi") if not leeg(rij.get(kolom))}:
                if eerder.setdefault(adres, rij["sleutel"]) != rij["sleutel"]:
                    verwacht = f"dit adres heeft ook de bron '{eerder[adres]}'; een publicatie heeft één sleutel"
                    gevonden.append(Fout(f"tabellen/{naam}.csv", nummer, "url", rij["url"], verwacht))
    return gevonden


def _wat_niet_klopt(rij: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if rij.get("soort") not in soorten():
        yield "soort", "hier hoort één van: " + ", ".join(soorten())
    gekozen = sleutels(rij.get("thema"))
    if not gekozen or any(thema not in themas() for thema in gekozen):
        yield "thema", "hier hoort een of meer van: " + ", ".join(themas())
    url, doi = rij["url"], rij.get("doi")
    if not leeg(url) and "doi.org/" in url and url.split("doi.org/")[1] != doi:
        yield "doi", f"hier hoort de doi van het adres: {url.split('doi.org/')[1]}"


def _kaal_adres(adres: str) -> str:
    """Geef een adres zoals het te vergelijken is, zonder www en schuine streep aan het eind."""
    return re.sub(r"^(https?://)?(www\.|dx\.)?(doi\.org/)?", "", adres.lower()).rstrip("/")


# -- wat een literatuurprogramma wil weten -----------------------------------------------------------


def makers(auteurs: str) -> tuple[list[str], bool]:
    """Splits de makers van een bron; de tweede waarde zegt of er nog anderen zijn.

    >>> makers("Raad voor Volksgezondheid en Samenleving")
    (['Raad voor Volksgezondheid en Samenleving'], False)
    >>> makers("Van Hoogmoed, Rakers en anderen (eindredactie)")
    (['Van Hoogmoed', 'Rakers'], True)
    """
    tekst = re.sub(r"\s*\([^)]*\)", "", auteurs)
    for plek, naam in enumerate(_HEEL):
        tekst = tekst.replace(naam, f"\0{plek}\0")
    namen = [re.sub(r"\0(\d+)\0", lambda gevonden: _HEEL[int(gevonden[1])], deel) for deel in _TUSSEN_MAKERS.split(tekst) if deel]
    return [naam for naam in namen if naam != _ANDEREN], _ANDEREN in namen


def tijdschrift(uitgever: str) -> dict[str, str]:
    """Haal naam, jaargang, nummer en bladzijden uit een vermelding van een tijdschrift.

    >>> tijdschrift("Health Affairs, 39(1), 50-57")
    {'naam': 'Health Affairs', 'jaargang': '39', 'nummer': '1', 'van': '50', 'tot': '57'}
    >>> tijdschrift("Health Policy"), tijdschrift("Huisarts en Wetenschap, 17 september 2020")
    ({'naam': 'Health Policy'}, {'naam': 'Huisarts en Wetenschap'})
    """
    gevonden = _TIJDSCHRIFT.fullmatch(uitgever)
    if gevonden:
        return {deel: waarde for deel, waarde in gevonden.groupdict().items() if waarde}
    return {"naam": re.split(r",? \d", uitgever)[0]} if uitgever else {}


def vorm(bron: Mapping[str, Any]) -> str:
    """Zeg welke vorm een bron heeft: artikel, hoofdstuk, proefschrift, congres, boek, rapport, video, website of anders."""
    soort, uitgever = bron["soort"], bron["uitgever"]
    if soort == "wetenschappelijk":
        if uitgever.endswith("proefschrift"):
            return "proefschrift"
        if _BUNDEL.fullmatch(uitgever):
            return "hoofdstuk"
        if uitgever.startswith("Proceedings"):
            return "congres"
        geen_tijdschrift = not uitgever or uitgever.endswith("oratie") or uitgever.startswith(("Aangehaald", "Repository"))
        return "anders" if geen_tijdschrift else "artikel"
    return {"boek": "boek", "onderzoeksrapport": "rapport", "video": "video", "website": "website"}.get(soort, "anders")


def _waar_verschenen(bron: Mapping[str, Any]) -> dict[str, str]:
    """Geef waarin een bron is verschenen: de titel van het geheel, de uitgever, en jaargang en bladzijden."""
    uitgever = bron["uitgever"]
    if vorm(bron) == "artikel":
        deel = tijdschrift(uitgever)
        return {"geheel": deel.pop("naam", ""), **deel}
    if vorm(bron) == "hoofdstuk" and (gevonden := _BUNDEL.fullmatch(uitgever)):
        return {"geheel": gevonden["naam"], "uitgever": gevonden["uitgever"]}
    if vorm(bron) == "congres":
        return {"geheel": re.split(r", \d", uitgever)[0]}
    return {"uitgever": uitgever.removesuffix(", proefschrift")}


# -- csv, BibTeX en RIS ------------------------------------------------------------------------------

KOLOMMEN = ("sleutel", "auteurs", "jaar", "titel", "uitgever", "url", "doi", "soort", "thema", "uit", "hoofdstukken", "opmerking")


def als_csv(gebruik: Mapping[str, Collection[str]] | None = None) -> bytes:
    """Schrijf de bibliotheek als csv voor een rekenblad; `gebruik` geeft per sleutel de titels van hoofdstukken."""
    gebruik = gebruik or {}
    uit = [
        {**bron, "thema": ", ".join(bron["thema"]), "uit": ", ".join(bron["uit"]), "hoofdstukken": "; ".join(gebruik.get(bron["sleutel"], ()))}
        for bron in rijen()
    ]
    return csvbestand.schrijf(uit, KOLOMMEN)


_BIBTEX_VORM = {
    "artikel": ("article", "journal"), "hoofdstuk": ("incollection", "booktitle"), "congres": ("inproceedings", "booktitle"),
    "proefschrift": ("phdthesis", ""), "boek": ("book", ""), "rapport": ("techreport", ""),
}  # fmt: skip
_BIBTEX_UITGEVER = {"phdthesis": "school", "book": "publisher", "incollection": "publisher", "techreport": "institution"}
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {teken: f"\\{teken}" for teken in "&%$#_{}"}


def als_bibtex() -> str:
    """Schrijf de bibliotheek als BibTeX (UTF-8). De sleutels zijn die van het boek."""
    return "\n".join(_bibtex(bron) for bron in rijen())


def _bibtex(bron: Mapping[str, Any]) -> str:
    waar = _waar_verschenen(bron)
    soort, geheel = _BIBTEX_VORM.get(vorm(bron), ("misc", ""))
    namen, meer = makers(bron["auteurs"])
    bladzijden = "--".join(waar[deel] for deel in ("van", "tot") if deel in waar)
    velden = {
        "author": " and ".join([*(f"{{{_tex(naam)}}}" for naam in namen), *(["others"] if meer else [])]),
        "title": f"{{{_tex(bron['titel'])}}}",
        geheel: _tex(waar.get("geheel", "")),
        "volume": waar.get("jaargang", ""),
        "number": _tex(waar.get("nummer", "")),
        "pages": bladzijden,
        _BIBTEX_UITGEVER.get(soort, "howpublished"): _tex(waar.get("uitgever", "")),
        "year": bron["jaar"],
        "doi": bron["doi"],
        "url": bron["url"],
        "keywords": ", ".join([bron["soort"], *bron["thema"]]),
        "annote": _tex(bron["opmerking"]),
    }
    regels = [f"  {naam} = {{{waarde}}}," for naam, waarde in velden.items() if naam and waarde and waarde != "{}"]
    return "\n".join([f"@{soort}{{{bron['sleutel']},", *regels, "}", ""])


def _tex(tekst: str) -> str:
    """Maak tekst veilig voor LaTeX.

    >>> _tex("zorg & welzijn, 50%")
    'zorg \\\\& welzijn, 50\\\\%'
    """
    return "".join(_TEX.get(teken, teken) for teken in tekst)


_RIS_VORM = {
    "artikel": "JOUR", "hoofdstuk": "CHAP", "congres": "CONF", "proefschrift": "THES", "boek": "BOOK", "rapport": "RPRT",
    "video": "VIDEO", "website": "ELEC", "anders": "GEN",
}  # fmt: skip


def als_ris() -> str:
    """Schrijf de bibliotheek als RIS (UTF-8)."""
    return "".join(f"{naam}  - {waarde}\r\n" + ("\r\n" if naam == "ER" else "") for bron in rijen() for naam, waarde in _ris(bron))


def _ris(bron: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    waar = _waar_verschenen(bron)
    namen, meer = makers(bron["auteurs"])
    yield "TY", _RIS_VORM[vorm(bron)]
    yield "ID", bron["sleutel"]
    # Een komma scheidt in RIS voor- en achternaam; een organisatie met een komma zou in tweeën gaan.
    yield from (("AU", naam.replace(",", " -")) for naam in [*namen, *(["et al."] if meer else [])])
    enkel = {
        "TI": bron["titel"], "T2": waar.get("geheel"), "VL": waar.get("jaargang"), "IS": waar.get("nummer"), "SP": waar.get("van"),
        "EP": waar.get("tot"), "PB": waar.get("uitgever"), "PY": bron["jaar"], "DO": bron["doi"], "UR": bron["url"], "N1": bron["opmerking"],
    }  # fmt: skip
    yield from ((naam, " ".join(waarde.split())) for naam, waarde in enkel.items() if waarde)
    yield from (("KW", woord) for woord in [bron["soort"], *bron["thema"]])
    yield "ER", ""
