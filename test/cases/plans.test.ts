import fc from 'fast-check';
import { type AuthenticationMethod, methodKinds } from '../../src/cases/authenticationMethod';
import { canonicalPlan } from '../../src/cases/canonicalPlan';
import { planPass } from '../../src/cases/planPass';
import { planReregistration } from '../../src/cases/planReregistration';

const method = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...methodKinds.filter((kind) => kind !== 'phone')),
  isDefault: fc.boolean(),
});
const phones = fc.subarray<AuthenticationMethod>([
  { id: 'm', kind: 'phone', phoneType: 'mobile', label: '••••1111' },
  { id: 'a', kind: 'phone', phoneType: 'alternateMobile', label: '••••2222' },
  { id: 'o', kind: 'phone', phoneType: 'office', label: '••••3333' },
]);
const methods: fc.Arbitrary<AuthenticationMethod[]> = fc
  .tuple(fc.uniqueArray(method, { selector: ({ id }) => id, maxLength: 8 }), phones)
  .map(([others, of]) => [...others, ...of]);

const plan = (listed: readonly AuthenticationMethod[], revokeSessions = false) => {
  const planned = planReregistration('person', listed, { revokeSessions });
  return planned.ok ? planned.plan : undefined;
};
const ids = (listed: readonly { id: string }[] = []) => listed.map(({ id }) => id);

describe('a plan for re-registration, whatever is registered', () => {
  test('removes phones, Authenticator and codes, and keeps every other method', () => {
    const goes = ['phone', 'microsoft-authenticator', 'software-oath'];
    fc.assert(
      fc.property(methods, (listed) => {
        const { remove = [], keep = listed } = plan(listed) ?? {};
        expect(remove.every(({ kind }) => goes.includes(kind))).toBe(true);
        expect(keep.some(({ kind }) => goes.includes(kind))).toBe(false);
        expect([...ids(remove), ...ids(keep)].sort()).toEqual(ids(listed).sort());
      }),
    );
  });

  test('removes the default last, and the alternate phone before the mobile one', () => {
    fc.assert(
      fc.property(methods, (listed) => {
        const { remove = [] } = plan(listed) ?? {};
        const lastOrdinary = remove.findLastIndex(({ isDefault }) => !isDefault);
        expect(remove.slice(0, lastOrdinary + 1).every(({ isDefault }) => !isDefault)).toBe(true);
        const order = ids(remove);
        expect(!order.includes('a') || !order.includes('m') || order.indexOf('a') < order.indexOf('m')).toBe(
          true,
        );
      }),
    );
  });

  test('is the same in whatever order the tenant lists the methods', () => {
    const shuffled = methods.chain((listed) =>
      fc.tuple(
        fc.constant(listed),
        fc.shuffledSubarray(listed, { minLength: listed.length, maxLength: listed.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([listed, other]) => {
        expect(plan(other)).toEqual(plan(listed));
      }),
    );
  });
});

describe('a plan for re-registration', () => {
  test('is refused where nothing could be removed', () => {
    const only: AuthenticationMethod[] = [
      { id: 'p', kind: 'password' },
      { id: 'k', kind: 'fido2' },
    ];
    expect(planReregistration('person', only, { revokeSessions: false })).toEqual({
      ok: false,
      refusal: 'nothingToRemove',
    });
  });
});

const rules = {
  enabled: true,
  minimumLifetimeInMinutes: 60,
  maximumLifetimeInMinutes: 480,
  includes: 'all' as 'all' | string[],
  excludes: [] as string[],
};
const facts = {
  personId: 'person',
  rules,
  groupIds: [] as string[],
  methods: [] as AuthenticationMethod[],
  wishedLifetimeInMinutes: 60,
  deletesItself: true,
  shownTo: 'approver' as const,
};

describe('a plan for a pass', () => {
  test.each([
    [10, 60],
    [60, 60],
    [90, 90],
    [1_000, 480],
  ])('for a wish of %i minutes lives %i', (wishedLifetimeInMinutes, lives) => {
    expect(planPass({ ...facts, wishedLifetimeInMinutes })).toMatchObject({
      plan: { lifetimeInMinutes: lives, isUsableOnce: true },
    });
  });

  test.each([
    ['switched off', { ...rules, enabled: false }, [], 'passesSwitchedOff'],
    ['for a group they are not in', { ...rules, includes: ['g'] }, [], 'passesNotForThisPerson'],
    ['for everybody but a group they are in', { ...rules, excludes: ['g'] }, ['g'], 'passesNotForThisPerson'],
  ])('is refused where passes are %s', (_why, given, groupIds, refusal) => {
    expect(planPass({ ...facts, rules: given, groupIds })).toEqual({ ok: false, refusal });
  });

  test('says which pass it replaces', () => {
    const listed: AuthenticationMethod[] = [{ id: 'old', kind: 'temporary-access-pass' }];
    expect(planPass({ ...facts, methods: listed })).toMatchObject({ plan: { replacesPassId: 'old' } });
  });
});

describe('the canonical text of a plan', () => {
  const app = { id: 'app', kind: 'microsoft-authenticator', label: 'phone', isDefault: true } as const;
  const totp = { id: 'totp', kind: 'software-oath', isDefault: false } as const;
  const base = plan([app, totp]);
  const changes: [string, typeof base][] = [
    ['another label', plan([{ ...app, label: 'other' }, totp])],
    [
      'another default',
      plan([
        { ...app, isDefault: false },
        { ...totp, isDefault: true },
      ]),
    ],
    ['one method more', plan([app, totp, { id: 'k', kind: 'fido2' }])],
    ['one method less', plan([app])],
    ['signing out', plan([app, totp], true)],
    ['another person', base && { ...base, personId: 'other' }],
    ['another order', base && { ...base, remove: [...base.remove].reverse() }],
  ];

  test.each(changes)('changes with %s', (_what, changed) => {
    if (base === undefined || changed === undefined) throw new Error('no plan');
    expect(canonicalPlan(changed)).not.toBe(canonicalPlan(base));
  });

  test('is the same where what is absent is written out', () => {
    if (base === undefined) throw new Error('no plan');
    const remove = base.remove.map(({ id, kind, label, isDefault }) => ({ isDefault, label, kind, id }));
    expect(canonicalPlan({ ...base, remove })).toBe(canonicalPlan(base));
  });
});
