// Csv lezen zoals het uit een rekenblad komt, en zo schrijven dat Excel het goed opent. Tweeling van csvbestand.py.
import { controleerRijen, leeg, naaste, schoon, schrijfPrecies, voorstel } from "./kolommen.js";

// Lees csv (puntkomma, komma of tab; aanhalingstekens) en geef {koppen, koprij, rijen, nummers, teken, open}.
// `open` is het regelnummer van een rij waarin een aanhalingsteken nergens gesloten wordt.
export function leesCsv(inhoud) {
  const letters = inhoud.replace(/^\ufeff/, "");
  const kopregel = letters.split(/\r\n|\r|\n/).find((regel) => !leeg(regel)) ?? "";
  const teken = [";", ",", "\t"].sort((a, b) => kopregel.split(b).length - kopregel.split(a).length)[0];
  const regels = [], nummers = [];
  let rij = [], cel = "", binnen = false, vers = true, nummer = 1, begin = 1;
  const sluitCel = () => { rij.push(cel); cel = ""; vers = true; };
  const sluitRij = () => {
    sluitCel();
    if (rij.some((c) => !leeg(c))) { regels.push(rij); nummers.push(begin); }
    rij = []; begin = nummer;
  };
  for (let i = 0; i < letters.length; i++) {
    let letter = letters[i];
    if (letter === "\r" && letters[i + 1] === "\n") { letter = "\r\n"; i++; }
    const einde = letter === "\r\n" || letter === "\r" || letter === "\n";
    if (einde) nummer++;
    if (binnen) {
      if (letter !== '"') cel += letter;
      else if (letters[i + 1] === '"') { cel += '"'; i++; }
      else binnen = false;
    } else if (letter === '"' && vers) { binnen = true; vers = false; }
    else if (letter === teken) sluitCel();
    else if (einde) sluitRij();
    else { cel += letter; vers = false; }
  }
  const open = binnen ? begin : null;
  sluitRij();
  const koppen = (regels.shift() ?? []).map((kop) => schoon(kop).toLowerCase()), koprij = nummers.shift() ?? 1;
  while (koppen.length && !koppen.at(-1)) koppen.pop();
  const zonderWacht = (c) => (/^'+[=+\-@\t\r]/.test(c) ? c.slice(1) : c);
  return { koppen, koprij, nummers, teken, open, cellen: regels.map((r) => r.map((c, i) => (i < koppen.length ? zonderWacht(c) : c))) };
}

// Noem koppen die ontbreken, dubbel staan of niet bestaan, als paren [kolom, zin].
function controleerKoppen(koppen, kolommen) {
  const sleutels = kolommen.map((k) => k.sleutel), uit = [];
  const ontbreekt = new Set(kolommen.filter((k) => k.verplicht && !koppen.includes(k.sleutel)).map((k) => k.sleutel));
  const vrij = sleutels.filter((s) => !koppen.includes(s));
  for (const kop of new Set(koppen))
    if (!sleutels.includes(kop)) {
      const beste = naaste(kop, vrij.length ? vrij : sleutels);
      ontbreekt.delete(beste);
      uit.push([kop || "(zonder naam)", `deze kolom bestaat niet; bekend zijn: ${sleutels.join(", ")}.${voorstel(beste)}`]);
    } else if (koppen.indexOf(kop) !== koppen.lastIndexOf(kop)) uit.push([kop, "deze kolom staat er meer dan één keer."]);
  return [...uit, ...[...ontbreekt].map((k) => [k, "deze kolom ontbreekt."])];
}

// Lees één sectie uit csv en geef {rijen, fouten}; met alle fouten tegelijk.
export function leesSectie(inhoud, kolommen, bestand) {
  const { koppen, koprij, cellen, nummers, teken, open } = leesCsv(inhoud);
  if (!koppen.length) return { rijen: [], fouten: [`${bestand}: het bestand is leeg; de eerste regel hoort de kolomnamen te geven.`] };
  const gemeld = controleerKoppen(koppen, kolommen);
  const fouten = gemeld.map(([kolom, zin]) => `${bestand}, rij ${koprij}, kolom '${kolom}': ${zin}`);
  cellen.forEach((r, i) => {
    const teVeel = r.slice(koppen.length).find((c) => !leeg(c));
    if (teVeel !== undefined) fouten.push(`${bestand}, rij ${nummers[i]}: staat '${teVeel}'; deze rij heeft meer cellen dan de kopregel (${koppen.length}); staat er een '${teken}' te veel?`);
  });
  if (open !== null) fouten.push(`${bestand}, rij ${open}: een aanhalingsteken in deze rij wordt nergens gesloten.`);
  const bekend = new Set(kolommen.map((k) => k.sleutel));
  const rijen = cellen.map((r) => Object.fromEntries(koppen.map((k, i) => [k, r[i] ?? ""]).filter(([k]) => bekend.has(k))));
  const zwijg = new Set([...gemeld.map(([kolom]) => kolom), ...[...bekend].filter((k) => !koppen.includes(k))]);
  const gekeurd = controleerRijen(rijen, kolommen, bestand, (i) => nummers[i], zwijg);
  return { rijen: gekeurd.rijen, fouten: [...fouten, ...gekeurd.fouten] };
}

function schrijfCel(waarde) {
  if (leeg(waarde)) return "";
  let letters = typeof waarde === "number" ? schrijfPrecies(waarde) : String(waarde);
  if (typeof waarde !== "number" && /^'*[=+\-@\t\r]/.test(letters)) letters = "'" + letters;
  return /[";\r\n]/.test(letters) ? `"${letters.replaceAll('"', '""')}"` : letters;
}

// Schrijf csv voor een Nederlandse Excel: BOM, puntkomma, decimale komma.
export function schrijfCsv(rijen, kolommen) {
  const regels = [kolommen.map((k) => k.sleutel), ...rijen.map((rij) => kolommen.map((k) => schrijfCel(rij[k.sleutel])))];
  return "\ufeff" + regels.map((r) => r.join(";") + "\r\n").join("");
}
