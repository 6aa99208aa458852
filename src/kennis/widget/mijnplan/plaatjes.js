// De plaatjes van het plan: getekend met de figuren van de soorten, en voor Word als png op wit.
import { uitkomst as uitKiezer } from "../../regels/kiezer.js";
import { uitkomst as uitPlan } from "../../regels/plan.js";
import { uitkomst as uitRekenblad } from "../../regels/rekenblad.js";
import { uitkomst as uitScan } from "../../regels/scan.js";
import { uitkomst as uitVeld } from "../../regels/veld.js";
import { datum } from "../../verslag/tijd.js";
import { maakVel, naarPng } from "../bestand.js";
import { figuur as kiezer } from "../kiezer/figuur.js";
import { figuur as plan } from "../plan/figuur.js";
import { figuur as rekenblad } from "../rekenblad/figuur.js";
import { figuur as scan } from "../scan/figuur.js";
import { figuur as veld } from "../veld/figuur.js";

// Per soort [uitkomst, figuur].
const SOORTEN = {
  veld: [uitVeld, veld],
  kiezer: [uitKiezer, kiezer],
  scan: [uitScan, scan],
  plan: [uitPlan, plan],
  rekenblad: [uitRekenblad, rekenblad],
};
const BREED = 560; // zo staan de vormen van een netwerk naast elkaar

// Geef per gereedschap in het verslag een svg.
export function tekenPlaatjes(verslag, dossier, alleRegels) {
  const figuren = verslag.delen.filter((deel) => deel.soort === "figuur");
  const regelsVan = ({ gereedschap }) => alleRegels.find((een) => een.gereedschap === gereedschap);
  return Object.fromEntries(figuren.map((deel) => [deel.gereedschap, tekenPlaatje(deel, dossier, regelsVan(deel))]));
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
