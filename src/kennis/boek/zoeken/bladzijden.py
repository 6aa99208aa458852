"""Van gebouwde HTML naar bladzijden met secties: wat de lezer kan vinden."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

SOORTEN = ("kennis", "praktijk", "tools", "tips")

# Bronnen en wat daarop lijkt tellen half: wie iets zoekt, wil eerst het verhaal.
HALF = re.compile(r"(bronnen|verder lezen|literatuur|bijlage\b.*)$", re.IGNORECASE)

_KOPPEN = ("h1", "h2", "h3", "h4", "h5", "h6")
_WEG = ("script", "style", "noscript", "template", "button", "input", "select", "textarea", "nav", "annotation")
_WEG_KLASSEN = {"headerlink", "cell_input", "kb-filter", "kb-niet-zoeken", "visually-hidden"}
_BLOK = {
    *_KOPPEN, "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "caption", "tr", "td", "th", "figure",
    "figcaption", "details", "summary", "blockquote", "pre", "br", "hr", "label", "fieldset", "legend",
}  # fmt: skip
_EIGEN_ANKER = re.compile(r"(begrip|bron|vraag)-")


@dataclass
class Sectie:
    """Een vindplaats: een kop met de tekst eronder, een begrip of een bron."""

    anker: str
    titel: str
    tekst: str
    soort: str = ""
    half: bool = False
    aard: str = ""  # "begrip" of "vraag", of niets
    ook: list[str] = field(default_factory=list)  # andere ankers van dezelfde plek
    vragen: list[str] = field(default_factory=list)  # vragen waarop hier het antwoord staat


@dataclass
class Bladzijde:
    """Een gebouwde pagina: het adres vanaf de hoofdmap, de titel, het deel van het boek en de secties."""

    url: str
    titel: str
    deel: str = ""
    secties: list[Sectie] = field(default_factory=list)


def lees_map(map_html: Path, delen: Mapping[str, str]) -> list[Bladzijde]:
    """Lees de pagina's van het boek; `delen` geeft per adres het deel waar de pagina bij hoort."""
    gelezen = [lees(map_html / url, url, deel) for url, deel in delen.items() if (map_html / url).is_file()]
    return [bladzijde for bladzijde in gelezen if bladzijde.secties]


def lees(pad: Path, url: str, deel: str = "") -> Bladzijde:
    """Lees één pagina. De titel is de eerste kop; een pagina zonder kop heeft geen secties."""
    soep = BeautifulSoup(pad.read_bytes(), "html.parser")
    artikel = soep.select_one("article") or soep.select_one("main, [role=main]") or soep
    secties = [sectie for blok in artikel.find_all("section", id=True) if (sectie := _sectie(blok))]
    secties += [_begrip(term) for term in artikel.select("dt[id^='begrip-']")]
    secties += [_vraag(vak) for vak in artikel.select("details.kb-vraag .kb-antwoord[id]")]
    secties += [_bron(regel) for regel in artikel.select("li[id^='bron-']")]
    return Bladzijde(url, secties[0].titel if secties else "", deel, secties)


def _sectie(blok: Tag) -> Sectie | None:
    kop = blok.find(_KOPPEN, recursive=False)
    if kop is None:
        return None
    titel, soort = _tekst(kop), _soort(blok)
    voor, _, rest = titel.partition(": ")
    if rest and voor.lower() in SOORTEN:
        titel, soort = rest[:1].upper() + rest[1:], voor.lower()
    ook = [str(span["id"]) for span in blok.find_all("span", id=True, recursive=False)]
    return Sectie(str(blok["id"]), titel, _tekst(blok, zonder=kop), soort, bool(HALF.match(titel)), ook=ook)


def _soort(blok: Tag) -> str:
    for niveau in (blok, *blok.find_parents("section")):
        for soort in SOORTEN:
            if f"kb-{soort}" in niveau.get("class", []):
                return soort
    return ""


def _begrip(term: Tag) -> Sectie:
    uitleg = term.find_next_sibling("dd")
    ook = term.select_one(".kb-ook")
    tekst = f"{_tekst(ook)}\n" if ook else ""
    return Sectie(str(term["id"]), _tekst(term, zonder=ook), tekst + (_tekst(uitleg) if uitleg else ""), aard="begrip")


def _vraag(vak: Tag) -> Sectie:
    kop = vak.find_parent("details").find("summary")
    return Sectie(str(vak["id"]), _tekst(kop), _tekst(vak), aard="vraag")


def _bron(regel: Tag) -> Sectie:
    titel = regel.find(["em", "cite"])
    tekst = _tekst(regel)
    return Sectie(str(regel["id"]), _tekst(titel) if titel else tekst[:80], tekst, half=True)


def _tekst(element: Tag, zonder: Tag | None = None) -> str:
    """Geef de tekst van een element, met een regeleinde tussen blokken; secties erbinnen tellen niet mee."""
    ruw = "".join(_stukken(element, zonder))
    regels = (re.sub(r"\s+", " ", regel).strip() for regel in ruw.replace("\u00ad", "").split("\n"))
    return "\n".join(regel for regel in regels if regel)


def _stukken(element: Tag, zonder: Tag | None) -> Iterator[str]:
    for kind in element.children:
        if isinstance(kind, PreformattedString):
            continue
        if isinstance(kind, NavigableString):
            yield str(kind).replace("\n", " ")
        elif kind.name in ("svg", "img"):
            yield f"\n{kind.get('aria-label') or kind.get('alt') or ''}\n"
        elif kind is not zonder and not _slaat_over(kind):
            rand = "\n" if kind.name in _BLOK else ""
            yield rand
            yield from _stukken(kind, zonder)
            yield rand


def _slaat_over(kind: Tag) -> bool:
    return (
        kind.name in _WEG
        or (kind.name == "section" and kind.get("id") is not None)
        or bool(_EIGEN_ANKER.match(str(kind.get("id", ""))))
        or _is_uitleg_van_begrip(kind)
        or (kind.name == "details" and "kb-vraag" in kind.get("class", []))
        or not _WEG_KLASSEN.isdisjoint(kind.get("class", []))
    )


def _is_uitleg_van_begrip(kind: Tag) -> bool:
    return kind.name == "dd" and kind.parent is not None and "kb-begrippen" in kind.parent.get("class", [])
