import { ActivityTypes, INVOKE_RESPONSE_KEY, type Activity, type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';

/** What a button press (Action.Execute) is answered with. It reaches only the person who pressed. */
export type InvokeAnswer =
  | { readonly kind: 'card'; readonly card: Readonly<Record<string, unknown>> }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'refusal'; readonly status: 400 | 403 | 404 | 409 | 429 | 500; readonly text: string };

/** Whether an activity is the press of an Action.Execute button. */
export function isActionExecute(activity: Pick<Activity, 'type' | 'name'>): boolean {
  const invoke: string = ActivityTypes.Invoke;
  return activity.type === invoke && activity.name === 'adaptiveCard/action';
}

/** Whether the invoke of this turn has its answer. */
export function isAnswered(context: TurnContext): boolean {
  return context.turnState.has(INVOKE_RESPONSE_KEY);
}

/**
 * Answers the invoke ourselves. teams-ai would remember, from one card with `refresh`, to show every later card of the
 * same button to everybody in the channel; it leaves an invoke alone that has its answer already.
 */
export async function answerInvoke(context: TurnContext, answer: InvokeAnswer): Promise<void> {
  if (context.turnState.get(answeredEarly) === true) {
    // The button has its answer: words still reach the person as a message, a card's next state comes by itself.
    if (answer.kind !== 'card')
      await context.sendActivity({ type: ActivityTypes.Message, text: answer.text });
    return;
  }
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: { status: 200, body: bodyOf(answer) },
  });
}

const answeredEarly = Symbol('the button was answered while the turn goes on');

/**
 * What a button is answered with while its turn still works: what the turn has answered already, else these words.
 * Whatever the turn answers later goes out as a message.
 */
export function answerEarly(context: TurnContext, text: string): { status: number; body: unknown } {
  const given: unknown = context.turnState.get(INVOKE_RESPONSE_KEY);
  const answer = givenAnswer.safeParse(given).data?.value;
  if (answer !== undefined) return answer;
  const value = { status: 200, body: bodyOf({ kind: 'message', text }) };
  context.turnState.set(INVOKE_RESPONSE_KEY, { type: ActivityTypes.InvokeResponse, value });
  context.turnState.set(answeredEarly, true);
  return value;
}

const givenAnswer = z.object({ value: z.object({ status: z.number(), body: z.unknown() }) });

/** The three answers of Universal Actions; each travels in an HTTP 200. */
function bodyOf(answer: InvokeAnswer): { statusCode: number; type: string; value: unknown } {
  switch (answer.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card };
    case 'message':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
    case 'refusal':
      return {
        statusCode: answer.status,
        type: 'application/vnd.microsoft.error',
        value: { code: String(answer.status), message: answer.text },
      };
  }
}
