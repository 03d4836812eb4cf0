import type { Logger } from 'pino';
import type { Evidence, NotAvailable, ReadEvidence } from '../ports/evidence';
import type { Store } from '../ports/store';
import { keptMethodPolicies } from './keptRecords';
import { findingsOf, readKept, tellsOfPerson, type KnownRecords } from './knownRecords';
import { lookUpTenant } from './lookUpTenant';
import { startPersonParts, type Part, type PersonParts, type PersonPartsDeps } from './personParts';
import { startTimeBudget } from './timeBudget';

/** A person is writing: after this the conversation goes on with what was read. */
const defaultBudgetMs = 2000;
/** A conversation's next turn asks again: until then the same answer will do. */
const cacheMs = 60_000;
/** What went wrong is tried again sooner. */
const cacheFailedMs = 10_000;
/** Beyond this many people at once the oldest readings go early: whoever asks again has them read again. */
const mostReadings = 1000;

export interface ReadEvidenceDeps extends PersonPartsDeps {
  readonly store: Store;
  readonly log: Pick<Logger, 'error'>;
  readonly budgetMs?: number | undefined;
}

interface Reading {
  readonly startedAt: number;
  readonly parts: PersonParts;
  failed: boolean;
}

/**
 * Turns what the tenant knows of a person into findings. What is kept is looked up, the rest is read at once and for
 * everybody who asks about the same person together. What is late goes on, and is there for the next one who asks.
 */
export function createReadEvidence(deps: ReadEvidenceDeps): ReadEvidence {
  const readings = new Map<string, Reading>();
  return async (personId, budgetMs = deps.budgetMs ?? defaultBudgetMs) => {
    const budget = startTimeBudget(budgetMs);
    const { parts } = readingOf(deps, readings, personId);
    const waited = Object.entries(parts).map(async ([name, part]) => {
      const outcome = await Promise.race([part, budget.over]);
      return outcome === 'late' ? latePart(name) : outcome;
    });
    const lookedUp = lookUpTenant(deps.store, personId, deps.clock());
    const [kept, ...read] = await Promise.all([lookedUp, ...waited]).finally(budget.end);
    return evidenceOf(personId, [kept, ...read], deps.clock());
  };
}

/**
 * Of somebody whom no record tells of, a list that does not name them proves nothing, nor does what holds for the
 * tenant in general: only what is positively so (Microsoft reports a disturbance) is told then.
 */
function evidenceOf(personId: string, parts: readonly Part[], now: number): Evidence {
  const known = parts.reduce<KnownRecords>((all, part) => ({ ...all, ...part.known }), {});
  const found = findingsOf(personId, known, now);
  return {
    findings: tellsOfPerson(known) ? found : found.filter(({ values }) => !values.includes('false')),
    notAvailable: parts.flatMap(({ notAvailable }) => notAvailable),
  };
}

/** What is late, by the records that it would have brought. Whether there are other admins is asked of few. */
function latePart(name: string): Part {
  const what: Readonly<Record<string, readonly string[]>> = {
    account: ['account', 'methods', 'devices', 'roles'],
    groups: ['methodPolicies'],
  };
  const late = (what[name] ?? []).map((record): NotAvailable => ({ what: record, why: 'late' }));
  return { known: {}, notAvailable: late };
}

/** The reads about a person that are on their way or came in lately, else new ones. */
function readingOf(deps: ReadEvidenceDeps, readings: Map<string, Reading>, personId: string): Reading {
  const now = deps.clock();
  const current = readings.get(personId);
  if (current !== undefined && !isOver(current, now)) return current;
  readings.delete(personId);
  // The oldest come first: in a storm there are too many to look at each of them each time.
  for (const [id, reading] of readings) {
    if (readings.size < mostReadings && !isOver(reading, now)) break;
    readings.delete(id);
  }
  const policies = deps.store
    .look(({ tenant }) => tenant.ofTenant('methodPolicies'))
    .then(([row]) => (row === undefined ? undefined : readKept(keptMethodPolicies, row.body)));
  const reading: Reading = {
    startedAt: now,
    parts: startPersonParts(deps, personId, policies),
    failed: false,
  };
  readings.set(personId, reading);
  for (const part of Object.values(reading.parts)) void watch(deps, reading, part);
  return reading;
}

function isOver({ failed, startedAt }: Reading, now: number): boolean {
  const age = now - startedAt;
  return age < 0 || age >= (failed ? cacheFailedMs : cacheMs);
}

/** A bug may come too late to be heard by whoever asked, so it is logged here as well. */
async function watch(deps: ReadEvidenceDeps, reading: Reading, part: Promise<Part>): Promise<void> {
  try {
    if ((await part).notAvailable.length > 0) reading.failed = true;
  } catch (thrown) {
    reading.failed = true;
    deps.log.error({ err: thrown }, 'reading evidence failed');
  }
}
