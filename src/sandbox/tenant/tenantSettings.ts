import { z } from 'zod/v4';
import { accessPolicy } from './accessPolicies';
import { methodPolicyChange, methodPolicyIds } from './methodPolicies';

/** What can be switched of the tenant as a whole; what is left out stays as it is. */
export const tenantChange = z
  .strictObject({
    securityDefaultsOn: z.boolean(),
    /** The plan of Entra that the tenant has paid for. */
    plan: z.enum(['none', 'p1', 'p2']),
    /** Permissions that the administrator took back. */
    withheldPermissions: z.array(z.string()),
    /** How far Microsoft's clock is ahead of ours. */
    clockAheadMs: z.int(),
    /** Whether the limits of Graph are kept up. */
    throttling: z.boolean(),
    methodPolicies: z.partialRecord(z.enum(methodPolicyIds), methodPolicyChange),
    /** All Conditional Access policies there are. */
    accessPolicies: z.array(accessPolicy),
    /** Days until a password expires; null where it never does. */
    passwordValidityDays: z.int().positive().nullable(),
    /** So many reads of a person after each change show what was there before it. */
    staleReads: z.int().min(0),
  })
  .partial();

export type TenantChange = z.input<typeof tenantChange>;

export interface TenantSettings {
  securityDefaultsOn: boolean;
  plan: 'none' | 'p1' | 'p2';
  withheldPermissions: readonly string[];
  clockAheadMs: number;
  throttling: boolean;
  passwordValidityDays: number | null;
  staleReads: number;
}

export function seedSettings(): TenantSettings {
  return {
    securityDefaultsOn: false,
    plan: 'p2',
    withheldPermissions: [],
    clockAheadMs: 0,
    throttling: false,
    passwordValidityDays: null,
    staleReads: 0,
  };
}
