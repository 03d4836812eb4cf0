import { isScalar, LineCounter, parseDocument } from 'yaml';
import { parseKnowledge, type Knowledge } from '../triage/parseKnowledge';
import type { HowCommon } from '../triage/scale';
import type { Suggestion } from './learnSuggestions';

interface File {
  readonly name: string;
  readonly text: string;
}

interface Change {
  readonly file: string;
  readonly line: number;
  readonly cause: string;
  readonly from: HowCommon;
  readonly to: HowCommon;
}

type Accepted =
  { readonly files: readonly File[]; readonly changes: readonly Change[] } | { readonly problem: string };

/**
 * Writes what the counts suggest for these causes into the texts of the knowledge files, one word each and nothing
 * else: comments and layout stay. One problem, and nothing is accepted at all.
 */
export function learnAccept(
  files: readonly File[],
  suggestions: readonly Suggestion[],
  accepted: readonly string[],
): Accepted {
  let changed = files;
  const changes: Change[] = [];
  for (const cause of new Set(accepted)) {
    const suggestion = suggestions.find((one) => one.cause === cause);
    if (suggestion === undefined) return { problem: `${cause} is no cause of the knowledge` };
    const { prior: from, compared } = suggestion;
    if (compared === undefined) {
      return { problem: `${cause} stays ${from}: the counts cannot say how common it is` };
    }
    const to = compared.suggested;
    if (to === from) return { problem: `${cause} stays ${from}: the counts suggest no change` };
    const edited = withPrior(changed, { cause, from, to });
    if ('problem' in edited) return edited;
    changed = edited.files;
    changes.push(edited.change);
  }
  return (
    whyNotUsable(files, changed, changes) ?? {
      files: changed.filter((file) => !files.includes(file)),
      changes,
    }
  );
}

function withPrior(
  files: readonly File[],
  wanted: Pick<Change, 'cause' | 'from' | 'to'>,
): { readonly files: readonly File[]; readonly change: Change } | { readonly problem: string } {
  for (const file of files) {
    const lines = new LineCounter();
    const node = parseDocument(file.text, { lineCounter: lines }).getIn(
      ['causes', wanted.cause, 'prior'],
      true,
    );
    if (!isScalar(node) || node.value !== wanted.from || !node.range) continue;
    const [start, end] = node.range;
    const edited = { name: file.name, text: file.text.slice(0, start) + wanted.to + file.text.slice(end) };
    return {
      files: files.map((one) => (one === file ? edited : one)),
      change: { file: file.name, line: lines.linePos(start).line, ...wanted },
    };
  }
  return {
    problem: `no file says "prior: ${wanted.from}" of ${wanted.cause} in a way that can be edited here`,
  };
}

/** Read again as the bot will: it has to be usable, and no prior may differ but those that were accepted. */
function whyNotUsable(
  before: readonly File[],
  after: readonly File[],
  changes: readonly Change[],
): { readonly problem: string } | undefined {
  const [was, is] = [parseKnowledge(before), parseKnowledge(after)];
  const wrong = [was, is].flatMap((one) => (one.ok ? [] : one.problems))[0];
  if (!was.ok || !is.ok) {
    return {
      problem: `the knowledge would not be usable: ${wrong?.file ?? ''}:${wrong?.line ?? ''} ${wrong?.message ?? ''}`,
    };
  }
  const wanted = priorsOf(was.knowledge);
  for (const { cause, to } of changes) wanted.set(cause, to);
  const other = [...priorsOf(is.knowledge)].find(([cause, prior]) => wanted.get(cause) !== prior);
  return other && { problem: `${other[0]} would become ${other[1]} as well: the files share that prior` };
}

function priorsOf({ causes }: Knowledge): Map<string, HowCommon> {
  return new Map(causes.map(({ id, prior }) => [id, prior]));
}
