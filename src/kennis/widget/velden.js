// Invulvelden en tabellen uit een kolombeschrijving. Wat niet mag, komt niet in de stand; de melding staat bij het veld.
import { controleerCel, schrijfGetal } from "../kolommen.js";
import { leeg } from "../woord.js";
import { knop, maak, nieuwId } from "./dom.js";

const alsTekst = (waarde) => (leeg(waarde) ? "" : typeof waarde === "number" ? schrijfGetal(waarde) : waarde);

// Maak één invulveld. `bewaar(waarde)` geeft een foutzin terug of niets.
export function maakVeld(kolom, waarde, sleutel, naam, bewaar) {
  const fout = maak("span", { class: "kg-fout", id: nieuwId(), "aria-live": "polite" });
  const gedeeld = { "data-sleutel": sleutel, "aria-label": naam, "aria-describedby": fout.id, class: "kg-veld kg-" + kolom.soort };
  const lijst = kolom.soort === "keuze";
  const veld = lijst
    ? maak("select", gedeeld, kolom.verplicht ? null : maak("option", { value: "" }, "–"), kolom.waarden.map((w) => maak("option", { value: w, selected: w === waarde }, w)))
    : maak("input", { ...gedeeld, type: "text", inputmode: kolom.soort === "tekst" ? null : "decimal", autocomplete: "off", value: alsTekst(waarde) });
  veld.addEventListener("change", () => {
    const gelezen = controleerCel(veld.value, kolom);
    const bezwaar = gelezen.fout ?? bewaar(gelezen.waarde);
    fout.textContent = bezwaar ? bezwaar.charAt(0).toUpperCase() + bezwaar.slice(1) : "";
    veld.toggleAttribute("aria-invalid", Boolean(bezwaar));
    if (bezwaar) veld.setAttribute("aria-invalid", "true");
  });
  return maak("span", { class: "kg-veldvak" }, veld, fout);
}

export function metLabel(kolom, waarde, sleutel, bewaar) {
  return maak("div", { class: "kg-regel" }, maak("span", { class: "kg-label", "aria-hidden": "true" }, kolom.kop + (kolom.eenheid ? ` (${kolom.eenheid})` : "")),
    maakVeld(kolom, waarde, sleutel, kolom.kop, bewaar), kolom.uitleg ? maak("span", { class: "kg-uitleg" }, kolom.uitleg) : null);
}

// Maak een tabel om in te vullen. `rijen` is wat er staat, `wijzig(i, kolom, waarde)` bewaart één cel.
export function maakTabel({ titel, kolommen, rijen, sleutel, wijzig, verwijder }) {
  const kop = maak("tr", {}, kolommen.map((k) => maak("th", { scope: "col" }, k.kop)), verwijder ? maak("th", { scope: "col" }, "Weg") : null);
  const romp = rijen.map((rij, i) => {
    const naam = alsTekst(rij[kolommen[0].sleutel]) || `rij ${i + 1}`;
    const cellen = kolommen.map((k) => maak("td", {}, maakVeld(k, rij[k.sleutel], `${sleutel}.${i}.${k.sleutel}`, `${k.kop} van ${naam}`, (w) => wijzig(i, k, w))));
    const weg = verwijder ? maak("td", {}, knop("×", () => verwijder(i), { "aria-label": `Verwijder ${naam}`, class: "kg-knop kg-weg" })) : null;
    return maak("tr", {}, cellen, weg);
  });
  return maak("div", { class: "kg-schuif", role: "region", tabindex: "0", "aria-label": titel }, maak("table", { class: "kg-tabel" }, maak("caption", {}, titel), maak("thead", {}, kop), maak("tbody", {}, romp)));
}

// Maak een tabel om te lezen.
export function leesTabel(titel, koppen, rijen) {
  const rij = (cellen) => maak("tr", {}, cellen.map((c, i) => maak(i ? "td" : "th", i ? {} : { scope: "row" }, c)));
  return maak("div", { class: "kg-schuif", role: "region", tabindex: "0", "aria-label": titel },
    maak("table", { class: "kg-tabel" }, maak("caption", {}, titel), maak("thead", {}, maak("tr", {}, koppen.map((k) => maak("th", { scope: "col" }, k)))), maak("tbody", {}, rijen.map(rij))));
}
