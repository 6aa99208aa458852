// Kolommen controleren en csv lezen en schrijven. Zelfde beschrijving en zelfde zinnen als kolommen.py en csvbestand.py.
import { schoon } from "../regels/basis.js";

export const leeg = (waarde) =>
  waarde === null || waarde === undefined || (typeof waarde === "number" && Number.isNaN(waarde)) || (typeof waarde === "string" && schoon(waarde) === "");

// Geef een getal, of de reden waarom het er geen is.
export function leesGetal(waarde) {
  if (typeof waarde === "number") return Number.isFinite(waarde) ? waarde : "geen getal";
  if (typeof waarde !== "string") return "geen getal";
  let letters = schoon(schoon(waarde).replace(/^€/, ""));
  if (/^[+-]?\d{1,3}(\.\d{3})+$/.test(letters)) return "dubbelzinnig";
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(letters)) letters = letters.replaceAll(".", "");
  return /^[+-]?\d+([.,]\d+)?$/.test(letters) ? Number(letters.replace(",", ".")) : "geen getal";
}

export const schrijfGetal = (getal) => String(Number(getal.toPrecision(10))).replace(".", ",");

function verwachting(kolom) {
  let wat = "hier hoort tekst";
  if (kolom.soort === "keuze") wat = "hier hoort één van: " + kolom.waarden.join(", ");
  if (kolom.soort === "getal" || kolom.soort === "heel") {
    wat = kolom.soort === "heel" ? "hier hoort een heel getal" : "hier hoort een getal";
    if (kolom.min !== undefined && kolom.max !== undefined) wat += ` van ${schrijfGetal(kolom.min)} tot en met ${schrijfGetal(kolom.max)}`;
    else if (kolom.min !== undefined) wat += ` van ${schrijfGetal(kolom.min)} of hoger`;
    else if (kolom.max !== undefined) wat += ` van hoogstens ${schrijfGetal(kolom.max)}`;
  }
  return kolom.verplicht ? wat : wat + ", of niets";
}

function naaste(woord, keuzes) {
  const afstand = (a, b) => {
    let rij = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const nieuw = [i];
      for (let j = 1; j <= b.length; j++) nieuw[j] = Math.min(rij[j] + 1, nieuw[j - 1] + 1, rij[j - 1] + (a[i - 1] !== b[j - 1]));
      rij = nieuw;
    }
    return rij[b.length];
  };
  const klein = String(woord).toLowerCase();
  const beste = keuzes.map((k) => [afstand(klein, k.toLowerCase()), k]).sort((a, b) => a[0] - b[0])[0];
  return beste && beste[0] <= Math.max(1, beste[1].length * 0.4) ? ` Bedoel je '${beste[1]}'?` : "";
}

// Geef {waarde} of {fout}: één cel gecontroleerd.
export function controleerCel(waarde, kolom) {
  if (leeg(waarde)) return kolom.verplicht ? { fout: `deze cel is leeg; ${verwachting(kolom)}.` } : { waarde: null };
  const fout = (extra = "") => ({ fout: `staat '${waarde}'; ${verwachting(kolom)}${extra}.` + (kolom.waarden ? naaste(waarde, kolom.waarden) : "") });
  if (kolom.soort === "keuze") return kolom.waarden.includes(schoon(waarde)) ? { waarde: schoon(waarde) } : fout();
  if (kolom.soort === "tekst" || !kolom.soort) return typeof waarde === "string" ? { waarde: schoon(waarde) } : { waarde: String(waarde) };
  const gelezen = leesGetal(waarde);
  if (gelezen === "dubbelzinnig") return fout(` (schrijf ${waarde.replaceAll(".", "")} of ${waarde.replaceAll(".", ",")})`);
  const goed = typeof gelezen === "number" && !(gelezen < kolom.min) && !(gelezen > kolom.max) && (kolom.soort !== "heel" || Number.isInteger(gelezen));
  return goed ? { waarde: gelezen } : fout();
}

// Controleer rijen; geef {rijen, fouten}. `plaats(i)` zegt waar rij i staat.
export function controleerRijen(rijen, kolommen, plaats) {
  const fouten = [], goed = [];
  rijen.forEach((rij, i) => {
    const uit = {};
    for (const kolom of kolommen) {
      const { waarde, fout } = controleerCel(rij[kolom.sleutel], kolom);
      if (fout) fouten.push(`${plaats(i)}, kolom '${kolom.sleutel}': ${fout}`);
      uit[kolom.sleutel] = waarde ?? (leeg(rij[kolom.sleutel]) && !(kolom.sleutel in rij) ? kolom.standaard ?? null : null);
    }
    for (const sleutel of Object.keys(rij))
      if (!kolommen.some((k) => k.sleutel === sleutel))
        fouten.push(`${plaats(i)}, kolom '${sleutel}': deze kolom bestaat niet.${naaste(sleutel, kolommen.map((k) => k.sleutel))}`);
    goed.push(uit);
  });
  for (const kolom of kolommen.filter((k) => k.uniek)) {
    const eerder = new Map();
    rijen.forEach((rij, i) => {
      if (leeg(rij[kolom.sleutel])) return;
      const sleutel = schoon(rij[kolom.sleutel]).toLowerCase();
      if (eerder.has(sleutel)) fouten.push(`${plaats(i)}, kolom '${kolom.sleutel}': staat '${rij[kolom.sleutel]}'; deze naam staat ook in ${eerder.get(sleutel)}; elke naam hoort één keer voor te komen.`);
      else eerder.set(sleutel, plaats(i));
    });
  }
  return { rijen: goed, fouten };
}

// Lees csv (puntkomma, komma of tab; aanhalingstekens) en geef {koppen, rijen, nummers}.
export function leesCsv(inhoud) {
  const letters = inhoud.replace(/^\ufeff/, "");
  const kopregel = letters.trimStart().split(/\r?\n/)[0];
  const teken = [";", ",", "\t"].sort((a, b) => kopregel.split(b).length - kopregel.split(a).length)[0];
  const regels = [], nummers = [];
  let rij = [], cel = "", binnen = false, nummer = 1, begin = 1;
  const sluitRij = () => {
    rij.push(cel);
    if (rij.some((c) => !leeg(c))) { regels.push(rij); nummers.push(begin); }
    rij = []; cel = ""; begin = nummer;
  };
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i];
    if (letter === "\n") nummer++;
    if (binnen) {
      if (letter !== '"') cel += letter;
      else if (letters[i + 1] === '"') { cel += '"'; i++; }
      else binnen = false;
    } else if (letter === '"' && cel === "") binnen = true;
    else if (letter === teken) { rij.push(cel); cel = ""; }
    else if (letter === "\n") sluitRij();
    else if (letter !== "\r") cel += letter;
  }
  sluitRij();
  const koppen = (regels.shift() ?? []).map((kop) => schoon(kop).toLowerCase());
  nummers.shift();
  while (koppen.length && !koppen.at(-1)) koppen.pop();
  const zonderWacht = (c) => (/^'[=+\-@\t\r]/.test(c) ? c.slice(1) : c);
  return { koppen, nummers, cellen: regels.map((r) => r.map(zonderWacht)) };
}

// Lees één sectie uit csv en geef {rijen, fouten}.
export function leesSectie(inhoud, kolommen, bestand) {
  if (leeg(inhoud)) return { rijen: [], fouten: [`${bestand}: het bestand is leeg; de eerste regel hoort de kolomnamen te geven.`] };
  const { koppen, cellen, nummers } = leesCsv(inhoud);
  const sleutels = kolommen.map((k) => k.sleutel);
  const fouten = koppen.filter((k) => !sleutels.includes(k)).map((k) => `${bestand}, rij 1, kolom '${k || "(zonder naam)"}': deze kolom bestaat niet; bekend zijn: ${sleutels.join(", ")}.${naaste(k, sleutels)}`);
  koppen.forEach((k, i) => { if (koppen.indexOf(k) < i) fouten.push(`${bestand}, rij 1, kolom '${k}': deze kolom staat er meer dan één keer.`); });
  for (const k of kolommen) if (k.verplicht && !koppen.includes(k.sleutel)) fouten.push(`${bestand}, rij 1, kolom '${k.sleutel}': deze kolom ontbreekt.`);
  cellen.forEach((r, i) => { if (r.slice(koppen.length).some((c) => !leeg(c))) fouten.push(`${bestand}, rij ${nummers[i]}: deze rij heeft meer cellen dan de kopregel (${koppen.length}).`); });
  if (fouten.length) return { rijen: [], fouten };
  const rijen = cellen.map((r) => Object.fromEntries(koppen.map((k, i) => [k, r[i] ?? ""])));
  return controleerRijen(rijen, kolommen, (i) => `${bestand}, rij ${nummers[i]}`);
}

function schrijfCel(waarde) {
  if (leeg(waarde)) return "";
  let letters = typeof waarde === "number" ? schrijfGetal(waarde) : String(waarde);
  if (typeof waarde !== "number" && /^[=+\-@\t\r]/.test(letters)) letters = "'" + letters;
  return /[";\r\n]/.test(letters) ? `"${letters.replaceAll('"', '""')}"` : letters;
}

// Schrijf csv voor een Nederlandse Excel: BOM, puntkomma, decimale komma.
export function schrijfCsv(rijen, kolommen) {
  const regels = [kolommen.map((k) => k.sleutel), ...rijen.map((rij) => kolommen.map((k) => schrijfCel(rij[k.sleutel])))];
  return "\ufeff" + regels.map((r) => r.join(";") + "\r\n").join("");
}
