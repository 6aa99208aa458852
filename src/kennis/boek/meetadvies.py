"""Meet of het advies van een kiezer van de invoer afhangt: hoe vaak komt elke uitkomst, en hoe vaak verandert elke vraag haar?

Elke situatie waarin alles beantwoord is, doet mee; zijn dat er meer dan `ALLE_TOT`, dan een vaste trekking van
`TREKKING`. De grenzen staan hier en een test houdt ze vast.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import product
from math import prod
from typing import Any, NamedTuple

from kennis import gereedschap
from kennis.regels import kiezer
from kennis.regels.zinnen import opsomming

ALLE_TOT = 50_000
TREKKING = 20_000
HOOGSTENS = 0.60  # geen uitkomst komt vaker voor
MINSTENS = 0.05  # elke vraag verandert in minstens dit deel van de situaties iets

Situatie = tuple[str, ...]


class Meting(NamedTuple):
    """Wat een kiezer over alle situaties zegt; elk getal is een deel van 0 tot 1."""

    situaties: int
    uitkomsten: dict[str, float]
    gelijk: float
    niets: float
    wint: dict[str, float]
    vragen: dict[str, float]

    def bezwaren(self) -> list[str]:
        """Noem wat buiten de grenzen valt."""
        uit = [f"de uitkomst '{naam}' komt in {_procent(deel)} van de situaties" for naam, deel in self.uitkomsten.items() if deel > HOOGSTENS]
        uit += [f"de optie '{naam}' staat nooit alleen voorop" for naam, deel in self.wint.items() if deel == 0]
        return uit + [f"de vraag '{naam}' verandert maar in {_procent(deel)} iets" for naam, deel in self.vragen.items() if deel < MINSTENS]


def te_meten() -> list[str]:
    """Noem de kiezers die een rangschikking geven; een lijst en een tabel geven geen uitkomst om te meten."""
    regels = {naam: gereedschap.klasse(naam).regels() for naam in gereedschap.namen() if gereedschap.klasse(naam).soort == "kiezer"}
    return [naam for naam, r in regels.items() if r.get("rangschik", True) and "lijst" not in r]


def situaties(regels: dict[str, Any], zaad: str = "advies") -> list[Situatie]:
    """Geef alle situaties, of een vaste trekking als het er te veel zijn."""
    keuzes = [[a["waarde"] for a in kiezer.antwoorden_van(vraag, regels)] for vraag in regels["vragen"]]
    if prod(map(len, keuzes)) <= ALLE_TOT:
        return list(product(*keuzes))
    toeval = random.Random(zaad)
    return [tuple(toeval.choice(mogelijk) for mogelijk in keuzes) for _ in range(TREKKING)]


def meet(regels: dict[str, Any]) -> Meting:
    """Draai een kiezer over alle situaties, en verander in elke situatie elke vraag één keer.

    Bij elke vraag tellen alle andere antwoorden; verandert de uitkomst bij minstens één ervan, dan doet de vraag er daar toe.
    """
    memo: dict[Situatie, tuple[str, ...]] = {}
    alle = situaties(regels)
    koppen = [_kop(situatie, regels, memo) for situatie in alle]
    telling, aantal = Counter(koppen), len(alle)
    paren = list(zip(alle, koppen, strict=True))
    raakt = {
        vraag["titel"]: sum(any(_kop(a, regels, memo) != kop for a in _anders(situatie, plek, regels)) for situatie, kop in paren) / aantal
        for plek, vraag in enumerate(regels["vragen"])
    }
    titel = {o["sleutel"]: o["titel"] for o in regels["opties"]}
    return Meting(
        situaties=aantal,
        uitkomsten={opsomming([titel[s] for s in kop]) or "niets past goed": n / aantal for kop, n in telling.most_common()},
        gelijk=sum(n for kop, n in telling.items() if len(kop) > 1) / aantal,
        niets=telling[()] / aantal,
        wint={titel[s]: telling[(s,)] / aantal for s in titel},
        vragen=raakt,
    )


def _kop(situatie: Situatie, regels: dict[str, Any], memo: dict[Situatie, tuple[str, ...]]) -> tuple[str, ...]:
    if situatie not in memo:
        rijen = [{"vraag": v["sleutel"], "antwoord": a} for v, a in zip(regels["vragen"], situatie, strict=True)]
        antwoorden = kiezer.lees(rijen, regels, {}, {})
        memo[situatie] = tuple(sorted(kiezer.zekerheid(antwoorden, kiezer.rangschik(antwoorden, regels), regels)["kop"]))
    return memo[situatie]


def _anders(situatie: Situatie, plek: int, regels: dict[str, Any]) -> Iterator[Situatie]:
    for antwoord in kiezer.antwoorden_van(regels["vragen"][plek], regels):
        if antwoord["waarde"] != situatie[plek]:
            yield (*situatie[:plek], antwoord["waarde"], *situatie[plek + 1 :])


def _procent(deel: float) -> str:
    return f"{100 * deel:.1f}%".replace(".", ",")


def hoofd(zeg: Any) -> int:
    """Schrijf per kiezer wat er gemeten is; geef 1 als iets buiten de grenzen valt."""
    fout = 0
    for naam in te_meten():
        meting = meet(gereedschap.klasse(naam).regels())
        zeg(f"{naam}: {meting.situaties} situaties")
        zeg(f"  gelijke stand {_procent(meting.gelijk)}, niets past {_procent(meting.niets)}")
        for kop, delen in (("uitkomst", meting.uitkomsten), ("een ander antwoord verandert de uitkomst", meting.vragen)):
            zeg(f"  {kop}:")
            for woord, deel in delen.items():
                zeg(f"    {_procent(deel):>7}  {woord}")
        for bezwaar in meting.bezwaren():
            fout = 1
            zeg(f"  buiten de grens: {bezwaar}")
    return fout
