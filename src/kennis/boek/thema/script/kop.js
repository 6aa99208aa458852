// Wat moet gebeuren voordat er iets te zien is: de kleuren van de lezer, en de letters alvast halen.
// Dit script houdt het tekenen op; hou het klein.
const html = document.documentElement;
const breed = matchMedia("(min-width: 75rem)");

let stand = null;
try {
  stand = localStorage.getItem("mode");
} catch { /* opslag staat uit: dan beslist het apparaat */ }
if (stand !== "light" && stand !== "dark") stand = "auto";
html.dataset.mode = stand;
html.dataset.theme = stand === "auto" ? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") : stand;
html.classList.add("kb-js");

// Vanaf schijf mag een pagina geen letters vooruit halen.
if (location.protocol !== "file:") {
  for (const naam of ["schreefloos", "schreef"]) {
    const href = new URL(`letters/${naam}.woff2`, document.currentScript.src).href;
    const link = { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href };
    document.head.append(Object.assign(document.createElement("link"), link));
  }
}

// Op een breed scherm staat "Op deze pagina" open zodra het er is, zodat er niets verspringt.
if (breed.matches) {
  const kijker = new MutationObserver(() => {
    const inhoud = document.getElementById("kb-pagina-inhoud");
    if (inhoud) inhoud.open = true;
    if (inhoud || document.readyState !== "loading") kijker.disconnect();
  });
  kijker.observe(html, { childList: true, subtree: true });
}
