// Het kader om elk gereedschap: titel, werkbalk, herkomst van de gegevens, meldingen en bewaren.
import { knop, maak, ververs } from "./dom.js";

const HERKOMST = {
  voorbeeld: "Je ziet een voorbeeld. Wat je verandert, blijft op dit apparaat.",
  eigen: "Je werkt in je eigen dossier. Het staat alleen op dit apparaat.",
  link: "Iemand deelde dit met je. Het staat nog niet op dit apparaat.",
  notebook: "",
};

// Bouw het kader. `extra` geeft de eigen knoppen van een soort gereedschap, `svg()` het plaatje.
export function maakKader({ model, el, stand, later, extra = [], svg, csvRijen }) {
  const opzet = model.get("opzet");
  const melding = maak("div", { class: "kg-melding", role: "status" });
  const balk = maak("div", { class: "kg-balk", role: "toolbar", "aria-label": `Werkbalk ${opzet.regels.titel}` });
  const herkomst = maak("div", { class: "kg-herkomst" });
  const romp = maak("div", { class: "kg-romp" });
  const kiezer = maak("input", { type: "file", accept: ".csv,.json", hidden: true, "aria-label": "Kies een bestand" });
  kiezer.addEventListener("change", () => kiezer.files[0] && roep("open")(kiezer.files[0]).finally(() => (kiezer.value = "")));

  // Een melding hoort bij de stand waarbij zij kwam; na de volgende wijziging gaat zij weg.
  let gemeld = null;
  const zeg = (zin) => { gemeld = stand.nu(); ververs(melding, zin ? maak("p", {}, zin) : null); };
  const foutenlijst = (fouten) => (gemeld = stand.nu(), ververs(melding, maak("p", { class: "kg-ernst" }, `${fouten.length === 1 ? "1 fout" : fouten.length + " fouten"} gevonden; er is niets gewijzigd.`), maak("ul", {}, fouten.map((f) => maak("li", {}, f)))));

  // Openen en bewaren staan in een eigen script, dat pas komt als iemand het vraagt.
  const roep = (naam) => async (...meer) => {
    try {
      const bewaarder = (await later()).bewaren.maakBewaarder({ model, el, stand, svg, zeg, foutenlijst, melding, laad, csvRijen });
      await bewaarder[naam](...meer);
    } catch (fout) {
      zeg(`Dat lukte niet: ${fout.message}`);
    }
  };
  const bewaarkeuzes = [
    ["Tabel (csv, voor Excel)", roep("csv")],
    ["Dossier, om later verder te gaan", roep("dossier")],
    svg && ["Plaatje (png)", roep("png")],
    svg && ["Plaatje (svg)", roep("svg")],
    model.gastheer && ["Link om te delen", roep("deel")],
  ].filter(Boolean);

  // Wat de lezer zelf invulde, is ook na een herstart terug te halen.
  const laad = (secties, zin) => { model.gastheer?.bewaarVorig(); stand.zet({ ...stand.nu(), secties: { ...stand.nu().secties, ...structuredClone(secties) } }); zeg(zin); };
  const legeSecties = () => Object.fromEntries(opzet.sectienamen.map((s) => [s, opzet.regels.behoud?.includes(s) ? stand.rijen(s) : []]));
  const beginOpnieuw = () => { model.gastheer?.bewaarVorig(); stand.zet(structuredClone(model.get("start"))); model.gastheer?.wis(); zeg("Je ziet weer het begin. Met Ongedaan maken krijg je terug wat er stond."); };

  const menu = (titel, keuzes) => {
    const lijst = maak("div", { class: "kg-menulijst" });
    const deel = maak("details", { class: "kg-menu" }, maak("summary", { class: "kg-knop" }, titel), lijst);
    const vul = () => lijst.replaceChildren(...keuzes().filter(Boolean).map(([tekst, doe]) => knop(tekst, () => { deel.open = false; deel.firstChild.focus(); doe(); }, { class: "kg-keuze" })));
    deel.firstChild.addEventListener("click", vul);
    vul();
    document.addEventListener("pointerdown", (e) => { if (!deel.contains(e.target)) deel.open = false; });
    deel.addEventListener("keydown", (e) => { if (e.key === "Escape") { deel.open = false; deel.firstChild.focus(); } });
    deel.addEventListener("focusout", (e) => { if (e.relatedTarget && !deel.contains(e.relatedTarget)) deel.open = false; });
    return deel;
  };

  const terug = knop(["↶", maak("span", { class: "kg-ruim" }, " Ongedaan maken")], () => stand.terug(), { "data-sleutel": "terug", "aria-label": "Ongedaan maken", title: "Ongedaan maken" });
  const vooruit = knop("↷", () => stand.vooruit(), { "data-sleutel": "vooruit", "aria-label": "Opnieuw doen", title: "Opnieuw doen" });
  balk.append(...extra, terug, vooruit,
    menu("Openen", () => [
      model.gastheer?.vorig() && ["Mijn vorige invulling terughalen", () => laad(model.gastheer.vorig().secties, "Je vorige invulling staat er weer.")],
      ["Leeg beginnen", () => laad(legeSecties(), "Je begint leeg. Met Ongedaan maken krijg je terug wat er stond.")],
      ...opzet.voorbeelden.map((v) => [`Voorbeeld: ${v.titel}`, () => roep("voorbeeld")(v)]),
      ["Bestand openen (csv of dossier)", () => kiezer.click()],
      ["Begin opnieuw met het voorbeeld", beginOpnieuw],
    ]),
    menu("Bewaren", () => bewaarkeuzes), kiezer);

  function ververKader() {
    terug.disabled = !stand.kanTerug();
    vooruit.disabled = !stand.kanVooruit();
    if (model.gastheer && gemeld && gemeld !== stand.nu()) zeg(null);
    const soort = model.get("herkomst") ?? "notebook";
    ververs(herkomst, HERKOMST[soort] && maak("span", {}, HERKOMST[soort]),
      soort === "link" && knop("Maak dit mijn dossier", () => { model.gastheer.neemOver(); ververKader(); zeg("Dit is nu je eigen dossier op dit apparaat."); }),
      soort === "link" && knop(model.gastheer.heeftEigen() ? "Terug naar mijn dossier" : "Naar het voorbeeld", async () => { await model.gastheer.eigen(); ververKader(); }));
  }
  el.append(maak("div", { class: "kg" }, balk, herkomst, melding, romp));
  for (const [naam, toon] of [["bezwaren", foutenlijst], ["aanbod", (secties) => roep("voegToe")(secties, "In de link")]]) {
    const meld = () => model.get(naam) && toon(model.get(naam));
    model.on(`change:${naam}`, meld);
    meld();
  }

  // In JupyterLab zijn losse letters sneltoetsen van het notebook; hier zijn het letters.
  el.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "z" && !/INPUT|SELECT/.test(e.target.tagName)) {
      e.preventDefault();
      e.shiftKey ? stand.vooruit() : stand.terug();
    }
    if (!e.ctrlKey && !e.metaKey) e.stopPropagation();
  });
  model.on("msg:custom", (bericht) => bericht?.soort === "afgewezen" && foutenlijst(bericht.fouten));
  return { romp, zeg, roep, ververs: ververKader };
}
