"""De bundelaar: wat hij weigert, dat geen module er twee keer is, en dat wat eruit komt hetzelfde doet als wat erin ging."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kennis import gereedschap
from kennis.widget import bundel, opzet


@pytest.fixture
def zet(tmp_path: Path) -> Callable[..., Path]:
    """Schrijf modules in een map (`zet(a="…", b="…")`) en geef de map."""

    def doe(**modules: str) -> Path:
        for naam, bron in modules.items():
            (tmp_path / f"{naam}.js").write_text(bron, encoding="utf-8")
        return tmp_path

    return doe


@pytest.fixture
def draai(regels_in_js: Callable[[str, Any], Any]) -> Callable[[str], Any]:
    """Draai een script in Chromium en geef wat het op `window.uit` zette."""
    return lambda script: regels_in_js(f"() => {{ window.uit = null; {script}; return window.uit; }}", None)


# -- wat niet kan, is een fout ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "regel",
    [
        "export let teller = 0;", "export var oud = 0;", "export const { a } = b;", "export * from \"./b.js\";", 'import "./b.js";',
        "import { a } from './b.js';", "import a, { b } from \"./b.js\";", 'export const a;',
    ],
)  # fmt: skip
def test_een_onbekende_vorm_is_een_fout_met_bestand_en_regel(zet: Callable[..., Path], regel: str) -> None:
    map_ = zet(a=f"// kop\n\n{regel}\n", b="export const a = 1, b = 2;\n")
    with pytest.raises(bundel.BundelFout, match=r"a\.js, regel 3: deze vorm kan hier niet"):
        bundel.volgorde([map_ / "a.js"])


@pytest.mark.parametrize(
    ("regel", "melding"),
    [
        ('import { weg } from "./b.js";', r"a\.js, regel 1: .*b\.js heeft geen 'weg'. Wel: hier\."),
        ('export { weg } from "./b.js";', r"a\.js, regel 1: .*b\.js heeft geen 'weg'. Wel: hier\."),
        ('import b from "./b.js";', r"a\.js, regel 1: .*b\.js heeft geen `export default`"),
        ('import { x } from "./c.js";', r'a\.js, regel 1: het bestand "./c.js" bestaat niet'),
        ('import { x } from "lodash";', r'a\.js, regel 1: het bestand "lodash" bestaat niet'),
        ('import { a-b } from "./b.js";', r"a\.js, regel 1: 'a-b' is geen naam"),
        ("export const x = 1;\nexport function x() {}", r"a\.js, regel 2: 'x' wordt twee keer geëxporteerd"),
    ],
)
def test_een_onbekende_naam_of_plek_is_een_fout(zet: Callable[..., Path], regel: str, melding: str) -> None:
    map_ = zet(a=f"{regel}\n", b="export const hier = 1;\n")
    with pytest.raises(bundel.BundelFout, match=melding):
        bundel.volgorde([map_ / "a.js"])


def test_een_tweede_naam_achter_een_komma_bestaat_niet_stil(zet: Callable[..., Path]) -> None:
    map_ = zet(a='import { y } from "./b.js";\n', b="export const x = 1, y = 2;\n")
    with pytest.raises(bundel.BundelFout, match="heeft geen 'y'. Wel: x"):
        bundel.volgorde([map_ / "a.js"])


def test_een_kring_wordt_genoemd(zet: Callable[..., Path]) -> None:
    map_ = zet(**{een: f'import {{ {twee} }} from "./{twee}.js";\nexport const {een} = 1;\n' for een, twee in ("ab", "bc", "ca")})
    with pytest.raises(bundel.BundelFout, match=r"kring: .*a\.js → .*b\.js → .*c\.js → .*a\.js"):
        bundel.volgorde([map_ / "a.js"])


# -- wat wel kan, doet het --------------------------------------------------------------------------

GETALLEN = """
// Commentaar met export const nep = 1;
const een = 1, twee = 2;
export { een, twee as deux };
export const drie = 3;
export async function later() { return een; }
export function* tel() { yield 1; yield 2; }
export class Ding { get naam() { return "ding"; } }
export default (n) => n * 2;
"""
DOOR = 'export { drie as three, default } from "./getallen.js";\n'


def test_elke_vorm_die_mag_doet_wat_hij_zegt(zet: Callable[..., Path], draai: Callable[[str], Any]) -> None:
    hoofd = """
import dubbel from "./getallen.js";
import {
  een,
  deux as tweede,
  drie, tel, Ding,
} from "./getallen.js";
import * as alles from "./getallen.js";
import { three } from "./door.js";
import nogEens from "./door.js";
import gegevens from "./gegevens.json";
window.uit = [dubbel(21), een, tweede, drie, [...tel()], new Ding().naam, Object.keys(alles).length, three, nogEens(2), gegevens.tekst];
"""
    map_ = zet(hoofd=hoofd, getallen=GETALLEN, door=DOOR)
    (map_ / "gegevens.json").write_text(json.dumps({"tekst": "</script>\u2028'\"`${x}"}), encoding="utf-8")
    assert draai(bundel.los_script(map_ / "hoofd.js")) == [42, 1, 2, 3, [1, 2], "ding", 7, 3, 4, "</script>\u2028'\"`${x}"]


def test_de_verkleiner_houdt_de_volgorde_van_declaraties(draai: Callable[[str], Any]) -> None:
    """tdewolff-minify 2.24.11 en 2.24.12 zetten een declaratie met een patroon vóór wat zij gebruikt."""
    script = """(() => {
      const geef = (wat) => wat, eerst = (o) => {
        const langeNaam = { ...o };
        const { weg, ...rest } = langeNaam;
        const { q } = geef({ q: rest });
        const [een, twee] = [q.a, { q }];
        let { d } = { d: een }, nogEen = d;
        return [een, twee.q.b, d, nogEen];
      };
      window.uit = eerst({ a: 1, b: 2, weg: 3 });
    })()"""
    assert draai(bundel.klein(script)) == [1, 2, 1, 1]


# -- verdelen over scripts --------------------------------------------------------------------------


def test_geen_module_staat_in_twee_scripts_en_alles_komt_voor_wat_het_gebruikt(zet: Callable[..., Path], draai: Callable[[str], Any]) -> None:
    gebruik = 'import {{ nummer }} from "./teller.js";\nimport {{ samen }} from "./samen.js";\nexport const uit = ["{0}", nummer(), samen];\n'
    map_ = zet(
        teller="let n = 0;\nexport const nummer = () => ++n;\n",
        basis="export const basis = 10;\n",
        samen='import { basis } from "./basis.js";\nimport { nummer } from "./teller.js";\nexport const samen = basis + nummer();\n',
        kern='import { basis } from "./basis.js";\nexport const kern = basis;\n',
        een=gebruik.format("een"), twee=gebruik.format("twee"), drie='import { nummer } from "./teller.js";\nexport const uit = ["drie", nummer()];\n',
    )  # fmt: skip
    ingangen = {naam: [map_ / f"{naam}.js"] for naam in ("kern", "een", "twee", "drie")}
    stukken = bundel.verdeel(ingangen, "kern", na={"drie": "een"})
    alle = [pad.stem for stuk in stukken for pad in stuk.modules]
    assert sorted(alle) == ["basis", "drie", "een", "kern", "samen", "teller", "twee"]
    # De teller is voor alle drie, maar drie komt altijd na een: dan hoeft drie hem niet zelf te halen.
    assert stukken[1].naam.startswith("gedeeld-") and stukken[1].naam.endswith("-samen")
    volgorde = [(stuk.modules[-1].stem, "+".join(sorted(stuk.voor))) for stuk in stukken[1:]]
    assert volgorde == [("samen", "een+twee"), ("een", "een"), ("drie", "drie"), ("twee", "twee")]
    geef = bundel.gebruikt_elders(stukken) | {paden[0] for paden in ingangen.values()}
    lees = ", ".join(f"window.kennisModules[{json.dumps(bundel.sleutel(map_ / f'{n}.js'))}].uit" for n in ("een", "twee", "drie"))
    script = ";".join(bundel.script(stuk, geef) for stuk in stukken)
    # Eén teller voor alle scripts: elke module draait één keer.
    assert draai(f"delete window.kennisModules; {script}; window.uit = [{lees}]") == [["een", 2, 11], ["twee", 4, 11], ["drie", 3]]


WERELDEN = [opzet.soorten(), list(opzet.GEEN_SOORT)]


@pytest.mark.parametrize("plekken", WERELDEN, ids=["gereedschappen", "mijn plan"])
def test_een_pagina_krijgt_elke_module_een_keer_en_op_tijd(plekken: list[str]) -> None:
    """Alles wat op een pagina kan komen, ook wat later komt: geen module twee keer, en geen script voor wat het gebruikt."""
    later = [naam for naam in opzet.later_delen() if naam.removesuffix("-panelen") in plekken or not naam.endswith("-panelen")]
    geladen: list[Path] = []
    for ingang in ["kern", *plekken, *later]:
        for stuk in opzet.stukken():
            if ingang in stuk.voor and not set(stuk.modules) <= set(geladen):
                assert stuk.elders <= set(geladen), f"{stuk.naam} komt te vroeg"
                geladen += stuk.modules
    assert len(geladen) == len(set(geladen))
    ingangen = [opzet.MAP / plek / "index.js" for plek in plekken] + [opzet.later_delen()[naam] for naam in later]
    assert set(bundel.volgorde(ingangen)) <= set(geladen)


def test_mijn_plan_staat_nergens_naast_een_gereedschap() -> None:
    # Een gereedschap staat altijd in een notebook.
    assert not [pad for pad in (bundel.PAKKET.parents[1] / "book").rglob("*.ipynb") if "{mijnplan}" in pad.read_text(encoding="utf-8")]


def test_een_pagina_laadt_de_kern_eerst_en_alleen_haar_eigen_soort() -> None:
    bestanden = opzet.Opzet(gereedschap.regels())
    scripts = bestanden.scripts({"scan"})
    namen = [naam.split(".")[0] for naam in scripts]
    assert namen[0] == "kennis-kern" and namen[-1] == "kennis-scan"
    assert not {f"kennis-{soort}" for soort in opzet.soorten()} & set(namen[:-1])
    assert set(scripts) | set(bestanden.stijlen({"scan"})) <= set(bestanden.bestanden)
    assert bestanden.scripts(set()) == bestanden.stijlen(set()) == []


def test_cases_en_lange_teksten_staan_niet_in_wat_meteen_komt() -> None:
    bestanden = opzet.Opzet(gereedschap.regels())
    meteen = "".join(bestanden.bestanden[naam] for naam in bestanden.scripts(opzet.plekken()))
    gegevens = next(inhoud for naam, inhoud in bestanden.bestanden.items() if naam.startswith("kennis-gegevens."))
    assert "Menzis" in gegevens and "Menzis" not in meteen
    assert sum("Menzis" in inhoud for inhoud in bestanden.bestanden.values()) == 1
