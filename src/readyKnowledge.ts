import { readKnowledge } from './readKnowledge';
import type { Knowledge } from './triage/knowledge';
import { parseKnowledge } from './triage/parseKnowledge';

/** The knowledge, or all that is wrong with it at once, sources that have run out too: without it Monban does not start. */
export function readyKnowledge(projectRoot: string, today: string): Knowledge {
  const read = parseKnowledge(readKnowledge(projectRoot), today);
  if (read.ok) return read.knowledge;
  const problems = read.problems.map(({ file, line, message }) => `${file}:${String(line)} ${message}`);
  throw new Error(`the knowledge base is not usable:\n${problems.join('\n')}`);
}
