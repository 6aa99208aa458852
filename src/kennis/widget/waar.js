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

function problemen(model, roep) {
  const { probleem } = model.houder().toestand(), apart = model.bewaarder?.apart() ?? [];
  return [
    probleem && model.soort !== "kijken" && maak("p", { class: "kg-ernst", role: "alert" }, PROBLEMEN[probleem], " ", knop("Bewaar als bestand", roep("dossier"), { "data-sleutel": "nood" })),
    apart.length > 0 && model.isEerste && maak("p", {}, "Er stond iets in de opslag dat niet te lezen is. Het is apart gehouden. ", knop("Bekijk wat er apart staat", roep("dossiers"), { "data-sleutel": "apart" })),
  ];
}

function eigen(model, roep) {
  const { velden } = model.houder().dossier(), titel = velden.titel || "Mijn dossier";
  return [
    maak("span", {}, "Je werkt in ", maak("strong", {}, titel), ". ", maak("span", { class: "kg-stil" }, bewaard(model.houder().toestand()))),
    knop("Dossiers", roep("dossiers"), { "data-sleutel": "dossiers", class: "kg-knop kg-klein" }),
  ];
}

function voorbeeld(model, roep) {
  const { velden } = model.houder().dossier(), heeftEigen = Boolean(model.bewaarder?.eigen());
  return [
    maak("span", {}, "Je ziet een voorbeeld", velden.titel ? [": ", maak("strong", {}, velden.titel)] : null, ". Je mag ermee spelen; het komt niet in je eigen dossier."),
    heeftEigen ? knop("Terug naar mijn dossier", () => model.toon("eigen"), { "data-sleutel": "eigen", class: "kg-knop kg-hoofd" })
      : knop("Begin met je eigen gegevens", roep("begin"), { "data-sleutel": "begin", class: "kg-knop kg-hoofd" }),
    knop("Neem dit voorbeeld over", roep("neemVoorbeeld"), { "data-sleutel": "neem" }),
  ];
}

const kijken = (model) => [
  maak("span", {}, "Je bekijkt wat iemand met je deelde. Het staat nog niet op dit apparaat."),
  knop(model.bewaarder.eigen() ? "Terug naar mijn dossier" : "Naar het voorbeeld", () => { model.set("ontvangen", null); model.zonderAdres(); model.toon(model.bewaarder.eigen() ? "eigen" : "voorbeeld"); }, { "data-sleutel": "terugnaar" }),
];

// Teken de regel opnieuw.
export function toonWaar(vak, model, roep) {
  const inhoud = { eigen, voorbeeld, kijken }[model.soort];
  ververs(vak, problemen(model, roep), inhoud(model, roep));
}
