// Formules als data: ontleden en uitrekenen, zonder eval. Tweeling van formule.py; daar staat wat de functies betekenen.
// `null` is "niet bekend": rekenen met iets onbekends geeft iets onbekends en nooit 0; delen door nul ook.
import { som } from "./basis.js";

const TEKEN = /(\d+(?:\.\d+)?%?)|("[^"]*")|([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)|(<=|>=|<>|[-+*/^=<>(),])/uy;
const LAGEN = [["of"], ["en"], ["=", "<>", "<", "<=", ">", ">="], ["+", "-"], ["*", "/"]], VERGELIJKEN = 2;
const FUNCTIES = {
  als: [3, 3], anders: [2, 2], bekend: [1, 1], som: [1, 2], aantal: [1, 1], gemiddelde: [1, 2], min: [1, 9], max: [1, 9], rond: [1, 2],
  reeks: [2, 60], opgeteld: [1, 1], contante_waarde: [2, 2], terugverdientijd: [1, 1],
};
const LUSSEN = ["som", "aantal", "gemiddelde", "min", "max", "contante_waarde", "terugverdientijd"];

export class FormuleFout extends Error {
  constructor(zin, formule = "", plek = 0) {
    super(formule ? `${zin}. Formule: "${formule}", bij teken ${Array.from(formule.slice(0, plek)).length + 1}.` : `${zin}.`);
    this.zin = zin;
  }
}

// -- ontleden

const bomen = new Map();

export function ontleed(formule) {
  if (!bomen.has(formule)) bomen.set(formule, maakBoom(formule));
  return bomen.get(formule);
}

function maakBoom(formule) {
  const lezer = maakLezer(formule), boom = laag(lezer, 0), nu = lezer.nu();
  const hint = nu === "," ? "; een getal schrijf je met een punt (1.5)" : "";
  if (nu) throw lezer.fout(`hier hoort de formule op te houden, en er staat '${nu}'${hint}`);
  return boom;
}

function maakLezer(formule) {
  const tekens = [];
  for (let plek = 0; plek < formule.length; plek = TEKEN.lastIndex) {
    TEKEN.lastIndex = plek;
    if (" \t\n".includes(formule[plek])) { TEKEN.lastIndex = plek + 1; continue; }
    const teken = TEKEN.exec(formule);
    if (!teken) throw new FormuleFout(`dit hoort niet in een formule: '${String.fromCodePoint(formule.codePointAt(plek))}'`, formule, plek);
    tekens.push([plek, teken[0]]);
  }
  let i = 0;
  const plek = () => tekens[i]?.[0] ?? formule.length, fout = (zin, waar = plek()) => new FormuleFout(zin, formule, waar);
  return { nu: () => tekens[i]?.[1] ?? "", plek, neem: () => tekens[i++][1], fout };
}

// Lees wat met de tekens van een laag aan elkaar zit.
function laag(lezer, nummer) {
  if (nummer === VERGELIJKEN && lezer.nu() === "niet") {
    const plek = lezer.plek();
    lezer.neem();
    return ["niet", plek, laag(lezer, nummer)];
  }
  if (nummer === LAGEN.length) return eenTeken(lezer);
  let links = laag(lezer, nummer + 1);
  while (LAGEN[nummer].includes(lezer.nu())) {
    const plek = lezer.plek(), teken = lezer.neem();
    links = ["op", plek, teken, links, laag(lezer, nummer + 1)];
    const nog = nummer === VERGELIJKEN && LAGEN[nummer].includes(lezer.nu());
    if (nog) throw lezer.fout("vergelijk twee dingen tegelijk; zet anders haakjes");
  }
  return links;
}

function eenTeken(lezer) {
  const voor = lezer.plek();
  if (lezer.nu() === "-") { lezer.neem(); return ["min", voor, eenTeken(lezer)]; }
  const grond = atoom(lezer), plek = lezer.plek();
  if (lezer.nu() !== "^") return grond;
  lezer.neem();
  return ["op", plek, "^", grond, eenTeken(lezer)];
}

function atoom(lezer) {
  const plek = lezer.plek(), teken = lezer.nu();
  if (teken === "(") {
    lezer.neem();
    const binnen = laag(lezer, 0);
    sluit(lezer);
    return binnen;
  }
  if (!/^[a-z0-9"]/.test(teken) || ["en", "of", "niet"].includes(teken))
    throw lezer.fout("hier hoort een getal, een naam of een haakje" + (teken ? `, en er staat '${teken}'` : ", en de formule houdt op"));
  lezer.neem();
  if (teken[0] === '"') return ["vast", plek, teken.slice(1, -1)];
  if (/^\d/.test(teken)) return ["vast", plek, teken.endsWith("%") ? Number(teken.slice(0, -1)) / 100 : Number(teken)];
  return lezer.nu() === "(" ? functie(lezer, teken, plek) : ["naam", plek, teken];
}

function sluit(lezer) {
  if (lezer.nu() !== ")") throw lezer.fout("hier hoort een haakje sluiten");
  lezer.neem();
}

function functie(lezer, naam, plek) {
  if (!Object.hasOwn(FUNCTIES, naam)) throw lezer.fout(`de functie '${naam}' bestaat niet; wel: ${Object.keys(FUNCTIES).join(", ")}`, plek);
  lezer.neem();
  const delen = lezer.nu() === ")" ? [] : [laag(lezer, 0)];
  while (lezer.nu() === ",") { lezer.neem(); delen.push(laag(lezer, 0)); }
  sluit(lezer);
  const [minst, meest] = FUNCTIES[naam], vraagt = minst === meest ? String(minst) : `${minst} tot ${meest}`;
  const wat = vraagt === "1" ? "waarde" : "waarden", staan = delen.length === 1 ? "staat" : "staan";
  const past = delen.length >= minst && delen.length <= meest;
  if (!past) throw lezer.fout(`${naam} vraagt ${vraagt} ${wat}, en er ${staan} er ${delen.length}`, plek);
  return ["roep", plek, naam, delen];
}

// -- assen

// Waar een formule haar namen vindt. kent: naam → assen, of null. leden: as → leden. lees: (naam, plekken) → waarde.
class Omgeving {
  constructor(basis, plekken) {
    this.basis = basis;
    this.plekken = plekken;
  }
  get mist() { return this.basis.mist; }
  leden(as) { return this.basis.leden(as); }
  op(meer) { return new Omgeving(this.basis, { ...this.plekken, ...meer }); }
  assen(boom) {
    const { memo, kent } = this.basis;
    if (!memo.has(boom)) memo.set(boom, assen(boom, kent));
    return memo.get(boom);
  }
}

export const maakOmgeving = ({ plekken = {}, ...basis }) => new Omgeving({ ...basis, mist: [], memo: new Map() }, plekken);

export function assen(boom, kent) {
  const [soort, , naam] = boom;
  if (soort === "naam") {
    const gevonden = kent(naam);
    if (!gevonden) throw new FormuleFout(`de naam '${naam}' bestaat niet`);
    return gevonden;
  }
  if (soort === "roep" && loopt(boom)) return naam === "contante_waarde" ? assen(boom[3][1], kent) : []; // de rente wordt niet opgeteld
  const eigen = soort === "roep" && ["opgeteld", "reeks"].includes(naam) ? ["jaar"] : [];
  return [...new Set([...eigen, ...delenVan(boom).flatMap((deel) => assen(deel, kent))])];
}

const loopt = ([, , naam, delen]) => LUSSEN.includes(naam) && (!["min", "max"].includes(naam) || delen.length === 1);

function delenVan([soort, , eerste, ...rest]) {
  if (soort === "roep") return rest[0];
  return soort === "op" ? rest : soort === "min" || soort === "niet" ? [eerste] : [];
}

// -- rekenen

export function reken(boom, omgeving) {
  const [soort, , eerste, links, rechts] = boom;
  if (soort === "vast") return eerste;
  if (soort === "naam") return omgeving.basis.lees(eerste, omgeving.plekken);
  if (soort === "op") return rekenOp(eerste, links, rechts, omgeving);
  if (soort === "roep") return AANROEP[eerste](links, omgeving);
  const waarde = reken(eerste, omgeving);
  if (soort === "niet") return typeof waarde === "boolean" ? !waarde : null;
  return eindig(waarde) === null ? null : -waarde;
}

const eindig = (waarde) => (typeof waarde === "number" && Number.isFinite(waarde) ? waarde : null);

function rekenOp(teken, links, rechts, omgeving) {
  if (teken === "en" || teken === "of") return logisch(teken === "of", links, rechts, omgeving);
  const a = reken(links, omgeving), b = reken(rechts, omgeving);
  if (a === null || b === null || typeof a !== typeof b) return null;
  if (LAGEN[VERGELIJKEN].includes(teken)) return vergelijk(teken, a, b);
  return typeof a === "number" ? eindig(twee(teken, a, b)) : null;
}

function logisch(genoeg, links, rechts, omgeving) {
  const a = reken(links, omgeving);
  if (a === genoeg) return genoeg;
  const b = reken(rechts, omgeving);
  return b === genoeg || (b === a && typeof a === "boolean") ? b : null;
}

function vergelijk(teken, a, b) {
  if (teken === "=" || teken === "<>") return (a === b) === (teken === "=");
  if (typeof a !== "number") return null;
  return teken === "<" ? a < b : teken === "<=" ? a <= b : teken === ">" ? a > b : a >= b;
}

function twee(teken, a, b) {
  if (teken === "/") return b ? a / b : null;
  if (teken === "^") return macht(a, b);
  return teken === "+" ? a + b : teken === "-" ? a - b : a * b;
}

// Door te vermenigvuldigen: zo rekenen Python en JavaScript precies gelijk.
export function macht(grond, exponent) {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 1000) return null;
  let uit = 1, factor = grond;
  for (let rest = Math.abs(exponent); rest; rest = Math.floor(rest / 2)) {
    if (rest % 2) uit *= factor;
    factor *= factor;
  }
  if (exponent >= 0) return uit;
  return uit ? 1 / uit : null;
}

// -- functies

// De assen die nog niet vastliggen.
function vrij(delen, omgeving) {
  const uit = [];
  for (const as of delen.flatMap((deel) => omgeving.assen(deel)))
    if (!Object.hasOwn(omgeving.plekken, as) && !uit.includes(as)) uit.push(as);
  return uit;
}

// Geef een omgeving voor elke combinatie van leden van die assen.
function lus(delen, omgeving) {
  const assen = vrij(delen, omgeving);
  if (assen.length === 1) return omgeving.leden(assen[0]).map((lid) => omgeving.op({ [assen[0]]: lid }));
  return assen.reduce((alle, as) => alle.flatMap((een) => omgeving.leden(as).map((lid) => een.op({ [as]: lid }))), [omgeving]);
}

// Geef de waarden waar de voorwaarde geldt, of null als er iets niet bekend is of als er niets is om over te lopen.
function waardenVan(delen, omgeving) {
  const uit = [], hier = lus(delen, omgeving);
  if (!hier.length) omgeving.mist.push(...vrij(delen, omgeving).filter((as) => !omgeving.leden(as).length));
  let onbekend = !hier.length;
  for (const een of hier) {
    const telt = delen.length > 1 ? reken(delen[1], een) : true, waarde = telt === true ? eindig(reken(delen[0], een)) : null;
    if (waarde !== null) uit.push(waarde);
    else if (telt !== false) onbekend = true;
  }
  return onbekend ? null : uit;
}

// Reken uit, en vergeet zo nodig wat er daarbij ontbrak.
function stil(deel, omgeving, vergeet) {
  const voor = omgeving.mist.length, waarde = reken(deel, omgeving);
  if (vergeet(waarde)) omgeving.mist.length = voor;
  return waarde;
}

const uiterste = (kies) => (delen, omgeving) => {
  const alle = delen.length === 1 ? waardenVan(delen, omgeving) : delen.map((deel) => eindig(reken(deel, omgeving)));
  return alle?.length && !alle.includes(null) ? kies(...alle) : null;
};

function rond([deel, bij], omgeving) {
  const waarde = eindig(reken(deel, omgeving)), decimalen = bij ? eindig(reken(bij, omgeving)) : 0;
  if (waarde === null || decimalen === null || !Number.isInteger(decimalen) || Math.abs(decimalen) > 9) return null;
  const factor = macht(10, Math.abs(decimalen)), geschaald = decimalen >= 0 ? Math.abs(waarde) * factor : Math.abs(waarde) / factor;
  if (!Number.isFinite(geschaald)) return null;
  const heel = Math.floor(geschaald + 0.5), uit = decimalen >= 0 ? heel / factor : heel * factor;
  return eindig(waarde < 0 ? -uit : uit);
}

function jaarVan(naam, omgeving) {
  if (!Object.hasOwn(omgeving.plekken, "jaar")) throw new FormuleFout(`${naam} hoort in een formule per jaar`);
  return omgeving.plekken.jaar;
}

// Geef per jaar de som over de andere assen die nog openstaan.
function perJaar(deel, omgeving, tot = Infinity) {
  const alle = omgeving.leden("jaar").filter((jaar) => jaar <= tot).map((jaar) => waardenVan([deel], omgeving.op({ jaar })));
  return alle.length && !alle.includes(null) ? alle.map(som) : null;
}

function contanteWaarde([deel, rente], omgeving) {
  const waarden = perJaar(deel, omgeving), r = eindig(reken(rente, omgeving));
  if (waarden === null || r === null) return null;
  const factoren = omgeving.leden("jaar").map((jaar) => macht(1 + r, jaar));
  return factoren.every(Boolean) ? eindig(som(waarden.map((w, i) => w / factoren[i]))) : null;
}

function terugverdientijd([deel], omgeving) {
  const waarden = perJaar(deel, omgeving), jaren = omgeving.leden("jaar");
  if (waarden === null) return null;
  let stand = 0, tijd = jaren[0];
  waarden.forEach((waarde, i) => {
    const nieuw = stand + waarde;
    // Binnen het jaar waarin de stand door nul gaat, rekenen wij naar rato.
    if (stand < 0 && nieuw >= 0) tijd = jaren[i] - 1 + -stand / waarde;
    stand = nieuw;
  });
  return stand >= 0 ? eindig(tijd) : null;
}

const tel = (waarden) => (waarden === null ? null : eindig(som(waarden)));

const AANROEP = {
  als([voorwaarde, dan, anders], omgeving) {
    const waar = reken(voorwaarde, omgeving);
    return typeof waar === "boolean" ? reken(waar ? dan : anders, omgeving) : null;
  },
  anders([deel, reserve], omgeving) {
    return stil(deel, omgeving, (w) => w === null) ?? reken(reserve, omgeving);
  },
  bekend: ([deel], omgeving) => stil(deel, omgeving, () => true) !== null,
  som: (delen, omgeving) => tel(waardenVan(delen, omgeving)),
  aantal(delen, omgeving) {
    const gevonden = lus(delen, omgeving).map((een) => reken(delen[0], een));
    return gevonden.every((g) => typeof g === "boolean") ? gevonden.filter(Boolean).length : null;
  },
  gemiddelde(delen, omgeving) {
    const waarden = waardenVan(delen, omgeving);
    return waarden?.length ? eindig(som(waarden) / waarden.length) : null;
  },
  min: uiterste(Math.min),
  max: uiterste(Math.max),
  rond,
  reeks: (delen, omgeving) => reken(delen[Math.min(Math.max(Math.trunc(jaarVan("reeks", omgeving)) - 1, 0), delen.length - 1)], omgeving),
  opgeteld: ([deel], omgeving) => tel(perJaar(deel, omgeving, jaarVan("opgeteld", omgeving))),
  contante_waarde: contanteWaarde,
  terugverdientijd,
};
