import path from 'node:path';
import { readKnowledge } from '../../src/readKnowledge';
import { accessScenarios } from '../../src/sandbox/evidence/accessScenarios';
import { accountScenarios } from '../../src/sandbox/evidence/accountScenarios';
import { methodScenarios } from '../../src/sandbox/evidence/methodScenarios';
import { runScenarios, type WalkedScenario } from '../../src/sandbox/evidence/runScenarios';
import { parseKnowledge } from '../../src/triage/parseKnowledge';

const scenarios = [...accountScenarios, ...accessScenarios, ...methodScenarios];
let walked: readonly WalkedScenario[] = [];

beforeAll(async () => {
  const read = parseKnowledge(readKnowledge(path.resolve(__dirname, '../..')));
  if (!read.ok) throw new Error('the knowledge is not usable');
  walked = await runScenarios(read.knowledge, scenarios);
}, 120_000);

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const isRight = ({ scenario, withEvidence }: WalkedScenario) =>
  scenario.causes.includes(withEvidence.assessment.causes[0]?.cause ?? '');

describe('people of whom the tenant knows what is the matter', () => {
  test('are at least forty, in both languages', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBeGreaterThanOrEqual(40);
    expect(new Set(scenarios.map(({ lang }) => lang))).toEqual(new Set(['ja', 'en']));
  });

  test('are asked at most one question in the mean', () => {
    expect(mean(walked.map(({ withEvidence }) => withEvidence.asked.length))).toBeLessThanOrEqual(1);
  });

  test('are told the right cause first, nineteen times of twenty', () => {
    expect(mean(walked.map((one) => (isRight(one) ? 1 : 0)))).toBeGreaterThanOrEqual(0.95);
  });

  test('would be asked more without what the tenant knows', () => {
    const without = mean(walked.map(({ without: blank }) => blank.asked.length));
    expect(without).toBeGreaterThan(2 * mean(walked.map(({ withEvidence }) => withEvidence.asked.length)));
  });

  test('never get a reset where none is right', () => {
    const resets = walked.filter(
      ({ scenario, withEvidence }) =>
        ['admin-mfa-reset', 'admin-tap'].includes(withEvidence.assessment.route) &&
        !scenario.routes.includes(withEvidence.assessment.route),
    );
    expect(resets.map(({ scenario }) => scenario.id)).toEqual([]);
  });

  test('have all been seen: nothing was refused', () => {
    expect(walked.flatMap(({ evidence }) => evidence.notAvailable)).toEqual([]);
  });
});
