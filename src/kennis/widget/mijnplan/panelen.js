// Wat Mijn plan later nodig heeft: het verslag maken en tonen, en de bestanden.
import { naarBestand } from "../../dossier/vorm.js";
import { tekst } from "../../regels/basis.js";
import { maakBladen } from "../../verslag/bladen.js";
import { alleActies, maakVerslag } from "../../verslag/model.js";
import { naarHtml } from "../../verslag/naar_html.js";
import { bestandsnaam } from "../../verslag/tekst.js";
import { datum } from "../../verslag/tijd.js";
import { download } from "../bestand.js";
import { maak as element } from "../dom.js";
import { haal } from "../laden.js";
import { naarPlaatjes, tekenPlaatjes } from "./plaatjes.js";

const NIVEAU = 2; // onder de kop van de bladzijde

// Geef het verslag, wat er op de pagina komt voor en na de actielijst, en de acties die in een gereedschap staan.
// `delen` heeft de regels van alle gereedschappen, de secties met hun kolommen en de opmaak van de plaatjes;
// `wortel` is de weg naar de bladzijden.
export function maak(inhoud, delen, volgorde, wortel) {
  zetStijlen(delen.stijlen);
  const dossier = naarBestand(inhoud),
    { regels, secties } = delen;
  const kolommen = Object.fromEntries(Object.entries(secties).map(([naam, sectie]) => [naam, sectie.kolommen]));
  const verslag = maakVerslag(dossier, regels, kolommen, volgorde),
    svgs = tekenPlaatjes(verslag, dossier, regels);
  const adres = ({ pagina, gereedschap }) => (pagina ? `${wortel}${pagina}.html#kg-${gereedschap}` : "");
  const blad = [...naarHtml(verslag, svgs, adres, NIVEAU).children],
    plek = blad.findIndex((deel) => deel.dataset.gereedschap === "acties");
  const groep = (stukken, meer = "") => element("div", { class: `kv${meer}` }, stukken);
  // Op het scherm is de actielijst om in te vullen; op papier staat de tabel.
  return {
    verslag,
    dossier,
    svgs,
    voor: groep(blad.slice(0, plek)),
    na: [groep(blad[plek], " kv-papier"), groep(blad.slice(plek + 1))],
    elders: elders(dossier, regels),
  };
}

function elders(dossier, regels) {
  const eigen = (dossier.secties.acties ?? []).filter((rij) => tekst(rij.wat)).length;
  const titel = (actie) => regels.find((een) => een.gereedschap === actie.gereedschap).titel;
  return alleActies(dossier, regels)
    .slice(eigen)
    .map((actie) => [tekst(actie.wat), [tekst(actie.wie), datum(actie.wanneer), titel(actie)].filter(Boolean).join(", ")].join(" · "));
}

// De opmaak van de plaatjes komt pas als er plaatjes zijn.
function zetStijlen(stijlen) {
  for (const href of stijlen)
    if (![...document.querySelectorAll("link[rel=stylesheet]")].some((link) => link.getAttribute("href") === href))
      document.head.append(element("link", { rel: "stylesheet", href }));
}

// Maak een Word- of Excel-bestand en geef de naam waaronder het bewaard is.
export async function bewaar(soort, { verslag, dossier, svgs }, { secties }) {
  const schrijver = await haal(soort),
    naam = `${bestandsnaam(verslag.titel)}.${soort}`;
  const inhoud =
    soort === "docx"
      ? await schrijver.naarDocx(verslag, await naarPlaatjes(svgs, verslag, dossier))
      : await schrijver.naarXlsx(maakBladen(dossier, verslag, secties));
  download(naam, inhoud);
  return naam;
}
