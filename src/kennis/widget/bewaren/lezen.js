// Lezen wat van buiten komt: een link of een of meer bewaarde dossiers. Gecontroleerd voordat de lezer het ziet.
import { keur } from "../../dossier/keuren.js";
import { leesLink as leesAdres } from "../../dossier/link.js";
import { legNaast } from "../../dossier/overnemen.js";
import { leesJson } from "../../dossier/versies.js";
import { foutzin } from "../../kolommen.js";

const mislukt = (...fouten) => ({ dossier: null, apart: [], fouten });

// Geef {dossier, apart, fouten} van wat er in een link staat.
export async function leesLink(adres, secties) {
  const { gegevens, fout } = await leesAdres(adres);
  return fout ? mislukt(fout) : keur(gegevens, secties, { bestand: "de link" });
}

// Meer bestanden tegelijk (zoals de scores van twaalf mensen) worden eerst één geheel.
export function leesDossiers(gelezen, secties) {
  const delen = gelezen.map(({ naam, dossier }) => {
    const { gegevens, fouten } = leesJson(dossier, naam);
    return fouten.length ? mislukt(...fouten.map(foutzin)) : keur(gegevens, secties, { bestand: naam });
  });
  const fouten = delen.flatMap((deel) => deel.fouten);
  if (fouten.length) return mislukt(...fouten);
  const samen = { ...delen[0].dossier };
  for (const { dossier } of delen.slice(1))
    for (const [naam, rijen] of Object.entries(dossier.secties)) samen.secties = { ...samen.secties, [naam]: legNaast(naam, samen.secties[naam] ?? [], rijen).rijen };
  return { dossier: samen, apart: delen.flatMap((deel) => deel.apart), fouten: [] };
}
