// De scan: mensen scoren stellingen, ieder voor zich; hier zie je waar zij staan en waar zij verschillen.
import { tekst, vul } from "../../regels/basis.js";
import { stellingenVan, uitkomst } from "../../regels/scan.js";
import { aantal } from "../../regels/zinnen.js";
import { Bijhouden } from "../bijhouden.js";
import { hint, keuzerij } from "../delen.js";
import { knop, maak } from "../dom.js";
import { maakKader } from "../kader.js";
import { maakLui } from "../lui.js";
import { nieuweRij } from "../rijen.js";
import { maakStand } from "../stand.js";
import { vulTeksten } from "../teksten.js";
import { maakVak } from "../vak.js";
import { hernoemMens, maakWie } from "../wie.js";
import { deelVan, figuur } from "./figuur.js";
import { maakMeting } from "./meting.js";
import { maakBoven, Onder } from "./onder.js";
import teksten from "./teksten.json";

class Scanbeeld {
  constructor({ model, el, later }) {
    this.model = model;
    this.regels = vulTeksten(model.get("opzet").regels, teksten);
    this.stand = maakStand(model);
    this.lui = maakLui({ later, zeg: (zin) => this.kader.zeg(zin), straks: () => this.bijhouden.straks(),
      begin: (panelen) => panelen.maakPanelen(this.voorPanelen()) });
    const deel = knop(this.regels.teksten.deel_mijn, () => this.deelScores(), { class: "kg-knop kg-hoofd", "data-sleutel": "deel" });
    this.kader = maakKader({ model, el, stand: this.stand, later: this.lui.later, extra: model.houder ? [deel] : [],
      svg: () => this.plaatje.firstChild, tabelUit: () => this.lui.nu().alsTabel() });
    this.wie = maakWie({ stand: this.stand, personen: () => this.personen(), hernoem: (oud, nieuw) => this.hernoem(oud, nieuw),
      straks: () => this.bijhouden.straks() });
    this.bouw();
    this.bijhouden = new Bijhouden({ el, stand: this.stand, vak: this.plaatje, smalst: 240, breedst: 704,
      plaat: (breed) => this.tekenPlaat(breed), rest: () => this.tekenRest() });
  }
  voorPanelen() {
    return { regels: this.regels, stand: this.stand, van: (wie, stelling) => this.van(wie, stelling),
      antwoord: (stelling, wat) => this.antwoord(stelling, wat) };
  }
  bouw() {
    const { regels, stand, lui } = this;
    this.keuzevak = maakVak();
    this.meting = regels.moment ? maakMeting({ regels, stand, rijen: () => this.eigenRijen(), nu: () => this.uitkomst().meting }) : null;
    this.formulier = maakVak("div", { class: "kg-scherm" });
    this.boven = maakBoven({ regels, stand });
    this.onder = new Onder({ regels, stand, lui, hoortNu: (rij) => this.hoortNu(rij), zeg: (zin) => this.kader.zeg(zin) });
    this.plaatje = maak("div", { class: "kg-plaatje" });
    this.gesproken = maak("p", { class: "kg-onzichtbaar", "aria-live": "polite" });
    this.kader.romp.append(maak("p", {}, regels.uitleg), this.keuzevak.el, this.meting?.el ?? "", this.wie.el, this.formulier.el,
      this.boven.el, this.plaatje, this.onder.el, this.gesproken);
  }

  // -- wat er is ingevuld

  uitkomst() { return uitkomst(this.stand.nu().secties, this.regels, this.keuzes()); }
  keuzes() { return { deel: this.stand.keuze("deel"), beeld: this.stand.keuze("beeld", "groep"), meting: this.stand.keuze("meting") }; }
  eigenRijen() { return this.stand.rijen(this.regels.sectie).filter((rij) => rij.illustratief !== "ja"); }
  personen() { return [...new Set(this.eigenRijen().map((rij) => tekst(rij.persoon)).filter(Boolean))]; }
  // Met metingen: alleen wat bij deze meting hoort.
  hoortNu(rij, nu = this.uitkomst().meting) { return !this.regels.moment || tekst(rij[this.regels.moment]) === nu; }
  van(wie, stelling) {
    const eigen = this.eigenRijen().filter((rij) => tekst(rij.persoon) === wie && tekst(rij.stelling) === stelling),
      nu = this.regels.moment && eigen.length ? this.uitkomst().meting : "";
    return eigen.findLast((rij) => this.hoortNu(rij, nu));
  }

  // Zet een antwoord; `null` haalt het weg. Het voorbeeld van ons verdwijnt bij het eerste eigen antwoord.
  antwoord(stelling, wijziging) {
    const { sectie, teksten: zinnen } = this.regels, wie = this.wie.nu(), oud = this.van(wie, stelling), rest = this.eigenRijen();
    if (rest.length < this.stand.rijen(sectie).length) this.kader.zeg(zinnen.voorbeeld_weg);
    const { kolommen } = this.model.get("opzet").secties[sectie], nieuw = wijziging
      && { ...(oud ?? nieuweRij(kolommen, { persoon: wie, stelling, ...this.metingVan() })), ...wijziging };
    this.stand.zetSectie(sectie, oud ? rest.flatMap((rij) => (rij === oud ? nieuw ?? [] : [rij])) : [...rest, nieuw]);
  }
  metingVan() {
    const { moment } = this.regels;
    return moment ? { [moment]: this.uitkomst().meting || null } : {};
  }
  async hernoem(oud, nieuw) {
    await this.lui.haal();
    hernoemMens(this.stand, this.model.get("opzet").secties, oud, nieuw);
  }
  deelScores() {
    const { sectie, teksten: zinnen, voegSamen } = this.regels, wie = this.wie.nu(),
      rijen = this.eigenRijen().filter((rij) => tekst(rij.persoon) === wie);
    if (!rijen.length) return this.kader.zeg(wie ? zinnen.niets_gescoord : zinnen.eerst_naam);
    return this.kader.roep("deel")({ [sectie]: rijen },
      vul(zinnen.gedeeld, { wie, aantal: aantal(rijen.length, voegSamen.ding, voegSamen.dingen) }));
  }

  // -- tekenen

  tekenPlaat(breed) {
    this.plaatje.replaceChildren(figuur({ uit: this.uitkomst(), regels: this.regels, breed, keuzes: this.keuzes() }).svg);
  }
  tekenRest() {
    const uit = this.uitkomst(), deel = deelVan(uit, this.keuzes()), { teksten: zinnen } = this.regels;
    this.keuzevak.toon(deel.sleutel, () => this.deelkeuze(deel.sleutel));
    this.meting?.toon();
    this.wie.toon();
    this.formulier.toon([deel.sleutel, uit.meting, this.wie.nu(), Boolean(this.lui.nu())], (volg) => this.maakFormulier(deel, volg));
    this.boven.toon(uit, deel);
    this.onder.toon(uit, deel);
    const n = deel.aandacht.length, zin = vul(n === 1 ? zinnen.aandacht_een : zinnen.aandacht_meer, { n: String(n) });
    if (this.gesproken.textContent !== zin) this.gesproken.textContent = zin;
    this.kader.ververs();
    // Wie een naam invulde, gaat scoren; en de stellingen van een ander deel komen later.
    if (!this.lui.nu() && (this.wie.nu() || !deel.stellingen[0]?.tekst)) this.lui.teken();
  }
  deelkeuze(nu) {
    const { delen, deel, teksten: zinnen } = this.regels, keuzes = delen.map(({ sleutel, titel }) => ({ waarde: sleutel, titel }));
    if (keuzes.length < 2) return null;
    return keuzerij({ naam: "deel", titel: vul(zinnen.deel_kies, { deel }), keuzes, nu,
      kies: (waarde) => this.stand.zetKeuze("deel", waarde) });
  }

  // De stellingen blijven staan zolang het deel en de persoon dezelfde zijn; alleen de antwoorden veranderen.
  maakFormulier(deel, volg) {
    const { groepen, schaal, teksten: zinnen } = this.regels, lijst = stellingenVan(deel, this.regels), wie = this.wie.nu();
    const delen = groepen.map((groep) => this.groepvak(groep, lijst.filter((s) => s.groep === groep.sleutel), wie, volg));
    const uitleg = wie ? vul(zinnen.schaal, { ...schaal, top: String(schaal.top) }) : zinnen.zonder_naam;
    return [maak("h3", { class: "kg-deelkop" }, zinnen.scoor), hint(uitleg), delen];
  }
  groepvak(groep, eigen, wie, volg) {
    if (!eigen.length) return null;
    const { teksten: zinnen } = this.regels, tel = maak("span", { class: "kg-tel" });
    const deel = this.lui.vak(groep.titel, false, (panelen) => {
      const volgers = [], stellingen = eigen.map((s) => panelen.stelling(s, wie, (doe) => volgers.push(doe)));
      return { el: maak("div", {}, hint(groep.uitleg), stellingen), toon: () => volgers.forEach((doe) => doe()) };
    }, true);
    deel.el.firstChild.dataset.sleutel = `groep.${groep.sleutel}`;
    deel.el.firstChild.append(tel);
    volg(() => {
      const gescoord = { n: String(eigen.filter((s) => this.van(wie, s.sleutel)).length), totaal: String(eigen.length) };
      tel.textContent = wie ? vul(zinnen.geteld, gescoord) : aantal(eigen.length, zinnen.stelling, zinnen.stellingen);
      deel.toon();
    });
    return deel.el;
  }
}

export default {
  render(wat) {
    const beeld = new Scanbeeld(wat);
    return () => beeld.bijhouden.stop();
  },
};
