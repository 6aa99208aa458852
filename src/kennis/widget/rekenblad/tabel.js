// De uitkomsten van een rekenblad als tabellen: om te lezen, en voor csv en xlsx. Wat één getal is, staat er meteen (totalen.js).
import { vul } from "../../regels/basis.js";
import { namenOpAssen, toonUitkomst } from "../../regels/rekenblad.js";

const isPer = ({ per }, ...assen) => per.length === assen.length && per.every((as, i) => as === assen[i]);

const kopVan = (as, { groep, assen, teksten }) =>
  (as === "jaar" ? teksten.jaarkop : as === groep?.naam ? groep.titel : assen.find(({ naam }) => naam === as).titel);

// Geef { titel, koppen, rijen } voor wat op een of twee assen ligt; alleen wat de lezer ziet.
export function tabellen(uit, regels) {
  const { teksten, groep } = regels, namen = namenOpAssen(uit, regels), zichtbaar = uit.resultaten.filter((_, i) => regels.resultaten[i].toon);
  const titel = (as) => (as === "jaar" ? teksten.per_jaar : vul(teksten.per_groep, { groep: kopVan(as, regels).toLowerCase() }));
  const enkele = [...(groep ? [groep.naam] : []), "jaar", ...Object.keys(uit.assen)];
  return [
    ...enkele.map((as) => naast(zichtbaar.filter((r) => isPer(r, as)), namen[as], as, regels, titel)),
    ...zichtbaar.filter(({ per }) => per.length === 2).map((r) => kruis(r, namen, regels)),
  ].filter((tabel) => tabel?.rijen.length);
}

// Een rij per lid van de as, en de uitkomsten ernaast.
function naast(resultaten, leden, as, regels, titel) {
  if (!resultaten.length) return null;
  const rijen = leden.map((lid, i) => [lid, ...resultaten.map((r) => toonUitkomst(r.cellen[i].waarde, r))]);
  return { titel: titel(as), koppen: [kopVan(as, regels), ...resultaten.map((r) => r.titel)], rijen };
}

function kruis(r, namen, regels) {
  const [onder, naar] = r.per, rijen = namen[onder].map((naam, i) => [naam, ...r.cellen[i].map((cel) => toonUitkomst(cel.waarde, r))]);
  return { titel: r.titel, koppen: [kopVan(onder, regels), ...namen[naar]], rijen };
}

// Geef elke plek op de assen als [naam, cellen].
function plekken(cellen, assen, namen, voor = []) {
  if (!assen.length) return [[voor.join(": ") || null, cellen]];
  return namen[assen[0]].flatMap((naam, i) => plekken(cellen[i], assen.slice(1), namen, [...voor, naam]));
}

// Voor een bestand: een rij per uitkomst en plek, met getallen die getallen blijven.
export function tabelUit(uit, regels) {
  const { teksten } = regels, koppen = [teksten.wat, teksten.voor, teksten.waarde, teksten.als_tegen, teksten.als_mee, ...uit.jaren];
  const namen = namenOpAssen(uit, regels), gezien = uit.resultaten.filter(({ per }) => per.every((as) => namen[as]));
  const cel = (waarde) => (typeof waarde === "boolean" ? toonUitkomst(waarde, { eenheid: "", niets: "", mist: [] }) : waarde);
  const rij = (r, op, naam, deel) => (op
    ? [r.titel, naam, null, null, null, ...deel.map((c) => cel(c.waarde))]
    : [r.titel, naam, cel(deel.waarde), cel(deel.tegen), cel(deel.mee), ...uit.jaren.map(() => null)]);
  return { koppen, rijen: gezien.flatMap((r) => {
    const op = r.per.at(-1) === "jaar", assen = op ? r.per.slice(0, -1) : r.per;
    return plekken(r.cellen, assen, namen).map(([naam, deel]) => rij(r, op, naam, deel));
  }) };
}
