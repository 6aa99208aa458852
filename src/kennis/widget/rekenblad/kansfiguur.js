// Twee figuren bij 'hoe zeker is dit': een tornado en de staven van de simulatie. Data in, svg uit.
import { teken } from "../dom.js";

const BREED = 560, REGEL = 40, HOOG = 90;
const schrijf = (zin, x, y, soort, anker = "start") => teken("text", { x, y, class: soort, "text-anchor": anker }, zin);
const vel = (hoog, label, ...delen) => teken("svg", { class: "kg-svg", role: "img", "aria-label": label, viewBox: `0 0 ${BREED} ${hoog}`, width: "100%" }, delen);

// Per bedrag een balk van de uitkomst bij laag tot de uitkomst bij hoog; de grootste staat boven.
export function tornadofiguur(tornado, waarde, toon, titel) {
  const alle = [waarde, ...tornado.flatMap(({ laag, hoog }) => [laag, hoog])], min = Math.min(...alle), max = Math.max(...alle);
  const naarX = (w) => 4 + (w - min) / (max - min || 1) * (BREED - 8), onder = tornado.length * REGEL;
  const balken = tornado.map(({ naam, laag, hoog }, i) => {
    const x = Math.min(naarX(laag), naarX(hoog)), width = Math.abs(naarX(hoog) - naarX(laag));
    return [schrijf(naam, 2, i * REGEL + 14, "kg-as"), teken("rect", { x, y: i * REGEL + 19, width, height: 14, class: "kr-plus" })];
  });
  const lijn = (w, soort) => teken("line", { x1: naarX(w), x2: naarX(w), y1: 0, y2: onder, class: soort });
  const nul = min < 0 && max > 0 ? lijn(0, "kr-nul") : null;
  return vel(onder + 20, titel, balken, nul, lijn(waarde, "kr-bereik"), schrijf(toon(min), 2, onder + 15, "kg-as"), schrijf(toon(max), BREED - 2, onder + 15, "kg-as", "end"));
}

// Hoe vaak elke uitkomst voorkwam, met nul erbij als die ertussen ligt.
export function simulatiefiguur({ staven, laag, hoog }, toon, zin) {
  const meest = Math.max(...staven), breed = BREED / staven.length, stap = (hoog - laag) / staven.length;
  const balken = staven.map((n, i) => {
    const lang = n / meest * HOOG;
    return teken("rect", { x: i * breed + 1, y: HOOG - lang, width: breed - 2, height: lang, class: laag + (i + 0.5) * stap < 0 ? "kr-min" : "kr-plus" });
  });
  const x = -laag / (hoog - laag || 1) * BREED, nul = laag < 0 && hoog > 0 ? teken("line", { x1: x, x2: x, y1: 0, y2: HOOG, class: "kr-nul" }) : null;
  return vel(HOOG + 20, zin, balken, nul, schrijf(toon(laag), 2, HOOG + 15, "kg-as"), schrijf(toon(hoog), BREED - 2, HOOG + 15, "kg-as", "end"));
}
