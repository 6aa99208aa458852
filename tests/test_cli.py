"""De opdracht `kennis`: alles Nederlands, heldere fouten, en een kloppend begin voor nieuwe dingen."""

from __future__ import annotations

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kennis import beschrijving, casebestand, cli, gereedschap
from kennis.beschrijving.verwacht import afwijkingen
from kennis.boek import bouw, browser, controle, werk
from kennis.dossier import secties

WORTEL = Path(__file__).parents[1]
# Woorden die alleen in de Engelse zinnen van argparse voorkomen.
ENGELS = re.compile(
    r"\b(usage|error|show|help message|exit|positional|arguments?|options:|invalid|choice|choose|required|unrecognized|expected|"
    r"following|ambiguous|ignored|the|and|this)\b",
    re.I,
)
# Zinnen van argparse voor wie een lezer programmeert; die ziet een gebruiker nooit.
VOOR_MAKERS = re.compile(
    r"not defined|conflicting|cannot merge|mutually exclusive|cannot have multiple|invalid option string|dest= is|conflict_resolution|"
    r"is not callable|'required' is|with mode"
)
OPDRACHTEN = [[], *([een] for een in ("boek", "test", "lab", "voer-uit", "nieuw", "controleer", "plan", "meet", "muteer"))]
OPDRACHTEN += [["nieuw", soort] for soort in ("hoofdstuk", "case", "gereedschap")]


def uitvoer(capsys: pytest.CaptureFixture[str], *opdracht: str) -> tuple[int, str]:
    try:
        code = cli.hoofd(list(opdracht))
    except SystemExit as einde:
        code = int(einde.code or 0)
    alles = capsys.readouterr()
    return code, alles.out + alles.err


@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=" ".join)
def test_hulp_is_nederlands(opdracht: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, tekst = uitvoer(capsys, *opdracht, "--help")
    assert code == 0
    assert tekst.startswith("gebruik: kennis")
    assert not ENGELS.findall(tekst)


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        ([], "dit ontbreekt nog: opdracht"),
        (["boeken"], "'boeken' bestaat niet"),
        (["boek", "--schon"], "dit ken ik niet: --schon"),
        (["boek", "--schoon=ja"], "hier hoort geen waarde bij: 'ja'"),
        (["nieuw", "hoofdstuk", "Titel"], "dit ontbreekt nog: --deel"),
        (["nieuw", "hoofdstuk", "Titel", "--deel"], "hier hoort één waarde bij"),
        (["nieuw", "tabel", "x"], "'tabel' bestaat niet"),
        (["nieuw", "case"], "dit ontbreekt nog: NAAM"),
    ],
)
def test_fouten_zijn_nederlands(opdracht: list[str], zin: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, tekst = uitvoer(capsys, *opdracht)
    assert code == 2
    assert zin in tekst
    assert not ENGELS.findall(tekst)


def test_elk_woord_van_argparse_is_vertaald() -> None:
    """Ook bij een nieuwere Python: lees zijn bron, en ga na dat elke zin in de tabel staat."""
    boom = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    zinnen = {
        arg.value
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in ("_", "ngettext")
        for arg in knoop.args
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
    }
    assert len(zinnen) > 20
    assert not {zin for zin in zinnen - set(cli.WOORDEN) if not VOOR_MAKERS.search(zin)}
    for engels, nederlands in cli.WOORDEN.items():
        # Wat argparse invult, moet in het Engels ook in te vullen zijn.
        assert set(re.findall(r"%\(\w+\)[sr]|%[sr]", nederlands)) <= set(re.findall(r"%\(\w+\)[sr]|%[sr]", engels))


def test_fouten_van_het_systeem_zijn_nederlands(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(keuzes: argparse.Namespace) -> int:
        raise FileNotFoundError(2, "No such file", "weg.csv")

    monkeypatch.setattr(cli, "controleer", stuk)
    assert uitvoer(capsys, "controleer") == (1, "Dit lukt niet met weg.csv: dit bestand of deze map bestaat niet.\n")

    def onderbroken(keuzes: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "controleer", onderbroken)
    assert uitvoer(capsys, "controleer") == (130, "\nAfgebroken.\n")


# -- de map van het boek ----------------------------------------------------------------------


@pytest.fixture
def boek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Een klein boek om in te werken."""
    for map_ in ("rivm", "cases"):
        (tmp_path / "book" / map_).mkdir(parents=True)
    for naam in ("index", "rivm/index", "cases/eerste"):
        (tmp_path / "book" / f"{naam}.md").write_text(f"# {naam}\n", encoding="utf-8")
    (tmp_path / "_toc.yml").write_text(
        "# uitleg die blijft\nformat: jb-book\nroot: index\nparts:\n  - caption: Kennissynthese RIVM\n    chapters:\n      - file: rivm/index # blijft\n\n"
        "  - caption: Cases\n    chapters:\n      - file: cases/eerste\n",
        encoding="utf-8",
    )
    (tmp_path / "cases").mkdir()
    (tmp_path / "src" / "kennis" / "gereedschap").mkdir(parents=True)
    (tmp_path / "src" / "kennis" / "regels.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "_config.yml").write_text("title: Proef\n", encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("a==1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "book" / "rivm")
    return tmp_path


def test_wortel_is_ook_van_onderaf_te_vinden(boek: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert werk.wortel() == boek
    assert werk.wortel(tmp_path_factory.mktemp("elders")) == WORTEL


def test_nieuw_hoofdstuk(boek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, tekst = uitvoer(capsys, "nieuw", "hoofdstuk", "Eén loket: wie beslist?", "--deel", "rivm")
    assert code == 0
    hoofdstuk = (boek / "book" / "rivm" / "een-loket-wie-beslist.md").read_text(encoding="utf-8")
    koppen = re.findall(r"^## (\w+[^:\n]*)", hoofdstuk, re.M)
    assert koppen == ["In het kort", "Waar dit over gaat", "Kennis", "Praktijk", "Tools", "Tips", "Zelf aan de slag", "Verder lezen", "Bronnen"]
    assert hoofdstuk.startswith("# Eén loket: wie beslist?\n")
    toc = (boek / "_toc.yml").read_text(encoding="utf-8")
    assert "# uitleg die blijft" in toc and "      - file: rivm/index # blijft\n      - file: rivm/een-loket-wie-beslist\n\n  - caption: Cases" in toc
    assert controle.inhoud(boek) == controle.links(boek) == controle.beelden(boek) == []
    assert "Gemaakt: book/rivm/een-loket-wie-beslist.md" in tekst


def test_nieuw_overschrijft_niets(boek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uitvoer(capsys, "nieuw", "hoofdstuk", "Twee", "--deel", "RIVM")
    (boek / "book" / "rivm" / "twee.md").write_text("# eigen werk\n", encoding="utf-8")
    toc = (boek / "_toc.yml").read_text(encoding="utf-8")
    code, tekst = uitvoer(capsys, "nieuw", "hoofdstuk", "twee!", "--deel", "RIVM")
    assert (code, "bestaat al en blijft zoals het is: book/rivm/twee.md" in tekst) == (1, True)
    assert (boek / "book" / "rivm" / "twee.md").read_text(encoding="utf-8") == "# eigen werk\n"
    assert (boek / "_toc.yml").read_text(encoding="utf-8") == toc


@pytest.mark.parametrize(
    ("deel", "zin"), [("Nivel", "geen deel 'Nivel'. Wel: Kennissynthese RIVM, Cases."), ("s", "past bij meer dan één deel"), ("Casus", "Bedoel je 'Cases'?")]
)
def test_een_deel_dat_er_niet_is(boek: Path, deel: str, zin: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, tekst = uitvoer(capsys, "nieuw", "hoofdstuk", "Drie", "--deel", deel)
    assert (code, zin in tekst) == (1, True)
    assert not (boek / "book" / "rivm" / "drie.md").exists()


def test_nieuwe_case(boek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert uitvoer(capsys, "nieuw", "case", 'Zorg: "dichtbij"')[0] == 0
    monkeypatch.setattr(casebestand, "MAP", boek / "cases")
    dossier = casebestand.case("zorg-dichtbij")
    assert dossier.titel == 'Zorg: "dichtbij"'
    assert list(dossier.secties) == ["feiten", "stakeholders"]
    assert controle.cases(boek) == controle.links(boek) == controle.inhoud(boek) == []
    assert uitvoer(capsys, "nieuw", "case", "Zorg dichtbij")[0] == 1


@pytest.mark.parametrize("soort", beschrijving.SOORTEN)
def test_nieuw_gereedschap_werkt_meteen(soort: str, boek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    pakket, naam = boek / "src" / "kennis", f"proef{soort}"
    code, tekst = uitvoer(capsys, "nieuw", "gereedschap", f'Proef "{soort}"', "--soort", soort)
    assert code == 0 and f"from kennis import Proef{soort}" in tekst
    shutil.copytree(secties.MAP, pakket / "secties", dirs_exist_ok=True)
    monkeypatch.setattr(beschrijving, "MAP", pakket / "gereedschap")
    monkeypatch.setattr(secties, "MAP", pakket / "secties")
    vergeet = [beschrijving.vergeet, *(f.cache_clear for f in (secties._namen, secties._sectie, secties.beschrijvingen))]
    try:
        for doe in vergeet:
            doe()
        klasse = gereedschap.klasse(naam)
        assert klasse.regels()["titel"] == f'Proef "{soort}"'
        for welk, voorbeeld in beschrijving.laad_voorbeelden(naam).items():
            een = klasse.voorbeeld(welk)
            assert afwijkingen(een.uitkomst(), voorbeeld.get("verwacht", {})) == []
            assert een.alt() and een.figuur() and not een.overzicht().columns.empty
            assert een._repr_mimebundle_()["text/html"]
        assert "bestaat al" in uitvoer(capsys, "nieuw", "gereedschap", f'Proef "{soort}"', "--soort", soort)[1]
    finally:
        monkeypatch.undo()
        for doe in vergeet:
            doe()


def test_een_soort_die_er_niet_is(boek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, tekst = uitvoer(capsys, "nieuw", "gereedschap", "Proef", "--soort", "matrix")
    assert code == 1 and "De soort 'matrix' bestaat niet; kies uit: veld, kiezer, scan, plan, rekenblad." in tekst


# -- bouwen -----------------------------------------------------------------------------------


def test_de_stand_merkt_elke_wijziging(boek: Path) -> None:
    toen = bouw.stand(boek)
    assert bouw.stand(boek) == toen

    def veranderd() -> list[str]:
        nonlocal toen
        eerder, toen = toen, bouw.stand(boek)
        return [wat for wat in toen if toen[wat] != eerder[wat]]

    (boek / "book" / "rivm" / "index.md").write_text("# rivm/index\n\nMeer tekst.\n", encoding="utf-8")
    assert veranderd() == ["bladzijden"]
    (boek / "book" / "rivm" / "index.md").write_text("# Andere titel\n", encoding="utf-8")
    assert veranderd() == ["raam", "bladzijden"]
    with (boek / "_toc.yml").open("a", encoding="utf-8") as toc:
        toc.write("# nog iets\n")
    assert veranderd() == ["raam"]
    for naam in ("src/kennis/regels.py", "src/kennis/nieuw.json", "cases/x.csv", "requirements.txt", "_config.yml"):
        (boek / naam).write_text("anders\n", encoding="utf-8")
        assert veranderd() == ["basis"], naam
    (boek / "src" / "kennis" / "__pycache__").mkdir()
    (boek / "src" / "kennis" / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert veranderd() == []


def zet_site(map_: Path, tekst: str = "x") -> None:
    """Doe alsof Sphinx een website heeft gemaakt."""
    html = bouw._werk(map_) / "html"
    html.mkdir(parents=True, exist_ok=True)
    (html / "index.html").write_text(tekst, encoding="utf-8")


def test_niets_veranderd_is_niets_doen(boek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    gebouwd = []

    def doe_alsof(map_: Path, alles: bool) -> None:
        zet_site(map_)
        gebouwd.append(alles)

    monkeypatch.setattr(bouw, "_draai", doe_alsof)
    cache = bouw._werk(boek) / ".jupyter_cache"
    code, tekst = uitvoer(capsys, "boek")
    assert (code, gebouwd) == (0, [True])
    assert "_build/html/index.html" in tekst and "python -m http.server -d" in tekst
    assert "niets veranderd" in uitvoer(capsys, "boek")[1]
    assert gebouwd == [True]
    cache.mkdir()
    (boek / "book" / "index.md").write_text("# index\n\nMeer.\n", encoding="utf-8")
    uitvoer(capsys, "boek")
    assert gebouwd == [True, False] and cache.exists()
    (boek / "src" / "kennis" / "regels.py").write_text("x = 2\n", encoding="utf-8")
    uitvoer(capsys, "boek")
    assert gebouwd == [True, False, True] and not cache.exists()
    uitvoer(capsys, "boek", "--schoon")
    assert gebouwd == [True, False, True, True]


def test_na_een_mislukte_bouw_begint_de_volgende_opnieuw(boek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    gebouwd = []

    def mislukt(map_: Path, alles: bool) -> None:
        gebouwd.append(alles)
        raise werk.OpdrachtFout("Het boek is niet gebouwd.")

    monkeypatch.setattr(bouw, "_draai", mislukt)
    assert uitvoer(capsys, "boek")[0] == 1
    assert uitvoer(capsys, "boek")[0] == 1
    assert gebouwd == [True, True]
    assert not bouw.laatste(boek)


def test_een_mislukte_bouw_laat_de_laatste_goede_website_staan(boek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bouw, "_draai", lambda map_, alles: zet_site(map_, "goed"))
    assert uitvoer(capsys, "boek")[0] == 0

    def half(map_: Path, alles: bool) -> None:
        zet_site(map_, "half")
        raise werk.OpdrachtFout("Het boek is niet gebouwd.")

    toen = (boek / "book" / "index.md").read_text(encoding="utf-8")
    monkeypatch.setattr(bouw, "_draai", half)
    (boek / "book" / "index.md").write_text("# index\n\nFout.\n", encoding="utf-8")
    assert uitvoer(capsys, "boek")[0] == 1
    assert (bouw.site(boek) / "index.html").read_text(encoding="utf-8") == "goed" and bouw.mislukt(boek)
    # Ook als de fout eruit is, telt wat er half staat niet als gebouwd.
    (boek / "book" / "index.md").write_text(toen, encoding="utf-8")
    monkeypatch.setattr(bouw, "_draai", lambda map_, alles: zet_site(map_, f"weer goed, {'alles' if alles else 'een deel'}"))
    assert uitvoer(capsys, "boek")[0] == 0
    assert (bouw.site(boek) / "index.html").read_text(encoding="utf-8") == "weer goed, alles" and not bouw.mislukt(boek)
    assert sorted(pad.name for pad in (boek / "_build").iterdir()) == ["html", "slot", "stand.json", "werk"]


def test_twee_keer_tegelijk_bouwen_kan_niet(boek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    tweede = []

    def bouw_nog_eens(map_: Path, alles: bool) -> None:
        zet_site(map_)
        tweede.append(subprocess.run([sys.executable, "-m", "kennis", "boek"], cwd=map_, capture_output=True, text=True, env=werk.omgeving(WORTEL)))

    monkeypatch.setattr(bouw, "_draai", bouw_nog_eens)
    assert uitvoer(capsys, "boek")[0] == 0
    assert tweede[0].returncode == 1 and tweede[0].stderr.startswith("Er is al een bouw bezig in deze map.")


def test_wie_de_bouw_afbreekt_laat_geen_sphinx_achter(boek: Path) -> None:
    nep = boek / "src" / "jupyter_book" / "cli"
    nep.mkdir(parents=True)
    for map_ in (nep, nep.parent):
        (map_ / "__init__.py").touch()
    (nep / "main.py").write_text("import os, pathlib, time\ndef main():\n    pathlib.Path('kind').write_text(str(os.getpid()))\n    time.sleep(120)\n")
    omgeving = {**werk.omgeving(WORTEL), "PYTHONPATH": f"{nep.parents[1]}{os.pathsep}{WORTEL / 'src'}"}
    opdracht = subprocess.Popen([sys.executable, "-m", "kennis", "boek"], cwd=boek, env=omgeving, stdout=subprocess.DEVNULL)
    kind = boek / "kind"
    wacht_tot(lambda: kind.exists() and kind.read_text())
    opdracht.kill()
    opdracht.wait()
    wacht_tot(lambda: not leeft(int(kind.read_text())))


def leeft(nummer: int) -> bool:
    try:
        os.kill(nummer, 0)
    except ProcessLookupError:
        return False
    # Een proces dat klaar is maar nog niet is opgehaald, telt niet.
    stand = Path(f"/proc/{nummer}/stat")
    return not (stand.exists() and stand.read_text().rsplit(")", 1)[1].split()[0] == "Z")


def wacht_tot(klaar: Callable[[], object], hoogstens: float = 60) -> None:
    einde = time.monotonic() + hoogstens
    while not klaar():
        assert time.monotonic() < einde, "dit duurde te lang"
        time.sleep(0.05)


def test_de_melding_van_een_mislukte_bouw(boek: Path) -> None:
    regels = [
        "reading sources...",
        "/boek/a.md:3: WARNING: 'myst' cross-reference target not found: 'weg'",
        "  vervolg",
        "looking",
        "build finished with problems",
    ]
    tekst = bouw._waarom(boek, regels, boek / "_build" / "bouw.log")
    assert tekst.startswith("Het boek is niet gebouwd: 1 waarschuwing of fout.")
    assert "'weg'\n  vervolg\n" in tekst and "bouw.log" in tekst and "looking" not in tekst


# -- de browser -------------------------------------------------------------------------------


def test_chromium_uit_de_omgeving_of_een_heldere_zin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nep = tmp_path / "chromium"
    nep.write_text("#!/bin/sh\n")
    nep.chmod(0o755)
    monkeypatch.setenv("CHROME", str(nep))
    assert browser.vind() == str(nep)
    monkeypatch.setenv("CHROME", str(tmp_path / "weg"))
    with pytest.raises(werk.OpdrachtFout, match="CHROME wijst naar"):
        browser.zorg_voor()
    monkeypatch.delenv("CHROME")
    monkeypatch.setattr(shutil, "which", lambda naam: None)
    monkeypatch.setattr(browser, "VASTE_PLEKKEN", ())
    with pytest.raises(werk.OpdrachtFout, match=r"Er is geen Chromium op deze computer.*sudo apt-get install chromium"):
        browser.zorg_voor()
