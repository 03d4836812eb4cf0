import type { AuthenticationMethod } from '../../src/cases/authenticationMethod';
import type { Group } from '../../src/cases/group';
import { planEnabling } from '../../src/cases/planEnabling';
import { planExclusion } from '../../src/cases/planExclusion';
import { planMethodRemoval } from '../../src/cases/planMethodRemoval';
import { planPhoneMend } from '../../src/cases/planPhoneMend';
import { planReregistration } from '../../src/cases/planReregistration';
import { planRiskConfirmation, planRiskDismissal } from '../../src/cases/planRisk';
import type { Person } from '../../src/cases/person';

const wrong: AuthenticationMethod = {
  id: 'mobile',
  kind: 'phone',
  phoneType: 'mobile',
  label: '••••••78',
  numberFormatWrong: true,
  mendedLabel: '+81 ••••••78',
};
const right: AuthenticationMethod = { ...wrong, numberFormatWrong: false, mendedLabel: undefined };
const office: AuthenticationMethod = { ...right, id: 'office', phoneType: 'office' };
const app = (id: string, createdAt?: number): AuthenticationMethod => ({
  id,
  kind: 'microsoft-authenticator',
  createdAt,
});
const refused = (refusal: string) => ({ ok: false, refusal });

describe('a plan to put a number right', () => {
  test('names the phone and what it will look like, never the number', () => {
    expect(planPhoneMend('p', [office, wrong], {})).toMatchObject({
      ok: true,
      plan: { phone: { id: 'mobile', label: '••••••78' }, becomes: '+81 ••••••78' },
    });
  });

  test.each<[string, AuthenticationMethod[], object, string]>([
    ['no number is wrong', [right], {}, 'noWrongNumber'],
    ['the one that is meant is right', [right], { methodId: 'mobile' }, 'noWrongNumber'],
    [
      'nobody can tell the country',
      [{ ...wrong, mendedLabel: undefined }],
      { methodId: 'mobile' },
      'numberNotTellable',
    ],
    ['the slot is taken', [right, office], { methodId: 'mobile', movesTo: 'office' }, 'slotTaken'],
    ['it is not said which', [right], { movesTo: 'office' }, 'methodNotNamed'],
  ])('is none where %s', (_why, methods, choices, refusal) => {
    expect(planPhoneMend('p', methods, choices)).toEqual(refused(refusal));
  });
});

describe('a plan to remove one method', () => {
  test('takes the oldest Authenticator where nobody says which: that is the old phone', () => {
    const planned = planMethodRemoval('p', [app('new', 2), app('old', 1), right], {});
    expect(planned).toMatchObject({ ok: true, plan: { remove: [{ id: 'old' }] } });
  });

  test('keeps everything else by name', () => {
    const planned = planMethodRemoval('p', [app('new', 2), app('old', 1), right], { methodId: 'old' });
    expect(planned).toMatchObject({ ok: true, plan: { keep: [{ id: 'mobile' }, { id: 'new' }] } });
  });

  test.each<[string, AuthenticationMethod[], object, string]>([
    ['it is the last one', [{ id: 'pw', kind: 'password' }, right], { methodKind: 'phone' }, 'lastMethod'],
    ['two could be meant', [right, office], { methodKind: 'phone' }, 'methodNotNamed'],
    ['the ages are not known', [app('a'), app('b')], {}, 'methodNotNamed'],
    ['it is a password', [{ id: 'pw', kind: 'password' }, right], { methodId: 'pw' }, 'methodNotNamed'],
    ['it is the default', [{ ...app('a'), isDefault: true }, right], { methodId: 'a' }, 'isDefaultMethod'],
    [
      'the alternate phone holds it',
      [right, { ...right, id: 'alternate', phoneType: 'alternateMobile' }],
      { methodId: 'mobile' },
      'alternatePhoneFirst',
    ],
  ])('is none where %s', (_why, methods, choices, refusal) => {
    expect(planMethodRemoval('p', methods, choices)).toEqual(refused(refusal));
  });
});

describe('registering anew', () => {
  const methods: AuthenticationMethod[] = [
    right,
    { id: 'key', kind: 'fido2' },
    { id: 'hello', kind: 'windows-hello' },
  ];

  test('leaves passkeys and Windows Hello where nobody says that they are lost', () => {
    expect(planReregistration('p', methods, { revokeSessions: false })).toMatchObject({
      plan: { remove: [{ id: 'mobile' }], keep: [{ id: 'hello' }, { id: 'key' }] },
    });
  });

  test('takes those that are named as lost, and no other', () => {
    expect(planReregistration('p', methods, { revokeSessions: true, lostMethodIds: ['key'] })).toMatchObject({
      plan: { remove: [{ id: 'key' }, { id: 'mobile' }], keep: [{ id: 'hello' }] },
    });
  });
});

const group: Group = {
  id: 'g',
  name: 'Exclusion',
  dynamic: false,
  roleAssignable: false,
  managementRestricted: false,
  synced: false,
};
const exclusion = {
  personId: 'p',
  group,
  inGroup: false,
  passPossible: false,
  passDoesNotHelp: false,
  minutes: undefined,
  restoresItself: true,
};

describe('a plan to exclude somebody for a time', () => {
  test.each([
    [undefined, 240],
    [1, 1],
    [1440, 1440],
  ])('wished for %p minutes lasts %p', (minutes, lasts) => {
    expect(planExclusion({ ...exclusion, minutes })).toMatchObject({ ok: true, plan: { minutes: lasts } });
  });

  test.each<[string, Partial<Parameters<typeof planExclusion>[0]>, string]>([
    ['no group is set or there', { group: undefined }, 'exclusionNotSetUp'],
    ['the group gives roles', { group: { ...group, roleAssignable: true } }, 'exclusionGroupUnfit'],
    ['a rule fills the group', { group: { ...group, dynamic: true } }, 'exclusionGroupUnfit'],
    ['the group is restricted', { group: { ...group, managementRestricted: true } }, 'exclusionGroupUnfit'],
    ['the group is kept elsewhere', { group: { ...group, synced: true } }, 'exclusionGroupUnfit'],
    ['it would last longer than a day', { minutes: 1441 }, 'exclusionTooLong'],
    ['the person is in it already', { inGroup: true }, 'alreadyExcluded'],
    ['a pass would do', { passPossible: true }, 'passWouldDo'],
  ])('is none where %s', (_why, facts, refusal) => {
    expect(planExclusion({ ...exclusion, ...facts })).toEqual(refused(refusal));
  });

  test('is possible where staff say that a pass does not help', () => {
    expect(planExclusion({ ...exclusion, passPossible: true, passDoesNotHelp: true }).ok).toBe(true);
  });
});

describe('a plan about risk', () => {
  test.each(['none', 'dismissed', 'remediated', 'confirmedSafe'])(
    'dismisses nothing in the state %s',
    (state) => {
      expect(planRiskDismissal('p', { level: 'none', state })).toEqual(refused('noRisk'));
    },
  );

  test('dismisses nothing where none was ever seen', () => {
    expect(planRiskDismissal('p', undefined)).toEqual(refused('noRisk'));
  });

  test.each(['atRisk', 'confirmedCompromised'])('dismisses the state %s', (state) => {
    expect(planRiskDismissal('p', { level: 'high', state }).ok).toBe(true);
  });

  test('confirms what Microsoft has not seen, and nothing twice', () => {
    expect(planRiskConfirmation('p', undefined).ok).toBe(true);
    expect(planRiskConfirmation('p', { level: 'high', state: 'confirmedCompromised' })).toEqual(
      refused('riskConfirmedAlready'),
    );
  });
});

describe('a plan to enable an account', () => {
  const person: Person = {
    id: 'p',
    displayName: 'P',
    userPrincipalName: 'p@example.com',
    kind: 'member',
    accountEnabled: false,
    synced: false,
    managementRestricted: false,
  };

  test.each<[string, Partial<Person>, string]>([
    ['it is enabled', { accountEnabled: true }, 'accountEnabledAlready'],
    ['it is kept on the premises', { synced: true }, 'accountSynced'],
  ])('is none where %s', (_why, facts, refusal) => {
    expect(planEnabling({ ...person, ...facts })).toEqual(refused(refusal));
  });

  test('is one for an account that was switched off here', () => {
    expect(planEnabling(person).ok).toBe(true);
  });
});
