// Regels voor wie wint en wie betaalt. Tweeling van saldo.py.
import { getal, som, tekst, toonEuro, vul } from "./basis.js";

export function saldo(rijen, regels) {
  const partijen = rijen.map((rij) => partij(rij, regels));
  const bekend = partijen.filter((d) => d.kas !== null);
  const winst = som(bekend.filter((d) => d.kas > 0).map((d) => d.kas));
  const tekort = som(bekend.filter((d) => d.kas < 0).map((d) => -d.kas));
  const sleutel = !bekend.length ? "geen_bedragen" : winst >= tekort ? "dekt" : "dekt_niet";
  const waarden = { winst: toonEuro(winst), tekort: toonEuro(tekort), verschil: toonEuro(Math.abs(winst - tekort)) };
  let oordeel = vul(regels.teksten[sleutel], waarden);
  if (bekend.length && bekend.length < partijen.length)
    oordeel += " " + vul(regels.teksten.onvolledig, { aantal: String(partijen.length - bekend.length) });
  return { partijen, winst, tekort, oordeel };
}

function partij(rij, regels) {
  const [kosten, baten, inbaar] = ["in", "uit", "inbaar"].map((k) => getal(rij[regels[k]]));
  const netto = kosten !== null && baten !== null ? baten - kosten : null;
  const kas = netto !== null && inbaar !== null ? Math.min(inbaar, baten) - kosten : null;
  const gezegd = tekst(rij[regels.oordeel]) || "onbekend";
  const berekend = netto === null ? null : netto > 0 ? "wint" : netto < 0 ? "betaalt" : "gelijk";
  const zinnen = [];
  if (berekend !== null && !["onbekend", berekend].includes(gezegd)) zinnen.push(vul(regels.teksten.tegenspraak, { gezegd, berekend }));
  if (inbaar !== null && baten !== null && inbaar > baten) zinnen.push(regels.teksten.te_veel_inbaar);
  return { naam: tekst(rij.naam), netto, kas, oordeel: berekend ?? gezegd, meldingen: zinnen };
}
