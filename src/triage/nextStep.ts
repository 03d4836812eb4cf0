import { assess } from './assess';
import type { NextStep, TriageProgress } from './assessment';
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

/** Asks what helps the decision most, or says what it is once no answer is worth the asking. */
export function nextStep(knowledge: Knowledge, progress: TriageProgress): NextStep {
  const left = mostQuestions - progress.asked.length;
  const heard = heardFindings(knowledge, progress.observations);
  const open = [...knowledge.findings.values()].filter(
    (finding) =>
      mayBeAsked(finding) && !heard.telling.has(finding.id) && !progress.asked.includes(finding.id),
  );
  const ranked =
    left <= 0
      ? []
      : valueOfAsking(knowledge, heard, open)
          .filter(({ value }) => value > worthAsking)
          .toSorted((one, other) => other.value - one.value);
  const best = ranked[0];
  if (best === undefined) return { kind: 'conclude', assessment: assess(knowledge, progress.observations) };
  const alongside = ranked
    .slice(1)
    .filter(
      ({ finding, value }) =>
        finding.card !== undefined && finding.card === best.finding.card && value > worthAdding,
    );
  const card = [best, ...alongside].slice(0, Math.min(mostOnOneCard, left));
  return { kind: 'ask', findings: card.map(({ finding }) => finding.id) };
}

function mayBeAsked(finding: Finding): boolean {
  return finding.by === 'person' || finding.by === 'either';
}
