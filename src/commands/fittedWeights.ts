import type { Knowledge } from '../triage/knowledge';
import { likelihoodsOf } from '../triage/likelihoods';

/** Findings that repeat others, so that how far their word counts was found by trying. */
const fitted = ['symptom', 'told'] as const;
const tried = [0.7, 0.85, 1];

interface Choice {
  readonly name: string;
  readonly knowledge: Knowledge;
}

/** The knowledge with every choice of the weights that are fitted by trying; as it stands in the files comes first. */
export function weightChoices(knowledge: Knowledge): readonly Choice[] {
  const here = fitted.map((id) => knowledge.findings.get(id)?.weight ?? 1);
  const others = tried
    .flatMap((symptom) => tried.map((told) => [symptom, told]))
    .filter((weights) => weights.join() !== here.join());
  return [{ name: nameOf(here), knowledge }, ...others.map((weights) => withWeights(knowledge, weights))];
}

function withWeights(knowledge: Knowledge, weights: readonly number[]): Choice {
  const findings = new Map(knowledge.findings);
  fitted.forEach((id, index) => {
    const finding = findings.get(id);
    if (finding) findings.set(id, { ...finding, weight: weights[index] ?? finding.weight });
  });
  const likelihoods = likelihoodsOf(findings, knowledge.causes);
  return { name: nameOf(weights), knowledge: { ...knowledge, findings, likelihoods } };
}

function nameOf(weights: readonly number[]): string {
  return fitted.map((id, index) => `${id} ${weights[index] ?? 1}`).join(', ');
}
