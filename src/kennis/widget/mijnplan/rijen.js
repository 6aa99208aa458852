// Een lijst om in te vullen, zoals acties of deelnemers.
// Elke rij houdt haar velden zolang zij bestaat, zodat typen nooit wordt onderbroken.
import { vul } from "../../regels/basis.js";
import { knop, maak, nieuwId, zet as zetEigenschappen } from "../dom.js";
import T from "./teksten.json";

// Alles wat in één veld wordt getypt, is één stap om ongedaan te maken.
export function vasthouden(veld, stand) {
  veld.addEventListener("focus", () => stand.begin());
  veld.addEventListener("blur", () => stand.klaar());
  return veld;
}

// velden: [{kolom, namen: secties met namen om uit te kiezen, vink: [aan, uit], waarden, toon: hoe een waarde er staat}].
// De kolom `eerste` moet gevuld zijn.
// sorteer(rijen) geeft de volgorde op het scherm; achter(rij) geeft wat er onder een rij staat.
export function maakRijen({ stand, sectie, ding, eerste, velden, nieuw = {}, sorteer = (rijen) => rijen, achter = () => null }) {
  const lijst = maak("div", { class: `kp-rijen kp-${sectie}` }),
    vak = maak("div", {}, lijst),
    rijen = new Map();
  const namenlijsten = velden.filter((veld) => veld.namen).map((veld) => ({ veld, lijst: maak("datalist", { id: nieuwId() }) }));
  vak.append(...namenlijsten.map((een) => een.lijst));
  const alle = () => stand.rijen(sectie),
    plek = (id) => alle().findIndex((rij) => rij.id === id);

  const omgeving = { stand, sectie, ding, eerste, velden, nieuw, namenlijsten, rijen, plek };
  let leeg = null;
  const concept = () => lijst.append((leeg = new Rij(omgeving, null, concept)).el);
  concept();
  // Wie de pagina verlaat midden in een nieuwe rij, laat haar achter zoals wie de rij verlaat.
  const rondAf = () => leeg.verlaat();
  addEventListener("pagehide", rondAf, true);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && rondAf(), true);

  function ververs() {
    const bezig = lijst.contains(document.activeElement),
      volgorde = bezig ? alle() : sorteer(alle());
    for (const [id, rij] of rijen)
      if (plek(id) < 0) {
        rij.el.remove();
        rijen.delete(id);
      }
    for (const rij of volgorde) {
      if (!rijen.has(rij.id)) rijen.set(rij.id, new Rij(omgeving, rij.id));
      rijen.get(rij.id).zet(rij, achter(rij));
    }
    // Onder wie typt, verschuift niets.
    for (const { id } of volgorde) if (!bezig || !rijen.get(id).el.isConnected) lijst.insertBefore(rijen.get(id).el, lijst.lastChild);
    for (const { veld, lijst: namen } of namenlijsten) vulNamen(namen, stand, veld.namen);
  }
  return { vak, ververs };
}

function vulNamen(lijst, stand, secties) {
  const namen = [...new Set(secties.flatMap((sectie) => stand.rijen(sectie).map((rij) => rij.naam)).filter(Boolean))];
  if (namen.join("\n") !== [...lijst.children].map((optie) => optie.value).join("\n"))
    lijst.replaceChildren(...namen.map((naam) => maak("option", { value: naam })));
}

// Eén rij. Zonder id is het de lege rij onderaan; zij wordt een echte rij zodra er iets in de eerste kolom staat.
class Rij {
  constructor(omgeving, id, bijBegin = () => {}) {
    const { ding, eerste, velden } = omgeving;
    Object.assign(this, { omgeving, id, bijBegin });
    this.invoer = Object.fromEntries(velden.map((veld) => [veld.kolom, maakInvoer(veld, omgeving, (kolom) => this.wijzig(kolom))]));
    this.onder = maak("div", { class: "kp-onder" });
    this.weg = knop("×", () => this.haalWeg(), { class: "kg-knop kp-weg", hidden: !id });
    const cellen = velden.map(({ kolom }) => {
      const kop = maak("span", { class: "kp-kop" }, T.koppen[kolom]);
      return maak("label", { class: `kp-cel kp-cel-${kolom}` }, kop, this.invoer[kolom]);
    });
    const naam = id ? ding : vul(T.nieuw, { ding });
    this.el = maak("div", { class: "kp-rij", role: "group", "aria-label": naam }, cellen, this.weg, this.onder);
    this.el.addEventListener("focusout", (e) => !this.el.contains(e.relatedTarget) && this.verlaat());
    if (!id) this.invoer[eerste].placeholder = naam;
  }

  get waarden() {
    return Object.fromEntries(this.omgeving.velden.map((veld) => [veld.kolom, lees(this.invoer[veld.kolom], veld)]));
  }

  wijzig(kolom) {
    const { stand, sectie, eerste, plek } = this.omgeving;
    if (this.id) stand.zetCel(sectie, plek(this.id), { [kolom]: this.waarden[kolom] });
    else if (this.waarden[eerste]) this.word();
  }

  word() {
    const { stand, sectie, ding, eerste, nieuw, rijen } = this.omgeving;
    // Eerst bekend, dan pas in het dossier: anders komt er voor dezelfde rij nog een regel bij.
    this.id = nieuwId();
    rijen.set(this.id, this);
    stand.voegRij(sectie, { ...nieuw, ...this.waarden, id: this.id });
    this.weg.hidden = false;
    this.el.setAttribute("aria-label", ding);
    this.invoer[eerste].placeholder = "";
    this.bijBegin();
  }

  // Wat geen naam heeft maar wel inhoud, krijgt er een; wat helemaal leeg is, gaat weg.
  verlaat() {
    const { eerste, velden } = this.omgeving,
      { waarden } = this;
    const heeft = velden.some((veld) => !veld.vink && !veld.waarden && waarden[veld.kolom]);
    if (waarden[eerste] || (!this.id && !heeft)) return;
    if (!heeft) return this.haalWeg();
    this.invoer[eerste].value = T.onbenoemd;
    this.wijzig(eerste);
  }

  haalWeg() {
    const { stand, sectie, plek } = this.omgeving,
      buur = this.el.nextElementSibling?.querySelector("input");
    stand.haalRij(sectie, plek(this.id));
    buur?.focus();
  }

  zet(rij, achter) {
    const { velden, eerste, ding } = this.omgeving,
      naam = vul(T.weg, { naam: rij[eerste] || ding.toLowerCase() });
    for (const veld of velden) zetInvoer(this.invoer[veld.kolom], veld, rij[veld.kolom] ?? "");
    zetEigenschappen(this.weg, { "aria-label": naam, title: naam });
    this.onder.replaceChildren(...(achter ? [achter] : []));
    this.el.classList.toggle("kp-af", ["klaar", "vervallen"].includes(rij.stand));
  }
}

function maakInvoer(veld, { stand, namenlijsten }, wijzig) {
  const meer = { class: "kg-veld", autocomplete: "off" };
  if (veld.vink) return maak("input", { type: "checkbox", class: "kp-vink", checked: true, onchange: () => wijzig(veld.kolom) });
  if (veld.waarden)
    return maak(
      "select",
      { ...meer, onchange: () => wijzig(veld.kolom) },
      veld.waarden.map((waarde) => maak("option", { value: waarde }, T.standen[waarde])),
    );
  const lijst = namenlijsten.find((een) => een.veld === veld)?.lijst.id;
  return vasthouden(maak("input", { ...meer, type: "text", list: lijst, oninput: () => wijzig(veld.kolom) }), stand);
}

const lees = (invoer, veld) => (veld.vink ? veld.vink[invoer.checked ? 0 : 1] : invoer.value.trim() || null);

function zetInvoer(invoer, veld, waarde) {
  const getoond = veld.toon ? veld.toon(waarde) : waarde;
  if (veld.vink) invoer.checked = waarde === veld.vink[0];
  else if (invoer !== document.activeElement && invoer.value !== getoond) invoer.value = getoond;
}
