// De houder van één dossier in dit tabblad: hij leest vóór hij schrijft, schrijft alleen wat hier veranderde, en volgt de andere tabbladen.
import { maakGeschiedenis } from "./geschiedenis.js";
import { leesJson, VOOR } from "./opslag.js";
import { geefIds, leegDossier, leesVorm, nieuwId, vasteIds, VERSIE } from "./vorm.js";
import { isLeeg, keer, pas, verschil, voegTakkenSamen } from "./verschil.js";

const WACHT_MS = 250, HOOGSTENS_MS = 1500, KETEN = 32, RONDEN = 4, ONGEDAAN = 200;

const alleenErbij = ({ secties }) => ({ velden: {}, keuzes: {},
  secties: Object.fromEntries(Object.entries(secties).map(([naam, { erbij }]) => [naam, { erbij, weg: [], anders: {} }])) });
const inhoud = ({ velden, secties, keuzes, gewijzigd, apart }) => ({ velden, secties, keuzes, gewijzigd, apart });

// Lees wat er is opgeslagen: { stempel, keten, dossier }, { nieuwer }, of null als het niet te begrijpen is.
export function leesOpgeslagen(tekst) {
  const gegevens = leesJson(tekst), vorm = gegevens && leesVorm(gegevens);
  if (!vorm || "nieuwer" in vorm) return vorm;
  return { stempel: gegevens._stempel ?? "", keten: Array.isArray(gegevens._keten) ? gegevens._keten : [], tijd: gegevens._tijd, dossier: { ...vorm, secties: vasteIds(vorm.secties) } };
}

const schrijfOpgeslagen = ({ stempel, keten, tijd, dossier: { velden, ...rest } }) => JSON.stringify({ kennisdossier: VERSIE, _stempel: stempel, _keten: keten, _tijd: tijd, ...velden, ...rest });

// `id` is null voor wat alleen in dit tabblad bestaat (zoals wat iemand deelde). `zetApart(tekst, waarom)` bewaart wat niet te lezen is.
export function maakHouder({ opslag, id, begin = leegDossier(), zetApart }) {
  const sleutel = id && `${VOOR}dossier.${id}`, geschiedenis = id && maakGeschiedenis(opslag, id);
  const luisteraars = new Set(), verleden = [], toekomst = [], gezien = [];
  let nu = { stempel: "", keten: [], dossier: { ...begin, secties: vasteIds(begin.secties) } }; // wat hier op het scherm staat
  let basis = { ...nu }; // wat er in de opslag stond toen wij het voor het laatst zagen
  let vuil = false, getypt = false, klok = null, sinds = 0, waarom = {}, groep = null;
  let toestand = { probleem: null, tijd: null }, kent = [], ronden = 0;

  const meld = () => luisteraars.forEach((doe) => doe());
  // Wat in dit tabblad verwerkt is: de versies zelf, en de stempels van alles wat daar weer in verwerkt was.
  function onthoud(versie) {
    gezien.push(versie);
    if (gezien.length > KETEN) gezien.shift();
    kent = [...new Set([...kent, ...versie.keten, versie.stempel])].filter(Boolean).slice(-KETEN);
  }
  function stel(deel) { toestand = { ...toestand, ...deel }; }

  // -- lezen

  function neemOver(versie) { nu = versie; basis = versie; onthoud(versie); stel({ tijd: versie.tijd ?? null }); }

  function begrijp(tekst) {
    if (tekst === null) return null;
    const gelezen = leesOpgeslagen(tekst);
    if (gelezen?.nieuwer !== undefined) { stel({ probleem: "nieuwer" }); return null; }
    if (!gelezen) zetApart(tekst, "dit was niet te lezen");
    return gelezen;
  }

  function lees() {
    const gelezen = sleutel && begrijp(opslag.lees(sleutel));
    if (gelezen) neemOver(gelezen);
    else onthoud(basis);
  }

  // Een ander tabblad schreef. Wat hier nog wacht, komt er weer overheen; wat zij niet gezien hadden ook.
  function hoor(bericht) {
    // Een bericht kan achterlopen; wat er nu staat, telt. Gewist of weggegooid: wat hier staat, blijft staan.
    const tekst = bericht === null ? null : opslag.lees(sleutel) ?? bericht;
    const gelezen = begrijp(tekst);
    if (!gelezen) return meld();
    if (gelezen.stempel === basis.stempel) return undefined;
    const gezienDoorHen = gelezen.keten.includes(basis.stempel) || gelezen.stempel === basis.stempel || basis.stempel === "";
    const ouder = gezienDoorHen ? basis : gezien.findLast((versie) => gelezen.keten.includes(versie.stempel)) ?? gezien[0];
    const mijn = vuil || !gezienDoorHen ? nu.dossier : null;
    onthoud(gelezen);
    stel({ tijd: gelezen.tijd });
    if (!mijn) { nu = gelezen; basis = gelezen; return meld(); }
    // Wat hier net getypt is, gaat voor. Wat hier al stond en zij niet gezien hadden, wijkt: anders overschrijven twee tabbladen elkaar zonder eind.
    const samen = voegTakkenSamen(ouder.dossier, mijn, gelezen.dossier, !getypt);
    if (!getypt) geschiedenis.noteer({ oud: nu, nieuw: gelezen, wat: "in een ander tabblad overschreven", zij: true });
    basis = gelezen;
    nu = { ...gelezen, dossier: wijk(gelezen.dossier, samen) };
    if (!isLeeg(verschil(gelezen.dossier, nu.dossier))) plan();
    else if (!getypt) { vuil = false; sinds = 0; }
    meld();
  }

  // Komen twee tabbladen er na een paar ronden niet uit, dan wijkt dit tabblad: eerst in alles behalve de rijen die alleen hier
  // staan, en ten slotte helemaal. Wat het had, staat in de geschiedenis.
  function wijk(hun, samen) {
    if (getypt || ++ronden <= RONDEN) return samen;
    return ronden > 3 * RONDEN ? hun : pas(hun, alleenErbij(verschil(hun, samen)));
  }

  // -- schrijven

  function plan() {
    vuil = true;
    if (!sleutel) return;
    sinds ||= Date.now();
    clearTimeout(klok);
    klok = setTimeout(schrijf, Math.max(0, Math.min(WACHT_MS, sinds + HOOGSTENS_MS - Date.now())));
  }

  // Schrijf, en maak zo nodig ruimte door oude stappen te wissen. Geef wat er misging, of null.
  function zet(versie, oud) {
    const doen = [() => geschiedenis.noteer({ oud, nieuw: versie, ...waarom }), () => opslag.zet(sleutel, schrijfOpgeslagen(versie))];
    let bezwaar = null;
    for (const doe of doen) {
      bezwaar = doe();
      while (bezwaar === "vol" && geschiedenis.krimp()) bezwaar = doe();
    }
    return bezwaar;
  }

  function schrijf() {
    clearTimeout(klok);
    klok = null;
    if (!vuil || !sleutel || toestand.probleem === "nieuwer") return;
    const daar = begrijp(opslag.lees(sleutel));
    if (toestand.probleem === "nieuwer") return meld();
    if (daar && daar.stempel !== basis.stempel) { nu = { ...nu, dossier: voegTakkenSamen(basis.dossier, nu.dossier, daar.dossier) }; basis = daar; onthoud(daar); }
    const tijd = new Date().toISOString();
    const versie = { stempel: nieuwId(), keten: kent, tijd, dossier: nu.dossier };
    const bezwaar = zet(versie, basis);
    if (!bezwaar) { neemOver(versie); vuil = false; getypt = false; sinds = 0; waarom = {}; }
    stel({ probleem: bezwaar });
    meld();
  }

  // -- wijzigen

  function stempelTijd(oud, nieuw) {
    const tijd = new Date().toISOString(), gewijzigd = { ...nieuw.gewijzigd };
    for (const naam of Object.keys(nieuw.secties)) if (nieuw.secties[naam] !== oud.secties[naam]) gewijzigd[naam] = tijd;
    return { ...nieuw, gewijzigd };
  }

  function voer(doe, info) {
    const oud = nu.dossier, ruw = doe(oud);
    if (ruw === oud) return null;
    const nieuw = { ...oud, ...inhoud(ruw), secties: geefIds(ruw.secties, oud.secties) };
    const wijziging = verschil(oud, nieuw);
    if (isLeeg(wijziging)) return null;
    nu = { ...nu, dossier: stempelTijd(oud, nieuw) };
    waarom = { ...info };
    getypt = true;
    ronden = 0;
    plan();
    return wijziging;
  }

  const houder = {
    id,
    dossier: () => nu.dossier,
    // Wijzig het dossier: `doe(dossier)` geeft een nieuw dossier. `wat` en `gereedschap` staan straks in de geschiedenis; `stil` is geen stap om ongedaan te maken.
    wijzig(doe, { stil = false, ...info } = {}) {
      const wijziging = voer(doe, info);
      if (!wijziging) return;
      if (groep) groep.wijzigingen.push(wijziging);
      else if (!stil) { verleden.push([wijziging]); toekomst.length = 0; if (verleden.length > ONGEDAAN) verleden.shift(); }
      meld();
    },
    // Een sleep is één stap, hoeveel tussenstanden er ook zijn.
    begin() { groep ??= { wijzigingen: [] }; },
    klaar() {
      if (groep?.wijzigingen.length) { verleden.push(groep.wijzigingen); toekomst.length = 0; }
      groep = null;
      meld();
    },
    kanTerug: () => verleden.length > 0,
    kanVooruit: () => toekomst.length > 0,
    terug() {
      const stap = verleden.pop();
      if (!stap) return;
      toekomst.push(stap);
      voer((dossier) => [...stap].reverse().reduce((d, w) => pas(d, keer(w)), dossier), { wat: "ongedaan gemaakt" });
      meld();
    },
    vooruit() {
      const stap = toekomst.pop();
      if (!stap) return;
      verleden.push(stap);
      voer((dossier) => stap.reduce((d, w) => pas(d, w), dossier), { wat: "opnieuw gedaan" });
      meld();
    },
    luister(doe) { luisteraars.add(doe); return () => luisteraars.delete(doe); },
    hoor,
    schrijfNu: () => schrijf(),
    // Leg ook een nog leeg dossier vast, zodat andere tabbladen het zien.
    legVast() { vuil = true; schrijf(); },
    toestand: () => ({ ...toestand, wacht: vuil }),
    bestaat: () => sleutel !== null && opslag.lees(sleutel) !== null,
    geschiedenis: () => (geschiedenis ? geschiedenis.lijst(basis.stempel) : []),
    versie: (gekozen) => { schrijf(); return geschiedenis?.versie(basis, gekozen) ?? null; },
    herstel(gekozen) {
      const eerder = houder.versie(gekozen);
      if (eerder) houder.wijzig(() => eerder, { wat: "eerdere versie teruggezet" });
      return Boolean(eerder);
    },
  };
  lees();
  return houder;
}
