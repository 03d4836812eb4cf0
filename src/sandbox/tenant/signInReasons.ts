/** What Entra's log says of each code that somebody who is locked out may meet, in short. */
const reasons: ReadonlyMap<number, string> = new Map([
  [0, 'Other.'],
  [50034, 'The user account does not exist in the directory.'],
  [50053, 'The account is locked: too many wrong passwords, or an address with malicious activity.'],
  [50055, 'The password is expired.'],
  [50056, 'Invalid or null password.'],
  [50057, 'The user account is disabled.'],
  [50058, 'The session is not sufficient for single sign-on.'],
  [50072, 'User needs to enroll for second factor authentication.'],
  [50074, 'Strong authentication is required.'],
  [50076, 'Multifactor authentication is required by policy or location.'],
  [50078, 'The presented multifactor authentication has expired.'],
  [50079, 'User needs to enroll for multifactor authentication.'],
  [50087, 'A transient error during strong authentication.'],
  [50088, 'The limit on telecom MFA calls is reached.'],
  [50105, 'The user is not assigned to a role for the application.'],
  [50125, 'Interrupted by password reset or registration.'],
  [50126, 'Invalid username or password.'],
  [50131, 'Blocked by Conditional Access.'],
  [50133, 'The session is invalid because of an expired or recently changed password.'],
  [50140, 'Interrupted by the question whether to stay signed in.'],
  [50144, "The user's Active Directory password has expired."],
  [50155, 'Device authentication failed.'],
  [50158, 'An external security challenge was not satisfied.'],
  [50173, 'The grant was revoked; a fresh sign-in is needed.'],
  [50196, 'A client loop has been detected.'],
  [53000, 'Device is not in required device state: compliant.'],
  [53001, 'Device is not in required device state: domain joined.'],
  [53002, 'The application is not an approved app.'],
  [53003, 'Access has been blocked by Conditional Access policies.'],
  [53004, 'Registration of multifactor authentication is blocked due to risk.'],
  [53010, 'Methods can be set up from specific locations or devices only.'],
  [53011, 'The user is blocked due to risk on the home tenant.'],
  [65001, 'Nobody has consented to the application.'],
  [70043, 'The session has expired because of the sign-in frequency.'],
  [80001, 'No connection to the on-premises directory.'],
  [80007, 'The agent cannot validate the password.'],
  [90072, 'The external account is not in the tenant.'],
  [130501, 'Sign in was blocked due to User Credential Policy.'],
  [135011, 'The device is disabled.'],
  [500121, 'Authentication failed during strong authentication request.'],
  [500212, 'The outbound policy blocks access to the resource tenant.'],
  [500213, 'The inbound policy of the resource tenant blocks the user.'],
  [530032, "Blocked by the tenant's security policy."],
  [530035, 'Blocked by security defaults.'],
]);

/** The words of a code that is not among them are not known. */
export function signInReason(code: number): string {
  return reasons.get(code) ?? 'Other.';
}

const byConditionalAccess: ReadonlySet<number> = new Set([50131, 53000, 53001, 53002, 53003, 53004, 530032]);

/** How Conditional Access ended, as far as the code tells. */
export function conditionalAccessOf(code: number): 'success' | 'failure' | 'notApplied' {
  if (code === 0) return 'success';
  return byConditionalAccess.has(code) ? 'failure' : 'notApplied';
}
