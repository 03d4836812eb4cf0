import path from 'node:path';
import PDFDocument from 'pdfkit';
import { recordText } from '../text/recordText';
import type { RecordSheet } from './recordSheet';

/** BIZ UDPGothic: made to be easy to read, and its licence (OFL) lets it be embedded. */
const fonts = path.dirname(require.resolve('@expo-google-fonts/biz-udpgothic/package.json'));
const regular = path.join(fonts, '400Regular', 'BIZUDPGothic_400Regular.ttf');
const bold = path.join(fonts, '700Bold', 'BIZUDPGothic_700Bold.ttf');

const margin = 50;
const ink = '#1f2328';
const accent = '#0f4c5c';
const faint = '#59636e';

/** The record as a PDF on A4, for a file or a print. */
export function recordPdf(sheet: RecordSheet): Promise<Buffer> {
  const text = recordText[sheet.language];
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin + 20, left: margin, right: margin },
    bufferPages: true,
    lang: sheet.language,
    info: { Title: sheet.title, Creator: 'Monban' },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    doc.on('error', reject);
  });
  doc.font(bold).fontSize(18).fillColor(accent).text(sheet.title);
  doc.moveDown(0.5);
  for (const { title, value } of sheet.facts) {
    doc.font(bold).fontSize(9.5).fillColor(faint).text(`${title}  `, { continued: true, lineGap: 4 });
    doc.font(regular).fillColor(ink).text(value, { lineGap: 4 });
  }
  for (const { heading, lines } of sheet.sections) drawSection(doc, heading, lines);
  numberPages(doc, text.page);
  doc.end();
  return written;
}

function drawSection(doc: PDFKit.PDFDocument, heading: string, lines: readonly string[]): void {
  doc.moveDown(0.9);
  // A heading never stands alone at the foot of a page.
  if (doc.y > doc.page.height - margin - 80) doc.addPage();
  doc.font(bold).fontSize(11.5).fillColor(accent).text(heading);
  const { y } = doc;
  doc
    .moveTo(margin, y + 3)
    .lineTo(doc.page.width - margin, y + 3)
    .lineWidth(0.7)
    .strokeColor(accent)
    .stroke();
  doc.moveDown(0.6);
  for (const line of lines) {
    doc
      .font(regular)
      .fontSize(9.5)
      .fillColor(ink)
      .text(line, margin + 8, undefined, { width: doc.page.width - 2 * margin - 8, lineGap: 3.5 });
  }
  doc.x = margin;
}

function numberPages(doc: PDFKit.PDFDocument, words: (page: number, of: number) => string): void {
  const { count, start } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    const { margins } = doc.page;
    const bottom = margins.bottom;
    margins.bottom = 0; // else a line below the margin begins a page of its own
    doc
      .font(regular)
      .fontSize(8)
      .fillColor(faint)
      .text(words(page + 1, count), margin, doc.page.height - 40, { align: 'right' });
    margins.bottom = bottom;
  }
}
