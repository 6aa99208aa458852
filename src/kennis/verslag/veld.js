// Wat een veld aan het verslag bijdraagt: wie in welk vak staat, wat je met elk vak doet en wat nog mist. Tweeling van veld.py.
import { sorteer, tekst, vul } from "../regels/basis.js";
import { budget } from "../regels/budget.js";
import { saldo } from "../regels/saldo.js";
import { uitkomst } from "../regels/veld.js";
import { aantal as tel, hoofdletter } from "../regels/zinnen.js";
import { celVan, getoond, klein, kopVan, metVoorbeeld, noem, soortVan, tekstenVan } from "./tekst.js";

export function bijdrage(secties, regels, keuzes, kolommen) {
  const rijen = secties[regels.sectie] ?? [],
    t = tekstenVan("veld", regels);
  if (!rijen.length) return null;
  const uit = uitkomst(secties, regels),
    eigen = kolommen[regels.sectie] ?? [];
  return {
    zin: zin(uit, rijen, regels, t),
    keuze: keuze(rijen, regels, eigen),
    tabellen: [tabel(uit, rijen, regels, eigen, t)],
    raad: [
      ...raad(uit.punten, rijen, regels, t),
      ...ook(uit.punten, regels, t),
      ...budgetzin(uit, regels, keuzes),
      ...saldozin(rijen, regels, t),
    ],
    notities: notities(rijen, regels, eigen),
    mist: [...uit.meldingen, ...uit.verschillen.map((v) => v.zin)],
    keuzes: {},
    voorbeeld: rijen.some(isVoorbeeld),
  };
}

const isVoorbeeld = (rij) => tekst(rij.illustratief) === "ja";

function zin(uit, rijen, regels, t) {
  const tellen = (n) => tel(n, regels.ding, regels.dingen);
  const assen = { x: klein(regels.x.titel), y: klein(regels.y.titel) };
  const geplaatst = rijen.filter((_, i) => uit.punten[i].kwadrant !== null);
  if (!geplaatst.length) return vul(t.zonder_plek, { aantal: tellen(rijen.length), ...assen });
  const eerste = regels.kwadranten[0];
  const erin = uit.punten.filter((p) => p.kwadrant === eerste.sleutel).map((p) => p.naam);
  const namen = uit.volgorde ? uit.volgorde.map((plek) => plek.naam).filter((naam) => erin.includes(naam)) : erin;
  const verzonnen = geplaatst.filter(isVoorbeeld).length;
  const extra = verzonnen ? " " + vul(t.voorbeeld, { aantal: tellen(verzonnen) }) : "";
  return vul(t.zin, { aantal: tellen(geplaatst.length), kwadrant: klein(eerste.titel), namen: noem(namen) || t.geen, ...assen }) + extra;
}

function keuze(rijen, regels, kolommen) {
  const kolom = regels.verslag?.keuzekolom;
  if (!kolom) return [];
  const namen = rijen.filter((rij) => tekst(rij[kolom]) === "ja" && !isVoorbeeld(rij)).map((rij) => tekst(rij.naam));
  return namen.length ? [[kopVan(kolommen, kolom), noem(namen, 12)]] : [];
}

function tabel(uit, rijen, regels, kolommen, t) {
  const eigen = getoond(kolommen, rijen).filter((k) => (regels.verslag?.kolommen ?? []).includes(k.sleutel));
  const grootte = regels.grootte ? [regels.grootte] : [];
  const maten = grootte.map((g) => kolommen.find((k) => k.sleutel === g.kolom));
  const paren = opVolgorde(uit, rijen),
    kop = (k) => k.kop;
  const inhoud = {
    titel: hoofdletter(regels.dingen),
    koppen: [t.naam, ...eigen.map(kop), regels.y.titel, regels.x.titel, ...grootte.map((g) => g.titel), t.vak],
    soorten: ["tekst", ...eigen.map(soortVan), "getal", "getal", ...maten.map(soortVan), "tekst"],
    rijen: paren.map(([p, rij]) => [
      p.naam,
      ...eigen.map((k) => celVan(rij, k)),
      tiende(p.y),
      tiende(p.x),
      ...maten.map((k) => celVan(rij, k)),
      p.titel,
    ]),
  };
  const merken = paren.map(([, rij]) => isVoorbeeld(rij));
  return metVoorbeeld(inhoud, merken, t);
}

// Op de volgorde van de regels, en zonder die op volgorde van de vakken; wat geen plek heeft, komt achteraan.
function opVolgorde(uit, rijen) {
  const vak = new Map(uit.kwadranten.map((k, plek) => [k.sleutel, plek])),
    plaats = new Map((uit.volgorde ?? []).map((plek) => [plek.naam, plek.plaats]));
  return sorteer(
    uit.punten.map((p, i) => [p, rijen[i]]),
    ([p]) => [p.kwadrant === null ? 1 : 0, plaats.get(p.naam) ?? 0, vak.get(p.kwadrant) ?? 0],
  );
}

const tiende = (waarde) => (waarde === null ? null : Math.floor(waarde * 10 + 0.5) / 10);

// Een uitzondering en een voorbeeld van de makers hebben een eigen regel.
function raad(punten, rijen, regels, t) {
  const groepen = new Map(),
    plek = new Map(regels.kwadranten.map((k, nummer) => [k.sleutel, nummer]));
  const geplaatst = punten.map((p, i) => ({ p, voorbeeld: isVoorbeeld(rijen[i]) })).filter(({ p }) => p.kwadrant !== null);
  for (const { p, voorbeeld } of sorteer(geplaatst, (g) => [plek.get(g.p.kwadrant)])) {
    const id = JSON.stringify([p.titel, p.advies, voorbeeld]);
    if (!groepen.has(id)) groepen.set(id, { titel: p.titel, advies: p.advies, voorbeeld, namen: [] });
    groepen.get(id).namen.push(p.naam);
  }
  return [...groepen.values()].map(({ titel, advies, voorbeeld, namen }) =>
    vul(t[voorbeeld ? "raad_voorbeeld" : "raad"], { titel, advies, namen: noem(namen, 12) }),
  );
}

// De raad die door soort of houding voor sommige dingen geldt, met hun namen.
function ook(punten, regels, t) {
  const namen = (zin) => punten.filter((p) => p.eigen.includes(zin)).map((p) => p.naam);
  return (regels.aanvullingen ?? []).map(({ advies: zin }) => ({ zin, wie: namen(zin) })).filter(({ wie }) => wie.length)
    .map(({ zin, wie }) => vul(t.ook, { zin, namen: noem(wie, 12) }));
}

const budgetzin = (uit, regels, keuzes) => [regels.budget ? budget(uit, regels.budget, keuzes.budget).zin : ""].filter(Boolean);

function saldozin(rijen, regels, t) {
  if (!regels.saldo) return [];
  const uit = saldo(rijen, regels.saldo);
  return uit.partijen.some((deel) => deel.kas !== null) ? [vul(t.saldo, { titel: regels.saldo.titel, oordeel: uit.oordeel })] : [];
}

// Per rij op één regel wat er bij geschreven is; zijn er meer kolommen voor, dan staat de kop erbij.
function notities(rijen, regels, kolommen) {
  const sleutels = regels.verslag?.notities ?? [];
  return rijen.flatMap((rij) => {
    const zinnen = sleutels
      .filter((sleutel) => tekst(rij[sleutel]))
      .map((sleutel) => (sleutels.length > 1 ? `${klein(kopVan(kolommen, sleutel))}: ` : "") + tekst(rij[sleutel]));
    return zinnen.length ? [`${tekst(rij.naam)}: ${zinnen.join("; ")}`] : [];
  });
}
