// Een menu: een knop die een lijst van keuzes opent, met Escape en klikken ernaast om te sluiten.
import { knop, maak } from "./dom.js";

export function maakMenu(titel, keuzes) {
  const lijst = maak("div", { class: "kg-menulijst" });
  const menu = maak("details", { class: "kg-menu" }, maak("summary", { class: "kg-knop" }, titel), lijst);
  const sluit = () => { menu.open = false; menu.firstChild.focus(); };
  const vul = () => lijst.replaceChildren(...keuzes().filter(Boolean).map(([tekst, doe]) => knop(tekst, () => { sluit(); doe(); }, { class: "kg-keuze" })));
  menu.firstChild.addEventListener("click", vul);
  vul();
  document.addEventListener("pointerdown", (e) => { if (!menu.contains(e.target)) menu.open = false; });
  menu.addEventListener("keydown", (e) => { if (e.key === "Escape" && menu.open) { e.stopPropagation(); sluit(); } });
  menu.addEventListener("focusout", (e) => { if (e.relatedTarget && !menu.contains(e.relatedTarget)) menu.open = false; });
  return menu;
}
