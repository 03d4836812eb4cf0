import { isFault } from '../faults';
import type { createGraphClient } from '../graph/graphClient';
import { listPremiumPlans } from '../graph/listPremiumPlans';
import { note, type Finding } from './finding';

/** What each of Entra's paid plans gives Monban; source: the licence notes of the calls in docs/permissions.md. */
const gives = {
  p1: 'Microsoft Entra ID P1 is not among the subscriptions: no sign-in logs, registration report or Conditional Access to read',
  p2: 'Microsoft Entra ID P2 is not among the subscriptions: no risk levels to read, and no risk to dismiss or confirm',
};

/** Which reads the tenant's licences leave out. Nothing is wrong with that: people are asked instead, and it is said. */
export async function checkPlans(client: ReturnType<typeof createGraphClient>): Promise<readonly Finding[]> {
  const plans = await listPremiumPlans(client).catch((thrown: unknown) => {
    if (!isFault(thrown)) throw thrown;
    return thrown.code;
  });
  if (typeof plans === 'string')
    return [
      note(
        `which plans the tenant has cannot be read: ${plans}`,
        'Grant LicenseAssignment.Read.All, or leave it.',
      ),
    ];
  const todo = 'Leave it so: people are asked instead. With the plan, Monban asks less.';
  return [...(plans.p1 ? [] : [note(gives.p1, todo)]), ...(plans.p2 ? [] : [note(gives.p2, todo)])];
}
