// Kies op "Wat speelt er?" je rol, dan staan alleen de vragen van wie dat zegt er. Zonder dit script staan ze er allemaal.
const knoppen = [...document.querySelectorAll(".kb-rolkeuze button")];
const vragen = [...document.querySelectorAll("details.kb-vraag")];
const stand = document.querySelector(".kb-rolkeuze [role=status]");

function telling(aantal) {
  return aantal === vragen.length ? `${aantal} vragen` : `${aantal} van de ${vragen.length} vragen`;
}

// De groepen waar niets van over is, gaan mee weg.
function groepen() {
  for (const sectie of document.querySelectorAll("article section section")) {
    const eigen = [...sectie.querySelectorAll("details.kb-vraag")];
    if (eigen.length) sectie.hidden = eigen.every((vraag) => vraag.hidden);
  }
}

function kies(rol) {
  for (const knop of knoppen) knop.setAttribute("aria-pressed", String(knop.dataset.rol === rol));
  for (const vraag of vragen) vraag.hidden = Boolean(rol) && !vraag.dataset.rollen.split(" ").includes(rol);
  groepen();
  stand.textContent = telling(vragen.filter((vraag) => !vraag.hidden).length);
}

// Een adres als #rol-gemeente kiest die rol; #vraag-… klapt die vraag open, ook als een rol haar verborg.
function naarAdres() {
  const naam = decodeURIComponent(location.hash.slice(1));
  if (naam.startsWith("rol-") && knoppen.some((knop) => knop.id === naam)) {
    kies(naam.slice(4));
    return;
  }
  const vraag = naam.startsWith("vraag-") && document.getElementById(naam)?.closest("details.kb-vraag");
  if (!vraag) return;
  if (vraag.hidden) kies("");
  vraag.open = true;
  vraag.scrollIntoView({ block: "start" });
}

for (const knop of knoppen) {
  knop.addEventListener("click", () => {
    kies(knop.dataset.rol);
    const adres = knop.dataset.rol ? `#${knop.id}` : location.pathname + location.search;
    try { history.replaceState(history.state, "", adres); } catch { /* van schijf mag dat niet altijd */ }
  });
}
if (stand) {
  stand.textContent = telling(vragen.length);
  addEventListener("hashchange", naarAdres);
  naarAdres();
}
