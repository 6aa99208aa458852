// De formulieren en tabellen van het veld. Komen pas als de lezer een punt kiest of iets openklapt.
import { toon as toonGetal, toonEuro, vul } from "../../regels/basis.js";
import { budget } from "../../regels/budget.js";
import { saldo } from "../../regels/saldo.js";
import { hoofdletter } from "../../regels/zinnen.js";
import { verwijder } from "../../dossier/verwijzingen.js";
import { maak } from "../dom.js";
import { nieuweRij, rijSleutels, volgRij, vrijeNaam } from "../rijen.js";
import { maakVak } from "../vak.js";
import { leesTabel } from "../tabel.js";
import { maakTabel, metLabel, werkTabelBij, zetWaarde } from "../velden.js";
import { Formulier } from "./formulier.js";
import { metPlek, samen } from "./rijen.js";
import { Scores } from "./scores.js";
import { tabelUit } from "./tabel.js";

class Panelen {
  constructor({ model, beeld, terug }) {
    const { regels, stand, kader } = beeld, { secties } = model.get("opzet");
    Object.assign(this, { beeld, regels, stand, kader, secties, terug, kolommen: secties[regels.sectie].kolommen });
    this.form = new Formulier({ beeld, secties, haalWeg: (i) => this.haalWeg(i) });
  }
  rijen() { return this.stand.rijen(this.regels.sectie); }
  formulier(vak, i, uit) { this.form.toon(vak, i, uit); }
  alsTabel() { return tabelUit(this.beeld.uitkomst(), this.regels, this.stand.nu().secties, this.secties); }

  // -- toevoegen en weghalen

  nieuw() {
    // Zonder plek: wat niemand beoordeelde, staat in de bak en heeft geen advies.
    const { sectie, nieuw: soort } = this.regels, rijen = this.rijen();
    const rij = nieuweRij(this.kolommen, { naam: vrijeNaam(soort, rijen.map((r) => r.naam)) });
    this.beeld.kies(rijen.length);
    this.stand.zetSectie(sectie, [...rijen, rij]);
    this.beeld.focusFormulier(true);
  }
  haalWeg(i) {
    const { naam } = this.rijen()[i];
    this.beeld.kies(null);
    this.stand.zet({ ...this.stand.nu(), secties: verwijder(this.stand.nu().secties, this.secties, this.regels.sectie, naam) });
    this.kader.zeg(vul(this.regels.teksten.weg, { naam }));
    this.terug();
  }

  // -- wat openklapt

  tabel() {
    const { teksten, dingen, kleur, x, y, grootte } = this.regels;
    const sleutels = ["naam", kleur, y.kolom, x.kolom, grootte?.kolom].filter(Boolean);
    const kolommen = sleutels.map((sleutel) => this.kolommen.find((k) => k.sleutel === sleutel));
    const nu = (uit) => this.rijen().map((rij, i) => metPlek(rij, uit.punten[i], this.regels));
    const vak = maakVak();
    const toon = (uit) => vak.toon(rijSleutels(this.rijen()), (volg) => {
      const plekken = this.rijen().map((_, i) => volgRij(() => this.rijen(), i));
      const tabel = maakTabel({ titel: vul(teksten.alle, { dingen }), kolommen, rijen: nu(uit), sleutel: "tabel",
        wijzig: (i, kolom, waarde) => this.form.wijzig(plekken[i](), kolom, waarde), verwijder: (i) => this.haalWeg(plekken[i]()) });
      volg((nieuwe) => werkTabelBij(tabel, kolommen, nu(nieuwe)));
      return tabel;
    }, uit);
    return { el: vak.el, toon };
  }
  scores() { return new Scores({ beeld: this.beeld, secties: this.secties }); }

  budget() {
    const regel = this.regels.budget, { teksten, koppen } = regel, nu = () => this.stand.keuze("budget", null);
    const kolom = { sleutel: "budget", kop: teksten.veld, soort: "getal", min: 0, max: 1e12, eenheid: "euro", uitleg: regel.uitleg };
    const veld = metLabel(kolom, nu(), "budget", (waarde) => void this.stand.zetKeuze("budget", waarde)), vak = maakVak();
    const past = new Map([[true, teksten.ja], [false, teksten.nee], [null, teksten.open]]);
    const toon = (uit) => {
      zetWaarde(veld, nu());
      const { rijen, zin } = budget(uit, regel, nu());
      vak.toon([rijen, zin], () => [zin && maak("p", { class: "kg-advies" }, zin), rijen.length > 0 && leesTabel(regel.titel, koppen,
        rijen.map((r) => [r.naam, toonEuro(r.prijs), toonEuro(r.totaal), toonGetal(r.per), past.get(r.past)]))].filter(Boolean));
    };
    return { el: maak("div", {}, veld, vak.el), toon };
  }

  saldo() {
    const vak = maakVak(), regel = this.regels.saldo;
    const toon = () => {
      const { partijen, oordeel } = saldo(this.rijen(), regel), rijen = partijen.map((partij, i) => this.saldorij(partij, i));
      vak.toon([rijen, oordeel], () => [maak("p", {}, regel.uitleg), maak("p", { class: "kg-advies" }, oordeel),
        leesTabel(regel.titel, this.saldokoppen(), rijen)]);
    };
    return { el: vak.el, toon };
  }
  saldokoppen() {
    const { koppen, kolommen } = this.regels.saldo;
    return [hoofdletter(this.regels.ding), ...kolommen.map((k) => k.kop), koppen.oordeel, koppen.netto, koppen.kas, koppen.meldingen];
  }
  saldorij(partij, i) {
    const rij = this.rijen()[i], tekst = this.regels.saldo.kolommen.map((k) => samen(rij, this.kolommen, k.groep));
    return [partij.naam, ...tekst, partij.oordeel, toonEuro(partij.netto), toonEuro(partij.kas), partij.meldingen.join(" ")];
  }
}

export const maakPanelen = (wat) => new Panelen(wat);
