import { findingsOf } from '../../src/evidence/knownRecords';
import { aMethod, anAccount } from '../fakes/fakeTenantEvidence';
import { findings, minute, now, signIns, told } from './knownFindings';

describe('failed sign-ins', () => {
  test('tell the newest code', () => {
    const { error_code: code } = findings(
      signIns({ errorCode: 50126, at: now - 9 * minute }, { errorCode: 53003, at: now - minute }),
    );
    expect(code).toBe('53003');
  });

  test('say nothing where they are of yesterday', () => {
    expect(findings(signIns({ at: now - 25 * 60 * minute }))).not.toHaveProperty('error_code');
  });

  test('say nothing where they are interrupts of an ordinary sign-in', () => {
    expect(findings(signIns({ errorCode: 50140 }, { errorCode: 50074 }))).not.toHaveProperty('error_code');
  });

  test('tell of an interrupt that comes again and again', () => {
    const loop = [1, 2, 3].map((n) => ({ errorCode: 50058, at: now - n * minute }));
    expect(findings(signIns(...loop))['error_code']).toBe('50058');
  });

  test('tell of the registration page where nothing is registered', () => {
    const known = { ...signIns({ errorCode: 50079 }), methods: told([aMethod('password')]) };
    expect(findings(known)['error_code']).toBe('50079');
  });

  test('from another country may be a stranger, and say nothing', () => {
    expect(findings(signIns({ countryOrRegion: 'BR' }))).not.toHaveProperty('error_code');
  });

  test('from another country on a device of the organisation are a journey', () => {
    expect(findings(signIns({ countryOrRegion: 'DE', ownDevice: true }))).toMatchObject({
      error_code: '500121',
      abroad: 'true',
    });
  });

  test('about a password that was changed since are over', () => {
    const known = {
      ...signIns({ errorCode: 50126 }),
      account: told(anAccount({ lastPasswordChangeAt: now - minute })),
    };
    expect(findings(known)).not.toHaveProperty('error_code');
  });

  test('tell of many tries only where they were close together and lately', () => {
    const five = [1, 2, 3, 4, 5].map((n) => ({ errorCode: 50126, at: now - n * 30_000 }));
    expect(findings(signIns(...five))['many_attempts']).toBe('true');
    expect(findings(signIns(...five.slice(1)))).not.toHaveProperty('many_attempts');
    const earlier = five.map((one) => ({ ...one, at: one.at - 60 * minute }));
    expect(findings(signIns(...earlier))).not.toHaveProperty('many_attempts');
  });

  test.each([
    ['a compliant device by its code', { errorCode: 53000 }, 'needs-compliant-device'],
    [
      'a compliant device by the policy',
      { errorCode: 53003, refusedBy: [{ id: 'p', demanded: ['RequireCompliantDevice'] }] },
      'needs-compliant-device',
    ],
    ['a block', { errorCode: 53003, refusedBy: [{ id: 'p', demanded: ['Block'] }] }, 'blocked'],
    [
      'a place',
      { errorCode: 53003, refusedBy: [{ id: 'place', demanded: ['Block'] }] },
      'needs-trusted-location',
    ],
    [
      'a stronger method',
      { errorCode: 53003, refusedBy: [{ id: 'p', demanded: ['AuthenticationStrength'] }] },
      'needs-other-method',
    ],
    ['registering', { errorCode: 53010 }, 'blocks-registration'],
    ['nothing', { errorCode: 500121 }, 'none'],
  ] as const)('name %s as what Conditional Access wants', (_what, parts, expected) => {
    const policy = {
      id: 'place',
      state: 'enabled' as const,
      users: { includes: 'all' as const, excludes: [] },
      groups: { includes: [], excludes: [] },
      demands: ['block'],
      registration: false,
      byLocation: true,
    };
    const list = signIns({
      ...parts,
      refusedBy:
        'refusedBy' in parts
          ? parts.refusedBy.map((one) => ({ id: one.id, demanded: [...one.demanded] }))
          : [],
    });
    expect(findings({ ...list, conditionalAccess: told([policy]) })['ca_result']).toBe(expected);
  });

  test.each([
    ['other', 'true'],
    ['own', 'false'],
    ['asGuest', undefined],
  ] as const)('at a tenant that is %s tell of another organisation: %s', (place, expected) => {
    expect(findings(signIns({ place }))['other_organisation_prompt']).toBe(expected);
  });

  test('tell how the second step ended', () => {
    expect(findings(signIns({ mfaOutcome: 'too-many-codes' }))).toMatchObject({
      mfa_outcome: 'too-many-codes',
      many_attempts: 'true',
    });
  });

  test.each([50055, 50144])('%d tells of an expired password', (errorCode) => {
    expect(findings(signIns({ errorCode }))['password_expired']).toBe('true');
  });
});

test('every finding names its record and its time', () => {
  for (const one of findingsOf('person-1', { ...signIns({}), methods: told([aMethod('phone')]) }, now)) {
    expect([one.origin, typeof one.source, typeof one.at]).toEqual(['tenant', 'string', 'number']);
  }
});
