// De uitkomsten van een rekenblad als tabellen: om te lezen, en voor csv en xlsx. Wat één getal is, staat er meteen (totalen.js).
import { vul } from "../../regels/basis.js";
import { toonUitkomst } from "../../regels/rekenblad.js";

const isPer = ({ per }, ...assen) => per.length === assen.length && per.every((as, i) => as === assen[i]);

// Geef { titel, koppen, rijen } voor wat per groep, per jaar, en per groep en jaar is uitgerekend; alleen wat de lezer ziet.
export function tabellen(uit, regels) {
  const { teksten, groep } = regels, as = groep?.naam ?? "", zichtbaar = uit.resultaten.filter((_, i) => regels.resultaten[i].toon);
  const per = (...assen) => zichtbaar.filter((r) => isPer(r, ...assen));
  return [
    naast(per(as), uit.groepen, groep?.titel, vul(teksten.per_groep, { groep: (groep?.titel ?? "").toLowerCase() })),
    naast(per("jaar"), uit.jaren, teksten.jaarkop, teksten.per_jaar),
    ...per(as, "jaar").map((r) => kruis(r, uit, groep.titel)),
  ].filter((tabel) => tabel?.rijen.length);
}

// Een rij per lid van de as, en de uitkomsten ernaast.
function naast(resultaten, leden, kop, titel) {
  if (!resultaten.length) return null;
  const rijen = leden.map((lid, i) => [lid, ...resultaten.map((r) => toonUitkomst(r.cellen[i].waarde, r))]);
  return { titel, koppen: [kop, ...resultaten.map((r) => r.titel)], rijen };
}

function kruis(r, { groepen, jaren }, kop) {
  const rijen = groepen.map((naam, i) => [naam, ...r.cellen[i].map((cel) => toonUitkomst(cel.waarde, r))]);
  return { titel: r.titel, koppen: [kop, ...jaren], rijen };
}

// Voor een bestand: een rij per uitkomst en groep, met getallen die getallen blijven.
export function tabelUit(uit, regels) {
  const { teksten } = regels, koppen = [teksten.wat, teksten.voor, teksten.waarde, teksten.als_tegen, teksten.als_mee, ...uit.jaren];
  const cel = (waarde) => (typeof waarde === "boolean" ? toonUitkomst(waarde, { eenheid: "", niets: "", mist: [] }) : waarde);
  const rij = (r, naam, deel) => (r.per.at(-1) === "jaar"
    ? [r.titel, naam, null, null, null, ...deel.map((c) => cel(c.waarde))]
    : [r.titel, naam, cel(deel.waarde), cel(deel.tegen), cel(deel.mee), ...uit.jaren.map(() => null)]);
  const perGroep = (r) => uit.groepen.map((naam, i) => rij(r, naam, r.cellen[i]));
  return { koppen, rijen: uit.resultaten.flatMap((r) => (r.per.length && r.per[0] !== "jaar" ? perGroep(r) : [rij(r, null, r.cellen)])) };
}
