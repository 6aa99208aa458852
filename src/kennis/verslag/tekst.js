// Tekst voor het verslag: schoonmaken, opsommen, datums en bedragen. Tweeling van tekst.py.
import { schrijfGetal } from "../kolommen.js";
import { leeg, schoon } from "../woord.js";
import { toonEuro, vul } from "../regels/basis.js";
import { opsomming } from "../regels/zinnen.js";
import alleTeksten from "./teksten.json";

export const TEKSTEN = alleTeksten;
// Tekens die in een Word- of Excelbestand niet mogen staan; een programma weigert dan het hele bestand.
const VERBODEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

export const tekstenVan = (soort, regels) => ({ ...TEKSTEN[soort], ...regels.verslag?.teksten });

export const zuiver = (waarde) =>
  (typeof waarde === "string" ? schoon(waarde.replace(VERBODEN, "").replaceAll("\r\n", "\n").replaceAll("\r", "\n")) : "");

export function zuiverAlles(waarde) {
  if (Array.isArray(waarde)) return waarde.map(zuiverAlles);
  if (waarde && typeof waarde === "object") {
    return Object.fromEntries(Object.entries(waarde).map(([sleutel, w]) => [sleutel, zuiverAlles(w)]));
  }
  return typeof waarde === "string" ? zuiver(waarde) : waarde;
}

export function noem(namen, hoogstens = 8) {
  if (namen.length <= hoogstens) return opsomming(namen);
  const getoond = namen.slice(0, hoogstens - 1);
  return `${getoond.join(", ")} ${vul(TEKSTEN.model.en_nog, { n: String(namen.length - getoond.length) })}`;
}

export function klein(titel) {
  const [eerste = "", tweede = "", ...rest] = titel;
  return tweede === tweede.toLowerCase() ? eerste.toLowerCase() + tweede + rest.join("") : titel;
}

export function bestandsnaam(titel) {
  const kaal = titel.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const rand = (naam) => naam.replace(/^-+|-+$/g, "");
  return rand(rand(kaal).slice(0, 60)) || "mijn-plan";
}

export function bedrag(waarde) {
  const centen = Math.floor(Math.abs(waarde) * 100 + 0.5);
  if (centen % 100 === 0) return toonEuro(waarde);
  const heel = toonEuro(Math.floor(centen / 100)).replace("€ ", "");
  return `${waarde < 0 ? "−" : ""}€ ${heel},${String(centen % 100).padStart(2, "0")}`;
}

export function celtekst(waarde, soort) {
  if (leeg(waarde)) return "";
  if (typeof waarde !== "number") return zuiver(waarde);
  if (!Number.isFinite(waarde)) return "";
  return soort === "euro" ? bedrag(waarde) : schrijfGetal(waarde);
}

export function soortVan(kolom) {
  if (!["getal", "heel"].includes(kolom.soort)) return "tekst";
  return kolom.eenheid === "euro" ? "euro" : "getal";
}

export const kopVan = (kolommen, sleutel) => kolommen.find((kolom) => kolom.sleutel === sleutel)?.kop ?? sleutel;

export function celVan(rij, kolom) {
  const waarde = rij[kolom.sleutel];
  if (leeg(waarde)) return null;
  return typeof waarde === "number" && Number.isFinite(waarde) ? waarde : zuiver(waarde) || null;
}

export const getoond = (kolommen, rijen) =>
  kolommen.filter((kolom) => !kolom.verborgen && rijen.some((rij) => celVan(rij, kolom) !== null));

// Zijn alle rijen een voorbeeld of geen, dan zegt de zin dat al.
export function metVoorbeeld(tabel, merken, t) {
  if (merken.every(Boolean) || !merken.some(Boolean)) return tabel;
  return {
    ...tabel,
    koppen: [...tabel.koppen, t.voorbeeldkop],
    soorten: [...tabel.soorten, "tekst"],
    rijen: tabel.rijen.map((rij, i) => [...rij, merken[i] ? t.voorbeeldwoord : null]),
  };
}
