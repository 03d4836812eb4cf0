import type { Compiled } from './compiledYaml';
import { readKnowledge, type KnowledgeText } from './readKnowledge';
import { compiledSource } from './triage/compiledSource';
import type { Knowledge } from './triage/knowledge';
import { knowledgeOf } from './triage/knowledgeOf';
import type { parseKnowledge } from './triage/parseKnowledge';

interface ReadyKnowledge {
  readonly projectRoot: string;
  readonly compiled: Compiled;
  readonly today: string;
  /** Reads the files themselves. Behind a promise: the parser need not be loaded where the build has done its work. */
  readonly parse: (...files: Parameters<typeof parseKnowledge>) => Promise<ReturnType<typeof parseKnowledge>>;
}

/**
 * The knowledge, or all that is wrong with it at once, sources that have run out too: without it Monban does not start.
 * What the build compiled is checked as the files would be; where anything is wrong, the files are read for its line.
 */
export async function readyKnowledge(options: ReadyKnowledge): Promise<Knowledge> {
  const files = readKnowledge(options.projectRoot);
  const ready = asCompiled(files, options);
  if (ready !== undefined) return ready;
  const read = await options.parse(files, options.today);
  if (read.ok) return read.knowledge;
  const problems = read.problems.map(({ file, line, message }) => `${file}:${String(line)} ${message}`);
  throw new Error(`the knowledge base is not usable:\n${problems.join('\n')}`);
}

/** Nothing where any file is another one than at the build, or anything is wrong. */
function asCompiled(
  files: readonly KnowledgeText[],
  { compiled, today }: ReadyKnowledge,
): Knowledge | undefined {
  const sources = files.flatMap(({ name, text }) => compiledSource({ name, content: compiled(text) }) ?? []);
  if (sources.length < files.length) return undefined;
  const read = knowledgeOf(sources, today);
  return read.ok ? read.knowledge : undefined;
}
