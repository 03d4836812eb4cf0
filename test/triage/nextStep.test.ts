import fc from 'fast-check';
import type { Assessment } from '../../src/triage/assessment';
import { nextStep } from '../../src/triage/nextStep';
import type { Observation } from '../../src/triage/observation';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

/** Walks to the end; `answer` picks one of a finding's values, or "unknown". */
function walk(start: readonly Observation[], answer: (values: readonly string[]) => string) {
  const observations = [...start];
  const asked: string[] = [];
  for (;;) {
    const step = nextStep(knowledge, { observations, asked });
    if (step.kind === 'conclude') return { asked, assessment: step.assessment };
    for (const finding of step.findings) {
      asked.push(finding);
      const values = [...(knowledge.likelihoods.get(finding)?.keys() ?? [])];
      observations.push({ finding, values: [answer(values)], origin: 'person' });
    }
  }
}

describe('a walk through the questions', () => {
  test('ends within six, asks nothing twice and nothing that only the tenant knows', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(40)), (choices) => {
        const { asked } = walk(
          [],
          (values) => [...values, 'unknown'][(choices.next().value ?? 0) % (values.length + 1)] ?? 'unknown',
        );
        expect(asked.length).toBeLessThanOrEqual(6);
        expect(new Set(asked).size).toBe(asked.length);
        for (const finding of asked)
          expect(['person', 'either']).toContain(knowledge.findings.get(finding)?.by);
      }),
      { numRuns: 25 },
    );
  });

  test('ends in a route even where every answer is "I don\'t know"', () => {
    const { assessment }: { assessment: Assessment } = walk([], () => 'unknown');
    expect(knowledge.routes.has(assessment.route)).toBe(true);
  });

  test('begins with the symptom where nothing is known', () => {
    expect(nextStep(knowledge, { observations: [], asked: [] })).toEqual({
      kind: 'ask',
      findings: ['symptom'],
    });
  });

  test('never asks what the tenant told', () => {
    const told: Observation[] = [
      { finding: 'symptom', values: ['sms-not-arriving'], origin: 'person' },
      { finding: 'many_attempts', values: ['false'], origin: 'tenant' },
      { finding: 'is_admin', values: ['false'], origin: 'tenant' },
    ];
    expect(walk(told, () => 'unknown').asked).not.toEqual(expect.arrayContaining(['many_attempts']));
  });

  test('asks for another way, for admins and for the organisation before a reset', () => {
    const lost: Observation[] = [
      { finding: 'symptom', values: ['method-unavailable'], origin: 'person' },
      { finding: 'phone_lost', values: ['true'], origin: 'person' },
    ];
    const { asked, assessment } = walk(lost, () => 'unknown');
    expect(assessment.route).toBe('admin-mfa-reset');
    expect(asked).toEqual(
      expect.arrayContaining(['other_method_usable', 'is_admin', 'other_organisation_prompt']),
    );
  });
});
