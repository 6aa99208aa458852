// Een stelling om te scoren: cijfers, "weet niet", een opmerking en wissen.
import { vul } from "../../regels/basis.js";
import { hint } from "../delen.js";
import { knop, maak, nieuwId } from "../dom.js";
import { maakVak } from "../vak.js";
import { maakVeld, zetWaarde } from "../velden.js";

const merk = nieuwId();

// `van(wie, sleutel)` geeft de rij die er al is; `antwoord(sleutel, wijziging)` bewaart, en met null wist het.
export function maakStelling({ stelling, wie, regels, van, antwoord, volg }) {
  const { sleutel, tekst } = stelling, { schaal } = regels, nu = () => van(wie, sleutel);
  const keuze = (waarde, woord, score, soort = "") => maak("label", { class: `kg-cijfer ${soort}` },
    maak("input", { type: "radio", name: `${merk}.${sleutel}`, value: String(waarde), "data-sleutel": `${sleutel}.${waarde}`,
      "aria-label": woord,
      onchange: () => antwoord(sleutel, { score }) }), soort ? woord : String(waarde));
  const cijfers = Array.from({ length: schaal.top + 1 }, (_, n) => keuze(n, naamVan(n, schaal), n));
  const vak = maak("div", { class: "kg-cijfers" }, cijfers, keuze("", schaal.weet_niet, null, "kg-weetniet"));
  const radios = [...vak.querySelectorAll("input")], meer = maakVak("div", { class: "kg-meer" });
  const wis = () => { antwoord(sleutel, null); radios[0].focus(); };
  volg(() => {
    const rij = nu(), gekozen = rij && String(rij.score ?? "");
    for (const radio of radios) radio.checked = radio.value === gekozen;
    meer.toon(Boolean(rij), (bij) => rij && maakMeer({ sleutel, tekst, regels, nu, antwoord, wis, volg: bij }));
  });
  return maak("fieldset", { class: "kg-stelling", disabled: !wie }, maak("legend", {}, tekst),
    // Wie kiest, leest erbij wat er te kiezen valt.
    regels.rang && hint(stelling.uitleg), vak, meer.el);
}

const naamVan = (n, { top, laag, hoog }) => (n === 0 ? `0, ${laag}` : n === top ? `${n}, ${hoog}` : String(n));

function maakMeer({ sleutel, tekst, regels, nu, antwoord, wis, volg }) {
  const { teksten } = regels, kolom = { kop: teksten.opmerking, soort: "tekst" };
  const veld = maakVeld(kolom, nu().opmerking, `${sleutel}.opmerking`, vul(teksten.opmerking_bij, { stelling: tekst }),
    (opmerking) => void antwoord(sleutel, { opmerking }));
  veld.firstChild.placeholder = teksten.opmerking_leeg;
  volg(() => zetWaarde(veld, nu()?.opmerking));
  return [veld, knop(teksten.wis, wis, { "aria-label": vul(teksten.wis_bij, { stelling: tekst }) })];
}
