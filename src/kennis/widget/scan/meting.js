// Bij welke meting hoort wat je nu scoort? Een naam van de lezer, zoals een jaar; wat er al is, staat eronder.
import { momenten } from "../../regels/metingen.js";
import { schoon } from "../../woord.js";
import { knop, maak, nieuwId } from "../dom.js";
import { maakVak } from "../vak.js";

// `rijen()` zijn de scores, `nu()` is de naam van de meting die geldt.
export function maakMeting({ regels, stand, rijen, nu }) {
  const { moment, teksten } = regels, uitleg = maak("span", { class: "kg-uitleg", id: nieuwId() }, teksten.meting_uitleg);
  const kies = (naam) => stand.zetKeuze("meting", naam);
  const veld = maak("input", { type: "text", class: "kg-veld", autocomplete: "off", id: nieuwId(), "data-sleutel": "meting",
    "aria-describedby": uitleg.id, onchange: () => kies(schoon(veld.value)) });
  const bekend = maakVak();
  function toon() {
    if (veld !== document.activeElement && veld.value !== nu()) veld.value = nu();
    const anderen = momenten(rijen(), moment).filter((naam) => naam !== nu());
    bekend.toon(anderen, () => anderen.length > 0
      && maak("ul", { class: "kg-chips", "aria-label": teksten.meting_bekend }, maak("li", {}, teksten.meting_bekend),
        anderen.map((naam) => maak("li", {}, knop(naam || teksten.meting_zonder, () => kies(naam), { class: "kg-knop kg-chip" })))));
  }
  const el = maak("div", { class: "kg-scherm" },
    maak("div", { class: "kg-regel" }, maak("label", { class: "kg-label", for: veld.id }, teksten.meting), veld, uitleg), bekend.el);
  return { el, toon };
}
