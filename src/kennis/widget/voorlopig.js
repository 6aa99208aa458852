// Een voorlopige houder: het voorbeeld zoals het op de pagina staat, zolang de bewaarder er nog niet is.
// Wat de lezer intussen doet, wordt onthouden en daarna bij de bewaarder overgedaan, stap voor stap.

const NOOD = "kennisboek.2.nood.";

export function maakVoorlopig(naam, begin) {
  let dossier = begin;
  const gedaan = [], luisteraars = new Set();
  const meld = () => luisteraars.forEach((doe) => doe());
  // Wie weggaat voordat de bewaarder er is, raakt niets kwijt.
  const red = () => { if (gedaan.length) try { localStorage.setItem(NOOD + naam, JSON.stringify(dossier)); } catch { /* geen opslag: dat zegt de bewaarder straks */ } };
  addEventListener("pagehide", red);
  return {
    dossier: () => dossier,
    wijzig(doe, info) {
      const nieuw = doe(dossier);
      if (nieuw === dossier) return;
      dossier = nieuw;
      gedaan.push((houder) => houder.wijzig(doe, info));
      meld();
    },
    begin: () => gedaan.push((houder) => houder.begin()),
    klaar() { gedaan.push((houder) => houder.klaar()); meld(); },
    kanTerug: () => false,
    kanVooruit: () => false,
    terug() {},
    vooruit() {},
    luister(doe) { luisteraars.add(doe); return () => luisteraars.delete(doe); },
    toestand: () => ({ probleem: null, tijd: null, wacht: false }),
    // Doe alles over bij de echte houder, ook wat bij een eerder bezoek niet meer op tijd bewaard werd.
    doeOver(houder) {
      removeEventListener("pagehide", red);
      haalNood(naam, houder);
      for (const doe of gedaan) doe(houder);
    },
  };
}

export function haalNood(naam, houder) {
  try {
    const tekst = localStorage.getItem(NOOD + naam);
    if (tekst === null) return;
    houder.wijzig(() => JSON.parse(tekst), { wat: "teruggehaald" });
    houder.schrijfNu();
    if (!houder.toestand().probleem) localStorage.removeItem(NOOD + naam);
  } catch { /* zonder opslag is er niets te halen */ }
}

// Zeg of de bewaarder meteen nodig is: er is eigen werk, of iemand deelde iets.
export function heeftWerk() {
  try {
    return location.hash.startsWith("#kb=") || Object.keys(localStorage).some((sleutel) => sleutel.startsWith("kennisboek."));
  } catch {
    return false;
  }
}
