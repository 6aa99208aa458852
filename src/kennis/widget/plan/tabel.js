// Het plan als tabel, met de koppen van het scherm en wat er mist. Voor csv en xlsx.
import { zichtbaar } from "../rijen.js";

// De rijen op de volgorde van de groepen.
export const volgorde = (uit) => [...uit.groepen.flatMap((groep) => groep.rijen), ...uit.los];

// uit: de uitkomst van regels/plan.js; secties: de rijen per sectie; beschrijvingen: de kolommen per sectie ({naam: {kolommen}}).
// Geeft {koppen, rijen}; een cel is tekst, een getal of null.
export function tabelUit(uit, regels, secties, beschrijvingen) {
  const rijen = secties[regels.sectie] ?? [], kolommen = zichtbaar(beschrijvingen[regels.sectie].kolommen), { teksten } = regels;
  const mist = new Map(uit.ontbreekt.map((m) => [m.rij, m.mist.join(", ")]));
  const kop = (k) => (k.eenheid ? `${k.kop} (${k.eenheid})` : k.kop);
  const koppen = [...kolommen.map(kop), teksten.kop_mist, ...(uit.illustratief ? [teksten.kop_voorbeeld] : [])];
  const rij = (i) => [...kolommen.map((k) => rijen[i][k.sleutel] ?? null), mist.get(i) ?? null,
    ...(uit.illustratief ? [rijen[i].illustratief === "ja" ? teksten.voorbeeld : null] : [])];
  return { koppen, rijen: volgorde(uit).map(rij) };
}
