// De plaat van een plan: per groep wat er staat en wat er mist, een merk per rij.
import { vul } from "../../regels/basis.js";
import { hoofdletter } from "../../regels/zinnen.js";
import { teken } from "../dom.js";

const REGEL = 18, STAP = 15;

const schrijf = (zin, x, y, soort) => teken("text", { x, y, class: soort }, zin);
const merk = (soort, x, y) => teken("circle", { cx: x, cy: y, r: 5, class: `kr-merkje kr-${soort}` });
const streep = (breed, y) => teken("line", { x1: 0, x2: breed, y1: y, y2: y, class: "kr-baan" });

// De kolommen die in de plaat staan: eerst de dingen zelf, dan de gekozen schakels van de keten.
const schakels = ({ keten, plaat }) => keten.filter((s) => !plaat || plaat.includes(s.kolom));
const koppenVan = (regels) => [hoofdletter(regels.dingen), ...schakels(regels).map((s) => s.kop)];

function cellenVan(groep, regels) {
  const { teksten } = regels, dingen = groep.dingen.map((d) => (d.voorbeeld ? "voorbeeld" : "vol")),
    getoond = schakels(regels).map((s) => s.kolom);
  const rest = groep.kolommen.filter((k) => getoond.includes(k.kolom)).map(({ merken, gevuld }) =>
    [merken.length ? vul(teksten.van, { n: String(gevuld), alle: String(merken.length) }) : teksten.niets, merken]);
  return [[dingen.length ? String(dingen.length) : teksten.geen, dingen], ...rest];
}

export function omschrijving(uit, regels) {
  const koppen = koppenVan(regels).map((kop) => kop.toLowerCase());
  const zin = (groep) => `${groep.titel}: ${cellenVan(groep, regels).map(([woord], n) => `${koppen[n]} ${woord}`).join(", ")}`;
  return `${uit.groepen.map(zin).join(". ")}.`;
}

// uit: de uitkomst van regels/plan.js; breed: in pixels.
export function figuur({ uit, regels, breed }) {
  const koppen = koppenVan(regels), vak = breed / koppen.length, past = Math.max(1, Math.floor((vak - 10) / STAP));
  const delen = koppen.map((kop, n) => schrijf(kop, n * vak + 4, REGEL, "kg-sterk"));
  let y = REGEL * 1.6;
  for (const groep of uit.groepen) {
    const cellen = cellenVan(groep, regels);
    delen.push(streep(breed, y), schrijf(groep.titel, 4, y + REGEL, "kr-naam"), cellen.map((cel, n) => tekenCel(cel, n * vak, y, past)));
    y += REGEL * 2.7 + STAP * Math.max(1, ...cellen.map(([, merken]) => Math.ceil(merken.length / past)));
  }
  const onder = legenda(y, breed, regels.teksten), hoog = onder.y;
  delen.push(streep(breed, y), onder.delen);
  const svg = teken("svg", { class: "kg-svg", role: "img", viewBox: `0 0 ${breed} ${hoog}`, width: breed, height: hoog,
    "aria-label": omschrijving(uit, regels) }, delen);
  return { svg, hoog };
}

const tekenCel = ([woord, merken], x, y, past) => [
  schrijf(woord, x + 4, y + REGEL * 2, "kg-as"),
  merken.map((soort, i) => merk(soort, x + 10 + (i % past) * STAP, y + REGEL * 2.7 + Math.floor(i / past) * STAP)),
];

function legenda(boven, breed, teksten) {
  const delen = [];
  let x = 10, y = boven;
  for (const [soort, woord] of [["vol", teksten.vol], ["leeg", teksten.mist], ["voorbeeld", teksten.voorbeeld_van_ons]]) {
    if (x + 10 + woord.length * 7 > breed) [x, y] = [10, y + REGEL];
    delen.push(merk(soort, x, y + REGEL), schrijf(woord, x + 10, y + REGEL + 4, "kg-as"));
    x += 34 + woord.length * 7;
  }
  return { delen, y: y + REGEL * 1.8 };
}
