// Datums en momenten: schrijven zoals een lezer ze kent, en op volgorde zetten. Tweeling van tijd.py.
import { tekst } from "../regels/basis.js";

const MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

export function datum(waarde) {
  const woorden = tekst(waarde),
    gevonden = woorden.match(/^([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?$/);
  if (!gevonden || !MAANDEN[Number(gevonden[2]) - 1]) return woorden;
  return `${gevonden[3] ? `${Number(gevonden[3])} ` : ""}${MAANDEN[Number(gevonden[2]) - 1]} ${gevonden[1]}`;
}

export function tijdsleutel(waarde) {
  const woorden = tekst(waarde).toLowerCase();
  let g = woorden.match(/^([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?$/);
  if (g) return tijd(g[1], g[2], g[3]);
  g = woorden.match(/^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$/);
  if (g) return tijd(g[3], g[2], g[1]);
  g = woorden.match(/^(?:([1-4])e kwartaal|(?:q|kwartaal) ?([1-4])) ([0-9]{4})$/);
  if (g) return tijd(g[3], String(3 * Number(g[1] ?? g[2])));
  g = woorden.match(/^(?:([0-9]{1,2}) )?([a-z]{3,9})\.? ([0-9]{4})$/);
  return g && maand(g[2]) ? tijd(g[3], String(maand(g[2])), g[1]) : "";
}

const maand = (woord) => (woord === "mrt" ? 3 : MAANDEN.findIndex((naam) => naam.startsWith(woord)) + 1);

const tijd = (jaar, maandnummer = "99", dag = "99") => `${jaar}-${maandnummer.padStart(2, "0")}-${dag.padStart(2, "0")}`;
