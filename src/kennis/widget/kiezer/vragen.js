// De vragen van een kiezer: één keer gebouwd en daarna bijgewerkt, zodat de focus blijft staan.
import { antwoordenVan } from "../../regels/kiezer.js";
import { hint } from "../delen.js";
import { maak, nieuwId } from "../dom.js";

export class Vragen {
  // rijVan(vraag) geeft de rij die er al is; zetRij(vraag, wijziging) bewaart.
  constructor({ regels, stand, rijVan, zetRij }) {
    Object.assign(this, { regels, stand, rijVan, zetRij, bij: [] });
    const kop = maak("h3", { class: "kg-kop" }, regels.vragenkop), vragen = regels.vragen_in === "keuzes"
      ? regels.vragen.map((v) => this.filter(v)) : this.groepen();
    this.el = maak("div", { class: "kk-vragen" }, kop, hint(regels.vragenuitleg), vragen);
  }
  toon(uit) {
    const gegeven = Object.fromEntries(uit.antwoorden.map((a) => [a.vraag, a]));
    for (const doe of this.bij) doe(gegeven);
  }

  groepen() {
    let groep;
    return this.regels.vragen.map((vraag) => {
      const kop = vraag.groep !== groep && maak("h4", { class: "kk-groep" }, (groep = vraag.groep));
      return [kop, this.vraag(vraag)];
    });
  }
  vraag(vraag) {
    const naam = nieuwId(), keuzes = antwoordenVan(vraag, this.regels).map((antwoord) => this.keuze(vraag, antwoord, naam));
    return maak("fieldset", { class: "kk-vraag" }, maak("legend", {}, vraag.vraag), hint(vraag.uitleg),
      maak("div", { class: this.regels.antwoorden ? "kk-schaal" : "kk-lijst" }, keuzes), this.regels.eiskop && this.eisvak(vraag));
  }
  keuze(vraag, { waarde, titel }, naam) {
    const vak = maak("input", { type: "radio", name: naam, value: waarde,
      onchange: () => this.zetRij(vraag.sleutel, { antwoord: waarde }) });
    this.bij.push((uit) => { vak.checked = uit[vraag.sleutel].antwoord === waarde; });
    return maak("label", { class: "kk-keuze" }, vak, maak("span", {}, titel ?? waarde));
  }
  eisvak(vraag) {
    const { antwoorden, zwaarst, eiskop } = this.regels;
    const vak = maak("input", { type: "checkbox", onchange: () => {
      const licht = this.rijVan(vraag.sleutel).antwoord === antwoorden[0].waarde;
      this.zetRij(vraag.sleutel, { eis: vak.checked ? "ja" : null, ...(vak.checked && licht ? { antwoord: zwaarst } : {}) });
    } });
    this.bij.push((uit) => { vak.checked = uit[vraag.sleutel].hard; });
    return maak("label", { class: "kk-eis" }, vak, maak("span", {}, eiskop), maak("span", { class: "kg-onzichtbaar" }, `: ${vraag.titel}`));
  }
  filter(vraag) {
    const opties = antwoordenVan(vraag, this.regels).map((a) => maak("option", { value: a.waarde }, a.titel ?? a.waarde));
    const lijst = maak("select", { class: "kg-veld", onchange: () => this.stand.zetKeuze(vraag.sleutel, lijst.value) },
      maak("option", { value: "" }, vraag.alle), opties);
    this.bij.push((uit) => { lijst.value = uit[vraag.sleutel].antwoord ?? ""; });
    return maak("label", { class: "kk-filter" }, maak("span", {}, vraag.vraag), lijst);
  }
}
