// Gegevens erin krijgen: plakken uit Excel, Word of een mail, of een bestand openen. Eerst zien wat er gebeurt, dan pas doen.
import { legNaast } from "../../dossier/overnemen.js";
import { stelVoor } from "../../dossier/invoer.js";
import { leesTekst } from "../bestand.js";
import { knop, maak, ververs } from "../dom.js";
import { leesTabel } from "../velden.js";
import { leesDossiers } from "./lezen.js";
import { ontvang } from "./ontvangst.js";
import { regel } from "./woorden.js";

const VOORUIT = 5, MEEST_FOUTEN = 20;

// Geef {tekst} of {cellen} van een bestand; een dossier (json) geeft {dossier}.
async function leesBestand(bestand, delen) {
  const naam = bestand.name.toLowerCase();
  if (naam.endsWith(".xlsx") && !delen.haal) throw new Error(`${bestand.name}: in een notebook open je een Excel-bestand met Dossier.laad("${bestand.name}").`);
  if (naam.endsWith(".xlsx")) return { bladen: await (await delen.haal("xlsx-lezen")).lees(bestand) };
  if (naam.endsWith(".xls") || naam.endsWith(".ods")) throw new Error(`${bestand.name}: bewaar het in je rekenblad als xlsx of csv, en open het dan.`);
  const tekst = await leesTekst(bestand);
  return naam.endsWith(".json") ? { dossier: tekst } : { tekst };
}

// Van een werkmap met meer bladen telt het eerste blad waarin een lijst te herkennen is.
function kiesBlad(gelezen, secties) {
  if (!gelezen.bladen) return gelezen;
  const blad = gelezen.bladen.find((een) => stelVoor(een.cellen, secties, { bestand: een.naam }).rijen.length) ?? gelezen.bladen[0];
  return { cellen: blad?.cellen ?? [], naam: blad?.naam ?? gelezen.naam };
}

function voorproef(voorstel, beschrijving) {
  if (!voorstel) return [];
  const { rijen, fouten, zinnen } = voorstel, getoond = beschrijving.kolommen.filter((kolom) => !kolom.verborgen && rijen.some((rij) => rij[kolom.sleutel] !== null && rij[kolom.sleutel] !== undefined));
  return [
    maak("div", { role: "status" }, zinnen.map((zin) => maak("p", {}, zin))),
    fouten.length ? maak("div", { class: "kg-letop" }, maak("p", { class: "kg-ernst" }, fouten.length === 1 ? "1 ding klopt niet. Verbeter het hierboven of in je bestand." : `${fouten.length} dingen kloppen niet. Verbeter ze hierboven of in je bestand.`),
      maak("ul", {}, fouten.slice(0, MEEST_FOUTEN).map((fout) => maak("li", {}, fout)))) : null,
    rijen.length ? leesTabel(`De eerste ${Math.min(VOORUIT, rijen.length)} van ${rijen.length}`, getoond.map((kolom) => kolom.kop), rijen.slice(0, VOORUIT).map((rij) => getoond.map((kolom) => rij[kolom.sleutel] ?? ""))) : null,
  ];
}

// `erbij` voegt toe aan wat er staat (zelfde naam: bijgewerkt); anders komt het in de plaats.
function zetErin({ stand, paneel, zeg }, voorstel, titel, erbij) {
  const eigen = stand.rijen(voorstel.sectie).filter((rij) => !erbij || rij.illustratief !== "ja");
  const rijen = erbij ? legNaast(voorstel.sectie, eigen, voorstel.rijen).rijen : voorstel.rijen;
  const nu = stand.nu(), apart = [...(nu.apart ?? []), ...voorstel.apart];
  stand.zet({ ...nu, apart, secties: { ...nu.secties, [voorstel.sectie]: rijen } }, `${titel} ingelezen`);
  paneel.sluit();
  zeg(`${voorstel.rijen.length} ${voorstel.rijen.length === 1 ? "rij" : "rijen"} bij ${titel.toLowerCase()} gezet. Met Ongedaan maken krijg je terug wat er stond.`);
}

export async function invoer(ctx) {
  const { model, stand, paneel, zeg, fouten, delen } = ctx, { sectienamen, regels } = model.get("opzet"), secties = delen.secties;
  let bron = null, voorstel = null;
  const uit = maak("div"), gekozen = maak("select", { class: "kg-veld", "data-sleutel": "invoer.sectie", onchange: () => kijk(gekozen.value) },
    [...sectienamen, ...Object.keys(secties).filter((naam) => !sectienamen.includes(naam))].map((naam) => maak("option", { value: naam }, secties[naam].titel ?? naam)));
  const vak = maak("textarea", { class: "kg-veld", rows: 6, "data-sleutel": "invoer.tekst", oninput: () => { bron = { tekst: vak.value, naam: "" }; kijk(null); } });
  const kies = maak("input", { type: "file", class: "kg-onzichtbaar", accept: ".csv,.txt,.tsv,.xlsx,.json", multiple: true, "data-sleutel": "invoer.bestand", onchange: () => open([...kies.files]) });
  const kiesknop = maak("label", { class: "kg-knop kg-bestandknop" }, kies, "Kies een bestand");
  const doen = { erbij: knop("Zet erbij", () => zetErin(ctx, voorstel, secties[voorstel.sectie].titel ?? voorstel.sectie, true), { class: "kg-knop kg-hoofd", "data-sleutel": "invoer.erbij" }), vervang: knop("Vervang wat er staat", () => zetErin(ctx, voorstel, secties[voorstel.sectie].titel ?? voorstel.sectie, false), { "data-sleutel": "invoer.vervang" }) };

  // Leg voor wat er gaat gebeuren; `sectie` is wat de lezer koos, of null om te raden.
  function kijk(sectie) {
    const leeg = !bron || (bron.tekst !== undefined && !bron.tekst.trim());
    voorstel = leeg ? null : stelVoor(bron.tekst ?? bron.cellen, secties, { bestand: bron.naam, als: sectie, naast: stand.nu().secties });
    // Zonder koppen is niet te zien waar het bij hoort; dan bij de lijst van dit gereedschap.
    if (voorstel?.sectie === null && !sectie) return kijk(regels.sectie);
    if (voorstel) gekozen.value = voorstel.sectie;
    const klaar = Boolean(voorstel?.rijen.length) && !voorstel.fouten.length;
    for (const een of Object.values(doen)) een.disabled = !klaar;
    ververs(uit, voorproef(voorstel, voorstel && secties[voorstel.sectie]));
  }

  async function open(bestanden) {
    try {
      const gelezen = await Promise.all(bestanden.map(async (bestand) => ({ naam: bestand.name, ...(await leesBestand(bestand, delen)) })));
      const dossiers = gelezen.filter((een) => een.dossier !== undefined);
      if (dossiers.length) return openDossiers(ctx, dossiers);
      bron = kiesBlad(gelezen[0], secties);
      kijk(null);
    } catch (fout) {
      fouten([fout.message]);
    }
  }

  kijk(null);
  paneel.toon("Plakken, of een bestand openen", maak("p", { class: "kg-hint" }, "Plak een kolom namen of een tabel uit Excel of Word. Of kies een bestand: csv, Excel (xlsx), of een dossier dat je hier hebt bewaard."),
    regel("Plak hier", vak), kiesknop, regel("Waar hoort het bij?", gekozen), uit, maak("div", { class: "kg-groep" }, doen.erbij, doen.vervang));
  vak.focus({ preventScroll: true });
  return zeg(null);
}

// Een of meer dossiers: op een pagina kiest de lezer wat ermee gebeurt; in een notebook komt het in de plaats van wat er staat.
function openDossiers(ctx, gelezen) {
  const { model, stand, fouten, delen, paneel, zeg } = ctx;
  const ontvangen = leesDossiers(gelezen, delen.secties);
  if (ontvangen.fouten.length) return fouten(ontvangen.fouten);
  if (model.houder) return ontvang(ctx, ontvangen);
  stand.zet({ ...stand.nu(), velden: { ...stand.nu().velden, ...ontvangen.dossier.velden }, secties: { ...stand.nu().secties, ...ontvangen.dossier.secties } }, "dossier geopend");
  paneel.sluit();
  return zeg("Geopend. Met Ongedaan maken krijg je terug wat er stond.");
}
