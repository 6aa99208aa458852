"""Zien of de tests fouten vinden: verander met opzet één ding, draai de tests die erbij horen, en tel wat zij missen.

De wijzigingen staan als data in `tests/mutaties.yml`. Elke wijziging draait in een eigen kopie; hier verandert niets. Dit
hoort niet bij `kennis test`: het duurt te lang, en het zegt iets over de tests en niet over het boek.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

import yaml

from kennis.boek.werk import OpdrachtFout, omgeving, zeg

# Wat een kopie nodig heeft om de tests te draaien.
MEE = ("src", "tests", "cases", "book", "docs", "_config.yml", "_toc.yml", "pyproject.toml", "requirements.txt", "README.md", ".oxlintrc.json")
GEPAKT, GEMIST, PAST_NIET, STUK = "gepakt", "GEMIST", "past niet meer", "geen uitslag"


@dataclass(frozen=True)
class Wijziging:
    """Vervang in een bestand een stuk tekst dat er precies één keer in staat."""

    bestand: str
    zoek: str
    vervang: str


@dataclass(frozen=True)
class Mutatie:
    """Een fout die iemand kan maken, en de tests die haar moeten vinden."""

    naam: str
    wijzigingen: tuple[Wijziging, ...]
    tests: tuple[str, ...]


def lees(pad: Path) -> list[Mutatie]:
    """Lees de lijst met wijzigingen.

    Fouten: `OpdrachtFout` als een wijziging een veld mist, of als een naam twee keer voorkomt.
    """
    uit: list[Mutatie] = []
    for nummer, regel in enumerate(yaml.safe_load(pad.read_text(encoding="utf-8")), start=1):
        try:
            wijzigingen = tuple(Wijziging(**w) for w in regel["wijzig"])
            mutatie = Mutatie(regel["naam"], wijzigingen, tuple(regel["tests"]))
        except (KeyError, TypeError) as fout:
            raise OpdrachtFout(f"{pad.name}, wijziging {nummer}: hier horen naam, wijzig (bestand, zoek, vervang) en tests. Het gaat om {fout}.") from None
        if not mutatie.tests or not wijzigingen or any(w.zoek == w.vervang for w in wijzigingen):
            raise OpdrachtFout(f"{pad.name}, '{mutatie.naam}': er verandert niets, of er zijn geen tests bij.")
        if mutatie.naam in {m.naam for m in uit}:
            raise OpdrachtFout(f"{pad.name}: '{mutatie.naam}' staat er twee keer.")
        uit.append(mutatie)
    return uit


def muteer(map_: Path, namen: Sequence[str] = (), processen: int = 2) -> int:
    """Draai de wijzigingen (of alleen die met deze namen) en toon per stuk of de tests haar vinden; 0 is alles gepakt.

    Fouten: `OpdrachtFout` als een naam niet bestaat, of als de tests ook zonder wijziging zakken.
    """
    alle = lees(map_ / "tests" / "mutaties.yml")
    onbekend = set(namen) - {m.naam for m in alle}
    if onbekend:
        raise OpdrachtFout(f"Deze wijzigingen bestaan niet: {', '.join(sorted(onbekend))}.")
    gekozen = [m for m in alle if not namen or m.naam in namen]
    with _kopieen(map_, processen) as kopieen:
        zeg("- Eerst de tests zonder wijziging …")
        tests = sorted({test for m in gekozen if past(m, map_) for test in m.tests})
        code, tekst = _draai(map_, kopieen[0], tests)
        if code:
            raise OpdrachtFout(f"De tests zakken ook zonder wijziging; dan zegt een uitslag niets.\n{tekst[-2000:]}")
        uitslagen = _alle(map_, kopieen, gekozen)
    telling = {uitslag: sum(u == uitslag for u in uitslagen) for uitslag in (GEPAKT, GEMIST, PAST_NIET, STUK)}
    zeg(f"\nTotaal {len(uitslagen)}: " + ", ".join(f"{aantal} {uitslag}" for uitslag, aantal in telling.items() if aantal) + ".")
    return 0 if telling[GEPAKT] == len(uitslagen) else 1


def past(mutatie: Mutatie, map_: Path) -> bool:
    """Zeg of elk stuk tekst dat verandert er nog precies één keer staat."""
    paden = [(map_ / w.bestand, w.zoek) for w in mutatie.wijzigingen]
    return all(pad.is_file() and pad.read_text(encoding="utf-8").count(zoek) == 1 for pad, zoek in paden)


def _alle(map_: Path, kopieen: Sequence[Path], mutaties: Sequence[Mutatie]) -> list[str]:
    vrij: SimpleQueue[Path] = SimpleQueue()
    for kopie in kopieen:
        vrij.put(kopie)

    def doe(mutatie: Mutatie) -> str:
        kopie = vrij.get()
        try:
            uitslag = _een(map_, kopie, mutatie)
        finally:
            vrij.put(kopie)
        zeg(f"{uitslag:>15}  {mutatie.naam}")
        return uitslag

    with ThreadPoolExecutor(len(kopieen)) as draden:
        return list(draden.map(doe, mutaties))


def _een(map_: Path, kopie: Path, mutatie: Mutatie) -> str:
    if not past(mutatie, kopie):
        return PAST_NIET
    oud = {w.bestand: (kopie / w.bestand).read_bytes() for w in mutatie.wijzigingen}
    try:
        for w in mutatie.wijzigingen:
            pad = kopie / w.bestand
            pad.write_text(pad.read_text(encoding="utf-8").replace(w.zoek, w.vervang), encoding="utf-8")
        code, _ = _draai(map_, kopie, mutatie.tests, "-x")
    finally:
        for bestand, inhoud in oud.items():
            (kopie / bestand).write_bytes(inhoud)
    # 1: een test zakt; 2: een module laadt niet meer. Iets anders (geen tests gevonden, afgebroken) zegt niets.
    return {0: GEMIST, 1: GEPAKT, 2: GEPAKT}.get(code, STUK)


def _draai(map_: Path, kopie: Path, tests: Sequence[str], *opties: str) -> tuple[int, str]:
    if not tests:
        return 0, ""
    eigen = {"PYTHONPATH": str(kopie / "src"), "PYTHONDONTWRITEBYTECODE": "1", "KENNIS_BOEK": ""}
    klaar = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", *opties, *tests], cwd=kopie, env={**omgeving(map_), **eigen},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False,
    )  # fmt: skip
    return klaar.returncode, klaar.stdout


@contextmanager
def _kopieen(map_: Path, aantal: int) -> Iterator[list[Path]]:
    """Maak kopieën om in te veranderen, en ruim ze daarna op."""
    weg = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", ".hypothesis", "*.mo")
    with tempfile.TemporaryDirectory(prefix="kennis-muteer-") as tijdelijk:
        uit = [Path(os.path.realpath(tijdelijk)) / str(nummer) for nummer in range(max(1, aantal))]
        for kopie in uit:
            kopie.mkdir()
            for naam in MEE:
                bron = map_ / naam
                if bron.is_dir():
                    shutil.copytree(bron, kopie / naam, ignore=weg)
                elif bron.is_file():
                    shutil.copy(bron, kopie / naam)
        yield uit
