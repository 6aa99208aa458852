// Kleine stukken tekst die elk beeld gebruikt.
import { maak } from "./dom.js";

export const hint = (zin) => (zin ? maak("p", { class: "kg-hint" }, zin) : null);

// Wat opvalt, als lijst met een kop; niets als er niets opvalt.
export function letop(kop, meldingen) {
  if (!meldingen.length) return null;
  return maak("div", { class: "kg-letop" }, maak("h3", { class: "kg-kop" }, kop),
    maak("ul", {}, meldingen.map((melding) => maak("li", {}, melding))));
}

// Een rij knoppen waarvan er één gekozen is: `keuzes` zijn {waarde, titel}.
export function keuzerij({ naam, titel, keuzes, nu, kies }) {
  const knop = ({ waarde, titel: woord }) => maak("button", { type: "button", class: "kg-knop", onclick: () => kies(waarde),
    "aria-pressed": String(waarde === nu), "data-sleutel": `${naam}.${waarde}` }, woord);
  return maak("div", { class: "kg-groep", role: "group", "aria-label": titel }, keuzes.map(knop));
}
