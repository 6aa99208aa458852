// "Zet op de actielijst": een afspraak uit dit gereedschap, met wie en wanneer, op de lijst van het hele dossier.
import { knop, maak } from "../dom.js";
import { regel } from "./woorden.js";

const STAND = "open";

export function actie(ctx, voorstel = null) {
  const { model, stand, paneel, zeg } = ctx, { gereedschap, titel } = model.get("opzet").regels;
  const begin = voorstel ?? ctx.actie?.() ?? {};
  const namen = [...new Set(["mensen", "stakeholders"].flatMap((sectie) => stand.rijen(sectie).map((rij) => rij.naam)).filter(Boolean))];
  const lijst = maak("datalist", { id: `wie-${gereedschap}` }, namen.map((naam) => maak("option", { value: naam })));
  const veld = (waarde, meer) => maak("input", { type: "text", class: "kg-veld", autocomplete: "off", value: waarde ?? "", ...meer });
  const wat = veld(begin.wat, { "data-sleutel": "actie.wat" }), wie = veld(begin.wie, { list: lijst.id }), wanneer = veld(begin.wanneer, { type: "date" });
  const fout = maak("p", { class: "kg-fout", "aria-live": "polite" });
  function zet() {
    if (!wat.value.trim()) { fout.textContent = "Schrijf op wat er moet gebeuren."; wat.focus(); return; }
    const rij = { wat: wat.value.trim(), wie: wie.value.trim() || null, wanneer: wanneer.value || null, gereedschap, bij: begin.bij ?? null, stand: STAND };
    if (stand.rijen("acties").some((een) => een.wat === rij.wat && een.wie === rij.wie && een.gereedschap === gereedschap)) { fout.textContent = "Dit staat al op de lijst."; return; }
    stand.voegRij("acties", rij);
    paneel.sluit();
    zeg(`Op de actielijst gezet: ${rij.wat}${rij.wie ? `, ${rij.wie}` : ""}. De hele lijst staat op Mijn plan.`);
  }
  paneel.toon("Zet op de actielijst", maak("p", { class: "kg-hint" }, `Bij: ${titel}${begin.bij ? `, ${begin.bij}` : ""}.`), lijst, regel("Wat", wat), regel("Wie", wie), regel("Wanneer", wanneer), fout,
    maak("div", { class: "kg-groep" }, knop("Zet op de lijst", zet, { class: "kg-knop kg-hoofd", "data-sleutel": "zetactie" })));
  wat.focus();
}
