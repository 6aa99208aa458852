// De bladen voor een rekenblad: het plan, elke tabel eruit, en elke sectie met de koppen van het scherm. Tweeling van bladen.py.
import { TEKSTEN, celVan, soortVan, zuiverAlles } from "./tekst.js";

const T = TEKSTEN.bladen;
const LANGST = 31; // tekens in de naam van een blad; meer weigert Excel

export function maakBladen(dossier, verslag, secties) {
  const gevuld = Object.entries(secties).filter(([naam]) => dossier.secties?.[naam]?.length);
  const uit = [
    { naam: T.plan, koppen: T.koppen, soorten: T.koppen.map(() => "tekst"), rijen: planrijen(verslag) },
    ...verslag.delen.filter((deel) => deel.soort === "tabel").map(({ titel, koppen, soorten, rijen }) => ({ naam: titel, koppen, soorten, rijen })),
    ...gevuld.map(([naam, { titel, kolommen }]) => ({ naam: titel, ...sectieblad(dossier.secties[naam], kolommen) })),
  ];
  const namen = bladnamen(uit.map((blad) => blad.naam));
  return zuiverAlles(uit.map((blad, i) => ({ ...blad, naam: namen[i] })));
}

export function bladnamen(titels) {
  const uit = [], kort = (letters, lang) => [...letters].slice(0, lang).join(""), rand = (letters) => letters.replace(/^[' ]+|[' ]+$/g, "");
  for (const titel of titels) {
    const kaal = rand(kort(rand(titel.replace(/[[\]:*?/\\]/g, " ")), LANGST)) || T.plan;
    let naam = kaal, nummer = 1;
    while (uit.some((eerder) => eerder.toLowerCase() === naam.toLowerCase())) {
      nummer++;
      naam = `${kort(kaal, LANGST - String(nummer).length - 1)} ${nummer}`;
    }
    uit.push(naam);
  }
  return uit;
}

// De zinnen van het plan onder elkaar, met ervoor waar ze bij horen.
function planrijen(verslag) {
  const rijen = [];
  let onderdeel = null, wat = null;
  for (const deel of verslag.delen) {
    if (deel.soort === "kop") [onderdeel, wat] = deel.niveau === 3 ? [onderdeel, deel.tekst] : [deel.tekst, null];
    else if (deel.soort === "kenmerken") rijen.push(...deel.paren.map((paar) => [onderdeel, ...paar]));
    else if (deel.soort === "alinea") rijen.push([onderdeel, wat, deel.tekst]);
    else if (deel.soort === "opsomming") rijen.push(...deel.regels.map((regel) => [onderdeel, wat, regel.tekst]));
  }
  return rijen;
}

// Een verborgen kolom komt mee als er iets in staat, zodat er niets verdwijnt.
function sectieblad(rijen, kolommen) {
  const eigen = kolommen.filter((k) => !k.verborgen || rijen.some((rij) => celVan(rij, k) !== null));
  return { koppen: eigen.map((k) => k.kop), soorten: eigen.map(soortVan), rijen: rijen.map((rij) => eigen.map((k) => celVan(rij, k))) };
}
