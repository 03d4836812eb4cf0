import type { Knowledge } from '../triage/knowledge';
import { calibrationLines } from './calibration';
import type { SupportCase } from './caseFile';
import { causeLines } from './causeLines';
import { gradeCase } from './figures';
import { figuresLine } from './figuresLine';
import { foldLines } from './foldLines';
import { safetyLines } from './safetyLines';
import { walkCase } from './walkCase';
import { wrongCase } from './wrongCase';

interface ScoreOptions {
  readonly knowledge: Knowledge;
  readonly cases: readonly SupportCase[];
  readonly wrongOnes: boolean;
  readonly byCause: boolean;
}

/** How the engine does on labelled cases, line by line: the figures of each language first, then how far to trust them. */
export function scoreReport({ knowledge, cases, wrongOnes, byCause }: ScoreOptions): readonly string[] {
  const labelled = cases.filter(({ causes, routes }) => causes !== undefined && routes !== undefined);
  const leftOut = cases.length - labelled.length;
  const graded = labelled.map((one) => gradeCase(one, walkCase(knowledge, one)));
  const told = leftOut === 0 ? [] : [`${leftOut} without labels (causes, routes) are left out`];
  if (graded.length === 0) return [...told, 'no case to score'];
  const of = (lang: 'ja' | 'en') => graded.filter(({ supportCase }) => supportCase.lang === lang);
  const wrong = graded.filter(({ first, route }) => !first || !route);
  return [
    ...told,
    ...figuresLine('ja', of('ja')),
    ...figuresLine('en', of('en')),
    ...figuresLine('all', graded),
    '',
    ...safetyLines(knowledge, graded),
    ...calibrationLines(graded),
    ...foldLines(knowledge, labelled, graded),
    ...(byCause
      ? causeLines(
          knowledge.causes.map(({ id }) => id),
          graded,
        )
      : []),
    ...(wrongOnes ? wrong.flatMap(wrongCase) : []),
  ];
}
