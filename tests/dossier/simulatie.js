// Een nabootsing van drie tabbladen op één opslag: elk typt, wacht, schrijft en hoort de anderen op een willekeurig moment, soms te laat.
// Geeft per ronde wat er mis is: een getypt woord dat nergens meer staat, of tabbladen die na afloop niet gelijk zijn.

function maakToeval(zaad) {
  let stand = zaad >>> 0;
  return () => {
    stand = (stand + 0x6d2b79f5) >>> 0;
    let getal = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    getal = (getal + Math.imul(getal ^ (getal >>> 7), 61 | getal)) ^ getal;
    return ((getal ^ (getal >>> 14)) >>> 0) / 4294967296;
  };
}

// Eén gedeelde opslag zoals een browser met een proces per tabblad haar geeft: elk tabblad leest zijn eigen kopie, die pas
// bijwerkt als het bericht van de ander aankomt. Wie het laatst schreef, wint; wie eerder schreef, hoort dat later.
function maakGedeeld() {
  const tabs = [], inhoud = new Map();
  let volgnummer = 0;
  function voorTab() {
    const kopie = new Map(), tab = { rij: [], doe: () => {}, neem: (sleutel, nummer, tekst) => { if (nummer > (kopie.get(sleutel)?.nummer ?? 0)) kopie.set(sleutel, { nummer, tekst }); } };
    tabs.push(tab);
    const schrijf = (sleutel, tekst) => {
      const nummer = ++volgnummer;
      inhoud.set(sleutel, tekst);
      tab.neem(sleutel, nummer, tekst);
      for (const ander of tabs) if (ander !== tab) ander.rij.push([sleutel, nummer, tekst]);
      return null;
    };
    return {
      tab,
      probleem: null,
      lees: (sleutel) => kopie.get(sleutel)?.tekst ?? null,
      zet: schrijf,
      wis: (sleutel) => schrijf(sleutel, null),
      sleutels: (begin) => [...kopie.keys()].filter((sleutel) => sleutel.startsWith(begin) && kopie.get(sleutel).tekst !== null).sort(),
      luister(doe) { tab.doe = doe; },
    };
  }
  return { voorTab, inhoud };
}

function wijzig(dossier, toeval, woord) {
  const rijen = dossier.secties.stakeholders ?? [], kies = toeval();
  const zet = (nieuwe) => ({ ...dossier, secties: { ...dossier.secties, stakeholders: nieuwe } });
  if (kies < 0.35 || !rijen.length) return zet([...rijen, { naam: woord }]);
  const i = Math.floor(toeval() * rijen.length);
  if (kies < 0.75) return zet(rijen.map((rij, j) => (i === j ? { ...rij, toelichting: woord } : rij)));
  if (kies < 0.85) return { ...dossier, velden: { ...dossier.velden, [`veld${Math.floor(toeval() * 3)}`]: woord } };
  if (kies < 0.95) return { ...dossier, secties: { ...dossier.secties, scores: [...(dossier.secties.scores ?? []).filter((r) => r.persoon !== "A"), { persoon: "A", initiatief: "X", criterium: "Y", score: woord }] } };
  return zet([...rijen.slice(0, i), ...rijen.slice(i + 1)]);
}

const woordenIn = (tekst) => new Set(tekst.match(/w\d+-\d+/g) ?? []);

function ronde(maakHouder, zaad, stappen) {
  const toeval = maakToeval(zaad), { voorTab, inhoud } = maakGedeeld(), getypt = new Set();
  const houders = [0, 1, 2].map(() => { const opslag = voorTab(); return { opslag, houder: maakHouder({ opslag, id: "d", zetApart: () => {} }) }; });
  houders.forEach(({ opslag, houder }) => opslag.luister((sleutel, tekst) => sleutel.includes(".dossier.") && houder.hoor(tekst)));
  const hoor = ({ opslag }, aantal) => { for (const [sleutel, nummer, tekst] of opslag.tab.rij.splice(0, aantal)) { opslag.tab.neem(sleutel, nummer, tekst); opslag.tab.doe(sleutel, tekst); } };
  for (let n = 0; n < stappen; n++) {
    const tab = houders[Math.floor(toeval() * 3)], kies = toeval();
    if (kies < 0.5) typ(tab, `w${zaad}-${n}`, toeval, getypt);
    else if (kies < 0.75) tab.houder.schrijfNu();
    else hoor(tab, 1 + Math.floor(toeval() * 3));
  }
  for (let n = 0; n < 12; n++) houders.forEach((tab) => { tab.houder.schrijfNu(); hoor(tab, 1000); });
  return oordeel(houders.map((h) => h.houder), inhoud, getypt);
}

// Typ een woord. Wat een tabblad zelf typte en zelf weer overschrijft, is niet kwijt maar veranderd.
function typ(tab, woord, toeval, getypt) {
  tab.eigen ??= new Set();
  const voor = woordenIn(JSON.stringify(tab.houder.dossier()));
  tab.houder.wijzig((d) => wijzig(d, toeval, woord), { wat: woord.replace("w", "stap ") });
  const na = woordenIn(JSON.stringify(tab.houder.dossier()));
  for (const eerder of voor) if (!na.has(eerder) && tab.eigen.has(eerder)) getypt.delete(eerder);
  if (na.has(woord)) { getypt.add(woord); tab.eigen.add(woord); }
}

function oordeel(houders, inhoud, getypt) {
  const zonder = ({ velden, secties }) => JSON.stringify({ velden: Object.entries(velden).sort(), secties: Object.entries(secties).sort() });
  const beelden = houders.map((houder) => zonder(houder.dossier()));
  const klachten = new Set(beelden).size > 1 ? ["de tabbladen zijn na afloop niet gelijk"] : [];
  // Een woord mag overschreven of weggehaald zijn; dan staat het nog in de geschiedenis.
  const alles = woordenIn([...inhoud.values()].join(" "));
  for (const woord of getypt) if (!alles.has(woord)) klachten.push(`${woord} is nergens meer`);
  return klachten;
}

export const simuleer = (maakHouder, begin, aantal, stappen = 60) =>
  Array.from({ length: aantal }, (_, i) => [begin + i, ronde(maakHouder, begin + i, stappen)]).filter(([, klachten]) => klachten.length);
