// Van tekst naar zoektermen: precies wat `voorbewerking.py` doet. Een test vergelijkt ze woord voor woord.
import DutchStemmer from "../derden/stemmer.js";

const MINIMUM_DEEL = 4;
const MAXIMUM_DELEN = 4;
const TUSSENKLANKEN = ["", "s", "en", "e"];
const stammer = new DutchStemmer();

export const vouw = (tekst) =>
  tekst
    .normalize("NFKD")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\u00ad\p{M}]/gu, "")
    .toLowerCase()
    .replace(/(\d)[.,](?=\d)/g, "$1");

// Een woord met een streepje geeft de delen én het geheel.
export function woorden(tekst) {
  const gevonden = [];
  for (const woord of vouw(tekst).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) || []) {
    const delen = woord.split("-");
    gevonden.push(...delen);
    if (delen.length > 1) gevonden.push(delen.join(""));
  }
  return gevonden.filter((woord) => woord.length > 1 || /\d/.test(woord));
}

// Porter, met een paar meervouden erbij: modellen, relaties, brieven, ziektes, ideeën.
export function stam(woord) {
  const enkelvoud = woord.length > 5 ? woord.replace(/(ie|[dgkt]e)s$/, "$1").replace(/(ie|ee)en$/, "$1") : woord;
  return stammer
    .stemWord(enkelvoud)
    .replace(/([bfglmnprs])\1$/, "$1")
    .replace(/v$/, "f")
    .replace(/z$/, "s");
}

function verdeel(rest, aantal, bekend) {
  if (aantal === 1) {
    return rest.length >= MINIMUM_DEEL && bekend.has(stam(rest)) ? [stam(rest)] : [];
  }
  for (let einde = rest.length - MINIMUM_DEEL; einde >= MINIMUM_DEEL; einde--) {
    const deel = stam(rest.slice(0, einde));
    if (!bekend.has(deel)) continue;
    for (const klank of TUSSENKLANKEN) {
      if (!rest.startsWith(klank, einde)) continue;
      const vervolg = verdeel(rest.slice(einde + klank.length), aantal - 1, bekend);
      if (vervolg.length) return [deel, ...vervolg];
    }
  }
  return [];
}

// Splitst een samenstelling in bekende stammen; leeg als dat niet lukt.
export function delen(woord, bekend) {
  for (let aantal = 2; aantal <= MAXIMUM_DELEN; aantal++) {
    const gevonden = verdeel(woord, aantal, bekend);
    if (gevonden.length) return gevonden;
  }
  return [];
}
