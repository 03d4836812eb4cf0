import type { Client } from '@microsoft/microsoft-graph-client';
import type { AccountRemedies } from '../ports/accountRemedies';
import { deleteAuthenticatorMethod } from './deleteAuthenticatorMethod';
import { deletePass } from './deletePass';
import { deletePhoneMethod } from './deletePhoneMethod';
import { deleteSoftwareOathMethod } from './deleteSoftwareOathMethod';
import { issuePass } from './issuePass';
import { listPasses } from './listPasses';
import { revokeSignInSessions } from './revokeSignInSessions';

/** What Monban changes in the tenant, through Microsoft Graph. */
export function graphAccountRemedies(client: Client): AccountRemedies {
  return {
    removeMethod: (personId, method) => removeMethod(client, personId, method),
    revokeSessions: (personId) => revokeSignInSessions(client, personId),
    issuePass: (personId, wish) => issuePass(client, personId, wish),
    passes: (personId) => listPasses(client, personId),
    deletePass: (personId, passId) => deletePass(client, personId, passId),
  };
}

type RemoveMethod = AccountRemedies['removeMethod'];

/** Only what "require re-register MFA" removes in the portal; any other kind is a plan that should never have been made. */
async function removeMethod(
  client: Client,
  ...[personId, { id, kind }]: Parameters<RemoveMethod>
): ReturnType<RemoveMethod> {
  if (kind === 'phone') return deletePhoneMethod(client, personId, id);
  if (kind === 'microsoft-authenticator') return deleteAuthenticatorMethod(client, personId, id);
  if (kind === 'software-oath') return deleteSoftwareOathMethod(client, personId, id);
  throw new Error(`No remedy removes a method of the kind ${kind}.`);
}
