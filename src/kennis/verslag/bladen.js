// De bladen voor een rekenblad: het plan, elke tabel eruit, en elke sectie met de koppen van het scherm. Tweeling van bladen.py.
import { TEKSTEN, celVan, celtekst, soortVan, zuiverAlles } from "./tekst.js";

const T = TEKSTEN.bladen;
const LANGST = 31; // tekens in de naam van een blad; meer weigert Excel
const VOL = 32767,
  KORTER = 16000; // zoveel past in een cel; wat langer is, wordt zichtbaar afgebroken

export function maakBladen(dossier, verslag, secties) {
  const gevuld = Object.entries(secties).filter(([naam]) => dossier.secties?.[naam]?.length);
  const uit = [
    { naam: T.plan, koppen: T.koppen, soorten: T.koppen.map(() => "tekst"), rijen: planrijen(verslag) },
    ...tabellen(verslag),
    ...gevuld.map(([naam, { titel, kolommen }]) => ({ naam: titel, ...sectieblad(dossier.secties[naam], kolommen) })),
  ];
  const namen = bladnamen(uit.map((blad) => blad.naam));
  return zuiverAlles(uit.map((blad, i) => ({ ...blad, naam: namen[i], rijen: blad.rijen.map((rij) => rij.map(past)) })));
}

const kort = (letters, lang) => [...letters].slice(0, lang).join("");

const past = (cel) => (typeof cel === "string" && cel.length > VOL ? `${kort(cel, KORTER)} ${T.afgebroken}` : cel);

// Hoe breed elke kolom van een tabel moet zijn, in tekens.
export function breedtes(tabel, breedst = 60, smalst = 9) {
  return tabel.koppen.map((kop, n) => {
    const regels = [kop, ...tabel.rijen.map((rij) => celtekst(rij[n], tabel.soorten[n]))].flatMap((cel) => cel.split("\n"));
    return Math.min(breedst, Math.max(smalst, ...regels.map((regel) => [...regel].length + 2)));
  });
}

// Een blad heet zoals de kop erboven, en een volgende tabel onder dezelfde kop naar haar eigen titel.
function tabellen(verslag) {
  const uit = [];
  let kop = "";
  for (const { soort, niveau, tekst, titel, acties, koppen, soorten, rijen } of verslag.delen) {
    if (soort === "kop" && niveau < 3) kop = tekst;
    if (soort !== "tabel") continue;
    uit.push({ naam: acties || !kop ? titel : kop, koppen, soorten, rijen });
    kop = "";
  }
  return uit;
}

export function bladnamen(titels) {
  const uit = [],
    rand = (letters) => letters.replace(/^[' ]+|[' ]+$/g, "");
  for (const titel of titels) {
    const kaal = rand(kort(rand(titel.replace(/[[\]:*?/\\]/g, " ")), LANGST)) || T.plan;
    let naam = kaal,
      nummer = 1;
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
  let onderdeel = null,
    wat = null;
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
