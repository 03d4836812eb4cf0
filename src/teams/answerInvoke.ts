import { ActivityTypes, INVOKE_RESPONSE_KEY, type Activity, type TurnContext } from 'botbuilder';

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
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: { status: 200, body: bodyOf(answer) },
  });
}

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
