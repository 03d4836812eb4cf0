import type { KnowledgeFile } from './knowledgeFile';
import type { KnowledgeProblem, KnowledgeSource, Path } from './knowledgeSource';

type Report = (path: Path, message: string) => void;

/** Sections that are one thing as a whole: exactly one file holds when to stop, at most one what was learnt. */
export function onlyOnce(sources: readonly KnowledgeSource[]): KnowledgeProblem[] {
  const tuned = sources.filter(({ content }) => content.tuning !== undefined);
  const learnt = sources.filter(({ content }) => content.wording !== undefined);
  const missing =
    tuned.length > 0
      ? []
      : [{ file: sources[0]?.name ?? '', line: 1, message: 'no file tells when to stop asking ("tuning")' }];
  const again = (found: readonly KnowledgeSource[], section: string) =>
    found.slice(1).map((source) => ({
      file: source.name,
      line: source.lineOf([section]),
      message: `${section} stands in ${found[0]?.name ?? ''} already`,
    }));
  return [...missing, ...again(tuned, 'tuning'), ...again(learnt, 'wording')];
}

/** What was learnt speaks only of causes that there are. */
export function checkWording({ wording }: KnowledgeFile, known: ReadonlySet<string>, report: Report): void {
  const causes = wording?.causes ?? [];
  for (const cause of causes.filter((id) => !known.has(id))) {
    report(['wording', 'causes'], `wording: unknown cause "${cause}"`);
  }
  const places = [...(wording?.features ?? '').matchAll(/ (\d+):/g)].map((match) => Number(match[1]));
  for (const place of new Set(places.filter((one) => one >= causes.length))) {
    report(['wording', 'features'], `wording: place ${place} is no cause of the list`);
  }
}
