import { aMethod } from '../fakes/fakeTenantEvidence';
import { findings, minute, now, report, signIns, told } from './knownFindings';

describe('methods', () => {
  test.each([
    [['password'], 'true', undefined],
    [['password', 'email', 'temporary-access-pass'], 'true', undefined],
    [['password', 'phone'], 'false', 'false'],
    [['password', 'phone', 'microsoft-authenticator'], 'false', 'true'],
    [['password', 'unknown'], 'false', 'false'],
  ] as const)('%j: none registered %s, another one %s', (kinds, none, other) => {
    const found = findings({ methods: told(kinds.map((kind) => aMethod(kind))) });
    expect(found['no_method_registered']).toBe(none);
    expect(found['other_method_registered']).toBe(other);
  });

  test('tell of a pass', () => {
    expect(findings({ methods: told([aMethod('temporary-access-pass')]) })['tap_issued']).toBe('true');
  });

  test.each([
    ['one number is wrong', [false, true, undefined], 'true'],
    ['all numbers are right', [false, false], 'false'],
    ['a number cannot be judged', [false, undefined], undefined],
    ['there is no phone', [], undefined],
  ])('tell of the format where %s', (_what, formats, expected) => {
    const methods = formats.map((formatWrong) => aMethod('phone', { formatWrong }));
    expect(findings({ methods: told(methods) })['number_format_wrong']).toBe(expected);
  });

  test('name the way in use where there is only one', () => {
    expect(findings({ methods: told([aMethod('microsoft-authenticator')]) })['method_in_use']).toBe(
      'authenticator-push',
    );
  });

  test('do not say which of several is tried', () => {
    const methods = told([aMethod('microsoft-authenticator'), aMethod('phone')]);
    expect(findings({ methods })).not.toHaveProperty('method_in_use');
  });

  test('name the default where the sign-in stopped at the second factor', () => {
    const methods = told([aMethod('microsoft-authenticator'), aMethod('phone')]);
    const known = { ...signIns({}), ...report({ preferredMethod: 'sms' }), methods };
    expect(findings(known)['method_in_use']).toBe('sms');
  });

  test('come from the report where the list is not there', () => {
    expect(findings(report({ methodsRegistered: [] }))['no_method_registered']).toBe('true');
  });

  test('are not told by a report of days ago', () => {
    const old = report({ methodsRegistered: [], updatedAt: now - 49 * 60 * minute });
    expect(findings(old)).not.toHaveProperty('no_method_registered');
  });

  test.each([true, false])('tell whether the person can reset their password (%s)', (canResetPassword) => {
    expect(findings(report({ canResetPassword }))['can_reset_password']).toBe(String(canResetPassword));
  });

  test.each([
    ['does not tell', {}],
    ['is of days ago', { canResetPassword: true, updatedAt: now - 49 * 60 * minute }],
  ])('do not tell whether the person can reset their password where the report %s', (_what, parts) => {
    expect(findings(report(parts))).not.toHaveProperty('can_reset_password');
  });

  test('are not told by a report that names something new', () => {
    expect(findings(report({ methodsRegistered: ['telepathy'] }))).not.toHaveProperty('no_method_registered');
  });

  test.each([
    ['is off', { enabled: false, includes: 'all' as const, excludes: [] }, [], 'true'],
    ['is for all', { enabled: true, includes: 'all' as const, excludes: [] }, [], 'false'],
    ['is for a group of theirs', { enabled: true, includes: ['g'], excludes: [] }, ['g'], 'false'],
    ['is for another group', { enabled: true, includes: ['g'], excludes: [] }, [], 'true'],
    [
      'is for a group that was not looked up',
      { enabled: true, includes: ['g'], excludes: [] },
      undefined,
      undefined,
    ],
    ['leaves them out', { enabled: true, includes: 'all' as const, excludes: ['person-1'] }, [], 'true'],
  ])('are disabled or not where the policy %s', (_what, policy, groupIds, expected) => {
    const known = {
      methods: told([aMethod('software-oath')]),
      methodPolicies: told({ methods: [{ id: 'SoftwareOath', ...policy }] }),
      groupIds,
    };
    expect(findings(known)['method_disabled_by_policy']).toBe(expected);
  });
});
