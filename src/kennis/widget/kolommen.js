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

// Controleer secties van buiten; alleen wat bij dit gereedschap hoort gaat mee.
export function keurSecties(secties, opzet, naam) {
  const uit = {}, fouten = [];
  for (const [sectie, rijen] of Object.entries(secties)) {
    if (!Object.hasOwn(opzet.secties, sectie)) continue;
    if (!Array.isArray(rijen) || rijen.some((r) => typeof r !== "object" || r === null)) { fouten.push(`${naam}, ${sectie}: hier hoort een lijst van rijen.`); continue; }
    const gekeurd = controleerRijen(rijen, opzet.secties[sectie].kolommen, (i) => `${naam}, ${sectie}, rij ${i + 1}`);
    uit[sectie] = gekeurd.rijen;
    fouten.push(...gekeurd.fouten);
  }
  if (!Object.keys(uit).length && !fouten.length) fouten.push(`${naam}: hierin staat niets voor dit gereedschap (${Object.keys(opzet.secties).join(", ")}).`);
  return { secties: uit, fouten };
}
