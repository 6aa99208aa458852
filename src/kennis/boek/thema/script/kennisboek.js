// Het gedrag van het raam: kleuren, menu, brede tabellen, filter op soort blok en "Op deze pagina".
// Alles werkt zonder dit bestand; dit maakt het prettiger. Er gaat niets naar een andere plek.
const html = document.documentElement;
const vind = (keuze, waar = document) => [...waar.querySelectorAll(keuze)];
// Een adres kan achter het hekje iets hebben dat geen geldige tekst is ("#100%"); dan hoort er geen plek bij.
const plekVan = (adres) => {
  try { return document.getElementById(decodeURIComponent(adres.hash.slice(1))); } catch { return null; }
};
const bewaar = {
  lees(naam) {
    try { return localStorage.getItem(naam); } catch { return null; }
  },
  schrijf(naam, waarde) {
    try { localStorage.setItem(naam, waarde); } catch { /* opslag staat uit: dan onthouden we niets */ }
  },
};

// Licht, donker, of wat het apparaat wil
const standen = { auto: "automatisch", light: "licht", dark: "donker" };
const kleurknop = document.getElementById("kb-kleurknop");
const donker = matchMedia("(prefers-color-scheme: dark)");
function kleur(stand) {
  html.dataset.mode = stand;
  html.dataset.theme = stand === "auto" ? (donker.matches ? "dark" : "light") : stand;
  kleurknop.title = `Kleuren: ${standen[stand]}`;
  kleurknop.lastElementChild.textContent = `Kleuren: ${standen[stand]}. Kies een andere stand.`;
}
if (kleurknop) {
  kleur(html.dataset.mode);
  donker.addEventListener("change", () => kleur(html.dataset.mode));
  kleurknop.addEventListener("click", () => {
    const namen = Object.keys(standen);
    const volgende = namen[(namen.indexOf(html.dataset.mode) + 1) % namen.length];
    bewaar.schrijf("mode", volgende);
    kleur(volgende);
  });
}

// Het menu op een klein scherm
const menuknop = document.getElementById("kb-menuknop");
const zijbalk = document.getElementById("kb-zijbalk");
const smal = matchMedia("(max-width: 61.99rem)");
if (menuknop && zijbalk) {
  const rest = vind("body > .kb-kop, #main-content, body > .kb-voet");
  const menu = (open) => {
    html.classList.toggle("kb-menu-open", open);
    menuknop.setAttribute("aria-expanded", String(open));
    for (const deel of rest) deel.inert = open;
    if (open) document.getElementById("kb-sluitknop").focus();
  };
  const sluit = () => {
    if (!html.classList.contains("kb-menu-open")) return;
    menu(false);
    menuknop.focus();
  };
  menuknop.setAttribute("role", "button");
  menuknop.setAttribute("aria-controls", "kb-zijbalk");
  menuknop.setAttribute("aria-expanded", "false");
  menuknop.addEventListener("click", (e) => { e.preventDefault(); menu(true); });
  menuknop.addEventListener("keydown", (e) => { if (e.key === " ") { e.preventDefault(); menu(true); } });
  document.getElementById("kb-sluitknop").addEventListener("click", sluit);
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") sluit(); });
  const isErbuiten = (doel) => doel === html || (doel instanceof Node && !zijbalk.contains(doel) && !menuknop.contains(doel));
  document.addEventListener("click", (e) => { if (isErbuiten(e.target)) sluit(); });
  smal.addEventListener("change", () => { if (!smal.matches) { menu(false); } });
  const hier = zijbalk.querySelector('[aria-current="page"]');
  if (hier && !smal.matches) zijbalk.scrollTop = Math.max(0, hier.offsetTop - zijbalk.clientHeight / 2);
}

// Een brede tabel of een brede regel code kun je met de pijltjes verschuiven
function rolbaar(vak) {
  const teBreed = vak.scrollWidth > vak.clientWidth + 1;
  if (teBreed === vak.hasAttribute("tabindex")) return;
  if (!teBreed) {
    for (const naam of ["tabindex", "role", "aria-label"]) vak.removeAttribute(naam);
    return;
  }
  vak.tabIndex = 0;
  vak.setAttribute("role", "region");
  // Met een nummer, want elke streek op een pagina hoort een eigen naam te hebben.
  const titel = vak.querySelector("caption .caption-text, caption") ?? vak.closest("details")?.querySelector("summary");
  const wat = `${vak.matches("pre") ? "Code" : "Brede tabel"} ${brede.indexOf(vak) + 1}`;
  const naam = titel ? `${wat}: ${titel.textContent.replace(/#$/, "").trim()}` : `${wat}, schuif opzij voor meer`;
  vak.setAttribute("aria-label", naam);
}
const brede = [...vind(".kb-rol, .kb-artikel pre")];
const kijker = new ResizeObserver((vakken) => vakken.forEach((v) => rolbaar(v.target)));
brede.forEach((vak) => kijker.observe(vak));

// Eén soort blok tonen
const filter = document.querySelector(".kb-filter");
const blokken = vind(".kb-blok");
const soortVan = (blok) => ["kennis", "praktijk", "tools", "tips"].find((s) => blok.classList.contains(`kb-${s}`));
function toon(soort) {
  if (!filter) return;
  const knop = filter.querySelector(`[data-soort="${soort}"]`);
  if (!knop) return toon("alles");
  for (const k of vind("button", filter)) k.setAttribute("aria-pressed", String(k === knop));
  const zichtbaar = new Set(soort === "alles" ? blokken : blokken.filter((b) => soortVan(b) === soort));
  const blijft = (blok) => zichtbaar.has(blok) || blokken.some((b) => blok.contains(b) && zichtbaar.has(b));
  for (const blok of blokken) blok.classList.toggle("kb-weg", !blijft(blok));
  for (const deel of vind(".kb-artikel > section > section:not(.kb-blok)")) {
    const eigen = vind(".kb-blok", deel);
    deel.classList.toggle("kb-weg", eigen.length > 0 && eigen.every((b) => b.classList.contains("kb-weg")));
  }
  for (const link of vind(".kb-pagina-inhoud a")) {
    const doel = plekVan(link);
    link.parentElement.classList.toggle("kb-weg", Boolean(doel && doel.closest(".kb-weg")));
  }
  const los = blokken.filter((b) => !b.parentElement.closest(".kb-blok"));
  const aantal = los.filter((b) => !b.classList.contains("kb-weg")).length;
  filter.querySelector("[role=status]").textContent = soort === "alles" ? "" : `Je ziet ${aantal} van de ${los.length} blokken.`;
}
function toonDoel() {
  const doel = plekVan(location);
  if (!doel || !doel.closest(".kb-weg")) return;
  toon("alles");
  doel.scrollIntoView();
}
if (filter) {
  filter.addEventListener("click", (e) => {
    const knop = e.target.closest("button");
    if (!knop) return;
    bewaar.schrijf("kennisboek-soort", knop.dataset.soort);
    toon(knop.dataset.soort);
  });
  toon(bewaar.lees("kennisboek-soort") || "alles");
  toonDoel();
  addEventListener("hashchange", toonDoel);
}

// De uitleg van een begrip: bij aanwijzen of met Tab, en bij een eerste tik
const begrippen = vind("a.kb-begrip[title]");
if (begrippen.length) {
  const uitleg = document.createElement("div");
  uitleg.id = "kb-uitleg";
  uitleg.className = "kb-uitleg kb-niet-zoeken";
  uitleg.setAttribute("role", "tooltip");
  uitleg.hidden = true;
  document.body.append(uitleg);
  let van = null;
  let wacht = 0;
  const weg = () => {
    clearTimeout(wacht);
    if (van) van.removeAttribute("aria-describedby");
    van = null;
    uitleg.hidden = true;
  };
  const laat = (link, metLink) => {
    clearTimeout(wacht);
    if (van !== link) weg();
    van = link;
    uitleg.textContent = link.dataset.uitleg;
    if (metLink) {
      const verder = document.createElement("a");
      verder.href = link.href;
      verder.textContent = "Naar de begrippen";
      uitleg.append(document.createElement("br"), verder);
    }
    uitleg.hidden = false;
    link.setAttribute("aria-describedby", "kb-uitleg");
    const plek = [...link.getClientRects()].pop();
    const links = Math.min(plek.left, html.clientWidth - uitleg.offsetWidth - 12);
    const onder = plek.bottom + 6 + uitleg.offsetHeight < innerHeight;
    uitleg.style.left = `${Math.max(12, links) + scrollX}px`;
    uitleg.style.top = `${(onder ? plek.bottom + 6 : plek.top - 6 - uitleg.offsetHeight) + scrollY}px`;
  };
  const straks = (doe, duur) => { clearTimeout(wacht); wacht = setTimeout(doe, duur); };
  uitleg.addEventListener("pointerenter", () => clearTimeout(wacht));
  uitleg.addEventListener("pointerleave", () => straks(weg, 200));
  for (const link of begrippen) {
    link.dataset.uitleg = link.title;
    link.removeAttribute("title");
    let tik = false;
    link.addEventListener("pointerenter", (e) => { if (e.pointerType === "mouse") straks(() => laat(link), 250); });
    link.addEventListener("pointerleave", (e) => { if (e.pointerType === "mouse") straks(weg, 200); });
    link.addEventListener("pointerdown", (e) => { tik = e.pointerType === "touch" && van !== link; });
    link.addEventListener("focus", () => { if (link.matches(":focus-visible") && !tik) laat(link); });
    link.addEventListener("blur", () => straks(weg, 200));
    link.addEventListener("click", (e) => { if (tik) { e.preventDefault(); tik = false; laat(link, true); } });
  }
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") weg(); });
  document.addEventListener("pointerdown", (e) => { if (van && !uitleg.contains(e.target) && e.target !== van) weg(); });
}

// "Op deze pagina": dicht na een keuze op een klein scherm, en de kop waar je bent gemerkt
const inhoud = document.getElementById("kb-pagina-inhoud");
if (inhoud) {
  const breed = matchMedia("(min-width: 75rem)");
  breed.addEventListener("change", () => { inhoud.open = breed.matches; });
  inhoud.addEventListener("click", (e) => { if (e.target.closest("a") && !breed.matches) inhoud.open = false; });
  inhoud.querySelector("summary").addEventListener("click", (e) => { if (breed.matches) e.preventDefault(); });
  const links = new Map(vind("a", inhoud).map((link) => [plekVan(link), link]));
  links.delete(null);
  const volgorde = [...links.keys()];
  let gepland = false;
  const merk = () => {
    gepland = false;
    const hier = volgorde.filter((s) => !s.closest(".kb-weg") && s.getBoundingClientRect().top < innerHeight * 0.3).pop();
    for (const [sectie, link] of links) {
      if (sectie === hier) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  addEventListener("scroll", () => { if (!gepland) { gepland = true; requestAnimationFrame(merk); } }, { passive: true });
  merk();
}

// Op papier staat ook de tabel die ingeklapt was
const ingeklapt = vind("details.kb-inklap");
let dicht = [];
addEventListener("beforeprint", () => { dicht = ingeklapt.filter((deel) => !deel.open); dicht.forEach((deel) => { deel.open = true; }); });
addEventListener("afterprint", () => dicht.forEach((deel) => { deel.open = false; }));
