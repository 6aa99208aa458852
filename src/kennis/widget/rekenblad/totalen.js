// Wat één getal is: waarschijnlijk, als alles tegenzit en als alles meezit.
import { toonUitkomst } from "../../regels/rekenblad.js";

// Geef { koppen, rijen }; zonder lage of hoge bedragen is er één kolom.
export function totalen(uit, { resultaten, teksten }) {
  const koppen = { waarde: teksten.waarde, tegen: teksten.als_tegen, mee: teksten.als_mee };
  const standen = uit.onzeker ? Object.keys(koppen) : ["waarde"];
  const zichtbaar = uit.resultaten.filter(({ per }, i) => !per.length && resultaten[i].toon);
  const rijen = zichtbaar.map((r) => [r.titel, ...standen.map((stand) => toonUitkomst(r.cellen[stand], r))]);
  return { koppen: [teksten.wat, ...standen.map((stand) => koppen[stand])], rijen };
}
