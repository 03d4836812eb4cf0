import { assess } from './assess';
import type { NextStep, TriageProgress } from './assessment';
import { contradictions } from './contradictions';
import { heardFindings, type Heard } from './heardFindings';
import type { Finding, Knowledge, Tuning } from './knowledge';
import { valueOfAsking } from './valueOfAsking';
import { weighEvidence } from './weighEvidence';

/** Nobody is asked more than this, whatever is still open. */
const mostQuestions = 6;
const mostOnOneCard = 3;

/** Asks what helps the decision most, or says what it is once no answer is worth the asking. */
export function nextStep(knowledge: Knowledge, progress: TriageProgress): NextStep {
  const left = mostQuestions - progress.asked.length;
  const card = left <= 0 ? [] : chooseCard(knowledge, progress, left);
  if (card.length === 0) return { kind: 'conclude', assessment: assess(knowledge, progress.observations) };
  return { kind: 'ask', findings: card.slice(0, Math.min(mostOnOneCard, left)).map(({ id }) => id) };
}

/** What the next card asks, the most telling first; nothing where no answer is worth the asking. */
function chooseCard(knowledge: Knowledge, progress: TriageProgress, left: number): readonly Finding[] {
  const { tuning } = knowledge;
  const heard = heardFindings(knowledge, progress.observations);
  const probabilities = weighEvidence(knowledge, heard);
  if (symptomIsUnclear(tuning, progress, heard, Math.max(...probabilities))) return symptomOf(knowledge);
  const disputed = inDispute(knowledge, progress);
  if (disputed !== undefined) return [disputed];
  const open = [...knowledge.findings.values()].filter(
    (finding) =>
      mayBeAsked(finding) && !heard.telling.has(finding.id) && !progress.asked.includes(finding.id),
  );
  const { route, asking } = valueOfAsking(knowledge, heard, probabilities, open);
  const ranked = asking.toSorted((one, other) => other.value - one.value);
  const best = ranked[0];
  const needed = open.filter(({ id }) => knowledge.routes.get(route)?.askBefore.includes(id));
  const lastChance = left <= needed.length;
  if (best === undefined || (needed.length > 0 && (lastChance || best.value < tuning.worthMoreThanNeeded)))
    return needed;
  if (best.value <= tuning.firstQuestion + tuning.eachFurther * progress.asked.length) return [];
  const { card } = best.finding;
  const alongside = ranked
    .slice(1)
    .filter(({ finding, value }) => finding.card === card && value > tuning.secondOnCard);
  return [best, ...(card === undefined ? [] : alongside)].map(({ finding }) => finding);
}

/** Nobody said it in answer to a plain question, and what was read between the lines settles too little. */
function symptomIsUnclear(
  { standsOut }: Tuning,
  { asked }: TriageProgress,
  heard: Heard,
  highest: number,
): boolean {
  if (asked.includes('symptom')) return false;
  const read = heard.telling.get('symptom');
  if (read === undefined) return highest < standsOut.withoutSymptom;
  return read.origin === 'opening' && highest < standsOut.withSymptom;
}

/** A contradiction is asked about once: what was only read or told by the tenant, in so many words. */
function inDispute(knowledge: Knowledge, { observations, asked }: TriageProgress): Finding | undefined {
  return contradictions(knowledge, observations)
    .filter((findings) => !findings.every((finding) => asked.includes(finding)))
    .flatMap((findings) => findings.map((finding) => knowledge.findings.get(finding)))
    .find((finding) => finding !== undefined && mayBeAsked(finding) && !asked.includes(finding.id));
}

function symptomOf(knowledge: Knowledge): readonly Finding[] {
  const symptom = knowledge.findings.get('symptom');
  return symptom === undefined ? [] : [symptom];
}

function mayBeAsked(finding: Finding): boolean {
  return finding.by === 'person' || finding.by === 'either';
}
