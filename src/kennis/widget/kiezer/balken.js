// Per optie een balk: dicht is zeker, gearceerd hangt van open vragen af.
import { vul } from "../../regels/basis.js";
import { toonPunten } from "../../regels/kiezer.js";
import { breek } from "../../regels/zinnen.js";
import { nieuwId, teken } from "../dom.js";

const LETTER = 7.2, DIK = 16, RUIMTE = 118;

function arcering(id) {
  const streep = teken("line", { x1: 0, y1: 0, x2: 0, y2: 6, class: "kk-streep" });
  return teken("defs", {}, teken("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    streep));
}

// Alleen wat vooraan mag staan heeft een plaats; de rest staat er zonder nummer en in grijs.
export function balken({ uit, regels, breed }) {
  const id = nieuwId(), groep = teken("g", {}, arcering(id));
  let y = 0;
  for (const optie of uit.opties) {
    const dof = uit.kop.length > 0 && optie.plaats === null, { plek, valt_af: af } = regels.teksten;
    const plaats = optie.valt_af.length ? af : optie.plaats;
    const naam = plaats === null ? optie.titel : vul(plek, { plaats: String(plaats), titel: optie.titel });
    for (const lijn of breek(naam, Math.floor(breed / LETTER))) groep.append(
      teken("text", { x: 0, y: (y += 17), class: dof ? "kk-grijs" : "kk-vet" }, lijn));
    groep.append(...balk(optie, y + 6, breed, uit.totaal, dof, id));
    y += DIK + 16;
  }
  return { groep, hoog: y };
}

function balk(optie, y, breed, totaal, af, id) {
  const lang = breed - RUIMTE, dof = af ? " kk-dof" : "", deel = (punten) => (totaal ? (lang * punten) / totaal : 0);
  const vlak = (x, width, meer) => teken("rect", { x: 0.5 + x, y, width, height: DIK, ...meer });
  const van = deel(optie.laag), tot = deel(optie.hoog);
  return [
    vlak(0, lang, { class: "kk-spoor" }),
    tot > van && vlak(van, tot - van, { fill: `url(#${id})`, class: `kk-bereik${dof}` }),
    van > 0 && vlak(0, van, { class: `kk-vast${dof}` }),
    teken("text", { x: breed - 2, y: y + 13, "text-anchor": "end", class: af ? "kk-grijs" : null }, toonPunten(optie, totaal)),
  ].filter(Boolean);
}
