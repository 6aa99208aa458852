// Het kader om elk gereedschap: werkbalk, wiens gegevens je ziet, meldingen, en de plek voor panelen en het beeld.
import { knop, maak, ververs } from "./dom.js";
import { maakMenu } from "./menu.js";
import { toonWaar } from "./waar.js";

const MEEST_FOUTEN = 30;

function maakMelding(stand) {
  const vak = maak("div", { class: "kg-melding", role: "status" });
  let gemeld = null;
  return {
    vak,
    // Een melding hoort bij de stand waarbij zij kwam; na de volgende wijziging gaat zij weg.
    ververs: () => { if (gemeld && gemeld !== stand.nu()) { gemeld = null; vak.replaceChildren(); } },
    zeg(...zin) { gemeld = stand.nu(); ververs(vak, zin[0] ? maak("p", {}, zin) : null); },
    fouten(fouten) {
      gemeld = stand.nu();
      const over = fouten.length - MEEST_FOUTEN;
      ververs(vak, maak("p", { class: "kg-ernst" }, `${fouten.length === 1 ? "1 fout" : `${fouten.length} fouten`} gevonden; er is niets gewijzigd.`),
        maak("ul", {}, fouten.slice(0, MEEST_FOUTEN).map((fout) => maak("li", {}, fout)), over > 0 && maak("li", {}, `en nog ${over}`)));
    },
  };
}

// Een paneel opent onder de werkbalk: formulieren om te openen, te kiezen en terug te zetten.
function maakPaneel(melding) {
  const vak = maak("div", { class: "kg-paneelplek" });
  let terug = null;
  function sluit() {
    vak.replaceChildren();
    if (terug?.isConnected) terug.focus({ preventScroll: true });
    terug = null;
  }
  function toon(titel, ...inhoud) {
    if (!vak.contains(document.activeElement)) terug = document.activeElement;
    melding.zeg(null);
    const kop = maak("h3", { class: "kg-kop", tabindex: "-1" }, titel);
    const paneel = maak("section", { class: "kg-paneel", "aria-label": titel }, maak("div", { class: "kg-paneelkop" }, kop, knop("Sluiten", sluit, { class: "kg-knop kg-klein" })), inhoud);
    paneel.addEventListener("keydown", (e) => { if (e.key === "Escape" && !e.defaultPrevented) sluit(); });
    vak.replaceChildren(paneel);
    kop.focus({ preventScroll: true });
    paneel.scrollIntoView({ block: "nearest" });
    return paneel;
  }
  return { vak, toon, sluit, open: () => vak.childElementCount > 0 };
}

// Bouw het kader. `extra` geeft de eigen knoppen van een soort gereedschap, `svg()` het plaatje, `tabelUit()` {koppen, rijen} met de uitkomst erbij.
export function maakKader({ model, el, stand, later, extra = [], svg, csvRijen, tabelUit, actie }) {
  const opzet = model.get("opzet"), opPagina = Boolean(model.houder);
  const melding = maakMelding(stand), paneel = maakPaneel(melding);
  const waar = maak("div", { class: "kg-herkomst" }), romp = maak("div", { class: "kg-romp" });
  const { zeg, fouten } = melding;

  // Openen, bewaren en delen staan in een eigen script, dat pas komt als iemand het vraagt.
  const roep = (naam) => async (...meer) => {
    try {
      const delen = await later();
      await delen.bewaren.maakActies({ model, el, stand, svg, zeg, fouten, paneel, csvRijen, tabelUit, actie, delen })[naam](...meer);
    } catch (fout) {
      zeg(`Dat lukte niet: ${fout.message}`);
    }
  };

  const openen = () => [
    opPagina && ["Mijn dossiers en eerdere versies", roep("dossiers")],
    ["Plakken, of een bestand openen", roep("invoer")],
    ...opzet.voorbeelden.map((v) => [`Voorbeeld: ${v.titel}`, () => roep("voorbeeld")(v)]),
  ];
  const bewaren = () => [
    ["Dossier, om later verder te gaan", roep("dossier")],
    opPagina && ["Tabel voor Excel (xlsx)", roep("xlsx")],
    ["Tabel (csv)", roep("csv")],
    svg && ["Plaatje (png)", roep("png")],
    svg && ["Plaatje (svg)", roep("svg")],
    opPagina && ["Link om te delen", roep("deel")],
  ];
  const terug = knop(["↶", maak("span", { class: "kg-ruim" }, " Ongedaan maken")], () => stand.terug(), { "data-sleutel": "terug", "aria-label": "Ongedaan maken", title: "Ongedaan maken" });
  const vooruit = knop("↷", () => stand.vooruit(), { "data-sleutel": "vooruit", "aria-label": "Opnieuw doen", title: "Opnieuw doen" });
  const balk = maak("div", { class: "kg-balk", role: "group", "aria-label": `Werkbalk ${opzet.regels.titel}` },
    extra, terug, vooruit, maakMenu("Openen", openen), maakMenu("Bewaren", bewaren), knop("Zet op de actielijst", roep("actie"), { "data-sleutel": "actie" }));

  function ververKader() {
    terug.disabled = !stand.kanTerug();
    vooruit.disabled = !stand.kanVooruit();
    melding.ververs();
    if (opPagina) toonWaar(waar, model, roep);
  }
  el.append(maak("div", { class: "kg" }, balk, waar, melding.vak, paneel.vak, romp));
  luisterMee({ model, el, stand, fouten, roep });
  return { romp, zeg, roep, fouten, paneel, ververs: ververKader };
}

function luisterMee({ model, el, stand, fouten, roep }) {
  for (const [naam, toon] of [["bezwaren", fouten], ["ontvangen", (wat) => roep("ontvang")(wat)]]) {
    const meld = () => model.get(naam) && toon(model.get(naam));
    model.on(`change:${naam}`, meld);
    meld();
  }
  // In JupyterLab zijn losse letters sneltoetsen van het notebook; hier zijn het letters.
  el.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "z" && !/INPUT|SELECT|TEXTAREA/.test(e.target.tagName)) {
      e.preventDefault();
      if (e.shiftKey) stand.vooruit(); else stand.terug();
    }
    if (!e.ctrlKey && !e.metaKey) e.stopPropagation();
  });
  model.on("msg:custom", (bericht) => bericht?.soort === "afgewezen" && fouten(bericht.fouten));
  if (model.houder) addEventListener("beforeunload", (e) => { const { probleem, wacht } = model.houder().toestand(); if (probleem && wacht && model.soort === "eigen") e.preventDefault(); });
}
