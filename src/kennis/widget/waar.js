// De regel boven een gereedschap: wiens gegevens je ziet, of zij bewaard zijn, en wat je daarmee kunt.
import { knop, maak, ververs } from "./dom.js";

const klok = (tijd) => new Date(tijd).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
const dag = (tijd) => (new Date(tijd).toDateString() === new Date().toDateString() ? `om ${klok(tijd)}` : `op ${new Date(tijd).toLocaleDateString("nl-NL")}`);

const PROBLEMEN = {
  vol: "De opslag van je browser is vol. Je laatste wijzigingen staan alleen op dit scherm: bewaar je dossier als bestand.",
  verboden: "Je browser bewaart hier niets, bijvoorbeeld omdat dit een privévenster is. Bewaar je dossier als bestand voordat je weggaat.",
  nieuwer: "Je dossier is bewaard met een nieuwere versie van dit boek. Deze pagina schrijft er niet in; ververs de pagina om verder te werken.",
};

// Zeg of het werk bewaard is, in gewone woorden.
export function bewaard({ wacht, tijd }) {
  if (wacht) return "Wordt bewaard …";
  return tijd ? `Bewaard op dit apparaat ${dag(tijd)}.` : "Het staat alleen op dit apparaat.";
}

// Wat er in de regel staat: een zin (stukken tekst; een lijst is vet), en knoppen als [sleutel, tekst, doe, klasse].
function eigen(model, roep) {
  const { velden } = model.houder().dossier();
  return { zin: ["Je werkt in ", [velden.titel || "Mijn dossier"], `. ${bewaard(model.houder().toestand())}`], knoppen: [["dossiers", "Dossiers", roep("dossiers"), "kg-klein"]] };
}

function voorbeeld(model, roep) {
  const { velden } = model.houder().dossier();
  const eerst = model.bewaarder?.eigen() ? ["eigen", "Terug naar mijn dossier", () => model.toon("eigen"), "kg-hoofd"]
    : ["begin", "Begin met je eigen gegevens", roep("begin"), "kg-hoofd"];
  return {
    zin: ["Je ziet een voorbeeld", velden.titel ? ": " : "", [velden.titel ?? ""], ". Je mag ermee spelen; het komt niet in je eigen dossier."],
    knoppen: [eerst, ["neem", "Neem dit voorbeeld over", roep("neemVoorbeeld"), ""]],
  };
}

function kijken(model) {
  const naar = model.bewaarder.eigen() ? "eigen" : "voorbeeld", eerder = model.get("eerder");
  const terug = () => { model.set("ontvangen", null); model.set("eerder", null); model.zonderAdres(); model.toon(naar); };
  return {
    zin: [eerder ? "Je bekijkt een eerdere versie. Er is niets veranderd." : "Je bekijkt wat iemand met je deelde. Het staat nog niet op dit apparaat."],
    knoppen: [eerder && ["zetterug", "Zet deze versie terug", eerder, "kg-hoofd"], ["terugnaar", naar === "eigen" ? "Terug naar mijn dossier" : "Naar het voorbeeld", terug, ""]].filter(Boolean),
  };
}

function problemen(model, roep) {
  const { probleem } = model.houder().toestand(), apart = model.bewaarder?.apart() ?? [];
  return [
    probleem && model.soort !== "kijken" && ["nood", PROBLEMEN[probleem], "Bewaar als bestand", roep("dossier")],
    apart.length > 0 && model.isEerste && ["apart", "Er stond iets in de opslag dat niet te lezen is. Het is apart gehouden.", "Bekijk wat er apart staat", roep("dossiers")],
  ].filter(Boolean);
}

// Bouw de regel alleen opnieuw als er andere knoppen in horen: wie net klikt, mag zijn knop niet kwijtraken.
export function toonWaar(vak, model, roep) {
  const { zin, knoppen } = { eigen, voorbeeld, kijken }[model.soort](model, roep), mis = problemen(model, roep);
  const merk = JSON.stringify([model.soort, knoppen.map(([sleutel]) => sleutel), mis.map(([sleutel, tekst]) => [sleutel, tekst])]);
  if (vak.dataset.merk !== merk) {
    vak.dataset.merk = merk;
    ververs(vak, mis.map(([sleutel, tekst, woord, doe]) => maak("p", { class: "kg-ernst", role: "alert" }, tekst, " ", knop(woord, doe, { "data-sleutel": sleutel }))),
      maak("span", { class: "kg-zin" }), knoppen.map(([sleutel, tekst, doe, klasse]) => knop(tekst, doe, { "data-sleutel": sleutel, class: `kg-knop ${klasse}` })));
  }
  const plek = vak.querySelector(".kg-zin"), tekst = zin.flat().join("");
  if (plek.textContent !== tekst) plek.replaceChildren(...zin.map((deel) => (Array.isArray(deel) ? maak("strong", {}, deel[0]) : deel)));
}
