import { assess } from '../triage/assess';
import type { Knowledge } from '../triage/knowledge';
import { gradeCase, type GradedCase } from './figures';
import { figuresLine } from './figuresLine';
import { tenantObservations } from './walkCase';

/** What would be said before any question is asked, and every reset (or pass) that was proposed where none was right. */
export function safetyLines(knowledge: Knowledge, graded: readonly GradedCase[]): readonly string[] {
  const atFirst = graded.map(({ supportCase, walked: { read } }) => {
    const assessment = assess(knowledge, [...read, ...tenantObservations(supportCase)]);
    return gradeCase(supportCase, { read, asked: [], assessment });
  });
  return [
    ...figuresLine('at first sight, nothing asked:', atFirst),
    `wrong resets: ${wrongResets(graded)}; at first sight: ${wrongResets(atFirst)}`,
  ];
}

function wrongResets(graded: readonly GradedCase[]): string {
  const wrong = graded.filter(({ wrongReset }) => wrongReset);
  const told = wrong.map(({ supportCase, walked }) => `${supportCase.id} (${walked.assessment.route})`);
  return told.length === 0 ? 'none' : told.join(', ');
}
