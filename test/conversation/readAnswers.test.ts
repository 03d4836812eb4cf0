import path from 'node:path';
import fc from 'fast-check';
import { validAnswers } from '../../src/conversation/readAnswers';
import { readKnowledge } from '../../src/readKnowledge';
import { parseKnowledge } from '../../src/triage/parseKnowledge';

const parsed = parseKnowledge(readKnowledge(path.resolve(__dirname, '../..')));
if (!parsed.ok) throw new Error('the knowledge is not usable');
const { knowledge } = parsed;

describe('an answer from a card', () => {
  test.each([
    ['phone_changed', 'true', ['true']],
    ['phone_changed', 'unknown', ['unknown']],
    ['phone_changed', '', ['unknown']],
    ['symptom', 'sms-not-arriving,call-not-arriving', ['sms-not-arriving', 'call-not-arriving']],
    ['error_code', 'AADSTS50074', ['50074']],
    ['error_code', '50074, 500121', ['50074', '500121']],
    ['error_code', 'I do not see any', ['unknown']],
    ['error_code', '?!', ['unknown']],
  ])('%s: %s is taken', (finding, value, values) => {
    expect(validAnswers(knowledge, { [finding]: value })).toEqual({ [finding]: values });
  });

  test.each([
    ['a finding that there is not', 'favourite_colour', 'true'],
    ['a finding that only the tenant can tell', 'account_enabled', 'true'],
    ['a value that there is not', 'phone_changed', 'perhaps'],
    ['two values where one is meant', 'phone_changed', 'true,false'],
    ['a key of every object', '__proto__', 'true'],
  ])('is refused for %s', (_what, finding, value) => {
    expect(validAnswers(knowledge, Object.fromEntries([[finding, value]]))).toBeUndefined();
  });

  test('of every value of the vocabulary is taken', () => {
    const asked = [...knowledge.findings.values()].filter(({ question }) => question !== undefined);
    const refused = asked.flatMap(({ id, values }) =>
      [...values.keys()].filter((value) => validAnswers(knowledge, { [id]: value }) === undefined),
    );
    expect(refused).toEqual([]);
  });

  test('never throws, whatever was sent', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (raw) => {
        validAnswers(knowledge, raw);
      }),
    );
  });
});
