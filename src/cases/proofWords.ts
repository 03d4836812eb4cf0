import type { ProofKind } from './remedyRequest';

const words: ReadonlyMap<string, ProofKind> = new Map<string, ProofKind>([
  ['call-back', 'call-back'],
  ['callback', 'call-back'],
  ['電話', 'call-back'],
  ['折り返し電話', 'call-back'],
  ['manager-vouched', 'manager-vouched'],
  ['manager', 'manager-vouched'],
  ['上司', 'manager-vouched'],
  ['in-person', 'in-person'],
  ['対面', 'in-person'],
]);

/** The proof of identity that a typed word names. */
export function proofKindOf(word: string): ProofKind | undefined {
  return words.get(word.toLowerCase());
}
