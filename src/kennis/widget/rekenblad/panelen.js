// Invullen: een tabel per sectie, of een formulier als er maar één rij is. Komt pas als de lezer een deel opent.
import { vul } from "../../regels/basis.js";
import { toonUitkomst, toonWaarde, uitkomst } from "../../regels/rekenblad.js";
import { kans, kanszin } from "../../regels/rekenbladkans.js";
import { alsTekst } from "../../regels/zinnen.js";
import { hint } from "../delen.js";
import { knop, maak, nieuwId } from "../dom.js";
import { nieuweRij, rijSleutel, rijSleutels, volgRij, vrijeNaam, zichtbaar } from "../rijen.js";
import { leesTabel } from "../tabel.js";
import { vulTeksten } from "../teksten.js";
import { maakVak } from "../vak.js";
import { maakTabel, metLabel, werkTabelBij, zetWaarde } from "../velden.js";
import { Rekenbeeld } from "./beeld.js";
import { simulatiefiguur, tornadofiguur } from "./kansfiguur.js";
import { overTeNemen } from "./overnemen.js";
import { tabellen, tabelUit } from "./tabel.js";
import teksten from "./teksten.json";

class Panelen {
  constructor({ model, regels, stand, zeg }) {
    Object.assign(this, { regels, stand, zeg, secties: model.get("opzet").secties });
  }
  kolommen({ sectie, kolommen }) {
    const alle = this.secties[sectie].kolommen;
    return kolommen ? kolommen.map((sleutel) => alle.find((k) => k.sleutel === sleutel)) : zichtbaar(alle);
  }
  // Wie een rij van een voorbeeld wijzigt, maakt haar van zichzelf.
  wijzig({ sectie }, i, wijziging) {
    const rij = this.stand.rijen(sectie)[i];
    this.stand.zetCel(sectie, i, { ...wijziging, ...(rij.illustratief === "ja" ? { illustratief: "nee" } : {}) });
  }

  // -- een deel: {el, toon(uit)}

  deel(deel) { return deel.een ? this.formulier(deel) : this.tabel(deel); }

  formulier(deel) {
    const nu = () => this.stand.rijen(deel.sectie)[0] ?? {}, { teksten } = this.regels;
    const bewaar = (sleutel) => (waarde) => {
      if (this.stand.rijen(deel.sectie).length) this.wijzig(deel, 0, { [sleutel]: waarde });
      else this.stand.zetSectie(deel.sectie, [nieuweRij(this.secties[deel.sectie].kolommen, { [sleutel]: waarde })]);
    };
    const velden = this.kolommen(deel).map((k) => {
      const vast = deel.standaard?.[k.sleutel], erbij = vast === undefined ? "" : vul(teksten.standaard, { waarde: alsTekst(vast) });
      const kolom = { ...k, uitleg: [k.uitleg, erbij].filter(Boolean).join(" ") };
      return { k, regel: metLabel(kolom, nu()[k.sleutel], `${deel.sectie}.0.${k.sleutel}`, bewaar(k.sleutel)) };
    });
    const toon = () => velden.forEach(({ regel, k }) => zetWaarde(regel, nu()[k.sleutel]));
    return { el: maak("div", { class: "kr-formulier" }, hint(deel.uitleg), velden.map(({ regel }) => regel)), toon };
  }

  tabel(deel) {
    const vak = maakVak(), kolommen = this.kolommen(deel), namen = maak("datalist", { id: nieuwId() }), { teksten } = this.regels;
    const { sectie, ding } = deel, leeg = () => hint(vul(teksten.zonder_rijen, { ding }));
    const voegToe = knop(vul(teksten.toevoegen, { ding }), () => this.voegToe(deel, vak.el), { "data-sleutel": `${sectie}.erbij` });
    const toon = (uit) => {
      const rijen = this.stand.rijen(sectie);
      namen.replaceChildren(...this.suggesties(kolommen).map((naam) => maak("option", { value: naam })));
      vak.toon(rijSleutels(rijen), (volg) => (rijen.length ? this.rijen(deel, kolommen, namen, volg) : leeg()), uit);
    };
    const neem = maakVak();
    const ook = (uit) => { toon(uit); this.toonOvernemen(deel, neem); };
    return { el: maak("div", {}, hint(deel.uitleg), vak.el, maak("div", { class: "kg-groep" }, voegToe, neem.el), namen), toon: ook };
  }
  // Bedragen die elders in het dossier staan, zoals in de stakeholdermatrix, komen met één knop als rijen hier.
  toonOvernemen(deel, vak) {
    const { sectie, overnemen } = deel, nieuw = overnemen ? overTeNemen(this.stand.rijen(overnemen.sectie), this.stand.rijen(sectie), deel) : [];
    const neem = () => {
      const alle = this.secties[sectie].kolommen;
      this.stand.zetSectie(sectie, [...this.stand.rijen(sectie), ...nieuw.map((rij) => nieuweRij(alle, rij))]);
      this.zeg(vul(this.regels.teksten.overgenomen, { n: String(nieuw.length) }));
    };
    vak.toon(nieuw, () => nieuw.length && knop(vul(overnemen.knop, { n: String(nieuw.length) }), neem, { "data-sleutel": `${sectie}.overnemen` }));
  }
  rijen(deel, kolommen, namen, volg) {
    const { sectie, titel } = deel, nu = () => this.stand.rijen(sectie), plekken = nu().map((_, i) => volgRij(nu, i));
    const el = maakTabel({ titel, kolommen, rijen: nu(), sleutel: sectie, verwijder: (i) => this.haalWeg(deel, plekken[i]()),
      wijzig: (i, k, waarde) => { if (plekken[i]() >= 0) this.wijzig(deel, plekken[i](), { [k.sleutel]: waarde }); } });
    for (const { sleutel } of kolommen.filter((k) => k.noemt?.length))
      for (const veld of el.querySelectorAll(`[data-sleutel$=".${sleutel}"]`)) veld.setAttribute("list", namen.id);
    const erbij = this.uitgerekend(deel, el);
    metKoppen(el);
    volg((uit) => { werkTabelBij(el, kolommen, nu()); erbij(uit); });
    return el;
  }
  // Kolommen die uitgerekend worden, komen achter wat de lezer invult.
  uitgerekend({ sectie }, el) {
    const eigen = (this.regels.kolommen ?? []).map((k, plek) => ({ ...k, plek })).filter((k) => k.sectie === sectie);
    const voegCel = (rij) => {
      const cel = maak("td", { class: "kr-uit" });
      rij.lastChild.before(cel);
      return cel;
    };
    const cellen = eigen.map(({ titel, plek }) => {
      el.querySelector("thead tr").lastChild.before(maak("th", { scope: "col" }, titel));
      return { plek, cellen: [...el.querySelectorAll("tbody tr")].map(voegCel) };
    });
    return (uit) => cellen.forEach(({ plek, cellen: rij }) => rij.forEach((cel, i) => {
      const zin = toonUitkomst(uit.kolommen[plek].cellen[i].waarde, uit.kolommen[plek]);
      if (cel.textContent !== zin) cel.textContent = zin;
    }));
  }
  // Namen die elders in het dossier staan, zoals de partijen.
  suggesties(kolommen) {
    const paden = kolommen.flatMap((k) => k.noemt ?? []).map((pad) => pad.split("."));
    return [...new Set(paden.flatMap(([sectie, kolom]) => this.stand.rijen(sectie).map((rij) => rij[kolom])).filter(Boolean))];
  }

  // -- de uitkomsten als tabel

  tabellen() {
    const vak = maakVak("div", { class: "kr-tabellen" });
    const toon = (uit) => {
      const alle = tabellen(uit, this.regels);
      vak.toon(alle, () => alle.map(({ titel, koppen, rijen }) => leesTabel(titel, koppen, rijen)));
    };
    return { el: vak.el, toon };
  }
  // Hoe zeker het is: welk bedrag het meest uitmaakt, en een simulatie met een vaste start.
  kansen() {
    const vak = maakVak();
    return { el: vak.el, toon: () => {
      const uit = kans(this.stand.nu().secties, this.regels);
      vak.toon(uit, () => (uit ? this.kansvak(uit) : hint(this.regels.teksten.kans_leeg)));
    } };
  }
  kansvak(uit) {
    const { waarde, tornado, simulatie } = uit, { teksten: zinnen, resultaten, kans: vorm } = this.regels;
    const { eenheid = "" } = resultaten.find(({ naam }) => naam === vorm.resultaat);
    const schrijf = (w) => toonWaarde(w, eenheid), rijen = tornado.map(({ naam, laag, hoog }) => [naam, schrijf(laag), schrijf(hoog)]);
    const zin = kanszin(uit, this.regels);
    return [
      maak("p", {}, zin),
      simulatie && maak("div", { class: "kr-kans" }, simulatiefiguur(simulatie, schrijf, zin)),
      maak("h4", {}, zinnen.tornado), maak("div", { class: "kr-kans" }, tornadofiguur(tornado, waarde, schrijf, zinnen.tornado)),
      leesTabel(zinnen.tornado, [zinnen.tornado_kop, zinnen.bij_laag, zinnen.bij_hoog], rijen), hint(zinnen.kans_uitleg),
    ];
  }
  alsTabel() { return tabelUit(uitkomst(this.stand.nu().secties, this.regels), this.regels); }

  // -- een rij erbij of weg

  voegToe(deel, el) {
    const rijen = this.stand.rijen(deel.sectie), { naamkolom, sectie } = deel, alle = this.secties[sectie].kolommen;
    const naam = vrijeNaam(vul(this.regels.teksten.nieuw, { ding: deel.ding }), rijen.map((rij) => rij[naamkolom]));
    this.stand.zetSectie(sectie, [...rijen, nieuweRij(alle, { [naamkolom]: naam })]);
    this.straksFocus(el, this.naamveld(deel, rijen.length), true);
  }
  haalWeg(deel, i) {
    const rijen = this.stand.rijen(deel.sectie), naam = rijen[i][deel.naamkolom] ?? "";
    this.stand.zetSectie(deel.sectie, rijen.filter((_, j) => j !== i));
    this.zeg(vul(this.regels.teksten.verwijderd, { naam }));
    const plek = Math.min(i, rijen.length - 2), knopErbij = document.querySelector(`[data-sleutel="${deel.sectie}.erbij"]`);
    if (plek < 0) knopErbij?.focus();
    else this.straksFocus(knopErbij.parentNode, this.naamveld(deel, plek));
  }
  naamveld({ sectie, naamkolom }, i) { return `${sectie}.${rijSleutel(this.stand.rijen(sectie)[i], i)}.${naamkolom}`; }
  // Een rij die er net bij kwam, staat er bij het volgende beeld.
  straksFocus(el, sleutel, selecteer = false, keren = 30) {
    const veld = el.querySelector(`[data-sleutel="${CSS.escape(sleutel)}"]`);
    if (veld) {
      veld.focus();
      if (selecteer) veld.select?.();
    } else if (keren) requestAnimationFrame(() => this.straksFocus(el, sleutel, selecteer, keren - 1));
  }
}

// Op een smal scherm staat een rij onder elkaar, en dan hoort de kop bij elke cel.
function metKoppen(el) {
  const koppen = [...el.querySelectorAll("thead th")].map((kop) => kop.textContent);
  el.classList.add("kr-invul");
  for (const rij of el.querySelectorAll("tbody tr")) [...rij.children].forEach((cel, i) => { cel.dataset.kop = koppen[i]; });
}

// Maak het levende beeld, met de formulieren die het gebruikt.
export function maakBeeld({ model, el, stand, kader, lui }) {
  const regels = vulTeksten(model.get("opzet").regels, teksten), panelen = new Panelen({ model, regels, stand, zeg: (zin) => kader.zeg(zin) });
  const beeld = new Rekenbeeld({ regels, el, stand, kader, lui });
  beeld.panelen = panelen;
  beeld.straks();
  return beeld;
}
