// Regels voor stellingen die mensen samen scoren: gemiddelde, spreiding, aandacht en wat past. Tweeling van scan.py.
import { gemiddelde, getal, sorteer, tekst, toon, vul } from "./basis.js";
import { anderen, kies, momenten, reeks, vanMeting } from "./metingen.js";
import { klaar, meldingen as nietKlaar, oordeel, paren, vulNullen } from "./rang.js";

export function uitkomst(secties, regels, keuzes = {}) {
  const alle = secties[regels.sectie] ?? [], kolom = regels.moment, nu = kolom ? kies(alle, kolom, keuzes.meting) : "";
  const uit = meet(kolom ? vanMeting(alle, kolom, nu) : alle, regels);
  if (kolom) {
    const keren = momenten(alle, kolom).map((naam) => ({ naam, delen: meet(vanMeting(alle, kolom, naam), regels).delen }));
    Object.assign(uit, { meting: nu, metingen: reeks(keren, regels.teksten.meting_zonder) });
    uit.meldingen.push(...anderen(uit.metingen, regels.teksten.meting_anderen));
  }
  return { ...uit, illustratief: alle.some((rij) => tekst(rij.illustratief) === "ja") };
}

// Reken één meting uit.
function meet(rijen, regels) {
  const { antwoorden, personen, onbekend } = leesAntwoorden(rijen, regels), { rang, schaal: { top } } = regels;
  const telBij = (naam) => regels.delen.map((deel) =>
    stellingenVan(deel, regels).filter((s) => antwoorden.get(s.sleutel).has(naam)).length);
  const lijst = personen.map((naam, i) => ({ naam, nummer: i + 1, aantallen: telBij(naam) }));
  const af = rang ? klaar(antwoorden, personen, top) : [];
  vulNullen(antwoorden, af);
  const delen = regels.delen.map((deel) => maakDeel(deel, antwoorden, personen, regels, af));
  const uit = { personen: lijst, delen, past: past(delen, regels), meldingen: meldingen(personen, onbekend, regels) };
  if (rang) {
    Object.assign(uit, { klaar: af, paren: paren(delen.flatMap((deel) => deel.stellingen), af) });
    uit.meldingen.push(...nietKlaar(personen, af, top, regels.teksten.rang_niet_klaar));
  }
  return uit;
}

function leesAntwoorden(rijen, regels) {
  const antwoorden = new Map(regels.stellingen.map((s) => [s.sleutel, new Map()])), personen = new Set();
  let onbekend = 0;
  for (const rij of rijen) {
    const stelling = tekst(rij.stelling), persoon = tekst(rij.persoon);
    if (!antwoorden.has(stelling)) onbekend++;
    else if (persoon) {
      antwoorden.get(stelling).set(persoon, rij);
      personen.add(persoon);
    }
  }
  return { antwoorden, personen: [...personen], onbekend };
}

export const stellingenVan = (deel, regels) => regels.stellingen.filter((s) => s.deel === deel.sleutel);

// -- meten

function meting(punten) {
  const scores = punten.map((p) => p.score);
  const laagste = scores.length ? Math.min(...scores) : null, hoogste = scores.length ? Math.max(...scores) : null;
  return { punten, gemiddelde: gemiddelde(scores), laagste, hoogste, spreiding: laagste === null ? null : hoogste - laagste };
}

function maakDeel(deel, antwoorden, personen, regels, af) {
  const stellingen = stellingenVan(deel, regels).map((s) => maakStelling(s, antwoorden.get(s.sleutel), personen, regels, af));
  const gemeten = stellingen.map((s) => s.gemiddelde).filter((w) => w !== null);
  return {
    sleutel: deel.sleutel,
    titel: deel.titel,
    stellingen,
    groepen: regels.groepen.map((g) => maakGroep(g, stellingen.filter((s) => s.groep === g.sleutel), personen)).filter((g) => g.aantal),
    aandacht: aandacht(stellingen, regels),
    gescoord: gemeten.length,
    goed: gemeten.filter((w) => w >= regels.grenzen.goed).length,
    totaal: stellingen.length,
  };
}

function maakStelling(stelling, gegeven, personen, regels, af) {
  const antwoorden = personen.filter((p) => gegeven.has(p)).map((persoon) => {
    const { score, opmerking } = gegeven.get(persoon);
    return { persoon, score: getal(score), tekst: tekst(opmerking) };
  });
  const uit = {
    sleutel: stelling.sleutel,
    tekst: stelling.tekst,
    groep: stelling.groep,
    ...meting(antwoorden.filter((a) => a.score !== null).map(({ persoon, score }) => ({ persoon, score }))),
    weet_niet: antwoorden.filter((a) => a.score === null).length,
    totaal: antwoorden.length,
    opmerkingen: antwoorden.filter((a) => a.tekst).map((a) => ({ persoon: a.persoon, tekst: a.tekst })),
  };
  return { ...uit, signaal: signaal(uit, regels, regels.rang ? oordeel(uit, af, personen.length, regels.schaal.top) : {}) };
}

function maakGroep(groep, stellingen, personen) {
  const scores = (persoon) => stellingen.flatMap((s) => s.punten.filter((p) => p.persoon === persoon).map((p) => p.score));
  const punten = personen.map((persoon) => ({ persoon, score: gemiddelde(scores(persoon)) })).filter((p) => p.score !== null);
  return { sleutel: groep.sleutel, tekst: groep.titel, ...meting(punten), aantal: stellingen.length };
}

// -- aandacht

function signaal(m, { grenzen, signalen }, eigen) {
  const geldt = {
    laag: m.gemiddelde !== null && m.gemiddelde < grenzen.laag,
    oneens: m.spreiding !== null && m.spreiding >= grenzen.oneens,
    weet_niet: m.weet_niet > 0 && m.weet_niet >= grenzen.weet_niet * m.totaal,
    ...eigen,
  };
  const plek = signalen.findIndex((s) => s.bij.every((naam) => geldt[naam]));
  return plek < 0 ? null : plek;
}

function aandacht(stellingen, regels) {
  const keer = regels.rang ? -1 : 1, hoog = ({ gemiddelde: g }) => (g === null ? 1e300 : keer * g);
  const gekozen = sorteer(stellingen.filter((s) => s.signaal !== null), (s) => [s.signaal, hoog(s), -(s.spreiding ?? 0)]);
  return gekozen.map((s) => ({
    sleutel: s.sleutel,
    tekst: s.tekst,
    signaal: regels.signalen[s.signaal].naam,
    reden: vul(regels.signalen[s.signaal].reden, {
      gemiddelde: toon(s.gemiddelde), laagste: toon(s.laagste), hoogste: toon(s.hoogste),
      weet_niet: String(s.weet_niet), totaal: String(s.totaal),
    }),
  }));
}

// -- wat past

function past(alle, { delen: beschreven, grenzen, teksten }) {
  const delen = alle.filter((d) => !beschreven.find((een) => een.sleutel === d.sleutel).los);
  const bekend = delen.filter((d) => d.totaal && d.gescoord >= grenzen.genoeg * d.totaal);
  if (bekend.length < 2) return null;
  const werk = bekend.filter((d) => d.goed < grenzen.past * d.gescoord);
  const gekozen = werk[0] ?? bekend.at(-1);
  return {
    deel: gekozen.sleutel,
    zin: vul(teksten[werk.length ? "past" : "past_alles"], { titel: gekozen.titel }),
    zinnen: delen.map((d) => vul(teksten[bekend.includes(d) ? "past_deel" : "past_te_weinig"], aandeel(d))),
  };
}

const aandeel = (d) => ({
  titel: d.titel, goed: String(d.goed), gescoord: String(d.gescoord), totaal: String(d.totaal),
  procent: String(d.gescoord ? Math.floor((d.goed / d.gescoord) * 100 + 0.5) : 0),
});

function meldingen(personen, onbekend, { teksten }) {
  const uit = personen.length === 1 ? [teksten.alleen] : [];
  return onbekend ? [...uit, vul(teksten.onbekend, { aantal: String(onbekend) })] : uit;
}
