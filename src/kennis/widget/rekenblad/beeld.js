// Het rekenblad zelf: bedragen invullen, en zien wat eruit komt, bij wie, en hoe zeker dat is.
import { uitkomst } from "../../regels/rekenblad.js";
import { Bijhouden } from "../bijhouden.js";
import { hint, keuzerij, letop } from "../delen.js";
import { knop, maak } from "../dom.js";
import { leesTabel } from "../tabel.js";
import { maakVak } from "../vak.js";
import { figuur } from "./figuur.js";
import { totalen } from "./totalen.js";

const deelkop = (titel) => maak("h3", { class: "kg-deelkop" }, titel);

export class Rekenbeeld {
  constructor({ regels, el, stand, kader, lui }) {
    Object.assign(this, { regels, stand, kader, lui });
    this.plaatje = maak("div", { class: "kg-plaatje" });
    this.bouw();
    this.bijhouden = new Bijhouden({ el, stand, vak: this.plaatje, smalst: 260, breedst: 704,
      plaat: (breed) => this.tekenPlaat(breed), rest: () => this.tekenRest() });
    this.druk = [["beforeprint", () => lui.druk(true)], ["afterprint", () => lui.druk(false)]];
    for (const [naam, doe] of this.druk) addEventListener(naam, doe);
  }
  straks() { this.bijhouden.straks(); }
  stop() {
    this.bijhouden.stop();
    for (const [naam, doe] of this.druk) removeEventListener(naam, doe);
  }
  bouw() {
    const { invoer, teksten: zinnen, uitleg } = this.regels;
    for (const naam of ["keuze", "meldingen", "acties", "totalen"]) this[naam] = maakVak("div", { class: `kr-${naam}` });
    this.conclusie = maakVak("div", { "aria-live": "polite" });
    this.delen = invoer.map((deel) => this.lui.vast("", false, (panelen) => panelen.deel(deel)));
    this.delen.forEach(({ el }, n) => { el.dataset.uitklap = `invoer.${n}`; el.firstChild.dataset.sleutel = `invoer.${n}`; });
    this.kansen = this.lui.vast(zinnen.kans, false, (panelen) => panelen.kansen());
    this.tabellen = this.lui.vast(zinnen.tabellen, false, (panelen) => panelen.tabellen());
    const vulIn = maak("section", {}, deelkop(zinnen.invullen), this.delen.map(({ el }) => el));
    this.kader.romp.append(maak("p", {}, uitleg), this.conclusie.el, this.keuze.el, this.plaatje, vulIn, this.meldingen.el, this.acties.el,
      this.totalen.el, this.kansen.el, this.tabellen.el, hint(zinnen.voorbehoud) ?? "");
  }
  // Wie nog niets heeft ingevuld, begint bij het eerste deel.
  openEerste() {
    const leeg = this.regels.invoer.every(({ sectie, een }) => een || !this.stand.rijen(sectie).length);
    if (leeg && !this.wasLeeg) this.delen[0].el.open = true;
    this.wasLeeg = leeg;
  }
  // Plaatje en rest horen bij dezelfde stand; die wordt één keer uitgerekend.
  uitkomst() {
    const { secties } = this.stand.nu();
    if (this.berekend?.secties !== secties) this.berekend = { secties, uit: uitkomst(secties, this.regels) };
    return this.berekend.uit;
  }
  figuurNu() { return Math.min(this.stand.keuze("figuur", 0), this.regels.figuren.length - 1); }

  // -- tekenen

  tekenPlaat(breed) {
    this.plaatje.replaceChildren(figuur({ uit: this.uitkomst(), regels: this.regels, breed, keuzes: { figuur: this.figuurNu() } }).svg);
  }
  tekenRest() {
    const uit = this.uitkomst(), { teksten: zinnen, figuren } = this.regels;
    this.openEerste();
    this.conclusie.toon([uit.conclusie, uit.illustratief, uit.onzeker], () => this.conclusievak(uit));
    this.keuze.toon([this.figuurNu()], () => (figuren.length > 1 ? this.figuurkeuze() : deelkop(figuren[0].titel)));
    this.meldingen.toon(uit.meldingen, () => letop(zinnen.letop, uit.meldingen));
    this.acties.toon(uit.acties, () => this.actielijst(uit.acties));
    this.delen.forEach((deel, n) => { deel.el.firstChild.textContent = this.kop(this.regels.invoer[n]); deel.toon(uit); });
    const { koppen, rijen } = totalen(uit, this.regels);
    this.totalen.toon([koppen, rijen], () => (rijen.length ? [deelkop(zinnen.uitkomst), leesTabel(`${this.regels.titel}: ${zinnen.alles}`, koppen, rijen)] : null));
    this.kansen.el.hidden = !this.regels.kans || !uit.onzeker;
    this.kansen.toon(uit);
    this.tabellen.el.hidden = uit.resultaten.every(({ per }) => !per.length);
    this.tabellen.toon(uit);
    this.kader.ververs();
  }
  kop({ titel, een, sectie, ding, dingen }) {
    const n = this.stand.rijen(sectie).length;
    return een ? titel : `${titel} (${n} ${n === 1 ? ding : dingen})`;
  }
  conclusievak({ conclusie, illustratief, onzeker }) {
    const { teksten: zinnen } = this.regels;
    return [
      illustratief && hint(zinnen.illustratief),
      maak("div", { class: "kg-advies" }, maak("h3", { class: "kg-kop" }, zinnen.notulen), maak("p", {}, conclusie.zin)),
      conclusie.soort !== "onbekend" && hint(onzeker ? zinnen.uitleg_bereik : zinnen.zelfde),
    ];
  }
  figuurkeuze() {
    const { figuren, teksten: zinnen } = this.regels;
    const keuzes = figuren.map(({ titel }, waarde) => ({ waarde, titel })), kies = (n) => this.stand.zetKeuze("figuur", n);
    return keuzerij({ naam: "figuur", titel: zinnen.welke_figuur, keuzes, nu: this.figuurNu(), kies });
  }
  // Wat eruit volgt, met een knop om het op de actielijst van het hele dossier te zetten.
  actielijst(acties) {
    if (!acties.length) return null;
    const { teksten: zinnen } = this.regels, zet = this.kader.roep("actie");
    const regel = (actie, n) => maak("li", {}, maak("span", {}, actie.wat),
      knop(zinnen.zet, () => zet(actie), { class: "kg-knop kg-klein", "aria-label": `${zinnen.zet}: ${actie.wat}`, "data-sleutel": `actie.${n}` }));
    return [deelkop(zinnen.wat_nu), maak("ul", { class: "kg-lijst" }, acties.map(regel))];
  }
}
