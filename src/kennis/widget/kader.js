// Het kader om elk gereedschap: titel, werkbalk, herkomst van de gegevens, meldingen en bewaren.
import { controleerRijen, leesSectie, schrijfCsv } from "./kolommen.js";
import { download, leesTekst, losseSvg, naarPng } from "./bestand.js";
import { knop, maak, ververs } from "./dom.js";

const HERKOMST = {
  voorbeeld: "Je ziet een voorbeeld. Wat je verandert, blijft op dit apparaat.",
  eigen: "Je werkt in je eigen dossier. Het staat alleen op dit apparaat.",
  link: "Dit komt uit een link. Wat je zelf eerder invulde, staat er nog.",
  notebook: "",
};

// Bouw het kader. `extra` geeft de eigen knoppen van een soort gereedschap, `svg()` het plaatje.
export function maakKader({ model, el, stand, extra = [], svg }) {
  const opzet = model.get("opzet");
  const melding = maak("div", { class: "kg-melding", role: "status" });
  const balk = maak("div", { class: "kg-balk", role: "toolbar", "aria-label": `Werkbalk ${opzet.regels.titel}` });
  const herkomst = maak("div", { class: "kg-herkomst" });
  const romp = maak("div", { class: "kg-romp" });
  const kiezer = maak("input", { type: "file", accept: ".csv,.json", hidden: true, "aria-label": "Kies een bestand" });
  kiezer.addEventListener("change", () => kiezer.files[0] && open(kiezer.files[0]).finally(() => (kiezer.value = "")));

  const zeg = (zin) => ververs(melding, zin ? maak("p", {}, zin) : null);
  const foutenlijst = (fouten) => ververs(melding, maak("p", { class: "kg-ernst" }, `${fouten.length === 1 ? "1 fout" : fouten.length + " fouten"} gevonden; er is niets gewijzigd.`), maak("ul", {}, fouten.map((f) => maak("li", {}, f))));

  async function open(bestand) {
    const inhoud = await leesTekst(bestand);
    const { secties, fouten } = bestand.name.toLowerCase().endsWith(".json") ? uitJson(inhoud, bestand.name) : uitCsv(inhoud, bestand.name);
    if (fouten.length) return foutenlijst(fouten);
    stand.zet({ ...stand.nu(), secties: { ...stand.nu().secties, ...secties } });
    zeg(`Geopend: ${bestand.name}. Met Ongedaan maken krijg je terug wat er stond.`);
  }

  function uitCsv(inhoud, naam) {
    const sectie = Object.keys(opzet.secties).find((s) => naam.toLowerCase().startsWith(s)) ?? opzet.regels.sectie;
    const { rijen, fouten } = leesSectie(inhoud, opzet.secties[sectie].kolommen, naam);
    return { secties: { [sectie]: rijen }, fouten };
  }

  function uitJson(inhoud, naam) {
    try {
      return keurSecties(JSON.parse(inhoud).secties, opzet, naam);
    } catch {
      return { secties: {}, fouten: [`${naam}: dit is geen dossier. Open een bestand dat je hier hebt bewaard.`] };
    }
  }

  async function deel() {
    const adres = await model.gastheer.deel();
    await navigator.clipboard?.writeText(adres).then(() => zeg("De link staat op je klembord. Alles wat je invulde, zit erin; er is niets verstuurd."), () => toonLink(adres)) ?? toonLink(adres);
  }
  const toonLink = (adres) => ververs(melding, maak("label", {}, "Kopieer deze link: ", maak("input", { type: "text", readonly: true, value: adres, class: "kg-veld" })));

  const achtergrond = () => getComputedStyle(el).getPropertyValue("--k-papier").trim() || "#ffffff";
  const bewaarnaam = opzet.regels.gereedschap;
  const dossier = () => JSON.stringify({ kennisdossier: 1, titel: opzet.regels.titel, secties: stand.nu().secties }, null, 1);
  const bewaar = [
    ["Tabel (csv, voor Excel)", () => download(`${opzet.regels.sectie}.csv`, schrijfCsv(stand.rijen(opzet.regels.sectie), opzet.secties[opzet.regels.sectie].kolommen), "text/csv")],
    ["Alles (dossier)", () => download(`${bewaarnaam}.json`, dossier(), "application/json")],
    svg && ["Plaatje (png)", async () => download(`${bewaarnaam}.png`, await naarPng(svg(), achtergrond()))],
    svg && ["Plaatje (svg)", () => download(`${bewaarnaam}.svg`, losseSvg(svg(), achtergrond()), "image/svg+xml")],
  ].filter(Boolean);

  const laad = (secties, zin) => { stand.zet({ ...stand.nu(), secties: { ...stand.nu().secties, ...structuredClone(secties) } }); zeg(zin); };
  const legeSecties = () => Object.fromEntries(Object.keys(opzet.secties).map((s) => [s, opzet.behoud?.includes(s) ? stand.rijen(s) : []]));
  const beginOpnieuw = () => { stand.zet(structuredClone(model.get("start"))); model.gastheer?.wis(); zeg("Je ziet weer het begin. Met Ongedaan maken krijg je terug wat er stond."); };

  const menu = (titel, keuzes) => {
    const deel = maak("details", { class: "kg-menu" }, maak("summary", { class: "kg-knop" }, titel));
    deel.append(maak("div", { class: "kg-menulijst" }, keuzes.map(([tekst, doe]) => knop(tekst, () => { deel.open = false; deel.firstChild.focus(); doe(); }, { class: "kg-keuze" }))));
    deel.addEventListener("keydown", (e) => { if (e.key === "Escape") { deel.open = false; deel.firstChild.focus(); } });
    deel.addEventListener("focusout", (e) => { if (e.relatedTarget && !deel.contains(e.relatedTarget)) deel.open = false; });
    return deel;
  };

  const terug = knop("Ongedaan maken", () => stand.terug(), { "data-sleutel": "terug" });
  const vooruit = knop("Opnieuw doen", () => stand.vooruit(), { "data-sleutel": "vooruit" });
  balk.append(...extra, terug, vooruit,
    menu("Openen", [
      ["Leeg beginnen", () => laad(legeSecties(), "Je begint leeg. Met Ongedaan maken krijg je terug wat er stond.")],
      ...opzet.voorbeelden.map((v) => [`Voorbeeld: ${v.titel}`, () => laad(v.secties, `Geladen: ${v.titel}.`)]),
      ["Bestand openen (csv of dossier)", () => kiezer.click()],
      ["Begin opnieuw", beginOpnieuw],
    ]),
    menu("Bewaren", model.gastheer ? [...bewaar, ["Link om te delen", deel]] : bewaar), kiezer);

  function ververKader() {
    terug.disabled = !stand.kanTerug();
    vooruit.disabled = !stand.kanVooruit();
    const soort = model.get("herkomst") ?? "notebook";
    ververs(herkomst, HERKOMST[soort] && maak("span", {}, HERKOMST[soort]),
      soort === "link" && knop("Maak dit mijn dossier", () => { model.gastheer.neemOver(); ververKader(); zeg("Dit is nu je eigen dossier op dit apparaat."); }),
      soort === "link" && knop("Terug naar mijn dossier", () => { model.gastheer.eigen(); ververKader(); }));
  }
  el.append(maak("div", { class: "kg" }, balk, herkomst, melding, romp));
  if (model.gastheer?.bezwaren?.length) foutenlijst(model.gastheer.bezwaren);

  // In JupyterLab zijn losse letters sneltoetsen van het notebook; hier zijn het letters.
  el.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "z" && !/INPUT|SELECT/.test(e.target.tagName)) {
      e.preventDefault();
      e.shiftKey ? stand.vooruit() : stand.terug();
    }
    if (!e.ctrlKey && !e.metaKey) e.stopPropagation();
  });
  model.on("msg:custom", (bericht) => bericht?.soort === "afgewezen" && foutenlijst(bericht.fouten));
  return { romp, zeg, ververs: ververKader };
}

// Controleer secties van buiten; alleen wat bij dit gereedschap hoort gaat mee.
export function keurSecties(secties, opzet, naam) {
  const uit = {}, fouten = [];
  for (const [sectie, rijen] of Object.entries(secties)) {
    if (!Object.hasOwn(opzet.secties, sectie)) continue;
    if (!Array.isArray(rijen) || rijen.some((r) => typeof r !== "object" || r === null)) { fouten.push(`${naam}, ${sectie}: hier hoort een lijst van rijen.`); continue; }
    const gekeurd = controleerRijen(rijen, opzet.secties[sectie].kolommen, (i) => `${naam}, ${sectie}, rij ${i + 1}`);
    uit[sectie] = gekeurd.rijen;
    fouten.push(...gekeurd.fouten);
  }
  if (!Object.keys(uit).length && !fouten.length) fouten.push(`${naam}: hierin staat niets voor dit gereedschap (${Object.keys(opzet.secties).join(", ")}).`);
  return { secties: uit, fouten };
}
