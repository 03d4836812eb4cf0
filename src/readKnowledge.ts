import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Reads the knowledge files of the project, in the order of their names. */
export function readKnowledge(
  projectRoot: string,
): readonly { readonly name: string; readonly text: string }[] {
  const folder = path.join(projectRoot, 'src', 'triage', 'knowledge');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}
