// Samen scoren: criteria met gewichten, en per persoon een tabel met scores.
import { vul } from "../../regels/basis.js";
import { hoofdletter } from "../../regels/zinnen.js";
import { hernoem, verwijder } from "../../dossier/verwijzingen.js";
import { knop, maak } from "../dom.js";
import { nieuweRij, rijSleutels, volgRij, vrijeNaam } from "../rijen.js";
import { maakVak } from "../vak.js";
import { maakTabel, werkTabelBij } from "../velden.js";
import { hernoemMens, maakWie } from "../wie.js";

export class Scores {
  constructor({ beeld, secties }) {
    const { regels, stand } = beeld;
    Object.assign(this, { regels, stand, secties, criteriavak: maakVak(), tabelvak: maakVak() });
    this.wie = maakWie({ stand, anders: this.personen()[0] ?? regels.teksten.scorer, straks: () => beeld.bijhouden.straks(),
      personen: () => this.personen(), hernoem: (oud, nieuw) => hernoemMens(stand, secties, oud, nieuw) });
    const erbij = knop(regels.teksten.criterium_erbij, () => this.criteriumErbij(), { "data-sleutel": "criterium" });
    this.el = maak("div", {}, maak("p", {}, regels.scores.uitleg), this.criteriavak.el, erbij, this.wie.el, this.tabelvak.el);
  }
  scores() { return this.stand.rijen(this.regels.scores.sectie); }
  criteria() { return this.stand.rijen(this.regels.scores.criteria); }
  personen() { return [...new Set(this.scores().map((score) => score.persoon))]; }
  zetSecties(secties) { this.stand.zet({ ...this.stand.nu(), secties }); }

  toon() {
    this.wie.toon();
    const { criteria: sectie } = this.regels.scores, kolommen = this.secties[sectie].kolommen, rijen = this.criteria();
    this.criteriavak.toon(rijSleutels(rijen), (volg) => {
      const plekken = rijen.map((_, i) => volgRij(() => this.criteria(), i));
      const tabel = maakTabel({ titel: this.regels.teksten.criteria, kolommen, rijen, sleutel: "criteria",
        wijzig: (i, kolom, waarde) => this.wijzigCriterium(plekken[i](), kolom, waarde),
        verwijder: (i) => this.haalCriteriumWeg(plekken[i]()) });
      volg(() => werkTabelBij(tabel, kolommen, this.criteria()));
      return tabel;
    });
    const dingen = this.stand.rijen(this.regels.sectie).map((rij) => rij.naam), lijst = rijen.map((rij) => rij.naam);
    this.tabelvak.toon([this.wie.nu(), dingen, lijst], (volg) => (lijst.length && dingen.length ? this.tabel(dingen, lijst, volg) : null));
  }

  // -- criteria

  criteriumErbij() {
    const { criteria: sectie } = this.regels.scores, rijen = this.criteria();
    const naam = vrijeNaam(this.regels.teksten.criterium_nieuw, rijen.map((rij) => rij.naam));
    this.stand.zetSectie(sectie, [...rijen, nieuweRij(this.secties[sectie].kolommen, { naam })]);
  }
  wijzigCriterium(i, kolom, waarde) {
    const { criteria: sectie } = this.regels.scores, rijen = this.criteria();
    if (i < 0) return null;
    if (kolom.sleutel !== "naam") return void this.stand.zetCel(sectie, i, { [kolom.sleutel]: waarde });
    if (rijen.some((rij, j) => j !== i && rij.naam.toLowerCase() === waarde.toLowerCase())) return vul(this.regels.teksten.dubbel,
      { naam: waarde });
    return void this.zetSecties(hernoem(this.stand.nu().secties, this.secties, sectie, rijen[i].naam, waarde));
  }
  haalCriteriumWeg(i) {
    const { criteria: sectie } = this.regels.scores;
    this.zetSecties(verwijder(this.stand.nu().secties, this.secties, sectie, this.criteria()[i].naam));
  }

  // -- scores

  vind(ding, criterium) {
    const wie = this.wie.nu();
    return this.scores().find((s) => s[this.regels.scores.ding] === ding && s.criterium === criterium && s.persoon === wie);
  }
  zetScore(ding, criterium, waarde) {
    const { sectie, ding: kolom } = this.regels.scores, oud = this.vind(ding, criterium), rest = this.scores().filter((s) => s !== oud);
    const nieuw = nieuweRij(this.secties[sectie].kolommen, { [kolom]: ding, persoon: this.wie.nu(), criterium, score: waarde });
    this.stand.zetSectie(sectie, waarde === null ? rest : [...rest, nieuw]);
  }
  tabel(dingen, lijst, volg) {
    const wie = this.wie.nu(), scorekolom = this.secties[this.regels.scores.sectie].kolommen.find((k) => k.sleutel === "score");
    const kolommen = lijst.map((naam, n) => ({ ...scorekolom, verplicht: false, sleutel: String(n), kop: naam }));
    const rijen = () => dingen.map((ding) =>
      Object.fromEntries(lijst.map((criterium, n) => [String(n), this.vind(ding, criterium)?.score ?? null])));
    const titel = vul(this.regels.teksten.scores_van, { wie, laag: String(scorekolom.min), hoog: String(scorekolom.max) });
    const rijkop = { kop: hoofdletter(this.regels.ding), namen: dingen };
    const tabel = maakTabel({ titel, kolommen, rijen: rijen(), rijkop, sleutel: `scores.${wie}`,
      wijzig: (i, kolom, waarde) => this.zetScore(dingen[i], lijst[Number(kolom.sleutel)], waarde) });
    volg(() => werkTabelBij(tabel, kolommen, rijen(), rijkop));
    return tabel;
  }
}
