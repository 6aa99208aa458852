// Elementen maken. Alles wat van buiten komt gaat als tekst naar binnen, nooit als opmaak.

const SVG = "http://www.w3.org/2000/svg";

function vulElement(element, eigenschappen, kinderen) {
  for (const [naam, waarde] of Object.entries(eigenschappen ?? {})) {
    if (naam.startsWith("on")) element.addEventListener(naam.slice(2), waarde);
    else if (waarde === true) element.setAttribute(naam, "");
    else if (waarde !== false && waarde !== null && waarde !== undefined) element.setAttribute(naam, waarde);
  }
  element.append(...kinderen.flat(9).filter((kind) => kind !== null && kind !== undefined && kind !== false));
  return element;
}

export const maak = (soort, eigenschappen, ...kinderen) => vulElement(document.createElement(soort), eigenschappen, kinderen);

export const teken = (soort, eigenschappen, ...kinderen) => vulElement(document.createElementNS(SVG, soort), eigenschappen, kinderen);

export const zet = (element, eigenschappen) => vulElement(element, eigenschappen, []);

// Toevallig, want een pagina kan deze module twee keer bevatten (in wat eerst komt en in wat later komt).
export const nieuwId = () => `kg${Math.random().toString(36).slice(2)}`;

export const knop = (tekst, doe, meer) => maak("button", { type: "button", class: "kg-knop", onclick: doe, ...meer }, tekst);

export const uitklap = (titel, open, ...kinderen) =>
  maak("details", { class: "kg-uitklap", open, "data-uitklap": titel }, maak("summary", {}, titel), ...kinderen);

// Vervang de inhoud van een vak, en laat staan wat van de lezer is: de focus met wat geselecteerd was, wat openstaat, tekst die
// geweigerd werd, en tekst die nog nergens staat (een veld met data-concept).
export function ververs(vak, ...kinderen) {
  ververEn(vak, kinderen, () => {});
}

// Als ververs, met `vul` nadat weer openstaat wat openstond: zo is er iets om de tekst en de focus aan terug te geven.
export function ververEn(vak, kinderen, vul) {
  const open = houdOpen(vak), tekst = houdTekst(vak), focus = houdFocus(vak);
  vak.replaceChildren(...[kinderen].flat(9).filter(Boolean));
  open();
  vul();
  const vind = (naam) => [...vak.querySelectorAll("[data-sleutel]")].find((element) => element.dataset.sleutel === naam);
  tekst(vind);
  focus(vind);
}

function houdOpen(vak) {
  const ooit = new Map([...vak.querySelectorAll("[data-uitklap]")].map((deel) => [deel.dataset.uitklap, deel.open]));
  return () => {
    for (const deel of vak.querySelectorAll("[data-uitklap]")) if (ooit.has(deel.dataset.uitklap)) deel.open = ooit.get(
      deel.dataset.uitklap);
  };
}

function houdTekst(vak) {
  const velden = [...vak.querySelectorAll("[data-sleutel]:is([aria-invalid], [data-concept])")];
  const oud = velden.map((veld) => ({ naam: veld.dataset.sleutel, waarde: veld.value, geweigerd: veld.hasAttribute("aria-invalid"),
    fout: veld.nextSibling?.textContent }));
  return (vind) => {
    for (const { naam, waarde, geweigerd, fout } of oud) {
      const veld = vind(naam);
      if (!veld) continue;
      veld.value = waarde;
      if (!geweigerd || !veld.nextSibling) continue;
      veld.setAttribute("aria-invalid", "true");
      veld.nextSibling.textContent = fout;
    }
  };
}

// Zonder de selectie te herstellen komt wat de lezer verder typt voor de oude waarde te staan.
function houdFocus(vak) {
  const actief = document.activeElement, sleutel = vak.contains(actief) ? actief.dataset.sleutel : null;
  if (!sleutel) return () => {};
  const tekstveld = actief.matches("input[type=text], textarea");
  const { selectionStart: van, selectionEnd: tot, value: waarde } = tekstveld ? actief : {};
  return (vind) => {
    const nieuw = vind(sleutel);
    nieuw?.focus({ preventScroll: true });
    if (!tekstveld || nieuw?.tagName !== actief.tagName) return;
    if (van === 0 && tot === waarde.length) nieuw.select();
    else nieuw.setSelectionRange(Math.min(van, nieuw.value.length), Math.min(tot, nieuw.value.length));
  };
}
