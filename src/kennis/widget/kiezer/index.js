// De kiezer: vragen beantwoorden of eisen stellen, en opties op volgorde zien met redenen en twijfel.
import { vul } from "../../regels/basis.js";
import { teKiezen, uitkomst } from "../../regels/kiezer.js";
import { Bijhouden } from "../bijhouden.js";
import { hint } from "../delen.js";
import { maak } from "../dom.js";
import { maakKader } from "../kader.js";
import { maakLui } from "../lui.js";
import { nieuweRij } from "../rijen.js";
import { maakStand } from "../stand.js";
import { vulTeksten } from "../teksten.js";
import { maakVak } from "../vak.js";
import { maakBesluit } from "./besluit.js";
import { figuur } from "./figuur.js";
import { Meeneemlijst, Ranglijst, Vinklijst } from "./opties.js";
import teksten from "./teksten.json";
import { Vragen } from "./vragen.js";

class Kiezerbeeld {
  constructor({ model, el, later }) {
    this.model = model;
    this.regels = vulTeksten(model.get("opzet").regels, teksten);
    this.stand = maakStand(model);
    this.lui = maakLui({ later, zeg: (zin) => this.kader.zeg(zin), straks: () => this.bijhouden.straks(),
      begin: (panelen) => this.maakPanelen(panelen) });
    this.kader = maakKader({ model, el, stand: this.stand, later: this.lui.later, svg: () => this.plaatje.firstChild,
      tabelUit: () => this.lui.nu().alsTabel(), actie: () => ({ bij: this.gekozen()?.titel }) });
    this.rijdaden = { rijVan: (vraag) => this.rijVan(vraag), zetRij: (vraag, wijziging) => this.zetRij(vraag, wijziging) };
    this.bouw();
    this.bijhouden = new Bijhouden({ el, stand: this.stand, vak: this.plaatje, smalst: 250, plaat: (breed) => this.tekenPlaat(breed),
      rest: () => this.tekenRest() });
  }
  bouw() {
    const { regels, stand, lui } = this, meeneem = Boolean(regels.lijst);
    this.vragen = new Vragen({ regels, stand, ...this.rijdaden });
    this.plaatje = maak("div", { class: "kk-plaatje" });
    this.zeker = maakVak("div", { class: "kk-zeker", role: "status" });
    this.opties = meeneem ? new Vinklijst({ regels, stand, lui }) : new Ranglijst({ regels, lui });
    this.onder = meeneem ? this.onderLijst() : this.onderRang();
    // Bij een lijst om mee te nemen staat het plaatje bij de filters: zo blijft het in beeld terwijl je kiest.
    const kant = maak("div", { class: meeneem ? "kk-kant kk-vast-in-beeld" : "kk-kant" }, this.vragen.el, meeneem && this.plaatje);
    const naast = maak("div", { class: meeneem ? "kk-antwoord" : "kk-antwoord kk-vast-in-beeld" }, this.zeker.el, !meeneem && this.plaatje,
      this.opties.el);
    this.kader.romp.append(maak("div", { class: "kk" }, kant, naast),
      maak("div", { class: "kk-onder" }, this.onder.map((deel) => deel.el)));
  }
  onderLijst() {
    const { teksten: zinnen, tips = [] } = this.regels;
    return [new Meeneemlijst({ regels: this.regels, lui: this.lui }),
      ...[zinnen.punten, ...tips, zinnen.voorbehoud].filter(Boolean).map(vast)];
  }
  onderRang() {
    const { regels, lui } = this, { teksten: zinnen, extra = [], netwerk, vergelijk } = regels;
    this.later = { namen: maak("div"), gevolg: maak("div") };
    const titel = vul(zinnen.naast, { opties: regels.opties_naam });
    return [
      vergelijk && lui.vast(titel, vergelijk === "open", (panelen) => panelen.vergelijking()),
      ...extra.map((deel) => lui.vak(deel.titel, false, (panelen) => panelen.extra(deel))),
      lui.vak(zinnen.rekenwijze, false, (panelen) => panelen.rekenwijze()),
      netwerk && { el: this.later.namen, toon: (uit) => this.toonLater("namen", uit) },
      maakBesluit({ regels, ...this.rijdaden }),
      zinnen.vorm_kop && { el: this.later.gevolg, toon: (uit) => this.toonLater("gevolg", uit) },
      vast(zinnen.voorbehoud),
    ].filter(Boolean);
  }
  maakPanelen(panelen) {
    return panelen.maakPanelen({ model: this.model, regels: this.regels, stand: this.stand, uitkomst: () => this.uitkomst(),
      ...this.rijdaden });
  }
  toonLater(naam, uit) {
    const deel = this.lui.nu()?.[naam];
    if (!deel) return;
    if (!deel.el.isConnected) this.later[naam].append(deel.el);
    deel.toon(uit);
  }

  // -- wat er is ingevuld

  uitkomst() { const { secties, keuzes, velden } = this.stand.nu(); return uitkomst(secties, this.regels, keuzes, velden); }
  gekozen() { return teKiezen(this.regels).find(({ sleutel }) => sleutel === this.uitkomst().gekozen); }
  rijVan(vraag) { return this.stand.rijen(this.regels.sectie).find((rij) => rij.vraag === vraag) ?? {}; }
  // Een nieuwe rij heeft alleen de kolommen van haar sectie; komen die nog, dan alleen wat er is ingevuld.
  zetRij(vraag, wijziging) {
    const { sectie } = this.regels, rijen = this.stand.rijen(sectie), i = rijen.findIndex((rij) => rij.vraag === vraag);
    if (i >= 0) return this.stand.zetCel(sectie, i, wijziging);
    const { kolommen } = this.model.get("opzet").secties?.[sectie] ?? { kolommen: [] };
    return this.stand.zetSectie(sectie, [...rijen, nieuweRij(kolommen, { vraag, ...wijziging })]);
  }

  // -- tekenen

  tekenPlaat(breed) {
    const uit = this.uitkomst();
    this.vragen.toon(uit);
    this.plaatje.replaceChildren(figuur({ uit, regels: this.regels, breed }).svg);
    this.toonZeker(uit);
  }
  toonZeker(uit) {
    const { lijst, teksten: zinnen } = this.regels, blijft = uit.opties.filter((o) => !o.valt_af.length).length;
    if (!lijst) return this.zeker.toon(uit.zekerheid,
      () => maak("p", { class: `kg-advies kk-is-${uit.zekerheid.soort}` }, uit.zekerheid.zin));
    const zin = blijft ? vul(lijst.gevonden, { n: String(blijft), alle: String(uit.opties.length), lijst: String(uit.lijst.length) })
      : zinnen.geen;
    return this.zeker.toon(zin, () => maak("p", { class: "kg-advies" }, zin));
  }
  tekenRest() {
    const uit = this.uitkomst();
    this.opties.toon(uit);
    for (const deel of this.onder) deel.toon(uit);
    this.kader.ververs();
    if (!this.lui.nu() && this.regels.vergelijk === "open") this.lui.teken(); // dit staat open: haal het meteen
  }
}

const vast = (zin) => ({ el: hint(zin) ?? "", toon() {} });

export default {
  render(wat) {
    const beeld = new Kiezerbeeld(wat);
    return () => beeld.bijhouden.stop();
  },
};
