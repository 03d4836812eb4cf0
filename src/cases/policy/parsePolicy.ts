import { LineCounter, parseDocument } from 'yaml';
import { inWords, offsetOf } from '../../triage/knowledgeSource';
import { checkPolicy } from './checkPolicy';
import type { ApprovalPolicy } from './policyTable';

/** One thing that is wrong in a policy, where an editor finds it. */
export interface PolicyProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

type ParsedPolicy =
  | { readonly ok: true; readonly policy: ApprovalPolicy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Reads a policy, or names everything that is wrong with it at once, each with its line (SECURITY S30). */
export function parsePolicy(file: { readonly name: string; readonly text: string }): ParsedPolicy {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file: file.name,
      line: error.linePos?.[0].line ?? 1,
      message: `not readable as YAML: ${error.message.split('\n')[0] ?? ''}`,
    }));
    return { ok: false, problems };
  }
  const at = (path: readonly PropertyKey[], message: string): PolicyProblem => ({
    file: file.name,
    line: lines.linePos(offsetOf(document, path)).line,
    message,
  });
  const read = checkPolicy(document.toJS());
  if (read.ok) return read;
  return {
    ok: false,
    problems: [
      ...read.issues.map((issue) => at(issue.path, inWords(issue))),
      ...read.weaknesses.map(({ path, message }) => at(path, `${path.join(' > ')} ${message}`)),
    ],
  };
}
