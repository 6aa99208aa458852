"""Teken wat mensen samen scoorden: per regel het bereik, een stip per persoon en het gemiddelde."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon

from kennis.figuren import PALET, stijl
from kennis.regels.basis import toon, vul
from kennis.regels.rang import gekozen
from kennis.regels.zinnen import breek

BREED = 5.6  # inch
REGEL, STIP, RAND = 0.175, 0.09, 0.13
LETTERS = 74  # tekens die op een regel passen


def teken_scan(
    dingen: Sequence[Mapping[str, Any]], personen: Sequence[Mapping[str, Any]], regels: Mapping[str, Any], eronder: Sequence[str] = ()
) -> Figure:
    """Teken een baan per ding (een groep of een stelling); zonder scores blijft de baan leeg. eronder: zinnen onder de figuur."""
    top = regels["schaal"]["top"]
    nummers = {persoon["naam"]: str(persoon["nummer"]) for persoon in personen}
    blokken = [_blok(ding, regels) for ding in dingen]
    onder = " · ".join(f"{p['nummer']} {p['naam']}" for p in personen)
    legenda = [regel for zin in eronder for regel in breek(zin, LETTERS)]
    legenda += [*breek(onder, LETTERS), *breek(regels["teksten"]["legenda"], LETTERS)] if onder else []
    hoog = sum(blok["hoog"] for blok in blokken) + REGEL * (len(legenda) + 1) + 0.2
    with stijl():
        figuur = Figure(figsize=(BREED, hoog))
        as_ = figuur.add_axes((0, 0, 1, 1))
        as_.set(xlim=(0, BREED), ylim=(hoog, 0))
        as_.axis("off")
        y = 0.0
        for ding, blok in zip(dingen, blokken, strict=True):
            _teken_blok(as_, ding, blok, y, top, nummers)
            y += blok["hoog"]
        y += REGEL
        as_.text(0.02, y, f"0 {regels['schaal']['laag']}", size=9, color=PALET["inkt-zacht"])
        as_.text(_x(top / 2, top), y, toon(top / 2), size=9, color=PALET["inkt-zacht"], ha="center")
        as_.text(BREED - 0.02, y, f"{regels['schaal']['hoog']} {top}", size=9, color=PALET["inkt-zacht"], ha="right")
        for nummer, regel in enumerate(legenda, start=1):
            as_.text(0.02, y + 0.05 + nummer * REGEL, _tekst(regel), size=9)
    return figuur


def _x(score: float, top: float) -> float:
    return RAND + score / top * (BREED - 2 * RAND)


def _tekst(tekst: str) -> str:
    return tekst.replace("$", r"\$")


def _blok(ding: Mapping[str, Any], regels: Mapping[str, Any]) -> dict[str, Any]:
    hoogtes: list[int] = []
    gezet: list[tuple[float, int]] = []
    for punt in ding["punten"]:
        plek, hoogte = _x(punt["score"], regels["schaal"]["top"]), 0
        while any(h == hoogte and abs(p - plek) < 2 * STIP for p, h in gezet):
            hoogte += 1
        gezet.append((plek, hoogte))
        hoogtes.append(hoogte)
    kop, merk = breek(ding["tekst"], LETTERS), _merk(ding, regels)
    stapel = max(hoogtes, default=0) + 1
    erachter = len(kop[-1]) + len(merk) + 3 < LETTERS
    return {
        "kop": kop,
        "merk": merk,
        "erachter": erachter,
        "hoogtes": hoogtes,
        "hoog": REGEL * (len(kop) + (not erachter)) + 2 * STIP * stapel + 0.34,
    }


def _merk(ding: Mapping[str, Any], regels: Mapping[str, Any]) -> str:
    teksten, signaal = regels["teksten"], ding.get("signaal")
    merk = teksten["geen_cijfers"] if ding["gemiddelde"] is None else vul(teksten["gemiddeld"], {"gemiddelde": toon(ding["gemiddelde"])})
    return merk if signaal is None else f"{merk} · {regels['signalen'][signaal]['naam']}"


def dingen_van(deel: Mapping[str, Any], beeld: str | None, regels: Mapping[str, Any]) -> tuple[Sequence[Mapping[str, Any]], list[str]]:
    """Geef wat er getekend wordt, en zinnen voor eronder.

    Dat zijn de groepen, of (`beeld` is "stelling") de stellingen; met één groep altijd de stellingen. Wie kiest en rangschikt, ziet
    alleen wat gekozen is.
    """
    if not regels.get("rang"):
        return deel["stellingen" if beeld == "stelling" or len(deel["groepen"]) == 1 else "groepen"], []
    dingen, niet = gekozen(deel["stellingen"])
    return dingen, [vul(regels["teksten"]["rang_niet_gekozen"], {"namen": ", ".join(niet)})] if dingen and niet else []


def omschrijving(deel: Mapping[str, Any], regels: Mapping[str, Any]) -> str:
    """Zeg per groep het gemiddelde en het bereik, voor wie de figuur niet ziet."""
    teksten = regels["teksten"]
    zinnen = []
    dingen, onder = dingen_van(deel, None, regels)
    for groep in dingen:
        getallen = {naam: toon(groep[naam]) for naam in ("gemiddelde", "laagste", "hoogste")}
        zinnen.append(f"{groep['tekst']} {teksten['geen_cijfers'] if groep['gemiddelde'] is None else vul(teksten['bereik'], getallen)}")
    return " ".join([f"{deel['titel']}: {'; '.join(zinnen) or teksten['geen_cijfers']}.", *onder])


def _teken_blok(as_: Any, ding: Mapping[str, Any], blok: Mapping[str, Any], y: float, top: float, nummers: Mapping[str, str]) -> None:
    for regel in blok["kop"]:
        y += REGEL
        as_.text(0.02, y, _tekst(regel), size=9.5, weight="normal" if "signaal" in ding else "bold")
    if blok["erachter"]:
        as_.text(BREED - 0.02, y, blok["merk"], size=9, color=PALET["inkt-zacht"], ha="right")
    else:
        y += REGEL
        as_.text(0.02, y, blok["merk"], size=9, color=PALET["inkt-zacht"])
    hart = y + 0.08 + STIP * (2 * max(blok["hoogtes"], default=0) + 1)
    as_.plot([_x(0, top), _x(top, top)], [hart, hart], color=PALET["lijn"], linewidth=1.5, clip_on=False)
    for score in (0, top / 2, top):
        as_.plot([_x(score, top)] * 2, [hart - 0.05, hart + 0.05], color=PALET["lijn"], linewidth=1.5, clip_on=False)
    if ding["laagste"] is None:
        return
    bereik = [_x(ding["laagste"], top), _x(ding["hoogste"], top)]
    as_.plot(bereik, [hart, hart], color=PALET["petrol-licht"], linewidth=5, solid_capstyle="round", clip_on=False)
    for punt, hoogte in zip(ding["punten"], blok["hoogtes"], strict=True):
        plek = (_x(punt["score"], top), hart - hoogte * 2 * STIP)
        as_.add_patch(Circle(plek, STIP, facecolor=PALET["petrol"], edgecolor=PALET["papier"], linewidth=1, clip_on=False, zorder=3))
        as_.text(*plek, nummers[punt["persoon"]], size=9, weight="bold", color=PALET["papier"], ha="center", va="center_baseline", zorder=4)
    midden, voet = _x(ding["gemiddelde"], top), hart + STIP + 0.02
    driehoek = [(midden, voet), (midden + 0.075, voet + 0.12), (midden - 0.075, voet + 0.12)]
    as_.add_patch(Polygon(driehoek, facecolor=PALET["steen"], clip_on=False, zorder=3))
