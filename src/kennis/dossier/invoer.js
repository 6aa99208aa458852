// Inlezen wat mensen plakken of openen: een kolom met namen, een tabel uit Excel of Word, een csv. Tweeling van invoer.py.
// Er verandert nog niets: de uitkomst is een voorstel, met zinnen die de lezer vooraf kan zien.
import { leesCellen, openEinde, teVeel, zonderWacht } from "../csvbestand.js";
import { foutzin, kort, naaste, rijNaam } from "../kolommen.js";
import { leeg, schoon, WITRUIMTE } from "../woord.js";
import { keurDelen, zetBij, zuiver } from "./keuren.js";

const GEPLAKT = "wat je plakte";
const ONBEKEND = "aan de koppen is niet te zien bij welke lijst dit hoort; kies er zelf een";
const ZOEK = 5; // zoveel regels kunnen er boven de koppen staan
const OPSOMMING = /^(?:[•·▪●◦*–-]|[0-9]{1,3}[.)])[ \t\u00a0]+/;
const NIETS = new Set(["-", "–", "—", "?", "n.v.t.", "nvt", "n.b.", "nb", "pm", "p.m."]);
const JA = new Set(["ja", "j", "yes", "y", "x", "v", "✓", "✔", "waar", "true"]);
const NEE = new Set(["nee", "n", "no", "onwaar", "false"]);

// Stel voor wat er met invoer te doen is. `inhoud` is tekst (geplakt, of van een csv) of een tabel van cellen (tekst, getal,
// Date of null); `beschrijvingen` is {sectie: {titel, ook, kolommen}}. `bestand` is de naam van het bestand of blad, `als` de
// sectie als die bekend is, en `naast` de secties die er al zijn. Geef {sectie, rijen, herkend, apart, fouten, zinnen}.
export function stelVoor(inhoud, beschrijvingen, { bestand = "", als = null, naast = {} } = {}) {
  const tabel = herken(inhoud, beschrijvingen, bestand, als);
  const niets = { sectie: null, rijen: [], herkend: [], apart: [], fouten: tabel.fouten.map(foutzin), zinnen: tabel.fouten.map(foutzin) };
  if (tabel.sectie === null) return niets;
  const ruw = { [tabel.sectie]: { rijen: tabel.rijen, bestand: tabel.bestand, nummers: tabel.nummers } };
  const telt = (fout) => fout.bestand === tabel.bestand && !tabel.mist.has(fout.kolom);
  const fouten = [...tabel.fouten, ...keurDelen(ruw, beschrijvingen, { naast }).fouten.filter(telt)];
  if (!tabel.rijen.length && !fouten.length) fouten.push({ bestand: tabel.bestand, verwacht: "hierin staan geen rijen om over te nemen" });
  const goed = keurDelen(ruw, beschrijvingen, { naast, soepel: true });
  const { sectie, herkend } = tabel, rijen = goed.secties[sectie] ?? [], apart = [...tabel.apart, ...goed.apart];
  return { sectie, rijen, herkend, apart, fouten: fouten.map(foutzin), zinnen: zinnen(tabel, rijen, apart, beschrijvingen[sectie]) };
}

// Zoek de koppen en de sectie van een tabel, en zet haar cellen op hun sleutel; de waarden zijn nog niet gekeurd.
function herken(inhoud, beschrijvingen, naam, gegeven) {
  const bestand = naam || GEPLAKT, namen = Object.keys(beschrijvingen), cellen = lees(inhoud, beschrijvingen, naam);
  const niets = (fouten) => ({ sectie: null, bestand, fouten });
  if (!cellen.rijen.length) return niets([{ bestand, verwacht: "hierin staat niets" }]);
  let sectie = gegeven ?? uitNaam(naam, beschrijvingen);
  const kop = zoekKoppen(cellen.rijen, beschrijvingen, sectie ? [sectie] : namen);
  sectie ??= uitKoppen(kop === null ? [] : cellen.rijen[kop], beschrijvingen);
  const vorm = openEinde(cellen.open, bestand);
  if (sectie === null) return niets([...vorm, { bestand, verwacht: ONBEKEND, voorstel: naaste(woorden(stam(naam)).trim(), namen) }]);
  const begin = { sectie, bestand, boven: kop ?? 0, koppen: kop !== null, fouten: vorm, mist: new Set() };
  return vul(begin, cellen, kop, beschrijvingen[sectie].kolommen);
}

// -- cellen

function lees(inhoud, beschrijvingen, naam) {
  if (typeof inhoud === "string") {
    const uit = naam.toLowerCase().endsWith(".csv") ? leesCellen(inhoud) : leesGeplakt(inhoud, beschrijvingen);
    return { ...uit, rijen: uit.rijen.map((rij) => rij.map(zonderWacht)) };
  }
  const rijen = [], nummers = [];
  Array.from(inhoud).forEach((rij, i) => {
    const cellen = Array.from(rij, cel);
    if (!cellen.every(leeg)) { rijen.push(cellen); nummers.push(i + 1); }
  });
  return { rijen, nummers, teken: "\t", open: null };
}

// Met tabs is het een tabel, met herkende koppen een csv, en anders een lijst met een naam per regel.
function leesGeplakt(letters, beschrijvingen) {
  const regels = letters.split(/\r\n|\r|\n/).filter((regel) => !leeg(regel)).map(schoon), namen = Object.keys(beschrijvingen);
  const opsomming = regels.every((regel) => OPSOMMING.test(regel));
  if (letters.includes("\t") && !opsomming) return leesCellen(letters, "\t");
  for (const teken of ";,")
    if (regels[0]?.includes(teken) && aantalKoppen(regels[0].split(teken), beschrijvingen, namen)) return leesCellen(letters, teken);
  const uit = leesCellen(opsomming ? regels.map((regel) => regel.replace(OPSOMMING, "")).join("\n") : letters, "\t");
  if (uit.rijen.length === 1 && uit.rijen[0].length === 1) {
    const [[enige]] = uit.rijen;
    uit.rijen = enige.split(enige.includes(";") ? ";" : ",").filter((deel) => !leeg(deel)).map((deel) => [deel]);
    uit.nummers = uit.rijen.map(() => 1);
  }
  return uit;
}

// Maak van een cel uit een rekenblad tekst, een getal of null.
function cel(waarde) {
  if (waarde instanceof Date) return waarde.toISOString().slice(0, 16).replace("T", " ").replace(/ 00:00$/, "");
  if (typeof waarde === "boolean") return waarde ? "ja" : "nee";
  return waarde === null || waarde === undefined ? null : typeof waarde === "number" ? waarde : String(waarde);
}

// -- koppen en sectie

const WIT = new RegExp(`[${WITRUIMTE}_]+`, "g");

// Een kop zoals koppen vergeleken worden: kleine letters, gewone spaties, zonder wat erachter tussen haakjes staat.
export function kopvorm(kop) {
  const vorm = schoon(kop).toLowerCase().replace(WIT, " ").replace(/[ :*.]+$/, "");
  return vorm.replace(/ ?\([^()]*\)$/, "") || vorm;
}

// Per kop de kolom; een sleutel gaat voor de kop van het scherm, en die voor wat ook mag.
const onthouden = new WeakMap();
function koppenVan(kolommen) {
  if (onthouden.has(kolommen)) return onthouden.get(kolommen);
  const uit = new Map();
  for (const namen of [(k) => [k.sleutel], (k) => [k.kop], (k) => k.ook ?? []])
    for (const kolom of kolommen) for (const kop of namen(kolom)) if (!uit.has(kopvorm(kop))) uit.set(kopvorm(kop), kolom);
  onthouden.set(kolommen, uit);
  return uit;
}

// Geef per plek de kolom die bij de kop hoort. Horen er twee koppen bij een kolom, dan wint de sleutel, dan de kop.
function herkenKoppen(koppen, kolommen) {
  const bekend = koppenVan(kolommen), beste = new Map();
  koppen.forEach((kop, plek) => {
    const vorm = typeof kop === "string" ? kopvorm(kop) : "", kolom = bekend.get(vorm);
    if (!kolom) return;
    const rang = vorm === kopvorm(kolom.sleutel) ? 0 : vorm === kopvorm(kolom.kop) ? 1 : 2;
    if (!beste.has(kolom.sleutel) || rang < beste.get(kolom.sleutel)[0]) beste.set(kolom.sleutel, [rang, plek]);
  });
  return new Map([...beste].map(([sleutel, [, plek]]) => [plek, sleutel]));
}

const aantalKoppen = (koppen, beschrijvingen, namen) =>
  Math.max(0, ...namen.map((naam) => herkenKoppen(koppen, beschrijvingen[naam].kolommen).size));

// De rij met koppen: de eerste rij met een bekende kop, of een van de volgende met er meer.
function zoekKoppen(rijen, beschrijvingen, namen) {
  const aantallen = rijen.slice(0, ZOEK).map((rij) => aantalKoppen(rij, beschrijvingen, namen));
  const beste = aantallen.indexOf(Math.max(...aantallen));
  return aantallen[beste] >= (beste === 0 ? 1 : 2) ? beste : null;
}

const stam = (bestand) => bestand.toLowerCase().replace(/\.[a-z]{3,4}$/, "");
const woorden = (letters) => ` ${schoon(letters).toLowerCase().replace(/[^a-z0-9à-ÿ]+/g, " ").trim()} `;

// Raad de sectie uit de naam van een bestand of blad; de langste naam die erin voorkomt wint.
function uitNaam(bestand, beschrijvingen) {
  const gezocht = woorden(stam(bestand));
  let lengte = 0, beste = null;
  for (const [naam, { titel, ook = [] }] of Object.entries(beschrijvingen))
    // Een blad in Excel heeft hoogstens 31 letters.
    for (const vorm of [naam, titel, titel.slice(0, 31), ...ook].map(woorden))
      if (vorm.length > lengte && gezocht.includes(vorm)) [lengte, beste] = [vorm.length, naam];
  return beste;
}

const onmisbaar = (kolom) => kolom.verplicht && (kolom.standaard ?? null) === null;

// Raad de sectie uit de koppen: de meeste herkende koppen, en alles wat nodig is staat erbij. Bij twijfel null.
function uitKoppen(koppen, beschrijvingen) {
  const punten = Object.entries(beschrijvingen).flatMap(([naam, { kolommen }]) => {
    const herkend = new Set(herkenKoppen(koppen, kolommen).values());
    return herkend.size && kolommen.filter(onmisbaar).every((k) => herkend.has(k.sleutel)) ? [[naam, herkend.size]] : [];
  });
  const beste = punten.filter(([, aantal]) => aantal === Math.max(...punten.map((p) => p[1])));
  return beste.length === 1 ? beste[0][0] : null;
}

// -- rijen

const naamkolom = (kolommen) => kolommen.find((k) => k.uniek) ?? kolommen.find((k) => k.verplicht) ?? kolommen[0];

// Zet de cellen op hun sleutel, en wat geen kolom heeft apart.
function vul(tabel, cellen, kop, kolommen) {
  const koppen = kop === null ? [] : cellen.rijen[kop], begin = kop === null ? 0 : kop + 1;
  const los = () => new Map([[eersteKolom(cellen.rijen), naamkolom(kolommen).sleutel]]);
  const plekken = kop === null ? los() : herkenKoppen(koppen, kolommen), orde = [...plekken].sort(([a], [b]) => a - b);
  const gevuld = cellen.rijen.slice(begin), nummers = cellen.nummers.slice(begin);
  const rijen = gevuld.map((rij) => opSleutel(rij, plekken, kolommen));
  if (kop !== null && cellen.teken !== "\t") tabel.fouten.push(...teVeel(gevuld, koppen.length, cellen.teken, tabel.bestand, nummers));
  const herkend = orde.map(([i, kolom]) => ({ kop: kop === null ? "" : kort(schoon(koppen[i])), kolom }));
  const apart = zonderPlek(gevuld, plekken, (n) => bij(kolommen, rijen[n], nummers[n])).map(([i, waarden]) => {
    const naam = i < koppen.length && !leeg(koppen[i]) ? kort(schoon(koppen[i])) : `kolom ${i + 1}`;
    return { wat: "kolom", sectie: tabel.sectie, naam, waarde: zuiver(waarden), waarom: geenPlek(naam, kolommen, plekken) };
  });
  const klaar = { ...tabel, rijen, nummers, apart, herkend };
  meldKoppen(klaar, koppen, orde, kolommen, kop === null ? 1 : cellen.nummers[kop]);
  return { ...klaar, standaard: vulStandaard(rijen, kolommen) };
}

function opSleutel(rij, plekken, kolommen) {
  const uit = {};
  for (const [i, sleutel] of plekken) if (i < rij.length) uit[sleutel] = waardeVan(rij[i], kolommen.find((k) => k.sleutel === sleutel));
  return uit;
}

// Geef per plek zonder kolom wat er staat, met de naam van de rij erbij.
function zonderPlek(gevuld, plekken, wie) {
  const rest = new Map();
  gevuld.forEach((rij, n) => rij.forEach((waarde, i) => { if (!plekken.has(i) && !leeg(waarde)) zetBij(rest, i, [wie(n), waarde]); }));
  return [...rest].sort(([a], [b]) => a - b);
}

function geenPlek(naam, kolommen, plekken) {
  const bezet = new Set(plekken.values()), lijkt = naaste(naam.toLowerCase(), kolommen.map((k) => k.sleutel).filter((s) => !bezet.has(s)));
  return `voor deze kolom is hier geen plek${lijkt ? `; lijkt op '${lijkt}'` : ""}`;
}

// Meld een kop die er twee keer precies zo staat, en een kolom die er moet zijn.
function meldKoppen(tabel, koppen, plekken, kolommen, rij) {
  const vormen = koppen.map((kop) => (typeof kop === "string" ? kopvorm(kop) : "")), { bestand } = tabel;
  for (const [i, kolom] of plekken)
    if (tabel.koppen && vormen.indexOf(vormen[i]) !== vormen.lastIndexOf(vormen[i]))
      tabel.fouten.push({ bestand, rij, kolom, verwacht: "deze kolom staat er meer dan één keer" });
  for (const { sleutel } of kolommen.filter(onmisbaar)) {
    if (!tabel.rijen.length || plekken.some(([, kolom]) => kolom === sleutel)) continue;
    tabel.mist.add(sleutel);
    tabel.fouten.push({ bestand, rij, kolom: sleutel, verwacht: "deze kolom ontbreekt" });
  }
}

// Vul een cel die niet leeg mag zijn met wat daar gewoonlijk staat, en tel hoe vaak.
function vulStandaard(rijen, kolommen) {
  const aantallen = new Map();
  for (const { sleutel, standaard } of kolommen.filter((k) => k.verplicht && (k.standaard ?? null) !== null))
    for (const rij of rijen)
      if (leeg(rij[sleutel])) { rij[sleutel] = standaard; aantallen.set(sleutel, (aantallen.get(sleutel) ?? 0) + 1); }
  return aantallen;
}

// Maak van een cel wat er voor deze kolom mee bedoeld is: een streepje is niets, een kruisje is ja.
export function waardeVan(waarde, kolom) {
  if (typeof waarde !== "string") return waarde;
  const klein = schoon(waarde).toLowerCase(), waarden = kolom.waarden ?? [];
  if (kolom.soort === "tekst" || waarden.some((keuze) => keuze.toLowerCase() === klein)) return waarde;
  if (NIETS.has(klein)) return null;
  if (!waarden.includes("ja") || !waarden.includes("nee")) return waarde;
  return JA.has(klein) ? "ja" : NEE.has(klein) ? "nee" : waarde;
}

const eersteKolom = (rijen) => Math.min(...rijen.map((rij) => rij.findIndex((c) => !leeg(c))));

const bij = (kolommen, rij, nummer) => rijNaam(rij[naamkolom(kolommen).sleutel]) || nummer;

// -- vertellen

const tel = (aantal, een, meer) => `${aantal} ${aantal === 1 ? een : meer}`;

// Vertel wat er gaat gebeuren, in de volgorde waarin een lezer het wil weten.
function zinnen(tabel, rijen, apart, { titel, kolommen }) {
  const kolom = (sleutel) => kolommen.find((k) => k.sleutel === sleutel), aantal = (wat) => apart.filter((een) => een.wat === wat).length;
  const cellen = aantal("cel"), weg = aantal("rij");
  return [
    `${tel(rijen.length, "rij", "rijen")} voor ${titel}.`,
    tabel.boven && `${tel(tabel.boven, "regel", "regels")} boven de koppen overgeslagen.`,
    tabel.koppen && `Herkend: ${tabel.herkend.map((een) => genoemd(een, kolom(een.kolom).kop)).join(", ")}.`,
    !tabel.koppen && `Er staan geen koppen boven; wat er staat wordt: ${kolom(tabel.herkend[0].kolom).kop}.`,
    ...[...tabel.standaard].map(([sleutel, n]) => nietIngevuld(kolom(sleutel), n)),
    tabel.apart.length && `Apart gezet, want daar is hier geen plek voor: ${tabel.apart.map((een) => `'${een.naam}'`).join(", ")}.`,
    cellen && (cellen === 1 ? "1 cel klopt niet en blijft leeg." : `${cellen} cellen kloppen niet en blijven leeg.`),
    weg && (weg === 1 ? "1 rij klopt niet en gaat niet mee." : `${weg} rijen kloppen niet en gaan niet mee.`),
  ].filter(Boolean);
}

const genoemd = ({ kop }, schermkop) => schermkop + (kopvorm(kop) === kopvorm(schermkop) ? "" : ` (was: ${kop})`);
const nietIngevuld = ({ kop, standaard }, n) => `${kop} is in ${tel(n, "rij", "rijen")} niet ingevuld; daar komt '${kort(standaard)}'.`;
