// De motor, die pas komt als de lezer zoekt: de taal, de machine en het venster, bij wat `zoek.js` al op `window.kbZoek` zette.
import MiniSearch from "../derden/minisearch.js";
import { maak } from "./machine.js";
import * as taal from "./taal.js";
import { uitpakken } from "./uitpakken.js";
import { maakVenster, volgorde } from "./venster.js";

Object.assign(window.kbZoek, { MiniSearch, maak, maakVenster, taal, uitpakken, volgorde });
