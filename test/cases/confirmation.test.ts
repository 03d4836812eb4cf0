import { type Confirmation, confirmationRefusal, usedAs } from '../../src/cases/confirmation';

const now = 1_800_000_000_000;
const rules = { withinSeconds: 300, authContexts: [] as string[] };
const signedIn: Confirmation = {
  oid: 'ADMIN',
  authTime: now - 10_000,
  authContexts: ['c1'],
  requestId: 'request-1',
  digest: 'abc',
};
const wanted = { personId: 'admin', requestId: 'request-1', digest: 'abc', used: [] as string[], now };

describe('S7: a fresh sign-in', () => {
  test('of the approver, for this request and this plan, counts', () => {
    expect(confirmationRefusal(signedIn, wanted, rules)).toBeUndefined();
  });

  test.each<[string, Partial<Confirmation> | undefined, string]>([
    ['that is not there', undefined, 'confirmationNeeded'],
    ['of somebody else', { oid: 'hanako' }, 'confirmationForSomebodyElse'],
    ['for another request', { requestId: 'request-2' }, 'confirmationForAnotherRequest'],
    ['for a plan that has changed', { digest: 'abd' }, 'confirmationForAnotherRequest'],
    ['at the very end of its time', { authTime: now - 300_000 }, 'confirmationStale'],
    ['from the future', { authTime: now + 60_000 }, 'confirmationStale'],
  ])('%s is refused', (_which, more, refusal) => {
    const given = more === undefined ? undefined : { ...signedIn, ...more };
    expect(confirmationRefusal(given, wanted, rules)).toBe(refusal);
  });

  test('one millisecond before the end of its time counts', () => {
    expect(confirmationRefusal({ ...signedIn, authTime: now - 299_999 }, wanted, rules)).toBeUndefined();
  });

  test('counts once', () => {
    const used = [usedAs(signedIn)];
    expect(confirmationRefusal(signedIn, { ...wanted, used }, rules)).toBe('confirmationStale');
  });

  test('has to meet one of the authentication contexts that are configured', () => {
    const strict = { ...rules, authContexts: ['c2', 'c3'] };
    expect(confirmationRefusal(signedIn, wanted, strict)).toBe('confirmationNeeded');
    expect(confirmationRefusal({ ...signedIn, authContexts: ['c3'] }, wanted, strict)).toBeUndefined();
  });
});
