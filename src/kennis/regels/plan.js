// Regels voor een plan dat de lezer rij voor rij invult: wat er per groep staat, wat er mist en wat opvalt. Tweeling van plan.py.
import { leeg } from "../woord.js";
import { tekst, vul } from "./basis.js";
import { alsTekst, opsomming } from "./zinnen.js";

export function uitkomst(secties, regels) {
  const rijen = secties[regels.sectie] ?? [], verdeling = indeling(rijen, regels);
  const groepen = verdeling.map((groep) => maakGroep(groep, rijen, regels)), bekend = verdeling.map((groep) => groep.sleutel);
  const los = rijen.map((_, i) => i).filter((i) => !bekend.includes(groepVan(rijen[i], regels)));
  return { groepen, los, ontbreekt: ontbreekt(rijen, regels), meldingen: meldingen(groepen, los, rijen, regels),
    illustratief: rijen.some(voorbeeld) };
}

// Een cel als nette tekst; een getal telt ook.
export const woord = (waarde) => (typeof waarde === "string" ? tekst(waarde) : alsTekst(waarde));

const voorbeeld = (rij) => tekst(rij.illustratief) === "ja";
const groepVan = (rij, { groepeer }) => (groepeer ? woord(rij[groepeer]) : "");

// De groepen: die van de regels, anders elke waarde die voorkomt, anders één groep met alles.
function indeling(rijen, regels) {
  if (!regels.groepeer) return [{ sleutel: "", titel: regels.titel }];
  if (regels.groepen) return regels.groepen;
  const namen = new Set(rijen.map((rij) => groepVan(rij, regels)));
  return [...namen].filter(Boolean).map((naam) => ({ sleutel: naam, titel: naam }));
}

function maakGroep(groep, rijen, regels) {
  const eigen = rijen.map((_, i) => i).filter((i) => groepVan(rijen[i], regels) === groep.sleutel);
  const dingen = new Map();
  for (const i of eigen) {
    const naam = woord(rijen[i][regels.kolom]);
    dingen.set(naam, (dingen.get(naam) ?? true) && voorbeeld(rijen[i]));
  }
  return {
    sleutel: groep.sleutel,
    titel: groep.titel,
    rijen: eigen,
    dingen: [...dingen].map(([naam, is]) => ({ naam, voorbeeld: is })),
    kolommen: regels.keten.map(({ kolom }) => {
      const merken = eigen.map((i) => (leeg(rijen[i][kolom]) ? "leeg" : voorbeeld(rijen[i]) ? "voorbeeld" : "vol"));
      return { kolom, merken, gevuld: merken.filter((m) => m !== "leeg").length };
    }),
  };
}

// Zonder de eerste schakel doet de rest er nog niet toe; en heeft hetzelfde ding haar in een andere rij, dan mist zij hier niet.
function ontbreekt(rijen, regels) {
  const [eerste, ...rest] = regels.keten;
  const wat = (rij) => JSON.stringify([groepVan(rij, regels), woord(rij[regels.kolom])]);
  const af = new Set(rijen.filter((rij) => !leeg(rij[eerste.kolom])).map(wat));
  return rijen.flatMap((rij, i) => {
    const begin = woord(rij[eerste.kolom]), ding = woord(rij[regels.kolom]);
    const mist = begin ? rest.filter((s) => leeg(rij[s.kolom])).map((s) => s.mist) : af.has(wat(rij)) ? [] : [eerste.mist];
    return mist.length ? [{ rij: i, naam: begin ? `${begin} (${ding})` : ding, mist, voorbeeld: voorbeeld(rij) }] : [];
  });
}

function meldingen(groepen, los, rijen, regels) {
  if (!rijen.length) return [regels.teksten.leeg];
  const uit = regels.groepen ? overGroepen(groepen, regels) : [];
  if (los.length) uit.push(vul(regels.teksten.zonder_groep, { namen: opsomming(los.map((i) => woord(rijen[i][regels.kolom]))) }));
  return uit;
}

function overGroepen(groepen, { teksten, alleen = [] }) {
  const namen = (lijst) => lijst.map((g) => g.sleutel);
  const lege = namen(groepen.filter((g) => !g.rijen.length));
  const zonder = namen(groepen.filter((g) => g.rijen.length && !g.kolommen[0].gevuld));
  const begonnen = namen(groepen.filter((g) => g.kolommen[0].gevuld));
  const uit = [];
  if (begonnen.length === 1) uit.push(alleen.find((z) => z.groep === begonnen[0])?.melding
    ?? vul(teksten.alleen_een, { groep: begonnen[0] }));
  if (zonder.length) uit.push(vul(teksten.zonder_begin, { groepen: opsomming(zonder) }));
  if (lege.length) uit.push(vul(teksten.lege_groepen, { groepen: opsomming(lege) }));
  return uit.filter(Boolean);
}
