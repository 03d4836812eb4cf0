import type { AuthenticationMethod } from '../../src/cases/authenticationMethod';
import type { Person } from '../../src/cases/person';
import { methodsToFindings } from '../../src/evidence/methodsToFindings';
import { personToFindings } from '../../src/evidence/personToFindings';
import { standingToFindings } from '../../src/evidence/standingToFindings';
import type { Observation } from '../../src/triage/observation';

const told = (findings: readonly Observation[]): Record<string, string> =>
  Object.fromEntries(findings.map(({ finding, values }) => [finding, values.join()]));

const method = (kind: AuthenticationMethod['kind'], numberFormatWrong?: boolean): AuthenticationMethod => ({
  id: kind,
  kind,
  numberFormatWrong,
});

describe('registered methods', () => {
  test.each([
    [[], 'true'],
    [['password'], 'true'],
    [['password', 'email', 'temporary-access-pass'], 'true'],
    [['password', 'phone'], 'false'],
    [['password', 'windows-hello'], 'false'],
    [['password', 'unknown'], 'false'],
  ] as const)('%j leave the person without one: %s', (kinds, expected) => {
    expect(told(methodsToFindings(kinds.map((kind) => method(kind))))['no_method_registered']).toBe(expected);
  });

  test('tell of a pass', () => {
    expect(told(methodsToFindings([method('temporary-access-pass')]))['tap_issued']).toBe('true');
  });

  test.each([
    ['one number is wrong', [false, true, undefined], 'true'],
    ['all numbers are right', [false, false], 'false'],
    ['a number cannot be judged', [false, undefined], undefined],
    ['there is no phone', [], undefined],
  ])('tell of the format where %s', (_what, formats, expected) => {
    const methods = [method('password'), ...formats.map((wrong) => method('phone', wrong))];
    expect(told(methodsToFindings(methods))['number_format_wrong']).toBe(expected);
  });

  test('claim nothing about the one in use', () => {
    const findings = told(methodsToFindings([method('microsoft-authenticator'), method('phone', false)]));
    expect(Object.keys(findings)).toEqual(['no_method_registered', 'tap_issued', 'number_format_wrong']);
  });
});

describe('an account', () => {
  const person: Person = {
    id: '1',
    displayName: 'Aoi',
    userPrincipalName: 'aoi@example.com',
    kind: 'member',
    accountEnabled: true,
    synced: false,
    managementRestricted: false,
  };

  test.each([true, false])('tells whether it is enabled: %s', (accountEnabled) => {
    expect(told(personToFindings({ ...person, accountEnabled }))['account_enabled']).toBe(
      String(accountEnabled),
    );
  });

  test('says that it is synchronised, and is silent where it is not: it may be federated', () => {
    expect(told(personToFindings({ ...person, synced: true }))['federated_or_synced']).toBe('true');
    expect(told(personToFindings(person))['federated_or_synced']).toBeUndefined();
  });
});

describe('a standing', () => {
  test.each([
    [[], 'false'],
    [[{ roleId: 'r', scope: '/administrativeUnits/1' }], 'true'],
  ])('with the roles %j makes an admin: %s', (roles, expected) => {
    expect(told(standingToFindings({ roles, inRoleAssignableGroup: true }))['is_admin']).toBe(expected);
  });
});
