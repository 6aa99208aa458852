// Een lijst om in te vullen, zoals acties of deelnemers. Elke rij houdt haar velden zolang zij bestaat, zodat typen nooit wordt onderbroken.
import { vul } from "../../regels/basis.js";
import { knop, maak, nieuwId } from "../dom.js";
import T from "./teksten.json";

// Alles wat in één veld wordt getypt, is één stap om ongedaan te maken.
export function vasthouden(veld, stand) {
  veld.addEventListener("focus", () => stand.begin());
  veld.addEventListener("blur", () => stand.klaar());
  return veld;
}

// velden: [{kolom, namen: secties met namen om uit te kiezen, vink: [aan, uit], waarden}]. De eerste kolom moet gevuld zijn.
// sorteer(rijen) geeft de volgorde op het scherm; achter(rij) geeft wat er onder een rij staat.
export function maakRijen({ stand, sectie, ding, eerste, velden, nieuw = {}, sorteer = (rijen) => rijen, achter = () => null }) {
  const lijst = maak("ul", { class: `kp-rijen kp-${sectie}` }), vak = maak("div", {}, lijst), rijen = new Map();
  const namenlijsten = velden.filter((veld) => veld.namen).map((veld) => ({ veld, lijst: maak("datalist", { id: nieuwId() }) }));
  vak.append(...namenlijsten.map((een) => een.lijst));
  const alle = () => stand.rijen(sectie), plek = (id) => alle().findIndex((rij) => rij.id === id);

  const omgeving = { stand, sectie, ding, eerste, velden, nieuw, namenlijsten, rijen, plek };
  const concept = () => lijst.append(maakRij(omgeving, null, concept).li);
  concept();

  function ververs() {
    const bezig = lijst.contains(document.activeElement), volgorde = bezig ? alle() : sorteer(alle());
    for (const [id, rij] of rijen) if (plek(id) < 0) { rij.li.remove(); rijen.delete(id); }
    for (const rij of volgorde) {
      if (!rijen.has(rij.id)) rijen.set(rij.id, maakRij(omgeving, rij.id));
      rijen.get(rij.id).zet(rij, achter(rij));
    }
    // Onder wie typt, verschuift niets.
    for (const { id } of volgorde) if (!bezig || !rijen.get(id).li.isConnected) lijst.insertBefore(rijen.get(id).li, lijst.lastChild);
    for (const { veld, lijst: namen } of namenlijsten) vulNamen(namen, stand, veld.namen);
  }
  return { vak, ververs };
}

function vulNamen(lijst, stand, secties) {
  const namen = [...new Set(secties.flatMap((sectie) => stand.rijen(sectie).map((rij) => rij.naam)).filter(Boolean))];
  if (namen.join("\n") !== [...lijst.children].map((optie) => optie.value).join("\n")) lijst.replaceChildren(...namen.map((naam) => maak("option", { value: naam })));
}

// Eén rij. Zonder id is het de lege rij onderaan; zij wordt een echte rij zodra er iets in de eerste kolom staat.
function maakRij(omgeving, begin, bijBegin = () => {}) {
  const { stand, sectie, ding, eerste, velden, nieuw, rijen, plek } = omgeving;
  let id = begin;
  const onder = maak("div", { class: "kp-onder" }), weg = knop("×", haalWeg, { class: "kg-knop kp-weg", hidden: !id });
  const invoer = Object.fromEntries(velden.map((veld) => [veld.kolom, maakInvoer(veld, omgeving, wijzig)]));
  const li = maak("li", { class: "kp-rij", role: "group", "aria-label": id ? ding : vul(T.nieuw, { ding }) },
    velden.map((veld) => maak("label", { class: `kp-cel kp-cel-${veld.kolom}` }, maak("span", { class: "kp-kop" }, T.koppen[veld.kolom]), invoer[veld.kolom])), weg, onder);
  li.addEventListener("focusout", (e) => { if (!li.contains(e.relatedTarget)) verlaat(); });
  if (!id) invoer[eerste].placeholder = vul(T.nieuw, { ding });

  const waarden = () => Object.fromEntries(velden.map((veld) => [veld.kolom, lees(invoer[veld.kolom], veld)]));

  function wijzig(kolom) {
    if (id) return stand.zetCel(sectie, plek(id), { [kolom]: waarden()[kolom] });
    if (waarden()[eerste]) word(waarden());
  }
  function word(inhoud) {
    // Eerst bekend, dan pas in het dossier: anders komt er voor dezelfde rij nog een regel bij.
    id = nieuwId();
    rijen.set(id, { li, zet });
    stand.voegRij(sectie, { ...nieuw, ...inhoud, id });
    weg.hidden = false;
    li.setAttribute("aria-label", ding);
    invoer[eerste].placeholder = "";
    bijBegin();
  }
  // Wat geen naam heeft maar wel inhoud, krijgt er een; wat helemaal leeg is, gaat weg.
  function verlaat() {
    const inhoud = waarden(), heeft = velden.some((veld) => !veld.vink && !veld.waarden && inhoud[veld.kolom]);
    if (inhoud[eerste] || (!id && !heeft)) return;
    if (id && !heeft) return haalWeg();
    invoer[eerste].value = T.onbenoemd;
    wijzig(eerste);
  }
  function haalWeg() {
    const buur = li.nextElementSibling?.querySelector("input");
    stand.haalRij(sectie, plek(id));
    buur?.focus();
  }
  function zet(rij, achter) {
    for (const veld of velden) zetInvoer(invoer[veld.kolom], veld, rij[veld.kolom] ?? "");
    weg.setAttribute("aria-label", vul(T.weg, { naam: rij[eerste] || ding.toLowerCase() }));
    weg.title = weg.getAttribute("aria-label");
    onder.replaceChildren(...(achter ? [achter] : []));
    li.classList.toggle("kp-af", ["klaar", "vervallen"].includes(rij.stand));
  }
  return { li, zet };
}

function maakInvoer(veld, { stand, namenlijsten }, wijzig) {
  const meer = { class: "kg-veld", autocomplete: "off" };
  if (veld.vink) return maak("input", { type: "checkbox", class: "kp-vink", checked: true, onchange: () => wijzig(veld.kolom) });
  if (veld.waarden) return maak("select", { ...meer, onchange: () => wijzig(veld.kolom) }, veld.waarden.map((waarde) => maak("option", { value: waarde }, T.standen[waarde])));
  const lijst = namenlijsten.find((een) => een.veld === veld)?.lijst.id;
  return vasthouden(maak("input", { ...meer, type: "text", list: lijst, oninput: () => wijzig(veld.kolom) }), stand);
}

const lees = (invoer, veld) => (veld.vink ? veld.vink[invoer.checked ? 0 : 1] : invoer.value.trim() || null);

function zetInvoer(invoer, veld, waarde) {
  if (veld.vink) invoer.checked = waarde === veld.vink[0];
  else if (invoer !== document.activeElement && invoer.value !== waarde) invoer.value = waarde;
}
