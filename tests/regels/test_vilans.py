"""De drie gereedschappen bij de kennissynthese van Vilans: per gereedschap situaties waarvan het antwoord vooraf is opgeschreven.

Het antwoord komt niet uit de regels, maar van iemand die de groep zou begeleiden: wat mag het gereedschap hier zeggen, en wat niet?
Daarna: Python en JavaScript geven op willekeurige invoer hetzelfde.
"""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from kennis import Ketenscan, Knoppenpaneel, Waardenkaart, tabellen
from kennis.beschrijving import laad_regels, laad_voorbeelden
from kennis.dossier import Dossier, sectie
from kennis.regels import plan, scan
from kennis.verslag import scan as verslag

KAART, KETEN, PANEEL = (laad_regels(naam) for naam in ("waardenkaart", "ketenscan", "knoppenpaneel"))
ALLE = [s["sleutel"] for s in KAART["stellingen"]]
FASE = {fase: [s["sleutel"] for s in KETEN["stellingen"] if s["deel"] == fase] for fase in ("1", "2", "3", "4", "clusters")}

Rij = dict[str, Any]


# -- de waardenkaart --------------------------------------------------------------------------


def kiest(wie: str, *waarden: str, punten: tuple[float, ...] = (5, 4, 3, 2, 1)) -> list[Rij]:
    return [{"persoon": wie, "stelling": waarde, "score": p} for waarde, p in zip(waarden, punten, strict=False)]


def kaart(*partners: list[Rij]) -> Rij:
    return scan.uitkomst({"waardenkeuzes": [rij for partner in partners for rij in partner]}, KAART)


def gesprek(uit: Rij) -> dict[str, str]:
    return {a["sleutel"]: a["signaal"] for a in uit["delen"][0]["aandacht"]}


EERSTE, TWEEDE = ALLE[:5], ALLE[5:10]

WAARDEN = {
    "niemand koos: geen conclusie": ([], {}, []),
    "één partner: nooit gedeeld": ([kiest("A", *EERSTE)], {}, []),
    "twee dezelfde keuzes, zelfde volgorde: alles gedeeld, geen spanning": (
        [kiest("A", *EERSTE), kiest("B", *EERSTE)],
        dict.fromkeys(EERSTE, "gedeeld"),
        [5],
    ),
    "dezelfde vijf in omgekeerde volgorde: nog steeds gedeeld": (
        [kiest("A", *EERSTE), kiest("B", *reversed(EERSTE))],
        dict.fromkeys(EERSTE, "gedeeld"),
        [5],
    ),
    "niets gemeen: niets gedeeld, twee keer iemands eerste keus": (
        [kiest("A", *EERSTE), kiest("B", *TWEEDE)],
        {EERSTE[0]: "mogelijke spanning", TWEEDE[0]: "mogelijke spanning", **dict.fromkeys([*EERSTE[1:], *TWEEDE[1:]], "één koos dit")},
        [0],
    ),
    "de tweede is nog niet klaar: nog niets te zeggen": ([kiest("A", *EERSTE), kiest("B", *EERSTE[:4])], {}, []),
    "de tweede gaf twee keer vijf punten: ook niet klaar": ([kiest("A", *EERSTE), kiest("B", *EERSTE, punten=(5, 5, 3, 2, 1))], {}, []),
    "zes waarden gekozen is er een te veel: niet klaar": ([kiest("A", *EERSTE), kiest("B", *ALLE[:6], punten=(5, 4, 3, 2, 1, 1))], {}, []),
    "twee van de drie delen: dat heet niet gedeeld, en is ook niet van één": (
        [kiest("A", *EERSTE), kiest("B", EERSTE[1], *TWEEDE[:4]), kiest("C", EERSTE[0], *ALLE[12:16])],
        {EERSTE[0]: "mogelijke spanning", EERSTE[1]: "mogelijke spanning"} | dict.fromkeys([*EERSTE[2:], *TWEEDE[:4], *ALLE[12:16]], "één koos dit"),
        [0, 1, 1],
    ),
    "een derde die nog niet klaar is, neemt een spanning tussen twee anderen niet weg, maar wel wat iedereen vraagt": (
        [kiest("A", *EERSTE), kiest("B", *TWEEDE), kiest("C", EERSTE[0])],
        {EERSTE[0]: "mogelijke spanning", TWEEDE[0]: "mogelijke spanning"},
        [0],
    ),
}  # fmt: skip


@pytest.mark.parametrize("situatie", WAARDEN)
def test_waardenkaart_zegt_wat_een_begeleider_zou_zeggen(situatie: str) -> None:
    partners, verwacht, gedeeld = WAARDEN[situatie]
    uit = kaart(*partners)
    assert gesprek(uit) == verwacht
    assert [paar["gedeeld"] for paar in uit["paren"]] == gedeeld
    assert uit["past"] is None


def test_wie_niet_klaar_is_wordt_bij_name_genoemd_en_telt_nergens_als_nul() -> None:
    uit = kaart(kiest("A", *EERSTE), kiest("B", *TWEEDE[:2]))
    assert uit["klaar"] == ["A"]
    assert [m for m in uit["meldingen"] if m.startswith("B is nog niet klaar.")]
    for waarde in uit["delen"][0]["stellingen"]:
        assert not any(punt["persoon"] == "B" and punt["score"] == 0 for punt in waarde["punten"])


def test_twijfel_is_geen_nul() -> None:
    """Wie klaar is en bij een waarde 'twijfel' koos, koos haar niet weg."""
    uit = kaart(kiest("A", *EERSTE), [*kiest("B", *TWEEDE), {"persoon": "B", "stelling": EERSTE[0], "score": None}])
    assert EERSTE[0] not in gesprek(uit)
    assert gesprek(uit)[TWEEDE[0]] == "mogelijke spanning"


def test_de_waarden_zijn_die_van_de_bron_met_hun_omschrijving() -> None:
    tabel = tabellen.laad("vilans_waarden")
    van_ons = [(s["sleutel"], s["tekst"], s["uitleg"]) for s in KAART["stellingen"]]
    assert van_ons == list(zip(tabel["sleutel"], tabel["waarde"], tabel["omschrijving"], strict=True))
    assert len(ALLE) == 18


def test_zonder_invoer_geen_namen_onder_de_figuur() -> None:
    assert "gekozen:" not in Waardenkaart().alt()
    assert "Nog door niemand gekozen: Gecoördineerd" in Waardenkaart.voorbeeld().alt()


# -- de ketenscan -----------------------------------------------------------------------------


def scoort(wie: str, meting: str | None, **per_fase: Any) -> list[Rij]:
    """`fase1=3` geeft elk kenmerk van fase 1 een 3; `fase1=(3, 4)` de eerste vier."""
    uit = []
    for naam, wat in per_fase.items():
        cijfer, hoeveel = wat if isinstance(wat, tuple) else (wat, None)
        uit += [{"persoon": wie, "stelling": s, "meting": meting, "score": cijfer} for s in FASE[naam.removeprefix("fase")][:hoeveel]]
    return uit


def keten(*rijen: list[Rij], **keuzes: str) -> Rij:
    return scan.uitkomst({"ketenmetingen": [rij for lijst in rijen for rij in lijst]}, KETEN, keuzes)


PAST = {
    "niets ingevuld": ([], None),
    "alleen fase 1 gescoord: nog geen uitspraak": ([scoort("A", "2026", fase1=1)], None),
    "fase 1 sterk, fase 2 zwak: het werk ligt in fase 2": ([scoort("A", "2026", fase1=4, fase2=1)], "2"),
    "fase 1 zwak, al sterk in fase 3: de volgorde ligt niet vast, maar fase 1 vraagt nu aandacht": ([scoort("A", "2026", fase1=1, fase3=4)], "1"),
    "alles sterk: de laatste fase": ([scoort("A", "2026", fase1=4, fase2=4, fase3=4, fase4=4)], "4"),
    "clusters tellen voor de fase niet mee, ook niet als zij laag zijn": ([scoort("A", "2026", fase1=4, clusters=0)], None),
    "drie van de zeven kenmerken in fase 1 is te weinig": ([scoort("A", "2026", fase1=(1, 3), fase2=4)], None),
    "vier van de zeven is genoeg": ([scoort("A", "2026", fase1=(1, 4), fase2=4)], "1"),
    "wat twee jaar geleden zwak was, telt nu niet meer": ([scoort("A", "2024", fase1=0, fase2=0), scoort("A", "2026", fase1=4, fase2=1)], "2"),
    "iedereen weet het niet: geen cijfers, geen uitspraak": ([scoort("A", "2026", fase1=None, fase2=None)], None),
}  # fmt: skip


@pytest.mark.parametrize("situatie", PAST)
def test_ketenscan_zegt_wat_een_begeleider_zou_zeggen(situatie: str) -> None:
    rijen, verwacht = PAST[situatie]
    past = keten(*rijen)["past"]
    assert (past and past["deel"]) == verwacht


def test_metingen_staan_naast_elkaar_en_de_laatste_geldt() -> None:
    uit = keten(scoort("A", "2026", fase1=3), scoort("A", "2024", fase1=1))
    assert [meting["naam"] for meting in uit["metingen"]] == ["2024", "2026"]
    assert [meting["delen"][0]["groepen"][0]["gemiddelde"] for meting in uit["metingen"]] == [1, 3]
    assert uit["meting"] == "2026"
    assert not [m for m in uit["meldingen"] if "niet dezelfde mensen" in m]
    assert keten(scoort("A", "2024", fase1=1), meting="2025")["delen"][0]["gescoord"] == 0


def test_een_verschil_tussen_andere_mensen_heet_geen_verandering() -> None:
    uit = keten(scoort("A", "2024", fase1=1), scoort("B", "2026", fase1=3))
    assert "Bij meting '2026' scoorden niet dezelfde mensen als bij '2024'. Een verschil kan ook daardoor komen." in uit["meldingen"]


def test_een_tweede_meting_vervangt_de_eerste_niet_bij_samenvoegen() -> None:
    scan_ = Ketenscan({"ketenmetingen": scoort("A", "2024", fase1=1)})
    assert scan_.voeg_toe(Dossier({"ketenmetingen": scoort("A", "2026", fase1=3)})) == {"erbij": 7, "vervangen": 0}
    assert len(scan_.tabel) == 14


def test_de_kenmerken_en_clusters_zijn_die_van_de_bron() -> None:
    assert {fase: len(sleutels) for fase, sleutels in FASE.items()} == {"1": 7, "2": 10, "3": 9, "4": 10, "clusters": 9}
    bekend = set(tabellen.laad("vilans_omk_activiteiten")["activiteit"])
    assert {s["tekst"] for s in KETEN["stellingen"] if s["deel"] != "clusters"} == bekend
    assert "89 elementen" in Ketenscan().notities()[-1]


# -- het knoppenpaneel ------------------------------------------------------------------------

VOL = {"gewenst": "g", "stap": "s", "wie": "Ans", "wanneer": "mei", "zoveelste": 1}
KNOPPEN = [groep["sleutel"] for groep in PANEEL["groepen"]]


def knop(knop_: str | None, nu: str, **meer: Any) -> Rij:
    return {"knop": knop_, "nu": nu, **meer}


GEEN_DOEL = ["nog niet gezegd hoe hij zou moeten staan"]
STAND = {
    "niets ingevuld: alleen zeggen waar te beginnen": ([], [], ["Er staat nog niets."]),
    "één knop beschreven, verder niets": ([knop("routine", "A")], [GEEN_DOEL], ["Bij routine staat nog niet", "Over gedeelde basis"]),
    "één knop helemaal af: de vijf andere ontbreken": (
        [knop("routine", "A", **VOL)], [], ["Over gedeelde basis, coördinatie, mensgericht teamwork, faciliteren en systeem"],
    ),
    "alle zes af: niets te melden": ([knop(k, "A", **VOL) for k in KNOPPEN], [], []),
    "een stap zonder iemand": ([knop("routine", "A", gewenst="g", stap="s", wanneer="mei", zoveelste=1)], [["niemand die draait"]], ["Over gedeelde basis"]),
    "iemand zonder stap": ([knop("routine", "A", gewenst="g", wie="Ans", wanneer="mei", zoveelste=1)], [["nog geen eerste stap"]], ["Over gedeelde basis"]),
    "wel een stap, maar niet waarheen": ([knop("routine", "A", stap="s", wie="Ans")], [GEEN_DOEL], ["Bij routine", "Over gedeelde basis"]),
    "geen plaats in de volgorde": ([knop("routine", "A", **{**VOL, "zoveelste": None})], [["nog geen plaats in de volgorde"]], ["Over gedeelde basis"]),
    "bij geen knop ingedeeld": ([knop(None, "los", **VOL)], [], ["Over gedeelde basis", "Nog niet bij een knop: los."]),
    "twee punten bij één knop, één af": ([knop("routine", "A", **VOL), knop("routine", "B")], [GEEN_DOEL], ["Over gedeelde basis"]),
}  # fmt: skip


@pytest.mark.parametrize("situatie", STAND)
def test_knoppenpaneel_zegt_wat_een_begeleider_zou_zeggen(situatie: str) -> None:
    rijen, mist, begin = STAND[situatie]
    uit = plan.uitkomst({"knoppen": rijen}, PANEEL)
    assert [m["mist"] for m in uit["ontbreekt"]] == mist
    assert len(uit["meldingen"]) == len(begin)
    assert all(melding.startswith(woorden) for melding, woorden in zip(uit["meldingen"], begin, strict=True)), uit["meldingen"]


def test_de_knoppen_zijn_die_van_de_bron() -> None:
    assert [k.lower() for k in tabellen.laad("vilans_knoppen")["knop"]] == KNOPPEN == list(sectie("knoppen").kolommen["knop"].waarden)


def test_een_stap_komt_op_de_actielijst() -> None:
    from kennis.verslag.model import alle_acties

    paneel = Knoppenpaneel({"knoppen": [knop("routine", "A", stap="Leg het vast", wie="Ans", wanneer="mei")]})
    acties = alle_acties({"secties": paneel.stand["secties"]}, [PANEEL])
    assert [(a["wat"], a["wie"], a["wanneer"], a["bij"]) for a in acties] == [("Leg het vast", "Ans", "mei", "routine")]


# -- in het verslag ---------------------------------------------------------------------------


def test_metingen_en_paren_staan_in_het_verslag() -> None:
    keten_ = verslag.bijdrage(laad_voorbeelden("ketenscan")["nagerekend"]["secties"], KETEN, {}, {})
    tabel = next(t for t in keten_["tabellen"] if t["titel"].startswith("Metingen naast elkaar: Fase 1"))
    assert tabel["koppen"] == ["Thema", "2025", "2026"]
    assert tabel["rijen"][0] == ["Doelgroep en inhoud", "1,8", "2,2"]
    kaart_ = verslag.bijdrage(laad_voorbeelden("waardenkaart")["nagerekend"]["secties"], KAART, {}, {})
    assert kaart_["tabellen"][-1]["rijen"][0] == ["Huisarts en Zorgverzekeraar delen 2 van de 5 waarden: Samen, Efficiënt"]
    assert verslag.bijdrage({"waardenkeuzes": []}, KAART, {}, {}) is None


@pytest.mark.parametrize("klasse", [Ketenscan, Knoppenpaneel, Waardenkaart])
def test_elk_voorbeeld_geeft_figuur_tabel_en_alt(klasse: Any) -> None:
    for welk in laad_voorbeelden(klasse.naam):
        gegevens = klasse.voorbeeld(welk)._gegevens()
        assert "<svg" in gegevens["svg"] and gegevens["alt"]
        assert gegevens["notities"][-1] == klasse.regels()["teksten"]["voorbehoud"]


# -- Python tegen JavaScript ------------------------------------------------------------------

NAMEN = ["Anna", " Anna ", "İstanbul", "<b>x</b>", "😀", "{naam}", "Zorg\u00a0groep", ""]
METINGEN = [None, "", "2024", "2026", " 2026", "2026 najaar", "😀", "é", "{deze}"]


def gevallen(sleutels: list[str], top: int, aantal: int) -> list[tuple[list[Rij], Rij]]:
    kans = random.Random(11)
    uit: list[tuple[list[Rij], Rij]] = [([], {})]
    for _ in range(aantal):
        mensen, rijen = kans.sample(NAMEN, kans.randint(1, 5)), []
        for wie in mensen:
            if kans.random() < 0.6:  # iemand die klaar is
                rijen += [{"persoon": wie, "stelling": s, "score": p, "meting": kans.choice(METINGEN)} for p, s in enumerate(kans.sample(sleutels, top), 1)]
            for _ in range(kans.choice([0, 0, 3])):
                score = kans.choice([None, 0, top, 2.5, kans.randint(0, top)])
                rijen.append({"persoon": wie, "stelling": kans.choice([*sleutels, "weg"]), "score": score, "meting": kans.choice(METINGEN)})
        uit.append((rijen, {"meting": kans.choice(METINGEN)} if kans.random() < 0.5 else {}))
    return uit


@pytest.mark.parametrize("regels", [KAART, KETEN], ids=["waardenkaart", "ketenscan"])
def test_python_en_javascript_geven_hetzelfde(regels: Rij, regels_in_js: Any) -> None:
    sleutels = [s["sleutel"] for s in regels["stellingen"]][:12]
    lijst = [({regels["sectie"]: rijen}, keuzes) for rijen, keuzes in gevallen(sleutels, regels["schaal"]["top"], 600)]
    doe = """([lijst, regels]) => { const r = JSON.parse(regels), { scan, samen, rang } = kennisRegels;
      return JSON.stringify(JSON.parse(lijst).map(([secties, keuzes]) => { const uit = scan.uitkomst(secties, r, keuzes);
        return { uit, zinnen: samen.parenZinnen(uit, r), tabellen: uit.delen.map((deel) => samen.metingenTabel(uit, deel, r)),
          gekozen: uit.delen.map((deel) => rang.gekozen(deel.stellingen)).map(({ dingen, niet }) => [dingen.map((d) => d.sleutel), niet]) }; })); }"""
    js = json.loads(regels_in_js(doe, [json.dumps(lijst), json.dumps(regels)]))
    gezien = 0
    for (secties, keuzes), uit in zip(lijst, js, strict=True):
        hier = _hier(secties, keuzes, regels)
        assert json.loads(json.dumps(hier)) == uit
        gezien += bool(hier["zinnen"] or any(hier["tabellen"]))
    assert gezien > 100


def _hier(secties: Rij, keuzes: Rij, regels: Rij) -> Rij:
    from kennis.regels import rang, samen

    uit = scan.uitkomst(secties, regels, keuzes)
    gekozen = [rang.gekozen(deel["stellingen"]) for deel in uit["delen"]]
    return {
        "uit": uit,
        "zinnen": samen.paren(uit, regels),
        "tabellen": [samen.metingen(uit, deel, regels) for deel in uit["delen"]],
        "gekozen": [[[d["sleutel"] for d in dingen], niet] for dingen, niet in gekozen],
    }
