import path from 'node:path';
import { parseArgs } from 'node:util';
import { readKnowledge } from '../readKnowledge';
import { parseKnowledge, type Knowledge } from '../triage/parseKnowledge';
import { readCaseFile, type SupportCase } from './caseFile';

/** From `src/commands` and `dist/commands` alike. */
const projectRoot = path.resolve(__dirname, '../..');

interface OpenCases {
  readonly knowledge: Knowledge;
  readonly cases: readonly SupportCase[];
  readonly wrongOnes: boolean;
}

/** What a command about a case file works on: `--cases FILE`, and with `--wrong` the cases that went wrong too. */
export function openCases(args: readonly string[]): OpenCases | { readonly problem: string } {
  const given = readArguments(args);
  if ('problem' in given) return given;
  const parsed = parseKnowledge(readKnowledge(projectRoot));
  if (!parsed.ok) {
    return {
      problem: parsed.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
    };
  }
  const read = readCaseFile(given.file);
  return 'problem' in read
    ? read
    : { knowledge: parsed.knowledge, cases: read.cases, wrongOnes: given.wrongOnes };
}

function readArguments(
  args: readonly string[],
): { readonly file: string; readonly wrongOnes: boolean } | { readonly problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { cases: { type: 'string' }, wrong: { type: 'boolean', default: false } },
    });
    if (values.cases === undefined) return { problem: 'Say which cases: --cases FILE' };
    return { file: values.cases, wrongOnes: values.wrong };
  } catch (error) {
    if (!isWrongArgument(error)) throw error;
    return { problem: `${error.message}. Usage: --cases FILE [--wrong]` };
  }
}

function isWrongArgument(error: unknown): error is { readonly message: string } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS');
}
