import type { Assessment } from '../triage/assessment';
import type { Knowledge } from '../triage/knowledge';
import { nextStep } from '../triage/nextStep';
import type { Observation } from '../triage/observation';
import { readOpening } from '../triage/readOpening';
import { valuesOf, type SupportCase } from './caseFile';

/** How a case went: what was read from the opening, what was asked, and where it ended. */
export interface WalkedCase {
  readonly read: readonly Observation[];
  readonly asked: readonly string[];
  readonly assessment: Assessment;
}

/** Takes one case through the triage that the bot uses; a fact that the case does not hold is answered "unknown". */
export function walkCase(knowledge: Knowledge, supportCase: SupportCase): WalkedCase {
  const read = readOpening(knowledge, supportCase.opening);
  const observations: Observation[] = [...read, ...tenantObservations(supportCase)];
  const asked: string[] = [];
  for (;;) {
    const step = nextStep(knowledge, { observations, asked });
    if (step.kind === 'conclude') return { read, asked, assessment: step.assessment };
    for (const finding of step.findings) {
      asked.push(finding);
      const fact = supportCase.facts[finding];
      observations.push({
        finding,
        values: fact === undefined ? ['unknown'] : valuesOf(fact),
        origin: 'person',
      });
    }
  }
}

/** What the tenant tells of a case, as evidence that nobody is asked for. */
export function tenantObservations({ tenant }: SupportCase): readonly Observation[] {
  return Object.entries(tenant).map(([finding, value]) => ({
    finding,
    values: valuesOf(value),
    origin: 'tenant',
  }));
}
