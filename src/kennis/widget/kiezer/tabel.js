// De kiezer als tabel, met de koppen van het scherm en de uitkomst erbij. Voor csv en xlsx.
import { antwoordenVan, GEKOZEN, teKiezen, toonPunten, toonTelling } from "../../regels/kiezer.js";
import { hoofdletter } from "../../regels/zinnen.js";
import { zichtbaar } from "../rijen.js";

// uit: de uitkomst van regels/kiezer.js; secties: de rijen per sectie; beschrijvingen: de kolommen per sectie ({naam: {kolommen}}).
// Geeft {koppen, rijen}; een cel is tekst, een getal of null.
export const tabelUit = (uit, regels, secties, beschrijvingen) =>
  (regels.lijst ? lijsttabel : rangtabel)(uit, regels, secties[regels.sectie] ?? [], beschrijvingen);

// Wat op de lijst staat, met wat de regels daarover vertellen.
function lijsttabel(uit, regels, rijen, beschrijvingen) {
  const kolommen = zichtbaar(beschrijvingen[regels.sectie].kolommen),
    velden = regels.velden.filter((v) => v.sleutel !== regels.lijst.eerste);
  const optie = (i) => regels.opties.find((o) => o.sleutel === uit.lijst[i].sleutel) ?? {};
  const cel = (waarde) => (waarde?.titel ?? (Array.isArray(waarde) ? waarde.join(" ") : waarde)) || null;
  return {
    koppen: [...kolommen.map((k) => k.kop), ...velden.map((v) => v.titel)],
    rijen: rijen.map((rij, i) => [...kolommen.map((k) => rij[k.sleutel] ?? null), ...velden.map((v) => cel(optie(i)[v.sleutel]))]),
  };
}

// Per vraag het antwoord en wat dat per optie betekent, met de punten, de plaats en de eigen keuze eronder.
function rangtabel(uit, regels, rijen) {
  const { teksten, vragen, opties, oordelen } = regels, eigen = rijen.find((rij) => rij.vraag === GEKOZEN) ?? {};
  const vind = (optie) => uit.opties.find((o) => o.sleutel === optie.sleutel);
  const antwoord = (vraag, { antwoord: waarde }) =>
    { const keuze = antwoordenVan(vraag, regels).find((a) => a.waarde === waarde); return keuze?.titel ?? keuze?.waarde ?? null; };
  const oordeel = (optie, vraag) => oordelen[vind(optie).redenen.find((r) => r.vraag === vraag.sleutel)?.oordeel] ?? null;
  const onder = (kop, waarde, cellen = opties.map(() => null)) => [kop, waarde, ...cellen];
  const gekozen = teKiezen(regels).find((o) => o.sleutel === eigen.antwoord)?.titel, rang = regels.rangschik !== false;
  return {
    koppen: [teksten.kop_vraag, teksten.kop_antwoord, ...opties.map((o) => hoofdletter(o.titel))],
    rijen: [
      ...vragen.map((vraag, i) => [vraag.titel, antwoord(vraag, uit.antwoorden[i]), ...opties.map((o) => oordeel(o, vraag))]),
      onder(teksten.kop_punten, null, opties.map((o) => (rang ? toonPunten(vind(o), uit.totaal) : toonTelling(vind(o), regels)))),
      ...(rang ? [onder(teksten.kop_plaats, null, opties.map((o) => (vind(o).valt_af.length ? teksten.valt_af : vind(o).plaats)))] : []),
      onder(teksten.kop_conclusie, uit.zekerheid.zin),
      ...(teksten.gekozen ? [onder(teksten.gekozen, gekozen ?? null), onder(teksten.notitie, eigen.notitie ?? null)] : []),
    ],
  };
}
