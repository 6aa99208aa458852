// De vraag van de lezer wordt een gewogen lijst termen voor MiniSearch.
import MiniSearch from "../derden/minisearch.js";
import * as taal from "./taal.js";
import { uitpakken, VELDEN } from "./uitpakken.js";

const [TITEL, , TEKST] = VELDEN.keys();
const MINIMUM_STAM = 3;
const GEWICHT = { titel: 2.5, half: 0.5, deelVanOnbekend: 0.8, deelVanBekend: 0.3, samengevoegd: 1, synoniem: 0.5, begin: 0.6, eindje: 0.4 };
const FUZZY = 0.2;
const LANGSTE_SYNONIEM = 6;

// Hetzelfde lexicon als `voorbewerking.lexicon`, afgeleid uit de index.
function lexicon(index, geenDeel) {
  const telt = (keren) => Object.values(keren || {}).reduce((som, n) => som + n, 0);
  const vaak = index.filter(([term, velden]) => term.length >= MINIMUM_STAM && !/^\d+$/.test(term) && telt(velden[TITEL]) + telt(velden[TEKST]) > 1);
  return new Set(vaak.map(([term]) => term).filter((term) => !geenDeel.has(term)));
}

export function maak(data) {
  const stop = new Set(data.stop.split(" "));
  const json = uitpakken(data, stop);
  const bouwstenen = lexicon(json.index, new Set(data.geenDeel.split(" ")));
  const bekend = new Set(json.index.map(([term]) => term));
  const motor = MiniSearch.loadJS(json, { fields: VELDEN, tokenize: (vraag) => vraag.split(" "), processTerm: (term) => term });

  // Het langste begin van een woord dat een term is: "bekostigi" hoort al bij "bekost".
  function beginVan(stam) {
    for (let n = stam.length - 1; n >= Math.max(5, stam.length - 5); n--) {
      if (bekend.has(stam.slice(0, n))) return stam.slice(0, n);
    }
    return "";
  }

  // Van een samenstelling die niet helemaal te splitsen is: het langste bekende eind ("huur" van "huurschuld").
  function eindje(woord) {
    for (let n = woord.length - 3; n >= 4; n--) {
      const ends = [woord.slice(0, n), woord.slice(-n)].map(taal.stam);
      const gevonden = ends.find((stam) => bekend.has(stam) && !/^\d+$/.test(stam));
      if (gevonden) return gevonden;
    }
    return "";
  }

  // Geeft de termen met hun gewicht, welke ruim gezocht worden, en welke woorden nergens in het boek staan.
  function ontleed(vraag) {
    const woorden = taal.woorden(vraag).filter((woord) => !stop.has(woord));
    const stammen = woorden.map(taal.stam);
    const termen = new Map();
    const ruim = new Set();
    const vreemd = [];
    // `voor` is de hoeveelste van de woorden van de lezer deze term vertegenwoordigt.
    const bij = (term, gewicht, ...voor) => {
      const oud = termen.get(term) || { gewicht: 0, voor: new Set() };
      voor.forEach((i) => oud.voor.add(i));
      termen.set(term, { gewicht: Math.max(gewicht, oud.gewicht), voor: oud.voor });
    };
    const synoniemen = new Set();
    for (let i = 0; i < stammen.length; i++) {
      for (let n = 1; n <= LANGSTE_SYNONIEM && i + n <= stammen.length; n++) {
        const groep = stammen.slice(i, i + n).join(" ");
        if (!Object.hasOwn(data.synoniemen, groep)) continue;
        const ander = data.synoniemen[groep];
        stammen.slice(i, i + n).forEach((stam) => synoniemen.add(stam));
        for (const naam of ander) {
          const losse = naam.split(" ");
          losse.forEach((term) => bij(term, GEWICHT.synoniem / Math.sqrt(losse.length), i));
        }
      }
      const samen = i > 0 && taal.stam(woorden[i - 1] + woorden[i]);
      if (samen && bekend.has(samen)) bij(samen, GEWICHT.samengevoegd, i - 1, i);
    }
    stammen.forEach((stam, i) => {
      const kent = bekend.has(stam);
      const delen = taal.delen(woorden[i], bouwstenen);
      const wordtGetypt = i === stammen.length - 1 && !/\s$/.test(vraag);
      bij(stam, 1, i);
      delen.forEach((deel) => bij(deel, kent ? GEWICHT.deelVanBekend : GEWICHT.deelVanOnbekend, i));
      if (!kent) ruim.add(stam);
      if (!kent && wordtGetypt && beginVan(stam)) bij(beginVan(stam), GEWICHT.begin, i);
      if (!kent && !delen.length && eindje(woorden[i])) bij(eindje(woorden[i]), GEWICHT.eindje, i);
      if (!kent && !delen.length && !synoniemen.has(stam)) vreemd.push([woorden[i], stam]);
    });
    return { termen, ruim, vreemd };
  }

  // MiniSearch vermenigvuldigt met het aantal gevonden termen. Dan tellen synoniemen en delen als extra woorden;
  // hier telt hoeveel van de woorden van de lezer gevonden zijn.
  function weegDekking(treffers, termen) {
    for (const treffer of treffers) {
      const gedekt = new Set(treffer.queryTerms.flatMap((term) => [...termen.get(term).voor]));
      treffer.score *= gedekt.size / treffer.queryTerms.length;
    }
    treffers.sort((a, b) => b.score - a.score);
  }

  // Geeft de gevonden secties, de beste eerst, en de woorden die het boek niet kent.
  function zoek(vraag) {
    const { termen, ruim, vreemd } = ontleed(vraag);
    if (!termen.size) return { treffers: [], vreemd: [] };
    const treffers = motor.search([...termen.keys()].join(" "), {
      boost: { titel: GEWICHT.titel },
      boostDocument: (id) => (data.secties[id][4] ? GEWICHT.half : 1),
      boostTerm: (term) => termen.get(term).gewicht,
      fuzzy: (term) => (ruim.has(term) ? FUZZY : false),
      prefix: (term) => ruim.has(term),
    });
    weegDekking(treffers, termen);
    const begin = (stam) => treffers.some((treffer) => treffer.terms.some((term) => term.startsWith(stam)));
    return { treffers, vreemd: vreemd.filter(([, stam]) => !begin(stam)).map(([woord]) => woord) };
  }

  return { zoek, delen: (woord) => taal.delen(woord, bouwstenen) };
}
