// De geschiedenis van een dossier: elke wijziging als stap terug, en van elke dag het begin.
// Elke stap heeft een eigen sleutel in de opslag, zodat twee tabbladen elkaars stappen nooit overschrijven.
import { leesJson, VOOR } from "./opslag.js";
import { pas, verschil } from "./verschil.js";

// Alleen wat in dit tabblad werd getypt, telt samen als één stap: wat een ander tabblad schreef, blijft een eigen stap.
const TAB = Math.random().toString(36).slice(2);
const STAPPEN = 100, MINSTENS = 50, DAGEN = 31, SAMEN_MS = 20000;

export function maakGeschiedenis(opslag, id) {
  const stapvoor = `${VOOR}stap.${id}.`, dagvoor = `${VOOR}dag.${id}.`;
  const stappen = () => opslag.sleutels(stapvoor);
  const laatste = () => leesJson(opslag.lees(stappen().at(-1) ?? ""));

  function ruimOp(voor, houd) {
    const alle = opslag.sleutels(voor);
    for (const sleutel of alle.slice(0, Math.max(0, alle.length - houd))) opslag.wis(sleutel);
  }

  return {
    // Schrijf op hoe je van `nieuw` terugkomt bij `oud`. Verder typen in hetzelfde veld is één stap; een zijtak (`zij`) staat op zichzelf.
    noteer({ oud, nieuw, wat = "gewijzigd", gereedschap = "", zij = false }) {
      const tijd = new Date().toISOString(), vorige = laatste(), sleutel = stappen().at(-1);
      const verder = !zij && vorige?.tab === TAB && !vorige.zij && vorige.van === oud.stempel && vorige.wat === wat && vorige.gereedschap === gereedschap && Date.parse(tijd) - Date.parse(vorige.tijd) < SAMEN_MS;
      const begin = verder ? pas(oud.dossier, vorige.terug) : oud.dossier;
      const stap = { van: nieuw.stempel, naar: verder ? vorige.naar : oud.stempel, tijd: verder ? vorige.tijd : tijd, wat, gereedschap, zij, tab: TAB, terug: verschil(nieuw.dossier, begin) };
      const dag = `${dagvoor}${tijd.slice(0, 10)}`;
      const bezwaar = opslag.zet(verder ? sleutel : `${stapvoor}${Date.now().toString(36)}.${nieuw.stempel}`, JSON.stringify(stap));
      if (!bezwaar && opslag.lees(dag) === null) opslag.zet(dag, JSON.stringify({ tijd, dossier: oud.dossier }));
      ruimOp(stapvoor, STAPPEN);
      ruimOp(dagvoor, DAGEN);
      return bezwaar;
    },
    // Maak ruimte als de opslag vol is; geef of er iets weg kon.
    krimp() {
      const oudste = stappen(), dagen = opslag.sleutels(dagvoor);
      const weg = oudste.length > MINSTENS ? oudste.slice(0, oudste.length - MINSTENS) : dagen.length ? dagen.slice(0, 1) : oudste.slice(0, 10);
      weg.forEach((sleutel) => opslag.wis(sleutel));
      return weg.length > 0;
    },
    // Noem de versies, de nieuwste eerst: {sleutel, tijd, wat, gereedschap, soort}. De stappen volgen de draad vanaf `stempel`.
    lijst(stempel) {
      const alle = stappen().map((sleutel) => ({ ...leesJson(opslag.lees(sleutel)), sleutel, soort: "stap" })).filter((stap) => stap.terug);
      const uit = [], gehad = new Set();
      for (let nu = stempel; nu !== undefined && !gehad.has(nu) && gehad.add(nu); ) {
        uit.push(...alle.filter((stap) => stap.zij && stap.van === nu));
        const stap = alle.find((een) => !een.zij && een.van === nu);
        if (stap) uit.push(stap);
        nu = stap?.naar;
      }
      const dagen = opslag.sleutels(dagvoor).reverse().map((sleutel) => ({ sleutel, ...leesJson(opslag.lees(sleutel)), soort: "dag" })).filter((dag) => dag.dossier);
      return [...uit, ...dagen];
    },
    // Geef het dossier zoals het was vóór een stap, of aan het begin van een dag.
    versie(nu, gekozen) {
      if (gekozen.soort === "dag") return gekozen.dossier;
      let dossier = nu.dossier;
      for (const stap of this.lijst(nu.stempel)) {
        const ervoor = pas(dossier, stap.terug);
        if (stap.sleutel === gekozen.sleutel) return ervoor;
        if (!stap.zij) dossier = ervoor;
      }
      return null;
    },
    wis: () => [...stappen(), ...opslag.sleutels(dagvoor)].forEach((sleutel) => opslag.wis(sleutel)),
  };
}
