// Zoeken, kiezen en ordenen in de bibliotheek. Zonder dit script staan alle bronnen er gewoon, op soort.

// De tekst om in te zoeken: kleine letters, zonder accenten, en met rechte aanhalingstekens zoals iemand ze typt.
const kaal = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();

function lees(rij, plek) {
  const tekst = (keuze) => rij.querySelector(keuze)?.textContent.trim() ?? "";
  const titel = tekst(".kb-bibtitel").replace(/^[^\p{L}\p{N}]+/u, "");
  return {
    rij, plek, titel,
    maker: tekst(".kb-makers") || titel,
    jaar: Number(tekst(".kb-jaar")) || 0,
    gebruik: rij.cells[2].querySelectorAll("a").length,
    soort: tekst(".kb-bibsoort"),
    thema: tekst(".kb-bibthema").split(", "),
    uit: [...rij.classList].filter((naam) => naam.startsWith("uit-")).map((naam) => naam.slice(4)),
    woorden: kaal(`${rij.cells[0].textContent} ${tekst(".kb-bibsoort")} ${tekst(".kb-bibthema")}`),
  };
}

const opLetter = new Intl.Collator("nl", { numeric: true }).compare;
const VOLGORDES = {
  soort: () => 0,
  titel: (a, b) => opLetter(a.titel, b.titel),
  maker: (a, b) => opLetter(a.maker, b.maker),
  jaar: (a, b) => b.jaar - a.jaar,
  gebruik: (a, b) => b.gebruik - a.gebruik,
};

function past(bron, keuze, woorden) {
  return (!keuze.soort || bron.soort === keuze.soort)
    && (!keuze.thema || bron.thema.includes(keuze.thema))
    && (!keuze.uit || bron.uit.includes(keuze.uit))
    && woorden.every((woord) => bron.woorden.includes(woord));
}

function telling(aantal, van) {
  if (aantal === van) return `${van} bronnen`;
  return aantal ? `${aantal} van de ${van} bronnen` : "Geen enkele bron past hierbij; kies iets minder";
}

function bewaarInAdres(keuze) {
  const gekozen = Object.entries(keuze).filter(([veld, waarde]) => waarde && !(veld === "volgorde" && waarde === "soort"));
  const vraag = new URLSearchParams(gekozen).toString();
  try {
    history.replaceState(history.state, "", `${location.pathname}${vraag ? `?${vraag}` : ""}${location.hash}`);
  } catch { /* van schijf mag het adres niet altijd veranderen; dan onthouden we de keuze niet */ }
}

function begin(vak) {
  const velden = [...vak.querySelectorAll("input, select")];
  const romp = document.querySelector("table.kb-bib").tBodies[0];
  const stand = vak.querySelector("[role=status]");
  const wis = vak.querySelector("button");
  const bronnen = [...romp.rows].map(lees);
  let volgorde = "soort";

  function orden(naar) {
    volgorde = naar;
    const gelijk = VOLGORDES[naar] ?? VOLGORDES.soort;
    romp.append(...[...bronnen].sort((a, b) => gelijk(a, b) || a.plek - b.plek).map((bron) => bron.rij));
  }

  function toon() {
    const keuze = Object.fromEntries(velden.map((veld) => [veld.name, veld.value.trim()]));
    const woorden = kaal(keuze.zoek).split(/\s+/).filter(Boolean);
    let aantal = 0;
    for (const bron of bronnen) {
      bron.rij.hidden = !past(bron, keuze, woorden);
      if (!bron.rij.hidden) aantal += 1;
    }
    if (keuze.volgorde !== volgorde) orden(keuze.volgorde);
    stand.textContent = telling(aantal, bronnen.length);
    wis.hidden = aantal === bronnen.length;
    bewaarInAdres(keuze);
  }

  const vraag = new URLSearchParams(location.search);
  for (const veld of velden) {
    const waarde = vraag.get(veld.name);
    if (waarde !== null && (veld.type === "search" || [...veld.options].some((optie) => optie.value === waarde))) veld.value = waarde;
    veld.addEventListener("input", toon);
  }
  wis.addEventListener("click", () => {
    for (const veld of velden) if (veld.name !== "volgorde") veld.value = "";
    toon();
    velden[0].focus();
  });
  if (vraag.size) toon();
}

const vak = document.querySelector(".kb-zeef");
if (vak) begin(vak);
