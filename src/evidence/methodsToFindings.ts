import type { AuthenticationMethod, MethodKind } from '../cases/authenticationMethod';
import type { Observation } from '../triage/observation';
import { tenantFinding } from './tenantFinding';

/** What never answers an MFA prompt by itself: the password, the address for password resets, and a pass that runs out. */
const noSecondFactor: ReadonlySet<MethodKind> = new Set(['password', 'email', 'temporary-access-pass']);

/**
 * What the registered methods tell. Which of them the person tries to use they do not tell:
 * nothing is claimed about the method in use, and whether another one would do.
 */
export function methodsToFindings(methods: readonly AuthenticationMethod[]): readonly Observation[] {
  return [
    tenantFinding(
      'no_method_registered',
      methods.every(({ kind }) => noSecondFactor.has(kind)),
    ),
    tenantFinding(
      'tap_issued',
      methods.some(({ kind }) => kind === 'temporary-access-pass'),
    ),
    ...numberFormat(methods.filter(({ kind }) => kind === 'phone')),
  ];
}

/** One wrong number is a finding; all is well only where every number could be judged. */
function numberFormat(phones: readonly AuthenticationMethod[]): readonly Observation[] {
  if (phones.some((phone) => phone.numberFormatWrong === true))
    return [tenantFinding('number_format_wrong', true)];
  const allJudged = phones.length > 0 && phones.every((phone) => phone.numberFormatWrong === false);
  return allJudged ? [tenantFinding('number_format_wrong', false)] : [];
}
