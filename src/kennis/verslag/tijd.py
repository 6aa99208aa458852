"""Datums en momenten: schrijven zoals een lezer ze kent, en op volgorde zetten. Tweeling van tijd.js."""

from __future__ import annotations

import re
from typing import Any

from kennis.regels.basis import tekst

MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()


def datum(waarde: Any) -> str:
    """Schrijf een datum (jjjj-mm-dd of jjjj-mm) zoals een lezer haar kent; andere tekst blijft wat zij is.

    >>> datum("2026-11-05"), datum("2021-11"), datum("na de zomer")
    ('5 november 2026', 'november 2021', 'na de zomer')
    """
    woorden = tekst(waarde)
    gevonden = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", woorden)
    if not gevonden or not 1 <= int(gevonden[2]) <= 12:
        return woorden
    dag = f"{int(gevonden[3])} " if gevonden[3] else ""
    return f"{dag}{MAANDEN[int(gevonden[2]) - 1]} {gevonden[1]}"


def tijdsleutel(waarde: Any) -> str:
    """Geef een sleutel om momenten op volgorde te zetten; leeg als er geen jaar in te vinden is.

    Begrijpt jjjj-mm-dd, dd-mm-jjjj, "5 maart 2027", "maart 2027", "2e kwartaal 2027", "Q2 2027" en "2027". Zonder dag telt het eind.

    >>> tijdsleutel("5-3-2027"), tijdsleutel("mrt 2027"), tijdsleutel("Q2 2027"), tijdsleutel("snel")
    ('2027-03-05', '2027-03-99', '2027-06-99', '')
    """
    woorden = tekst(waarde).lower()
    if g := re.fullmatch(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?", woorden):
        return _tijd(g[1], g[2], g[3])
    if g := re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", woorden):
        return _tijd(g[3], g[2], g[1])
    if g := re.fullmatch(r"(?:([1-4])e kwartaal|(?:q|kwartaal) ?([1-4])) ([0-9]{4})", woorden):
        return _tijd(g[3], str(3 * int(g[1] or g[2])), None)
    if (g := re.fullmatch(r"(?:([0-9]{1,2}) )?([a-z]{3,9})\.? ([0-9]{4})", woorden)) and (maand := _maand(g[2])):
        return _tijd(g[3], str(maand), g[1])
    return ""


def _maand(woord: str) -> int:
    if woord == "mrt":
        return 3
    return next((nummer for nummer, maand in enumerate(MAANDEN, start=1) if maand.startswith(woord)), 0)


def _tijd(jaar: str, maand: str | None, dag: str | None) -> str:
    return f"{jaar}-{(maand or '99').rjust(2, '0')}-{(dag or '99').rjust(2, '0')}"
