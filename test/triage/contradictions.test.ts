import { contradictions } from '../../src/triage/contradictions';
import { nextStep } from '../../src/triage/nextStep';
import type { Observation } from '../../src/triage/observation';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

const said = (finding: string, value: string, origin: Observation['origin']): Observation => ({
  finding,
  values: [value],
  origin,
});
const symptom = said('symptom', 'method-unavailable', 'person');

describe('what cannot both be so', () => {
  test('is noticed where the tenant tells another story than the opening', () => {
    const both = [
      said('no_method_registered', 'true', 'opening'),
      said('no_method_registered', 'false', 'tenant'),
    ];
    expect(contradictions(knowledge, both)).toEqual([['no_method_registered']]);
  });

  test('is noticed between two findings that exclude one another', () => {
    const both = [said('phone_lost', 'true', 'opening'), said('phone_at_hand', 'true', 'opening')];
    expect(contradictions(knowledge, both)).toEqual([['phone_lost', 'phone_at_hand']]);
  });

  test('is none where somebody merely does not know', () => {
    const both = [said('phone_lost', 'true', 'opening'), said('phone_lost', 'unknown', 'person')];
    expect(contradictions(knowledge, both)).toEqual([]);
  });

  test('is asked about before anything is built on it', () => {
    const observations = [
      symptom,
      said('phone_lost', 'true', 'opening'),
      said('phone_at_hand', 'true', 'opening'),
    ];
    expect(nextStep(knowledge, { observations, asked: ['symptom'] })).toEqual({
      kind: 'ask',
      findings: ['phone_lost'],
    });
  });

  test('is asked about once', () => {
    const observations = [
      symptom,
      said('phone_changed', 'true', 'opening'),
      said('phone_changed', 'false', 'person'),
    ];
    const step = nextStep(knowledge, { observations, asked: ['symptom', 'phone_changed'] });
    expect(step.kind === 'ask' && step.findings.includes('phone_changed')).toBe(false);
  });
});
