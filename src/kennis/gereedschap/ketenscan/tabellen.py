"""Wat de ketenscan uit de kennistabellen haalt: de kenmerken per fase en de negen clusters, als stellingen om te scoren."""

from __future__ import annotations

from typing import Any

from kennis import tabellen
from kennis.dossier import als_rijen

CLUSTERS = "clusters"
# Bij deze kenmerken zegt de bron erbij dat het niet altijd zo is, of gaat het niet om iets wat je regelt.
BIJ = {
    "1-voortgang": "De bron noemt dit als wat het tempo bepaalt. Scoor of het jullie nu vooruit helpt.",
    "1-convenant": "De bron zegt 'eventueel': het hoeft niet. Is het bij jullie niet nodig, kies dan 'weet niet'.",
}  # fmt: skip


def stellingen(regels: dict[str, Any]) -> list[dict[str, Any]]:
    """Geef per fase de kenmerken, en daarna de clusters."""
    fasen = [
        {"sleutel": rij["sleutel"], "deel": str(int(rij["fase"])), "groep": rij["thema"], "tekst": rij["activiteit"], "uitleg": BIJ.get(rij["sleutel"], "")}
        for rij in als_rijen(tabellen.laad("vilans_omk_activiteiten"))
    ]
    clusters = [
        {"sleutel": rij["sleutel"], "deel": CLUSTERS, "groep": CLUSTERS, "tekst": f"{rij['cluster']}. {rij['uitleg']}", "uitleg": ""}
        for rij in als_rijen(tabellen.laad("vilans_omk_clusters"))
    ]
    return fasen + clusters


def groepen(regels: dict[str, Any]) -> list[dict[str, Any]]:
    """Geef de thema's op volgorde van de tabel, en één groep met de clusters."""
    themas = dict.fromkeys(rij["thema"] for rij in als_rijen(tabellen.laad("vilans_omk_activiteiten")))
    return [{"sleutel": thema, "titel": thema[0].upper() + thema[1:]} for thema in themas] + [{"sleutel": CLUSTERS, "titel": "De negen clusters"}]


def delen(regels: dict[str, Any]) -> list[dict[str, Any]]:
    """Geef de vier fasen, en de clusters die voor de fase niet meetellen."""
    rijen = als_rijen(tabellen.laad("vilans_omk_fasen"))
    fasen = [{"sleutel": str(int(rij["nummer"])), "titel": f"Fase {int(rij['nummer'])}: {rij['fase'].lower()}"} for rij in rijen]
    return [*fasen, {"sleutel": CLUSTERS, "titel": "De negen clusters", "los": True}]
