import { z } from 'zod/v4';

const executeSchema = z.strictObject({
  type: z.literal('Action.Execute'),
  id: z.string().optional(),
  title: z.string().optional(),
  verb: z.string().optional(),
  data: z.unknown().optional(),
});
const submitSchema = z.strictObject({
  type: z.literal('Action.Submit'),
  data: z.looseObject({ msteams: z.looseObject({ type: z.string().optional() }).optional() }).optional(),
});

/** A button press as the card's renderer reports it: the action's own data, with the inputs' values merged in. */
export const pressedActionSchema = z.discriminatedUnion('type', [executeSchema, submitSchema]);
export type PressedAction = z.infer<typeof pressedActionSchema>;
