// Het plaatje van een veld: uit wat de regels zeggen naar svg. Zonder gereedschap eromheen te gebruiken.
import { toon, vul } from "../../regels/basis.js";
import { breedte, plaatsNamen } from "../../regels/namen.js";
import { breek } from "../../regels/zinnen.js";
import { teken, zet } from "../dom.js";
import { LETTER, maten, REGEL, tekenGrond, vaknamen } from "./grond.js";

const GAT = 4, KLEIN = 12;

// uit: de uitkomst van regels/veld.js; breed: in pixels; keuzes.maat: "oppervlakte" of "diameter".
export function figuur({ uit, regels, breed, keuzes = {} }) {
  const maat = maten(breed), plekken = indeling(uit, regels, maat, keuzes), onder = onderschrift(uit, plekken, regels, maat, keuzes);
  const hoog = maat.hoog + onder.hoog;
  const svg = teken("svg", { class: "kg-svg", role: "img", viewBox: `0 0 ${breed} ${hoog}`, width: breed, height: hoog,
    "aria-label": omschrijving(regels) },
    tekenGrond(regels, maat), plekken.map((plek) => zetPunt(maakPunt(), plek).g), onder.groep);
  return { svg, hoog };
}

export const omschrijving = ({ titel, x, y, teksten }) => vul(teksten.label, { titel, x: x.titel.toLowerCase(), y: y.titel.toLowerCase() });

export const puntzin = (punt, { x, y, teksten }) =>
  vul(teksten.punt, { naam: punt.naam, x: x.titel.toLowerCase(), y: y.titel.toLowerCase(), x_waarde: toon(punt.x), y_waarde: toon(punt.y),
    vak: punt.titel });

// -- waar alles staat

function straal(punt, regels, { breed }, keuzes) {
  if (!regels.grootte) return 9;
  const deel = punt[`straal_${keuzes.maat ?? "oppervlakte"}`];
  return deel === null ? 7 : Math.max(4, deel * Math.min(46, breed / 9));
}

// Geef per zichtbaar punt waar het staat en waar zijn naam of nummer komt. Grote cirkels eerst, anders verdwijnen de kleine.
export function indeling(uit, regels, maat, keuzes) {
  const letters = maat.breed < 480 ? 15 : 22;
  const plekken = uit.punten.map((punt, i) => ({ punt, i })).filter(({ punt }) => punt.kwadrant !== null).map(({ punt, i }) => {
    const zinnen = breek(punt.naam, letters), nummer = String(i + 1);
    return {
      i, punt, zinnen, nummer, x: maat.naarX(punt.x), y: maat.naarY(punt.y), r: straal(punt, regels, maat, keuzes),
      kleur: regels.kwadranten.find((k) => k.sleutel === punt.kwadrant).kleur, bel: Boolean(regels.grootte),
      streepX: punt.x_van === null ? null : [maat.naarX(punt.x_van), maat.naarX(punt.x_tot)],
      streepY: punt.y_van === null ? null : [maat.naarY(punt.y_van), maat.naarY(punt.y_tot)],
      // Een naam van meer dan twee regels hoort in de lijst; hier krijgt het punt dan een nummer.
      b: zinnen.length > 2 ? Infinity : Math.max(...zinnen.map(breedte)) * LETTER, h: zinnen.length * REGEL,
        nb: breedte(nummer) * KLEIN + 4, nh: REGEL,
    };
  });
  plekken.sort((a, b) => b.r - a.r);
  const namen = plaatsNamen(plekken, maat.vlak, vaknamen(regels, maat).map(({ doos }) => doos), GAT, plekken.flatMap(strepen));
  return plekken.map((plek, n) => ({ ...plek, naam: namen[n] }));
}

// De strepen van de spreiding als smalle vlakken; een naam ligt daar liever niet op.
function strepen({ x, y, streepX, streepY }) {
  return [streepX && [streepX[0], y - 1, streepX[1] - streepX[0], 2], streepY
    && [x - 1, streepY[1], 2, streepY[0] - streepY[1]]].filter(Boolean);
}

// -- één punt

export function maakPunt() {
  const delen = {
    streepX: teken("line", { class: "kg-spreiding" }), streepY: teken("line", { class: "kg-spreiding" }),
      lijn: teken("line", { class: "kg-naamlijn" }),
    stip: teken("circle", { class: "kg-stip" }), naam: teken("text", { class: "kg-naam" }), hand: teken("circle", { class: "kg-hand" }),
  };
  return { g: teken("g", { class: "kg-punt" }, Object.values(delen)), ...delen };
}

export function zetPunt(deel, plek) {
  const { x, y, r, kleur, punt, bel, naam } = plek;
  const soort = ["kg-stip", `kg-stip-${kleur}`, punt.illustratief && "kg-illustratief", bel && "kg-bel"].filter(Boolean).join(" ");
  zet(deel.stip, { cx: x, cy: y, r, class: soort });
  zet(deel.hand, { cx: x, cy: y, r: Math.max(r, 16) });
  zetLijn(deel.streepX, plek.streepX && [plek.streepX[0], y, plek.streepX[1], y]);
  zetLijn(deel.streepY, plek.streepY && [x, plek.streepY[0], x, plek.streepY[1]]);
  zetLijn(deel.lijn, naam.lijn);
  const zinnen = naam.soort === "naam" ? plek.zinnen : [plek.nummer];
  zet(deel.naam, { "text-anchor": naam.anker, class: `kg-naam kg-naam-${naam.soort}` });
  deel.naam.replaceChildren(...zinnen.map((zin, n) => teken("tspan", { x: naam.x, y: naam.y + n * REGEL + REGEL * 0.78 }, zin)));
  return deel;
}

function zetLijn(lijn, plek) {
  lijn.style.display = plek ? "" : "none";
  if (plek) zet(lijn, { x1: plek[0], y1: plek[1], x2: plek[2], y2: plek[3] });
}

// -- onder het veld: welk nummer wie is, en wat de tekens betekenen

export function onderschrift(uit, plekken, regels, maat, keuzes) {
  const genummerd = plekken.filter(({ naam }) => naam.soort !== "naam").sort((a, b) => a.i - b.i);
  const groep = teken("g");
  let y = maat.hoog + 4;
  const schrijf = (items, soort) => {
    for (const zin of stroom(items, maat.breed)) groep.append(teken("text", { x: 2, y: (y += REGEL), class: soort }, zin));
  };
  schrijf(genummerd.map(({ nummer, punt }) => `${nummer} ${punt.naam}`), null);
  schrijf(legenda(uit, regels, keuzes), "kg-as");
  return { groep, hoog: y > maat.hoog + 4 ? y - maat.hoog + 8 : 0 };
}

function legenda({ punten }, { grootte, teksten }, keuzes) {
  const zichtbaar = punten.filter((p) => p.kwadrant !== null);
  return [
    grootte && vul(teksten[`legenda_${keuzes.maat ?? "oppervlakte"}`], { grootte: grootte.titel.toLowerCase() }),
    zichtbaar.some((p) => p.x_van !== null || p.y_van !== null) && teksten.legenda_spreiding,
    zichtbaar.some((p) => p.illustratief) && teksten.legenda_illustratief,
    zichtbaar.length < punten.length && vul(teksten.legenda_zonder,
      { namen: punten.filter((p) => p.kwadrant === null).map((p) => p.naam).join(", ") }),
  ].filter(Boolean);
}

// Zet stukken achter elkaar op regels die passen.
function stroom(items, breed) {
  const letters = Math.floor(breed / (LETTER * 0.56)), regels = [];
  for (const deel of items.flatMap((item) => breek(item, letters))) {
    if (regels.length && regels.at(-1).length + deel.length + 3 <= letters) regels[regels.length - 1] += ` · ${deel}`;
    else regels.push(deel);
  }
  return regels;
}
