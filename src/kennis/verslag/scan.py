"""Wat een scan aan het verslag bijdraagt: wie wat scoorde en wat aandacht vraagt. Tweeling van scan.js."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels import samen, scan
from kennis.regels.basis import vul
from kennis.verslag.tekst import klein, teksten_van

Rij = Mapping[str, Any]


def bijdrage(secties: Mapping[str, Sequence[Rij]], regels: Rij, keuzes: Rij, kolommen: Mapping[str, Sequence[Rij]]) -> dict[str, Any] | None:
    """Geef per gescoord deel een zin en een tabel met wat aandacht vraagt, de opmerkingen en wat mist; None zonder scores."""
    t, uit = teksten_van("scan", regels), scan.uitkomst(secties, regels, keuzes)
    delen = [deel for deel in uit["delen"] if any(s["totaal"] for s in deel["stellingen"])]
    if not delen:
        return None
    verzonnen = [t["voorbeeld"]] if uit["illustratief"] else []
    getekend = keuzes.get("deel") if keuzes.get("deel") in [deel["sleutel"] for deel in delen] else delen[0]["sleutel"]
    return {
        "zin": " ".join([*(_zin(deel, _mensen(uit, deel), t) for deel in delen), *verzonnen]),
        "keuze": [],
        "tabellen": [*(_tabel(deel, t) for deel in delen if deel["aandacht"]), *_metingen(uit, delen, regels), *_paren(uit, regels)],
        "raad": [],
        "notities": [_opmerking(o, s, t) for deel in delen for s in deel["stellingen"] for o in s["opmerkingen"]],
        "mist": [*uit["meldingen"], *(_nog(deel, t) for deel in delen if deel["gescoord"] < deel["totaal"])],
        "keuzes": {"deel": getekend},
        "voorbeeld": uit["illustratief"],
    }


def _mensen(uit: Rij, deel: Rij) -> int:
    """Tel wie bij dit deel iets antwoordde, ook als dat "weet niet" was."""
    plek = [d["sleutel"] for d in uit["delen"]].index(deel["sleutel"])
    return sum(persoon["aantallen"][plek] > 0 for persoon in uit["personen"])


def _zin(deel: Rij, mensen: int, t: Rij) -> str:
    aantal = len(deel["aandacht"])
    aandacht = vul(t["aandacht"], {"n": str(aantal)}) if aantal > 1 else t["aandacht_een" if aantal else "aandacht_geen"]
    wie = t["persoon"] if mensen == 1 else vul(t["personen"], {"n": str(mensen)})
    waarden = {"titel": klein(deel["titel"]), "wie": wie, "gescoord": str(deel["gescoord"]), "totaal": str(deel["totaal"]), "aandacht": aandacht}
    return vul(t["zin_een" if mensen == 1 else "zin"], waarden)


def _tabel(deel: Rij, t: Rij) -> dict[str, Any]:
    rijen = [[a["tekst"], a["signaal"], a["reden"]] for a in deel["aandacht"]]
    return {"titel": deel["titel"], "koppen": [t["stelling"], t["signaal"], t["reden"]], "soorten": ["tekst"] * 3, "rijen": rijen}


def _metingen(uit: Rij, delen: Sequence[Rij], regels: Rij) -> list[dict[str, Any]]:
    paren = [(deel, samen.metingen(uit, deel, regels)) for deel in delen]
    titel = regels["teksten"]["metingen"]
    return [{"titel": f"{titel}: {deel['titel']}", "soorten": ["tekst"] * len(t["koppen"]), **t} for deel, t in paren if t]


def _paren(uit: Rij, regels: Rij) -> list[dict[str, Any]]:
    zinnen, titel = samen.paren(uit, regels), regels["teksten"]["paren"]
    return [{"titel": titel, "koppen": [titel], "soorten": ["tekst"], "rijen": [[zin] for zin in zinnen]}] if zinnen else []


def _opmerking(opmerking: Rij, stelling: Rij, t: Rij) -> str:
    return vul(t["notitie"], {"persoon": opmerking["persoon"], "stelling": stelling["tekst"], "tekst": opmerking["tekst"]})


def _nog(deel: Rij, t: Rij) -> str:
    return vul(t["nog_scoren"], {"titel": deel["titel"], "n": str(deel["totaal"] - deel["gescoord"]), "totaal": str(deel["totaal"])})
