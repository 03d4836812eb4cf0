/** One record of the tenant as it is kept: what to look it up by, and what findings are made of. */
export interface KeptRow {
  /** The record's own id: the same record read twice is kept once. */
  readonly id: string;
  /** Absent where the record is about the tenant as a whole. */
  readonly personId?: string | undefined;
  /** When it happened, else when it was read. */
  readonly at: number;
  /** Sign-ins only: the error code, by which many people's failures are counted. */
  readonly code?: number | undefined;
  /** Plain JSON, without names, numbers or Microsoft's texts. */
  readonly body: unknown;
}

/** How far the reading of one kind of record has come. */
export interface FeedState {
  readonly feed: string;
  /** When the last complete reading began; absent until there was one. */
  readonly readAt?: number | undefined;
  /** Up to when things that happened are known, by Microsoft's clock. */
  readonly highWater?: number | undefined;
  /** When further back was looked last, for what arrives late. */
  readonly deepAt?: number | undefined;
  readonly dueAt: number;
  /** Why the last reading failed, and what was missing; absent where it went well. */
  readonly fault?: string | undefined;
  readonly needs?: string | undefined;
  /** How often it failed in a row. */
  readonly failures: number;
}

/** A failed sign-in in what counting takes. */
export interface CountedFailure {
  readonly personId: string;
  readonly code: number;
  readonly at: number;
}

/** What is kept of the tenant for a while, so that one person's evidence is a look-up and no call. */
export interface TenantMemory {
  keep(feed: string, rows: readonly KeptRow[], readAt: number): Promise<void>;
  /** The person's records of a feed, newest first. */
  ofPerson(feed: string, personId: string): Promise<readonly KeptRow[]>;
  /** The records of a feed that are about nobody in particular. */
  ofTenant(feed: string): Promise<readonly KeptRow[]>;
  /** By feed, all that is kept of the person in some feeds, newest first, and of the tenant in others. */
  about(
    personId: string,
    feeds: { readonly ofPerson: readonly string[]; readonly ofTenant: readonly string[] },
  ): Promise<ReadonlyMap<string, readonly KeptRow[]>>;
  /** Drops what was last read before this time: gone from a list that was read whole, or kept long enough. */
  forget(feed: string, lastReadBefore: number): Promise<void>;
  /** Drops what happened before this time. */
  forgetOlder(feed: string, before: number): Promise<void>;
  /** Everybody's failures since then, of codes in this feed. */
  failuresSince(feed: string, since: number): Promise<readonly CountedFailure[]>;
  feed(feed: string): Promise<FeedState | undefined>;
  feeds(): Promise<readonly FeedState[]>;
  saveFeed(state: FeedState): Promise<void>;
  /** Takes or renews a lease; false where another holder has it still. */
  lease(name: string, holder: string, now: number, until: number): Promise<boolean>;
  /** Gives a lease back before its time. */
  release(name: string, holder: string): Promise<void>;
}
