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
