// Regels voor wie wint en wie betaalt. Tweeling van saldo.py.
import { getal, som, tekst, toonEuro, vul } from "./basis.js";
import { opsomming } from "./zinnen.js";

export function saldo(rijen, regels) {
  const partijen = rijen.map((rij) => partij(rij, regels));
  const bekend = partijen.filter((d) => d.kas !== null), tekorten = bekend.filter((d) => d.kas < 0);
  const winst = som(bekend.filter((d) => d.kas > 0).map((d) => d.kas)), tekort = som(tekorten.map((d) => -d.kas));
  const ontbreekt = partijen.filter((d) => d.kas === null).map((d) => d.naam);
  const zin = regels.teksten[sleutelVan({ rijen, regels, bekend, winst, tekort, ontbreekt })];
  let oordeel = vul(zin, waarden({ winst, tekort, tekorten, ontbreekt }, regels.teksten));
  if (!ontbreekt.length && tekort > winst) oordeel += " " + dicht(partijen, regels.teksten, tekort - winst);
  return { partijen, winst, tekort, ontbreekt, oordeel };
}

// Wie ontbreekt, kan de uitkomst nog keren; dan is er geen oordeel.
function sleutelVan({ rijen, regels, bekend, winst, tekort, ontbreekt }) {
  if (!bekend.length) {
    const iets = rijen.some((rij) => ["in", "uit", "inbaar"].some((k) => getal(rij[regels[k]]) !== null));
    return iets ? "niet_te_rekenen" : "geen_bedragen";
  }
  if (ontbreekt.length) return tekort > 0 || winst > 0 ? "onvolledig" : "onvolledig_gelijk";
  if (tekort === 0) return "niemand_tekort";
  return winst >= tekort ? "dekt" : "dekt_niet";
}

function waarden({ winst, tekort, tekorten, ontbreekt }, teksten) {
  const wie = tekorten.map((d) => vul(teksten.wie, { naam: d.naam, bedrag: toonEuro(-d.kas) }));
  return { winst: toonEuro(winst), tekort: toonEuro(tekort), verschil: toonEuro(Math.abs(winst - tekort)),
    wie: opsomming(wie) || teksten.niemand, ontbreekt: opsomming(ontbreekt) || teksten.niemand };
}

// Welk bedrag het dicht maakt, en of opbrengst die nu niet te innen is daarvoor groot genoeg is.
function dicht(partijen, teksten, gat) {
  const vast = som(partijen.map((d) => d.niet_te_innen)), namen = partijen.filter((d) => d.niet_te_innen > 0).map((d) => d.naam);
  const sleutel = !namen.length ? "dicht" : vast >= gat ? "dicht_kan" : "dicht_deels";
  return vul(teksten[sleutel], { verschil: toonEuro(gat), vast: toonEuro(vast), namen: opsomming(namen) });
}

// Wat er echt binnenkomt: `nee` is 0, `ja` is alles, en een bedrag telt tot de opbrengst; anders is het niet bekend.
function teInnen(baten, inbaar, woord) {
  if (woord === "nee" || baten === 0) return 0;
  if (inbaar !== null) return baten === null ? inbaar : Math.min(inbaar, baten);
  return woord === "ja" ? baten : null;
}

function partij(rij, regels) {
  const [kosten, baten, inbaar] = ["in", "uit", "inbaar"].map((k) => getal(rij[regels[k]]));
  const woord = tekst(rij[regels.innen]), gezegd = tekst(rij[regels.oordeel]) || "onbekend";
  const netto = kosten !== null && baten !== null ? baten - kosten : null;
  const innen = teInnen(baten, inbaar, woord);
  const kas = innen !== null && kosten !== null ? innen - kosten : null;
  const berekend = netto === null ? null : netto > 0 ? "wint" : netto < 0 ? "betaalt" : "gelijk";
  return {
    naam: tekst(rij.naam), netto, innen, kas, niet_te_innen: baten !== null && innen !== null ? Math.max(0, baten - innen) : 0,
    oordeel: berekend ?? gezegd, meldingen: meldingen(regels.teksten, { gezegd, berekend, woord, baten, inbaar }),
  };
}

function meldingen(teksten, { gezegd, berekend, woord, baten, inbaar }) {
  return [
    berekend !== null && !["onbekend", berekend].includes(gezegd) && vul(teksten.tegenspraak, { gezegd, berekend }),
    inbaar !== null && baten !== null && inbaar > baten && teksten.te_veel_inbaar,
    woord === "nee" && inbaar !== null && inbaar > 0 && teksten.nee_met_bedrag,
    woord === "ja" && inbaar !== null && baten !== null && inbaar < baten && teksten.ja_met_minder,
  ].filter(Boolean);
}
