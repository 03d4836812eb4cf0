import type { RemedyKind } from '../cases/remedyPlan';

const person = 'https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade';

/** Whose part of the admin center it is: their authentication methods, or the page about them. */
const aboutMethods: readonly RemedyKind[] = [
  'require-mfa-reregistration',
  'issue-temporary-access-pass',
  'mend-phone-number',
  'remove-one-method',
];

/** Where in the admin center an administrator does by hand what Monban could not. Whoever may not see it is told so there. */
export function portalPage(remedy: RemedyKind, personId: string): string {
  const part = aboutMethods.includes(remedy) ? 'UserAuthMethods' : 'overview';
  return `${person}/~/${part}/userId/${encodeURIComponent(personId)}`;
}
