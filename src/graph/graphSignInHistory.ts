import type { Client } from '@microsoft/microsoft-graph-client';
import type { SignInHistory } from '../ports/signInHistory';
import { listSignInsOf } from './listSignInsOf';
import { needing } from './needs';

/** A person's sign-ins as Microsoft Graph shows them. */
export function graphSignInHistory(client: Client): SignInHistory {
  const needs = { permission: 'AuditLog.Read.All', plan: 'Microsoft Entra ID P1' };
  return {
    signInsOf: (personId, since) => needing(needs, () => listSignInsOf(client, personId, since)),
  };
}
