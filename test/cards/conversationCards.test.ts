import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { answeredCard } from '../../src/cards/answeredCard';
import { diagnosisCard } from '../../src/cards/diagnosisCard';
import { handoverCard } from '../../src/cards/handoverCard';
import { loadTemplates, type Card } from '../../src/cards/loadTemplates';
import { questionCard } from '../../src/cards/questionCard';
import { readKnowledge } from '../../src/readKnowledge';
import { assess } from '../../src/triage/assess';
import type { Observation } from '../../src/triage/observation';
import { parseKnowledge } from '../../src/triage/parseKnowledge';
import { aCase } from '../storage/stored';
import { problemsOf } from './parseCard';

const root = path.resolve(__dirname, '../..');
const templates = loadTemplates(path.join(root, 'cards'));
const parsed = parseKnowledge(readKnowledge(root));
if (!parsed.ok) throw new Error('the knowledge is not usable');
const { knowledge } = parsed;
const languages = ['ja', 'en'] as const;
const asked = [...knowledge.findings.values()].filter(({ question }) => question !== undefined);
const opening: readonly Observation[] = [
  { finding: 'phone_changed', values: ['true'], origin: 'opening' },
  { finding: 'symptom', values: ['push-not-arriving'], origin: 'opening' },
];

function expectSound(card: Card): void {
  expect(problemsOf(card)).toEqual([]);
  expect(JSON.stringify(card)).not.toMatch(/\$\{|undefined/u);
  // Teams refuses messages over 100 KB, counted in UTF-16.
  expect(JSON.stringify(card).length * 2).toBeLessThan(60_000);
}

describe.each(languages)('a card in %s', (language) => {
  const question = { caseId: 'c', language, asked: 0, most: 6, understood: opening, known: opening };

  test.each(asked.map(({ id }) => id))('that asks %s is sound', (finding) => {
    expectSound(questionCard(templates, knowledge, { ...question, findings: [finding] }));
  });

  test('that asks several things at once is sound', () => {
    expectSound(
      questionCard(templates, knowledge, { ...question, findings: ['phone_lost', 'is_admin', 'error_code'] }),
    );
  });

  test('has ticked what was already said', () => {
    const card = questionCard(templates, knowledge, { ...question, findings: ['symptom'] });
    expect(JSON.stringify(card)).toContain('"value":"push-not-arriving"');
  });

  test('with an answer is sound', () => {
    expectSound(answeredCard(templates, knowledge, { symptom: ['push-not-arriving', 'other'] }, language));
  });

  test.each(knowledge.causes.map(({ id }, rank) => [id, rank] as const))(
    'that names %s as the cause is sound',
    (_cause, rank) => {
      const assessment = assess(knowledge, opening);
      const diagnosis = {
        caseId: 'c',
        language,
        assessment,
        rank,
        observations: opening,
        telecomProvider: false,
      };
      expectSound(
        diagnosisCard(templates, knowledge, {
          ...diagnosis,
          remedies: ['require-mfa-reregistration', 'issue-temporary-access-pass'],
          today: '2026-11-21',
        }),
      );
    },
  );

  test('that hands a case over shows a hostile name as plain text', () => {
    const card = handoverCard(templates, knowledge, {
      case: { ...aCase(), findings: opening },
      person: {
        id: 'p',
        displayName: '<at>everyone</at> [click](https://evil.example) \u202E${x}',
        userPrincipalName: 'a_b@example.com',
        kind: 'member',
        accountEnabled: true,
        synced: false,
        managementRestricted: false,
      },
      assessment: assess(knowledge, opening),
      language,
    });
    expectSound(card);
    expect(JSON.stringify(card)).not.toMatch(/<at>|\]\(|\u202E/u);
  });
});

describe('the samples', () => {
  const samples = z.strictObject({ ja: z.looseObject({}), en: z.looseObject({}) });
  const files = readdirSync(path.join(root, 'cards', 'samples'));

  test('are there for every template', () => {
    expect(files.map((file) => path.basename(file, '.json')).sort()).toEqual([...templates.names].sort());
  });

  test.each(files)('%s fills its template in both languages', (file) => {
    const json: unknown = JSON.parse(readFileSync(path.join(root, 'cards', 'samples', file), 'utf8'));
    const read = samples.parse(json);
    for (const language of languages)
      expectSound(templates.fill(path.basename(file, '.json'), read[language]));
  });
});
