// Van een dossier naar het verslag: één lijst van delen die elke schrijver alleen nog omzet.
// Tweeling van model.py; daar staat wat een deel is.
import { sorteer as opVolgorde, tekst, vul } from "../regels/basis.js";
import { plekOpLijst, sorteerActies } from "./acties.js";
import { bijdrage as kiezer } from "./kiezer.js";
import { bijdrage as plan } from "./plan.js";
import { bijdrage as rekenblad } from "./rekenblad.js";
import { bijdrage as scan } from "./scan.js";
import { TEKSTEN, zuiverAlles } from "./tekst.js";
import { datum } from "./tijd.js";
import { bijdrage as veld } from "./veld.js";

const BIJDRAGEN = { veld, kiezer, scan, plan, rekenblad };
const T = TEKSTEN.model;

export function maakVerslag(dossier, gereedschappen, kolommen, volgorde = "wanneer") {
  const gesorteerd = opVolgorde(gereedschappen, (regels) => [regels.verslag?.volgorde ?? 99, regels.gereedschap]);
  const bijdragen = gesorteerd.map((regels) => ({ regels, bijdrage: bijdrageVan(dossier, regels, kolommen) }));
  const delen = [
    ...begin(dossier),
    ...bijdragen.filter((b) => b.bijdrage).flatMap((b) => gereedschapsdelen(b.regels, b.bijdrage)),
    ...actiedelen(alleActies(dossier, gereedschappen), gesorteerd, volgorde),
    ...nog(
      dossier,
      bijdragen.filter((b) => !b.bijdrage).map((b) => b.regels),
    ),
    ...over(dossier),
  ];
  return zuiverAlles({ titel: tekst(dossier.titel) || T.titel, delen });
}

// Een kiezer leest ook velden van het dossier, zoals de fase.
const bijdrageVan = (dossier, regels, kolommen) =>
  BIJDRAGEN[regels.soort](dossier.secties ?? {}, regels, dossier.keuzes?.[regels.gereedschap] ?? {}, kolommen, dossier);

// -- de delen

const kop = (niveau, woorden, gereedschap = "") => ({ soort: "kop", niveau, tekst: woorden, gereedschap });

const alinea = (woorden, stijl = "gewoon") => ({ soort: "alinea", tekst: woorden, stijl });

const opsomming = (regels, plekken = [], stijl = "gewoon") => ({
  soort: "opsomming",
  stijl,
  regels: regels.map((regel, i) => ({ tekst: regel, plek: plekken[i] ?? null })),
});

export const plekVan = (regels) => ({ pagina: regels.verslag?.pagina ?? "", gereedschap: regels.gereedschap, titel: regels.titel });

function begin(dossier) {
  const fase = tekst(dossier.fase);
  const paren = [
    [T.regio, tekst(dossier.regio)],
    [T.datum, datum(dossier.datum)],
    [T.fase, Object.hasOwn(T.fasen, fase) ? T.fasen[fase] : fase],
    [T.deelnemers, deelnemers(dossier).join("; ")],
    [T.doel, tekst(dossier.doel)],
  ].filter(([, waarde]) => waarde);
  const samenvatting = tekst(dossier.samenvatting);
  return [
    kop(1, tekst(dossier.titel) || T.titel),
    ...(paren.length ? [{ soort: "kenmerken", paren }] : []),
    ...(samenvatting ? [alinea(samenvatting)] : []),
  ];
}

export function deelnemers(dossier) {
  const mee = (dossier.secties?.mensen ?? []).filter((mens) => tekst(mens.doet_mee) === "ja" && tekst(mens.naam));
  return mee.map((mens) => {
    const achter = [tekst(mens.rol), tekst(mens.partij)].filter(Boolean).join(", ");
    return achter ? `${tekst(mens.naam)} (${achter})` : tekst(mens.naam);
  });
}

function gereedschapsdelen(regels, bijdrage) {
  const { titel, gereedschap } = regels;
  const lijst = (naam) => (bijdrage[naam].length ? [kop(3, T[naam]), opsomming(bijdrage[naam])] : []);
  return [
    kop(2, titel, gereedschap),
    alinea(bijdrage.zin, "zin"),
    {
      soort: "figuur",
      gereedschap,
      keuzes: bijdrage.keuzes,
      titel,
      alt: vul(T.alt, { titel, zin: bijdrage.zin }).replace(/[\r\n\t]+/g, " "),
    },
    ...(bijdrage.keuze.length ? [kop(3, T.keuze), { soort: "kenmerken", paren: bijdrage.keuze }] : []),
    ...lijst("raad"),
    ...lijst("mist"),
    ...bijdrage.tabellen.map((tabel) => ({ soort: "tabel", acties: false, ...tabel })),
    ...lijst("notities"),
    opsomming([vul(T.verder, { titel })], [plekVan(regels)], "verder"),
  ];
}

function nog(dossier, leeg) {
  const velden = ["regio", "datum", "doel"].filter((veld) => !tekst(dossier[veld])).map((veld) => T[veld]);
  if (!deelnemers(dossier).length) velden.push(T.deelnemers);
  const zinnen = [...velden.map((veld) => vul(T.nog_veld, { veld })), ...leeg.map(({ titel }) => vul(T.nog_gereedschap, { titel }))];
  return zinnen.length ? [kop(2, T.nog), opsomming(zinnen, [...velden.map(() => null), ...leeg.map(plekVan)])] : [];
}

function over(dossier) {
  const illustratief = tekst(dossier.illustratief),
    apart = [...new Set((dossier.apart ?? []).map((ding) => tekst(ding.naam)).filter(Boolean))];
  return [
    kop(2, T.over),
    ...(illustratief ? [alinea(vul(T.illustratief, { tekst: illustratief }))] : []),
    ...(apart.length ? [alinea(vul(T.apart, { namen: apart.join(", ") }))] : []),
    alinea(T.voorbehoud, "hint"),
  ];
}

// -- acties

// Ook wat een gereedschap in zijn eigen tabel heeft staan (`verslag.acties`), elk één keer.
export function alleActies(dossier, gereedschappen) {
  const secties = dossier.secties ?? {},
    uit = (secties.acties ?? []).filter((rij) => tekst(rij.wat));
  for (const regels of gereedschappen) {
    const kolommen = regels.verslag?.acties;
    for (const rij of kolommen ? (secties[regels.sectie] ?? []) : []) {
      const actie = {
        gereedschap: regels.gereedschap,
        ...Object.fromEntries(Object.entries(kolommen).map(([naam, kolom]) => [naam, tekst(rij[kolom])])),
      };
      if (actie.wat && plekOpLijst(uit, actie) === null) uit.push(actie);
    }
  }
  return uit;
}

function actiedelen(acties, gereedschappen, volgorde) {
  if (!acties.length) return [kop(2, T.acties, "acties"), alinea(T.acties_leeg)];
  const { koppen } = TEKSTEN.acties,
    titels = new Map(gereedschappen.map((regels) => [regels.gereedschap, regels.titel]));
  const namen = Object.keys(koppen).filter((naam) => naam !== "notitie" || acties.some((a) => tekst(a.notitie)));
  const zonder = ["wie", "wanneer"].flatMap((naam) => {
    const n = acties.filter((a) => !tekst(a[naam])).length;
    return n ? [vul(T[`acties_${naam}`], { n: String(n), alle: String(acties.length) })] : [];
  });
  const tabel = {
    titel: T.actielijst,
    koppen: namen.map((naam) => koppen[naam]),
    soorten: namen.map(() => "tekst"),
    rijen: sorteerActies(acties, volgorde).map((actie) => namen.map((naam) => actiecel(actie, naam, titels))),
  };
  return [
    kop(2, T.acties, "acties"),
    { soort: "tabel", acties: true, ...tabel },
    ...(zonder.length ? [alinea(zonder.join(" "), "hint")] : []),
  ];
}

function actiecel(actie, naam, titels) {
  const gereedschap = tekst(actie.gereedschap);
  if (naam === "bij") return [titels.get(gereedschap) ?? gereedschap, tekst(actie.bij)].filter(Boolean).join(": ");
  if (naam === "wanneer") return datum(actie.wanneer);
  return tekst(actie[naam]) || (naam === "stand" ? T.stand_leeg : "");
}
