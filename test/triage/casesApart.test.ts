import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { runsIn } from './runsIn';

/*
 * Real people's words and the founding articles stay where they are: facts are taken from them, never sentences.
 * MONBAN_CASES names case files (several joined as in PATH), MONBAN_SEEDS a folder of texts; neither is ours to
 * keep, so where they are not at hand this is skipped.
 */
const root = path.resolve(__dirname, '../..');
const caseFiles = (process.env['MONBAN_CASES'] ?? '').split(path.delimiter).filter((file) => file !== '');
const seedFolder = process.env['MONBAN_SEEDS'] ?? '';

const theirCases = z.array(
  z.looseObject({ id: z.string(), opening: z.string(), why: z.string().default('') }),
);

/** All that a person may read or that triage works with, and the openings that we made up ourselves. */
const written = [
  ...filesIn('src/triage/knowledge', '.yaml'),
  ...filesIn('src/text', '.ts'),
  ...filesIn('cards', '.json'),
  ...filesIn('docs', '.md'),
  ...filesIn('test/triage', '.json'),
  ...filesIn('.', '.md', false),
].map((file) => ({ file, runs: new Set(runsIn(readFileSync(path.join(root, file), 'utf8'))) }));

function filesIn(folder: string, ending: string, recursive = true): string[] {
  return readdirSync(path.join(root, folder), { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name));
}

/** Every run of theirs that stands in something of ours, with both places. */
function lentBy(texts: readonly { readonly from: string; readonly text: string }[]): string[] {
  return texts.flatMap(({ from, text }) =>
    runsIn(text).flatMap((run) =>
      written.filter(({ runs }) => runs.has(run)).map(({ file }) => `${file} has of ${from}: ${run}`),
    ),
  );
}

const whereCases = caseFiles.length > 0 ? 'are at hand' : 'are not at hand (MONBAN_CASES)';
(caseFiles.length > 0 ? describe : describe.skip)(`cases that ${whereCases}`, () => {
  test.each(caseFiles)('lend us no run of words: %s', (file) => {
    const cases = theirCases.parse(JSON.parse(readFileSync(file, 'utf8')));
    const texts = cases.flatMap(({ id, opening, why }) => [
      { from: id, text: opening },
      { from: `${id} (why)`, text: why },
    ]);
    expect(lentBy(texts)).toEqual([]);
  });
});

const whereSeeds = seedFolder === '' ? 'are not at hand (MONBAN_SEEDS)' : 'are at hand';
(seedFolder === '' ? describe.skip : describe)(`founding articles that ${whereSeeds}`, () => {
  const seeds = seedFolder === '' ? [] : readdirSync(seedFolder).filter((name) => name.endsWith('.txt'));

  test('are there', () => {
    expect(seeds).not.toEqual([]);
  });

  test('lend us no run of words', () => {
    const texts = seeds.map((name) => ({
      from: name,
      text: readFileSync(path.join(seedFolder, name), 'utf8'),
    }));
    expect(lentBy(texts)).toEqual([]);
  });
});

describe('a run of words', () => {
  const english = 'it worked until i changed my phone yesterday';
  const japanese = '昨日スマホを替えてから承認の通知が来ません';

  test('is found where eight words stand one after another', () => {
    expect(runsIn(`Then: ${english}!`)).toContain(english);
  });

  test('is found where sixteen Japanese characters do, whatever stands between them', () => {
    expect(runsIn('昨日、スマホを替えてから\n「承認の通知」が来ません。')).toContain(
      Array.from(japanese).slice(0, 16).join(''),
    );
  });

  test('is not the name of a product and a little more', () => {
    expect(runsIn('Microsoft Authenticator を開く')).toEqual([]);
  });
});
