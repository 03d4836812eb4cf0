import path from 'node:path';
import { parseKnowledge, type Knowledge } from '../../src/triage/parseKnowledge';
import { readKnowledge } from '../../src/readKnowledge';

const projectRoot = path.resolve(__dirname, '../..');
export const knowledgeFiles = readKnowledge(projectRoot);

/** The product's own knowledge, as the bot reads it at start. */
export function theKnowledge(): Knowledge {
  const parsed = parseKnowledge(knowledgeFiles);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.knowledge;
}
