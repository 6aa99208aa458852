// Bestanden maken en lezen, zonder server.
import { maak, teken } from "./dom.js";

export function download(naam, inhoud, soort) {
  const adres = URL.createObjectURL(inhoud instanceof Blob ? inhoud : new Blob([inhoud], { type: soort }));
  const link = maak("a", { href: adres, download: naam });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(adres), 10000);
}

// Geef de tekst van een bestand: UTF-8, UTF-16 zoals Excel "Unicode" noemt, en anders Windows-1252 zoals oudere Excels bewaren.
export async function leesTekst(bestand) {
  const bytes = new Uint8Array(await bestand.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const STIJLEN = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "font-style", "paint-order", "text-anchor"];
const WIT = "#ffffff", RAND = 24, REGEL = 20;

// Doe iets met de kleuren van het lichte thema: een plaatje gaat naar een wit vel, ook als het scherm donker is.
function inLicht(doe) {
  const eerder = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = "light";
  try { return doe(); } finally {
    if (eerder === undefined) delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = eerder;
  }
}

// Geef een kopie van een svg die ook los van de pagina klopt: alle stijlen staan erin.
function losseKopie(svg) {
  // Wat gekozen is, hoort bij het scherm en niet bij het plaatje.
  const gekozen = svg.querySelectorAll("[aria-pressed=true]");
  gekozen.forEach((punt) => punt.setAttribute("aria-pressed", "false"));
  const kopie = svg.cloneNode(true);
  const bron = [svg, ...svg.querySelectorAll("*")], doel = [kopie, ...kopie.querySelectorAll("*")];
  inLicht(() => bron.forEach((element, i) => {
    const stijl = getComputedStyle(element);
    doel[i].setAttribute("style", STIJLEN.map((naam) => `${naam}:${stijl.getPropertyValue(naam)}`).join(";"));
    for (const naam of ["class", "tabindex", "role", "data-sleutel", "aria-pressed", "aria-describedby"]) doel[i].removeAttribute(naam);
  }));
  gekozen.forEach((punt) => punt.setAttribute("aria-pressed", "true"));
  kopie.querySelectorAll("[data-los]").forEach((deel) => deel.remove());
  return kopie;
}

function breekAf(tekst, tekens) {
  const regels = [""];
  for (const woord of tekst.split(" ")) {
    const samen = regels.at(-1) ? `${regels.at(-1)} ${woord}` : woord;
    if (samen.length > tekens && regels.at(-1)) regels.push(woord); else regels[regels.length - 1] = samen;
  }
  return regels;
}

// Zet regels tekst onder elkaar; geef de groep en hoe hoog zij is.
function tekstblok(regels, breed, grootte, { vet = false, kleur = "#1f2a30" } = {}) {
  const lijnen = regels.flatMap((regel) => breekAf(regel, Math.floor(breed / (grootte * 0.54))));
  const groep = teken("g", {}, lijnen.map((lijn, i) => teken("text", { x: 0, y: (i + 0.8) * grootte * 1.35, fill: kleur, "font-size": grootte, "font-weight": vet ? 650 : 400 }, lijn)));
  return { groep, hoog: lijnen.length * grootte * 1.35 };
}

// Maak van een plaatje een vel: titel, regio en datum erboven, legenda eronder, op wit en met de letters van de pagina.
export function maakVel(svg, { titel, onder = [], legenda = [], letters = null }) {
  const { width, height } = svg.viewBox.baseVal, breed = Math.max(320, width);
  const kop = tekstblok([titel], breed, 18, { vet: true }), sub = tekstblok(onder.filter(Boolean), breed, 13, { kleur: "#55636b" }), voet = tekstblok(legenda, breed, 12, { kleur: "#55636b" });
  const letter = `"Kennisboek Schreefloos", "Segoe UI", system-ui, sans-serif`;
  const beeld = losseKopie(svg), y = RAND + kop.hoog + sub.hoog + REGEL / 2, hoog = y + height + (legenda.length ? REGEL + voet.hoog : 0) + RAND;
  for (const [naam, waarde] of Object.entries({ x: RAND, y, width, height })) beeld.setAttribute(naam, waarde);
  kop.groep.setAttribute("transform", `translate(${RAND} ${RAND})`);
  sub.groep.setAttribute("transform", `translate(${RAND} ${RAND + kop.hoog})`);
  voet.groep.setAttribute("transform", `translate(${RAND} ${y + height + REGEL})`);
  const vel = teken("svg", { viewBox: `0 0 ${breed + 2 * RAND} ${hoog}`, width: breed + 2 * RAND, height: hoog, "font-family": letter },
    letters && teken("style", {}, `@font-face{font-family:"Kennisboek Schreefloos";font-weight:400 700;src:url(data:font/woff2;base64,${letters})}`),
    teken("rect", { width: "100%", height: "100%", fill: WIT }), kop.groep, sub.groep, beeld, voet.groep);
  vel.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(vel);
}

// Teken een svg als png, drie keer zo groot als op het scherm: genoeg voor een hele dia.
export async function naarPng(tekst, maal = 3) {
  const beeld = new Image();
  beeld.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(tekst);
  await beeld.decode();
  const doek = Object.assign(document.createElement("canvas"), { width: beeld.width * maal, height: beeld.height * maal });
  doek.getContext("2d").drawImage(beeld, 0, 0, doek.width, doek.height);
  return new Promise((klaar) => doek.toBlob(klaar, "image/png"));
}
