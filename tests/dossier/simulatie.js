// Een nabootsing van drie tabbladen op één opslag: elk typt, wacht, schrijft en hoort de anderen op een willekeurig moment, soms te laat, en herlaadt soms.
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
    const kopie = new Map([...inhoud].map(([sleutel, tekst]) => [sleutel, { nummer: volgnummer, tekst }])), tab = { rij: [], doe: () => {}, neem: (sleutel, nummer, tekst) => { if (nummer > (kopie.get(sleutel)?.nummer ?? 0)) kopie.set(sleutel, { nummer, tekst }); } };
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
      sluit() { tabs.splice(tabs.indexOf(tab), 1); },
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

function ronde(maakHouder, zaad, stappen, herlaadt = 0.04, doe = typ, klaagt = oordeel) {
  const toeval = maakToeval(zaad), { voorTab, inhoud } = maakGedeeld(), getypt = new Set();
  const open = () => {
    const opslag = voorTab(), houder = maakHouder({ opslag, id: "d", zetApart: () => {} });
    opslag.luister((sleutel, tekst) => sleutel.includes(".dossier.") && houder.hoor(tekst));
    return { opslag, houder };
  };
  const houders = [0, 1, 2].map(open);
  const hoor = ({ opslag }, aantal) => { for (const [sleutel, nummer, tekst] of opslag.tab.rij.splice(0, aantal)) { opslag.tab.neem(sleutel, nummer, tekst); opslag.tab.doe(sleutel, tekst); } };
  for (let n = 0; n < stappen; n++) {
    const tab = houders[Math.floor(toeval() * 3)], kies = toeval();
    if (kies < 0.5) doe(tab, `w${zaad}-${n}`, toeval, getypt, houders);
    else if (kies < 0.75) tab.houder.schrijfNu();
    // Herladen: wat wacht wordt nog geschreven, en daarna weet het tabblad alleen wat er in de opslag staat.
    else if (kies < 0.75 + herlaadt) { tab.houder.schrijfNu(); tab.opslag.sluit(); houders[houders.indexOf(tab)] = open(); }
    else hoor(tab, 1 + Math.floor(toeval() * 3));
  }
  for (let n = 0; n < 24; n++) houders.forEach((tab) => { tab.houder.schrijfNu(); hoor(tab, 1000); });
  return klaagt(houders.map((h) => h.houder), inhoud, getypt);
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

// Elk tabblad schrijft in een eigen sectie: niemand overschrijft een ander, dus elk woord hoort na afloop in het dossier te staan.
// Zonder herladen: wie schrijft, overschreven wordt zonder gezien te zijn en dan herlaadt, heeft zijn woord alleen nog in de geschiedenis.
export function simuleerEigen(maakHouder, begin, aantal, stappen = 60) {
  const eigen = (tab, houders) => `s${houders.indexOf(tab)}`;
  const doe = (tab, woord, toeval, getypt, houders) => {
    const sectie = eigen(tab, houders);
    tab.houder.wijzig((d) => ({ ...d, secties: { ...d.secties, [sectie]: [...(d.secties[sectie] ?? []), { naam: woord }] } }), { wat: woord });
    getypt.add(woord);
  };
  const klaagt = (houders, inhoud, getypt) => houders.flatMap((houder, n) => {
    const staat = woordenIn(JSON.stringify(houder.dossier()));
    return [...getypt].filter((woord) => !staat.has(woord)).map((woord) => `${woord} staat niet in het dossier van tabblad ${n}`);
  });
  return Array.from({ length: aantal }, (_, i) => [begin + i, ronde(maakHouder, begin + i, stappen, 0, doe, klaagt)])
    .filter(([, klachten]) => klachten.length);
}

export const simuleer = (maakHouder, begin, aantal, stappen = 60) =>
  Array.from({ length: aantal }, (_, i) => [begin + i, ronde(maakHouder, begin + i, stappen)]).filter(([, klachten]) => klachten.length);
