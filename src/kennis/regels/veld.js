// Regels voor dingen op twee assen: plaats, kwadrant, advies, spreiding en volgorde. Tweeling van veld.py.
import { gemiddelde, getal, opSleutel, som, sorteer, tekst, toon, vul } from "./basis.js";
import { opsomming } from "./zinnen.js";

// Hoe ver van een grens nog dichtbij is, vanaf hoeveel punten twee personen echt verschillen, en hoeveel er staan: van ons.
const DICHTBIJ = 1, VERSCHIL = 3, MEEST = 5;

export function uitkomst(secties, regels) {
  const rijen = secties[regels.sectie] ?? [];
  const punten = rijen.map((rij) => punt(rij, secties, regels));
  zetGrootte(punten, rijen, regels);
  const uit = {
    punten,
    kwadranten: regels.kwadranten.map((kwadrant) => bewoners(kwadrant, punten)),
    meldingen: meldingen(rijen, punten, regels),
    verschillen: verschillen(secties, regels),
  };
  if (regels.volgorde) uit.volgorde = volgorde(punten, rijen, secties, regels);
  return uit;
}

// -- plaats en kwadrant

function punt(rij, secties, regels) {
  const [x, x_van, x_tot] = plaats(rij, regels.x, secties, regels);
  const [y, y_van, y_tot] = plaats(rij, regels.y, secties, regels);
  const p = { naam: tekst(rij.naam), x, x_van, x_tot, y, y_van, y_tot, illustratief: tekst(rij.illustratief) === "ja" };
  if (x === null || y === null)
    return { ...p, kwadrant: null, titel: regels.teksten.geen_plek, advies: "", eigen: [], twijfel: [], anders: [] };
  const kwadrant = kwadrantVan(x, y, regels);
  const eigen = eigenTekst(rij, kwadrant, regels);
  return {
    ...p,
    kwadrant: kwadrant.sleutel,
    titel: eigen.titel,
    advies: eigen.advies,
    eigen: eigenRaad(rij, kwadrant, regels),
    twijfel: twijfel({ rij, p, kwadrant }, secties, regels),
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

export const oordelen = (...wat) => [...perPersoon(...wat).values()];

function perPersoon(naam, as, secties, regels, zonder = null) {
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
  const weeg = (paren) => som(paren.map(([g, w]) => g * w)) / som(paren.map(([g]) => g));
  return new Map([...personen].map(([wie, paren]) => [wie, weeg(paren)]));
}

const kant = (waarde, grens) => (waarde >= grens ? "hoog" : "laag");

export const kwadrantVan = (x, y, regels) =>
  regels.kwadranten.find((k) => k.x === kant(x, regels.grens) && k.y === kant(y, regels.grens));

const eigenTekst = (rij, kwadrant, regels) =>
  (regels.uitzonderingen ?? []).find((u) => u.kwadrant === kwadrant.sleutel && u.is.includes(tekst(rij[u.kolom]))) ?? kwadrant;

// Wat er bij dit ding nog bij komt, door zijn soort, houding of plek.
const eigenRaad = (rij, kwadrant, regels) => (regels.aanvullingen ?? [])
  .filter((raad) => raad.is.includes(tekst(rij[raad.kolom])) && raad.kwadranten.includes(kwadrant.sleutel)).map((raad) => raad.advies);

// De andere kwadranten waar iemand het ding zelf zou zetten; wat is vastgesteld, is uitgepraat.
function twijfel({ rij, p, kwadrant }, secties, regels) {
  if (!regels.scores || tekst(rij.vastgesteld) === "ja") return [];
  const [xs, ys] = ["x", "y"].map((as) => perPersoon(p.naam, regels[as].kolom, secties, regels)), geraakt = new Set();
  for (const wie of [...xs.keys(), ...ys.keys()]) geraakt.add(kwadrantVan(xs.get(wie) ?? p.x, ys.get(wie) ?? p.y, regels).sleutel);
  geraakt.delete(kwadrant.sleutel);
  return regels.kwadranten.map((k) => k.sleutel).filter((s) => geraakt.has(s));
}

function anders(rij, x, y, regels) {
  return [["x", x], ["y", y]].filter(([, waarde]) => Math.abs(waarde - regels.grens) <= DICHTBIJ).map(([as, waarde]) => {
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

// Wat er aan deze verzameling opvalt; wat voor meer dingen geldt, staat op één regel.
function meldingen(rijen, punten, regels) {
  const { teksten } = regels, paren = punten.map((p, i) => ({ p, rij: rijen[i] })).filter(({ p }) => p.kwadrant !== null);
  const mist = ({ kolom, is }) => !rijen.some((rij) => is.includes(tekst(rij[kolom])));
  const uit = (regels.aanwezig ?? []).filter(mist).map((eis) => eis.melding);
  uit.push(...teVeel(paren, regels));
  for (const signaal of regels.signalen ?? []) {
    const namen = paren.filter((paar) => geldt(signaal, paar, regels)).map(({ p }) => p.naam);
    if (namen.length) uit.push(vul(signaal.melding, { naam: opsomming(namen) }));
  }
  const zonderPlek = punten.filter((p) => p.kwadrant === null).map((p) => p.naam);
  if (zonderPlek.length) uit.push(vul(teksten.zonder_plaats, { naam: opsomming(zonderPlek) }));
  const titels = Object.fromEntries(regels.kwadranten.map((k) => [k.sleutel, k.titel]));
  for (const { p } of paren)
    if (p.twijfel.length) uit.push(vul(teksten.oneens, { naam: p.naam, kwadranten: p.twijfel.map((s) => titels[s]).join(", ") }));
  return uit;
}

const geldt = (signaal, { p, rij }, regels) =>
  signaal.is.includes(tekst(rij[signaal.kolom])) && kant(p[signaal.as], regels.grens) === signaal.kant;

// Staat er zo veel in één vak, dan kiest het vak niets meer.
function teVeel(paren, regels) {
  return (regels.te_veel ?? []).flatMap((regel) => {
    const hier = paren.filter(({ p }) => p.kwadrant === regel.kwadrant).length, alle = paren.length;
    return alle >= regel.vanaf && hier >= regel.deel * alle ? [vul(regel.melding, { n: String(hier), alle: String(alle) })] : [];
  });
}

// -- verschillen

// Waar personen op een criterium het meest verschillen: grootste eerst, hoogstens vijf; wat is vastgesteld, doet niet mee.
export function verschillen(secties, regels) {
  if (!regels.scores) return [];
  const per = new Map(), sleutel = (naam, criterium) => JSON.stringify([naam, criterium]);
  for (const score of secties[regels.scores.sectie] ?? []) {
    const waarde = getal(score.score), id = sleutel(tekst(score[regels.scores.ding]), tekst(score.criterium));
    if (waarde === null) continue;
    if (!per.has(id)) per.set(id, new Map());
    per.get(id).set(tekst(score.persoon), waarde);
  }
  const criteria = [...opSleutel(secties[regels.scores.criteria] ?? [], "naam")].filter(([, rij]) => (getal(rij.gewicht) ?? 0) > 0);
  const open = [...opSleutel(secties[regels.sectie] ?? [], "naam")].filter(([, rij]) => tekst(rij.vastgesteld) !== "ja");
  const alle = open.flatMap(([naam]) => criteria.filter(([c]) => per.has(sleutel(naam, c)))
    .map(([c]) => verschil(naam, c, per.get(sleutel(naam, c)), regels)));
  return sorteer(alle.filter((v) => v.verschil >= VERSCHIL), (v) => [-v.verschil]).slice(0, MEEST);
}

function verschil(naam, criterium, meningen, regels) {
  const laag = Math.min(...meningen.values()), hoog = Math.max(...meningen.values());
  const wie = (waarde) => opsomming([...meningen].filter(([, m]) => m === waarde).map(([w]) => w));
  const waarden = { naam, criterium, wie_laag: wie(laag), wie_hoog: wie(hoog), laag: toon(laag), hoog: toon(hoog) };
  return { naam, criterium, verschil: hoog - laag, zin: vul(regels.teksten.verschil, waarden) };
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
