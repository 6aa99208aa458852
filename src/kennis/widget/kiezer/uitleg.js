// Redenen en uitleg bij een optie.
import { maak } from "../dom.js";

const TEKEN = { "+": "plus", "±": "half", "-": "min", "?": "open" };
const EIGEN = "ons oordeel";

export const merk = (oordeel) => maak("span", { class: `kk-merk kk-${TEKEN[oordeel]}`, "aria-hidden": "true" }, oordeel === "-" ? "−"
  : oordeel);

// Een waarde uit de regels: een zin, een lijst van zinnen, of een plek in het boek ({naar, titel}).
export function inhoud(waarde, opPagina) {
  if (waarde.naar) {
    const [pagina, anker] = waarde.naar.split("#"), weg = document.documentElement.dataset.content_root ?? "../";
    return maak("p", {}, opPagina ? maak("a", { href: `${weg}${pagina}.html#${anker}` }, waarde.titel) : `${waarde.titel} (${pagina})`);
  }
  return Array.isArray(waarde) ? maak("ul", {}, waarde.map((zin) => maak("li", {}, zin))) : maak("p", {}, waarde);
}

export function redenen(optie, { vragen, oordelen, teksten }) {
  const regel = (r) => {
    const { titel } = vragen.find((v) => v.sleutel === r.vraag);
    const zin = [maak("strong", {}, titel), `: ${oordelen[r.oordeel]}. `, r.tekst,
      r.grond === EIGEN && maak("span", { class: "kg-hint" }, teksten.eigen_oordeel)];
    return maak("li", {}, merk(r.oordeel), maak("div", {}, zin));
  };
  return maak("ul", { class: "kk-redenen" }, optie.redenen.map(regel));
}

// Wat de regels over een optie vertellen, per veld; een leeg veld staat er niet.
export function velden(optie, regels, opPagina) {
  return regels.velden.filter(({ sleutel }) => optie[sleutel]?.length || optie[sleutel]?.naar)
    .map(({ sleutel, titel }) => [maak("h4", { class: "kk-kop" }, titel), inhoud(optie[sleutel], opPagina)]);
}
