import { assess } from './assess';
import type { NextStep, TriageProgress } from './assessment';
import { heardFindings } from './heardFindings';
import type { Finding, Knowledge } from './knowledge';
import { valueOfAsking } from './valueOfAsking';
import { weighEvidence } from './weighEvidence';

/** Nobody is asked more than this, whatever is still open. */
const mostQuestions = 6;
/** What one more question must be worth: the burden of answering it. */
const worthAsking = 0.012;
/** What a second finding on the same card must be worth: it saves a turn, yet has to be read and answered. */
const worthAdding = 0.06;
const mostOnOneCard = 3;
/** Above this a question about the cause comes before what has to be asked ahead of a reset. */
const worthMore = 0.08;
/** From this probability on a cause stands out, so that what was read need not be confirmed. */
const standsOut = 0.6;

/** Asks what helps the decision most, or says what it is once no answer is worth the asking. */
export function nextStep(knowledge: Knowledge, progress: TriageProgress): NextStep {
  const left = mostQuestions - progress.asked.length;
  const card = left <= 0 ? [] : chooseCard(knowledge, progress, left);
  if (card.length === 0) return { kind: 'conclude', assessment: assess(knowledge, progress.observations) };
  return { kind: 'ask', findings: card.slice(0, Math.min(mostOnOneCard, left)).map(({ id }) => id) };
}

/** What the next card asks, the most telling first; nothing where no answer is worth the asking. */
function chooseCard(knowledge: Knowledge, progress: TriageProgress, left: number): readonly Finding[] {
  const heard = heardFindings(knowledge, progress.observations);
  const probabilities = weighEvidence(knowledge, heard);
  const open = [...knowledge.findings.values()].filter(
    (finding) =>
      mayBeAsked(finding) && !heard.telling.has(finding.id) && !progress.asked.includes(finding.id),
  );
  const { route, asking } = valueOfAsking(knowledge, heard, probabilities, open);
  const ranked = asking.toSorted((one, other) => other.value - one.value);
  const best = ranked[0];
  const needed = open.filter(({ id }) => knowledge.routes.get(route)?.askBefore.includes(id));
  const lastChance = left <= needed.length;
  if (best === undefined || (needed.length > 0 && (lastChance || best.value < worthMore))) return needed;
  if (best.value <= worthAsking)
    return Math.max(...probabilities) > standsOut ? [] : confirm(knowledge, progress);
  const { card } = best.finding;
  const alongside = ranked
    .slice(1)
    .filter(({ finding, value }) => finding.card === card && value > worthAdding);
  return [best, ...(card === undefined ? [] : alongside)].map(({ finding }) => finding);
}

/** Where nothing stands out after all, the symptom that was only read between the lines is asked in so many words. */
function confirm(knowledge: Knowledge, progress: TriageProgress): readonly Finding[] {
  const symptom = knowledge.findings.get('symptom');
  return symptom === undefined || progress.asked.includes(symptom.id) ? [] : [symptom];
}

function mayBeAsked(finding: Finding): boolean {
  return finding.by === 'person' || finding.by === 'either';
}
