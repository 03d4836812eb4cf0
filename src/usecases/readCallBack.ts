import type { RemedyRequest } from '../cases/remedyRequest';
import type { Directory } from '../ports/directory';

/**
 * How the numbers end that the directory holds of the person, for who is to call back: enough to see that it is the same
 * number, not enough to call one that somebody gave (SECURITY S6, S20). Undefined once nobody has to call any more.
 */
export async function readCallBack(
  directory: Directory,
  { personId, proof, state }: RemedyRequest,
): Promise<readonly string[] | undefined> {
  if (proof !== undefined || state !== 'awaitingProof') return undefined;
  const phones = (await directory.person(personId))?.phones;
  return phones?.map((number) => number.replace(/\D/gu, '').slice(-2));
}
