import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { isFault } from '../faults';
import { readKnowledgeFolder } from '../readKnowledge';
import { countConfirmedCauses, type ConfirmedCause } from '../storage/countConfirmedCauses';
import { parseKnowledge, type Knowledge } from '../triage/parseKnowledge';
import { codeOf } from './codeOf';
import { learnAccept } from './learnAccept';
import { learnReport } from './learnReport';
import { learnSuggestions } from './learnSuggestions';
import { readOptions } from './readOptions';

type Outcome = { readonly lines: readonly string[] } | { readonly problem: string };

interface Folder {
  readonly files: ReturnType<typeof readKnowledgeFolder>;
  readonly knowledge: Knowledge;
}

const usage =
  'npm run learn -- --database data/monban.sqlite [--since 2026-12-01] [--accept CAUSE]... [--folder PATH]';
const isoDate = z.iso.date();

const whyNot = {
  missing: 'there is no such file',
  notMonbans: 'it is no database of Monban',
  older: 'it was written by an older Monban; start this one with it once',
  newer: 'it was written by a newer Monban; use the commands of that version',
};

/** What closed cases suggest for the priors; with `--accept` one step of each named cause is written. */
export function learnRun(args: readonly string[], ownFolder: string): Outcome {
  const given = readArguments(args);
  if ('problem' in given) return given;
  const folder = given.folder ?? ownFolder;
  const read = readFolder(folder);
  if ('problem' in read) return read;
  const counted = count(given);
  if ('problem' in counted) return counted;

  const suggestions = learnSuggestions(read.knowledge, counted.confirmed);
  if (given.accept.length === 0) return { lines: learnReport(suggestions, counted.confirmed) };
  const accepted = learnAccept(read.files, suggestions, given.accept);
  if ('problem' in accepted) return { problem: `Nothing was changed: ${accepted.problem}` };
  for (const { name, text } of accepted.files) writeFileSync(path.join(folder, name), text);
  return {
    lines: [
      ...accepted.changes.map(
        ({ file, line, cause, from, to }) => `${path.join(folder, file)}:${line}  ${cause}: ${from} -> ${to}`,
      ),
      'It counts when Monban is started again.',
    ],
  };
}

function readArguments(args: readonly string[]) {
  const given = readOptions(
    args,
    {
      database: { type: 'string' },
      since: { type: 'string', default: '1970-01-01' },
      accept: { type: 'string', multiple: true, default: [] },
      folder: { type: 'string' },
    },
    usage,
  );
  if ('problem' in given) return given;
  const { database, since, accept, folder } = given.values;
  if (database === undefined) return { problem: `Say which database. Usage: ${usage}` };
  if (!isoDate.safeParse(since).success) return { problem: '--since is a date, written as 2026-12-01' };
  return { database, since: Date.parse(since), accept, folder };
}

function readFolder(folder: string): Folder | { readonly problem: string } {
  const files = filesOf(folder);
  if (files === undefined) return { problem: `${folder} cannot be read as a folder of knowledge` };
  const parsed = parseKnowledge(files);
  if (parsed.ok) return { files, knowledge: parsed.knowledge };
  return { problem: `The knowledge in ${folder} is not usable: run npm run knowledge:check to see why` };
}

function filesOf(folder: string): Folder['files'] | undefined {
  try {
    return readKnowledgeFolder(folder);
  } catch (error) {
    // No such folder, no folder, no permission: all have a code. Anything else is a bug.
    if (codeOf(error) === '') throw error;
    return undefined;
  }
}

function count(given: {
  database: string;
  since: number;
}): { readonly confirmed: readonly ConfirmedCause[] } | { readonly problem: string } {
  try {
    const counted = countConfirmedCauses({ file: given.database, since: given.since });
    return counted.ok ? counted : { problem: `${given.database} cannot be counted: ${whyNot[counted.why]}` };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { problem: `${given.database} cannot be counted: ${error.message}` };
  }
}
