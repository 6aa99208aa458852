// De rijen van een veld, zoals zij in een formulier, een tabel of een bestand staan: op de plek waar het punt nu is.
import { alsTekst } from "../../regels/zinnen.js";

const tiende = (waarde) => (waarde === null ? null : Math.floor(waarde * 10 + 0.5) / 10);

export const uitScores = (punt) => punt.x_van !== null || punt.y_van !== null;

// Bepalen scores de plek, dan staat die plek in de rij, en niet wat er ooit is ingevuld.
export function metPlek(rij, punt, regels) {
  return uitScores(punt) ? { ...rij, [regels.x.kolom]: tiende(punt.x), [regels.y.kolom]: tiende(punt.y) } : rij;
}

export const heeftScores = (naam, secties, { scores }) => Boolean(scores)
  && (secties[scores.sectie] ?? []).some((score) => score[scores.ding] === naam);

// Wat er in een groep kolommen is ingevuld, achter elkaar.
export const samen = (rij, kolommen, groep) =>
  kolommen.filter((k) => k.groep === groep).map((k) => alsTekst(rij[k.sleutel])).filter(Boolean).join("; ");
