// Per optie een rij met een teken per vraag; wat de lezer noemde, staat in een kleur. Er is geen volgorde en geen som.
import { breek } from "../../regels/zinnen.js";
import { oordeel } from "../../regels/kiezer.js";
import { teken } from "../dom.js";

const LETTER = 7.2, VAK = 30, RIJ = 26;
const SOORT = { "+": "kk-vast", "±": "kk-knoop", "-": "kk-nee", "?": "kk-knoop" };

export function rooster({ uit, regels, breed }) {
  const groep = teken("g"), { vragen, opties } = regels, links = Math.max(0, breed - vragen.length * VAK), onder = links < 150;
  const naam = (zin, y) => teken("text", { x: 0, y, class: "kk-vet" }, zin), x = (i) => (onder ? 0 : links) + i * VAK;
  let y = 20;
  vragen.forEach((_, i) => groep.append(teken("text", { x: x(i) + 13, y: 14, "text-anchor": "middle",
    class: telt(uit, i) ? "kk-vet" : "kk-grijs" }, String(i + 1))));
  for (const optie of opties) {
    const zinnen = breek(optie.titel, Math.floor((onder ? breed : links - 8) / LETTER));
    zinnen.forEach((zin, n) => groep.append(naam(zin, y + 17 + n * 15)));
    if (onder) y += zinnen.length * 15 + 4;
    vragen.forEach((_, i) => groep.append(...vak(optie, uit.antwoorden[i], x(i), y, telt(uit, i))));
    y += Math.max(RIJ, onder ? 0 : zinnen.length * 15) + 6;
  }
  vragen.forEach((vraag, i) => {
    for (const zin of breek(`${i + 1} · ${vraag.titel}`, Math.floor(breed / LETTER))) groep.append(
      teken("text", { x: 0, y: (y += 17), class: telt(uit, i) ? "kk-vet" : "kk-grijs" }, zin));
  });
  return { groep, hoog: y + 10 };
}

const telt = (uit, i) => uit.antwoorden[i].gewicht > 0;

function vak(optie, antwoord, x, y, gekozen) {
  const o = oordeel(optie, antwoord), soort = gekozen ? SOORT[o] : "kk-spoor";
  return [teken("rect", { x: x + 0.5, y: y + 0.5, width: VAK - 4, height: RIJ - 2, rx: 4, class: soort }),
    teken("text", { x: x + 13, y: y + 17, "text-anchor": "middle",
      class: gekozen ? (o === "+" ? "kk-wit" : null) : "kk-grijs" }, o === "-" ? "−" : o)];
}
