// Het rekenblad: bedragen invullen, en zien wat eruit komt, bij wie, en hoe zeker dat is.
import { uitkomst } from "../../regels/rekenblad.js";
import { Bijhouden } from "../bijhouden.js";
import { hint, keuzerij, letop } from "../delen.js";
import { maak } from "../dom.js";
import { maakKader } from "../kader.js";
import { maakLui } from "../lui.js";
import { maakStand } from "../stand.js";
import { leesTabel } from "../tabel.js";
import { vulTeksten } from "../teksten.js";
import { maakVak } from "../vak.js";
import { figuur } from "./figuur.js";
import teksten from "./teksten.json";
import { totalen } from "./totalen.js";

const deelkop = (titel) => maak("h3", { class: "kg-deelkop" }, titel);

class Rekenbeeld {
  constructor({ model, el, later }) {
    this.regels = vulTeksten(model.get("opzet").regels, teksten);
    this.stand = maakStand(model);
    this.lui = maakLui({ later, zeg: (zin) => this.kader.zeg(zin), straks: () => this.bijhouden.straks(),
      begin: (panelen) => panelen.maakPanelen({ model, regels: this.regels, stand: this.stand, zeg: (zin) => this.kader.zeg(zin) }) });
    this.kader = maakKader({ model, el, stand: this.stand, later: this.lui.later, svg: () => this.plaatje.firstChild,
      tabelUit: () => this.lui.nu().alsTabel() });
    this.plaatje = maak("div", { class: "kg-plaatje" });
    this.bouw();
    this.bijhouden = new Bijhouden({ el, stand: this.stand, vak: this.plaatje, smalst: 260, breedst: 704,
      plaat: (breed) => this.tekenPlaat(breed), rest: () => this.tekenRest() });
  }
  bouw() {
    const { invoer, teksten: zinnen, uitleg } = this.regels;
    for (const naam of ["keuze", "meldingen", "totalen"]) this[naam] = maakVak("div", { class: `kr-${naam}` });
    this.conclusie = maakVak("div", { "aria-live": "polite" });
    // Wie nog niets heeft ingevuld, begint bij het eerste deel.
    const eerste = invoer.find((deel) => !deel.een), leeg = !this.stand.rijen(eerste?.sectie).length;
    this.delen = invoer.map((deel) => this.lui.vast("", leeg && deel === eerste, (panelen) => panelen.deel(deel)));
    this.delen.forEach(({ el }, n) => { el.dataset.uitklap = `invoer.${n}`; el.firstChild.dataset.sleutel = `invoer.${n}`; });
    this.tabellen = this.lui.vast(zinnen.tabellen, false, (panelen) => panelen.tabellen());
    const vulIn = maak("section", {}, deelkop(zinnen.invullen), this.delen.map(({ el }) => el));
    this.kader.romp.append(maak("p", {}, uitleg), this.conclusie.el, this.keuze.el, this.plaatje, this.meldingen.el, vulIn,
      this.totalen.el, this.tabellen.el, hint(zinnen.voorbehoud) ?? "");
    if (leeg) this.lui.haal().then(() => this.bijhouden.straks(), (fout) => this.kader.zeg(fout.message));
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
    this.conclusie.toon([uit.conclusie, uit.illustratief, uit.onzeker], () => this.conclusievak(uit));
    this.keuze.toon([this.figuurNu()], () => (figuren.length > 1 ? this.figuurkeuze() : deelkop(figuren[0].titel)));
    this.meldingen.toon(uit.meldingen, () => letop(zinnen.letop, uit.meldingen));
    this.delen.forEach((deel, n) => { deel.el.firstChild.textContent = this.kop(this.regels.invoer[n]); deel.toon(uit); });
    const { koppen, rijen } = totalen(uit, this.regels);
    this.totalen.toon([koppen, rijen], () => (rijen.length ? [deelkop(zinnen.uitkomst), leesTabel(zinnen.alles, koppen, rijen)] : null));
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
}

export default {
  render(wat) {
    const beeld = new Rekenbeeld(wat), druk = [["beforeprint", () => beeld.lui.druk(true)], ["afterprint", () => beeld.lui.druk(false)]];
    for (const [naam, doe] of druk) addEventListener(naam, doe);
    return () => {
      beeld.bijhouden.stop();
      for (const [naam, doe] of druk) removeEventListener(naam, doe);
    };
  },
};
