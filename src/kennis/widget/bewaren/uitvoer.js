// Wat de lezer meeneemt: het dossier, een tabel, een plaatje of een link.
import { schrijfCsv } from "../../csvbestand.js";
import { leegDossier, naarBestand } from "../../dossier/vorm.js";
import { schrijfLink } from "../../dossier/link.js";
import { download, maakVel, naarPng } from "../bestand.js";
import { knop, maak } from "../dom.js";
import { bestandsnaam, regel } from "./woorden.js";

const LANG_VOOR_MAIL = 2000;

// Geef het adres van deze pagina met een dossier erin; `voor` is een gereedschap, of "dossier" voor alles.
const maakLink = async (voor, gegevens) => location.href.split("#")[0] + (await schrijfLink(gegevens, voor));

// Het hele dossier, op een pagina van de bewaarder en in een notebook uit de stand.
const heel = ({ model, stand }) => (model.houder ? model.houder().dossier()
  : { ...leegDossier(stand.nu().velden ?? {}), secties: stand.nu().secties, keuzes: { [model.get("opzet").regels.gereedschap]: stand.nu().keuzes ?? {} } });

const vandaag = () => new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });

function geef(ctx, achter, inhoud, soort) {
  const { titel, gereedschap } = ctx.model.get("opzet").regels, eigen = heel(ctx).velden.titel;
  const naam = `${bestandsnaam([eigen, achter.startsWith("json") ? "" : titel ?? gereedschap].filter(Boolean).join(" "))}.${achter}`;
  download(naam, inhoud, soort);
  ctx.zeg(`Bewaard als ${naam}.`);
}

// De tabel zoals op het scherm: koppen van het scherm, en de uitkomst erbij.
function tabelVan({ model, stand, tabelUit, csvRijen }) {
  if (tabelUit) return tabelUit();
  const { regels, secties } = model.get("opzet"), kolommen = secties[regels.sectie].kolommen.filter((kolom) => !kolom.verborgen);
  const rijen = csvRijen?.() ?? stand.rijen(regels.sectie);
  return { koppen: kolommen.map((kolom) => kolom.kop), rijen: rijen.map((rij) => kolommen.map((kolom) => rij[kolom.sleutel] ?? null)) };
}

export function csv(ctx) {
  const { koppen, rijen } = tabelVan(ctx);
  const kolommen = koppen.map((kop) => ({ sleutel: kop }));
  geef(ctx, "csv", schrijfCsv(rijen.map((rij) => Object.fromEntries(koppen.map((kop, i) => [kop, rij[i]]))), kolommen), "text/csv");
}

export async function xlsx(ctx) {
  const { koppen, rijen } = tabelVan(ctx), { titel } = ctx.model.get("opzet").regels;
  const soorten = koppen.map((_, i) => (rijen.every((rij) => rij[i] === null || typeof rij[i] === "number") ? "getal" : "tekst"));
  geef(ctx, "xlsx", await (await ctx.delen.haal("xlsx")).naarXlsx([{ naam: titel.slice(0, 31), koppen, soorten, rijen: rijen.map((rij) => rij.map((cel) => (cel === undefined || cel === "" ? null : cel))) }]));
}

export const dossier = (ctx) => geef(ctx, "json", JSON.stringify(naarBestand(heel(ctx)), null, 1), "application/json");

async function vel(ctx) {
  const { velden } = heel(ctx), { titel } = ctx.model.get("opzet").regels;
  const letters = await ctx.delen.haal?.("letters").catch(() => null);
  return maakVel(ctx.svg(), { titel: velden.titel ? `${titel}: ${velden.titel}` : titel, onder: [[velden.regio, vandaag()].filter(Boolean).join(" · ")], legenda: ctx.legenda?.() ?? [], letters });
}
export const svg = async (ctx) => geef(ctx, "svg", await vel(ctx), "image/svg+xml");
export const png = async (ctx) => geef(ctx, "png", await naarPng(await vel(ctx)), "image/png");

// -- delen

export const maakLinkVan = (voor, heelDossier) => maakLink(voor, naarBestand(heelDossier));

const opSchijf = () => location.protocol === "file:";
const OPSCHIJF = "Je leest het boek vanaf je eigen schijf; een link werkt dan alleen hier. Deel liever het bestand: Bewaren, en dan Dossier.";

function linkregel(kop, uitleg, maakAdres, zeg) {
  const veld = maak("input", { type: "text", readonly: true, class: "kg-veld", "aria-label": `Link: ${kop}`, onfocus: (e) => e.target.select() });
  const lengte = maak("small", { class: "kg-hint" });
  const vul = async () => {
    veld.value = await maakAdres();
    lengte.textContent = veld.value.length > LANG_VOOR_MAIL ? `${veld.value.length} tekens: te lang voor sommige mailprogramma's. Deel dan liever het dossier als bestand.` : `${veld.value.length} tekens.`;
  };
  const kopieer = async () => {
    try {
      await navigator.clipboard.writeText(veld.value);
      zeg(`De link (${kop.toLowerCase()}) staat op je klembord. Er is niets verstuurd.`);
    } catch { veld.focus(); veld.select(); }
  };
  vul();
  return { vul, deel: maak("div", { class: "kg-invoerregel" }, maak("strong", {}, kop), maak("span", { class: "kg-hint" }, uitleg), maak("div", { class: "kg-groep" }, veld, knop("Kopieer", kopieer, { "aria-label": `Kopieer de link: ${kop}` })), lengte) };
}

// `alleen` noemt secties met rijen (zoals de scores van één mens); dan gaat alleen dat mee, en meteen.
export async function deel(ctx, alleen = null, zin = "Alles wat je invulde, zit erin; er is niets verstuurd.") {
  const { model, paneel, zeg } = ctx, { gereedschap, titel } = model.get("opzet").regels, bron = heel(ctx);
  if (opSchijf()) return zeg(OPSCHIJF);
  if (alleen) return deelDit(ctx, await maakLink(gereedschap, naarBestand({ ...bron, secties: alleen, keuzes: {} })), zin);
  const van = maak("input", { type: "text", class: "kg-veld", autocomplete: "name", oninput: () => regels.forEach((r) => r.vul()) });
  const met = () => ({ ...bron, velden: { ...bron.velden, van: van.value.trim() || null, gedeeld: new Date().toISOString() } });
  const eigenSecties = model.get("opzet").sectienamen;
  const regels = [
    linkregel(`Alleen ${titel.toLowerCase()}`, "Wat dit gereedschap laat zien.", () => maakLink(gereedschap, naarBestand(met(), eigenSecties, gereedschap)), zeg),
    linkregel("Het hele dossier", "Alles wat je in dit boek invulde.", () => maakLink("dossier", naarBestand(met())), zeg),
  ];
  paneel.toon("Link om te delen", maak("p", { class: "kg-hint" }, "De inhoud staat in de link zelf. Er gaat niets naar een server; wie de link heeft, kan alles lezen."), regel("Wie deelt dit? (mag leeg)", van), regels.map((r) => r.deel));
}

async function deelDit({ zeg, paneel }, adres, zin) {
  try {
    await navigator.clipboard.writeText(adres);
    zeg(`De link staat op je klembord. ${zin}`);
  } catch {
    paneel.toon("Link om te delen", maak("p", {}, zin), maak("label", { class: "kg-invoerregel" }, "Kopieer deze link: ", maak("input", { type: "text", readonly: true, value: adres, class: "kg-veld", onfocus: (e) => e.target.select() })));
  }
}

