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
      return [kop, this.regels.vink ? this.vinkvraag(vraag) : this.vraag(vraag)];
    });
  }
  vraag(vraag) {
    const naam = nieuwId(), keuzes = antwoordenVan(vraag, this.regels).map((antwoord) => this.keuze(vraag, antwoord, naam));
    return maak("fieldset", { class: "kk-vraag" }, maak("legend", {}, vraag.vraag), hint(vraag.uitleg), vraag.uit && this.geleend(vraag),
      maak("div", { class: "kk-lijst" }, keuzes));
  }
  keuze(vraag, { waarde, titel }, naam) {
    const vak = maak("input", { type: "radio", name: naam, value: waarde,
      onchange: () => this.zetRij(vraag.sleutel, { antwoord: waarde }) });
    this.bij.push((uit) => { vak.checked = uit[vraag.sleutel].antwoord === waarde; });
    return maak("label", { class: "kk-keuze" }, vak, maak("span", {}, titel ?? waarde));
  }
  // Wat uit het dossier komt, is te zien: de lezer heeft het hier niet zelf gezegd.
  geleend({ sleutel }) {
    const zin = hint(this.regels.teksten.uit_dossier);
    this.bij.push((uit) => { zin.hidden = !uit[sleutel].geleend; });
    return zin;
  }
  // Aan is het laatste antwoord, uit het eerste.
  vinkvraag(vraag) {
    const antwoorden = antwoordenVan(vraag, this.regels), [uit_, aan] = [antwoorden[0].waarde, antwoorden.at(-1).waarde];
    const vak = maak("input", { type: "checkbox", "data-sleutel": `vraag.${vraag.sleutel}`,
      onchange: () => this.zetRij(vraag.sleutel, { antwoord: vak.checked ? aan : uit_ }) });
    this.bij.push((uit) => { vak.checked = uit[vraag.sleutel].antwoord === aan; });
    return maak("div", { class: "kk-vraag" }, maak("label", { class: "kk-keuze" }, vak, maak("span", {}, vraag.vraag)), hint(vraag.uitleg));
  }
  // Een filter: hoeveel antwoorden er ook aanstaan, niets aan is alles.
  filter(vraag) {
    const { sleutel, meer } = vraag, keuzes = antwoordenVan(vraag, this.regels).map(({ waarde, titel }) => {
      const vak = maak("input", { type: "checkbox", value: waarde, "data-sleutel": `filter.${sleutel}.${waarde}`,
        onchange: () => wissel(vak) });
      this.bij.push((uit) => { vak.checked = [uit[sleutel].antwoord].flat().includes(waarde); });
      return maak("label", { class: "kk-keuze" }, vak, maak("span", {}, titel ?? waarde));
    });
    const vakken = () => keuzes.map((label) => label.firstChild);
    const wissel = (vak) => {
      if (!meer) for (const ander of vakken()) if (ander !== vak) ander.checked = false;
      this.stand.zetKeuze(sleutel, vakken().filter((v) => v.checked).map((v) => v.value));
    };
    return maak("fieldset", { class: "kk-vraag kk-filter" }, maak("legend", {}, vraag.vraag), hint(vraag.uitleg),
      maak("div", { class: "kk-naast" }, keuzes));
  }
}
