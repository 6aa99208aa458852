// De grond van het veld: maten, vakken en assen. Alles hier volgt uit de regels en de breedte.
import { breedte } from "../../regels/namen.js";
import { breek } from "../../regels/zinnen.js";
import { teken } from "../dom.js";

export const TOP = 10;
export const LETTER = 13;
export const REGEL = 16;
const LINKS = 30, RECHTS = 8, BOVEN = 22, ONDER = 30;

export const afgerond = (waarde) => Math.floor(Math.min(TOP, Math.max(0, waarde)) * 10 + 0.5) / 10;

// De maten bij een breedte, met de weg van een waarde (0 tot 10) naar een plek in pixels en terug.
export function maten(breed) {
  const hoog = Math.round(Math.min(560, Math.max(400, breed * 0.8)));
  const lang = breed - LINKS - RECHTS, diep = hoog - BOVEN - ONDER;
  return {
    breed,
    hoog,
    vlak: [LINKS, BOVEN, lang, diep],
    naarX: (x) => LINKS + (x / TOP) * lang,
    naarY: (y) => hoog - ONDER - (y / TOP) * diep,
    vanX: (px) => afgerond(((px - LINKS) / lang) * TOP),
    vanY: (py) => afgerond(((hoog - ONDER - py) / diep) * TOP),
  };
}

function vlakVan(kwadrant, regels, maat) {
  const [x0, x1] = kwadrant.x === "hoog" ? [regels.grens, TOP] : [0, regels.grens];
  const [y0, y1] = kwadrant.y === "hoog" ? [regels.grens, TOP] : [0, regels.grens];
  const x = maat.naarX(x0), y = maat.naarY(y1);
  return { x, y, width: maat.naarX(x1) - x, height: maat.naarY(y0) - y };
}

// De naam van elk vak, in zijn hoek; op een smal scherm op meer regels. `doos` is wat zij bezet houdt.
export function vaknamen(regels, maat) {
  return regels.kwadranten.map((kwadrant) => {
    const vlak = vlakVan(kwadrant, regels, maat), rechts = kwadrant.x === "hoog";
    const zinnen = breek(kwadrant.titel, Math.max(8, Math.floor((vlak.width - 16) / (LETTER * 0.62))));
    const breed = Math.max(...zinnen.map(breedte)) * LETTER, hoog = zinnen.length * REGEL + 3;
    const x = rechts ? vlak.x + vlak.width - 8 : vlak.x + 8;
    const y = kwadrant.y === "hoog" ? vlak.y + 3 : vlak.y + vlak.height - 4 - hoog;
    return { kwadrant, zinnen, x, y, anker: rechts ? "end" : "start", doos: [rechts ? x - breed : x, y, breed, hoog] };
  });
}

export function tekenGrond(regels, maat) {
  const vakken = regels.kwadranten.map((k) => teken("rect", { ...vlakVan(k, regels, maat), class: `kg-vak kg-vul-${k.kleur}` }));
  const namen = vaknamen(regels, maat).map(({ kwadrant, zinnen, x, y, anker }) =>
    teken("text", { "text-anchor": anker, class: `kg-vaknaam kg-inkt-${kwadrant.kleur}` },
      zinnen.map((zin, n) => teken("tspan", { x, y: y + n * REGEL + LETTER }, zin))));
  return teken("g", {}, vakken, namen, assen(regels, maat));
}

function assen({ x, y }, { breed, hoog, naarY }) {
  const as = (tekst, eigenschappen) => teken("text", { class: "kg-as", ...eigenschappen }, tekst);
  const staand = (waarde) => ({ transform: `translate(20 ${naarY(waarde)}) rotate(-90)` });
  return [
    as(`${y.titel} ↑`, { x: 2, y: 14, class: "kg-as kg-astitel" }),
    as(`${x.titel} →`, { x: (LINKS + breed - RECHTS) / 2, y: hoog - 9, "text-anchor": "middle", class: "kg-as kg-astitel" }),
    as(x.laag, { x: LINKS, y: hoog - 10 }),
    as(x.hoog, { x: breed - RECHTS, y: hoog - 10, "text-anchor": "end" }),
    as(y.laag, staand(0)),
    as(y.hoog, { ...staand(TOP), "text-anchor": "end" }),
  ];
}
