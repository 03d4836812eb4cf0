import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readCaseFile } from '../../src/commands/caseFile';
import { wordingSources } from '../../src/commands/wordingSources';
import { runsIn } from './runsIn';

const measuring = [
  ...readdirSync(__dirname).filter((name) => /^robustness.*\.json$/.test(name)),
  ...readdirSync(path.join(__dirname, 'sets'))
    .filter((name) => name.includes('held'))
    .map((name) => `sets/${name}`),
];

function openingsIn(names: readonly string[]) {
  return names.flatMap((name) => {
    const read = readCaseFile(path.join(__dirname, name));
    if ('problem' in read) throw new Error(read.problem);
    return read.cases;
  });
}

/** Of a short opening the whole, without width, case and punctuation. */
function bare(opening: string): string {
  return opening
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');
}

const learnt = openingsIn(wordingSources);
const measured = openingsIn(measuring);

describe('the openings that wording is learnt from', () => {
  test('are none of the files that measure it', () => {
    expect(wordingSources.filter((name) => measuring.includes(name))).toEqual([]);
    expect(measuring.length).toBeGreaterThanOrEqual(7);
  });

  test('repeat no opening that measures it', () => {
    const known = new Set(learnt.map(({ opening }) => bare(opening)));
    expect(measured.filter(({ opening }) => known.has(bare(opening)))).toEqual([]);
  });

  test('share no stretch with them that is longer than a message on the screen, which everybody quotes', () => {
    const known = new Set(learnt.flatMap(({ opening }) => runsIn(opening, 2)));
    const shared = measured.flatMap(({ id, opening }) =>
      runsIn(opening, 2)
        .filter((run) => known.has(run))
        .map((run) => `${id}: ${run}`),
    );
    expect(shared).toEqual([]);
  });
});
