// De rijen van een veld, zoals zij in een formulier, een tabel of een bestand staan: op de plek waar het punt nu is.
import { alsTekst } from "../../regels/zinnen.js";

const tiende = (waarde) => (waarde === null ? null : Math.floor(waarde * 10 + 0.5) / 10);

export const uitScores = (punt) => punt.x_van !== null || punt.y_van !== null;

// Bepalen scores de plek, dan staat die plek in de rij, en niet wat er ooit is ingevuld.
export function metPlek(rij, punt, regels) {
  return uitScores(punt) ? { ...rij, [regels.x.kolom]: tiende(punt.x), [regels.y.kolom]: tiende(punt.y) } : rij;
}

const vast = (rij) => rij.vastgesteld === "ja";

// Volgt de plek op deze as ("x" of "y") nu uit scores?
export const volgtScores = (as, punt, rij) => !vast(rij) && punt[`${as}_van`] !== null;

// Wat er van een nieuwe plek {x, y} in de rij mag: de assen die niet uit scores volgen.
export const vastTeLeggen = (plek, punt, rij, regels) => Object.fromEntries(["x", "y"].filter((as) => !volgtScores(as, punt, rij))
  .map((as) => [regels[as].kolom, plek[as]]));

// De plek waar het punt nu staat, als besluit van de groep.
export const besluit = (punt, { x, y }) => ({ [x.kolom]: tiende(punt.x), [y.kolom]: tiende(punt.y), vastgesteld: "ja" });

// Wat de lezer zelf bij een rij schreef, met een woord ervoor.
export const bijzin = (rij, { bij = {} }) =>
  Object.entries(bij).filter(([kolom]) => rij[kolom]).map(([kolom, woord]) => (woord ? `${woord}: ` : "") + rij[kolom]).join("; ");

// De raad die door soort of houding voor sommige punten geldt: elke zin één keer, met hun namen.
export function raadPerZin(punten) {
  const per = new Map();
  for (const p of punten) for (const zin of p.eigen) per.set(zin, [...(per.get(zin) ?? []), p.naam]);
  return [...per];
}

// Wat er in een groep kolommen is ingevuld, achter elkaar.
export const samen = (rij, kolommen, groep) =>
  kolommen.filter((k) => k.groep === groep).map((k) => alsTekst(rij[k.sleutel])).filter(Boolean).join("; ");
