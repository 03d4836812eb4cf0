import { knowledgeFile } from './knowledgeFile';
import type { KnowledgeSource } from './knowledgeSource';

/**
 * A knowledge file of which the build has already read what it holds: held against the same schema. Nothing where it does
 * not fit: on which line that is, only the file itself tells.
 */
export function compiledSource(file: {
  readonly name: string;
  readonly content: unknown;
}): KnowledgeSource | undefined {
  const parsed = knowledgeFile.safeParse(file.content);
  if (!parsed.success) return undefined;
  return { name: file.name, content: parsed.data, lineOf: () => 1 };
}
