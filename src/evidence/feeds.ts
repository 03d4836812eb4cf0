import type { FeedState, KeptRow } from '../ports/tenantMemory';
import type { TenantEvidence } from '../ports/tenantEvidence';
import {
  keptDetectionOf,
  keptHealth,
  keptPolicies,
  keptRegistrationOf,
  keptRiskyUserOf,
  keptSignInOf,
} from './keepRecords';
import type { KeptDomains, KeptMethodPolicies } from './keptRecords';

const minute = 60_000;
const hour = 60 * minute;

/** The records that are read of the whole tenant, on a schedule. */
export const feedNames = [
  'signIns',
  'registrations',
  'riskyUsers',
  'riskDetections',
  'methodPolicies',
  'securityDefaults',
  'conditionalAccess',
  'serviceHealth',
  'domains',
  'plans',
] as const;
export type FeedName = (typeof feedNames)[number];

/** What a reading of a feed is given. */
export interface FeedTask {
  readonly tenant: TenantEvidence;
  readonly ownTenantId: string;
  readonly now: number;
  readonly state: FeedState | undefined;
}

/** How one kind of record is read, how often, and until when it may be relied on. */
export interface Feed {
  readonly everyMs: number;
  /** Older than this it is too old to tell anything. */
  readonly goodForMs: number;
  /** Whether a reading sees all there is, so that what it does not name is gone. */
  readonly whole: boolean;
  /** From when on things are read, for those that have a time. */
  readonly since?: (task: FeedTask) => number;
  readonly pages: (task: FeedTask) => AsyncIterable<readonly KeptRow[]>;
}

/** How far back the first reading goes. */
const firstLookMs = 24 * hour;
/** The log is a little behind as a rule and two hours at worst: the short overlap each time, the long one now and then. */
const overlap = { usual: 15 * minute, deep: 135 * minute, deepEvery: 20 * minute };
/** Detections may be made days after the fact. */
const detectionsMs = 7 * 24 * hour;

/** From when on sign-ins are read this time. Microsoft's own times count, so that a clock of ours that is off loses nothing. */
function signInsSince({ now, state }: FeedTask): number {
  if (state?.highWater === undefined) return now - firstLookMs;
  return state.highWater - (looksDeep(state, now) ? overlap.deep : overlap.usual);
}

export function looksDeep(state: FeedState | undefined, now: number): boolean {
  return state?.deepAt === undefined || now - state.deepAt >= overlap.deepEvery;
}

/** Every feed. The intervals keep far below what Microsoft allows together; a reading waits for its turn besides. */
export const feeds: Readonly<Record<FeedName, Feed>> = {
  signIns: {
    everyMs: minute,
    goodForMs: 15 * minute,
    whole: false,
    since: signInsSince,
    pages: (task) =>
      mapped(task.tenant.failingSignIns(signInsSince(task)), (one) => keptSignInOf(one, task.ownTenantId)),
  },
  registrations: {
    everyMs: 30 * minute,
    goodForMs: 24 * hour,
    whole: true,
    pages: ({ now, tenant }) => mapped(tenant.registrationDetails(), (one) => keptRegistrationOf(one, now)),
  },
  riskyUsers: {
    everyMs: 2 * minute,
    goodForMs: 15 * minute,
    whole: true,
    pages: ({ now, tenant }) => mapped(tenant.riskyUsers(), (one) => keptRiskyUserOf(one, now)),
  },
  riskDetections: {
    everyMs: 2 * minute,
    goodForMs: 15 * minute,
    whole: true,
    pages: ({ now, tenant }) => mapped(tenant.riskDetections(now - detectionsMs), keptDetectionOf),
  },
  methodPolicies: {
    everyMs: 10 * minute,
    goodForMs: 2 * hour,
    whole: true,
    pages: ({ now, tenant }) =>
      single(now, async (): Promise<KeptMethodPolicies> => {
        const { methods } = await tenant.methodPolicies();
        return {
          methods: methods.map(({ enabled, excludes, id, includes }) => ({
            id,
            enabled,
            includes: includes === 'all' ? includes : [...includes],
            excludes: [...excludes],
          })),
        };
      }),
  },
  securityDefaults: {
    everyMs: 10 * minute,
    goodForMs: 2 * hour,
    whole: true,
    pages: ({ now, tenant }) => single(now, () => tenant.securityDefaultsOn()),
  },
  conditionalAccess: {
    everyMs: 10 * minute,
    goodForMs: 2 * hour,
    whole: true,
    pages: ({ now, tenant }) => single(now, () => keptPolicies(tenant)),
  },
  serviceHealth: {
    everyMs: 2 * minute,
    goodForMs: 15 * minute,
    whole: true,
    pages: ({ now, tenant }) => single(now, () => keptHealth(tenant)),
  },
  domains: {
    everyMs: hour,
    goodForMs: 24 * hour,
    whole: true,
    pages: ({ now, tenant }) =>
      single(now, async (): Promise<KeptDomains> =>
        (await tenant.domains()).map(({ federated, name, passwordValidityDays }) => ({
          name,
          federated,
          passwordValidityDays,
        })),
      ),
  },
  plans: {
    everyMs: 6 * hour,
    goodForMs: 48 * hour,
    whole: true,
    pages: ({ now, tenant }) => single(now, () => tenant.premiumPlans()),
  },
};

async function* mapped<T>(
  pages: AsyncIterable<readonly T[]>,
  toRow: (record: T) => KeptRow,
): AsyncIterable<readonly KeptRow[]> {
  for await (const page of pages) yield page.map(toRow);
}

/** What is one record for the whole tenant. */
async function* single(now: number, read: () => Promise<unknown>): AsyncIterable<readonly KeptRow[]> {
  yield [{ id: 'tenant', at: now, body: await read() }];
}
