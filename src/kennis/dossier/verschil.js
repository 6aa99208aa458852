// Het verschil tussen twee dossiers als wijziging die je kunt toepassen, omkeren en samenvoegen. Rijen worden herkend aan hun `id`.
//
// Een dossier is { velden, secties, keuzes }: velden en keuzes zijn objecten, een sectie is een lijst van rijen.
// Een wijziging is { velden: {naam: [oud, nieuw]}, keuzes: {gereedschap: {naam: [oud, nieuw]}}, secties: {naam: deel} }, en een deel is
// { erbij: [{rij, na}], weg: [{rij, na}], anders: {id: {kolom: [oud, nieuw]}}, orde: [oud, nieuw] of niets }. `na` is het id van de rij ervoor.
import { kenmerk, SLEUTELS } from "./vorm.js";

const gelijk = (een, ander) => een === ander || JSON.stringify(een ?? null) === JSON.stringify(ander ?? null);

function veldenVerschil(oud = {}, nieuw = {}) {
  const uit = {};
  for (const naam of new Set([...Object.keys(oud), ...Object.keys(nieuw)]))
    if (naam !== "id" && !gelijk(oud[naam], nieuw[naam])) uit[naam] = [oud[naam] ?? null, nieuw[naam] ?? null];
  return uit;
}

// Geef per rij het id van de rij ervoor, zodat zij op dezelfde plek terug kan.
const metPlek = (rijen, telt) => rijen.map((rij, i) => ({ rij, na: rijen[i - 1]?.id ?? null })).filter(({ rij }) => telt(rij));

function sectieVerschil(oud = [], nieuw = []) {
  if (oud === nieuw) return null;
  const eerst = new Map(oud.map((rij) => [rij.id, rij])), daarna = new Map(nieuw.map((rij) => [rij.id, rij]));
  const deel = { erbij: metPlek(nieuw, (rij) => !eerst.has(rij.id)), weg: metPlek(oud, (rij) => !daarna.has(rij.id)), anders: {} };
  for (const [id, rij] of daarna) {
    const cellen = eerst.has(id) ? veldenVerschil(eerst.get(id), rij) : {};
    if (Object.keys(cellen).length) deel.anders[id] = cellen;
  }
  const gebleven = [oud.filter((rij) => daarna.has(rij.id)), nieuw.filter((rij) => eerst.has(rij.id))].map((rijen) => rijen.map((rij) => rij.id));
  if (!gelijk(...gebleven)) deel.orde = [oud.map((rij) => rij.id), nieuw.map((rij) => rij.id)];
  return deel.erbij.length || deel.weg.length || Object.keys(deel.anders).length || deel.orde ? deel : null;
}

const perNaam = (oud = {}, nieuw = {}, vergelijk) => {
  const uit = {};
  for (const naam of new Set([...Object.keys(oud), ...Object.keys(nieuw)])) {
    const deel = vergelijk(oud[naam], nieuw[naam]);
    if (deel && Object.keys(deel).length) uit[naam] = deel;
  }
  return uit;
};

// Geef de wijziging die van het ene dossier het andere maakt.
export const verschil = (oud, nieuw) => ({
  velden: veldenVerschil(oud.velden, nieuw.velden),
  keuzes: perNaam(oud.keuzes, nieuw.keuzes, veldenVerschil),
  secties: perNaam(oud.secties, nieuw.secties, sectieVerschil),
});

export const isLeeg = (wijziging) => !["velden", "keuzes", "secties"].some((deel) => Object.keys(wijziging[deel]).length);

const draaiCellen = (cellen) => Object.fromEntries(Object.entries(cellen).map(([naam, [oud, nieuw]]) => [naam, [nieuw, oud]]));
const perDeel = (delen, doe) => Object.fromEntries(Object.entries(delen).map(([naam, deel]) => [naam, doe(deel)]));

// Geef de wijziging die deze wijziging ongedaan maakt.
export const keer = (wijziging) => ({
  velden: draaiCellen(wijziging.velden),
  keuzes: perDeel(wijziging.keuzes, draaiCellen),
  secties: perDeel(wijziging.secties, (deel) => ({ erbij: deel.weg, weg: deel.erbij, anders: perDeel(deel.anders, draaiCellen), ...(deel.orde && { orde: [deel.orde[1], deel.orde[0]] }) })),
});

function zetCellen(doel, cellen) {
  const uit = { ...doel };
  for (const [naam, [, nieuw]] of Object.entries(cellen)) uit[naam] = nieuw;
  return uit;
}

// Zet rijen erbij op hun plek: achter de rij waar zij achter stonden, en anders achteraan.
function voegIn(rijen, erbij) {
  const uit = [...rijen];
  for (const { rij, na } of erbij) {
    const al = uit.findIndex((een) => een.id === rij.id);
    if (al >= 0) { uit[al] = { ...uit[al], ...rij }; continue; }
    const voor = na === null ? -1 : uit.findIndex((een) => een.id === na);
    uit.splice(na !== null && voor < 0 ? uit.length : voor + 1, 0, rij);
  }
  return uit;
}

// Zet rijen in een volgorde; een rij die de volgorde niet noemt, blijft achter haar voorganger.
function ordenVolgens(rijen, ids) {
  const plek = new Map(ids.map((id, i) => [id, i]));
  let vorige = -1;
  const gewogen = rijen.map((rij, i) => ({ rij, i, plek: (vorige = plek.get(rij.id) ?? vorige) }));
  return gewogen.sort((a, b) => a.plek - b.plek || a.i - b.i).map(({ rij }) => rij);
}

function pasSectie(rijen = [], deel) {
  const weg = new Set(deel.weg.map(({ rij }) => rij.id));
  const over = rijen.filter((rij) => !weg.has(rij.id)).map((rij) => (Object.hasOwn(deel.anders, rij.id) ? zetCellen(rij, deel.anders[rij.id]) : rij));
  const uit = voegIn(over, deel.erbij);
  return deel.orde ? ordenVolgens(uit, deel.orde[1]) : uit;
}

// Pas een wijziging toe op een dossier; wat de wijziging niet noemt, blijft zoals het is.
export function pas(dossier, wijziging) {
  const keuzes = { ...dossier.keuzes }, secties = { ...dossier.secties };
  for (const [naam, cellen] of Object.entries(wijziging.keuzes)) keuzes[naam] = zetCellen(keuzes[naam], cellen);
  for (const [naam, deel] of Object.entries(wijziging.secties)) secties[naam] = pasSectie(secties[naam], deel);
  return { ...dossier, velden: zetCellen(dossier.velden, wijziging.velden), keuzes, secties };
}

// Voeg samen wat twee tabbladen van hetzelfde begin maakten: alleen wat `mijn` veranderde, komt over `hun` heen.
// Een rij die zij weghaalden en ik veranderde, komt terug: liever een rij te veel dan werk kwijt.
// Veranderden beide dezelfde cel, dan wint de mijne, of met `hunWint` de hunne.
export function voegTakkenSamen(basis, mijn, hun, hunWint = false) {
  const wijziging = verschil(basis, mijn), hunne = verschil(basis, hun);
  if (hunWint) laatHunWinnen(wijziging, hunne);
  for (const [naam, deel] of Object.entries(wijziging.secties)) {
    const daar = new Set((hun.secties[naam] ?? []).map((rij) => rij.id));
    const terug = metPlek(mijn.secties[naam] ?? [], (rij) => Object.hasOwn(deel.anders, rij.id) && !daar.has(rij.id));
    deel.erbij = [...deel.erbij, ...terug];
  }
  // En andersom: wat zij veranderden, haal ik niet weg.
  for (const [naam, deel] of Object.entries(wijziging.secties)) {
    deel.weg = deel.weg.filter(({ rij }) => !Object.hasOwn(hunne.secties[naam]?.anders ?? {}, rij.id));
    vindDubbele(naam, deel, hun.secties[naam] ?? [], hunWint);
  }
  return pas(hun, wijziging);
}

const zonderCellen = (cellen, weg = {}) => Object.fromEntries(Object.entries(cellen).filter(([naam]) => !Object.hasOwn(weg, naam)));

// Laat uit `wijziging` weg wat `hunne` ook veranderde.
function laatHunWinnen(wijziging, hunne) {
  wijziging.velden = zonderCellen(wijziging.velden, hunne.velden);
  for (const [naam, cellen] of Object.entries(wijziging.keuzes)) wijziging.keuzes[naam] = zonderCellen(cellen, hunne.keuzes[naam]);
  for (const [naam, deel] of Object.entries(wijziging.secties)) {
    const daar = hunne.secties[naam];
    if (!daar) continue;
    for (const [id, cellen] of Object.entries(deel.anders)) deel.anders[id] = zonderCellen(cellen, daar.anders[id]);
    if (daar.orde) delete deel.orde;
  }
}

// Wat beide tabbladen toevoegden onder dezelfde sleutel: een antwoord of score is dezelfde rij, een naam krijgt een nummer.
function vindDubbele(sectie, deel, hunne, hunWint) {
  const weg = new Set(deel.weg.map(({ rij }) => rij.id));
  const daar = new Map(hunne.filter((rij) => !weg.has(rij.id)).map((rij) => [kenmerk(sectie, rij), rij]));
  deel.erbij = deel.erbij.flatMap(({ rij, na }) => {
    const ander = daar.get(kenmerk(sectie, rij));
    if (!ander || ander.id === rij.id) return [{ rij, na }];
    if (!SLEUTELS[sectie]) return rij.naam ? [{ rij: { ...rij, naam: vrijeNaam(rij.naam, daar, sectie) }, na }] : [{ rij, na }];
    if (!hunWint) deel.anders[ander.id] = veldenVerschil(ander, { ...ander, ...Object.fromEntries(Object.entries(rij).filter(([kolom, waarde]) => kolom !== "id" && waarde !== null)) });
    return [];
  });
}

function vrijeNaam(naam, daar, sectie) {
  for (let n = 2; ; n++) if (!daar.has(kenmerk(sectie, { naam: `${naam} (${n})` }))) return `${naam} (${n})`;
}
