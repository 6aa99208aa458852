// Een muis, pen of vinger op een punt: aantikken is kiezen, en pas na een echte beweging is het slepen.

const DREMPEL = 7, VASTHOUDEN = 250;

// `vrij()` zegt of een vinger meteen mag slepen (het punt is al gekozen). Mag dat niet, dan is een veeg gewoon scrollen, en begint
// slepen na even vasthouden. `pak` en `beweeg` krijgen de plek op het scherm; `los` komt alleen na een sleep, `tik` zonder.
export function maakSleepbaar(el, { vrij, tik, pak, beweeg, los }) {
  let greep = null;
  const mag = () => !greep.vinger || greep.vrij || performance.now() - greep.sinds >= VASTHOUDEN;

  function begin(e) {
    if (e.button || greep) return;
    const vinger = e.pointerType === "touch";
    greep = { id: e.pointerId, x: e.clientX, y: e.clientY, sinds: performance.now(), vinger, vrij: vrij(), sleept: false };
    el.setPointerCapture(e.pointerId);
    if (vinger) greep.klok = setTimeout(() => el.classList.add("kg-pak"), VASTHOUDEN);
    else {
      e.preventDefault();
      el.focus({ preventScroll: true });
    }
  }
  function verplaats(e) {
    if (greep?.id !== e.pointerId) return;
    if (!greep.sleept) {
      if (Math.hypot(e.clientX - greep.x, e.clientY - greep.y) < DREMPEL) return;
      if (!mag()) return laat();
      greep.sleept = true;
      el.classList.add("kg-pak");
      pak(greep.x, greep.y);
    }
    beweeg(e.clientX, e.clientY);
  }
  function laat() {
    clearTimeout(greep.klok);
    el.classList.remove("kg-pak");
    const { sleept } = greep;
    greep = null;
    return sleept;
  }
  function einde(e) {
    if (greep?.id !== e.pointerId) return;
    if (laat()) los();
    else if (e.type === "pointerup") tik();
  }

  el.addEventListener("pointerdown", begin);
  el.addEventListener("pointermove", verplaats);
  el.addEventListener("pointerup", einde);
  el.addEventListener("pointercancel", einde);
  // De eerste beweging van een vinger beslist of de pagina schuift; op delen van een svg helpt `touch-action` daar niet bij.
  el.addEventListener("touchmove", (e) => { if (greep && (greep.sleept || mag())) e.preventDefault(); }, { passive: false });
  el.addEventListener("contextmenu", (e) => { if (greep?.vinger) e.preventDefault(); });
}
