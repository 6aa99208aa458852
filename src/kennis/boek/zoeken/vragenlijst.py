"""Welke vragen een plek in het boek beantwoordt: uit de tabel `vragen`, en uit `zoekvragen`, die de redactie per plek bijhoudt."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from sphinx.environment import BuildEnvironment

from kennis import gereedschap, tabellen
from kennis.boek import vragen
from kennis.boek.zoeken.bladzijden import Bladzijde

# Per adres en anker (leeg: het begin van de bladzijde) de vragen.
Vragen = Mapping[tuple[str, str], Sequence[str]]


def geef(bladzijden: Sequence[Bladzijde], per_plek: Vragen) -> None:
    """Zet de vragen bij de secties die ze beantwoorden."""
    for bladzijde in bladzijden:
        for nummer, sectie in enumerate(bladzijde.secties):
            ankers = [sectie.anker, *sectie.ook, *([""] if nummer == 0 else [])]
            sectie.vragen = [vraag for anker in ankers for vraag in per_plek.get((bladzijde.url, anker), [])]


def van_boek(env: BuildEnvironment, bestanden: Mapping[str, str]) -> dict[tuple[str, str], list[str]]:
    """Geef de vragen van het boek; `bestanden` geeft per document zijn adres. Een plek die er niet is, telt niet mee."""
    uit: dict[tuple[str, str], list[str]] = {}
    for doel, vraag in [*_van_vragen(), *_van_redactie()]:
        document, anker = _zoek_op(env, doel)
        if document in bestanden:
            uit.setdefault((bestanden[document], anker), []).append(vraag)
    return uit


def _van_vragen() -> Iterator[tuple[str, str]]:
    for rij in vragen.rijen():
        teksten = [rij["vraag"], *rij["ook"].split("/")]
        plekken = [f"#vraag-{rij['sleutel']}", vragen.doelen(rij)[0]]
        yield from ((plek, tekst.strip()) for plek in plekken for tekst in teksten)


def _van_redactie() -> Iterator[tuple[str, str]]:
    for rij in tabellen.laad("zoekvragen").to_dict("records"):
        yield from ((rij["plek"], tekst.strip()) for tekst in rij["vragen"].split("/"))


def _zoek_op(env: BuildEnvironment, doel: str) -> tuple[str, str]:
    """Geef document en anker van `#anker`, of van een bestand vanaf `start/`, met zo nodig `#kop` erachter."""
    if doel.startswith("#"):
        document, anker = env.get_domain("std").anonlabels.get(doel[1:], ("", ""))
        return document, anker
    pad, _, kop = doel.partition("#")
    return posixpath.normpath(posixpath.join("start", pad.rsplit(".", 1)[0])), kop


def gereedschappen(bestanden: Mapping[str, str]) -> dict[str, str]:
    """Geef per naam van een gereedschap het adres van zijn bladzijde."""
    regels = gereedschap.regels().values()
    return {r["titel"]: bestanden[r["verslag"]["pagina"]] for r in regels if r.get("verslag", {}).get("pagina") in bestanden}
