// De opslag op dit apparaat: lezen, schrijven en meeluisteren, zonder ooit een fout te gooien.

export const VOOR = "kennisboek.2.";

// Geef wat er misging bij het schrijven: "vol" of "verboden".
const oorzaak = (fout) => (fout?.name === "QuotaExceededError" || fout?.code === 22 || fout?.name === "NS_ERROR_DOM_QUOTA_REACHED" ? "vol" : "verboden");

function vind() {
  try {
    const opslag = window.localStorage;
    opslag.setItem(`${VOOR}proef`, "1");
    opslag.removeItem(`${VOOR}proef`);
    return { opslag, probleem: null };
  } catch (fout) {
    // Vol is nog te lezen; verboden niet.
    try { return { opslag: window.localStorage, probleem: oorzaak(fout) }; } catch { return { opslag: null, probleem: "verboden" }; }
  }
}

export function maakOpslag() {
  const { opslag, probleem } = vind();
  return {
    probleem,
    lees(sleutel) {
      try { return opslag?.getItem(sleutel) ?? null; } catch { return null; }
    },
    // Geef null als het gelukt is, en anders wat er misging.
    zet(sleutel, tekst) {
      if (!opslag) return "verboden";
      try { opslag.setItem(sleutel, tekst); return null; } catch (fout) { return oorzaak(fout); }
    },
    wis(sleutel) {
      try { opslag?.removeItem(sleutel); } catch { /* wat niet te wissen is, blijft staan */ }
    },
    sleutels(begin) {
      try { return Object.keys(opslag ?? {}).filter((sleutel) => sleutel.startsWith(begin)).sort(); } catch { return []; }
    },
    // Hoor wat een ander tabblad schrijft: `doe(sleutel, tekst)`; alles gewist is sleutel null.
    luister(doe) {
      window.addEventListener("storage", (e) => { if (e.storageArea === opslag) doe(e.key, e.newValue); });
    },
  };
}

// Lees json zonder fout: null als het geen json is.
export function leesJson(tekst) {
  try { return JSON.parse(tekst); } catch { return null; }
}
