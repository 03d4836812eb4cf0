import type { Client } from '@microsoft/microsoft-graph-client';
import type { MethodKind } from '../cases/authenticationMethod';
import { Fault } from '../faults';
import type { AccountRemedies } from '../ports/accountRemedies';
import { addGroupMember } from './addGroupMember';
import { addPhone } from './addPhone';
import { confirmUserCompromised } from './confirmUserCompromised';
import { deleteAuthenticatorMethod } from './deleteAuthenticatorMethod';
import { deletePass } from './deletePass';
import { deletePasskeyMethod } from './deletePasskeyMethod';
import { deletePhoneMethod } from './deletePhoneMethod';
import { deleteSoftwareOathMethod } from './deleteSoftwareOathMethod';
import { deleteWindowsHelloMethod } from './deleteWindowsHelloMethod';
import { dismissUserRisk } from './dismissUserRisk';
import { enableAccount } from './enableAccount';
import { getPhoneNumber } from './getPhoneNumber';
import { issuePass } from './issuePass';
import { listPasses } from './listPasses';
import { patchPhoneNumber } from './patchPhoneNumber';
import { mendedNumber } from './phoneNumber';
import { removeGroupMember } from './removeGroupMember';
import { revokeSignInSessions } from './revokeSignInSessions';

/**
 * What Monban changes in the tenant, through Microsoft Graph. Where the client that writes is an administrator's own,
 * numbers are read with Monban's: an Authentication Administrator is shown masked ones.
 */
export function graphAccountRemedies(client: Client, reader: Client = client): AccountRemedies {
  return {
    removeMethod: (personId, method) => removeMethod(client, personId, method),
    revokeSessions: (personId) => revokeSignInSessions(client, personId),
    mendPhoneNumber: (personId, methodId) => mendPhoneNumber(client, reader, personId, methodId),
    copyPhone: async (personId, from, phoneType) => {
      const registered = await getPhoneNumber(reader, personId, from);
      const phoneNumber = mendedNumber(registered) ?? registered;
      await addPhone(client, personId, { phoneNumber, phoneType });
    },
    issuePass: (personId, wish) => issuePass(client, personId, wish),
    passes: (personId) => listPasses(client, personId),
    deletePass: (personId, passId) => deletePass(client, personId, passId),
    addToGroup: (groupId, personId) => addGroupMember(client, groupId, personId),
    removeFromGroup: (groupId, personId) => removeGroupMember(client, groupId, personId),
    dismissRisk: (personId) => dismissUserRisk(client, personId),
    confirmCompromised: (personId) => confirmUserCompromised(client, personId),
    enableAccount: (personId) => enableAccount(client, personId),
  };
}

type Deletion = (client: Client, personId: string, methodId: string) => Promise<'removed' | 'gone'>;

/** Any other kind is a plan that should never have been made; a password cannot be removed at all. */
const deletions: Readonly<Partial<Record<MethodKind, Deletion>>> = {
  phone: deletePhoneMethod,
  'microsoft-authenticator': deleteAuthenticatorMethod,
  'software-oath': deleteSoftwareOathMethod,
  fido2: deletePasskeyMethod,
  'windows-hello': deleteWindowsHelloMethod,
};

async function removeMethod(
  client: Client,
  personId: string,
  { id, kind }: { readonly id: string; readonly kind: MethodKind },
): Promise<'removed' | 'gone'> {
  const deletion = deletions[kind];
  if (deletion === undefined) throw new Error(`No remedy removes a method of the kind ${kind}.`);
  return deletion(client, personId, id);
}

async function mendPhoneNumber(
  client: Client,
  reader: Client,
  personId: string,
  methodId: string,
): Promise<'mended' | 'was-right'> {
  const registered = await getPhoneNumber(reader, personId, methodId);
  if (!/^\+?[\d\s().x-]+$/i.test(registered)) {
    throw new Fault('graph-unreadable', 'the number is masked, so it cannot be mended');
  }
  const mended = mendedNumber(registered);
  if (mended === undefined) return 'was-right';
  await patchPhoneNumber(client, personId, methodId, mended);
  return 'mended';
}
