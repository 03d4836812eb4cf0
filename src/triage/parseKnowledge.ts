import type { Knowledge } from './knowledge';
import { knowledgeOf } from './knowledgeOf';
import { readSource, type KnowledgeProblem } from './knowledgeSource';

export type { Knowledge } from './knowledge';

type ParsedKnowledge =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly problems: readonly KnowledgeProblem[] };

/**
 * Turns the knowledge files into what triage works with, or names everything that is wrong with them; with `today`
 * (YYYY-MM-DD) also which sources have run out.
 */
export function parseKnowledge(
  files: readonly { readonly name: string; readonly text: string }[],
  today?: string,
): ParsedKnowledge {
  const read = files.map(readSource);
  const unreadable = read.flatMap((result) => ('problems' in result ? result.problems : []));
  // References into a file that could not be read would all look unknown: those are named only once it can.
  if (unreadable.length > 0) return { ok: false, problems: unreadable };
  return knowledgeOf(
    read.flatMap((result) => ('source' in result ? [result.source] : [])),
    today,
  );
}
