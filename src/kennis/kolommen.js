// Kolommen controleren: dezelfde beschrijving en dezelfde zinnen als kolommen.py.
import { leeg, leesbaar, ONLEESBAAR, RICHTING, schoon, schrijfGetal, schrijfPrecies, WITRUIMTE } from "./woord.js";

export { schrijfGetal, schrijfPrecies } from "./woord.js";

export const LANGST = 10000;
export const MEEST = 50;
const GETOOND = 80, WOORD = 60;

// Een waarde zoals een melding haar noemt: één regel, hoogstens tachtig tekens.
export function kort(waarde) {
  if (waarde === null || waarde === undefined) return "niets";
  if (typeof waarde === "object") return Array.isArray(waarde) ? "[…]" : "{…}";
  const getoond = typeof waarde === "number" ? schrijfGetal(waarde) || "geen getal" : String(waarde);
  const letters = Array.from(leesbaar(getoond.replace(RICHTING, "")).replace(/[\r\n\t]+/g, " "));
  return letters.length <= GETOOND ? letters.join("") : letters.slice(0, GETOOND - 1).join("") + "…";
}

// Eén fout als zin: bestand, rij, kolom, waarde, wat er hoort, en het dichtstbijzijnde goede woord.
export function foutzin({ bestand, rij = null, kolom = null, waarde = null, verwacht, voorstel = null }) {
  const plaats = [kort(bestand), rij !== null && `rij ${rij}`, kolom && `kolom '${kort(kolom)}'`].filter(Boolean).join(", ");
  const staat = waarde === null ? "" : ` staat '${kort(waarde)}';`, punt = verwacht.endsWith("?") ? "" : ".";
  return `${plaats}:${staat} ${verwacht}${punt}${bedoel(voorstel)}`;
}

const bedoel = (voorstel) => (voorstel ? ` Bedoel je '${voorstel}'?` : "");

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

const BEDRAG = /^([+-]?)(?:€|euro?)?([+-]?[0-9.,]+?)(?:[.,][-–—]{1,2})?(k|duizend|mln|miljoen)?(?:€|euro?)?$/i;
const MAAL = { k: 1e3, duizend: 1e3, mln: 1e6, miljoen: 1e6 };

// Een bedrag in euro: een punt met drie cijfers is een duizendtal, en "€", "euro", ",-", "mln" en spaties mogen erbij.
export function leesBedrag(waarde) {
  if (typeof waarde !== "string") return leesGetal(waarde);
  const gevonden = Array.from(schoon(waarde).replaceAll("−", "-")).filter((l) => !WITRUIMTE.includes(l)).join("").match(BEDRAG);
  if (!gevonden) return "geen getal";
  const cijfers = gevonden[1] + gevonden[2];
  const getal = leesGetal(/^[+-]?[1-9]\d{0,2}(\.\d{3})+$/.test(cijfers) ? cijfers.replaceAll(".", "") : cijfers);
  return typeof getal === "string" ? getal : leesGetal(getal * (MAAL[(gevonden[3] ?? "").toLowerCase()] ?? 1));
}

// Wat er mag staan, als zin.
export function verwachting(kolom) {
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
  const klein = Array.from(String(woord).toLowerCase());
  let beste = null, minst = Infinity;
  if (Array.from(String(woord)).length > WOORD) return null;
  for (const keuze of keuzes) {
    const letters = Array.from(keuze.toLowerCase()), grens = Math.max(1, Array.from(keuze).length * 0.4);
    if (Math.abs(letters.length - klein.length) > grens) continue;
    const verschil = afstand(klein, letters);
    if (verschil <= grens && verschil < minst) [beste, minst] = [keuze, verschil];
  }
  return beste;
}

// Hoeveel letters er bij, weg of anders moeten om van a naar b te komen (Levenshtein).
function afstand(a, b) {
  let rij = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const nieuw = [i];
    for (let j = 1; j <= b.length; j++) nieuw[j] = Math.min(rij[j] + 1, nieuw[j - 1] + 1, rij[j - 1] + (a[i - 1] !== b[j - 1]));
    rij = nieuw;
  }
  return rij[b.length];
}

// Lees één cel: {waarde}, of {verwacht, toon}: wat er had moeten staan, en of de waarde in de melding hoort.
export function leesCel(waarde, kolom) {
  if (leeg(waarde) && kolom.verplicht) return { verwacht: `deze cel is leeg; ${verwachting(kolom)}`, toon: false };
  if (leeg(waarde)) return { waarde: kolom.standaard ?? null };
  if (kolom.soort === "getal" || kolom.soort === "heel") return leesGetalcel(waarde, kolom);
  const letters = typeof waarde === "number" ? schrijfPrecies(waarde) : typeof waarde === "string" ? schoon(waarde) : "";
  if (!letters) return { verwacht: verwachting(kolom), toon: true };
  if (ONLEESBAAR.test(letters)) return { verwacht: "hierin staat een teken dat niet te lezen is; typ de tekst opnieuw", toon: true };
  if (letters.length > LANGST && [...letters].length > LANGST) return { verwacht: `hier passen hoogstens ${LANGST} tekens`, toon: true };
  if (kolom.soort !== "keuze") return { waarde: letters };
  const keuze = kolom.waarden.includes(letters) ? letters : kolom.waarden.find((k) => k.toLowerCase() === letters.toLowerCase());
  return keuze === undefined ? { verwacht: verwachting(kolom), toon: true } : { waarde: keuze };
}

function leesGetalcel(waarde, kolom) {
  const gelezen = kolom.eenheid === "euro" ? leesBedrag(waarde) : leesGetal(waarde);
  const kaal = schoon(waarde), hoe = ` (schrijf ${kaal.replaceAll(".", "")} of ${kaal.replaceAll(".", ",")})`;
  if (gelezen === "dubbelzinnig") return { verwacht: verwachting(kolom) + hoe, toon: true };
  const past = typeof gelezen === "number" && !(gelezen < kolom.min) && !(gelezen > kolom.max);
  if (past && (kolom.soort !== "heel" || Number.isInteger(gelezen))) return { waarde: gelezen };
  return { verwacht: verwachting(kolom), toon: true };
}

// De naaste keuze bij een cel die niet klopt, of null.
const raad = (waarde, kolom, toon) =>
  (toon && kolom.soort === "keuze" && typeof waarde === "string" ? naaste(schoon(waarde), kolom.waarden) : null);

// Geef {waarde} of {fout}: één cel gecontroleerd, met de zin die bij een invulveld hoort.
export function controleerCel(waarde, kolom) {
  const { waarde: net, verwacht, toon } = leesCel(waarde, kolom);
  if (verwacht === undefined) return { waarde: net };
  return { fout: `${toon ? `staat '${kort(waarde)}'; ` : ""}${verwacht}.${bedoel(raad(waarde, kolom, toon))}` };
}

// Als controleerCel, met de fout als {bestand, rij, kolom, waarde, verwacht, voorstel}.
export function keurCel(waarde, kolom, bestand, rij, zoek = true) {
  const { waarde: net, verwacht, toon } = leesCel(waarde, kolom);
  if (verwacht === undefined) return { waarde: net, fout: null };
  const voorstel = zoek ? raad(waarde, kolom, toon) : null;
  return { waarde: null, fout: { bestand, rij, kolom: kolom.sleutel, waarde: toon ? waarde : null, verwacht, voorstel } };
}

// Noem elke naam die in een eerdere rij al stond; hoofdletters maken geen verschil.
export function dubbele(rijen, kolommen, bestand, nummer) {
  const fouten = [];
  for (const { sleutel } of kolommen.filter((k) => k.uniek)) {
    const eerder = new Map();
    rijen.forEach((rij, i) => {
      const klein = rijNaam(rij[sleutel]).toLowerCase();
      if (!klein) return;
      const verwacht = `deze naam staat ook in rij ${eerder.get(klein)}; elke naam hoort één keer voor te komen`;
      if (eerder.has(klein)) fouten.push({ bestand, rij: nummer(i), kolom: sleutel, waarde: rij[sleutel], verwacht });
      else eerder.set(klein, nummer(i));
    });
  }
  return fouten;
}

// Een naam als nette tekst, ook als zij als getal is ingevuld; leeg als er geen naam staat.
export const rijNaam = (waarde) => (typeof waarde === "string" ? schoon(waarde) : typeof waarde === "number" ? schrijfPrecies(waarde) : "");
