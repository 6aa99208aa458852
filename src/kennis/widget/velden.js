// Invulvelden en tabellen uit een kolombeschrijving. Wat niet mag, komt niet in de stand; de melding staat bij het veld.
import { controleerCel } from "../kolommen.js";
import { vul } from "../regels/basis.js";
import { alsTekst, hoofdletter } from "../regels/zinnen.js";
import { knop, maak, nieuwId } from "./dom.js";
import { rijSleutel } from "./rijen.js";
import { leesTabel as lees } from "./tabel.js";
import { volgTypen, zetTekst } from "./typen.js";
import teksten from "./gedeeld.json";

export const leesTabel = lees;

// Maak één invulveld. `bewaar(waarde)` geeft een foutzin terug of niets. Met `kolom.lang` is het een veld van meer regels.
export function maakVeld(kolom, waarde, sleutel, naam, bewaar) {
  const fout = maak("span", { class: "kg-fout", id: nieuwId(), "aria-live": "polite" });
  const gedeeld = { "data-sleutel": sleutel, "aria-label": naam, "aria-describedby": fout.id, class: `kg-veld kg-${kolom.soort}` };
  const veld = maakInvoer(kolom, alsTekst(waarde), gedeeld);
  // Zolang iemand typt telt alleen wat al klopt, en wist een leeg veld nog niets.
  const leg = (klaar) => {
    const gelezen = controleerCel(veld.value, kolom);
    if (!klaar && (gelezen.fout || gelezen.waarde === null)) return;
    const bezwaar = gelezen.fout ?? bewaar(gelezen.waarde);
    if (!klaar && bezwaar) return;
    fout.textContent = bezwaar ? hoofdletter(bezwaar) : "";
    veld.toggleAttribute("aria-invalid", Boolean(bezwaar));
    if (bezwaar) veld.setAttribute("aria-invalid", "true");
  };
  if (kolom.soort === "keuze") veld.addEventListener("change", () => leg(true));
  // Een naam telt pas na een korte rust: anders heet iemand onderweg even zoals een ander, en lopen verwijzingen door elkaar.
  else volgTypen(veld, leg, !kolom.uniek);
  return maak("span", { class: "kg-veldvak" }, veld, fout);
}

function maakInvoer(kolom, tekst, gedeeld) {
  if (kolom.soort === "keuze") {
    const leeg = kolom.verplicht ? null : maak("option", { value: "" }, teksten.niets);
    return maak("select", gedeeld, leeg, kolom.waarden.map((w) => maak("option", { value: w, selected: w === tekst }, w)));
  }
  if (kolom.lang) return maak("textarea", { ...gedeeld, rows: 3 }, tekst);
  return maak("input", { ...gedeeld, type: "text", inputmode: kolom.soort === "tekst" ? null : "decimal", autocomplete: "off",
    value: tekst });
}

// Zet in een veld wat er nu hoort te staan; zie zetTekst.
export const zetWaarde = (vak, waarde) => zetTekst(vak.querySelector(".kg-veld"), alsTekst(waarde));

export function metLabel(kolom, waarde, sleutel, bewaar) {
  const kop = maak("span", { class: "kg-label", "aria-hidden": "true", id: nieuwId() },
    kolom.kop + (kolom.eenheid ? ` (${kolom.eenheid})` : ""));
  const uitleg = kolom.uitleg ? maak("span", { class: "kg-uitleg", id: nieuwId() }, kolom.uitleg) : null;
  const vak = maakVeld(kolom, waarde, sleutel, kolom.kop, bewaar), veld = vak.firstChild;
  const uit = [kolom.eenheid && kop.id, uitleg?.id, veld.getAttribute("aria-describedby")].filter(Boolean);
  veld.setAttribute("aria-describedby", uit.join(" "));
  return maak("div", { class: "kg-regel" }, kop, vak, uitleg);
}

// -- een tabel om in te vullen

// Een tabel om in te vullen. `rijen` is wat er staat, `wijzig(i, kolom, waarde)` bewaart één cel. Met `rijkop` ({kop, namen}) heeft
// elke rij een naam vooraan; anders is de eerste kolom haar naam.
export function maakTabel({ titel, kolommen, rijen, sleutel, wijzig, verwijder, rijkop }) {
  const koppen = [...(rijkop ? [rijkop.kop] : []), ...kolommen.map((k) => k.kop), ...(verwijder ? [teksten.weg] : [])];
  const romp = rijen.map((rij, i) => {
    const naam = rijnaam(rij, i, kolommen, rijkop), plek = rijkop?.namen[i] ?? rijSleutel(rij, i);
    const velden = kolommen.map((k) => maakVeld(k, rij[k.sleutel], `${sleutel}.${plek}.${k.sleutel}`, celnaam(k, naam),
      (w) => wijzig(i, k, w)));
    const weg = verwijder && knop("×", () => verwijder(i), { "aria-label": vul(teksten.verwijder, { naam }), class: "kg-knop kg-weg" });
    return [...(rijkop ? [naam] : []), ...velden, ...(weg ? [weg] : [])];
  });
  return leesTabel(titel, koppen, romp);
}

const rijnaam = (rij, i, kolommen, rijkop) => rijkop?.namen[i]
  ?? (alsTekst(rij[kolommen[0].sleutel]) || vul(teksten.rij, { n: String(i + 1) }));
const celnaam = (kolom, naam) => vul(teksten.cel, { kop: kolom.kop, naam });

// Werk een tabel bij die met `maakTabel` is gemaakt; de rijen en kolommen zijn dezelfde, de waarden misschien niet.
export function werkTabelBij(vak, kolommen, rijen, rijkop) {
  [...vak.querySelectorAll("tbody tr")].forEach((regel, i) => {
    const naam = rijnaam(rijen[i], i, kolommen, rijkop);
    regel.querySelectorAll(".kg-veldvak").forEach((veld, n) => {
      zetWaarde(veld, rijen[i][kolommen[n].sleutel]);
      veld.firstChild.setAttribute("aria-label", celnaam(kolommen[n], naam));
    });
    regel.querySelector(".kg-weg")?.setAttribute("aria-label", vul(teksten.verwijder, { naam }));
  });
}
