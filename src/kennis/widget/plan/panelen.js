// De velden van een rij, ideeën om over te nemen en de tabel. Komen pas als de lezer iets openklapt.
import { vul } from "../../regels/basis.js";
import { uitkomst, woord } from "../../regels/plan.js";
import { alsTekst, kaal } from "../../regels/zinnen.js";
import { hint } from "../delen.js";
import { knop, maak, nieuwId } from "../dom.js";
import { rijSleutel, volgRij, zichtbaar } from "../rijen.js";
import { leesTabel } from "../tabel.js";
import { maakVak } from "../vak.js";
import { metLabel, zetWaarde } from "../velden.js";
import { tabelUit, volgorde } from "./tabel.js";

class Panelen {
  // doe: { wijzig(i, wijziging), haalWeg(i), zetRij({groep, naam}, waarden) }
  constructor({ model, regels, stand, doe }) {
    const { secties, bronnen = {} } = model.get("opzet");
    Object.assign(this, { regels, stand, doe, secties, bronnen, kolommen: zichtbaar(secties[regels.sectie].kolommen), gekozen: new Map() });
    this.lijst = maak("datalist", { id: nieuwId() }, (regels.openbaar ?? []).map((o) => maak("option", { value: kaal(o.naam) })));
  }
  rijen() { return this.stand.rijen(this.regels.sectie); }
  alsTabel() { return tabelUit(uitkomst(this.stand.nu().secties, this.regels), this.regels, this.stand.nu().secties, this.secties); }

  // -- een rij

  rij(i) {
    const { teksten, kolom: naam } = this.regels, bij = [];
    const plek = volgRij(() => this.rijen(), i), nu = () => this.rijen()[plek()] ?? {};
    const regels = this.kolommen.map((k) => {
      const regel = metLabel({ ...k, uitleg: "" }, nu()[k.sleutel], `rij.${rijSleutel(nu(), i)}.${k.sleutel}`,
        (waarde) => { if (plek() >= 0) this.doe.wijzig(plek(), { [k.sleutel]: waarde }); });
      if (k.sleutel === this.regels.suggesties) regel.querySelector("input").setAttribute("list", this.lijst.id);
      bij.push(() => zetWaarde(regel, nu()[k.sleutel]));
      return regel;
    });
    const bron = maak("p", { class: "kg-hint" });
    const weg = knop(teksten.verwijder, () => this.doe.haalWeg(plek()), { class: "kg-knop kg-weg" });
    bij.push(() => {
      bron.textContent = nu().bron ? vul(teksten.bron, { bron: this.bronnen[nu().bron] ?? nu().bron }) : "";
      weg.setAttribute("aria-label", vul(teksten.verwijder_naam, { naam: woord(nu()[naam]) }));
    });
    return { el: maak("div", {}, regels, bron, weg), toon: () => bij.forEach((doe) => doe()) };
  }

  // -- ideeën

  noemBron({ bron, vindplaats }) {
    const namen = bron.split(",").map((sleutel) => this.bronnen[sleutel.trim()]).join("; ");
    return vindplaats ? `${namen}, ${vindplaats}` : namen;
  }
  // `doelen` is waar een idee heen kan: {woord, groep, naam}.
  ideeen(titel, ideeen) {
    const vak = maakVak();
    return { el: vak.el, toon: (doelen) => vak.toon(doelen, () => this.ideeenlijst(titel, ideeen, doelen)) };
  }
  ideeenlijst(titel, ideeen, doelen) {
    const { teksten, ding } = this.regels, doel = () => doelen.find((d) => d.woord === this.gekozen.get(titel)) ?? doelen[0];
    const kolom = { kop: vul(teksten.idee_waar, { ding }), soort: "keuze", verplicht: true, waarden: doelen.map((d) => d.woord) };
    const keuze = metLabel(kolom, doel()?.woord, `idee.${titel}`, (waarde) => { this.gekozen.set(titel, waarde); });
    return doelen.length ? [hint(teksten.ideeen_uitleg), keuze,
      maak("ul", { class: "kr-ideeen" }, ideeen.map((idee) => this.idee(idee, doel)))] : null;
  }
  idee(idee, doel) {
    const { teksten, idee: vorm } = this.regels, naam = idee[vorm.naam];
    const klein = [...vorm.toon.map(({ kolom, voor }) => idee[kolom] && voor + idee[kolom]),
      vul(teksten.idee_bron, { bron: this.noemBron(idee) })];
    return maak("li", {}, maak("span", {}, naam, maak("small", {}, klein.filter(Boolean).join(" · "))),
      knop(teksten.neem_over, () => this.neemOver(idee, doel()), { "aria-label": vul(teksten.neem_over_naam, { naam }) }));
  }
  // Wat een idee niet echt weet (zoals "niet genoemd"), blijft in het plan leeg.
  neemOver(idee, doel) {
    const { vult, laat_leeg: leeg } = this.regels.idee, onbekend = leeg && leeg.is.includes(idee[leeg.als]);
    const waarden = Object.fromEntries(vult.map(
      (kolom) => [kolom, onbekend && leeg.kolommen.includes(kolom) ? null : idee[kolom] ?? null]));
    this.doe.zetRij(doel, { ...waarden, bron: this.noemBron(idee) });
  }

  // -- openbare gegevens en de tabel

  openbaar() {
    const regel = (o) => maak("li", {}, maak("span", {}, maak("strong", {}, kaal(o.naam)), `: ${o.wat ?? ""}`,
      maak("small", {}, [o.let_op, vul(this.regels.teksten.idee_bron, { bron: this.noemBron(o) })].filter(Boolean).join(" · "))));
    return { el: maak("ul", { class: "kr-ideeen" }, this.regels.openbaar.map(regel)), toon() {} };
  }
  tabel() {
    const vak = maakVak(), { teksten, titel } = this.regels;
    const toon = (uit) => {
      const koppen = [...this.kolommen.map((k) => k.kop), ...(uit.illustratief ? [teksten.kop_voorbeeld] : [])], rijen = this.rijen();
      const inhoud = volgorde(uit).map((i) => [...this.kolommen.map((k) => alsTekst(rijen[i][k.sleutel])),
        ...(uit.illustratief ? [rijen[i].illustratief === "ja" ? teksten.voorbeeld : ""] : [])]);
      vak.toon([koppen, inhoud], () => inhoud.length && leesTabel(titel, koppen, inhoud));
    };
    return { el: vak.el, toon };
  }
}

export const maakPanelen = (wat) => new Panelen(wat);
