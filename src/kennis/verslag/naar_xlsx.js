// Schrijf de bladen van een verslag als Excel-bestand: tekst is tekst, een getal is een getal. Tweeling van naar_xlsx.py.
import { breedtes } from "./bladen.js";
import excel from "./derden/excel.js";

const VORMEN = { euro: "€ #,##0", centen: "€ #,##0.00" };
const CEL = { wrap: true, alignVertical: "top" };

export function naarXlsx(bladen) {
  return excel.schrijfExcel(
    bladen.map((blad) => ({
      sheet: blad.naam,
      stickyRowsCount: 1,
      columns: breedtes(blad).map((width) => ({ width })),
      data: [
        blad.koppen.map((kop) => ({ ...tekstcel(kop), fontWeight: "bold", backgroundColor: "#D5E8E7", bottomBorderStyle: "thin" })),
        ...blad.rijen.map((rij) => rij.map((waarde, n) => cel(waarde, blad.soorten[n]))),
      ],
    })),
    { fontFamily: "Calibri", fontSize: 11 },
  );
}

// Excel leest _x0041_ als een letter; met _x005F_ ervoor blijft het tekst.
const tekstcel = (tekst) => ({ value: tekst.replace(/_x[0-9a-fA-F]{4}_/g, "_x005F$&"), type: String, ...CEL });

function cel(waarde, soort) {
  if (waarde === null || waarde === "") return null;
  if (typeof waarde === "string") return tekstcel(waarde);
  const vorm = VORMEN[soort === "euro" && waarde % 1 ? "centen" : soort];
  return { value: waarde, type: Number, ...CEL, ...(vorm ? { format: vorm } : {}) };
}
