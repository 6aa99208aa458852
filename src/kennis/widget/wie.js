// Wie er nu scoort: een naam of een rol. Wie zijn naam verandert nadat hij scoorde, zegt of hij dezelfde persoon is.
import { hernoem } from "../dossier/verwijzingen.js";
import { schoon } from "../woord.js";
import { vul } from "../regels/basis.js";
import { knop, maak, nieuwId } from "./dom.js";
import { volgTypen } from "./typen.js";
import { maakVak } from "./vak.js";
import teksten from "./gedeeld.json";

// Wie een andere naam krijgt, krijgt haar overal in het dossier.
export function hernoemMens(stand, beschrijvingen, oud, nieuw) {
  const nu = stand.nu();
  const alle = { mensen: { kolommen: [{ sleutel: "naam", uniek: true }] }, ...beschrijvingen };
  stand.zet({ ...nu, secties: hernoem(nu.secties, alle, "mensen", oud, nieuw), keuzes: { ...nu.keuzes, wie: nieuw } });
}

// `personen()` zijn wie al scoorden; `hernoem(oud, nieuw)` zet hun scores op een andere naam; `straks` tekent opnieuw.
export function maakWie({ stand, anders = "", personen, hernoem: geefNaam, straks }) {
  const nu = () => stand.keuze("wie", anders), uitleg = maak("span", { class: "kg-uitleg", id: nieuwId() }, teksten.wie_uitleg);
  const veld = maak("input", { type: "text", class: "kg-veld", autocomplete: "off", id: nieuwId(), "data-sleutel": "wie",
    "aria-describedby": uitleg.id });
  const bekend = maakVak(), vraagvak = maakVak("div", { "aria-live": "polite" });
  let vraag = null;

  const vind = (naam) => personen().find((p) => p.toLowerCase() === naam.toLowerCase());
  function kies(naam) {
    const oud = nu();
    // Alleen een hoofdletter anders is dezelfde persoon.
    if (naam !== oud && vind(naam) === oud) return geefNaam(oud, naam);
    const nieuw = vind(naam) ?? naam;
    vraag = oud && nieuw && oud !== nieuw && vind(oud) && !vind(nieuw) ? { oud, nieuw } : null;
    stand.zetKeuze("wie", nieuw);
    straks();
  }
  function beslis(zelfde) {
    if (zelfde) geefNaam(vraag.oud, vraag.nieuw);
    vraag = null;
    veld.focus();
    straks();
  }
  // Een halve naam is nog niemand; zij telt pas als het veld of de pagina wordt verlaten.
  volgTypen(veld, (klaar) => klaar && kies(schoon(veld.value)));

  function toon() {
    if (veld !== document.activeElement && veld.value !== nu()) veld.value = nu();
    const anderen = personen().filter((naam) => naam !== nu());
    bekend.toon(anderen, () => anderen.length
      && maak("ul", { class: "kg-chips", "aria-label": teksten.wie_lijst }, maak("li", {}, teksten.wie_bekend),
      anderen.map((naam) => maak("li", {}, knop(naam, () => kies(naam), { class: "kg-knop kg-chip" })))));
    const open = vraag && vraag.nieuw === nu() && vind(vraag.oud) && !vind(vraag.nieuw) ? vraag : null;
    vraagvak.toon(open, () => open && maak("div", { class: "kg-letop" }, maak("p", {}, vul(teksten.wie_vraag, open)),
      maak("div", { class: "kg-balk" },
      knop(vul(teksten.wie_zelfde, open), () => beslis(true)), knop(vul(teksten.wie_ander, open), () => beslis(false)))));
  }
  const el = maak("div", { class: "kg-scherm" },
    maak("div", { class: "kg-regel" }, maak("label", { class: "kg-label", for: veld.id }, teksten.wie), veld, uitleg), vraagvak.el,
      bekend.el);
  return { el, toon, nu };
}
