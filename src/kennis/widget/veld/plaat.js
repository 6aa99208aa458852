// Het plaatje waar de lezer aan zit: punten kiezen en verplaatsen met muis, vinger en toetsen. Het hele plaatje is één Tab-stop.
import { maak, nieuwId, teken, zet } from "../dom.js";
import { indeling, maakPunt, omschrijving, onderschrift, puntzin, zetPunt } from "./figuur.js";
import { afgerond, maten, tekenGrond } from "./grond.js";
import { maakSleepbaar } from "./slepen.js";

const RICHTING = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const SPRONG = { PageDown: (n, lang) => (n + 1) % lang, PageUp: (n, lang) => (n - 1 + lang) % lang, Home: () => 0,
  End: (n, lang) => lang - 1 };

export class Plaat {
  // doe: { gekozen(), kies(i), puntNu(i), plaats(i, x, y), begin(), klaar(), haalWeg(i), naarFormulier(i) }
  constructor(regels, doe) {
    Object.assign(this, { regels, doe, maat: null, plekken: [], groepen: [], onder: null, beurt: null, sleept: false });
    this.uitleg = maak("p", { hidden: true, id: nieuwId() }, regels.teksten.toetsen);
    this.gesproken = maak("p", { class: "kg-onzichtbaar", "aria-live": "polite" });
    this.svg = teken("svg", { class: "kg-svg", role: "application", "aria-label": omschrijving(regels) });
    this.svg.addEventListener("keydown", (e) => this.toets(e));
    this.laag = teken("g");
    this.el = maak("div", { class: "kg-plaatje" }, this.svg, this.gesproken, this.uitleg);
  }

  // -- tekenen

  teken(uit, breed, keuzes) {
    if (this.maat?.breed !== breed) {
      this.maat = maten(breed);
      this.svg.replaceChildren(tekenGrond(this.regels, this.maat), this.laag);
    }
    this.plekken = indeling(uit, this.regels, this.maat, keuzes);
    this.onder?.groep.remove();
    this.onder = onderschrift(uit, this.plekken, this.regels, this.maat, keuzes);
    this.svg.append(this.onder.groep);
    const hoog = this.maat.hoog + this.onder.hoog;
    zet(this.svg, { viewBox: `0 0 ${breed} ${hoog}`, width: breed, height: hoog });
    this.tekenPunten();
  }
  tekenPunten() {
    if (!this.plekVan(this.beurt)) this.beurt = this.opVolgorde()[0] ?? null;
    const nieuwe = this.plekken.map((plek) => {
      const { g } = zetPunt(this.groep(plek.i), plek);
      zet(g, { "aria-label": puntzin(plek.punt, this.regels), tabindex: plek.i === this.beurt ? "0" : "-1" });
      return g;
    });
    this.toonKeuze();
    // Alleen verplaatsen in het document als de volgorde echt anders is; anders raakt een punt zijn focus kwijt.
    if (nieuwe.length === this.laag.children.length && nieuwe.every((g, n) => this.laag.children[n] === g)) return;
    const actief = document.activeElement;
    this.laag.replaceChildren(...nieuwe);
    if (nieuwe.includes(actief)) actief.focus({ preventScroll: true });
  }
  plekVan(i) { return this.plekken.find((plek) => plek.i === i); }
  opVolgorde() { return this.plekken.map((plek) => plek.i).sort((a, b) => a - b); }

  // Eén groep per punt, die blijft bestaan zolang het punt er is: zo breekt een sleep niet af.
  groep(i) {
    if (this.groepen[i]) return this.groepen[i];
    const deel = maakPunt(), soort = this.regels.teksten.soort_punt;
    zet(deel.g, { role: "button", "aria-roledescription": soort, "aria-describedby": this.uitleg.id, "data-sleutel": `punt.${i}` });
    deel.g.addEventListener("focus", () => this.zetBeurt(i));
    maakSleepbaar(deel.g, this.sleepdaden(i));
    this.groepen[i] = deel;
    return deel;
  }
  zetBeurt(i) {
    this.beurt = i;
    for (const [n, deel] of this.groepen.entries()) deel?.g.setAttribute("tabindex", n === i ? "0" : "-1");
  }
  toonKeuze() {
    for (const [n, deel] of this.groepen.entries()) deel?.g.setAttribute("aria-pressed", String(n === this.doe.gekozen()));
  }
  focus(i) { this.groepen[i]?.g.focus({ preventScroll: true }); }

  // Zeg pas hardop waar een punt staat als de hand rust.
  spreek(i) {
    const plek = this.plekVan(i), zin = plek ? puntzin(plek.punt, this.regels) : "";
    if (this.gesproken.textContent !== zin) this.gesproken.textContent = zin;
  }

  // -- met muis en vinger

  opVeld(x, y) {
    const vak = this.svg.getBoundingClientRect(), schaal = this.maat.breed / vak.width;
    return [(x - vak.left) * schaal, (y - vak.top) * schaal];
  }
  sleepdaden(i) {
    let dx = 0, dy = 0;
    return {
      vrij: () => this.doe.gekozen() === i,
      tik: () => { this.focus(i); this.doe.kies(i); },
      pak: (x, y) => {
        const [px, py] = this.opVeld(x, y), plek = this.plekVan(i);
        [dx, dy] = [plek.x - px, plek.y - py];
        this.doe.begin();
        this.sleept = true;
        this.doe.kies(i);
      },
      beweeg: (x, y) => {
        const [px, py] = this.opVeld(x, y);
        this.doe.plaats(i, this.maat.vanX(px + dx), this.maat.vanY(py + dy));
      },
      los: () => { this.sleept = false; this.doe.klaar(); },
    };
  }

  // -- met toetsen

  toets(e) {
    const i = this.groepen.findIndex((deel) => deel?.g === e.target);
    if (i < 0 || e.ctrlKey || e.metaKey) return;
    const daad = this.daadBij(e, i);
    if (!daad) return;
    e.preventDefault();
    daad();
  }
  daadBij({ key, shiftKey, altKey }, i) {
    if (key === "Delete") return () => this.doe.haalWeg(i);
    if (key === "Enter") return () => this.doe.naarFormulier(i);
    if (key === " ") return () => this.doe.kies(i);
    if (RICHTING[key]) return () => this.verzet(i, RICHTING[key], shiftKey ? 1 : altKey ? 0.1 : 0.5);
    const volgorde = this.opVolgorde(), n = volgorde.indexOf(i);
    const ander = SPRONG[key] ? volgorde[SPRONG[key](n, volgorde.length)]
      : this.metLetter(key, [...volgorde.slice(n + 1), ...volgorde.slice(0, n)]);
    return ander === undefined ? null : () => this.focus(ander);
  }
  metLetter(letter, volgorde) {
    if (letter.length !== 1) return undefined;
    return volgorde.find((i) => this.plekVan(i).punt.naam.toLowerCase().startsWith(letter.toLowerCase()));
  }
  // Reken vanaf de stand: bij een ingedrukte toets loopt het plaatje een beeld achter.
  verzet(i, [dx, dy], stap) {
    const { x, y } = this.doe.puntNu(i);
    this.doe.kies(i);
    this.doe.plaats(i, afgerond(x + dx * stap), afgerond(y + dy * stap));
  }
}
