import { benchReport } from '../../src/commands/benchReport';
import { enlargeKnowledge } from '../../src/commands/enlargeKnowledge';
import { assess } from '../../src/triage/assess';
import { theKnowledge } from '../triage/theKnowledge';

const knowledge = theKnowledge();

describe('the bench of triage', () => {
  test('ends with one JSON object', () => {
    const lines = benchReport(knowledge, { walks: 2, copies: [2] });
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      medianMs: expect.any(Number) as number,
      p95Ms: expect.any(Number) as number,
      bigMedianMs: expect.any(Number) as number,
      growth: expect.any(Number) as number,
      causesTimesFindings: expect.closeTo(4, 0) as number,
      linear: expect.any(Boolean) as boolean,
    });
  });
});

describe('knowledge that is enlarged', () => {
  const large = enlargeKnowledge(knowledge, 3);

  test('holds every cause and finding as often, and once what an opening sounds like', () => {
    const once = [...knowledge.findings.values()].filter(({ ranked }) => ranked).length;
    expect([large.causes.length, large.findings.size]).toEqual([
      3 * knowledge.causes.length,
      3 * (knowledge.findings.size - once) + once,
    ]);
  });

  test('tells a copied cause by the copies of its findings', () => {
    const lost = { finding: 'phone_lost~2', values: ['true'], origin: 'person' as const };
    expect(assess(large, [lost]).causes[0]?.cause).toBe('device-lost~2');
  });
});
