// De scan als tabel, met de koppen van het scherm en de uitkomst erbij. Voor csv en xlsx.
import { hoofdletter } from "../../regels/zinnen.js";

const tiende = (waarde) => (waarde === null ? null : Math.floor(waarde * 10 + 0.5) / 10);

// uit: de uitkomst van regels/scan.js, met alle teksten. Geeft {koppen, rijen}: een rij per stelling waarop iemand antwoordde,
// met een kolom per persoon; een cel is tekst, een getal of null.
export function tabelUit(uit, regels) {
  const { teksten, signalen } = regels, namen = uit.personen.map((p) => p.naam),
    groep = Object.fromEntries(regels.groepen.map((g) => [g.sleutel, g.titel]));
  const koppen = [hoofdletter(regels.deel), hoofdletter(regels.groep), teksten.kop_stelling, teksten.kop_gemiddeld, teksten.kop_laagste,
    teksten.kop_hoogste,
    teksten.kop_weet_niet, teksten.kop_signaal, ...namen, teksten.kop_opmerkingen];
  const rij = (deel, s) => [
    deel.titel, groep[s.groep], s.tekst ?? s.sleutel, tiende(s.gemiddelde), s.laagste, s.hoogste, s.weet_niet,
    s.signaal === null ? null : signalen[s.signaal].naam,
    ...namen.map((naam) => s.punten.find((p) => p.persoon === naam)?.score ?? null),
    s.opmerkingen.map((o) => `${o.persoon}: ${o.tekst}`).join(" | ") || null,
  ];
  return { koppen, rijen: uit.delen.flatMap((deel) => deel.stellingen.filter((s) => s.totaal).map((s) => rij(deel, s))) };
}
