// De lijst die de lezer meeneemt: per ding een stap, wie en wanneer.
import { vul } from "../../regels/basis.js";
import { optieVan } from "../../regels/kiezer.js";
import { knop, maak } from "../dom.js";
import { nieuweRij, rijSleutel, volgRij, vrijeNaam, zichtbaar } from "../rijen.js";
import { maakVak } from "../vak.js";
import { maakVeld, metLabel, zetWaarde } from "../velden.js";

export class Taken {
  constructor({ regels, stand, kolommen }) {
    Object.assign(this, { regels, stand, kolommen, vak: maakVak() });
    this.el = this.vak.el;
  }
  rijen() { return this.stand.rijen(this.regels.sectie); }
  naam(i) { return this.rijen()[i][this.regels.lijst.kolom]; }
  bestaat(naam, i) { return this.rijen().some((_, j) => j !== i && this.naam(j).toLowerCase() === naam.toLowerCase()); }
  optie(i) { return optieVan(this.naam(i), this.regels); }

  // -- erbij en eraf

  voegToe(waarden) { this.stand.zetSectie(this.regels.sectie, [...this.rijen(), nieuweRij(this.kolommen, waarden)]); }
  haalWeg(i) { this.stand.zetSectie(this.regels.sectie, this.rijen().filter((_, j) => j !== i)); }
  wissel(sleutel) {
    const { kolom, eerste } = this.regels.lijst, { titel, stap } = this.regels.opties.find((o) => o.sleutel === sleutel);
    const i = this.rijen().findIndex((rij) => optieVan(rij[kolom], this.regels)?.sleutel === sleutel);
    if (i < 0) this.voegToe({ [kolom]: titel, [eerste]: stap });
    else this.haalWeg(i);
  }
  eigen() {
    const { kolom, nieuw } = this.regels.lijst;
    this.voegToe({ [kolom]: vrijeNaam(nieuw, this.rijen().map((rij) => rij[kolom])) });
  }

  // -- de velden; zij blijven staan zolang dezelfde dingen op de lijst staan

  toon() {
    const welke = this.rijen().map((rij, i) => [rijSleutel(rij, i), this.optie(i) ? this.naam(i) : null]);
    this.vak.toon(welke, (volg) => welke.length > 0 && maak("ol", { class: "kk-taken" }, welke.map((_, i) => this.taak(i, volg))));
  }
  taak(i, volg) {
    const { lijst, teksten } = this.regels, kop = maak("legend"),
      weg = knop("", () => this.haalWeg(i), { class: "kg-knop kg-weg", "data-sleutel": `weg.${rijSleutel(this.rijen()[i], i)}` });
    const velden = zichtbaar(this.kolommen).filter((k) => k.sleutel !== lijst.kolom || !this.optie(i)).map((k) => this.veld(i, k, volg));
    volg(() => {
      kop.textContent = this.naam(i);
      weg.textContent = vul(teksten.haal_weg, { naam: this.naam(i) });
    });
    return maak("li", {}, maak("fieldset", {}, kop, velden, this.erbij(this.optie(i)), weg));
  }
  // Wat wij erbij weten, gaat mee op de lijst en op papier.
  erbij(optie) {
    const over = optie ? this.regels.velden.filter((v) => v.lijst && optie[v.sleutel]) : [];
    return over.length > 0 && maak("dl", { class: "kk-erbij" },
      over.map((v) => [maak("dt", {}, v.titel), maak("dd", {}, optie[v.sleutel])]));
  }
  veld(i, kolom, volg) {
    const nu = () => this.rijen()[i][kolom.sleutel], sleutel = `taak.${rijSleutel(this.rijen()[i], i)}.${kolom.sleutel}`,
      lang = this.regels.lijst.lang.includes(kolom.sleutel), plek = volgRij(() => this.rijen(), i);
    const bewaar = (waarde) => this.wijzig(plek(), kolom, waarde);
    const vak = lang ? maak("div", { class: "kk-tekstvak" }, maak("span", { "aria-hidden": "true" }, kolom.kop),
      maakVeld({ ...kolom, lang }, nu(), sleutel, kolom.kop, bewaar))
      : metLabel(kolom, nu(), sleutel, bewaar);
    volg(() => zetWaarde(vak, nu()));
    return vak;
  }
  wijzig(i, kolom, waarde) {
    if (i < 0) return null;
    const { sectie, lijst, teksten } = this.regels;
    if (kolom.sleutel === lijst.kolom && this.bestaat(waarde, i)) return vul(teksten.staat_er_al, { naam: waarde });
    return void this.stand.zetCel(sectie, i, { [kolom.sleutel]: waarde });
  }
}
