// Mijn plan: wat in alle gereedschappen is ingevuld, als één plan voor de stuurgroep. Het verslag zelf en de bestanden komen later.
import { knop, maak, ververs } from "../dom.js";
import { maakKader } from "../kader.js";
import { haal } from "../laden.js";
import { maakStand } from "../stand.js";
import { maakActies } from "./acties.js";
import { maakGegevens } from "./gegevens.js";
import T from "./teksten.json";

const WACHT_MS = 250;

export default {
  render({ model, el, later: bron }) {
    const stand = maakStand(model),
      plek = el.parentElement,
      later = aangepast(model, bron, plek, () => gegevens.begin());
    const plan = maakPlan({ model, stand, plek, later });
    const uit = (naam, soort) => knop(T[naam], () => plan.bewaar(soort, kader.zeg), { class: "kg-knop kg-hoofd", "data-sleutel": naam });
    const extra = [uit("woord", "docx"), uit("excel", "xlsx"), knop(T.afdrukken, () => print(), { "data-sleutel": "afdrukken" })];
    const kader = maakKader({ model, el, stand, later, extra, actie: () => ({}) });
    const gegevens = maakGegevens(stand),
      acties = maakActies(stand);
    const werk = maak("div", { class: "kp-werk" }, gegevens.vak, plan.voor, acties.vak, plan.na);
    kader.romp.append(werk);

    function ververs_() {
      const eigen = model.get("herkomst") !== "voorbeeld";
      for (const knopje of extra) knopje.hidden = !eigen;
      werk.hidden = !eigen;
      for (const deel of plek.querySelectorAll("[data-voorbeeld]")) deel.hidden = eigen;
      kader.ververs();
      if (!eigen) return;
      gegevens.ververs();
      acties.ververs();
      plan.straks();
    }
    addEventListener("beforeprint", () => plan.nu());
    plan.bijAf((elders) => acties.toonElders(elders));
    stand.luister(ververs_);
    ververs_();
  },
};

// Wat later komt, past hier op twee punten anders: het voorbeeld staat als tekst op de pagina en krijgt zijn gegevens pas als iemand
// het wil overnemen, en wie begint heeft de velden al voor zich.
function aangepast(model, later, plek, bijBegin) {
  let heeftVoorbeeld = false;
  return async (deel) => {
    const delen = await later(deel);
    if (!delen?.cases) return delen;
    if (model.get("herkomst") === "voorbeeld" && !heeftVoorbeeld) {
      heeftVoorbeeld = true;
      model.toonVoorbeeld({ velden: { titel: plek.dataset.titel }, secties: delen.cases[plek.dataset.case] ?? {} });
    }
    const maakActies_ = (ctx) => ({ ...delen.bewaren.maakActies(ctx), begin: () => begin(model, bijBegin) });
    return { ...delen, bewaren: { ...delen.bewaren, maakActies: maakActies_ } };
  };
}

function begin(model, bijBegin) {
  model.bewaarder.nieuw({ titel: "", datum: new Date().toISOString().slice(0, 10) });
  model.begonnen();
  bijBegin();
}

// Het verslag op de pagina: opnieuw gemaakt als er iets wijzigt, en niet bij elke letter.
function maakPlan({ model, stand, plek, later }) {
  const voor = maak("div", { class: "kp-plan" }, maak("p", { class: "kg-hint" }, T.laden)),
    na = maak("div", { class: "kp-plan" });
  let klok = null,
    delen = null,
    gemaakt = null,
    klaar = () => {};

  async function haalDelen() {
    const [panelen, regels, gegevens] = await Promise.all([later("panelen"), haal("regels"), haal("gegevens")]);
    delen = {
      ...panelen,
      regels: Object.values(regels),
      secties: gegevens.secties,
      stijlen: (plek.dataset.stijlen ?? "").split(" ").filter(Boolean),
    };
  }

  // Wat de lezer intussen wijzigde of waar hij heen ging, telt; wat al klopt, blijft staan.
  function nu() {
    clearTimeout(klok);
    const dossier = model.houder().dossier(),
      volgorde = stand.keuze("volgorde", "wanneer");
    if (!delen || (gemaakt?.dossier === dossier && gemaakt.volgorde === volgorde)) return;
    gemaakt = { dossier, volgorde, ...delen.maak(dossier, delen, volgorde, plek.dataset.wortel ?? "") };
    ververs(voor, gemaakt.voor);
    ververs(na, gemaakt.na);
    klaar(gemaakt.elders);
  }

  async function straks() {
    clearTimeout(klok);
    if (!delen) await haalDelen().catch((fout) => ververs(voor, maak("p", { class: "kg-ernst" }, fout.message)));
    clearTimeout(klok);
    klok = setTimeout(nu, gemaakt ? WACHT_MS : 0);
  }

  async function bewaar(soort, zeg) {
    try {
      zeg(T.bezig);
      await straks();
      nu();
      zeg(T.bewaard.replace("{naam}", await delen.bewaar(soort, gemaakt, delen)));
    } catch (fout) {
      zeg(`Dat lukte niet: ${fout.message}`);
    }
  }

  return {
    voor,
    na,
    nu,
    straks,
    bewaar,
    bijAf: (doe) => {
      klaar = doe;
    },
  };
}
