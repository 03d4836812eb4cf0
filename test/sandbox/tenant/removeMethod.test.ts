import fc from 'fast-check';
import type { Account } from '../../../src/sandbox/tenant/account';
import { isSecondFactor } from '../../../src/sandbox/tenant/method';
import { people } from '../../../src/sandbox/tenant/people';
import { answers, removeMethod } from '../../../src/sandbox/tenant/removeMethod';
import { accountOf } from '../../../src/sandbox/tenant/seed';

const now = Date.parse('2026-11-21T09:00:00Z');
const seeds = people.map((seed) => () => accountOf(seed, now));

/** What has to hold of an account after whatever was tried. */
function hasValidDefault({ defaultWay, methods }: Account): boolean {
  return defaultWay === undefined || methods.some((method) => answers(method, defaultWay));
}

describe('removing methods in any order', () => {
  const tries = fc.tuple(fc.constantFrom(...seeds), fc.array(fc.nat(10), { maxLength: 40 }));

  test('never leaves a default that nothing answers', () => {
    fc.assert(
      fc.property(tries, ([makeAccount, picks]) => {
        const account = makeAccount();
        for (const pick of picks) tryOne(account, pick);
        return hasValidDefault(account);
      }),
    );
  });

  test('never removes the default way while another second factor is left', () => {
    fc.assert(
      fc.property(tries, ([makeAccount, picks]) => {
        const account = makeAccount();
        const hadDefault = account.defaultWay !== undefined;
        for (const pick of picks) tryOne(account, pick);
        return !hadDefault || account.defaultWay !== undefined || !account.methods.some(isSecondFactor);
      }),
    );
  });

  test('gets rid of every second factor when the default goes last', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), (makeAccount) => {
        const account = makeAccount();
        for (let round = 0; round < 10; round += 1) {
          for (const method of account.methods.filter(isSecondFactor))
            removeMethod(account, method.kind, method.id);
        }
        return (
          !account.methods.some(isSecondFactor) && account.methods.some(({ kind }) => kind === 'password')
        );
      }),
    );
  });
});

describe('a default beside a passkey', () => {
  const appOf = ({ methods }: Account) =>
    methods.find(({ kind }) => kind === 'microsoft-authenticator')?.id ?? '';
  const withPasskey = () => {
    const seed = people.find(({ n }) => n === 13);
    if (seed === undefined) throw new Error('The seed has lost a person.');
    return accountOf(seed, now);
  };

  test.each([
    [false, 'removed'],
    [true, 'isDefault'],
  ])('goes or stays, as the tenant is told to behave: %s', (passkeysHoldDefault, outcome) => {
    const account = withPasskey();
    const rules = { passkeysHoldDefault };
    expect(removeMethod(account, 'microsoft-authenticator', appOf(account), rules)).toBe(outcome);
  });
});

function tryOne(account: Account, pick: number): void {
  const candidates = account.methods.filter(({ kind }) => kind !== 'password');
  const method = candidates[pick % Math.max(candidates.length, 1)];
  if (method !== undefined) removeMethod(account, method.kind, method.id);
}
