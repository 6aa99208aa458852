"""Wat een plan aan het verslag bijdraagt: wat er per groep staat, de hele tabel en wat nog mist. Tweeling van plan.js."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennis.regels import plan
from kennis.regels.basis import tekst, vul
from kennis.regels.zinnen import aantal as tel
from kennis.regels.zinnen import als_tekst, hoofdletter
from kennis.verslag.tekst import cel_van, getoond, met_voorbeeld, noem, soort_van, teksten_van
from kennis.woord import leeg

Rij = Mapping[str, Any]


def bijdrage(secties: Mapping[str, Sequence[Rij]], regels: Rij, keuzes: Rij, kolommen: Mapping[str, Sequence[Rij]]) -> dict[str, Any] | None:
    """Geef de zin, de tabel, wat mist en wat opvalt; None als er geen rij is."""
    rijen, t = secties.get(regels["sectie"], []), teksten_van("plan", regels)
    if not rijen:
        return None
    uit = plan.uitkomst(secties, regels)
    return {
        "zin": _zin(uit, rijen, regels, t),
        "keuze": [],
        "tabellen": [_tabel(uit, rijen, regels, kolommen.get(regels["sectie"], []), t)],
        "raad": [],
        "notities": [],
        "mist": [*(vul(t["mist"], {"naam": m["naam"], "wat": noem(m["mist"])}) for m in uit["ontbreekt"]), *uit["meldingen"]],
        "keuzes": {},
        "voorbeeld": uit["illustratief"],
    }


def _is_voorbeeld(rij: Rij) -> bool:
    return tekst(rij.get("illustratief")) == "ja"


def _zin(uit: Rij, rijen: Sequence[Rij], regels: Rij, t: Rij) -> str:
    gevuld = [groep for groep in uit["groepen"] if groep["rijen"]]
    dingen = sum(len(groep["dingen"]) for groep in gevuld) + len({als_tekst(rijen[i].get(regels["kolom"])) for i in uit["los"]})
    af = sum(all(not leeg(rij.get(schakel["kolom"])) for schakel in regels["keten"]) for rij in rijen)
    waarden = {"aantal": tel(dingen, regels["ding"], regels["dingen"]), "groepen": str(len(gevuld)), "alle": str(len(uit["groepen"]))}
    zin = vul(t["zin_een" if dingen == 1 else "zin"], {**waarden, "rijen": str(len(rijen)), "af": str(af)})
    verzonnen = sum(_is_voorbeeld(rij) for rij in rijen)
    return f"{zin} {vul(t['voorbeeld'], {'n': str(verzonnen)})}" if verzonnen else zin


def _tabel(uit: Rij, rijen: Sequence[Rij], regels: Rij, kolommen: Sequence[Rij], t: Rij) -> dict[str, Any]:
    """Zet de rijen op volgorde van de groepen; een voorbeeld van de makers is in een eigen kolom te zien."""
    eigen = getoond(kolommen, rijen)
    volgorde = [i for groep in uit["groepen"] for i in groep["rijen"]] + list(uit["los"])
    inhoud = [[cel_van(rijen[i], k) for k in eigen] for i in volgorde]
    tabel = {"titel": hoofdletter(regels["dingen"]), "koppen": [k["kop"] for k in eigen], "soorten": [soort_van(k) for k in eigen], "rijen": inhoud}
    return met_voorbeeld(tabel, [_is_voorbeeld(rijen[i]) for i in volgorde], t)
