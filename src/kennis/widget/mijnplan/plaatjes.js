// De plaatjes van het plan: getekend met de figuren van de soorten, en voor Word als png op wit.
import { datum } from "../../verslag/tijd.js";
import { maakVel, naarPng } from "../bestand.js";

// Per soort [uitkomst, figuur].
const SOORTEN = {};
const BREED = 520;

// Geef per gereedschap in het verslag een svg; een soort zonder figuur heeft er geen.
export function tekenPlaatjes(verslag, dossier, alleRegels) {
  const figuren = verslag.delen.filter((deel) => deel.soort === "figuur"),
    regelsVan = ({ gereedschap }) => alleRegels.find((een) => een.gereedschap === gereedschap);
  return Object.fromEntries(
    figuren
      .filter((deel) => Object.hasOwn(SOORTEN, regelsVan(deel).soort))
      .map((deel) => [deel.gereedschap, tekenPlaatje(deel, dossier, regelsVan(deel))]),
  );
}

function tekenPlaatje({ gereedschap, keuzes }, dossier, regels) {
  const gekozen = { ...dossier.keuzes?.[gereedschap], ...keuzes },
    [reken, teken] = SOORTEN[regels.soort];
  const { svg } = teken({ uit: reken(dossier.secties, regels, gekozen), regels, breed: BREED, keuzes: gekozen });
  // De uitleg staat bij de figuur eromheen.
  svg.removeAttribute("role");
  svg.removeAttribute("aria-label");
  return svg;
}

// Geef per gereedschap { png, breed, hoog }. De svg's moeten op de pagina staan: hun opmaak komt daarvandaan.
export async function naarPlaatjes(svgs, verslag, dossier) {
  const onder = [[dossier.regio, datum(dossier.datum)].filter(Boolean).join(" · ")];
  const titels = new Map(verslag.delen.filter((deel) => deel.soort === "figuur").map((deel) => [deel.gereedschap, deel.titel]));
  const uit = {};
  for (const [gereedschap, svg] of Object.entries(svgs)) {
    const blob = await naarPng(maakVel(svg, { titel: titels.get(gereedschap), onder }));
    const { width, height } = await createImageBitmap(blob);
    uit[gereedschap] = { png: await blob.arrayBuffer(), breed: width, hoog: height };
  }
  return uit;
}
