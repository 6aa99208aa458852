"""Maak docx.js en excel.js opnieuw: `python maak.py`. Alleen nodig bij een andere versie; vraagt Node en internet.

Hoort niet bij het pakket: het project zelf heeft geen Node nodig. Wat eruit komt staat in deze map, met licentie en vingerafdruk in README.md.
"""

import hashlib
import subprocess
import tempfile
from pathlib import Path

HIER = Path(__file__).parent
PAKKETTEN = ["docx@9.15.2", "write-excel-file@4.1.1", "fflate@0.8.3", "nanoid@6.0.2", "esbuild@0.25.12"]
SCHRIJVER = "./node_modules/write-excel-file/modules"
INGANGEN = {
    "docx": "export { AlignmentType, Document, Footer, HeadingLevel, ImageRun, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell,"
    ' TableLayoutType, TableRow, TextRun, WidthType } from "docx";',
    # Het pakket zelf pakt in met een Web Worker; die mag niet vanaf schijf en niet met een strenge beveiliging. Deze weg doet het zonder.
    "excel": f'import {{ generateXlsxFileSync }} from "{SCHRIJVER}/export/writeXlsxFileUniversal.js";'
    f'import naarBytes from "{SCHRIJVER}/export/convertFileContentToUint8ArrayUniversal.js";'
    "export const schrijfExcel = (bladen, opties) => generateXlsxFileSync(bladen, opties, undefined, naarBytes);",
}
# Een cel met de tekst "constructor" gaf een kapot bestand: dat woord staat op elk gewoon object.
HERSTEL = ("modules/xlsx/initializeSharedStrings.js", "sharedStringIdByString = {}", "sharedStringIdByString = Object.create(null)")


def hoofd() -> None:
    """Haal de pakketten, herstel wat niet goed is, en maak van elk één bestand."""
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        (map_ / "package.json").write_text("{}", encoding="utf-8")
        subprocess.run(["npm", "install", "--silent", "--ignore-scripts", "--save-exact", *PAKKETTEN], cwd=map_, check=True)
        pad, oud, nieuw = map_ / "node_modules/write-excel-file" / HERSTEL[0], *HERSTEL[1:]
        bron = pad.read_text(encoding="utf-8")
        if bron.count(oud) != 1:
            raise SystemExit(f"{pad.name} is veranderd; kijk of het herstel nog nodig is.")
        pad.write_text(bron.replace(oud, nieuw), encoding="utf-8")
        for naam_, ingang in INGANGEN.items():
            _bundel(map_, naam_, ingang)


def _bundel(map_: Path, naam: str, ingang: str) -> None:
    (map_ / f"{naam}.in.js").write_text(ingang, encoding="utf-8")
    opties = ["--bundle", "--minify", "--format=iife", "--global-name=bieb", "--legal-comments=none", "--platform=browser", "--target=es2022"]
    uit = subprocess.run(["npx", "esbuild", f"{naam}.in.js", *opties], cwd=map_, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    if not uit.startswith("var bieb="):
        raise SystemExit(f"{naam}: esbuild geeft iets anders dan verwacht.")
    licentie = (HIER / f"{naam}-licentie.txt").read_text(encoding="utf-8").strip()
    tekst = f"/*!\n{licentie}\n*/\nexport default {uit.removeprefix('var bieb=')}"
    (HIER / f"{naam}.js").write_text(tekst, encoding="utf-8")
    print(f"{naam}.js sha256 {hashlib.sha256(tekst.encode('utf-8')).hexdigest()}")


if __name__ == "__main__":
    hoofd()
