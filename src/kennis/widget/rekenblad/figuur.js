// De figuur van een rekenblad: staven per jaar of vaste as (een baan per groep), of een staaf per groep. Data in, svg uit.
import { namenOpAssen, toonWaarde } from "../../regels/rekenblad.js";
import { teken } from "../dom.js";

const REGEL = 18, BAAN = 58, STAAF = 14, LETTER = 7;

// uit: de uitkomst van regels/rekenblad.js; breed: in pixels; keuzes.figuur: het nummer van de figuur.
export function figuur({ uit, regels, breed, keuzes = {} }) {
  const vorm = regels.figuren[keuzes.figuur ?? 0], vind = (naam) => uit.resultaten.find((r) => r.naam === naam);
  const resultaat = vind(vorm.resultaat), namen = namenOpAssen(uit, regels), opJaar = resultaat.per.at(-1) !== regels.groep?.naam;
  const banen = opJaar ? banenVan(resultaat, vind(vorm.samen), namen, regels) : [];
  const { delen, hoog } = opJaar ? perJaar(banen, resultaat, namen[resultaat.per.at(-1)], regels, breed) : perGroep(resultaat, uit, regels, breed);
  const onder = legenda(uit, regels, hoog, breed, opJaar);
  const kader = { viewBox: `0 0 ${breed} ${onder.hoog}`, width: breed, height: onder.hoog };
  const label = `${vorm.titel}. ${uit.conclusie.zin}`;
  const svg = teken("svg", { class: "kg-svg", role: "img", "aria-label": label, ...kader }, delen, onder.delen);
  return { svg, hoog: onder.hoog };
}

const schrijf = (zin, x, y, soort, anker = "start") => teken("text", { x, y, class: soort, "text-anchor": anker }, zin);
const streep = (x1, y1, x2, y2, soort) => teken("line", { x1, y1, x2, y2, class: soort });
const staaf = (waarde, plek) => teken("rect", { ...plek, class: waarde < 0 ? "kr-min" : "kr-plus" });
const bekend = (cellen) => cellen.map((cel) => cel.waarde).filter((w) => typeof w === "number");

// Geef een mooi rond getal dat hoogstens zo groot is: 1, 2 of 5 met nullen.
export function rondGetal(hoogste) {
  if (!(hoogste > 0)) return 0;
  const macht = 10 ** Math.floor(Math.log10(hoogste));
  return [5, 2, 1].map((n) => n * macht).find((n) => n <= hoogste) ?? macht;
}

// -- staven per jaar

// Elke baan heeft een naam en een cel per jaar (of per lid van een vaste as); wat alle groepen samen doen, staat bovenaan.
function banenVan(resultaat, samen, namen, { teksten }) {
  const boven = samen ? [{ naam: teksten.samen, cellen: samen.cellen }] : [];
  if (resultaat.per.length === 1) return [...boven, { naam: resultaat.titel, cellen: resultaat.cellen }];
  return [...boven, ...namen[resultaat.per[0]].map((naam, i) => ({ naam, cellen: resultaat.cellen[i] }))];
}

function perJaar(banen, { eenheid }, leden, regels, breed) {
  const waarden = banen.flatMap(({ cellen }) => bekend(cellen));
  if (!waarden.length || !leden.length) return leeg(regels);
  const laag = Math.min(0, ...waarden), hoog = Math.max(0, ...waarden), schaal = BAAN / (hoog - laag || 1);
  const rond = rondGetal(Math.max(hoog, -laag)), lijnen = [rond, -rond].filter((w) => w && w <= hoog && w >= laag);
  // Links staan de bedragen bij de lijnen; de langste bepaalt hoe breed die kant is.
  const kant = Math.max(24, ...lijnen.map((w) => toonWaarde(w, eenheid).length * LETTER + 8));
  const maat = { breed, eenheid, lijnen, hoog, schaal, kant, vak: (breed - kant) / leden.length };
  const delen = banen.map(({ naam, cellen }, n) => tekenBaan(naam, cellen, n * (BAAN + REGEL * 2.4), maat));
  const onder = banen.length * (BAAN + REGEL * 2.4);
  return { delen: [delen, jaartallen(leden, onder + 6, maat)], hoog: onder + REGEL };
}

function tekenBaan(naam, cellen, boven, maat) {
  const { breed, eenheid, lijnen, schaal, kant, vak } = maat, nul = boven + REGEL * 1.9 + maat.hoog * schaal;
  const lijn = (w) => {
    const y = nul - w * schaal;
    return [streep(kant, y, breed, y, "kr-raster"), schrijf(toonWaarde(w, eenheid), kant - 6, y + 4, "kg-as", "end")];
  };
  return [
    schrijf(naam, 2, boven + REGEL, "kg-sterk"),
    lijnen.map(lijn),
    streep(kant, nul, breed, nul, "kr-nul"),
    cellen.map(({ waarde }, i) => tekenStaaf(waarde, kant + i * vak, nul, maat)),
  ];
}

function tekenStaaf(waarde, links, nul, { schaal, vak }) {
  if (typeof waarde !== "number") return schrijf("?", links + vak / 2, nul - 3, "kg-as", "middle");
  const breed = Math.min(36, vak * 0.72), hoog = Math.abs(waarde) * schaal;
  return staaf(waarde, { x: links + (vak - breed) / 2, y: waarde < 0 ? nul : nul - hoog, width: breed, height: hoog });
}

function jaartallen(jaren, y, { vak, kant }) {
  const stap = Math.ceil((Math.max(...jaren.map((j) => j.length)) * LETTER + 6) / vak);
  return jaren.map((jaar, i) => i % stap === 0 && schrijf(jaar, kant + (i + 0.5) * vak, y, "kg-as", "middle")).filter(Boolean);
}

// -- een staaf per groep, met van hoe slecht tot hoe goed het kan gaan

function perGroep({ cellen, eenheid }, uit, regels, breed) {
  const waarden = cellen.flatMap((cel) => [cel.tegen, cel.waarde, cel.mee]).filter((w) => typeof w === "number");
  if (!waarden.length) return leeg(regels);
  const laag = Math.min(0, ...waarden), hoog = Math.max(0, ...waarden), naarX = (w) => 4 + ((w - laag) / (hoog - laag || 1)) * (breed - 8);
  const delen = cellen.map((cel, i) => tekenRij(uit.groepen[i], cel, i * (REGEL * 1.5 + STAAF), { naarX, breed, eenheid }));
  const onder = cellen.length * (REGEL * 1.5 + STAAF);
  return { delen: [streep(naarX(0), 0, naarX(0), onder, "kr-nul"), delen], hoog: onder };
}

function tekenRij(naam, { tegen, waarde, mee }, boven, { naarX, breed, eenheid }) {
  const midden = boven + REGEL + 4 + STAAF / 2, is = (w) => typeof w === "number";
  const begin = naarX(0), einde = is(waarde) ? naarX(waarde) : begin;
  const plek = { x: Math.min(begin, einde), y: midden - STAAF / 2, width: Math.abs(einde - begin), height: STAAF };
  const punt = (w) => streep(naarX(w), midden - 5, naarX(w), midden + 5, "kr-bereik");
  return [
    schrijf(naam, 2, boven + REGEL, "kg-sterk"),
    schrijf(toonWaarde(waarde, eenheid, "?"), breed - 2, boven + REGEL, "kg-as", "end"),
    is(waarde) && staaf(waarde, plek),
    is(tegen) && is(mee) && tegen !== mee && [streep(naarX(tegen), midden, naarX(mee), midden, "kr-bereik"), punt(tegen), punt(mee)],
  ];
}

// -- eronder

const leeg = ({ teksten }) => ({ delen: [schrijf(teksten.geen_figuur, 2, REGEL, "kg-as")], hoog: REGEL * 1.5 });

function legenda(uit, { teksten }, y, breed, opJaar) {
  const tekens = [["kr-plus", teksten.legenda_plus], ["kr-min", teksten.legenda_min]], delen = [];
  if (!opJaar && uit.onzeker) tekens.push(["kr-bereik", teksten.legenda_bereik]);
  let x = 2, regel = y + REGEL * 1.3;
  for (const [soort, woord] of tekens) {
    const lang = 26 + woord.length * LETTER;
    if (x > 2 && x + lang > breed) { x = 2; regel += REGEL; }
    const vlak = () => teken("rect", { x, y: regel - 11, width: 14, height: 12, class: soort });
    delen.push(soort === "kr-bereik" ? streep(x, regel - 5, x + 14, regel - 5, soort) : vlak(), schrijf(woord, x + 20, regel, "kg-as"));
    x += lang + 10;
  }
  return { delen, hoog: regel + REGEL * 0.6 };
}

