import { sameId } from '../cases/sameId';
import { findRequest, type RequestReference } from './findRequest';
import { freezeFor } from './freezeRequest';
import type { RequestDeps } from './requestDeps';

/** The directory's manager says that whoever asks is not the person: everything stops and security is called. */
export async function vouchAgainst(
  deps: RequestDeps,
  said: {
    readonly reference: RequestReference;
    readonly conversationId: string;
    readonly managerId: string;
  },
): Promise<'frozen' | 'tooOld' | 'notStaff'> {
  const request = await deps.store.transaction((tx) => findRequest(tx, said, deps.clock()));
  const managerId = request === undefined ? undefined : await deps.directory.managerOf(request.personId);
  // Nobody but the manager learns whether there is such a request.
  if (request === undefined || managerId === undefined || !sameId(managerId, said.managerId))
    return 'notStaff';
  const reported = { personId: request.personId, actorId: said.managerId, why: 'managerSaysNo' } as const;
  return (await freezeFor(deps, reported)) === 'stopped' ? 'frozen' : 'tooOld';
}
