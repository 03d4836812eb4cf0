import { moveDatabase, type MoveOutcome } from '../storage/moveDatabase';
import { StartProblem } from '../startProblem';
import { fail, print } from './commandOutput';
import { addressOf } from './openNamedStore';
import { readOptions } from './readOptions';

const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
const usage =
  'npm run database:move -- --from FILE-OR-URL --to FILE-OR-URL (Monban stopped, the target empty)';

const problems: Readonly<Record<Extract<MoveOutcome, { ok: false }>['why'], (where: string) => string>> = {
  notEmpty: (where) => `The target is not empty (${where}). Nothing was copied.`,
  changedMeanwhile: (where) =>
    `The source was changed meanwhile (${where}): stop every Monban first. Nothing was copied.`,
  chainBroken: (where) =>
    `The audit trail of tenant ${where} does not verify in the target: do not use it, and run audit:verify on the source.`,
};

/** Copies a store to the other engine, or to another place, and says what arrived. */
async function databaseMove(): Promise<void> {
  const read = readOptions(process.argv.slice(2), options, usage);
  const from = 'problem' in read ? undefined : read.values.from;
  const to = 'problem' in read ? undefined : read.values.to;
  if (from === undefined || to === undefined) {
    fail('problem' in read ? read.problem : `Usage: ${usage}`);
    return;
  }
  try {
    const outcome = await moveDatabase({ from: addressOf(from), to: addressOf(to), clock: Date.now });
    if (!outcome.ok) {
      fail(problems[outcome.why](outcome.where));
      return;
    }
    for (const [table, rows] of Object.entries(outcome.rows)) print(`${table}: ${rows}`);
    print(`Everything arrived: counts are equal, and the audit chains verify (${outcome.chains}).`);
  } catch (thrown) {
    if (!(thrown instanceof StartProblem)) throw thrown;
    fail(thrown.message);
  }
}

void databaseMove();
