import type { IncidentKind } from './incident';
import { canBeShared } from './signInCodes';

/** From when on several people's trouble is one. */
export interface IncidentLimits {
  /** How far back like cases and failures are counted together. */
  readonly windowMs: number;
  /** That many people failing with one code in the window. */
  readonly people: number;
  /** That many people with a case of one cause in the window. */
  readonly cases: number;
}

/** What was seen of many people lately. */
export interface SeenOfMany {
  /** Failed sign-ins of the last two windows; undefined where the log was not read lately. */
  readonly failures:
    readonly { readonly personId: string; readonly code: number; readonly at: number }[] | undefined;
  /** Cases of the last window with their likeliest cause. */
  readonly cases: readonly { readonly personId: string; readonly cause: string | undefined }[];
  /** Incidents that Microsoft reports of what signing in needs; undefined where that was not read lately. */
  readonly services: readonly { readonly id: string; readonly service: string }[] | undefined;
}

interface Reason {
  readonly reason: string;
  readonly kind: IncidentKind;
  readonly what: string;
  readonly people: number;
}

/** What there is of incidents now. */
export interface Noticed {
  /** Enough for a new incident. */
  readonly begin: readonly Reason[];
  /** By reason: how many people an incident that is open is still seen at. Fewer than half of what it took is none. */
  readonly goesOn: ReadonlyMap<string, number>;
  /** Reasons that could not be looked at: whatever is open of them stays open. */
  readonly unseen: (kind: IncidentKind) => boolean;
}

/** Causes that one thing can bring about for many. A lost phone is nobody else's. */
const shared: ReadonlySet<string> = new Set([
  'service-incident',
  'push-delivery',
  'ca-blocks-sign-in',
  'ca-blocks-registration',
  'hybrid-or-federation',
  'carrier-blocking',
  'method-not-allowed',
  'registration-step-fails',
]);

/** Beside the number itself: so many times as many as in the window before, for some codes always have their few. */
const rise = 3;

/** One, some or all? Pure: what was seen, to what is an incident. */
export function noticeIncidents(seen: SeenOfMany, limits: IncidentLimits, now: number): Noticed {
  const reasons = [...services(seen), ...codes(seen, limits, now), ...causes(seen, limits)];
  return {
    begin: reasons
      .filter(({ begins }) => begins)
      .map(({ kind, people, reason, what }) => ({ kind, people, reason, what })),
    goesOn: new Map(reasons.filter(({ stays }) => stays).map(({ reason, people }) => [reason, people])),
    unseen: (kind) =>
      (kind === 'service' && seen.services === undefined) || (kind === 'code' && seen.failures === undefined),
  };
}

interface Weighed extends Reason {
  readonly begins: boolean;
  readonly stays: boolean;
}

function services({ services: reported = [] }: SeenOfMany): readonly Weighed[] {
  return reported.map(({ id, service }) => ({
    reason: `service:${id}`,
    kind: 'service' as const,
    what: service,
    people: 0,
    begins: true,
    stays: true,
  }));
}

function codes({ failures = [] }: SeenOfMany, limits: IncidentLimits, now: number): readonly Weighed[] {
  const countable = failures.filter(({ code }) => canBeShared(code));
  const inWindow = peopleBy(
    countable.filter(({ at }) => now - at <= limits.windowMs),
    ({ code }) => String(code),
  );
  const before = peopleBy(
    countable.filter(({ at }) => now - at > limits.windowMs),
    ({ code }) => String(code),
  );
  return [...inWindow].map(([code, people]) => ({
    reason: `code:${code}`,
    kind: 'code' as const,
    what: code,
    people,
    begins: people >= limits.people && people >= rise * (before.get(code) ?? 0),
    stays: people >= limits.people / 2,
  }));
}

function causes({ cases }: SeenOfMany, limits: IncidentLimits): readonly Weighed[] {
  const alike = cases.flatMap(({ cause, personId }) =>
    cause !== undefined && shared.has(cause) ? [{ cause, personId }] : [],
  );
  return [...peopleBy(alike, ({ cause }) => cause)].map(([cause, people]) => ({
    reason: `cause:${cause}`,
    kind: 'cause' as const,
    what: cause,
    people,
    begins: people >= limits.cases,
    stays: people >= limits.cases / 2,
  }));
}

/** How many different people there are under each key: one person who tries fifty times is one. */
function peopleBy<T extends { readonly personId: string }>(
  seen: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, number> {
  const people = new Map<string, Set<string>>();
  for (const one of seen) people.set(keyOf(one), (people.get(keyOf(one)) ?? new Set()).add(one.personId));
  return new Map([...people].map(([key, ids]) => [key, ids.size]));
}
