"""Het boek bouwen met Jupyter Book, en weten wanneer dat niet (of juist helemaal) opnieuw hoeft.

Sphinx bouwt in `_build/werk`. Pas als dat lukt komt het resultaat, in één wissel, in `_build/html`: na een mislukte
bouw staat daar nog de laatste goede website. Er bouwt er altijd maar één tegelijk in een map.

In `_build/stand.json` staan vingerafdrukken van de laatste gelukte bouw:

- `basis`: het pakket, de cases, de instellingen en requirements.txt. Verandert die, dan kan elke bladzijde en elke
  uitkomst anders zijn; dan gaat ook de cache van notebooks weg, want Jupyter Book merkt zulke wijzigingen niet.
- `raam`: de inhoudsopgave en de titels. Verandert die, dan verandert de navigatie op elke bladzijde.
- `bladzijden`: wat er in book/ staat. Verandert alleen die, dan bouwt Sphinx alleen die bladzijden opnieuw.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from kennis.boek.werk import OpdrachtFout, omgeving, seconden, stap, zeg

WARNING = re.compile(r"\b(WARNING|ERROR|CRITICAL|SEVERE)\b:|^(Warning|Sphinx error|Extension error|Theme error|Configuration error)")
KLEUR = re.compile(r"\x1b\[[0-9;]*m")
# Waaraan in de uitvoer van Sphinx te zien is dat een fase begint.
FASEN = (
    ("reading sources", "Bladzijden lezen en notebooks uitvoeren"),
    ("preparing documents", "Bladzijden schrijven"),
    ("generating indices", "De zoekindex maken en afronden"),
)


# Wat het kindproces doet: stoppen zodra de opdracht die het begon er niet meer is, en verder het boek bouwen.
KIND = """
import os, threading
def waak():
    while os.read(0, 1): pass
    os._exit(3)
threading.Thread(target=waak, daemon=True).start()
from jupyter_book.cli.main import main
main()
"""


def site(map_: Path) -> Path:
    """De map waarin de website komt."""
    return map_ / "_build" / "html"


def _werk(map_: Path) -> Path:
    """De map waarin Sphinx bouwt; Jupyter Book maakt er zelf `_build` onder."""
    return map_ / "_build" / "werk" / "_build"


def _bestanden(paden: Iterable[Path]) -> Iterable[Path]:
    for pad in paden:
        gevonden = [pad] if pad.is_file() else sorted(pad.rglob("*"))
        # Een .mo maakt Sphinx zelf bij het bouwen uit de .po ernaast.
        yield from (
            p for p in gevonden
            if p.is_file() and p.suffix not in (".pyc", ".mo") and not {"__pycache__", ".ipynb_checkpoints"} & set(p.parts)
        )  # fmt: skip


def _afdruk(map_: Path, paden: Iterable[Path]) -> str:
    uit = hashlib.sha256()
    for pad in _bestanden(paden):
        uit.update(f"{pad.relative_to(map_).as_posix()}\0{hashlib.sha256(pad.read_bytes()).hexdigest()}\n".encode())
    return uit.hexdigest()


def _titels(map_: Path) -> str:
    """Geef van elke bladzijde de titel; die staat in de navigatie van alle andere."""
    uit = []
    for pad in _bestanden([map_ / "book"]):
        if pad.suffix in (".md", ".ipynb"):
            tekst = pad.read_text(encoding="utf-8", errors="replace")
            kop = re.search(r'(?:^|")# (.+?)(?:\\n|"|$)', tekst, re.M)
            uit.append(f"{pad.relative_to(map_).as_posix()}: {kop[1] if kop else ''}")
    return "\n".join(uit)


def stand(map_: Path) -> dict[str, str]:
    """Geef de vingerafdrukken van wat er nu staat."""
    return {
        "basis": _afdruk(map_, [map_ / "src" / "kennis", map_ / "cases", map_ / "requirements.txt", map_ / "_config.yml"]),
        "raam": hashlib.sha256(((map_ / "_toc.yml").read_text(encoding="utf-8") + _titels(map_)).encode()).hexdigest(),
        "bladzijden": _afdruk(map_, [map_ / "book"]),
    }


def laatste(map_: Path) -> dict[str, str]:
    """Geef de vingerafdrukken van de laatste gelukte bouw, of niets."""
    try:
        gelezen = json.loads((map_ / "_build" / "stand.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return gelezen if (site(map_) / "index.html").exists() else {}


def is_bij(map_: Path) -> bool:
    """Zeg of de website past bij wat er nu staat."""
    return stand(map_) == laatste(map_)


def bouw(map_: Path, schoon: bool = False) -> Path:
    """Bouw het boek in `_build/html` en geef die map.

    schoon: begin helemaal opnieuw, zonder iets uit een eerdere bouw te gebruiken.

    Fouten: `OpdrachtFout` als de bouw niet lukt, of als er ook maar één waarschuwing is.
    """
    with _slot(map_):
        begin, nu = time.monotonic(), stand(map_)
        toen = {} if schoon or mislukt(map_) else laatste(map_)
        if nu == toen:
            zeg("Het boek is al bij: er is niets veranderd sinds de laatste bouw.")
            return site(map_)
        _merk(map_).touch()
        alles = _ruim_op(map_, nu, toen, schoon)
        if toen and not alles:
            zeg("Alleen de bladzijden die veranderd zijn worden opnieuw gebouwd.")
        _draai(map_, alles)
        _wissel(map_, nu)
        zeg(f"Het boek is gebouwd in {seconden(begin)}.")
    return site(map_)


def _merk(map_: Path) -> Path:
    """Dit bestand is er zolang een bouw niet is gelukt."""
    return map_ / "_build" / "niet-gelukt"


def mislukt(map_: Path) -> bool:
    """Zeg of de laatste bouw niet is gelukt; wat er staat, is dan van een eerdere."""
    return _merk(map_).exists()


@contextlib.contextmanager
def _slot(map_: Path) -> Iterator[None]:
    """Laat hoogstens één bouw tegelijk toe. Het systeem geeft het slot vrij als het proces stopt, hoe dan ook."""
    pad = map_ / "_build" / "slot"
    pad.parent.mkdir(exist_ok=True)
    with pad.open("a+") as bestand:
        try:
            _sluit(bestand.fileno())
        except OSError:
            raise OpdrachtFout("Er is al een bouw bezig in deze map. Wacht tot die klaar is, of stop haar eerst.") from None
        yield


def _sluit(nummer: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(nummer, 0, os.SEEK_SET)
        msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _wissel(map_: Path, nu: dict[str, str]) -> None:
    """Zet de nieuwe website in één keer op haar plek. Sphinx houdt de zijne, om de volgende keer alleen te doen wat nodig is."""
    uit = map_ / "_build"
    nieuw, oud = uit / "html.nieuw", uit / "html.oud"
    for map_over in (nieuw, oud):
        shutil.rmtree(map_over, ignore_errors=True)
    shutil.copytree(_werk(map_) / "html", nieuw)
    (uit / "stand.json").unlink(missing_ok=True)
    if site(map_).exists():
        site(map_).rename(oud)
    nieuw.rename(site(map_))
    (uit / "stand.json").write_text(json.dumps(nu, indent=1) + "\n", encoding="utf-8")
    _merk(map_).unlink(missing_ok=True)
    shutil.rmtree(oud, ignore_errors=True)


def _ruim_op(map_: Path, nu: dict[str, str], toen: dict[str, str], schoon: bool) -> bool:
    """Haal weg wat niet meer geldt; zeg of alles opnieuw moet."""
    uit = _werk(map_)
    if nu["basis"] != toen.get("basis"):
        for naam in (".jupyter_cache", ".doctrees", "html"):
            shutil.rmtree(uit / naam, ignore_errors=True)
        if schoon:
            shutil.rmtree(uit / "jupyter_execute", ignore_errors=True)
        return True
    if nu["raam"] != toen.get("raam"):
        shutil.rmtree(uit / ".doctrees", ignore_errors=True)
        return True
    return False


def _draai(map_: Path, alles: bool) -> None:
    log = map_ / "_build" / "bouw.log"
    log.parent.mkdir(exist_ok=True)
    opdracht = [
        sys.executable, "-c", KIND, "build", "book", "--config", "_config.yml", "--toc", str(map_ / "_toc.yml"),
        "--path-output", str(_werk(map_).parent), "-n", "-W", "--keep-going", *(["--all"] if alles else []),
    ]  # fmt: skip
    with log.open("w", encoding="utf-8") as bestand:
        proces = subprocess.Popen(
            opdracht, cwd=map_, env={**omgeving(map_), "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
        )  # fmt: skip
        assert proces.stdout is not None
        try:
            regels = _volg(proces.stdout, bestand)
        except BaseException:
            proces.kill()
            raise
        finally:
            code = proces.wait()
    if code or not (_werk(map_) / "html" / "index.html").exists():
        raise OpdrachtFout(_waarom(map_, regels, log))


def _volg(uitvoer: Iterable[str], bestand: object) -> list[str]:
    """Schrijf de uitvoer van Sphinx naar het logbestand en toon per fase één regel."""
    regels: list[str] = []
    resterend = list(FASEN)
    stroom = iter(uitvoer)
    bezig = "Voorbereiden"
    while bezig:
        volgende = ""
        with stap(bezig):
            for regel in stroom:
                regel = KLEUR.sub("", regel)
                bestand.write(regel)
                regels.append(regel.rstrip("\n"))
                gevonden = next((fase for fase in resterend if regel.startswith(fase[0])), None)
                if gevonden:
                    resterend = resterend[resterend.index(gevonden) + 1 :]
                    volgende = gevonden[1]
                    break
        bezig = volgende
    return regels


def _waarom(map_: Path, regels: list[str], log: Path) -> str:
    """Maak van de uitvoer van Sphinx een melding die zegt wat er mis is."""
    klachten: list[str] = []
    for nummer, regel in enumerate(regels):
        if WARNING.search(regel):
            vervolg = []
            for erbij in regels[nummer + 1 : nummer + 12]:
                if not erbij.startswith((" ", "\t")):
                    break
                vervolg.append(erbij)
            klachten.append("\n".join([regel, *vervolg]))
    klachten = list(dict.fromkeys(klachten)) or regels[-25:]
    aantal = "1 waarschuwing of fout" if len(klachten) == 1 else f"{len(klachten)} waarschuwingen of fouten"
    uit = [f"Het boek is niet gebouwd: {aantal}. Dit zegt Sphinx:", *klachten]
    if laatste(map_):
        uit += ["", "In _build/html staat nog de website van de laatste keer dat het wel lukte."]
    for verslag in sorted((_werk(map_) / "html" / "reports").rglob("*.err.log")):
        inhoud = KLEUR.sub("", verslag.read_text(encoding="utf-8", errors="replace")).strip().splitlines()
        uit += ["", f"Het notebook {verslag.name.removesuffix('.err.log')} liep vast. Het einde van het verslag:", *inhoud[-12:]]
    return "\n".join([*uit, "", f"Alles wat de bouw zei staat in {log}."])


def toon_waar(map_: Path) -> None:
    """Zeg hoe je het gebouwde boek bekijkt."""
    pad = site(map_)
    zeg("")
    zeg(f"Open het boek:       {(pad / 'index.html').as_uri()}")
    zeg(f"Of bied het aan met: python -m http.server -d {pad.relative_to(map_)} (en open http://localhost:8000)")
