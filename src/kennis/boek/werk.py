"""Wat alle opdrachten delen: waar de repository staat, voortgang tonen, en een ander programma draaien."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

Zeg = Callable[[str], None]


class OpdrachtFout(Exception):
    """Een opdracht lukt niet; de tekst zegt in het Nederlands waarom, en wat eraan te doen is."""


def wortel(begin: Path | None = None) -> Path:
    """Geef de map van het boek: de huidige map of een map erboven, en anders waar dit pakket staat."""
    begin = (begin or Path.cwd()).resolve()
    for map_ in (begin, *begin.parents, Path(__file__).resolve().parents[3]):
        if (map_ / "_toc.yml").exists() and (map_ / "book").is_dir():
            return map_
    raise OpdrachtFout(f"In {begin} en de mappen erboven staat geen boek (_toc.yml en book/). Ga eerst naar de map van het kennisboek.")


def omgeving(map_: Path) -> dict[str, str]:
    """Geef de omgeving om in te bouwen: vaste beelden in plaats van levende widgets, en het pakket uit deze map."""
    paden = [str(map_ / "src"), os.environ.get("PYTHONPATH", "")]
    uit = {**os.environ, "KENNIS_BOEK": "1", "PYTHONPATH": os.pathsep.join(pad for pad in paden if pad), "PYTHONUTF8": "1"}
    # Met één rekendraad per proces geeft matplotlib overal hetzelfde beeld en vechten processen niet om de processor.
    return {"OMP_NUM_THREADS": "1", **uit}


def zeg(regel: str) -> None:
    """Toon één regel, ook als de uitvoer naar een bestand gaat."""
    print(regel, flush=True)


def seconden(begin: float) -> str:
    """Schrijf hoelang het duurde sinds `begin` (van time.monotonic).

    >>> seconden(time.monotonic())
    '0,0 s'
    """
    return f"{time.monotonic() - begin:.1f} s".replace(".", ",")


@contextmanager
def stap(wat: str) -> Iterator[None]:
    """Toon een stap met haar duur; ook als zij mislukt."""
    begin, af = time.monotonic(), "mislukt na"
    print(f"- {wat} …", end="" if sys.stdout.isatty() else "\n", flush=True)
    try:
        yield
        af = "klaar in"
    finally:
        regel = f"{wat}: {af} {seconden(begin)}"
        print(f"\r- {regel}" if sys.stdout.isatty() else f"  {regel}", flush=True)


def draai(opdracht: Iterable[str], map_: Path, extra: Mapping[str, str] | None = None) -> int:
    """Draai een ander programma in de map van het boek, toon wat het zegt, en geef de uitkomst (0 is goed)."""
    return subprocess.run(list(opdracht), cwd=map_, env={**omgeving(map_), **(extra or {})}, check=False).returncode
