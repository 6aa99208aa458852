// De kiezer: vragen beantwoorden of eisen stellen, en opties op volgorde zien met redenen en twijfel.
import { vul } from "../../regels/basis.js";
import { antwoordenVan, toonPunten, uitkomst } from "../../regels/kiezer.js";
import { knop, maak, nieuwId, teken, uitklap, ververs, zet } from "../dom.js";
import { maakKader } from "../kader.js";
import { maakLui } from "../lui.js";
import { maakStand } from "../stand.js";

const FIGUREN = { balken, netwerken, stippen };

export default {
  render({ model, el, later }) {
    const { regels } = model.get("opzet"), { teksten, sectie } = regels;
    const stand = maakStand(model);
    const svg = teken("svg", { class: "kk-svg", role: "img" });
    const kader = maakKader({ model, el, stand, later, svg: () => svg });
    const lui = maakLui({ later, begin: (p) => p.maakPanelen({ model, stand, zetRij, namenVan }), straks: () => straks(), zeg: kader.zeg });
    const vragen = maak("div", { class: "kk-vragen" }), plaatje = maak("div", { class: "kk-plaatje" }, svg);
    const zeker = maak("div", { class: "kk-zeker", role: "status" }), voor = maak("div"), uitleg = maak("div"), onder = maak("div", { class: "kk-onder" });
    // Bij een lijst om mee te nemen staat het plaatje bij de filters: zo blijft het in beeld terwijl je kiest.
    const kant = maak("div", { class: regels.lijst ? "kk-kant kk-vast-in-beeld" : "kk-kant" }, vragen, regels.lijst ? plaatje : null);
    const naast = maak("div", { class: regels.lijst ? "kk-antwoord" : "kk-antwoord kk-vast-in-beeld" }, zeker, voor, regels.lijst ? null : plaatje, uitleg);
    kader.romp.append(maak("div", { class: "kk" }, kant, naast), onder);

    const vraagVan = (sleutel) => regels.vragen.find((v) => v.sleutel === sleutel);

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
      vragen.append(maak("h3", { class: "kg-kop" }, regels.vragenkop), regels.vragenuitleg ? maak("p", { class: "kg-hint" }, regels.vragenuitleg) : "");
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
        maak("option", { value: "" }, vraag.alle), antwoordenVan(vraag, regels).map((a) => maak("option", { value: a.waarde }, a.titel ?? a.waarde)));
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

    // -- de opties: titel en plaats meteen, redenen en uitleg als iemand er een openklapt

    function ding(o) {
      const gekozen = stand.rijen(sectie).some((rij) => rij[regels.lijst.kolom] === o.titel);
      const vak = maak("input", { type: "checkbox", checked: gekozen, "data-sleutel": `kies.${o.sleutel}`, "aria-label": `${regels.lijst.kies}: ${o.titel}`, onchange: () => lui.roep("wissel")(o.sleutel) });
      const deel = lui.vak(o.titel, false, (p) => p.uitleg(o.sleutel));
      deel.firstChild.dataset.sleutel = `kaart.${o.sleutel}`;
      return maak("li", { class: "kk-ding" }, maak("label", { class: "kk-vink" }, vak), deel);
    }
    function lijst() {
      const { titel, leeg, nieuw_knop } = regels.lijst, panelen = lui.nu(), aantal = stand.rijen(sectie).length;
      return [maak("h3", { class: "kg-kop" }, titel), aantal ? panelen?.taken() : maak("p", { class: "kg-hint" }, leeg), knop(nieuw_knop, lui.roep("eigen"), { "data-sleutel": "eigen" })];
    }
    function kaart(o, uit) {
      const af = o.valt_af.length;
      const stempel = maak("span", { class: "kk-plaats" }, af ? "valt af" : String(o.plaats));
      const punten = maak("span", { class: "kk-punten" }, af ? `kan niet: ${o.valt_af.map((v) => vraagVan(v).titel).join(", ")}` : `${toonPunten(o, uit.totaal)} punten`);
      const vak = lui.vak("", false, (p) => p.kaart(o));
      vak.dataset.uitklap = o.sleutel;
      ververs(vak.firstChild, stempel, maak("span", { class: "kk-naam" }, o.titel), punten);
      vak.firstChild.dataset.sleutel = `kaart.${o.sleutel}`;
      return maak("li", { class: af ? "kk-af" : null }, vak);
    }

    // -- wat eronder staat

    function besluit() {
      if (!teksten.gekozen) return null;
      const rij = rijVan("gekozen");
      const lijst = maak("select", { class: "kg-veld", "data-sleutel": "gekozen", onchange: (e) => zetRij("gekozen", { antwoord: e.target.value || null }) },
        maak("option", { value: "" }, "Nog niet gekozen"), regels.opties.map((o) => maak("option", { value: o.sleutel, selected: o.sleutel === rij.antwoord }, o.titel)));
      const notitie = maak("textarea", { class: "kg-veld", rows: 3, "data-sleutel": "notitie", onchange: (e) => zetRij("gekozen", { notitie: e.target.value || null }) }, rij.notitie ?? "");
      return maak("div", { class: "kk-besluit" }, maak("label", {}, maak("span", {}, teksten.gekozen), lijst), maak("label", {}, maak("span", {}, teksten.notitie), notitie));
    }

    const gevolg = (uit) => teksten.vorm_kop && (uit.gekozen ? lui.nu()?.gevolg(uit) : maak("p", { class: "kg-hint" }, teksten.vorm_leeg));

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
      ververs(onder, regels.vergelijk && lui.vak(`De ${regels.opties_naam} naast elkaar`, regels.vergelijk === "open", (p) => p.vergelijking(uit)),
        (regels.extra ?? []).map((deel) => lui.vak(deel.titel, false, (p) => p.extra(deel))),
        lui.vak("Hoe wij rekenen", false, (p) => p.rekenwijze()),
        regels.netwerk && lui.nu()?.organisaties(uit), besluit(), gevolg(uit), maak("p", { class: "kg-hint" }, teksten.voorbehoud));
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
      if (!lui.nu() && (uit.lijst.length || regels.vergelijk === "open")) lui.teken(); // dit staat open: haal het meteen
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
