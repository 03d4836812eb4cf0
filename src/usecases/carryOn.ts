import { z } from 'zod/v4';
import type { Clock } from '../ports/clock';
import type { Inbox, Received } from '../ports/inbox';
import type { NewJob, Store } from '../ports/store';

export const carryOnKind = 'carry-on';

export const carryOnSchema = z.object({ conversationId: z.string(), activityId: z.string() });

/** Where too many turns wait at once, it is tried again after this time. */
const busyMs = 10_000;

/** Looks, at `dueAt`, whether a press that was answered before it was done has been done since. */
export function carryOnJob({ activityId, conversationId }: Received, dueAt: number): NewJob {
  return {
    kind: carryOnKind,
    payload: { conversationId, activityId },
    runAfter: dueAt,
    idempotencyKey: `${carryOnKind}:${conversationId}:${activityId}:${String(dueAt)}`,
  };
}

/**
 * Carries on with a press that was answered before it was done, where nobody has it in hand any more: the process that
 * had has died. Where it is done there is nothing to do; where somebody still works at it, it is looked at again.
 */
export async function carryOn(
  deps: {
    readonly inbox: Inbox;
    readonly store: Store;
    readonly clock: Clock;
    /** Runs its turn. */
    readonly resume: (activity: unknown) => Promise<'done' | 'conversation-busy' | 'bot-busy'>;
  },
  pressed: Received,
): Promise<void> {
  const { clock, inbox, resume, store } = deps;
  const later = (dueAt: number) => store.transaction((tx) => tx.outbox.add(carryOnJob(pressed, dueAt)));
  const kept = await inbox.kept(pressed);
  if (kept === undefined) return;
  if (kept.until > clock()) return later(kept.until);
  if ((await resume(kept.body)) !== 'done') await later(clock() + busyMs);
}
