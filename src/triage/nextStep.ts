import { assess } from './assess';
import type { NextStep, Route, TriageProgress } from './assessment';
import { heardFindings } from './heardFindings';
import type { Finding, Knowledge } from './knowledge';
import { valueOfAsking } from './valueOfAsking';

/** Nobody is asked more than this, whatever is still open. */
const mostQuestions = 6;
/** What one more question must be worth: the burden of answering it. */
const worthAsking = 0.012;
/** What a second finding on the same card must be worth: it saves a turn, yet has to be read and answered. */
const worthAdding = 0.06;
const mostOnOneCard = 3;
/** Above this a question about the cause comes before what has to be asked ahead of a reset. */
const worthMore = 0.08;

/** Asks what helps the decision most, or says what it is once no answer is worth the asking. */
export function nextStep(knowledge: Knowledge, progress: TriageProgress): NextStep {
  const left = mostQuestions - progress.asked.length;
  const conclusion = assess(knowledge, progress.observations);
  const card = left <= 0 ? [] : chooseCard(knowledge, progress, conclusion.route, left);
  if (card.length === 0) return { kind: 'conclude', assessment: conclusion };
  return { kind: 'ask', findings: card.slice(0, Math.min(mostOnOneCard, left)).map(({ id }) => id) };
}

/** What the next card asks, the most telling first; nothing where no answer is worth the asking. */
function chooseCard(knowledge: Knowledge, progress: TriageProgress, route: Route, left: number): Finding[] {
  const heard = heardFindings(knowledge, progress.observations);
  const open = [...knowledge.findings.values()].filter(
    (finding) =>
      mayBeAsked(finding) && !heard.telling.has(finding.id) && !progress.asked.includes(finding.id),
  );
  const ranked = valueOfAsking(knowledge, heard, open).toSorted((one, other) => other.value - one.value);
  const best = ranked[0];
  const before = knowledge.routes.get(route)?.askBefore ?? [];
  const needed = open.filter(({ id }) => before.includes(id));
  const lastChance = left <= needed.length;
  if (best === undefined || (needed.length > 0 && (lastChance || best.value < worthMore))) return needed;
  if (best.value <= worthAsking) return unsureOf(knowledge, progress);
  const { card } = best.finding;
  const alongside = ranked
    .slice(1)
    .filter(({ finding, value }) => finding.card === card && value > worthAdding);
  return [best, ...(card === undefined ? [] : alongside)].map(({ finding }) => finding);
}

/** Where nothing stands out after all, what was only read between the lines is asked in so many words. */
function unsureOf(knowledge: Knowledge, progress: TriageProgress): Finding[] {
  const symptom = knowledge.findings.get('symptom');
  const likeliest = assess(knowledge, progress.observations).causes[0]?.probability ?? 0;
  return symptom === undefined || likeliest > 0.6 || progress.asked.includes(symptom.id) ? [] : [symptom];
}

function mayBeAsked(finding: Finding): boolean {
  return finding.by === 'person' || finding.by === 'either';
}
