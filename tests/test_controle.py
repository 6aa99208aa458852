"""`kennis controleer`: elke soort fout wordt gevonden, en alles komt in één lijst."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennis.boek import controle

TOC = "format: jb-book\nroot: index\nparts:\n  - caption: Deel\n    chapters:\n      - file: een\n"


@pytest.fixture
def boek(tmp_path: Path) -> Path:
    (tmp_path / "book").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "_toc.yml").write_text(TOC, encoding="utf-8")
    schrijf(tmp_path, "index", "# Begin\n")
    schrijf(tmp_path, "een", "# Een\n\n[Nivel](#bron-nivel) en ![schema](schema.png)\n\n:::{figuur} nivel_stelsel.wie_betaalt_wat\n:::\n")
    return tmp_path


def schrijf(boek: Path, naam: str, tekst: str) -> None:
    (boek / "book" / f"{naam}.md").write_text(tekst, encoding="utf-8")


def test_inhoudsopgave_en_bladzijden_horen_bij_elkaar(boek: Path) -> None:
    assert controle.inhoud(boek) == []
    schrijf(boek, "los", "# Los\n")
    (boek / "_toc.yml").write_text(TOC + "      - file: weg\n      - file: een.md\n", encoding="utf-8")
    assert controle.inhoud(boek) == [
        "_toc.yml: de bladzijde 'weg' staat niet in book/.",
        "book/los: deze bladzijde staat niet in _toc.yml.",
        "_toc.yml: 'een' staat er meer dan één keer.",
    ]


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("[x](#bron-nivl)", "book/een.md: de bron 'nivl' bestaat niet. Bedoel je 'nivel'?"),
        ("[x](../naslag/begrippen.md#begrip-onzinwoordzonderzin)", "book/een.md: het begrip 'onzinwoordzonderzin' bestaat niet."),
        (":::{tabel} nivel_weg\n:::", "book/een.md: de tabel 'nivel_weg' bestaat niet."),
        ("```{case} weg\n```", "book/een.md: de case 'weg' bestaat niet."),
    ],
)
def test_links_die_nergens_uitkomen(boek: Path, tekst: str, zin: str) -> None:
    assert controle.links(boek) == []
    schrijf(boek, "een", f"# Een\n\n{tekst}\n\n```markdown\n[voorbeeld](#bron-in-code)\n```\n")
    assert controle.links(boek) == [zin]


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("![](a.png)", "book/een.md: het beeld 'a.png' heeft geen alt-tekst."),
        ('<img src="a.png">', "book/een.md: een <img> heeft geen alt-tekst."),
        ("```{image} a.png\n:width: 3\n```", "book/een.md: het beeld 'a.png' heeft geen alt-tekst (:alt:)."),
        (":::{figuur} nivel_stelsel.weg\n:::", "book/een.md: de figuur 'nivel_stelsel.weg' is niet te tekenen"),
    ],
)
def test_beelden_zonder_alt(boek: Path, tekst: str, zin: str) -> None:
    schrijf(boek, "een", f"# Een\n\n{tekst}\n")
    (gevonden,) = controle.beelden(boek)
    assert gevonden.startswith(zin)
    schrijf(boek, "een", "# Een\n\n![wel](a.png)\n\n```{image} a.png\n:alt: ook\n```\n")
    assert controle.beelden(boek) == []


def cel(**anders: object) -> dict[str, object]:
    return {"cell_type": "code", "source": ["1"], "metadata": {}, "execution_count": 1, "outputs": [], **anders}


@pytest.mark.parametrize(
    ("een", "zin"),
    [
        (cel(execution_count=None), "book/nb.ipynb, cel 1: de uitkomst ontbreekt. Draai: kennis voer-uit"),
        (cel(outputs=[{"output_type": "error", "ename": "X"}]), "book/nb.ipynb, cel 1: de bewaarde uitkomst is een foutmelding."),
        (cel(outputs=[{"output_type": "stream", "name": "stderr", "text": "x"}]), "book/nb.ipynb, cel 1: de bewaarde uitkomst bevat een waarschuwing."),
        (cel(metadata={"tags": ["raises-exception"]}), "book/nb.ipynb, cel 1: een label zet de controle uit; haal het weg."),
        (cel(metadata={"execution": {}}), "book/nb.ipynb, cel 1: er staan tijden bij. Draai: kennis voer-uit"),
        (cel(outputs=[{"output_type": "display_data", "data": {"image/png": "x"}}]), "book/nb.ipynb, cel 1: het beeld heeft geen alt-tekst"),
        ({"cell_type": "markdown", "source": "x", "metadata": {}}, "book/nb.ipynb: er staat geen code in; maak er een .md van."),
    ],
)
def test_notebooks(boek: Path, een: dict[str, object], zin: str) -> None:
    pad = boek / "book" / "nb.ipynb"
    pad.write_text(json.dumps({"metadata": {}, "cells": [een]}), encoding="utf-8")
    (gevonden,) = controle.notebooks(boek)
    assert gevonden.startswith(zin)
    pad.write_text(json.dumps({"metadata": {}, "cells": [cel()]}), encoding="utf-8")
    assert controle.notebooks(boek) == []
    pad.write_text("geen json", encoding="utf-8")
    assert controle.notebooks(boek) == ["book/nb.ipynb: dit is geen geldig notebook."]


@pytest.mark.parametrize(
    ("html", "adres"),
    [
        ('<script src="https://cdn.example/x.js"></script>', "https://cdn.example/x.js"),
        ('<link rel="stylesheet" href="//fonts.example/a.css">', "//fonts.example/a.css"),
        ('<img alt="" srcset="a.png 1x, https://x.example/b.png 2x">', "a.png 1x, https://x.example/b.png 2x"),
        ("<style>@import 'https://x.example/a.css';</style>", "https://x.example/a.css"),
        ('<div style="background:url(https://x.example/a.png)"></div>', "https://x.example/a.png"),
        ('<svg><image xlink:href="https://x.example/a.png"/></svg>', "https://x.example/a.png"),
    ],
)
def test_gebouwde_bladzijden_halen_niets_van_buiten(boek: Path, html: str, adres: str) -> None:
    uit = boek / "_build" / "html"
    uit.mkdir(parents=True)
    assert controle.site(boek) == []
    (uit / "a.html").write_text(html, encoding="utf-8")
    assert controle.site(boek) == [f"_build/html/a.html: haalt iets van buiten op: {adres}"]
    # Een gewone link, een voorkeursadres en een naamruimte halen niets op.
    goed = '<a href="https://x.example">x</a><link rel="canonical" href="https://x.example">'
    goed += '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="x"></svg>'
    (uit / "a.html").write_text(goed, encoding="utf-8")
    assert controle.site(boek) == []
    (uit / "a.html").write_text('<img src="a.png"><svg role="img"></svg>', encoding="utf-8")
    assert len(controle.site(boek)) == 2


def test_cases_zonder_bladzijde_of_bron(boek: Path) -> None:
    (boek / "cases" / "a").mkdir()
    assert controle.cases(boek) == ["cases/a: hier ontbreekt case.yml."]
    yml = "titel: A\nsamenvatting: B\nbronnen:\n- sleutel: bestaatniet\nregio: C\ndatum: '2024'\nillustratief: niets\n"
    (boek / "cases" / "a" / "case.yml").write_text(yml, encoding="utf-8")
    assert controle.cases(boek) == ["cases/a: de bron 'bestaatniet' bestaat niet.", "cases/a: deze case heeft geen bladzijde; maak book/cases/a.md."]


def test_alles_samen_in_een_lijst(boek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from kennis import cli

    schrijf(boek, "een", "# Een\n\n![](a.png) [x](#bron-weg)\n")
    schrijf(boek, "los", "# Los\n")
    monkeypatch.chdir(boek)
    monkeypatch.setattr(controle, "CONTROLES", {naam: c for naam, c in controle.CONTROLES.items() if naam not in ("Kennistabellen", "Gereedschappen")})
    assert cli.hoofd(["controleer"]) == 1
    tekst = capsys.readouterr().out
    for deel in ("het beeld 'a.png' heeft geen alt-tekst", "de bron 'weg' bestaat niet", "book/los: deze bladzijde", "3 fouten gevonden."):
        assert deel in tekst
