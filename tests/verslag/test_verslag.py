"""Wat er in een plan staat, met de hand uitgewerkt en in beide talen nagegaan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kennis.verslag import model

Maak = Callable[..., dict[str, Any]]


@pytest.fixture
def maak(alle_regels: Any, alle_secties: Any, verslag_in_js: Any) -> Maak:
    """Maak het verslag in Python, en ga na dat JavaScript hetzelfde geeft."""
    kolommen = {naam: s["kolommen"] for naam, s in alle_secties.items()}

    def doe(dossier: dict[str, Any], volgorde: str = "wanneer") -> dict[str, Any]:
        hier = model.maak(dossier, alle_regels, kolommen, volgorde)
        assert verslag_in_js("([d, r, k, v]) => model.maakVerslag(d, r, k, v)", [dossier, alle_regels, kolommen, volgorde]) == hier
        return hier

    return doe


def koppen(verslag: dict[str, Any]) -> list[str]:
    return [deel["tekst"] for deel in verslag["delen"] if deel["soort"] == "kop" and deel["niveau"] < 3]


def onder(verslag: dict[str, Any], kop: str) -> list[dict[str, Any]]:
    """De delen onder een kop van niveau 1 of 2."""
    delen = verslag["delen"]
    begin = next(n for n, deel in enumerate(delen) if deel["soort"] == "kop" and deel["tekst"] == kop and deel["niveau"] < 3)
    einde = next((n for n, deel in enumerate(delen) if n > begin and deel["soort"] == "kop" and deel["niveau"] < 3), len(delen))
    return delen[begin + 1 : einde]


def zin(verslag: dict[str, Any], kop: str) -> str:
    return next(deel["tekst"] for deel in onder(verslag, kop) if deel["soort"] == "alinea" and deel["stijl"] == "zin")


def lijst(verslag: dict[str, Any], kop: str, kopje: str) -> list[str]:
    """De punten onder een kopje van niveau 3."""
    delen = onder(verslag, kop)
    plek = next((n for n, deel in enumerate(delen) if deel["soort"] == "kop" and deel["tekst"] == kopje), None)
    return [] if plek is None else [regel["tekst"] for regel in delen[plek + 1]["regels"]]


def tabel(verslag: dict[str, Any], kop: str) -> list[list[Any]]:
    deel = next(deel for deel in onder(verslag, kop) if deel["soort"] == "tabel")
    return [deel["koppen"], *deel["rijen"]]


# -- het geheel -------------------------------------------------------------------------------


def test_een_leeg_dossier_zegt_wat_er_te_doen_is_en_niets_anders(maak: Maak) -> None:
    verslag = maak({})
    assert koppen(verslag) == ["Mijn plan", "Acties", "Nog te doen", "Over dit plan"]
    regels = onder(verslag, "Nog te doen")[0]["regels"]
    assert [regel["tekst"] for regel in regels][:6] == [
        "Regio: nog niet ingevuld.",
        "Datum: nog niet ingevuld.",
        "Doel: nog niet ingevuld.",
        "Deelnemers: nog niet ingevuld.",
        "Stakeholdermatrix: nog niet ingevuld.",
        "Prioritering: nog niet ingevuld.",
    ]
    assert regels[4]["plek"] == {"pagina": "stappenplan/planvorming", "gereedschap": "stakeholdermatrix", "titel": "Stakeholdermatrix"}
    assert onder(verslag, "Acties")[0]["tekst"] == "Er staan nog geen acties in dit plan."


def test_het_plan_van_een_projectleider(maak: Maak, gewoon: dict[str, Any]) -> None:
    verslag = maak(gewoon)
    assert koppen(verslag) == [
        "Valpreventie in de Achterhoek", "Stakeholdermatrix", "Prioritering", "Fasewijzer", "Governancekiezer", "Knelpuntenwijzer", "Monitorplan",
        "Acties", "Nog te doen", "Over dit plan",
    ]  # fmt: skip
    assert onder(verslag, "Valpreventie in de Achterhoek")[0]["paren"] == [
        ["Regio", "Achterhoek"],
        ["Datum", "25 november 2026"],
        ["Fase", "1: starten"],
        ["Deelnemers", "Ans de Wit (projectleider, GGD); Ben Smit (huisarts)"],
        ["Doel", "Ouderen vallen minder vaak en blijven langer thuis wonen"],
    ]
    assert (
        zin(verslag, "Stakeholdermatrix") == "Wij zetten 8 partijen op macht en belang; sleutelspelers: Huisartsen, Menzis, Gemeente Doetinchem en Thuiszorg."
    )
    assert zin(verslag, "Prioritering") == "Wij zetten 5 initiatieven op bijdrage en risico; nu doen: Otago-oefengroepen en Woningcheck."
    assert zin(verslag, "Knelpuntenwijzer") == "Bij ons spelen 2 knelpunten: Overleg en coördinatie zijn niet betaald en Niemand leent een zaal uit."
    assert zin(verslag, "Monitorplan") == "In het monitorplan staan 2 doelen, bij 2 van de 5 doelgebieden; helemaal ingevuld: 1 van de 2 regels."
    assert onder(verslag, "Nog te doen")[0]["regels"][0]["tekst"] == "Bekostigingskiezer: nog niet ingevuld."


def test_alles_wat_iemand_typt_staat_ergens(maak: Maak, gewoon: dict[str, Any]) -> None:
    """Toelichtingen, maatregelen, notities en opmerkingen verdwijnen niet."""
    tekst = str(maak(gewoon))
    for stuk in (
        "Willen weten wie de test betaalt.", "Vraagt eerst cijfers.", "Praktijkondersteuner doet de test.", "Wacht op de zorggroep.", 
        "De GGD trekt, een jaar lang.",
        "Over het doel eens, over geld niet.", "Wie dan?", "Vraag de sportclub.", "VeiligheidNL", "neutraal",
    ):  # fmt: skip
        assert stuk in tekst, stuk


def test_wat_deze_versie_niet_kent_wordt_genoemd(maak: Maak) -> None:
    over = onder(
        maak({"apart": [{"wat": "sectie", "naam": "wensen"}, {"wat": "kolom", "naam": "kleur"}, {"naam": "wensen"}], "illustratief": "De namen."}),
        "Over dit plan",
    )
    assert over[0]["tekst"] == "Illustratief: De namen."
    assert "laat het dus niet zien: wensen, kleur. Het blijft in je dossier bewaard." in over[1]["tekst"]


# -- het veld ---------------------------------------------------------------------------------


def test_wat_niemand_beoordeelde_krijgt_geen_oordeel(maak: Maak) -> None:
    verslag = maak({"secties": {"stakeholders": [{"naam": "A"}, {"naam": "B", "macht": 8}]}})
    assert zin(verslag, "Stakeholdermatrix") == "Op de lijst staan 2 partijen; nog geen ervan heeft een plek op macht en belang."
    assert lijst(verslag, "Stakeholdermatrix", "Wat eruit volgt") == []
    assert "Nog zonder plek: A en B. Vul macht en belang in." in lijst(verslag, "Stakeholdermatrix", "Wat nog mist of opvalt")


def test_een_voorbeeld_van_ons_heet_voorbeeld(maak: Maak) -> None:
    rijen = [{"naam": "A", "macht": 8, "belang": 8, "illustratief": "ja"}, {"naam": "B", "macht": 9, "belang": 9, "illustratief": "nee"}]
    verslag = maak({"secties": {"stakeholders": rijen}})
    assert zin(verslag, "Stakeholdermatrix").endswith(
        "sleutelspelers: A en B. De plek van 1 partij is een voorbeeld van de makers en nog niet door jullie beoordeeld."
    )
    raad = lijst(verslag, "Stakeholdermatrix", "Wat eruit volgt")
    assert [regel.split(":")[0] for regel in raad] == ["Sleutelspelers, als voorbeeld (A)", "Sleutelspelers (B)"]
    assert tabel(verslag, "Stakeholdermatrix") == [
        ["Naam", "Macht", "Belang", "Vak", "Voorbeeld"],
        ["A", 8.0, 8.0, "Sleutelspelers", "voorbeeld"],
        ["B", 9.0, 9.0, "Sleutelspelers", None],
    ]


def test_initiatieven_staan_op_volgorde_met_hun_kosten_als_getal(maak: Maak, gewoon: dict[str, Any]) -> None:
    verslag = maak(gewoon)
    assert tabel(verslag, "Prioritering") == [
        ["Naam", "Bijdrage", "Risico", "Kosten", "Vak"],
        ["Otago-oefengroepen", 8.0, 3.0, 60000.0, "Nu doen"],
        ["Woningcheck", 6.0, 2.0, 30000.5, "Nu doen"],
        ["Valrisicotest bij de huisarts", 7.0, 6.0, 45000.0, "Eerst risico verkleinen"],
        ["Medicatiebeoordeling", 6.0, 5.5, 25000.0, "Eerst risico verkleinen"],
        ["Campagne", 3.0, 2.0, 15000.0, "Alleen erbij"],
        ["Valteam", None, None, 120000.0, "Nog zonder plek"],
    ]
    keuze = next(deel for deel in onder(verslag, "Prioritering") if deel["soort"] == "kenmerken")
    assert keuze["paren"] == [["Na gesprek vastgesteld", "Otago-oefengroepen"]]


def test_veel_namen_worden_niet_een_hele_bladzijde(maak: Maak) -> None:
    rijen = [{"naam": f"P{n}", "macht": 9, "belang": 9} for n in range(20)]
    assert "sleutelspelers: P0, P1, P2, P3, P4, P5, P6 en nog 13." in zin(maak({"secties": {"stakeholders": rijen}}), "Stakeholdermatrix")


# -- de kiezer --------------------------------------------------------------------------------


def governance(*paren: tuple[str, str], **notities: str) -> dict[str, Any]:
    rijen = [{"vraag": vraag, "antwoord": antwoord} for vraag, antwoord in paren]
    return {"secties": {"governance": rijen + [{"vraag": vraag, "notitie": notitie} for vraag, notitie in notities.items()]}}


ZELF = [
    ("vertrouwen", "breed"),
    ("deelnemers", "minder dan 10"),
    ("doelconsensus", "hoog"),
    ("competenties", "laag"),
    ("fase", "1"),
    ("eigen-doelen", "nee"),
    ("kosten", "ieder"),
    ("besluiten", "nee"),
]


def test_alleen_namen_voor_de_tekening_is_nog_niets_ingevuld(maak: Maak) -> None:
    assert "Governancekiezer" not in koppen(maak(governance(("organisaties", "A; B"))))


def test_wat_bovenaan_staat_is_nog_geen_keuze(maak: Maak) -> None:
    verslag = maak(governance(*ZELF))
    assert zin(verslag, "Governancekiezer").startswith("Zelfsturend netwerk past bij jullie antwoorden beter dan de andere twee")
    assert lijst(verslag, "Governancekiezer", "Wat nog mist of opvalt") == ["De keuze is nog niet gemaakt."]
    assert lijst(verslag, "Governancekiezer", "Wat eruit volgt")[0].startswith("Wat bij zelfsturend netwerk hoort: ")


def test_een_andere_keuze_dan_wat_bovenaan_staat(maak: Maak, alle_regels: Any) -> None:
    verslag = maak(governance(*ZELF, ("gekozen", "leidend")))
    assert zin(verslag, "Governancekiezer").startswith("Wij kiezen voor leidende organisatie. Zelfsturend netwerk past bij jullie antwoorden beter")
    assert lijst(verslag, "Governancekiezer", "Wat eruit volgt")[0].startswith("Let op: jullie kiezen Leidende organisatie")
    keuze = next(deel for deel in onder(verslag, "Governancekiezer") if deel["soort"] == "kenmerken")
    assert keuze["paren"] == [["Gekozen vorm", "Leidende organisatie"], ["Waarom", "nog niet opgeschreven"]]
    # Wat per vraag past, staat in de kennistabel en kan veranderen; het plan zegt wat daar staat.
    regels = next(r for r in alle_regels if r["gereedschap"] == "governancekiezer")
    leidend = next(o for o in regels["opties"] if o["sleutel"] == "leidend")["cellen"]
    tekens = {vraag: leidend[vraag]["o"][antwoord] for vraag, antwoord in ZELF}
    koppen_, *rijen = tabel(verslag, "Governancekiezer")
    assert koppen_ == ["Vraag", "Ons antwoord", "Leidende organisatie", "Zelfsturend netwerk"]
    assert [rij[2] for rij in rijen] == [regels["oordelen"][tekens[vraag["sleutel"]]] for vraag in regels["vragen"]]
    schuurt = [regel for regel in lijst(verslag, "Governancekiezer", "Wat eruit volgt") if regel.startswith("Leidende organisatie past niet: ")]
    assert len(schuurt) == ("-" in tekens.values())


def test_een_enkel_antwoord_is_niet_zeker(maak: Maak) -> None:
    verslag = maak(governance(("vertrouwen", "breed")))
    assert zin(verslag, "Governancekiezer").startswith("Er is nog geen conclusie; beantwoord eerst: deelnemers, eens over de doelen")
    assert lijst(verslag, "Governancekiezer", "Wat nog mist of opvalt")[0].startswith("Nog niet beantwoord: deelnemers, eens over de doelen,")


def test_alleen_een_keuze_of_alleen_een_notitie(maak: Maak) -> None:
    assert zin(maak(governance(("gekozen", "zelfsturend"))), "Governancekiezer") == "Wij kiezen voor zelfsturend netwerk."
    verslag = maak(governance(fase="Nog even wachten."))
    assert zin(verslag, "Governancekiezer") == "Er is nog niets beantwoord of gekozen; er staan wel notities."
    assert lijst(verslag, "Governancekiezer", "Notities") == ["Fase: Nog even wachten."]


def test_wat_uit_het_dossier_komt_staat_erbij(maak: Maak) -> None:
    verslag = maak({**governance(("vertrouwen", "breed")), "fase": "2"})
    antwoorden = {rij[0]: rij[1] for rij in tabel(verslag, "Governancekiezer")[1:]}
    assert antwoorden["Fase"] == "2: verdiepen (uit het dossier)" and antwoorden["Kosten van het netwerk"] == "nog niet beantwoord"


def test_zonder_rangschikking_staan_alle_modellen_in_de_tabel_met_het_voorbehoud(maak: Maak) -> None:
    verslag = maak({"secties": {"bekostiging": [{"vraag": "controle", "antwoord": "belangrijk"}]}})
    assert "binnen de huidige wetten vaak erg lastig" in zin(verslag, "Bekostigingskiezer")
    koppen_, *rijen = tabel(verslag, "Bekostigingskiezer")
    assert len(koppen_) == 2 + 7 and len(rijen) == 7


def test_past_er_niets_dan_zegt_het_plan_dat(maak: Maak) -> None:
    verslag = maak(governance(("vertrouwen", "weinig")))
    assert zin(verslag, "Governancekiezer").startswith("Nog geen vorm past goed bij jullie antwoorden")
    assert lijst(verslag, "Governancekiezer", "Wat eruit volgt")[-1].startswith("Later opnieuw: ")


def test_een_lijst_noemt_wat_per_knelpunt_nog_leeg_is(maak: Maak, gewoon: dict[str, Any]) -> None:
    verslag = maak(gewoon)
    assert tabel(verslag, "Knelpuntenwijzer")[0][:3] == ["Knelpunt", "Aan zet", "Eerste stap"]
    assert lijst(verslag, "Knelpuntenwijzer", "Wat nog mist of opvalt") == ["Niemand leent een zaal uit, nog leeg: eerste stap, wie en wanneer."]
    een = maak({"secties": {"knelpunten_keuze": [{"knelpunt": "Geen zaal"}]}})
    assert zin(een, "Knelpuntenwijzer") == "Bij ons speelt 1 knelpunt: Geen zaal."


# -- scan en plan -----------------------------------------------------------------------------


def test_wie_wat_scoorde_en_wat_aandacht_vraagt(maak: Maak, gewoon: dict[str, Any]) -> None:
    verslag = maak(gewoon)
    assert zin(verslag, "Fasewijzer") == "2 mensen scoorden 2 van de 24 stellingen bij fase 1: starten; 2 daarvan vragen aandacht."
    assert [rij[1] for rij in tabel(verslag, "Fasewijzer")[1:]] == ["laag", "oneens"]
    assert lijst(verslag, "Fasewijzer", "Notities")[0].endswith(": Wie dan?")
    assert "fase 1: starten: 22 van de 24" in str(lijst(verslag, "Fasewijzer", "Wat nog mist of opvalt")).lower()
    een = maak({"secties": {"fasescores": [{"persoon": "Ans", "stelling": "f1-visie", "score": 8}]}})
    assert zin(een, "Fasewijzer") == "1 persoon scoorde 1 van de 24 stellingen bij fase 1: starten; geen daarvan is laag of verdeeld gescoord."


def test_het_plaatje_hoort_bij_een_deel_met_scores(maak: Maak) -> None:
    rijen = [{"persoon": "Ans", "stelling": "f1-visie", "score": 8}]
    figuur = next(deel for deel in maak({"secties": {"fasescores": rijen}, "keuzes": {"fasewijzer": {"deel": "2"}}})["delen"] if deel["soort"] == "figuur")
    assert figuur["keuzes"] == {"deel": "1"}


def test_een_monitorplan_toont_alle_gevulde_kolommen(maak: Maak, gewoon: dict[str, Any]) -> None:
    koppen_, *rijen = tabel(maak(gewoon), "Monitorplan")
    assert koppen_ == ["Doelgebied", "Doel", "Indicator: wat meten we", "Instrument: hoe meten we", "Wie meet", "Wanneer", "Gegevens uit"]
    assert rijen == [
        ["gezondheid", "minder valongevallen", "spoedbezoeken na een val", "telling", "GGD", "elk kwartaal", "VeiligheidNL"],
        ["kosten", "minder opnames", *[None] * 5],
    ]


# -- acties -----------------------------------------------------------------------------------


def test_acties_op_volgorde_van_wanneer_en_wie(maak: Maak, gewoon: dict[str, Any]) -> None:
    verslag = maak(gewoon)
    assert tabel(verslag, "Acties") == [
        ["Wat", "Wie", "Wanneer", "Hoort bij", "Stand"],
        ["Vraag Menzis welke cijfers nodig zijn", "Ben Smit", "15 december 2026", "Stakeholdermatrix: Menzis", "open"],
        ["Verdeel de uren over de partijen", "Ans de Wit", "1-2-2027", "Knelpuntenwijzer: Overleg en coördinatie zijn niet betaald", "open"],
        ["Zoek een zaal", "", "maart 2027", "", "bezig"],
        ["Nodig het ziekenhuis uit", "Ans de Wit", "30 november 2026", "Stakeholdermatrix: Ziekenhuis", "klaar"],
    ]
    assert onder(verslag, "Acties")[1]["tekst"] == "Zonder naam: 1 van de 4 acties."
    assert [rij[1] for rij in tabel(maak(gewoon, "wie"), "Acties")[1:]] == ["Ans de Wit", "Ben Smit", "", "Ans de Wit"]


def test_een_actie_staat_er_maar_een_keer(maak: Maak) -> None:
    dossier = {
        "secties": {
            "knelpunten_keuze": [{"knelpunt": "Geen zaal", "stap": "Bel de sportclub"}],
            "acties": [{"wat": "bel de sportclub ", "gereedschap": "knelpuntenwijzer", "bij": "Geen zaal", "wie": "Ans"}],
        }
    }
    assert [rij[:2] for rij in tabel(maak(dossier), "Acties")[1:]] == [["bel de sportclub", "Ans"]]


# -- rekenblad --------------------------------------------------------------------------------


def test_een_rekenblad_geeft_zijn_conclusie_en_zijn_getallen(maak: Maak) -> None:
    kosten = [{"naam": "Coördinator", "partij": "GGD", "per_jaar": 1000}, {"naam": "Zaal", "partij": "Gemeente"}]
    baten = [{"naam": "Minder vallen", "partij": "Verzekeraar", "bedrag": 5000}]
    verslag = maak({"secties": {"kosten": kosten, "baten": baten}})
    assert lijst(verslag, "Businesscase", "Wat nog mist of opvalt")[0].startswith("Nog nodig voor een conclusie: ")
    ingevuld = next(deel for deel in onder(verslag, "Businesscase") if deel["soort"] == "tabel" and deel["titel"] == "Wat kost het?")
    assert ingevuld["rijen"][0][:3] == ["Coördinator", "GGD", 1000.0]
    assert "Businesscase" not in koppen(maak({"secties": {"kosten": [{"naam": None}]}}))
