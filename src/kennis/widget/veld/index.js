// Het veld: dingen op twee assen, te verplaatsen met slepen, aanraken, pijltjes of getallen.
import { uitkomst } from "../../regels/veld.js";
import { vul } from "../../regels/basis.js";
import { Bijhouden } from "../bijhouden.js";
import { hint } from "../delen.js";
import { knop, maak } from "../dom.js";
import { maakKader } from "../kader.js";
import { maakLui } from "../lui.js";
import { maakStand } from "../stand.js";
import { vulTeksten } from "../teksten.js";
import { maakVak } from "../vak.js";
import { Onder } from "./onder.js";
import { Plaat } from "./plaat.js";
import { Bak } from "./bak.js";
import { vastTeLeggen } from "./rijen.js";
import teksten from "./teksten.json";

class Veldbeeld {
  constructor({ model, el, later }) {
    this.regels = vulTeksten(model.get("opzet").regels, teksten);
    this.stand = maakStand(model);
    this.gekozen = null;
    this.verzet = null;
    const voegToe = knop(this.regels.toevoegen, () => this.lui.roep("nieuw")(), { class: "kg-knop kg-hoofd", "data-sleutel": "nieuw" });
    this.lui = maakLui({ later, zeg: (zin) => this.kader.zeg(zin), straks: () => this.bijhouden.straks(),
      begin: (panelen) => panelen.maakPanelen({ model, beeld: this, terug: () => voegToe.focus() }) });
    this.kader = maakKader({ model, el, stand: this.stand, later: this.lui.later, extra: [voegToe], svg: () => this.plaat.svg,
      tabelUit: () => this.lui.nu().alsTabel(), actie: () => this.actie() });
    this.plaat = new Plaat(this.regels, this.daden());
    this.zijkant = maakVak("div", { class: "kg-zijkant" });
    this.bak = new Bak(this.regels, this.plaat, this.daden());
    this.onder = new Onder({ regels: this.regels, stand: this.stand, lui: this.lui, kies: (i) => this.kies(i, true) });
    this.kader.romp.append(maak("div", { class: "kg-naast" }, this.plaat.el, maak("div", {}, this.bak.el, this.zijkant.el)), this.onder.el);
    this.bijhouden = new Bijhouden({ el, stand: this.stand, vak: this.plaat.el, smalst: 260,
      plaat: (breed) => this.tekenPlaat(breed), rest: () => this.tekenRest() });
    // Wie eigen werk terugziet, wil het ook meteen kunnen afdrukken, met alles erbij.
    if (["eigen", "kijken"].includes(model.get("herkomst"))) this.lui.teken();
    this.druk = [["beforeprint", () => this.lui.druk(true)], ["afterprint", () => this.lui.druk(false)]];
    for (const [naam, doe] of this.druk) addEventListener(naam, doe);
  }
  stop() {
    this.bijhouden.stop();
    for (const [naam, doe] of this.druk) removeEventListener(naam, doe);
  }

  // -- tekenen

  // Komt er in een ander tabblad een rij voor, dan blijft gekozen wat gekozen was.
  volgKeuze() {
    if (this.gekozen === null) return;
    const rijen = this.stand.rijen(this.regels.sectie);
    this.keuze ??= rijen[this.gekozen]?.id;
    if (this.keuze === undefined || rijen[this.gekozen]?.id === this.keuze) return;
    const nu = rijen.findIndex((rij) => rij.id === this.keuze);
    this.gekozen = nu < 0 ? null : nu;
    this.keuze = nu < 0 ? undefined : this.keuze;
  }
  uitkomst() { return uitkomst(this.stand.nu().secties, this.regels); }
  tekenPlaat(breed) { this.volgKeuze(); this.plaat.teken(this.uitkomst(), breed, { maat: this.stand.keuze("maat", "oppervlakte") }); }
  tekenRest() {
    if (this.plaat.sleept) return;
    const uit = this.uitkomst();
    if (this.verzet !== null) this.plaat.spreek(this.verzet);
    this.verzet = null;
    this.bak.toon(uit);
    this.tekenZijkant(uit);
    this.onder.toon(uit);
    this.kader.ververs();
  }
  tekenZijkant(uit) {
    const rijen = this.stand.rijen(this.regels.sectie), panelen = this.lui.nu();
    if (this.gekozen !== null && this.gekozen >= rijen.length) this.gekozen = null;
    if (this.gekozen !== null && panelen) return panelen.formulier(this.zijkant, this.gekozen, uit);
    const { kies, kies_vinger: vinger, leeg } = this.regels.teksten, zin = !rijen.length ? leeg : matchMedia("(pointer: coarse)").matches
      ? vinger : kies;
    this.zijkant.toon(zin, () => hint(vul(zin, { ding: this.regels.ding })));
  }

  // Wat er op de actielijst voorgesteld wordt bij het gekozen punt.
  actie() {
    const punt = this.uitkomst().punten[this.gekozen], { verslag, teksten, sectie } = this.regels;
    if (!punt) return {};
    const rij = this.stand.rijen(sectie)[this.gekozen], { wie = "", wanneer = "" } = verslag?.acties ?? {};
    const advies = [punt.advies, ...punt.eigen].join(" ");
    const zin = punt.kwadrant === null ? teksten.actie_zonder_plek : (verslag?.actie ?? "");
    return { bij: punt.naam, wat: vul(zin, { bij: punt.naam, advies }), wie: rij[wie] ?? "", wanneer: rij[wanneer] ?? "" };
  }

  // -- kiezen en verplaatsen

  daden() {
    return {
      gekozen: () => this.gekozen,
      kies: (i) => this.kies(i),
      puntNu: (i) => this.uitkomst().punten[i],
      plaats: (i, x, y) => this.plaats(i, x, y),
      begin: () => this.stand.begin(),
      klaar: () => this.stand.klaar(),
      haalWeg: (i) => this.lui.roep("haalWeg")(i),
      naarFormulier: (i) => { this.kies(i); this.lui.haal().then(() => this.focusFormulier(), (fout) => this.kader.zeg(fout.message)); },
    };
  }
  kies(i, kijk = false) {
    if (this.gekozen !== i) {
      this.gekozen = i;
      this.keuze = undefined;
      this.plaat.toonKeuze();
      if (i !== null) this.lui.haal().then(() => this.bijhouden.straks(), (fout) => this.kader.zeg(fout.message));
    }
    if (kijk) this.zijkant.el.scrollIntoView({ block: "nearest" });
  }
  focusFormulier(selecteer = false) {
    this.tekenZijkant(this.uitkomst());
    const veld = this.zijkant.el.querySelector("input");
    veld?.focus();
    if (selecteer) veld?.select();
  }
  plaats(i, x, y) {
    const { sectie, teksten } = this.regels, rij = this.stand.rijen(sectie)[i], punt = this.uitkomst().punten[i];
    // Wat uit scores volgt, verschuift niet: een plek samen vaststellen is een eigen keuze.
    const plek = vastTeLeggen({ x, y }, punt, rij, this.regels);
    if (!Object.keys(plek).length) return this.kader.zeg(vul(teksten.eerst_vast, { naam: rij.naam }));
    this.verzet = i;
    this.stand.zetCel(sectie, i, { ...plek, ...(rij.illustratief === "ja" ? { illustratief: "nee" } : {}) });
  }
}

export default {
  render(wat) {
    const beeld = new Veldbeeld(wat);
    return () => beeld.stop();
  },
};
