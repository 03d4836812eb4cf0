import fc from 'fast-check';
import { assess } from '../../src/triage/assess';
import type { Observation } from '../../src/triage/observation';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

const anyObservation: fc.Arbitrary<Observation> = fc
  .constantFrom(...knowledge.findings.values())
  .filter(({ values }) => values.size > 0)
  .chain((finding) =>
    fc.record({
      finding: fc.constant(finding.id),
      values: fc.constantFrom(...finding.values.keys(), 'unknown').map((value) => [value]),
      origin: fc.constantFrom('opening' as const, 'person' as const, 'tenant' as const),
    }),
  );
const anyObservations = fc.uniqueArray(anyObservation, { selector: ({ finding }) => finding, maxLength: 8 });

const said = (finding: string, value: string, origin: Observation['origin'] = 'person'): Observation => ({
  finding,
  values: [value],
  origin,
});
const probabilityOf = (cause: string, observations: readonly Observation[]) =>
  assess(knowledge, observations).causes.find((ranked) => ranked.cause === cause)?.probability ?? 0;

describe('the ranking', () => {
  test('does not depend on the order of answers', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const one = assess(knowledge, observations);
        const other = assess(knowledge, observations.toReversed());
        expect(other.route).toBe(one.route);
        expect(other.causes[0]?.probability).toBeCloseTo(one.causes[0]?.probability ?? 0, 9);
      }),
      { numRuns: 50 },
    );
  });

  test('never lowers a cause by a finding that is seen under no cause more often', () => {
    fc.assert(
      fc.property(anyObservations, anyObservation, (observations, more) => {
        const value = more.values[0] ?? '';
        const { logs = [] } = knowledge.likelihoods.get(more.finding)?.get(value) ?? {};
        const best = knowledge.causes[logs.indexOf(Math.max(...logs))]?.id ?? '';
        const others = observations.filter(({ finding }) => finding !== more.finding);
        expect(probabilityOf(best, [...others, more])).toBeGreaterThanOrEqual(
          probabilityOf(best, others) - 1e-12,
        );
      }),
      { numRuns: 50 },
    );
  });

  test('excludes no cause for good, whatever is said', () => {
    fc.assert(
      fc.property(anyObservation, (observation) => {
        for (const { probability } of assess(knowledge, [observation]).causes)
          expect(probability).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  test('adds up to one', () => {
    const sum = assess(knowledge, [said('phone_lost', 'true')]).causes.reduce(
      (all, { probability }) => all + probability,
      0,
    );
    expect(sum).toBeCloseTo(1, 9);
  });

  test("takes the tenant's word over the person's", () => {
    const both = [said('no_method_registered', 'true'), said('no_method_registered', 'false', 'tenant')];
    expect(assess(knowledge, both)).toEqual(assess(knowledge, both.slice(1)));
  });

  test('takes an answer over what was read, and "unknown" as no word at all', () => {
    const read = said('phone_changed', 'true', 'opening');
    expect(probabilityOf('old-device-bound', [read, said('phone_changed', 'false')])).toBeLessThan(0.05);
    expect(probabilityOf('old-device-bound', [read, said('phone_changed', 'unknown')])).toBeGreaterThan(0.1);
  });

  test('names what spoke for and against', () => {
    const lost = assess(knowledge, [said('phone_lost', 'true')]);
    expect(lost.causes[0]).toMatchObject({ cause: 'device-lost', spokeFor: [{ finding: 'phone_lost' }] });
    expect(lost.causes.find(({ cause }) => cause === 'device-broken')?.spokeAgainst).toHaveLength(1);
  });
});

describe('the route', () => {
  const lost = [said('symptom', 'method-unavailable'), said('phone_lost', 'true')];

  test('of a sole admin who is locked out is Microsoft support', () => {
    const situation = [
      said('is_admin', 'true'),
      said('other_admin_available', 'false'),
      said('other_method_usable', 'false'),
    ];
    expect(assess(knowledge, [...lost, ...situation]).route).toBe('microsoft-support');
  });

  test('is no reset while another method works', () => {
    expect(assess(knowledge, [...lost, said('other_method_usable', 'true')]).route).toBe('self-service');
  });

  test("is the other organisation's where its prompt is the trouble", () => {
    expect(assess(knowledge, [...lost, said('other_organisation_prompt', 'true')]).route).toBe(
      'other-organisation',
    );
  });

  test('is never a reset where nothing is known', () => {
    expect(['admin-mfa-reset', 'admin-tap']).not.toContain(assess(knowledge, []).route);
  });
});

describe('red flags', () => {
  test.each([
    ['stolen-phone', said('told', 'stolen', 'opening')],
    ['unexpected-prompt', said('symptom', 'unexpected-prompt')],
    ['someone-called', said('told', 'someone-called', 'opening')],
    ['risk_or_fraud_block', said('risk_or_fraud_block', 'true', 'tenant')],
  ])('%s is listed', (flag, observation) => {
    expect(assess(knowledge, [observation]).redFlags).toContain(flag);
  });

  test('a phone that is merely lost or left at home raises none', () => {
    expect(assess(knowledge, [said('phone_lost', 'true'), said('phone_at_hand', 'false')]).redFlags).toEqual(
      [],
    );
  });
});
