import { readJobReference } from './jobReference';

/** What staff typed about jobs: `jobs`, `retry J-1a2b3c4d`, `ジョブ`, `再実行 J-1a2b3c4d`. */
export type JobCommand =
  | { readonly kind: 'list' }
  | { readonly kind: 'retry'; readonly reference: string }
  | { readonly kind: 'retryWhat' };

const listWords: readonly string[] = ['jobs', 'ジョブ'];
const retryWords: readonly string[] = ['retry', '再実行'];

/** Reads a typed command about jobs; undefined for anything else. */
export function readJobCommand(text: string): JobCommand | undefined {
  const [verb = '', what = '', ...more] = text.normalize('NFKC').trim().split(/\s+/u);
  if (more.length > 0) return undefined;
  if (listWords.includes(verb.toLowerCase()) && what === '') return { kind: 'list' };
  if (!retryWords.includes(verb.toLowerCase())) return undefined;
  const reference = readJobReference(what);
  return reference === undefined ? { kind: 'retryWhat' } : { kind: 'retry', reference };
}
