// Regels voor een keuze: opties wegen op wat iemand antwoordt, met een drempel, de twijfel en wat het zou kantelen. Tweeling van kiezer.py.
import { opSleutel, som, sorteer, tekst, toon, vul } from "./basis.js";
import { opsomming } from "./zinnen.js";

// De vraag van de rij met wat de lezer zelf koos.
export const GEKOZEN = "gekozen";

const WAARDE = { "+": [1, 1], "±": [0.5, 0.5], "-": [0, 0], "?": [0, 1] };
// Zo dicht achter de bovenste is geen verschil om op te bouwen.
const DICHTBIJ = 0.5;

export function uitkomst(secties, regels, keuzes = {}, velden = {}) {
  const rijen = secties[regels.sectie] ?? [];
  const dossier = uitDossier(secties, regels, velden);
  const antwoorden = lees(rijen, regels, keuzes, dossier);
  const op = rangschik(antwoorden, regels), zeker = zekerheid(antwoorden, op, regels);
  const opties = zeker.kop.length ? op : op.map((o) => ({ ...o, plaats: null }));
  const eigen = zelf(rijen, regels), { kop } = zeker;
  const keus = eigen ?? (kop.length === 1 ? kop[0] : zeker.soort === "niets" ? (regels.terugval ?? null) : null);
  return {
    antwoorden,
    totaal: som(antwoorden.map((a) => a.gewicht)),
    opties,
    kop,
    zekerheid: zeker,
    kanteling: kanteling(antwoorden, zeker, regels),
    gekozen: keus,
    tegen: tegen(eigen, zeker, opties, regels),
    acties: acties(antwoorden, keus, regels),
    meldingen: [...meldingen(rijen, regels), ...andersDanDossier(antwoorden, dossier, regels)],
    lijst: lijst(rijen, regels),
    partijen: partijen(rijen, regels),
    ...netwerk(rijen, secties, regels),
  };
}

// -- antwoorden

// Antwoordde niemand, en staat het in het dossier, dan telt dat; `geleend` zegt het erbij.
export function lees(rijen, regels, keuzes, dossier) {
  const gegeven = opSleutel(rijen, "vraag");
  return regels.vragen.map((vraag) => {
    const gezegd = regels.vragen_in === "keuzes" ? keuzes[vraag.sleutel] : gegeven.get(vraag.sleutel)?.antwoord;
    if (vraag.meer) return antwoordMeer(vraag, gezegd, regels);
    const eigen = keuze(vraag, tekst(gezegd), regels), keus = eigen ?? keuze(vraag, dossier[vraag.sleutel] ?? "", regels);
    return antwoord(vraag, keus, Boolean(keus) && !eigen);
  });
}

// Elk antwoord dat bestaat telt; een dossier van vroeger heeft er één, als tekst.
function antwoordMeer(vraag, gezegd, regels) {
  const genoemd = Array.isArray(gezegd) ? gezegd.map(tekst) : [tekst(gezegd)];
  const waarden = antwoordenVan(vraag, regels).map((a) => a.waarde).filter((w) => genoemd.includes(w)), iets = waarden.length > 0;
  const eigen = { gewicht: vraag.gewicht ?? 0, hard: Boolean(vraag.hard) && iets };
  return { vraag: vraag.sleutel, antwoord: iets ? waarden : null, ...eigen, geleend: false };
}

const keuze = (vraag, waarde, regels) =>
  antwoordenVan(vraag, regels).find((a) => waarde && (a.waarde === waarde || a.ook?.includes(waarde)));

export const antwoordenVan = (vraag, regels) => vraag.antwoorden ?? regels.antwoorden ?? [];

const antwoord = (vraag, keus, geleend = false) => ({ vraag: vraag.sleutel, antwoord: keus?.waarde ?? null,
  gewicht: keus?.gewicht ?? vraag.gewicht ?? 0, hard: Boolean(vraag.hard) && Boolean(keus), geleend });

// Wat al in het dossier staat: een veld, of hoeveel rijen een sectie heeft.
function uitDossier(secties, regels, velden) {
  const uit = {};
  for (const { sleutel, uit: bron } of regels.vragen) {
    if (bron?.veld) uit[sleutel] = tekst(velden[bron.veld]);
    else if (bron?.tel) {
      const telt = (secties[bron.tel] ?? []).filter((rij) => !(bron.zonder ?? []).includes(tekst(rij.soort)));
      const aantal = new Set(telt.map((rij) => tekst(rij.naam)).filter(Boolean)).size;
      uit[sleutel] = aantal ? (bron.tot.find((g) => aantal <= g.tot)?.waarde ?? bron.meer) : "";
    }
  }
  return uit;
}

// -- wegen

export function oordeel(optie, { vraag, antwoord: gezegd }) {
  const gegeven = optie.cellen[vraag]?.o;
  if (gegeven === undefined) return "?";
  if (typeof gegeven === "string") return gegeven;
  if (gezegd === null) return "?";
  if (Array.isArray(gegeven)) return [gezegd].flat().some((g) => gegeven.includes(g)) ? "+" : "-";
  return gegeven[gezegd] ?? "?";
}

// Eerst wat de drempel haalt, dan wat zeker past, dan wat nog kan.
export function rangschik(antwoorden, regels) {
  const gewogen = regels.opties.map((o) => weeg(o, antwoorden, regels.drempel));
  if (regels.rangschik === false) return gewogen;
  const opties = sorteer(gewogen, (o) => [o.valt_af.length ? 1 : 0, o.past ? 0 : 1, -o.laag, -o.hoog]);
  opties.forEach((o, i) => {
    const vorige = opties[i - 1], gelijk = vorige && vorige.laag === o.laag && vorige.hoog === o.hoog;
    o.plaats = o.valt_af.length || !o.past ? null : gelijk ? vorige.plaats : i + 1;
  });
  return opties;
}

function weeg(optie, antwoorden, drempel) {
  const delen = antwoorden.map((a) => [a, oordeel(optie, a)]);
  const [laag, hoog] = [0, 1].map((kant) => som(delen.map(([a, o]) => a.gewicht * WAARDE[o][kant])));
  const telt = delen.filter(([a]) => a.gewicht > 0 || a.hard), bekend = som(delen.filter(([, o]) => o !== "?").map(([a]) => a.gewicht));
  const vragen = (paren) => paren.map(([a]) => a.vraag), minnen = vragen(telt.filter(([, o]) => o === "-"));
  return {
    sleutel: optie.sleutel,
    titel: optie.titel,
    laag,
    hoog,
    past: !drempel || (laag >= drempel.deel * bekend && !minnen.some((v) => drempel.zonder_min.includes(v))),
    minnen,
    valt_af: vragen(delen.filter(([a, o]) => a.hard && o === "-")),
    onzeker: vragen(telt.filter(([, o]) => o === "?")),
    redenen: telt.map(([a, o]) => reden(optie, a, o)),
    plaats: null,
  };
}

function reden(optie, a, o) {
  const cel = optie.cellen[a.vraag] ?? {};
  const toelichting = typeof cel.t === "object" ? (typeof a.antwoord === "string" ? cel.t[a.antwoord] : "") : cel.t;
  return { vraag: a.vraag, gewicht: a.gewicht, oordeel: o, tekst: toelichting ?? "", grond: cel.g ?? "" };
}

// -- één conclusie, met de twijfel in dezelfde zin

export function zekerheid(antwoorden, opties, regels) {
  const { teksten } = regels, uit = { kop: [], rivalen: [], open: [] };
  const blijft = opties.filter((o) => !o.valt_af.length);
  if (!blijft.length) return { ...uit, soort: "geen", zin: teksten.geen };
  if (!antwoorden.some((a) => a.antwoord !== null && a.gewicht > 0)) return { ...uit, soort: "leeg", zin: teksten.leeg };
  if (regels.rangschik === false) return { ...uit, soort: "tabel", zin: tabelzin(antwoorden, opties, regels) };
  const open = antwoorden.filter((a) => a.antwoord === null).map((a) => a.vraag);
  const mist = open.filter((v) => regels.beslissend?.includes(v));
  // Valt elke optie al op een min af, dan verandert een open vraag daar niets meer aan.
  const kern = regels.drempel?.zonder_min ?? [], kansloos = blijft.every((o) => o.minnen.some((v) => kern.includes(v)));
  if (mist.length && !kansloos) return { ...uit, soort: "open", open: mist, zin: vul(teksten.open,
    { vragen: titels(mist, regels.vragen, klein) }) };
  const past = blijft.filter((o) => o.past);
  if (!past.length) return { ...uit, soort: "niets", zin: vul(teksten.niets, { waarom: waaromNiets(blijft, regels) }) };
  return { ...uit, ...voorop(past, open, regels) };
}

function voorop(past, open, regels) {
  const { teksten } = regels, boven = past.filter((o) => o.plaats === 1), anderen = past.filter((o) => o.plaats !== 1);
  const sleutels = (opties) => opties.map((o) => o.sleutel), bodem = Math.min(...boven.map((o) => o.laag));
  const rivalen = sleutels(anderen.filter((o) => o.hoog >= bodem));
  const bijna = sleutels(anderen.filter((o) => o.hoog < bodem && bodem - o.hoog <= DICHTBIJ));
  let zin = vul(teksten[boven.length > 1 ? "samen" : "alleen"], { optie: titels(sleutels(boven), regels.opties) });
  for (const o of boven) {
    if (o.minnen.length) zin += vul(teksten[boven.length > 1 ? "maar_van" : "maar"],
      { optie: o.titel, vragen: titels(o.minnen, regels.vragen, klein) });
  }
  const twijfel = [...boven, ...anderen.filter((o) => rivalen.includes(o.sleutel))].flatMap((o) => o.onzeker);
  const vragen = regels.vragen.map((v) => v.sleutel).filter((v) => twijfel.includes(v));
  if (rivalen.length) zin += vul(teksten.rivalen, { optie: titels(rivalen, regels.opties), vragen: titels(vragen, regels.vragen, klein) });
  else if (bijna.length) zin += vul(teksten.dichtbij, { optie: titels(bijna, regels.opties) });
  const zeker = boven.length === 1 && !rivalen.length && !bijna.length;
  return { soort: zeker ? "zeker" : "onzeker", zin: `${zin}.`, kop: sleutels(boven), rivalen, open };
}

function waaromNiets(opties, { teksten, vragen }) {
  const overal = opties[0].minnen.filter((v) => opties.every((o) => o.minnen.includes(v)));
  if (overal.length) return vul(teksten.niets_overal, { vragen: titels(overal, vragen, klein) });
  return opties.map((o) => vul(teksten[o.minnen.length ? "niets_per" : "niets_half"],
    { optie: o.titel, vragen: titels(o.minnen, vragen, klein) })).join("; ");
}

// Lees uit de tabel waar alles kan wat de lezer noemde; dat is geen rangschikking.
function tabelzin(antwoorden, opties, { teksten, vragen, opties: alle }) {
  const gevraagd = antwoorden.filter((a) => a.gewicht > 0).map((a) => a.vraag);
  const alles = opties.filter((o) => o.redenen.every((r) => r.oordeel === "+")).map((o) => o.sleutel);
  return vul(teksten[alles.length ? "kan_alles" : "kan_niet_alles"],
    { vragen: titels(gevraagd, vragen, klein), optie: titels(alles, alle) });
}

const titels = (sleutels, dingen, schrijf = (titel) => titel) =>
  opsomming(sleutels.map((s) => schrijf(dingen.find((d) => d.sleutel === s).titel)));

// Klein voor midden in een zin; een afkorting blijft staan.
const klein = (titel) =>
  (titel.slice(1, 2) !== titel.slice(1, 2).toLowerCase() ? titel : titel.slice(0, 1).toLowerCase() + titel.slice(1));

// -- wat zou het kantelen

// Elk enkel antwoord dat, als het anders was, een andere conclusie geeft; waar de lezer iets aan kan doen eerst.
export function kanteling(antwoorden, zeker, regels) {
  if (regels.kantel !== "antwoord" || !["zeker", "onzeker", "niets"].includes(zeker.soort)) return [];
  const uit = [], { teksten } = regels;
  antwoorden.forEach((a, plek) => {
    const vraag = regels.vragen[plek];
    for (const ander of antwoordenVan(vraag, regels)) {
      if (ander.waarde === a.antwoord) continue;
      const nieuw = antwoorden.with(plek, antwoord(vraag, ander)), wordt = zekerheid(nieuw, rangschik(nieuw, regels), regels).kop;
      if (wordt.length === zeker.kop.length && wordt.every((s) => zeker.kop.includes(s))) continue;
      const staat = wordt.length ? titels(wordt, regels.opties) : teksten.kantel_niets;
      uit.push({ vraag: vraag.sleutel, naar: ander.waarde, wordt,
        zin: vul(teksten.kantel_antwoord, { vraag: vraag.titel, naar: ander.titel ?? ander.waarde, staat }) });
    }
  });
  const vast = regels.vragen.filter((v) => v.vast).map((v) => v.sleutel);
  return sorteer(uit, (k) => [vast.includes(k.vraag) ? 1 : 0]);
}

// -- wat er gekozen is

// De opties, en wat daar nog naast kan.
export const teKiezen = (regels) => [...regels.opties, ...(regels.anders ?? [])];

function zelf(rijen, regels) {
  const gezegd = tekst(opSleutel(rijen, "vraag").get(GEKOZEN)?.antwoord);
  return teKiezen(regels).some((o) => o.sleutel === gezegd) ? gezegd : null;
}

// Zonder conclusie is er niets om tegenin te gaan.
function tegen(eigen, zeker, opties, { teksten, vragen, opties: alle }) {
  const o = opties.find((optie) => optie.sleutel === eigen);
  if (!o || zeker.kop.includes(eigen) || !["zeker", "onzeker", "niets"].includes(zeker.soort)) return "";
  const zin = teksten[o.minnen.length ? "tegen_min" : zeker.kop.length ? "tegen_kop" : "tegen_half"];
  return vul(zin, { optie: o.titel, vragen: titels(o.minnen, vragen, klein), kop: titels(zeker.kop, alle) });
}

function acties(antwoorden, keus, regels) {
  const gegeven = Object.fromEntries(antwoorden.map((a) => [a.vraag, a.antwoord]));
  const past = (als = {}) => Object.entries(als).every(([v, waarden]) => waarden.includes(gegeven[v]));
  return (regels.acties ?? [])
    .filter((a) => (!a.opties || a.opties.includes(keus)) && past(a.als))
    .map(({ soort, tekst: zin }) => ({ soort, tekst: zin }));
}

function meldingen(rijen, regels) {
  if (regels.vragen_in === "keuzes") return [];
  const uit = [], vrij = regels.netwerk ? [regels.netwerk.namen, regels.netwerk.leider] : [];
  for (const rij of rijen) {
    const naam = tekst(rij.vraag), gezegd = tekst(rij.antwoord), vraag = regels.vragen.find((v) => v.sleutel === naam);
    if (vrij.includes(naam) || (vraag && (!gezegd || keuze(vraag, gezegd, regels)))) continue;
    if (naam === GEKOZEN && (!gezegd || teKiezen(regels).some((o) => o.sleutel === gezegd))) continue;
    uit.push(vul(regels.teksten.onbekend, { vraag: naam, antwoord: gezegd }));
  }
  return uit;
}

// Noem een antwoord dat niet klopt met wat er in het dossier staat; het antwoord telt.
function andersDanDossier(antwoorden, dossier, regels) {
  return regels.vragen.flatMap((vraag, i) => {
    const daar = keuze(vraag, dossier[vraag.sleutel] ?? "", regels), { antwoord: gezegd } = antwoorden[i];
    if (!daar || gezegd === null || gezegd === daar.waarde) return [];
    const hier = keuze(vraag, gezegd, regels) ?? daar, naam = (a) => a.titel ?? a.waarde;
    return [vul(regels.teksten.anders_dan_dossier, { vraag: vraag.titel, hier: naam(hier), daar: naam(daar) })];
  });
}

// -- een lijst om mee te nemen

// Heette een optie vroeger anders, dan vindt een ouder dossier haar onder die naam terug.
export const optieVan = (naam, regels) =>
  regels.opties.find((o) => o.titel === naam) ?? regels.opties.find((o) => o.eerder?.includes(naam));

function lijst(rijen, regels) {
  if (!regels.lijst) return [];
  const namen = rijen.map((rij) => tekst(rij[regels.lijst.kolom]));
  return namen.map((naam) => ({ naam, sleutel: optieVan(naam, regels)?.sleutel ?? null }));
}

function partijen(rijen, regels) {
  if (!regels.lijst) return [];
  const keuzen = lijst(rijen, regels).filter((d) => d.sleutel !== null).map((d) => regels.opties.find((o) => o.sleutel === d.sleutel));
  const bij = (naam) => keuzen.filter((o) => o[regels.lijst.partijen].includes(naam)).map((o) => o.sleutel);
  return regels.lijst.namen.map((naam) => ({ naam, bij: bij(naam) }));
}

// -- een netwerk om te tekenen

// Typte de lezer geen namen, dan staan de namen uit de sectie `leen` in de tekening. Wie van een soort is die niet kan leiden,
// staat niet bij `leiders`; zonder keuze is de leider leeg.
function netwerk(rijen, secties, regels) {
  if (!regels.netwerk) return {};
  const { namen: rij, leider: wie, leen, leidt_niet: niet = [] } = regels.netwerk, gezegd = opSleutel(rijen, "vraag");
  const getypt = leesNamen(gezegd.get(rij)?.antwoord), bekend = opSleutel(secties[leen] ?? [], "naam");
  const namen = getypt.length ? getypt : [...bekend.keys()].filter(Boolean);
  const leiders = namen.filter((naam) => !niet.includes(tekst(bekend.get(naam)?.soort)));
  const leider = tekst(gezegd.get(wie)?.antwoord), n = namen.length;
  const telling = n > 1 ? vul(regels.teksten.telling, { n: String(n), paren: String((n * (n - 1)) / 2) }) : "";
  return { namen, geleend: n > 0 && !getypt.length, leiders, leider: leiders.includes(leider) ? leider : "", telling };
}

export function leesNamen(waarde) {
  return [...new Set(tekst(waarde).replaceAll("\n", ";").split(";").map(tekst).filter(Boolean))];
}

export function toonPunten(optie, totaal) {
  const bereik = optie.laag === optie.hoog ? toon(optie.laag) : `${toon(optie.laag)} tot ${toon(optie.hoog)}`;
  return `${bereik} van ${toon(totaal)}`;
}

// Hoe vaak elk oordeel voorkomt; zonder rangschikking staat dit waar anders de punten staan.
export function toonTelling(optie, { teksten }) {
  const tel = (o) => optie.redenen.filter((r) => r.oordeel === o).length;
  return [["+", "tel_plus"], ["±", "tel_half"], ["-", "tel_min"], ["?", "tel_open"]].filter(([o]) => tel(o))
    .map(([o, naam]) => vul(teksten[naam], { n: String(tel(o)) })).join(", ");
}
