// Wat pas komt als de lezer iets opent of invult: één keer halen, en opengeklapte delen vullen zodra het er is.
import { uitklap } from "./dom.js";

// `begin(panelen)` maakt de panelen van deze soort; `straks` tekent opnieuw.
export function maakLui({ later, begin, straks, zeg }) {
  const vakken = new Set();
  let panelen = null;
  const haal = async () => {
    const deel = await later("panelen");
    return (panelen ??= begin(deel));
  };
  // Wie iets anders van later gebruikt (zoals bewaren), vindt ook de panelen klaar.
  const alles = async (...wat) => (await Promise.all([later(...wat), haal()]))[0];
  const meld = (fout) => zeg(fout.message);
  const teken = () => haal().then(straks, meld);

  // Een deel om open te klappen. `inhoud(panelen)` geeft een keer {el, toon}; `toon` werkt bij zolang het deel open is, of met
  // `ookDicht` altijd (zodat er ook in te zoeken is).
  function vak(titel, open, inhoud, ookDicht = false) {
    const el = uitklap(titel, open), deel = { el, toon, druk };
    let gevuld = null, laatst = [];
    function toon(...nu) {
      laatst = nu;
      if (!panelen || (!el.open && !ookDicht)) return;
      gevuld ??= inhoud(panelen);
      if (!gevuld.el.isConnected) el.append(gevuld.el);
      gevuld.toon(...nu);
    }
    // Op papier staat ook wat ingeklapt was, en daarna is het weer ingeklapt.
    function druk(begint) {
      if (begint && el.open) return;
      if (!begint && !el.dataset.druk) return;
      begint ? (el.dataset.druk = "ja") : delete el.dataset.druk;
      el.open = begint;
      if (begint) toon(...laatst);
    }
    el.addEventListener("toggle", () => el.open && !el.dataset.druk && teken());
    return deel;
  }
  // Een deel dat blijft bestaan, en daarom ook op papier kan worden opengeklapt.
  function vast(titel, open, inhoud) {
    const deel = vak(titel, open, inhoud);
    vakken.add(deel);
    return deel;
  }
  const roep = (naam) => (...wat) => haal().then((alle) => alle[naam](...wat), meld);
  return { nu: () => panelen, later: alles, haal, teken, vak, vast, roep,
    druk: (begint) => vakken.forEach((deel) => deel.druk(begint)) };
}
