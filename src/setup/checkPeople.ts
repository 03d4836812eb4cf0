import { roleIds } from '../cases/roleMatrix';
import { isFault } from '../faults';
import type { createGraphClient } from '../graph/graphClient';
import { graphDirectory } from '../graph/graphDirectory';
import { listGroupMembers } from '../graph/listGroupMembers';
import { note, wrong, type Finding } from './finding';

export interface PeopleSettings {
  readonly approverIds: readonly string[];
  readonly approverGroupIds: readonly string[];
  readonly breakGlassIds: readonly string[];
}

type Client = ReturnType<typeof createGraphClient>;

const approvingRoles: readonly string[] = [
  roleIds.authenticationAdministrator,
  roleIds.privilegedAuthenticationAdministrator,
  roleIds.globalAdministrator,
];

/** Whether those whom the settings name are there, and can do what they are named for. */
export async function checkPeople(client: Client, settings: PeopleSettings): Promise<readonly Finding[]> {
  const { approverIds, approverGroupIds, breakGlassIds } = settings;
  const both = approverIds.filter((id) => breakGlassIds.includes(id));
  return [
    ...(approverIds.length + approverGroupIds.length === 0
      ? [
          wrong(
            'no approver is set',
            'Set MONBAN_APPROVER_GROUP_IDS to the object id of a group of approvers.',
          ),
        ]
      : []),
    ...(breakGlassIds.length === 0
      ? [
          note(
            'no break-glass account is named',
            'Set MONBAN_BREAK_GLASS_IDS, so that no remedy ever touches them.',
          ),
        ]
      : []),
    ...both.map((id) =>
      wrong(
        `the break-glass account ${id} is an approver`,
        'Take it out of MONBAN_APPROVER_IDS: it is for emergencies.',
      ),
    ),
    ...(await each(approverIds, (id) => checkApprover(client, id))),
    ...(await each(approverGroupIds, (id) => checkGroup(client, id))),
    ...(await each(breakGlassIds, (id) => checkBreakGlass(client, id))),
  ];
}

async function checkApprover(client: Client, id: string): Promise<readonly Finding[]> {
  const directory = graphDirectory(client);
  const person = await directory.person(id);
  const mend = 'Mend MONBAN_APPROVER_IDS, or the account in Entra.';
  if (person === undefined) return [wrong(`the approver ${id} is not in the tenant`, mend)];
  if (person.kind === 'guest')
    return [wrong(`the approver ${id} is a guest, and guests approve nothing`, mend)];
  if (!person.accountEnabled) return [wrong(`the approver ${id} is blocked`, mend)];
  const { roles } = await directory.standing(id);
  if (roles.some(({ roleId }) => approvingRoles.includes(roleId))) return [];
  const todo = 'Assign Authentication Administrator, or have them activate it before they approve.';
  return [note(`the approver ${id} holds no active role that may manage sign-in methods`, todo)];
}

async function checkGroup(client: Client, id: string): Promise<readonly Finding[]> {
  const members = await listGroupMembers(client, id);
  const mend = 'Mend MONBAN_APPROVER_GROUP_IDS, or the group in Entra.';
  if (members === undefined) return [wrong(`the approvers' group ${id} is not in the tenant`, mend)];
  return members.length === 0 ? [wrong(`the approvers' group ${id} has no members`, mend)] : [];
}

async function checkBreakGlass(client: Client, id: string): Promise<readonly Finding[]> {
  const person = await graphDirectory(client).person(id);
  const todo = 'Mend MONBAN_BREAK_GLASS_IDS: a wrong id protects nobody.';
  return person === undefined ? [wrong(`the break-glass account ${id} is not in the tenant`, todo)] : [];
}

/** A refused look is a finding of its own, said once by the permissions; it must not hide the others. */
async function each(
  ids: readonly string[],
  check: (id: string) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const found = await Promise.all(
    ids.map((id) =>
      check(id).catch((thrown: unknown) => {
        if (!isFault(thrown)) throw thrown;
        return [
          wrong(
            `Graph did not tell about ${id}: ${thrown.code}`,
            'Mend the permissions above, and look again.',
          ),
        ];
      }),
    ),
  );
  return found.flat();
}
