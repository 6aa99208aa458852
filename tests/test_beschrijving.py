"""De beschrijving van een gereedschap: wat er niet klopt is één Nederlandse lijst, en wat er mag staan is te lezen."""

from __future__ import annotations

import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from kennis import beschrijving, gereedschap
from kennis.beschrijving import basis, sleutels
from kennis.kolommen import InvoerFout

EERSTE = {soort: next((n for n in beschrijving.namen() if beschrijving.laad_regels(n)["soort"] == soort), None) for soort in beschrijving.SOORTEN}


@pytest.fixture
def met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Geef een functie die een gereedschap met een wijziging laadt, en de fouten geeft."""

    def doe(naam: str, wijzig: Any) -> list[str]:
        map_ = tmp_path / naam
        map_.mkdir(exist_ok=True)
        echt = beschrijving.__path__[0].rsplit("/", 1)[0] + f"/gereedschap/{naam}"
        for pad in Path(echt).glob("*"):
            if pad.suffix in (".json", ".py") and pad.name != "__init__.py":
                (map_ / pad.name).write_bytes(pad.read_bytes())
        if callable(wijzig):
            inhoud = json.loads((map_ / "regels.json").read_text(encoding="utf-8"))
            wijzig(inhoud)
            (map_ / "regels.json").write_text(json.dumps(inhoud), encoding="utf-8")
        else:
            (map_ / "regels.json").write_text(wijzig, encoding="utf-8")
        monkeypatch.setattr(beschrijving, "MAP", tmp_path)
        beschrijving.vergeet()
        try:
            beschrijving.laad_regels(naam)
        except InvoerFout as fout:
            return [str(f).removeprefix(f"gereedschap/{naam}/regels.json") for f in fout.fouten]
        return []

    yield doe
    monkeypatch.undo()
    beschrijving.vergeet()


def test_een_verkeerd_gespelde_sleutel_is_een_fout_met_de_naaste_naam(met: Any) -> None:
    def wijzig(r: dict) -> None:
        r["uitzondering"] = r.pop("uitzonderingen")

    assert met("stakeholdermatrix", wijzig) == [", uitzondering: deze sleutel bestaat niet. Bedoel je 'uitzonderingen'?"]


def test_een_verplichte_sleutel_die_verkeerd_gespeld_is_is_een_fout_en_niet_twee(met: Any) -> None:
    def wijzig(r: dict) -> None:
        r["grenzz"] = r.pop("grens")

    assert met("stakeholdermatrix", wijzig) == [", grenzz: deze sleutel bestaat niet. Bedoel je 'grens'?"]


def test_alle_fouten_tegelijk_met_pad_waarde_en_wat_er_hoort(met: Any) -> None:
    def wijzig(r: dict) -> None:
        del r["dingen"]
        r["grens"] = "vijf"
        r["sectie"] = "stakeholder"
        r["x"]["kolm"] = r["x"].pop("kolom")
        r["kwadranten"][1]["kleur"] = "petrool"
        r["kwadranten"][2]["uitleg"] = ["te", "veel"]
        r["uitzonderingen"][0]["kwadrant"] = "informeer"
        r["zomaar"] = {"heel": "iets anders"}

    assert sorted(met("stakeholdermatrix", wijzig)) == sorted([
        ", dingen: deze sleutel ontbreekt; hier hoort tekst.",
        ", grens: staat 'vijf'; hier hoort een getal.",
        ", sectie: staat 'stakeholder'; hier hoort één van: " + ", ".join(basis.sectienamen()) + ". Bedoel je 'stakeholders'?",
        ", x.kolm: deze sleutel bestaat niet. Bedoel je 'kolom'?",
        ", kwadranten[tevreden].kleur: staat 'petrool'; hier hoort één van: petrol, steen, blauw, oker, pruim. Bedoel je 'petrol'?",
        ", kwadranten[informeren].uitleg: staat [\"te\", \"veel\"]; hier hoort tekst.",
        ", uitzonderingen[Stem versterken].kwadrant: staat 'informeer'; hier hoort één van: sleutelspelers, tevreden, informeren, volgen."
        " Bedoel je 'informeren'?",
        ", zomaar: deze sleutel bestaat niet; nog vrij zijn: secties, behoud, voegSamen, uit_tabellen, dingen, grootte, scores, volgorde, budget.",
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ('{"soort": "veld",\n "titel" "x"}', ", regel 2: dit is geen geldige json; let op komma's en aanhalingstekens."),
        ("[]", ": hier hoort een object met sleutels."),
        ('{"soort": "veld", "soort": "scan"}', ", soort: deze sleutel staat er twee keer in hetzelfde object."),
        ('{"titel": "x"}', ", soort: hier hoort één van: veld, kiezer, scan, plan, rekenblad."),
        ('{"soort": "velt"}', ", soort: staat 'velt'; hier hoort één van: veld, kiezer, scan, plan, rekenblad. Bedoel je 'veld'?"),
    ],
)
def test_een_bestand_dat_niet_te_lezen_is(met: Any, tekst: str, fout: str) -> None:
    assert met("stakeholdermatrix", tekst) == [fout]


def test_een_kolom_of_kwadrant_dat_er_niet_is(met: Any) -> None:
    def wijzig(r: dict) -> None:
        r["x"]["kolom"] = "belnag"
        r["groepen"]["inbreg"] = "Wat?"
        r["kwadranten"][3]["y"] = "hoog"

    fouten = met("stakeholdermatrix", wijzig)
    assert fouten[0].startswith(", x.kolom: staat 'belnag'; hier hoort één van: naam, soort, macht") and fouten[0].endswith("Bedoel je 'belang'?")
    del fouten

    def alleen(r: dict) -> None:
        r["groepen"]["inbreg"] = "Wat?"
        r["kwadranten"][3]["y"] = "hoog"
        r["kwadranten"][0]["sleutel"] = "tevreden"
        r |= {"aanvullingen": [], "te_veel": []}

    assert [f[:60] for f in met("stakeholdermatrix", alleen)] == [
        ", kwadranten[tevreden].sleutel: staat 'tevreden'; deze sleut",
        ', kwadranten: staat ["laag", "laag"]; voor deze hoek (x en y',
        ', kwadranten: staat ["laag", "hoog"]; voor deze hoek (x en y',
        ", groepen.inbreg: de sectie heeft geen kolommen met deze gro",
    ]


def test_een_tabel_of_kolom_die_niet_bestaat(met: Any) -> None:
    def wijzig(r: dict) -> None:
        r["uit_tabellen"]["stellingen"]["kolommen"]["tekst"] = "steling"
        r["uit_tabellen"]["groepen"]["tabel"] = "rivm_principe"

    fouten = met("fasewijzer", wijzig)
    assert any("uit_tabellen.stellingen" in f and "Bedoel je 'stelling'?" in f for f in fouten)
    assert any("uit_tabellen.groepen" in f and "Bedoel je 'rivm_principes'?" in f for f in fouten)
    assert len(fouten) == 2, fouten


def test_een_functie_die_niet_bestaat(met: Any) -> None:
    def wijzig(r: dict) -> None:
        r["uit_tabellen"]["opties"] = "optie"

    assert met("knelpuntenwijzer", wijzig) == [", uit_tabellen.opties: staat 'optie'; deze functie staat niet in tabellen.py."]


def test_een_optie_heeft_alleen_uitleg_waar_een_kop_voor_is(met: Any) -> None:
    def wijzig(r: dict) -> None:
        r["velden"] = [v for v in r["velden"] if v["sleutel"] != "gevonden"]

    fouten = met("knelpuntenwijzer", wijzig)
    assert fouten and all(".gevonden: deze sleutel bestaat niet; hier hoort één van: uitleg" in f for f in fouten)


@pytest.mark.parametrize("soort", [s for s, naam in EERSTE.items() if naam])
def test_elke_verplichte_sleutel_wordt_gemist_en_elke_verkeerde_gezien(soort: str) -> None:
    """Loop alle sleutels langs die het gereedschap heeft: weg, of een letter anders, of van een andere soort, is een fout."""
    naam, model = EERSTE[soort], beschrijving.model(soort)
    goed = deepcopy({s: w for s, w in beschrijving.laad_regels(naam).items() if s != "gereedschap"})
    for deel in goed.get("invoer", []):
        deel.pop("getallen", None)  # zet het rekenblad er zelf bij
    assert basis.keur(model, deepcopy(goed), "x")[1] == []
    alle = {s.pad: s for s in basis.sleutels(model)}
    for pad, sleutel in alle.items():
        plek = _eerste(goed, pad)
        if plek is None:
            continue
        for wat, waarde in (("weg", None), ("fout", None), ("soort", object())):
            ander = deepcopy(goed)
            houder = _ga(ander, plek[:-1])
            oud = houder.pop(plek[-1])
            if wat == "fout":
                houder[f"{plek[-1]}q"] = oud
            elif wat == "soort":
                houder[plek[-1]] = waarde
            fouten = basis.keur(model, ander, "x")[1]
            assert fouten or (wat == "weg" and not sleutel.verplicht), (wat, pad)
            if wat == "fout" and len(pad[-1]) > 2:
                assert any(pad[-1] in str(f) for f in fouten), (pad, [str(f) for f in fouten])


def _eerste(gegevens: Any, pad: tuple[str, ...]) -> list[Any] | None:
    """Geef de eerste echte plek van een pad, of None als het gereedschap die sleutel niet heeft."""
    if not pad:
        return []
    stappen = [pad[0]] if pad[0] != "*" else list(gegevens) if isinstance(gegevens, dict) else list(range(len(gegevens)))
    for stap in stappen:
        if isinstance(gegevens, list) or (isinstance(gegevens, dict) and stap in gegevens):
            rest = _eerste(gegevens[stap], pad[1:])
            if rest is not None:
                return [stap, *rest]
    return None


def _ga(gegevens: Any, plek: list[Any]) -> Any:
    for stap in plek:
        gegevens = gegevens[stap]
    return gegevens


def test_kennis_controleer_noemt_dezelfde_fouten(met: Any) -> None:
    from kennis.boek import controle

    def wijzig(r: dict) -> None:
        r["uitzondering"] = r.pop("uitzonderingen")
        r["grens"] = "vijf"

    fouten = met("stakeholdermatrix", wijzig)
    assert controle.gereedschappen(Path()) == [f"gereedschap/stakeholdermatrix/regels.json{f}" for f in fouten] and len(fouten) == 2


def test_kennis_controleer_rekent_voorbeelden_na(met: Any) -> None:
    from kennis.boek import controle

    met("stakeholdermatrix", lambda r: None)
    pad = beschrijving.MAP / "stakeholdermatrix" / "voorbeelden.json"
    pad.write_text(pad.read_text(encoding="utf-8").replace('"saldo.winst": 30000', '"saldo.winst": 30001'), encoding="utf-8")
    beschrijving.vergeet()
    zin = "gereedschap/stakeholdermatrix/voorbeelden.json, 'gewoon', saldo.winst: hier hoort 30001, en er staat 30000.0."
    assert controle.gereedschappen(Path()) == [zin]


# -- wat later komt, en de naslag ---------------------------------------------------------------


def test_wat_later_komt_volgt_uit_de_beschrijving() -> None:
    later = beschrijving.later(beschrijving.laad_regels("fasewijzer"))
    assert [pad for pad in later if pad != "verslag"] == [
        "stellingen.deel=2.tekst", "stellingen.deel=3-4.tekst", "stellingen.deel=2.uitleg", "stellingen.deel=3-4.uitleg", "groepen.*.uitleg",
    ]  # fmt: skip
    # Wie aan zet is, staat in de figuur en is er dus meteen.
    paden = beschrijving.later(beschrijving.laad_regels("knelpuntenwijzer"))
    assert "opties.*.stap" in paden and "opties.*.wie" not in paden


def test_de_naslag_van_sleutels_is_vers() -> None:
    vers = sleutels.PAD.exists() and sleutels.PAD.read_text(encoding="utf-8") == sleutels.tekst()
    assert vers, "docs/sleutels.md klopt niet meer met de beschrijving; draai: python -m kennis.beschrijving.sleutels"


@pytest.mark.parametrize("soort", beschrijving.SOORTEN)
def test_elke_sleutel_heeft_uitleg(soort: str) -> None:
    zonder = [".".join(s.pad) for s in basis.sleutels(beschrijving.model(soort)) if not s.uitleg.endswith((".", "?"))]
    assert not zonder, f"deze sleutels van {soort} hebben geen uitleg die een zin is: {zonder}"


def test_alle_gereedschappen_staan_in_het_pakket_zonder_zware_pakketten() -> None:
    code = "import sys, kennis; print(kennis.__all__, [m for m in ('pandas', 'matplotlib', 'anywidget', 'pydantic') if m in sys.modules])"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    hoort = sorted(["Dossier", "InvoerFout", "case", "cases", *(naam.capitalize() for naam in gereedschap.namen())])
    assert uit == f"{hoort} []"


# -- naam, soort en klasse staan één keer -----------------------------------------------------------


def test_naam_en_soort_volgen_uit_de_map() -> None:
    for naam in gereedschap.namen():
        klasse = gereedschap.klasse(naam)
        assert (klasse.naam, klasse.soort) == (naam, klasse.regels()["soort"])
        assert klasse.__name__ == naam.capitalize() and klasse.__doc__


def test_een_klasse_van_een_andere_soort_is_een_fout(met: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from kennis.widget.plan import Plan

    met("fasewijzer", lambda r: None)
    (beschrijving.MAP / "fasewijzer" / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.setattr("kennis.gereedschap.fasewijzer.Fasewijzer", Plan)
    with pytest.raises(InvoerFout, match=r"gereedschap/fasewijzer/__init__.py: hier hoort een klasse Fasewijzer die van Scan erft\."):
        gereedschap.klasse("fasewijzer")
