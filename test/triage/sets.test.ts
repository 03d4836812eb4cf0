import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readCaseFile } from '../../src/commands/caseFile';
import { figuresOf, gradeCase } from '../../src/commands/figures';
import { walkCase } from '../../src/commands/walkCase';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();
const folder = path.join(__dirname, 'sets');

/** Written by people who did not see the knowledge: from the open half it may learn, the held half only measures it. */
const floors = {
  open: { first: 0.9, firstThree: 0.95, route: 0.92 },
  held: { first: 0.8, firstThree: 0.85, route: 0.8 },
};

const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

function casesOf(name: string) {
  const read = readCaseFile(path.join(folder, name));
  if ('problem' in read) throw new Error(read.problem);
  return read.cases;
}

describe.each(names)('the blind set %s', (name) => {
  const floor = name.includes('held') ? floors.held : floors.open;
  const { first, firstThree, route, wrongResets, asked95 } = figuresOf(
    casesOf(name).map((one) => gradeCase(one, walkCase(knowledge, one))),
  );

  test('finds the cause first', () => {
    expect(first).toBeGreaterThanOrEqual(floor.first);
  });

  test('finds it among the first three', () => {
    expect(firstThree).toBeGreaterThanOrEqual(floor.firstThree);
  });

  test('ends on a right route', () => {
    expect(route).toBeGreaterThanOrEqual(floor.route);
  });

  test('never proposes a reset where none is right', () => {
    expect(wrongResets).toBe(0);
  });

  test('asks six at most', () => {
    expect(asked95).toBeLessThanOrEqual(6);
  });
});

describe('the blind sets together', () => {
  const cases = names.flatMap(casesOf);

  test('hold an open and a held half in both languages', () => {
    const halves = names.map((name) => (name.includes('held') ? 'held' : 'open'));
    expect(new Set(halves).size).toBe(2);
    expect(new Set(cases.map(({ lang }) => lang)).size).toBe(2);
  });

  test('tell of passkeys at least 25 times', () => {
    expect(cases.filter(({ opening }) => /passkey|パスキー/i.test(opening)).length).toBeGreaterThanOrEqual(
      25,
    );
  });
});
