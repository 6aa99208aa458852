// Het plaatje van een kiezer: de figuren die de regels noemen, onder elkaar.
import { vul } from "../../regels/basis.js";
import { teken } from "../dom.js";
import { balken } from "./balken.js";
import { netwerken } from "./netwerken.js";
import { rooster } from "./rooster.js";
import { stippen } from "./stippen.js";

// Elke figuur krijgt {uit, regels, breed} en geeft {groep, hoog}.
const FIGUREN = { balken, netwerken, rooster, stippen };

// uit: de uitkomst van regels/kiezer.js; breed: in pixels.
export function figuur({ uit, regels, breed }) {
  let hoog = 0;
  const delen = regels.figuur.map((naam) => {
    const deel = FIGUREN[naam]({ uit, regels, breed });
    deel.groep.setAttribute("transform", `translate(0 ${hoog})`);
    hoog += deel.hoog;
    return deel.groep;
  });
  const maat = { viewBox: `0 0 ${breed} ${Math.max(1, hoog)}`, width: breed, height: hoog };
  return { svg: teken("svg", { class: "kk-svg", role: "img", ...maat, "aria-label": omschrijving(uit, regels) }, delen), hoog };
}

function omschrijving(uit, { lijst, titel, teksten }) {
  if (!lijst) return vul(teksten.figuur, { titel, zin: uit.zekerheid.zin });
  const wie = uit.partijen.filter((p) => p.bij.length).map((p) => `${p.naam} ${p.bij.length}`);
  return [lijst.figuurtitel, wie.join(", ")].filter(Boolean).join(" ");
}
