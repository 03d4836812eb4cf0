/** How many requests may go out in any stretch of time, for calls that are counted together. */
export interface PaceLimit {
  readonly requests: number;
  readonly perMs: number;
  /** Where the figure comes from. */
  readonly source: string;
}

/**
 * The groups that are so tight that their calls have to queue. The directory's own limits (thousands of units in ten
 * seconds) and the global one (2,000 requests a second) are out of reach of what Monban asks.
 */
export const paceLimits = {
  reports: {
    requests: 5,
    perMs: 10_000,
    source: 'Microsoft Graph throttling limits: identity and access reports, per app and tenant',
  },
  identityProtection: {
    requests: 1,
    perMs: 1000,
    source:
      'Microsoft Graph throttling limits: identity protection and Conditional Access, per tenant for all apps; without Retry-After',
  },
  methods: {
    requests: 5,
    perMs: 10_000,
    source: 'Not published for /users/{id}/authentication: taken to be as tight as the reports',
  },
} as const satisfies Readonly<Record<string, PaceLimit>>;

export type PacedGroup = keyof typeof paceLimits;

const groups: readonly (readonly [RegExp, PacedGroup])[] = [
  [/^\/(?:v1\.0|beta)\/(?:auditLogs|reports)\//, 'reports'],
  [/^\/(?:v1\.0|beta)\/(?:identityProtection|identity\/conditionalAccess)\//, 'identityProtection'],
  [/^\/(?:v1\.0|beta)\/users\/[^/]+\/authentication\//, 'methods'],
];

/** With which calls a path is counted; undefined where the limits are out of reach. */
export function pacedGroupOf(pathname: string): PacedGroup | undefined {
  return groups.find(([pattern]) => pattern.test(pathname))?.[1];
}
