// Wat een rekenblad aan het verslag bijdraagt: de conclusie, de uitkomsten, wat is ingevuld en wat nog nodig is. Tweeling van rekenblad.py.
import { tekst, vul } from "../regels/basis.js";
import { namenOpAssen, toonUitkomst, uitkomst } from "../regels/rekenblad.js";
import { kans, kanszin } from "../regels/rekenbladkans.js";
import { hoofdletter } from "../regels/zinnen.js";
import { celVan, getoond, noem, soortVan, tekstenVan } from "./tekst.js";

export function bijdrage(secties, regels, keuzes, kolommen) {
  const t = tekstenVan("rekenblad", regels),
    eigen = kolommen[regels.sectie] ?? [];
  if (!(secties[regels.sectie] ?? []).some((rij) => eigen.some((k) => celVan(rij, k) !== null))) return null;
  const uit = uitkomst(secties, regels),
    zeker = kans(secties, regels),
    getoonde = uit.resultaten.filter((_, i) => regels.resultaten[i].toon ?? true);
  return {
    zin: [uit.conclusie.zin, ...(uit.illustratief ? [t.voorbeeld] : [])].join(" "),
    keuze: [],
    tabellen: [
      ...uitkomsten(getoonde, uit.onzeker, regels, t),
      ...perGroep(getoonde, uit.groepen, regels),
      ...kruis(getoonde, uit, regels),
      ...(zeker ? [tornado(zeker, regels)] : []),
      ...ingevuld(secties, uit, regels, kolommen),
    ],
    raad: [...uit.meldingen, ...(zeker ? [kanszin(zeker, regels)] : [])],
    notities: [],
    mist: uit.conclusie.mist.length ? [vul(t.nodig, { namen: noem(uit.conclusie.mist, 12) })] : [],
    keuzes: {},
    voorbeeld: uit.illustratief,
  };
}

// Wat één getal is, onder elkaar: bedragen in een tabel met bedragen, de rest in een tabel met tekst.
function uitkomsten(resultaten, onzeker, regels, t) {
  const standen = onzeker ? ["waarde", "tegen", "mee"] : ["waarde"],
    koppen = [t.uitkomst, ...standen.map((stand) => t[`stand_${stand}`])];
  return [
    ["euro", "bedragen"],
    ["tekst", "uitkomsten"],
  ].flatMap(([soort, titel]) => {
    const gekozen = resultaten.filter((r) => !r.per.length && (r.eenheid === "euro") === (soort === "euro"));
    const rijen = gekozen.map((r) => [r.titel, ...standen.map((stand) => schrijf(r.cellen[stand], r, regels))]);
    return rijen.length ? [{ titel: titelVan(regels, t[titel]), koppen, soorten: ["tekst", ...standen.map(() => soort)], rijen }] : [];
  });
}

// Het gereedschap voor de titel van een tabel: op een plan staan soms meer rekenbladen.
const titelVan = (regels, titel) => `${regels.titel}: ${titel.slice(0, 1).toLowerCase()}${titel.slice(1)}`;

// Een bedrag blijft een getal; wat niet bekend is of een andere eenheid heeft, wordt tekst.
const schrijf = (waarde, vorm, regels) =>
  vorm.eenheid === "euro" && typeof waarde === "number" ? waarde : toonUitkomst(waarde, vorm, regels.teksten.onbekend);

const soortVanEenheid = (een) => (een.eenheid === "euro" ? "euro" : "tekst");

// Wat per groep (zoals per partij) is uitgerekend, naast elkaar.
function perGroep(resultaten, groepen, regels) {
  const gekozen = resultaten.filter((r) => regels.groep && r.per.length === 1 && r.per[0] === regels.groep.naam);
  if (!gekozen.length || !groepen.length) return [];
  const { titel } = regels.groep;
  return [
    {
      titel: titelVan(regels, titel),
      koppen: [titel, ...gekozen.map((r) => r.titel)],
      soorten: ["tekst", ...gekozen.map(soortVanEenheid)],
      rijen: groepen.map((groep, i) => [groep, ...gekozen.map((r) => schrijf(r.cellen[i].waarde, r, regels))]),
    },
  ];
}

// Wat op twee assen ligt, in een tabel: de ene as naar onder, de andere naar rechts.
function kruis(resultaten, uit, regels) {
  const namen = namenOpAssen(uit, regels), assen = [...(regels.assen ?? []), ...(regels.groep ? [regels.groep] : [])];
  const titels = { jaar: regels.teksten.jaarkop, ...Object.fromEntries(assen.map(({ naam, titel }) => [naam, titel])) };
  return resultaten
    .filter(({ per, cellen }) => per.length === 2 && cellen.length && namen[per[1]].length)
    .map((r) => {
      const [onder, naar] = r.per;
      return {
        titel: r.titel,
        koppen: [titels[onder], ...namen[naar]],
        soorten: ["tekst", ...namen[naar].map(() => soortVanEenheid(r))],
        rijen: namen[onder].map((naam, i) => [naam, ...r.cellen[i].map((cel) => schrijf(cel.waarde, r, regels))]),
      };
    });
}

// Per onzeker bedrag de uitkomst bij laag en bij hoog; wat het meest uitmaakt staat boven.
function tornado(zeker, regels) {
  const { teksten: t } = regels,
    vorm = { eenheid: "", niets: "", mist: [], ...regels.resultaten.find((r) => r.naam === regels.kans.resultaat) };
  return {
    titel: t.tornado,
    koppen: [t.tornado_kop, t.bij_laag, t.bij_hoog],
    soorten: ["tekst", soortVanEenheid(vorm), soortVanEenheid(vorm)],
    rijen: zeker.tornado.map(({ naam, laag, hoog }) => [naam, schrijf(laag, vorm, regels), schrijf(hoog, vorm, regels)]),
  };
}

// Elke ingevulde tabel, met de kolommen die worden uitgerekend erachter.
function ingevuld(secties, uit, regels, kolommen) {
  return regels.invoer.flatMap((deel) => {
    const rijen = secties[deel.sectie] ?? [];
    const eigen = getoond(kolommen[deel.sectie] ?? [], rijen).filter((k) => !deel.kolommen?.length || deel.kolommen.includes(k.sleutel));
    const erbij = uit.kolommen.filter((_, i) => regels.kolommen[i].sectie === deel.sectie);
    return eigen.length
      ? [
          {
            titel: hoofdletter(tekst(deel.titel)),
            koppen: [...eigen.map((k) => k.kop), ...erbij.map((k) => k.titel)],
            soorten: [...eigen.map(soortVan), ...erbij.map(soortVanEenheid)],
            rijen: rijen.map((rij, i) => [
              ...eigen.map((k) => celVan(rij, k)),
              ...erbij.map((k) => schrijf(k.cellen[i].waarde, k, regels)),
            ]),
          },
        ]
      : [];
  });
}
