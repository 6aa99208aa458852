// De actielijst: een actie maken uit een onderdeel van een gereedschap, haar één keer op de lijst zetten, en sorteren.
// Tweeling van acties.py.
import { schoon } from "../woord.js";
import { sorteer, tekst, vul } from "../regels/basis.js";
import { tijdsleutel } from "./tijd.js";

export function maakActie(regels, onderdeel) {
  const gevuld = Object.fromEntries(Object.entries(onderdeel).map(([naam, waarde]) => [naam, tekst(waarde)]));
  const wat = gevuld.wat || vul(regels.verslag?.actie ?? "{bij}", gevuld);
  return {
    wat,
    wie: gevuld.wie ?? "",
    wanneer: gevuld.wanneer ?? "",
    gereedschap: regels.gereedschap,
    bij: gevuld.bij ?? "",
    stand: "open",
  };
}

export const zetOpLijst = (rijen, actie) => (plekOpLijst(rijen, actie) === null ? [...rijen, actie] : [...rijen]);

export function plekOpLijst(rijen, actie) {
  const kenmerk = (rij) => JSON.stringify(["gereedschap", "bij", "wat"].map((naam) => schoon(tekst(rij[naam])).toLowerCase()));
  const gezocht = kenmerk(actie),
    plek = rijen.findIndex((rij) => kenmerk(rij) === gezocht);
  return plek < 0 ? null : plek;
}

// Wat klaar of vervallen is komt achteraan, wat leeg is na wat gevuld is.
export function sorteerActies(acties, volgorde) {
  if (volgorde === "ingevoerd") return [...acties];
  return sorteer(acties, (actie) => {
    const wie = tekst(actie.wie).toLowerCase(),
      wanneer = tekst(actie.wanneer).toLowerCase(),
      tijd = tijdsleutel(actie.wanneer);
    const moment = [tijd ? 0 : 1, tijd, wanneer ? 0 : 1, wanneer],
      persoon = [wie ? 0 : 1, wie];
    const af = ["klaar", "vervallen"].includes(tekst(actie.stand)) ? 1 : 0;
    return volgorde === "wie" ? [af, ...persoon, ...moment] : [af, ...moment, ...persoon];
  });
}
