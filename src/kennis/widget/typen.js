// Tekst telt terwijl er getypt wordt, na een korte rust; en altijd als het veld of de pagina wordt verlaten.

const WACHT = 400, RUST = 800;

// `leg(klaar)` bewaart wat er staat; `klaar` is waar als de lezer het veld verlaat. Met `meteen` uit telt het pas na een rust. Een reeks
// die achter elkaar getypt wordt, meldt zich met "kg-typt" en "kg-klaar", zodat zij één stap is om ongedaan te maken.
export function volgTypen(veld, leg, meteen = true) {
  let straks = 0;
  const bezig = () => veld.hasAttribute("data-typt");
  const meld = (naam) => veld.dispatchEvent(new Event(naam, { bubbles: true }));
  const verlaat = () => bezig() && sluit(true);
  function sluit(telt) {
    clearTimeout(straks);
    if (telt) leg(true);
    if (!bezig()) return;
    veld.removeAttribute("data-typt");
    removeEventListener("pagehide", verlaat, true);
    document.removeEventListener("visibilitychange", verlaat, true);
    meld("kg-klaar");
  }
  veld.addEventListener("input", () => {
    if (!bezig()) {
      veld.setAttribute("data-typt", "");
      addEventListener("pagehide", verlaat, true);
      document.addEventListener("visibilitychange", verlaat, true);
      meld("kg-typt");
    }
    clearTimeout(straks);
    straks = setTimeout(() => leg(false), meteen ? WACHT : RUST);
  });
  veld.addEventListener("change", () => sluit(true));
  // Wie naar een ander venster gaat, verlaat het veld zonder dat het "change" meldt.
  veld.addEventListener("blur", () => sluit(bezig()));
  veld.addEventListener("kg-rondaf", () => sluit(false));
}

// Zet tekst in een veld, behalve als de lezer er net in typt of als zijn tekst is geweigerd.
export function zetTekst(veld, tekst) {
  if (veld.hasAttribute("aria-invalid") || (veld === document.activeElement && veld.tagName !== "SELECT")) return;
  if (veld.value !== tekst) veld.value = tekst;
}
