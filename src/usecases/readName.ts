import { isFault } from '../faults';
import type { Directory } from '../ports/directory';

/**
 * What the directory calls somebody (another's text: whoever shows it makes it plain); their object id where it does not
 * answer, because nobody waits for a name.
 */
export async function readName(directory: Directory, personId: string): Promise<string> {
  try {
    const person = await directory.person(personId);
    return person === undefined ? personId : person.displayName;
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    return personId;
  }
}
