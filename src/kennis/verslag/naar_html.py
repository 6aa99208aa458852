"""Schrijf een verslag als html: als deel van een pagina, of als los bestand. Tweeling van naar_html.js."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from kennis.verslag.tekst import celtekst

Deel = Mapping[str, Any]
OPMAAK = Path(__file__).parents[1] / "widget" / "mijnplan" / "beeld.css"


def fragment(verslag: Deel, figuren: Mapping[str, str], adres: Callable[[Deel], str] = lambda plek: "", niveau: int = 1) -> str:
    """Geef het verslag als html zonder pagina eromheen; alles wat van een lezer komt is tekst.

    figuren: per gereedschap de html van zijn plaatje; een figuur zonder plaatje blijft weg.
    adres: geeft bij een plek in het boek het adres, of "" als er geen is. niveau: van de titel; de rest volgt daaruit.

    >>> fragment({"titel": "Plan", "delen": [{"soort": "kop", "niveau": 1, "tekst": "A & B", "gereedschap": ""}]}, {})
    '<div class="kv"><section class="kv-begin"><h1>A &amp; B</h1></section></div>'
    """
    uit = "".join(_sectie(delen, figuren, adres, niveau) for delen in secties(verslag["delen"]))
    return f'<div class="kv">{uit}</div>'


def bestand(verslag: Deel, figuren: Mapping[str, str]) -> str:
    """Geef het verslag als heel bestand, met de opmaak erin."""
    titel = html.escape(verslag["titel"])
    kop = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{titel}</title>'
    stijl = f"<style>body{{max-width:50rem;margin:1rem auto;padding:0 1rem}}{OPMAAK.read_text(encoding='utf-8')}</style>"
    return f'<!doctype html>\n<html lang="nl"><head>{kop}{stijl}</head><body><main>{fragment(verslag, figuren)}</main></body></html>\n'


def secties(delen: Sequence[Deel]) -> list[list[Deel]]:
    """Verdeel de delen: elke kop van niveau 1 of 2 begint een nieuwe."""
    uit: list[list[Deel]] = []
    for deel in delen:
        if not uit or (deel["soort"] == "kop" and deel["niveau"] < 3):
            uit.append([])
        uit[-1].append(deel)
    return uit


def _sectie(delen: Sequence[Deel], figuren: Mapping[str, str], adres: Callable[[Deel], str], niveau: int) -> str:
    soort = "begin" if delen[0].get("niveau") == 1 else "deel"
    merk = f' data-gereedschap="{html.escape(delen[0]["gereedschap"])}"' if delen[0].get("gereedschap") else ""
    return f'<section class="kv-{soort}"{merk}>{"".join(_deel(deel, figuren, adres, niveau) for deel in delen)}</section>'


def _deel(deel: Deel, figuren: Mapping[str, str], adres: Callable[[Deel], str], niveau: int) -> str:
    match deel["soort"]:
        case "kop":
            naam = f"h{deel['niveau'] + niveau - 1}"
            return f"<{naam}>{_tekst(deel['tekst'])}</{naam}>"
        case "kenmerken":
            paren = "".join(f"<div><dt>{_tekst(naam)}</dt><dd>{_tekst(waarde)}</dd></div>" for naam, waarde in deel["paren"])
            return f'<dl class="kv-kenmerken">{paren}</dl>'
        case "alinea":
            return f'<p class="kv-{deel["stijl"]}">{_tekst(deel["tekst"])}</p>'
        case "opsomming":
            return _opsomming(deel, adres)
        case "figuur":
            plaatje = figuren.get(deel["gereedschap"])
            return f'<figure class="kv-figuur" role="img" aria-label="{html.escape(deel["alt"])}">{plaatje}</figure>' if plaatje else ""
    return _tabel(deel)


def _tekst(waarde: str) -> str:
    return html.escape(waarde).replace("\n", "<br>")


def _opsomming(deel: Deel, adres: Callable[[Deel], str]) -> str:
    klasse = ' class="kv-verder"' if deel["stijl"] == "verder" else ""
    return f"<ul{klasse}>{''.join(f'<li>{_regel(regel, adres)}</li>' for regel in deel['regels'])}</ul>"


def _regel(regel: Deel, adres: Callable[[Deel], str]) -> str:
    doel = adres(regel["plek"]) if regel["plek"] else ""
    return f'<a href="{html.escape(doel)}">{_tekst(regel["tekst"])}</a>' if doel else _tekst(regel["tekst"])


def _tabel(deel: Deel) -> str:
    koppen = "".join(f'<th scope="col">{_tekst(kop)}</th>' for kop in deel["koppen"])
    rijen = "".join(f"<tr>{''.join(_cel(waarde, deel['soorten'][n], n) for n, waarde in enumerate(rij))}</tr>" for rij in deel["rijen"])
    tabel = f"<table><caption>{_tekst(deel['titel'])}</caption><thead><tr>{koppen}</tr></thead><tbody>{rijen}</tbody></table>"
    klasse = "kv-tabel kv-acties" if deel["acties"] else "kv-tabel"
    return f'<div class="{klasse}" tabindex="0" role="region" aria-label="{html.escape(deel["titel"])}">{tabel}</div>'


def _cel(waarde: Any, soort: str, nummer: int) -> str:
    if nummer == 0:
        return f'<th scope="row">{_tekst(celtekst(waarde, soort))}</th>'
    klasse = "" if soort == "tekst" else ' class="kv-getal"'
    return f"<td{klasse}>{_tekst(celtekst(waarde, soort))}</td>"
