// Eerst het plaatje, dan de rest: een beeld bijhouden zonder dat de hand van de lezer erop hoeft te wachten.

const RUST = 150;
const vraagTijd = (doe) => (globalThis.requestIdleCallback ? requestIdleCallback(doe, { timeout: 200 }) : setTimeout(doe, 0));
const staakTijd = (id) => (globalThis.cancelIdleCallback ? cancelIdleCallback(id) : clearTimeout(id));

export class Bijhouden {
  // `plaat(breed)` tekent bij het eerstvolgende beeld; `rest()` komt daarna, en bij een snelle reeks (een sleep, een toets die
  // ingedrukt blijft) pas als de hand rust. `vak` is het vak van het plaatje; `smalst` en `breedst` zijn de grenzen van zijn breedte.
  constructor({ el, stand, vak, plaat, rest, smalst, breedst = Infinity }) {
    Object.assign(this, { stand, vak, plaat, rest, smalst, breedst, breed: 0, laatst: -RUST });
    this.straks = () => this.vraag();
    this.kijker = new ResizeObserver(() => this.meet());
    // Wat iemand achter elkaar in een veld typt, is één stap om ongedaan te maken.
    this.weg = [this.stand.luister(this.straks), luister(el, "kg-typt", () => stand.begin()), luister(el, "kg-klaar", () => stand.klaar()),
      luister(window, "beforeprint", () => this.nu())];
    this.kijker.observe(vak);
    this.meet();
    this.nu();
  }
  vraag() {
    const nu = performance.now(), snel = nu - this.laatst < RUST;
    this.laatst = nu;
    this.snel ||= snel;
    this.beeld ||= requestAnimationFrame(() => this.teken());
  }
  teken() {
    const wacht = this.snel ? RUST : 0;
    this.staak();
    if (this.breed) this.plaat(this.breed);
    this.klok = setTimeout(() => { this.tijd = vraagTijd(() => this.rest()); }, wacht);
  }
  nu() {
    this.staak();
    if (this.breed) this.plaat(this.breed);
    this.rest();
  }
  meet() {
    const nieuw = Math.round(Math.max(this.smalst, Math.min(this.breedst, this.vak.clientWidth)));
    if (nieuw === this.breed) return;
    this.breed = nieuw;
    this.straks();
  }
  staak() {
    cancelAnimationFrame(this.beeld);
    clearTimeout(this.klok);
    staakTijd(this.tijd);
    this.beeld = 0;
    this.snel = false;
  }
  stop() {
    this.staak();
    this.kijker.disconnect();
    for (const doe of this.weg) doe();
  }
}

function luister(doel, naam, doe) {
  doel.addEventListener(naam, doe);
  return () => doel.removeEventListener(naam, doe);
}
