// Hoe een dossier heet en wat erin staat, in woorden.
import { maak } from "../dom.js";

export const titelVan = (dossier) => dossier.velden.titel || "Mijn dossier";

export const wanneer = (tijd) => (tijd ? new Date(tijd).toLocaleString("nl-NL", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }) : "onbekend wanneer");

// "stakeholders: 9, initiatieven: 6", met de titel van elke sectie.
export function inhoudVan(secties, beschrijvingen) {
  const delen = Object.entries(secties).filter(([, rijen]) => (rijen.length ?? rijen) > 0)
    .map(([naam, rijen]) => `${beschrijvingen?.[naam]?.titel ?? naam}: ${rijen.length ?? rijen}`);
  return delen.join(", ") || "nog leeg";
}

// De naam van een bestand: kleine letters en streepjes.
export const bestandsnaam = (tekst) => tekst.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "dossier";

export const regel = (label, veld, uitleg) => maak("label", { class: "kg-invoerregel" }, maak("span", {}, label), veld, uitleg && maak("small", { class: "kg-hint" }, uitleg));
