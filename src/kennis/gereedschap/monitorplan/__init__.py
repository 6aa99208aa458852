"""Het monitorplan: van doel naar indicator naar instrument, langs de vijf doelen van de Quintuple Aim."""

from __future__ import annotations

from kennis.widget.plan import Plan


class Monitorplan(Plan):
    """Maak een plan om te volgen of jullie doelen dichterbij komen.

    dossier: een `Dossier`, een DataFrame met uitkomsten, of {"uitkomsten": rijen}. Leeg mag. Een rij
    is een doel met zijn indicator: aim (het doelgebied), doel, indicator, instrument, wie, wanneer en gegevensbron.
    Een doel met meer indicatoren staat in meer rijen.

    Fouten: `InvoerFout` met alles wat er in de invoer niet klopt.

    Bron: de eisen aan een set indicatoren komen uit de kennissynthese van het RIVM (2024), naar Hendrikx
    e.a. (2016). Wat er als gat wordt gemeld, is een regel van de makers van dit boek.

    >>> plan = Monitorplan({"uitkomsten": [{"aim": "kosten", "doel": "minder spoedopnames"}]})
    >>> plan.ontbreekt().loc[0, "Wat mist"]
    'nog geen indicator'
    """
