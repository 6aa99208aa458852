"""Python en JavaScript lezen een dossier gelijk: duizenden bedachte gevallen door allebei, in een echte Chromium."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from kennis.dossier import beschrijvingen, invoer, keuren, link, sectie, sectienamen, versies, verwijzingen
from kennis.kolommen import InvoerFout, kort, lees_bedrag


def gewoon(waarde: Any) -> Any:
    return json.loads(json.dumps(waarde), parse_int=float)


def vergelijk(ginds: list[Any], hier: list[Any], invoer_: list[Any]) -> None:
    anders = [drie for drie in zip(invoer_, ginds, hier, strict=True) if drie[1] != drie[2]]
    if anders:
        geval, daar, ons = anders[0]
        verschil = next(((k, daar[k], ons[k]) for k in ons if daar.get(k) != ons[k]), None) if isinstance(ons, dict) else (daar, ons)
        pytest.fail(f"{len(anders)} van de {len(invoer_)} verschillen.\n(wat, JavaScript, Python): {verschil!r:.3000}\nInvoer: {geval!r:.3000}", pytrace=False)


def keur_hier(gegevens: Any, soepel: bool) -> dict[str, Any]:
    dossier, fouten, apart = keuren.keur(gegevens, "mijn.json", soepel=soepel)
    return gewoon({"dossier": dossier, "fouten": [str(f) for f in fouten], "apart": apart, "genoemd": [keuren.noem_apart(een) for een in apart]})


@pytest.mark.parametrize("soepel", [False, True])
def test_keuren_geeft_in_beide_talen_hetzelfde(gevallen: Any, soepel: bool, regels_in_js: Any) -> None:
    toeval = random.Random(f"keuren {soepel}")
    alle = [gevallen.bedorven(toeval) for _ in range(3000)] + [gevallen.net_dossier(toeval) for _ in range(500)]
    # Een id hoort alleen in de opslag van een browser: daar blijft het, hier niet.
    ginds = regels_in_js(
        """([gevallen, beschrijvingen, soepel]) => gevallen.map((g) => {
          const uit = kennisRegels.keuren.keur(g, beschrijvingen, { bestand: "mijn.json", soepel });
          for (const rijen of Object.values(uit.dossier.secties)) for (const rij of rijen) delete rij.id;
          return { ...uit, genoemd: uit.apart.map(kennisRegels.keuren.noemApart) };
        })""",
        [alle, beschrijvingen(), soepel],
    )
    hier = [keur_hier(g, soepel) for g in alle]
    vergelijk(ginds, hier, alle)
    goed = [een for een in hier if not een["fouten"]]
    assert len(goed) > 500 and sum(bool(een["apart"]) for een in hier) > 500
    assert soepel or len(alle) - len(goed) > 500


def test_wat_gekeurd_is_blijft_bij_nog_eens_keuren_gelijk(gevallen: Any) -> None:
    toeval = random.Random("nog eens")
    for _ in range(500):
        eerst, fouten, _ = keuren.keur(gevallen.bedorven(toeval), soepel=True)
        if fouten:
            continue
        plat = {"kennisdossier": 2, **eerst["velden"], **{k: w for k, w in eerst.items() if k != "velden"}}
        weer, fouten, apart = keuren.keur(plat)
        assert (weer, fouten, apart) == (eerst, [], [])


JSON = [
    "", "{", "nul", '{"a": 1, "a": 2}', '{"a": {"b": 1, "c": {"b": 1}, "b": 2}}', '[{"x": 1, "x": 1}, {"x": 2}]', '{"a,": ":", "a,": 1}',
    "[" * 61 + "]" * 61, "[" * 60 + "]" * 60, "[" * 5000 + "]" * 5000, "NaN", "[Infinity]", "1e999", "9" * 400, '{"\\u0061": 1, "a": 2}',
    '{"a": "\\"", "b\\\\": "{", "b\\\\": 1}', '"\\ud800"', "\ufeff{}", '{"__proto__": 1, "__proto__": 2}', "[1,2,]", '{"a": "\n"}',
]  # fmt: skip


def test_json_lezen_geeft_in_beide_talen_hetzelfde(gevallen: Any, regels_in_js: Any) -> None:
    toeval = random.Random("json")
    teksten = list(JSON)
    for _ in range(2000):
        tekst = list(json.dumps(gevallen.net_dossier(toeval), ensure_ascii=toeval.random() < 0.5))
        for _ in range(toeval.randint(0, 3)):
            tekst[toeval.randrange(len(tekst))] = toeval.choice(["", '"', "{", "}", ",", "x", '"secties": 1, ', "\\"])
        teksten.append("".join(tekst))
    ginds = regels_in_js(
        """(teksten) => teksten.map((t) => kennisRegels.versies.leesJson(t, "a.json"))
          .map(({ gegevens, fouten }) => ({ gegevens, fouten: fouten.map(kennisRegels.kolommen.foutzin) }))""",
        teksten,
    )
    hier = []
    for tekst in teksten:
        gegevens, fouten = versies.lees_json(tekst, "a.json")
        hier.append(gewoon({"gegevens": keuren.zuiver(gegevens) if "999" in tekst or len(tekst) == 400 else gegevens, "fouten": [str(f) for f in fouten]}))
    vergelijk(ginds, hier, teksten)
    assert sum(bool(een["fouten"]) for een in hier) > 300


@pytest.mark.parametrize("doe", ["hernoem", "verwijder"])
def test_hernoemen_en_verwijderen_gaan_in_beide_talen_gelijk(gevallen: Any, doe: str, regels_in_js: Any) -> None:
    toeval = random.Random(doe)
    alle = []
    for _ in range(2000):
        secties = keuren.keur(gevallen.net_dossier(toeval))[0]["secties"]
        namen = [rij[k.sleutel] for naam, rijen in secties.items() for rij in rijen for k in sectie(naam).kolommen.lijst if k.uniek] or ["niemand"]
        for naam, rijen in secties.items():
            for rij in rijen:
                for kolom in sectie(naam).kolommen.lijst:
                    if kolom.noemt and toeval.random() < 0.7:
                        rij[kolom.sleutel] = toeval.choice(
                            [toeval.choice(namen), f"GGD; {toeval.choice(namen)};x", f"{toeval.choice(namen)};{toeval.choice(namen)}", None]
                        )
                if naam == "governance":
                    rij["vraag"] = toeval.choice(["organisaties", "leider", "fase"])
        waar = toeval.choice([naam for naam, rijen in secties.items() if rijen] or ["stakeholders"])
        eigen = [rij[k.sleutel] for rij in secties.get(waar, []) for k in sectie(waar).kolommen.lijst if k.uniek]
        alle.append([secties, waar, toeval.choice(eigen or namen), toeval.choice(["Nieuw", " Nieuw ", "a; b"])])
    extra = ", naar" if doe == "hernoem" else ""
    ginds = regels_in_js(
        f"([gevallen, alle]) => gevallen.map(([secties, waar, van, naar]) => kennisRegels.verwijzingen.{doe}(secties, alle, waar, van{extra}))",
        [alle, beschrijvingen()],
    )
    functie = getattr(verwijzingen, doe)
    hier = [gewoon(functie(s, waar, van, naar) if doe == "hernoem" else functie(s, waar, van)) for s, waar, van, naar in alle]
    vergelijk(ginds, hier, alle)
    assert sum(gewoon(geval[0]) != uit for geval, uit in zip(alle, hier, strict=True)) > 500


def test_suggesties_zijn_in_beide_talen_gelijk(gevallen: Any, regels_in_js: Any) -> None:
    toeval = random.Random("suggesties")
    secties = [keuren.keur(gevallen.net_dossier(toeval))[0]["secties"] for _ in range(300)]
    kolommen = [(naam, n) for naam in sectienamen() for n, k in enumerate(sectie(naam).kolommen.lijst) if k.noemt or k.verwijst]
    paren = [[een, naam, n, rij] for een in secties for naam, n in kolommen for rij in (None, {"vraag": "leider"}, {"vraag": "fase"})]
    ginds = regels_in_js(
        "([paren, alle]) => paren.map(([s, naam, n, rij]) => kennisRegels.verwijzingen.suggesties(s, alle[naam].kolommen[n], rij))", [paren, beschrijvingen()]
    )
    vergelijk(ginds, [verwijzingen.suggesties(s, sectie(naam).kolommen.lijst[n], rij) for s, naam, n, rij in paren], paren)
    assert sum(map(bool, ginds)) > 100


def test_bedragen_lezen_gaat_in_beide_talen_gelijk(regels_in_js: Any) -> None:
    toeval = random.Random("bedrag")
    teksten = "60.000|€ 1.250,50|€ 60.000,-|EUR 5|5 EURO|1,5 mln|60k|2 duizend|-€ 500|€-500|−5|5-|1.2.3||k|1,5.000,--|€€5".split("|")
    delen = ["€", "euro", "eur", "k", "mln", "miljoen", ".", ",", "-", "–", " ", "\u00a0", *"0123456789"]
    teksten += ["".join(toeval.choices(delen, k=toeval.randint(1, 7))) for _ in range(5000)]

    def lees(tekst: str) -> Any:
        try:
            return lees_bedrag(tekst)
        except ValueError as fout:
            return str(fout)

    vergelijk(regels_in_js("(t) => t.map(kennisRegels.kolommen.leesBedrag)", teksten), [lees(t) for t in teksten], teksten)


def test_een_waarde_in_een_melding_is_in_beide_talen_gelijk(gevallen: Any, regels_in_js: Any) -> None:
    waarden = [*gevallen.RAAR[1:], *gevallen.NAMEN, "👩" * 100, "a\r\n\tb", 1e22, -0.5, 1 / 3, "\x1b[31m"]
    vergelijk(regels_in_js("(w) => w.map(kennisRegels.kolommen.kort)", waarden), [kort(w) for w in waarden], waarden)


# -- invoer -----------------------------------------------------------------------------------


def tabel(gevallen: Any, toeval: random.Random) -> list[list[Any]]:
    """Bedenk een tabel zoals mensen die hebben: koppen van het scherm of als sleutel, synoniemen, extra kolommen, een titel erboven."""
    kolommen = list(sectie(toeval.choice(sectienamen())).kolommen.lijst)
    gekozen = toeval.sample(kolommen, min(len(kolommen), toeval.randint(1, 5)))
    gekozen = [k for k in kolommen if k.verplicht and k not in gekozen and toeval.random() < 0.7] + gekozen
    koppen = [_kop(kolom, toeval) for kolom in gekozen] + toeval.choices(["Telefoon", "Opmerkingen", "", "naam", "mact"], k=toeval.randint(0, 2))
    rijen = []
    for nummer in range(toeval.randint(0, 5)):
        cellen = [_invoercel(gevallen, kolom, toeval, nummer) for kolom in gekozen] + toeval.choices(
            ["06-123", None, "", 3, "extra"], k=len(koppen) - len(gekozen)
        )
        rijen.append(cellen[: len(cellen) - (toeval.random() < 0.1)] + (["te veel"] if toeval.random() < 0.05 else []))
    boven = [["Overzicht partijen"], [None, ""]] if toeval.random() < 0.15 else []
    return [*boven, *([koppen] if toeval.random() < 0.85 else []), *rijen]


def _kop(kolom: Any, toeval: random.Random) -> str:
    kop = toeval.choice([kolom.sleutel, kolom.kop, kolom.kop, *kolom.ook])
    return toeval.choice([kop, kop.upper(), f" {kop}: ", f"{kop} (euro)", kop.replace(" ", "  "), kop.replace("_", " "), kop.capitalize()])


def _invoercel(gevallen: Any, kolom: Any, toeval: random.Random, nummer: int) -> Any:
    if toeval.random() < 0.15:
        return toeval.choice(
            [None, "", "-", "n.v.t.", "?", "x", "Ja", True, False, "onzin", 5, 2.5, "7,5", "1.200", "€ 60.000,-", "\x07", "=1", "'=1", "menzis"]
        )
    waarde = gevallen.net_cel(kolom, toeval, nummer)
    return waarde.upper() if isinstance(waarde, str) and kolom.soort == "keuze" and toeval.random() < 0.4 else waarde


def als_tekst(rijen: list[list[Any]], toeval: random.Random) -> str:
    teken, einde = toeval.choice(["\t", "\t", ";", ","]), toeval.choice(["\n", "\r\n"])

    def cel(waarde: Any) -> str:
        tekst = "" if waarde is None else str(waarde)
        return '"' + tekst.replace('"', '""') + '"' if any(c in tekst for c in f'"\n{teken}') and toeval.random() < 0.9 else tekst

    return einde.join(teken.join(cel(w) for w in rij) for rij in rijen)


LIJSTEN = [
    "", " \n ", "Menzis", "Menzis\nGGD\n\nGemeente Epe", "Naam\nMenzis", "Partij\r\nMenzis", "- Menzis\n- GGD", "•\tMenzis\n•\tGGD",
    "1. Menzis\n2) GGD", "* a\nb", "Menzis; GGD; VGZ", "Menzis, GGD", "Menzis, Arnhem\nGGD, Zwolle", '"Menzis\nArnhem"\nGGD', '"open',
    "Wat\tWie\nbel\tGGD", "Naam;Soort\nA;Gemeente\n", "naam,macht\nA,7", "Stakeholders\n\nPartij\tMacht\nA\t3", "Naam\tRol\nAns\thuisarts",
    "a\tb\n\tc", "Initiatief\tKosten\nApp\t€ 60.000,-\nTwee\t1,5 mln\nDrie\tveel",
]  # fmt: skip


def test_inlezen_geeft_in_beide_talen_hetzelfde_voorstel(gevallen: Any, regels_in_js: Any) -> None:
    toeval = random.Random("invoer")
    naast = {"initiatieven": [{"naam": "Menzis 0"}], "criteria": [{"naam": "geld"}]}
    namen = "||Blad1|stakeholders.csv|Partijen Epe.xlsx|lijst.csv|acties_2026.csv|onzin.txt|Scores bij de stellingen per f|initiatieve.csv".split("|")
    alle: list[list[Any]] = [[tekst, naam, als] for tekst in LIJSTEN for naam in ("", "lijst.csv") for als in (None, "stakeholders", "doelen", "scores")]
    for _ in range(4000):
        rijen = tabel(gevallen, toeval)
        inhoud = rijen if toeval.random() < 0.5 else als_tekst(rijen, toeval)
        alle.append([inhoud, toeval.choice(namen), toeval.choice([None, None, *sectienamen()])])
    ginds = regels_in_js(
        """([alle, beschrijvingen, naast]) => alle.map(([inhoud, bestand, als]) =>
          kennisRegels.invoer.stelVoor(inhoud, beschrijvingen, { bestand, als, naast }))""",
        [alle, beschrijvingen(), naast],
    )
    hier = []
    for inhoud, bestand, als in alle:
        een = invoer.stel_voor(inhoud, bestand, als, naast)
        hier.append(gewoon({**vars(een), "fouten": [str(fout) for fout in een.fouten]}))
    vergelijk(ginds, hier, alle)
    assert sum(bool(een["rijen"]) for een in hier) > 1000
    assert sum(bool(een["fouten"]) for een in hier) > 500
    assert sum(bool(een["apart"]) for een in hier) > 500


# -- links ------------------------------------------------------------------------------------

STAARTEN = ["", ".", ")", "]", ">", "…", "%20", "%E2%80%A6", "\u200b", "%E2%80%8B", "),", '"', "'", "*", " Groet, Jan", "\r\nGroet", "&x=1", "%2E", "?"]


LEES = "(l) => Promise.all(l.map(kennisRegels.link.leesLink))"


def test_links_zijn_in_beide_talen_te_lezen(gevallen: Any, regels_in_js: Any) -> None:
    toeval = random.Random("link")
    dossiers = [gevallen.net_dossier(toeval) for _ in range(300)]
    van_hier = [link.schrijf_link(d, toeval.choice(["dossier", "prioritering"])) for d in dossiers]
    van_ginds = regels_in_js("(l) => Promise.all(l.map((d) => kennisRegels.link.schrijfLink(d, 'fasewijzer')))", dossiers)
    assert [gewoon(link.lees_link(een)[1]) for een in van_ginds] == gewoon(dossiers)
    gelezen = regels_in_js(LEES, van_hier)
    assert [een["gegevens"] for een in gelezen] == gewoon(dossiers)
    assert {een["waar"] for een in gelezen} == {"dossier", "prioritering"}


def test_een_verbogen_link_opent_of_zegt_wat_er_mis_is(gevallen: Any, regels_in_js: Any) -> None:
    toeval = random.Random("verbogen")
    heel = [link.schrijf_link(gevallen.net_dossier(toeval)) for _ in range(40)]
    goed = [f"Kijk: https://voorbeeld.nl/x.html{een}{staart}" for een in heel for staart in STAARTEN]
    plek = [toeval.randrange(20, len(een)) if len(een) > 21 else len(een) for een in heel]
    goed += [een[:p] + breuk + een[p:] for een, p in zip(heel, plek, strict=True) for breuk in ("\r\n", "=\r\n", "%20", " \n> ", "%0D%0A", "\u200b")]
    stuk = [een[: len(een) - n] for een in heel for n in (1, 5, 15)] + [een[:30] + "AAAA" + een[34:] for een in heel if len(een) > 60]
    niets = ["", "https://voorbeeld.nl", "#kb=", "#kb=dossier", "#kb=dossier.", "#kb=.abc", "#100%", "#kb=dossier.abc", "#kb=dossier.====", "#kb=Dossier.abc"]
    gelezen = regels_in_js(LEES, goed)
    assert not [een["fout"] for een in gelezen if "fout" in een]
    assert [een["gegevens"] for een in gelezen] == [gewoon(link.lees_link(een)[1]) for een in goed]
    for tekst, ginds in zip([*stuk, *niets], regels_in_js(LEES, [*stuk, *niets]), strict=True):
        try:
            hier: dict[str, Any] = dict(zip(("waar", "gegevens"), gewoon(link.lees_link(tekst)), strict=True))
        except InvoerFout as fout:
            hier = {"fout": str(fout.fouten[0])}
        assert ginds == hier, tekst


def test_een_link_die_te_groot_uitpakt_wordt_geweigerd(regels_in_js: Any) -> None:
    bom = link.schrijf_link({"secties": {}, "titel": "x" * (link.MEEST_BYTES + 1)})
    assert len(bom) < 20_000
    with pytest.raises(InvoerFout, match="de link: wat in de link zit is te groot voor een dossier"):
        link.lees_link(bom)
    assert regels_in_js(LEES, [bom]) == [{"fout": "de link: wat in de link zit is te groot voor een dossier."}]


def test_een_oude_link_houdt_de_keuzes_van_haar_gereedschap(regels_in_js: Any) -> None:
    oud = link.schrijf_link({"secties": {"initiatieven": [{"naam": "App"}]}, "keuzes": {"maat": "straal"}}, "prioritering")
    assert link.lees_link(oud)[1]["keuzes"] == {"prioritering": {"maat": "straal"}}
    assert regels_in_js(LEES, [oud])[0]["gegevens"]["keuzes"] == {"prioritering": {"maat": "straal"}}
