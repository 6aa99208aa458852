"""De notebooks: uitvoeren met de uitkomst erin, en nagaan dat die uitkomst nog klopt."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kennis.boek.werk import OpdrachtFout, draai, omgeving, stap, zeg

TIJD = 120  # seconden per cel
KERN = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def paden(map_: Path) -> list[Path]:
    """Noem alle notebooks in het boek."""
    return sorted(pad for pad in (map_ / "book").rglob("*.ipynb") if ".ipynb_checkpoints" not in pad.parts)


def kies(map_: Path, namen: Sequence[str]) -> list[Path]:
    """Geef de gevraagde notebooks; zonder namen allemaal.

    Fouten: `OpdrachtFout` als een notebook er niet is.
    """
    if not namen:
        return paden(map_)
    gekozen, weg = [], []
    for naam in namen:
        gevonden = [pad for pad in (Path(naam).resolve(), map_ / naam, map_ / "book" / naam, map_ / "book" / f"{naam}.ipynb") if pad.is_file()]
        (gekozen if gevonden else weg).append(gevonden[0] if gevonden else naam)
    if weg:
        bekend = ", ".join(pad.relative_to(map_ / "book").as_posix() for pad in paden(map_)) or "(geen)"
        raise OpdrachtFout(f"Deze notebooks bestaan niet: {', '.join(weg)}. Wel: {bekend}.")
    return gekozen


def maak_vast(notebook: dict[str, Any], naam: str) -> None:
    """Haal alles uit een notebook dat per keer of per computer verschilt."""
    notebook["metadata"] = {
        **{sleutel: waarde for sleutel, waarde in notebook["metadata"].items() if sleutel not in ("widgets", "signature", "language_info")},
        "kernelspec": dict(KERN),
        "language_info": {"name": "python"},
    }
    notebook["nbformat"], notebook["nbformat_minor"] = 4, max(5, notebook.get("nbformat_minor", 5))
    gezien: set[str] = set()
    for nummer, cel in enumerate(notebook["cells"]):
        for sleutel in ("execution", "ExecuteTime", "collapsed", "scrolled"):
            cel["metadata"].pop(sleutel, None)
        if not cel.get("id") or cel["id"] in gezien:
            cel["id"] = hashlib.sha256(f"{naam} {nummer}".encode()).hexdigest()[:8]
        gezien.add(cel["id"])
        for uitvoer in cel.get("outputs", ()):
            uitvoer.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
            if "metadata" in uitvoer:
                uitvoer["metadata"] = {}


def voer_uit(map_: Path, namen: Sequence[str] = ()) -> list[Path]:
    """Voer notebooks uit en bewaar de uitkomst erin. Geef de notebooks die veranderd zijn.

    Fouten: `OpdrachtFout` met elk notebook dat vastloopt; dat notebook blijft zoals het was.
    """
    fouten, veranderd = [], []
    for pad in kies(map_, namen):
        naam = pad.relative_to(map_).as_posix() if pad.is_relative_to(map_) else str(pad)
        try:
            with stap(f"Uitvoeren van {naam}"):
                if _voer_een_uit(pad, map_, naam):
                    veranderd.append(pad)
        except OpdrachtFout as fout:
            fouten.append(str(fout))
    if fouten:
        raise OpdrachtFout("\n\n".join(fouten))
    zeg(f"{len(veranderd)} van de notebooks veranderd." if veranderd else "Geen notebook is veranderd.")
    return veranderd


def _voer_een_uit(pad: Path, map_: Path, naam: str) -> bool:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    from kennis.dossier import bestanden

    oud = pad.read_text(encoding="utf-8")
    notebook = nbformat.reads(oud, as_version=4)
    for cel in notebook.cells:
        if cel.cell_type == "code":
            cel.outputs, cel.execution_count = [], None
    werker = NotebookClient(
        notebook, timeout=TIJD, kernel_name="python3", record_timing=False, store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(pad.parent)}},
    )  # fmt: skip
    try:
        werker.execute(env=omgeving(map_))
    except CellExecutionError as fout:
        nummer = next(n for n, cel in enumerate(notebook.cells, start=1) if any(u.output_type == "error" for u in cel.get("outputs", ())))
        raise OpdrachtFout(f"{naam}, cel {nummer} loopt vast: {fout.ename}: {fout.evalue}\n{notebook.cells[nummer - 1].source}") from None
    except CellTimeoutError:
        raise OpdrachtFout(f"{naam}: een cel deed er langer dan {TIJD} seconden over.") from None
    except DeadKernelError:
        raise OpdrachtFout(f"{naam}: de kern is gestopt terwijl het notebook werd uitgevoerd.") from None
    maak_vast(notebook, naam)
    nieuw = json.dumps(json.loads(nbformat.writes(notebook)), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if nieuw == oud:
        return False
    bestanden.vervang(pad, nieuw.encode("utf-8"))
    return True


def controleer_uitkomst(map_: Path, namen: Sequence[str] = (), processen: int = 2) -> int:
    """Vergelijk met nbval elke bewaarde uitkomst met een nieuwe uitvoering; 0 is goed.

    Elk notebook gaat in zijn geheel naar één proces: cellen verdelen geeft valse fouten.
    """
    gekozen = [str(pad) for pad in kies(map_, namen)]
    if not gekozen:
        raise OpdrachtFout("Er staat geen notebook in book/; dan valt er niets te vergelijken.")
    parallel = ["-n", str(min(processen, len(gekozen))), "--dist", "loadfile"] if processen > 1 and len(gekozen) > 1 else ["-p", "no:xdist"]
    return draai(
        [
            sys.executable, "-m", "pytest", "-q", "--nbval", "--nbval-cell-timeout", str(TIJD), "-p", "no:cacheprovider",
            "--nbval-sanitize-with", str(map_ / "tests" / "nbval.cfg"), "-c", str(map_ / "pyproject.toml"), "--rootdir", str(map_),
            *parallel, *gekozen,
        ],
        map_,
    )  # fmt: skip
