// Het venster met resultaten onder het zoekveld: filters, melding en een lijst die met het toetsenbord werkt.
import * as taal from "./taal.js";


const PAGINAS = 8;
const PER_PAGINA = 3;
const DREMPEL = 0.6; // een volgende sectie van een pagina scoort minstens zoveel van de beste,
const WEINIG = 3; // behalve als er maar zo weinig pagina's zijn
const FRAGMENT = 30; // woorden
const WACHT = 120; // ms na de laatste toets, voor fragmenten en de melding
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
function groepeer(data, treffers) {
  const groepen = new Map();
  const weinig = new Set(treffers.map((treffer) => data.secties[treffer.id][0])).size <= WEINIG;
  for (const treffer of treffers) {
    const pagina = data.secties[treffer.id][0];
    if (!groepen.has(pagina) && groepen.size < PAGINAS) groepen.set(pagina, []);
    const eigen = groepen.get(pagina);
    const sterk = weinig || !eigen?.length || treffer.score >= DREMPEL * eigen[0].score;
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

export const maakVenster = (plek, veld, melding, machine) => {
  const data = window.KB_ZOEK;
  const id = veld.id;
  const keuze = { soorten: new Set(), deel: "" };
  let opties = [];
  let actief = -1;
  let beurt = 0;
  let klok = 0;

  const knoppen = data.soorten.map((soort, nummer) =>
    el("button", { type: "button", class: `kb-zoek-soort kb-zoek-soort-${soort}`, "aria-pressed": "false", onclick: (klik) => wissel(klik.currentTarget, nummer) }, SOORTNAAM[soort]));
  const deel = el("select", { id: `${id}-deel`, onchange: () => { keuze.deel = deel.value; toon(); } },
    el("option", { value: "" }, "Heel het boek"), ...data.delen.map((naam, nummer) => el("option", { value: nummer }, naam || "Overig")));
  const sneltoets = el("input", { type: "checkbox", id: `${id}-sneltoets`, onchange: () => window.kbZoek.sneltoets.zet(sneltoets.checked) });
  sneltoets.checked = window.kbZoek.sneltoets.aan();
  const lijst = el("div", { role: "listbox", id: `${id}-lijst`, class: "kb-zoek-lijst", "aria-label": "Gevonden plekken", hidden: true });
  const voorstel = el("p", { class: "kb-zoek-voorstel", hidden: true });
  const paneel = el("div", { class: "kb-zoek-paneel", popover: "manual" },
    el("div", { class: "kb-zoek-filters" },
      el("div", { role: "group", "aria-label": "Soort blok", class: "kb-zoek-soorten" }, ...knoppen),
      el("label", { for: `${id}-deel`, class: "kb-zoek-deel" }, "Deel ", deel),
      el("button", { type: "button", class: "kb-zoek-sluit", onclick: () => { veld.focus(); zetOpen(false); } }, "Sluit")),
    melding, voorstel, lijst,
    el("p", { class: "kb-zoek-voet" },
      el("span", {}, "Pijltjes kiezen, Enter opent, Escape sluit. "),
      el("label", { for: sneltoets.id }, sneltoets, " Met / naar het zoekveld")));
  plek.append(paneel);

  const open = () => veld.dataset.open === "ja";

  function zetOpen(aan) {
    if (aan !== open()) {
      veld.dataset.open = aan ? "ja" : "";
      if (paneel.showPopover) aan ? paneel.showPopover() : paneel.hidePopover();
      else paneel.classList.toggle("kb-zoek-zonder-popover", aan);
    }
    if (aan) plaats();
    veld.setAttribute("aria-expanded", String(aan && opties.length > 0));
    if (!aan) kies(-1);
  }

  // Een popover staat los van de pagina; daarom krijgt hij zijn plek van het veld.
  function plaats() {
    const vak = veld.getBoundingClientRect();
    const ruimte = document.documentElement.clientWidth;
    const breedte = Math.min(640, ruimte - 16);
    paneel.style.width = `${breedte}px`;
    paneel.style.left = `${Math.max(8, Math.min(vak.left, ruimte - breedte - 8))}px`;
    paneel.style.top = `${Math.max(0, vak.bottom) + 6}px`;
    paneel.style.maxHeight = `${Math.max(180, window.innerHeight - vak.bottom - 14)}px`;
  }

  // Niet scrollIntoView: dat rolt ook de pagina.
  function rolNaar(optie) {
    const vak = paneel.getBoundingClientRect();
    const plaats = optie.getBoundingClientRect();
    if (plaats.top < vak.top) paneel.scrollTop -= vak.top - plaats.top + 40;
    else if (plaats.bottom > vak.bottom) paneel.scrollTop += plaats.bottom - vak.bottom + 8;
  }

  function kies(nummer) {
    opties[actief]?.setAttribute("aria-selected", "false");
    actief = nummer;
    const optie = opties[actief];
    if (!optie) return veld.removeAttribute("aria-activedescendant");
    optie.setAttribute("aria-selected", "true");
    rolNaar(optie);
    veld.setAttribute("aria-activedescendant", optie.id);
  }

  function wissel(knop, nummer) {
    const aan = !keuze.soorten.delete(nummer) && Boolean(keuze.soorten.add(nummer));
    knop.setAttribute("aria-pressed", String(aan));
    toon();
  }

  const past = ([pagina, , , soort]) =>
    (!keuze.soorten.size || keuze.soorten.has(soort)) && (keuze.deel === "" || data.paginas[pagina][2] === Number(keuze.deel));

  function optie(treffer, nummer) {
    const [pagina, anker, titel, soort] = data.secties[treffer.id];
    const raakt = maakRaakt(machine, new Set(treffer.terms));
    const kop = el("span", { class: "kb-zoek-titel" }, ...markeer(titel, raakt));
    const naam = data.soorten[soort];
    if (naam) kop.append(" ", el("span", { class: `kb-zoek-merk kb-zoek-soort-${naam}` }, SOORTNAAM[naam]));
    const stuk = el("span", { class: "kb-zoek-fragment" });
    const link = el("a", { role: "option", id: `${id}-optie-${nummer}`, class: "kb-zoek-optie", tabindex: "-1", "aria-selected": "false",
      href: `${window.kbZoek.wortel}${data.paginas[pagina][0]}#${anker}`, onclick: () => zetOpen(false) }, kop, stuk);
    link.vul = async () => {
      const tekst = (await window.kbZoek.teksten(pagina))[treffer.plaats];
      stuk.replaceChildren(...markeer(fragment(tekst, raakt), raakt));
    };
    return link;
  }

  function groep(pagina, treffers) {
    const [, titel, deelnummer] = data.paginas[pagina];
    const kopId = `${id}-pagina-${pagina}`;
    const kop = el("div", { class: "kb-zoek-pagina", id: kopId, role: "presentation" }, titel);
    if (data.delen[deelnummer]) kop.append(" ", el("span", { class: "kb-zoek-boekdeel" }, data.delen[deelnummer]));
    const links = treffers.map((treffer) => optie(treffer, opties.length + treffers.indexOf(treffer)));
    opties.push(...links);
    return el("div", { role: "group", "aria-labelledby": kopId }, kop, ...links);
  }

  // De hoeveelste sectie van zijn pagina dit is: zo staat de tekst in het tekstbestand.
  const eerste = [];
  data.secties.forEach(([pagina], nummer) => { eerste[pagina] ??= nummer; });

  function zeg(vraag, alle, gekozen, groepen, vreemd) {
    const paginas = groepen.size;
    const onbekend = vreemd.map((woord) => `“${woord}”`).join(" en ");
    const getoond = opties.length;
    let zin = `${aantal(getoond, "plek", "plekken")} op ${aantal(paginas, "pagina", "pagina's")}, de beste bovenaan.`;
    if (!alle.length) zin = `Niets gevonden voor “${vraag.trim()}”. Probeer een ander woord of kijk in de inhoudsopgave.`;
    else if (!gekozen.length) zin = `Niets gevonden in deze keuze. In heel het boek wel: ${aantal(alle.length, "plek", "plekken")}.`;
    else if (onbekend) zin = `${onbekend} ${vreemd.length > 1 ? "staan" : "staat"} niet in het boek. Dit lijkt erop: ${zin}`;
    melding.textContent = zin;
  }

  function stelVoor(vraag, vreemd, leeg) {
    const woord = vreemd[0] || (leeg ? taal.woorden(vraag).at(-1) : "");
    const beter = woord && naaste(woord, [...data.secties.map((sectie) => sectie[2]), ...data.paginas.map((pagina) => pagina[1])]);
    voorstel.hidden = !beter;
    if (!beter) return;
    const knop = el("button", { type: "button", onclick: () => { veld.value = taal.vouw(vraag).replace(woord, beter); veld.focus(); toon(); } }, beter);
    voorstel.replaceChildren("Bedoel je ", knop, "?");
  }

  function toon() {
    const vraag = veld.value;
    const mijnBeurt = ++beurt;
    clearTimeout(klok);
    opties = [];
    kies(-1);
    if (!vraag.trim()) {
      lijst.replaceChildren();
      melding.textContent = "";
      voorstel.hidden = true;
      return zetOpen(false);
    }
    const { treffers, vreemd } = machine.zoek(vraag);
    const gekozen = treffers.filter((treffer) => past(data.secties[treffer.id]));
    gekozen.forEach((treffer) => { treffer.plaats = treffer.id - eerste[data.secties[treffer.id][0]]; });
    const groepen = groepeer(data, gekozen);
    lijst.replaceChildren(...[...groepen].map(([pagina, eigen]) => groep(pagina, eigen)));
    lijst.hidden = !opties.length;
    zetOpen(true);
    paneel.scrollTop = 0;
    klok = setTimeout(() => {
      if (mijnBeurt !== beurt) return;
      zeg(vraag, treffers, gekozen, groepen, vreemd);
      stelVoor(vraag, vreemd, !treffers.length);
      opties.forEach((link) => link.vul().catch(() => {}));
    }, WACHT);
  }

  function toets(gebeurtenis) {
    const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
    if (stap) {
      gebeurtenis.preventDefault();
      if (!open()) return toon();
      if (opties.length) kies(actief < 0 ? (stap > 0 ? 0 : opties.length - 1) : (actief + stap + opties.length) % opties.length);
    } else if (gebeurtenis.key === "Enter" && open() && opties.length) {
      gebeurtenis.preventDefault();
      opties[Math.max(actief, 0)].click();
    }
  }

  veld.addEventListener("keydown", toets);
  veld.addEventListener("input", toon);
  veld.addEventListener("focus", () => { if (veld.value.trim() && !open()) toon(); });
  plek.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== "Escape" || !open()) return;
    gebeurtenis.preventDefault();
    veld.focus();
    zetOpen(false);
  });
  plek.addEventListener("focusout", (weg) => {
    if (weg.relatedTarget && !plek.contains(weg.relatedTarget)) zetOpen(false);
  });
  document.addEventListener("pointerdown", (klik) => { if (!plek.contains(klik.target)) zetOpen(false); });
  window.addEventListener("resize", () => { if (open()) plaats(); });
  window.addEventListener("scroll", () => { if (open()) plaats(); }, { passive: true });
  if (veld.value.trim() && plek.contains(document.activeElement)) toon();
  return { toon };
};
