// Wat onder het plaatje staat: de maat, wat opvalt, de vakken met hun advies, de volgorde, en wat de lezer kan openklappen.
import { toon, vul } from "../../regels/basis.js";
import { opsomming } from "../../regels/zinnen.js";
import { hint, keuzerij, letop } from "../delen.js";
import { knop, maak, uitklap } from "../dom.js";
import { maakVak } from "../vak.js";
import { maakTabelElement } from "../tabel.js";
import { bijzin, raadPerZin } from "./rijen.js";

export class Onder {
  constructor({ regels, stand, lui, kies }) {
    Object.assign(this, { regels, stand, kies });
    const namen = ["maat", "illustratief", "meldingen", "verschillen", "druk", "kaarten", "volgorde"];
    this.vakken = Object.fromEntries(namen.map((naam) => [naam, maakVak()]));
    this.delen = [["tabel", regels.teksten.tabel],
      ["budget", regels.budget?.titel], ["scores", regels.scores?.titel], ["saldo", regels.saldo?.titel]]
      .filter(([, titel]) => titel).map(([naam, titel]) => lui.vast(titel, false, (panelen) => panelen[naam]()));
    this.el = maak("div", { class: "kg-onder" }, Object.values(this.vakken).map(({ el }) => el), this.delen.map(({ el }) => el),
      hint(regels.teksten.voorbehoud));
  }
  toon(uit) {
    const { regels, vakken } = this, { teksten } = regels, maat = this.stand.keuze("maat", "oppervlakte");
    vakken.maat.toon(maat, () => regels.grootte && this.maatkeuze(maat));
    vakken.illustratief.toon(uit.punten.some((p) => p.illustratief), () =>
      uit.punten.some((p) => p.illustratief) && maak("p", { class: "kg-illustratieftekst" }, teksten.illustratief));
    vakken.meldingen.toon(uit.meldingen, () => letop(teksten.let_op, uit.meldingen));
    vakken.verschillen.toon(uit.verschillen, () => letop(teksten.verschillen, uit.verschillen.map((v) => v.zin)));
    const rijen = this.drukrijen(uit);
    vakken.druk.toon(rijen, () => this.druktabel(rijen));
    const vakjes = regels.kwadranten.map((regel, n) => ({ regel, vak: uit.kwadranten[n], eigen: this.uitzonderingen(regel, uit),
      ...this.bij(uit, regel) }));
    vakken.kaarten.toon(vakjes, () => maak("div", { class: "kg-kaarten" }, vakjes.map((k) => this.kaart(k))));
    vakken.volgorde.toon(uit.volgorde, () => uit.volgorde && this.volgorde(uit.volgorde));
    for (const deel of this.delen) deel.toon(uit);
  }

  maatkeuze(nu) {
    const { grootte, teksten } = this.regels, titel = vul(teksten.maat_kop, { grootte: grootte.titel.toLowerCase() });
    const keuzes = ["oppervlakte", "diameter"].map((waarde) => ({ waarde, titel: teksten[`maat_${waarde}`] }));
    return maak("div", { class: "kg-legenda" }, maak("p", {}, `${grootte.titel}: ${grootte.uitleg[nu]}`),
      keuzerij({ naam: "maat", titel, keuzes, nu, kies: (waarde) => this.stand.zetKeuze("maat", waarde) }));
  }

  uitzonderingen(regel, uit) {
    const hier = uit.punten.filter((p) => p.kwadrant === regel.sleutel);
    return (this.regels.uitzonderingen ?? []).filter((u) => u.kwadrant === regel.sleutel && hier.some((p) => p.titel === u.titel));
  }
  // Wie er in een vak staan met hun merk, welke raad voor sommigen geldt, en wat er bij hen geschreven is.
  bij(uit, { sleutel }) {
    const rijen = this.stand.rijen(this.regels.sectie);
    const hier = uit.punten.map((p, i) => [p, rijen[i]]).filter(([p]) => p.kwadrant === sleutel);
    return { merken: hier.map(([, rij]) => rij[this.regels.merk] ?? ""), raad: raadPerZin(hier.map(([p]) => p)),
      notities: hier.map(([p, rij]) => [p.naam, bijzin(rij, this.regels)]).filter(([, zin]) => zin) };
  }
  kaart({ regel, vak, eigen, merken, raad, notities }) {
    const { teksten } = this.regels;
    const apart = ({ is, titel, advies }) => maak("p", { class: "kg-apart" },
      maak("strong", {}, vul(teksten.uitzondering, { soorten: is.join(", "), titel: titel.toLowerCase() })), advies);
    return maak("section", { class: `kg-kaart kg-rand-${regel.kleur}` }, maak("h3", { class: "kg-kop" }, vak.titel),
      maak("p", {}, vak.advies), eigen.map(apart),
      vak.namen.length ? maak("ul", { class: "kg-chips", "aria-label": vak.titel }, vak.namen.map((naam, n) => this.chip(naam, merken[n])))
        : hint(teksten.vak_leeg),
      raad.length > 0 && maak("ul", { class: "kg-raad" }, raad.map(([zin, namen]) =>
        maak("li", {}, maak("strong", {}, `${opsomming(namen)}. `), zin))),
      notities.length > 0 && maak("ul", { class: "kg-raad" }, notities.map(([naam, zin]) =>
        maak("li", {}, maak("strong", {}, naam), ": ", zin))),
      hint(regel.uitleg));
  }
  chip(naam, merk) {
    const i = () => this.stand.rijen(this.regels.sectie).findIndex((rij) => rij.naam === naam);
    return maak("li", {}, knop(merk ? `${naam} (${merk})` : naam, () => this.kies(i()),
      { class: "kg-knop kg-chip", "data-sleutel": `chip.${naam}` }));
  }

  volgorde(volgorde) {
    const { titel, uitleg } = this.regels.volgorde;
    const regel = ({ naam, reden, anders }) =>
      maak("li", {}, maak("strong", {}, naam), " ", reden, maak("ul", {}, anders.map((zin) => maak("li", {}, zin))));
    return uitklap(titel, true, maak("p", {}, uitleg), maak("ol", { class: "kg-volgorde" }, volgorde.map(regel)));
  }

  // Op papier staat de tabel er altijd bij, met wat de lezer invulde.
  drukrijen(uit) {
    const rijen = this.stand.rijen(this.regels.sectie), { merk } = this.regels;
    const bij = (p, i) => [rijen[i][merk], bijzin(rijen[i], this.regels), ...p.eigen].filter(Boolean).join(" · ");
    return uit.punten.map((p, i) => [p.naam, toon(p.y), toon(p.x), ...(this.regels.grootte ? [toon(p.grootte)] : []), p.titel,
      bij(p, i)]);
  }
  druktabel(rijen) {
    const { x, y, grootte, teksten, dingen } = this.regels;
    const koppen = [teksten.naam, y.titel, x.titel, ...(grootte ? [grootte.titel] : []), teksten.vak, teksten.bij];
    return maakTabelElement(vul(teksten.alle, { dingen }), koppen, rijen, { class: "kg-druk" });
  }
}
