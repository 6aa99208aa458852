// Namen waarnaar verwezen wordt: hernoemen en verwijderen werkt door in alle secties.

// Een naam wijzigt overal waar ernaar verwezen wordt.
export function hernoem(secties, beschrijvingen, sectie, oud, nieuw) {
  const uit = {};
  for (const [naam, rijen] of Object.entries(secties)) {
    const verwijzend = beschrijvingen[naam].kolommen.filter((k) => k.verwijst === `${sectie}.naam`).map((k) => k.sleutel);
    uit[naam] = rijen.map((rij) => {
      const kopie = { ...rij };
      if (naam === sectie && rij.naam === oud) kopie.naam = nieuw;
      for (const sleutel of verwijzend) if (rij[sleutel] === oud) kopie[sleutel] = nieuw;
      return kopie;
    });
  }
  return uit;
}

// Wie weg is, is ook weg waar ernaar verwezen werd.
export function verwijder(secties, beschrijvingen, sectie, oud) {
  const uit = {};
  for (const [naam, rijen] of Object.entries(secties)) {
    const verwijzend = beschrijvingen[naam].kolommen.filter((k) => k.verwijst === `${sectie}.naam`).map((k) => k.sleutel);
    uit[naam] = rijen.filter((rij) => !(naam === sectie && rij.naam === oud) && !verwijzend.some((sleutel) => rij[sleutel] === oud));
  }
  return uit;
}
