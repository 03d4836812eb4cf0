import { StartProblem } from '../../startProblem';

type Why = ConstructorParameters<typeof StartProblem>[0];

/** The system's own codes, where a folder or the file could not be made. */
const ofSystem = new Map<string, readonly [Why, string]>([
  ['EACCES', ['database-forbidden', 'this account may not write there']],
  ['EPERM', ['database-forbidden', 'this account may not write there']],
  ['EROFS', ['database-forbidden', 'the disk is mounted to read only']],
  ['ENOTDIR', ['database-missing', 'a part of the path is a file, not a folder']],
  ['EEXIST', ['database-missing', 'a part of the path is a file, not a folder']],
  ['EISDIR', ['database-missing', 'it is a folder, not a file']],
  ['ENOSPC', ['database-unfit', 'the disk is full']],
]);

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const ofSqlite = new Map<number, readonly [Why, string]>([
  [5, ['database-unreachable', 'another process holds it and does not let go']],
  [8, ['database-forbidden', 'this account may not write there']],
  [10, ['database-unfit', 'its disk cannot be read or written']],
  [11, ['database-unfit', 'it is damaged: restore the last backup']],
  [13, ['database-unfit', 'the disk is full']],
  [14, ['database-forbidden', 'it cannot be opened or made there']],
  [26, ['database-unfit', 'it holds something else than a database']],
]);

/** Why a file cannot be used, in words for the person who starts Monban; undefined for anything else that was thrown. */
export function sqliteStartProblem(file: string, thrown: unknown): StartProblem | undefined {
  if (thrown instanceof StartProblem) return thrown;
  const known = knownReason(thrown) ?? knownReason(causeOf(thrown));
  if (known === undefined) return undefined;
  const [code, reason] = known;
  return new StartProblem(
    code,
    `The database file ${file} cannot be used: ${reason} (MONBAN_DATABASE_FILE).`,
    thrown,
  );
}

function knownReason(thrown: unknown): readonly [Why, string] | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { code, errcode }: { code?: unknown; errcode?: unknown } = thrown;
  if (typeof errcode === 'number') return ofSqlite.get(errcode & 0xff);
  return typeof code === 'string' ? ofSystem.get(code) : undefined;
}

function causeOf(thrown: unknown): unknown {
  return thrown instanceof Error ? thrown.cause : undefined;
}
