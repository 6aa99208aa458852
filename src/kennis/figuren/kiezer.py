"""Teken een kiezer: liggende balken met een zeker en een onzeker deel."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from kennis.figuren import PALET, stijl
from kennis.regels.basis import toon

BREED = 5.6  # inch; smal genoeg om op een telefoon leesbaar te blijven
RIJ = 0.52  # inch per balk, met de naam erboven


def teken_kiezer(uitkomst: Mapping[str, Any], secties: Mapping[str, Sequence[Mapping[str, Any]]], regels: Mapping[str, Any]) -> Figure:
    """Teken wat bij deze kiezer hoort."""
    return teken_stippen(uitkomst, regels) if "lijst" in regels else teken_balken(uitkomst, regels)


def teken_balken(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Figure:
    """Teken per optie een balk: dicht is zeker, gearceerd hangt van vraagtekens af."""
    opties = uitkomst["opties"]
    hoog = 0.1 + RIJ * len(opties)
    # De arcering is een teken op zich; zo blijft het verschil ook in zwart-wit te zien.
    with stijl(), mpl.rc_context({"hatch.color": PALET["petrol"], "hatch.linewidth": 1.1}):
        figuur = Figure(figsize=(BREED, hoog))
        as_ = figuur.add_axes((0.005, 0, 0.99, 1))
        as_.set(xlim=(0, BREED), ylim=(hoog, 0))
        as_.axis("off")
        for nummer, optie in enumerate(opties):
            _teken_balk(as_, 0.1 + RIJ * nummer, optie, uitkomst["totaal"], regels)
    return figuur


def _teken_balk(as_: Any, y: float, optie: Mapping[str, Any], totaal: float, regels: Mapping[str, Any]) -> None:
    af = bool(optie["valt_af"])
    titel = f"valt af · {optie['titel']}" if af else f"{optie['plaats']} · {optie['titel']}"
    kleur = PALET["inkt-zacht"] if af else PALET["petrol"]
    as_.text(0, y + 0.1, titel, size=9.5, weight="normal" if af else "bold", va="center", color=PALET["inkt-zacht" if af else "inkt"])
    lang, top, dik = BREED - 1.25, y + 0.21, 0.19
    as_.add_patch(Rectangle((0.02, top), lang, dik, facecolor=PALET["vlak"], edgecolor=PALET["lijn"], linewidth=0.8))
    if totaal:
        van, tot = (lang * optie[kant] / totaal for kant in ("laag", "hoog"))
        if tot > van:
            as_.add_patch(Rectangle((0.02 + van, top), tot - van, dik, facecolor="none", edgecolor=kleur, hatch=None if af else "////", linestyle=":" if af else "-", linewidth=1.2))
        if van:
            as_.add_patch(Rectangle((0.02, top), van, dik, facecolor=kleur, edgecolor=kleur, linewidth=1.2))
    bereik = toon(optie["laag"]) if optie["laag"] == optie["hoog"] else f"{toon(optie['laag'])} tot {toon(optie['hoog'])}"
    as_.text(BREED - 0.05, top + dik / 2, f"{bereik} van {toon(totaal)}", size=9.5, ha="right", va="center", color=PALET["inkt-zacht" if af else "inkt"])


def teken_stippen(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Figure:
    """Teken per partij de nummers van wat op de lijst staat waar zij iets aan kan doen; eronder staat welk nummer wat is."""
    lijst, partijen = uitkomst["lijst"], uitkomst["partijen"]
    namen = [d["sleutel"] for d in lijst]
    per_rij, stap, links = 12, 0.33, 1.3
    legenda = [regel for i, d in enumerate(lijst, start=1) for regel in textwrap.wrap(f"{i} · {d['naam']}", 68)] or [regels["lijst"]["leeg"]]
    rijen = [max(1, -(-len(p["bij"]) // per_rij)) for p in partijen]
    hoog = 0.4 + stap * sum(rijen) + 0.15 + 0.2 * len(legenda)
    with stijl():
        figuur = Figure(figsize=(BREED, hoog))
        as_ = figuur.add_axes((0.005, 0, 0.99, 1))
        as_.set(xlim=(0, BREED), ylim=(hoog, 0))
        as_.axis("off")
        as_.text(0, 0.16, regels["lijst"]["figuurtitel"], size=9.5, weight="bold", va="center")
        y = 0.36
        for partij, aantal in zip(partijen, rijen, strict=True):
            as_.text(0, y + stap / 2, partij["naam"], size=9.5, va="center", color=PALET["inkt" if partij["bij"] else "inkt-zacht"])
            for plek, sleutel in enumerate(partij["bij"]):
                x, midden = links + (plek % per_rij) * stap, y + stap / 2 + (plek // per_rij) * stap
                as_.add_patch(Circle((x, midden), 0.125, facecolor=PALET["petrol"], edgecolor="none"))
                as_.text(x, midden, str(namen.index(sleutel) + 1), size=9, weight="bold", ha="center", va="center_baseline", color=PALET["papier"])
            y += stap * aantal
            as_.plot([0, BREED], [y, y], color=PALET["lijn"], linewidth=0.8)
        for nummer, regel in enumerate(legenda):
            as_.text(0, y + 0.2 + 0.2 * nummer, regel.replace("$", r"\$"), size=9.5, va="center")
    return figuur
