import type { Knowledge } from '../triage/knowledge';
import type { SupportCase } from './caseFile';
import { gradeCase, type GradedCase } from './figures';
import { figuresLine } from './figuresLine';
import { fiveFolds } from './fiveFolds';
import { weightChoices } from './fittedWeights';
import { walkCase } from './walkCase';

const explained = [
  'five folds: the weights of "symptom" and "told" are chosen on four, the figures are of the fifth.',
  'All other numbers (src/triage/*.ts, the words of the scale in the knowledge) were set by hand and are the same',
  'in every fold: for them the folds only show how much the figures depend on which cases one happens to have.',
];

/** The five-fold check: whatever is fitted is fitted without the fold that it is scored on. */
export function foldLines(
  knowledge: Knowledge,
  cases: readonly SupportCase[],
  asTheyStand: readonly GradedCase[],
): readonly string[] {
  const [here, ...others] = weightChoices(knowledge);
  if (here === undefined) return [];
  const folds = fiveFolds([
    { name: here.name, graded: asTheyStand },
    ...others.map((choice) => ({
      name: choice.name,
      graded: cases.map((one) => gradeCase(one, walkCase(choice.knowledge, one))),
    })),
  ]);
  return [
    '',
    ...explained,
    ...folds.flatMap(({ fold, chosen, graded }) =>
      figuresLine(`fold ${fold}`, graded, 7).map((line) => `${line}  chosen ${chosen}`),
    ),
    ...figuresLine(
      'five',
      folds.flatMap(({ graded }) => graded),
      7,
    ),
  ];
}
