import { z } from 'zod/v4';

/** The kinds of method that the tenant's policy speaks of beside the pass, whose rules are its own. */
export const methodPolicyIds = [
  'Fido2',
  'MicrosoftAuthenticator',
  'Sms',
  'SoftwareOath',
  'Voice',
  'Email',
] as const;
export type MethodPolicyId = (typeof methodPolicyIds)[number];

/** What is written to change the rules of one kind; what is left out stays. */
export const methodPolicyChange = z
  .strictObject({
    state: z.enum(['enabled', 'disabled']),
    /** `all_users`, or ids of groups. */
    includes: z.array(z.string()),
    excludes: z.array(z.string()),
  })
  .partial();

interface MethodPolicySettings {
  state: 'enabled' | 'disabled';
  includes: readonly string[];
  excludes: readonly string[];
}
export type MethodPolicyTable = Readonly<Record<MethodPolicyId, MethodPolicySettings>>;

/** Every kind is on for everybody. */
export function seedMethodPolicies(): MethodPolicyTable {
  const open = (): MethodPolicySettings => ({ state: 'enabled', includes: ['all_users'], excludes: [] });
  return {
    Fido2: open(),
    MicrosoftAuthenticator: open(),
    Sms: open(),
    SoftwareOath: open(),
    Voice: open(),
    Email: open(),
  };
}
