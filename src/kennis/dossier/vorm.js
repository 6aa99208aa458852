// De vorm van een dossier in het geheugen: { velden, secties, keuzes, gewijzigd, apart }, en hoe wat is opgeslagen die vorm krijgt.
// Wat niet in de vorm past, gaat met naam en reden naar `apart`; het verdwijnt niet en houdt de rest niet tegen.

export const VERSIE = 2;
const VAST = ["kennisdossier", "secties", "keuzes", "gewijzigd", "apart"];
const MEEST = 1e15; // een groter getal is geen invoer meer, en rekenen ermee gaat mis

export const leegDossier = (velden = {}) => ({ velden, secties: {}, keuzes: {}, gewijzigd: {}, apart: [] });

const isObject = (waarde) => typeof waarde === "object" && waarde !== null && !Array.isArray(waarde);
const mag = (waarde) => waarde === null || typeof waarde === "string" || (typeof waarde === "number" && Math.abs(waarde) < MEEST);

export function nieuwId() {
  const letters = crypto.getRandomValues(new Uint32Array(2));
  return letters[0].toString(36) + letters[1].toString(36);
}

function leesRij(rij, sectie, apart) {
  const uit = {};
  for (const [kolom, waarde] of Object.entries(rij)) {
    if (mag(waarde)) uit[kolom] = waarde;
    else apart.push({ wat: "cel", sectie, naam: kolom, waarde, waarom: "hier hoort tekst of een gewoon getal" });
  }
  return uit;
}

function leesSecties(secties, apart) {
  const uit = {};
  for (const [naam, rijen] of Object.entries(secties)) {
    if (!Array.isArray(rijen)) { apart.push({ wat: "sectie", naam, waarde: rijen, waarom: "hier hoort een lijst van rijen" }); continue; }
    uit[naam] = rijen.flatMap((rij) => {
      if (isObject(rij)) return [leesRij(rij, naam, apart)];
      apart.push({ wat: "rij", sectie: naam, waarde: rij, waarom: "hier hoort een rij" });
      return [];
    });
  }
  return uit;
}

// Geef het dossier uit gelezen json, of null als het er geen is. Een dossier van een nieuwere versie geeft { nieuwer: versie }.
export function leesVorm(gegevens) {
  if (!isObject(gegevens) || !isObject(gegevens.secties)) return null;
  const versie = gegevens.kennisdossier ?? 1;
  if (typeof versie !== "number" || versie > VERSIE) return { nieuwer: versie };
  const apart = Array.isArray(gegevens.apart) ? [...gegevens.apart] : [];
  const velden = Object.fromEntries(Object.entries(gegevens).filter(([naam]) => !VAST.includes(naam) && !naam.startsWith("_")));
  const keuzes = Object.fromEntries(Object.entries(isObject(gegevens.keuzes) ? gegevens.keuzes : {}).filter(([, keuze]) => isObject(keuze)));
  return { velden, secties: leesSecties(gegevens.secties, apart), keuzes, gewijzigd: isObject(gegevens.gewijzigd) ? gegevens.gewijzigd : {}, apart };
}

// De kolommen die samen zeggen welke rij het is; elders is dat de naam. Een test vergelijkt dit met secties/*.json.
export const SLEUTELS = {
  bekostiging: ["vraag"],
  fasescores: ["persoon", "stelling"],
  governance: ["vraag"],
  ketenmetingen: ["persoon", "stelling", "meting"],
  knelpunten_keuze: ["knelpunt"],
  scores: ["initiatief", "persoon", "criterium"],
  waardenkeuzes: ["persoon", "stelling"],
};

// Wat een rij eigen maakt: haar sleutel, of anders alles wat erin staat.
export function kenmerk(sectie, { id, ...rij }) {
  const sleutel = SLEUTELS[sectie] ?? ["naam"];
  const delen = sleutel.map((kolom) => String(rij[kolom] ?? "").trim().toLowerCase());
  return delen.every(Boolean) ? delen.join("\u001f") : JSON.stringify(rij);
}

// Id's die in elk tabblad gelijk zijn, voor een begin dat elk tabblad zelf leest (zoals een voorbeeld).
export const vasteIds = (secties) =>
  Object.fromEntries(Object.entries(secties).map(([naam, rijen]) => [naam, rijen.map((rij, i) => (rij.id ? rij : { ...rij, id: `r${i}` }))]));

// Geef elke rij een id. Een rij zonder id die in `eerder` al zo heette, houdt het id van toen; zo blijft zij dezelfde rij.
export function geefIds(secties, eerder = {}) {
  const uit = {};
  for (const [naam, rijen] of Object.entries(secties)) {
    if (rijen === eerder[naam]) { uit[naam] = rijen; continue; }
    const gezien = new Set(rijen.map((rij) => rij.id).filter(Boolean)), dubbel = new Set();
    const vrij = new Map((eerder[naam] ?? []).filter((rij) => !gezien.has(rij.id)).map((rij) => [kenmerk(naam, rij), rij.id]));
    uit[naam] = rijen.map((rij) => {
      let { id } = rij;
      if (!id) { const wie = kenmerk(naam, rij); id = vrij.get(wie) ?? nieuwId(); vrij.delete(wie); }
      else if (dubbel.has(id)) id = nieuwId();
      dubbel.add(id);
      return id === rij.id ? rij : { ...rij, id };
    });
  }
  return uit;
}

const zonderIdEnLeeg = (rij) => Object.fromEntries(Object.entries(rij).filter(([naam, waarde]) => naam !== "id" && waarde !== null));

// Geef het dossier zoals het in een bestand of link staat: zonder id's en lege cellen. Met `secties` alleen die, zonder keuzes van anderen.
export function naarBestand({ velden, secties, keuzes, gewijzigd, apart }, alleen = null, gereedschap = null) {
  const namen = Object.keys(secties).filter((naam) => secties[naam].length && (!alleen || alleen.includes(naam)));
  const kies = (bron, zeef) => Object.fromEntries(Object.entries(bron).filter(zeef));
  return {
    kennisdossier: VERSIE,
    ...kies(velden, ([, waarde]) => waarde !== null && waarde !== ""),
    secties: Object.fromEntries(namen.map((naam) => [naam, secties[naam].map(zonderIdEnLeeg)])),
    keuzes: kies(keuzes, ([naam, keuze]) => (!gereedschap || naam === gereedschap) && Object.values(keuze).some((w) => w !== null)),
    gewijzigd: kies(gewijzigd, ([naam]) => namen.includes(naam)),
    ...(apart.length && !alleen ? { apart } : {}),
  };
}
