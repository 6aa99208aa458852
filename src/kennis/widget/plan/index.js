// Het plan: rijen die de lezer per groep invult, met een plaat van wat er staat en wat er mist.
import { tekst, vul } from "../../regels/basis.js";
import { uitkomst, woord } from "../../regels/plan.js";
import { Bijhouden } from "../bijhouden.js";
import { letop } from "../delen.js";
import { knop, maak, uitklap } from "../dom.js";
import { maakKader } from "../kader.js";
import { maakLui } from "../lui.js";
import { nieuweRij } from "../rijen.js";
import { maakStand } from "../stand.js";
import { vulTeksten } from "../teksten.js";
import { maakVak } from "../vak.js";
import { figuur } from "./figuur.js";
import { Lijst } from "./lijst.js";
import teksten from "./teksten.json";

class Planbeeld {
  constructor({ model, el, later }) {
    this.model = model;
    this.regels = vulTeksten(model.get("opzet").regels, teksten);
    this.stand = maakStand(model);
    this.openen = null;
    this.lui = maakLui({ later, zeg: (zin) => this.kader.zeg(zin), straks: () => this.bijhouden.straks(),
      begin: (panelen) => this.maakPanelen(panelen) });
    this.kader = maakKader({ model, el, stand: this.stand, later: this.lui.later, svg: () => this.plaatje.firstChild,
      tabelUit: () => this.lui.nu().alsTabel() });
    this.plaatje = maak("div", { class: "kg-plaatje" });
    this.meldvak = maakVak("div", { "aria-live": "polite" });
    this.lijst = new Lijst({ regels: this.regels, stand: this.stand, lui: this.lui,
      voegToe: (groep, naam) => this.zetRij({ groep, naam }, {}) });
    this.kader.romp.append(maak("p", {}, this.regels.uitleg), this.plaatje, this.meldvak.el, this.lijst.el);
    this.bijhouden = new Bijhouden({ el, stand: this.stand, vak: this.plaatje, smalst: 260, breedst: 704,
      plaat: (breed) => this.tekenPlaat(breed), rest: () => this.tekenRest() });
  }
  maakPanelen(panelen) {
    const doe = { wijzig: (i, wijziging) => this.wijzig(i, wijziging), haalWeg: (i) => this.haalWeg(i),
      zetRij: (doel, waarden) => this.zetRij(doel, waarden) };
    const klaar = panelen.maakPanelen({ model: this.model, regels: this.regels, stand: this.stand, doe });
    this.kader.romp.append(klaar.lijst);
    return klaar;
  }
  rijen() { return this.stand.rijen(this.regels.sectie); }
  uitkomst() { return uitkomst(this.stand.nu().secties, this.regels); }

  // -- wijzigen

  // Wie een rij van een voorbeeld wijzigt, maakt haar van zichzelf.
  wijzig(i, wijziging) {
    this.stand.zetCel(this.regels.sectie, i, { ...wijziging, ...(this.rijen()[i].illustratief === "ja" ? { illustratief: "nee" } : {}) });
  }
  haalWeg(i) {
    const { sectie, kolom, teksten: zinnen } = this.regels, naam = woord(this.rijen()[i][kolom]);
    this.stand.zetSectie(sectie, this.rijen().filter((_, j) => j !== i));
    this.kader.zeg(vul(zinnen.weg, { naam }));
    this.lijst.focusNa(i);
  }
  // Vul een rij van dit ding waarin het begin van de keten nog mist; is die er niet, dan komt er een rij bij.
  async zetRij({ groep, naam }, waarden) {
    const { groepeer, kolom, keten, teksten: zinnen } = this.regels, begin = keten[0].kolom;
    const hier = (rij) => (!groepeer || tekst(rij[groepeer]) === groep) && woord(rij[kolom]) === naam && !woord(rij[begin]);
    const i = waarden[begin] ? this.rijen().findIndex(hier) : -1;
    await this.lui.haal();
    if (i >= 0) this.wijzig(i, { ...waarden, bron: [this.rijen()[i].bron, waarden.bron].filter(Boolean).join("; ") });
    else this.voegRij({ ...(groepeer ? { [groepeer]: groep || null } : {}), [kolom]: naam, ...waarden });
    if (waarden[begin]) this.kader.zeg(vul(zinnen.overgenomen, { naam }));
    this.openen = i >= 0 ? i : this.rijen().length - 1;
    this.bijhouden.straks();
  }
  voegRij(waarden) {
    const { sectie } = this.regels;
    this.stand.zetSectie(sectie, [...this.rijen(), nieuweRij(this.model.get("opzet").secties[sectie].kolommen, waarden)]);
  }

  // -- tekenen

  tekenPlaat(breed) {
    this.plaatje.replaceChildren(figuur({ uit: this.uitkomst(), regels: this.regels, breed }).svg);
  }
  tekenRest() {
    const uit = this.uitkomst();
    this.meldvak.toon([uit.illustratief, uit.meldingen, uit.ontbreekt, this.rijen().length > 0], () => this.meldingen(uit));
    this.lijst.toon(uit);
    this.kader.ververs();
    if (this.openen !== null && this.lui.nu()) {
      this.lijst.spring(this.openen, this.regels.keten[0].kolom);
      this.openen = null;
    }
    // De tabel staat open; haal haar meteen.
    if (!this.lui.nu() && this.rijen().length) this.lui.teken();
  }
  meldingen({ illustratief, meldingen, ontbreekt }) {
    const { teksten: zinnen } = this.regels;
    const mist = (m) => maak("li", {}, knop(m.naam, () => this.lijst.spring(m.rij),
      { class: "kg-knop kr-spring", "data-sleutel": `mist.${m.rij}` }), " ",
      m.voorbeeld && maak("span", { class: "kr-merk" }, zinnen.voorbeeld), ` ${m.mist.join(", ")}.`);
    const compleet = this.rijen().length ? maak("p", {}, zinnen.compleet) : null;
    return [
      illustratief && maak("p", { class: "kg-hint" }, zinnen.illustratief),
      letop(zinnen.let_op, meldingen),
      ontbreekt.length ? this.mistlijst(zinnen, ontbreekt.map(mist)) : compleet,
    ];
  }
  mistlijst(zinnen, regels) {
    const deel = uitklap(`${zinnen.ontbreekt} (${regels.length})`, false, maak("ul", {}, regels));
    deel.dataset.uitklap = "mist";
    return deel;
  }
}

export default {
  render(wat) {
    const beeld = new Planbeeld(wat);
    return () => beeld.bijhouden.stop();
  },
};
