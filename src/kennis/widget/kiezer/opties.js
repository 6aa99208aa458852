// De opties van een kiezer: op volgorde met hun punten, of als dingen om aan te vinken en mee te nemen.
import { vul } from "../../regels/basis.js";
import { toonPunten, toonTelling } from "../../regels/kiezer.js";
import { hint } from "../delen.js";
import { knop, maak, uitklap } from "../dom.js";
import { maakVak } from "../vak.js";

// Opties op volgorde, met wat opvalt en wat de uitkomst zou kantelen.
export class Ranglijst {
  constructor({ regels, lui }) {
    Object.assign(this, { regels, lui, meldvak: maakVak(), lijst: maakVak(), kantel: maakVak() });
    this.el = maak("div", {}, this.meldvak.el, hint(regels.teksten.vast), this.lijst.el, this.kantel.el);
  }
  toon(uit) {
    const { kantel, teksten } = this.regels;
    const kort = uit.opties.map((o) => [o.sleutel, o.plaats, o.laag, o.hoog, o.redenen.map((r) => r.oordeel)]);
    this.meldvak.toon(uit.meldingen, () => uit.meldingen.length
      && maak("ul", { class: "kk-letop" }, uit.meldingen.map((m) => maak("li", {}, m))));
    this.lijst.toon([kort, uit.totaal], (volg) => maak("ol", { class: "kk-opties" }, uit.opties.map((o, n) => this.kaart(o, n, uit, volg))),
      uit);
    const zinnen = kantel && ["zeker", "onzeker", "niets"].includes(uit.zekerheid.soort)
      ? uit.kanteling.map((k) => k.zin) : null;
    this.kantel.toon(zinnen, () => zinnen && uitklap(teksten.kantel_titel, false,
      zinnen.length ? maak("ul", {}, zinnen.map((zin) => maak("li", {}, zin))) : maak("p", {}, teksten.kantel_geen)));
  }
  // Titel en plaats staan er meteen; redenen en uitleg als iemand een optie openklapt.
  kaart(o, n, uit, volg) {
    const { teksten, rangschik } = this.regels, weg = rangschik !== false && o.plaats === null && uit.kop.length > 0;
    const punten = rangschik === false ? toonTelling(o, this.regels) : vul(teksten.punten_van, { punten: toonPunten(o, uit.totaal) });
    const deel = this.lui.vak("", false, (panelen) => panelen.kaart());
    deel.el.dataset.uitklap = o.sleutel;
    deel.el.firstChild.dataset.sleutel = `kaart.${o.sleutel}`;
    deel.el.firstChild.append(maak("span", { class: "kk-plaats" }, o.plaats === null ? "" : String(o.plaats)),
      maak("span", { class: "kk-naam" }, o.titel), maak("span", { class: "kk-punten" }, punten));
    volg((nu) => deel.toon(nu.opties[n]));
    return maak("li", { class: weg ? "kk-af" : null }, deel.el);
  }
}

// Dingen om aan te vinken; wat aangevinkt is, staat op de lijst van de lezer.
export class Vinklijst {
  constructor({ regels, stand, lui }) {
    Object.assign(this, { regels, stand, lui, vak: maakVak() });
    this.el = this.vak.el;
  }
  toon(uit) {
    const blijft = uit.opties.filter((o) => !o.valt_af.length);
    this.vak.toon(blijft.map((o) => o.sleutel), (volg) => maak("ul", { class: "kk-opties" }, blijft.map((o) => this.ding(o, volg))), uit);
  }
  ding({ sleutel, titel }, volg) {
    const { lijst, teksten } = this.regels, label = vul(teksten.kies, { kies: lijst.kies, titel });
    const vak = maak("input", { type: "checkbox", "data-sleutel": `kies.${sleutel}`, "aria-label": label,
      onchange: () => this.lui.roep("wissel")(sleutel) });
    const deel = this.lui.vak(titel, false, (panelen) => panelen.uitleg(sleutel));
    deel.el.firstChild.dataset.sleutel = `kaart.${sleutel}`;
    volg((uit) => {
      vak.checked = uit.lijst.some((d) => d.sleutel === sleutel);
      deel.toon();
    });
    return maak("li", { class: "kk-ding" }, maak("label", { class: "kk-vink" }, vak), deel.el);
  }
}

// De lijst die de lezer meeneemt; de velden komen later.
export class Meeneemlijst {
  constructor({ regels, lui }) {
    Object.assign(this, { regels, lui, leeg: maakVak(), taken: maak("div") });
    const { titel, nieuw_knop: nieuw } = regels.lijst;
    this.el = maak("div", {}, maak("h3", { class: "kg-kop" }, titel), this.leeg.el, this.taken,
      knop(nieuw, lui.roep("eigen"), { "data-sleutel": "eigen" }));
  }
  toon(uit) {
    this.leeg.toon(uit.lijst.length === 0, () => uit.lijst.length === 0 && hint(this.regels.lijst.leeg));
    const panelen = this.lui.nu();
    if (!panelen) return uit.lijst.length && this.lui.teken(); // dit staat open: haal het meteen
    if (!panelen.taken.el.isConnected) this.taken.append(panelen.taken.el);
    return panelen.taken.toon(uit);
  }
}
