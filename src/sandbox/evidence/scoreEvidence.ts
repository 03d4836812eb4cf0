import path from 'node:path';
import { fail, print, stopWhenNobodyReads } from '../../commands/commandOutput';
import { gradeCase, type GradedCase } from '../../commands/figures';
import { figuresLine } from '../../commands/figuresLine';
import { readKnowledge } from '../../readKnowledge';
import { parseKnowledge } from '../../triage/parseKnowledge';
import { accessScenarios } from './accessScenarios';
import { accountScenarios } from './accountScenarios';
import { methodScenarios } from './methodScenarios';
import { caseOf, runScenarios, type WalkedScenario } from './runScenarios';

const none = { findings: [], notAvailable: [] };

/** What evidence is worth: the same people, once with what the tenant tells and once without. */
async function scoreEvidence(): Promise<void> {
  const read = parseKnowledge(readKnowledge(path.resolve(__dirname, '../../..')));
  if (!read.ok) {
    fail('the knowledge is not usable: npm run knowledge:check');
    return;
  }
  const walked = await runScenarios(read.knowledge, [
    ...accountScenarios,
    ...accessScenarios,
    ...methodScenarios,
  ]);
  const told = walked.map(gradeWith);
  const untold = walked.map(({ scenario, without }) => gradeCase(caseOf(scenario, none), without));
  for (const [lang, width] of [
    ['ja', 22],
    ['en', 22],
  ] as const) {
    const of = (graded: readonly GradedCase[]) =>
      graded.filter(({ supportCase }) => supportCase.lang === lang);
    figuresLine(`${lang} with evidence`, of(told), width).forEach(print);
    figuresLine(`${lang} without`, of(untold), width).forEach(print);
  }
  figuresLine('all with evidence', told, 22).forEach(print);
  figuresLine('all without', untold, 22).forEach(print);
  for (const { scenario, withEvidence } of walked) {
    const [first] = withEvidence.assessment.causes;
    if (first !== undefined && !scenario.causes.includes(first.cause))
      print(
        `${scenario.id}: ${first.cause} in place of ${scenario.causes.join(' or ')}, asked ${withEvidence.asked.join(', ')}`,
      );
  }
}

function gradeWith({ evidence, scenario, withEvidence }: WalkedScenario): GradedCase {
  return gradeCase(caseOf(scenario, evidence), withEvidence);
}

stopWhenNobodyReads();

void scoreEvidence();
