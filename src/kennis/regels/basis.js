// Wat alle regels delen: afronden, getallen schrijven, sjablonen vullen. Tweeling van basis.py.

import { schoon } from "../woord.js";

export const getal = (waarde) => (typeof waarde === "number" && Number.isFinite(waarde) ? waarde : null);

export const tekst = (waarde) => (typeof waarde === "string" ? schoon(waarde) : "");

export const som = (getallen) => getallen.reduce((totaal, een) => totaal + een, 0);

export const gemiddelde = (getallen) => (getallen.length ? som(getallen) / getallen.length : null);

export function toon(waarde) {
  if (waarde === null) return "–";
  // Hele getallen zonder grens, zoals in Python.
  const tienden = BigInt(Math.floor(Math.abs(waarde) * 10 + 0.5)), rest = tienden % 10n;
  return (waarde < 0 && tienden ? "-" : "") + tienden / 10n + (rest ? "," + rest : "");
}

export function toonEuro(waarde) {
  if (waarde === null) return "–";
  const heel = Math.floor(Math.abs(waarde) + 0.5);
  return (waarde < 0 && heel ? "−" : "") + "€ " + String(BigInt(heel)).replace(/\B(?=(\d{3})+$)/g, ".");
}

export function vul(sjabloon, waarden) {
  return sjabloon.replace(/\{([^}]*)\}/g, (geheel, sleutel) => (Object.hasOwn(waarden, sleutel) ? waarden[sleutel] : geheel));
}

export function opSleutel(rijen, sleutel) {
  const uit = new Map();
  for (const rij of rijen) {
    const naam = tekst(rij[sleutel]);
    if (!uit.has(naam)) uit.set(naam, rij);
  }
  return uit;
}

// Voeg rijen van een ander toe: zelfde sleutel vervangt, nieuwe komen achteraan, een voorbeeld van ons verdwijnt.
export function voegSamen(rijen, nieuwe, sleutel) {
  const id = (rij) => JSON.stringify(sleutel.map((k) => tekst(rij[k])));
  const gelijk = (a, b) => Object.keys({ ...a, ...b }).every((k) => (a[k] ?? null) === (b[k] ?? null));
  const samen = new Map(rijen.filter((rij) => tekst(rij.illustratief) !== "ja").map((rij) => [id(rij), rij]));
  let erbij = 0, vervangen = 0;
  for (const rij of nieuwe) {
    const oud = samen.get(id(rij));
    if (!oud) erbij++;
    else if (!gelijk(oud, rij)) vervangen++;
    samen.set(id(rij), rij);
  }
  return { rijen: [...samen.values()], erbij, vervangen };
}

// Vergelijk op codepunten, zoals Python dat doet.
export function vergelijk(a, b) {
  if (typeof a === "number") return a - b;
  const links = Array.from(a, (l) => l.codePointAt(0)), rechts = Array.from(b, (l) => l.codePointAt(0));
  for (let i = 0; i < Math.min(links.length, rechts.length); i++) if (links[i] !== rechts[i]) return links[i] - rechts[i];
  return links.length - rechts.length;
}

export function sorteer(rijen, sleutel) {
  const vergelijkRijen = (a, b) => {
    for (let i = 0; i < a.length; i++) {
      const verschil = vergelijk(a[i], b[i]);
      if (verschil) return verschil;
    }
    return 0;
  };
  return [...rijen].sort((a, b) => vergelijkRijen(sleutel(a), sleutel(b)));
}
