// Haalt wat later komt: formulieren, openen en bewaren, lange teksten, de kolommen en de cases. Elk script komt hoogstens één keer.

// Waar dit script staat, staat de rest ook; in een notebook is er geen script.
const map = document.currentScript?.src?.replace(/[^/]*$/, "") ?? "";
const onderweg = new Map();
let delen = {};

// Per deel de bestanden, in volgorde en met een spatie ertussen; de bundelaar vult dit.
export const kent = (tabel) => { delen = tabel; };

function haalBestand(bestand) {
  if (!onderweg.has(bestand)) {
    onderweg.set(bestand, new Promise((klaar, mislukt) => {
      const script = Object.assign(document.createElement("script"), { src: map + bestand, async: false, onload: klaar });
      script.onerror = () => {
        onderweg.delete(bestand);
        mislukt(new Error("een deel van dit gereedschap kwam niet aan. Ben je off-line? Probeer het later opnieuw."));
      };
      document.head.append(script);
    }));
  }
  return onderweg.get(bestand);
}

// Geef een deel bij zijn naam, zoals "bewaren" of "gegevens"; wat er niet is, is niets.
export async function haal(naam) {
  if (!Object.hasOwn(delen, naam)) return undefined;
  await Promise.all(delen[naam].split(" ").map(haalBestand));
  return window.kennisModules[naam];
}

// Vul aan wat op de pagina staat; een lijst komt als object met nummers.
function voeg(doel, erbij) {
  for (const [naam, waarde] of Object.entries(erbij)) {
    if (doel[naam] instanceof Object && waarde instanceof Object) voeg(doel[naam], waarde);
    else doel[naam] = waarde;
  }
}

// Maak `later` voor één gereedschap: `later("panelen")` geeft een deel, `later()` alles, en daarna is de opzet volledig.
export function maakLater(soort, opzet) {
  const naam = opzet.regels.gereedschap;
  async function vulAan() {
    const [gegevens, regels] = await Promise.all([haal("gegevens"), haal(`regels-${naam}`)]);
    voeg(opzet.regels, regels ?? {});
    opzet.secties = gegevens.secties;
    return gegevens;
  }
  return async (deel) => {
    if (deel === "panelen") return (await Promise.all([haal(`${soort}-panelen`), vulAan()]))[0];
    if (deel) return haal(deel);
    const [panelen, bewaren, gegevens] = await Promise.all([haal(`${soort}-panelen`), haal("bewaren"), vulAan()]);
    return { panelen, bewaren, haal, ...gegevens };
  };
}
