"""Eén ronde in een echt JupyterLab: uitvoeren, slepen, het DataFrame lezen, en het beeld vanuit Python veranderen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest

WORTEL = Path(__file__).parents[2]
CEL = '.jp-Notebook .jp-CodeCell'


def _notebook() -> nbformat.NotebookNode:
    cellen = [
        "from kennis import Stakeholdermatrix\n"
        "matrix = Stakeholdermatrix([{'naam': 'Menzis', 'soort': 'zorgverzekeraar', 'macht': 9, 'belang': 7}])\nmatrix",
        "print('MACHT', matrix.tabel.loc[0, 'macht'])",
        "tabel = matrix.tabel\ntabel.loc[0, 'macht'] = 1.0\nmatrix.tabel = tabel",
    ]
    return nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cel) for cel in cellen],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )


@pytest.fixture
def jupyterlab(tmp_path: Path, vrije_poort: int):
    nbformat.write(_notebook(), tmp_path / "proef.ipynb")
    eigen = {"JUPYTER_CONFIG_DIR": ".config", "JUPYTER_DATA_DIR": ".data", "IPYTHONDIR": ".ipython"}
    omgeving = os.environ | {naam: str(tmp_path / map_) for naam, map_ in eigen.items()}
    omgeving.pop("KENNIS_BOEK", None)
    programma = Path(sys.executable).with_name("jupyter-lab")
    assert shutil.which(programma), "jupyter-lab staat niet naast deze Python"
    opties = [
        "--no-browser", "--allow-root", f"--port={vrije_poort}", "--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True",
        "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", f"--ServerApp.root_dir={tmp_path}",
    ]  # fmt: skip
    with open(tmp_path / "log", "w", encoding="utf-8") as log:
        server = subprocess.Popen([str(programma), *opties], env=omgeving, stdout=log, stderr=log)
    adres = f"http://127.0.0.1:{vrije_poort}"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{adres}/api").read()
                break
            except OSError:
                assert server.poll() is None, (tmp_path / "log").read_text(encoding="utf-8")
                time.sleep(0.25)
        yield adres
    finally:
        server.terminate()
        server.wait(20)


def _voer_uit(pagina, nummer: int) -> None:
    cel = pagina.locator(CEL).nth(nummer)
    cel.locator(".cm-content").click()
    pagina.keyboard.press("Control+Enter")


def test_slepen_verandert_het_dataframe_en_andersom(jupyterlab: str, nieuwe_pagina) -> None:
    pagina = nieuwe_pagina(streng=False)
    pagina.goto(f"{jupyterlab}/lab/tree/proef.ipynb")
    pagina.wait_for_selector(f"{CEL} .cm-content", timeout=60_000)
    pagina.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=90_000)
    _voer_uit(pagina, 0)
    punt = pagina.locator(".kg-punt").first
    punt.wait_for(timeout=90_000)
    assert "macht 9, belang 7" in punt.get_attribute("aria-label")

    vak = punt.locator(".kg-stip").bounding_box()
    x, y = vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2
    pagina.mouse.move(x, y)
    pagina.mouse.down()
    pagina.mouse.move(x - 40, y + 120, steps=6)
    pagina.mouse.up()
    pagina.wait_for_function("!document.querySelector('.kg-punt').getAttribute('aria-label').includes('macht 9')")
    gesleept = punt.get_attribute("aria-label").split("macht ")[1].split(", belang")[0].replace(",", ".")

    # Een losse letter op een punt is geen sneltoets van het notebook.
    punt.focus()
    pagina.keyboard.press("a")
    assert pagina.locator(CEL).count() == 3

    _voer_uit(pagina, 1)
    pagina.locator(f"{CEL} .jp-OutputArea-output pre", has_text="MACHT").wait_for(timeout=30_000)
    uitvoer = pagina.locator(f"{CEL} .jp-OutputArea-output pre", has_text="MACHT").inner_text()
    assert float(uitvoer.split()[1]) == float(gesleept)

    _voer_uit(pagina, 2)
    pagina.wait_for_function("document.querySelector('.kg-punt').getAttribute('aria-label').includes('macht 1,')", timeout=30_000)
