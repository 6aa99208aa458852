// De kiezer: vragen beantwoorden of eisen stellen, en opties op volgorde zien met redenen en twijfel.
import { vul } from "../regels/basis.js";
import { antwoordenVan, leesNamen, toonPunten, uitkomst } from "../regels/kiezer.js";
import { knop, maak, nieuwId, teken, uitklap, ververs, zet } from "./dom.js";
import { maakKader } from "./kader.js";
import { maakStand } from "./stand.js";
import { leesTabel, metLabel } from "./velden.js";

const TEKEN = { "+": "plus", "±": "half", "-": "min", "?": "open" };
const FIGUREN = { balken, netwerken, stippen };

export default {
  render({ model, el, later }) {
    const { regels, secties } = model.get("opzet"), { teksten, sectie } = regels;
    const stand = maakStand(model);
    const svg = teken("svg", { class: "kk-svg", role: "img" });
    const kader = maakKader({ model, el, stand, later, svg: () => svg });
    const vragen = maak("div", { class: "kk-vragen" }), plaatje = maak("div", { class: "kk-plaatje" }, svg);
    const zeker = maak("div", { class: "kk-zeker", role: "status" }), voor = maak("div"), uitleg = maak("div"), onder = maak("div", { class: "kk-onder" });
    // Bij een lijst om mee te nemen staat het plaatje bij de filters: zo blijft het in beeld terwijl je kiest.
    const kant = maak("div", { class: regels.lijst ? "kk-kant kk-vast-in-beeld" : "kk-kant" }, vragen, regels.lijst ? plaatje : null);
    const naast = maak("div", { class: regels.lijst ? "kk-antwoord" : "kk-antwoord kk-vast-in-beeld" }, zeker, voor, regels.lijst ? null : plaatje, uitleg);
    kader.romp.append(maak("div", { class: "kk" }, kant, naast), onder);

    const optieVan = (sleutel) => regels.opties.find((o) => o.sleutel === sleutel);
    const vraagVan = (sleutel) => regels.vragen.find((v) => v.sleutel === sleutel);
    const titelVan = (sleutel) => optieVan(sleutel).titel;

    // -- antwoorden

    const rijVan = (vraag) => stand.rijen(sectie).find((rij) => rij.vraag === vraag) ?? {};
    function zetRij(vraag, wijziging) {
      const rijen = stand.rijen(sectie), i = rijen.findIndex((rij) => rij.vraag === vraag);
      if (i < 0) stand.zetSectie(sectie, [...rijen, { vraag, antwoord: null, eis: null, notitie: null, ...wijziging }]);
      else stand.zetCel(sectie, i, wijziging);
    }

    // De vragen worden één keer gebouwd en daarna bijgewerkt; zo blijft de focus staan.
    const bijwerken = [];
    function bouwVragen() {
      vragen.append(maak("h3", { class: "kg-kop" }, regels.vragenkop));
      if (regels.vragen_in === "keuzes") return vragen.append(...regels.vragen.map(filter));
      let groep;
      for (const vraag of regels.vragen) {
        if (vraag.groep !== groep) vragen.append(maak("h4", { class: "kk-groep" }, (groep = vraag.groep)));
        const naam = nieuwId();
        const keuzes = antwoordenVan(vraag, regels).map((a) => {
          const vak = maak("input", { type: "radio", name: naam, value: a.waarde, onchange: () => zetRij(vraag.sleutel, { antwoord: a.waarde }) });
          bijwerken.push((uit) => { vak.checked = uit[vraag.sleutel].antwoord === a.waarde; });
          return maak("label", { class: "kk-keuze" }, vak, maak("span", {}, a.titel ?? a.waarde));
        });
        vragen.append(maak("fieldset", { class: "kk-vraag" }, maak("legend", {}, vraag.vraag), vraag.uitleg && maak("p", { class: "kg-hint" }, vraag.uitleg),
          maak("div", { class: regels.antwoorden ? "kk-schaal" : "kk-lijst" }, keuzes), regels.eiskop && eisvak(vraag)));
      }
    }
    function filter(vraag) {
      const lijst = maak("select", { class: "kg-veld", onchange: () => stand.zetKeuze(vraag.sleutel, lijst.value) },
        maak("option", { value: "" }, "alles"), antwoordenVan(vraag, regels).map((a) => maak("option", { value: a.waarde }, a.titel ?? a.waarde)));
      bijwerken.push((uit) => { lijst.value = uit[vraag.sleutel].antwoord ?? ""; });
      return maak("label", { class: "kk-filter" }, maak("span", {}, vraag.vraag), lijst);
    }
    function eisvak(vraag) {
      const vak = maak("input", { type: "checkbox", onchange: () => {
        const licht = rijVan(vraag.sleutel).antwoord === regels.antwoorden[0].waarde;
        zetRij(vraag.sleutel, { eis: vak.checked ? "ja" : null, ...(vak.checked && licht ? { antwoord: regels.zwaarst } : {}) });
      } });
      bijwerken.push((uit) => { vak.checked = uit[vraag.sleutel].hard; });
      return maak("label", { class: "kk-eis" }, vak, maak("span", {}, regels.eiskop), maak("span", { class: "kg-onzichtbaar" }, `: ${vraag.titel}`));
    }

    // -- wie er in de tekening staan: wat de lezer typte, en anders wie er in het eigen dossier staan

    const geleend = () => (model.gastheer?.leen?.(regels.netwerk.leen) ?? []).map((rij) => rij.naam);
    const namenVan = (uit) => (!regels.netwerk ? [] : uit.namen.length ? uit.namen : geleend());
    function organisaties(uit) {
      if (!regels.netwerk) return null;
      const namen = namenVan(uit), van = uit.namen.length ? null : namen.length ? maak("span", { class: "kg-hint" }, teksten.geleend) : null;
      const vak = maak("textarea", { class: "kg-veld", rows: 5, "data-sleutel": "organisaties", onchange: (e) => zetRij("organisaties", { antwoord: leesNamen(e.target.value).join("; ") || null }) }, uit.namen.join("\n"));
      const lijst = maak("select", { class: "kg-veld", "data-sleutel": "leider", onchange: (e) => zetRij("leider", { antwoord: e.target.value }) }, namen.map((n) => maak("option", { value: n, selected: n === uit.leider }, n)));
      return maak("div", { class: "kk-besluit" }, maak("label", {}, maak("span", {}, teksten.organisaties), van, vak), namen.length ? maak("label", {}, maak("span", {}, teksten.leider), lijst) : null);
    }

    // -- figuur

    let breed = 0;
    function tekenFiguur(uit) {
      if (!breed) return;
      let y = 0;
      const delen = regels.figuur.map((soort) => {
        const [groep, hoog] = FIGUREN[soort]({ uit, regels, breed, namen: namenVan(uit) });
        groep.setAttribute("transform", `translate(0 ${y})`);
        y += hoog;
        return groep;
      });
      svg.replaceChildren(...delen);
      zet(svg, { viewBox: `0 0 ${breed} ${Math.max(1, y)}`, width: breed, height: y, "aria-label": regels.lijst ? regels.lijst.figuurtitel : `${regels.titel}. ${uit.zekerheid.zin}` });
    }

    // -- redenen

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
    function veldvak(optie, veld) {
      const waarde = optie[veld.sleutel];
      return waarde?.length || waarde?.naar ? [maak("h4", { class: "kk-kop" }, veld.titel), inhoud(waarde)] : null;
    }
    function ding(o) {
      const i = stand.rijen(sectie).findIndex((rij) => rij[regels.lijst.kolom] === o.titel), optie = optieVan(o.sleutel);
      const vak = maak("input", { type: "checkbox", checked: i >= 0, "data-sleutel": `kies.${o.sleutel}`, "aria-label": `${regels.lijst.kies}: ${o.titel}`, onchange: () => (i < 0 ? voegToe({ [regels.lijst.kolom]: o.titel, [regels.lijst.eerste]: optie.stap }) : haalWeg(i)) });
      const deel = uitklap(o.titel, false, regels.velden.map((veld) => veldvak(optie, veld)));
      deel.firstChild.dataset.sleutel = `kaart.${o.sleutel}`;
      return maak("li", { class: "kk-ding" }, maak("label", { class: "kk-vink" }, vak), deel);
    }
    const voegToe = (rij) => stand.zetSectie(sectie, [...stand.rijen(sectie), { ...Object.fromEntries(secties[sectie].kolommen.map((k) => [k.sleutel, null])), ...rij }]);
    const haalWeg = (i) => stand.zetSectie(sectie, stand.rijen(sectie).filter((_, j) => j !== i));

    function lijst() {
      const { kolom, titel, leeg, nieuw, nieuw_knop } = regels.lijst, rijen = stand.rijen(sectie);
      const bestaat = (naam, i) => rijen.some((rij, j) => j !== i && rij[kolom].toLowerCase() === naam.toLowerCase());
      const wijzig = (i, k) => (w) => (k.sleutel === kolom && bestaat(w, i) ? `'${w}' staat er al.` : stand.zetCel(sectie, i, { [k.sleutel]: w }));
      const eigen = () => { let naam = nieuw; for (let n = 2; bestaat(naam, -1); n++) naam = `${nieuw} ${n}`; voegToe({ [kolom]: naam }); };
      return [maak("h3", { class: "kg-kop" }, titel), rijen.length ? null : maak("p", { class: "kg-hint" }, leeg),
        maak("ol", { class: "kk-taken" }, rijen.map((rij, i) => maak("li", {}, maak("fieldset", {}, maak("legend", {}, rij[kolom]),
          secties[sectie].kolommen.filter((k) => k.sleutel !== kolom || !regels.opties.some((o) => o.titel === rij[kolom])).map((k) => (regels.lijst.lang.includes(k.sleutel) ? tekstvak : metLabel)(k, rij[k.sleutel], `taak.${i}.${k.sleutel}`, wijzig(i, k))),
          knop(`Haal van de lijst: ${rij[kolom]}`, () => haalWeg(i), { class: "kg-knop kg-weg", "data-sleutel": `weg.${i}` }))))),
        knop(nieuw_knop, eigen, { "data-sleutel": "eigen" })];
    }
    const tekstvak = (k, waarde, sleutel, bewaar) => maak("label", { class: "kk-tekstvak" }, maak("span", {}, k.kop),
      maak("textarea", { class: "kg-veld", rows: 3, "data-sleutel": sleutel, onchange: (e) => bewaar(e.target.value.trim() || null) }, waarde ?? ""));
    function kaart(o, uit) {
      const af = o.valt_af.length, optie = optieVan(o.sleutel);
      const stempel = maak("span", { class: "kk-plaats" }, af ? "valt af" : String(o.plaats));
      const punten = maak("span", { class: "kk-punten" }, af ? `kan niet: ${o.valt_af.map((v) => vraagVan(v).titel).join(", ")}` : `${toonPunten(o, uit.totaal)} punten`);
      const vak = uitklap("", false, maak("ul", { class: "kk-redenen" }, o.redenen.map(reden)), regels.velden.map((veld) => veldvak(optie, veld)));
      vak.dataset.uitklap = o.sleutel;
      ververs(vak.firstChild, stempel, maak("span", { class: "kk-naam" }, o.titel), punten);
      vak.firstChild.dataset.sleutel = `kaart.${o.sleutel}`;
      return maak("li", { class: af ? "kk-af" : null }, vak);
    }

    // -- wat eronder staat

    function vergelijking(uit) {
      if (!regels.vergelijk) return null;
      const beste = uit.opties.slice(0, 3).map((o) => o.sleutel);
      const gekozen = stand.keuze("naast", beste).filter(optieVan);
      const wissel = (s) => stand.zetKeuze("naast", gekozen.includes(s) ? gekozen.filter((g) => g !== s) : [...gekozen, s]);
      const opties = regels.opties.filter((o) => gekozen.includes(o.sleutel));
      const vind = (optie, vraag) => uit.opties.find((o) => o.sleutel === optie.sleutel).redenen.find((r) => r.vraag === vraag.sleutel) ?? { oordeel: optie.cellen[vraag.sleutel].o };
      const cel = ({ oordeel, niet_nagezien }) => maak("span", { class: "kk-oordeel" }, merk(oordeel), maak("span", {}, regels.oordelen[oordeel], niet_nagezien && maak("span", { class: "kk-los" }, teksten.niet_nagezien)));
      const rijen = [
        ...regels.vragen.map((v) => [v.titel, ...opties.map((o) => cel(vind(o, v)))]),
        ...regels.velden.filter((v) => v.vergelijk).map((v) => [v.titel, ...opties.map((o) => o[v.sleutel])]),
      ];
      return uitklap(`Naast elkaar: ${regels.opties_naam}`, regels.vergelijk === "open",
        maak("div", { class: "kg-chips", role: "group", "aria-label": `Welke ${regels.opties_naam}` }, regels.opties.map((o) => knop(o.titel, () => wissel(o.sleutel), { class: "kg-knop kg-chip", "aria-pressed": String(gekozen.includes(o.sleutel)), "data-sleutel": `naast.${o.sleutel}` }))),
        opties.length ? leesTabel("Naast elkaar", ["Waarop", ...opties.map((o) => o.titel)], rijen) : maak("p", { class: "kg-hint" }, "Kies hierboven wat je naast elkaar wilt zien."));
    }

    function besluit() {
      if (!teksten.gekozen) return null;
      const rij = rijVan("gekozen");
      const lijst = maak("select", { class: "kg-veld", "data-sleutel": "gekozen", onchange: (e) => zetRij("gekozen", { antwoord: e.target.value || null }) },
        maak("option", { value: "" }, "Nog niet gekozen"), regels.opties.map((o) => maak("option", { value: o.sleutel, selected: o.sleutel === rij.antwoord }, o.titel)));
      const notitie = maak("textarea", { class: "kg-veld", rows: 3, "data-sleutel": "notitie", onchange: (e) => zetRij("gekozen", { notitie: e.target.value || null }) }, rij.notitie ?? "");
      return maak("div", { class: "kk-besluit" }, maak("label", {}, maak("span", {}, teksten.gekozen), lijst), maak("label", {}, maak("span", {}, teksten.notitie), notitie));
    }

    // Wat bij de gekozen vorm hoort: spanningen, wat je nu regelt, en wanneer je opnieuw kijkt.
    function gevolg(uit) {
      if (!teksten.vorm_kop) return null;
      if (!uit.gekozen) return maak("p", { class: "kg-hint" }, teksten.vorm_leeg);
      const acties = (soort) => [maak("h4", { class: "kk-kop" }, teksten[soort]), maak("ul", {}, uit.acties.filter((a) => a.soort === soort).map((a) => maak("li", {}, a.tekst)))];
      return maak("div", { class: "kk-gevolg" }, maak("h3", { class: "kg-kop" }, vul(teksten.vorm_kop, { optie: titelVan(uit.gekozen) })), acties("nu"), acties("herzien"),
        maak("h4", { class: "kk-kop" }, teksten.spanningen), inhoud(regels.spanningen[uit.gekozen]), maak("p", { class: "kg-hint" }, teksten.spanningen_uitleg));
    }

    function tekenTekst(uit) {
      if (regels.lijst) {
        const blijft = uit.opties.filter((o) => !o.valt_af.length);
        const aantal = vul(regels.lijst.gevonden, { n: String(blijft.length), alle: String(uit.opties.length), lijst: String(uit.lijst.length) });
        if (zeker.textContent !== aantal) ververs(zeker, maak("p", { class: "kg-advies" }, blijft.length ? aantal : teksten.geen));
        ververs(uitleg, maak("ul", { class: "kk-opties" }, blijft.map(ding)));
        return ververs(onder, lijst(), ["punten", ...regels.tips, "voorbehoud"].map((naam) => maak("p", { class: "kg-hint" }, teksten[naam])));
      }
      ververs(zeker, maak("p", { class: `kg-advies kk-is-${uit.zekerheid.soort}` }, uit.zekerheid.zin), uit.streng && maak("p", { class: "kg-hint" }, uit.streng.zin));
      ververs(voor, uit.meldingen.length ? maak("ul", { class: "kk-letop" }, uit.meldingen.map((m) => maak("li", {}, m))) : null);
      ververs(uitleg,
        maak("p", { class: "kg-hint" }, teksten.vast),
        maak("ol", { class: "kk-opties" }, uit.opties.map((o) => kaart(o, uit))),
        regels.kantel && uit.zekerheid.soort !== "leeg" && uitklap(teksten.kantel_titel, true, uit.kanteling.length ? maak("ul", {}, uit.kanteling.map((k) => maak("li", {}, k.zin))) : maak("p", {}, teksten.kantel_geen)));
      ververs(onder, vergelijking(uit),
        (regels.extra ?? []).map((deel) => uitklap(deel.titel, false, inhoud(regels.inhoud_extra[deel.sleutel]))),
        uitklap("Hoe wij rekenen", false, ["punten", "volgorde", ...(regels.tips ?? [])].map((naam) => maak("p", {}, teksten[naam]))),
        organisaties(uit), besluit(), gevolg(uit), maak("p", { class: "kg-hint" }, teksten.voorbehoud));
    }

    // -- bijhouden

    let plan = 0;
    function tekenAlles() {
      plan = 0;
      const uit = uitkomst(stand.nu().secties, regels, stand.nu().keuzes);
      const gegeven = Object.fromEntries(uit.antwoorden.map((a) => [a.vraag, a]));
      for (const doe of bijwerken) doe(gegeven);
      tekenFiguur(uit);
      tekenTekst(uit);
      kader.ververs();
    }
    const straks = () => { plan ||= requestAnimationFrame(tekenAlles); };
    const meet = () => {
      const nieuw = Math.max(250, Math.round(plaatje.clientWidth));
      if (nieuw !== breed) { breed = nieuw; straks(); }
    };

    bouwVragen();
    const uit = stand.luister(straks);
    const kijker = new ResizeObserver(meet);
    kijker.observe(plaatje);
    meet();
    tekenAlles();
    return () => { uit(); kijker.disconnect(); cancelAnimationFrame(plan); };
  },
};

// -- figuren: elk geeft een groep en haar hoogte

const LETTER = 7.2;

// Breek een naam in regels die passen.
function breek(tekst, breed) {
  const regels = [""];
  for (const woord of tekst.split(" ")) {
    const samen = regels.at(-1) ? `${regels.at(-1)} ${woord}` : woord;
    if (samen.length * LETTER > breed && regels.at(-1)) regels.push(woord);
    else regels[regels.length - 1] = samen;
  }
  return regels;
}

function balken({ uit, regels, breed }) {
  const id = nieuwId(), lang = breed - 118, dik = 16, groep = teken("g");
  groep.append(teken("defs", {}, teken("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, teken("line", { x1: 0, y1: 0, x2: 0, y2: 6, class: "kk-streep" }))));
  let y = 0;
  for (const o of uit.opties) {
    const af = o.valt_af.length > 0, deel = (punten) => (uit.totaal ? (lang * punten) / uit.totaal : 0);
    const lijnen = breek(`${af ? "valt af" : o.plaats} · ${o.titel}`, breed);
    lijnen.forEach((lijn) => groep.append(teken("text", { x: 0, y: (y += 17), class: af ? "kk-grijs" : "kk-vet" }, lijn)));
    y += 6;
    groep.append(teken("rect", { x: 0.5, y, width: lang, height: dik, class: "kk-spoor" }));
    const van = deel(o.laag), tot = deel(o.hoog);
    if (tot > van) groep.append(teken("rect", { x: 0.5 + van, y, width: tot - van, height: dik, fill: `url(#${id})`, class: af ? "kk-bereik kk-dof" : "kk-bereik" }));
    if (van) groep.append(teken("rect", { x: 0.5, y, width: van, height: dik, class: af ? "kk-vast kk-dof" : "kk-vast" }));
    groep.append(teken("text", { x: breed - 2, y: y + 13, "text-anchor": "end", class: af ? "kk-grijs" : null }, toonPunten(o, uit.totaal)));
    y += dik + 10;
  }
  return [groep, y];
}

// Per partij een rij met de nummers van wat op de lijst staat; eronder staat welk nummer wat is.
function stippen({ uit, regels, breed }) {
  const groep = teken("g"), eigen = uit.lijst.filter((d) => d.sleutel !== null), links = 110, stap = 28;
  if (!eigen.length) return [groep, 0];
  let y = 18;
  for (const lijn of breek(regels.lijst.figuurtitel, breed)) { groep.append(teken("text", { x: 0, y, class: "kk-vet" }, lijn)); y += 18; }
  for (const { naam, bij } of uit.partijen) {
    const perRij = Math.max(1, Math.floor((breed - links) / stap));
    groep.append(teken("text", { x: 0, y: y + 17, class: bij.length ? null : "kk-grijs" }, naam));
    bij.forEach((sleutel, i) => {
      const cx = links + (i % perRij) * stap + 12, cy = y + 13 + Math.floor(i / perRij) * stap, nummer = uit.lijst.findIndex((d) => d.sleutel === sleutel) + 1;
      groep.append(teken("circle", { cx, cy, r: 11, class: "kk-vast" }), teken("text", { x: cx, y: cy + 4.5, "text-anchor": "middle", class: "kk-wit" }, nummer));
    });
    y += stap * Math.max(1, Math.ceil(bij.length / perRij));
    groep.append(teken("line", { x1: 0, x2: breed, y1: y, y2: y, class: "kk-spoor" }));
  }
  y += 6;
  uit.lijst.forEach((d, i) => {
    for (const lijn of breek(`${i + 1} · ${d.naam}`, breed)) groep.append(teken("text", { x: 0, y: (y += 17), class: d.sleutel ? null : "kk-grijs" }, lijn));
  });
  return [groep, y + 10];
}

// Drie netwerken met de eigen organisaties erin: wie stuurt, staat in het midden. Nummers, met de namen eronder.
function netwerken({ uit, regels, breed, namen }) {
  const groep = teken("g"), kolommen = breed >= 560 ? 3 : 1, vak = Math.min(250, breed / kolommen), maat = vak / 2 - 34;
  const getoond = namen.length ? namen.slice(0, regels.netwerk.meest) : Array(6).fill(""), leider = Math.max(0, getoond.indexOf(uit.leider));
  const knoop = (x, y, i, groot) => [teken("circle", { cx: x, cy: y, r: groot ? 17 : 12, class: groot ? "kk-vast" : "kk-knoop" }), getoond[i] && teken("text", { x, y: y + 4.5, "text-anchor": "middle", class: groot ? "kk-wit" : null }, i + 1)];
  let hoog = 0;
  regels.opties.forEach((optie, nummer) => {
    const x0 = (nummer % kolommen) * (breed / kolommen), y0 = 14 + Math.floor(nummer / kolommen) * (vak + 20);
    const lijnen = breek(optie.titel, breed / kolommen - 10), cx = x0 + (kolommen === 1 ? breed : breed / kolommen) / 2, cy = y0 + 8 + vak / 2;
    lijnen.forEach((lijn, i) => groep.append(teken("text", { x: cx, y: y0 + i * 16, "text-anchor": "middle", class: "kk-vet" }, lijn)));
    const rand = getoond.map((_, i) => i).filter((i) => optie.sleutel !== "leidend" || i !== leider);
    const plek = rand.map((i, n) => { const hoek = (2 * Math.PI * n) / rand.length - Math.PI / 2; return [i, cx + maat * Math.cos(hoek), cy + maat * Math.sin(hoek)]; });
    const lijn = ([, x1, y1], [, x2, y2], soort) => groep.append(teken("line", { x1, y1, x2, y2, class: soort }));
    const midden = [null, cx, cy];
    if (optie.sleutel === "zelfsturend") plek.forEach((a, i) => plek.slice(i + 1).forEach((b) => lijn(a, b, "kk-band")));
    else for (const p of plek) lijn(midden, p, "kk-stuur");
    if (optie.sleutel === "nao" && plek.length > 2) plek.forEach((a, i) => lijn(a, plek[(i + 1) % plek.length], "kk-contact"));
    for (const [i, x, y] of plek) groep.append(...knoop(x, y, i).filter(Boolean));
    if (optie.sleutel === "leidend") groep.append(...knoop(cx, cy, leider, true).filter(Boolean));
    if (optie.sleutel === "nao") groep.append(teken("rect", { x: cx - 22, y: cy - 15, width: 44, height: 30, rx: 5, class: "kk-vast" }), teken("text", { x: cx, y: cy + 4.5, "text-anchor": "middle", class: "kk-wit" }, "NAO"));
    hoog = y0 + vak;
  });
  const rest = namen.length - getoond.length, namenlijst = namen.length ? getoond.map((n, i) => `${i + 1} · ${n}`) : [];
  if (rest > 0) namenlijst.push(vul(regels.teksten.meer, { n: String(rest) }));
  for (const regel of [regels.teksten.tekening, ...namenlijst]) for (const deel of breek(regel, breed)) groep.append(teken("text", { x: 0, y: (hoog += 17), class: regel === regels.teksten.tekening ? "kk-grijs" : null }, deel));
  return [groep, hoog + 10];
}
