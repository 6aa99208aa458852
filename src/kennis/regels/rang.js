// Regels voor kiezen en rangschikken: ieder verdeelt elk cijfer één keer, en de groep ziet wat zij deelt. Tweeling van rang.py.
import { getal, sorteer, vul } from "./basis.js";

// Wie elk cijfer van 1 tot en met `top` precies één keer gaf.
export function klaar(antwoorden, personen, top) {
  const cijfers = (persoon) => [...antwoorden.values()].filter((bij) => bij.has(persoon)).map((bij) => getal(bij.get(persoon).score))
    .filter((score) => score > 0).sort((a, b) => a - b);
  const alle = Array.from({ length: top }, (_, i) => i + 1).join();
  return personen.filter((persoon) => cijfers(persoon).join() === alle);
}

// Wat iemand die klaar is niet koos, telt als 0.
export function vulNullen(antwoorden, wie) {
  for (const bij of antwoorden.values()) for (const persoon of wie) if (!bij.has(persoon)) bij.set(persoon, { score: 0 });
}

export function oordeel({ punten }, wie, iedereen, top) {
  const scores = punten.filter((p) => wie.includes(p.persoon)).map((p) => p.score), koos = scores.filter((score) => score > 0).length;
  const compleet = scores.length === iedereen && iedereen >= 2;
  return { gedeeld: compleet && koos === iedereen, top_en_niet: scores.includes(top) && scores.includes(0), enkel: compleet && koos === 1 };
}

// Wat iemand koos, het hoogste gemiddelde eerst en zonder de nullen, en de namen van wat niemand koos.
export function gekozen(stellingen) {
  const met = stellingen.map((s) => ({ ...s, punten: s.punten.filter((p) => p.score > 0) }));
  return { dingen: sorteer(met.filter((s) => s.punten.length), (s) => [-s.gemiddelde]),
    niet: met.filter((s) => !s.punten.length).map((s) => s.tekst) };
}

// Per twee personen wat zij allebei kozen; de grootste afstand staat eerst.
export function paren(stellingen, wie) {
  const koos = (s, persoon) => s.punten.some((p) => p.persoon === persoon && p.score > 0);
  const uit = wie.flatMap((een, i) => wie.slice(i + 1).map((ander) => {
    const samen = stellingen.filter((s) => koos(s, een) && koos(s, ander)).map((s) => s.tekst);
    return { een, ander, gedeeld: samen.length, samen };
  }));
  return sorteer(uit, (paar) => [paar.gedeeld]);
}

export const meldingen = (personen, wie, top, sjabloon) =>
  personen.filter((persoon) => !wie.includes(persoon)).map((naam) => vul(sjabloon, { naam, top: String(top) }));
