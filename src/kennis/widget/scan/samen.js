// Wat er alleen bij sommige scans staat: wie wat met wie deelt, en metingen naast elkaar.
import { metingenTabel, parenZinnen } from "../../regels/samen.js";
import { hint } from "../delen.js";
import { maak } from "../dom.js";
import { leesTabel } from "../tabel.js";

const kop = (tekst) => maak("h3", { class: "kg-deelkop" }, tekst);

export function tekenMetingen(uit, deel, regels) {
  const tabel = metingenTabel(uit, deel, regels), { metingen: titel, metingen_uitleg: uitleg } = regels.teksten;
  return tabel && [kop(titel), leesTabel(`${titel}: ${deel.titel}`, tabel.koppen, tabel.rijen), hint(uitleg)];
}

export function tekenParen(uit, regels) {
  const zinnen = parenZinnen(uit, regels), { paren: titel, paren_uitleg: uitleg } = regels.teksten;
  return zinnen.length > 0 && [kop(titel), maak("ul", {}, zinnen.map((zin) => maak("li", {}, zin))), hint(uitleg)];
}
