// Het plan: een tabel die de lezer per groep invult, met een plaat van wat er staat en wat er mist.
import { tekst } from "../../regels/basis.js";
import { uitkomst } from "../../regels/plan.js";
import { knop, maak, nieuwId, teken, uitklap, ververs, zet } from "../dom.js";
import { maakKader } from "../kader.js";
import { maakLui } from "../lui.js";
import { maakStand } from "../stand.js";
import { leesTabel, metLabel } from "../velden.js";

const REGEL = 18, STAP = 15;
const kaal = (zin) => zin.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");

export default {
  render({ model, el, later }) {
    const { regels, secties, bronnen } = model.get("opzet"), { sectie, groepeer, ding, teksten } = regels;
    const stand = maakStand(model), kolommen = secties[sectie].kolommen;
    const zichtbaar = kolommen.filter((k) => !["illustratief", "bron"].includes(k.sleutel));
    const lijst = maak("datalist", { id: nieuwId() }, regels.openbaar.map((o) => maak("option", { value: kaal(o.naam) })));
    const gekozen = new Map();
    let plan = 0, breed = 0, openen = null;

    const svg = teken("svg", { class: "kg-svg", role: "img" });
    const kader = maakKader({ model, el, stand, later, svg: () => svg });
    const lui = maakLui({ later, begin: () => true, straks: () => straks(), zeg: kader.zeg });
    const plaatje = maak("div", { class: "kg-plaatje" }, svg), meldvak = maak("div", { "aria-live": "polite" }), onder = maak("div");
    kader.romp.append(maak("p", {}, regels.uitleg), plaatje, meldvak, onder, lijst);

    // -- wijzigen

    const rijen = () => stand.rijen(sectie);
    const leegRij = () => Object.fromEntries(kolommen.map((k) => [k.sleutel, null]));
    // Wie een rij van een voorbeeld wijzigt, maakt haar van zichzelf.
    const wijzig = (i, wijziging) => stand.zetCel(sectie, i, { ...wijziging, ...(rijen()[i].illustratief === "ja" ? { illustratief: "nee" } : {}) });

    function voegToe(rij) {
      openen = rijen().length;
      stand.zetSectie(sectie, [...rijen(), { ...leegRij(), ...rij }]);
    }

    function haalWeg(i) {
      const naam = rijen()[i][ding];
      stand.zetSectie(sectie, rijen().filter((_, j) => j !== i));
      kader.zeg(`'${naam}' is weg. Met Ongedaan maken komt alles terug.`);
    }

    // Een idee vult een rij van dit doel die nog geen indicator heeft; is die er niet, dan komt er een rij bij.
    function neemOver(idee, { groep, naam }) {
      const gevuld = { indicator: idee.indicator, instrument: regels.zonder_instrument.includes(idee.gegevensbron) ? null : idee.instrument ?? null, gegevensbron: regels.zonder_instrument.includes(idee.gegevensbron) ? null : idee.gegevensbron, bron: noemBron(idee) };
      const i = rijen().findIndex((rij) => tekst(rij[groepeer]) === groep && tekst(rij[ding]) === naam && !tekst(rij.indicator));
      if (i >= 0) { openen = i; wijzig(i, { ...gevuld, bron: [rijen()[i].bron, gevuld.bron].filter(Boolean).join("; ") }); } else voegToe({ [groepeer]: groep, [ding]: naam, ...gevuld });
      kader.zeg(`Overgenomen bij '${naam}'. Vul aan wie meet en wanneer.`);
    }
    const noemBron = (iets) => iets.bron.split(",").map((s) => bronnen[s.trim()]).join("; ") + (iets.vindplaats ? `, ${iets.vindplaats}` : "");

    // -- de plaat

    function tekenPlaat(uit) {
      const koppen = [regels.dingen.charAt(0).toUpperCase() + regels.dingen.slice(1), ...regels.keten.filter((s) => regels.plaat.includes(s.kolom)).map((s) => s.kop)];
      const vak = breed / koppen.length, past = Math.max(1, Math.floor((vak - 10) / STAP)), delen = [];
      const schrijf = (zin, x, y, soort) => delen.push(teken("text", { x, y, class: soort }, zin));
      const merk = (soort, x, y) => delen.push(teken("circle", { cx: x, cy: y, r: 5, class: `kg-merkje kg-${soort}` }));
      const streep = (y) => delen.push(teken("line", { x1: 0, x2: breed, y1: y, y2: y, class: "kg-baan" }));
      koppen.forEach((kop, n) => schrijf(kop, n * vak + 4, REGEL, "kg-sterk"));
      let y = REGEL * 1.6;
      const gesproken = uit.groepen.map((groep) => {
        const dingen = groep.dingen.map((d) => (d.voorbeeld ? "voorbeeld" : "vol"));
        const cellen = [[dingen.length ? String(dingen.length) : "nog geen", dingen],
          ...groep.kolommen.filter((k) => regels.plaat.includes(k.kolom)).map((k) => [k.merken.length ? `${k.gevuld} van ${k.merken.length}` : "–", k.merken])];
        streep(y);
        schrijf(groep.titel, 4, y + REGEL, "kg-naam");
        cellen.forEach(([woord, merken], n) => {
          schrijf(woord, n * vak + 4, y + REGEL * 2, "kg-as");
          merken.forEach((soort, i) => merk(soort, n * vak + 10 + (i % past) * STAP, y + REGEL * 2.7 + Math.floor(i / past) * STAP));
        });
        y += REGEL * 2.7 + STAP * Math.max(1, ...cellen.map(([, m]) => Math.ceil(m.length / past)));
        return `${groep.titel}: ${cellen.map(([woord], n) => `${koppen[n].toLowerCase()} ${woord}`).join(", ")}`;
      });
      streep(y);
      let x = 10;
      for (const [soort, woord] of [["vol", "ingevuld"], ["leeg", "mist nog"], ["voorbeeld", "voorbeeld van ons"]]) {
        if (x + 10 + woord.length * 7 > breed) { x = 10; y += REGEL; }
        merk(soort, x, y + REGEL);
        schrijf(woord, x + 10, y + REGEL + 4, "kg-as");
        x += 34 + woord.length * 7;
      }
      y += REGEL * 1.8;
      zet(svg, { viewBox: `0 0 ${breed} ${y}`, width: breed, height: y, "aria-label": gesproken.join(". ") + "." });
      svg.replaceChildren(...delen);
    }

    // -- wat opvalt

    const merkje = (rij) => rij.illustratief === "ja" && maak("span", { class: "kg-merk" }, "voorbeeld");

    function spring(i) {
      const deel = onder.querySelector(`[data-uitklap="rij.${i}"]`);
      deel.open = true;
      deel.querySelector("summary").focus();
    }

    function tekenMeldingen(uit) {
      const mist = uit.ontbreekt.map((m) => maak("li", {}, knop(m.naam, () => spring(m.rij), { class: "kg-knop kg-spring" }), " ", m.voorbeeld && maak("span", { class: "kg-merk" }, "voorbeeld"), ` ${m.mist.join(", ")}.`));
      ververs(meldvak, uit.illustratief && maak("p", { class: "kg-hint" }, teksten.illustratief),
        uit.meldingen.length ? maak("div", { class: "kg-letop" }, maak("h3", { class: "kg-kop" }, "Let op"), maak("ul", {}, uit.meldingen.map((m) => maak("li", {}, m)))) : null,
        mist.length ? uitklap(`${teksten.ontbreekt} (${mist.length})`, false, maak("ul", {}, mist)) : rijen().length ? maak("p", {}, teksten.compleet) : null);
    }

    // -- invullen

    function rijvak(i, ontbreekt) {
      const rij = rijen()[i], mist = ontbreekt.find((m) => m.rij === i)?.mist;
      const velden = zichtbaar.map((k) => {
        const regel = metLabel({ ...k, uitleg: "" }, rij[k.sleutel], `rij.${i}.${k.sleutel}`, (w) => wijzig(i, { [k.sleutel]: w }));
        if (k.sleutel === "gegevensbron") regel.querySelector("input").setAttribute("list", lijst.id);
        return regel;
      });
      return maak("details", { class: "kg-uitklap", "data-uitklap": `rij.${i}` },
        maak("summary", { "data-sleutel": `rij.${i}` }, maak("span", {}, rij[ding], rij.indicator ? ` → ${rij.indicator}` : "", " ", merkje(rij), " ", mist && maak("span", { class: "kg-mist" }, mist.join(", ")))),
        velden, rij.bron && maak("p", { class: "kg-hint" }, `Bron: ${bronnen[rij.bron] ?? rij.bron}`), knop("Verwijder", () => haalWeg(i), { class: "kg-knop kg-weg", "aria-label": `Verwijder ${rij[ding]}` }));
    }

    function nieuwvak(groep) {
      const veld = maak("input", { type: "text", class: "kg-veld", autocomplete: "off", "data-sleutel": `nieuw.${groep.sleutel}` });
      const doe = () => { if (tekst(veld.value)) voegToe({ [groepeer]: groep.sleutel, [ding]: tekst(veld.value) }); else veld.focus(); };
      veld.addEventListener("keydown", (e) => e.key === "Enter" && doe());
      return maak("div", { class: "kg-nieuw" }, maak("label", {}, `Nieuw ${ding} bij: ${groep.titel.toLowerCase()}`, veld), knop("Voeg toe", doe, { "aria-label": `Voeg ${ding} toe bij ${groep.titel.toLowerCase()}` }));
    }

    // `doelen` is waar het idee heen kan: {woord, groep, naam}.
    function ideeenvak(titel, ideeen, doelen) {
      if (!ideeen.length || !doelen.length) return null;
      const nu = () => doelen.find((d) => d.woord === gekozen.get(titel)) ?? doelen[0];
      const kolom = { kop: `Voor welk ${ding}?`, soort: "keuze", verplicht: true, waarden: doelen.map((d) => d.woord) };
      const regel = (idee) => maak("li", {}, maak("span", {}, idee.indicator, maak("small", {}, [idee.instrument, `gegevens: ${idee.gegevensbron}`, `bron: ${noemBron(idee)}`].filter(Boolean).join(" · "))),
        knop("Neem over", () => neemOver(idee, nu()), { "aria-label": `Neem over: ${idee.indicator}` }));
      return lui.vak(titel, false, () => [maak("p", { class: "kg-hint" }, teksten.ideeen_uitleg), metLabel(kolom, nu().woord, `idee.${titel}`, (w) => { gekozen.set(titel, w); }), maak("ul", { class: "kg-ideeen" }, ideeen.map(regel))]);
    }

    function groepvak(groep, uit) {
      const regel = regels.groepen.find((g) => g.sleutel === groep.sleutel), ideeen = regels.ideeen.filter((i) => i.soort === regel.idee);
      const doelen = groep.dingen.map((d) => ({ woord: d.naam, groep: groep.sleutel, naam: d.naam }));
      const nieuw = { woord: `een nieuw ${ding}`, groep: groep.sleutel, naam: groep.titel };
      const aantal = groep.dingen.length;
      return maak("section", { class: "kg-groepvak" }, maak("h3", { class: "kg-kop" }, groep.titel, maak("span", { class: "kg-tel" }, `${groep.sleutel} · ${aantal ? `${aantal} ${aantal === 1 ? ding : regels.dingen}` : `nog geen ${ding}`}`)),
        groep.rijen.map((i) => rijvak(i, uit.ontbreekt)), nieuwvak(groep), ideeenvak(`Ideeën voor indicatoren: ${groep.sleutel} (${ideeen.length})`, ideeen, [...doelen, nieuw]));
    }

    function tabelvak(uit) {
      const volgorde = [...uit.groepen.flatMap((g) => g.rijen), ...uit.los];
      const koppen = [...zichtbaar.map((k) => k.kop), ...(uit.illustratief ? ["Voorbeeld"] : [])];
      const inhoud = volgorde.map((i) => [...zichtbaar.map((k) => rijen()[i][k.sleutel] ?? ""), ...(uit.illustratief ? [rijen()[i].illustratief === "ja" ? "voorbeeld" : ""] : [])]);
      return inhoud.length ? uitklap("Het plan als tabel", true, leesTabel(regels.titel, koppen, inhoud)) : null;
    }

    function tekenOnder(uit) {
      const elders = regels.ideeen.filter((i) => !regels.groepen.some((g) => g.idee === i.soort));
      const alle = uit.groepen.flatMap((g) => g.dingen.map((d) => ({ woord: `${g.sleutel}: ${d.naam}`, groep: g.sleutel, naam: d.naam })));
      ververs(onder, maak("h3", { class: "kg-deelkop" }, "Vul het plan in"),
        uit.los.length ? maak("section", { class: "kg-groepvak" }, maak("h3", { class: "kg-kop" }, `Nog geen ${groepeer}`), uit.los.map((i) => rijvak(i, uit.ontbreekt))) : null,
        uit.groepen.map((g) => groepvak(g, uit)), maak("div", { class: "kg-groepvak" }, ideeenvak(teksten.ideeen_anders, elders, alle),
          lui.vak(teksten.openbaar, false, () => maak("ul", { class: "kg-ideeen" }, regels.openbaar.map((o) => maak("li", {}, maak("span", {}, maak("strong", {}, kaal(o.naam)), `: ${o.wat ?? ""}`, maak("small", {}, [o.let_op, `bron: ${noemBron(o)}`].filter(Boolean).join(" · ")))))))),
        tabelvak(uit), maak("p", { class: "kg-hint" }, teksten.voorbehoud));
      if (openen !== null) {
        spring(openen);
        onder.querySelector(`[data-sleutel="rij.${openen}.indicator"]`)?.focus();
        openen = null;
      }
    }

    // -- bijhouden

    function tekenAlles() {
      plan = 0;
      const uit = uitkomst(stand.nu().secties, regels);
      if (breed) tekenPlaat(uit);
      tekenMeldingen(uit);
      tekenOnder(uit);
      kader.ververs();
    }
    const straks = () => { plan ||= requestAnimationFrame(tekenAlles); };
    const uit = stand.luister(straks);
    const meet = () => {
      const nu = Math.max(260, Math.round(Math.min(704, plaatje.clientWidth)));
      if (nu === breed) return;
      breed = nu;
      tekenPlaat(uitkomst(stand.nu().secties, regels));
    };
    const kijker = new ResizeObserver(meet);
    kijker.observe(plaatje);
    meet();
    tekenAlles();
    return () => { uit(); kijker.disconnect(); cancelAnimationFrame(plan); };
  },
};
