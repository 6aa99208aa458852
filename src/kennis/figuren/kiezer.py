"""Teken een kiezer: liggende balken met een zeker en een onzeker deel."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from kennis.figuren import PALET, stijl
from kennis.regels.basis import toon, vul

BREED = 5.6  # inch; smal genoeg om op een telefoon leesbaar te blijven
RIJ = 0.52  # inch per balk, met de naam erboven


def teken_kiezer(uitkomst: Mapping[str, Any], secties: Mapping[str, Sequence[Mapping[str, Any]]], regels: Mapping[str, Any]) -> Figure:
    """Teken wat bij deze kiezer hoort."""
    if "lijst" in regels:
        return teken_stippen(uitkomst, regels)
    return teken_netwerken(uitkomst, regels) if "netwerk" in regels else teken_balken(uitkomst, regels)


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
    lang, top, dik = BREED - 1.4, y + 0.21, 0.19
    as_.add_patch(Rectangle((0.02, top), lang, dik, facecolor=PALET["vlak"], edgecolor=PALET["lijn"], linewidth=0.8))
    if totaal:
        van, tot = (lang * optie[kant] / totaal for kant in ("laag", "hoog"))
        if tot > van:
            as_.add_patch(
                Rectangle(
                    (0.02 + van, top),
                    tot - van,
                    dik,
                    facecolor="none",
                    edgecolor=kleur,
                    hatch=None if af else "////",
                    linestyle=":" if af else "-",
                    linewidth=1.2,
                )
            )
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


def teken_netwerken(uitkomst: Mapping[str, Any], regels: Mapping[str, Any]) -> Figure:
    """Teken de balken, en eronder de drie vormen met de eigen organisaties als nummers."""
    namen = uitkomst["namen"]
    getoond = namen[: regels["netwerk"]["meest"]] or [""] * 6
    leider = getoond.index(uitkomst["leider"]) if uitkomst["leider"] in getoond else 0
    legenda = [f"{i} · {textwrap.shorten(naam, 42, placeholder='…')}" for i, naam in enumerate(namen[: len(getoond)], start=1)]
    if len(namen) > len(getoond):
        legenda.append(vul(regels["teksten"]["meer"], {"n": str(len(namen) - len(getoond))}))
    vak, rijen = BREED / 3, -(-len(legenda) // 2)
    balken = 0.1 + RIJ * len(uitkomst["opties"])
    hoog = balken + 0.55 + vak + 0.3 + 0.2 * rijen
    with stijl(), mpl.rc_context({"hatch.color": PALET["petrol"], "hatch.linewidth": 1.1}):
        figuur = Figure(figsize=(BREED, hoog))
        as_ = figuur.add_axes((0.005, 0, 0.99, 1))
        as_.set(xlim=(0, BREED), ylim=(hoog, 0))
        as_.axis("off")
        for nummer, optie in enumerate(uitkomst["opties"]):
            _teken_balk(as_, 0.1 + RIJ * nummer, optie, uitkomst["totaal"], regels)
        for nummer, optie in enumerate(regels["opties"]):
            _teken_vorm(as_, (vak * (nummer + 0.5), balken + 0.5 + vak / 2), vak / 2 - 0.28, optie, getoond, leider)
        top = balken + 0.55 + vak
        as_.text(0, top + 0.1, regels["teksten"]["tekening"], size=9, va="center", color=PALET["inkt-zacht"])
        for nummer, regel in enumerate(legenda):
            as_.text(BREED / 2 * (nummer // rijen), top + 0.32 + 0.2 * (nummer % rijen), regel.replace("$", r"\$"), size=9, va="center")
    return figuur


def _teken_vorm(as_: Any, midden: tuple[float, float], maat: float, optie: Mapping[str, Any], namen: Sequence[str], leider: int) -> None:
    (cx, cy), vorm = midden, optie["sleutel"]
    as_.text(cx, cy - maat - 0.3, "\n".join(textwrap.wrap(optie["titel"], 20)), size=9.5, weight="bold", ha="center", va="bottom")
    rand = [i for i in range(len(namen)) if vorm != "leidend" or i != leider]
    hoeken = [2 * math.pi * n / max(1, len(rand)) - math.pi / 2 for n in range(len(rand))]
    plek = [(cx + maat * math.cos(hoek), cy + maat * math.sin(hoek)) for hoek in hoeken]
    if vorm == "zelfsturend":
        for i, a in enumerate(plek):
            for b in plek[i + 1 :]:
                as_.plot([a[0], b[0]], [a[1], b[1]], color=PALET["lijn"], linewidth=0.8, zorder=1)
    else:
        for a in plek:
            as_.plot([cx, a[0]], [cy, a[1]], color=PALET["petrol"], linewidth=2.4, zorder=1)
    if vorm == "nao" and len(plek) > 2:
        ring = [*plek, plek[0]]
        as_.plot([p[0] for p in ring], [p[1] for p in ring], color=PALET["inkt-zacht"], linewidth=1, linestyle=":", zorder=1)
    for i, (x, y) in zip(rand, plek, strict=True):
        _teken_knoop(as_, x, y, str(i + 1) if namen[i] else "", False)
    if vorm == "leidend":
        _teken_knoop(as_, cx, cy, str(leider + 1) if namen[leider] else "", True)
    if vorm == "nao":
        as_.add_patch(Rectangle((cx - 0.24, cy - 0.15), 0.48, 0.3, facecolor=PALET["petrol"], edgecolor="none", zorder=2))
        as_.text(cx, cy, "NAO", size=9, weight="bold", ha="center", va="center_baseline", color=PALET["papier"], zorder=3)


def _teken_knoop(as_: Any, x: float, y: float, woord: str, stuurt: bool) -> None:
    kleur = PALET["petrol" if stuurt else "petrol-licht"]
    as_.add_patch(Circle((x, y), 0.17 if stuurt else 0.125, facecolor=kleur, edgecolor=PALET["petrol"], linewidth=1, zorder=2))
    as_.text(x, y, woord, size=9, ha="center", va="center_baseline", color=PALET["papier" if stuurt else "inkt"], zorder=3)
