// De bewaarder: de dossiers van de lezer op dit apparaat. Eigen werk en een voorbeeld zijn twee dingen, en niets raakt weg:
// wat niet te lezen is, wordt apart gehouden; wat is weggegooid, is terug te halen; wat een oudere pagina schreef, komt erbij.
import { leesOpgeslagen, maakHouder } from "./houder.js";
import { leesJson, maakOpslag, VOOR } from "./opslag.js";
import { geefIds, leegDossier, leesVorm, naarBestand, nieuwId } from "./vorm.js";

const OUD = "kennisboek.dossier", ACTIEF = `${VOOR}actief`, OUDGEZIEN = `${VOOR}oud`, DOSSIER = `${VOOR}dossier.`, WEG = `${VOOR}weg.`, APART = `${VOOR}apart.`;
const BEWAARDAGEN = 30;

// Een korte vingerafdruk, om te zien of een tekst dezelfde is als toen.
export function vingerafdruk(tekst) {
  let getal = 5381;
  for (let i = 0; i < tekst.length; i++) getal = ((getal << 5) + getal + tekst.charCodeAt(i)) | 0;
  return `${tekst.length.toString(36)}.${(getal >>> 0).toString(36)}`;
}

export function maakBewaarder(opslag = maakOpslag()) {
  const houders = new Map(), luisteraars = new Set();
  let actief = null, probleem = opslag.probleem;
  const meld = () => luisteraars.forEach((doe) => doe());

  function zetApart(tekst, waarom) {
    const sleutel = `${APART}${vingerafdruk(tekst)}`;
    if (opslag.lees(sleutel) === null) opslag.zet(sleutel, JSON.stringify({ tijd: new Date().toISOString(), waarom, tekst }));
  }

  function houder(id, begin) {
    if (!houders.has(id)) {
      const nieuw = maakHouder({ opslag, id, begin, zetApart });
      nieuw.luister(meld);
      houders.set(id, nieuw);
    }
    return houders.get(id);
  }

  // -- de lijst

  const isVoorbeeld = (id) => id.startsWith("voorbeeld-");
  function noem(sleutel) {
    const id = sleutel.slice(DOSSIER.length), gelezen = leesOpgeslagen(opslag.lees(sleutel));
    if (!gelezen) return { id, titel: "Niet te lezen", onleesbaar: true };
    if (gelezen.nieuwer !== undefined) return { id, titel: "Gemaakt met een nieuwere versie van dit boek", nieuwer: true };
    return { id, titel: gelezen.dossier.velden.titel || "Mijn dossier", regio: gelezen.dossier.velden.regio ?? "", tijd: gelezen.tijd, secties: telSecties(gelezen.dossier) };
  }
  const lijst = () => opslag.sleutels(DOSSIER).filter((sleutel) => !isVoorbeeld(sleutel.slice(DOSSIER.length))).map(noem)
    .concat(...[...houders.values()].filter((h) => h.id && !isVoorbeeld(h.id) && h.nieuw && !h.bestaat()).map((h) => ({ id: h.id, titel: h.dossier().velden.titel || "Mijn dossier" })));

  function kies(id) {
    houders.get(actief)?.schrijfNu();
    actief = id;
    if (id) opslag.zet(ACTIEF, id); else opslag.wis(ACTIEF);
    meld();
  }

  // Maak een dossier en kies het. Het staat meteen in de opslag, zodat andere tabbladen het zien.
  function voegToe(dossier, info) {
    const id = nieuwId(), nieuw = houder(id, leegDossier());
    nieuw.nieuw = true;
    nieuw.wijzig(() => ({ ...dossier, secties: geefIds(zonderIds(dossier.secties)) }), { stil: true, ...info });
    nieuw.legVast();
    kies(id);
    return id;
  }

  // -- wat een oudere pagina bewaarde

  function haalOud() {
    const tekst = opslag.lees(OUD);
    if (tekst === null || opslag.lees(OUDGEZIEN) === vingerafdruk(tekst)) return;
    const gegevens = leesJson(tekst), vorm = gegevens && leesVorm({ keuzes: {}, ...gegevens });
    const eerder = actief;
    if (!vorm || vorm.nieuwer !== undefined) zetApart(tekst, "dit bewaarde een oudere versie van dit boek, en het was niet te lezen");
    else {
      const { vorig, ...velden } = vorm.velden;
      for (const [gereedschap, stand] of Object.entries(vorig ?? {})) {
        const vorigVorm = leesVorm({ secties: stand?.secties, keuzes: { [gereedschap]: stand?.keuzes ?? {} } });
        if (vorigVorm && Object.values(vorigVorm.secties).some((rijen) => rijen.length)) voegToe({ ...vorigVorm, velden: { titel: "Vorige invulling" } }, { wat: "overgenomen van een oudere versie" });
      }
      if (Object.values(vorm.secties).some((rijen) => rijen.length)) voegToe({ ...vorm, velden: { titel: eerder ? "Mijn dossier (oudere versie)" : "Mijn dossier", ...velden } }, { wat: "overgenomen van een oudere versie" });
    }
    if (eerder) kies(eerder);
    opslag.zet(OUDGEZIEN, vingerafdruk(tekst));
  }

  function begin() {
    const gekozen = opslag.lees(ACTIEF);
    const gevonden = gekozen && opslag.lees(DOSSIER + gekozen);
    if (gekozen && gevonden !== null) actief = gekozen;
    haalOud();
    if (!actief && !gekozen) actief = lijst().find((een) => !een.onleesbaar && !een.nieuwer)?.id ?? null;
    for (const sleutel of opslag.sleutels(WEG)) {
      const tijd = Date.parse(leesJson(opslag.lees(sleutel))?.tijd ?? 0);
      if (Date.now() - tijd > BEWAARDAGEN * 864e5) opslag.wis(sleutel);
    }
    opslag.luister((sleutel, tekst) => {
      if (sleutel === null) return [...houders.values()].forEach((h) => h.hoor(null));
      if (sleutel.startsWith(DOSSIER)) { houders.get(sleutel.slice(DOSSIER.length))?.hoor(tekst); meld(); }
      if (sleutel === OUD) { haalOud(); meld(); }
      if (sleutel === ACTIEF && tekst && !actief) { actief = tekst; meld(); }
    });
    const schrijfAlles = () => houders.forEach((h) => h.schrijfNu());
    addEventListener("pagehide", schrijfAlles);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") schrijfAlles(); });
  }

  begin();
  return {
    lijst,
    actief: () => actief,
    // De houder van het eigen dossier, of null als er nog geen is.
    eigen: () => (actief ? houder(actief) : null),
    voorbeeld: (gereedschap, start) => houder(`voorbeeld-${gereedschap}-${vingerafdruk(JSON.stringify(start))}`, start),
    los: (dossier) => maakHouder({ opslag, id: null, begin: dossier, zetApart }),
    kies,
    nieuw: (velden, secties = {}, keuzes = {}) => voegToe({ ...leegDossier(velden), secties, keuzes }, { wat: "begonnen" }),
    neem: (dossier, wat) => voegToe({ ...leegDossier(), ...dossier }, { wat }),
    kopieer(id) { const { velden, ...rest } = houder(id).dossier(); return voegToe({ ...rest, velden: { ...velden, titel: `${velden.titel || "Mijn dossier"} (kopie)` } }, { wat: "gekopieerd" }); },
    // Weggooien is terug te halen, dertig dagen lang.
    verwijder(id) {
      const h = houders.get(id);
      h?.schrijfNu();
      const tekst = opslag.lees(DOSSIER + id);
      if (tekst !== null && opslag.zet(WEG + id, JSON.stringify({ tijd: new Date().toISOString(), tekst })) !== null) return false;
      opslag.wis(DOSSIER + id);
      houders.delete(id);
      if (actief === id) kies(lijst().find((een) => !een.onleesbaar && !een.nieuwer)?.id ?? null);
      meld();
      return true;
    },
    weggegooid: () => opslag.sleutels(WEG).map((sleutel) => {
      const { tijd, tekst } = leesJson(opslag.lees(sleutel)) ?? {};
      return { id: sleutel.slice(WEG.length), tijd, titel: leesOpgeslagen(tekst ?? "")?.dossier?.velden.titel || "Mijn dossier" };
    }),
    zetTerug(id) {
      const { tekst } = leesJson(opslag.lees(WEG + id)) ?? {};
      if (!tekst || opslag.zet(DOSSIER + id, tekst) !== null) return false;
      opslag.wis(WEG + id);
      kies(id);
      return true;
    },
    apart: () => opslag.sleutels(APART).map((sleutel) => ({ sleutel, ...leesJson(opslag.lees(sleutel)) })),
    probleem: () => probleem ?? (actief && houder(actief).toestand().probleem),
    bestand: (id = actief) => naarBestand(houder(id).dossier()),
    luister(doe) { luisteraars.add(doe); return () => luisteraars.delete(doe); },
    schrijfNu: () => houders.forEach((h) => h.schrijfNu()),
  };
}

const telSecties = ({ secties }) => Object.fromEntries(Object.entries(secties).filter(([, rijen]) => rijen.length).map(([naam, rijen]) => [naam, rijen.length]));
const zonderIds = (secties) => Object.fromEntries(Object.entries(secties).map(([naam, rijen]) => [naam, rijen.map(({ id, ...rij }) => rij)]));
