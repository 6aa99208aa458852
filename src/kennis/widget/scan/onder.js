// Wat er om de plaat van de scan staat: wat opvalt, wat aandacht vraagt, wat past, en wie er meedoen.
import { tekst, vul } from "../../regels/basis.js";
import { hint, keuzerij } from "../delen.js";
import { knop, maak, uitklap } from "../dom.js";
import { maakVak } from "../vak.js";
import { tekenMetingen, tekenParen } from "./samen.js";

const EERST = 5;

const kop = (tekst) => maak("h3", { class: "kg-deelkop" }, tekst);

// Boven de plaat: voorbeeld, meldingen, en wat de plaat toont.
export function maakBoven({ regels, stand }) {
  const vak = maakVak(), { teksten } = regels;
  function bouw({ illustratief, meldingen, leeg, beeld, groepen }) {
    const keuzes = ["groep", "stelling"].map((waarde) => ({ waarde, titel: vul(teksten[`beeld_${waarde}`], { groep: regels.groep }) }));
    return [
      kop(teksten.samen),
      illustratief && maak("p", { class: "kg-illustratieftekst" }, teksten.illustratief),
      meldingen.length > 0 && maak("div", { class: "kg-letop" }, meldingen.map((melding) => maak("p", {}, melding))),
      leeg && maak("p", {}, teksten.geen_scores),
      groepen > 1 && keuzerij({ naam: "beeld", titel: teksten.beeld_kies, keuzes, nu: beeld,
        kies: (waarde) => stand.zetKeuze("beeld", waarde) }),
    ];
  }
  const toon = (uit, deel) => {
    const wat = { illustratief: uit.illustratief, meldingen: uit.meldingen, leeg: !deel.groepen.some((g) => g.punten.length),
      beeld: stand.keuze("beeld", "groep"), groepen: deel.groepen.length };
    vak.toon(wat, () => bouw(wat));
  };
  return { el: vak.el, toon };
}

// Onder de plaat.
export class Onder {
  constructor({ regels, stand, lui, zeg, hoortNu }) {
    Object.assign(this, { regels, stand, zeg, hoortNu });
    this.vakken = { aandacht: maakVak("section"), past: maakVak("section"), samen: maakVak("section"), mensen: maakVak() };
    this.tabel = lui.vast(regels.teksten.tabel, false, (panelen) => panelen.tabel());
    const { aandacht, past, samen, mensen } = this.vakken, { gemiddelde, voorbehoud } = regels.teksten;
    this.el = maak("div", {}, aandacht.el, samen.el, past.el, this.tabel.el, mensen.el, hint(gemiddelde), hint(voorbehoud));
  }
  toon(uit, deel) {
    const { aandacht, past, samen, mensen } = this.vakken;
    const uitleg = deel.aandacht.map((a) => this.regels.stellingen.find((s) => s.sleutel === a.sleutel).uitleg);
    aandacht.toon([deel.aandacht, uitleg, deel.gescoord], () => this.aandacht(deel, uitleg));
    samen.toon([uit.paren, uit.metingen, deel.sleutel], () => [tekenParen(uit, this.regels), tekenMetingen(uit, deel, this.regels)]);
    past.toon(uit.past, () => uit.past && this.past(uit.past));
    const personen = uit.illustratief ? [] : uit.personen;
    mensen.toon(personen, () => personen.length && this.mensen(personen));
    this.tabel.toon(deel);
  }

  aandacht(deel, uitleg) {
    const { teksten } = this.regels;
    const lijst = deel.aandacht.map((a, i) =>
      maak("li", {}, maak("strong", {}, a.tekst), " ", maak("span", { class: "kg-merk" }, a.signaal), maak("br"),
      a.reden, maak("br"), maak("span", { class: "kg-hint" }, uitleg[i])));
    return [
      kop(teksten.aandacht),
      lijst.length ? maak("ol", { class: "kg-aandacht" }, lijst.slice(0, EERST))
        : maak("p", {}, deel.gescoord ? teksten.aandacht_leeg : teksten.geen_scores),
      lijst.length > EERST && uitklap(teksten.daarna, false,
        maak("ol", { class: "kg-aandacht", start: String(EERST + 1) }, lijst.slice(EERST))),
      hint(teksten.aandacht_uitleg),
    ];
  }
  past({ zin, zinnen }) {
    const { past_titel: titel, past_uitleg: uitleg } = this.regels.teksten;
    return [kop(titel), maak("p", {}, maak("strong", {}, zin)), maak("ul", {}, zinnen.map((z) => maak("li", {}, z))), hint(uitleg)];
  }
  mensen(personen) {
    const { teksten, delen } = this.regels;
    const rij = ({ nummer, naam, aantallen }) =>
      maak("p", { class: "kg-chips" }, `${nummer} ${naam}: ${delen.map((d, i) => `${d.titel} ${aantallen[i]}`).join(", ")} `,
      knop("×", () => this.haalWeg(naam), { class: "kg-knop kg-weg", "aria-label": vul(teksten.mens_verwijder, { naam }) }));
    return uitklap(teksten.mensen, false, personen.map(rij));
  }
  haalWeg(naam) {
    const { sectie, teksten } = this.regels;
    this.stand.zetSectie(sectie, this.stand.rijen(sectie).filter((rij) => tekst(rij.persoon) !== naam || !this.hoortNu(rij)));
    this.zeg(vul(teksten.mens_weg, { naam }));
  }
}
