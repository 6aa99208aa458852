// De controle aan de grens: wat van buiten komt wordt een dossier, met één lijst fouten. Tweeling van keuren.py.
//
// Wat deze versie niet kent (een sectie, kolom of veld) gaat met naam en reden naar `apart` en blijft bewaard. Met
// `soepel` (en bij een dossier van een nieuwere versie) gaat ook een cel of rij die niet klopt daarheen.
import { dubbele, foutzin, keurCel, kort, MEEST, naaste, rijNaam } from "../kolommen.js";
import { leeg, leesbaar, schoon } from "../woord.js";
import VORM from "./velden.json";
import { migreer, VERSIE } from "./versies.js";

const VAST = ["kennisdossier", "secties", "keuzes", "gewijzigd", "apart", "bronnen"];
const GEEN_DOSSIER = "dit is geen dossier; 'secties' ontbreekt";
const GEEN_VERSIE = "hier hoort het nummer van een versie";
const GEEN_RIJEN = "hier hoort een lijst van rijen";
const GEEN_BRONNEN = "hier hoort een lijst, met per bron een sleutel en een vindplaats";
const NIEUWER = "dit dossier is gemaakt met een nieuwere versie; wat daarvan nieuw is, staat apart";

const isObject = (waarde) => typeof waarde === "object" && waarde !== null && !Array.isArray(waarde);
const eigen = (object, naam) => (Object.hasOwn(object, naam) ? object[naam] : undefined);
const plaats = (bestand, naam) => (bestand ? `${bestand}, ${naam}` : naam);

// Controleer een heel dossier (gelezen json, elke versie) en breng het naar de vorm van nu. Geef {dossier, fouten, apart}:
// het dossier als {velden, secties, keuzes, gewijzigd, apart}, de fouten als zinnen, en wat deze keer apart is gezet.
export function keur(gegevens, beschrijvingen, { bestand = "dossier", soepel = false } = {}) {
  const weiger = (fout) => ({ dossier: leegDossier(), fouten: [foutzin({ bestand, ...fout })], apart: [] });
  if (!isObject(gegevens) || !isObject(eigen(gegevens, "secties"))) return weiger({ verwacht: GEEN_DOSSIER });
  const { gegevens: nu, versie } = migreer(gegevens);
  if (versie === null) return weiger({ kolom: "kennisdossier", waarde: kort(gegevens.kennisdossier), verwacht: GEEN_VERSIE });
  const werk = maakWerk(soepel || versie > VERSIE);
  if (versie > VERSIE) werk.zetApart("veld", NIEUWER, versie, { naam: "kennisdossier" });
  const velden = keurVelden(nu, bestand, werk);
  const ruw = Object.fromEntries(Object.entries(nu.secties).map(([naam, rijen]) => [naam, { rijen, bestand: plaats(bestand, naam) }]));
  const secties = keurAlle(ruw, {}, beschrijvingen, werk);
  const keuzes = keurKeuzes(eigen(nu, "keuzes"), werk), gewijzigd = keurGewijzigd(eigen(nu, "gewijzigd"), werk);
  const apart = zonderDubbele([...eerderApart(eigen(nu, "apart")), ...werk.apart]);
  return { dossier: { velden, secties, keuzes, gewijzigd, apart }, fouten: werk.fouten.map(foutzin), apart: werk.apart };
}

// Controleer losse secties ({naam: {rijen, bestand, nummers}}), met hun verwijzingen van en naar de secties die er al
// `naast` staan. De fouten zijn hier objecten; foutzin maakt er een zin van.
export function keurDelen(ruw, beschrijvingen, { naast = {}, soepel = false } = {}) {
  const werk = maakWerk(soepel);
  return { secties: keurAlle(ruw, naast, beschrijvingen, werk), fouten: werk.fouten, apart: werk.apart };
}

const leegDossier = () => ({ velden: {}, secties: {}, keuzes: {}, gewijzigd: {}, apart: [] });

function maakWerk(soepel) {
  const fouten = [], apart = [];
  const zetApart = (wat, waarom, waarde, waar = {}) => apart.push({ wat, ...waar, waarde: zuiver(waarde), waarom });
  return {
    soepel, fouten, apart, zetApart,
    // Na vijftig fouten leest niemand verder; dan heeft een voorstel geen zin meer.
    raad: () => !soepel && fouten.length < MEEST,
    meld: (fout, wat, waarde, waar) => (soepel ? zetApart(wat, fout.verwacht, waarde, waar) : fouten.push(fout)),
  };
}

// -- velden, bronnen, keuzes

function keurVelden(gegevens, bestand, werk) {
  const velden = {}, sleutels = VORM.velden.map((k) => k.sleutel);
  for (const kolom of VORM.velden) {
    const ruw = eigen(gegevens, kolom.sleutel), { waarde, fout } = keurCel(ruw, kolom, bestand, null, werk.raad());
    if (fout) werk.meld(fout, "veld", ruw, { naam: kolom.sleutel });
    else if (waarde !== null) velden[kolom.sleutel] = waarde;
  }
  for (const [naam, waarde] of Object.entries(gegevens))
    if (!sleutels.includes(naam) && !VAST.includes(naam) && !leeg(waarde))
      werk.zetApart("veld", nietBekend("dit veld", naam, sleutels), waarde, { naam: leesbaar(naam) });
  const bronnen = eigen(gegevens, "bronnen");
  const rijen = keurSectie("bronnen", VORM.bronnen, { rijen: leeg(bronnen) ? [] : bronnen, bestand: plaats(bestand, "bronnen") }, werk);
  if (rijen?.length) velden.bronnen = rijen.map((rij) => rij.net);
  return velden;
}

function keurKeuzes(keuzes, werk) {
  const paren = isObject(keuzes) ? Object.entries(keuzes) : [];
  const goed = paren.filter(([, vanEen]) => isObject(vanEen));
  for (const [naam, vanEen] of paren)
    if (!isObject(vanEen) && !leeg(vanEen))
      werk.zetApart("veld", "hier horen de keuzes van een gereedschap", vanEen, { naam: `keuzes: ${leesbaar(naam)}` });
  if (!isObject(keuzes) && !leeg(keuzes)) werk.zetApart("veld", "hier horen keuzes per gereedschap", keuzes, { naam: "keuzes" });
  return Object.fromEntries(goed.map(([naam, vanEen]) => [leesbaar(naam), zuiver(vanEen)]));
}

function keurGewijzigd(gewijzigd, werk) {
  const apart = (waarde) => werk.zetApart("veld", "hier hoort per sectie een tijd", waarde, { naam: "gewijzigd" });
  if (!isObject(gewijzigd)) { if (!leeg(gewijzigd)) apart(gewijzigd); return {}; }
  const paren = Object.entries(gewijzigd), goed = paren.filter(([, tijd]) => typeof tijd === "string");
  const rest = paren.filter(([, tijd]) => typeof tijd !== "string" && !leeg(tijd));
  if (rest.length) apart(Object.fromEntries(rest));
  return Object.fromEntries(goed.map(([naam, tijd]) => [leesbaar(naam), leesbaar(tijd)]));
}

// Wat al apart stond; wat geen lijst van dingen is, wordt er zelf een.
function eerderApart(apart) {
  if (leeg(apart)) return [];
  const vreemd = { wat: "veld", naam: "apart", waarom: "dit stond al apart, maar niet in een vorm die te lezen is" };
  const lees = (een) => (isObject(een) && typeof een.wat === "string" ? zuiver(een) : { ...vreemd, waarde: zuiver(een) });
  return (Array.isArray(apart) ? apart : [apart]).map(lees);
}

const zonderDubbele = (apart) => [...new Map(apart.map((een) => [JSON.stringify(een), een])).values()];

// -- secties

function keurAlle(ruw, naast, beschrijvingen, werk) {
  const gekeurd = new Map(), namen = Object.keys(beschrijvingen);
  for (const [naam, deel] of Object.entries(ruw)) {
    const bekend = Object.hasOwn(beschrijvingen, naam), rijen = bekend && keurSectie(naam, beschrijvingen[naam].kolommen, deel, werk);
    if (rijen) gekeurd.set(naam, rijen);
    if (!bekend) werk.zetApart("sectie", nietBekend("deze sectie", naam, namen), deel.rijen, { naam: leesbaar(naam) });
  }
  keurVerwijzingen(gekeurd, ruw, naast, beschrijvingen, werk);
  return Object.fromEntries([...gekeurd].map(([naam, rijen]) => [naam, rijen.map((rij) => rij.net)]));
}

// Controleer de cellen en namen van één sectie; geef null als er geen lijst van rijen staat.
function keurSectie(naam, kolommen, { rijen, bestand, nummers }, werk) {
  if (!Array.isArray(rijen) || (!werk.soepel && !rijen.every(isObject))) {
    werk.meld({ bestand, verwacht: naam === "bronnen" ? GEEN_BRONNEN : GEEN_RIJEN }, "sectie", rijen, { naam });
    return null;
  }
  const uit = [], vreemd = new Map(), sleutels = kolommen.map((k) => k.sleutel), bekend = new Set([...sleutels, "id"]);
  rijen.forEach((rij, i) => {
    const nummer = nummers?.[i] ?? i + 1;
    if (!isObject(rij)) { werk.zetApart("rij", "hier hoort een rij", rij, { sectie: naam }); return; }
    const net = keurRij(naam, kolommen, rij, bestand, nummer, werk);
    if (net) uit.push({ nummer, ruw: rij, net });
    for (const [sleutel, waarde] of Object.entries(rij))
      if (!bekend.has(sleutel) && !leeg(waarde)) zetBij(vreemd, sleutel, [bij(kolommen, rij, nummer), waarde]);
  });
  for (const [sleutel, waarden] of vreemd)
    werk.zetApart("kolom", nietBekend("deze kolom", sleutel, sleutels), waarden, { sectie: naam, naam: leesbaar(sleutel) });
  const fouten = dubbele(uit.map((rij) => rij.ruw), kolommen, bestand, (i) => uit[i].nummer);
  return zonderFout(uit, fouten, naam, kolommen, werk);
}

// Geef de nette rij; null als zij met soepel keuren in haar geheel apart gaat. Het id uit de opslag van een browser blijft.
function keurRij(naam, kolommen, rij, bestand, nummer, werk) {
  const net = typeof eigen(rij, "id") === "string" ? { id: rij.id } : {};
  for (const kolom of kolommen) {
    const ruw = eigen(rij, kolom.sleutel), { waarde, fout } = keurCel(ruw, kolom, bestand, nummer, werk.raad());
    net[kolom.sleutel] = waarde;
    if (!fout) continue;
    const standaard = kolom.standaard ?? null;
    if (werk.soepel && kolom.verplicht && standaard === null) {
      werk.zetApart("rij", fout.verwacht, rij, { sectie: naam, naam: bij(kolommen, rij, nummer) });
      return null;
    }
    net[kolom.sleutel] = werk.soepel ? standaard : null;
    if (!(werk.soepel && leeg(ruw))) werk.meld(fout, "cel", ruw, { sectie: naam, naam: kolom.sleutel, bij: bij(kolommen, rij, nummer) });
  }
  return net;
}

// Waaraan een rij te herkennen is: haar naam, of anders haar nummer.
function bij(kolommen, rij, nummer) {
  const uniek = kolommen.find((k) => k.uniek);
  return leesbaar(uniek ? rijNaam(eigen(rij, uniek.sleutel)) : "") || nummer;
}

// Meld fouten over hele rijen; met soepel keuren gaan die rijen apart.
function zonderFout(rijen, fouten, naam, kolommen, werk) {
  if (!werk.soepel) { werk.fouten.push(...fouten); return rijen; }
  const waarom = new Map([...fouten].reverse().map((fout) => [fout.rij, fout.verwacht]));
  for (const { nummer, ruw } of rijen)
    if (waarom.has(nummer)) werk.zetApart("rij", waarom.get(nummer), ruw, { sectie: naam, naam: bij(kolommen, ruw, nummer) });
  return rijen.filter((rij) => !waarom.has(rij.nummer));
}

// Controleer of wat streng naar een andere sectie verwijst daar ook staat. Een naam in een rij met een andere fout telt mee.
function keurVerwijzingen(gekeurd, ruw, naast, beschrijvingen, werk) {
  const oud = Object.entries(naast).filter(([naam]) => !Object.hasOwn(ruw, naam) && Object.hasOwn(beschrijvingen, naam));
  const los = (rij, i) => ({ nummer: i + 1, ruw: rij, net: rij });
  const alles = new Map([...oud.map(([naam, rijen]) => [naam, rijen.map(los)]), ...gekeurd]);
  for (const naam of [...alles.keys()]) {
    const { kolommen } = beschrijvingen[naam], bestand = Object.hasOwn(ruw, naam) ? ruw[naam].bestand : naam;
    let rijen = alles.get(naam);
    for (const kolom of kolommen) {
      const [doel, doelkolom] = (kolom.verwijst ?? "").split(".");
      if (!doel || !alles.has(doel)) continue;
      const bekend = new Set(alles.get(doel).map((rij) => rijNaam(eigen(rij.ruw, doelkolom))));
      rijen = zonderFout(rijen, verdwaald(rijen, kolom.sleutel, bekend, doel, bestand, werk), naam, kolommen, werk);
    }
    if (gekeurd.has(naam)) { gekeurd.set(naam, rijen); alles.set(naam, rijen); }
  }
}

function verdwaald(rijen, sleutel, bekend, doel, bestand, werk) {
  const fouten = [], keuzes = [...bekend].filter(Boolean);
  for (const { nummer, ruw } of rijen) {
    const naam = rijNaam(eigen(ruw, sleutel));
    if (!naam || bekend.has(naam)) continue;
    const voorstel = werk.raad() && fouten.length < MEEST ? naaste(naam, keuzes) : null;
    fouten.push({ bestand, rij: nummer, kolom: sleutel, waarde: ruw[sleutel], verwacht: `deze naam staat niet bij ${doel}`, voorstel });
  }
  return fouten;
}

// -- hulp

// Zet iets bij de lijst van een sleutel.
export function zetBij(lijsten, sleutel, iets) {
  if (lijsten.has(sleutel)) lijsten.get(sleutel).push(iets);
  else lijsten.set(sleutel, [iets]);
}

function nietBekend(wat, naam, bekend) {
  const voorstel = naaste(schoon(naam), bekend);
  return `${wat} kent deze versie niet${voorstel ? `; lijkt op '${voorstel}'` : ""}`;
}

// Maak van een waarde iets wat overal te bewaren is: gewone json zonder onleesbare tekens.
export function zuiver(waarde) {
  if (Array.isArray(waarde)) return waarde.map(zuiver);
  if (isObject(waarde)) return Object.fromEntries(Object.entries(waarde).map(([sleutel, w]) => [leesbaar(sleutel), zuiver(w)]));
  if (typeof waarde === "number") return Number.isFinite(waarde) ? waarde : null;
  return waarde === null || waarde === undefined ? null : typeof waarde === "boolean" ? waarde : leesbaar(String(waarde));
}

// Zeg in één zin wat er apart staat en waarom.
export function noemApart({ wat, naam, sectie, bij: wie, waarom }) {
  const heet = leeg(naam) ? "" : ` '${kort(naam)}'`, bijWat = sectie ? ` bij ${kort(sectie)}` : "";
  const waar = typeof wie === "string" ? ` (${kort(wie)})` : typeof wie === "number" ? ` (rij ${wie})` : "";
  return `${wat}${heet}${bijWat}${waar}: ${waarom}`;
}
