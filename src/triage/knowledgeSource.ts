import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Document } from 'yaml';
import type { z } from 'zod/v4';
import { knowledgeFile, type KnowledgeFile } from './knowledgeFile';

/** One thing that is wrong in the knowledge, where an editor finds it. */
export interface KnowledgeProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export type Path = readonly PropertyKey[];

/** A knowledge file that could be read, and on which line each of its entries stands. */
export interface KnowledgeSource {
  readonly name: string;
  readonly content: KnowledgeFile;
  readonly lineOf: (path: Path) => number;
}

/** Reads one YAML file against the schema, or says all that is wrong with it. */
export function readSource(file: {
  readonly name: string;
  readonly text: string;
}): { readonly source: KnowledgeSource } | { readonly problems: readonly KnowledgeProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        file: file.name,
        line: error.linePos?.[0].line ?? 1,
        message: `not readable as YAML: ${error.message.split('\n')[0] ?? ''}`,
      })),
    };
  }
  const lineOf = (path: Path) => lines.linePos(offsetOf(document, path)).line;
  const parsed = knowledgeFile.safeParse(document.toJS());
  if (parsed.success) return { source: { name: file.name, content: parsed.data, lineOf } };
  return {
    problems: parsed.error.issues.map((issue) => ({
      file: file.name,
      line: lineOf(issue.path),
      message: inWords(issue),
    })),
  };
}

/** Where an entry stands; for one that is missing, where the nearest one around it stands. */
export function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) break;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.get(Number(key), true);
      offset = isMap(node) || isScalar(node) ? (node.range?.[0] ?? offset) : offset;
    } else break;
  }
  return offset;
}

export function inWords(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join(' > ') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return `${where}: ${issue.keys.map((key) => `"${key}"`).join(', ')} is not something that can stand here`;
  }
  if (issue.code === 'invalid_type') {
    return issue.message.endsWith('undefined')
      ? `${where} is missing`
      : `${where} must be of type ${issue.expected}`;
  }
  if (issue.code === 'invalid_union') {
    const choice = issue.errors.flat().find(({ code }) => code === 'invalid_value');
    if (choice !== undefined) return inWords({ ...choice, path: issue.path });
  }
  if (issue.code === 'invalid_value') return `${where} must be one of ${issue.values.map(String).join(', ')}`;
  return issue.code === 'too_small' ? `${where} is empty` : `${where}: ${issue.message}`;
}
