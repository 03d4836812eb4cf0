import type { Client } from '@microsoft/microsoft-graph-client';
import { getPerson } from './getPerson';
import { listGroupMembers } from './listGroupMembers';
import { listHoldersOf } from './listRoleAssignments';

/** Entra's template ids of the roles that may help anybody, other admins included. */
const helpingRoles = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  privilegedAuthenticationAdministrator: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
};

/** How many enabled people hold such a role for the whole tenant, apart from this one. Apps do not count. */
export async function otherAdministrators(client: Client, personId: string): Promise<number> {
  const roles = Object.values(helpingRoles);
  const held = (await Promise.all(roles.map((roleId) => listHoldersOf(client, roleId)))).flat();
  const holders = new Set(held.filter(({ scope }) => scope === '/').map(({ principalId }) => principalId));
  holders.delete(personId.toLowerCase());
  const enabled = await Promise.all([...holders].map((holder) => enabledPeople(client, holder)));
  const people = new Set(enabled.flat());
  people.delete(personId.toLowerCase());
  return people.size;
}

/** The enabled people behind a holder: the person, or the members of the group. */
async function enabledPeople(client: Client, holderId: string): Promise<readonly string[]> {
  const person = await getPerson(client, holderId);
  if (person !== undefined) return person.accountEnabled ? [person.id] : [];
  const members = (await listGroupMembers(client, holderId)) ?? [];
  const people = await Promise.all(members.map((memberId) => getPerson(client, memberId)));
  return people.filter((member) => member?.accountEnabled === true).map((member) => member?.id ?? '');
}
