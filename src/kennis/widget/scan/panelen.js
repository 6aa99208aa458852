// Het scoreformulier en de tabel van de scan. Komen pas als de lezer een naam invult of iets openklapt.
import { toon } from "../../regels/basis.js";
import { knop, maak, nieuwId, ververs } from "../dom.js";
import { leesTabel, maakVeld } from "../velden.js";

export function maakPanelen({ regels, van, antwoord }) {
  const { schaal } = regels, merk = nieuwId();

  function stelling({ sleutel, tekst }, wie, velden) {
    const cijfer = (waarde, woord, doe, soort = "") => maak("label", { class: `kg-cijfer ${soort}` }, maak("input", { type: "radio", name: `${merk}.${sleutel}`, value: String(waarde), "data-sleutel": `${sleutel}.${waarde}`, onchange: doe, "aria-label": woord }), soort ? woord : String(waarde));
    const waarden = Array.from({ length: schaal.top + 1 }, (_, n) => n);
    const vak = maak("div", { class: "kg-cijfers" }, waarden.map((n) => cijfer(n, n === 0 ? `0, ${schaal.laag}` : n === schaal.top ? `${n}, ${schaal.hoog}` : String(n), () => antwoord(sleutel, { score: n }))),
      cijfer("", schaal.weet_niet, () => antwoord(sleutel, { score: null }), "kg-weetniet"));
    const meer = maak("div", { class: "kg-meer" }), radios = [...vak.querySelectorAll("input")];
    velden.push(() => {
      const rij = van(wie, sleutel), nu = rij && String(rij.score ?? "");
      for (const radio of radios) radio.checked = radio.value === nu;
      ververs(meer, rij && [maakVeld({ kop: "Opmerking", soort: "tekst" }, rij.opmerking, `${sleutel}.opmerking`, `Opmerking bij: ${tekst}`, (w) => antwoord(sleutel, { opmerking: w })),
        knop("Wis", () => { antwoord(sleutel, null); radios[0].focus(); }, { "aria-label": `Wis je antwoord bij: ${tekst}` })]);
      const opmerking = meer.querySelector("input");
      if (opmerking) opmerking.placeholder = "Opmerking (mag leeg)";
    });
    return maak("fieldset", { class: "kg-stelling", disabled: !wie }, maak("legend", {}, tekst), vak, meer);
  }

  function tabel(deel) {
    const rijen = deel.stellingen.map((s) => [s.tekst, toon(s.gemiddelde), s.laagste === null ? "–" : `${toon(s.laagste)} – ${toon(s.hoogste)}`, String(s.punten.length), String(s.weet_niet), s.opmerkingen.map((o) => `${o.persoon}: ${o.tekst}`).join(" | ")]);
    return leesTabel(deel.titel, ["Stelling", "Gemiddeld", "Van – tot", "Scores", "Weet niet", "Opmerkingen"], rijen);
  }

  return { stelling, tabel };
}
