// De actielijst: toevoegen, afvinken, wijzigen en op volgorde zetten.
import { vul } from "../../regels/basis.js";
import { sorteerActies } from "../../verslag/acties.js";
import { datum } from "../../verslag/tijd.js";
import { maak } from "../dom.js";
import { maakRijen } from "./rijen.js";
import T from "./teksten.json";

export function maakActies(stand) {
  const volgorde = () => stand.keuze("volgorde", "wanneer");
  const lijst = maakRijen({
    stand,
    sectie: "acties",
    ding: T.actie,
    eerste: "wat",
    nieuw: { stand: "open" },
    velden: [
      { kolom: "wat" },
      { kolom: "wie", namen: ["mensen", "stakeholders"] },
      { kolom: "wanneer", toon: datum },
      { kolom: "stand", waarden: Object.keys(T.standen) },
    ],
    sorteer: (rijen) => sorteerActies(rijen, volgorde()),
    achter: (rij) => rij.bij && maak("span", { class: "kg-hint" }, vul(T.hoort, { bij: rij.bij })),
  });
  const kies = maak(
    "select",
    { class: "kg-veld kp-volgorde", "data-sleutel": "volgorde", onchange: (e) => stand.zetKeuze("volgorde", e.target.value) },
    Object.entries(T.volgordes).map(([waarde, woord]) => maak("option", { value: waarde }, woord)),
  );
  const elders = maak("div", { class: "kp-elders" });
  const vak = maak(
    "section",
    { class: "kp-actielijst", "aria-label": T.acties },
    maak("h3", {}, T.acties),
    maak("label", { class: "kp-sorteer" }, `${T.volgorde} `, kies),
    lijst.vak,
    elders,
  );
  return {
    vak,
    ververs() {
      kies.value = volgorde();
      lijst.ververs();
    },
    // Wat een gereedschap in zijn eigen lijst heeft staan, telt mee en wijzig je daar.
    toonElders: (acties) =>
      elders.replaceChildren(
        ...(acties.length
          ? [
              maak("p", { class: "kg-hint" }, T.elders),
              maak(
                "ul",
                {},
                acties.map((actie) => maak("li", {}, actie)),
              ),
            ]
          : []),
      ),
  };
}
