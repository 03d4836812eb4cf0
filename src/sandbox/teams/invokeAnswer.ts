import { z } from 'zod/v4';
import type { BotReply } from './botLine';
import { adaptiveCardType, type AdaptiveCard, cardSchema } from './sentActivity';

/** How Teams takes the answer to an Action.Execute. */
export type InvokeAnswer =
  | { readonly kind: 'card'; readonly card: AdaptiveCard }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'went-wrong' }
  | { readonly kind: 'app-unreachable' };

/** The answer to `task/fetch` and `task/submit`: another dialog, words in it, or nothing (it closes). */
export type DialogAnswer =
  | { readonly kind: 'card'; readonly title: string; readonly card: AdaptiveCard }
  | { readonly kind: 'page'; readonly title: string; readonly url: string }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'went-wrong' }
  | { readonly kind: 'app-unreachable' };

const cardAnswer = z.looseObject({
  statusCode: z.literal(200),
  type: z.literal(adaptiveCardType),
  value: cardSchema,
});
const messageAnswer = z.looseObject({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.activity.message'),
  value: z.string(),
});

/** Reads the answer to `adaptiveCard/action`: whatever is neither a card nor words is an error to Teams. */
export function readInvokeAnswer(reply: BotReply): InvokeAnswer {
  if (reply.status !== 200) return { kind: 'app-unreachable' };
  const card = cardAnswer.safeParse(reply.body);
  if (card.success) return { kind: 'card', card: card.data.value };
  const message = messageAnswer.safeParse(reply.body);
  if (message.success) return { kind: 'message', text: message.data.value };
  return { kind: 'went-wrong' };
}

const continueTask = z.looseObject({
  type: z.literal('continue'),
  value: z.looseObject({
    title: z.string().default(''),
    url: z.string().optional(),
    card: z.looseObject({ contentType: z.literal(adaptiveCardType), content: cardSchema }).optional(),
  }),
});
const messageTask = z.looseObject({ type: z.literal('message'), value: z.string() });
const taskAnswer = z.looseObject({ task: z.unknown() });

/** Reads the answer to a dialog's invoke. An empty answer closes the dialog. */
export function readDialogAnswer(reply: BotReply): DialogAnswer {
  if (reply.status !== 200) return { kind: 'app-unreachable' };
  const answer = taskAnswer.safeParse(reply.body);
  if (!answer.success || answer.data.task === undefined) return { kind: 'closed' };
  const message = messageTask.safeParse(answer.data.task);
  if (message.success) return { kind: 'message', text: message.data.value };
  const next = continueTask.safeParse(answer.data.task);
  if (!next.success) return { kind: 'went-wrong' };
  const { title, card, url } = next.data.value;
  if (card !== undefined) return { kind: 'card', title, card: card.content };
  return url === undefined ? { kind: 'went-wrong' } : { kind: 'page', title, url };
}
