"""De opdracht `kennis`: het boek bouwen, testen, nakijken en uitbreiden."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kennis.boek.werk import OpdrachtFout, draai, wortel, zeg
from kennis.kolommen import InvoerFout

# De woorden van argparse zelf, in het Nederlands. Een test gaat na dat er geen ontbreekt.
WOORDEN = {
    "usage: ": "gebruik: ",
    "positional arguments": "wat je opgeeft",
    "options": "opties",
    "subcommands": "opdrachten",
    "show this help message and exit": "toon deze uitleg en stop",
    "show program's version number and exit": "toon de versie en stop",
    "%(heading)s:": "%(heading)s:",
    " (default: %(default)s)": " (standaard: %(default)s)",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fout: %(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: let op: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r bestaat niet; kies uit: %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": "%(value)r bestaat niet, bedoel je %(closest)r? Kies uit: %(choices)s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "%(parser_name)r bestaat niet; kies uit: %(choices)s",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "unrecognized arguments: %s": "dit ken ik niet: %s",
    "expected one argument": "hier hoort één waarde bij",
    "expected at most one argument": "hier hoort hoogstens één waarde bij",
    "expected at least one argument": "hier hoort minstens één waarde bij",
    "expected %s argument": "hier hoort %s waarde bij",
    "expected %s arguments": "hier horen %s waarden bij",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s is niet duidelijk; het kan zijn: %(matches)s",
    "unexpected option string: %s": "deze optie kan hier niet: %s",
    "ignored explicit argument %r": "hier hoort geen waarde bij: %r",
    "not allowed with argument %s": "kan niet samen met %s",
    "one of the arguments %s is required": "geef één van deze: %s",
    "invalid %(type)s value: %(value)r": "dit kan hier niet: %(value)r",
    "can't open '%(filename)s': %(error)s": "kan '%(filename)s' niet openen: %(error)s",
    "argument '%(argument_name)s' is deprecated": "'%(argument_name)s' verdwijnt binnenkort",
    "option '%(option)s' is deprecated": "de optie '%(option)s' verdwijnt binnenkort",
    "command '%(parser_name)s' is deprecated": "de opdracht '%(parser_name)s' verdwijnt binnenkort",
}
SYSTEEMFOUTEN = {
    errno.ENOENT: "dit bestand of deze map bestaat niet",
    errno.EACCES: "je hebt hier geen toestemming voor",
    errno.EPERM: "je hebt hier geen toestemming voor",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "deze plek is alleen om te lezen",
    errno.EEXIST: "dit bestaat al",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "dit is een map",
}


def _vertaal_argparse() -> None:
    """Laat argparse Nederlands spreken."""
    argparse._ = lambda woord: WOORDEN.get(woord, woord)  # type: ignore[attr-defined]
    argparse.ngettext = lambda een, meer, aantal: argparse._(een if aantal == 1 else meer)  # type: ignore[attr-defined]


# -- de opdrachten ----------------------------------------------------------------------------------


def boek(keuzes: argparse.Namespace) -> int:
    """Bouw het boek en zeg waar het staat."""
    from kennis.boek import bouw

    map_ = wortel()
    bouw.bouw(map_, schoon=keuzes.schoon)
    bouw.toon_waar(map_)
    return 0


def test(keuzes: argparse.Namespace) -> int:
    """Draai alles wat moet slagen; 0 is goed."""
    from kennis.boek import browser, poort

    map_ = wortel()
    if not keuzes.snel:
        # Eerst dit: ontbreekt de browser, dan weet je dat meteen en niet na minuten.
        os.environ["CHROME"] = browser.zorg_voor() if keuzes.installeer else browser.vind()
        zeg(f"Chromium: {os.environ['CHROME']}")
    return poort.draai(map_, poort.stappen(snel=keuzes.snel))


def lab(keuzes: argparse.Namespace) -> int:
    """Open JupyterLab in de map met hoofdstukken."""
    map_ = wortel()
    _zonder_nieuws()
    zeg("JupyterLab opent in je browser. Stoppen: Ctrl+C.")
    # Hier juist wel levende gereedschappen.
    return draai([sys.executable, "-m", "jupyterlab", str(map_ / "book"), *keuzes.meer], map_, {"KENNIS_BOEK": ""})


def _zonder_nieuws() -> None:
    """Zet nieuws en het zoeken naar updates uit in onze eigen omgeving: er gaat niets naar buiten, en er is geen vraag in het Engels."""
    if sys.prefix == sys.base_prefix:
        return
    pad = Path(sys.prefix) / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    if not pad.exists():
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text('{"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}\n', encoding="utf-8")


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Voer notebooks uit en bewaar de uitkomst erin."""
    from kennis.boek import notebooks

    if keuzes.controleer:
        return notebooks.controleer_uitkomst(wortel(), keuzes.notebooks)
    notebooks.voer_uit(wortel(), keuzes.notebooks)
    return 0


def nieuw(keuzes: argparse.Namespace) -> int:
    """Maak een begin voor een hoofdstuk, case of gereedschap."""
    from kennis.boek import nieuw as maak

    if keuzes.soort == "hoofdstuk":
        maak.hoofdstuk(wortel(), keuzes.naam, keuzes.deel)
    elif keuzes.soort == "gereedschap":
        maak.gereedschap(wortel(), keuzes.naam, keuzes.van)
    else:
        getattr(maak, keuzes.soort)(wortel(), keuzes.naam)
    return 0


def controleer(keuzes: argparse.Namespace) -> int:
    """Kijk alles na en noem alle fouten."""
    return _toon_fouten(wortel())


def _toon_fouten(map_: Path) -> int:
    from kennis.boek import controle

    fouten = controle.controleer(map_)
    for fout in fouten:
        zeg(f"  {fout}")
    zeg(f"{len(fouten)} {'fout' if len(fouten) == 1 else 'fouten'} gevonden." if fouten else "Alles klopt.")
    return 1 if fouten else 0


def meet(keuzes: argparse.Namespace) -> int:
    """Meet het gewicht en de snelheid van het boek, en bewaar de tabel voor wie het onderhoudt."""
    from kennis.boek import meet as meten
    from kennis.boek import taal

    if keuzes.wat == "taal":
        taal.hoofd(zeg)
    elif keuzes.wat == "zoeken":
        zeg(meten.als_tabel(meten.meet_zoeken()))
    else:
        meten.hoofd(met_tests=keuzes.met_tests, zeg=zeg)
    return 0


def plan(keuzes: argparse.Namespace) -> int:
    """Maak van een dossier het plan voor de stuurgroep, als Word, Excel of html."""
    from kennis import gereedschap
    from kennis.dossier import Dossier
    from kennis.verslag.opstellen import stel_op
    from kennis.verslag.tekst import bestandsnaam

    gemaakt = stel_op(Dossier.laad(keuzes.dossier), [gereedschap.klasse(naam) for naam in gereedschap.namen()], keuzes.volgorde)
    pad = Path(keuzes.uit or f"{bestandsnaam(gemaakt.verslag['titel'])}.{keuzes.naar}")
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(gemaakt.schrijf(keuzes.naar))
    zeg(f"Het plan staat in {pad}.")
    return 0


def muteer(keuzes: argparse.Namespace) -> int:
    """Verander met opzet één ding tegelijk en kijk of de tests het vinden."""
    from kennis.boek import muteer as muteren

    return muteren.muteer(wortel(), keuzes.namen, keuzes.processen)


# -- de opdrachtregel -------------------------------------------------------------------------------


def maak_lezer() -> argparse.ArgumentParser:
    """Maak de lezer van de opdrachtregel."""
    _vertaal_argparse()
    lezer = argparse.ArgumentParser("kennis", description="Het Kennisboek Juiste Zorg op de Juiste Plek bouwen, testen en uitbreiden.")
    lezer.suggest_on_error = True
    opdrachten = lezer.add_subparsers(title="opdrachten", metavar="opdracht", required=True)

    def opdracht(naam: str, doe: Callable[[argparse.Namespace], int], hulp: str) -> argparse.ArgumentParser:
        deel = opdrachten.add_parser(naam, help=hulp, description=hulp[0].upper() + hulp[1:] + ".")
        deel.set_defaults(doe=doe)
        return deel

    deel = opdracht("boek", boek, "bouw het boek in _build/html")
    deel.add_argument("--schoon", action="store_true", help="begin helemaal opnieuw")
    deel = opdracht("test", test, "draai alles wat moet slagen")
    deel.add_argument("--snel", action="store_true", help="alleen wat binnen een minuut kan: stijl, controle, en tests zonder bouw en browser")
    deel.add_argument("--installeer", action="store_true", help="installeer Chromium (met apt) als die er niet is")
    deel = opdracht("lab", lab, "open de hoofdstukken in JupyterLab")
    deel.add_argument("meer", nargs="*", metavar="optie", help="opties voor JupyterLab, na --")
    deel = opdracht("voer-uit", voer_uit, "voer de notebooks uit en bewaar de uitkomst erin")
    deel.add_argument("notebooks", nargs="*", metavar="notebook", help="alleen deze notebooks, zoals stappenplan/planvorming")
    deel.add_argument("--controleer", action="store_true", help="vergelijk alleen: geeft elke cel nog wat er bewaard is?")
    soorten = opdracht("nieuw", nieuw, "maak een hoofdstuk, case of gereedschap").add_subparsers(title="soorten", metavar="soort", dest="soort", required=True)
    for soort, hulp in (
        ("hoofdstuk", "maak een hoofdstuk met de vaste opbouw"),
        ("case", "maak een case met een bladzijde"),
        ("gereedschap", "maak een gereedschap van een soort"),
    ):
        deel = soorten.add_parser(soort, help=hulp, description=hulp[0].upper() + hulp[1:] + ".")
        deel.add_argument("naam", metavar="NAAM", help="de titel; de bestandsnaam volgt daaruit")
        if soort == "hoofdstuk":
            deel.add_argument("--deel", required=True, metavar="DEEL", help="het deel van het boek, zoals in _toc.yml; een stuk van de naam volstaat")
        if soort == "gereedschap":
            deel.add_argument("--soort", dest="van", default="veld", metavar="SOORT", help="veld, kiezer, scan, plan of rekenblad (anders veld)")
    opdracht("controleer", controleer, "kijk tabellen, cases, notebooks, beelden, links en inhoudsopgave na")
    deel = opdracht("plan", plan, "maak van een dossier het plan voor de stuurgroep")
    deel.add_argument("dossier", metavar="DOSSIER", help="een dossier (json), of een map met een csv per sectie")
    deel.add_argument("--naar", choices=("docx", "xlsx", "html"), default="docx", help="Word, Excel of een bladzijde; standaard Word")
    deel.add_argument("--uit", metavar="PAD", help="waar het bestand komt; standaard in deze map, met de naam van het plan")
    deel.add_argument("--volgorde", choices=("wanneer", "wie", "ingevoerd"), default="wanneer", help="hoe de acties staan")
    deel = opdracht("meet", meet, "meet het gewicht en de snelheid van de bladzijden, de zinnen of het zoeken")
    deel.add_argument("wat", nargs="?", choices=("alles", "taal", "zoeken"), default="alles", help="alleen de zinnen, of alleen het zoeken")
    deel.add_argument("--met-tests", action="store_true", help="draai ook alle tests en meet hoe lang dat duurt")
    deel = opdracht("muteer", muteer, "verander met opzet één ding tegelijk en kijk of de tests het vinden")
    deel.add_argument("namen", nargs="*", metavar="naam", help="alleen deze wijzigingen uit tests/mutaties.yml")
    deel.add_argument("--processen", type=int, default=2, metavar="N", help="zoveel tegelijk (standaard: %(default)s)")
    return lezer


def hoofd(opdrachtregel: Sequence[str] | None = None) -> int:
    """Voer een opdracht uit en geef de uitkomst: 0 is goed, 1 een fout, 2 een onbekende opdracht."""
    keuzes = maak_lezer().parse_args(opdrachtregel)
    for stroom in (sys.stdout, sys.stderr):
        # Een Windows-venster kan niet altijd elk teken tonen; dan liever een vraagteken dan een fout.
        getattr(stroom, "reconfigure", lambda **_: None)(errors="replace")
    try:
        return keuzes.doe(keuzes)
    except (OpdrachtFout, InvoerFout) as fout:
        print(fout, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nAfgebroken.", file=sys.stderr)
        return 130
    except OSError as fout:
        waarom = SYSTEEMFOUTEN.get(fout.errno or 0, f"het systeem meldt fout {fout.errno}")
        print(f"Dit lukt niet met {fout.filename or 'een bestand'}: {waarom}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(hoofd())
