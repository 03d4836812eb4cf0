import type { z } from 'zod/v4';
import { remedyKinds } from '../remedyPlan';
import { managersOfEverybody } from '../roleMatrix';
import { policySchema } from './policySchema';
import type { ApprovalPolicy, PolicyRow } from './policyTable';

type CheckedPolicy =
  | { readonly ok: true; readonly policy: ApprovalPolicy }
  | {
      readonly ok: false;
      readonly issues: readonly z.core.$ZodIssue[];
      readonly weaknesses: readonly Weakness[];
    };

/** Checks what a policy file holds, whoever read it: its shape, and that it is not weaker than a policy may be (S30). */
export function checkPolicy(content: unknown): CheckedPolicy {
  const read = policySchema.safeParse(content);
  if (!read.success) return { ok: false, issues: read.error.issues.flatMap(insideUnions), weaknesses: [] };
  const weak = tooWeak(read.data);
  return weak.length === 0 ? { ok: true, policy: read.data } : { ok: false, issues: [], weaknesses: weak };
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
