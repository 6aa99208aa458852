// Het venster met resultaten onder het zoekveld: filters, melding en een lijst die met het toetsenbord werkt.
import * as taal from "./taal.js";


const PAGINAS = 8;
const OP_BLADZIJDE = 25; // op de bladzijde met resultaten is meer plaats
const PER_PAGINA = 2;
const VRAAG = 2;
const DREMPEL_VRAAG = 0.9; // twee vragen onder elkaar alleen als zij bijna even goed zijn
const DREMPEL = 0.75; // een volgende sectie van een pagina scoort minstens zoveel van de beste,
const WEINIG = 3; // behalve als er maar zo weinig pagina's zijn
const FRAGMENT = 30; // woorden
const LANGSTE_WOORD = 60; // een langer woord lijkt op niets
const WACHT = 120; // ms na de laatste toets, voor fragmenten en de melding
const DIRECT = 60; // woorden van een direct antwoord
const AARDNAAM = ["", "Begrip", "Vraag"];
const SOORTNAAM = { kennis: "Kennis", praktijk: "Praktijk", tools: "Tools", tips: "Tips" };
const WOORD = /[\p{L}\p{N}\p{M}\u00ad]+(?:[-\u2010\u2011.,]?[\p{L}\p{N}\p{M}\u00ad]+)*/gu;

// Inhoud komt alleen als tekst in de pagina, nooit als HTML.
function el(naam, eigenschappen = {}, ...kinderen) {
  const element = document.createElement(naam);
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) {
    if (sleutel === "class") element.className = waarde;
    else if (sleutel.startsWith("on")) element.addEventListener(sleutel.slice(2), waarde);
    else if (waarde !== false && waarde !== null) element.setAttribute(sleutel, waarde === true ? "" : waarde);
  }
  element.append(...kinderen);
  return element;
}

const maakRaakt = (machine, termen) => (woord) =>
  taal.woorden(woord).some((deel) => termen.has(taal.stam(deel)) || machine.delen(deel).some((stam) => termen.has(stam)));

// Geeft tekst met de gevonden woorden in <mark>.
function markeer(tekst, raakt) {
  const stukken = [];
  let einde = 0;
  for (const gevonden of tekst.matchAll(WOORD)) {
    if (!raakt(gevonden[0])) continue;
    stukken.push(tekst.slice(einde, gevonden.index), el("mark", {}, gevonden[0]));
    einde = gevonden.index + gevonden[0].length;
  }
  return [...stukken, tekst.slice(einde)];
}

// Kiest het stuk tekst met de meeste verschillende gevonden woorden.
function fragment(tekst, raakt) {
  const woorden = tekst.replace(/([.!?:;,])\n/g, "$1 ").replace(/\n/g, " · ").split(" ");
  const punten = woorden.map((woord) => (raakt(woord) ? taal.vouw(woord).slice(0, 6) : ""));
  let beste = 0;
  let meeste = -1;
  for (let i = 0; i === 0 || i + FRAGMENT <= woorden.length; i += 3) {
    const n = new Set(punten.slice(i, i + FRAGMENT)).size;
    if (n > meeste) [beste, meeste] = [i, n];
  }
  const stuk = woorden.slice(beste, beste + FRAGMENT).join(" ").replace(/^· | ·$/g, "");
  return `${beste ? "… " : ""}${stuk}${beste + FRAGMENT < woorden.length ? " …" : ""}`;
}

// Een vraag of een begrip geeft haar antwoord vanaf het begin.
function begin(tekst) {
  const woorden = tekst.replace(/\n/g, " ").split(" ");
  return woorden.slice(0, DIRECT).join(" ") + (woorden.length > DIRECT ? " …" : "");
}

// De afstand van Levenshtein; klein genoeg om op elk titelwoord te gebruiken.
function afstand(a, b) {
  let rij = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const nieuw = [i];
    for (let j = 1; j <= b.length; j++) {
      nieuw[j] = Math.min(rij[j] + 1, nieuw[j - 1] + 1, rij[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    rij = nieuw;
  }
  return rij[b.length];
}

// Het woord uit een titel dat het meest op `woord` lijkt, of niets als niets erop lijkt.
function naaste(woord, titels) {
  const kandidaten = new Set(titels.flatMap((titel) => titel.toLowerCase().match(WOORD) || []).filter((w) => w.length > 3));
  let beste = "";
  let kleinste = Math.ceil(woord.length / 3) + 1;
  for (const kandidaat of kandidaten) {
    const n = afstand(woord, taal.vouw(kandidaat));
    if (n < kleinste) [beste, kleinste] = [kandidaat, n];
  }
  return beste;
}

// Per pagina de beste secties; de pagina met de beste sectie eerst.
function groepeer(data, treffers, hoogstens = PAGINAS) {
  const groepen = new Map();
  const weinig = new Set(treffers.map((treffer) => data.secties[treffer.id][0])).size <= WEINIG;
  for (const treffer of treffers) {
    const pagina = data.secties[treffer.id][0];
    if (!groepen.has(pagina) && groepen.size < hoogstens) groepen.set(pagina, []);
    const eigen = groepen.get(pagina);
    const drempel = data.secties[treffer.id][5] === VRAAG ? DREMPEL_VRAAG : DREMPEL;
    const sterk = weinig || !eigen?.length || treffer.score >= drempel * eigen[0].score;
    if (eigen && eigen.length < PER_PAGINA && sterk) eigen.push(treffer);
  }
  return groepen;
}

// De adressen in de volgorde die de lezer ziet: om te meten.
export const volgorde = (data, treffers) =>
  [...groepeer(data, treffers).values()].flat().map(({ id }) => {
    const [pagina, anker] = data.secties[id];
    return `${data.paginas[pagina][0]}#${anker}`;
  });

const aantal = (n, een, meer) => `${n} ${n === 1 ? een : meer}`;

// Wat er in de melding komt te staan; `getoond` is het aantal plekken dat de lezer ziet.
function zin({ vraag, alle, gekozen, paginas, getoond, vreemd }) {
  if (!alle) return `Niets gevonden voor “${vraag.trim()}”. Probeer een ander woord of kijk in de inhoudsopgave.`;
  if (!gekozen) return `Niets gevonden in deze keuze. In heel het boek wel: ${aantal(alle, "plek", "plekken")}.`;
  const gevonden = `${aantal(getoond, "plek", "plekken")} op ${aantal(paginas, "pagina", "pagina's")}, de beste bovenaan.`;
  if (!vreemd.length) return gevonden;
  const onbekend = vreemd.map((woord) => `“${woord}”`).join(" en ");
  return `${onbekend} ${vreemd.length > 1 ? "staan" : "staat"} niet in het boek. Dit lijkt erop: ${gevonden}`;
}

export class Venster {
  // Met `vast` staan de resultaten in de bladzijde, en niet in een venster eroverheen.
  constructor(plek, veld, melding, machine, vast = false) {
    Object.assign(this, { plek, veld, melding, machine, vast, data: window.KB_ZOEK, id: veld.id });
    this.keuze = { soorten: new Set(), deel: "" };
    Object.assign(this, { opties: [], actief: -1, beurt: 0, klok: 0 });
    // De eerste sectie van elke pagina: van daar telt de plek in het tekstbestand.
    this.eerste = [];
    this.data.secties.forEach(([pagina], nummer) => { this.eerste[pagina] ??= nummer; });
    this.bouw();
    this.luister();
    if (veld.value.trim() && plek.contains(document.activeElement)) this.toon();
  }

  // -- opbouw

  bouw() {
    const id = `${this.id}-lijst`;
    this.lijst = el("div", { role: "listbox", id, class: "kb-zoek-lijst", "aria-label": "Gevonden plekken", hidden: true });
    this.voorstel = el("p", { class: "kb-zoek-voorstel", hidden: true });
    const klasse = this.vast ? "kb-zoek-paneel kb-zoek-vast" : "kb-zoek-paneel";
    this.paneel = el("div", { class: klasse, popover: this.vast ? null : "manual" },
      this.maakFilters(), this.melding, this.voorstel, this.lijst, this.maakVoet());
    this.plek.append(this.paneel);
  }

  maakFilters() {
    const { delen, soorten } = this.data;
    const knoppen = soorten.map((soort, nummer) =>
      el("button", { type: "button", class: `kb-zoek-soort kb-zoek-soort-${soort}`, "aria-pressed": "false",
        onclick: (klik) => this.wissel(klik.currentTarget, nummer) }, SOORTNAAM[soort]));
    const deel = el("select", { id: `${this.id}-deel`, onchange: () => { this.keuze.deel = deel.value; this.toon(); } },
      el("option", { value: "" }, "Heel het boek"), ...delen.map((naam, nummer) => el("option", { value: nummer }, naam || "Overig")));
    return el("div", { class: "kb-zoek-filters" },
      el("div", { role: "group", "aria-label": "Soort blok", class: "kb-zoek-soorten" }, ...knoppen),
      el("label", { for: deel.id, class: "kb-zoek-deel" }, "Deel ", deel),
      this.vast ? "" : this.maakSluit());
  }

  maakSluit() {
    return el("button", { type: "button", class: "kb-zoek-sluit", onclick: () => { this.veld.focus(); this.zetOpen(false); } }, "Sluit");
  }

  maakVoet() {
    const { sneltoets } = window.kbZoek;
    if (this.vast) return "";
    this.alles = el("a", { href: `${window.kbZoek.wortel}zoeken.html`, class: "kb-zoek-alles" }, "Alle resultaten op een bladzijde");
    const vink = el("input", { type: "checkbox", id: `${this.id}-sneltoets`, onchange: () => sneltoets.zet(vink.checked) });
    vink.checked = sneltoets.aan();
    return el("p", { class: "kb-zoek-voet" }, this.alles, " ",
      el("span", {}, "Pijltjes kiezen, Enter opent, Escape sluit. "),
      el("label", { for: vink.id }, vink, " Met / naar het zoekveld"));
  }

  luister() {
    const { plek, veld } = this;
    veld.addEventListener("keydown", (gebeurtenis) => this.toets(gebeurtenis));
    veld.addEventListener("input", () => this.toon());
    veld.addEventListener("focus", () => { if (veld.value.trim() && !this.isOpen) this.toon(); });
    plek.addEventListener("keydown", (gebeurtenis) => {
      if (gebeurtenis.key !== "Escape" || !this.isOpen) return;
      gebeurtenis.preventDefault();
      veld.focus();
      this.zetOpen(false);
    });
    plek.addEventListener("focusout", (weg) => {
      if (weg.relatedTarget && !plek.contains(weg.relatedTarget)) this.zetOpen(false);
    });
    document.addEventListener("pointerdown", (klik) => { if (!plek.contains(klik.target)) this.zetOpen(false); });
    if (this.vast) return;
    window.addEventListener("resize", () => { if (this.isOpen) this.plaats(); });
    window.addEventListener("scroll", () => { if (this.isOpen) this.plaats(); }, { passive: true });
  }

  // -- open en dicht

  get isOpen() {
    return this.vast || this.veld.dataset.open === "ja";
  }

  zetOpen(aan) {
    if (this.vast) aan = this.opties.length > 0;
    else if (aan !== this.isOpen) {
      this.veld.dataset.open = aan ? "ja" : "";
      if (!this.paneel.showPopover) this.paneel.classList.toggle("kb-zoek-zonder-popover", aan);
      else if (aan) this.paneel.showPopover();
      else this.paneel.hidePopover();
    }
    if (aan && !this.vast) this.plaats();
    this.veld.setAttribute("aria-expanded", String(aan && this.opties.length > 0));
    if (!aan) this.kies(-1);
  }

  // Een popover staat los van de pagina; daarom krijgt hij zijn plek van het veld.
  plaats() {
    const vak = this.veld.getBoundingClientRect(), { style } = this.paneel;
    const ruimte = document.documentElement.clientWidth, breedte = Math.min(640, ruimte - 16);
    style.width = `${breedte}px`;
    style.left = `${Math.max(8, Math.min(vak.left, ruimte - breedte - 8))}px`;
    style.top = `${Math.max(0, vak.bottom) + 6}px`;
    style.maxHeight = `${Math.max(180, window.innerHeight - vak.bottom - 14)}px`;
  }

  // -- kiezen

  kies(nummer) {
    this.opties[this.actief]?.setAttribute("aria-selected", "false");
    this.actief = nummer;
    const optie = this.opties[nummer];
    if (!optie) return this.veld.removeAttribute("aria-activedescendant");
    optie.setAttribute("aria-selected", "true");
    this.rolNaar(optie);
    return this.veld.setAttribute("aria-activedescendant", optie.id);
  }

  // Niet scrollIntoView: dat rolt ook de pagina.
  rolNaar(optie) {
    if (this.vast) return optie.scrollIntoView({ block: "nearest" });
    const vak = this.paneel.getBoundingClientRect(), plaats = optie.getBoundingClientRect();
    if (plaats.top < vak.top) this.paneel.scrollTop -= vak.top - plaats.top + 40;
    else if (plaats.bottom > vak.bottom) this.paneel.scrollTop += plaats.bottom - vak.bottom + 8;
    return undefined;
  }

  wissel(knop, nummer) {
    const { soorten } = this.keuze, aan = !soorten.has(nummer);
    if (aan) soorten.add(nummer);
    else soorten.delete(nummer);
    knop.setAttribute("aria-pressed", String(aan));
    this.toon();
  }

  past([pagina, , , soort]) {
    const { soorten, deel } = this.keuze;
    return (!soorten.size || soorten.has(soort)) && (deel === "" || this.data.paginas[pagina][2] === Number(deel));
  }

  toets(gebeurtenis) {
    const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key], n = this.opties.length;
    if (stap) {
      gebeurtenis.preventDefault();
      if (!this.isOpen) this.toon();
      else if (n) this.kies(this.actief < 0 && stap < 0 ? n - 1 : (this.actief + stap + n) % n);
    } else if (gebeurtenis.key === "Enter" && this.isOpen && n) {
      gebeurtenis.preventDefault();
      if (!this.vast || this.actief >= 0) this.opties[Math.max(this.actief, 0)].click();
    }
  }

  // -- tonen

  toon() {
    const vraag = this.veld.value, mijnBeurt = ++this.beurt;
    clearTimeout(this.klok);
    this.opties = [];
    this.kies(-1);
    if (!vraag.trim()) return this.maakLeeg();
    const { treffers, vreemd } = this.machine.zoek(vraag);
    const gekozen = treffers.filter((treffer) => this.past(this.data.secties[treffer.id]));
    const groepen = groepeer(this.data, gekozen, this.vast ? OP_BLADZIJDE : PAGINAS);
    if (this.alles) this.alles.href = `${window.kbZoek.wortel}zoeken.html?q=${encodeURIComponent(vraag.trim())}`;
    this.lijst.replaceChildren(...[...groepen].map(([pagina, eigen]) => this.groep(pagina, eigen)));
    this.lijst.hidden = !this.opties.length;
    this.zetOpen(true);
    this.paneel.scrollTop = 0;
    const stand = { vraag, alle: treffers.length, gekozen: gekozen.length, paginas: groepen.size, getoond: this.opties.length, vreemd };
    this.klok = setTimeout(() => { if (mijnBeurt === this.beurt) this.vertel(stand); }, WACHT);
    return undefined;
  }

  maakLeeg() {
    this.lijst.replaceChildren();
    this.melding.textContent = "";
    this.voorstel.hidden = true;
    this.zetOpen(false);
  }

  // De melding en de fragmenten komen als de lezer even niet typt.
  vertel(stand) {
    this.melding.textContent = zin(stand);
    this.stelVoor(stand.vraag, stand.vreemd, !stand.alle);
    this.opties.forEach((link) => link.vul().catch(() => {}));
  }

  groep(pagina, treffers) {
    const [, titel, deelnummer] = this.data.paginas[pagina];
    const kopId = `${this.id}-pagina-${pagina}`;
    const kop = el("div", { class: "kb-zoek-pagina", id: kopId, role: "presentation" }, titel);
    if (this.data.delen[deelnummer]) kop.append(" ", el("span", { class: "kb-zoek-boekdeel" }, this.data.delen[deelnummer]));
    const links = treffers.map((treffer, i) => this.optie(treffer, this.opties.length + i));
    this.opties.push(...links);
    return el("div", { role: "group", "aria-labelledby": kopId }, kop, ...links);
  }

  optie(treffer, nummer) {
    const [pagina, anker, titel, soort, , aard] = this.data.secties[treffer.id];
    const raakt = maakRaakt(this.machine, new Set(treffer.terms));
    const kop = el("span", { class: "kb-zoek-titel" }, ...markeer(titel, raakt));
    const naam = this.data.soorten[soort];
    if (naam) kop.append(" ", el("span", { class: `kb-zoek-merk kb-zoek-soort-${naam}` }, SOORTNAAM[naam]));
    if (AARDNAAM[aard]) kop.append(" ", el("span", { class: "kb-zoek-merk" }, AARDNAAM[aard]));
    const stuk = el("span", { class: "kb-zoek-fragment" });
    const rol = { role: "option", id: `${this.id}-optie-${nummer}`, class: "kb-zoek-optie", tabindex: "-1", "aria-selected": "false" };
    const href = `${window.kbZoek.wortel}${this.data.paginas[pagina][0]}#${anker}`;
    const link = el("a", { ...rol, href, onclick: () => this.zetOpen(false) }, kop, stuk);
    link.vul = async () => {
      const tekst = (await window.kbZoek.teksten(pagina))[treffer.id - this.eerste[pagina]];
      stuk.replaceChildren(...markeer(aard ? begin(tekst) : fragment(tekst, raakt), raakt));
    };
    return link;
  }

  stelVoor(vraag, vreemd, leeg) {
    const woord = vreemd[0] || (leeg ? taal.woorden(vraag).at(-1) : "");
    const titels = [...this.data.secties.map((sectie) => sectie[2]), ...this.data.paginas.map((pagina) => pagina[1])];
    const beter = woord && woord.length <= LANGSTE_WOORD && naaste(woord, titels);
    this.voorstel.hidden = !beter;
    if (!beter) return;
    const knop = el("button", { type: "button", onclick: () => {
      this.veld.value = taal.vouw(vraag).replace(woord, beter);
      this.veld.focus();
      this.toon();
    } }, beter);
    this.voorstel.replaceChildren("Bedoel je ", knop, "?");
  }
}
