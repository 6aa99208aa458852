// Woorden aan elkaar zetten, breken en kaal maken: wat figuren, tabellen en regels delen. Tweeling van zinnen.py.
import { leeg, schrijfGetal } from "../woord.js";

export const opsomming = (namen) => (namen.length > 1 ? `${namen.slice(0, -1).join(", ")} en ${namen.at(-1)}` : (namen[0] ?? ""));

export const aantal = (getal, een, meer) => `${getal} ${getal === 1 ? een : meer}`;

export function hoofdletter(tekst) {
  const [eerste = "", ...rest] = tekst;
  return eerste.toUpperCase() + rest.join("");
}

export const kaal = (tekst) => (tekst ?? "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");

export function breek(tekst, letters) {
  const regels = [];
  const lengte = (zin) => Array.from(zin).length;
  for (const woord of tekst.split(" ")) {
    const tekens = Array.from(woord);
    for (let begin = 0; begin < tekens.length; begin += letters) {
      const deel = tekens.slice(begin, begin + letters).join("");
      const past = regels.length && begin === 0 && lengte(regels.at(-1)) + 1 + lengte(deel) <= letters;
      if (past) regels[regels.length - 1] += ` ${deel}`;
      else regels.push(deel);
    }
  }
  return regels.length ? regels : [""];
}

export const alsTekst = (waarde) => (leeg(waarde) ? "" : typeof waarde === "number" ? schrijfGetal(waarde) : String(waarde));
