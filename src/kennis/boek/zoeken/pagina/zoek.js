// Het zoekveld. De rest (motor en index) wordt pas geladen als de lezer het veld ingaat.
const basis = new URL(".", document.currentScript.src).href;
const wortel = new URL("../../", basis).href;
const ZOEK = "Zoek in het boek";
const teksten = new Map();
let motor = "";
let geladen = null;

// Klassieke scripts, want vanaf `file://` werken fetch en modules niet.
const haal = (naam) =>
  new Promise((klaar, mislukt) => {
    const script = document.createElement("script");
    script.src = basis + naam;
    script.async = false;
    script.onload = () => klaar();
    script.onerror = () => mislukt(new Error(naam));
    document.head.append(script);
  });

const kbZoek = (window.kbZoek = {
  wortel,
  haal,
  // Elk tekstbestand meldt zich hier.
  tekst: (nummer, regels) => teksten.set(nummer, regels),
  teksten: async (nummer) => {
    if (!teksten.has(nummer)) await haal(`tekst/${nummer}.js?v=${window.KB_ZOEK.versie}`);
    return teksten.get(nummer);
  },
  laad: () =>
    (geladen ||= Promise.all([haal(motor), haal("index.js")]).then(
      () => new kbZoek.Machine(window.KB_ZOEK),
      (fout) => { geladen = null; throw fout; },
    )),
  sneltoets: {
    aan: () => { try { return localStorage.getItem("kb-zoek-sneltoets") !== "uit"; } catch { return true; } },
    zet: (aan) => { try { localStorage.setItem("kb-zoek-sneltoets", aan ? "aan" : "uit"); } catch { /* dan onthouden we het niet */ } },
  },
});

function maak(naam, eigenschappen) {
  const element = document.createElement(naam);
  Object.entries(eigenschappen).forEach(([sleutel, waarde]) => element.setAttribute(sleutel, waarde));
  return element;
}

// Op de bladzijde met resultaten staat de vraag in het adres, en blijft zij daar bij het typen.
function opBladzijde(veld, start) {
  veld.value = new URLSearchParams(location.search).get("q") ?? "";
  const register = () => document.querySelector(".kb-register")?.toggleAttribute("hidden", Boolean(veld.value.trim()));
  veld.addEventListener("input", () => {
    const vraag = veld.value.trim();
    register();
    try {
      history.replaceState(history.state, "", vraag ? `?q=${encodeURIComponent(vraag)}` : location.pathname);
    } catch { /* van schijf mag het adres niet altijd veranderen */ }
  });
  register();
  if (veld.value.trim()) start();
}

function maakVeld(plek, nummer) {
  const vast = plek.classList.contains("kb-zoekpagina");
  const id = `kb-zoek-${nummer}`;
  const label = maak("label", { class: "kb-zoek-label", for: id });
  label.textContent = vast ? "Je vraag" : ZOEK;
  const veld = maak("input", {
    type: "search", id, class: "kb-zoek-veld", placeholder: ZOEK, autocomplete: "off", spellcheck: "false",
    role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list",
    "aria-controls": `${id}-lijst`, "aria-keyshortcuts": "Control+K",
  });
  const melding = maak("p", { class: "kb-zoek-melding", role: "status" });
  plek.replaceChildren(label, veld, melding);

  let venster = null;
  const start = async () => {
    if (venster) return;
    veld.removeEventListener("focus", start);
    try {
      const machine = await kbZoek.laad();
      venster = new kbZoek.Venster(plek, veld, melding, machine, vast);
      if (vast && veld.value.trim()) venster.toon();
    } catch {
      melding.textContent = "Het zoeken kon niet worden geladen. Kijk in de inhoudsopgave.";
      veld.addEventListener("focus", start);
    }
  };
  veld.addEventListener("focus", start);
  if (vast) opBladzijde(veld, start);
  return veld;
}

const schrijft = (doel) => doel.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(doel.tagName);

// Zet de zoekvelden neer; `bestand` is het script met de motor.
export function begin(bestand) {
  motor = bestand;
  const velden = [...document.querySelectorAll(".kb-zoek, .kb-zoekpagina")].map(maakVeld);
  if (!velden.length) return;
  // In de vangfase, zodat ook Ctrl+K van het thema hier eindigt.
  window.addEventListener("keydown", (toets) => {
    const ctrlK = (toets.ctrlKey || toets.metaKey) && !toets.altKey && !toets.shiftKey && toets.key.toLowerCase() === "k";
    const los = !toets.ctrlKey && !toets.metaKey && !toets.altKey;
    const streep = toets.key === "/" && los && !schrijft(toets.target) && kbZoek.sneltoets.aan();
    if (!ctrlK && !streep) return;
    const veld = velden.find((kandidaat) => kandidaat.checkVisibility?.() ?? kandidaat.offsetParent) || velden[0];
    toets.preventDefault();
    toets.stopImmediatePropagation();
    veld.focus();
    veld.select();
  }, true);
}
