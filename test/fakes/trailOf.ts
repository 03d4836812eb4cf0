import type { RequestWorld } from './requestWorld';

/** What the audit trail says happened, in order. */
export async function trailOf(audit: RequestWorld['audit']) {
  const entries = [];
  for await (const { actor_id: actorId, detail, event } of audit.entries())
    entries.push({ actorId, event, detail: detail ?? '' });
  return entries;
}
