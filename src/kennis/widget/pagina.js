// De gastheer op een pagina: geeft een gereedschap wat het in een notebook van Python krijgt. Het dossier staat bij de bewaarder,
// die pas komt als er werk is of de lezer iets aanraakt.
import { haal, maakLater } from "./laden.js";
import { heeftWerk, maakVoorlopig } from "./voorlopig.js";

// Eén bewaarder per pagina, hoeveel gereedschappen er ook staan.
let gedeeld = null;
export const bewaarder = () => (gedeeld ??= haal("bewaarder").then(({ maakBewaarder }) => maakBewaarder()));

const AANBOD = /^#kb=([a-z0-9-]+)\./;

const alsDossier = ({ velden = {}, secties, keuzes = {} }) => ({ velden, secties, keuzes, gewijzigd: {}, apart: [] });

export class Paginamodel {
  constructor(gegevens, later) {
    this.opzet = gegevens.opzet;
    this.naam = gegevens.opzet.regels.gereedschap;
    this.later = async (...wat) => (await Promise.all([later(...wat), this.wordEcht()]))[0];
    this.bewaarder = null;
    this.start = alsDossier({ velden: gegevens.velden, secties: gegevens.start.secties, keuzes: { [this.naam]: gegevens.start.keuzes ?? {} } });
    this.waarden = { opzet: gegevens.opzet, start: gegevens.start };
    this.luisteraars = new Map();
    this.kijkers = new Set();
    this.stel("voorbeeld", maakVoorlopig(this.naam, this.start));
  }

  // De bewaarder komt erbij: het eigen dossier, of het voorbeeld met wat de lezer er al mee deed.
  wordEcht() {
    return (this.komt ??= bewaarder().then((komt) => {
      this.bewaarder = komt;
      const voorlopig = this.nu, voorbeeld = komt.voorbeeld(this.naam, this.start);
      voorlopig.doeOver(voorbeeld);
      komt.luister(() => this.volg());
      this.stel(komt.eigen() && voorlopig.dossier() === this.start ? "eigen" : "voorbeeld", komt.eigen() && voorlopig.dossier() === this.start ? komt.eigen() : voorbeeld);
    }, (fout) => { this.komt = null; throw fout; }));
  }

  // -- wat een beeld nodig heeft; dezelfde namen als bij anywidget
  get(naam) { return naam === "herkomst" ? this.soort : this.waarden[naam]; }
  set(naam, waarde) {
    this.waarden[naam] = waarde;
    for (const doe of this.luisteraars.get(`change:${naam}`) ?? []) doe();
  }
  on(gebeurtenis, doe) { this.luisteraars.set(gebeurtenis, [...(this.luisteraars.get(gebeurtenis) ?? []), doe]); }
  off(gebeurtenis, doe) { this.luisteraars.set(gebeurtenis, (this.luisteraars.get(gebeurtenis) ?? []).filter((d) => d !== doe)); }
  luister(doe) { this.kijkers.add(doe); return () => this.kijkers.delete(doe); }
  meld() { for (const doe of this.kijkers) doe(); }

  // Wat andere gereedschappen al invulden, zoals de partijen, staat in hetzelfde dossier.
  get gastheer() { return { leen: (sectie) => this.houder().dossier().secties[sectie] ?? [] }; }

  // -- welk dossier er op het scherm staat: "eigen", "voorbeeld" of "kijken" (wat iemand deelde)
  houder() { return this.nu; }
  stel(soort, houder) {
    this.soort = soort;
    this.stop?.();
    this.nu = houder;
    this.stop = houder.luister(() => this.meld());
    this.meld();
  }
  toon(soort, dossier = null) {
    const maak = { eigen: () => this.bewaarder.eigen(), voorbeeld: () => this.bewaarder.voorbeeld(this.naam, this.start), kijken: () => this.bewaarder.los(dossier) };
    this.stel(soort, maak[soort]());
  }
  // Wie een dossier begint of een ander kiest, ziet dat in elk gereedschap; wat iemand deelde blijft staan tot de lezer kiest.
  volg() {
    const eigen = this.bewaarder.eigen();
    if (this.soort === "eigen" && eigen !== this.nu) this.toon(eigen ? "eigen" : "voorbeeld");
    this.meld();
  }
  begonnen() { this.zonderAdres(); this.toon("eigen"); }
  // Een ander voorbeeld bekijken (een case), zonder het eigen dossier aan te raken.
  toonVoorbeeld(dossier) {
    this.start = alsDossier(dossier);
    this.toon("voorbeeld");
  }

  // -- wat iemand deelde: het adres houdt het vast tot de lezer kiest
  async leesAdres() {
    const voor = location.hash.match(AANBOD)?.[1];
    if (voor !== this.naam && !(voor === "dossier" && this.isEerste)) return;
    try {
      const delen = (this.delen = await this.later());
      const ontvangen = await delen.bewaren.leesLink(location.hash, delen.secties);
      if (ontvangen.fouten.length) return this.set("bezwaren", ontvangen.fouten);
      this.set("ontvangen", { ...ontvangen, gereedschap: voor });
      this.toon("kijken", ontvangen.dossier);
      this.nu.luister(() => this.bewaarAdres());
    } catch (fout) {
      this.set("bezwaren", [`de link: ${fout.message}`]);
    }
  }
  // Wat de lezer aan het gedeelde verandert, gaat mee in het adres: herladen raakt het niet kwijt.
  bewaarAdres() {
    if (this.soort !== "kijken" || !location.hash.match(AANBOD)) return;
    const voor = location.hash.match(AANBOD)[1];
    this.delen?.bewaren.maakLinkVan(voor, this.nu.dossier()).then((adres) => { if (this.soort === "kijken") history.replaceState(null, "", adres); });
  }
  zonderAdres() {
    if (AANBOD.test(location.hash)) history.replaceState(null, "", location.pathname + location.search);
  }
}

async function zetNeer(plek, soort, gereedschap) {
  if (plek.dataset.klaar) return;
  plek.dataset.klaar = "ja";
  const gegevens = JSON.parse(plek.querySelector("script").textContent);
  const model = new Paginamodel(gegevens, maakLater(soort, gegevens.opzet)), { later } = model;
  model.isEerste = plek === document.querySelector(".kg-plek");
  if (heeftWerk()) await model.wordEcht().catch(() => {});
  await model.leesAdres();
  addEventListener("hashchange", () => model.leesAdres());
  const el = document.createElement("div"), vast = plek.querySelector(".kg-vast");
  vast.replaceWith(el);
  gereedschap.render({ model, el, later, vast });
  // Wie iets aanraakt, heeft de rest zo nodig: haal haar alvast.
  for (const gebeurtenis of ["pointerdown", "focusin"]) el.addEventListener(gebeurtenis, () => later().catch(() => {}), { once: true });
  // Wie een link opent, wil zien wat er gedeeld is, niet het begin van het hoofdstuk.
  if (model.get("ontvangen") || model.get("bezwaren")) plek.scrollIntoView();
  plek.dataset.gereed = "ja";
  performance.mark("kennis-gereed");
}

// Zet elk gereedschap van deze soort op de pagina neer.
export function start(soort, gereedschap) {
  const alle = () => document.querySelectorAll(`.kg-plek[data-soort="${soort}"]`).forEach((plek) => zetNeer(plek, soort, gereedschap));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", alle);
  else alle();
}
