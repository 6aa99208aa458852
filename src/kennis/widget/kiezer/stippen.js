// Per partij een rij met de nummers van wat op de lijst staat; eronder staat welk nummer wat is.
import { vul } from "../../regels/basis.js";
import { breek } from "../../regels/zinnen.js";
import { teken } from "../dom.js";

const LETTER = 7.2, LINKS = 110, STAP = 28;

export function stippen({ uit, regels, breed }) {
  const groep = teken("g"), letters = Math.floor(breed / LETTER);
  if (!uit.lijst.some((ding) => ding.sleutel !== null)) return { groep, hoog: 0 };
  let y = 0;
  for (const lijn of breek(regels.lijst.figuurtitel, letters)) groep.append(teken("text", { x: 0, y: (y += 18), class: "kk-vet" }, lijn));
  for (const partij of uit.partijen) y = tekenPartij(groep, partij, y, uit, breed);
  y += 22; // de lijn onder de laatste partij ligt 18 lager dan y
  uit.lijst.forEach((ding, i) => {
    const regel = vul(regels.teksten.lijstregel, { n: String(i + 1), naam: ding.naam });
    for (const lijn of breek(regel, letters)) groep.append(
      teken("text", { x: 0, y: (y += 17), class: ding.sleutel ? null : "kk-grijs" }, lijn));
  });
  return { groep, hoog: y + 10 };
}

function tekenPartij(groep, { naam, bij }, boven, uit, breed) {
  const perRij = Math.max(1, Math.floor((breed - LINKS) / STAP)), top = boven + 18;
  groep.append(teken("text", { x: 0, y: top + 17, class: bij.length ? null : "kk-grijs" }, naam));
  bij.forEach((sleutel, i) => {
    const cx = LINKS + (i % perRij) * STAP + 12, cy = top + 13 + Math.floor(i / perRij) * STAP,
      nummer = uit.lijst.findIndex((d) => d.sleutel === sleutel) + 1;
    groep.append(teken("circle", { cx, cy, r: 11, class: "kk-vast" }),
      teken("text", { x: cx, y: cy + 4.5, "text-anchor": "middle", class: "kk-wit" }, nummer));
  });
  const onder = top + STAP * Math.max(1, Math.ceil(bij.length / perRij));
  groep.append(teken("line", { x1: 0, x2: breed, y1: onder, y2: onder, class: "kk-spoor" }));
  return onder - 18;
}
