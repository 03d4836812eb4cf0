import type { Client } from '@microsoft/microsoft-graph-client';
import type { Standing } from '../cases/person';
import { isFault } from '../faults';
import type { AccountDetails } from '../ports/personRecords';
import type { PersonReads, Read } from '../ports/tenantEvidence';
import { askBatch } from './askBatch';
import type { BatchAnswers, BatchRead } from './askBatch';
import { standingWith } from './getStanding';
import { activatedRolesRead, meansNone } from './listActivatedRoles';
import { membershipsRead, roleAssignable } from './listRoleAssignableGroups';
import { roleAssignmentsRead } from './listRoleAssignments';
import type { HeldRole } from './listRoleAssignments';
import { needing } from './needs';
import { ownPace } from './pacer';
import type { Pacer } from './pacer';
import { accountRead } from './readAccount';
import { devicesRead } from './readDevices';
import { methodsRead } from './readMethods';

/**
 * All that is read of a person who has just written, in one batch. The methods go along only while their limit has
 * room: in a rush the registration report has to do.
 */
export async function readPerson(client: Client, pacer: Pacer, personId: string): Promise<PersonReads> {
  const account = accountRead(personId);
  const devices = devicesRead(personId);
  const methods = methodsRead(personId);
  const standing = standingReads(personId);
  const turn = pacer.turnNow('methods');
  const always = [account, devices, ...Object.values(standing)];
  const answers = await askBatch(client, turn === undefined ? always : [...always, methods]).finally(() =>
    turn?.end(),
  );
  return {
    account: await seen('User.Read.All', () => Promise.resolve(accountIn(answers, account))),
    devices: await seen('User.Read.All', () => answers.all(devices)),
    methods: await seen('UserAuthenticationMethod.Read.All', () => {
      if (turn === undefined) throw ownPace();
      return answers.all(methods);
    }),
    standing: await seen('RoleManagement.Read.Directory', () => standingIn(client, answers, standing)),
  };
}

function standingReads(personId: string) {
  return {
    memberships: membershipsRead(personId),
    roles: roleAssignmentsRead(personId),
    activated: activatedRolesRead(personId),
  };
}

async function seen<T>(permission: string, read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { seen: true, value: await needing({ permission }, read) };
  } catch (thrown) {
    if (isFault(thrown)) return { seen: false, fault: thrown };
    throw thrown;
  }
}

function accountIn(answers: BatchAnswers, read: BatchRead<AccountDetails>): AccountDetails | undefined {
  try {
    return answers.of(read);
  } catch (thrown) {
    if (isFault(thrown, 'graph-not-found')) return undefined;
    throw thrown;
  }
}

async function standingIn(
  client: Client,
  answers: BatchAnswers,
  reads: ReturnType<typeof standingReads>,
): Promise<Standing> {
  const groups = roleAssignable(await answers.all(reads.memberships));
  const assigned = await answers.all(reads.roles);
  const activated = await answers.all(reads.activated).catch((thrown: unknown): readonly HeldRole[] => {
    if (isFault(thrown) && meansNone(thrown)) return [];
    throw thrown;
  });
  return standingWith(client, groups, [...assigned, ...activated]);
}
