// Wat de lezer zelf kiest, en waarom.
import { GEKOZEN, teKiezen } from "../../regels/kiezer.js";
import { maak } from "../dom.js";
import { volgTypen, zetTekst } from "../typen.js";

export function maakBesluit({ regels, rijVan, zetRij }) {
  const { teksten } = regels;
  if (!teksten.gekozen) return null;
  const keuze = maak("select", { class: "kg-veld", "data-sleutel": "gekozen",
    onchange: () => zetRij(GEKOZEN, { antwoord: keuze.value || null }) },
    maak("option", { value: "" }, teksten.nog_niet_gekozen), teKiezen(regels).map((o) => maak("option", { value: o.sleutel }, o.titel)));
  const notitie = maak("textarea", { class: "kg-veld", rows: 3, "data-sleutel": "notitie" });
  volgTypen(notitie, () => zetRij(GEKOZEN, { notitie: notitie.value || null }));
  const metKop = (kop, veld) => maak("label", {}, maak("span", {}, kop), veld);
  const waarschuwing = maak("p", { class: "kg-letop", role: "status", hidden: true });
  function toon({ tegen }) {
    const rij = rijVan(GEKOZEN);
    zetTekst(keuze, rij.antwoord ?? "");
    zetTekst(notitie, rij.notitie ?? "");
    waarschuwing.hidden = !tegen;
    waarschuwing.textContent = tegen;
  }
  return { el: maak("div", { class: "kk-besluit" }, metKop(teksten.gekozen, keuze), waarschuwing, metKop(teksten.notitie, notitie)), toon };
}
