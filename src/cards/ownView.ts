import type { Card } from './loadTemplates';

/** Teams takes no more. */
const mostViewers = 60;

/** A card of which Teams fetches a view of their own for each of these people (Universal Actions, `refresh`). */
export function withOwnViews(card: Card, token: string, teamsIds: readonly string[]): Card {
  if (teamsIds.length === 0) return card;
  const action = { type: 'Action.Execute', verb: 'request/view', data: { token } };
  return { ...card, refresh: { action, userIds: teamsIds.slice(0, mostViewers) } };
}
