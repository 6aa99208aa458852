"""Maak de twee letters van het boek klein: `python maak.py <map met de uitgepakte pakketten>`.

De letters zijn Source Sans 3 en Source Serif 4 van Adobe (SIL Open Font License 1.1), uit de npm-pakketten
@fontsource-variable/source-sans-3 en @fontsource-variable/source-serif-4. Wij houden de tekens van het
Nederlands over en de diktes die het boek gebruikt. Omdat het dan een gewijzigde letter is, krijgt zij een
eigen naam, zoals de licentie vraagt. Nodig: fonttools en brotli; de bouw van het boek gebruikt dit bestand niet.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TEKENS = (
    "U+0020-007E,U+00A0-00FF,U+0131-0133,U+0152-0153,U+0160-0161,U+2010-2015,U+2018-201E,U+2020-2022,"
    "U+2026,U+202F,U+2030,U+2039-203A,U+20AC,U+2122,U+2190-2193,U+2212,U+2248,U+2260,U+2264-2265"
)
LETTERS = {
    "schreefloos.woff2": ("source-sans-3-latin-wght-normal.woff2", (400, 700), "Kennisboek Schreefloos"),
    "schreefloos-cursief.woff2": ("source-sans-3-latin-wght-italic.woff2", 400, "Kennisboek Schreefloos"),
    "schreef.woff2": ("source-serif-4-latin-wght-normal.woff2", 600, "Kennisboek Schreef"),
}
NAAMVELDEN = (1, 3, 4, 6, 16, 25)


def maak(bron: Path, doel: Path, dikte: int | tuple[int, int], naam: str) -> None:
    """Maak van één letter een kleine woff2 met een eigen naam."""
    letter = TTFont(bron)
    keuze = subset.Options()
    keuze.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"]
    keuze.name_IDs = ["*"]
    snijder = subset.Subsetter(keuze)
    snijder.populate(unicodes=subset.parse_unicodes(TEKENS.replace("U+", "")))
    snijder.subset(letter)
    letter = instancer.instantiateVariableFont(letter, {"wght": dikte})
    for veld in letter["name"].names:
        if veld.nameID in NAAMVELDEN:
            veld.string = naam.replace(" ", "") if veld.nameID in (6, 25) else naam
    letter.flavor = "woff2"
    letter.save(doel)


if __name__ == "__main__":
    pakketten, doelmap = Path(sys.argv[1]), Path(__file__).parents[1] / "static" / "letters"
    for bestand, (bronnaam, dikte, naam) in LETTERS.items():
        maak(next(pakketten.rglob(bronnaam)), doelmap / bestand, dikte, naam)
        print(bestand, (doelmap / bestand).stat().st_size)
