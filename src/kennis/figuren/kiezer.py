"""Teken een kiezer: balken met een zeker en een onzeker deel, stippen per partij, of netwerken. Alle maten zijn in inch.

De regels noemen onder `figuur` welke figuren onder elkaar komen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from kennis.figuren import PALET, stijl
from kennis.figuren.netwerk import teken_netwerk
from kennis.regels.basis import vul
from kennis.regels.kiezer import oordeel, toon_punten
from kennis.regels.zinnen import breek

BREED = 5.6  # smal genoeg om op een telefoon leesbaar te blijven
RIJ = 0.52  # een balk, met de naam erboven
REGEL = 0.2
NUMMERS = 16  # tot zoveel deelnemers past er een nummer in een knoop

# Een figuur is een paar: hoe hoog zij wordt, en een functie die haar vanaf een hoogte tekent.
Deel = tuple[float, Callable[[Axes, float], None]]


def teken_kiezer(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Figure:
    """Teken de figuren van deze kiezer onder elkaar.

    uitkomst: wat `regels.kiezer.uitkomst` geeft.
    """
    delen = [FIGUREN[naam](uitkomst, regels) for naam in regels["figuur"]]
    hoog = sum(hoogte for hoogte, _ in delen)
    # De arcering is een teken op zich; zo blijft het verschil ook in zwart-wit te zien.
    with stijl(), mpl.rc_context({"hatch.color": PALET["petrol"], "hatch.linewidth": 1.1}):
        figuur = Figure(figsize=(BREED, hoog))
        as_ = figuur.add_axes((0.005, 0, 0.99, 1))
        as_.set(xlim=(0, BREED), ylim=(hoog, 0))
        as_.axis("off")
        y = 0.0
        for hoogte, teken in delen:
            teken(as_, y)
            y += hoogte
    return figuur


def _veilig(tekst: str) -> str:
    return tekst.replace("$", r"\$")


# -- balken ---------------------------------------------------------------------------------


def balken(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Deel:
    """Geef per optie een balk: dicht is zeker, gearceerd hangt van vraagtekens af."""
    opties = uitkomst["opties"]

    def teken(as_: Axes, boven: float) -> None:
        for nummer, optie in enumerate(opties):
            _teken_balk(as_, boven + 0.1 + RIJ * nummer, optie, uitkomst, regels["teksten"])

    return 0.1 + RIJ * len(opties), teken


def _teken_balk(as_: Axes, y: float, optie: Mapping[str, Any], uitkomst: Mapping[str, Any], teksten: Mapping[str, str]) -> None:
    """Teken één balk. Alleen wat vooraan mag staan heeft een plaats; de rest staat er zonder nummer en in grijs."""
    af, totaal = bool(uitkomst["kop"]) and optie["plaats"] is None, uitkomst["totaal"]
    plaats = teksten["valt_af"] if optie["valt_af"] else optie["plaats"]
    titel = optie["titel"] if plaats is None else vul(teksten["plek"], {"plaats": str(plaats), "titel": optie["titel"]})
    kleur, inkt = PALET["inkt-zacht" if af else "petrol"], PALET["inkt-zacht" if af else "inkt"]
    as_.text(0, y + 0.1, titel, size=9.5, weight="normal" if af else "bold", va="center", color=inkt)
    lang, top, dik = BREED - 1.4, y + 0.21, 0.19
    as_.add_patch(Rectangle((0.02, top), lang, dik, facecolor=PALET["vlak"], edgecolor=PALET["lijn"], linewidth=0.8))
    van, tot = (lang * optie[kant] / totaal if totaal else 0 for kant in ("laag", "hoog"))
    if tot > van:
        open_ = {
            "facecolor": "none",
            "edgecolor": kleur,
            "hatch": None if af else "////",
            "linestyle": ":" if af else "-",
            "linewidth": 1.2,
        }
        as_.add_patch(Rectangle((0.02 + van, top), tot - van, dik, **open_))
    if van:
        as_.add_patch(Rectangle((0.02, top), van, dik, facecolor=kleur, edgecolor=kleur, linewidth=1.2))
    as_.text(BREED - 0.05, top + dik / 2, toon_punten(optie, totaal), size=9.5, ha="right", va="center", color=inkt)


# -- stippen --------------------------------------------------------------------------------

PER_RIJ, STAP, LINKS = 12, 0.33, 1.3


def stippen(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Deel:
    """Geef per partij de nummers van wat op de lijst staat waar zij iets aan kan doen; eronder staat welk nummer wat is."""
    lijst, partijen, lijstregel = uitkomst["lijst"], uitkomst["partijen"], regels["teksten"]["lijstregel"]
    namen = [ding["sleutel"] for ding in lijst]
    regels_ = [vul(lijstregel, {"n": str(i), "naam": ding["naam"]}) for i, ding in enumerate(lijst, start=1)] or [regels["lijst"]["leeg"]]
    legenda = [zin for regel in regels_ for zin in breek(regel, 68)]
    rijen = [max(1, -(-len(partij["bij"]) // PER_RIJ)) for partij in partijen]

    def teken(as_: Axes, boven: float) -> None:
        as_.text(0, boven + 0.16, regels["lijst"]["figuurtitel"], size=9.5, weight="bold", va="center")
        y = boven + 0.36
        for partij, aantal in zip(partijen, rijen, strict=True):
            _teken_partij(as_, y, partij, namen)
            y += STAP * aantal
            as_.plot([0, BREED], [y, y], color=PALET["lijn"], linewidth=0.8)
        for nummer, regel in enumerate(legenda):
            as_.text(0, y + REGEL * (1 + nummer), _veilig(regel), size=9.5, va="center")

    return 0.4 + STAP * sum(rijen) + 0.25 + REGEL * len(legenda), teken


def _teken_partij(as_: Axes, y: float, partij: Mapping[str, Any], namen: list[str | None]) -> None:
    as_.text(0, y + STAP / 2, partij["naam"], size=9.5, va="center", color=PALET["inkt" if partij["bij"] else "inkt-zacht"])
    for plek, sleutel in enumerate(partij["bij"]):
        x, midden = LINKS + (plek % PER_RIJ) * STAP, y + STAP / 2 + (plek // PER_RIJ) * STAP
        as_.add_patch(Circle((x, midden), 0.125, facecolor=PALET["petrol"], edgecolor="none"))
        as_.text(x, midden, str(namen.index(sleutel) + 1), size=9, weight="bold", ha="center", va="center_baseline", color=PALET["papier"])


# -- rooster --------------------------------------------------------------------------------

VAK = 0.34


def rooster(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Deel:
    """Geef per optie een rij met een teken per vraag; wat de lezer noemde, staat in een kleur. Er is geen volgorde en geen som."""
    vragen, opties = regels["vragen"], regels["opties"]
    links = BREED - VAK * len(vragen)
    legenda = [f"{nummer} · {vraag['titel']}" for nummer, vraag in enumerate(vragen, start=1)]
    telt = [a["gewicht"] > 0 for a in uitkomst["antwoorden"]]

    def teken(as_: Axes, boven: float) -> None:
        for nummer, gekozen in enumerate(telt):
            stijl_ = {"weight": "bold" if gekozen else "normal", "color": PALET["inkt" if gekozen else "inkt-zacht"]}
            as_.text(links + VAK * (nummer + 0.45), boven + 0.12, str(nummer + 1), size=9, ha="center", va="center", **stijl_)
            as_.text(0, boven + 0.45 + RIJ * len(opties) + REGEL * nummer, legenda[nummer], size=9, va="center", **stijl_)
        for rij, optie in enumerate(opties):
            y = boven + 0.26 + RIJ * rij
            as_.text(0, y + 0.17, "\n".join(breek(optie["titel"], int(links / 0.075))), size=9, va="center", linespacing=1.1)
            for nummer, antwoord in enumerate(uitkomst["antwoorden"]):
                _teken_oordeel(as_, links + VAK * nummer, y, oordeel(optie, antwoord), telt[nummer])

    return 0.45 + RIJ * len(opties) + REGEL * len(vragen) + 0.05, teken


def _teken_oordeel(as_: Axes, x: float, y: float, soort: str, gekozen: bool) -> None:
    vlak = {"+": "petrol", "-": "papier"}.get(soort, "petrol-licht") if gekozen else "vlak"
    rand = ("steen" if soort == "-" else "petrol") if gekozen else "lijn"
    as_.add_patch(Rectangle((x, y), VAK - 0.05, VAK - 0.02, facecolor=PALET[vlak], edgecolor=PALET[rand], linewidth=1))
    inkt = PALET["papier" if gekozen and soort == "+" else "inkt" if gekozen else "inkt-zacht"]
    as_.text(x + VAK * 0.43, y + VAK * 0.48, soort.replace("-", "−"), size=10, weight="bold", ha="center", va="center", color=inkt)


# -- netwerken ------------------------------------------------------------------------------


def netwerken(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Deel:
    """Geef per optie een netwerk met iedereen die meedoet, en eronder welk nummer wie is zolang dat te lezen blijft."""
    netwerk, teksten, namen = regels["netwerk"], regels["teksten"], uitkomst["namen"]
    genummerd = len(namen) <= NUMMERS
    leider = namen.index(uitkomst["leider"]) if uitkomst["leider"] in namen else -1
    woorden = [str(i) if genummerd else "" for i, _ in enumerate(namen, start=1)] or [""] * 6
    legenda = [_kort(vul(teksten["lijstregel"], {"n": str(i), "naam": naam}), 44) for i, naam in enumerate(namen[: netwerk["meest"]], start=1)]
    if len(namen) > len(legenda):
        legenda.append(vul(teksten["meer"], {"n": str(len(namen) - len(legenda))}))
    legenda = legenda if genummerd else []
    vak, rijen = BREED / len(regels["opties"]), -(-len(legenda) // 2) or 1

    def teken(as_: Axes, boven: float) -> None:
        for nummer, optie in enumerate(regels["opties"]):
            midden, straal = (vak * (nummer + 0.5), boven + 0.62 + vak / 2), vak / 2 - 0.28
            as_.text(midden[0], midden[1] - straal - 0.3, "\n".join(breek(optie["titel"], 20)), size=9.5, weight="bold", ha="center", va="bottom")
            teken_netwerk(as_, midden, straal, netwerk["tekeningen"][optie["sleutel"]], woorden, leider=leider, apart=netwerk["apart"])
        top = boven + 0.67 + vak
        as_.text(0, top + 0.1, teksten["tekening"], size=9, va="center", color=PALET["inkt-zacht"])
        as_.text(0, top + 0.3, uitkomst["telling"], size=9, va="center")
        for nummer, regel in enumerate(legenda):
            as_.text(BREED / 2 * (nummer // rijen), top + 0.52 + REGEL * (nummer % rijen), _veilig(regel), size=9, va="center")

    return 0.67 + vak + 0.5 + REGEL * rijen, teken


def _kort(tekst: str, letters: int) -> str:
    return tekst if len(tekst) <= letters else tekst[: letters - 1].rstrip() + "…"


FIGUREN: dict[str, Callable[[Mapping[str, Any], Mapping[str, Any]], Deel]] = {
    "balken": balken,
    "stippen": stippen,
    "netwerken": netwerken,
    "rooster": rooster,
}
