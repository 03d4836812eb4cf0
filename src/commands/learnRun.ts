import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { isFault } from '../faults';
import { readKnowledgeFolder } from '../readKnowledge';
import type { ConfirmedCause } from '../ports/store';
import { parseKnowledge, type Knowledge } from '../triage/parseKnowledge';
import { codeOf } from './codeOf';
import { learnAccept } from './learnAccept';
import { learnReport } from './learnReport';
import { learnSuggestions } from './learnSuggestions';
import { openNamedStore, storeOptions, storeUsage } from './openNamedStore';
import { readOptions } from './readOptions';

type Outcome = { readonly lines: readonly string[] } | { readonly problem: string };

interface Folder {
  readonly files: ReturnType<typeof readKnowledgeFolder>;
  readonly knowledge: Knowledge;
}

const usage = `npm run learn -- ${storeUsage} [--since 2026-12-01] [--accept CAUSE]... [--folder PATH]`;
const isoDate = z.iso.date();

type Environment = Parameters<typeof openNamedStore>[1];

/** What closed cases suggest for the priors; with `--accept` one step of each named cause is written. */
export async function learnRun(
  args: readonly string[],
  ownFolder: string,
  environment: Environment,
): Promise<Outcome> {
  const given = readArguments(args);
  if ('problem' in given) return given;
  const folder = given.folder ?? ownFolder;
  const read = readFolder(folder);
  if ('problem' in read) return read;
  const counted = await count(given, environment);
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
      ...storeOptions,
      since: { type: 'string', default: '1970-01-01' },
      accept: { type: 'string', multiple: true, default: [] },
      folder: { type: 'string' },
    },
    usage,
  );
  if ('problem' in given) return given;
  const { since } = given.values;
  if (!isoDate.safeParse(since).success) return { problem: '--since is a date, written as 2026-12-01' };
  return { ...given.values, since: Date.parse(since) };
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

async function count(
  given: { readonly database?: string; readonly tenant?: string; readonly since: number },
  environment: Environment,
): Promise<{ readonly confirmed: readonly ConfirmedCause[] } | { readonly problem: string }> {
  const named = await openNamedStore(given, environment);
  if ('problem' in named) return { problem: `Nothing can be counted: ${named.problem}` };
  const { opened } = named;
  try {
    return { confirmed: await opened.store.look(({ cases }) => cases.confirmedCauses(given.since)) };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { problem: `Nothing can be counted: ${error.message}` };
  } finally {
    await opened.close();
  }
}
