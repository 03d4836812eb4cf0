import { routes } from './assessment';
import type { KnowledgeFile } from './knowledgeFile';
import type { KnowledgeProblem, KnowledgeSource, Path } from './knowledgeSource';
import { checkWording, onlyOnce } from './checkSingleSections';
import { literalWords, parsePattern } from './openingPattern';

type Report = (path: Path, message: string) => void;
interface Names {
  readonly findings: ReadonlyMap<string, NonNullable<KnowledgeFile['findings']>[string]>;
  readonly causes: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

const namedSections = ['findings', 'causes', 'errorCodes', 'routes', 'words'] as const;

/** Everything that readable files say wrongly of one another: unknown names, doubled entries, what is left out. */
export function checkKnowledge(sources: readonly KnowledgeSource[]): KnowledgeProblem[] {
  const contents = sources.map((source) => source.content);
  const names: Names = {
    findings: new Map(contents.flatMap((content) => Object.entries(content.findings ?? {}))),
    causes: new Set(contents.flatMap((content) => Object.keys(content.causes ?? {}))),
    words: new Set(contents.flatMap((content) => Object.keys(content.words ?? {}))),
  };
  const problems: KnowledgeProblem[] = [
    ...missingRoutes(sources),
    ...onlyOnce(sources),
    ...doubledEntries(sources),
  ];
  for (const source of sources) {
    const report: Report = (path, message) =>
      problems.push({ file: source.name, line: source.lineOf(path), message });
    checkFindings(source.content, names, report);
    checkCauses(source.content, names, report);
    checkRules(source.content, names, report);
    checkOpenings(source.content, names, report);
    checkWording(source.content, names.causes, report);
  }
  return problems;
}

function missingRoutes(sources: readonly KnowledgeSource[]): KnowledgeProblem[] {
  const told = new Set(sources.flatMap((source) => Object.keys(source.content.routes ?? {})));
  return routes
    .filter((route) => !told.has(route))
    .map((route) => ({
      file: sources[0]?.name ?? '',
      line: 1,
      message: `no file tells of the route "${route}"`,
    }));
}

function doubledEntries(sources: readonly KnowledgeSource[]): KnowledgeProblem[] {
  const seen = new Map<string, string>();
  return sources.flatMap((source) =>
    namedSections.flatMap((section) =>
      Object.keys(source.content[section] ?? {}).flatMap((id) => {
        const key = `${section} > ${id}`;
        const first = seen.get(key);
        seen.set(key, first ?? source.name);
        if (first === undefined) return [];
        return [
          {
            file: source.name,
            line: source.lineOf([section, id]),
            message: `${key} stands in ${first} already`,
          },
        ];
      }),
    ),
  );
}

function checkFindings(content: KnowledgeFile, names: Names, report: Report): void {
  for (const [id, finding] of Object.entries(content.findings ?? {})) {
    const path = ['findings', id];
    checkSeenUnder(id, finding, names, report);
    const asked = finding.by === 'person' || finding.by === 'either';
    if (asked && (finding.question === undefined || finding.why === undefined)) {
      report(path, `${id} can be asked, so it needs a question and a reason ("why")`);
    }
    if (finding.kind === 'yes-no' && Object.keys(finding.values).toSorted().join() !== 'false,true') {
      report(path, `${id} is a yes-no finding: its values are "true" and "false"`);
    }
    if (finding.kind !== 'choice' || !asked) continue;
    for (const [value] of Object.entries(finding.values).filter(([, { label }]) => label === undefined)) {
      report([...path, 'values', value], `${id}: the choice "${value}" needs a label`);
    }
  }
}

function checkSeenUnder(
  id: string,
  { values }: NonNullable<KnowledgeFile['findings']>[string],
  names: Names,
  report: Report,
): void {
  for (const [value, { seenUnder }] of Object.entries(values)) {
    for (const cause of Object.keys(seenUnder).filter((named) => !names.causes.has(named)))
      report(['findings', id, 'values', value], `${id}: unknown cause "${cause}"`);
  }
}

function checkCauses(content: KnowledgeFile, names: Names, report: Report): void {
  for (const [id, cause] of Object.entries(content.causes ?? {})) {
    for (const [finding, how] of Object.entries(cause.seen)) {
      const values = typeof how === 'string' ? ['true'] : Object.keys(how);
      checkFindingValues(names, finding, values, (message) => {
        report(['causes', id, 'seen', finding], `cause ${id}: ${message}`);
      });
    }
    cause.steps.forEach((step, index) => {
      checkConditions(names, step.when, (message) => {
        report(['causes', id, 'steps', index], `cause ${id}, step ${index + 1}: ${message}`);
      });
    });
  }
  for (const [code, { seenUnder }] of Object.entries(content.errorCodes ?? {})) {
    for (const cause of Object.keys(seenUnder)) {
      if (!names.causes.has(cause))
        report(['errorCodes', code], `error code ${code}: unknown cause "${cause}"`);
    }
  }
}

function checkRules(content: KnowledgeFile, names: Names, report: Report): void {
  for (const [route, text] of Object.entries(content.routes ?? {})) {
    for (const finding of text.askBefore.filter((id) => !names.findings.has(id))) {
      report(['routes', route, 'askBefore'], `route ${route}: unknown finding "${finding}"`);
    }
  }
  (content.routeRules ?? []).forEach((rule, index) => {
    const path = ['routeRules', index];
    for (const cause of rule.causes === 'any' ? [] : rule.causes) {
      if (!names.causes.has(cause)) report(path, `route rule ${index + 1}: unknown cause "${cause}"`);
    }
    checkConditions(names, rule.when, (message) => {
      report(path, `route rule ${index + 1}: ${message}`);
    });
  });
  (content.contradictions ?? []).forEach((when, index) => {
    checkConditions(names, when, (message) => {
      report(['contradictions', index], `contradiction ${index + 1}: ${message}`);
    });
  });
  (content.redFlags ?? []).forEach((flag, index) => {
    checkConditions(names, flag.when, (message) => {
      report(['redFlags', index], `red flag ${flag.id}: ${message}`);
    });
  });
}

function checkOpenings(content: KnowledgeFile, names: Names, report: Report): void {
  for (const [finding, values] of Object.entries(content.openings ?? {})) {
    checkFindingValues(names, finding, Object.keys(values), (message) => {
      report(['openings', finding], `openings: ${message}`);
    });
    for (const [value, patterns] of Object.entries(values)) {
      patterns.forEach((pattern, index) => {
        const unknown = parsePattern(pattern)
          .terms.map((term) => term.word)
          .filter((word) => literalWords(word) === undefined && !names.words.has(word));
        for (const word of unknown) {
          report(['openings', finding, value, index], `pattern "${pattern}": unknown words "${word}"`);
        }
      });
    }
  }
}

function checkConditions(
  names: Names,
  when: Record<string, { readonly values: readonly string[] }>,
  say: (message: string) => void,
): void {
  for (const [finding, { values }] of Object.entries(when)) checkFindingValues(names, finding, values, say);
}

function checkFindingValues(
  names: Names,
  id: string,
  values: readonly string[],
  say: (message: string) => void,
): void {
  const finding = names.findings.get(id);
  if (finding === undefined) {
    say(`unknown finding "${id}"`);
    return;
  }
  if (finding.kind === 'code') return;
  for (const value of values) {
    if (!(value in finding.values)) say(`finding ${id} has no value "${value}"`);
  }
}
