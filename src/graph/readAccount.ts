// GET /users/{id} · application User.Read.All
import type { AccountDetails } from '../ports/personRecords';
import { batchRead } from './askBatch';
import type { BatchRead } from './askBatch';
import { personFields, toPerson, user } from './getPerson';
import { graphPath } from './graphPath';
import { maybe, maybeText } from './maybe';
import { moment } from './moment';

const fields = [
  ...personFields,
  'usageLocation',
  'lastPasswordChangeDateTime',
  'signInSessionsValidFromDateTime',
  'passwordPolicies',
].join(',');

const account = user
  .extend({
    usageLocation: maybeText,
    lastPasswordChangeDateTime: maybe(moment),
    signInSessionsValidFromDateTime: maybe(moment),
    passwordPolicies: maybeText,
  })
  .transform((found): AccountDetails => ({
    ...toPerson(found),
    usageLocation: found.usageLocation,
    lastPasswordChangeAt: found.lastPasswordChangeDateTime,
    sessionsValidFrom: found.signInSessionsValidFromDateTime,
    passwordNeverExpires: (found.passwordPolicies ?? '').includes('DisablePasswordExpiration'),
    domain: (found.userPrincipalName.split('@').at(-1) ?? '').toLowerCase(),
  }));

/** A person's account, with what decides whether they can sign in. */
export function accountRead(personId: string): BatchRead<AccountDetails> {
  return batchRead('account', `${graphPath`/users/${personId}`}?$select=${fields}`, account);
}
