// Namen bij punten zetten, zo dat een naam nooit op een ander punt, een andere naam of een vaste tekst ligt. Tweeling van namen.py.

const SMAL = "iljtfrI.,:;'|!()[]/- ", BREED = "mwMWQO@%&";
const RICHTINGEN = [[1, 0], [-1, 0], [0, -1], [0, 1], [0.7, -0.7], [0.7, 0.7], [-0.7, -0.7], [-0.7, 0.7]];
// Tussen die richtingen in, voor een nummer dat anders op een ander punt zou liggen.
const RONDOM = [...RICHTINGEN, [0.9, -0.4], [0.9, 0.4], [-0.9, -0.4], [-0.9, 0.4], [0.4, -0.9], [0.4, 0.9], [-0.4, -0.9], [-0.4, 0.9]];
// Hoe ver een lijn mag zijn, in letterhoogten: een naam hoort dichtbij; een nummer mag verder weg.
const VER = { naam: [1.5, 3], nummer: [0.5, 1, 1.5, 2, 2.75, 3.5, 4.5, 5.5, 6.5, 8] };
// Wat er na elkaar wordt geprobeerd, voor alle punten tegelijk: soort, met een lijn, en of vlakken om te mijden vrij blijven.
const BEURTEN = [["naam", false, true], ["naam", false, false], ["naam", true, true], ["nummer", false, true], ["nummer", false, false],
  ["nummer", true, false]];
const RONDES = 3;

// Schat hoe breed tekst is, in letterhoogten (em); ruim, want een ander lettertype kan breder zijn.
export function breedte(tekst) {
  let totaal = 0;
  for (const letter of tekst) {
    totaal += SMAL.includes(letter) ? 0.36 : BREED.includes(letter) ? 0.95 : letter.codePointAt(0) > 0x2e80 ? 1.05 : hoofd(letter) ? 0.72
      : 0.6;
  }
  return totaal;
}

const hoofd = (letter) => /^\p{Uppercase}$/u.test(letter);

// Geef per punt {soort, x, y, anker, lijn, doos}. Past een naam niet naast haar punt, dan komt zij verderop met een lijn ernaartoe;
// past dat ook niet, dan krijgt het punt een nummer, desnoods "binnen" zichzelf. `punten` zijn {x, y, r, b, h, nb, nh}; een
// vlak is [x, y, breed, hoog];
// op vlakken in `mijd` (zoals een streep) ligt een naam liever niet.
export function plaatsNamen(punten, vak, vast, gat, mijd = []) {
  let beste = null, volgorde = punten.map((_, i) => i);
  for (let n = 0; n < RONDES; n++) {
    const plekken = ronde(volgorde, { punten, vak, vast, gat, mijd });
    if (beste === null || gelukt(plekken) > gelukt(beste)) beste = plekken;
    // Wie geen plek naast zijn punt vond, mag in de volgende ronde eerst kiezen.
    const tekort = volgorde.filter((i) => !naast(plekken[i]));
    if (!tekort.length) break;
    volgorde = [...tekort, ...volgorde.filter((i) => naast(plekken[i]))];
  }
  return beste;
}

const naast = (plek) => plek.soort === "naam" && plek.lijn === null;
const gelukt = (plekken) => plekken.reduce(
  (som, plek) => som + (naast(plek) ? 3 : plek.soort === "naam" ? 2 : plek.soort === "nummer" ? 1 : 0), 0);

function ronde(volgorde, { punten, vak, vast, gat, mijd }) {
  const uit = new Map(), bezet = [...vast], lijnen = [];
  for (const [soort, metLijn, mijden] of BEURTEN) {
    for (const i of volgorde) {
      const plek = !uit.has(i) && zoek(i, { punten, soort, metLijn, vak, bezet: mijden ? [...bezet, ...mijd] : bezet, lijnen, gat });
      if (!plek) continue;
      uit.set(i, plek);
      bezet.push(plek.doos);
      if (plek.lijn) lijnen.push(plek.lijn);
    }
  }
  for (const i of volgorde.filter((een) => !uit.has(een))) {
    uit.set(i, uiterst(i, { punten, vak, bezet, gat }));
    bezet.push(uit.get(i).doos);
  }
  return punten.map((_, i) => uit.get(i));
}

// Een nummer in zijn punt, en ligt daar een ander punt overheen, verderop met een lijn die iets anders mag kruisen.
function uiterst(i, { punten, vak, bezet, gat }) {
  const plek = binnen(punten[i]);
  if (!punten.some((p, j) => j !== i && raaktPunt(plek.doos, p))) return plek;
  return zoek(i, { punten, soort: "nummer", metLijn: true, vak, bezet, lijnen: [], gat, kruist: true }) ?? plek;
}

function binnen(p) {
  const doos = [p.x - p.nb / 2, p.y - p.nh / 2, p.nb, p.nh];
  return { soort: "binnen", x: p.x, y: doos[1], anker: "middle", lijn: null, doos };
}

// De eerste plek die vrij is: eerst dichtbij, en rechts voor links voor boven voor onder voor schuin.
function zoek(i, { punten, soort, metLijn, vak, bezet, lijnen, gat, kruist = false }) {
  const p = punten[i], [breed, hoog] = soort === "naam" ? [p.b, p.h] : [p.nb, p.nh];
  for (const ver of metLijn ? VER[soort] : [0]) {
    for (const [dx, dy] of metLijn && soort === "nummer" ? RONDOM : RICHTINGEN) {
      const afstand = p.r + (metLijn ? ver * p.nh : gat), plek = plekBij(p, dx, dy, afstand, breed, hoog);
      const lijn = [p.x + dx * p.r, p.y + dy * p.r, p.x + dx * (afstand - gat / 2), p.y + dy * (afstand - gat / 2)];
      if (vrij(plek.doos, i, punten, vak, bezet, lijnen) && (kruist || !metLijn || lijnVrij(lijn, i, punten, bezet)))
        return { soort, ...plek, lijn: metLijn ? lijn : null };
    }
  }
  return null;
}

function plekBij(p, dx, dy, afstand, breed, hoog) {
  const x = p.x + dx * afstand, y = p.y + dy * afstand;
  const links = dx > 0 ? x : dx < 0 ? x - breed : x - breed / 2;
  const boven = dy > 0 ? y : dy < 0 ? y - hoog : y - hoog / 2;
  return { x, y: boven, anker: dx > 0 ? "start" : dx < 0 ? "end" : "middle", doos: [links, boven, breed, hoog] };
}

function vrij(doos, i, punten, vak, bezet, lijnen) {
  const [x, y, breed, hoog] = doos;
  if (x < vak[0] || y < vak[1] || x + breed > vak[0] + vak[2] || y + hoog > vak[1] + vak[3]) return false;
  if (bezet.some((ander) => dozenRaken(doos, ander)) || lijnen.some((lijn) => lijnInDoos(lijn, doos))) return false;
  return !punten.some((p, j) => j !== i && raaktPunt(doos, p));
}

const dozenRaken = (a, b) => a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];

function raaktPunt(doos, p) {
  const dx = Math.max(doos[0] - p.x, 0, p.x - doos[0] - doos[2]), dy = Math.max(doos[1] - p.y, 0, p.y - doos[1] - doos[3]);
  return dx * dx + dy * dy < p.r * p.r;
}

// Kijk op negen plekken van een lijn of zij in een vlak ligt; de lijnen zijn kort.
function lijnInDoos([x1, y1, x2, y2], doos) {
  for (let stap = 0; stap < 9; stap++) {
    const x = x1 + ((x2 - x1) * stap) / 8, y = y1 + ((y2 - y1) * stap) / 8;
    if (doos[0] < x && x < doos[0] + doos[2] && doos[1] < y && y < doos[1] + doos[3]) return true;
  }
  return false;
}

// Een lijn gaat niet door andere punten en namen; een punt dat over het eigen punt ligt, is niet te vermijden.
function lijnVrij(lijn, i, punten, bezet) {
  const anderen = punten.filter((p, j) => j !== i && !puntenRaken(punten[i], p));
  return !anderen.some((p) => lijnRaaktPunt(lijn, p)) && !bezet.some((doos) => lijnInDoos(lijn, doos));
}

function puntenRaken(a, b) {
  const dx = a.x - b.x, dy = a.y - b.y, samen = a.r + b.r;
  return dx * dx + dy * dy < samen * samen;
}

function lijnRaaktPunt([x1, y1, x2, y2], p) {
  const lang = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1);
  const langs = lang > 0 ? ((p.x - x1) * (x2 - x1) + (p.y - y1) * (y2 - y1)) / lang : 0, deel = Math.min(1, Math.max(0, langs));
  const dx = x1 + deel * (x2 - x1) - p.x, dy = y1 + deel * (y2 - y1) - p.y;
  return dx * dx + dy * dy < p.r * p.r;
}
