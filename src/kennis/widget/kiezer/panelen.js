// Redenen, uitleg, de lijst om mee te nemen en wat naast elkaar staat. Komt pas als de lezer iets opent of kiest.
import { vul } from "../../regels/basis.js";
import { leesNamen, oordeel, teKiezen } from "../../regels/kiezer.js";
import { hint } from "../delen.js";
import { knop, maak } from "../dom.js";
import { leesTabel } from "../tabel.js";
import { volgTypen, zetTekst } from "../typen.js";
import { maakVak } from "../vak.js";
import { tabelUit } from "./tabel.js";
import { Taken } from "./taken.js";
import { inhoud, merk, redenen, velden } from "./uitleg.js";

const stil = (...kinderen) => ({ el: maak("div", {}, kinderen), toon() {} });

class Panelen {
  constructor({ model, regels, stand, uitkomst, rijVan, zetRij }) {
    Object.assign(this, { regels, stand, uitkomst, rijVan, zetRij, secties: model.get("opzet").secties,
      opPagina: Boolean(model.houder) });
    if (regels.lijst) this.taken = new Taken({ regels, stand, kolommen: this.secties[regels.sectie].kolommen });
    if (regels.netwerk) this.namen = this.maakNamen();
    if (regels.teksten.vorm_kop) this.gevolg = this.maakGevolg();
  }
  optie(sleutel) { return teKiezen(this.regels).find((o) => o.sleutel === sleutel); }
  alsTabel() { return tabelUit(this.uitkomst(), this.regels, this.stand.nu().secties, this.secties); }

  // -- bij een optie

  wissel(sleutel) { this.taken.wissel(sleutel); }
  eigen() { this.taken.eigen(); }
  uitleg(sleutel) { return stil(velden(this.optie(sleutel), this.regels, this.opPagina)); }
  kaart() {
    const vak = maakVak();
    return { el: vak.el, toon: (o) => vak.toon([o.sleutel, o.redenen],
      () => [redenen(o, this.regels), velden(this.optie(o.sleutel), this.regels, this.opPagina)]) };
  }
  extra({ sleutel }) { return stil(inhoud(this.regels.inhoud_extra[sleutel], this.opPagina)); }
  rekenwijze() {
    const { teksten, tips = [] } = this.regels;
    return stil([teksten.punten, teksten.volgorde, ...tips].filter(Boolean).map((zin) => maak("p", {}, zin)));
  }

  // -- wie er in de tekening staan

  maakNamen() {
    const { teksten, netwerk } = this.regels, kop = maak("span", {}, teksten.organisaties),
      geleend = maak("span", { class: "kg-hint" }, teksten.geleend);
    const veld = maak("textarea", { class: "kg-veld", rows: 5, "data-sleutel": "organisaties" });
    const leider = maak("select", { class: "kg-veld", "data-sleutel": "leider",
      onchange: () => this.zetRij(netwerk.leider, { antwoord: leider.value || null }) });
    const keuze = maak("label", {}, maak("span", {}, teksten.leider), leider), opties = maakVak("span");
    volgTypen(veld, () => this.zetRij(netwerk.namen, { antwoord: leesNamen(veld.value).join("; ") || null }));
    const toon = (uit) => {
      zetTekst(veld, uit.geleend ? "" : uit.namen.join("\n"));
      geleend.hidden = !uit.geleend;
      keuze.hidden = !uit.namen.length;
      opties.toon(uit.leiders, () => { leider.replaceChildren(maak("option", { value: "" }, teksten.leider_leeg),
        ...uit.leiders.map((naam) => maak("option", { value: naam }, naam))); });
      leider.value = uit.leider;
    };
    return { el: maak("div", { class: "kk-besluit" }, maak("label", {}, kop, geleend, veld), keuze), toon };
  }

  // -- naast elkaar

  vergelijking() {
    const vak = maakVak();
    const toon = (uit) => {
      const gekozen = this.stand.keuze("naast", uit.opties.slice(0, 3).map((o) => o.sleutel)).filter((s) => this.optie(s));
      const opties = this.regels.opties.filter((o) => gekozen.includes(o.sleutel)), rijen = this.vergelijk(opties, uit);
      vak.toon([gekozen, rijen], () => this.bouwVergelijking(gekozen, opties, rijen));
    };
    return { el: vak.el, toon };
  }
  // Per vraag wat een optie daar doet, en daarna wat de regels over elke optie vertellen.
  vergelijk(opties, uit) {
    const { vragen, velden: over } = this.regels;
    return [
      ...vragen.map((vraag, i) => [vraag.titel, opties.map((optie) => ({ oordeel: oordeel(optie, uit.antwoorden[i]) }))]),
      ...over.filter((v) => v.vergelijk).map((v) => [v.titel, opties.map((optie) => optie[v.sleutel])]),
    ];
  }
  bouwVergelijking(gekozen, opties, rijen) {
    const { teksten, opties: alle, opties_naam: naam, oordelen } = this.regels;
    const kies = (s) => this.stand.zetKeuze("naast", gekozen.includes(s) ? gekozen.filter((g) => g !== s) : [...gekozen, s]);
    const chip = ({ sleutel, titel }) => knop(titel, () => kies(sleutel),
      { class: "kg-knop kg-chip", "aria-pressed": String(gekozen.includes(sleutel)), "data-sleutel": `naast.${sleutel}` });
    const cel = (waarde) => (typeof waarde?.oordeel !== "string" ? waarde
      : maak("span", { class: "kk-oordeel" }, merk(waarde.oordeel),
        maak("span", {}, oordelen[waarde.oordeel])));
    const tabel = opties.length ? leesTabel(teksten.naast_tabel, [teksten.naast_kop, ...opties.map((o) => o.titel)],
      rijen.map(([kop, cellen]) => [kop, ...cellen.map(cel)])) : hint(teksten.naast_leeg);
    return [maak("div", { class: "kg-chips", role: "group", "aria-label": vul(teksten.naast_welke, { opties: naam }) }, alle.map(chip)),
      tabel];
  }

  // -- wat bij de gekozen optie hoort: wat je nu regelt, wanneer je opnieuw kijkt, en wat erbij speelt

  maakGevolg() {
    const vak = maakVak();
    return { el: vak.el, toon: ({ gekozen, acties }) =>
      vak.toon([gekozen, acties], () => (gekozen || acties.length) && this.bouwGevolg(this.optie(gekozen), acties)) };
  }
  // Wat hoe dan ook te doen is, staat er ook zonder keuze.
  bouwGevolg(optie, acties) {
    const { teksten, bij_keuze: bij } = this.regels;
    const lijst = (soort) => acties.some((a) => a.soort === soort) && [maak("h4", { class: "kk-kop" }, teksten[soort]),
      maak("ul", {}, acties.filter((a) => a.soort === soort).map((a) => maak("li", {}, a.tekst)))];
    const kop = optie ? vul(teksten.vorm_kop, { optie: optie.titel }) : teksten.vorm_leeg, meer = bij?.inhoud[optie?.sleutel];
    return maak("div", { class: "kk-gevolg" }, maak("h3", { class: "kg-kop" }, kop), hint(optie?.uitleg), lijst("nu"), lijst("herzien"),
      meer && [maak("h4", { class: "kk-kop" }, bij.titel), inhoud(meer, this.opPagina), hint(bij.uitleg)]);
  }
}

export const maakPanelen = (wat) => new Panelen(wat);
