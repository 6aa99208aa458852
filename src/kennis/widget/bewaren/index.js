// Alles wat een pagina pas laadt als de lezer iets wil openen, bewaren, delen, kiezen of inlezen.
import { actie } from "./acties.js";
import { begin, dossiers, neemVoorbeeld } from "./dossiers.js";
import { invoer } from "./invoer.js";
import { ontvang } from "./ontvangst.js";
import { csv, deel, dossier, png, svg, xlsx } from "./uitvoer.js";

export { leesLink } from "./lezen.js";
export { maakLinkVan } from "./uitvoer.js";

// Een voorbeeld op een pagina laat het eigen dossier met rust; in een notebook komt het in de plaats van wat er staat.
function voorbeeld({ model, stand, zeg, delen }, { naam, titel, secties }) {
  const alle = secties ?? delen.cases[naam];
  if (model.houder) model.toonVoorbeeld({ velden: { titel }, secties: alle });
  else stand.zet({ ...stand.nu(), secties: { ...stand.nu().secties, ...Object.fromEntries(model.get("opzet").sectienamen.map((s) => [s, alle[s] ?? []])) } });
  zeg(`Geladen: ${titel}.`);
}

const ACTIES = { actie, begin, csv, deel, dossier, dossiers, invoer, neemVoorbeeld, ontvang, png, svg, voorbeeld, xlsx };

// Geef de acties van één gereedschap: elke neemt wat erbij hoort.
export const maakActies = (ctx) => Object.fromEntries(Object.entries(ACTIES).map(([naam, doe]) => [naam, (...meer) => doe(ctx, ...meer)]));
