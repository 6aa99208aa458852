// Rijen en kolommen van een sectie: wat een lezer ervan ziet, en hoe een nieuwe rij begint.

export const zichtbaar = (kolommen) => kolommen.filter((k) => !k.verborgen);

// Een nieuwe rij krijgt haar cellen uit de kolommen van de sectie, en niets anders.
export const nieuweRij = (kolommen, waarden) =>
  ({ ...Object.fromEntries(kolommen.map((k) => [k.sleutel, k.standaard ?? null])), ...waarden });

// Waaraan een rij te herkennen is, ook als een ander tabblad er een rij voor zet. In een notebook is dat haar plek.
export const rijSleutel = (rij, i) => rij?.id ?? i;
export const rijSleutels = (rijen) => rijen.map(rijSleutel);

// De plek van een rij op dit moment, of -1 als zij weg is.
export function volgRij(rijen, i) {
  const id = rijen()[i]?.id;
  return () => (id === undefined ? i : rijen().findIndex((rij) => rij.id === id));
}

// Geef een naam die nog niet voorkomt: "Nieuwe partij", "Nieuwe partij 2", …
export function vrijeNaam(naam, bestaande) {
  const bezet = new Set(bestaande.map((b) => (b ?? "").toLowerCase()));
  let vrij = naam;
  for (let n = 2; bezet.has(vrij.toLowerCase()); n++) vrij = `${naam} ${n}`;
  return vrij;
}
