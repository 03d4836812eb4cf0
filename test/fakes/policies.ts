import path from 'node:path';
import { type PersonKind, personKinds } from '../../src/cases/personKinds';
import type { ApprovalPolicy, NoRemedy, PolicyRow } from '../../src/cases/policy/policyTable';
import { remedyKinds } from '../../src/cases/remedyPlan';
import { readPolicy } from '../../src/readPolicy';

/** The policy in the box. */
export const boxPolicy: ApprovalPolicy = readPolicy(
  path.join(__dirname, '../../src/cases/policy/approval-policy.yaml'),
).policy;

/** The policy in the box with every row changed in the same way. */
export function policyWith(change: Partial<PolicyRow>): ApprovalPolicy {
  const remedies = boxPolicy.remedies;
  const changed = { ...remedies };
  for (const remedy of remedyKinds) changed[remedy] = changedRows(remedies[remedy], change);
  return { ...boxPolicy, remedies: changed };
}

type Rows = Readonly<Record<PersonKind, NoRemedy | PolicyRow>>;

function changedRows(rows: Rows, change: Partial<PolicyRow>): Rows {
  const changed = { ...rows };
  for (const kind of personKinds) {
    const row = rows[kind];
    if (typeof row !== 'string') changed[kind] = { ...row, ...change };
  }
  return changed;
}

/** As in the box, but the press of a card is enough, and requests wait for hours: for tests of everything else. */
export const easyPolicy: ApprovalPolicy = policyWith({
  confirm: 'card',
  requestValidMinutes: 1440,
  proofValidMinutes: 480,
});
