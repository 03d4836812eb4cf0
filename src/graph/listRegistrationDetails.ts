// GET /reports/authenticationMethods/userRegistrationDetails · application AuditLog.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { RegistrationDetails } from '../ports/tenantRecords';
import { readPages } from './ask';
import { maybe, maybeText, maybeTrue } from './maybe';
import { moment } from './moment';
import { preferredMethod } from './preferredMethod';

/** Half a million people, at the size of page that is asked for. */
const mostPages = 500;
const pageSize = 1000;

const details = z
  .looseObject({
    id: z.string(),
    methodsRegistered: z.array(z.string()).nullish(),
    isMfaRegistered: maybeTrue,
    isMfaCapable: maybeTrue,
    isSsprCapable: maybeTrue,
    isSsprEnabled: maybeTrue,
    isSsprRegistered: maybeTrue,
    userPreferredMethodForSecondaryAuthentication: preferredMethod,
    isSystemPreferredAuthenticationMethodEnabled: maybeTrue,
    systemPreferredAuthenticationMethods: z.array(z.string()).nullish(),
    isAdmin: maybeTrue,
    userType: maybeText,
    lastUpdatedDateTime: maybe(moment),
  })
  .transform((found): RegistrationDetails => ({
    personId: found.id.toLowerCase(),
    methodsRegistered: found.methodsRegistered ?? [],
    isMfaRegistered: found.isMfaRegistered === true,
    isMfaCapable: found.isMfaCapable === true,
    canResetPassword: canReset(found),
    preferredMethod: found.userPreferredMethodForSecondaryAuthentication,
    systemPreferredMethods:
      found.isSystemPreferredAuthenticationMethodEnabled === true
        ? (found.systemPreferredAuthenticationMethods ?? [])
        : [],
    isAdmin: found.isAdmin === true,
    userType: found.userType?.toLowerCase() === 'guest' ? 'guest' : 'member',
    updatedAt: found.lastUpdatedDateTime,
  }));

interface SelfService {
  readonly isSsprCapable: boolean | undefined;
  readonly isSsprEnabled: boolean | undefined;
  readonly isSsprRegistered: boolean | undefined;
}

/** Only who is allowed to, has registered for it and has methods enough. */
function canReset({ isSsprCapable, isSsprEnabled, isSsprRegistered }: SelfService): boolean | undefined {
  if (isSsprEnabled === false || isSsprRegistered === false) return false;
  return isSsprCapable;
}

/** Everybody's row of the registration report. It takes no `$select`. */
export function listRegistrationDetails(client: Client): AsyncGenerator<readonly RegistrationDetails[]> {
  const request = client.api('/reports/authenticationMethods/userRegistrationDetails').top(pageSize);
  return readPages(client, request, details, mostPages);
}
