import { plainLine } from '../cards/plainText';
import type { Directory } from '../ports/directory';
import { readName } from '../usecases/readName';

/** What somebody is called, as it may stand in a message. */
export async function shownName(directory: Directory, personId: string): Promise<string> {
  return plainLine(await readName(directory, personId), 80);
}
