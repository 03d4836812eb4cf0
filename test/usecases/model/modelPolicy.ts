import type { RemedyKind } from '../../../src/cases/remedyPlan';
import type { ApprovalSettings } from '../../../src/usecases/requestDeps';
import { policyWith } from '../../fakes/policies';
import { cast, minute, type Model, unlisted, valid } from './referenceModel';

/** Enough for the tests of limits; here nothing is to be refused for being too often. */
const limits = {
  windowMinutes: 10,
  requestsPerRequester: 100,
  requestsPerTarget: 100,
  requestsPerTenant: 1000,
  decisionsPerApprover: 1000,
  approvalsPerPair: 100,
  pairWindowHours: 1,
};

/** The policy in the box, with the times of this test and a press that suffices where the run says so. */
export function approvalsOf({ delegated, signInForAll }: Model): ApprovalSettings {
  const policy = policyWith({
    confirm: 'sign-in',
    proofValidMinutes: valid.proof,
    requestValidMinutes: valid.request,
  });
  const { 'require-mfa-reregistration': reset } = policy.remedies;
  const { ordinary } = reset;
  if (typeof ordinary === 'string') throw new Error('the box lets ordinary people be helped');
  const kinds = { ...reset, ordinary: { ...ordinary, confirm: signInForAll ? 'sign-in' : 'card' } } as const;
  const own: readonly RemedyKind[] = ['require-mfa-reregistration'];
  return {
    approverIds: cast.filter((who) => !unlisted.includes(who)),
    approverGroupIds: [],
    breakGlassIds: [],
    botId: 'bot',
    policy: { ...policy, limits, remedies: { ...policy.remedies, 'require-mfa-reregistration': kinds } },
    applicationRemedies: delegated ? [] : own,
    delegatedRemedies: delegated ? own : [],
    requestValidMs: 4 * 60 * minute,
    laterSteps: [],
    passLifetimeMinutes: 30,
  };
}
