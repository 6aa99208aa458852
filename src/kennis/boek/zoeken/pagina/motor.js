// De motor, die pas komt als de lezer zoekt: de taal, de machine en het venster, bij wat `zoek.js` al op `window.kbZoek` zette.
import MiniSearch from "../derden/minisearch.js";
import { Machine } from "./machine.js";
import * as taal from "./taal.js";
import { uitpakken } from "./uitpakken.js";
import { Venster, volgorde } from "./venster.js";

Object.assign(window.kbZoek, { Machine, MiniSearch, Venster, taal, uitpakken, volgorde });
