/** Everything that left the bot towards Teams, so that a test can search it for what must never be said. */
export interface SentLog {
  note(entry: SentEntry): void;
  entries(): readonly SentEntry[];
}

interface SentEntry {
  /** How it was sent: the connector's method and path, or the name of the invoke that it answered. */
  readonly by: string;
  readonly status: number;
  readonly body: unknown;
}

/** Enough for any test or demonstration, and a bound for a sandbox that runs for days. */
const limit = 5000;

/** Keeps the last entries. */
export function createSentLog(): SentLog {
  const entries: SentEntry[] = [];
  return {
    note(entry) {
      entries.push(entry);
      if (entries.length > limit) entries.shift();
    },
    entries: () => entries,
  };
}
