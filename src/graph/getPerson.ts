// GET /users/{id} · application User.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { Person } from '../cases/person';
import { isFault } from '../faults';
import { readOne } from './ask';
import { graphPath } from './graphPath';

/** Graph gives these only where they are named. */
export const personFields = [
  'id',
  'displayName',
  'userPrincipalName',
  'userType',
  'accountEnabled',
  'onPremisesSyncEnabled',
  'isManagementRestricted',
  'preferredLanguage',
  'employeeId',
  'mail',
  'mobilePhone',
  'businessPhones',
];

export const user = z.looseObject({
  id: z.string(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string(),
  // Accounts made before guests existed have none: they are members.
  userType: z.string().nullish(),
  accountEnabled: z.boolean(),
  onPremisesSyncEnabled: z.boolean().nullish(),
  isManagementRestricted: z.boolean().nullish(),
  preferredLanguage: z.string().nullish(),
  employeeId: z.string().nullish(),
  mail: z.string().nullish(),
  mobilePhone: z.string().nullish(),
  businessPhones: z.array(z.string()).nullish(),
});

/** A person of the tenant, or undefined where there is none with this id. */
export async function getPerson(client: Client, personId: string): Promise<Person | undefined> {
  try {
    return toPerson(await readOne(client.api(graphPath`/users/${personId}`).select(personFields), user));
  } catch (thrown) {
    if (isFault(thrown, 'graph-not-found')) return undefined;
    throw thrown;
  }
}

export function toPerson(found: z.infer<typeof user>): Person {
  return {
    id: found.id.toLowerCase(),
    displayName: found.displayName ?? found.userPrincipalName,
    userPrincipalName: found.userPrincipalName,
    kind: found.userType?.toLowerCase() === 'guest' ? 'guest' : 'member',
    accountEnabled: found.accountEnabled,
    synced: found.onPremisesSyncEnabled === true,
    managementRestricted: found.isManagementRestricted === true,
    preferredLanguage: found.preferredLanguage ?? undefined,
    employeeId: found.employeeId ?? undefined,
    mail: found.mail ?? undefined,
    phones: [found.mobilePhone ?? '', ...(found.businessPhones ?? [])].filter((number) => number !== ''),
  };
}
