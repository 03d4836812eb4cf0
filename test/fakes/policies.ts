import path from 'node:path';
import type { ApprovalPolicy, PolicyRow } from '../../src/cases/policy/policyTable';
import { readPolicy } from '../../src/readPolicy';

/** The policy in the box. */
export const boxPolicy: ApprovalPolicy = readPolicy(
  path.join(__dirname, '../../src/cases/policy/approval-policy.yaml'),
).policy;

/** A policy in which the rows of ordinary and privileged people are changed, for every remedy. */
export function policyWith(change: Partial<PolicyRow>, policy: ApprovalPolicy = boxPolicy): ApprovalPolicy {
  const remedies = Object.entries(policy.remedies).map(([remedy, kinds]) => [
    remedy,
    Object.fromEntries(
      Object.entries(kinds).map(([kind, row]) => [
        kind,
        typeof row === 'string' ? row : { ...row, ...change },
      ]),
    ),
  ]);
  return { ...policy, remedies: Object.fromEntries(remedies) };
}

/** As in the box, but the press of a card is enough, and requests wait for hours: for tests of everything else. */
export const easyPolicy: ApprovalPolicy = policyWith({
  confirm: 'card',
  requestValidMinutes: 1440,
  proofValidMinutes: 480,
});
