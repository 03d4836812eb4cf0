import { z } from 'zod/v4';
import type { NotAvailable } from '../ports/evidence';
import type { Store } from '../ports/store';
import type { FeedState } from '../ports/tenantMemory';
import { feeds, type FeedName } from './feeds';
import {
  keptConditionalAccess,
  keptDomains,
  keptMethodPolicies,
  keptRegistration,
  keptRiskDetection,
  keptRiskyUser,
  keptServiceHealth,
  keptSignIn,
} from './keptRecords';
import { readKept, type KnownRecords } from './knownRecords';
import type { Told } from './tenantFinding';

interface LookedUp {
  readonly known: KnownRecords;
  readonly notAvailable: readonly NotAvailable[];
}

const ofPerson: readonly FeedName[] = ['signIns', 'registrations', 'riskyUsers', 'riskDetections'];
const ofTenant: readonly FeedName[] = [
  'methodPolicies',
  'securityDefaults',
  'conditionalAccess',
  'serviceHealth',
  'domains',
];

/** Looks up what is kept of the tenant and of one person in it. No call goes out. */
export async function lookUpTenant(store: Store, personId: string, now: number): Promise<LookedUp> {
  const { states, rows } = await store.look(async ({ tenant }) => ({
    states: await tenant.feeds(),
    rows: await tenant.about(personId, { ofPerson, ofTenant }),
  }));
  const notAvailable: NotAvailable[] = [];
  /** The records of a feed as far as they can be relied on now. */
  const readings = <T>(name: FeedName, schema: z.ZodType<T>): Told<readonly T[]> | undefined => {
    const freshness = freshnessOf(name, states, now);
    if (typeof freshness !== 'number') {
      notAvailable.push(freshness);
      return undefined;
    }
    const value = (rows.get(name) ?? []).flatMap(({ body }) => {
      const kept = readKept(schema, body);
      return kept === undefined ? [] : [kept];
    });
    return { at: freshness, value };
  };
  const signIns = readings('signIns', keptSignIn);
  const riskyUsers = readings('riskyUsers', keptRiskyUser);
  const known: KnownRecords = {
    signIns,
    registration: firstOf(readings('registrations', keptRegistration)),
    riskyUser: riskyUsers && { at: riskyUsers.at, value: riskyUsers.value[0] },
    riskDetections: readings('riskDetections', keptRiskDetection),
    methodPolicies: firstOf(readings('methodPolicies', keptMethodPolicies)),
    securityDefaultsOn: firstOf(readings('securityDefaults', z.boolean())),
    conditionalAccess: firstOf(readings('conditionalAccess', keptConditionalAccess)),
    serviceHealth: firstOf(readings('serviceHealth', keptServiceHealth)),
    domains: firstOf(readings('domains', keptDomains)),
  };
  return { known, notAvailable };
}

function firstOf<T>(told: Told<readonly T[]> | undefined): Told<T> | undefined {
  const value = told?.value[0];
  return told === undefined || value === undefined ? undefined : { at: told.at, value };
}

/** When a feed was read last, or why it cannot be relied on. */
function freshnessOf(name: FeedName, states: readonly FeedState[], now: number): number | NotAvailable {
  const state = states.find(({ feed }) => feed === name);
  const readAt = state?.readAt;
  if (readAt !== undefined && now - readAt <= feeds[name].goodForMs) return readAt;
  if (state?.fault !== undefined) return { what: name, why: state.fault, needs: state.needs };
  return { what: name, why: readAt === undefined ? 'notYet' : 'tooOld' };
}
