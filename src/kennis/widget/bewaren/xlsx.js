// Excel lezen: elk blad als tabel van cellen. Komt pas als iemand een xlsx opent.
import leesXlsx from "./derden/xlsx-lezen.js";

const MEEST_BYTES = 20e6;

// Geef de bladen van een bestand als [{naam, cellen}]; een leeg blad telt niet mee.
export async function lees(bestand) {
  if (bestand.size > MEEST_BYTES) throw new Error(`${bestand.name}: dit bestand is te groot om hier te openen.`);
  try {
    const bladen = await leesXlsx(await bestand.arrayBuffer());
    return bladen.map(({ sheet, data }) => ({ naam: sheet, cellen: data })).filter(({ cellen }) => cellen.length);
  } catch {
    throw new Error(`${bestand.name}: dit is geen Excel-bestand dat hier te lezen is. Bewaar het opnieuw als xlsx of csv.`);
  }
}
