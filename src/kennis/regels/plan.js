// Regels voor een tabel die de lezer invult: wat er per groep staat, wat er mist en wat opvalt. Tweeling van plan.py.
import { tekst, vul } from "./basis.js";

export function uitkomst(secties, regels) {
  const rijen = secties[regels.sectie] ?? [];
  const groepen = regels.groepen.map((groep) => maakGroep(groep, rijen, regels));
  const bekend = regels.groepen.map((groep) => groep.sleutel);
  const los = rijen.map((_, i) => i).filter((i) => !bekend.includes(tekst(rijen[i][regels.groepeer])));
  return { groepen, los, ontbreekt: ontbreekt(rijen, regels), meldingen: meldingen(groepen, los, rijen, regels), illustratief: rijen.some(voorbeeld) };
}

const voorbeeld = (rij) => tekst(rij.illustratief) === "ja";

function maakGroep(groep, rijen, regels) {
  const eigen = rijen.map((_, i) => i).filter((i) => tekst(rijen[i][regels.groepeer]) === groep.sleutel);
  const dingen = new Map();
  for (const i of eigen) {
    const naam = tekst(rijen[i][regels.ding]);
    dingen.set(naam, (dingen.get(naam) ?? true) && voorbeeld(rijen[i]));
  }
  return {
    sleutel: groep.sleutel,
    titel: groep.titel,
    rijen: eigen,
    dingen: [...dingen].map(([naam, is]) => ({ naam, voorbeeld: is })),
    kolommen: regels.keten.map(({ kolom }) => {
      const merken = eigen.map((i) => (!tekst(rijen[i][kolom]) ? "leeg" : voorbeeld(rijen[i]) ? "voorbeeld" : "vol"));
      return { kolom, merken, gevuld: merken.filter((m) => m !== "leeg").length };
    }),
  };
}

function ontbreekt(rijen, regels) {
  const [eerste, ...rest] = regels.keten;
  const wat = (rij) => JSON.stringify([tekst(rij[regels.groepeer]), tekst(rij[regels.ding])]);
  const af = new Set(rijen.filter((rij) => tekst(rij[eerste.kolom])).map(wat));
  return rijen.flatMap((rij, i) => {
    const begin = tekst(rij[eerste.kolom]), ding = tekst(rij[regels.ding]);
    const mist = begin ? rest.filter((s) => !tekst(rij[s.kolom])).map((s) => s.mist) : af.has(wat(rij)) ? [] : [eerste.mist];
    return mist.length ? [{ rij: i, naam: begin ? `${begin} (${ding})` : ding, mist, voorbeeld: voorbeeld(rij) }] : [];
  });
}

function meldingen(groepen, los, rijen, { teksten, alleen, ding }) {
  if (!rijen.length) return [teksten.leeg];
  const namen = (lijst) => lijst.map((g) => g.sleutel);
  const leeg = namen(groepen.filter((g) => !g.rijen.length));
  const onbemeten = namen(groepen.filter((g) => g.rijen.length && !g.kolommen[0].gevuld));
  const gemeten = namen(groepen.filter((g) => g.kolommen[0].gevuld));
  const uit = [];
  if (gemeten.length === 1) uit.push(alleen.find((z) => z.groep === gemeten[0])?.melding ?? vul(teksten.alleen_een, { groep: gemeten[0] }));
  if (onbemeten.length) uit.push(vul(teksten.geen_indicator, { groepen: opsomming(onbemeten) }));
  if (leeg.length) uit.push(vul(teksten.geen_doel, { groepen: opsomming(leeg) }));
  if (los.length) uit.push(vul(teksten.zonder_groep, { namen: opsomming(los.map((i) => tekst(rijen[i][ding]))) }));
  return uit;
}

const opsomming = (namen) => (namen.length === 1 ? namen[0] : namen.slice(0, -1).join(", ") + " en " + namen.at(-1));
