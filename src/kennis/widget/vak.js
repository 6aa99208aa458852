// Vakken die één keer worden gebouwd en daarna bijgewerkt; pas als er iets anders in hoort, wordt een vak opnieuw gebouwd.
import { maak, ververEn } from "./dom.js";

// `toon(gegevens, bouw, ...nu)`: verschillen de gegevens van de vorige keer, dan geeft `bouw(volg)` de nieuwe inhoud. Wat met
// `volg` is aangemeld, wordt elke keer bijgewerkt. Zo houdt een veld zijn focus en wat erin getypt wordt.
function rondTypenAf(el) {
  return [...el.querySelectorAll("[data-typt]")].map((veld) => {
    const { value: tekst, dataset: { sleutel } } = veld;
    veld.dispatchEvent(new Event("kg-rondaf"));
    return { sleutel, tekst };
  });
}

// Wat iemand typte en nog niet meetelde, gaat mee naar het nieuwe veld.
function typVerder(el, { sleutel, tekst }) {
  const veld = [...el.querySelectorAll("[data-sleutel]")].find((een) => een.dataset.sleutel === sleutel);
  if (!veld || veld.value === tekst) return;
  const { selectionStart: van, selectionEnd: tot } = veld;
  veld.value = tekst;
  if (veld === document.activeElement && van !== null) veld.setSelectionRange(van, tot);
  veld.dispatchEvent(new Event("input", { bubbles: true }));
}

export function maakVak(soort = "div", eigenschappen = {}) {
  const el = maak(soort, eigenschappen);
  let gebouwd = null, volgers = [];
  function toon(gegevens, bouw, ...nu) {
    const sleutel = JSON.stringify(gegevens), volg = () => volgers.forEach((doe) => doe(...nu));
    if (sleutel === gebouwd) return volg();
    gebouwd = sleutel;
    volgers = [];
    const typend = rondTypenAf(el);
    ververEn(el, bouw((doe) => volgers.push(doe)), volg);
    typend.forEach((veld) => typVerder(el, veld));
  }
  return { el, toon };
}
