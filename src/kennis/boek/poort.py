"""De poort: alles wat moet slagen, zo veel mogelijk naast elkaar, en al wat fout is in één keer.

Snel (zonder bouw en zonder browser): stijl, controle, en de tests die geen van beide nodig hebben.
Helemaal: ook een schone bouw, de tests in een echte Chromium, de bladzijden van het boek, en de notebooks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from kennis.boek.werk import omgeving, seconden, zeg


@dataclass(frozen=True)
class Stap:
    """Een stap: wat zij doet, de opdracht, en de stappen die eerst klaar moeten zijn."""

    wat: str
    opdracht: Sequence[str]
    na: tuple[str, ...] = ()
    omgeving: tuple[tuple[str, str], ...] = ()


def _python(*meer: str) -> list[str]:
    return [sys.executable, "-m", *meer]


def _pytest(*meer: str) -> list[str]:
    return _python("pytest", "-q", *meer)


# Tests draaien met levende gereedschappen, zoals een lezer in JupyterLab ze heeft.
_LEVEND = (("KENNIS_BOEK", ""),)
_STIJL = "Stijl van Python (ruff)"
_STIJL_JS = "Stijl van JavaScript (oxlint)"
_CONTROLE = "Kennis, cases en bladzijden nakijken"
_BOUW = "Het boek bouwen, van niets af"


def _oxlint() -> str:
    """Geef het programma uit dezelfde omgeving, ook als die niet op het zoekpad staat."""
    return shutil.which("oxlint", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])) or "oxlint"


def stappen(snel: bool = False) -> list[Stap]:
    """Geef de stappen van de poort, in de volgorde waarin zij beginnen."""
    stijl = [
        Stap(_STIJL, _python("ruff", "check", ".")),
        Stap(_STIJL_JS, [_oxlint(), "."]),
        Stap(_CONTROLE, _python("kennis", "controleer")),
    ]
    if snel:
        return [*stijl, Stap("Tests zonder bouw en browser (pytest)", _pytest("--snel", "-n", "2"), omgeving=_LEVEND)]
    return [
        *stijl,
        Stap(_BOUW, _python("kennis", "boek", "--schoon")),
        Stap("Tests zonder het gebouwde boek (pytest)", _pytest("--zonder-site", "-n", "2"), omgeving=_LEVEND),
        Stap("Tests op het gebouwde boek (pytest)", _pytest("--met-site", "-n", "2"), na=(_BOUW,), omgeving=_LEVEND),
        Stap("Uitkomst van de notebooks (nbval)", _python("kennis", "voer-uit", "--controleer")),
    ]


def draai(map_: Path, alle: Iterable[Stap], tegelijk: int = 2) -> int:
    """Draai stappen, hoogstens zoveel tegelijk, en toon van elke wat zij zei en hoe lang zij duurde; 0 is goed.

    Een stap die wacht op een stap die mislukt, wordt overgeslagen en telt als niet goed.
    """
    begin, nog, bezig, goed = time.monotonic(), list(alle), {}, {}
    with ThreadPoolExecutor(tegelijk) as draden:
        while nog or bezig:
            for stap in [s for s in nog if set(s.na) <= set(goed)][: tegelijk - len(bezig)]:
                nog.remove(stap)
                if all(goed[eerder] for eerder in stap.na):
                    zeg(f"- {stap.wat} …")
                    bezig[draden.submit(_draai_een, map_, stap)] = stap
                else:
                    zeg(f"== {stap.wat}: overgeslagen, want een eerdere stap is niet goed\n")
                    goed[stap.wat] = False
            goed |= _wacht(bezig)
    fout = [wat for wat, is_goed in goed.items() if not is_goed]
    zeg(f"Totaal: {seconden(begin)}.")
    zeg(f"Niet goed: {'; '.join(fout)}." if fout else "Alles is goed.")
    return 1 if fout else 0


def _wacht(bezig: dict[Future[tuple[int, str, str]], Stap]) -> dict[str, bool]:
    """Wacht tot er een stap klaar is, toon wat zij zei, en geef of zij goed is."""
    uit = {}
    for klaar in wait(bezig, return_when=FIRST_COMPLETED).done if bezig else ():
        stap, (code, tekst, duur) = bezig.pop(klaar), klaar.result()
        uit[stap.wat] = code == 0
        zeg(f"\n== {stap.wat}\n{tekst.rstrip()}\n== {stap.wat}: {'goed' if code == 0 else 'NIET GOED'} ({duur})\n")
    return uit


def _draai_een(map_: Path, stap: Stap) -> tuple[int, str, str]:
    begin = time.monotonic()
    klaar = subprocess.run(
        list(stap.opdracht), cwd=map_, env={**omgeving(map_), **dict(stap.omgeving)}, check=False, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    return klaar.returncode, klaar.stdout, seconden(begin)
