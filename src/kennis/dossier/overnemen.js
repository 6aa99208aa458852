// Delen van een ander dossier in het eigen overnemen: eerst zien wat er verandert, dan pas doen.
import { kenmerk, SLEUTELS } from "./vorm.js";

const gevuld = (rij) => Object.entries(rij).filter(([kolom, waarde]) => kolom !== "id" && waarde !== null && waarde !== undefined && waarde !== "");

// Leg één sectie van een ander naast de eigen rijen. Geef de rijen die het worden, en wat er nieuw, anders en gelijk is.
export function legNaast(sectie, eigen, ander) {
  const sleutel = SLEUTELS[sectie] ?? ["naam"], rijen = [...eigen], plek = new Map(eigen.map((rij, i) => [kenmerk(sectie, rij), i]));
  const uit = { rijen, nieuw: [], anders: [], gelijk: 0 };
  for (const { id, ...rij } of ander) {
    const i = plek.get(kenmerk(sectie, rij));
    if (i === undefined) { rijen.push(rij); uit.nieuw.push(rij); continue; }
    const cellen = gevuld(rij).filter(([kolom, waarde]) => !sleutel.includes(kolom) && rijen[i][kolom] !== waarde).map(([kolom, nieuw]) => ({ kolom, oud: rijen[i][kolom] ?? null, nieuw }));
    if (!cellen.length) { uit.gelijk++; continue; }
    uit.anders.push({ rij, cellen });
    rijen[i] = { ...rijen[i], ...Object.fromEntries(cellen.map(({ kolom, nieuw }) => [kolom, nieuw])) };
  }
  return uit;
}

// Geef het eigen dossier met de gekozen secties van een ander erin; wat het eigen al had en de ander niet, blijft.
export function neemOver(eigen, ander, secties) {
  const uit = { ...eigen.secties };
  for (const naam of secties) uit[naam] = legNaast(naam, zonderVoorbeeld(eigen.secties[naam] ?? []), ander.secties[naam] ?? []).rijen;
  return { ...eigen, secties: uit };
}

// Een voorbeeld van ons maakt plaats voor wat mensen zelf invulden.
const zonderVoorbeeld = (rijen) => rijen.filter((rij) => rij.illustratief !== "ja");
