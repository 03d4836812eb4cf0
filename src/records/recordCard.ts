import type { Card, CardTemplates } from '../cards/loadTemplates';
import { plainText } from '../cards/plainText';
import { recordText } from '../text/recordText';
import type { RecordSheet } from './recordSheet';

/** A card has to stay readable and far below the size that Teams takes; the PDF and the Markdown have every line. */
const linesShown = 12;

/** The record as a card for the staff channel. */
export function recordCard(templates: CardTemplates, sheet: RecordSheet, pdfLink: string | undefined): Card {
  const text = recordText[sheet.language];
  return templates.fill('work-record', {
    lang: sheet.language,
    heading: plainText(sheet.title),
    facts: sheet.facts.map(({ title, value }) => ({ title, value: plainText(value) })),
    sections: sheet.sections.map(({ heading, lines }) => ({
      heading,
      lines: shown(lines, text.more).map((line) => ({ text: `• ${plainText(line, 400)}` })),
    })),
    pdf: pdfLink === undefined ? text.pdfByCommand(sheet.title) : text.pdfOnce,
    actions: pdfLink === undefined ? [] : [{ type: 'Action.OpenUrl', title: text.openPdf, url: pdfLink }],
  });
}

function shown(lines: readonly string[], more: (count: number) => string): readonly string[] {
  const left = lines.length - linesShown;
  return left <= 0 ? lines : [...lines.slice(0, linesShown), more(left)];
}
