// De formulieren en tabellen van het veld. Komen pas als de lezer een punt kiest of iets openklapt.
import { toonEuro } from "../../regels/basis.js";
import { saldo } from "../../regels/saldo.js";
import { uitkomst } from "../../regels/veld.js";
import { knop, maak, uitklap, ververs } from "../dom.js";
import { hernoem, verwijder } from "../../dossier/verwijzingen.js";
import { leesTabel, maakTabel, metLabel } from "../velden.js";

export function maakPanelen({ model, stand, kader, zijkant, gekozen, zetGekozen, focusNieuw }) {
  const { regels, secties } = model.get("opzet");
  const kolommen = secties[regels.sectie].kolommen;
  const kolom = (sleutel) => kolommen.find((k) => k.sleutel === sleutel);
  const heeftScores = (naam) => regels.scores && stand.rijen(regels.scores.sectie).some((s) => s.initiatief === naam);

  // -- toevoegen, wijzigen, weghalen

  function nieuw() {
    const rijen = stand.rijen(regels.sectie), soort = regels.nieuw;
    const bestaat = new Set(rijen.map((r) => r.naam.toLowerCase()));
    let naam = soort;
    for (let n = 2; bestaat.has(naam.toLowerCase()); n++) naam = `${soort} ${n}`;
    const leegeRij = Object.fromEntries(kolommen.map((k) => [k.sleutel, k.standaard ?? null]));
    // Nieuwe punten komen naast elkaar, anders liggen ze op één stapel.
    const plek = regels.grens + (rijen.filter((r) => bestaat.has(r.naam.toLowerCase()) && r.naam.startsWith(soort)).length % 8) * 0.5;
    zetGekozen(rijen.length);
    stand.zetSectie(regels.sectie, [...rijen, { ...leegeRij, naam, [regels.x.kolom]: plek, [regels.y.kolom]: plek }]);
    requestAnimationFrame(() => requestAnimationFrame(() => { const veld = zijkant.querySelector("input"); veld?.focus(); veld?.select(); }));
  }

  function haalWeg(i) {
    const naam = stand.rijen(regels.sectie)[i].naam;
    zetGekozen(null);
    stand.zet({ ...stand.nu(), secties: verwijder(stand.nu().secties, secties, regels.sectie, naam) });
    kader.zeg(`${naam} is weg. Met Ongedaan maken komt alles terug.`);
    focusNieuw();
  }

  // Waar een punt nu staat, ook als dat uit scores volgt.
  const afgerond = (waarde) => (waarde === null ? null : Math.floor(waarde * 10 + 0.5) / 10);
  function plaatsNu(i) {
    const punt = uitkomst(stand.nu().secties, regels).punten[i];
    return { [regels.x.kolom]: afgerond(punt.x), [regels.y.kolom]: afgerond(punt.y) };
  }

  function wijzig(i, k, waarde) {
    const rij = stand.rijen(regels.sectie)[i];
    if (k.sleutel === "naam") {
      if (stand.rijen(regels.sectie).some((r, j) => j !== i && r.naam.toLowerCase() === waarde.toLowerCase())) return `'${waarde}' staat er al; elke naam hoort één keer voor te komen.`;
      stand.zet({ ...stand.nu(), secties: hernoem(stand.nu().secties, secties, regels.sectie, rij.naam, waarde) });
    } else if (k.sleutel === regels.x.kolom || k.sleutel === regels.y.kolom) {
      // Wie één as vastzet, houdt de andere waar zij nu staat.
      const vast = heeftScores(rij.naam) ? { ...plaatsNu(i), vastgesteld: "ja" } : {};
      stand.zetCel(regels.sectie, i, { ...vast, [k.sleutel]: waarde, illustratief: rij.illustratief === "ja" ? "nee" : rij.illustratief });
    } else stand.zetCel(regels.sectie, i, { [k.sleutel]: waarde });
  }

  // -- formulieren en tabellen

  const VERBORGEN = ["illustratief", "bron", "vastgesteld"];

  function tekenZijkant(uit) {
    const i = gekozen(), rij = stand.rijen(regels.sectie)[i], punt = uit.punten[i];
    const nu = heeftScores(rij.naam) ? { ...rij, ...plaatsNu(i) } : rij;
    const regel = (k) => metLabel(k, nu[k.sleutel] ?? null, `zij.${i}.${k.sleutel}`, (w) => wijzig(i, k, w));
    const los = kolommen.filter((k) => !k.groep && !VERBORGEN.includes(k.sleutel));
    ververs(zijkant,
      maak("h3", { class: "kg-kop" }, rij.naam),
      punt.kwadrant && maak("p", { class: "kg-advies" }, maak("strong", {}, punt.titel + ". "), punt.advies),
      rij.vastgesteld === "ja" && maak("p", { class: "kg-hint" }, "Deze plek is na het gesprek vastgesteld. ", knop("Volg weer de scores", () => stand.zetCel(regels.sectie, i, { vastgesteld: "nee" }))),
      los.map(regel),
      Object.entries(regels.groepen ?? {}).map(([groepnaam, titel]) => {
        const eigen = kolommen.filter((k) => k.groep === groepnaam);
        return eigen.length ? uitklap(titel, false, eigen.map(regel)) : null;
      }),
      punt.anders.length ? uitklap("Wat zou dit veranderen?", false, maak("ul", {}, punt.anders.map((z) => maak("li", {}, z)))) : null,
      knop(`Verwijder ${rij.naam}`, () => haalWeg(i), { class: "kg-knop kg-weg", "data-sleutel": "verwijder" }));
  }

  function saldovak() {
    const alle = stand.rijen(regels.sectie), { partijen, oordeel } = saldo(alle, regels.saldo);
    const samen = (rij, groep) => kolommen.filter((k) => k.groep === groep && rij[k.sleutel]).map((k) => rij[k.sleutel]).join("; ");
    const rijen = partijen.map((d, i) => [d.naam, samen(alle[i], "inbreng"), samen(alle[i], "opbrengst"), d.oordeel, toonEuro(d.netto), toonEuro(d.kas), d.meldingen.join(" ")]);
    return [maak("p", {}, regels.saldo.uitleg), maak("p", { class: "kg-advies" }, oordeel),
      leesTabel(regels.saldo.titel, ["Partij", "Brengt in", "Krijgt", "Per saldo", "Opbrengst min inbreng per jaar", "Echt te innen min inbreng", "Let op"], rijen)];
  }

  function scorevak() {
    const { sectie, criteria } = regels.scores;
    const scores = stand.rijen(sectie), lijst = stand.rijen(criteria), dingen = stand.rijen(regels.sectie);
    const personen = [...new Set(scores.map((s) => s.persoon))];
    const wie = stand.keuze("wie", personen[0] ?? "Ik");
    const vind = (ding, criterium) => scores.find((s) => s.initiatief === ding && s.criterium === criterium && s.persoon === wie);
    const zetScore = (ding, criterium, waarde) => {
      const rest = scores.filter((s) => s !== vind(ding, criterium));
      stand.zetSectie(sectie, waarde === null ? rest : [...rest, { initiatief: ding, persoon: wie, criterium, score: waarde }]);
    };
    const scorekolom = secties[sectie].kolommen.find((k) => k.sleutel === "score");
    const wiekolom = { sleutel: "wie", kop: "Wie scoort er nu?", soort: "tekst", verplicht: true, uitleg: personen.length ? `Er scoorden al: ${personen.join(", ")}. Typ een naam om verder te gaan of een nieuwe te beginnen.` : "Typ een naam of rol." };
    return [maak("p", {}, regels.scores.uitleg),
      maakTabel({ titel: "Criteria en gewichten", kolommen: secties[criteria].kolommen, rijen: lijst, sleutel: "criteria",
        wijzig: (i, k, w) => (k.sleutel === "naam" ? (lijst.some((c, j) => j !== i && c.naam.toLowerCase() === w.toLowerCase()) ? "dit criterium staat er al." : stand.zet({ ...stand.nu(), secties: hernoem(stand.nu().secties, secties, criteria, lijst[i].naam, w) })) : stand.zetCel(criteria, i, { [k.sleutel]: w })),
        verwijder: (i) => stand.zet({ ...stand.nu(), secties: verwijder(stand.nu().secties, secties, criteria, lijst[i].naam) }) }),
      knop("Criterium toevoegen", () => stand.zetSectie(criteria, [...lijst, { naam: vrij("Nieuw criterium", lijst), as: "bijdrage", gewicht: 1, uitleg: null }]), { "data-sleutel": "criterium" }),
      metLabel(wiekolom, wie, "wie", (w) => stand.zetKeuze("wie", w)),
      lijst.length && dingen.length ? scoretabel(dingen, lijst, { ...scorekolom, verplicht: false }, vind, zetScore, wie) : null];
  }
  const vrij = (naam, lijst) => { let uit = naam; for (let n = 2; lijst.some((c) => c.naam === uit); n++) uit = `${naam} ${n}`; return uit; };

  function scoretabel(dingen, lijst, scorekolom, vind, zetScore, wie) {
    const rijen = dingen.map((d) => Object.fromEntries(lijst.map((c, n) => [`c${n}`, vind(d.naam, c.naam)?.score ?? null])));
    const velden = lijst.map((c, n) => ({ ...scorekolom, sleutel: `c${n}`, kop: c.naam }));
    const titel = `Scores van ${wie}, van 0 tot en met 10`;
    const tabel = maakTabel({ titel, kolommen: velden, rijen, sleutel: `scores.${wie}`, wijzig: (i, k, w) => zetScore(dingen[i].naam, lijst[Number(k.sleutel.slice(1))].naam, w) });
    tabel.querySelector("thead tr").prepend(maak("th", { scope: "col" }, "Initiatief"));
    tabel.querySelectorAll("tbody tr").forEach((rij, i) => {
      rij.prepend(maak("th", { scope: "row" }, dingen[i].naam));
      rij.querySelectorAll("input").forEach((veld, n) => veld.setAttribute("aria-label", `${lijst[n].naam} van ${dingen[i].naam}`));
    });
    return tabel;
  }

  function invultabel() {
    const getallen = ["naam", regels.kleur, regels.y.kolom, regels.x.kolom, regels.grootte?.kolom].filter(Boolean).map(kolom);
    return [maakTabel({ titel: `Alle ${regels.dingen}`, kolommen: getallen, rijen: stand.rijen(regels.sectie), sleutel: "tabel", wijzig, verwijder: haalWeg })];
  }

  return { nieuw, haalWeg, tekenZijkant, saldovak, scorevak, invultabel, plaatsNu };
}
