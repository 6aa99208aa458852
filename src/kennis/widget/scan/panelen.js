// Het scoreformulier en de tabel van de scan. Komen pas als de lezer een naam invult of iets openklapt.
import { toon } from "../../regels/basis.js";
import { uitkomst } from "../../regels/scan.js";
import { leesTabel } from "../tabel.js";
import { maakVak } from "../vak.js";
import { maakStelling } from "./formulier.js";
import { tabelUit } from "./tabel.js";

export function maakPanelen({ regels, stand, van, antwoord }) {
  const { teksten } = regels;
  const koppen = [teksten.kop_stelling, teksten.kop_gemiddeld, teksten.kop_bereik, teksten.kop_scores, teksten.kop_weet_niet,
    teksten.kop_opmerkingen];
  const bereik = (s) => (s.laagste === null ? "–" : `${toon(s.laagste)} – ${toon(s.hoogste)}`);
  const rij = (s) => [s.tekst, toon(s.gemiddelde), bereik(s), String(s.punten.length), String(s.weet_niet),
    s.opmerkingen.map((o) => `${o.persoon}: ${o.tekst}`).join(" | ")];

  function tabel() {
    const vak = maakVak();
    return { el: vak.el, toon: (deel) => vak.toon([deel.titel, deel.stellingen],
      () => leesTabel(deel.titel, koppen, deel.stellingen.map(rij))) };
  }
  return {
    tabel,
    stelling: (stelling, wie, volg) => maakStelling({ stelling, wie, regels, van, antwoord, volg }),
    alsTabel: () => tabelUit(uitkomst(stand.nu().secties, regels, { meting: stand.keuze("meting") }), regels),
  };
}
