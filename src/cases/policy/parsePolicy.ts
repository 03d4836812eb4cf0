import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod/v4';
import { inWords, offsetOf } from '../../triage/knowledgeSource';
import { remedyKinds } from '../remedyPlan';
import { managersOfEverybody } from '../roleMatrix';
import { policySchema } from './policySchema';
import type { ApprovalPolicy, PolicyRow } from './policyTable';

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
  const read = policySchema.safeParse(document.toJS());
  const problems = read.success
    ? tooWeak(read.data).map(({ path, message }) => at(path, `${path.join(' > ')} ${message}`))
    : read.error.issues.flatMap(insideUnions).map((issue) => at(issue.path, inWords(issue)));
  return read.success && problems.length === 0 ? { ok: true, policy: read.data } : { ok: false, problems };
}

/** What is neither a known answer nor a sound row: what is wrong with the row says more than that. */
function insideUnions(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const asRow = issue.errors.find((inner) =>
    inner.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  if (asRow === undefined) return [issue];
  return asRow.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(insideUnions);
}

interface Weakness {
  readonly path: readonly string[];
  readonly message: string;
}

/** An administrator's account is worth more than any other: these hold whatever the file says (SECURITY S3, S4, S7). */
function tooWeak(policy: ApprovalPolicy): readonly Weakness[] {
  return remedyKinds.flatMap((remedy) => {
    const row = policy.remedies[remedy].privileged;
    if (typeof row === 'string') return [];
    return weaknesses(row).map(({ path, message }) => ({
      path: ['remedies', remedy, 'privileged', ...path],
      message,
    }));
  });
}

function weaknesses(row: PolicyRow): readonly Weakness[] {
  const strongOnly = row.approvers.roles.every((name) => managersOfEverybody.includes(name));
  return [
    ...(row.howMany < 2 ? [{ path: ['howMany'], message: 'must be at least 2' }] : []),
    ...(row.confirm === 'card' ? [{ path: ['confirm'], message: 'must be sign-in' }] : []),
    ...(row.proverMayApprove ? [{ path: ['proverMayApprove'], message: 'must be false' }] : []),
    ...(strongOnly
      ? []
      : [{ path: ['approvers', 'roles'], message: `may only hold ${managersOfEverybody.join(', ')}` }]),
  ];
}
