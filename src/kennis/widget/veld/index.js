// Het veld: dingen op twee assen, te verplaatsen met slepen, aanraken, pijltjes of getallen.
import { toon } from "../../regels/basis.js";
import { uitkomst } from "../../regels/veld.js";
import { knop, maak, teken, uitklap, ververs, zet } from "../dom.js";
import { maakKader } from "../kader.js";
import { plaatsNamen } from "./namen.js";
import { maakStand } from "../stand.js";

const TOP = 10, LETTER = 13, HOOGTE = 16;
const afgerondOfLeeg = (waarde) => (waarde === null ? null : afgerond(waarde));
const afgerond = (waarde) => Math.floor(Math.min(TOP, Math.max(0, waarde)) * 10 + 0.5) / 10;

export default {
  render({ model, el, later }) {
    const { regels } = model.get("opzet");
    const stand = maakStand(model);
    let gekozen = null, plan = 0, sleep = null;

    const voegToe = knop(regels.toevoegen, () => roepPanelen("nieuw")(), { class: "kg-knop kg-hoofd", "data-sleutel": "nieuw" });
    const kader = maakKader({ model, el, stand, later, extra: [voegToe], svg: () => svg, csvRijen });
    const svg = teken("svg", { class: "kg-svg", role: "group", "aria-label": `${regels.titel}: ${regels.y.titel.toLowerCase()} tegen ${regels.x.titel.toLowerCase()}` });
    const gesproken = maak("p", { class: "kg-onzichtbaar", "aria-live": "polite" });
    const plaatje = maak("div", { class: "kg-plaatje" }, svg, gesproken);
    const zijkant = maak("div", { class: "kg-zijkant" });
    const onder = maak("div", { class: "kg-onder" });
    kader.romp.append(maak("div", { class: "kg-naast" }, plaatje, zijkant), onder);

    // -- meten en tekenen

    let maat = { w: 0, h: 0 };
    const links = 30, rechts = 8, boven = 22, beneden = 30;
    const naarPx = (x) => links + (x / TOP) * (maat.w - links - rechts);
    const naarPy = (y) => maat.h - beneden - (y / TOP) * (maat.h - boven - beneden);
    const vanPx = (px) => afgerond(((px - links) / (maat.w - links - rechts)) * TOP);
    const vanPy = (py) => afgerond(((maat.h - beneden - py) / (maat.h - boven - beneden)) * TOP);

    function meet() {
      const w = Math.max(260, Math.round(plaatje.clientWidth));
      if (w === maat.w) return;
      maat = { w, h: Math.round(Math.min(560, Math.max(400, w * 0.8))) };
      zet(svg, { viewBox: `0 0 ${maat.w} ${maat.h}`, width: maat.w, height: maat.h });
      tekenGrond();
      tekenPunten(uitkomst(stand.nu().secties, regels));
    }

    const grond = teken("g"), laag = teken("g");
    svg.append(grond, laag);

    // Een lange naam van een vak komt op een smal scherm op twee regels.
    function vaknaam(k, x, y, breedte) {
      const woorden = k.titel.split(" "), lang = k.titel.length * LETTER * 0.6 > breedte && woorden.length > 1;
      const midden = Math.ceil(woorden.length / 2);
      const regelsTekst = lang ? [woorden.slice(0, midden).join(" "), woorden.slice(midden).join(" ")] : [k.titel];
      const omhoog = k.y === "hoog" ? 0 : (regelsTekst.length - 1) * HOOGTE;
      const w = Math.max(...regelsTekst.map((t) => t.length)) * LETTER * 0.58;
      titels.push({ x: k.x === "hoog" ? x - w : x, y: y - omhoog - HOOGTE, w, h: regelsTekst.length * HOOGTE + 3 });
      return teken("text", { "text-anchor": k.x === "hoog" ? "end" : "start", class: `kg-vaknaam kg-inkt-${k.kleur}` }, regelsTekst.map((t, n) => teken("tspan", { x, y: y - omhoog + n * HOOGTE }, t)));
    }

    let titels = [];
    function tekenGrond() {
      titels = [];
      const g = regels.grens;
      const vakken = regels.kwadranten.map((k) => {
        const [x0, x1] = k.x === "hoog" ? [g, TOP] : [0, g], [y0, y1] = k.y === "hoog" ? [g, TOP] : [0, g];
        const x = naarPx(x0), y = naarPy(y1), w = naarPx(x1) - x;
        const rechtsUit = k.x === "hoog", bovenIn = k.y === "hoog";
        return [
          teken("rect", { x, y, width: w, height: naarPy(y0) - y, class: `kg-vak kg-vul-${k.kleur}` }),
          vaknaam(k, rechtsUit ? x + w - 8 : x + 8, bovenIn ? y + 18 : naarPy(y0) - 9, w - 16),
        ];
      });
      const as = (tekst, eigenschappen) => teken("text", { class: "kg-as", ...eigenschappen }, tekst);
      ververs(grond, vakken,
        as(`${regels.y.titel} ↑`, { x: 2, y: 14, class: "kg-as kg-astitel" }), as(`${regels.x.titel} →`, { x: (links + maat.w - rechts) / 2, y: maat.h - 9, "text-anchor": "middle", class: "kg-as kg-astitel" }),
        as(regels.x.laag, { x: links, y: maat.h - 10 }), as(regels.x.hoog, { x: maat.w - rechts, y: maat.h - 10, "text-anchor": "end" }),
        as(regels.y.laag, { transform: `translate(20 ${naarPy(0)}) rotate(-90)` }), as(regels.y.hoog, { transform: `translate(20 ${naarPy(TOP)}) rotate(-90)`, "text-anchor": "end" }));
    }

    const grootste = () => Math.min(46, maat.w / 9);
    function straal(punt) {
      if (!regels.grootte) return 9;
      const deel = punt[`straal_${stand.keuze("maat", "oppervlakte")}`];
      return deel === null ? 7 : Math.max(4, deel * grootste());
    }

    // Eén groep per punt, die blijft bestaan zolang het punt er is: zo breekt een sleep niet af.
    const groepen = [];
    function groep(i) {
      if (groepen[i]) return groepen[i];
      const delen = { hand: teken("circle", { class: "kg-hand" }), streepX: teken("line", { class: "kg-spreiding" }), streepY: teken("line", { class: "kg-spreiding" }), stip: teken("circle", { class: "kg-stip" }), naam: teken("text", { class: "kg-naam" }) };
      const g = teken("g", { class: "kg-punt", tabindex: "0", role: "button", "aria-roledescription": "verplaatsbaar punt", "data-sleutel": `punt.${i}` }, delen.streepX, delen.streepY, delen.stip, delen.naam, delen.hand);
      g.addEventListener("pointerdown", (e) => pak(e, i, g));
      g.addEventListener("touchstart", (e) => e.preventDefault(), { passive: false });
      g.addEventListener("keydown", (e) => toets(e, i));
      g.addEventListener("focus", () => kies(i));
      groepen[i] = { g, ...delen };
      return groepen[i];
    }

    function tekenPunten(uit) {
      if (!maat.w) return;
      const rijen = stand.rijen(regels.sectie);
      const zichtbaar = uit.punten.map((punt, i) => ({ punt, i })).filter(({ punt }) => punt.kwadrant !== null);
      // Grote cirkels onder, anders verdwijnen de kleine.
      zichtbaar.sort((a, b) => straal(b.punt) - straal(a.punt));
      const smal = maat.w < 480;
      const plekken = zichtbaar.map(({ punt }) => {
        const tekst = smal && punt.naam.length > 17 ? punt.naam.slice(0, 16) + "…" : punt.naam;
        return { px: naarPx(punt.x), py: naarPy(punt.y), r: straal(punt), tekst, breedte: tekst.length * LETTER * 0.56 };
      });
      const namen = plaatsNamen(plekken, { x: links, y: boven, w: maat.w - links - rechts, h: maat.h - boven - beneden }, HOOGTE, titels);
      const nieuwe = zichtbaar.map(({ punt, i }, n) => {
        const { g, hand, streepX, streepY, stip, naam } = groep(i), p = plekken[n], kwadrant = regels.kwadranten.find((k) => k.sleutel === punt.kwadrant);
        zet(stip, { cx: p.px, cy: p.py, r: p.r, class: `kg-stip kg-stip-${kwadrant.kleur}${rijen[i].illustratief === "ja" ? " kg-illustratief" : ""}${regels.grootte ? " kg-bel" : ""}` });
        zet(hand, { cx: p.px, cy: p.py, r: Math.max(p.r, 16) });
        zet(naam, { x: namen[n].x, y: namen[n].y, "text-anchor": namen[n].anker });
        naam.textContent = p.tekst;
        streep(streepX, punt.x_van !== null, { x1: naarPx(punt.x_van), x2: naarPx(punt.x_tot), y1: p.py, y2: p.py });
        streep(streepY, punt.y_van !== null, { x1: p.px, x2: p.px, y1: naarPy(punt.y_van), y2: naarPy(punt.y_tot) });
        zet(g, { "aria-label": label(punt), "aria-pressed": String(i === gekozen) });
        return g;
      });
      // Alleen verplaatsen in het document als de volgorde echt anders is; anders raakt een punt zijn focus kwijt.
      if (nieuwe.length !== laag.children.length || nieuwe.some((g, n) => laag.children[n] !== g)) {
        const actief = document.activeElement;
        laag.replaceChildren(...nieuwe);
        if (nieuwe.includes(actief)) actief.focus({ preventScroll: true });
      }
    }

    function streep(lijn, toonbaar, plek) {
      lijn.style.display = toonbaar ? "" : "none";
      if (toonbaar) zet(lijn, plek);
    }

    const label = (punt) => `${punt.naam}: ${regels.y.titel.toLowerCase()} ${toon(punt.y)}, ${regels.x.titel.toLowerCase()} ${toon(punt.x)}. ${punt.titel}.`;

    // -- verplaatsen

    function plaats(i, x, y) {
      const rij = stand.rijen(regels.sectie)[i];
      const vast = regels.scores && heeftScores(rij.naam) ? { vastgesteld: "ja" } : {};
      stand.zetCel(regels.sectie, i, { [regels.x.kolom]: x, [regels.y.kolom]: y, ...(rij.illustratief === "ja" ? { illustratief: "nee" } : {}), ...vast });
    }
    const heeftScores = (naam) => stand.rijen(regels.scores.sectie).some((s) => s.initiatief === naam);

    function pak(e, i, g) {
      if (e.button) return;
      e.preventDefault();
      g.focus({ preventScroll: true });
      g.setPointerCapture(e.pointerId);
      const vak = svg.getBoundingClientRect(), schaal = maat.w / vak.width;
      const punt = uitkomst(stand.nu().secties, regels).punten[i];
      const dx = naarPx(punt.x) - (e.clientX - vak.left) * schaal, dy = naarPy(punt.y) - (e.clientY - vak.top) * schaal;
      stand.begin();
      sleep = { i, bewogen: false };
      g.classList.add("kg-pak");
      const beweeg = (b) => {
        sleep.bewogen = true;
        const nu = svg.getBoundingClientRect();
        plaats(i, vanPx((b.clientX - nu.left) * schaal + dx), vanPy((b.clientY - nu.top) * schaal + dy));
      };
      const los = () => {
        g.removeEventListener("pointermove", beweeg);
        for (const soort of ["pointerup", "pointercancel"]) g.removeEventListener(soort, los);
        g.classList.remove("kg-pak");
        const { bewogen } = sleep;
        sleep = null;
        stand.klaar();
        if (bewogen) spreek(i);
      };
      g.addEventListener("pointermove", beweeg);
      for (const soort of ["pointerup", "pointercancel"]) g.addEventListener(soort, los);
    }

    const RICHTING = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    function toets(e, i) {
      if (e.ctrlKey || e.metaKey) return;
      if (e.key === "Delete") return roepPanelen("haalWeg")(i);
      if (e.key === "Enter" || e.key === " ") { e.preventDefault(); zijkant.querySelector("input")?.focus(); return; }
      const richting = RICHTING[e.key];
      if (!richting) return;
      e.preventDefault();
      const stap = e.shiftKey ? 1 : e.altKey ? 0.1 : 0.5;
      const punt = uitkomst(stand.nu().secties, regels).punten[i];
      plaats(i, afgerond(punt.x + richting[0] * stap), afgerond(punt.y + richting[1] * stap));
      spreek(i);
    }
    const spreek = (i) => { gesproken.textContent = label(uitkomst(stand.nu().secties, regels).punten[i]); };

    function kies(i) {
      if (gekozen === i) return;
      gekozen = i;
      for (const [n, deel] of groepen.entries()) deel?.g.setAttribute("aria-pressed", String(n === i));
      if (!sleep) tekenZijkant(uitkomst(stand.nu().secties, regels));
    }

    // -- wat ernaast en eronder staat

    // Formulieren en tabellen komen pas als de lezer iets kiest of openklapt.
    let panelen = null;
    const open = new Set();
    async function haalPanelen() {
      panelen ??= (await later()).panelen.maakPanelen({ model, stand, kader, zijkant, gekozen: () => gekozen, zetGekozen: (i) => { gekozen = i; }, focusNieuw: () => voegToe.focus() });
      return panelen;
    }
    const roepPanelen = (naam) => (...wat) => haalPanelen().then((p) => p[naam](...wat), (fout) => kader.zeg(fout.message));

    function tekenZijkant(uit) {
      const aantal = stand.rijen(regels.sectie).length;
      if (gekozen !== null && gekozen < aantal) {
        if (panelen) return panelen.tekenZijkant(uit);
        haalPanelen().then(straks, (fout) => kader.zeg(fout.message));
      }
      ververs(zijkant, maak("p", { class: "kg-hint" }, aantal ? `Kies een ${regels.ding} om te verplaatsen of in te vullen. Slepen kan, en ook met de pijltjestoetsen (met Shift grotere stappen, met Alt kleinere).` : `Er staat nog niets. Voeg een ${regels.ding} toe, of open een voorbeeld.`));
    }

    function lui(titel, naam, uit) {
      const deel = uitklap(titel, open.has(naam), open.has(naam) && panelen ? panelen[naam](uit) : null);
      deel.dataset.lui = naam;
      deel.addEventListener("toggle", () => {
        if (deel.open === open.has(naam) || deel.dataset.druk) return;
        deel.open ? open.add(naam) : open.delete(naam);
        haalPanelen().then(straks, (fout) => kader.zeg(fout.message));
      });
      return deel;
    }

    const chip = (naam) => {
      const i = stand.rijen(regels.sectie).findIndex((r) => r.naam === naam);
      return maak("li", {}, knop(naam, () => { kies(i); zijkant.scrollIntoView({ block: "nearest" }); }, { class: "kg-knop kg-chip" }));
    };

    function kaarten(uit) {
      return maak("div", { class: "kg-kaarten" }, uit.kwadranten.map((k) => {
        const regel = regels.kwadranten.find((r) => r.sleutel === k.sleutel);
        const eigen = (regels.uitzonderingen ?? []).filter((u) => u.kwadrant === k.sleutel && uit.punten.some((p) => p.kwadrant === k.sleutel && p.titel === u.titel));
        return maak("section", { class: `kg-kaart kg-rand-${regel.kleur}` }, maak("h3", { class: "kg-kop" }, k.titel), maak("p", {}, k.advies),
          eigen.map((u) => maak("p", { class: "kg-apart" }, maak("strong", {}, `${u.is.join(", ")}: ${u.titel.toLowerCase()}. `), u.advies)),
          k.namen.length ? maak("ul", { class: "kg-chips", "aria-label": k.titel }, k.namen.map(chip)) : maak("p", { class: "kg-hint" }, "Nog leeg."),
          maak("p", { class: "kg-hint" }, regel.uitleg));
      }));
    }

    function maatkeuze() {
      if (!regels.grootte) return null;
      const nu = stand.keuze("maat", "oppervlakte");
      const keuze = (naam, titel) => knop(titel, () => stand.zetKeuze("maat", naam), { "aria-pressed": String(nu === naam), "data-sleutel": `maat.${naam}` });
      return maak("div", { class: "kg-legenda" }, maak("p", {}, `${regels.grootte.titel}: ${regels.grootte.uitleg[nu]}`), maak("div", { class: "kg-groep", role: "group", "aria-label": "Waarvoor staan de kosten" }, keuze("oppervlakte", "Oppervlakte"), keuze("diameter", "Diameter")));
    }

    function volgordevak(uit) {
      if (!regels.volgorde) return null;
      return uitklap(regels.volgorde.titel, true, maak("p", {}, regels.volgorde.uitleg),
        maak("ol", { class: "kg-volgorde" }, uit.volgorde.map((v) => maak("li", {}, maak("strong", {}, v.naam), " ", v.reden, maak("ul", {}, v.anders.map((z) => maak("li", {}, z)))))));
    }

    // Op papier staat de tabel er altijd bij, met wat de lezer invulde.
    function druktabel(uit) {
      const rij = (soort, cellen) => maak("tr", {}, cellen.map((cel) => maak(soort, {}, cel)));
      const koppen = ["Naam", regels.y.titel, regels.x.titel, ...(regels.grootte ? [regels.grootte.titel] : []), "Vak"];
      return maak("table", { class: "kg-druk" }, maak("caption", {}, `Alle ${regels.dingen}`), maak("thead", {}, rij("th", koppen)),
        maak("tbody", {}, uit.punten.map((p) => rij("td", [p.naam, toon(p.y), toon(p.x), ...(regels.grootte ? [toon(p.grootte)] : []), p.titel]))));
    }

    function tekenOnder(uit) {
      const voorbeeldig = stand.rijen(regels.sectie).some((r) => r.illustratief === "ja");
      ververs(onder, maatkeuze(), voorbeeldig && maak("p", { class: "kg-illustratieftekst" }, regels.teksten.illustratief),
        uit.meldingen.length ? maak("div", { class: "kg-letop" }, maak("h3", { class: "kg-kop" }, "Let op"), maak("ul", {}, uit.meldingen.map((m) => maak("li", {}, m)))) : null,
        druktabel(uit), kaarten(uit), volgordevak(uit), lui("Invullen als tabel", "invultabel", uit), regels.scores && lui(regels.scores.titel, "scorevak", uit), regels.saldo && lui(regels.saldo.titel, "saldovak", uit), maak("p", { class: "kg-hint" }, regels.teksten.voorbehoud));
    }

    // In een bestand staat waar een punt nu is, ook als dat uit scores volgt.
    function csvRijen() {
      const { punten } = uitkomst(stand.nu().secties, regels);
      return stand.rijen(regels.sectie).map((rij, i) => (punten[i].x_van === null && punten[i].y_van === null ? rij : { ...rij, [regels.x.kolom]: afgerondOfLeeg(punten[i].x), [regels.y.kolom]: afgerondOfLeeg(punten[i].y) }));
    }

    // Op papier staat ook wat ingeklapt was.
    function druk(begin) {
      for (const deel of onder.querySelectorAll(begin ? "details:not([open])" : "details[data-druk]")) {
        deel.dataset.druk = "ja";
        if (begin && panelen && deel.children.length === 1) deel.append(...[panelen[deel.dataset.lui]()].flat(9).filter(Boolean));
        deel.open = begin;
        if (!begin) setTimeout(() => delete deel.dataset.druk, 50);
      }
    }
    const voorDruk = () => druk(true), naDruk = () => druk(false);
    addEventListener("beforeprint", voorDruk);
    addEventListener("afterprint", naDruk);

    // -- bijhouden

    function tekenAlles() {
      plan = 0;
      const uit = uitkomst(stand.nu().secties, regels);
      tekenPunten(uit);
      if (sleep) return;
      tekenZijkant(uit);
      tekenOnder(uit);
      kader.ververs();
    }
    const straks = () => { plan ||= requestAnimationFrame(tekenAlles); };

    const uit = stand.luister(straks);
    const kijker = new ResizeObserver(meet);
    kijker.observe(plaatje);
    meet();
    tekenAlles();
    // Wie eigen werk terugziet, wil het ook meteen kunnen afdrukken, met alles erbij.
    if (["eigen", "link"].includes(model.get("herkomst"))) haalPanelen().then(straks, (fout) => kader.zeg(fout.message));
    return () => { uit(); removeEventListener("beforeprint", voorDruk); removeEventListener("afterprint", naDruk); kijker.disconnect(); cancelAnimationFrame(plan); };
  },
};
