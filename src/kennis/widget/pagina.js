// De gastheer op een pagina: geeft een gereedschap wat het in een notebook van Python krijgt, en bewaart het dossier op dit apparaat.
import { maakLater } from "./laden.js";

const SLEUTEL = "kennisboek.dossier";

function leesDossier() {
  try {
    return JSON.parse(localStorage.getItem(SLEUTEL)) ?? { secties: {}, keuzes: {} };
  } catch {
    return { secties: {}, keuzes: {} };
  }
}

function schrijfDossier(dossier) {
  try {
    localStorage.setItem(SLEUTEL, JSON.stringify({ kennisdossier: 1, ...dossier }));
  } catch { /* geen opslag op dit apparaat: het werk blijft in de pagina, en bewaren als bestand kan altijd */ }
}

class Paginamodel {
  constructor(gegevens, later) {
    this.later = later;
    this.waarden = { ...gegevens, herkomst: "voorbeeld" };
    this.luisteraars = new Map();
    this.naam = gegevens.opzet.regels.gereedschap;
    this.gastheer = { deel: (secties) => this.deel(secties), neemOver: () => this.neemOver(), eigen: () => this.eigen(), wis: () => this.wis(), bewaarVorig: () => this.bewaarVorig(), vorig: () => leesDossier().vorig?.[this.naam], heeftEigen: () => this.heeftEigen(), leen: (sectie) => leesDossier().secties[sectie] ?? [] };
  }
  get(naam) { return this.waarden[naam]; }
  set(naam, waarde) {
    this.waarden[naam] = waarde;
    for (const doe of this.luisteraars.get(`change:${naam}`) ?? []) doe();
  }
  on(gebeurtenis, doe) { this.luisteraars.set(gebeurtenis, [...(this.luisteraars.get(gebeurtenis) ?? []), doe]); }
  off(gebeurtenis, doe) { this.luisteraars.set(gebeurtenis, (this.luisteraars.get(gebeurtenis) ?? []).filter((d) => d !== doe)); }

  save_changes() {
    // Alleen anders kijken (een keuze) maakt van een voorbeeld nog geen eigen dossier.
    if (this.waarden.herkomst === "voorbeeld" && this.waarden.stand.secties !== this.waarden.start.secties) this.waarden.herkomst = "eigen";
    clearTimeout(this.straks);
    this.straks = setTimeout(() => this.bewaar(), 150);
  }
  async bewaar() {
    const { secties, keuzes } = this.waarden.stand;
    if (this.waarden.herkomst === "link") return history.replaceState(null, "", await this.deel());
    if (this.waarden.herkomst !== "eigen") return;
    const dossier = leesDossier();
    schrijfDossier({ ...dossier, secties: { ...dossier.secties, ...secties }, keuzes: { ...dossier.keuzes, [this.naam]: keuzes } });
  }

  async begin() {
    await this.leesAdres();
    if (this.waarden.herkomst !== "link") await this.eigen();
    window.addEventListener("hashchange", () => this.leesAdres());
  }
  async leesAdres() {
    const gedeeld = location.hash.match(/^#kb=([a-z]+)\.([\w-]+)$/);
    if (gedeeld?.[1] === this.naam) await this.uitAdres(gedeeld[2]);
  }
  async uitAdres(letters) {
    try {
      await this.neem(await (await this.later()).bewaren.uitLink(letters), "link", "de link");
    } catch {
      this.set("bezwaren", ["de link: deze is niet heel overgekomen. Vraag om een nieuwe, of om het dossier als bestand."]);
    }
  }
  async neem(gegevens, herkomst, naam) {
    const { secties, fouten } = (await this.later()).bewaren.keurSecties(gegevens.secties, this.waarden.opzet, naam);
    if (fouten.length) return this.set("bezwaren", fouten);
    // Wat van een ander komt en erbij hoort, gaat pas mee als de lezer heeft gezien wat het is.
    if (herkomst === "link" && this.waarden.opzet.regels.voegSamen) { this.zonderAdres(); return this.set("aanbod", secties); }
    this.waarden.herkomst = herkomst;
    this.set("stand", { secties: { ...leeg(this.waarden.opzet), ...secties }, keuzes: gegevens.keuzes ?? {} });
  }
  zonderAdres() {
    if (location.hash.startsWith(`#kb=${this.naam}.`)) history.replaceState(null, "", location.pathname + location.search);
  }
  async eigen() {
    this.zonderAdres();
    const dossier = leesDossier();
    if (this.heeftEigen()) await this.neem({ secties: dossier.secties, keuzes: dossier.keuzes[this.naam] }, "eigen", "je dossier op dit apparaat");
    else if (this.waarden.herkomst === "link") { this.waarden.herkomst = "voorbeeld"; this.set("stand", this.waarden.start); }
  }
  heeftEigen() { return this.waarden.opzet.regels.sectie in leesDossier().secties; }
  bewaarVorig() {
    if (this.waarden.herkomst !== "eigen") return;
    const dossier = leesDossier();
    schrijfDossier({ ...dossier, vorig: { ...dossier.vorig, [this.naam]: this.waarden.stand } });
  }
  neemOver() {
    this.waarden.herkomst = "eigen";
    this.zonderAdres();
    this.bewaar();
  }
  wis() {
    clearTimeout(this.straks);
    const dossier = leesDossier();
    for (const sectie of this.waarden.opzet.sectienamen) delete dossier.secties[sectie];
    schrijfDossier(dossier);
    this.waarden.herkomst = "voorbeeld";
    this.zonderAdres();
  }
  // Zonder secties gaat alles mee; met secties alleen die, en geen keuzes.
  async deel(alleen) {
    const { secties, keuzes } = alleen ? { secties: alleen, keuzes: {} } : this.waarden.stand;
    const { naarLink } = (await this.later()).bewaren;
    return `${location.href.split("#")[0]}#kb=${this.naam}.${await naarLink({ secties: zonderLeeg(secties), keuzes })}`;
  }
}

const leeg = (opzet) => Object.fromEntries(opzet.sectienamen.map((s) => [s, []]));
const zonderLeeg = (secties) => Object.fromEntries(Object.entries(secties).map(([naam, rijen]) => [naam, rijen.map((rij) => Object.fromEntries(Object.entries(rij).filter(([, w]) => w !== null)))]));

// Zet elk gereedschap van deze soort op de pagina neer.
export function start(soort, gereedschap) {
  const zetNeer = async (plek) => {
    if (plek.dataset.klaar) return;
    plek.dataset.klaar = "ja";
    const gegevens = JSON.parse(plek.querySelector("script").textContent);
    const { opzet } = gegevens;
    const later = maakLater(soort, opzet);
    const model = new Paginamodel({ ...gegevens, stand: gegevens.start }, later);
    await model.begin();
    const el = document.createElement("div");
    plek.querySelector(".kg-vast").replaceWith(el);
    gereedschap.render({ model, el, later });
    // Wie iets aanraakt, heeft het zo nodig: haal het alvast.
    for (const soort of ["pointerdown", "focusin"]) el.addEventListener(soort, () => later().catch(() => {}), { once: true });
    // Wie een link opent, wil zien wat er gedeeld is, niet het begin van het hoofdstuk.
    if (model.get("herkomst") === "link") plek.scrollIntoView();
    plek.dataset.gereed = "ja";
    performance.mark("kennis-gereed");
  };
  const alle = () => document.querySelectorAll(`.kg-plek[data-soort="${soort}"]`).forEach(zetNeer);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", alle);
  else alle();
}
