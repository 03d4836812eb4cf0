import type { Account } from '../tenant/account';
import { tenantIds } from '../tenant/tenantIds';
import { isoTime } from './graphAnswer';
import type { Resource } from './graphAnswer';

/** What Graph gives of a user where `$select` names nothing. */
export const defaultUserFields = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** What User.ReadBasic.All lets see of others. */
export const basicUserFields = [
  'displayName',
  'givenName',
  'id',
  'mail',
  'photo',
  'surname',
  'userPrincipalName',
];

/** What tells something of the account's state or history, and so is evidence. */
export const evidenceUserFields = [
  'accountEnabled',
  'onPremisesSyncEnabled',
  'lastPasswordChangeDateTime',
  'signInSessionsValidFromDateTime',
  'createdDateTime',
  'passwordPolicies',
];

/** A person as the directory has them. */
export function userResource(account: Account): Resource {
  const [first, second] = account.name.split(' ');
  // Japanese names are written with the family name first.
  const [givenName, surname] = account.language === 'ja' ? [second, first] : [first, second];
  const mail = account.kind === 'guest' ? guestMail(account.upn) : account.upn;
  return {
    id: account.id,
    displayName: account.name,
    givenName: givenName ?? null,
    surname: surname ?? null,
    userPrincipalName: account.upn,
    mail,
    jobTitle: account.jobTitle === '' ? null : account.jobTitle,
    // The switchboard with the person's own extension: not a way to sign in.
    businessPhones: [`+81 3 5550 ${account.id.slice(-4)}`],
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: account.language === 'ja' ? 'ja-JP' : 'en-US',
    userType: account.kind === 'guest' ? 'Guest' : 'Member',
    accountEnabled: account.accountEnabled,
    onPremisesSyncEnabled: account.synced ? true : null,
    isManagementRestricted: account.managementRestricted ? true : null,
    usageLocation: account.usageLocation,
    passwordPolicies: account.passwordNeverExpires ? 'DisablePasswordExpiration' : null,
    createdDateTime: isoTime(account.createdAt),
    lastPasswordChangeDateTime: isoTime(account.passwordChangedAt),
    signInSessionsValidFromDateTime: isoTime(account.sessionsValidFrom),
  };
}

/** The unit of a person whom only its own admins may change. */
export function unitsOf(account: Account): readonly Resource[] {
  return account.managementRestricted ? [restrictedUnit] : [];
}

export const restrictedUnit: Resource = {
  '@odata.type': '#microsoft.graph.administrativeUnit',
  id: tenantIds.restrictedUnit,
  displayName: 'Executives',
  isMemberManagementRestricted: true,
};

function guestMail(upn: string): string {
  return (upn.split('#EXT#')[0] ?? '').replace('_', '@');
}
