import path from 'node:path';
import { readCaseFile } from '../../src/commands/caseFile';
import { figuresOf, gradeCase } from '../../src/commands/figures';
import { walkCase } from '../../src/commands/walkCase';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

function figures(name: string) {
  const read = readCaseFile(path.join(__dirname, name));
  if ('problem' in read) throw new Error(read.problem);
  return figuresOf(read.cases.map((one) => gradeCase(one, walkCase(knowledge, one))));
}

// Openings in words of our own, two or more for each cause and language; the second set is written in the manner of threads.
describe.each(['robustness.json', 'robustnessSecond.json'])('the openings of %s', (name) => {
  const { first, firstThree, route, meanAsked, wrongResets } = figures(name);

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
