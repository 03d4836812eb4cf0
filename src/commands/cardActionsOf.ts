import { z } from 'zod/v4';

const action = z.looseObject({
  type: z.literal('Action.Execute'),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
});

export type ExecuteAction = z.infer<typeof action>;

/** Every Action.Execute of a card, wherever in it. */
export function cardActionsOf(node: unknown): readonly ExecuteAction[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(cardActionsOf);
  // To refuse each of a card's hundreds of nodes by the schema costs more than the turn that it came from.
  const read = 'type' in node && node.type === 'Action.Execute' ? action.safeParse(node).data : undefined;
  return read === undefined ? Object.values(node).flatMap(cardActionsOf) : [read];
}
