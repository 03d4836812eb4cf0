import type { Door, ProofKind, RequestState } from '../../../src/cases/remedyRequest';

/** hanako is the person concerned, taro her manager; paa1b is a second account of paa1. Everybody but taro and desk is on the list. */
export const cast = ['hanako', 'taro', 'desk', 'admin', 'admin2', 'paa1', 'paa1b', 'paa2'] as const;
export type Who = (typeof cast)[number];
export type Role = 'none' | 'admin' | 'paa';
export const unlisted: readonly Who[] = ['taro', 'desk'];

export const minute = 60_000;
/** What the policy of this test says, in minutes. */
export const valid = { request: 60, proof: 30, approval: 15, link: 15, signIn: 5 } as const;

export interface ModelRequest {
  state: RequestState;
  readonly door: Door;
  readonly asker: Who;
  readonly parties: Set<Who>;
  readonly expiresAt: number;
  /** Who the approvals so far were given for. */
  privileged: boolean;
  proof?: { readonly kind: ProofKind; readonly by: Who; readonly at: number } | undefined;
  wrongPhrases: number;
  approvals: Who[];
  approvedAt: number;
  signIns: Set<string>;
  /** Whose token this process holds for it. */
  tokenOf?: Who | undefined;
  /** A fault or a lost token keeps it from being run at once. */
  stalled: boolean;
}

export interface Link {
  readonly request: ModelRequest;
  readonly who: Who;
  readonly again: boolean;
  readonly until: number;
  used: boolean;
}

/** The rules of SECURITY.md once more, in plain data, without a store, a job or a Graph. */
export interface Model {
  now: number;
  stopped: boolean;
  privileged: boolean;
  /** The cases (by their number) that carry a red flag. */
  readonly flagged: Set<number>;
  readonly role: Record<Who, Role>;
  readonly requests: ModelRequest[];
  readonly links: Link[];
  /** Whether an approver of an ordinary person signs in as well, and whether the remedy needs their token. */
  readonly signInForAll: boolean;
  readonly delegated: boolean;
}

export type Answer = 'done' | 'link' | 'refused';

export function aModel(kind: Pick<Model, 'signInForAll' | 'delegated' | 'now'>): Model {
  const role = { hanako: 'none', taro: 'none', desk: 'none', admin: 'admin', admin2: 'admin' } as const;
  return {
    ...kind,
    stopped: false,
    privileged: false,
    flagged: new Set(),
    role: { ...role, paa1: 'paa', paa1b: 'paa', paa2: 'paa' },
    requests: [],
    links: [],
  };
}

export const human = (who: Who): string => (who === 'paa1b' ? 'paa1' : who);
export const isAmong = (who: Who, others: Iterable<Who>): boolean =>
  [...others].some((other) => human(other) === human(who));

export const waits = ({ state }: ModelRequest): boolean => state === 'awaitingProof' || state === 'pending';
export const isOver = ({ state }: Pick<ModelRequest, 'state'>): boolean =>
  ['done', 'partial', 'failed', 'denied', 'expired', 'withdrawn'].includes(state);
