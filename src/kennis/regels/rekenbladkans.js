// Hoe zeker een uitkomst van een rekenblad is: welke regel het meest uitmaakt, en een simulatie. Tweeling van rekenbladkans.py.
import { getal, som, vul } from "./basis.js";
import { losBlad, toonWaarde } from "./rekenblad.js";

const STAPPEN = 20;

// Geef { waarde, tornado, simulatie } bij `regels.kans`; null als er niets onzeker is of de uitkomst niet bekend is.
export function kans(secties, regels) {
  const vorm = regels.kans, midden = vorm ? waardeVan(secties, regels) : null, posten = midden === null ? [] : postenVan(secties, regels);
  if (!posten.length) return null;
  const tornado = posten.map(({ naam, ...post }) =>
    ({ naam, laag: waardeVan(met(secties, [post], "laag"), regels), hoog: waardeVan(met(secties, [post], "hoog"), regels) }));
  if (tornado.some(({ laag, hoog }) => laag === null || hoog === null)) return null;
  const recht = isRecht(posten, tornado, midden, secties, regels);
  const breed = ({ laag, hoog }) => Math.abs(hoog - laag);
  const volgorde = tornado.map((_, i) => i).sort((i, j) => breed(tornado[j]) - breed(tornado[i]) || i - j);
  return { waarde: midden, tornado: volgorde.map((i) => tornado[i]), simulatie: recht ? simulatie(posten, tornado, midden, vorm) : null };
}

// Schrijf wat de simulatie zegt; zonder simulatie waarom zij er niet is.
export function kanszin({ simulatie }, { teksten, resultaten, kans: vorm }) {
  if (!simulatie) return teksten.kans_niet;
  const { titel, eenheid = "" } = resultaten.find(({ naam }) => naam === vorm.resultaat), schrijf = (w) => toonWaarde(w, eenheid);
  return vul(teksten.kans_zin, { uitkomst: titel.toLowerCase(), trekkingen: String(simulatie.trekkingen), p10: schrijf(simulatie.p10),
    p90: schrijf(simulatie.p90), boven: String(Math.floor(simulatie.boven * 100 + 0.5)) });
}

// De bedragen met een bereik: waar zij staan, hoe zij heten, en laag, top en hoog op volgorde.
function postenVan(secties, regels) {
  const blad = losBlad(secties, regels), uit = [];
  for (const { sectie, onzeker = [] } of regels.invoer)
    for (const bereik of onzeker)
      blad.rijen[sectie].forEach((rij, nummer) => {
        const top = getal(rij[bereik.kolom]), laag = getal(rij[bereik.laag]) ?? top, hoog = getal(rij[bereik.hoog]) ?? top;
        if (top === null || !(laag <= top && top <= hoog && laag < hoog)) return;
        uit.push({ sectie, nummer, kolom: bereik.kolom, naam: blad.noem(sectie, bereik.kolom, nummer), laag, top, hoog });
      });
  return uit;
}

function waardeVan(secties, regels) {
  const [waarde] = losBlad(secties, regels).reken(regels.kans.resultaat, {});
  return getal(waarde);
}

// De secties met deze bedragen op laag of hoog.
function met(secties, posten, kant) {
  const uit = Object.fromEntries(Object.entries(secties).map(([naam, rijen]) => [naam, rijen.map((rij) => ({ ...rij }))]));
  for (const post of posten) uit[post.sectie][post.nummer][post.kolom] = post[kant];
  return uit;
}

// Zijn de effecten los van elkaar, en bij elk bedrag evenredig? Alles laag (en hoog) is dan de som van alles apart.
function isRecht(posten, tornado, midden, secties, regels) {
  for (const kant of ["laag", "hoog"]) {
    const samen = waardeVan(met(secties, posten, kant), regels), los = midden + som(tornado.map((balk) => balk[kant] - midden));
    if (samen === null || Math.abs(samen - los) > 1e-6 * Math.max(1, Math.abs(samen), Math.abs(midden))) return false;
  }
  return posten.every((post, i) => {
    const { laag, hoog } = tornado[i], hoort = laag + (hoog - laag) * (post.top - post.laag) / (post.hoog - post.laag);
    return Math.abs(hoort - midden) <= 1e-6 * Math.max(1, Math.abs(midden), Math.abs(hoog - laag));
  });
}

// -- trekken

// mulberry32 (Tommy Ettinger, publiek domein): dezelfde start geeft altijd dezelfde rij.
export function trek(start, aantal) {
  const uit = new Float64Array(aantal);
  for (let n = 0, a = start | 0; n < aantal; n++) {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    uit[n] = ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  return uit;
}

// Trek elk bedrag uit zijn driehoek, en tel de effecten op.
function simulatie(posten, tornado, midden, { trekkingen, start }) {
  const uit = new Float64Array(trekkingen).fill(midden), toeval = trek(start, trekkingen * posten.length);
  posten.forEach(({ laag, top, hoog }, i) => {
    const breed = hoog - laag, knik = (top - laag) / breed, helling = (tornado[i].hoog - tornado[i].laag) / breed;
    const links = breed * (top - laag), rechts = breed * (hoog - top);
    for (let n = 0; n < trekkingen; n++) {
      const u = toeval[i * trekkingen + n];
      const x = u < knik ? laag + Math.sqrt(u * links) : hoog - Math.sqrt((1 - u) * rechts);
      uit[n] += (x - top) * helling;
    }
  });
  return samenvatting(uit, trekkingen);
}

function samenvatting(uit, trekkingen) {
  const gesorteerd = Float64Array.from(uit).sort(), op = (deel) => gesorteerd[Math.floor(deel * (trekkingen - 1) + 0.5)];
  const laag = gesorteerd[0], hoog = gesorteerd[trekkingen - 1], stap = (hoog - laag) / STAPPEN, staven = new Array(STAPPEN).fill(0);
  let gelukt = 0;
  for (const waarde of uit) {
    staven[stap > 0 ? Math.min(Math.floor((waarde - laag) / stap), STAPPEN - 1) : 0]++;
    if (waarde > 0) gelukt++;
  }
  return { trekkingen, p10: op(0.1), p50: op(0.5), p90: op(0.9), boven: gelukt / trekkingen, laag, hoog, staven };
}
