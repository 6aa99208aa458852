// Wat de lezer zelf kiest, en waarom.
import { GEKOZEN } from "../../regels/kiezer.js";
import { maak } from "../dom.js";
import { volgTypen, zetTekst } from "../typen.js";

export function maakBesluit({ regels, rijVan, zetRij }) {
  const { teksten, opties } = regels;
  if (!teksten.gekozen) return null;
  const keuze = maak("select", { class: "kg-veld", "data-sleutel": "gekozen",
    onchange: () => zetRij(GEKOZEN, { antwoord: keuze.value || null }) },
    maak("option", { value: "" }, teksten.nog_niet_gekozen), opties.map((o) => maak("option", { value: o.sleutel }, o.titel)));
  const notitie = maak("textarea", { class: "kg-veld", rows: 3, "data-sleutel": "notitie" });
  volgTypen(notitie, () => zetRij(GEKOZEN, { notitie: notitie.value || null }));
  const metKop = (kop, veld) => maak("label", {}, maak("span", {}, kop), veld);
  function toon() {
    const rij = rijVan(GEKOZEN);
    zetTekst(keuze, rij.antwoord ?? "");
    zetTekst(notitie, rij.notitie ?? "");
  }
  return { el: maak("div", { class: "kk-besluit" }, metKop(teksten.gekozen, keuze), metKop(teksten.notitie, notitie)), toon };
}
