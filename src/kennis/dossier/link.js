// Een link met een dossier in het adres: klein gemaakt, en te lezen zonder server. Tweeling van link.py.
// De vorm is #kb=<waar>.<letters>: `waar` is een gereedschap of "dossier".
import { foutzin } from "../kolommen.js";
import { leesJson } from "./versies.js";

const MEEST_BYTES = 10000000; // een dossier is zelden groter dan 1 MB

const GEEN_LINK = "hierin staat geen link met een dossier; zo'n link bevat '#kb='";
const NIET_HEEL = "de link is niet heel overgekomen; vraag om een nieuwe, of om het dossier als bestand";
const TE_GROOT = "wat in de link zit is te groot voor een dossier";

const LINK = /#kb=([a-z0-9-]+)\.([A-Za-z0-9_-]+)([^]*)/;
// Wat een mailprogramma midden in een lange link zet: een regeleinde, een spatie, of hun vorm in een adres.
const GEBROKEN = /(?:=?\s|%20|%0[AaDd]|\u200b|%E2%80%8B|>)+/g;

// Geef de letters van een link; zet er zelf `#kb=<waar>.` voor, of gebruik schrijfLink.
export async function naarLink(gegevens) {
  const stroom = new Blob([JSON.stringify(gegevens)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  let letters = "";
  for (const een of new Uint8Array(await new Response(stroom).arrayBuffer())) letters += String.fromCharCode(een);
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export const schrijfLink = async (gegevens, waar = "dossier") => `#kb=${waar}.${await naarLink(gegevens)}`;

// Vind de link in een tekst. Geef {waar, gegevens}, of {fout}: een zin die zegt wat er mis is. Wat een mailprogramma
// eraan plakte (een punt, een haakje, een spatie) telt niet mee.
export async function leesLink(letters) {
  const gevonden = letters.match(LINK), fout = (verwacht) => ({ fout: foutzin({ bestand: "de link", verwacht }) });
  if (!gevonden) return fout(GEEN_LINK);
  const [, waar, eerst, rest] = gevonden;
  const heel = (eerst + rest).replace(GEBROKEN, "").match(/^[A-Za-z0-9_-]*/)[0];
  let waarom = NIET_HEEL;
  for (const poging of new Set([eerst, heel])) {
    try {
      return { waar, gegevens: alsDossier(await uitLink(poging), waar) };
    } catch (reden) {
      if (reden instanceof RangeError) waarom = TE_GROOT;
    }
  }
  return fout(waarom);
}

// Pak de letters van een link uit; gooit een RangeError als zij te groot uitpakken, en een andere fout als zij niet heel zijn.
export async function uitLink(letters) {
  const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (l) => l.charCodeAt(0));
  const lezer = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const delen = [];
  for (let lengte = 0; ;) {
    const { done, value } = await lezer.read();
    if (done) break;
    lengte += value.length;
    if (lengte > MEEST_BYTES) { await lezer.cancel(); throw new RangeError(TE_GROOT); }
    delen.push(value);
  }
  const inhoud = new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(delen).arrayBuffer());
  const { gegevens, fouten } = leesJson(inhoud, "de link");
  if (fouten.length) throw new Error(NIET_HEEL);
  return gegevens;
}

// Een link van versie 1 had alleen de keuzes van haar gereedschap.
function alsDossier(gegevens, waar) {
  const oud = gegevens && typeof gegevens === "object" && !("kennisdossier" in gegevens) && "keuzes" in gegevens;
  return oud && waar !== "dossier" ? { ...gegevens, keuzes: { [waar]: gegevens.keuzes } } : gegevens;
}
