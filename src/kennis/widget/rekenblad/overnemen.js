// Rijen die uit een andere sectie kunnen komen, zoals bedragen uit de stakeholdermatrix. Alleen wat er nog niet staat.
import { getal, tekst, vul } from "../../regels/basis.js";

export function overTeNemen(bron, hier, { naamkolom, overnemen }) {
  const { bedrag, naam, vult, deel = {}, woorden = {} } = overnemen, bezet = new Set(hier.map((rij) => tekst(rij[naamkolom])));
  const kandidaten = bron.filter((rij) => getal(rij[bedrag]) > 0).map((rij) => maakRij(rij, { bedrag, vult, deel, woorden, naam: { [naamkolom]: vul(naam, { naam: tekst(rij.naam) }) } }));
  return kandidaten.filter((rij) => !bezet.has(rij[naamkolom]));
}

function maakRij(rij, { bedrag, vult, deel, woorden, naam }) {
  const uit = { ...naam };
  for (const [kolom, van] of Object.entries(vult)) uit[kolom] = rij[van];
  for (const [kolom, { kolom: van, waarden }] of Object.entries(woorden)) if (Object.hasOwn(waarden, rij[van] ?? "")) uit[kolom] = waarden[rij[van]];
  // Een bedrag dat echt binnenkomt zegt meer dan een woord.
  for (const [kolom, van] of Object.entries(deel)) if (getal(rij[van]) !== null) uit[kolom] = Math.min(100, Math.floor(rij[van] / rij[bedrag] * 1000 + 0.5) / 10);
  return uit;
}
