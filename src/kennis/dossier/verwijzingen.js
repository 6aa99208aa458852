// Namen waarnaar verwezen wordt: hernoemen en verwijderen werkt door in alle secties. Tweeling van verwijzingen.py.
//
// Een kolom met `verwijst` hoort streng bij een andere sectie: verdwijnt de naam, dan verdwijnt de rij. Een kolom met
// `noemt` is zacht: de naam gaat mee bij hernoemen en blijft staan bij verwijderen. Staat er `lid` bij, dan is de kolom
// een lijst van wie meedoet, en gaat de naam daar wel weg. `beschrijvingen` is {sectie: {kolommen}} van alle secties.
import { schoon } from "../woord.js";

const kolommenVan = (beschrijvingen, naam) => (Object.hasOwn(beschrijvingen, naam) ? beschrijvingen[naam].kolommen : []);
const perRij = (secties, doe) =>
  Object.fromEntries(Object.entries(secties).map(([naam, rijen]) => [naam, rijen.flatMap((rij) => doe(naam, rij) ?? [])]));

function doelVan(beschrijvingen, sectie) {
  const uniek = kolommenVan(beschrijvingen, sectie).find((k) => k.uniek);
  return `${sectie}.${uniek?.sleutel ?? ""}`;
}

// Zeg of een kolom in deze rij namen van `doel` ("sectie.kolom") noemt; `alleen` beperkt dat tot sommige rijen.
export const noemt = (kolom, doel, rij) =>
  Boolean(kolom.noemt?.includes(doel)) && Object.entries(kolom.alleen ?? {}).every(([sleutel, waarden]) => waarden.includes(rij[sleutel]));

// Een naam wijzigt overal, ook midden in een lijstje met puntkomma's.
export function hernoem(secties, beschrijvingen, sectie, van, naar) {
  const oud = schoon(van), nieuw = schoon(naar), doel = doelVan(beschrijvingen, sectie);
  return perRij(secties, (naam, rij) => {
    const kopie = { ...rij };
    for (const kolom of kolommenVan(beschrijvingen, naam)) {
      const waarde = rij[kolom.sleutel];
      if (typeof waarde !== "string") continue;
      if (`${naam}.${kolom.sleutel}` === doel || kolom.verwijst === doel) kopie[kolom.sleutel] = waarde === oud ? nieuw : waarde;
      else if (noemt(kolom, doel, rij)) kopie[kolom.sleutel] = vervang(waarde, oud, nieuw);
    }
    return kopie;
  });
}

// Wie weg is, is ook weg waar er streng naar verwezen werd, en in lijsten van wie meedoet.
export function verwijder(secties, beschrijvingen, sectie, van) {
  const oud = schoon(van), doel = doelVan(beschrijvingen, sectie);
  return perRij(secties, (naam, rij) => {
    const kolommen = kolommenVan(beschrijvingen, naam);
    if (kolommen.some((k) => (`${naam}.${k.sleutel}` === doel || k.verwijst === doel) && rij[k.sleutel] === oud)) return null;
    const leden = kolommen.filter((k) => k.lid && noemt(k, doel, rij) && typeof rij[k.sleutel] === "string");
    return { ...rij, ...Object.fromEntries(leden.map((k) => [k.sleutel, vervang(rij[k.sleutel], oud, "") || null])) };
  });
}

// De namen die bij een kolom voor de hand liggen: wat in de secties staat die zij noemt of waarnaar zij verwijst.
export function suggesties(secties, kolom, rij = null) {
  const doelen = [...(kolom.noemt ?? []), ...(kolom.verwijst ? [kolom.verwijst] : [])];
  const telt = (doel) => rij === null || noemt(kolom, doel, rij) || kolom.verwijst === doel;
  return [...new Set(doelen.filter(telt).flatMap((doel) => {
    const [naam, sleutel] = doel.split(".");
    return (secties[naam] ?? []).map((een) => een[sleutel]).filter(Boolean);
  }))];
}

// Vervang een naam die alleen staat, of tussen puntkomma's; een lege nieuwe naam verdwijnt.
function vervang(waarde, oud, nieuw) {
  if (waarde === oud) return nieuw;
  const delen = waarde.split(";").map(schoon);
  return delen.includes(oud) ? delen.map((deel) => (deel === oud ? nieuw : deel)).filter(Boolean).join("; ") : waarde;
}
