// De versie van een dossier lezen, en een oudere vorm stap voor stap bijwerken. Tweeling van versies.py.

export const VERSIE = 2;
const DIEPST = 60; // dieper genest is geen dossier

const GEEN_JSON = "dit is geen geldige json; het bestand is niet heel of is geen dossier";
const TE_DIEP = "dit is te diep genest voor een dossier";
const DUBBEL = "deze sleutel staat er in hetzelfde blok meer dan één keer; welke telt, is niet te zeggen";

// Lees json-tekst en geef {gegevens, fouten}: niet heel, te diep, of een sleutel die dubbel staat.
export function leesJson(letters, bestand) {
  let gegevens = null;
  try {
    gegevens = JSON.parse(letters);
  } catch {
    return { gegevens: null, fouten: [{ bestand, verwacht: GEEN_JSON }] };
  }
  const { dubbel, diepst } = bekijk(letters);
  if (diepst > DIEPST) return { gegevens: null, fouten: [{ bestand, verwacht: TE_DIEP }] };
  return { gegevens, fouten: dubbel.map((kolom) => ({ bestand, kolom, verwacht: DUBBEL })) };
}

// Geef de sleutels die in één object dubbel staan, en hoe diep de tekst genest is.
function bekijk(letters) {
  const dubbel = new Set(), stapel = [];
  let diepst = 0, vorige = "";
  for (const [deel] of letters.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g)) {
    if (deel === "{" || deel === "[") diepst = Math.max(diepst, stapel.push(deel === "{" ? new Set() : null));
    else if (deel === "}" || deel === "]") stapel.pop();
    else if (deel[0] === '"' && stapel.at(-1) && (vorige === "{" || vorige === ",")) {
      const sleutel = JSON.parse(deel);
      if (stapel.at(-1).has(sleutel)) dubbel.add(sleutel);
      stapel.at(-1).add(sleutel);
    }
    vorige = deel;
  }
  return { dubbel: [...dubbel], diepst };
}

// Versie 1 had alleen een titel en secties; op een apparaat ook keuzes per gereedschap.
const STAPPEN = [(gegevens) => ({ keuzes: {}, ...gegevens })];

// Breng een dossier naar de vorm van nu; geef {gegevens, versie}: de versie die het had, of null als die niet te lezen is.
// Een dossier zonder versie is van versie 1. Een nieuwere versie blijft zoals zij is.
export function migreer(gegevens) {
  const versie = Object.hasOwn(gegevens, "kennisdossier") ? gegevens.kennisdossier : 1;
  if (!Number.isInteger(versie) || versie < 1) return { gegevens, versie: null };
  const nu = STAPPEN.slice(versie - 1).reduce((oud, stap) => stap(oud), gegevens);
  return { gegevens: { ...nu, kennisdossier: VERSIE }, versie };
}
