// Van tekst naar zoektermen: precies wat `voorbewerking.py` doet. Een test vergelijkt ze woord voor woord.
(() => {
  "use strict";
  const MINIMUM_DEEL = 4;
  const MAXIMUM_DELEN = 4;
  const TUSSENKLANKEN = ["", "s", "en", "e"];

  const vouw = (tekst) =>
    tekst
      .normalize("NFKD")
      .replace(/[\u2010\u2011]/g, "-")
      .replace(/[\u00ad\p{M}]/gu, "")
      .toLowerCase()
      .replace(/(\d)[.,](?=\d)/g, "$1");

  // Een woord met een streepje geeft de delen én het geheel.
  function woorden(tekst) {
    const gevonden = [];
    for (const woord of vouw(tekst).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) || []) {
      const delen = woord.split("-");
      gevonden.push(...delen);
      if (delen.length > 1) gevonden.push(delen.join(""));
    }
    return gevonden.filter((woord) => woord.length > 1 || /\d/.test(woord));
  }

  // Het oorspronkelijke Nederlandse algoritme van Porter (Snowball: dutch_porter), voor tekst zonder accenten.
  // `I` en `Y` zijn een i en y die als medeklinker tellen.
  const klinker = (teken) => teken !== undefined && "aeiouy".includes(teken);
  const medeklinker = (teken) => teken !== undefined && !klinker(teken);

  function markeer(woord) {
    const letters = [...woord];
    if (letters[0] === "y") letters[0] = "Y";
    for (let i = 0; i < letters.length; i++) {
      if (!klinker(letters[i])) continue;
      if (letters[i + 1] === "i") {
        i++;
        if (klinker(letters[i + 1])) letters[i] = "I";
      } else if (letters[i + 1] === "y") {
        letters[++i] = "Y";
      }
    }
    return letters.join("");
  }

  // Geeft waar het gebied na de eerste medeklinker na een klinker begint, vanaf `begin`.
  function gebied(woord, begin) {
    let i = begin;
    while (i < woord.length && !klinker(woord[i])) i++;
    while (i < woord.length && klinker(woord[i])) i++;
    return i < woord.length ? i + 1 : -1;
  }

  function porter(gegeven) {
    let w = markeer(gegeven);
    let p1 = w.length;
    let p2 = w.length;
    if (w.length >= 3) {
      const eerste = gebied(w, 0);
      if (eerste >= 0) {
        p1 = Math.max(eerste, 3);
        const tweede = gebied(w, eerste);
        if (tweede >= 0) p2 = tweede;
      }
    }
    let eGevonden = false;
    const eindigt = (staart) => w.endsWith(staart);
    const begin = (staart) => w.length - staart.length;
    const voor = (staart) => w[begin(staart) - 1];
    const knip = (staart) => { w = w.slice(0, begin(staart)); };
    const enkel = () => /(dd|kk|tt)$/.test(w) && ((w = w.slice(0, -1)), true);

    const knipE = () => {
      eGevonden = false;
      if (!eindigt("e") || begin("e") < p1 || !medeklinker(voor("e"))) return false;
      knip("e");
      eGevonden = true;
      return enkel();
    };
    const knipEn = (staart) => {
      if (begin(staart) < p1 || !medeklinker(voor(staart)) || w.slice(0, begin(staart)).endsWith("gem")) return;
      knip(staart);
      enkel();
    };

    const meervoud = ["heden", "ene", "en", "se", "s"].find(eindigt);
    if (meervoud === "heden") {
      if (begin("heden") >= p1) w = w.slice(0, begin("heden")) + "heid";
    } else if (meervoud === "ene" || meervoud === "en") {
      knipEn(meervoud);
    } else if (meervoud && begin(meervoud) >= p1 && medeklinker(voor(meervoud)) && voor(meervoud) !== "j") {
      knip(meervoud);
    }

    knipE();

    if (eindigt("heid") && begin("heid") >= p2 && voor("heid") !== "c") {
      knip("heid");
      if (eindigt("en")) knipEn("en");
    }

    const uitgang = ["end", "ing", "ig", "lijk", "baar", "bar"].find(eindigt);
    if (uitgang && begin(uitgang) >= p2) {
      if (uitgang === "end" || uitgang === "ing") {
        knip(uitgang);
        if (eindigt("ig") && begin("ig") >= p2 && voor("ig") !== "e") knip("ig");
        else enkel();
      } else if (uitgang === "ig") {
        if (voor("ig") !== "e") knip("ig");
      } else if (uitgang === "lijk") {
        knip("lijk");
        knipE();
      } else if (uitgang === "baar" || eGevonden) {
        knip(uitgang);
      }
    }

    const n = w.length;
    if (medeklinker(w[n - 1]) && w[n - 1] !== "I" && /(aa|ee|oo|uu)$/.test(w.slice(0, -1)) && medeklinker(w[n - 4])) {
      w = w.slice(0, -2) + w[n - 1];
    }
    return w.replace(/[IY]/g, (teken) => teken.toLowerCase());
  }

  // Porter, met een paar meervouden erbij: modellen, relaties, brieven, ziektes, ideeën.
  function stam(woord) {
    const enkelvoud = woord.length > 5 ? woord.replace(/(ie|[dgkt]e)s$/, "$1").replace(/(ie|ee)en$/, "$1") : woord;
    return porter(enkelvoud)
      .replace(/([bfglmnprs])\1$/, "$1")
      .replace(/v$/, "f")
      .replace(/z$/, "s");
  }

  function verdeel(rest, aantal, bekend) {
    if (aantal === 1) {
      return rest.length >= MINIMUM_DEEL && bekend.has(stam(rest)) ? [stam(rest)] : [];
    }
    for (let einde = rest.length - MINIMUM_DEEL; einde >= MINIMUM_DEEL; einde--) {
      const deel = stam(rest.slice(0, einde));
      if (!bekend.has(deel)) continue;
      for (const klank of TUSSENKLANKEN) {
        if (!rest.startsWith(klank, einde)) continue;
        const vervolg = verdeel(rest.slice(einde + klank.length), aantal - 1, bekend);
        if (vervolg.length) return [deel, ...vervolg];
      }
    }
    return [];
  }

  // Splitst een samenstelling in bekende stammen; leeg als dat niet lukt.
  function delen(woord, bekend) {
    for (let aantal = 2; aantal <= MAXIMUM_DELEN; aantal++) {
      const gevonden = verdeel(woord, aantal, bekend);
      if (gevonden.length) return gevonden;
    }
    return [];
  }

  window.kbZoek.taal = { vouw, woorden, stam, delen };
})();
