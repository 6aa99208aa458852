// De vraag van de lezer wordt een gewogen lijst termen voor MiniSearch.
import MiniSearch from "../derden/minisearch.js";
import * as taal from "./taal.js";
import { uitpakken, VELDEN } from "./uitpakken.js";

const [TITEL, , TEKST] = VELDEN.keys();
const MINIMUM_STAM = 3;
const GEWICHT = {
  titel: 2.5, vragen: 2, half: 0.25, begrip: 0.45,
  deelVanOnbekend: 0.8, deelVanBekend: 0.3, samengevoegd: 1, synoniem: 0.5, begin: 0.6, eindje: 0.4,
};
const BEGRIP = 1;
const VAN_EEN_DEFINITIE = new Set("wat is zijn betekent betekenen bedoelt bedoeld een de het van met en in op".split(" "));
const FUZZY = 0.2;
const LANGSTE_SYNONIEM = 6;
// Een geplakte bladzijde is geen vraag; en een woord van honderd letters kost het zoeken seconden.
const LANGSTE_VRAAG = 400;
const LANGSTE_WOORD = 60;

// Hetzelfde lexicon als `voorbewerking.lexicon`, afgeleid uit de index.
function lexicon(index, geenDeel) {
  const telt = (keren) => Object.values(keren || {}).reduce((som, n) => som + n, 0);
  const isWoord = (term) => term.length >= MINIMUM_STAM && !/^\d+$/.test(term) && !geenDeel.has(term);
  const vaak = index.filter(([term, velden]) => isWoord(term) && telt(velden[TITEL]) + telt(velden[TEKST]) > 1);
  return new Set(vaak.map(([term]) => term));
}

export class Machine {
  constructor(data) {
    this.data = data;
    this.stop = new Set(data.stop.split(" "));
    const json = uitpakken(data, this.stop);
    this.bouwstenen = lexicon(json.index, new Set(data.geenDeel.split(" ")));
    this.bekend = new Set(json.index.map(([term]) => term));
    this.motor = MiniSearch.loadJS(json, { fields: VELDEN, tokenize: (vraag) => vraag.split(" "), processTerm: (term) => term });
  }

  // De bekende delen van een samenstelling.
  delen(woord) {
    return taal.delen(woord, this.bouwstenen);
  }

  // Geeft de gevonden secties, de beste eerst, en de woorden die het boek niet kent.
  zoek(vraag) {
    const { termen, ruim, vreemd } = this.ontleed(vraag.slice(0, LANGSTE_VRAAG));
    if (!termen.size) return { treffers: [], vreemd: [] };
    const treffers = this.motor.search([...termen.keys()].join(" "), {
      boost: { titel: GEWICHT.titel, vragen: GEWICHT.vragen },
      boostDocument: (id) => this.gewicht(this.data.secties[id]),
      boostTerm: (term) => termen.get(term).gewicht,
      fuzzy: (term) => (ruim.has(term) ? FUZZY : false),
      prefix: (term) => ruim.has(term),
    });
    weegDekking(treffers, termen);
    this.zetDirect(vraag, treffers);
    const begin = (stam) => treffers.some((treffer) => treffer.terms.some((term) => term.startsWith(stam)));
    return { treffers, vreemd: vreemd.filter(([, stam]) => !begin(stam)).map(([woord]) => woord) };
  }

  // Bronnen tellen half, en een begrip minder dan het verhaal: wie een vraag heeft, zoekt geen definitie.
  gewicht([, , , , half, aard]) {
    return (half ? GEWICHT.half : 1) * (aard === BEGRIP ? GEWICHT.begrip : 1);
  }

  // Wie precies een begrip of een gereedschap zoekt ("kassier", "wat is een kassier?"), krijgt dat als eerste.
  // "Welke indicatoren kies ik" is een vraag, en vraagt niet om een definitie.
  zetDirect(vraag, treffers) {
    if (taal.woorden(vraag).some((woord) => this.stop.has(woord) && !VAN_EEN_DEFINITIE.has(woord))) return;
    const naam = taal.woorden(vraag).filter((woord) => !this.stop.has(woord)).map(taal.stam).join(" ");
    if (!Object.hasOwn(this.data.direct, naam)) return;
    const plek = treffers.findIndex((treffer) => treffer.id === this.data.direct[naam]);
    if (plek < 0) return;
    const [treffer] = treffers.splice(plek, 1);
    treffer.score = Math.max(treffer.score, (treffers[0]?.score ?? 0) + 1);
    treffer.direct = true;
    treffers.unshift(treffer);
  }

  // Geeft de termen met hun gewicht, welke ruim gezocht worden, en welke woorden nergens in het boek staan.
  ontleed(vraag) {
    const woorden = taal.woorden(vraag).filter((woord) => !this.stop.has(woord) && woord.length <= LANGSTE_WOORD);
    const stammen = woorden.map(taal.stam);
    const termen = new Map();
    // `voor` is de hoeveelste van de woorden van de lezer deze term vertegenwoordigt.
    const bij = (term, gewicht, ...voor) => {
      const oud = termen.get(term) || { gewicht: 0, voor: new Set() };
      voor.forEach((i) => oud.voor.add(i));
      termen.set(term, { gewicht: Math.max(gewicht, oud.gewicht), voor: oud.voor });
    };
    const synoniemen = this.voegSynoniemenBij(stammen, bij);
    woorden.forEach((woord, i) => {
      const samen = i > 0 && taal.stam(woorden[i - 1] + woord);
      if (samen && this.bekend.has(samen)) bij(samen, GEWICHT.samengevoegd, i - 1, i);
    });
    const wordtGetypt = /\s$/.test(vraag) ? -1 : stammen.length - 1;
    const vreemd = stammen
      .map((stam, i) => [woorden[i], stam, this.voegWoordBij(woorden[i], stam, i, i === wordtGetypt, bij)])
      .filter(([, stam, isVreemd]) => isVreemd && !synoniemen.has(stam));
    return { termen, ruim: new Set(stammen.filter((stam) => !this.bekend.has(stam))), vreemd };
  }

  // Voegt andere woorden voor hetzelfde toe; geeft de stammen waar er een voor was.
  voegSynoniemenBij(stammen, bij) {
    const gevonden = new Set();
    for (let i = 0; i < stammen.length; i++) {
      for (let n = 1; n <= LANGSTE_SYNONIEM && i + n <= stammen.length; n++) {
        const groep = stammen.slice(i, i + n);
        if (!Object.hasOwn(this.data.synoniemen, groep.join(" "))) continue;
        groep.forEach((stam) => gevonden.add(stam));
        for (const naam of this.data.synoniemen[groep.join(" ")]) {
          const losse = naam.split(" ");
          losse.forEach((term) => bij(term, GEWICHT.synoniem / Math.sqrt(losse.length), i));
        }
      }
    }
    return gevonden;
  }

  // Voegt een woord toe, met zijn delen; zegt of het boek het helemaal niet kent.
  voegWoordBij(woord, stam, i, wordtGetypt, bij) {
    const kent = this.bekend.has(stam), delen = this.delen(woord);
    bij(stam, 1, i);
    delen.forEach((deel) => bij(deel, kent ? GEWICHT.deelVanBekend : GEWICHT.deelVanOnbekend, i));
    if (kent) return false;
    const begin = wordtGetypt && this.beginVan(stam), eind = !delen.length && this.eindje(woord);
    if (begin) bij(begin, GEWICHT.begin, i);
    if (eind) bij(eind, GEWICHT.eindje, i);
    return !delen.length;
  }

  // Het langste begin van een woord dat een term is: "bekostigi" hoort al bij "bekost".
  beginVan(stam) {
    for (let n = stam.length - 1; n >= Math.max(5, stam.length - 5); n--) {
      if (this.bekend.has(stam.slice(0, n))) return stam.slice(0, n);
    }
    return "";
  }

  // Van een samenstelling die niet helemaal te splitsen is: het langste bekende eind ("huur" van "huurschuld").
  eindje(woord) {
    for (let n = woord.length - 3; n >= 4; n--) {
      const einden = [woord.slice(0, n), woord.slice(-n)].map(taal.stam);
      const gevonden = einden.find((stam) => this.bekend.has(stam) && !/^\d+$/.test(stam));
      if (gevonden) return gevonden;
    }
    return "";
  }
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
