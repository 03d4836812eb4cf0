import type { ApproverRefusal } from '../../src/cases/approvalPolicy';
import type { TargetRefusal } from '../../src/cases/personKind';

type Answer = 'yes' | ApproverRefusal | TargetRefusal;

/** Who stands in which relation to a request. Where somebody asks for themselves, requester and person are one. */
export const speakers = [
  'requester',
  'person',
  'opener',
  'listed admin',
  'listed admin, by group',
  'unlisted admin',
  'guest admin',
  'disabled admin',
  'listed, without a role',
  'listed, role for a unit only',
  'admin who is the person',
  'admin who asked for it too',
  'stranger',
] as const;

const own = 'mayNotApproveOwnRequest';

/**
 * SECURITY S3: who may approve a request about an ordinary person. The rows are the same whether the person asked or
 * somebody asked for them, and every party is listed as an approver and holds the role: only being a party bars them.
 * For a privileged person the answer to everybody who gets that far is that one approver is not enough.
 */
export const approvalMatrix: Readonly<
  Record<(typeof speakers)[number], { ordinary: Answer; privileged: Answer }>
> = {
  requester: { ordinary: own, privileged: own },
  person: { ordinary: own, privileged: own },
  opener: { ordinary: own, privileged: own },
  'listed admin': { ordinary: 'yes', privileged: 'needsTwoApprovers' },
  'listed admin, by group': { ordinary: 'yes', privileged: 'needsTwoApprovers' },
  'unlisted admin': { ordinary: 'notAnApprover', privileged: 'notAnApprover' },
  'guest admin': { ordinary: 'approverIsGuest', privileged: 'approverIsGuest' },
  'disabled admin': { ordinary: 'approverDisabled', privileged: 'approverDisabled' },
  'listed, without a role': { ordinary: 'roleMissing', privileged: 'needsTwoApprovers' },
  'listed, role for a unit only': { ordinary: 'roleMissing', privileged: 'needsTwoApprovers' },
  'admin who is the person': { ordinary: own, privileged: own },
  'admin who asked for it too': { ordinary: own, privileged: own },
  stranger: { ordinary: 'notAnApprover', privileged: 'notAnApprover' },
};
