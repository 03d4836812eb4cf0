import path from 'node:path';
import fc from 'fast-check';
import { loadTemplates } from '../../src/cards/loadTemplates';
import { recordCard } from '../../src/records/recordCard';
import { recordMarkdown } from '../../src/records/recordMarkdown';
import { recordPdf } from '../../src/records/recordPdf';
import { recordSheet } from '../../src/records/recordSheet';
import { recordText } from '../../src/text/recordText';
import { theKnowledge } from '../triage/theKnowledge';
import { aRecordedCase, at } from './aRecordedCase';

const knowledge = theKnowledge();
const templates = loadTemplates(path.join(__dirname, '../../cards'));
const languages = ['ja', 'en'] as const;

describe.each(languages)('the work record (%s)', (language) => {
  const sheet = recordSheet(knowledge, aRecordedCase(), language);

  test('has every part that a record has, in order', () => {
    const { part } = recordText[language];
    expect(sheet.sections.map(({ heading }) => heading)).toEqual(Object.values(part));
  });

  test('says who did what and when, by name', () => {
    const operations = sheet.sections[3]?.lines.join('\n') ?? '';
    for (const told of ['R-4XQ8', '高橋 美咲', '鈴木 一郎', '2026-11-26 01:15', '••••1234'])
      expect(operations).toContain(told);
  });

  test('says what the tenant showed of the new methods, the sign-in and the rest', () => {
    const { seen } = recordText[language];
    expect(sheet.sections[4]?.lines).toEqual([
      `2026-11-26 01:40 UTC ${seen.newMethod}`,
      `2026-11-26 02:05 UTC ${seen.secondMethod}`,
    ]);
    expect(sheet.sections[5]?.lines).toEqual([`2026-11-26 01:44 UTC ${seen.signedIn}`]);
    expect(sheet.sections[6]?.lines).toContain(`2026-11-26 01:40 UTC ${seen.oldRemoved}`);
  });

  test('is the same in the Markdown and on the card', () => {
    const markdown = recordMarkdown(sheet);
    const card = JSON.stringify(recordCard(templates, sheet, 'https://monban.example.com/record/x'));
    for (const { heading } of sheet.sections) {
      expect(markdown).toContain(`## ${heading.replace(/[()]/gu, '\\$&')}`);
      expect(card).toContain(heading);
    }
  });

  test('is a PDF with its own font, the Japanese one', async () => {
    const pdf = (await recordPdf(sheet)).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toContain('BIZUDPGothic');
    expect(pdf).toContain('/FontFile2');
  });
});

describe('what people wrote in it', () => {
  test('keeps the last four digits of a telephone number and no more, however it is written', () => {
    const digits = fc.stringMatching(/^0[1-9][0-9]{8,9}$/u);
    const between = fc.constantFrom('', '-', ' ', '‐', '－', '・');
    fc.assert(
      fc.property(
        digits,
        between,
        fc.boolean(),
        fc.constantFrom(...languages),
        (number, gap, wide, language) => {
          const grouped = `${number.slice(0, 3)}${gap}${number.slice(3, 7)}${gap}${number.slice(7)}`;
          const written = wide
            ? grouped.replace(/\d/gu, (digit) => '０１２３４５６７８９'[Number(digit)] ?? '')
            : grouped;
          const [request] = aRecordedCase().requests;
          if (request === undefined) throw new Error('the case has a request');
          const approvals = request.approvals.map((given) => ({
            ...given,
            reason: `電話 ${written} で確認`,
          }));
          const told = recordSheet(
            knowledge,
            aRecordedCase({ requests: [{ ...request, approvals }] }),
            language,
          );
          const seen = JSON.stringify(told).normalize('NFKC').replace(/[^\d]/gu, '');
          expect(JSON.stringify(told)).toContain(`••••${number.slice(-4)}`);
          expect(seen).not.toContain(number);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is no markup, neither in the Markdown nor on the card', () => {
    const [request] = aRecordedCase().requests;
    if (request === undefined) throw new Error('the case has a request');
    const approvals = request.approvals.map((given) => ({
      ...given,
      reason: '[here](https://evil.example) ${x}',
    }));
    const sheet = recordSheet(knowledge, aRecordedCase({ requests: [{ ...request, approvals }] }), 'en');
    expect(recordMarkdown(sheet)).not.toContain('[here](');
    expect(JSON.stringify(recordCard(templates, sheet, undefined))).not.toContain('${');
  });
});

describe('the audit part of a record', () => {
  test('names what was unusual', () => {
    const { events } = aRecordedCase();
    const frozen = { at: at(1, 30), event: 'request.frozen', actorId: 'person-1' };
    const sheet = recordSheet(knowledge, aRecordedCase({ events: [...events, frozen] }), 'en');
    expect(sheet.sections[7]?.lines.slice(1)).toEqual([
      recordText.en.unusual,
      '2026-11-26 01:30 UTC 佐藤 花子: the request was frozen',
    ]);
  });

  test('leaves open in the remarks what the tenant has not shown', () => {
    const { recovery } = aRecordedCase();
    if (recovery === undefined) throw new Error('the case is followed');
    const open = { ...recovery, seen: { newMethod: at(1, 40) } };
    const sheet = recordSheet(knowledge, aRecordedCase({ recovery: open }), 'en');
    expect(sheet.sections[8]?.lines).toContain(recordText.en.open.secondMethod);
  });
});
