// Csv lezen zoals het uit een rekenblad komt, en zo schrijven dat Excel het goed opent. Tweeling van csvbestand.py.
import { schoon } from "../regels/basis.js";
import { controleerRijen, leeg, naaste, schrijfGetal } from "./kolommen.js";

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
