// Rijen en kolommen van een sectie: wat een lezer ervan ziet, en hoe een nieuwe rij begint.

export const zichtbaar = (kolommen) => kolommen.filter((k) => !k.verborgen);

// Een nieuwe rij krijgt haar cellen uit de kolommen van de sectie, en niets anders.
export const nieuweRij = (kolommen, waarden) =>
  ({ ...Object.fromEntries(kolommen.map((k) => [k.sleutel, k.standaard ?? null])), ...waarden });

// Geef een naam die nog niet voorkomt: "Nieuwe partij", "Nieuwe partij 2", …
export function vrijeNaam(naam, bestaande) {
  const bezet = new Set(bestaande.map((b) => (b ?? "").toLowerCase()));
  let vrij = naam;
  for (let n = 2; bezet.has(vrij.toLowerCase()); n++) vrij = `${naam} ${n}`;
  return vrij;
}
