"""Het huis: wie wie mag gebruiken, uitleg bij alles wat openbaar is, en voorbeelden in de uitleg die kloppen."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kennis
from kennis import beschrijving
from kennis.widget import bundel

PAKKET = Path(kennis.__file__).parent
# Van boven naar beneden; een laag gebruikt alleen lagen onder zich. Wat op één regel staat, kent elkaar niet.
LAGEN = [
    ["cli"],
    ["boek"],
    ["gereedschap"],
    ["verslag"],
    ["widget"],
    ["beschrijving"],
    ["figuren"],
    ["regels"],
    ["casebestand", "bibliotheek"],
    ["dossier", "tabellen"],
    ["csvbestand"],
    ["kolommen"],
    ["woord"],
]
JAVASCRIPT = sorted(pad for pad in PAKKET.rglob("*.js") if "derden" not in pad.parts)
HOOGTE = {naam: len(LAGEN) - nummer for nummer, laag in enumerate(LAGEN) for naam in laag}
MODULES = sorted(
    ".".join(("kennis", *pad.relative_to(PAKKET).with_suffix("").parts)).removesuffix(".__init__")
    for pad in PAKKET.rglob("*.py")
    # Een los script in een map zonder __init__.py is geen onderdeel van het pakket.
    if pad.name != "__main__.py" and all((map_ / "__init__.py").exists() for map_ in pad.parents if map_.is_relative_to(PAKKET))
)


def laag_van(module: str) -> str:
    """Geef de laag van een module: het deel na "kennis."."""
    return module.split(".")[1] if "." in module else ""


def gebruikt(pad: Path) -> list[tuple[int, str]]:
    """Geef de eigen modules die een bestand gebruikt, met de regel waarop dat staat."""
    uit = []
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            uit += [(knoop.lineno, alias.name) for alias in knoop.names]
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            # `from kennis import dossier` gaat over kennis.dossier; `from kennis.dossier import Dossier` over kennis.dossier.
            uit += [(knoop.lineno, f"kennis.{a.name}") for a in knoop.names] if knoop.module == "kennis" else [(knoop.lineno, knoop.module)]
    return [(regel, naam) for regel, naam in uit if naam.startswith("kennis.")]


def test_lagen_gebruiken_alleen_wat_eronder_ligt() -> None:
    fout = []
    for pad in sorted(PAKKET.rglob("*.py")):
        delen = pad.relative_to(PAKKET).with_suffix("").parts
        eigen = delen[0]
        if eigen in ("__init__", "__main__"):
            continue
        if eigen not in HOOGTE:
            fout.append(f"{pad.relative_to(PAKKET)}: '{eigen}' heeft nog geen plek in het huis; zet het in LAGEN (tests/test_huis.py).")
            continue
        for regel, naam in gebruikt(pad):
            ander = laag_van(naam)
            if ander in HOOGTE and ander != eigen and HOOGTE[ander] >= HOOGTE[eigen]:
                fout.append(f"{pad.relative_to(PAKKET)}, regel {regel}: {eigen} gebruikt {naam}, maar {ander} ligt er niet onder.")
    assert not fout, "\n".join(fout)


# Mijn plan is een plek op een pagina, en toont het verslag; in Python ligt het verslag boven widget.
JS_MAG = {("widget/mijnplan", "verslag")}


def test_lagen_gelden_ook_voor_javascript() -> None:
    fout = []
    for pad in JAVASCRIPT:
        eigen = _deel(pad)
        for invoer in bundel.lees(pad).invoer:
            ander, waar = _deel(invoer.van), bundel.waar(pad, invoer.regel)
            hoger = ander[0] != eigen[0] and HOOGTE[ander[0]] >= HOOGTE[eigen[0]]
            if hoger and ("/".join(eigen[:2]), ander[0]) not in JS_MAG:
                fout.append(f"{waar}: {eigen[0]} gebruikt {ander[0]}, maar dat ligt er niet onder.")
            # Een soort beeld kent geen andere soort; wat zij delen, ligt in widget/ zelf.
            if eigen[0] == ander[0] == "widget" and len(ander) > 2 and ander[1] not in (eigen[1], "mijnplan", "derden") and eigen[1] != "mijnplan":
                fout.append(f"{waar}: {eigen[1]} gebruikt {'/'.join(ander)}; deel wat beide nodig hebben in widget/ of regels/.")
    assert not fout, "\n".join(fout)


def _deel(pad: Path) -> tuple[str, ...]:
    return pad.relative_to(PAKKET).with_suffix("").parts


def test_elke_module_in_javascript_is_te_bundelen() -> None:
    """Ook wat nog nergens gebruikt wordt: geen onbekende vorm, onbekende naam of kring."""
    assert set(JAVASCRIPT) <= set(bundel.volgorde(JAVASCRIPT))


# Nog in te korten; een bestand zonder lange regels gaat van deze lijst.
LANG = re.compile(r"widget/((bestand|kader|menu|pagina|stand|voorlopig|waar)\.js|bewaren/.*|rekenblad/.*)|dossier/.*|regels/(formule|rekenblad)\.js")


def test_regels_javascript_zijn_leesbaar() -> None:
    lang = [
        f"{bundel.waar(pad, nummer)}: {len(regel)} tekens"
        for pad in JAVASCRIPT
        for nummer, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), start=1)
        if len(regel) > 140 and not LANG.fullmatch(bundel.waar(pad))
    ]
    assert not lang, "\n".join(lang)


def test_gereedschappen_kennen_elkaar_niet() -> None:
    fout = []
    for pad in sorted((PAKKET / "gereedschap").glob("*/*.py")):
        anders = [naam for _, naam in gebruikt(pad) if naam.startswith("kennis.gereedschap.") and naam.split(".")[2] != pad.parent.name]
        fout += [f"{pad.parent.name} gebruikt {naam}; deel wat beide nodig hebben in widget/ of regels/." for naam in anders]
    assert not fout, "\n".join(fout)


def test_soorten_kennen_geen_gereedschap() -> None:
    """Een tweede gereedschap van een soort kan met alleen data: namen, opties en kolommen van een gereedschap staan nergens in de soort."""
    paden = ("widget/*.js", "widget/*/*.js", "widget/*/*.json", "widget/*/*.py", "regels/*.js", "regels/*.py")
    figuren = [PAKKET / "figuren" / f"{soort}.py" for soort in beschrijving.SOORTEN]
    vreemd = {
        f"{bundel.waar(pad)}: {woord}"
        for pad in [*figuren, *(pad for patroon in paden for pad in PAKKET.glob(patroon))]
        for regels in map(beschrijving.laad_regels, beschrijving.namen())
        for woord in [regels["gereedschap"], *_eigen_woorden(regels)]
        # Een knop is ook iets op het scherm.
        if woord != "knop"
        and (f'"{woord}"' in pad.read_text(encoding="utf-8") or f".{woord}" in pad.read_text(encoding="utf-8"))
    }
    assert not vreemd, "\n".join(sorted(vreemd))


def _eigen_woorden(regels: dict[str, Any]) -> Iterator[str]:
    """De opties van een gereedschap, en de kolommen die zijn regels noemen."""
    yield from (optie["sleutel"] for optie in regels.get("opties", []))
    yield from (regels[deel]["kolom"] for deel in ("x", "y", "grootte") if deel in regels)
    yield from (schakel["kolom"] for schakel in regels.get("keten", []) if schakel["kolom"] not in ("wie", "wanneer"))
    yield from (regels[naam] for naam in ("groepeer", "suggesties") if naam in regels)


def test_opmaak_van_een_soort_raakt_geen_andere() -> None:
    """Mijn plan laadt de opmaak van alle soorten; een klasse hoort daarom bij één map, of bij gereedschap.css."""
    klassen = lambda pad: set(re.findall(r"\.([a-z]+-[\w-]+)", pad.read_text(encoding="utf-8")))  # noqa: E731
    gedeeld, van = klassen(PAKKET / "widget" / "gereedschap.css"), {}
    for pad in sorted((PAKKET / "widget").glob("*/*.css")):
        for klasse in klassen(pad) - gedeeld:
            assert van.setdefault(klasse, pad.parent.name) == pad.parent.name, f".{klasse} staat bij {van[klasse]} en bij {pad.parent.name}"


def test_regels_kennen_geen_scherm() -> None:
    """Rekenregels zijn gewone Python: geen widgets, geen figuren, geen pandas."""
    verboden = {"pandas", "numpy", "matplotlib", "anywidget", "ipywidgets", "traitlets", "sphinx"}
    for pad in sorted((PAKKET / "regels").glob("*.py")):
        namen = {
            (alias.name if isinstance(knoop, ast.Import) else knoop.module or "").split(".")[0]
            for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
            if isinstance(knoop, ast.Import | ast.ImportFrom)
            for alias in knoop.names
        }
        assert not namen & verboden, f"{pad.name} gebruikt {namen & verboden}"


def test_de_opdracht_start_zonder_zware_pakketten() -> None:
    """`kennis boek` zegt in een tel dat er niets veranderd is; dat lukt alleen als Sphinx en pandas niet meekomen."""
    import subprocess
    import sys

    code = "import sys, kennis.cli, kennis.boek.bouw; print([m for m in ('sphinx', 'pandas', 'matplotlib', 'anywidget', 'playwright') if m in sys.modules])"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "[]"


@pytest.mark.parametrize("module", MODULES)
def test_alles_wat_openbaar_is_heeft_uitleg(module: str) -> None:
    pad = Path(importlib.import_module(module).__file__)
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    zonder = [] if ast.get_docstring(boom) or not boom.body else ["de module zelf"]
    for knoop in boom.body:
        if isinstance(knoop, ast.FunctionDef | ast.ClassDef) and not knoop.name.startswith("_"):
            zonder += [] if ast.get_docstring(knoop) else [knoop.name]
            if isinstance(knoop, ast.ClassDef):
                zonder += [f"{knoop.name}.{d.name}" for d in knoop.body if isinstance(d, ast.FunctionDef) and _hoort_uitleg_bij(d, knoop)]
    assert not zonder, f"{module}: hier ontbreekt uitleg (docstring) bij {', '.join(zonder)}"


# Wat een ander pakket voorschrijft, is daar uitgelegd.
VOORGESCHREVEN = {"run", "setup", "set_state", "handle_starttag", "handle_endtag", "handle_data", "log_message"}


def _hoort_uitleg_bij(functie: ast.FunctionDef, klasse: ast.ClassDef) -> bool:
    openbaar = not functie.name.startswith("_") and not klasse.name.startswith("_")
    zetter = any(isinstance(d, ast.Attribute) and d.attr == "setter" for d in functie.decorator_list)
    return openbaar and not zetter and functie.name not in VOORGESCHREVEN and not ast.get_docstring(functie)


@pytest.mark.parametrize("module", MODULES)
def test_voorbeelden_in_de_uitleg_kloppen(module: str, capsys: pytest.CaptureFixture[str]) -> None:
    uitslag = doctest.testmod(importlib.import_module(module))
    assert uitslag.failed == 0, capsys.readouterr().out


def test_elke_naam_in_het_pakket_laadt() -> None:
    for naam in kennis.__all__:
        assert inspect.getdoc(getattr(kennis, naam)), f"kennis.{naam} heeft geen uitleg"
    with pytest.raises(AttributeError, match="kennis heeft geen 'Stakeholdermatrx'; wel: "):
        kennis.Stakeholdermatrx  # noqa: B018
