import type { Client } from '@microsoft/microsoft-graph-client';
import type { AuthenticationMethod } from '../cases/authenticationMethod';
import type { Directory } from '../ports/directory';
import { getManager } from './getManager';
import { getGroup } from './getGroup';
import { getPassPolicy } from './getPassPolicy';
import { getPerson } from './getPerson';
import { getPreferredMethod } from './getPreferredMethod';
import { getStanding } from './getStanding';
import { getUserRisk } from './getUserRisk';
import { groupsAmong } from './groupsAmong';
import { listMethods } from './listMethods';
import { markDefault } from './markDefault';
import { otherAdministrators } from './otherAdministrators';

/** The tenant as Microsoft Graph shows it. */
export function graphDirectory(client: Client): Directory {
  return {
    person: (personId) => getPerson(client, personId),
    standing: (personId) => getStanding(client, personId),
    methods: (personId) => methodsWithDefault(client, personId),
    passPolicy: () => getPassPolicy(client),
    groupsAmong: (personId, groupIds) => groupsAmong(client, personId, groupIds),
    personByUserName: (userPrincipalName) => getPerson(client, userPrincipalName),
    managerOf: (personId) => getManager(client, personId),
    group: (groupId) => getGroup(client, groupId),
    userRisk: (personId) => getUserRisk(client, personId),
    otherAdministrators: (personId) => otherAdministrators(client, personId),
  };
}

async function methodsWithDefault(
  client: Client,
  personId: string,
): Promise<readonly AuthenticationMethod[]> {
  const [methods, preferred] = await Promise.all([
    listMethods(client, personId),
    getPreferredMethod(client, personId),
  ]);
  return markDefault(methods, preferred);
}
