"""De bekostigingskiezer: wat moet kunnen, en bij welk bekostigingsmodel kan dat volgens het Nivel."""

from __future__ import annotations

from kennis.widget.kiezer import Kiezer


class Bekostigingskiezer(Kiezer):
    """Leg wat er bij jullie moet kunnen naast zeven bekostigingsmodellen. Er is geen volgorde en geen puntentelling.

    dossier: een `Dossier`, een DataFrame met de sectie bekostiging, of {"bekostiging": rijen}.
    Leeg mag. `antwoord` is "belangrijk" voor wat moet kunnen, of "niet".

    Fouten: `InvoerFout` met alles wat er in de invoer niet klopt.

    Bron: de oordelen staan in tabel 4.2 van Nivel (2024), de rest in hoofdstuk 4. Die tabel is van februari 2024.

    >>> kiezer = Bekostigingskiezer({"bekostiging": [{"vraag": "controle", "antwoord": "belangrijk"}]})
    >>> kiezer.advies().set_index("Model").loc["Fee-for-service", "Kan vrij gemakkelijk"]
    'Controle op uitgaven'
    """
