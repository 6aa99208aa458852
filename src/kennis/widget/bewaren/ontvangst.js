// Wat iemand deelde, als link of als bestand: zeggen wat het is, en de lezer laten kiezen.
import { legNaast, neemOver } from "../../dossier/overnemen.js";
import { SLEUTELS } from "../../dossier/vorm.js";
import { knop, maak, ververs } from "../dom.js";
import { inhoudVan, titelVan, wanneer } from "./woorden.js";

const gevuld = (dossier) => Object.keys(dossier.secties).filter((naam) => dossier.secties[naam].length);

function wieWatWanneer({ dossier, apart }, { delen, model }) {
  const { van, gedeeld, regio } = dossier.velden, eigen = model.bewaarder.eigen();
  return [
    maak("p", {}, maak("strong", {}, titelVan(dossier)), regio ? `, ${regio}` : "", van ? `. Gedeeld door ${van}` : "", gedeeld ? `, ${wanneer(gedeeld)}` : "", "."),
    maak("p", {}, `Hierin staat: ${inhoudVan(dossier.secties, delen.secties)}.`),
    eigen && maak("p", { class: "kg-hint" }, `In je eigen dossier ‘${titelVan(eigen.dossier())}’ staat: ${inhoudVan(eigen.dossier().secties, delen.secties)}.`),
    apart?.length > 0 && maak("p", { class: "kg-hint" }, `Apart gehouden, omdat deze pagina het niet kent: ${apart.map((een) => een.naam).join(", ")}.`),
  ];
}

const noemRij = (sectie, rij) => (SLEUTELS[sectie] ?? ["naam"]).map((kolom) => rij[kolom]).filter(Boolean).join(", ") || Object.values(rij).find((w) => typeof w === "string") || "een rij";
const waarde = (w) => (w === null || w === undefined ? "leeg" : String(w));

// Zeg per sectie wat er bij komt en wat er verandert.
function gevolgen(sectie, eigen, ander) {
  const { nieuw, anders, gelijk } = legNaast(sectie, eigen, ander);
  const regels = [nieuw.length && `${nieuw.length} nieuw`, anders.length && `${anders.length} anders`, gelijk && `${gelijk} gelijk`].filter(Boolean).join(", ");
  const wat = anders.slice(0, 12).map(({ rij, cellen }) => `${noemRij(sectie, rij)}: ${cellen.map((c) => `${c.kolom} ${waarde(c.oud)} → ${waarde(c.nieuw)}`).join("; ")}`);
  if (anders.length > wat.length) wat.push(`en nog ${anders.length - wat.length}`);
  return { zin: regels || "niets", wat };
}

// Een ander met dezelfde naam is misschien een ander mens: de naam is hier te wijzigen.
function naamveld(dossier, ververst) {
  const wie = [...new Set(Object.entries(dossier.secties).filter(([naam]) => SLEUTELS[naam]?.includes("persoon")).flatMap(([, rijen]) => rijen.map((rij) => rij.persoon)))];
  if (wie.length !== 1) return { veld: null, lees: () => dossier };
  const veld = maak("input", { type: "text", class: "kg-veld", value: wie[0], autocomplete: "off", oninput: ververst });
  const lees = () => ({ ...dossier, secties: Object.fromEntries(Object.entries(dossier.secties).map(([naam, rijen]) => [naam, rijen.map((rij) => ("persoon" in rij ? { ...rij, persoon: veld.value.trim() || wie[0] } : rij))])) });
  return { veld, lees };
}

function neemDelen(ctx, ontvangen) {
  const { model, paneel, zeg, delen } = ctx, eigen = model.bewaarder.eigen();
  const lijst = maak("ul", { class: "kg-lijst" });
  const { veld, lees } = naamveld(ontvangen.dossier, () => vul());
  const gekozen = new Set(gevuld(ontvangen.dossier));
  function vul() {
    const ander = lees();
    ververs(lijst, gevuld(ander).map((sectie) => {
      const { zin, wat } = gevolgen(sectie, eigen.dossier().secties[sectie] ?? [], ander.secties[sectie]);
      const vink = maak("input", { type: "checkbox", checked: gekozen.has(sectie), "data-sleutel": `neem.${sectie}`, onchange: (e) => (e.target.checked ? gekozen.add(sectie) : gekozen.delete(sectie)) });
      return maak("li", {}, maak("label", {}, vink, ` ${delen.secties?.[sectie]?.titel ?? sectie}: ${zin}`), wat.length ? maak("ul", { class: "kg-hint" }, wat.map((w) => maak("li", {}, w))) : null);
    }));
  }
  function doe() {
    const ander = lees();
    eigen.wijzig((dossier) => neemOver(dossier, ander, [...gekozen]), { wat: `overgenomen van ${titelVan(ander)}` });
    eigen.schrijfNu();
    klaar(ctx);
    zeg(`Overgenomen in ‘${titelVan(eigen.dossier())}’. Met Ongedaan maken krijg je terug wat er stond.`);
  }
  vul();
  paneel.toon(`Overnemen in ‘${titelVan(eigen.dossier())}’`, veld && maak("label", { class: "kg-invoerregel" }, maak("span", {}, "Van wie zijn deze scores?"), veld), lijst,
    maak("div", { class: "kg-groep" }, knop("Neem dit over", doe, { class: "kg-knop kg-hoofd", "data-sleutel": "neemover" }), knop("Terug", () => ontvang(ctx, ontvangen))));
}

function klaar({ model, paneel }) {
  paneel.sluit();
  model.set("ontvangen", null);
  model.begonnen();
}

function bewaarApart(ctx, { dossier }) {
  const { van, gedeeld, ...velden } = dossier.velden;
  ctx.model.bewaarder.neem({ ...dossier, velden }, van ? `gekregen van ${van}` : "gekregen");
  klaar(ctx);
  ctx.zeg("Dit is nu een eigen dossier op dit apparaat. Je andere dossiers staan er nog.");
}

export function ontvang(ctx, ontvangen) {
  const { model, paneel, zeg } = ctx, eigen = model.bewaarder.eigen();
  const kijk = () => { paneel.sluit(); zeg("Je kijkt alleen. Het adres van deze pagina houdt het vast."); };
  paneel.toon("Iemand deelde dit met je", wieWatWanneer(ontvangen, ctx), maak("div", { class: "kg-groep kg-keuzes" },
    eigen && knop(`Neem delen over in ‘${titelVan(eigen.dossier())}’`, () => neemDelen(ctx, ontvangen), { class: "kg-knop kg-hoofd", "data-sleutel": "delen" }),
    knop("Bewaar als apart dossier", () => bewaarApart(ctx, ontvangen), { "data-sleutel": "apart", class: eigen ? "kg-knop" : "kg-knop kg-hoofd" }),
    knop("Alleen kijken", kijk, { "data-sleutel": "kijk" })));
}
