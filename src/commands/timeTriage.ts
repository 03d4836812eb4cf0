import { assess } from '../triage/assess';
import type { Knowledge } from '../triage/knowledge';
import { nextStep } from '../triage/nextStep';
import type { Observation } from '../triage/observation';
import { frequencies, type HowOften } from '../triage/scale';

/** Numbers from 0 to 1 that look drawn by lot and are the same every time (Park and Miller's generator). */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type Lot = () => number;

/** Takes made-up people through the triage and gives, for every turn, how long ranking and choosing took, in ms. */
export function timeTriage(knowledge: Knowledge, walks: number, seed: number): readonly number[] {
  const lot = lots(seed);
  return Array.from({ length: walks }, () => timeWalk(knowledge, lot)).flat();
}

function timeWalk(knowledge: Knowledge, lot: Lot): readonly number[] {
  const cause = knowledge.causes[Math.floor(lot() * knowledge.causes.length)];
  const answer = (finding: string): Observation => ({
    finding,
    values: [answerUnder(knowledge, cause?.seen.get(finding), finding, lot)],
    origin: 'person',
  });
  const share = opened / knowledge.findings.size;
  const observations = [...knowledge.findings.keys()].filter(() => lot() < share).map(answer);
  const asked: string[] = [];
  const times: number[] = [];
  for (;;) {
    const start = performance.now();
    assess(knowledge, observations);
    const step = nextStep(knowledge, { observations, asked });
    times.push(performance.now() - start);
    if (step.kind === 'conclude') return times;
    asked.push(...step.findings);
    observations.push(...step.findings.map(answer));
  }
}

/** About how many findings a person's first words hold. */
const opened = 3;
/** How often somebody who is asked cannot say. */
const unsure = 0.2;

type Seen = ReadonlyMap<string, HowOften>;

/** What somebody with this trouble would answer, by how often the knowledge says that it is seen. */
function answerUnder(knowledge: Knowledge, seen: Seen | undefined, id: string, lot: Lot): string {
  const finding = knowledge.findings.get(id);
  if (finding === undefined || lot() < unsure) return 'unknown';
  const chance = (value: string) =>
    frequencies[seen?.get(value) ?? finding.values.get(value)?.otherwise ?? 'never'];
  if (finding.kind === 'yes-no') return String(lot() < chance('true'));
  const possible = [...(seen?.keys() ?? []), ...finding.values.keys()];
  return possible.find((value) => lot() < chance(value)) ?? 'unknown';
}
