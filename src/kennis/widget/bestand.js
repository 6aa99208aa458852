// Bestanden maken en lezen, zonder server.
import { maak } from "./dom.js";

export function download(naam, inhoud, soort) {
  const adres = URL.createObjectURL(inhoud instanceof Blob ? inhoud : new Blob([inhoud], { type: soort }));
  const link = maak("a", { href: adres, download: naam });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(adres), 10000);
}

// Geef de tekst van een bestand: UTF-8, en anders Windows-1252 zoals oudere Excels bewaren.
export async function leesTekst(bestand) {
  const bytes = await bestand.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const STIJLEN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "paint-order", "text-anchor"];

// Geef een svg die ook los van de pagina klopt: alle stijlen staan erin.
export function losseSvg(svg, achtergrond) {
  // Wat gekozen is, hoort bij het scherm en niet bij het plaatje.
  const gekozen = svg.querySelectorAll("[aria-pressed=true]");
  gekozen.forEach((punt) => punt.setAttribute("aria-pressed", "false"));
  const kopie = svg.cloneNode(true);
  const bron = [svg, ...svg.querySelectorAll("*")], doel = [kopie, ...kopie.querySelectorAll("*")];
  bron.forEach((element, i) => {
    const stijl = getComputedStyle(element);
    doel[i].setAttribute("style", STIJLEN.map((s) => `${s}:${stijl.getPropertyValue(s)}`).join(";"));
    for (const naam of ["class", "tabindex", "role", "data-sleutel"]) doel[i].removeAttribute(naam);
  });
  gekozen.forEach((punt) => punt.setAttribute("aria-pressed", "true"));
  kopie.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  kopie.querySelectorAll("[data-los]").forEach((deel) => deel.remove());
  const vlak = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [naam, waarde] of Object.entries({ width: "100%", height: "100%", fill: achtergrond })) vlak.setAttribute(naam, waarde);
  kopie.prepend(vlak);
  return new XMLSerializer().serializeToString(kopie);
}

export async function naarPng(svg, achtergrond) {
  const { width, height } = svg.viewBox.baseVal;
  const beeld = new Image();
  beeld.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(losseSvg(svg, achtergrond));
  await beeld.decode();
  const doek = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
  doek.getContext("2d").drawImage(beeld, 0, 0, doek.width, doek.height);
  return new Promise((klaar) => doek.toBlob(klaar, "image/png"));
}
