// Wat een kiezer aan het verslag bijdraagt: de keuze en waarom, hoe de opties passen, en wat nog open is. Tweeling van kiezer.py.
import { opSleutel, tekst, vul } from "../regels/basis.js";
import { antwoordenVan, teKiezen, uitkomst } from "../regels/kiezer.js";
import { aantal as tel, hoofdletter } from "../regels/zinnen.js";
import { celVan, getoond, klein, kopVan, noem, soortVan, tekstenVan } from "./tekst.js";

export function bijdrage(secties, regels, keuzes, kolommen, velden = {}) {
  const rijen = secties[regels.sectie] ?? [],
    t = tekstenVan("kiezer", regels),
    uit = uitkomst(secties, regels, keuzes, velden);
  if (regels.lijst) return rijen.length ? lijst(uit, rijen, regels, kolommen[regels.sectie] ?? [], t) : null;
  const stand = maakStand(uit, rijen, regels);
  if (!stand.beantwoord.length && !stand.gekozen && !stand.notities.length) return null;
  return {
    zin: zin(uit, stand, t),
    keuze: keuze(stand, regels, t),
    tabellen: [tabel(uit, stand, regels, t)],
    raad: [...(uit.tegen ? [uit.tegen] : []), ...schuurt(stand, regels, t), ...acties(uit, stand, t)],
    notities: notities(stand, regels, t),
    mist: [...mist(uit, stand, regels, t), ...uit.meldingen],
    keuzes: {},
    voorbeeld: false,
  };
}

// -- wegen

// Wat de lezer zelf zei: welke vragen, welke keuze, en welke opties het verslag dus toont. Zonder volgorde zijn dat ze alle.
function maakStand(uit, rijen, regels) {
  const gezegd = opSleutel(rijen, "vraag"),
    zei = (vraag) => tekst(gezegd.get(vraag)?.antwoord);
  const beantwoord = uit.antwoorden.filter((a) => a.antwoord !== null && !a.geleend).map((a) => a.vraag),
    vind = (sleutel) => uit.opties.find((o) => o.sleutel === sleutel);
  const gekozen = teKiezen(regels).find((o) => o.sleutel === zei("gekozen")) ?? null;
  const kop = beantwoord.length ? uit.kop.map(vind) : [],
    eigen = [gekozen && vind(gekozen.sleutel)].filter(Boolean);
  const alle = ["niets", "tabel"].includes(uit.zekerheid.soort) ? uit.opties : [];
  const notities = [...gezegd].map(([vraag, rij]) => [vraag, tekst(rij.notitie)]).filter(([, notitie]) => notitie);
  return { beantwoord, gekozen, kop, opties: [...new Set([...eigen, ...kop, ...alle])].slice(0, alle.length || 3), notities };
}

function zin(uit, stand, t) {
  // Wat er gekozen is, en dezelfde conclusie als het gereedschap zelf geeft.
  const keus = stand.gekozen ? `${hoofdletter(vul(t.gekozen, { gekozen: klein(stand.gekozen.titel) }))}.` : "";
  const rest = stand.beantwoord.length ? uit.zekerheid.zin : "";
  return [keus, rest].filter(Boolean).join(" ") || t.alleen_notities;
}

function keuze(stand, regels, t) {
  if (!stand.gekozen) return [];
  const waarom = stand.notities.find(([vraag]) => vraag === "gekozen")?.[1] ?? t.waarom_leeg;
  return [
    [vul(t.keuze, { optie: regels.optie }), stand.gekozen.titel],
    [t.waarom, waarom],
  ];
}

function tabel(uit, stand, regels, t) {
  const woord = (optie, vraag) => {
    const reden = optie.redenen.find((r) => r.vraag === vraag);
    return reden ? (regels.oordelen[reden.oordeel] ?? "") : "";
  };
  const rijen = regels.vragen.map((vraag, i) => [
    vraag.titel,
    antwoordtekst(vraag, uit.antwoorden[i], stand.beantwoord.includes(vraag.sleutel), regels, t),
    ...stand.opties.map((o) => woord(o, vraag.sleutel)),
  ]);
  const koppen = [t.vraag, t.antwoord, ...stand.opties.map((o) => o.titel)];
  return { titel: t.tabel, koppen, soorten: koppen.map(() => "tekst"), rijen };
}

function antwoordtekst(vraag, antwoord, beantwoord, regels, t) {
  const gevonden = antwoordenVan(vraag, regels).find((a) => a.waarde === antwoord.antwoord);
  if (!gevonden) return t.open;
  const woord = gevonden.titel ?? gevonden.waarde;
  return beantwoord ? woord : vul(t.uit_dossier, { antwoord: woord });
}

// Wat er niet past; een goede plaats verbergt dat anders.
function schuurt(stand, regels, t) {
  const titel = (sleutel) => klein(regels.vragen.find((v) => v.sleutel === sleutel).titel);
  if (regels.rangschik === false) return []; // zonder volgorde staat dat al in de tabel
  return stand.opties.flatMap((optie) => {
    const vragen = optie.redenen.filter((r) => r.oordeel === "-").map((r) => titel(r.vraag));
    return vragen.length ? [vul(t.schuurt, { optie: optie.titel, oordeel: regels.oordelen["-"] ?? "", vragen: noem(vragen, 12) })] : [];
  });
}

// Zonder eigen keuze alleen als iets dat bij de bovenste optie hoort.
function acties(uit, stand, t) {
  if (stand.gekozen || stand.kop.length !== 1)
    return uit.acties.map((a) => vul(t[a.soort === "nu" ? "nu" : "herzien"], { tekst: a.tekst }));
  const boven = stand.kop.find((o) => o.sleutel === uit.gekozen);
  const teksten = uit.acties.map((a) => a.tekst).join(" ");
  return boven && teksten ? [vul(t.als, { optie: klein(boven.titel), tekst: teksten })] : [];
}

// De notitie bij de keuze staat al bij Waarom; zonder keuze staat zij hier.
function notities(stand, regels, t) {
  const over = stand.notities.filter(([vraag]) => vraag !== "gekozen" || !stand.gekozen);
  return over.map(([sleutel, notitie]) => {
    const vraag = regels.vragen.find((v) => v.sleutel === sleutel);
    return vraag ? vul(t.notitie, { vraag: vraag.titel, tekst: notitie }) : notitie;
  });
}

function mist(uit, stand, regels, t) {
  const open = regels.vragen.filter((_, i) => uit.antwoorden[i].antwoord === null).map((vraag) => klein(vraag.titel));
  // Wie met vinkjes noemt wat moet kunnen, laat niets open.
  const zinnen = open.length && !regels.vink ? [vul(t.niet_beantwoord, { vragen: noem(open, 12) })] : [];
  return stand.gekozen ? zinnen : [...zinnen, t.niet_gekozen];
}

// -- een lijst

function lijst(uit, rijen, regels, kolommen, t) {
  const namen = uit.lijst.map((ding) => ding.naam),
    { kolom } = regels.lijst;
  const stappen = kolommen.filter((k) => k.sleutel !== kolom && k.sleutel !== "notitie" && !k.verborgen);
  return {
    zin: vul(t[namen.length === 1 ? "lijst_een" : "lijst"], {
      aantal: tel(namen.length, regels.optie, regels.opties_naam),
      namen: noem(namen),
    }),
    keuze: [],
    tabellen: [lijsttabel(uit, rijen, regels, kolommen, stappen, t)],
    raad: [],
    notities: rijen.flatMap((rij, i) => (tekst(rij.notitie) ? [vul(t.notitie, { vraag: namen[i], tekst: tekst(rij.notitie) })] : [])),
    mist: lijstmist(namen, rijen, stappen, t),
    keuzes: {},
    voorbeeld: rijen.some((rij) => tekst(rij.illustratief) === "ja"),
  };
}

function lijsttabel(uit, rijen, regels, kolommen, stappen, t) {
  const eigen = getoond(stappen, rijen);
  const aanZet = (ding) =>
    ding.sleutel
      ? uit.partijen
          .filter((p) => p.bij.includes(ding.sleutel))
          .map((p) => p.naam)
          .join(", ")
      : "";
  return {
    titel: hoofdletter(regels.opties_naam),
    koppen: [kopVan(kolommen, regels.lijst.kolom), t.aan_zet, ...eigen.map((k) => k.kop)],
    soorten: ["tekst", "tekst", ...eigen.map(soortVan)],
    rijen: uit.lijst.map((ding, i) => [ding.naam, aanZet(ding), ...eigen.map((k) => celVan(rijen[i], k))]),
  };
}

const lijstmist = (namen, rijen, stappen, t) =>
  rijen.flatMap((rij, i) => {
    const leeg = stappen.filter((k) => celVan(rij, k) === null).map((k) => klein(k.kop));
    return leeg.length ? [vul(t.mist, { naam: namen[i], kolommen: noem(leeg) })] : [];
  });
