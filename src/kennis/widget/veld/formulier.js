// Het formulier van één punt: wat erover is ingevuld, en wat het advies zou veranderen.
import { vul } from "../../regels/basis.js";
import { hernoem } from "../../dossier/verwijzingen.js";
import { knop, maak, uitklap } from "../dom.js";
import { rijSleutel, volgRij, zichtbaar } from "../rijen.js";
import { metLabel, zetWaarde } from "../velden.js";
import { besluit, metPlek, volgtScores } from "./rijen.js";

export class Formulier {
  // beeld: {regels, stand, uitkomst()}; kolommen en secties: de beschrijving; haalWeg(i) verwijdert een punt.
  constructor({ beeld, secties, haalWeg }) {
    const { regels, stand } = beeld;
    Object.assign(this, { regels, stand, beeld, secties, haalWeg, kolommen: secties[regels.sectie].kolommen });
  }
  rij(i) { return this.stand.rijen(this.regels.sectie)[i]; }

  // Het formulier blijft staan zolang hetzelfde punt gekozen is; alleen de waarden en de zinnen veranderen.
  toon(vak, i, uit) {
    vak.toon(["formulier", rijSleutel(this.rij(i), i), i, this.stand.rijen(this.regels.sectie).length], (volg) => this.bouw(i, volg), uit);
  }
  bouw(i, volg) {
    const { teksten, groepen } = this.regels, kop = maak("h3", { class: "kg-kop" }),
      weg = knop("", () => this.haalWeg(i), { class: "kg-knop kg-weg", "data-sleutel": "verwijder" });
    const advies = maak("div"), anders = uitklap(teksten.anders, false, maak("ul"));
    const los = zichtbaar(this.kolommen).filter((k) => !k.groep).map((k) => this.regel(i, k, volg));
    const delen = Object.entries(groepen ?? {}).map(([groep, titel]) => {
      const eigen = this.kolommen.filter((k) => k.groep === groep);
      return eigen.length ? uitklap(titel, false, eigen.map((k) => this.regel(i, k, volg))) : null;
    });
    volg((uit) => {
      const rij = this.rij(i), punt = uit.punten[i];
      kop.textContent = rij.naam;
      weg.textContent = vul(teksten.verwijder, { naam: rij.naam });
      advies.replaceChildren(...this.advies(i, rij, punt));
      anders.hidden = !punt.anders.length;
      anders.lastChild.replaceChildren(...punt.anders.map((zin) => maak("li", {}, zin)));
    });
    return [kop, advies, los, delen, anders, weg];
  }
  regel(i, kolom, volg) {
    const plek = volgRij(() => this.stand.rijen(this.regels.sectie), i);
    const regel = metLabel(kolom, this.nu(i)[kolom.sleutel] ?? null, `zij.${rijSleutel(this.rij(i), i)}.${kolom.sleutel}`,
      (waarde) => this.wijzig(plek(), kolom, waarde));
    volg((uit) => zetWaarde(regel, metPlek(this.rij(i), uit.punten[i], this.regels)[kolom.sleutel] ?? null));
    return regel;
  }
  nu(i) { return metPlek(this.rij(i), this.beeld.uitkomst().punten[i], this.regels); }

  advies(i, rij, punt) {
    const { teksten, sectie } = this.regels;
    const volgScores = () => this.stand.zetCel(sectie, i, { vastgesteld: "nee" });
    return [
      maak("p", { class: "kg-advies" }, maak("strong", {}, `${punt.titel}. `), punt.advies),
      punt.eigen.length > 0 && maak("ul", {}, punt.eigen.map((zin) => maak("li", {}, zin))),
      ["x", "y"].some((as) => volgtScores(as, punt, rij)) && punt.kwadrant !== null && maak("p", { class: "kg-hint" },
        knop(teksten.stel_vast, () => this.stand.zetCel(sectie, i, besluit(punt, this.regels)), { "data-sleutel": "vast" })),
      rij.vastgesteld === "ja" && maak("p", { class: "kg-hint" }, teksten.vastgesteld,
        knop(teksten.volg_scores, volgScores, { "data-sleutel": "volg" })),
    ].filter(Boolean);
  }

  wijzig(i, kolom, waarde) {
    if (i < 0) return null;
    const { sectie, teksten, x, y } = this.regels, rij = this.rij(i);
    if (kolom.sleutel === "naam") {
      const bezet = this.stand.rijen(sectie).some((r, j) => j !== i && r.naam.toLowerCase() === waarde.toLowerCase());
      if (bezet) return vul(teksten.dubbel, { naam: waarde });
      if (waarde !== rij.naam) this.stand.zet(
        { ...this.stand.nu(), secties: hernoem(this.stand.nu().secties, this.secties, sectie, rij.naam, waarde) });
      return null;
    }
    if (kolom.sleutel !== x.kolom && kolom.sleutel !== y.kolom) return void this.stand.zetCel(sectie, i, { [kolom.sleutel]: waarde });
    const as = kolom.sleutel === x.kolom ? "x" : "y", punt = this.beeld.uitkomst().punten[i];
    if (volgtScores(as, punt, rij) && waarde !== metPlek(rij, punt, this.regels)[kolom.sleutel])
      return vul(teksten.eerst_vast, { naam: rij.naam });
    if (volgtScores(as, punt, rij)) return null;
    return void this.stand.zetCel(sectie, i,
      { [kolom.sleutel]: waarde, illustratief: rij.illustratief === "ja" ? "nee" : rij.illustratief });
  }
}
