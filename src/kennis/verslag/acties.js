// De actielijst: een actie maken uit een onderdeel van een gereedschap en zonder dubbele op de lijst zetten. Tweeling van acties.py.
import { schoon } from "../kolommen.js";
import { tekst, vul } from "../regels/basis.js";

export function maakActie(regels, onderdeel) {
  const gevuld = Object.fromEntries(Object.entries(onderdeel).map(([naam, waarde]) => [naam, tekst(waarde)]));
  const wat = gevuld.wat || vul(regels.verslag?.actie ?? "{bij}", gevuld);
  return { wat, wie: gevuld.wie ?? "", wanneer: gevuld.wanneer ?? "", gereedschap: regels.gereedschap, bij: gevuld.bij ?? "", stand: "open" };
}

export const zetOpLijst = (rijen, actie) => (plekOpLijst(rijen, actie) === null ? [...rijen, actie] : [...rijen]);

export function plekOpLijst(rijen, actie) {
  const kenmerk = (rij) => JSON.stringify(["gereedschap", "bij", "wat"].map((naam) => schoon(tekst(rij[naam])).toLowerCase()));
  const gezocht = kenmerk(actie), plek = rijen.findIndex((rij) => kenmerk(rij) === gezocht);
  return plek < 0 ? null : plek;
}
