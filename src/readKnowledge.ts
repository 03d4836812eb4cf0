import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface KnowledgeText {
  readonly name: string;
  readonly text: string;
}

/** Where the product's own knowledge lies. */
export function knowledgeFolder(projectRoot: string): string {
  return path.join(projectRoot, 'src', 'triage', 'knowledge');
}

/** Reads the knowledge files of the project, in the order of their names. */
export function readKnowledge(projectRoot: string): readonly KnowledgeText[] {
  return readKnowledgeFolder(knowledgeFolder(projectRoot));
}

/** Reads the knowledge files of any folder, such as an edited copy. */
export function readKnowledgeFolder(folder: string): readonly KnowledgeText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}
