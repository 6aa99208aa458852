// Namen bij punten zetten, zo dat ze elkaar en de punten zo min mogelijk raken.

const overlap = (a, b) => Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));

// Geef per punt {x, y, anker}. `punten` zijn {px, py, r, breedte}; `vak` is {x, y, w, h}; `vast` zijn vlakken die al bezet zijn.
export function plaatsNamen(punten, vak, hoogte, vast) {
  const bezet = [...vast, ...punten.map((p) => ({ x: p.px - p.r, y: p.py - p.r, w: 2 * p.r, h: 2 * p.r }))];
  const uit = [];
  punten.forEach((p) => {
    const gat = p.r + 4;
    const plekken = [
      { x: p.px + gat, y: p.py - hoogte / 2, anker: "start" },
      { x: p.px - gat - p.breedte, y: p.py - hoogte / 2, anker: "end" },
      { x: p.px - p.breedte / 2, y: p.py - gat - hoogte, anker: "middle" },
      { x: p.px - p.breedte / 2, y: p.py + gat, anker: "middle" },
      { x: p.px + gat * 0.7, y: p.py - gat - hoogte * 0.6, anker: "start" },
      { x: p.px + gat * 0.7, y: p.py + gat - hoogte * 0.4, anker: "start" },
      { x: p.px - gat * 0.7 - p.breedte, y: p.py - gat - hoogte * 0.6, anker: "end" },
      { x: p.px - gat * 0.7 - p.breedte, y: p.py + gat - hoogte * 0.4, anker: "end" },
    ].map((plek, i) => {
      const doos = { x: plek.x, y: plek.y, w: p.breedte, h: hoogte };
      const buiten = Math.max(0, vak.x - doos.x) + Math.max(0, doos.x + doos.w - vak.x - vak.w) + Math.max(0, vak.y - doos.y) + Math.max(0, doos.y + doos.h - vak.y - vak.h);
      return { ...plek, doos, kosten: bezet.reduce((som, b) => som + overlap(doos, b), 0) + buiten * 60 + i * 2 };
    });
    const beste = plekken.reduce((a, b) => (b.kosten < a.kosten ? b : a));
    bezet.push(beste.doos);
    const x = beste.anker === "start" ? beste.x : beste.anker === "end" ? beste.x + p.breedte : beste.x + p.breedte / 2;
    uit.push({ x, y: beste.y + hoogte * 0.78, anker: beste.anker });
  });
  return uit;
}
