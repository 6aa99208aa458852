// Regels voor wie vaker meet: welke meting nu geldt, en wat er eerder uitkwam. Tweeling van metingen.py.
import { sorteer, tekst, vul } from "./basis.js";

const uniek = (namen) => sorteer([...new Set(namen)], (naam) => [naam]);

// De metingen waar rijen van zijn, op volgorde van hun naam; zonder naam komt eerst.
export const momenten = (rijen, kolom) => uniek(rijen.map((rij) => tekst(rij[kolom])));

export const kies = (rijen, kolom, keuze) => (typeof keuze === "string" ? tekst(keuze) : momenten(rijen, kolom).at(-1) ?? "");

export const vanMeting = (rijen, kolom, moment) => rijen.filter((rij) => tekst(rij[kolom]) === moment);

// Zet metingen naast elkaar: per deel wie er scoorde, en per groep het gemiddelde.
export const reeks = (metingen, zonder) =>
  metingen.map(({ naam, delen }) => ({ naam, titel: naam || zonder, delen: delen.map(maakDeel) }));

const maakDeel = ({ sleutel, stellingen, groepen }) => ({
  sleutel,
  wie: uniek(stellingen.flatMap((s) => s.punten.map((p) => p.persoon))),
  groepen: groepen.map((g) => ({ sleutel: g.sleutel, tekst: g.tekst, gemiddelde: g.gemiddelde })),
});

// Scoorden er andere mensen dan de vorige keer, dan kan een verschil ook daardoor komen.
export function anderen(metingen, sjabloon) {
  const wie = (meting) => JSON.stringify(uniek(meting.delen.flatMap((deel) => deel.wie)));
  return metingen.slice(1).flatMap((deze, i) => (wie(metingen[i]) === wie(deze) ? []
    : [vul(sjabloon, { vorige: metingen[i].titel, deze: deze.titel })]));
}
