import { anAccount } from '../fakes/fakeTenantEvidence';
import { findings, minute, now, told } from './knownFindings';

describe('an account', () => {
  test.each([true, false])('tells whether it is enabled: %s', (accountEnabled) => {
    expect(findings({ account: told(anAccount({ accountEnabled })) })['account_enabled']).toBe(
      String(accountEnabled),
    );
  });

  test.each([
    ['synced', { synced: true }, [], 'true'],
    ['of a federated domain', {}, [{ name: 'example.com', federated: true }], 'true'],
    ['of the cloud', {}, [{ name: 'example.com', federated: false }], 'false'],
    ['of a domain that was not seen', {}, [], undefined],
  ])('%s is federated or synced: %s', (_what, parts, domains, expected) => {
    const known = { account: told(anAccount(parts)), domains: told(domains) };
    expect(findings(known)['federated_or_synced']).toBe(expected);
  });

  test.each([
    [80, 'false'],
    [100, 'true'],
  ])('whose password is %d days old, of 90: expired %s', (days, expected) => {
    const lastPasswordChangeAt = now - days * 24 * 60 * minute;
    const known = {
      account: told(anAccount({ lastPasswordChangeAt })),
      domains: told([{ name: 'example.com', federated: false, passwordValidityDays: 90 }]),
    };
    expect(findings(known)['password_expired']).toBe(expected);
  });
});

describe('risk', () => {
  test.each([
    ['high and standing', { level: 'high', state: 'atRisk' }, 'true'],
    ['confirmed', { level: 'medium', state: 'confirmedCompromised' }, 'true'],
    ['low', { level: 'low', state: 'atRisk' }, undefined],
    ['hidden by the licence', { level: 'hidden', state: 'atRisk' }, undefined],
    ['dismissed', { level: 'high', state: 'dismissed' }, 'false'],
    ['not on the list', undefined, 'false'],
  ] as const)('that is %s: %s', (_what, riskyUser, expected) => {
    expect(findings({ riskyUser: told(riskyUser) })['risk_or_fraud_block']).toBe(expected);
  });

  test('is there where the person reported a prompt', () => {
    const detection = {
      kind: 'userReportedSuspiciousActivity',
      level: 'high' as const,
      state: 'atRisk' as const,
      at: now,
    };
    expect(findings({ riskDetections: told([detection]) })['risk_or_fraud_block']).toBe('true');
  });
});

describe('the tenant as a whole', () => {
  const entra = { name: 'Microsoft Entra', about: 'entra' as const, operational: false };
  const teams = { name: 'Microsoft Teams', about: 'teams' as const, operational: false };
  const issue = { id: 'x', service: 'Microsoft Entra', kind: 'incident' as const, startedAt: now };

  test.each([
    ['an incident of Entra', [issue], 'true'],
    ['an advisory only', [{ ...issue, kind: 'advisory' as const }], undefined],
    ['an incident of Teams only', [{ ...issue, service: 'Microsoft Teams' }], 'false'],
    ['nothing', [], 'false'],
  ])('reports %s: service incident %s', (_what, openIssues, expected) => {
    const serviceHealth = told({ services: [entra, teams], openIssues });
    expect(findings({ serviceHealth })['service_incident']).toBe(expected);
  });

  test.each([
    ['lately and for all', 3, [], 'true'],
    ['long ago', 30, [], undefined],
    ['without this person', 3, ['person-1'], undefined],
  ])('began to demand MFA %s: %s', (_what, days, excludes, expected) => {
    const policy = {
      id: 'p',
      state: 'enabled' as const,
      createdAt: now - days * 24 * 60 * minute,
      users: { includes: 'all' as const, excludes },
      groups: { includes: [], excludes: [] },
      demands: ['mfa'],
      registration: false,
      byLocation: false,
    };
    expect(findings({ conditionalAccess: told([policy]) })['mfa_newly_required']).toBe(expected);
  });

  test.each([
    [[true], 'true'],
    [[false], 'false'],
    [[true, false], undefined],
    [[], undefined],
  ])('knows phones that are managed %j: %s', (managed, expected) => {
    const devices = managed.map((isManaged, n) => ({
      id: String(n),
      name: undefined,
      operatingSystem: 'Android',
      enabled: true,
      isCompliant: isManaged,
      isManaged,
      trustType: undefined,
      lastSignInAt: undefined,
    }));
    expect(findings({ devices: told(devices) })['managed_phone']).toBe(expected);
  });

  test('has roles and other admins', () => {
    const standing = told({ roles: [{ roleId: 'r', scope: '/' }], inRoleAssignableGroup: false });
    expect(findings({ standing, otherAdministrators: told(0) })).toMatchObject({
      is_admin: 'true',
      other_admin_available: 'false',
    });
  });
});
