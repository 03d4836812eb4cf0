import type { Wording, WordingWeight } from './knowledge';
import type { KnowledgeFile } from './knowledgeFile';

/** What was learnt of how troubles are told, from the one file that holds it; empty where none does. */
export function wordingOf(files: readonly KnowledgeFile[]): Wording {
  const built = files.flatMap(({ wording }) => wording ?? []);
  return {
    causes: built[0]?.causes ?? [],
    weights: new Map(built.flatMap(({ features }) => features.split('\n').filter(Boolean).map(weightIn))),
  };
}

function weightIn(line: string): readonly [string, WordingWeight] {
  const [feature = '', rarity, ...pairs] = line.split(' ');
  const weight = {
    rarity: Number(rarity) / 100,
    byCause: pairs.map((pair) => {
      const [cause, weight] = pair.split(':');
      return [Number(cause), Number(weight)] as const;
    }),
  };
  return [feature, weight];
}
