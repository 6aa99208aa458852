// Wat een plan aan het verslag bijdraagt: wat er per groep staat, de hele tabel en wat nog mist. Tweeling van plan.py.
import { leeg } from "../woord.js";
import { tekst, vul } from "../regels/basis.js";
import { uitkomst } from "../regels/plan.js";
import { aantal as tel, alsTekst, hoofdletter } from "../regels/zinnen.js";
import { celVan, getoond, metVoorbeeld, noem, soortVan, tekstenVan } from "./tekst.js";

export function bijdrage(secties, regels, keuzes, kolommen) {
  const rijen = secties[regels.sectie] ?? [],
    t = tekstenVan("plan", regels);
  if (!rijen.length) return null;
  const uit = uitkomst(secties, regels);
  return {
    zin: zin(uit, rijen, regels, t),
    keuze: [],
    tabellen: [tabel(uit, rijen, regels, kolommen[regels.sectie] ?? [], t)],
    raad: [],
    notities: [],
    mist: [...uit.ontbreekt.map((m) => vul(t.mist, { naam: m.naam, wat: noem(m.mist) })), ...uit.meldingen],
    keuzes: {},
    voorbeeld: uit.illustratief,
  };
}

const isVoorbeeld = (rij) => tekst(rij.illustratief) === "ja";

function zin(uit, rijen, regels, t) {
  const gevuld = uit.groepen.filter((groep) => groep.rijen.length);
  const los = new Set(uit.los.map((i) => alsTekst(rijen[i][regels.kolom])));
  const dingen = gevuld.reduce((aantal, groep) => aantal + groep.dingen.length, los.size);
  const af = rijen.filter((rij) => regels.keten.every((schakel) => !leeg(rij[schakel.kolom]))).length;
  const verzonnen = rijen.filter(isVoorbeeld).length;
  const eerst = vul(t[dingen === 1 ? "zin_een" : "zin"], {
    aantal: tel(dingen, regels.ding, regels.dingen),
    groepen: String(gevuld.length),
    alle: String(uit.groepen.length),
    rijen: String(rijen.length),
    af: String(af),
  });
  return verzonnen ? `${eerst} ${vul(t.voorbeeld, { n: String(verzonnen) })}` : eerst;
}

// De rijen op volgorde van de groepen; een voorbeeld van de makers is in een eigen kolom te zien.
function tabel(uit, rijen, regels, kolommen, t) {
  const eigen = getoond(kolommen, rijen),
    volgorde = [...uit.groepen.flatMap((groep) => groep.rijen), ...uit.los].map((i) => rijen[i]);
  const inhoud = {
    titel: hoofdletter(regels.dingen),
    koppen: eigen.map((k) => k.kop),
    soorten: eigen.map(soortVan),
    rijen: volgorde.map((rij) => eigen.map((k) => celVan(rij, k))),
  };
  return metVoorbeeld(inhoud, volgorde.map(isVoorbeeld), t);
}
