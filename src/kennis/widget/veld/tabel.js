// Het veld als tabel, met de koppen van het scherm en de uitkomst erbij. Voor csv en xlsx.
import { saldo } from "../../regels/saldo.js";
import { hoofdletter } from "../../regels/zinnen.js";
import { zichtbaar } from "../rijen.js";
import { metPlek } from "./rijen.js";

// uit: de uitkomst van regels/veld.js; secties: de rijen per sectie; beschrijvingen: de kolommen per sectie ({naam: {kolommen}}).
// Geeft {koppen, rijen}; een cel is tekst, een getal of null.
export function tabelUit(uit, regels, secties, beschrijvingen) {
  const rijen = secties[regels.sectie] ?? [], kolommen = zichtbaar(beschrijvingen[regels.sectie].kolommen), { teksten } = regels;
  const volgorde = new Map((uit.volgorde ?? []).map((v) => [v.naam, v]));
  const partijen = regels.saldo ? saldo(rijen, regels.saldo).partijen : null;
  const delen = [
    ...kolommen.map((k) => [k.eenheid ? `${k.kop} (${k.eenheid})` : k.kop, (i) => metPlek(rijen[i], uit.punten[i], regels)[k.sleutel]
      ?? null]),
    [teksten.vak, (i) => uit.punten[i].titel || null],
    [teksten.advies, (i) => uit.punten[i].advies || null],
    ...(regels.aanvullingen ? [[teksten.raad, (i) => uit.punten[i].eigen.join(" ") || null]] : []),
    ...(uit.volgorde ? [[teksten.plaats, (i) => volgorde.get(uit.punten[i].naam)?.plaats ?? null],
      [teksten.reden, (i) => volgorde.get(uit.punten[i].naam)?.reden ?? null]] : []),
    ...(partijen ? saldodelen(partijen, regels.saldo.koppen) : []),
  ];
  return { koppen: delen.map(([kop]) => hoofdletter(kop)), rijen: rijen.map((_, i) => delen.map(([, cel]) => cel(i))) };
}

const saldodelen = (partijen, koppen) => [
  [koppen.netto, (i) => partijen[i].netto],
  [koppen.kas, (i) => partijen[i].kas],
  [koppen.meldingen, (i) => partijen[i].meldingen.join(" ") || null],
];
