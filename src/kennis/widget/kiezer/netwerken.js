// Wie een netwerk bestuurt: per optie een tekening met de eigen organisaties als nummers, en de namen eronder.
import { vul } from "../../regels/basis.js";
import { breek } from "../../regels/zinnen.js";
import { teken } from "../dom.js";

const LETTER = 7.2, LEEG = 6, NUMMERS = 16;

const lijn = ([x1, y1], [x2, y2], soort) => teken("line", { x1, y1, x2, y2, class: soort });
const woord = (x, y, tekst, soort) => teken("text", { x, y: y + 4.5, "text-anchor": "middle", class: soort }, tekst);

function knoop([x, y], tekst, stuurt, straal) {
  return [teken("circle", { cx: x, cy: y, r: straal, class: stuurt ? "kk-vast" : "kk-knoop" }), tekst
    && woord(x, y, tekst, stuurt ? "kk-wit" : null)].filter(Boolean);
}

// "samen": iedereen stuurt met iedereen. "deelnemer": één deelnemer stuurt en staat in het midden. "apart": een aparte organisatie
// stuurt.
const TEKENINGEN = {
  samen: { binnen: (plekken) => [teken("path", { class: "kk-band", d: plekken.flatMap((een, i) =>
    plekken.slice(i + 1).map((ander) => `M${een}L${ander}`)).join("") })], stuurt: true },
  deelnemer: { binnen: sturing, kern: (midden, { woorden, leider }) => knoop(midden, leider < 0 ? "?" : woorden[leider], true, 17) },
  apart: { binnen: sturing, kern: (midden, { apart }) =>
    [teken("rect", { x: midden[0] - 22, y: midden[1] - 15, width: 44, height: 30, rx: 5, class: "kk-vast" }),
    woord(...midden, apart, "kk-wit")] },
};

// Dikke lijnen vanuit het midden, en stippellijnen tussen de deelnemers.
function sturing(plekken, midden) {
  const contact = plekken.length > 2 ? plekken.map((plek, i) => lijn(plek, plekken[(i + 1) % plekken.length], "kk-contact")) : [];
  return [...plekken.map((plek) => lijn(midden, plek, "kk-stuur")), ...contact];
}

function kring([cx, cy], straal, aantal) {
  const hoek = (n) => (2 * Math.PI * n) / Math.max(1, aantal) - Math.PI / 2;
  return Array.from({ length: aantal }, (_, n) => [cx + straal * Math.cos(hoek(n)), cy + straal * Math.sin(hoek(n))]);
}

function tekenNetwerk(naam, midden, straal, wie) {
  const { binnen, kern, stuurt = false } = TEKENINGEN[naam],
    rand = wie.woorden.map((_, i) => i).filter((i) => naam !== "deelnemer" || i !== wie.leider);
  const plekken = kring(midden, straal, rand.length), dik = Math.max(2, Math.min(12, (Math.PI * straal) / Math.max(1, rand.length) - 1));
  return [binnen(plekken, midden), rand.map((i, n) => knoop(plekken[n], wie.woorden[i], stuurt, dik)), kern ? kern(midden, wie) : []];
}

// Iedereen is getekend; een naam en een nummer krijgen zij zolang dat te lezen blijft.
export function netwerken({ uit, regels, breed }) {
  const { netwerk, teksten, opties } = regels, kolommen = breed >= 560 ? 3 : 1, ruim = breed / kolommen, vak = Math.min(250, ruim);
  const { namen } = uit, genummerd = namen.length <= NUMMERS;
  const woorden = namen.length ? namen.map((_, i) => (genummerd ? String(i + 1) : "")) : Array(LEEG).fill("");
  const wie = { woorden, leider: namen.indexOf(uit.leider), apart: netwerk.apart }, groep = teken("g");
  let hoog = 0;
  opties.forEach((optie, nummer) => {
    const cx = (nummer % kolommen) * ruim + ruim / 2, boven = 14 + Math.floor(nummer / kolommen) * (vak + 20);
    const titel = breek(optie.titel, Math.floor((ruim - 10) / LETTER)).map(
      (zin, i) => teken("text", { x: cx, y: boven + i * 16, "text-anchor": "middle", class: "kk-vet" }, zin));
    groep.append(...titel, ...tekenNetwerk(netwerk.tekeningen[optie.sleutel], [cx, boven + 8 + vak / 2], vak / 2 - 34, wie).flat(3));
    hoog = boven + vak;
  });
  const schrijf = (zin, soort) => { for (const deel of breek(zin, Math.floor(breed / LETTER))) groep.append(
    teken("text", { x: 0, y: (hoog += 17), class: soort }, deel)); };
  schrijf(teksten.tekening, "kk-grijs");
  if (uit.telling) schrijf(uit.telling, null);
  for (const zin of naamregels(namen, netwerk.meest, genummerd, teksten)) schrijf(zin, null);
  return { groep, hoog: hoog + 10 };
}

function naamregels(namen, meest, genummerd, { lijstregel, meer }) {
  if (!genummerd) return [];
  const rest = namen.length - meest, zinnen = namen.slice(0, meest).map((naam, i) => vul(lijstregel, { n: String(i + 1), naam }));
  return rest > 0 ? [...zinnen, vul(meer, { n: String(rest) })] : zinnen;
}
