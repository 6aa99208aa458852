// Regels voor een keuze: opties wegen op wat iemand antwoordt, met twijfel en wat het zou kantelen. Tweeling van kiezer.py.
import { opSleutel, som, sorteer, tekst, toon, vul } from "./basis.js";
import { opsomming } from "./zinnen.js";

// De vraag van de rij met wat de lezer zelf koos.
export const GEKOZEN = "gekozen";

const WAARDE = { "+": [1, 1], "±": [0.5, 0.5], "-": [0, 0], "?": [0, 1] };

export function uitkomst(secties, regels, keuzes = {}) {
  const rijen = secties[regels.sectie] ?? [];
  const antwoorden = lees(rijen, regels, keuzes);
  const opties = rangschik(antwoorden, regels);
  const kop = opties.filter((o) => o.plaats === 1).map((o) => o.sleutel);
  const keus = gekozen(rijen, regels, kop);
  return {
    antwoorden,
    totaal: som(antwoorden.map((a) => a.gewicht)),
    opties,
    kop,
    zekerheid: zekerheid(opties, kop, regels),
    streng: streng(antwoorden, kop, regels),
    kanteling: kanteling(antwoorden, kop, regels),
    gekozen: keus,
    acties: acties(antwoorden, keus, regels),
    meldingen: meldingen(rijen, regels),
    lijst: lijst(rijen, regels),
    partijen: partijen(rijen, regels),
    ...netwerk(rijen, secties, regels),
  };
}

// -- antwoorden

export function lees(rijen, regels, keuzes) {
  const gegeven = opSleutel(rijen, "vraag");
  return regels.vragen.map((vraag) => {
    const rij = gegeven.get(vraag.sleutel) ?? {};
    const gezegd = regels.vragen_in === "keuzes" ? tekst(keuzes[vraag.sleutel]) : tekst(rij.antwoord);
    const keus = keuze(vraag, gezegd || vraag.standaard, regels) ?? keuze(vraag, vraag.standaard, regels);
    return antwoord(vraag, keus, tekst(rij.eis) === "ja" || (Boolean(vraag.hard) && Boolean(keus)));
  });
}

const keuze = (vraag, waarde, regels) => antwoordenVan(vraag, regels).find((a) => a.waarde === waarde);

export const antwoordenVan = (vraag, regels) => vraag.antwoorden ?? regels.antwoorden ?? [];

const antwoord = (vraag, keus, hard) =>
  ({ vraag: vraag.sleutel, antwoord: keus?.waarde ?? null, gewicht: keus?.gewicht ?? vraag.gewicht ?? 0, hard });

// -- wegen

export function oordeel(optie, a, streng = false) {
  const cel = optie.cellen[a.vraag];
  if (!cel || (streng && cel.n)) return "?";
  if (typeof cel.o === "string") return cel.o;
  if (a.antwoord === null) return "?";
  if (Array.isArray(cel.o)) return cel.o.includes(a.antwoord) ? "+" : "-";
  return cel.o[a.antwoord] ?? "?";
}

// Eerst wat zeker past, dan wat nog kan: zo komt een optie nooit bovenaan door vraagtekens alleen.
export function rangschik(antwoorden, regels, streng = false) {
  const opties = sorteer(regels.opties.map((o) => weeg(o, antwoorden, streng)), (o) => [o.valt_af.length ? 1 : 0, -o.laag, -o.hoog]);
  opties.forEach((o, i) => {
    const vorige = opties[i - 1];
    o.plaats = o.valt_af.length ? null : vorige && vorige.laag === o.laag && vorige.hoog === o.hoog ? vorige.plaats : i + 1;
  });
  return opties;
}

function weeg(optie, antwoorden, streng) {
  const delen = antwoorden.map((a) => [a, oordeel(optie, a, streng)]);
  const [laag, hoog] = [0, 1].map((kant) => som(delen.map(([a, o]) => a.gewicht * WAARDE[o][kant])));
  const telt = delen.filter(([a]) => a.gewicht > 0 || a.hard);
  const vragen = (lijst) => lijst.map(([a]) => a.vraag);
  return {
    sleutel: optie.sleutel,
    titel: optie.titel,
    laag,
    hoog,
    valt_af: vragen(delen.filter(([a, o]) => a.hard && o === "-")),
    hangt_aan: vragen(delen.filter(([a, o]) => a.hard && o === "?")),
    onzeker: vragen(telt.filter(([, o]) => o === "?")),
    redenen: sorteer(telt, ([a]) => [a.hard ? 0 : 1, -a.gewicht]).map(([a, o]) => reden(optie, a, o)),
    plaats: null,
  };
}

function reden(optie, a, o) {
  const cel = optie.cellen[a.vraag] ?? {};
  const toelichting = typeof cel.t === "object" ? cel.t[a.antwoord] : cel.t;
  const eigen = { vraag: a.vraag, gewicht: a.gewicht, hard: a.hard };
  return { ...eigen, oordeel: o, tekst: toelichting ?? "", grond: cel.g ?? "", niet_nagezien: Boolean(cel.n) };
}

// -- hoe zeker

const titels = (sleutels, dingen) => opsomming(sleutels.map((s) => dingen.find((d) => d.sleutel === s).titel));

const staat = (kop, regels) => vul(regels.teksten[kop.length > 1 ? "samen" : "alleen"], { optie: titels(kop, regels.opties) });

export function zekerheid(opties, kop, regels) {
  const { teksten } = regels;
  const blijft = opties.filter((o) => !o.valt_af.length);
  if (!blijft.length) return { soort: "geen", rivalen: [], zin: teksten.geen };
  if (!opties.some((o) => o.hoog) || !ietsBekend(opties)) return { soort: "leeg", rivalen: [], zin: teksten.leeg };
  const voorop = blijft.filter((o) => kop.includes(o.sleutel));
  const bodem = Math.min(...voorop.map((o) => o.laag));
  const rivalen = blijft.filter((o) => !kop.includes(o.sleutel) && o.hoog >= bodem).map((o) => o.sleutel);
  const hangt = voorop.filter((o) => o.hangt_aan.length);
  const hangtAan = (zin, o) => vul(zin, { optie: o.titel, vraag: titels(o.hangt_aan, regels.vragen) });
  if (hangt.length && blijft.length === 1) return { soort: "onzeker", rivalen: [], zin: hangtAan(teksten.enige, hangt[0]) };
  const zinnen = [staat(kop, regels)];
  if (kop.length === blijft.length && kop.length > 1) zinnen.push(teksten.allemaal);
  else if (rivalen.length) zinnen.push(vul(teksten.rivalen, { optie: titels(rivalen, regels.opties) }));
  else if (!hangt.length) zinnen.push(teksten.blijft);
  zinnen.push(...hangt.map((o) => hangtAan(teksten.hangt_aan, o)));
  const zeker = !rivalen.length && kop.length === 1 && !hangt.length;
  return { soort: zeker ? "zeker" : "onzeker", rivalen, zin: zinnen.join(" ") };
}

const ietsBekend = (opties) => opties.some((o) => o.redenen.some((r) => r.oordeel !== "?"));

function streng(antwoorden, kop, regels) {
  const geteld = antwoorden.filter((a) => a.gewicht > 0).map((a) => a.vraag);
  const ergens = regels.opties.some((o) => geteld.some((v) => o.cellen[v]?.n));
  if (!kop.length || !ergens || !ietsBekend(rangschik(antwoorden, regels))) return null;
  const opties = rangschik(antwoorden, regels, true).filter((o) => !o.valt_af.length);
  const bodem = Math.max(...opties.map((o) => o.laag));
  const kan = opties.filter((o) => o.hoog >= bodem).map((o) => o.sleutel);
  const ook = kan.filter((s) => !kop.includes(s));
  const soort = !ook.length ? "streng_niet" : ook.length === 1 ? "streng_ook" : "streng_ook_meer";
  return { kan, zin: vul(regels.teksten[soort], { optie: titels(ook, regels.opties) }) };
}

// -- wat zou het kantelen

export function kanteling(antwoorden, kop, regels) {
  const uit = [];
  antwoorden.forEach((a, plek) => {
    const vraag = regels.vragen[plek];
    for (const [soort, ander] of anders(vraag, a, regels)) {
      const wordt = kopVan(antwoorden.with(plek, ander), regels);
      if (!wordt.length || (wordt.length === kop.length && wordt.every((s) => kop.includes(s)))) continue;
      const naar = ander.antwoord === null ? null : keuze(vraag, ander.antwoord, regels);
      const waarden = { vraag: vraag.titel, naar: naar ? (naar.titel ?? naar.waarde) : "", staat: staat(wordt, regels) };
      const zin = vul(regels.teksten[`kantel_${soort}`], waarden);
      uit.push({ vraag: vraag.sleutel, soort, van: a.antwoord, naar: ander.antwoord, wordt, zin });
    }
  });
  return uit;
}

function kopVan(antwoorden, regels) {
  const opties = rangschik(antwoorden, regels);
  return opties.some((o) => o.hoog) ? opties.filter((o) => o.plaats === 1).map((o) => o.sleutel) : [];
}

function anders(vraag, a, regels) {
  const alle = antwoordenVan(vraag, regels), uit = [];
  if (regels.kantel === "loslaten") {
    if (a.hard) uit.push(["eis", { ...a, hard: false }]);
    const nul = alle.find((k) => k.gewicht === 0);
    if (nul && a.gewicht > 0) uit.push(["niet", antwoord(vraag, nul, false)]);
  } else if (regels.kantel === "antwoord") {
    for (const k of alle) if (k.waarde !== a.antwoord) uit.push(["antwoord", antwoord(vraag, k, a.hard)]);
  }
  return uit;
}

// -- wat er gekozen is

function gekozen(rijen, regels, kop) {
  const gezegd = tekst(opSleutel(rijen, "vraag").get(GEKOZEN)?.antwoord);
  if (regels.opties.some((o) => o.sleutel === gezegd)) return gezegd;
  return kop.length === 1 ? kop[0] : null;
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
    if (naam === GEKOZEN && (!gezegd || regels.opties.some((o) => o.sleutel === gezegd))) continue;
    uit.push(vul(regels.teksten.onbekend, { vraag: naam, antwoord: gezegd }));
  }
  return uit;
}

function lijst(rijen, regels) {
  if (!regels.lijst) return [];
  const namen = rijen.map((rij) => tekst(rij[regels.lijst.kolom]));
  return namen.map((naam) => ({ naam, sleutel: regels.opties.find((o) => o.titel === naam)?.sleutel ?? null }));
}

function partijen(rijen, regels) {
  if (!regels.lijst) return [];
  const keuzen = lijst(rijen, regels).filter((d) => d.sleutel !== null).map((d) => regels.opties.find((o) => o.sleutel === d.sleutel));
  const bij = (naam) => keuzen.filter((o) => o[regels.lijst.partijen].includes(naam)).map((o) => o.sleutel);
  return regels.lijst.namen.map((naam) => ({ naam, bij: bij(naam) }));
}

// Typte de lezer geen namen, dan staan de namen uit de sectie `leen` in de tekening.
function netwerk(rijen, secties, regels) {
  if (!regels.netwerk) return {};
  const { namen: rij, leider, leen } = regels.netwerk, gezegd = opSleutel(rijen, "vraag");
  const getypt = leesNamen(gezegd.get(rij)?.antwoord), geleend = (secties[leen] ?? []).map((r) => tekst(r.naam)).filter(Boolean);
  const namen = getypt.length ? getypt : [...new Set(geleend)];
  return { namen, geleend: namen.length > 0 && !getypt.length, leider: tekst(gezegd.get(leider)?.antwoord) };
}

export function leesNamen(waarde) {
  return [...new Set(tekst(waarde).replaceAll("\n", ";").split(";").map(tekst).filter(Boolean))];
}

export function toonPunten(optie, totaal) {
  const bereik = optie.laag === optie.hoog ? toon(optie.laag) : `${toon(optie.laag)} tot ${toon(optie.hoog)}`;
  return `${bereik} van ${toon(totaal)}`;
}
