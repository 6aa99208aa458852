"""Met de hand nagerekende uitkomsten: elk voorbeeld met `verwacht` geeft die, in Python en in JavaScript."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kennis import gereedschap
from kennis.beschrijving import laad_regels, laad_voorbeelden
from kennis.beschrijving.verwacht import afwijkingen

GEVALLEN = [(naam, welk) for naam in gereedschap.namen() for welk, voorbeeld in laad_voorbeelden(naam).items() if "verwacht" in voorbeeld]
IN_JS = """([soort, secties, regels, keuzes]) => {
  const uit = kennisRegels[soort].uitkomst(secties, regels, keuzes);
  if (regels.saldo) uit.saldo = kennisRegels.saldo.saldo(secties[regels.sectie], regels.saldo);
  return uit;
}"""


@pytest.mark.parametrize(("naam", "welk"), GEVALLEN)
def test_uitkomst_is_zoals_met_de_hand_nagerekend(naam: str, welk: str, regels_in_js: Any) -> None:
    voorbeeld, klasse, regels = laad_voorbeelden(naam)[welk], gereedschap.klasse(naam), laad_regels(naam)
    een = klasse.voorbeeld(welk)
    hier = json.loads(json.dumps(een.uitkomst()))
    assert not (anders := afwijkingen(hier, voorbeeld["verwacht"])), "\n".join(anders)
    ginds = regels_in_js(IN_JS, [klasse.soort, een.stand["secties"], regels, een.stand["keuzes"]])
    assert not (anders := afwijkingen(ginds, voorbeeld["verwacht"])), "JavaScript:\n" + "\n".join(anders)
    assert ginds == hier
    assert voorbeeld["uitleg"], "schrijf de som erbij, in `uitleg`"


def test_elke_soort_die_er_is_heeft_met_de_hand_nagerekende_uitkomsten() -> None:
    per = {soort: sum(laad_regels(naam)["soort"] == soort for naam, _ in GEVALLEN) for soort in {laad_regels(n)["soort"] for n in gereedschap.namen()}}
    assert per["veld"] >= 8
    assert all(per.values()), per
