import path from 'node:path';
import { readKnowledge } from '../readKnowledge';
import { parseKnowledge, type Knowledge } from '../triage/parseKnowledge';
import { readCaseFile, type SupportCase } from './caseFile';
import { readOptions } from './readOptions';

/** From `src/commands` and `dist/commands` alike. */
const projectRoot = path.resolve(__dirname, '../..');

interface OpenCases {
  readonly knowledge: Knowledge;
  readonly cases: readonly SupportCase[];
  readonly wrongOnes: boolean;
  readonly byCause: boolean;
}

/** What a command about a case file works on: `--cases FILE`, `--wrong` for the cases that went wrong, `--by-cause`. */
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
  return 'problem' in read ? read : { ...given, knowledge: parsed.knowledge, cases: read.cases };
}

function readArguments(
  args: readonly string[],
):
  | { readonly file: string; readonly wrongOnes: boolean; readonly byCause: boolean }
  | { readonly problem: string } {
  const read = readOptions(
    args,
    {
      cases: { type: 'string' },
      wrong: { type: 'boolean', default: false },
      'by-cause': { type: 'boolean', default: false },
    },
    '--cases FILE [--wrong] [--by-cause]',
  );
  if ('problem' in read) return read;
  const { cases: file, wrong: wrongOnes, 'by-cause': byCause } = read.values;
  return file === undefined ? { problem: 'Say which cases: --cases FILE' } : { file, wrongOnes, byCause };
}
