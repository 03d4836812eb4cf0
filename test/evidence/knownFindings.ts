import type { KeptRegistration, KeptSignIn } from '../../src/evidence/keptRecords';
import { findingsOf, type KnownRecords } from '../../src/evidence/knownRecords';
import { anAccount } from '../fakes/fakeTenantEvidence';

export const now = Date.UTC(2026, 10, 26, 9);
export const minute = 60_000;
export const told = <T>(value: T) => ({ value, at: now });

export function findings(known: KnownRecords): Record<string, string> {
  return Object.fromEntries(
    findingsOf('person-1', known, now).map(({ finding, values }) => [finding, values.join()]),
  );
}

function failure(parts: Partial<KeptSignIn> = {}): KeptSignIn {
  return {
    at: now - 5 * minute,
    errorCode: 500121,
    conditionalAccess: 'notApplied',
    refusedBy: [],
    legacyClient: false,
    ownDevice: false,
    countryOrRegion: 'JP',
    place: 'own',
    ...parts,
  };
}

export const signIns = (...list: Partial<KeptSignIn>[]): KnownRecords => ({
  account: told(anAccount()),
  signIns: told(list.map(failure)),
});

export function report(parts: Partial<KeptRegistration> = {}): KnownRecords {
  return {
    registration: told({
      methodsRegistered: ['mobilePhone'],
      systemPreferredMethods: [],
      isAdmin: false,
      updatedAt: now,
      ...parts,
    }),
  };
}
