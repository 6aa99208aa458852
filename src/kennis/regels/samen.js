// Zinnen en tabellen bij een scan met `rang` of `moment`: wie wat met wie deelt, en metingen naast elkaar. Tweeling van samen.py.
import { toon, vul } from "./basis.js";
import { hoofdletter } from "./zinnen.js";

// Per twee personen wat zij delen.
export function parenZinnen({ paren = [] }, { teksten, schaal }) {
  return paren.map(({ een, ander, gedeeld, samen }) => vul(teksten.paar, { een, ander, n: String(gedeeld), top: String(schaal.top) })
    + (samen.length ? vul(teksten.paar_samen, { samen: samen.join(", ") }) : ""));
}

// De tabel van één deel, een kolom per meting: { koppen, rijen }; null als er nog niets te vergelijken is.
export function metingenTabel({ metingen = [] }, deel, { groep, teksten }) {
  if (metingen.length < 2) return null;
  const kolommen = metingen.map((m) => m.delen.find((d) => d.sleutel === deel.sleutel));
  const rij = (g, i) => [g.tekst, ...kolommen.map((d) => toon(d.groepen[i].gemiddelde))];
  return {
    koppen: [hoofdletter(groep), ...metingen.map((m) => m.titel)],
    rijen: [...deel.groepen.map(rij), [teksten.metingen_wie, ...kolommen.map((d) => String(d.wie.length))]],
  };
}
