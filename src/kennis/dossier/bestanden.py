"""Bestanden en mappen: lezen zonder verrassingen, en vervangen in één keer."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from kennis.kolommen import Fout, InvoerFout

MEEST_BYTES = 50_000_000  # groter is geen dossier


def lees_bytes(pad: Path, naam: str | None = None) -> tuple[bytes, list[Fout]]:
    """Lees een gewoon bestand; geef de inhoud en wat er mis is. `naam` is hoe het in meldingen heet."""
    naam = naam or pad.name
    try:
        soort = pad.stat()
        if stat.S_ISDIR(soort.st_mode):
            return b"", [Fout(naam, None, None, None, "dit is een map; hier hoort een bestand")]
        if not stat.S_ISREG(soort.st_mode):
            return b"", [Fout(naam, None, None, None, "dit is geen gewoon bestand")]
        if soort.st_size > MEEST_BYTES:
            return b"", [Fout(naam, None, None, None, "dit bestand is te groot voor een dossier")]
        return pad.read_bytes(), []
    except FileNotFoundError:
        return b"", [Fout(naam, None, None, None, "dit bestand of deze map bestaat niet")]
    except PermissionError:
        return b"", [Fout(naam, None, None, None, "dit bestand mag je niet lezen")]
    except (OSError, ValueError):
        return b"", [Fout(naam, None, None, None, "dit bestand is niet te lezen")]


def vervang(pad: Path, inhoud: bytes) -> None:
    """Schrijf een bestand in één keer; wie het mocht lezen en schrijven, mag dat daarna ook.

    Fouten: `InvoerFout` als schrijven niet lukt; dan staat er wat er stond.
    """
    try:
        pad = pad.resolve()
        pad.parent.mkdir(parents=True, exist_ok=True)
        _vervang(pad, inhoud)
    except (OSError, ValueError) as fout:
        raise InvoerFout([_niet_bewaard(pad.name, fout)]) from fout


def _vervang(pad: Path, inhoud: bytes) -> None:
    nummer, tijdelijk = tempfile.mkstemp(dir=pad.parent, prefix=f".{pad.name[:100]}.")
    try:
        with os.fdopen(nummer, "wb") as bestand:
            bestand.write(inhoud)
        os.chmod(tijdelijk, _rechten(pad, 0o666))
        os.replace(tijdelijk, pad)
    except BaseException:
        Path(tijdelijk).unlink(missing_ok=True)
        raise


def vervang_map(map_: Path, inhoud: Mapping[str, bytes], weg: Iterable[str] = ()) -> None:
    """Vervang in één keer wat wij in een map bewaren; wat er verder in staat, blijft.

    inhoud: de bestanden die er komen. weg: namen die van ons zijn en verdwijnen als ze niet in `inhoud` staan.

    Fouten: `InvoerFout` als schrijven niet lukt; dan staat er wat er stond.
    """
    try:
        map_ = map_.resolve()
        if map_.exists() and not map_.is_dir():
            raise NotADirectoryError
        map_.parent.mkdir(parents=True, exist_ok=True)
        nieuw = Path(tempfile.mkdtemp(dir=map_.parent, prefix=f".{map_.name[:100]}."))
        try:
            _vul_map(nieuw, map_, inhoud, {*inhoud, *weg})
            _wissel(nieuw, map_)
        finally:
            shutil.rmtree(nieuw, ignore_errors=True)
    except (OSError, ValueError) as fout:
        raise InvoerFout([_niet_bewaard(map_.name, fout)]) from fout


def _vul_map(nieuw: Path, oud: Path, inhoud: Mapping[str, bytes], van_ons: set[str]) -> None:
    for naam, bytes_ in inhoud.items():
        (nieuw / naam).write_bytes(bytes_)
        os.chmod(nieuw / naam, _rechten(oud / naam, 0o666))
    for pad in oud.iterdir() if oud.is_dir() else ():
        if pad.name in van_ons:
            continue
        if pad.is_dir() and not pad.is_symlink():
            shutil.copytree(pad, nieuw / pad.name, symlinks=True)
        else:
            shutil.copy2(pad, nieuw / pad.name, follow_symlinks=False)
    os.chmod(nieuw, _rechten(oud, 0o777))


def _wissel(nieuw: Path, oud: Path) -> None:
    """Zet de nieuwe map op de plek van de oude; lukt dat niet, dan komt de oude terug."""
    if not oud.exists():
        os.rename(nieuw, oud)
        return
    opzij = Path(tempfile.mkdtemp(dir=oud.parent, prefix=f".{oud.name[:100]}.oud.")) / oud.name
    try:
        os.rename(oud, opzij)
        try:
            os.rename(nieuw, oud)
        except OSError:
            os.rename(opzij, oud)
            raise
    finally:
        if oud.exists():
            shutil.rmtree(opzij.parent, ignore_errors=True)


def _rechten(pad: Path, gewoon: int) -> int:
    """Geef de rechten die een bestand had, of die een nieuw bestand gewoonlijk krijgt."""
    try:
        return stat.S_IMODE(pad.stat().st_mode)
    except OSError:
        masker = os.umask(0)
        os.umask(masker)
        return gewoon & ~masker


def _niet_bewaard(naam: str, fout: Exception) -> Fout:
    redenen = {FileNotFoundError: "de map bestaat niet", PermissionError: "je mag hier niet schrijven", NotADirectoryError: "een deel van het pad is geen map"}
    nummers = {28: "de schijf is vol", 36: "de naam is te lang"}
    reden = redenen.get(type(fout)) or nummers.get(getattr(fout, "errno", None) or 0) or "schrijven lukt niet"
    return Fout(naam, None, None, None, f"dit is niet bewaard, want {reden}")
