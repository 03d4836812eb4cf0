import { readKnowledgeFolder } from '../readKnowledge';
import { readSource, type KnowledgeSource } from '../triage/knowledgeSource';
import { parseKnowledge } from '../triage/parseKnowledge';
import { agingEntries } from './agingEntries';
import { codeOf } from './codeOf';
import { knowledgeGaps } from './knowledgeGaps';

interface KnowledgeReport {
  readonly right: boolean;
  readonly lines: readonly string[];
}

type Files = ReturnType<typeof readKnowledgeFolder>;

/** What there is to say of the knowledge files in a folder: all that is wrong, or else what they hold. */
export function knowledgeReport(folder: string, today: string): KnowledgeReport {
  const files = readFolder(folder);
  if ('problem' in files) return { right: false, lines: [files.problem] };
  const parsed = parseKnowledge(files.files, today);
  if (!parsed.ok) return { right: false, lines: problemLines(folder, parsed.problems, files.files) };
  const sources = files.files.flatMap((file) => {
    const read = readSource(file);
    return 'source' in read ? [read.source] : [];
  });
  return {
    right: true,
    lines: [`${folder} is right.`, ...holdings(sources), ...aging(folder, sources, today), ...gaps(sources)],
  };
}

function readFolder(folder: string): { readonly files: Files } | { readonly problem: string } {
  try {
    const files = readKnowledgeFolder(folder);
    return files.length > 0 ? { files } : { problem: `${folder} holds no knowledge: no file ends in .yaml` };
  } catch (error) {
    // Whatever it is - no such folder, no permission - the one who named the folder has to hear it.
    const why = codeOf(error) === 'ENOENT' ? 'there is no such folder' : String(error);
    return { problem: `${folder} cannot be read: ${why}` };
  }
}

/** Each with the line itself, so that it is recognised before the file is opened. */
function problemLines(
  folder: string,
  problems: readonly { readonly file: string; readonly line: number; readonly message: string }[],
  files: Files,
): string[] {
  const told = problems.flatMap(({ file, line, message }) => {
    const text = files.find(({ name }) => name === file)?.text.split('\n')[line - 1] ?? '';
    return [`${folder}/${file}:${line}  ${message}`, `    ${shortened(text.trim())}`];
  });
  const count = problems.length === 1 ? '1 thing is' : `${problems.length} things are`;
  return [...told, '', `${count} wrong. Nothing can start with this knowledge until it is put right.`];
}

function holdings(sources: readonly KnowledgeSource[]): string[] {
  const contents = sources.map(({ content }) => content);
  const sum = (count: (content: KnowledgeSource['content']) => number) =>
    contents.reduce((total, content) => total + count(content), 0);
  const size = (section: object | undefined) => Object.keys(section ?? {}).length;
  const stepsOf = (entries: readonly { readonly steps: readonly unknown[] }[]) =>
    entries.reduce((total, { steps }) => total + steps.length, 0);
  return [
    `  causes ${sum(({ causes }) => size(causes))}, findings ${sum(({ findings }) => size(findings))}, ` +
      `error codes ${sum(({ errorCodes }) => size(errorCodes))}`,
    `  routes ${sum(({ routes }) => size(routes))}, route rules ${sum(({ routeRules }) => size(routeRules))}, ` +
      `red flags ${sum(({ redFlags }) => size(redFlags))}`,
    `  steps ${sum((one) => stepsOf([...Object.values(one.causes ?? {}), ...Object.values(one.routes ?? {})]))}`,
    `  words ${sum(({ words }) => Object.values(words ?? {}).flatMap(({ ja, en }) => [...ja, ...en]).length)} ` +
      `in ${sum(({ words }) => size(words))} groups, ` +
      `patterns ${sum(({ openings }) => Object.values(openings ?? {}).flatMap((values) => Object.values(values).flat()).length)}`,
  ];
}

function aging(folder: string, sources: readonly KnowledgeSource[], today: string): string[] {
  const entries = agingEntries(sources, today);
  if (entries.length === 0)
    return ['', `Nothing in it changes with the date by itself soon (today ${today}).`];
  return [
    '',
    `Changes with the date by itself (today ${today}):`,
    ...entries.map(({ file, line, says }) => `  ${folder}/${file}:${line}  ${shortened(says)}`),
  ];
}

function gaps(sources: readonly KnowledgeSource[]): string[] {
  const found = knowledgeGaps(sources);
  if (found.length === 0) return [];
  const lines = found.map(({ what, ids }) => `  ${what} (${ids.length}): ${ids.join(', ')}`);
  return ['', 'Allowed, but worth a look:', ...lines];
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > 140 ? `${letters.slice(0, 139).join('')}…` : text;
}
