// Openen, bewaren en delen. Komt pas op de pagina als iemand erom vraagt.
import { download, leesTekst, losseSvg, naarPng } from "./bestand.js";
import { leesSectie, schrijfCsv } from "../csvbestand.js";
import { knop, maak, ververs } from "./dom.js";
import { schoon } from "../kolommen.js";
import { keurSecties as keur } from "../dossier/keuren.js";
import { haal } from "./laden.js";
import { voegSamen } from "../regels/basis.js";

export { keurSecties } from "../dossier/keuren.js";
export { naarLink, uitLink } from "../dossier/link.js";

export function maakBewaarder({ model, el, stand, svg, zeg, foutenlijst, melding, laad, csvRijen }) {
  const opzet = model.get("opzet"), { gereedschap, sectie, titel } = opzet.regels;
  const achtergrond = () => getComputedStyle(el).getPropertyValue("--k-papier").trim() || "#ffffff";

  function uitCsv(inhoud, naam) {
    const doel = opzet.sectienamen.find((s) => naam.toLowerCase().startsWith(s)) ?? sectie;
    const { rijen, fouten } = leesSectie(inhoud, opzet.secties[doel].kolommen, naam);
    return { secties: { [doel]: rijen }, fouten };
  }

  function uitJson(inhoud, naam) {
    let gelezen = null;
    try {
      gelezen = JSON.parse(inhoud);
    } catch { /* de melding hieronder zegt wat er wel hoort */ }
    if (!gelezen?.secties) return { secties: {}, fouten: [`${naam}: dit is geen dossier. Open een bestand dat je hier hebt bewaard.`] };
    return keur(gelezen.secties, opzet, naam);
  }

  const toonLink = (adres, zin) => ververs(melding, maak("p", {}, zin), maak("label", {}, "Kopieer deze link: ", maak("input", { type: "text", readonly: true, value: adres, class: "kg-veld" })));

  function geef(naam, inhoud, soort) {
    download(naam, inhoud, soort);
    zeg(`Bewaard als ${naam}.`);
  }

  return {
    async open(bestand) {
      const inhoud = await leesTekst(bestand);
      const { secties, fouten } = bestand.name.toLowerCase().endsWith(".json") ? uitJson(inhoud, bestand.name) : uitCsv(inhoud, bestand.name);
      if (fouten.length) return foutenlijst(fouten);
      if (opzet.regels.voegSamen) return this.voegToe(secties, `In ${bestand.name}`);
      stand.zet({ ...stand.nu(), secties: { ...stand.nu().secties, ...secties } });
      zeg(`Geopend: ${bestand.name}. Met Ongedaan maken krijg je terug wat er stond.`);
    },
    // In een notebook zitten de voorbeelden al in de opzet; op een pagina komen zij met dit script mee.
    async voorbeeld({ naam, titel, secties }) {
      const alle = secties ?? (await haal("gegevens")).cases[naam];
      laad(Object.fromEntries(opzet.sectienamen.map((s) => [s, alle[s] ?? []])), `Geladen: ${titel}.`);
    },
    csv: () => geef(`${sectie}.csv`, schrijfCsv(csvRijen?.() ?? stand.rijen(sectie), opzet.secties[sectie].kolommen), "text/csv"),
    dossier: () => geef(`${gereedschap}.json`, JSON.stringify({ kennisdossier: 1, titel, secties: stand.nu().secties }, null, 1), "application/json"),
    png: async () => geef(`${gereedschap}.png`, await naarPng(svg(), achtergrond())),
    svg: () => geef(`${gereedschap}.svg`, losseSvg(svg(), achtergrond()), "image/svg+xml"),
    // Toon van wie het is en hoeveel, en voeg het pas toe als de lezer dat wil.
    voegToe(secties, waar) {
      const { sectie: doel, sleutel, ding, dingen } = opzet.regels.voegSamen, wie = sleutel[0];
      const nieuwe = (secties[doel] ?? []).filter((rij) => rij.illustratief !== "ja");
      const namen = [...new Set(nieuwe.map((rij) => rij[wie]))];
      if (!namen.length) return zeg(`${waar} staan geen ${dingen}.`);
      const tel = (n) => `${n} ${n === 1 ? ding : dingen}`;
      const inhoud = `${waar}: ` + namen.map((naam) => `${tel(nieuwe.filter((rij) => rij[wie] === naam).length)} van ${naam}`).join(", ") + ".";
      const veld = namen.length === 1 && maak("input", { type: "text", value: namen[0], class: "kg-veld", autocomplete: "off", oninput: () => vertel() });
      const wijziging = maak("p", {});
      const samen = () => {
        const naam = veld && schoon(veld.value);
        return voegSamen(stand.rijen(doel), naam ? nieuwe.map((rij) => ({ ...rij, [wie]: naam })) : nieuwe, sleutel);
      };
      const vertel = () => {
        const { erbij, vervangen } = samen();
        const delen = [erbij && `${erbij} nieuw`, vervangen && `${vervangen} in plaats van wat er al van deze naam stond`].filter(Boolean);
        wijziging.textContent = delen.length ? delen.join("; ") + "." + (vervangen && veld ? " Is het iemand anders? Geef dan een andere naam." : "") : "Alles staat er al; er verandert niets.";
      };
      const neem = () => {
        stand.zetSectie(doel, samen().rijen);
        zeg(`Toegevoegd: ${tel(nieuwe.length)}. Met Ongedaan maken krijg je terug wat er stond.`);
      };
      vertel();
      ververs(melding, maak("div", { class: "kg-aanbod" }, maak("p", { class: "kg-ernst" }, inhoud), veld && maak("label", {}, "Naam: ", veld), wijziging,
        maak("div", { class: "kg-balk" }, knop("Voeg toe aan wat hier staat", neem, { class: "kg-knop kg-hoofd", "data-sleutel": "voegtoe" }), knop("Niet doen", () => zeg("Er is niets toegevoegd.")))));
    },
    async deel(alleen, zin = "Alles wat je invulde, zit erin; er is niets verstuurd.") {
      if (location.protocol === "file:") return zeg("Je leest het boek vanaf je eigen schijf; een link werkt dan alleen hier. Deel liever het bestand: Bewaren, en dan Dossier.");
      const adres = await model.gastheer.deel(alleen);
      try {
        await navigator.clipboard.writeText(adres);
        zeg(`De link staat op je klembord. ${zin}`);
      } catch {
        toonLink(adres, zin);
      }
    },
  };
}
