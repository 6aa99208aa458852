// De stand voor een beeld: het hele dossier als { velden, secties, keuzes }, met ongedaan maken. Elke wijziging is een nieuw object.
// Op een pagina staat het dossier bij de bewaarder; in een notebook bij Python.

export function maakStand(model) {
  const kern = model.houder ? opPagina(model) : inNotebook(model);
  const { nu, zet } = kern;
  const rijen = (naam) => nu().secties[naam] ?? [];
  const zetSectie = (naam, nieuwe, wat) => zet({ ...nu(), secties: { ...nu().secties, [naam]: nieuwe } }, wat);
  const beschrijvingen = () => model.get("opzet").secties ?? {};

  return {
    ...kern,
    rijen,
    zetSectie,
    keuze: (naam, anders) => nu().keuzes?.[naam] ?? anders,
    zetKeuze: (naam, waarde) => zet({ ...nu(), keuzes: { ...nu().keuzes, [naam]: waarde } }, null),
    veld: (naam) => nu().velden?.[naam] ?? "",
    zetVeld: (naam, waarde) => zet({ ...nu(), velden: { ...nu().velden, [naam]: waarde } }, naam),
    zetCel: (naam, i, wijziging) => zetSectie(naam, rijen(naam).map((rij, j) => (i === j ? { ...rij, ...wijziging } : rij)), `${naam}: ${Object.keys(wijziging).join(", ")}`),
    // Een nieuwe rij heeft precies de kolommen van haar sectie; zo kan zij altijd weer gelezen worden.
    voegRij(naam, waarden) {
      const leeg = Object.fromEntries((beschrijvingen()[naam]?.kolommen ?? []).map((kolom) => [kolom.sleutel, kolom.standaard ?? null]));
      zetSectie(naam, [...rijen(naam), { ...leeg, ...waarden }], `${naam}: erbij`);
    },
    haalRij: (naam, i) => zetSectie(naam, rijen(naam).filter((_, j) => j !== i), `${naam}: weg`),
  };
}

function opPagina(model) {
  const naam = model.naam, houder = () => model.houder();
  let gezien = null, stand = null;
  // Hetzelfde dossier geeft hetzelfde object, zodat een beeld kan zien of er iets veranderde.
  function nu() {
    const dossier = houder().dossier();
    if (dossier !== gezien) {
      gezien = dossier;
      stand = { velden: dossier.velden, secties: dossier.secties, keuzes: dossier.keuzes[naam] ?? {}, apart: dossier.apart };
    }
    return stand;
  }
  return {
    nu,
    // `wat` zegt in de geschiedenis wat er veranderde; null is alleen anders kijken, en dat is geen stap om ongedaan te maken.
    zet(nieuw, wat = "ingevuld") {
      houder().wijzig((dossier) => ({ ...dossier, velden: nieuw.velden ?? dossier.velden, apart: nieuw.apart ?? dossier.apart, secties: nieuw.secties, keuzes: { ...dossier.keuzes, [naam]: nieuw.keuzes ?? {} } }),
        { wat: wat ?? "anders bekeken", gereedschap: naam, stil: wat === null });
    },
    begin: () => houder().begin(),
    klaar: () => houder().klaar(),
    kanTerug: () => houder().kanTerug(),
    kanVooruit: () => houder().kanVooruit(),
    terug: () => houder().terug(),
    vooruit: () => houder().vooruit(),
    luister: (doe) => model.luister(doe),
  };
}

function inNotebook(model) {
  const verleden = [], toekomst = [], luisteraars = new Set();
  let begin = null;
  const nu = () => model.get("stand");
  const meld = () => luisteraars.forEach((doe) => doe());
  function stel(stand) {
    model.set("stand", stand);
    model.save_changes();
  }
  return {
    nu,
    zet(stand, wat = "ingevuld") {
      if (begin === null && wat !== null) { verleden.push(nu()); toekomst.length = 0; }
      stel(stand);
    },
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
