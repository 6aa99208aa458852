// Een tabel om te lezen: een titel, koppen, en rijen van cellen die al elementen of tekst zijn.
import { maak } from "./dom.js";

export function maakTabelElement(titel, koppen, rijen, eigenschappen = { class: "kg-tabel" }) {
  const kop = maak("tr", {}, koppen.map((k) => maak("th", { scope: "col" }, k)));
  const romp = rijen.map((cellen) => maak("tr", {}, cellen.map((c, i) => maak(i ? "td" : "th", i ? {} : { scope: "row" }, c))));
  return maak("table", eigenschappen, maak("caption", {}, titel), maak("thead", {}, kop), maak("tbody", {}, romp));
}

// Met een vak eromheen dat op een smal scherm schuift.
export const leesTabel = (titel, koppen, rijen) =>
  maak("div", { class: "kg-schuif", role: "region", tabindex: "0", "aria-label": titel }, maakTabelElement(titel, koppen, rijen));
