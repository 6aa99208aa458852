// Vakken die één keer worden gebouwd en daarna bijgewerkt; pas als er iets anders in hoort, wordt een vak opnieuw gebouwd.
import { maak, ververEn } from "./dom.js";

// `toon(gegevens, bouw, ...nu)`: verschillen de gegevens van de vorige keer, dan geeft `bouw(volg)` de nieuwe inhoud. Wat met
// `volg` is aangemeld, wordt elke keer bijgewerkt. Zo houdt een veld zijn focus en wat erin getypt wordt.
export function maakVak(soort = "div", eigenschappen = {}) {
  const el = maak(soort, eigenschappen);
  let gebouwd = null, volgers = [];
  function toon(gegevens, bouw, ...nu) {
    const sleutel = JSON.stringify(gegevens), volg = () => volgers.forEach((doe) => doe(...nu));
    if (sleutel === gebouwd) return volg();
    gebouwd = sleutel;
    volgers = [];
    for (const veld of el.querySelectorAll("[data-typt]")) veld.dispatchEvent(new Event("kg-rondaf"));
    return ververEn(el, bouw((doe) => volgers.push(doe)), volg);
  }
  return { el, toon };
}
