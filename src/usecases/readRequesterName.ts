import type { RemedyRequest } from '../cases/remedyRequest';
import type { Directory } from '../ports/directory';

/** The requester's name for a card; a request of one's own needs none. */
export async function readRequesterName(
  directory: Directory,
  request: RemedyRequest,
): Promise<string | undefined> {
  if (request.requesterId === request.personId) return undefined;
  return (await directory.person(request.requesterId))?.displayName;
}
