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

export const uitklap = (titel, open, ...kinderen) => maak("details", { class: "kg-uitklap", open, "data-uitklap": titel }, maak("summary", {}, titel), ...kinderen);

// Vervang de inhoud van een vak, en laat staan wat van de lezer is: de focus, wat openstaat, en tekst die geweigerd werd.
export function ververs(vak, ...kinderen) {
  const actief = document.activeElement;
  const sleutel = vak.contains(actief) ? actief.dataset.sleutel : null;
  const ooit = new Map([...vak.querySelectorAll("[data-uitklap]")].map((deel) => [deel.dataset.uitklap, deel.open]));
  const geweigerd = [...vak.querySelectorAll("[aria-invalid][data-sleutel]")].map((veld) => [veld.dataset.sleutel, veld.value, veld.nextSibling?.textContent]);
  vak.replaceChildren(...kinderen.flat(9).filter(Boolean));
  for (const deel of vak.querySelectorAll("[data-uitklap]")) if (ooit.has(deel.dataset.uitklap)) deel.open = ooit.get(deel.dataset.uitklap);
  const vind = (naam) => [...vak.querySelectorAll("[data-sleutel]")].find((element) => element.dataset.sleutel === naam);
  for (const [naam, waarde, fout] of geweigerd) {
    const veld = vind(naam);
    if (!veld?.nextSibling) continue;
    veld.value = waarde;
    veld.setAttribute("aria-invalid", "true");
    veld.nextSibling.textContent = fout;
  }
  if (sleutel) vind(sleutel)?.focus({ preventScroll: true });
}
