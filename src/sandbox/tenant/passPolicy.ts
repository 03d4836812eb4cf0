import type { Account } from './account';
import type { Group } from './groups';
import { groupsOf } from './groups';
import type { PassMethod } from './method';

/** The tenant's rules for Temporary Access Passes. Lifetimes are Entra's defaults; the length is not (see issuePass). */
export interface PassPolicySettings {
  state: 'enabled' | 'disabled';
  defaultLifetimeInMinutes: number;
  minimumLifetimeInMinutes: number;
  maximumLifetimeInMinutes: number;
  defaultLength: number;
  isUsableOnce: boolean;
  /** `all_users`, or ids of groups. */
  includes: readonly string[];
  excludes: readonly string[];
}

export function seedPassPolicy(): PassPolicySettings {
  return {
    state: 'enabled',
    defaultLifetimeInMinutes: 60,
    minimumLifetimeInMinutes: 60,
    maximumLifetimeInMinutes: 480,
    defaultLength: 20,
    isUsableOnce: false,
    includes: ['all_users'],
    excludes: [],
  };
}

type UsabilityReason = 'EnabledByPolicy' | 'DisabledByPolicy' | 'Expired' | 'NotYetValid' | 'OneTimeUsed';

/** Why a pass can or cannot be used now. */
export function passUsability(
  pass: PassMethod,
  owner: Account,
  tenant: { readonly passPolicy: PassPolicySettings; readonly groups: readonly Group[] },
  now: number,
): UsabilityReason {
  const { passPolicy } = tenant;
  if (passPolicy.state === 'disabled' || !inScope(owner, tenant)) return 'DisabledByPolicy';
  if (passPolicy.isUsableOnce && !pass.isUsableOnce) return 'DisabledByPolicy';
  if (now >= pass.startsAt + pass.lifetimeInMinutes * 60_000) return 'Expired';
  if (pass.isUsableOnce && pass.used) return 'OneTimeUsed';
  return now < pass.startsAt ? 'NotYetValid' : 'EnabledByPolicy';
}

function inScope(
  owner: Account,
  { passPolicy, groups }: { readonly passPolicy: PassPolicySettings; readonly groups: readonly Group[] },
): boolean {
  const ids = ['all_users', owner.id, ...groupsOf(groups, owner.id).map((group) => group.id)];
  return (
    ids.some((id) => passPolicy.includes.includes(id)) && !ids.some((id) => passPolicy.excludes.includes(id))
  );
}
