// De dossiers van de lezer: kiezen, beginnen, noemen, kopiëren, weggooien en terughalen; en de eerdere versies.
import { download } from "../bestand.js";
import VORM from "../../dossier/velden.json";
import { knop, maak } from "../dom.js";
import { inhoudVan, regel, titelVan, wanneer } from "./woorden.js";

const NAMEN = ["titel", "regio", "doel", "datum", "fase"];
const VELDEN = VORM.velden.filter((kolom) => NAMEN.includes(kolom.sleutel));

function velden(model) {
  const houder = model.houder(), zet = (naam, waarde) => houder.wijzig((d) => ({ ...d, velden: { ...d.velden, [naam]: waarde } }), { wat: naam });
  const waarde = (naam) => houder.dossier().velden[naam] ?? "";
  const keuze = (kolom) => maak("select", { class: "kg-veld", onchange: (e) => zet(kolom.sleutel, e.target.value) }, ["", ...kolom.waarden].map((w) => maak("option", { value: w, selected: waarde(kolom.sleutel) === w }, w || "nog niet gekozen")));
  const tekst = ({ sleutel }) => maak("input", { type: sleutel === "datum" ? "date" : "text", class: "kg-veld", value: waarde(sleutel), autocomplete: "off", oninput: (e) => zet(sleutel, e.target.value) });
  return maak("div", { class: "kg-velden" }, VELDEN.map((kolom) => regel(kolom.kop, kolom.soort === "keuze" ? keuze(kolom) : tekst(kolom), kolom.uitleg)));
}

function dossierregel(een, { model, toon, zeg, delen }) {
  const { bewaarder } = model, actief = een.id === bewaarder.actief();
  const gooiWeg = () => {
    const gelukt = bewaarder.verwijder(een.id);
    toon();
    zeg(gelukt ? `‘${een.titel}’ is weggegooid. Je haalt het hieronder terug zolang het er dertig dagen ligt.` : "Weggooien lukt niet: de opslag is vol.");
  };
  const doen = een.onleesbaar || een.nieuwer ? [] : [
    !actief && knop("Open", () => { bewaarder.kies(een.id); model.begonnen(); toon(); }, { "aria-label": `Open ${een.titel}`, class: "kg-knop kg-klein" }),
    knop("Kopieer", () => { bewaarder.kopieer(een.id); model.begonnen(); toon(); }, { "aria-label": `Kopieer ${een.titel}`, class: "kg-knop kg-klein" }),
    knop("Gooi weg", gooiWeg, { "aria-label": `Gooi ${een.titel} weg`, class: "kg-knop kg-klein" }),
  ];
  return maak("li", { class: "kg-dossier" }, maak("div", {}, maak("strong", {}, een.titel), actief && maak("span", { class: "kg-tel" }, "hier werk je in"),
    maak("small", { class: "kg-hint" }, [een.regio, inhoudVan(een.secties ?? {}, delen.secties), een.tijd && wanneer(een.tijd)].filter(Boolean).join(" · "))), maak("div", { class: "kg-groep" }, doen));
}

function versies({ model, toon, zeg }) {
  const houder = model.bewaarder.eigen(), lijst = houder?.geschiedenis() ?? [];
  if (!lijst.length) return null;
  const zetTerug = (stap) => { model.toon("eigen"); zeg(houder.herstel(stap) ? "De eerdere versie staat er weer. Met Ongedaan maken krijg je terug wat er stond." : "Deze versie is niet meer te lezen."); toon(); };
  const noem = (stap) => (stap.soort === "dag" ? `Begin van ${new Date(stap.tijd).toLocaleDateString("nl-NL", { day: "numeric", month: "long" })}` : `${wanneer(stap.tijd)}, vóór: ${stap.wat}${stap.gereedschap ? ` (${stap.gereedschap})` : ""}`);
  const bekijk = (stap) => { const eerder = houder.versie(stap); if (eerder) { model.set("eerder", () => zetTerug(stap)); model.toon("kijken", eerder); } };
  return maak("details", { class: "kg-uitklap" }, maak("summary", {}, `Eerdere versies (${lijst.length})`),
    maak("ul", { class: "kg-lijst" }, lijst.map((stap) => maak("li", {}, maak("span", {}, noem(stap)),
      maak("span", { class: "kg-groep" }, knop("Bekijk", () => bekijk(stap), { "aria-label": `Bekijk ${noem(stap)}`, class: "kg-knop kg-klein" }), knop("Zet terug", () => zetTerug(stap), { "aria-label": `Zet terug: ${noem(stap)}`, class: "kg-knop kg-klein" }))))));
}

function weggegooid({ model, toon }) {
  const { bewaarder } = model, lijst = bewaarder.weggegooid();
  if (!lijst.length) return null;
  return maak("details", { class: "kg-uitklap" }, maak("summary", {}, `Weggegooid (${lijst.length})`),
    maak("ul", { class: "kg-lijst" }, lijst.map((een) => maak("li", {}, maak("span", {}, `${een.titel}, ${wanneer(een.tijd)}`), knop("Haal terug", () => { bewaarder.zetTerug(een.id); model.begonnen(); toon(); }, { class: "kg-knop kg-klein", "aria-label": `Haal ${een.titel} terug` })))));
}

function apart({ model }) {
  const lijst = model.bewaarder.apart();
  if (!lijst.length) return null;
  return maak("details", { class: "kg-uitklap", open: true }, maak("summary", {}, `Apart gehouden (${lijst.length})`), maak("p", { class: "kg-hint" }, "Dit stond in de opslag en was niet te lezen. Er is niets van veranderd; bewaar het als bestand als je het nodig hebt."),
    maak("ul", { class: "kg-lijst" }, lijst.map((een, i) => maak("li", {}, maak("span", {}, `${wanneer(een.tijd)}: ${een.waarom}`), knop("Bewaar als bestand", () => download(`apart-${i + 1}.txt`, een.tekst ?? "", "text/plain"), { class: "kg-knop kg-klein" })))));
}

export function dossiers(ctx) {
  const { model, paneel } = ctx, { bewaarder } = model;
  function toon() {
    const open = { ...ctx, toon };
    paneel.toon("Mijn dossiers", maak("p", { class: "kg-hint" }, "Alles wat je in dit boek invult, staat in één dossier op dit apparaat. Elk gereedschap laat er een deel van zien."),
      model.soort === "eigen" && velden(model), maak("ul", { class: "kg-lijst" }, bewaarder.lijst().map((een) => dossierregel(een, open))),
      maak("div", { class: "kg-groep" }, knop("Nieuw dossier", () => { nieuw(ctx); toon(); }, { class: "kg-knop kg-hoofd" })), versies(open), weggegooid(open), apart(open));
  }
  toon();
}

// Begin een leeg dossier; een naam geven kan meteen, en hoeft niet.
export function nieuw({ model, zeg }) {
  model.bewaarder.nieuw({ titel: "", datum: new Date().toISOString().slice(0, 10) });
  model.begonnen();
  zeg("Je begint met een leeg dossier. Het voorbeeld is weg van je scherm; je vindt het onder Openen.");
}

export function begin(ctx) {
  const { model, paneel, zeg } = ctx;
  nieuw(ctx);
  const sluit = () => { paneel.sluit(); zeg("Je werkt in je eigen dossier. Alles wat je invult, blijft op dit apparaat."); };
  paneel.toon("Je eigen dossier", velden(model), maak("div", { class: "kg-groep" }, knop("Aan de slag", sluit, { class: "kg-knop kg-hoofd", "data-sleutel": "aandeslag" })));
}

export function neemVoorbeeld({ model, zeg }) {
  const dossier = model.houder().dossier();
  model.bewaarder.neem({ ...dossier, velden: { ...dossier.velden, titel: titelVan(dossier) } }, "overgenomen van een voorbeeld");
  model.begonnen();
  zeg("Het voorbeeld is nu een eigen dossier. Wat verzonnen is, blijft als voorbeeld gemerkt tot jij het verandert.");
}

