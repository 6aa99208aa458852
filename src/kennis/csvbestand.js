// Csv lezen zoals het uit een rekenblad komt, en zo schrijven dat Excel het goed opent. Tweeling van csvbestand.py.
import { schrijfPrecies } from "./kolommen.js";
import { leeg, leesbaar } from "./woord.js";

// Maak tekst van bytes: UTF-8 of UTF-16 (met of zonder BOM), en anders Windows-1252, zoals oudere Excels bewaren.
export function ontcijfer(bytes) {
  const begin = bytes.slice(0, 400), nullen = (plek) => begin.filter((b, i) => i % 2 === plek && b === 0).length;
  const lees = (codering, opties) => new TextDecoder(codering, opties).decode(bytes);
  for (const [plek, codering, een, twee] of [[1, "utf-16le", 0xff, 0xfe], [0, "utf-16be", 0xfe, 0xff]])
    if ((bytes[0] === een && bytes[1] === twee) || (begin.length > 3 && nullen(plek) > begin.length * 0.3)) return lees(codering);
  try {
    return lees("utf-8", { fatal: true });
  } catch {
    return leesbaar(lees("windows-1252"));
  }
}

// Haal de cellen uit csv en geef {rijen, nummers, teken, open}, zonder lege rijen. Van `tekens` scheidt wat het vaakst
// in de eerste gevulde regel staat. `open` is het regelnummer van een rij waarin een aanhalingsteken nergens gesloten wordt.
export function leesCellen(inhoud, tekens = ";,\t") {
  const letters = inhoud.replace(/^\ufeff/, "");
  const kopregel = letters.split(/\r\n|\r|\n/).find((regel) => !leeg(regel)) ?? "";
  const teken = Array.from(tekens).sort((a, b) => kopregel.split(b).length - kopregel.split(a).length)[0];
  const rijen = [], nummers = [];
  let rij = [], cel = "", binnen = false, vers = true, nummer = 1, begin = 1;
  const sluitCel = () => { rij.push(cel); cel = ""; vers = true; };
  const sluitRij = () => {
    sluitCel();
    if (rij.some((c) => !leeg(c))) { rijen.push(rij); nummers.push(begin); }
    rij = []; begin = nummer;
  };
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] === "\r" && letters[i + 1] === "\n" ? "\r\n" : letters[i];
    const einde = letter === "\r\n" || letter === "\r" || letter === "\n";
    i += letter.length - 1;
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
  return { rijen, nummers, teken, open };
}

// Haal het aanhalingsteken weg dat schrijfCsv voor een formuleteken zet.
export const zonderWacht = (cel) => (/^'+[=+\-@\t\r]/.test(cel) ? cel.slice(1) : cel);

// Meld elke rij met meer gevulde cellen dan er koppen zijn.
export function teVeel(cellen, aantal, teken, bestand, nummers) {
  return cellen.flatMap((rij, i) => {
    const extra = rij.slice(aantal).find((c) => !leeg(c));
    const verwacht = `deze rij heeft meer cellen dan de kopregel (${aantal}); staat er een '${teken}' te veel?`;
    return extra === undefined ? [] : [{ bestand, rij: nummers[i], waarde: extra, verwacht }];
  });
}

export const openEinde = (open, bestand) =>
  (open === null ? [] : [{ bestand, rij: open, verwacht: "een aanhalingsteken in deze rij wordt nergens gesloten" }]);

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
