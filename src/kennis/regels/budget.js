// Wat er van een volgorde in een budget past. Tweeling van budget.py.
import { getal, toonEuro, vul } from "./basis.js";
import { opsomming } from "./zinnen.js";

// De bijdrage staat per zoveel euro: een los getal per euro is te klein om te lezen.
const PER = 10000;

export function budget(uit, regels, bedrag) {
  const grens = getal(bedrag), punten = new Map(uit.punten.filter((p) => p.kwadrant !== null).map((p) => [p.naam, p])), rijen = [];
  let totaal = 0, open = true;
  for (const { naam } of uit.volgorde ?? []) {
    const punt = punten.get(naam), prijs = punt.grootte ?? null;
    if (regels.niet.includes(punt.kwadrant)) continue;
    totaal += prijs ?? 0;
    open &&= grens === null || totaal <= grens;
    const past = grens === null || (prijs === null && open) ? null : open;
    rijen.push({ naam, prijs, totaal, per: prijs ? (punt.y * PER) / prijs : null, past });
  }
  return { rijen, zin: grens === null ? "" : zin(rijen, regels.teksten, grens) };
}

// Wat onbekende kosten heeft, wordt genoemd: dan kan de lijn hoger liggen.
function zin(rijen, teksten, grens) {
  const binnen = rijen.filter((r) => r.past), rest = rijen.filter((r) => r.past === false).map((r) => r.naam);
  const zonder = rijen.filter((r) => r.prijs === null).map((r) => r.naam);
  const waarden = { budget: toonEuro(grens), namen: opsomming(binnen.map((r) => r.naam)), prijs: toonEuro(binnen.at(-1)?.totaal ?? 0),
    volgende: rest[0] ?? "" };
  return [vul(teksten[binnen.length ? "past" : "niets"], waarden), rest.length ? vul(teksten.volgende, waarden) : "",
    zonder.length ? vul(teksten.onbekend, { namen: opsomming(zonder) }) : ""].filter(Boolean).join(" ");
}
