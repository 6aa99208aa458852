// De gegevens van het plan: titel, regio, doel, datum, fase, en wie er meedoen.
import { maak } from "../dom.js";
import { maakRijen, vasthouden } from "./rijen.js";
import T from "./teksten.json";

const VELDEN = ["titel", "regio", "datum", "fase", "doel"];

export function maakGegevens(stand) {
  const velden = Object.fromEntries(VELDEN.map((naam) => [naam, maakVeld(naam, stand)]));
  const mensen = maakRijen({
    stand,
    sectie: "mensen",
    ding: T.mens,
    eerste: "naam",
    nieuw: { doet_mee: "ja" },
    velden: [{ kolom: "naam" }, { kolom: "rol" }, { kolom: "partij", namen: ["stakeholders"] }, { kolom: "doet_mee", vink: ["ja", "nee"] }],
  });
  const vak = maak(
    "details",
    { class: "kg-uitklap kp-gegevens" },
    maak("summary", {}, T.gegevens),
    maak(
      "div",
      { class: "kp-velden" },
      VELDEN.map((naam) => maak("label", { class: `kp-veld kp-${naam}` }, maak("span", {}, T[naam]), velden[naam])),
    ),
    maak("h3", { class: "kg-deelkop" }, T.mensen),
    mensen.vak,
  );
  // Wie nog niets heeft ingevuld, ziet meteen waar het kan.
  vak.open = !stand.veld("titel") || !stand.veld("regio");
  return {
    vak,
    begin() {
      vak.open = true;
      velden.titel.focus();
    },
    ververs() {
      for (const naam of VELDEN) zetWaarde(velden[naam], stand.veld(naam));
      mensen.ververs();
    },
  };
}

function maakVeld(naam, stand) {
  const meer = {
    class: "kg-veld",
    "data-sleutel": `veld.${naam}`,
    autocomplete: "off",
    oninput: (e) => stand.zetVeld(naam, e.target.value),
  };
  if (naam === "fase")
    return maak(
      "select",
      meer,
      Object.entries(T.fasen).map(([waarde, woord]) => maak("option", { value: waarde }, woord)),
    );
  if (naam === "doel") return vasthouden(maak("textarea", { ...meer, rows: 2 }), stand);
  // Een datum die geen hele datum is (zoals "maart 2027") blijft tekst.
  const soort = naam === "datum" && /^(\d{4}-\d{2}-\d{2})?$/.test(stand.veld(naam)) ? "date" : "text";
  return vasthouden(maak("input", { ...meer, type: soort }), stand);
}

function zetWaarde(veld, waarde) {
  if (veld.type === "date" && waarde && !/^\d{4}-\d{2}-\d{2}$/.test(waarde)) veld.type = "text";
  if (veld !== document.activeElement && veld.value !== waarde) veld.value = waarde;
}
