import type { Clock } from '../../ports/clock';

/** A limit as Microsoft documents it, and whether its refusal says how long to wait. */
interface Limit {
  readonly group: string;
  readonly calls: RegExp;
  /** Requests, or units of the directory, in any stretch of that time. */
  readonly most: (people: number) => number;
  readonly perMs: number;
  readonly saysHowLong: boolean;
  readonly cost: (call: CountedCall) => number;
}

interface CountedCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

const perRequest = () => 1;
const version = String.raw`^/(?:v1\.0|beta)`;

/** From Microsoft's page on throttling limits; that of methods is nowhere published and taken to be like the reports'. */
const limits: readonly Limit[] = [
  {
    group: 'reports',
    calls: new RegExp(`${version}/(?:auditLogs|reports)/`),
    most: () => 5,
    perMs: 10_000,
    saysHowLong: true,
    cost: perRequest,
  },
  {
    group: 'identityProtection',
    calls: new RegExp(`${version}/(?:identityProtection|identity/conditionalAccess)/`),
    most: () => 1,
    perMs: 1000,
    saysHowLong: false,
    cost: perRequest,
  },
  {
    group: 'methods',
    calls: new RegExp(`${version}/users/[^/]+/authentication/`),
    most: () => 5,
    perMs: 10_000,
    saysHowLong: true,
    cost: perRequest,
  },
  {
    group: 'directory',
    calls: new RegExp(`${version}/(?:users|groups|devices|directory|roleManagement)(?:/|$)`),
    most: (people) => (people < 50 ? 3500 : people <= 500 ? 5000 : 8000),
    perMs: 10_000,
    saysHowLong: true,
    cost: directoryUnits,
  },
  {
    group: 'global',
    calls: new RegExp(version),
    most: () => 2000,
    perMs: 1000,
    saysHowLong: true,
    cost: perRequest,
  },
];

function directoryUnits({ path, query }: CountedCall): number {
  const base = path.includes('transitiveMembers')
    ? 5
    : path.includes('members')
      ? 3
      : /\/users|MemberOf/i.test(path)
        ? 2
        : 1;
  return Math.max(1, base - (query.has('$select') ? 1 : 0) + (query.has('$expand') ? 1 : 0));
}

/** How a group of calls was used: what tests hold against the limit. */
export interface LimitUse {
  readonly group: string;
  readonly most: number;
  readonly perMs: number;
  readonly calls: number;
  /** The most that went through, or wanted to, in any stretch of that time. */
  readonly peak: number;
  readonly refused: number;
}

export interface LimitKeeper {
  /** Counts a call. Where it is too much and the limits are kept up: how long to wait, as far as that is told. */
  count(call: CountedCall): { readonly retryAfterSeconds: number | undefined } | undefined;
  use(): readonly LimitUse[];
}

interface KeeperOptions {
  readonly clock: Clock;
  readonly people: () => number;
  readonly keptUp: () => boolean;
}

export function createLimitKeeper({ clock, people, keptUp }: KeeperOptions): LimitKeeper {
  const counters = limits.map((limit) => ({
    limit,
    seen: [] as { readonly at: number; readonly cost: number }[],
    used: 0,
    calls: 0,
    peak: 0,
    refused: 0,
  }));
  return {
    count: (call) => {
      const now = clock();
      const hit = counters.filter(({ limit }) => limit.calls.test(call.path));
      for (const counter of hit) {
        const { limit } = counter;
        const over = counter.seen.findIndex(({ at }) => at > now - limit.perMs);
        for (const { cost } of counter.seen.splice(0, over < 0 ? Infinity : over)) counter.used -= cost;
        const cost = limit.cost(call);
        const used = counter.used + cost;
        counter.calls += 1;
        counter.peak = Math.max(counter.peak, used);
        if (keptUp() && used > limit.most(people())) {
          counter.refused += 1;
          const oldest = counter.seen[0]?.at ?? now;
          const waitMs = Math.max(oldest + limit.perMs - now, 1);
          return { retryAfterSeconds: limit.saysHowLong ? Math.ceil(waitMs / 1000) : undefined };
        }
        counter.seen.push({ at: now, cost });
        counter.used = used;
      }
      return undefined;
    },
    use: () =>
      counters.map(({ limit, calls, peak, refused }) => ({
        group: limit.group,
        most: limit.most(people()),
        perMs: limit.perMs,
        calls,
        peak,
        refused,
      })),
  };
}
