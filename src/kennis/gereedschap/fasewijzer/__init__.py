"""De fasewijzer: waar staat het samenwerkingsverband, en waarover denken de partners verschillend?"""

from __future__ import annotations

from kennis.widget.scan import Scan


class Fasewijzer(Scan):
    """Scoor samen de stellingen bij een fase en zie waar jullie staan en verschillen.

    dossier: een `Dossier`, een DataFrame met scores, of {"fasescores": rijen}. Leeg mag. Een rij is
    één antwoord: persoon, stelling (een sleutel uit de kennistabel rivm_fase_lessen), score van 0 tot
    en met 10 (leeg is "weet niet") en opmerking.
    deel: de fase, "1", "2" of "3-4".

    Fouten: `InvoerFout` met alles wat er in de invoer niet klopt.

    Bron: de lessen per fase en de acht principes komen uit de kennissynthese van het RIVM (2024).
    De stellingen, de grenzen en de volgorde zijn van de makers van dit boek.

    >>> scores = [{"persoon": wie, "stelling": "f1-procesgeld", "score": score} for wie, score in (("Huisarts", 2), ("Gemeente", 8))]
    >>> Fasewijzer({"fasescores": scores}).aandacht().loc[0, "Signaal"]
    'laag en oneens'
    """
