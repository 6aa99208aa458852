// Het rekenblad op een pagina: eerst het vaste beeld met een knop. Wat rekent en tekent komt pas als de lezer iets doet of zelf werk heeft.
import { knop, maak, uitklap } from "../dom.js";
import { maakKader } from "../kader.js";
import { maakLui } from "../lui.js";
import { maakStand } from "../stand.js";

const BEGIN = "Vul in of verander", TABEL = "Alle uitkomsten als tabel";

class Begin {
  constructor({ model, el, later, vast }) {
    Object.assign(this, { model, el, vast, stand: maakStand(model), beeld: null });
    this.lui = maakLui({ later, zeg: (zin) => this.kader.zeg(zin), straks: () => this.beeld.straks(), begin: (deel) => this.wek(deel) });
    this.kader = maakKader({ model, el, stand: this.stand, later: this.lui.later, svg: () => this.svg(), tabelUit: () => this.lui.nu().alsTabel() });
    this.weg = this.stand.luister(() => this.lui.teken());
    if (this.isBegin()) this.toonVast();
    else this.lui.teken();
  }
  // Op een pagina staat het voorbeeld er al als plaatje; eigen werk, een gedeeld dossier en een notebook beginnen meteen met rekenen.
  isBegin() {
    const gelijk = (sectie) => JSON.stringify(this.stand.rijen(sectie)) === JSON.stringify(this.model.get("start").secties[sectie] ?? []);
    return this.vast && this.model.get("herkomst") === "voorbeeld" && this.model.get("opzet").sectienamen.every(gelijk);
  }
  toonVast() {
    const { romp, ververs } = this.kader, { uitleg } = this.model.get("opzet").regels, vind = (naam) => this.vast.querySelector(naam);
    const begin = knop(BEGIN, () => this.lui.teken(), { class: "kg-knop kg-hoofd", "data-sleutel": "begin-invullen" });
    // De eerste notitie is de conclusie; de tabel is lang en klapt in.
    const conclusie = vind(".kg-hint"), tabel = uitklap(TABEL, false, vind(".kg-vasttabel"));
    conclusie.className = "kg-advies";
    vind(".kg-vastbalk").remove();
    this.vast.append(tabel);
    romp.append(maak("p", {}, uitleg), conclusie, begin, this.vast);
    ververs();
  }
  wek(deel) {
    const inHand = this.kader.romp.contains(document.activeElement);
    this.kader.romp.replaceChildren();
    this.beeld = deel.maakBeeld({ model: this.model, el: this.el, stand: this.stand, kader: this.kader, lui: this.lui });
    this.weg();
    if (inHand) this.kader.romp.querySelector("summary")?.focus();
    return this.beeld.panelen;
  }
  svg() { return this.kader.romp.querySelector(".kg-plaatje svg, .kg-vastfiguur svg"); }
}

export default {
  render(wat) {
    const begin = new Begin(wat);
    return () => (begin.beeld ? begin.beeld.stop() : begin.weg());
  },
};
