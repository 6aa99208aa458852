// Wat pas komt als de lezer iets opent of invult: één keer halen, en opengeklapte delen vullen zodra het er is.
import { uitklap } from "./dom.js";

// `begin(panelen)` maakt de panelen van deze soort; `straks` tekent opnieuw.
export function maakLui({ later, begin, straks, zeg }) {
  let panelen = null;
  const haal = async () => (panelen ??= begin((await later()).panelen));
  const meld = (fout) => zeg(fout.message);
  const teken = () => haal().then(straks, meld);
  // Een deel om open te klappen; `vul(panelen)` geeft de inhoud.
  function vak(titel, open, vul) {
    const gevuld = panelen, deel = uitklap(titel, open, gevuld && vul(gevuld));
    deel.addEventListener("toggle", () => { if (deel.open && !gevuld) teken(); });
    return deel;
  }
  return { nu: () => panelen, haal, teken, vak, roep: (naam) => (...wat) => haal().then((p) => p[naam](...wat), meld) };
}
