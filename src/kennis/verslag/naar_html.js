// Schrijf een verslag als elementen voor op de pagina; alles wat van een lezer komt is tekst. Tweeling van naar_html.py.
import { maak } from "../widget/dom.js";
import { celtekst } from "./tekst.js";

// `figuren` geeft per gereedschap een element, `adres` bij een plek in het boek het adres, `niveau` is dat van de titel.
export function naarHtml(verslag, figuren = {}, adres = () => "", niveau = 1) {
  const inhoud = (delen) => delen.map((deel) => SCHRIJF[deel.soort](deel, { figuren, adres, niveau }));
  return maak(
    "div",
    { class: "kv" },
    secties(verslag.delen).map((delen) =>
      maak(
        "section",
        { class: delen[0].niveau === 1 ? "kv-begin" : "kv-deel", "data-gereedschap": delen[0].gereedschap || null },
        inhoud(delen),
      ),
    ),
  );
}

// Elke kop van niveau 1 of 2 begint een nieuwe sectie.
export function secties(delen) {
  const uit = [];
  for (const deel of delen) {
    if (!uit.length || (deel.soort === "kop" && deel.niveau < 3)) uit.push([]);
    uit.at(-1).push(deel);
  }
  return uit;
}

const SCHRIJF = {
  kop: (deel, { niveau }) => maak(`h${deel.niveau + niveau - 1}`, {}, regels(deel.tekst)),
  kenmerken: (deel) =>
    maak(
      "dl",
      { class: "kv-kenmerken" },
      deel.paren.map(([naam, waarde]) => maak("div", {}, maak("dt", {}, regels(naam)), maak("dd", {}, regels(waarde)))),
    ),
  alinea: (deel) => maak("p", { class: `kv-${deel.stijl}` }, regels(deel.tekst)),
  opsomming,
  figuur: (deel, { figuren }) =>
    figuren[deel.gereedschap]
      ? maak("figure", { class: "kv-figuur", role: "img", "aria-label": deel.alt }, figuren[deel.gereedschap])
      : null,
  tabel,
};

const regels = (tekst) => tekst.split("\n").flatMap((regel, i) => (i ? [maak("br"), regel] : [regel]));

function opsomming(deel, { adres }) {
  return maak(
    "ul",
    { class: deel.stijl === "verder" ? "kv-verder" : null },
    deel.regels.map((regel) => {
      const doel = regel.plek ? adres(regel.plek) : "";
      return maak("li", {}, doel ? maak("a", { href: doel }, regels(regel.tekst)) : regels(regel.tekst));
    }),
  );
}

function tabel(deel) {
  const cel = (waarde, n) =>
    n === 0
      ? maak("th", { scope: "row" }, regels(celtekst(waarde, deel.soorten[n])))
      : maak("td", { class: deel.soorten[n] === "tekst" ? null : "kv-getal" }, regels(celtekst(waarde, deel.soorten[n])));
  return maak(
    "div",
    { class: deel.acties ? "kv-tabel kv-acties" : "kv-tabel", tabindex: "0", role: "region", "aria-label": deel.titel },
    maak(
      "table",
      {},
      maak("caption", {}, regels(deel.titel)),
      maak(
        "thead",
        {},
        maak(
          "tr",
          {},
          deel.koppen.map((kop) => maak("th", { scope: "col" }, regels(kop))),
        ),
      ),
      maak(
        "tbody",
        {},
        deel.rijen.map((rij) => maak("tr", {}, rij.map(cel))),
      ),
    ),
  );
}
