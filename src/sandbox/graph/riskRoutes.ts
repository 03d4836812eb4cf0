import { z } from 'zod/v4';
import type { Account } from '../tenant/account';
import { graphError, noContent } from './graphAnswer';
import type { RouteAnswer } from './graphAnswer';
import type { GraphCall, TenantRoutes } from './graphCall';

const userIds = z.object({ userIds: z.array(z.string()).min(1) });

/** Deciding about risk. People who were never seen as risky can be confirmed as compromised, and dismissed without effect. */
export const riskRoutes: TenantRoutes = {
  'POST /identityProtection/riskyUsers/dismiss': forEach((account, at) => {
    if (account.risk !== undefined) account.risk = { ...account.risk, state: 'dismissed', at };
  }),
  'POST /identityProtection/riskyUsers/confirmCompromised': forEach((account, at) => {
    const event = account.risk?.event ?? 'adminConfirmedUserCompromised';
    account.risk = { level: 'high', state: 'confirmedCompromised', event, at };
  }),
};

function forEach(change: (account: Account, at: number) => void): (call: GraphCall) => RouteAnswer {
  return ({ tenant, body }) => {
    const named = userIds.safeParse(body).data?.userIds.map((id) => tenant.find(id)) ?? [];
    if (named.length === 0 || named.includes(undefined)) {
      return graphError(400, 'BadRequest', 'One of the users does not exist.');
    }
    for (const account of named) if (account !== undefined) change(account, tenant.clock());
    return noContent;
  };
}
