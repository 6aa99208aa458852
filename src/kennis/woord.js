// Wat een nette tekst is: zonder witruimte aan de randen, zonder onleesbare tekens, getallen met een komma. Tweeling van woord.py.

// Python en JavaScript kennen niet dezelfde witruimte; gelijk aan WITRUIMTE in woord.py.
export const WITRUIMTE =
  " \t\n\r\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff";
// Richtingstekens gaan eruit; met stuurtekens, halve tekens en wat niet in xml mag kan geen bestand overweg.
export const RICHTING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
export const ONLEESBAAR = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/u;
const ALLES_ONLEESBAAR = new RegExp(ONLEESBAAR.source, "gu");

export function schoon(waarde) {
  const letters = String(waarde).replace(RICHTING, "").normalize("NFC").replace(/\r\n?/g, "\n");
  let begin = 0, einde = letters.length;
  while (begin < einde && WITRUIMTE.includes(letters[begin])) begin++;
  while (einde > begin && WITRUIMTE.includes(letters[einde - 1])) einde--;
  return letters.slice(begin, einde);
}

export const leeg = (waarde) =>
  waarde === null || waarde === undefined || Number.isNaN(waarde) || (typeof waarde === "string" && schoon(waarde) === "");

// Vervang elk onleesbaar teken, zodat de tekst overal bewaard en getoond kan worden.
export const leesbaar = (letters) => letters.replace(ALLES_ONLEESBAAR, "\ufffd");

// Schrijf een getal om te lezen: decimale komma, hoogstens tien cijfers.
export const schrijfGetal = (getal) => schrijfPrecies(Number(getal.toPrecision(10)));

// Schrijf een getal zo dat het bij lezen precies gelijk blijft, zonder e-macht.
export function schrijfPrecies(getal) {
  if (!Number.isFinite(getal)) return "";
  const [voor, macht] = String(Math.abs(getal)).split("e");
  const [heel, deel = ""] = voor.split("."), plek = heel.length + Number(macht ?? 0);
  const cijfers = "0".repeat(Math.max(0, 1 - plek)) + heel + deel, komma = Math.max(1, plek);
  const gevuld = cijfers.padEnd(komma, "0"), rest = gevuld.slice(komma);
  return (getal < 0 ? "-" : "") + gevuld.slice(0, komma) + (rest ? "," + rest : "");
}
