import type { Logger } from 'pino';
import { Fault, isFault } from '../faults';
import type { Directory } from '../ports/directory';
import type { Evidence, ReadEvidence } from '../ports/evidence';
import type { Observation } from '../triage/observation';
import { methodsToFindings } from './methodsToFindings';
import { personToFindings } from './personToFindings';
import { isAdmin, standingToFindings } from './standingToFindings';
import { tenantFinding } from './tenantFinding';
import { startTimeBudget } from './timeBudget';

/** A person is writing: after this the conversation goes on with what was read. */
const defaultBudgetMs = 2000;

interface ReadEvidenceDeps {
  readonly directory: Directory;
  readonly log: Pick<Logger, 'error'>;
  readonly budgetMs?: number | undefined;
}

type Findings = readonly Observation[];

/** Turns what the directory knows of a person into findings, all reads at once. */
export function createReadEvidence(deps: ReadEvidenceDeps): ReadEvidence {
  return async (personId) => {
    const budget = startTimeBudget(deps.budgetMs ?? defaultBudgetMs);
    const reads = Object.entries(startReads(deps.directory, personId)).map(async ([name, read]) => {
      const outcome = await Promise.race([findingsOrFault(read, deps.log), budget.over]);
      return typeof outcome === 'string' ? notAvailable(`${name}: ${outcome}`) : available(outcome);
    });
    const parts = await Promise.all(reads).finally(budget.end);
    return {
      findings: parts.flatMap((part) => part.findings),
      notAvailable: parts.flatMap((part) => part.notAvailable),
    };
  };
}

function startReads(directory: Directory, personId: string): Readonly<Record<string, Promise<Findings>>> {
  const standing = directory.standing(personId);
  return {
    person: directory.person(personId).then((person) => {
      if (person === undefined) throw new Fault('graph-not-found', 'The tenant has no such person');
      return personToFindings(person);
    }),
    methods: directory.methods(personId).then(methodsToFindings),
    standing: standing.then(standingToFindings),
    otherAdministrators: standing.then(async (held) => {
      // Who else could help matters only where an admin is locked out, and it asks Graph for every admin there is.
      if (!isAdmin(held)) return [];
      return [tenantFinding('other_admin_available', (await directory.otherAdministrators(personId)) > 0)];
    }),
  };
}

/** A fault's code is an answer here. A bug stays a bug, and is logged because it may come too late to be heard. */
function findingsOrFault(read: Promise<Findings>, log: ReadEvidenceDeps['log']): Promise<Findings | string> {
  return read.catch((thrown: unknown) => {
    if (isFault(thrown)) return thrown.code;
    log.error({ err: thrown }, 'reading evidence failed');
    throw thrown;
  });
}

function available(findings: Findings): Evidence {
  return { findings, notAvailable: [] };
}

function notAvailable(what: string): Evidence {
  return { findings: [], notAvailable: [what] };
}
