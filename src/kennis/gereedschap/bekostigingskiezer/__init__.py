"""De bekostigingskiezer: wat moet kunnen, en welk bekostigingsmodel past daarbij."""

from __future__ import annotations

from functools import cache
from typing import Any

from kennis import tabellen
from kennis.dossier import als_rijen
from kennis.widget.kiezer import Kiezer, kaal


class Bekostigingskiezer(Kiezer):
    """Weeg zeven bekostigingsmodellen op wat er bij jullie moet kunnen.

    dossier: een `Dossier`, een DataFrame met de sectie bekostiging, of {"bekostiging": rijen}.
    Leeg mag; dan telt elk criterium even zwaar. `antwoord` is niet, een beetje, belangrijk of heel
    belangrijk; `eis` is "ja" bij een harde eis.

    Fouten: `InvoerFout` met alles wat er in de invoer niet klopt.

    Bron: de oordelen staan in tabel 4.2 van Nivel (2024), de rest in hoofdstuk 4. De punten zijn van ons.

    >>> kiezer = Bekostigingskiezer({"bekostiging": [{"vraag": "controle", "antwoord": "heel belangrijk", "eis": "ja"}]})
    >>> kiezer.advies().loc[0, "Model"]
    'Fee-for-service'
    """

    naam = "bekostigingskiezer"

    @classmethod
    def uit_tabellen(cls) -> dict[str, Any]:
        """Haal vragen, modellen en oordelen uit de kennistabellen."""
        return _uit_tabellen()


def _rijen(tabel: str, **waar: str) -> list[dict[str, Any]]:
    """Geef de rijen van een kennistabel waar elke kolom van `waar` die waarde heeft."""
    return [rij for rij in als_rijen(tabellen.laad(tabel)) if all(rij[k] == w for k, w in waar.items())]


@cache
def _uit_tabellen() -> dict[str, Any]:
    vragen = [
        {"sleutel": c["sleutel"], "titel": c["gewoon"], "vraag": c["vraag"], "uitleg": _uitleg(c), "standaard": "belangrijk"} for c in _rijen("nivel_criteria")
    ]
    namen = dict.fromkeys(rij["rij"] for rij in _rijen("nivel_toepasbaarheid"))
    extra = {
        soort: [f"{t['naam']} ({t['n']} van 51 onderzoeken). {kaal(t['uitleg'])}" for t in _rijen("nivel_belemmeringen", soort=soort)]
        for soort in ("belemmering", "bevorderend")
    }
    extra["gedeeld"] = _zinnen("alle-alternatieven")
    return {"vragen": vragen, "opties": [_optie(naam) for naam in namen], "inhoud_extra": extra}


def _uitleg(criterium: dict[str, Any]) -> str:
    """Geef de uitleg van een criterium, met de naam die de bron eraan geeft als die anders is."""
    naam, gewoon = criterium["naam"], criterium["gewoon"]
    return kaal(criterium["uitleg"]) + (f" In de bron: {naam}." if naam != gewoon else "")


def _optie(rij: str) -> dict[str, Any]:
    cellen = _rijen("nivel_toepasbaarheid", rij=rij)
    sleutel, variant = cellen[0]["model"], cellen[0]["variant"]
    (model,) = _rijen("nivel_modellen", sleutel=sleutel)
    (risico,) = _rijen("nivel_risico", model=sleutel)
    plek = {"betaler": "Bij de betaler.", "gedeeld": "Gedeeld.", "aanbieder": "Bij de aanbieder."}[risico["risico"]]
    return {
        "sleutel": rij,
        "titel": f"{model['naam']}, {variant}" if variant else model["naam"],
        "cellen": {c["criterium"]: {"o": c["oordeel"], "t": kaal(c["toelichting"]), "g": c["grond"]} for c in cellen},
        "hoe": kaal(model["hoe"]),
        "prikkel": kaal(model["prikkel"]),
        "risico": f"{plek} {kaal(risico['toelichting'])}",
        # Het enige voordeel dat de bron bij betaling per capita noemt, gaat over de vorm voor meer zorgverleners.
        "voordelen": [] if variant == "één zorgverlener" else _zinnen(sleutel, soort="voordeel"),
        "risicos": _zinnen(sleutel, soort="risico"),
        "voorwaarden": _zinnen(sleutel, soort="voorwaarde"),
    }


def _zinnen(model: str, **waar: str) -> list[str]:
    rijen = _rijen("nivel_voordelen_risicos", model=model, **waar)
    return [kaal(r["tekst"]) + (f" ({kaal(r['literatuur'])})" if r["literatuur"] else "") for r in rijen]
