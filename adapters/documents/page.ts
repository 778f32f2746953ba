import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';

const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
/** Opened once a process: what a font says of its letters is read at their first use, which takes longer than drawing. */
const REGULAR = letters('400Regular', 'NotoSans_400Regular.ttf');
const BOLD = letters('700Bold', 'NotoSans_700Bold.ttf');
const MARGIN = 56;

/** What a document of ours begins with; `at` is the instant (ISO) it is drawn for, so that its bytes never change. */
export type Sheet = { nature: 'production' | 'rehearsal'; title: { az: string; en: string }; at: string };

/** The pen of a document in two languages, Azerbaijani first, from top to bottom. */
export type Pen = {
  /** A heading in both languages. */
  heading(words: { az: string; en: string }): void;
  /** A paragraph in both languages; `clause` stands before it. */
  paragraph(words: { az: string; en: string }, clause?: string): void;
  /** Name and value a line; the names in both languages. */
  line(name: { az: string; en: string }, value: string): void;
  /** Room for signatures side by side, each over the words of who signs. */
  signatures(who: readonly { az: string; en: string }[]): void;
};

/**
 * Draws an A4 document and returns its PDF bytes, the same for the same sheet and strokes. A rehearsal's says on every
 * page that it is one.
 */
export async function drawDocument(sheet: Sheet, strokes: (pen: Pen) => void): Promise<Uint8Array> {
  const drawnFor = new Date(sheet.at);
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    lang: 'az',
    font: REGULAR,
    info: {
      Title: `${sheet.title.az} / ${sheet.title.en}`,
      CreationDate: drawnFor,
      ModDate: drawnFor,
      Producer: 'Mohlet',
    },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const ended = new Promise((resolve, reject) => document.once('end', resolve).once('error', reject));
  if (sheet.nature === 'rehearsal') {
    mark(document);
    document.on('pageAdded', () => {
      mark(document);
    });
  }
  document.font(BOLD).fontSize(15).text(sheet.title.az).fontSize(11).text(sheet.title.en).moveDown();
  strokes(penOf(document));
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function mark(document: PDFKit.PDFDocument): void {
  const { x, y } = document;
  document.save().font(BOLD).fontSize(9).fillColor('#b00020');
  document.text('SINAQ REJİMİ: hüquqi qüvvəsi yoxdur · REHEARSAL: without legal effect', MARGIN, 28, {
    lineBreak: false,
  });
  document.restore().font(REGULAR).fillColor('black');
  document.x = x;
  document.y = y;
}

function penOf(document: PDFKit.PDFDocument): Pen {
  return {
    heading: ({ az, en }) => {
      document.moveDown(0.6).font(BOLD).fontSize(11).text(`${az} / ${en}`).moveDown(0.2);
    },
    paragraph: ({ az, en }, clause) => {
      document
        .font(REGULAR)
        .fontSize(9.5)
        .text(clause === undefined ? az : `[${clause}] ${az}`);
      document.fontSize(8.5).fillColor('#444444').text(en).fillColor('black').moveDown(0.4);
    },
    line: ({ az, en }, value) => {
      document.font(REGULAR).fontSize(9.5).text(`${az} / ${en}: `, { continued: true }).font(BOLD).text(value);
    },
    signatures: (who) => {
      document.moveDown(2).font(REGULAR).fontSize(9.5);
      for (const { az, en } of who) document.text('______________________').text(`${az} / ${en}`).moveDown(1.2);
    },
  };
}

/** pdfkit takes an opened font too (0.20, PDFFontFactory.open); its types do not say so. */
function letters(folder: string, file: string): string {
  return openSync(join(FONTS, folder, file)) as unknown as string;
}
