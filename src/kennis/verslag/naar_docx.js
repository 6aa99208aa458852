// Schrijf een verslag als Word-bestand, met de gewone stijlen van Word zodat iedereen het verder kan bewerken. Tweeling van naar_docx.py.
import { breedtes } from "./bladen.js";
import docx from "./derden/docx.js";
import { TEKSTEN, celtekst } from "./tekst.js";

const {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} = docx;
const LETTER = "Calibri",
  KOP = "0B6B6F",
  VLAK = "D5E8E7",
  GRIJS = "55636B";
const TWIPS = 567,
  PIXELS = 37.8; // per cm
const BREED = 16.5,
  FIGUUR_BREED = 10.5,
  FIGUUR_HOOG = 8; // cm; BREED is wat er tussen de marges past
const KOPPEN = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

// `figuren` geeft per gereedschap { png, breed, hoog }; een figuur zonder plaatje blijft weg.
export function naarDocx(verslag, figuren = {}) {
  const kop = (maat) => ({
    run: { font: LETTER, size: 2 * maat, bold: true, color: KOP },
    paragraph: { spacing: { before: 10 * maat, after: 80 }, keepNext: true },
  });
  const document = new Document({
    title: verslag.titel,
    creator: " ",
    lastModifiedBy: " ",
    styles: {
      default: {
        document: { run: { font: LETTER, size: 21, language: { value: "nl-NL" } }, paragraph: { spacing: { after: 80 } } },
        heading1: kop(20),
        heading2: kop(14),
        heading3: kop(11),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 21 * TWIPS, height: Math.round(29.7 * TWIPS) },
            margin: { top: 2 * TWIPS, bottom: 2 * TWIPS, left: 1276, right: 1276 },
          },
        },
        footers: { default: voet(verslag.titel) },
        children: verslag.delen.flatMap((deel) => SCHRIJF[deel.soort](deel, figuren)),
      },
    ],
  });
  return Packer.toBlob(document);
}

// Een regeleinde in tekst is in Word een eigen teken.
const stukken = (tekst, stijl = {}) => tekst.split("\n").map((text, i) => new TextRun({ text, ...stijl, ...(i ? { break: 1 } : {}) }));

const alinea = (tekst, stijl, meer) => new Paragraph({ ...meer, children: stukken(tekst, stijl) });

const SCHRIJF = {
  kop: (deel) => [new Paragraph({ heading: KOPPEN[deel.niveau - 1], children: stukken(deel.tekst) })],
  kenmerken: (deel) =>
    deel.paren.map(([naam, waarde]) => new Paragraph({ children: [...stukken(`${naam}: `, { bold: true }), ...stukken(waarde)] })),
  alinea: (deel) => [
    alinea(deel.tekst, deel.stijl === "zin" ? { bold: true } : deel.stijl === "hint" ? { color: GRIJS } : {}, {
      keepNext: deel.stijl === "zin",
    }),
  ],
  opsomming: (deel) =>
    deel.stijl === "verder" ? [] : deel.regels.map((regel) => alinea(regel.tekst, {}, { bullet: { level: 0 }, spacing: { after: 40 } })),
  figuur: (deel, figuren) => (figuren[deel.gereedschap] ? [figuur(deel, figuren[deel.gereedschap])] : []),
  tabel: (deel) => [alinea(deel.titel, { italics: true }, { keepNext: true }), tabel(deel), new Paragraph({ spacing: { after: 0 } })],
};

function figuur(deel, { png, breed, hoog }) {
  const maat = Math.min((FIGUUR_BREED * PIXELS) / breed, (FIGUUR_HOOG * PIXELS) / hoog);
  const uitleg = { name: deel.titel, title: deel.titel, description: deel.alt };
  return new Paragraph({
    children: [
      new ImageRun({
        type: "png",
        data: png,
        transformation: { width: Math.round(breed * maat), height: Math.round(hoog * maat) },
        altText: uitleg,
      }),
    ],
  });
}

function tabel(deel) {
  const tekens = breedtes(deel, 30, 8),
    alle = tekens.reduce((som, aantal) => som + aantal, 0);
  const columnWidths = tekens.map((aantal) => Math.round((BREED * TWIPS * aantal) / alle));
  const cel = (tekst, n, meer, stijl) =>
    new TableCell({
      width: { size: columnWidths[n], type: WidthType.DXA },
      ...meer,
      children: [
        alinea(
          tekst,
          { size: 18, ...stijl },
          { spacing: { after: 0 }, alignment: !stijl && deel.soorten[n] !== "tekst" ? AlignmentType.RIGHT : AlignmentType.LEFT },
        ),
      ],
    });
  const kop = new TableRow({
    tableHeader: true,
    children: deel.koppen.map((tekst, n) =>
      cel(tekst, n, { shading: { type: ShadingType.CLEAR, color: "auto", fill: VLAK } }, { bold: true }),
    ),
  });
  const rijen = deel.rijen.map(
    (rij) => new TableRow({ cantSplit: true, children: rij.map((waarde, n) => cel(celtekst(waarde, deel.soorten[n]), n)) }),
  );
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    rows: [kop, ...rijen],
  });
}

const voet = (titel) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ size: 18, color: GRIJS, children: [`${titel} · ${TEKSTEN.docx.pagina} `, PageNumber.CURRENT] })],
      }),
    ],
  });
