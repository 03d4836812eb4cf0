import { z } from 'zod/v4';

/** What the bot sent, as far as this stand-in looks into it. */
export const sentActivitySchema = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() }))
    .optional(),
  suggestedActions: z
    .looseObject({
      actions: z.array(z.looseObject({ title: z.string().optional(), value: z.unknown().optional() })),
    })
    .optional(),
});
export type SentActivity = z.infer<typeof sentActivitySchema>;

/** An Adaptive Card, with what Teams itself reads of it. */
export const cardSchema = z.looseObject({
  type: z.literal('AdaptiveCard'),
  refresh: z
    .looseObject({
      action: z.looseObject({
        type: z.literal('Action.Execute'),
        id: z.string().optional(),
        verb: z.string().optional(),
        data: z.unknown().optional(),
      }),
      userIds: z.array(z.string()).optional(),
    })
    .optional(),
});
export type AdaptiveCard = z.infer<typeof cardSchema>;

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** The Adaptive Card of an activity: Teams shows several, but only a single one can be refreshed or replaced. */
export function cardOf(activity: SentActivity): AdaptiveCard | undefined {
  const attachment = activity.attachments?.find(({ contentType }) => contentType === adaptiveCardType);
  const parsed = cardSchema.safeParse(attachment?.content);
  return parsed.success ? parsed.data : undefined;
}

/** Teams counts a message in UTF-16 and takes up to 100 KB of it. */
export function isTooBig(body: unknown): boolean {
  return body !== undefined && JSON.stringify(body).length * 2 > 100 * 1024;
}
