// Redenen, uitleg, de lijst om mee te nemen en wat naast elkaar staat. Komt pas als de lezer iets opent of kiest.
import { vul } from "../../regels/basis.js";
import { leesNamen } from "../../regels/kiezer.js";
import { knop, maak } from "../dom.js";
import { leesTabel, metLabel } from "../velden.js";

const TEKEN = { "+": "plus", "±": "half", "-": "min", "?": "open" };

export function maakPanelen({ model, stand, zetRij, namenVan }) {
  const { regels, secties } = model.get("opzet"), { teksten, sectie } = regels;
  const optieVan = (sleutel) => regels.opties.find((o) => o.sleutel === sleutel);
  const vraagVan = (sleutel) => regels.vragen.find((v) => v.sleutel === sleutel);

  // -- redenen en uitleg bij een optie

  const merk = (oordeel) => maak("span", { class: `kk-merk kk-${TEKEN[oordeel]}`, "aria-hidden": "true" }, oordeel === "-" ? "−" : oordeel);
  function reden(r) {
    const vraag = vraagVan(r.vraag);
    return maak("li", {}, merk(r.oordeel), maak("div", {}, maak("strong", {}, vraag.titel), `: ${regels.oordelen[r.oordeel]}`, r.hard && maak("em", {}, ` (${regels.eiskop.toLowerCase()})`), ". ",
      r.tekst, r.grond === "ons oordeel" && maak("span", { class: "kg-hint" }, " Toelichting: ons oordeel."), r.niet_nagezien && [" ", maak("span", { class: "kk-los" }, teksten.niet_nagezien)]));
  }
  function inhoud(waarde) {
    if (waarde.naar) {
      const [pagina, anker] = waarde.naar.split("#"), weg = document.documentElement.dataset.content_root ?? "../";
      return maak("p", {}, model.gastheer ? maak("a", { href: `${weg}${pagina}.html#${anker}` }, waarde.titel) : `${waarde.titel} (${pagina})`);
    }
    return Array.isArray(waarde) ? maak("ul", {}, waarde.map((zin) => maak("li", {}, zin))) : maak("p", {}, waarde);
  }
  function uitleg(sleutel) {
    const optie = optieVan(sleutel);
    return regels.velden.map(({ sleutel: veld, titel }) => (optie[veld]?.length || optie[veld]?.naar ? [maak("h4", { class: "kk-kop" }, titel), inhoud(optie[veld])] : null));
  }
  const kaart = (o) => [maak("ul", { class: "kk-redenen" }, o.redenen.map(reden)), uitleg(o.sleutel)];
  const extra = (deel) => inhoud(regels.inhoud_extra[deel.sleutel]);
  const rekenwijze = () => ["punten", "volgorde", ...(regels.tips ?? [])].map((naam) => maak("p", {}, teksten[naam]));

  // -- de lijst om mee te nemen

  const voegToe = (rij) => stand.zetSectie(sectie, [...stand.rijen(sectie), { ...Object.fromEntries(secties[sectie].kolommen.map((k) => [k.sleutel, null])), ...rij }]);
  const haalWeg = (i) => stand.zetSectie(sectie, stand.rijen(sectie).filter((_, j) => j !== i));
  const bestaat = (naam, i) => stand.rijen(sectie).some((rij, j) => j !== i && rij[regels.lijst.kolom].toLowerCase() === naam.toLowerCase());

  function wissel(sleutel) {
    const { kolom, eerste } = regels.lijst, { titel, stap } = optieVan(sleutel);
    const i = stand.rijen(sectie).findIndex((rij) => rij[kolom] === titel);
    if (i < 0) voegToe({ [kolom]: titel, [eerste]: stap });
    else haalWeg(i);
  }
  function eigen() {
    const { kolom, nieuw } = regels.lijst;
    let naam = nieuw;
    for (let n = 2; bestaat(naam, -1); n++) naam = `${nieuw} ${n}`;
    voegToe({ [kolom]: naam });
  }
  const tekstvak = (k, waarde, sleutel, bewaar) => maak("label", { class: "kk-tekstvak" }, maak("span", {}, k.kop),
    maak("textarea", { class: "kg-veld", rows: 3, "data-sleutel": sleutel, onchange: (e) => bewaar(e.target.value.trim() || null) }, waarde ?? ""));

  function taken() {
    const { kolom, lang } = regels.lijst;
    const wijzig = (i, k) => (w) => (k.sleutel === kolom && bestaat(w, i) ? `'${w}' staat er al.` : stand.zetCel(sectie, i, { [k.sleutel]: w }));
    return maak("ol", { class: "kk-taken" }, stand.rijen(sectie).map((rij, i) => maak("li", {}, maak("fieldset", {}, maak("legend", {}, rij[kolom]),
      secties[sectie].kolommen.filter((k) => k.sleutel !== kolom || !regels.opties.some((o) => o.titel === rij[kolom])).map((k) => (lang.includes(k.sleutel) ? tekstvak : metLabel)(k, rij[k.sleutel], `taak.${i}.${k.sleutel}`, wijzig(i, k))),
      knop(`Haal van de lijst: ${rij[kolom]}`, () => haalWeg(i), { class: "kg-knop kg-weg", "data-sleutel": `weg.${i}` })))));
  }

  // -- wie er in de tekening staan

  function organisaties(uit) {
    const namen = namenVan(uit), van = uit.namen.length ? null : namen.length ? maak("span", { class: "kg-hint" }, teksten.geleend) : null;
    const vak = maak("textarea", { class: "kg-veld", rows: 5, "data-sleutel": "organisaties", onchange: (e) => zetRij("organisaties", { antwoord: leesNamen(e.target.value).join("; ") || null }) }, uit.namen.join("\n"));
    const lijst = maak("select", { class: "kg-veld", "data-sleutel": "leider", onchange: (e) => zetRij("leider", { antwoord: e.target.value }) }, namen.map((n) => maak("option", { value: n, selected: n === uit.leider }, n)));
    return maak("div", { class: "kk-besluit" }, maak("label", {}, maak("span", {}, teksten.organisaties), van, vak), namen.length ? maak("label", {}, maak("span", {}, teksten.leider), lijst) : null);
  }

  // -- naast elkaar, en wat bij de gekozen vorm hoort

  function vergelijking(uit) {
    const beste = uit.opties.slice(0, 3).map((o) => o.sleutel);
    const gekozen = stand.keuze("naast", beste).filter(optieVan);
    const kies = (s) => stand.zetKeuze("naast", gekozen.includes(s) ? gekozen.filter((g) => g !== s) : [...gekozen, s]);
    const opties = regels.opties.filter((o) => gekozen.includes(o.sleutel));
    const vind = (optie, vraag) => uit.opties.find((o) => o.sleutel === optie.sleutel).redenen.find((r) => r.vraag === vraag.sleutel) ?? { oordeel: optie.cellen[vraag.sleutel].o };
    const cel = ({ oordeel, niet_nagezien }) => maak("span", { class: "kk-oordeel" }, merk(oordeel), maak("span", {}, regels.oordelen[oordeel], niet_nagezien && maak("span", { class: "kk-los" }, teksten.niet_nagezien)));
    const rijen = [
      ...regels.vragen.map((v) => [v.titel, ...opties.map((o) => cel(vind(o, v)))]),
      ...regels.velden.filter((v) => v.vergelijk).map((v) => [v.titel, ...opties.map((o) => o[v.sleutel])]),
    ];
    return [
      maak("div", { class: "kg-chips", role: "group", "aria-label": `Welke ${regels.opties_naam}` }, regels.opties.map((o) => knop(o.titel, () => kies(o.sleutel), { class: "kg-knop kg-chip", "aria-pressed": String(gekozen.includes(o.sleutel)), "data-sleutel": `naast.${o.sleutel}` }))),
      opties.length ? leesTabel("Naast elkaar", ["Vergelijk op", ...opties.map((o) => o.titel)], rijen) : maak("p", { class: "kg-hint" }, "Kies hierboven wat je naast elkaar wilt zien."),
    ];
  }

  // Spanningen, wat je nu regelt, en wanneer je opnieuw kijkt.
  function gevolg(uit) {
    const acties = (soort) => [maak("h4", { class: "kk-kop" }, teksten[soort]), maak("ul", {}, uit.acties.filter((a) => a.soort === soort).map((a) => maak("li", {}, a.tekst)))];
    return maak("div", { class: "kk-gevolg" }, maak("h3", { class: "kg-kop" }, vul(teksten.vorm_kop, { optie: optieVan(uit.gekozen).titel })), acties("nu"), acties("herzien"),
      maak("h4", { class: "kk-kop" }, teksten.spanningen), inhoud(regels.spanningen[uit.gekozen]), maak("p", { class: "kg-hint" }, teksten.spanningen_uitleg));
  }

  return { kaart, uitleg, extra, rekenwijze, wissel, eigen, taken, organisaties, vergelijking, gevolg };
}
