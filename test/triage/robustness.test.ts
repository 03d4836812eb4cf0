import path from 'node:path';
import { readCaseFile } from '../../src/commands/caseFile';
import { figuresOf, gradeCase } from '../../src/commands/figures';
import { walkCase } from '../../src/commands/walkCase';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

/** Two openings or more for each cause and language; the second and third set are in the manner of support threads. */
const sets = ['robustness.json', 'robustnessSecond.json', 'robustnessThird.json'];

const cases = sets.flatMap((name) => {
  const read = readCaseFile(path.join(__dirname, name));
  if ('problem' in read) throw new Error(read.problem);
  return read.cases;
});

describe('260 openings in words of our own', () => {
  const { first, firstThree, route, meanAsked, wrongResets } = figuresOf(
    cases.map((one) => gradeCase(one, walkCase(knowledge, one))),
  );

  test('find the cause first nine times of ten', () => {
    expect(first).toBeGreaterThanOrEqual(0.9);
  });

  test('find it among the first three nearly always', () => {
    expect(firstThree).toBeGreaterThanOrEqual(0.97);
  });

  test('end on a right route', () => {
    expect(route).toBeGreaterThanOrEqual(0.95);
  });

  test('take three questions or fewer on average', () => {
    expect(meanAsked).toBeLessThanOrEqual(3);
  });

  test('never propose a reset where none is right', () => {
    expect(wrongResets).toBe(0);
  });
});
