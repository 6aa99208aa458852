// Regels voor dingen op twee assen: plaats, kwadrant, advies, spreiding en volgorde. Tweeling van veld.py.
import { gemiddelde, getal, opSleutel, som, sorteer, tekst, toon, vul } from "./basis.js";

export function uitkomst(secties, regels) {
  const rijen = secties[regels.sectie] ?? [];
  const punten = rijen.map((rij) => punt(rij, secties, regels));
  zetGrootte(punten, rijen, regels);
  const uit = {
    punten,
    kwadranten: regels.kwadranten.map((kwadrant) => bewoners(kwadrant, punten)),
    meldingen: meldingen(rijen, punten, regels),
  };
  if (regels.volgorde) uit.volgorde = volgorde(punten, rijen, secties, regels);
  return uit;
}

// -- plaats en kwadrant

function punt(rij, secties, regels) {
  const [x, x_van, x_tot] = plaats(rij, regels.x, secties, regels);
  const [y, y_van, y_tot] = plaats(rij, regels.y, secties, regels);
  const p = { naam: tekst(rij.naam), x, x_van, x_tot, y, y_van, y_tot, illustratief: tekst(rij.illustratief) === "ja" };
  if (x === null || y === null) return { ...p, kwadrant: null, titel: "", advies: "", twijfel: [], anders: [] };
  const kwadrant = kwadrantVan(x, y, regels);
  const eigen = eigenTekst(rij, kwadrant, regels);
  return {
    ...p,
    kwadrant: kwadrant.sleutel,
    titel: eigen.titel,
    advies: eigen.advies,
    twijfel: twijfel(p, kwadrant, regels),
    anders: anders(rij, x, y, regels),
  };
}

export function plaats(rij, as, secties, regels) {
  const ingevuld = getal(rij[as.kolom]);
  const meningen = regels.scores ? oordelen(tekst(rij.naam), as.kolom, secties, regels) : [];
  if (!meningen.length) return [ingevuld, null, null];
  const vast = tekst(rij.vastgesteld) === "ja" && ingevuld !== null;
  return [vast ? ingevuld : gemiddelde(meningen), Math.min(...meningen), Math.max(...meningen)];
}

export function oordelen(naam, as, secties, regels, zonder = null) {
  const gewichten = new Map();
  for (const [sleutel, criterium] of opSleutel(secties[regels.scores.criteria] ?? [], "naam"))
    if (tekst(criterium.as) === as && sleutel !== zonder) gewichten.set(sleutel, getal(criterium.gewicht) ?? 0);
  const personen = new Map();
  for (const score of secties[regels.scores.sectie] ?? []) {
    const gewicht = gewichten.get(tekst(score.criterium)) ?? 0, waarde = getal(score.score);
    if (tekst(score[regels.scores.ding]) !== naam || !(gewicht > 0) || waarde === null) continue;
    const wie = tekst(score.persoon);
    if (!personen.has(wie)) personen.set(wie, []);
    personen.get(wie).push([gewicht, waarde]);
  }
  return [...personen.values()].map((paren) => som(paren.map(([g, w]) => g * w)) / som(paren.map(([g]) => g)));
}

const kant = (waarde, grens) => (waarde >= grens ? "hoog" : "laag");

export const kwadrantVan = (x, y, regels) =>
  regels.kwadranten.find((k) => k.x === kant(x, regels.grens) && k.y === kant(y, regels.grens));

const eigenTekst = (rij, kwadrant, regels) =>
  (regels.uitzonderingen ?? []).find((u) => u.kwadrant === kwadrant.sleutel && u.is.includes(tekst(rij[u.kolom]))) ?? kwadrant;

function twijfel(p, kwadrant, regels) {
  const hoeken = (van, tot, zelf) => (van === null ? [zelf] : [van, tot]);
  const geraakt = new Set();
  for (const x of hoeken(p.x_van, p.x_tot, p.x))
    for (const y of hoeken(p.y_van, p.y_tot, p.y)) geraakt.add(kwadrantVan(x, y, regels).sleutel);
  geraakt.delete(kwadrant.sleutel);
  return regels.kwadranten.map((k) => k.sleutel).filter((s) => geraakt.has(s));
}

function anders(rij, x, y, regels) {
  return [["x", x], ["y", y]].map(([as, waarde]) => {
    const hoog = kant(waarde, regels.grens) === "hoog";
    const overkant = hoog ? regels.grens - 1 : regels.grens;
    const ander = kwadrantVan(as === "x" ? overkant : x, as === "y" ? overkant : y, regels);
    return vul(regels.teksten[waarde === regels.grens ? "grens" : hoog ? "lager" : "hoger"], {
      as: regels[as].titel.toLowerCase(),
      verschil: toon(Math.abs(waarde - regels.grens)),
      kwadrant: eigenTekst(rij, ander, regels).titel,
    });
  });
}

function bewoners(kwadrant, punten) {
  const namen = punten.filter((p) => p.kwadrant === kwadrant.sleutel).map((p) => p.naam);
  return { sleutel: kwadrant.sleutel, titel: kwadrant.titel, advies: kwadrant.advies, namen };
}

function zetGrootte(punten, rijen, regels) {
  if (!regels.grootte) return;
  const waarden = rijen.map((rij) => getal(rij[regels.grootte.kolom]));
  const hoogste = Math.max(0, ...waarden.filter((w) => w !== null));
  punten.forEach((p, i) => {
    const deel = waarden[i] !== null && hoogste > 0 ? Math.max(waarden[i], 0) / hoogste : null;
    p.grootte = waarden[i];
    p.straal_oppervlakte = deel === null ? null : Math.sqrt(deel);
    p.straal_diameter = deel;
  });
}

// -- meldingen

function meldingen(rijen, punten, regels) {
  const uit = [];
  for (const eis of regels.aanwezig ?? [])
    if (!rijen.some((rij) => eis.is.includes(tekst(rij[eis.kolom])))) uit.push(eis.melding);
  rijen.forEach((rij, i) => {
    const p = punten[i];
    if (p.kwadrant === null) return uit.push(vul(regels.teksten.zonder_plaats, { naam: p.naam }));
    for (const s of regels.signalen ?? [])
      if (s.is.includes(tekst(rij[s.kolom])) && kant(p[s.as], regels.grens) === s.kant) uit.push(vul(s.melding, { naam: p.naam }));
    if (p.twijfel.length) {
      const titels = Object.fromEntries(regels.kwadranten.map((k) => [k.sleutel, k.titel]));
      uit.push(vul(regels.teksten.oneens, { naam: p.naam, kwadranten: p.twijfel.map((s) => titels[s]).join(", ") }));
    }
  });
  return uit;
}

// -- volgorde

function volgorde(punten, rijen, secties, regels) {
  const rang = Object.fromEntries(regels.kwadranten.map((k) => [k.sleutel, k.rang]));
  const geplaatst = punten.map((p, i) => [p, rijen[i]]).filter(([p]) => p.kwadrant !== null);
  return sorteer(geplaatst, ([p]) => [rang[p.kwadrant], p.x - p.y, p.grootte ?? 1e300, p.naam]).map(([p, rij], i) => ({
    plaats: i + 1,
    naam: p.naam,
    reden: vul(regels.volgorde.reden, { titel: p.titel, x: toon(p.x), y: toon(p.y), advies: p.advies }),
    anders: [...p.anders, ...zonderCriterium(p, rij, secties, regels)],
  }));
}

function zonderCriterium(p, rij, secties, regels) {
  if (!regels.scores || tekst(rij.vastgesteld) === "ja") return [];
  const zinnen = [];
  for (const criterium of opSleutel(secties[regels.scores.criteria] ?? [], "naam").keys()) {
    const [x, y] = ["x", "y"].map((as) => zonder(p, as, criterium, secties, regels));
    const ander = kwadrantVan(x, y, regels);
    if (ander.sleutel !== p.kwadrant)
      zinnen.push(vul(regels.teksten.zonder_criterium, { criterium, kwadrant: eigenTekst(rij, ander, regels).titel }));
  }
  return zinnen;
}

function zonder(p, as, criterium, secties, regels) {
  if (p[as + "_van"] === null) return p[as];
  return gemiddelde(oordelen(p.naam, regels[as].kolom, secties, regels, criterium)) ?? p[as];
}
