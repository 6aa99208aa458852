// De rijen van het plan per groep: open te klappen, aan te vullen, en met ideeën om over te nemen.
import { tekst, vul } from "../../regels/basis.js";
import { woord } from "../../regels/plan.js";
import { aantal } from "../../regels/zinnen.js";
import { hint } from "../delen.js";
import { knop, maak } from "../dom.js";
import { rijSleutel, rijSleutels } from "../rijen.js";
import { maakVak } from "../vak.js";

export class Lijst {
  constructor({ regels, stand, lui, voegToe }) {
    Object.assign(this, { regels, stand, lui, voegToe, vak: maakVak() });
    const { teksten, ideeen = [], openbaar, groepen = [] } = regels,
      elders = ideeen.filter((idee) => !groepen.some((g) => g.idee === idee.soort));
    this.elders = elders.length ? lui.vak(teksten.ideeen_anders, false, (panelen) => panelen.ideeen(teksten.ideeen_anders, elders)) : null;
    this.openbaar = openbaar || regels.suggesties ? lui.vak(teksten.openbaar, false, (panelen) => panelen.openbaar()) : null;
    this.tabel = lui.vast(teksten.tabel, true, (panelen) => panelen.tabel());
    const los = [this.elders, this.openbaar].filter(Boolean).map(({ el }) => el);
    this.el = maak("div", {}, maak("h3", { class: "kg-deelkop" }, teksten.vul_in), this.vak.el,
      los.length > 0 && maak("div", { class: "kr-groepvak" }, los), this.tabel.el, hint(teksten.voorbehoud));
  }
  rijen() { return this.stand.rijen(this.regels.sectie); }

  // De rijen blijven staan zolang er geen bij komt, weggaat of naar een andere groep gaat; alleen wat erin staat verandert.
  toon(uit) {
    const { sectie, groepeer } = this.regels;
    const welke = [sectie, groepeer, rijSleutels(this.rijen()), uit.los, uit.groepen.map((g) => [g.sleutel, g.rijen])];
    this.vak.toon(welke, (volg) => this.bouw(uit, volg), uit);
    this.elders?.toon(uit.groepen.flatMap(
      (g) => g.dingen.map((d) => ({ woord: `${g.sleutel}: ${d.naam}`, groep: g.sleutel, naam: d.naam }))));
    this.openbaar?.toon();
    this.tabel.toon(uit);
    this.tabel.el.hidden = !this.rijen().length;
  }
  bouw(uit, volg) {
    const { teksten } = this.regels;
    const los = uit.los.length > 0 && maak("section", { class: "kr-groepvak" }, maak("h3", { class: "kg-kop" }, teksten.los),
      uit.los.map((i) => this.rij(i, volg)));
    return [los, uit.groepen.map((groep, n) => this.groep(groep, n, volg))];
  }

  groep(groep, n, volg) {
    const tel = maak("span", { class: "kg-tel" }), ideeen = this.ideeen(groep, n, volg);
    volg((uit) => { tel.textContent = this.telling(uit.groepen[n]); });
    return maak("section", { class: "kr-groepvak" }, maak("h3", { class: "kg-kop" }, groep.titel, tel),
      groep.rijen.map((i) => this.rij(i, volg)), this.nieuw(groep), ideeen);
  }
  telling({ sleutel, titel, dingen }) {
    const { ding, dingen: meer, teksten } = this.regels;
    const hoeveel = dingen.length ? aantal(dingen.length, ding, meer) : vul(teksten.geen_ding, { ding });
    return sleutel && !titel.toLowerCase().endsWith(sleutel) ? `${sleutel} · ${hoeveel}` : hoeveel;
  }

  plek(i) { return `rij.${rijSleutel(this.rijen()[i], i)}`; }
  rij(i, volg) {
    const { kolom, keten, teksten } = this.regels, kop = maak("span"), deel = this.lui.vak("", false, (panelen) => panelen.rij(i));
    deel.el.dataset.uitklap = deel.el.firstChild.dataset.sleutel = this.plek(i);
    deel.el.firstChild.append(kop);
    volg((uit) => {
      const rij = this.rijen()[i], begin = woord(rij[keten[0].kolom]), mist = uit.ontbreekt.find((m) => m.rij === i)?.mist;
      kop.replaceChildren(...[woord(rij[kolom]), begin && ` → ${begin}`, " ", rij.illustratief === "ja"
        && maak("span", { class: "kr-merk" }, teksten.voorbeeld), " ",
        mist && maak("span", { class: "kr-mist" }, mist.join(", "))].filter(Boolean));
      deel.toon(uit);
    });
    return deel.el;
  }

  // Wat hier getypt is en nog niet toegevoegd, blijft staan als er elders iets verandert.
  nieuw(groep) {
    const { ding, teksten } = this.regels, waar = { ding, groep: groep.titel.toLowerCase() };
    const sleutel = `nieuw.${groep.sleutel}`, onthoud = () => this.stand.zetKeuze(sleutel, veld.value || null);
    const veld = maak("input", { type: "text", class: "kg-veld", autocomplete: "off", "data-sleutel": sleutel, "data-concept": true,
      value: this.stand.keuze(sleutel, ""), oninput: onthoud });
    const doe = () => {
      const naam = tekst(veld.value);
      if (!naam) return veld.focus();
      veld.value = "";
      onthoud();
      return this.voegToe(groep.sleutel, naam);
    };
    veld.addEventListener("keydown", (e) => { if (e.key === "Enter") doe(); });
    return maak("div", { class: "kr-nieuw" }, maak("label", {}, vul(teksten.nieuw, waar), veld),
      knop(teksten.voeg_toe, doe, { "aria-label": vul(teksten.voeg_toe_bij, waar) }));
  }

  ideeen(groep, n, volg) {
    const { ideeen = [], groepen = [], teksten, ding } = this.regels, eigen = ideeen.filter((idee) => idee.soort === groepen[n]?.idee);
    if (!eigen.length) return null;
    const titel = vul(teksten.ideeen, { groep: groep.sleutel, n: String(eigen.length) }),
      nieuw = { woord: vul(teksten.idee_nieuw, { ding }), groep: groep.sleutel, naam: groep.titel };
    const deel = this.lui.vak(titel, false, (panelen) => panelen.ideeen(titel, eigen));
    volg((uit) => deel.toon([...uit.groepen[n].dingen.map((d) => ({ woord: d.naam, groep: groep.sleutel, naam: d.naam })), nieuw]));
    return deel.el;
  }

  // -- focus

  spring(i, kolom) {
    const deel = this.el.querySelector(`[data-uitklap="${CSS.escape(this.plek(i))}"]`);
    if (!deel) return;
    deel.open = true;
    deel.firstChild.focus();
    if (kolom) this.vulEnFocus(`${this.plek(i)}.${kolom}`);
  }
  // Een deel dat net opengaat, wordt bij het volgende beeld gevuld.
  vulEnFocus(sleutel, keren = 20) {
    const veld = this.el.querySelector(`[data-sleutel="${CSS.escape(sleutel)}"]`);
    if (veld) veld.focus();
    else if (keren) requestAnimationFrame(() => this.vulEnFocus(sleutel, keren - 1));
  }
  // Na verwijderen gaat de focus naar de rij die ervoor in de plaats komt, en anders naar het veld voor een nieuwe.
  focusNa(i) {
    requestAnimationFrame(() => requestAnimationFrame(
      () => (this.el.querySelector(`[data-sleutel="${CSS.escape(this.plek(i))}"]`) ?? this.el.querySelector("[data-concept]"))?.focus()));
  }
}
