import { scoreReport } from '../../src/commands/scoreReport';
import type { SupportCase } from '../../src/commands/caseFile';
import { safetyLines } from '../../src/commands/safetyLines';
import { gradedCase } from './gradedCase';
import { theKnowledge } from '../triage/theKnowledge';

const knowledge = theKnowledge();

/** Somebody whose phone is gone; whether the labels say so is up to the test. */
function lostPhone(id: string, labels: Pick<SupportCase, 'causes' | 'routes'>): SupportCase {
  return { id, lang: 'en', opening: 'I lost my phone and cannot sign in.', facts: {}, tenant: {}, ...labels };
}

const right = { causes: ['device-lost'], routes: ['admin-mfa-reset', 'admin-tap'] };

function report(cases: readonly SupportCase[], options = {}): string {
  return scoreReport({ knowledge, cases, wrongOnes: false, byCause: false, ...options }).join('\n');
}

describe('the score', () => {
  test('begins with the figures of each language', () => {
    expect(report([lostPhone('one', right)])).toMatch(/^en +cases 1 {2}top-1 1\.000 /);
  });

  test('holds what would be said before any question', () => {
    expect(report([lostPhone('one', right)])).toMatch(
      /at first sight, nothing asked: cases 1 .* questions mean 0\.00/,
    );
  });

  test('names every wrong reset', () => {
    const harmful = gradedCase('one', ['device-lost'], 'admin-tap');
    expect(safetyLines(knowledge, [harmful]).join('\n')).toContain('wrong resets: one (admin-tap);');
  });

  test('says how sure it was and how often rightly', () => {
    expect(report([lostPhone('one', right)])).toMatch(
      /sureness of the first cause: said 0\.\d\d, right 1\.00/,
    );
  });

  test('ends with five folds', () => {
    expect(report([lostPhone('one', right), lostPhone('two', right)])).toMatch(/five +cases 2 [^\n]*$/);
  });

  test('by cause tells what was said instead', () => {
    const text = report([lostPhone('one', { ...right, causes: ['clock-skew'] })], { byCause: true });
    expect(text).toMatch(/clock-skew +cases 1 .* instead one device-lost/);
  });

  test('leaves cases without labels out, and says so', () => {
    expect(report([lostPhone('one', {})])).toBe(
      '1 without labels (causes, routes) are left out\nno case to score',
    );
  });
});
