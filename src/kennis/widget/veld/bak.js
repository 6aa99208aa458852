// De bak naast het plaatje: wat nog geen plek heeft. Slepen brengt het naar zijn plek; kiezen opent de gegevens.
import { vul } from "../../regels/basis.js";
import { hint } from "../delen.js";
import { knop, maak } from "../dom.js";
import { maakVak } from "../vak.js";
import { maakSleepbaar } from "./slepen.js";

export class Bak {
  // plaat: het plaatje waar het naartoe gaat; doe: wat ook het plaatje kan (zie Plaat).
  constructor(regels, plaat, doe) {
    Object.assign(this, { regels, plaat, doe, vak: maakVak() });
    this.el = this.vak.el;
  }
  toon({ punten }) {
    const hier = punten.map(({ naam, kwadrant }, i) => ({ naam, kwadrant, i })).filter(({ kwadrant }) => kwadrant === null);
    this.vak.toon(hier, () => hier.length && this.bouw(hier));
  }
  bouw(hier) {
    const { teksten, ding } = this.regels;
    return maak("section", { class: "kg-bak", "aria-label": teksten.bak }, maak("h3", { class: "kg-kop" }, teksten.bak),
      maak("ul", { class: "kg-chips" }, hier.map((een) => maak("li", {}, this.chip(een)))), hint(vul(teksten.bak_uitleg, { ding })));
  }
  chip({ naam, i }) {
    const el = knop(naam, () => this.doe.naarFormulier(i), { class: "kg-knop kg-chip", "data-sleutel": `bak.${i}` });
    const open = this.plaat;
    maakSleepbaar(el, {
      vrij: () => false,
      tik: () => {},
      pak: () => { this.doe.begin(); open.sleept = true; this.doe.kies(i); },
      beweeg: (px, py) => {
        const { left, right, top, bottom } = open.svg.getBoundingClientRect();
        if (px < left || px > right || py < top || py > bottom) return;
        const [x, y] = open.opVeld(px, py);
        this.doe.plaats(i, open.maat.vanX(x), open.maat.vanY(y));
      },
      los: () => { open.sleept = false; this.doe.klaar(); },
    });
    return el;
  }
}
