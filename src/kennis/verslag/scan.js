// Wat een scan aan het verslag bijdraagt: wie wat scoorde en wat aandacht vraagt. Tweeling van scan.py.
import { vul } from "../regels/basis.js";
import { metingenTabel, parenZinnen } from "../regels/samen.js";
import { uitkomst } from "../regels/scan.js";
import { klein, tekstenVan } from "./tekst.js";

export function bijdrage(secties, regels, keuzes) {
  const t = tekstenVan("scan", regels),
    uit = uitkomst(secties, regels, keuzes);
  const delen = uit.delen.filter((deel) => deel.stellingen.some((s) => s.totaal));
  if (!delen.length) return null;
  return {
    zin: [...delen.map((deel) => zin(deel, mensen(uit, deel), t)), ...(uit.illustratief ? [t.voorbeeld] : [])].join(" "),
    keuze: [],
    tabellen: [...delen.filter((deel) => deel.aandacht.length).map((deel) => tabel(deel, t)), ...metingen(uit, delen, regels),
      ...paren(uit, regels)],
    raad: [],
    notities: delen.flatMap((deel) =>
      deel.stellingen.flatMap((s) => s.opmerkingen.map((o) => vul(t.notitie, { persoon: o.persoon, stelling: s.tekst, tekst: o.tekst }))),
    ),
    mist: [...uit.meldingen, ...delen.filter((deel) => deel.gescoord < deel.totaal).map((deel) => nog(deel, t))],
    keuzes: { deel: (delen.find((deel) => deel.sleutel === keuzes.deel) ?? delen[0]).sleutel },
    voorbeeld: uit.illustratief,
  };
}

// Wie bij dit deel iets antwoordde, ook als dat "weet niet" was.
const mensen = (uit, deel) => uit.personen.filter((persoon) => persoon.aantallen[uit.delen.indexOf(deel)] > 0).length;

function zin(deel, aantal, t) {
  const n = deel.aandacht.length;
  return vul(t[aantal === 1 ? "zin_een" : "zin"], {
    titel: klein(deel.titel),
    wie: aantal === 1 ? t.persoon : vul(t.personen, { n: String(aantal) }),
    gescoord: String(deel.gescoord),
    totaal: String(deel.totaal),
    aandacht: n > 1 ? vul(t.aandacht, { n: String(n) }) : t[n ? "aandacht_een" : "aandacht_geen"],
  });
}

const tabel = (deel, t) => ({
  titel: deel.titel,
  koppen: [t.stelling, t.signaal, t.reden],
  soorten: ["tekst", "tekst", "tekst"],
  rijen: deel.aandacht.map((a) => [a.tekst, a.signaal, a.reden]),
});

function metingen(uit, delen, regels) {
  const alle = delen.map((deel) => ({ titel: `${regels.teksten.metingen}: ${deel.titel}`, tabel: metingenTabel(uit, deel, regels) }));
  return alle.filter(({ tabel: een }) => een).map(({ titel, tabel: een }) => ({ titel, soorten: een.koppen.map(() => "tekst"), ...een }));
}

function paren(uit, regels) {
  const zinnen = parenZinnen(uit, regels), titel = regels.teksten.paren;
  return zinnen.length ? [{ titel, koppen: [titel], soorten: ["tekst"], rijen: zinnen.map((een) => [een]) }] : [];
}

const nog = (deel, t) => vul(t.nog_scoren, { titel: deel.titel, n: String(deel.totaal - deel.gescoord), totaal: String(deel.totaal) });
