// De stand van een gereedschap: secties en keuzes, met ongedaan maken. Elke wijziging is een nieuw object.

export function maakStand(model) {
  const verleden = [], toekomst = [], luisteraars = new Set();
  let begin = null;

  const nu = () => model.get("stand");
  const meld = () => luisteraars.forEach((luister) => luister());

  function stel(stand) {
    model.set("stand", stand);
    model.save_changes();
  }

  function zet(stand) {
    if (begin === null) { verleden.push(nu()); toekomst.length = 0; }
    stel(stand);
  }

  const zetSectie = (naam, rijen) => zet({ ...nu(), secties: { ...nu().secties, [naam]: rijen } });

  return {
    nu,
    zet,
    zetSectie,
    rijen: (naam) => nu().secties[naam] ?? [],
    keuze: (naam, anders) => nu().keuzes?.[naam] ?? anders,
    zetKeuze: (naam, waarde) => stel({ ...nu(), keuzes: { ...nu().keuzes, [naam]: waarde } }),
    zetCel: (naam, i, wijziging) => zetSectie(naam, (nu().secties[naam] ?? []).map((rij, j) => (i === j ? { ...rij, ...wijziging } : rij))),
    // Een sleep is één stap om ongedaan te maken, hoeveel tussenstanden er ook zijn.
    begin() { begin ??= nu(); },
    klaar() {
      if (begin !== null && begin !== nu()) { verleden.push(begin); toekomst.length = 0; }
      begin = null;
      meld();
    },
    kanTerug: () => verleden.length > 0,
    kanVooruit: () => toekomst.length > 0,
    terug() { if (verleden.length) { toekomst.push(nu()); stel(verleden.pop()); } },
    vooruit() { if (toekomst.length) { verleden.push(nu()); stel(toekomst.pop()); } },
    luister(doe) {
      luisteraars.add(doe);
      model.on("change:stand", doe);
      return () => { luisteraars.delete(doe); model.off("change:stand", doe); };
    },
  };
}

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
