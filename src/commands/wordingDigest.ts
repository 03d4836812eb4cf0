import { createHash } from 'node:crypto';
import type { KnowledgeFile } from '../triage/knowledgeFile';

/**
 * A short digest of the words and patterns that a learnt reading of wording builds on. What was learnt before they
 * changed still works, but knows the old ones: it has to be learnt again.
 */
export function wordingDigest(files: readonly KnowledgeFile[]): string {
  const read = files.flatMap(({ words = {}, openings = {}, errorCodes = {} }) => [
    ...Object.entries(words),
    ...Object.entries(openings),
    ...Object.keys(errorCodes),
  ]);
  // In which file and order they stand makes no difference.
  const lines = read.map((entry) => JSON.stringify(entry)).toSorted();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/** Whether the words or patterns have changed since the wording was learnt. */
export function wordingIsOld(files: readonly KnowledgeFile[]): boolean {
  const learnt = files.flatMap(({ wording }) => wording ?? []);
  return learnt.some(({ learntFrom }) => learntFrom !== wordingDigest(files));
}
