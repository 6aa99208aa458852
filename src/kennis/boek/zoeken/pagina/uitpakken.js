// Maakt van de ingepakte index het JSON van MiniSearch 7 (zie `index.py`). Ingepakt is hij een derde kleiner.
import { stam, woorden as woordenVan } from "./taal.js";

export const VELDEN = ["titel", "pagina", "tekst", "delen", "vragen"];
const INGEPAKT = [0, 2, 3, 4]; // het veld "pagina" volgt uit de titels van de pagina's

// "2 1*3" is: sectie 1 één keer, sectie 2 drie keer. Elk getal is de afstand tot het vorige, in 36-tallig.
function plekken(ingepakt) {
  let sectie = -1;
  return ingepakt.split(" ").filter(Boolean).map((deel) => {
    const [afstand, keren] = deel.split("*");
    sectie += parseInt(afstand, 36);
    return [sectie, keren ? parseInt(keren, 36) : 1];
  });
}

function tel(woorden) {
  const keren = new Map();
  for (const woord of woorden) keren.set(woord, (keren.get(woord) || 0) + 1);
  return keren;
}

export function uitpakken(data, stop) {
  const aantal = data.secties.length;
  const lengte = data.secties.map(() => VELDEN.map(() => 0));
  const index = new Map();
  const zet = (term, veld, sectie, keren) => {
    if (!index.has(term)) index.set(term, {});
    (index.get(term)[veld] ||= {})[sectie] = keren;
    lengte[sectie][veld]++;
  };
  const lijsten = data.plekken.split("\n");
  data.termen.split("\n").forEach((term, i) => {
    lijsten[i].split("|").forEach((ingepakt, n) => plekken(ingepakt).forEach(([sectie, keren]) => zet(term, INGEPAKT[n], sectie, keren)));
  });
  const titels = data.paginas.map(([, titel]) => tel(woordenVan(titel).filter((woord) => !stop.has(woord)).map(stam)));
  data.secties.forEach(([pagina], sectie) => titels[pagina].forEach((keren, term) => zet(term, 1, sectie, keren)));
  return {
    documentCount: aantal,
    nextId: aantal,
    documentIds: { ...data.secties.map((_, i) => i) },
    fieldIds: Object.fromEntries(VELDEN.map((veld, i) => [veld, i])),
    fieldLength: { ...lengte },
    averageFieldLength: VELDEN.map((_, veld) => lengte.reduce((som, velden) => som + velden[veld], 0) / aantal),
    storedFields: {},
    dirtCount: 0,
    index: [...index],
    serializationVersion: 2,
  };
}
