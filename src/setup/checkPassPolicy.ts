import { isFault } from '../faults';
import type { createGraphClient } from '../graph/graphClient';
import { graphDirectory } from '../graph/graphDirectory';
import { note, wrong, type Finding } from './finding';

/** Whether the tenant lets Monban issue the passes that its settings promise. */
export async function checkPassPolicy(
  client: ReturnType<typeof createGraphClient>,
  wish: { readonly lifetimeMinutes: number },
): Promise<readonly Finding[]> {
  const policy = await graphDirectory(client)
    .passPolicy()
    .catch((thrown: unknown) => {
      if (!isFault(thrown)) throw thrown;
      return thrown.code;
    });
  if (typeof policy === 'string')
    return [
      wrong(`the policy of passes cannot be read: ${policy}`, 'Mend the permissions above, and look again.'),
    ];
  if (!policy.enabled) {
    const todo = 'Enable it in Entra: Authentication methods, Policies, Temporary Access Pass.';
    return [wrong('the tenant issues no Temporary Access Passes', todo)];
  }
  const { minimumLifetimeInMinutes: least, maximumLifetimeInMinutes: most } = policy;
  const fits = wish.lifetimeMinutes >= least && wish.lifetimeMinutes <= most;
  const what = `the policy allows passes of ${String(least)} to ${String(most)} minutes, and ${String(wish.lifetimeMinutes)} are wished for`;
  return [
    ...(fits ? [] : [wrong(what, 'Mend MONBAN_PASS_LIFETIME_MINUTES, or the policy.')]),
    ...(policy.includes !== 'all' && policy.includes.length === 0
      ? [note('the policy of passes includes nobody', 'Include the groups that may get one.')]
      : []),
  ];
}
