// Regels voor een rekenblad: bedragen invullen, en formules (als data) die uitkomsten geven. Tweeling van rekenblad.py.
// Alles wordt drie keer uitgerekend: zoals het waarschijnlijk gaat, als alles tegenzit, en als alles meezit.
import { getal, tekst, toon, toonEuro, vul } from "./basis.js";
import { FormuleFout, maakOmgeving, ontleed, reken } from "./formule.js";
import { opsomming } from "./zinnen.js";

const STANDEN = ["tegen", "waarde", "mee"], ACTIE = ["wat", "wie", "bij"];
const uniek = (lijst) => [...new Set(lijst)];

export function uitkomst(secties, regels) {
  const midden = maakBlad(secties, regels), onzeker = heeftBereik(midden);
  const inStand = (stand) => (onzeker && stand !== "waarde" ? maakBlad(secties, regels, stand, midden.jaren) : midden);
  const bladen = Object.fromEntries(STANDEN.map((stand) => [stand, inStand(stand)]));
  return {
    jaren: midden.jaren.map((jaar) => jaarnaam(midden, jaar)),
    groepen: midden.groepen.map((naam) => groepnaam(midden, naam)),
    assen: Object.fromEntries([...midden.assen.keys()].map((as) => [as, leden(midden, as).map((lid) => lidnaam(midden, as, lid))])),
    kolommen: (regels.kolommen ?? []).map((k) => maakUitkomst(`${k.sectie}.${k.naam}`, k, [k.sectie], bladen)),
    resultaten: regels.resultaten.map((r) => maakUitkomst(r.naam, r, r.per ?? [], bladen)),
    meldingen: [...verkeerdOm(midden), ...zinnen("meldingen", ["zin"], bladen).flat()],
    acties: zinnen("acties", ACTIE, bladen).map((velden) => Object.fromEntries(ACTIE.map((veld, i) => [veld, velden[i]]))),
    conclusie: conclusie(bladen),
    onzeker,
    illustratief: Object.values(midden.rijen).some((rijen) => rijen.some((rij) => tekst(rij.illustratief) === "ja")),
  };
}

// Eén blad zoals het waarschijnlijk gaat, om één ding uit te rekenen of te noemen.
export function losBlad(secties, regels) {
  const blad = maakBlad(secties, regels);
  return { rijen: blad.rijen, reken: blad.reken, noem: (sectie, kolom, nummer) => noem(blad, sectie, kolom, nummer) };
}

// -- één keer uitrekenen, in één stand

function maakBlad(secties, regels, stand = "waarde", jaren = null) {
  const blad = { regels, stand, groep: regels.groep?.naam ?? "", namen: namenVan(regels), jaren: jaren ?? [] };
  blad.assen = new Map((regels.assen ?? []).map((as) => [as.naam, as]));
  blad.invoer = Object.fromEntries(regels.invoer.map((deel) => [deel.sectie, deel]));
  // Een deel met één rij heeft er altijd één, ook als er nog niets is ingevuld.
  const rijenVan = ({ sectie, een }) => (een ? [secties[sectie]?.[0] ?? {}] : (secties[sectie] ?? []));
  blad.rijen = Object.fromEntries(regels.invoer.map((deel) => [deel.sectie, rijenVan(deel)]));
  blad.groepen = groepenVan(regels, blad.rijen);
  const lees = (naam, plekken) => blad.lees(naam, plekken);
  const omgeving = maakOmgeving({ kent: (naam) => kent(blad, naam), leden: (as) => leden(blad, as), lees });
  const rekenUit = maakRekenaar(blad.namen, omgeving);
  blad.mist = omgeving.mist;
  const lezers = new Map();
  blad.lees = (naam, plekken) => {
    if (!lezers.has(naam)) lezers.set(naam, maakLezer(blad, naam, rekenUit));
    return lezers.get(naam)(plekken);
  };
  blad.reken = (formule, plekken) => {
    omgeving.mist.length = 0;
    const waarde = reken(ontleed(formule), omgeving.op(plekken));
    return [waarde, uniek(omgeving.mist)];
  };
  if (jaren === null) blad.jaren = jarenVan(regels, blad);
  return blad;
}

// Geef de assen van een naam, of null als zij niet bestaat.
function kent(blad, naam) {
  const { namen, invoer } = blad;
  if (namen.has(naam)) return namen.get(naam).per;
  if (isAs(blad, naam)) return [naam];
  const sectie = naam.split(".")[0];
  return Object.hasOwn(invoer, sectie) ? (invoer[sectie].een ? [] : [sectie]) : null;
}

const isAs = ({ groep, assen }, naam) => naam === "jaar" || naam === groep || assen.has(naam);

const leden = ({ jaren, groep, groepen, assen, rijen }, as) =>
  (as === "jaar" ? jaren : as === groep ? groepen : assen.get(as)?.waarden ?? rijen[as].map((_, i) => i));

// Geef elke combinatie van leden van deze assen.
function* plekkenVan(blad, per, vast = {}) {
  if (!per.length) yield vast;
  else for (const lid of leden(blad, per[0])) yield* plekkenVan(blad, per.slice(1), { ...vast, [per[0]]: lid });
}

// Maak een functie die een naam leest. Tekst is altijd bekend; een leeg getal niet, tenzij er een standaard voor is.
function maakLezer(blad, naam, rekenUit) {
  if (blad.namen.has(naam)) return (plekken) => rekenUit(naam, plekken);
  if (isAs(blad, naam)) return (plekken) => plekken[naam];
  const [sectie, kolom] = naam.split("."), deel = blad.invoer[sectie], rijen = blad.rijen[sectie];
  if (kolom === undefined) return () => true;
  const plek = deel.een ? () => 0 : (plekken) => plekken[sectie];
  if (!Object.hasOwn(deel.getallen, kolom)) return (plekken) => tekst(rijen[plek(plekken)][kolom]);
  const bron = bronVan(deel, kolom, blad.stand), standaard = getal(deel.standaard?.[kolom]);
  return (plekken) => {
    const nummer = plek(plekken), rij = rijen[nummer], waarde = getal(rij[bron]) ?? getal(rij[kolom]) ?? standaard;
    if (waarde === null) blad.mist.push(noem(blad, sectie, kolom, nummer));
    return waarde;
  };
}

function heeftBereik({ regels, rijen }) {
  const bereik = ({ laag, hoog }, rij) => getal(rij[laag]) !== null || getal(rij[hoog]) !== null;
  return regels.invoer.some(({ sectie, onzeker = [] }) => onzeker.some((b) => rijen[sectie].some((rij) => bereik(b, rij))));
}

// -- namen

function noem(blad, sectie, kolom, nummer) {
  const { een, getallen } = blad.invoer[sectie], { kop } = getallen[kolom];
  return een ? kop : vul(blad.regels.teksten.cel, { kop, rij: rijnaam(blad, sectie, nummer) });
}

const rijnaam = ({ regels, rijen, invoer }, sectie, nummer) =>
  tekst(rijen[sectie][nummer][invoer[sectie].naamkolom]) || vul(regels.teksten.rij, { nummer: String(nummer + 1) });

const groepnaam = ({ regels }, naam) => naam || regels.groep.zonder;

// Geef het kalenderjaar als het begin bekend is, en anders het nummer.
function jaarnaam(blad, jaar) {
  const { begin: formule } = blad.regels.jaren, [begin] = formule ? blad.reken(formule, {}) : [null];
  return typeof begin === "number" ? String(BigInt(Math.floor(begin + jaar))) : vul(blad.regels.teksten.jaar, { nummer: String(jaar) });
}

// Schrijf een lid van een as zoals een lezer het kent.
function lidnaam(blad, as, lid) {
  if (as === "jaar") return jaarnaam(blad, lid);
  return as === blad.groep ? groepnaam(blad, lid) : toonWaarde(lid, blad.assen.get(as).eenheid ?? "");
}

// Schrijf wat er ontbreekt voor een lezer: een sectie zonder rijen, of een cel.
function ontbreekt({ regels, rijen, groep }, mist) {
  const { teksten } = regels;
  const delen = regels.invoer.filter((deel) => !deel.een);
  const geen = new Map(delen.map(({ sectie, dingen }) => [sectie, [vul(teksten.geen_rijen, { dingen })]]));
  // Zonder groepen ontbreken de rijen waar zij uit komen.
  const bronnen = (regels.groep?.uit ?? []).map((pad) => pad.split(".")[0]);
  if (groep) geen.set(groep, bronnen.flatMap((sectie) => (rijen[sectie].length ? [] : geen.get(sectie))));
  return uniek(mist.flatMap((een) => geen.get(een) ?? [een === "jaar" ? teksten.looptijd : een]));
}

function toonNaam(blad, naam, plekken) {
  if (isAs(blad, naam)) return lidnaam(blad, naam, plekken[naam]);
  const [sectie, kolom] = naam.split("."), vorm = blad.namen.get(naam) ?? blad.invoer[sectie].getallen[kolom] ?? {};
  blad.mist.length = 0;
  const waarde = blad.lees(naam, plekken);
  return toonUitkomst(waarde, { eenheid: "", niets: "", ...vorm, mist: blad.mist }, blad.regels.teksten.onbekend);
}

// Noem de groepen in de volgorde waarin zij voorkomen; wat nergens bij hoort, staat achteraan.
function groepenVan(regels, rijen) {
  const paden = (regels.groep?.uit ?? []).map((pad) => pad.split("."));
  const namen = uniek(paden.flatMap(([sectie, kolom]) => rijen[sectie].map((rij) => tekst(rij[kolom]))));
  return [...namen.filter(Boolean), ...(namen.includes("") ? [""] : [])];
}

function jarenVan({ jaren }, blad) {
  const tot = jaren ? blad.reken(jaren.tot, {})[0] : null;
  if (typeof tot !== "number") return [];
  const laatste = Math.min(Math.floor(tot), jaren.van + jaren.meest - 1);
  return Array.from({ length: Math.max(0, laatste - jaren.van + 1) }, (_, i) => jaren.van + i);
}

// Geef per naam de assen, en van wat uitgerekend wordt ook de formule en de eenheid.
function namenVan(regels) {
  const kolommen = (regels.kolommen ?? []).map((k) => [`${k.sectie}.${k.naam}`, { ...k, per: [k.sectie] }]);
  return new Map([...kolommen, ...regels.resultaten.map((r) => [r.naam, { ...r, per: r.per ?? [] }])]);
}

// Reken een uitkomst één keer uit per plek; wat eraan ontbrak, telt elke keer mee.
function maakRekenaar(namen, omgeving) {
  const memo = new Map(), bezig = [];
  return (naam, plekken) => {
    const { per, formule } = namen.get(naam), { mist } = omgeving;
    const sleutel = [naam, ...per.map((as) => plekken[as])].join("\u0000");
    if (!memo.has(sleutel)) {
      const kring = bezig.includes(naam) && [...bezig.slice(bezig.indexOf(naam)), naam];
      if (kring) throw new FormuleFout(`deze uitkomst rekent met zichzelf: ${kring.join(" → ")}`);
      bezig.push(naam);
      const voor = mist.length, waarde = reken(ontleed(formule), omgeving.op(Object.fromEntries(per.map((as) => [as, plekken[as]]))));
      bezig.pop();
      memo.set(sleutel, [waarde, uniek(mist.slice(voor))]);
      mist.length = voor;
    }
    const [waarde, eigen] = memo.get(sleutel);
    mist.push(...eigen);
    return waarde;
  };
}

// Geef de kolom waar een waarde in deze stand vandaan komt.
function bronVan(deel, kolom, stand) {
  const bereik = (deel.onzeker ?? []).find((b) => b.kolom === kolom);
  if (!bereik || stand === "waarde") return kolom;
  return bereik[(bereik.gunstig === "laag") === (stand === "mee") ? "laag" : "hoog"];
}

function maakUitkomst(naam, vorm, per, bladen) {
  const mist = [], cellen = cellenVan(naam, per, {}, bladen, mist);
  const { naam: kort, titel, eenheid = "", niets = "" } = vorm;
  return { naam: kort, titel, eenheid, niets, per, cellen, mist: ontbreekt(bladen.waarde, mist) };
}

function cellenVan(naam, per, vast, bladen, mist) {
  if (per.length) return leden(bladen.waarde, per[0]).map((lid) => cellenVan(naam, per.slice(1), { ...vast, [per[0]]: lid }, bladen, mist));
  const uit = {};
  for (const stand of STANDEN) {
    const [waarde, eigen] = bladen[stand].reken(naam, vast);
    uit[stand] = waarde;
    if (stand === "waarde") mist.push(...eigen);
  }
  return uit;
}

// -- zinnen

// Geef van elke melding of actie die geldt, per plek, de ingevulde zinnen.
function zinnen(soort, velden, bladen) {
  const blad = bladen.waarde, uit = [];
  for (const een of blad.regels[soort] ?? [])
    for (const plekken of plekkenVan(blad, een.per ?? []))
      if (blad.reken(een.wanneer, plekken)[0] === true) uit.push(velden.map((veld) => vulZin(een[veld] ?? "", plekken, bladen)));
  return uit;
}

// Vul namen in een zin; {naam.tegen} en {naam.mee} zijn de waarden als alles tegenzit of meezit.
function vulZin(zin, plekken, bladen, stand = "waarde") {
  const waarden = {};
  for (const [, naam] of zin.matchAll(/\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)\}/g)) {
    const eigen = naam.split(".")[1], apart = STANDEN.includes(eigen), kaal = apart ? naam.split(".")[0] : naam;
    const hier = bladen[apart ? eigen : stand];
    if (kent(hier, kaal)) waarden[naam] = toonNaam(hier, kaal, plekken);
  }
  return vul(zin, waarden);
}

// Noem de rijen waar laag, waarschijnlijk en hoog niet op volgorde staan.
function verkeerdOm(blad) {
  const uit = [];
  for (const deel of blad.regels.invoer)
    for (const bereik of deel.onzeker ?? [])
      blad.rijen[deel.sectie].forEach((rij, nummer) => {
        const reeks = [rij[bereik.laag], rij[bereik.kolom], rij[bereik.hoog]].map(getal).filter((g) => g !== null);
        const waarden = { rij: rijnaam(blad, deel.sectie, nummer), kop: deel.getallen[bereik.kolom].kop };
        if (reeks.some((g, i) => i && g < reeks[i - 1])) uit.push(vul(blad.regels.teksten.verkeerd_om, waarden));
      });
  return uit;
}

// De zin voor de notulen. Zolang iets dat beslist ontbreekt, zegt zij dat, en niets anders.
function conclusie(bladen) {
  const { teksten } = bladen.waarde.regels, geldt = Object.fromEntries(STANDEN.map((stand) => [stand, watGeldt(bladen[stand])]));
  const [nummer, mist] = geldt.waarde;
  if (nummer === null) {
    const namen = ontbreekt(bladen.waarde, mist), meer = vul(teksten.en_meer, { aantal: String(namen.length - 4) });
    const genoemd = opsomming(namen.length > 5 ? [...namen.slice(0, 4), meer] : namen);
    return { soort: "onbekend", zin: namen.length ? vul(teksten.nog_niet, { mist: genoemd }) : teksten.niet_uit_te_rekenen, mist: namen };
  }
  const wankel = ["tegen", "mee"].filter((stand) => geldt[stand][0] !== nummer);
  const anders = wankel.map((stand) => vul(teksten[stand], { zin: zinVan(geldt[stand][0], bladen, stand) }));
  return { soort: anders.length ? "wankel" : "zeker", zin: [zinVan(nummer, bladen, "waarde"), ...anders].join(" "), mist: [] };
}

// Geef het nummer van de eerste conclusie die geldt; is er een niet te zeggen, dan ook de volgende niet.
function watGeldt(blad) {
  for (const [nummer, { wanneer }] of blad.regels.conclusies.entries()) {
    const [waar, mist] = blad.reken(wanneer, {});
    if (waar !== false) return waar === true ? [nummer, []] : [null, mist];
  }
  return [null, []];
}

function zinVan(nummer, bladen, stand) {
  const { teksten, conclusies } = bladen.waarde.regels;
  return nummer === null ? teksten.niet_uit_te_rekenen : vulZin(conclusies[nummer].zin, {}, bladen, stand);
}

// Geef van elke as met namen (jaar, de groep, de vaste assen) hoe haar leden heten.
export const namenOpAssen = (uit, regels) => ({ ...uit.assen, jaar: uit.jaren, [regels.groep?.naam ?? ""]: uit.groepen });

// -- schrijven

// Ontbreekt er niets en is er toch geen waarde, dan staat er wat de beschrijving daarvoor geeft.
export const toonUitkomst = (waarde, { eenheid, niets, mist }, onbekend = "–") =>
  toonWaarde(waarde, eenheid, niets && !mist.length ? niets : onbekend);

export function toonWaarde(waarde, eenheid, onbekend = "–") {
  if (waarde === null) return onbekend;
  if (typeof waarde === "boolean") return waarde ? "ja" : "nee";
  if (typeof waarde === "string") return waarde;
  if (eenheid === "verhouding") {
    const heel = BigInt(Math.floor(Math.abs(waarde) * 100 + 0.5));
    return `${waarde < 0 && heel ? "-" : ""}${heel / 100n},${String(heel % 100n).padStart(2, "0")}`;
  }
  return eenheid === "euro" ? toonEuro(waarde) : toon(waarde) + ({ procent: "%", jaar: " jaar" }[eenheid] ?? "");
}
