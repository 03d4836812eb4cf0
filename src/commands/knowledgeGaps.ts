import type { KnowledgeSource } from '../triage/knowledgeSource';
import { literalWords, parsePattern } from '../triage/openingPattern';
import { wordingIsOld } from './wordingDigest';

interface Gap {
  readonly what: string;
  readonly ids: readonly string[];
}

/** What is allowed to be missing, yet is worth a look by whoever keeps the knowledge. */
export function knowledgeGaps(sources: readonly KnowledgeSource[]): readonly Gap[] {
  const contents = sources.map(({ content }) => content);
  const causes = contents.flatMap((content) => Object.entries(content.causes ?? {}));
  const findings = contents.flatMap((content) => Object.entries(content.findings ?? {}));
  const read = new Set(contents.flatMap((content) => Object.keys(content.openings ?? {})));
  const used = usedFindings(sources);
  const ruled = new Set(
    contents
      .flatMap((content) => content.routeRules ?? [])
      .flatMap((rule) => (rule.causes === 'any' ? [] : rule.causes)),
  );
  const named = namedWords(sources);
  const ids = <Entry>(
    entries: readonly (readonly [string, Entry])[],
    holds: (id: string, entry: Entry) => boolean,
  ) => entries.filter(([id, entry]) => holds(id, entry)).map(([id]) => id);
  const gaps = [
    { what: 'causes without a source', ids: ids(causes, (_, cause) => cause.sources.length === 0) },
    { what: 'causes that no route rule names', ids: ids(causes, (id) => !ruled.has(id)) },
    {
      what: 'findings that are never read from an opening',
      // A code is recognised by its shape, and the tenant's findings come from Graph.
      ids: ids(findings, (id, { by, kind }) => by !== 'tenant' && kind !== 'code' && !read.has(id)),
    },
    { what: 'findings that nothing turns on', ids: ids(findings, (id) => !used.has(id)) },
    {
      what: 'groups of words that no pattern uses',
      ids: contents.flatMap((content) => Object.keys(content.words ?? {})).filter((id) => !named.has(id)),
    },
    {
      what: 'learnt before words or patterns changed: npm run learn-wording',
      ids: wordingIsOld(contents) ? ['wording'] : [],
    },
  ];
  return gaps.filter((gap) => gap.ids.length > 0);
}

/** Findings that a cause is seen by, or that a route, a red flag or a step depends on. */
function usedFindings(sources: readonly KnowledgeSource[]): ReadonlySet<string> {
  const used = new Set<string>();
  const add = (entries: Readonly<Record<string, unknown>>) => {
    for (const id of Object.keys(entries)) used.add(id);
  };
  for (const { content } of sources) {
    for (const { seen, steps } of Object.values(content.causes ?? {})) {
      add(seen);
      for (const { when } of steps) add(when);
    }
    for (const { steps } of Object.values(content.routes ?? {})) for (const { when } of steps) add(when);
    for (const { when } of [...(content.routeRules ?? []), ...(content.redFlags ?? [])]) add(when);
    // A code counts through the causes that its own table names.
    if (content.errorCodes !== undefined) used.add('error_code');
  }
  return used;
}

function namedWords(sources: readonly KnowledgeSource[]): ReadonlySet<string> {
  return new Set(
    sources
      .flatMap(({ content }) => Object.values(content.openings ?? {}))
      .flatMap((values) => Object.values(values).flat())
      .flatMap((pattern) => parsePattern(pattern).terms.map(({ word }) => word))
      .filter((word) => literalWords(word) === undefined),
  );
}
