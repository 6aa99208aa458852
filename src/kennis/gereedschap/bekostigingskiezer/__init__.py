"""De bekostigingskiezer: wat moet kunnen, en welk bekostigingsmodel past daarbij."""

from __future__ import annotations

from kennis.widget.kiezer import Kiezer


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
