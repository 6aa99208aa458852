// De plaat van een scan: per regel een baan, met het bereik, een stip per persoon en het gemiddelde.
import { toon, vul } from "../../regels/basis.js";
import { gekozen } from "../../regels/rang.js";
import { breek } from "../../regels/zinnen.js";
import { teken } from "../dom.js";

const LETTER = 13 * 0.54, REGEL = 17, STIP = 9, RAND = 12;

// Het deel dat gekozen is (de keuze `deel`), en anders het eerste.
export const deelVan = (uit, keuzes) => uit.delen.find((deel) => deel.sleutel === keuzes.deel) ?? uit.delen[0];

// Per groep of per stelling; met één groep altijd per stelling. Wie kiest en rangschikt, ziet alleen wat gekozen is.
function dingenVan(deel, { beeld }, { rang, teksten }) {
  if (!rang) return { dingen: beeld === "stelling" || deel.groepen.length === 1 ? deel.stellingen : deel.groepen, onder: [] };
  const { dingen, niet } = gekozen(deel.stellingen);
  return { dingen, onder: dingen.length && niet.length ? [vul(teksten.rang_niet_gekozen, { namen: niet.join(", ") })] : [] };
}

// uit: de uitkomst van regels/scan.js; breed: in pixels; keuzes: {deel, beeld}, waarbij `beeld` "groep" of "stelling" is.
export function figuur({ uit, regels, breed, keuzes = {} }) {
  const deel = deelVan(uit, keuzes), nummers = new Map(uit.personen.map((p) => [p.naam, String(p.nummer)]));
  const maat = { breed, top: regels.schaal.top, x: (score) => RAND + (score / regels.schaal.top) * (breed - 2 * RAND) };
  const delen = [], { dingen, onder } = dingenVan(deel, keuzes, regels);
  let y = 0;
  for (const ding of dingen) {
    const blok = tekenBlok(ding, y, maat, regels, nummers);
    delen.push(blok.delen);
    y = blok.y;
  }
  y += REGEL + 6;
  delen.push(schaal(y, maat, regels.schaal));
  for (const zin of legenda(uit, regels, breed, onder)) delen.push(schrijf(zin, 2, (y += REGEL), "kg-as"));
  const hoog = y + 8;
  const svg = teken("svg", { class: "kg-svg", role: "img", viewBox: `0 0 ${breed} ${hoog}`, width: breed, height: hoog,
    "aria-label": omschrijving(deel, regels) }, delen);
  return { svg, hoog };
}

const schrijf = (zin, x, y, soort, anker = "start") => teken("text", { x, y, class: soort, "text-anchor": anker }, zin);

export function omschrijving(deel, regels) {
  const { teksten } = regels, { dingen, onder } = dingenVan(deel, {}, regels);
  const getallen = (g) => ({ gemiddelde: toon(g.gemiddelde), laagste: toon(g.laagste), hoogste: toon(g.hoogste) });
  const zin = (g) => `${g.tekst} ${g.gemiddelde === null ? teksten.geen_cijfers : vul(teksten.bereik, getallen(g))}`;
  return [`${deel.titel}: ${dingen.map(zin).join("; ") || teksten.geen_cijfers}.`, ...onder].join(" ");
}

function tekenBlok(ding, boven, maat, regels, nummers) {
  const zinnen = breek(ding.tekst ?? "", Math.floor((maat.breed - 4) / LETTER)), merk = merkVan(ding, regels), delen = [];
  let y = boven + 8;
  for (const zin of zinnen) delen.push(schrijf(zin, 2, (y += REGEL), "signaal" in ding ? null : "kg-sterk"));
  // Past het gemiddelde achter de naam, dan staat het daar.
  const erachter = (zinnen.at(-1).length + merk.length + 3) * LETTER < maat.breed;
  delen.push(erachter ? schrijf(merk, maat.breed - 2, y, "kg-as", "end") : schrijf(merk, 2, (y += REGEL), "kg-as"));
  const hoogtes = stapel(ding.punten.map((p) => maat.x(p.score)));
  y += 8 + STIP * 2 * (Math.max(0, ...hoogtes) + 1);
  delen.push(tekenBaan(ding, y - STIP, hoogtes, maat, nummers));
  return { delen, y: y + 14 };
}

function merkVan(ding, { teksten, signalen }) {
  const gemiddeld = ding.gemiddelde === null ? teksten.geen_cijfers : vul(teksten.gemiddeld, { gemiddelde: toon(ding.gemiddelde) });
  return [gemiddeld, signalen[ding.signaal]?.naam].filter(Boolean).join(" · ");
}

function tekenBaan(ding, hart, hoogtes, { top, x }, nummers) {
  const lijn = (soort, x1, x2, y1, y2) => teken("line", { class: soort, x1, x2, y1, y2 });
  const streepjes = [0, 0.5, 1].map((deel) => lijn("ks-baan", x(deel * top), x(deel * top), hart - 5, hart + 5));
  const stippen = ding.punten.map((punt, i) => {
    const plek = { x: x(punt.score), y: hart - hoogtes[i] * STIP * 2 };
    return [teken("circle", { class: "ks-punt", cx: plek.x, cy: plek.y, r: STIP }),
      schrijf(nummers.get(punt.persoon), plek.x, plek.y + 4, "ks-nummer", "middle")];
  });
  return [
    lijn("ks-baan", x(0), x(top), hart, hart), streepjes,
    ding.laagste !== null && lijn("ks-bereik", x(ding.laagste), x(ding.hoogste), hart, hart), stippen,
    ding.gemiddelde !== null && teken("path", { class: "ks-midden", d: `M${x(ding.gemiddelde)} ${hart + STIP + 1}l7 11h-14z` }),
  ];
}

// Stippen die elkaar raken, komen boven elkaar.
function stapel(plekken) {
  const gezet = [];
  return plekken.map((px) => {
    let hoogte = 0;
    while (gezet.some(([gx, gh]) => gh === hoogte && Math.abs(gx - px) < STIP * 2)) hoogte++;
    gezet.push([px, hoogte]);
    return hoogte;
  });
}

const schaal = (y, { breed, top, x }, { laag, hoog }) => [
  schrijf(`0 ${laag}`, 2, y, "kg-as"),
  schrijf(toon(top / 2), x(top / 2), y, "kg-as", "middle"),
  schrijf(`${hoog} ${top}`, breed - 2, y, "kg-as", "end"),
];

function legenda({ personen }, { teksten }, breed, onder) {
  const letters = Math.floor(breed / LETTER), regels = onder.flatMap((zin) => breek(zin, letters));
  if (!personen.length) return regels;
  return [...regels, ...breek(personen.map((p) => `${p.nummer} ${p.naam}`).join(" · "), letters), ...breek(teksten.legenda, letters)];
}
