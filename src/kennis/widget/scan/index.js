// De scan: mensen scoren stellingen, ieder voor zich; hier zie je waar zij staan en waar zij verschillen.
import { schoon } from "../../woord.js";
import { tekst, toon } from "../../regels/basis.js";
import { stellingenVan, uitkomst } from "../../regels/scan.js";
import { knop, maak, nieuwId, teken, uitklap, ververs, zet } from "../dom.js";
import { maakKader } from "../kader.js";
import { maakLui } from "../lui.js";
import { maakStand } from "../stand.js";

const LETTER = 13, REGEL = 17, STIP = 9, RAND = 12;

export default {
  render({ model, el, later }) {
    const { regels } = model.get("opzet"), { sectie, schaal, teksten } = regels;
    const stand = maakStand(model);
    let plan = 0, breed = 0, gemaakt = null;

    const svg = teken("svg", { class: "kg-svg", role: "img" });
    const deelMijn = knop("Deel mijn scores", deelScores, { class: "kg-knop kg-hoofd", "data-sleutel": "deel" });
    const kader = maakKader({ model, el, stand, later, extra: model.gastheer ? [deelMijn] : [], svg: () => svg });
    const lui = maakLui({ later, begin: (p) => p.maakPanelen({ regels, van, antwoord }), straks: () => straks(), zeg: kader.zeg });
    const kop = maak("div"), formulier = maak("div", { class: "kg-scherm" }), bovenPlaat = maak("div"), onderPlaat = maak("div");
    const gesproken = maak("p", { class: "kg-onzichtbaar", "aria-live": "polite" });
    const plaatje = maak("div", { class: "kg-plaatje" }, svg);
    kader.romp.append(kop, formulier, bovenPlaat, plaatje, onderPlaat, gesproken);

    const deelNu = () => regels.delen.find((d) => d.sleutel === stand.keuze("deel")) ?? regels.delen[0];
    const wieNu = () => stand.keuze("wie", "");
    const eigenRijen = () => stand.rijen(sectie).filter((rij) => rij.illustratief !== "ja");
    const van = (wie, stelling) => eigenRijen().findLast((rij) => tekst(rij.persoon) === wie && tekst(rij.stelling) === stelling);

    // -- scoren

    // Zet een antwoord; `null` haalt het weg. Het voorbeeld van ons verdwijnt bij het eerste eigen antwoord.
    function antwoord(stelling, wijziging) {
      const wie = wieNu(), oud = van(wie, stelling), rest = eigenRijen();
      const nieuw = wijziging && { persoon: wie, stelling, score: null, opmerking: null, illustratief: null, ...oud, ...wijziging };
      if (rest.length < stand.rijen(sectie).length) kader.zeg("De voorbeeldscores zijn weg; dit zijn nu je eigen scores. Met Ongedaan maken komt het voorbeeld terug.");
      stand.zetSectie(sectie, oud ? rest.flatMap((rij) => (rij === oud ? nieuw ?? [] : [rij])) : [...rest, nieuw]);
    }

    function deelScores() {
      const rijen = eigenRijen().filter((rij) => tekst(rij.persoon) === wieNu());
      if (!rijen.length) return kader.zeg(wieNu() ? "Je hebt nog niets gescoord." : "Vul eerst je naam of rol in en scoor de stellingen.");
      const { dingen, ding } = regels.voegSamen;
      kader.roep("deel")({ [sectie]: rijen }, `Alleen de scores van ${wieNu()} zitten erin (${rijen.length} ${rijen.length === 1 ? ding : dingen}). Wie de link opent, voegt ze toe aan de eigen scores.`);
    }

    const wieUitleg = maak("span", { class: "kg-uitleg", id: nieuwId() }, "Een naam of een rol. Iemand anders op dit apparaat? Vul dan een andere naam in.");
    function tekenKop(uit) {
      const keuze = (d) => knop(d.titel, () => stand.zetKeuze("deel", d.sleutel), { "aria-pressed": String(d === deelNu()), "data-sleutel": `deel.${d.sleutel}` });
      const naam = maak("input", { type: "text", class: "kg-veld", autocomplete: "off", id: nieuwId(), "data-sleutel": "wie", "aria-describedby": wieUitleg.id, value: wieNu(), onchange: () => stand.zetKeuze("wie", schoon(naam.value)) });
      const bekend = uit.illustratief ? [] : uit.personen.filter((p) => p.naam !== wieNu());
      ververs(kop, maak("p", {}, regels.uitleg), maak("div", { class: "kg-groep", role: "group", "aria-label": `Kies de ${regels.deel}` }, regels.delen.map(keuze)),
        maak("div", { class: "kg-regel kg-scherm" }, maak("label", { class: "kg-label", for: naam.id }, "Wie scoort er nu?"), naam, wieUitleg),
        bekend.length ? maak("ul", { class: "kg-chips", "aria-label": "Wie er al scoorden" }, maak("li", {}, "Er scoorden al:"), bekend.map((p) => maak("li", {}, knop(p.naam, () => stand.zetKeuze("wie", p.naam), { class: "kg-knop kg-chip" })))) : null);
    }

    // De stellingen blijven staan zolang de fase en de persoon dezelfde zijn; alleen de antwoorden veranderen.
    function maakFormulier() {
      const lijst = stellingenVan(deelNu(), regels), wie = wieNu(), panelen = lui.nu(), velden = [];
      const groepen = regels.groepen.map((g) => ({ g, eigen: lijst.filter((s) => s.groep === g.sleutel) })).filter(({ eigen }) => eigen.length);
      const delen = groepen.map(({ g, eigen }) => {
        const tel = maak("span", { class: "kg-tel" });
        velden.push(() => { tel.textContent = wie ? `${eigen.filter((s) => van(wie, s.sleutel)).length} van ${eigen.length}` : `${eigen.length} stelling${eigen.length === 1 ? "" : "en"}`; });
        const deel = lui.vak(g.titel, false, () => [maak("p", { class: "kg-hint" }, g.uitleg), eigen.map((s) => panelen.stelling(s, wie, velden))]);
        deel.firstChild.dataset.sleutel = `groep.${g.sleutel}`;
        deel.firstChild.append(tel);
        return deel;
      });
      ververs(formulier, maak("h3", { class: "kg-deelkop" }, "Scoor de stellingen"),
        maak("p", { class: "kg-hint" }, wie ? `Van 0 (${schaal.laag}) tot ${schaal.top} (${schaal.hoog}).` : "Vul eerst je naam of rol in. Daarna kun je scoren."), delen);
      return velden;
    }

    // -- de plaat: per regel een baan van 0 tot 10, met het bereik, een stip per persoon en het gemiddelde

    function breek(zin, letters) {
      const regelsTekst = [];
      for (const woord of zin.split(" ")) {
        const laatste = regelsTekst.at(-1);
        if (laatste !== undefined && laatste.length + woord.length < letters) regelsTekst[regelsTekst.length - 1] += ` ${woord}`;
        else regelsTekst.push(woord);
      }
      return regelsTekst;
    }

    function tekenPlaat(uit, deel) {
      if (!breed) return;
      const perStelling = stand.keuze("beeld") === "stelling";
      const dingen = perStelling ? deel.stellingen : deel.groepen;
      const nummer = new Map(uit.personen.map((p) => [p.naam, p.nummer]));
      const x = (score) => RAND + (score / schaal.top) * (breed - 2 * RAND);
      const delen = [];
      const schrijf = (zin, eigenschappen) => delen.push(teken("text", eigenschappen, zin));
      let y = 0;
      for (const ding of dingen) {
        y += 8;
        const zinnen = breek(ding.tekst ?? "", (breed - 4) / (LETTER * 0.54));
        for (const zin of zinnen) schrijf(zin, { x: 2, y: (y += REGEL), class: perStelling ? null : "kg-sterk" });
        const merken = [ding.gemiddelde === null ? "nog geen scores" : `gemiddeld ${toon(ding.gemiddelde)}`, ding.signaal != null && regels.signalen[ding.signaal].naam].filter(Boolean).join(" · ");
        // Past het gemiddelde achter de naam, dan staat het daar.
        const erachter = (zinnen.at(-1).length + merken.length + 3) * LETTER * 0.54 < breed;
        schrijf(merken, { x: erachter ? breed - 2 : 2, y: (y += erachter ? 0 : REGEL), class: "kg-as", "text-anchor": erachter ? "end" : "start" });
        const hoogtes = stapel(ding.punten.map((p) => x(p.score)));
        y += 8 + STIP * 2 * (Math.max(0, ...hoogtes) + 1);
        const hart = y - STIP;
        delen.push(teken("line", { class: "kg-baan", x1: x(0), x2: x(schaal.top), y1: hart, y2: hart }), [0, 0.5, 1].map((n) => teken("line", { class: "kg-baan", x1: x(n * schaal.top), x2: x(n * schaal.top), y1: hart - 5, y2: hart + 5 })));
        if (ding.laagste !== null) delen.push(teken("line", { class: "kg-bereik", x1: x(ding.laagste), x2: x(ding.hoogste), y1: hart, y2: hart }));
        ding.punten.forEach((p, i) => {
          const plek = { x: x(p.score), y: hart - hoogtes[i] * STIP * 2 };
          delen.push(teken("circle", { class: "kg-punt", cx: plek.x, cy: plek.y, r: STIP }), teken("text", { class: "kg-nummer", x: plek.x, y: plek.y + 4, "text-anchor": "middle" }, String(nummer.get(p.persoon))));
        });
        if (ding.gemiddelde !== null) delen.push(teken("path", { class: "kg-midden", d: `M${x(ding.gemiddelde)} ${y + 1}l7 11h-14z` }));
        y += 14;
      }
      y += REGEL + 6;
      for (const n of [0, schaal.top / 2, schaal.top]) schrijf(n === 0 ? `0 ${schaal.laag}` : n === schaal.top ? `${schaal.hoog} ${n}` : String(n), { x: n === 0 ? 2 : n === schaal.top ? breed - 2 : x(n), y, class: "kg-as", "text-anchor": n === 0 ? "start" : n === schaal.top ? "end" : "middle" });
      zet(svg, { viewBox: `0 0 ${breed} ${y + 8}`, width: breed, height: y + 8, "aria-label": `${deel.titel}: ${deel.groepen.map((g) => `${g.tekst} ${g.gemiddelde === null ? "nog geen scores" : `gemiddeld ${toon(g.gemiddelde)}, van ${toon(g.laagste)} tot ${toon(g.hoogste)}`}`).join("; ")}.` });
      svg.replaceChildren(...delen.flat());
    }

    // Stippen die elkaar raken, komen boven elkaar.
    function stapel(plekken) {
      const gezet = [];
      return plekken.map((px) => {
        let hoogte = 0;
        while (gezet.some(([gx, gh]) => gh === hoogte && Math.abs(gx - px) < STIP * 2)) hoogte++;
        gezet.push([px, hoogte]);
        return hoogte;
      });
    }

    // -- wat eruit volgt

    function tekenBoven(uit, deel) {
      const keuze = (naam, titel) => knop(titel, () => stand.zetKeuze("beeld", naam), { "aria-pressed": String(stand.keuze("beeld", "groep") === naam), "data-sleutel": `beeld.${naam}` });
      ververs(bovenPlaat, maak("h3", { class: "kg-deelkop" }, "Waar staan jullie samen?"),
        uit.illustratief && maak("p", { class: "kg-illustratieftekst" }, teksten.illustratief),
        uit.meldingen.length ? maak("div", { class: "kg-letop" }, uit.meldingen.map((m) => maak("p", {}, m))) : null,
        deel.groepen.some((g) => g.punten.length) ? null : maak("p", {}, teksten.geen_scores),
        maak("div", { class: "kg-groep", role: "group", "aria-label": "Wat toont de plaat" }, keuze("groep", `Per ${regels.groep}`), keuze("stelling", "Per stelling")),
        uit.personen.length ? maak("p", { class: "kg-legenda" }, uit.personen.map((p) => `${p.nummer} ${p.naam}`).join(" · "), ". De streep loopt van het laagste naar het hoogste cijfer; het driehoekje is het gemiddelde.") : null);
    }

    function aandachtvak(deel) {
      const lijst = deel.aandacht.map((a) => maak("li", {}, maak("strong", {}, a.tekst), " ", maak("span", { class: "kg-merk" }, a.signaal), maak("br"), a.reden, maak("br"), maak("span", { class: "kg-hint" }, regels.stellingen.find((s) => s.sleutel === a.sleutel).uitleg)));
      const leeg = deel.gescoord || lijst.length ? teksten.aandacht_leeg : teksten.geen_scores;
      return maak("section", {}, maak("h3", { class: "kg-deelkop" }, teksten.aandacht),
        lijst.length ? maak("ol", { class: "kg-aandacht" }, lijst.slice(0, 5)) : maak("p", {}, leeg),
        lijst.length > 5 ? uitklap("Wat daarna komt", false, maak("ol", { class: "kg-aandacht", start: "6" }, lijst.slice(5))) : null,
        maak("p", { class: "kg-hint" }, teksten.aandacht_uitleg));
    }

    function pastvak(past) {
      return past && maak("section", {}, maak("h3", { class: "kg-deelkop" }, teksten.past_titel), maak("p", {}, maak("strong", {}, past.zin)),
        maak("ul", {}, past.zinnen.map((z) => maak("li", {}, z))), maak("p", { class: "kg-hint" }, teksten.past_uitleg));
    }

    function personenvak(uit) {
      if (uit.illustratief || !uit.personen.length) return null;
      const weg = (naam) => { stand.zetSectie(sectie, stand.rijen(sectie).filter((rij) => tekst(rij.persoon) !== naam)); kader.zeg(`De scores van ${naam} zijn weg. Met Ongedaan maken komen zij terug.`); };
      return uitklap("Wie er meedoen", false, uit.personen.map((p) => maak("p", { class: "kg-chips" }, `${p.nummer} ${p.naam}: ${regels.delen.map((d, i) => `${d.titel} ${p.aantallen[i]}`).join(", ")} `, knop("×", () => weg(p.naam), { class: "kg-knop kg-weg", "aria-label": `Verwijder de scores van ${p.naam}` }))));
    }

    function tekenOnder(uit, deel) {
      ververs(onderPlaat, aandachtvak(deel), pastvak(uit.past),
        lui.vak("Alle stellingen als tabel", false, (p) => p.tabel(deel)),
        personenvak(uit), maak("p", { class: "kg-hint" }, teksten.gemiddelde), maak("p", { class: "kg-hint" }, teksten.voorbehoud));
    }

    // -- bijhouden

    function tekenAlles() {
      plan = 0;
      const uit = uitkomst(stand.nu().secties, regels), deel = uit.delen.find((d) => d.sleutel === deelNu().sleutel);
      const welk = JSON.stringify([deel.sleutel, wieNu(), Boolean(lui.nu())]);
      tekenKop(uit);
      if (gemaakt?.welk !== welk) gemaakt = { welk, velden: maakFormulier() };
      gemaakt.velden.forEach((doe) => doe());
      tekenBoven(uit, deel);
      tekenPlaat(uit, deel);
      tekenOnder(uit, deel);
      const aantal = deel.aandacht.length, zin = `${aantal} ${aantal === 1 ? "stelling vraagt" : "stellingen vragen"} aandacht.`;
      if (gesproken.textContent !== zin) gesproken.textContent = zin;
      kader.ververs();
      // Wie een naam invulde, gaat scoren; en de stellingen van een andere fase komen later.
      if (!lui.nu() && (wieNu() || !deel.stellingen[0].tekst)) lui.teken();
    }
    const straks = () => { plan ||= requestAnimationFrame(tekenAlles); };
    const uit = stand.luister(straks);
    const kijker = new ResizeObserver(() => {
      const nu = Math.max(240, Math.round(Math.min(704, plaatje.clientWidth)));
      if (nu !== breed) { breed = nu; straks(); }
    });
    kijker.observe(plaatje);
    breed = Math.max(240, Math.round(Math.min(704, plaatje.clientWidth)));
    tekenAlles();
    return () => { uit(); kijker.disconnect(); cancelAnimationFrame(plan); };
  },
};
