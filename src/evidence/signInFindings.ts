import type { Observation } from '../triage/observation';
import type { KeptConditionalAccess, KeptSignIn } from './keptRecords';
import {
  deviceCodes,
  expiredPasswordCodes,
  policyCodes,
  registrationBlockedCode,
  secondFactorCodes,
} from '../cases/signInCodes';
import { isAbroad, ownFailures, tellingFailure, triedOften, type AboutPerson } from './tellingSignIn';
import { tenantFinding } from './tenantFinding';

/** A failure of this age still says where the person signs in. */
const atThisPlaceMs = 2 * 60 * 60_000;

/**
 * What the failed sign-ins tell: the newest that tells something stands for what holds the person back now.
 * Successes are not read, so nothing is said of where it works.
 */
export function signInFindings(
  signIns: readonly KeptSignIn[],
  about: AboutPerson,
  policies: KeptConditionalAccess | undefined,
  now: number,
): readonly Observation[] {
  const failures = ownFailures(signIns, about, now);
  const tries = triedOften(failures, now) ? [tell('many_attempts', true, failures[0]?.at ?? now)] : [];
  const failure = tellingFailure(failures, about);
  return failure === undefined ? tries : [...tries, ...findingsOf(failure, about, policies, now)];
}

function findingsOf(
  failure: KeptSignIn,
  about: AboutPerson,
  policies: KeptConditionalAccess | undefined,
  now: number,
): readonly Observation[] {
  const { at, errorCode, mfaOutcome } = failure;
  const found = [tell('error_code', String(errorCode), at)];
  if (mfaOutcome !== undefined) found.push(tell('mfa_outcome', mfaOutcome, at));
  if (mfaOutcome === 'too-many-codes') found.push(tell('many_attempts', true, at));
  if (expiredPasswordCodes.has(errorCode)) found.push(tell('password_expired', true, at));
  const refusals = refusalsOf(failure, policies);
  if (refusals.length > 0) found.push(tell('ca_result', refusals, at));
  if (failure.legacyClient) found.push(tell('legacy_client', true, at));
  // Where the device is the organisation's own and elsewhere, so is whoever holds it.
  if (failure.ownDevice && now - at <= atThisPlaceMs && about.usageLocation !== undefined)
    found.push(tell('abroad', isAbroad(failure, about), at));
  if (failure.place === 'other') found.push(tell('other_organisation_prompt', true, at));
  if (failure.place === 'own' && now - at <= atThisPlaceMs)
    found.push(tell('other_organisation_prompt', false, at));
  return found;
}

function refusalsOf(failure: KeptSignIn, policies: KeptConditionalAccess | undefined): readonly string[] {
  if (failure.errorCode === registrationBlockedCode) return ['blocks-registration'];
  const named = failure.refusedBy.flatMap(({ id, demanded }) => refusalBy(id, demanded, policies));
  if (named.length > 0) return [...new Set(named)];
  if (deviceCodes.has(failure.errorCode)) return ['needs-compliant-device'];
  if (policyCodes.has(failure.errorCode)) return ['blocked'];
  const { conditionalAccess, errorCode } = failure;
  const passed = conditionalAccess === 'success' || conditionalAccess === 'notApplied';
  // The second factor comes after the policies that block: where it was asked for, none did.
  return passed && secondFactorCodes.has(errorCode) ? ['none'] : [];
}

function refusalBy(
  id: string,
  demanded: readonly string[],
  policies: KeptConditionalAccess | undefined,
): readonly string[] {
  const policy = policies?.find((one) => one.id === id);
  const wants = (...words: readonly string[]) =>
    demanded.some((demand) => words.some((word) => demand.toLowerCase().includes(word)));
  if (wants('compliantdevice', 'domainjoineddevice')) return ['needs-compliant-device'];
  if (wants('authenticationstrength')) return ['needs-other-method'];
  if (!wants('block')) return [];
  if (policy?.registration === true) return ['blocks-registration'];
  return policy?.byLocation === true ? ['needs-trusted-location'] : ['blocked'];
}

function tell(finding: string, value: boolean | string | readonly string[], at: number): Observation {
  return tenantFinding(finding, value, 'signIns', at);
}
