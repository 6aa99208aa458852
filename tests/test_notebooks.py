"""De notebooks: uitvoeren geeft elke keer hetzelfde bestand, en een gewijzigde regel komt aan het licht."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from kennis.boek import controle, notebooks
from kennis.boek.werk import OpdrachtFout

WORTEL = Path(__file__).parents[1]
MATRIX = WORTEL / "book" / "stappenplan" / "planvorming.ipynb"


def notebook(*cellen: str) -> nbformat.NotebookNode:
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cel) for cel in cellen])


@pytest.fixture
def boek(tmp_path: Path) -> Path:
    """Een klein boek; het pakket is dat van deze repository."""
    (tmp_path / "book").mkdir()
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: een\n", encoding="utf-8")
    (tmp_path / "tests").mkdir()
    shutil.copy(WORTEL / "tests" / "nbval.cfg", tmp_path / "tests")
    shutil.copy(WORTEL / "pyproject.toml", tmp_path)
    return tmp_path


def zet(boek: Path, *cellen: str) -> Path:
    pad = boek / "book" / "een.ipynb"
    nbformat.write(notebook(*cellen), pad)
    return pad


WIDGET = """import os
from kennis import Stakeholdermatrix
matrix = Stakeholdermatrix({"stakeholders": [{"naam": "Menzis", "soort": "zorgverzekeraar", "macht": 9, "belang": 7}]})
matrix"""


@pytest.mark.traag
def test_uitvoeren_is_elke_keer_hetzelfde(boek: Path) -> None:
    pad = zet(boek, WIDGET, "print(os.environ['KENNIS_BOEK'])", "matrix.advies()")
    assert notebooks.voer_uit(boek) == [pad]
    eerste = pad.read_bytes()
    # Als iemand het in JupyterLab heeft opgeslagen, met tijden, een andere kern en de stand van widgets.
    inhoud = json.loads(eerste)
    inhoud["metadata"] |= {
        "widgets": {"x": 1},
        "kernelspec": {"name": "python3", "display_name": "Mijn Python"},
        "language_info": {"name": "python", "version": "3.13.0"},
    }
    for cel in inhoud["cells"]:
        cel["metadata"]["execution"] = {"iopub.execute_input": "2024-01-01"}
    pad.write_text(json.dumps(inhoud), encoding="utf-8")
    assert notebooks.voer_uit(boek) == [pad]
    assert pad.read_bytes() == eerste
    (vast,) = json.loads(eerste)["cells"][0]["outputs"]
    assert "application/vnd.kennis.gereedschap+json" in vast["data"]
    assert "application/vnd.jupyter.widget-view+json" not in vast["data"]
    assert json.loads(eerste)["cells"][1]["outputs"][0]["text"] == ["1\n"]


@pytest.mark.traag
def test_een_cel_die_vastloopt_wordt_genoemd_en_niet_bewaard(boek: Path) -> None:
    pad = zet(boek, "x = 1", "1 / 0")
    voor = pad.read_bytes()
    with pytest.raises(OpdrachtFout, match=r"book/een.ipynb, cel 2 loopt vast: ZeroDivisionError.*\n1 / 0"):
        notebooks.voer_uit(boek)
    assert pad.read_bytes() == voor


def test_een_notebook_dat_er_niet_is(boek: Path) -> None:
    zet(boek, "1")
    with pytest.raises(OpdrachtFout, match=r"Deze notebooks bestaan niet: twee. Wel: een.ipynb."):
        notebooks.voer_uit(boek, ["twee"])


def nbval(boek: Path) -> tuple[int, str]:
    code = "import sys; from pathlib import Path; from kennis.boek import notebooks; sys.exit(notebooks.controleer_uitkomst(Path('.'), processen=1))"
    uit = subprocess.run([sys.executable, "-c", code], cwd=boek, env={**os.environ, "PYTHONPATH": str(boek / "src")}, capture_output=True, text=True)
    return uit.returncode, uit.stdout + uit.stderr


@pytest.mark.traag
def test_nbval_ziet_een_andere_uitkomst_maar_niet_een_ander_adres(boek: Path) -> None:
    zet(boek, "object()", "1 + 1")
    notebooks.voer_uit(boek)
    pad = boek / "book" / "een.ipynb"
    (boek / "book" / "twee.ipynb").write_text(pad.read_text(encoding="utf-8").replace('"2"', '"3"'), encoding="utf-8")
    code, tekst = nbval(boek)
    assert code == 1
    assert "1 failed, 3 passed" in tekst and "twee.ipynb::Cell 1" in tekst


@pytest.mark.traag
def test_een_gewijzigde_regel_valt_op_in_het_notebook(boek: Path) -> None:
    """Verander één advies in een kopie van het pakket: het notebook met de matrix moet dan zakken. Zonder wijziging slaagt het; dat doet `kennis test` al."""
    shutil.copytree(WORTEL / "src" / "kennis", boek / "src" / "kennis", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(WORTEL / "cases", boek / "cases")
    shutil.copy(MATRIX, boek / "book")
    # Een notebook zonder uitkomst slaagt bij nbval altijd; dan zou deze test niets zeggen.
    assert not controle.notebooks(boek), "de uitkomst ontbreekt; draai: kennis voer-uit"
    regels = boek / "src" / "kennis" / "gereedschap" / "stakeholdermatrix" / "regels.json"
    inhoud = json.loads(regels.read_text(encoding="utf-8"))
    inhoud["kwadranten"][0]["advies"] += " Bel hen eerst."
    regels.write_text(json.dumps(inhoud, ensure_ascii=False), encoding="utf-8")
    code, tekst = nbval(boek)
    assert code == 1, "een gewijzigd advies bleef onopgemerkt"
    # Alleen de cel met de matrix, en daarvan alleen de tabel met adviezen.
    assert "planvorming.ipynb::Cell 1" in tekst and "1 failed, 2 passed" in tekst and "{'tabel':" in tekst
