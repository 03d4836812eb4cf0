import { z } from 'zod/v4';

const action = z.looseObject({
  type: z.literal('Action.Execute'),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
});

export type ExecuteAction = z.infer<typeof action>;

/** Every Action.Execute of a card, wherever in it. */
export function cardActionsOf(node: unknown): readonly ExecuteAction[] {
  const read = action.safeParse(node).data;
  if (read) return [read];
  if (Array.isArray(node)) return node.flatMap(cardActionsOf);
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(cardActionsOf) : [];
}
