import { z } from 'zod/v4';
import { tenantIds } from './tenantIds';

/** A Conditional Access policy of the simulated tenant, in what Monban reads of it. */
export const accessPolicy = z.strictObject({
  id: z.guid(),
  name: z.string(),
  state: z.enum(['enabled', 'disabled', 'enabledForReportingButNotEnforced']).default('enabled'),
  createdDaysAgo: z.number().min(0).default(300),
  /** `All`, or ids of people. */
  includeUsers: z.array(z.string()).default(['All']),
  excludeUsers: z.array(z.string()).default([]),
  includeGroups: z.array(z.string()).default([]),
  excludeGroups: z.array(z.string()).default([]),
  includeRoles: z.array(z.string()).default([]),
  excludeRoles: z.array(z.string()).default([]),
  demands: z.array(z.enum(['block', 'mfa', 'compliantDevice', 'domainJoinedDevice', 'passwordChange'])),
  operator: z.enum(['AND', 'OR']).default('OR'),
  /** It is about registering security information, not about apps. */
  registration: z.boolean().default(false),
  /** It holds anywhere but in the company's own places. */
  outsideTrustedLocations: z.boolean().default(false),
});
export type AccessPolicy = z.output<typeof accessPolicy>;

export function seedAccessPolicies(): AccessPolicy[] {
  return [
    accessPolicy.parse({
      id: '5a4db0c1-0000-4000-8000-0000000000d1',
      name: 'Company device for office apps',
      excludeGroups: [tenantIds.exclusionGroup],
      demands: ['compliantDevice', 'mfa'],
    }),
  ];
}
