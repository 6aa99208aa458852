// Kolommen controleren: dezelfde beschrijving en dezelfde zinnen als kolommen.py.

// Python en JavaScript kennen niet dezelfde witruimte; gelijk aan WITRUIMTE in kolommen.py.
const WITRUIMTE = " \t\n\r\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff";

export function schoon(waarde) {
  const letters = String(waarde).normalize("NFC");
  let begin = 0, einde = letters.length;
  while (begin < einde && WITRUIMTE.includes(letters[begin])) begin++;
  while (einde > begin && WITRUIMTE.includes(letters[einde - 1])) einde--;
  return letters.slice(begin, einde);
}

export const leeg = (waarde) =>
  waarde === null || waarde === undefined || (typeof waarde === "number" && Number.isNaN(waarde)) || (typeof waarde === "string" && schoon(waarde) === "");

// Geef een getal, of de reden waarom het er geen is.
export function leesGetal(waarde) {
  if (typeof waarde === "number") return Number.isFinite(waarde) ? waarde : "geen getal";
  if (typeof waarde !== "string") return "geen getal";
  let letters = schoon(schoon(waarde).replace(/^€/, ""));
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(letters)) return "dubbelzinnig";
  if (/^[+-]?[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})$/.test(letters)) letters = letters.replaceAll(".", "");
  const getal = /^[+-]?\d+([.,]\d+)?$/.test(letters) ? Number(letters.replace(",", ".")) : NaN;
  return Number.isFinite(getal) ? getal : "geen getal";
}

// Een bedrag in euro: een punt met drie cijfers is een duizendtal, en "€", "euro" en spaties mogen erbij.
export function leesBedrag(waarde) {
  if (typeof waarde !== "string") return leesGetal(waarde);
  const letters = Array.from(schoon(waarde)).filter((l) => schoon(l)).join("").replace(/^(€|euro?)|(€|euro?)$/gi, "");
  return leesGetal(/^[+-]?[1-9]\d{0,2}(\.\d{3})+$/.test(letters) ? letters.replaceAll(".", "") : letters);
}

// Schrijf een getal om te lezen: decimale komma, hoogstens tien cijfers.
export const schrijfGetal = (getal) => schrijfPrecies(Number(getal.toPrecision(10)));

// Schrijf een getal zo dat het bij lezen precies gelijk blijft, zonder e-macht.
export function schrijfPrecies(getal) {
  if (!Number.isFinite(getal)) return "";
  const [voor, macht] = String(Math.abs(getal)).split("e");
  const [heel, deel = ""] = voor.split("."), plek = heel.length + Number(macht ?? 0);
  const cijfers = "0".repeat(Math.max(0, 1 - plek)) + heel + deel, komma = Math.max(1, plek);
  const gevuld = cijfers.padEnd(komma, "0"), rest = gevuld.slice(komma);
  return (getal < 0 ? "-" : "") + gevuld.slice(0, komma) + (rest ? "," + rest : "");
}

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

// Geef de keuze die met de minste letters verschil op het woord lijkt, of null.
export function naaste(woord, keuzes) {
  const afstand = (a, b) => {
    let rij = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const nieuw = [i];
      for (let j = 1; j <= b.length; j++) nieuw[j] = Math.min(rij[j] + 1, nieuw[j - 1] + 1, rij[j - 1] + (a[i - 1] !== b[j - 1]));
      rij = nieuw;
    }
    return rij[b.length];
  };
  const klein = [...String(woord).toLowerCase()];
  const beste = keuzes.map((k) => [afstand(klein, [...k.toLowerCase()]), k]).sort((a, b) => a[0] - b[0])[0];
  return beste && beste[0] <= Math.max(1, [...beste[1]].length * 0.4) ? beste[1] : null;
}

export const voorstel = (keuze) => (keuze === null ? "" : ` Bedoel je '${keuze}'?`);

// Geef {waarde} of {fout}: één cel gecontroleerd.
export function controleerCel(waarde, kolom) {
  if (leeg(waarde)) return kolom.verplicht ? { fout: `deze cel is leeg; ${verwachting(kolom)}.` } : { waarde: kolom.standaard ?? null };
  const fout = (extra = "") => ({ fout: `staat '${waarde}'; ${verwachting(kolom)}${extra}.` + (kolom.soort === "keuze" ? voorstel(naaste(waarde, kolom.waarden)) : "") });
  if (kolom.soort === "keuze") return kolom.waarden.includes(schoon(waarde)) ? { waarde: schoon(waarde) } : fout();
  if (kolom.soort === "tekst" || !kolom.soort) return { waarde: schoon(waarde) };
  const gelezen = kolom.eenheid === "euro" ? leesBedrag(waarde) : leesGetal(waarde);
  if (gelezen === "dubbelzinnig") return fout(` (schrijf ${schoon(waarde).replaceAll(".", "")} of ${schoon(waarde).replaceAll(".", ",")})`);
  const goed = typeof gelezen === "number" && !(gelezen < kolom.min) && !(gelezen > kolom.max) && (kolom.soort !== "heel" || Number.isInteger(gelezen));
  return goed ? { waarde: gelezen } : fout();
}

// Controleer rijen; geef {rijen, fouten}. `nummer(i)` is het rijnummer van rij i in het bestand, `zwijg` noemt
// kolommen waarover al iets gezegd is.
export function controleerRijen(rijen, kolommen, bestand, nummer = (i) => i + 1, zwijg = new Set()) {
  const fouten = [], goed = [], sleutels = kolommen.map((k) => k.sleutel);
  const meld = (i, sleutel, zin) => { if (!zwijg.has(sleutel)) fouten.push(`${bestand}, rij ${nummer(i)}, kolom '${sleutel}': ${zin}`); };
  rijen.forEach((rij, i) => {
    const uit = {};
    for (const kolom of kolommen) {
      const { waarde, fout } = controleerCel(rij[kolom.sleutel], kolom);
      if (fout) meld(i, kolom.sleutel, fout);
      uit[kolom.sleutel] = waarde ?? null;
    }
    for (const sleutel of Object.keys(rij))
      if (!sleutels.includes(sleutel)) meld(i, sleutel || "(zonder naam)", `deze kolom bestaat niet.${voorstel(naaste(sleutel, sleutels))}`);
    goed.push(uit);
  });
  for (const { sleutel } of kolommen.filter((k) => k.uniek)) {
    const eerder = new Map();
    rijen.forEach((rij, i) => {
      if (leeg(rij[sleutel])) return;
      const naam = schoon(rij[sleutel]).toLowerCase();
      if (eerder.has(naam)) meld(i, sleutel, `staat '${rij[sleutel]}'; deze naam staat ook in rij ${eerder.get(naam)}; elke naam hoort één keer voor te komen.`);
      else eerder.set(naam, nummer(i));
    });
  }
  return { rijen: goed, fouten };
}

// Controleer secties van buiten; alleen wat bij dit gereedschap hoort gaat mee.
export function keurSecties(secties, opzet, naam) {
  const uit = {}, fouten = [];
  for (const [sectie, rijen] of Object.entries(secties)) {
    if (!Object.hasOwn(opzet.secties, sectie)) continue;
    if (!Array.isArray(rijen) || rijen.some((r) => typeof r !== "object" || r === null)) { fouten.push(`${naam}, ${sectie}: hier hoort een lijst van rijen.`); continue; }
    const gekeurd = controleerRijen(rijen, opzet.secties[sectie].kolommen, `${naam}, ${sectie}`);
    uit[sectie] = gekeurd.rijen;
    fouten.push(...gekeurd.fouten);
  }
  if (!Object.keys(uit).length && !fouten.length) fouten.push(`${naam}: hierin staat niets voor dit gereedschap (${Object.keys(opzet.secties).join(", ")}).`);
  return { secties: uit, fouten };
}
